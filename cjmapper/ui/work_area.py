"""Palette, map and inspector side by side: what a map is worked on with."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cjmapper.editor.editor import Editor
from cjmapper.editor.feedback import Tile
from cjmapper.painters.qt import QtCache
from cjmapper.ui.canvas.canvas import Canvas
from cjmapper.ui.map_pictures import map_theme
from cjmapper.ui.panels.choice_list import ChoiceList
from cjmapper.ui.panels.inspector.inspector import Inspector
from cjmapper.ui.panels.notices import Notices
from cjmapper.ui.panels.tiles import TileStrip
from cjmapper.ui.parts.surroundings import Surroundings


class WorkArea(QWidget):
    """`add_asked` names the command that adds what a tile stands for."""

    add_asked = Signal(str)

    def __init__(self, around: Surroundings, editor: Editor, cache: QtCache | None = None) -> None:
        """`cache` is what other painters of maps have met."""
        super().__init__()
        self._editor = editor
        self._around = around
        self.tiles = TileStrip(around)
        self.canvas = Canvas(
            editor, around.words, map_theme(around.look), cache, around.look.motion
        )
        self.inspector = Inspector(around, editor.session)
        self.notices = Notices(self.canvas, around)
        self.choice_list = ChoiceList(around, editor, self.canvas)
        self._opening = QTimer(self)
        self._opening.setSingleShot(True)
        self._opening.timeout.connect(self.show_from_the_start)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.tiles)
        row.addWidget(self.canvas, 1)
        row.addWidget(self.inspector)
        self.tiles.grabbed.connect(self._grab)
        self.tiles.dragged.connect(self._drag)
        self.tiles.dropped.connect(self._drop)
        self.tiles.keyed.connect(lambda name: self.add_asked.emit(f"add_{name}"))
        self.inspector.asked.connect(self.add_asked)
        around.look.changed.connect(self._dress)
        around.reworded.connect(self._reword)
        self._dress()

    def open_view(self) -> None:
        """Shows the map from its start, as soon as the size of the canvas is settled."""
        self._opening.start()

    def show_from_the_start(self) -> None:
        """Shows the whole map, or its beginning where the whole could not be read."""
        self.canvas.open_map()

    def show_state(self) -> None:
        """Shows on the tiles what the editor is about."""
        armed = self._editor.state.held_tile
        self.tiles.show_armed(None if armed is None else armed.value)

    def _grab(self, name: str, event: QMouseEvent) -> None:
        self.canvas.begin_tile_drag(Tile(name), event.globalPosition())

    def _drag(self, event: QMouseEvent) -> None:
        self.canvas.continue_tile_drag(event.globalPosition(), event.modifiers())
        self.tiles.show_pointer(self.canvas.viewport().cursor())

    def _drop(self, event: QMouseEvent) -> None:
        self.canvas.end_tile_drag(event.globalPosition())
        self.tiles.show_pointer(None)

    def _dress(self) -> None:
        look = self._around.look
        self.canvas.set_look(map_theme(look), look.percent / 100)

    def _reword(self) -> None:
        self.canvas.set_words(self._around.words)
