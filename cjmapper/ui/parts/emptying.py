"""Taking everything out of a layout, before it is filled anew."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout


def emptied(layout: QVBoxLayout | QHBoxLayout) -> None:
    """Takes everything out of a layout; what stood in it takes no key any more, and goes soon."""
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if isinstance(inner, QVBoxLayout | QHBoxLayout):
            emptied(inner)
            inner.deleteLater()
        elif widget is not None:
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            widget.hide()
            widget.deleteLater()
