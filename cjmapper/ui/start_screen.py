"""What stands there before a map is open: templates as pictures, examples, what was open last."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cjmapper.ui.guard import guard
from cjmapper.ui.look.icons import Tint, icon
from cjmapper.ui.parts.labels import label, plain_tip
from cjmapper.ui.parts.surroundings import Surroundings

PictureMaker = Callable[[str, QSize, float], QPixmap]
"""Paints the template of a name at a size and a device ratio."""

_CARD = QSize(232, 172)
_PICTURE_HEIGHT = 108
_ACROSS = 3
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(
    Qt.TextFlag.TextWordWrap
)
_SIDE_WIDTH = 280


class TemplateCard(QAbstractButton):
    """A template: a picture of the map it makes, its name, what it is for."""

    def __init__(self, around: Surroundings, name: str) -> None:
        super().__init__()
        self.name = name
        self._around = around
        self.picture: QPixmap | None = None
        say = around.words.say
        self.setText(say(f"template.{name}"))
        self._about = say(f"template.about.{name}")
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(self._about)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(self.sizeHint())

    @property
    def words(self) -> tuple[tuple[str, QFont, QRect], ...]:
        """Its words with their fonts and places, in which they all must have room."""
        look, px = self._around.look, self._around.look.px
        width, top = px(_CARD.width()) - px(24), self.picture_size.height() + px(9)
        name, about = look.font(13, semibold=True), look.font(12)
        below = top + QFontMetrics(name).height() + px(2)
        return (
            (self.text(), name, QRect(px(12), top, width, below - top)),
            (self._about, about, QRect(px(12), below, width, px(_CARD.height()) - below - px(2))),
        )

    @property
    def picture_size(self) -> QSize:
        """Of the picture, in pixels."""
        px = self._around.look.px
        return QSize(self.sizeHint().width() - 2, px(_PICTURE_HEIGHT))

    def show_picture(self, picture: QPixmap) -> None:
        """Takes the picture of the map."""
        self.picture = picture
        self.update()

    @guard
    def sizeHint(self) -> QSize:
        """The same for every template."""
        px = self._around.look.px
        return QSize(px(_CARD.width()), px(_CARD.height()))

    @guard
    def enterEvent(self, _event: QEnterEvent) -> None:
        """Shows that it can be pressed."""
        self.update()

    @guard
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is as good as space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @guard
    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture in the upper part, the words below."""
        with QPainter(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        px, tokens = self._around.look.px, self._around.look.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        active = self.hasFocus() or self.underMouse() or self.isDown()
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        shape = QPainterPath()
        shape.addRoundedRect(frame, px(10), px(10))
        painter.fillPath(shape, QColor(tokens.surface))
        painter.save()
        painter.setClipPath(shape)
        size = self.picture_size
        if self.picture is not None:
            painter.drawPixmap(1, 1, self.picture)
        painter.fillRect(QRect(0, size.height() + 1, self.width(), 1), QColor(tokens.hairline))
        painter.restore()
        colours = (tokens.text, tokens.secondary)
        for (text, font, place), colour in zip(self.words, colours, strict=True):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            painter.drawText(place, _WRAPPED, text)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        edge = QColor(tokens.accent if active else tokens.hairline)
        painter.setPen(QPen(edge, 2 if self.hasFocus() else 1))
        painter.drawPath(shape)


class StartScreen(QWidget):
    """Tells which template, example or file was chosen."""

    template_chosen = Signal(str)
    file_chosen = Signal(object)
    example_chosen = Signal(object)
    open_asked = Signal()

    def __init__(
        self, around: Surroundings, templates: Sequence[str], picture_of: PictureMaker
    ) -> None:
        super().__init__()
        self.setObjectName("startScreen")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._around = around
        self._templates = tuple(templates)
        self._picture_of = picture_of
        self._examples: tuple[tuple[str, Path], ...] = ()
        self._recent: tuple[Path, ...] = ()
        self._waiting: list[TemplateCard] = []
        self.cards: dict[str, TemplateCard] = {}
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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
        if (tuple(examples), tuple(recent)) != (self._examples, self._recent):
            self._examples, self._recent = tuple(examples), tuple(recent)
            self.build()

    @property
    def is_painting(self) -> bool:
        """Whether some pictures are still to come."""
        return bool(self._waiting)

    def focus_first(self) -> None:
        """Puts the keyboard on the first template."""
        next(iter(self.cards.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def build(self) -> None:
        """Makes everything anew in the language and size in force."""
        had_focus = any(card.hasFocus() for card in self.cards.values())
        px, say = self._around.look.px, self._around.words.say
        page = QWidget()
        centred = QHBoxLayout(page)
        centred.setContentsMargins(px(24), px(24), px(24), px(24))
        inner = QVBoxLayout()
        inner.setSpacing(px(20))
        inner.addStretch(1)
        centred.addStretch(1)
        centred.addLayout(inner)
        centred.addStretch(1)
        inner.addWidget(label(say("start.title"), "welcome"))
        columns = QHBoxLayout()
        columns.setSpacing(px(32))
        columns.addWidget(self._templates_part(), 0, Qt.AlignmentFlag.AlignTop)
        columns.addWidget(self._files_part(), 0, Qt.AlignmentFlag.AlignTop)
        inner.addLayout(columns)
        inner.addStretch(2)
        self._area.setWidget(page)
        self._waiting = list(self.cards.values())
        self._timer.start()
        if had_focus:
            self.focus_first()

    def _templates_part(self) -> QWidget:
        px = self._around.look.px
        part = QWidget()
        grid = QGridLayout(part)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(px(16))
        self.cards = {}
        for index, name in enumerate(self._templates):
            card = TemplateCard(self._around, name)
            card.clicked.connect(lambda _=False, name=name: self.template_chosen.emit(name))
            grid.addWidget(card, index // _ACROSS, index % _ACROSS)
            self.cards[name] = card
        return part

    def _files_part(self) -> QWidget:
        px, say = self._around.look.px, self._around.words.say
        part = QWidget()
        part.setFixedWidth(px(_SIDE_WIDTH))
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        opener = QPushButton(icon("folder-open"), say("start.open_file"))
        opener.setProperty("task", "plain")
        opener.setIconSize(QSize(px(26), px(18)))
        opener.clicked.connect(self.open_asked)
        column.addWidget(opener)
        column.addSpacing(px(12))
        if self._examples:
            column.addWidget(label(say("start.examples"), "section"))
            for name, path in self._examples:
                row = self._row(name, "route", "")
                row.clicked.connect(lambda _=False, path=path: self.example_chosen.emit(path))
                column.addWidget(row)
            column.addSpacing(px(12))
        column.addWidget(label(say("start.recent"), "section"))
        for path in self._recent:
            row = self._row(path.stem, "file-text", str(path))
            row.clicked.connect(lambda _=False, path=path: self.file_chosen.emit(path))
            column.addWidget(row)
        if not self._recent:
            column.addWidget(label(say("start.no_recent"), "quiet", wrap=True))
        column.addStretch(1)
        return part

    def _row(self, name: str, icon_name: str, tip: str) -> QPushButton:
        px = self._around.look.px
        row = QPushButton(icon(icon_name, Tint.QUIET), "")
        row.setObjectName("fileRow")
        row.setIconSize(QSize(px(26), px(18)))
        room = px(_SIDE_WIDTH - 56)
        fitted = row.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, room)
        row.setText(fitted.replace("&", "&&"))
        row.setAccessibleName(name)
        row.setToolTip(plain_tip(tip or (name if fitted != name else "")))
        return row

    def _paint_next(self) -> None:
        """One picture at a time, so that the window answers from the first moment."""
        if not self._waiting:
            self._timer.stop()
            return
        card = self._waiting.pop(0)
        card.show_picture(self._picture_of(card.name, card.picture_size, self.devicePixelRatioF()))
