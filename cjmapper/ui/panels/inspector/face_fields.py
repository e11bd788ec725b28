"""Faces to choose an emotion from: one as a button, five with a slider as a field."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QSlider,
    QWidget,
)

from cjmapper.drawing.shapes import emotion_level
from cjmapper.ui.guard import guard
from cjmapper.ui.look.appearance import Look
from cjmapper.ui.panels.inspector.fields import Field
from cjmapper.ui.panels.inspector.more_fields import NumberBox, shows_same
from cjmapper.ui.parts.surroundings import Surroundings

_FACE = 36
_UNCHOSEN = 0.7
_PARTS = 10
"""The slider counts tenths of a level."""

LEVELS = (-2, -1, 0, 1, 2)


class FaceButton(QAbstractButton):
    """One of the five faces; told apart by its mouth as well as by its colour."""

    def __init__(self, look: Look, level: int) -> None:
        super().__init__()
        self._look = look
        self._level = level
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(self.sizeHint())

    def show_value(self, value: float | None) -> None:
        """Chosen where it is the face that the map shows for a value."""
        self.setChecked(value is not None and emotion_level(value) + LEVELS[0] == self._level)

    @guard
    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._look.px(_FACE), self._look.px(_FACE))

    @guard
    def paintEvent(self, _event: QPaintEvent) -> None:
        """The face, with a ring where it is the chosen one."""
        with QPainter(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        tokens, px = self._look.tokens, self._look.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        colour = QColor(tokens.emotions[self._level + 2])
        if self.isChecked():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(whole.adjusted(1, 1, -1, -1))
        face = whole.adjusted(px(5), px(5), -px(5), -px(5))
        painter.setPen(QPen(colour, 2))
        painter.setBrush(colour)
        # Those that are not chosen step back, and are still the same faces.
        painter.setOpacity(1.0 if self.isChecked() or self.underMouse() else _UNCHOSEN)
        painter.drawEllipse(face)
        ink = QColor(tokens.on_emotion)
        painter.setPen(QPen(ink, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        side = face.width()
        for x in (0.34, 0.66):
            eye = QRectF(face.x() + side * x - 1, face.y() + side * 0.36 - 1, 2, 2)
            painter.drawEllipse(eye)
        self._paint_mouth(painter, face)

    def _paint_mouth(self, painter: QPainter, face: QRectF) -> None:
        side = face.width()
        bend = side * 0.075 * self._level
        left, right = face.x() + side * 0.3, face.x() + side * 0.7
        y = face.y() + side * 0.66
        if bend == 0:
            painter.drawLine(int(left), int(y), int(right), int(y))
            return
        bow = QRectF(left, y - abs(bend) - (max(0, bend)), right - left, abs(bend) * 2)
        painter.drawArc(bow, (180 if bend > 0 else 0) * 16, 180 * 16)


class FacesField(Field):
    """How it feels: five faces, and a number for what lies between."""

    def __init__(self, caption: str, around: Surroundings) -> None:
        super().__init__(caption, around)
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        self.faces: dict[int, FaceButton] = {}
        for level in LEVELS:
            face = FaceButton(around.look, level)
            word = around.words.say(f"map.emotion.{level}")
            face.setToolTip(word)
            face.setAccessibleName(word)
            face.clicked.connect(lambda _checked=False, chosen=level: self._chosen(chosen))
            across.addWidget(face)
            self.faces[level] = face
        across.addStretch(1)
        self.number = NumberBox(around, (-2.0, 2.0), 0.1)
        self.number.setFixedWidth(around.look.px(54))
        self.number.setAccessibleName(caption)
        self.number.editingFinished.connect(self.finish)
        across.addWidget(self.number)
        self.take(row)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(LEVELS[0] * _PARTS, LEVELS[-1] * _PARTS)
        self.slider.setPageStep(_PARTS)
        self.slider.installEventFilter(self)
        self.take(self.slider)
        self.slider.valueChanged.connect(self._slid)
        self.slider.sliderReleased.connect(self._released)
        self._value: object = None

    def show_value(self, value: object) -> None:
        """Shows a value on the faces and as a number."""
        self._value = value
        known = value if isinstance(value, float | int) else None
        for face in self.faces.values():
            face.show_value(known)
        self.number.show_number(known)
        if not self.slider.isSliderDown():
            self.slider.blockSignals(True)
            self.slider.setValue(round((known or 0.0) * _PARTS))
            self.slider.blockSignals(False)

    @guard
    def eventFilter(self, _watched: object, event: QEvent) -> bool:
        """A wheel over the slider belongs to what scrolls."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return False

    def finish(self) -> None:
        """Settles the number that was typed."""
        typed = self.number.number
        if typed is None or typed == self._value or shows_same(self._value, typed):
            self.number.show_number(self._value if isinstance(self._value, float | int) else None)
            return
        self.settled.emit(round(typed, 2))

    def _chosen(self, level: int) -> None:
        self.show_value(float(level))
        self.settled.emit(float(level))

    def _slid(self, parts: int) -> None:
        """While it is dragged it only shows; a key is meant at once."""
        value = parts / _PARTS
        self.show_value(value)
        (self.tried if self.slider.isSliderDown() else self.settled).emit(value)

    def _released(self) -> None:
        self.settled.emit(self.slider.value() / _PARTS)
