"""A picture of all that holds still while something is dragged over a map.

It is made anew when that changes, and every other move of the pointer paints nothing else.
"""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPainter, QPixmap

from cjmapper.drawing.theme import Theme
from cjmapper.editor.feedback import Feedback
from cjmapper.layout.result import MapLayout
from cjmapper.ui.canvas.scene import Scene
from cjmapper.ui.canvas.view import View


class _Still(msgspec.Struct, frozen=True):
    """What a picture was made of; layouts and themes are told apart by identity alone."""

    layout: MapLayout
    theme: Theme
    view: View
    feedback: Feedback
    ratio: float

    def is_like(self, other: "_Still | None") -> bool:
        return (
            other is not None
            and self.layout is other.layout
            and self.theme is other.theme
            and self.ratio == other.ratio
            and self.view == other.view
            and self.feedback == other.feedback
        )


class Snapshot:
    """The last picture, as long as it serves."""

    def __init__(self) -> None:
        self._still: _Still | None = None
        self._pixmap: QPixmap | None = None

    def paint(self, scene: Scene, play: Callable[[Scene], None]) -> None:
        """Paints what `play` paints, from the picture where it is the same."""
        still = _still_of(scene)
        if still is None:
            self._still = self._pixmap = None
            play(scene)
            return
        if self._pixmap is None or not still.is_like(self._still):
            self._still, self._pixmap = still, _picture(scene, play, still.ratio, self._pixmap)
        scene.painter.drawPixmap(0, 0, self._pixmap)


def is_carried_on(former: Feedback, feedback: Feedback) -> bool:
    """Whether the only difference is where something is carried, with no bubble beside it."""
    if former.ghost is None or feedback.ghost is None or former.bubble or feedback.bubble:
        return False
    return msgspec.structs.replace(former, ghost=None) == msgspec.structs.replace(
        feedback, ghost=None
    )


def _still_of(scene: Scene) -> _Still | None:
    """What holds still; None where nothing is carried."""
    if scene.feedback.ghost is None:
        return None
    feedback = msgspec.structs.replace(scene.feedback, ghost=None, bubble=None)
    ratio = scene.painter.device().devicePixelRatio()
    return _Still(scene.layout, scene.theme, scene.view, feedback, ratio)


def _picture(
    scene: Scene, play: Callable[[Scene], None], ratio: float, former: QPixmap | None
) -> QPixmap:
    """What `play` paints, over the former picture where that is as large."""
    size = QSizeF(scene.view.width * ratio, scene.view.height * ratio).toSize()
    pixmap = former if former is not None and former.size() == size else QPixmap(size)
    pixmap.setDevicePixelRatio(ratio)
    with QPainter(pixmap) as painter:
        play(msgspec.structs.replace(scene, painter=painter))
    return pixmap
