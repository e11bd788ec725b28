"""The fields of the inspector. A field shows a value and tells what a person makes of it.

`tried` comes while a person is still at it (typing, dragging), `settled` when the value is meant;
`asked` names a command of the window.
Fields know nothing of documents.
"""

from enum import Enum

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from cjmapper.model.plain_text import MAX_TEXT
from cjmapper.ui.guard import guard
from cjmapper.ui.parts.choice import Choice
from cjmapper.ui.parts.labels import label, plain_tip
from cjmapper.ui.parts.surroundings import Surroundings
from cjmapper.ui.parts.tick import Tick

_LINE_SIDE = 10


class Several(Enum):
    """Stands for a value where the selected things differ."""

    MIXED = "mixed"


class Field(QWidget):
    """A caption and below it a control."""

    tried = Signal(object)
    settled = Signal(object)
    asked = Signal(str)

    def __init__(self, caption: str, around: Surroundings) -> None:
        super().__init__()
        self.around = around
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(around.look.px(4))
        if caption:
            self._column.addWidget(label(caption, "caption"))
        self.caption = caption

    def take(self, control: QWidget) -> None:
        """Puts the control in its place."""
        control.setAccessibleName(self.caption)
        self._column.addWidget(control)

    def take_keyboard(self) -> None:
        """Gives the keyboard to the first of its controls that takes it."""
        for control in self.findChildren(QWidget):
            if control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.isEnabled():
                control.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def show_value(self, value: object) -> None:
        """Shows a value without telling anything."""

    def finish(self) -> None:
        """Settles what was begun, before something else happens."""


class _Line(QLineEdit):
    """A line whose text, where it is longer than there is room, ends in an ellipsis."""

    @property
    def is_cut(self) -> bool:
        """Whether its text is longer than there is room."""
        room = self.width() - 2 * _LINE_SIDE
        return self.fontMetrics().horizontalAdvance(self.text()) > room

    @guard
    def paintEvent(self, event: QPaintEvent) -> None:
        """The text; its end is hidden under the ellipsis while nobody writes in it."""
        super().paintEvent(event)
        if self.hasFocus() or not self.is_cut:
            return
        width = self.fontMetrics().horizontalAdvance("…") + 2
        place = self.rect().adjusted(self.width() - _LINE_SIDE - width, 2, -_LINE_SIDE // 2, -2)
        with QPainter(self) as painter:
            painter.fillRect(place, self.palette().color(QPalette.ColorRole.Base))
            painter.setPen(self.palette().color(QPalette.ColorRole.Text))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), "…")


class LineField(Field):
    """A text of one line."""

    def __init__(self, caption: str, around: Surroundings) -> None:
        super().__init__(caption, around)
        self.line = _Line()
        self.line.setMaxLength(MAX_TEXT)
        self.take(self.line)
        self._shown: object = ""
        self.line.textEdited.connect(self.tried.emit)
        self.line.editingFinished.connect(self.finish)

    def show_value(self, value: object) -> None:
        """Shows a text; what is being typed stays."""
        if self.line.hasFocus() and self.line.isModified():
            return
        self._shown = value
        mixed = value is Several.MIXED
        self.line.setPlaceholderText(self.around.words.say("inspector.mixed") if mixed else "")
        text = "" if mixed else str(value)
        if self.line.text() != text:
            self.line.setText(text)
            self.line.setCursorPosition(0)
        self.line.setToolTip(plain_tip(text) if self.line.is_cut else "")
        self.line.setModified(False)

    def finish(self) -> None:
        """Settles what was typed."""
        if self.line.isModified():
            self.line.setModified(False)
            self.settled.emit(self.line.text())


