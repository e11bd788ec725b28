"""Whether everything in a window has room for its words and is large enough to be hit."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSlider,
    QToolButton,
    QWidget,
)

from cjmapper.ui.parts.choice import Choice
from cjmapper.ui.parts.labels import Pill
from cjmapper.ui.parts.tile import Tile
from cjmapper.ui.start_tiles import MapRow, TemplateCard
from tests.support.windows import walk

LEAST_SIDE = 24
_WORKED_WITH = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QSlider)


def cut(window: QWidget) -> list[str]:
    """Words that have less room than they need."""
    return [f"{type(one).__name__}: {words_of(one)}" for one in walk(window) if is_cut(one)]


def words_of(widget: QWidget) -> str:
    """What is written on a label or a button."""
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def is_cut(widget: QWidget) -> bool:
    """Whether it has less room than its words need; what shortens itself must tell it in full."""
    match widget:
        case Tile():
            room, metrics = widget.width() - 4, QFontMetrics(widget.word_font)
            high = metrics.height() * len(widget.lines) > widget.height()
            found = high or any(metrics.horizontalAdvance(line) > room for line in widget.lines)
        case TemplateCard():
            found = any(not_within(QFontMetrics(f), place, text) for text, f, place in widget.words)
        case MapRow():
            found = "…" in "".join(widget.lines) and not widget.toolTip()
        case Choice():
            found = widget.is_shortened and not widget.toolTip()
        case QLabel() if widget.wordWrap():
            found = widget.height() < widget.heightForWidth(widget.width())
        case _ if type(widget) in (QLabel, QPushButton, Pill) and words_of(widget):
            found = widget.width() < widget.sizeHint().width() - 1
        case QToolButton() if widget.text() and _shows_words(widget):
            metrics = QFontMetrics(widget.font())
            found = metrics.horizontalAdvance(widget.text()) > widget.width()
        case _:
            found = False
    return found


def not_within(metrics: QFontMetrics, place: QRect, text: str) -> bool:
    """Whether wrapped words need more room than a place has."""
    needed = metrics.boundingRect(
        QRect(0, 0, place.width(), 1000), int(Qt.TextFlag.TextWordWrap), text
    )
    return needed.width() > place.width() or needed.height() > place.height()


def too_small(window: QWidget) -> list[str]:
    """What is worked with by hand, and is less than 24 px wide or high."""
    found = [
        f"{type(one).__name__} {one.accessibleName()} {one.width()}x{one.height()}"
        for one in worked_with(window)
        if min(one.width(), one.height()) < LEAST_SIDE
    ]
    for bar in window.findChildren(QMenuBar):
        entries = ((entry.text(), bar.actionGeometry(entry)) for entry in bar.actions())
        found += [
            text for text, place in entries if min(place.width(), place.height()) < LEAST_SIDE
        ]
    return found


def outside(window: QWidget) -> list[str]:
    """What can be worked with but lies outside of the window, and not in anything that scrolls."""
    frame = window.rect()
    return [
        f"{type(one).__name__} {one.accessibleName() or words_of(one)}"
        for one in worked_with(window)
        if not _scrolls(one, window)
        and not frame.contains(QRect(one.mapTo(window, QPoint(0, 0)), one.size()))
    ] + [
        entry.text()
        for bar in window.findChildren(QMenuBar)
        if bar.isVisibleTo(window)
        for entry in bar.actions()
        if not bar.rect().contains(bar.actionGeometry(entry))
    ]


def low_entries(menu: QMenu, least: int) -> list[str]:
    """The entries of a menu that are lower than they are to be."""
    menu.ensurePolished()
    menu.adjustSize()
    return [
        entry.text()
        for entry in menu.actions()
        if not entry.isSeparator() and menu.actionGeometry(entry).height() < least
    ]


def worked_with(window: QWidget) -> Iterator[QWidget]:
    """What can be pressed, typed into or dragged."""
    for widget in walk(window):
        inner = isinstance(widget.parentWidget(), QComboBox | QLineEdit)
        if isinstance(widget, _WORKED_WITH) and not inner:
            yield widget


def _scrolls(widget: QWidget, window: QWidget) -> bool:
    around = widget.parentWidget()
    while around is not None and around is not window:
        if isinstance(around, QScrollArea):
            return True
        around = around.parentWidget()
    return False


def _shows_words(button: QToolButton) -> bool:
    only_icon = button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    return button.icon().isNull() or not only_icon
