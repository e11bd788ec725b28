"""Sentences for those who listen: assistive technology says them when it has a moment."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

_Politeness = QAccessible.AnnouncementPoliteness


def announce(place: QWidget, sentence: str, *, at_once: bool = False) -> None:
    """Has a sentence said where assistive technology is running; `at_once` interrupts."""
    if not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(place, sentence)
    event.setPoliteness(_Politeness.Assertive if at_once else _Politeness.Polite)
    QAccessible.updateAccessibility(event)
