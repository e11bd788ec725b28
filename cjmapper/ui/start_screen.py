"""What stands there before a map is open: templates as pictures, examples, what was open last."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cjmapper.ui.guard import guard
from cjmapper.ui.look.icons import Tint, icon
from cjmapper.ui.map_pictures import map_theme
from cjmapper.ui.parts.labels import label
from cjmapper.ui.parts.surroundings import Surroundings
from cjmapper.ui.start_pictures import StartPictures, saved_when
from cjmapper.ui.start_tiles import CARD, ROW_WIDTH, MapRow, StartTile, TemplateCard

_GAP = 16
_MIDDLE = 32
_EDGE = 24
_MOST_ACROSS = 5
_MOST_RECENT = 5


class _Offer(NamedTuple):
    """What there is to open: examples (name, file) and files that were open last."""

    examples: tuple[tuple[str, Path], ...] = ()
    recent: tuple[Path, ...] = ()


class StartScreen(QWidget):
    """Tells which template, example or file was chosen, and what else is asked for."""

    template_chosen = Signal(str)
    file_chosen = Signal(object)
    example_chosen = Signal(object)
    open_asked = Signal()
    paste_asked = Signal()
    forget_asked = Signal(object)

    def __init__(
        self, around: Surroundings, templates: Sequence[str], pictures: StartPictures
    ) -> None:
        super().__init__()
        self.setObjectName("startScreen")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._around = around
        self._templates = tuple(templates)
        self._pictures = pictures
        self._offer = _Offer()
        self._across = 0
        self._waiting: list[StartTile] = []
        self.cards: dict[str, TemplateCard] = {}
        self.rows: dict[Path, MapRow] = {}
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._paint_next)
        around.reworded.connect(self.build)
        around.look.changed.connect(self.build)
        self.build()

    def offer(self, examples: Sequence[tuple[str, Path]], recent: Sequence[Path]) -> None:
        """Takes the examples (name, file) and the files that were open last."""
        self._offer = _Offer(tuple(examples), tuple(recent)[:_MOST_RECENT])
        self.build()

    @property
    def is_painting(self) -> bool:
        """Whether some pictures are still to come."""
        return bool(self._waiting)

    def focus_first(self) -> None:
        """Puts the keyboard on the first template."""
        next(iter(self.cards.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    @guard
    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many cards beside each other as there is room for."""
        super().resizeEvent(event)
        if self._fitting() != self._across:
            self.build()

    @guard
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A table on the clipboard becomes a map."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_asked.emit()
        else:
            super().keyPressEvent(event)

    def build(self) -> None:
        """Makes everything anew in the language and size in force."""
        had_focus = any(card.hasFocus() for card in self.cards.values())
        px, say = self._around.look.px, self._around.words.say
        self._across = self._fitting()
        page = QWidget()
        centred = QHBoxLayout(page)
        centred.setContentsMargins(px(_EDGE), px(_EDGE), px(_EDGE), px(_EDGE))
        inner = QVBoxLayout()
        inner.setSpacing(px(4))
        inner.addStretch(1)
        centred.addStretch(1)
        centred.addLayout(inner)
        centred.addStretch(1)
        inner.addWidget(label(say("start.title"), "welcome"))
        inner.addWidget(label(say("start.about"), "quiet"))
        inner.addSpacing(px(_GAP))
        columns = QHBoxLayout()
        columns.setSpacing(px(_MIDDLE))
        columns.addWidget(self._templates_part(), 0, Qt.AlignmentFlag.AlignTop)
        columns.addWidget(self._files_part(), 0, Qt.AlignmentFlag.AlignTop)
        inner.addLayout(columns)
        inner.addStretch(2)
        self._area.setWidget(page)
        self._waiting = [*self.cards.values(), *self.rows.values()]
        self._timer.start()
        if had_focus:
            self.focus_first()

    def _fitting(self) -> int:
        """How many cards stand beside each other: as many as fit, in rows of the same length."""
        px = self._around.look.px
        room = self.width() - px(2 * _EDGE + _MIDDLE + ROW_WIDTH + _GAP)
        most = max(1, min(_MOST_ACROSS, (room + px(_GAP)) // px(CARD.width() + _GAP)))
        rows = -(-len(self._templates) // most)
        return -(-len(self._templates) // rows)

    def _templates_part(self) -> QWidget:
        px = self._around.look.px
        part = QWidget()
        grid = QGridLayout(part)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(px(_GAP))
        self.cards = {}
        for index, name in enumerate(self._templates):
            card = TemplateCard(self._around, name)
            card.clicked.connect(lambda _=False, name=name: self.template_chosen.emit(name))
            card.walked.connect(lambda x, y, index=index: self._walk_cards(index, x, y))
            grid.addWidget(card, index // self._across, index % self._across)
            self.cards[name] = card
        return part

    def _files_part(self) -> QWidget:
        px, say = self._around.look.px, self._around.words.say
        part = QWidget()
        part.setFixedWidth(px(ROW_WIDTH))
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        for code, icon_name, asked in (
            ("start.open_file", "folder-open", self.open_asked),
            ("start.paste_table", "clipboard", self.paste_asked),
        ):
            button = QPushButton(icon(icon_name), say(code))
            button.setProperty("task", "plain")
            button.setIconSize(QSize(px(26), px(18)))
            button.clicked.connect(asked)
            column.addWidget(button)
            column.addSpacing(px(4))
        self.rows = {}
        self._add_recent(column)
        self._add_examples(column)
        for index, row in enumerate(self.rows.values()):
            row.walked.connect(lambda x, y, index=index: self._walk_rows(index, x, y))
        column.addStretch(1)
        return part

    def _add_recent(self, column: QVBoxLayout) -> None:
        px, say = self._around.look.px, self._around.words.say
        self._add_heading(column, "start.recent")
        for path in self._offer.recent:
            when = saved_when(path, self._pictures.today, self._around.words)
            about = say("start.missing") if when is None else f"{when} · {path.parent.name}"
            row = MapRow(self._around, path.stem, about, str(path))
            row.clicked.connect(lambda _=False, path=path: self.file_chosen.emit(path))
            if when is None:
                self._add_way_out(row, path)
            column.addWidget(row)
            self.rows[path] = row
        if not self._offer.recent:
            column.addWidget(label(say("start.no_recent"), "quiet", wrap=True))
        column.addSpacing(px(4))

    def _add_way_out(self, row: MapRow, path: Path) -> None:
        """A button that takes a file that is gone off the list."""
        px = self._around.look.px
        away = QToolButton(row)
        away.setProperty("small", "true")
        away.setIcon(icon("x", Tint.QUIET))
        away.setToolTip(self._around.words.say("start.forget"))
        away.setAccessibleName(self._around.words.say("start.forget"))
        away.clicked.connect(lambda: self.forget_asked.emit(path))
        away.adjustSize()
        away.move(row.width() - away.width() - px(6), (row.height() - away.height()) // 2)

    def _add_examples(self, column: QVBoxLayout) -> None:
        if self._offer.examples:
            self._add_heading(column, "start.examples")
        for name, path in self._offer.examples:
            row = MapRow(self._around, name, "")
            row.clicked.connect(lambda _=False, path=path: self.example_chosen.emit(path))
            column.addWidget(row)
            self.rows[path] = row

    def _add_heading(self, column: QVBoxLayout, code: str) -> None:
        column.addSpacing(self._around.look.px(8))
        column.addWidget(label(self._around.words.say(code), "section"))

    def _walk_cards(self, index: int, x: int, y: int) -> None:
        """From card to card; past the right end to the rows."""
        cards, column = list(self.cards.values()), index % self._across
        goal = index + x + y * self._across
        if x > 0 and (column == self._across - 1 or goal == len(cards)):
            rows = list(self.rows.values())
            self._show(rows[0] if rows else cards[index])
        elif 0 <= goal < len(cards) and column + x >= 0:
            self._show(cards[goal])

    def _walk_rows(self, index: int, x: int, y: int) -> None:
        """Up and down the rows; to the left back to the cards."""
        if x < 0:
            cards = list(self.cards.values())
            self._show(cards[min(self._across, len(cards)) - 1])
        elif not x and 0 <= index + y < len(self.rows):
            self._show(list(self.rows.values())[index + y])

    def _show(self, tile: StartTile) -> None:
        tile.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(tile)

    def _paint_next(self) -> None:
        """One picture at a time, so that the window answers from the first moment."""
        if not self._waiting:
            self._timer.stop()
            return
        tile = self._waiting.pop(0)
        ratio, theme = self.devicePixelRatioF(), map_theme(self._around.look)
        if isinstance(tile, TemplateCard):
            language = self._around.words.language
            tile.show_picture(
                self._pictures.of_template(tile.name, language, tile.picture_size, ratio, theme)
            )
            return
        for path, row in self.rows.items():
            if row is tile:
                row.show_picture(self._pictures.of_file(path, row.picture_size, ratio, theme))
