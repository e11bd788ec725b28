"""Fields for lengths of time, numbers and sources."""

import math
import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cjmapper.ui.guard import guard
from cjmapper.ui.look.icons import Tint, icon
from cjmapper.ui.panels.inspector.fields import Field, Several
from cjmapper.ui.parts.choice import Choice
from cjmapper.ui.parts.labels import label, plain_tip
from cjmapper.ui.parts.surroundings import Surroundings

_SOURCE = 168
"""Pixels for the title of a source, beside its icon and its cross."""


class NumberBox(QLineEdit):
    """A number within limits, written as the language writes it; Up and Down step."""

    def __init__(self, around: Surroundings, limits: tuple[float, float], step: float) -> None:
        super().__init__()
        self._around = around
        self._limits = limits
        self._step = step
        self.setMaxLength(8)

    @property
    def number(self) -> float | None:
        """What is typed, held within the limits; None where it is no number."""
        typed = "".join(self.text().split())
        typed = typed.replace(",", ".").replace("−", "-").replace("+", "")
        try:
            number = float(typed)
        except ValueError:
            return None
        least, most = self._limits
        return max(least, min(most, number)) if math.isfinite(number) else None

    def show_number(self, number: float | None) -> None:
        """Shows a number, or nothing; without marks between thousands, as one types it."""
        text = "" if number is None else self._around.words.plain_number(round(number, 2))
        if self.text() != text:
            self.setText(text)
        self.setModified(False)

    @guard
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down change it by one step."""
        steps = {Qt.Key.Key_Up: self._step, Qt.Key.Key_Down: -self._step}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        least, most = self._limits
        self.show_number(max(least, min(most, (self.number or 0.0) + step)))
        self.editingFinished.emit()


class NumberField(Field):
    """A number with its unit; empty means that it follows by itself."""

    def __init__(
        self, caption: str, around: Surroundings, limits: tuple[float, float], unit: str
    ) -> None:
        super().__init__(f"{caption} ({unit})", around)
        self.number = NumberBox(around, limits, 1)
        self.number.editingFinished.connect(self.finish)
        self.take(self.number)
        self._value: object = None

    def show_value(self, value: object) -> None:
        """Shows a number, or that it follows by itself."""
        self._value = value
        code = "inspector.mixed" if value is Several.MIXED else "inspector.automatic"
        self.number.setPlaceholderText(self.around.words.say(code))
        self.number.show_number(value if isinstance(value, float | int) else None)

    def finish(self) -> None:
        """Settles the number that was typed; nothing typed means none."""
        typed = self.number.number
        if typed is None and self.number.text().strip():
            self.show_value(self._value)
            return
        same = typed == self._value or (typed is None and self._value is Several.MIXED)
        if not same and not shows_same(self._value, typed):
            self._value = typed
            self.settled.emit(typed)


def shows_same(value: object, typed: float | None) -> bool:
    """Whether a value is only shown with fewer decimals."""
    return isinstance(value, float | int) and typed is not None and round(value, 2) == typed


_DURATION = re.compile(r"P(T?)(\d+)([HMSDWY])")
_UNITS = (
    ("PT{n}M", "minutes"),
    ("PT{n}H", "hours"),
    ("P{n}D", "days"),
    ("P{n}W", "weeks"),
    ("P{n}M", "months"),
)


class DurationField(Field):
    """How long something takes: a number and a unit; empty is not said."""

    def __init__(self, caption: str, around: Surroundings) -> None:
        super().__init__(caption, around)
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(around.look.px(8))
        self.number = QLineEdit()
        self.number.setFixedWidth(around.look.px(72))
        self.number.setMaxLength(5)
        self.number.setAccessibleName(caption)
        self.unit = Choice(around.look)
        self.unit.setAccessibleName(around.words.say("inspector.unit_of_time"))
        say = around.words.say
        self.unit.offer([(form, say(f"inspector.unit.{name}")) for form, name in _UNITS])
        across.addWidget(self.number)
        across.addWidget(self.unit, 1)
        self.take(row)
        self._value: object = None
        self.number.editingFinished.connect(self.finish)
        self.unit.chosen.connect(lambda _form: self.finish())

    def show_value(self, value: object) -> None:
        """Shows a duration; one of several units stays as it is until another is typed."""
        self._value = value
        found = _DURATION.fullmatch(str(value or ""))
        number, form = "", _UNITS[2][0]
        if found is not None:
            time, number, unit = found.groups()
            form = f"P{time}{{n}}{unit}"
            weeks = form == "P{n}D" and int(number) % 7 == 0 and int(number) > 0
            number, form = (str(int(number) // 7), "P{n}W") if weeks else (number, form)
        self.number.setText(number)
        self.unit.show_value(form)

    def finish(self) -> None:
        """Settles what was typed."""
        typed = self.number.text().strip()
        if not typed:
            wanted = None if _DURATION.fullmatch(str(self._value or "")) else self._value
        elif typed.isdecimal():
            wanted = str(self.unit.currentData()).format(n=int(typed))
        else:
            self.show_value(self._value)
            return
        if wanted != self._value and not self._same(wanted):
            self._value = wanted
            self.settled.emit(wanted)

    def _same(self, wanted: object) -> bool:
        """Three weeks are twenty-one days."""
        weeks = re.fullmatch(r"P(\d+)W", str(wanted or ""))
        return weeks is not None and self._value == f"P{int(weeks[1]) * 7}D"


class SourcesField(Field):
    """What is behind a claim: one row a source, and a way to add one."""

    added = Signal(str)

    def __init__(
        self, caption: str, around: Surroundings, sources: list[tuple[object, str, str]]
    ) -> None:
        super().__init__(caption, around)
        self._names = {str(key): (name, icon_name) for key, name, icon_name in sources}
        self._value: tuple[str, ...] = ()
        holder = QWidget()
        self._rows = QVBoxLayout(holder)
        self._rows.setContentsMargins(0, 0, 0, around.look.px(4))
        self._rows.setSpacing(around.look.px(4))
        self.take(holder)
        say = around.words.say
        self.new_line = QLineEdit()
        self.new_line.setPlaceholderText(say("inspector.source_title"))
        self.new_line.setAccessibleName(say("inspector.source_title"))
        self.new_line.hide()
        self.new_line.editingFinished.connect(self.finish)
        self._column.addWidget(self.new_line)
        self.choice = Choice(around.look, framed=False)
        self._column.addWidget(self.choice)
        self.choice.chosen.connect(self._chosen)

    def show_value(self, value: object) -> None:
        """Shows the sources of what is selected."""
        self._value = tuple(value) if isinstance(value, tuple) else ()
        while (item := self._rows.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        say = self.around.words.say
        if value is Several.MIXED:
            self._rows.addWidget(label(say("inspector.mixed"), "quiet"))
        elif not self._value:
            self._rows.addWidget(label(say("inspector.no_evidence"), "quiet", wrap=True))
        for key in self._value:
            self._rows.addWidget(self._row(key))
        rest = [(key, name) for key, (name, _) in self._names.items() if key not in self._value]
        self.choice.offer([*rest, (Several.MIXED, say("inspector.new_evidence"))])
        self.choice.show_value(None, say("inspector.add_evidence"))

    def finish(self) -> None:
        """Takes the new source that was typed."""
        title = self.new_line.text().strip()
        self.new_line.clear()
        self.new_line.hide()
        if title:
            self.added.emit(title)

    def _row(self, key: str) -> QWidget:
        px = self.around.look.px
        name, icon_name = self._names.get(key, (key, "file-text"))
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(px(2))
        shown = QPushButton(icon(icon_name, Tint.QUIET), "")
        shown.setObjectName("rowButton")
        shown.setToolTip(plain_tip(name))
        shown.setAccessibleName(name)
        shown.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        fitted = shown.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, px(_SOURCE))
        shown.setText(fitted.replace("&", "&&"))
        away = QToolButton()
        away.setProperty("small", "true")
        away.setIcon(icon("x", Tint.QUIET))
        away.setToolTip(self.around.words.say("inspector.remove_evidence"))
        away.setAccessibleName(self.around.words.say("inspector.remove_evidence"))
        away.clicked.connect(
            lambda: self.settled.emit(tuple(other for other in self._value if other != key))
        )
        across.addWidget(shown, 1)
        across.addWidget(away)
        return row

    def _chosen(self, value: object) -> None:
        self.choice.show_value(None, self.around.words.say("inspector.add_evidence"))
        if value is Several.MIXED:
            self.new_line.show()
            self.new_line.setFocus()
        else:
            self.settled.emit((*self._value, value))
