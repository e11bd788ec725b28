"""Fields for how a thing looks: how wide or high it is, and which colour it has."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from cjmapper.editor.kinds import COLOURS
from cjmapper.ui.guard import guard
from cjmapper.ui.look.appearance import Look
from cjmapper.ui.look.icons import paint_icon
from cjmapper.ui.panels.inspector.fields import Field, Several
from cjmapper.ui.panels.inspector.more_fields import NumberField
from cjmapper.ui.parts.surroundings import Surroundings

_SPOT = 32
_ACROSS = 2


class SizeField(NumberField):
    """A length: typed, made a little less or more, or one of those that are usual.

    What depends on what stands there is a command of the window, which `asked` names.
    """

    def __init__(
        self,
        caption: str,
        around: Surroundings,
        limits: tuple[float, float],
        commands: tuple[str, ...],
    ) -> None:
        super().__init__(caption, around, limits, "mm")
        less, more, *usual = commands
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(around.look.px(4))
        self._column.removeWidget(self.number)
        across.addWidget(self._button("minus", less))
        across.addWidget(self.number, 1)
        across.addWidget(self._button("plus", more))
        self._column.addWidget(row)
        choices = QWidget()
        grid = QGridLayout(choices)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(around.look.px(4))
        for index, name in enumerate(usual):
            last_alone = index == len(usual) - 1 and not index % _ACROSS
            span = _ACROSS if last_alone else 1
            grid.addWidget(self._choice(name), index // _ACROSS, index % _ACROSS, 1, span)
        self._column.addWidget(choices)

    def _button(self, icon_name: str, command: str) -> QAbstractButton:
        button = _Icon(self.around.look, icon_name)
        word = self.around.words.say(f"action.{command}")
        button.setToolTip(word)
        button.setAccessibleName(word)
        button.clicked.connect(lambda: self._ask(command))
        return button

    def _choice(self, command: str) -> QPushButton:
        button = QPushButton(self.around.words.say(f"inspector.{command}"))
        button.setProperty("task", "choice")
        button.setAccessibleName(self.around.words.say(f"action.{command}"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self._ask(command))
        return button

    def _ask(self, command: str) -> None:
        self.finish()
        self.asked.emit(command)


class _Icon(QAbstractButton):
    """A square button with an icon, framed as the fields beside it."""

    def __init__(self, look: Look, icon_name: str) -> None:
        super().__init__()
        self._look = look
        self._icon_name = icon_name
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedSize(look.px(_SPOT), look.px(_SPOT))

    @guard
    def paintEvent(self, _event: QPaintEvent) -> None:
        """A frame and the icon."""
        px, tokens = self._look.px, self._look.tokens
        over = tokens.hover if self.underMouse() else tokens.surface
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(tokens.control), 1))
            painter.setBrush(QColor(tokens.pressed if self.isDown() else over))
            frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(frame, px(6), px(6))
            ink = tokens.text if self.isEnabled() else tokens.disabled
            edge = px(8)
            paint_icon(
                painter, self._icon_name, frame.adjusted(edge, edge, -edge, -edge), QColor(ink)
            )


class Spot(QAbstractButton):
    """A round spot of a colour; without one, that of the kind."""

    def __init__(self, look: Look, colour: str | None) -> None:
        super().__init__()
        self._look = look
        self._colour = colour
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(self.sizeHint())

    @guard
    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._look.px(_SPOT), self._look.px(_SPOT))

    @guard
    def paintEvent(self, _event: QPaintEvent) -> None:
        """The spot; a ring around the chosen one."""
        px, tokens = self._look.px, self._look.tokens
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            whole = QRectF(self.rect())
            spot = whole.adjusted(px(6), px(6), -px(6), -px(6))
            if self.isChecked() or self.underMouse():
                ring = tokens.accent if self.isChecked() else tokens.control
                painter.setPen(QPen(QColor(ring), 2))
                painter.drawEllipse(whole.adjusted(2, 2, -2, -2))
            if self._colour is None:
                painter.setPen(QPen(QColor(tokens.control), 1.5))
                painter.setBrush(QColor(tokens.surface))
                painter.drawEllipse(spot)
                painter.drawLine(
                    spot.center() + (spot.bottomLeft() - spot.center()) * 0.7,
                    spot.center() + (spot.topRight() - spot.center()) * 0.7,
                )
                return
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._colour))
            painter.drawEllipse(spot)


class ColourField(Field):
    """A colour of a few, or that of the kind."""

    def __init__(self, caption: str, around: Surroundings) -> None:
        super().__init__(caption, around)
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(around.look.px(4))
        self.spots: dict[str | None, Spot] = {}
        for name, colour in (("none", None), *COLOURS.items()):
            spot = Spot(around.look, colour)
            word = around.words.say(f"inspector.colour.{name}")
            spot.setToolTip(word)
            spot.setAccessibleName(f"{caption}: {word}")
            spot.clicked.connect(lambda _checked=False, chosen=colour: self._chosen(chosen))
            across.addWidget(spot)
            self.spots[colour] = spot
        across.addStretch(1)
        self.take(row)

    def show_value(self, value: object) -> None:
        """Shows which colour it is; none where they differ."""
        for colour, spot in self.spots.items():
            spot.setChecked(value is not Several.MIXED and colour == value)

    def _chosen(self, colour: str | None) -> None:
        self.show_value(colour)
        self.settled.emit(colour)
