"""The list that the editor lets a person choose from, beside what it is about on the map.

It shows and takes clicks; keys go to the editor through the canvas, which keeps the focus.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, QTimer
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, Qt

from cjmapper.editor.editor import Editor
from cjmapper.editor.feedback import Choice, Choices, Said
from cjmapper.ui.canvas.canvas import Canvas
from cjmapper.ui.guard import guard
from cjmapper.ui.panels.floating import SHADOW, Floating
from cjmapper.ui.parts.surroundings import Surroundings
from cjmapper.ui.parts.worded import worded

_WIDTH = 264
_ROW = 32
_TOP = 34
_SIDE = 12
_MOST = 7
_APART = 6
_RING = 4
"""How far around the chosen one its ring is seen."""

_TEXT = 13
_SMALL = 12
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class ChoiceList(Floating):
    """At most seven rows around the chosen one, and above them what was typed."""

    def __init__(self, around: Surroundings, editor: Editor, canvas: Canvas) -> None:
        super().__init__(around.look, canvas.viewport())
        self._around = around
        self._editor = editor
        self._canvas = canvas
        self._choices: Choices | None = None
        self._chosen_seen = ""
        self._side = 0
        self._placing = QTimer(self)
        self._placing.setSingleShot(True)
        self._placing.timeout.connect(self._put)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        canvas.viewport().installEventFilter(self)
        editor.listen(self.bring_up_to_date)

    @property
    def rows(self) -> tuple[Choice, ...]:
        """What is seen of the list."""
        choices = self._choices
        if choices is None:
            return ()
        order = [one.id for one in choices.items]
        here = order.index(choices.chosen) if choices.chosen in order else 0
        first = max(0, min(here - _MOST // 2, len(order) - _MOST))
        return choices.items[first : first + _MOST]

    def words_of(self, choice: Choice) -> str:
        """A row as it is read."""
        return choice.text if choice.said is None else self._say(choice.said)

    def bring_up_to_date(self) -> None:
        """Shows the list that there is now, or nothing."""
        choices = self._editor.feedback.choices
        if choices == self._choices:
            return
        self._choices = choices
        if choices is None:
            self._chosen_seen, self._side = "", 0
            self.hide()
            return
        if choices.chosen != self._chosen_seen:
            self._chosen_seen = choices.chosen
            self._canvas.reveal((choices.chosen,))
            self._tell(choices)
        self._put()
        self.show()
        self.raise_()
        self.update()

    @guard
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Goes along when the map is seen from elsewhere."""
        if event.type() == QEvent.Type.Paint and self._choices is not None:
            self._placing.start()
        return False

    @guard
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click takes the row under it."""
        event.accept()
        row = self._row_at(event.position().y())
        if row is not None:
            self._editor.choose(row.id)

    @guard
    def paintEvent(self, event: QPaintEvent) -> None:
        """What was typed, then the rows."""
        super().paintEvent(event)
        if self._choices is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_top(painter, self._choices)
            for index, row in enumerate(self.rows):
                self._paint_row(painter, index, row, chosen=row.id == self._choices.chosen)

    def _paint_top(self, painter: QPainter, choices: Choices) -> None:
        look, tokens = self._around.look, self._around.look.tokens
        side = look.px(_SIDE)
        line = QRectF(self.ground)
        line.setHeight(look.px(_TOP))
        text = choices.typed or self._say(choices.title)
        if choices.typed and not choices.items:
            text = self._around.words.say("choice.none_fits", typed=choices.typed)
        painter.setFont(look.font(_SMALL, semibold=bool(choices.typed)))
        painter.setPen(QColor(tokens.text if choices.typed else tokens.secondary))
        self._write(painter, line.adjusted(side, 0, -side, 0), text)
        painter.setPen(QColor(tokens.hairline))
        painter.drawLine(line.bottomLeft(), line.bottomRight())

    def _paint_row(self, painter: QPainter, index: int, row: Choice, *, chosen: bool) -> None:
        look, tokens = self._around.look, self._around.look.tokens
        inset, side = look.px(4), look.px(_SIDE)
        frame = self._row_frame(index)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(frame.adjusted(inset, 1, -inset, -1), look.px(6), look.px(6))
        painter.setFont(look.font(_TEXT))
        painter.setPen(QColor(tokens.on_accent if chosen else tokens.text))
        self._write(painter, frame.adjusted(side, 0, -side, 0), self.words_of(row))

    def _write(self, painter: QPainter, frame: QRectF, text: str) -> None:
        metrics = QFontMetrics(painter.font())
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(frame.width()))
        painter.drawText(frame, int(_LEFT), shown)

    def _row_frame(self, index: int) -> QRectF:
        ground, px = self.ground, self._around.look.px
        top = ground.top() + px(_TOP) + px(4) + index * px(_ROW)
        return QRectF(ground.left(), top, ground.width(), px(_ROW))

    def _row_at(self, y: float) -> Choice | None:
        for index, row in enumerate(self.rows):
            frame = self._row_frame(index)
            if frame.top() <= y < frame.bottom():
                return row
        return None

    def _put(self) -> None:
        """Beside what it is about, and not over the chosen one; it stays where it can."""
        choices, px = self._choices, self._around.look.px
        if choices is None:
            return
        edge = px(SHADOW)
        height = px(_TOP) + len(self.rows) * px(_ROW) + px(8)
        self.resize(px(_WIDTH) + 2 * edge, height + 2 * edge)
        seen = self._canvas.view.rect(choices.beside)
        about = QRectF(seen.x, seen.y, seen.width, seen.height).toAlignedRect()
        chosen = self._canvas.place_px(choices.chosen)
        if not chosen.isEmpty():
            chosen.adjust(-px(_RING), -px(_RING), px(_RING), px(_RING))
        places = self._places(about, QSize(px(_WIDTH), height))
        order = sorted(range(len(places)), key=lambda side: side != self._side)
        hides = [one.intersects(about) or one.intersects(chosen) for one in places]
        self._side = next((side for side in order if not hides[side]), 0)
        self.move(places[self._side].topLeft() - QPoint(edge, edge))

    def _places(self, about: QRect, size: QSize) -> list[QRect]:
        """Right, left, below and above, inside the map's window; the best one first."""
        room, apart = self._canvas.viewport().rect(), self._around.look.px(_APART)
        right, below = about.right() + 1 + apart, about.bottom() + 1 + apart
        left, above = about.left() - apart - size.width(), about.top() - apart - size.height()
        top, start = about.top(), about.left()
        corners = [(right, top), (left, top), (start, below), (start, above)]
        if right + size.width() > room.right() + 1:
            corners[0], corners[1] = corners[1], corners[0]
        return [QRect(_within(QPoint(*corner), size, room), size) for corner in corners]

    def _tell(self, choices: Choices) -> None:
        """Says the chosen one to those who do not see the list."""
        for number, row in enumerate(choices.items, start=1):
            if row.id == choices.chosen:
                words, most = self.words_of(row), len(choices.items)
                told = Said("choice.place", {"words": words, "place": number, "most": most})
                self._editor.announce(told)

    def _say(self, said: Said) -> str:
        return worded(self._around.words, said)


def _within(corner: QPoint, size: QSize, room: QRect) -> QPoint:
    """The nearest corner at which all of it is seen."""
    return QPoint(
        max(0, min(corner.x(), room.width() - size.width())),
        max(0, min(corner.y(), room.height() - size.height())),
    )
