"""The palette on the left: five tiles to drag into the map, to click, or to reach by key."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCursor, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from cjmapper.ui.guard import guard
from cjmapper.ui.parts.surroundings import Surroundings
from cjmapper.ui.parts.tile import HEIGHT, LEAST_HEIGHT, Tile
from cjmapper.ui.parts.tile import WIDTH as TILE_WIDTH

WIDTH = 88
_GAP = 8
_LEAST_GAP = 4
TILES = {
    "phase": "columns-3",
    "touchpoint": "map-pin",
    "emotion": "smile",
    "note": "sticky-note",
    "lane": "rows-3",
}
"""What a map is made of, in the order of the strip, and the icon of each."""


class TileStrip(QWidget):
    """Tells which tile is grabbed, dragged and dropped (with the mouse event), or keyed."""

    grabbed = Signal(str, object)
    dragged = Signal(object)
    dropped = Signal(object)
    keyed = Signal(str)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self.setObjectName("tiles")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._around = around
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        strip = QWidget()
        self._area.setWidget(strip)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)
        self._column = QVBoxLayout(strip)
        self.tiles: dict[str, Tile] = {}
        for name, icon_name in TILES.items():
            tile = Tile(around.look, icon_name)
            tile.grabbed.connect(lambda event, name=name: self.grabbed.emit(name, event))
            tile.dragged.connect(self.dragged)
            tile.dropped.connect(self.dropped)
            tile.keyed.connect(lambda name=name: self.keyed.emit(name))
            self._column.addWidget(tile, 0, Qt.AlignmentFlag.AlignHCenter)
            self.tiles[name] = tile
        self._column.addStretch(1)
        around.reworded.connect(self.reword)
        around.look.changed.connect(self.dress)
        self.dress()
        self.reword()

    def show_armed(self, name: str | None) -> None:
        """Shows which tile waits for a click on the map; None for none."""
        for other, tile in self.tiles.items():
            tile.show_armed(other == name)

    def show_pointer(self, cursor: QCursor | None) -> None:
        """Gives the tile that is dragged the pointer of where it is; None gives back its own."""
        for tile in self.tiles.values():
            if cursor is None:
                tile.unsetCursor()
            elif tile.isDown():
                tile.setCursor(cursor)

    def reword(self) -> None:
        """Words the tiles in the language in force."""
        say = self._around.words.say
        self.setAccessibleName(say("palette.title"))
        for name, tile in self.tiles.items():
            tile.word_it(say(f"palette.{name}"), say(f"palette.tip.{name}"))

    def dress(self) -> None:
        """Takes the size in force."""
        px = self._around.look.px
        self.setFixedWidth(px(WIDTH))
        self._close_up()

    @guard
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the strip is low, the tiles stand closer; where it is very low, they scroll."""
        super().resizeEvent(event)
        self._close_up()

    def _close_up(self) -> None:
        px, count = self._around.look.px, len(self.tiles)
        room = (self.height() - px(_GAP) * (count + 1)) // count
        height = max(px(LEAST_HEIGHT), min(px(HEIGHT), room))
        for tile in self.tiles.values():
            tile.setFixedSize(px(TILE_WIDTH), height)
        gap = max(px(_LEAST_GAP), min(px(_GAP), (self.height() - height * count) // (count + 1)))
        self._column.setContentsMargins(0, gap, 0, gap)
        self._column.setSpacing(gap)
