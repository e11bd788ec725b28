"""The bundled icons as QIcons that are sharp at any size and follow the palette.

An icon is a list of lines and curves on a grid of 24, drawn with a stroke of 2 and round ends.
"""

import functools
from enum import StrEnum

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPainterPath,
    QPalette,
    QPen,
    QPixmap,
)

from cjmapper.drawing.shapes import ICON_GRID, ICON_STROKE, icon_lines
from cjmapper.painters.qt_fonts import qt_path
from cjmapper.ui.guard import guard

_Role = QPalette.ColorRole
_SPOTS = (16, 20, 24, 32, 48)
"""Sides of the pictures of a spot, in device pixels; the next larger one is taken."""


class Tint(StrEnum):
    """The task of an icon's colour; the palette gives the colour itself."""

    TEXT = "text"
    QUIET = "quiet"
    ACCENT = "accent"
    ON_ACCENT = "on_accent"


_TINTS = {
    Tint.TEXT: _Role.ButtonText,
    Tint.QUIET: _Role.PlaceholderText,
    Tint.ACCENT: _Role.Accent,
    Tint.ON_ACCENT: _Role.HighlightedText,
}


@functools.cache
def icon_path(name: str) -> QPainterPath:
    """The lines of an icon on its grid of 24; KeyError for one that is not bundled."""
    return qt_path(icon_lines(name))


def paint_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Draws an icon into the largest square in the middle of `rect`."""
    side = min(rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center().x() - side / 2, rect.center().y() - side / 2)
    painter.scale(side / ICON_GRID, side / ICON_GRID)
    round_ends = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(colour, ICON_STROKE, Qt.PenStyle.SolidLine, *round_ends))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(icon_path(name))
    painter.restore()


class IconEngine(QIconEngine):
    """Draws one icon in the colour that the palette has for its task at that moment."""

    def __init__(self, name: str, tint: Tint) -> None:
        super().__init__()
        self._name = name
        self._tint = tint
        self._clones: list[QIconEngine] = []

    @guard
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draws it into `rect`."""
        paint_icon(painter, self._name, QRectF(rect), self._colour(mode, state))

    @guard
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """A picture of it of `size` in device pixels."""
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        return picture

    @guard
    def clone(self) -> QIconEngine:
        """Another one; kept here, since Qt keeps no hold of the Python part."""
        other = IconEngine(self._name, self._tint)
        self._clones.append(other)
        return other

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> QColor:
        palette = QGuiApplication.palette()
        if mode == QIcon.Mode.Disabled:
            return palette.color(QPalette.ColorGroup.Disabled, _Role.ButtonText)
        if state == QIcon.State.On and self._tint is Tint.TEXT:
            return palette.color(_Role.Accent)
        return palette.color(_TINTS[self._tint])


@functools.cache
def icon(name: str, tint: Tint = Tint.TEXT) -> QIcon:
    """An icon by its name; it follows the palette by itself."""
    return QIcon(_engine(name, tint))


@functools.cache
def spot(colour: str) -> QIcon:
    """A round spot of a colour, for choices of colours."""
    made = QIcon()
    for side in _SPOTS:
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawEllipse(picture.rect().adjusted(1, 1, -1, -1))
        made.addPixmap(picture)
    return made


@functools.cache
def _engine(name: str, tint: Tint) -> IconEngine:
    """Cached, since Qt owns an icon's engine but keeps no hold of its Python part."""
    return IconEngine(name, tint)