class _Paragraphs(QPlainTextEdit):
    """Plain text that tells when it is left; Tab leaves it, Ctrl+Enter too."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    @guard
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Left for something else."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    @guard
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter and Esc settle it."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if (enter and control) or event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


class TextField(Field):
    """A text of several lines."""

    def __init__(self, caption: str, around: Surroundings, lines: int = 3) -> None:
        super().__init__(caption, around)
        self.text = _Paragraphs()
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * lines + around.look.px(18))
        self.take(self.text)
        self._touched = False
        self._showing = False
        self.text.textChanged.connect(self._typed)
        self.text.left.connect(self.finish)

    def show_value(self, value: object) -> None:
        """Shows a text; what is being typed stays."""
        if self._touched:
            return
        mixed = value is Several.MIXED
        self.text.setPlaceholderText(self.around.words.say("inspector.mixed") if mixed else "")
        text = "" if mixed else str(value)
        if self.text.toPlainText() != text:
            self._showing = True
            self.text.setPlainText(text)
            self._showing = False

    def finish(self) -> None:
        """Settles what was typed."""
        if self._touched:
            self._touched = False
            self.settled.emit(self.text.toPlainText()[:MAX_TEXT])

    def _typed(self) -> None:
        if not self._showing:
            self._touched = True
            self.tried.emit(self.text.toPlainText()[:MAX_TEXT])


class ChoiceField(Field):
    """One value of a list."""

    def __init__(
        self, caption: str, around: Surroundings, choices: list[tuple[object, str]]
    ) -> None:
        super().__init__(caption, around)
        self.choice = Choice(around.look)
        self.choice.offer(choices)
        self.take(self.choice)
        self.choice.chosen.connect(self.settled)

    def show_value(self, value: object) -> None:
        """Shows one of the list."""
        code = "inspector.mixed" if value is Several.MIXED else "inspector.not_set"
        self.choice.show_value(value, self.around.words.say(code))


class NewNameField(ChoiceField):
    """One entry of a register, or a new one that is named on the spot."""

    named = Signal(str)

    def __init__(
        self,
        caption: str,
        around: Surroundings,
        choices: list[tuple[object, str]],
        new_word: str,
    ) -> None:
        super().__init__(caption, around, [*choices, (Several.MIXED, new_word)])
        self.name_line = QLineEdit()
        self.name_line.setPlaceholderText(new_word.rstrip("…."))
        self.name_line.setAccessibleName(new_word)
        self.name_line.hide()
        self._column.addWidget(self.name_line)
        self._value: object = None
        self.choice.chosen.disconnect(self.settled)
        self.choice.chosen.connect(self._chosen)
        self.name_line.editingFinished.connect(self.finish)

    def show_value(self, value: object) -> None:
        """Shows one of the register."""
        self._value = value
        code = "inspector.mixed" if value is Several.MIXED else "inspector.not_set"
        shown = object() if value is Several.MIXED else value
        self.choice.show_value(shown, self.around.words.say(code))

    def finish(self) -> None:
        """Takes the new name that was typed."""
        name = self.name_line.text().strip()
        self.name_line.clear()
        self.name_line.hide()
        if name:
            self.named.emit(name)

    def _chosen(self, value: object) -> None:
        if value is not Several.MIXED:
            self.settled.emit(value)
            return
        self.show_value(self._value)
        self.name_line.show()
        self.name_line.setFocus()


class TickField(Field):
    """Yes or no."""

    def __init__(self, caption: str, around: Surroundings) -> None:
        super().__init__("", around)
        self.caption = caption
        self.tick = Tick(around.look, caption)
        self.take(self.tick)
        self.tick.clicked.connect(self._clicked)

    def show_value(self, value: object) -> None:
        """Shows yes, no or something of both."""
        if value is Several.MIXED:
            self.tick.setTristate(True)
            self.tick.setCheckState(Qt.CheckState.PartiallyChecked)
        else:
            self.tick.setTristate(False)
            self.tick.setChecked(bool(value))

    def _clicked(self) -> None:
        wanted = self.tick.checkState() != Qt.CheckState.Unchecked
        self.tick.setTristate(False)
        self.tick.setChecked(wanted)
        self.settled.emit(wanted)


class LevelField(Field):
    """One of a few levels, each a button; pressing the one in force takes it away."""

    def __init__(
        self, caption: str, around: Surroundings, levels: list[tuple[object, str, str]]
    ) -> None:
        super().__init__(caption, around)
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(around.look.px(4))
        self.buttons: dict[object, QPushButton] = {}
        for value, word, tip in levels:
            button = QPushButton(word)
            button.setProperty("task", "level")
            button.setCheckable(True)
            button.setToolTip(tip)
            button.setAccessibleName(f"{caption}: {tip or word}")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _checked=False, chosen=value: self._pressed(chosen))
            across.addWidget(button)
            self.buttons[value] = button
        self.take(row)
        self._value: object = None

    def show_value(self, value: object) -> None:
        """Shows a level as pressed."""
        self._value = value
        for level, button in self.buttons.items():
            button.setChecked(level == value)

    def _pressed(self, value: object) -> None:
        wanted = None if value == self._value else value
        self.show_value(wanted)
        self.settled.emit(wanted)


class ShareField(Field):
    """A share of all, from none to everyone: a slider and its percentage."""

    def __init__(self, caption: str, around: Surroundings) -> None:
        super().__init__(caption, around)
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(around.look.px(12))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, 100)
        self.slider.setPageStep(10)
        self.slider.setSingleStep(5)
        self.slider.setAccessibleName(caption)
        self.slider.installEventFilter(self)
        self._words = label("", "strong")
        self._words.setFixedWidth(around.look.px(64))
        self._words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        across.addWidget(self.slider, 1)
        across.addWidget(self._words)
        self.take(row)
        self._dragging = False
        self.slider.sliderPressed.connect(self._begin)
        self.slider.sliderReleased.connect(self._end)
        self.slider.valueChanged.connect(self._moved)

    def show_value(self, value: object) -> None:
        """Shows a share, or that there is none."""
        if self._dragging:
            return
        share = value if isinstance(value, float | int) else 0
        self.slider.blockSignals(True)
        self.slider.setValue(round(share * 100))
        self.slider.blockSignals(False)
        self._say(value)

    @guard
    def eventFilter(self, _watched: object, event: QEvent) -> bool:
        """A wheel over the slider belongs to what scrolls."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return False

    def _say(self, value: object) -> None:
        say = self.around.words
        if value is Several.MIXED:
            self._words.setText(say.say("inspector.mixed"))
        elif isinstance(value, float | int):
            self._words.setText(say.percent(value))
        else:
            self._words.setText("–")

    def _begin(self) -> None:
        self._dragging = True

    def _end(self) -> None:
        self._dragging = False
        self.settled.emit(self.slider.value() / 100)

    def _moved(self, value: int) -> None:
        self._say(value / 100)
        (self.tried if self._dragging else self.settled).emit(value / 100)
