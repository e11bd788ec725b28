"""The two scrollbars of a canvas: they show a view and may move it. Hold no view of their own."""

from PySide6.QtWidgets import QScrollBar

from cjmapper.ui.canvas.view import View

_STEP_PX = 32


class Bars:
    """Across and down; moved by a person, not by `show`, they give another view."""

    def __init__(self, across: QScrollBar, down: QScrollBar) -> None:
        self._across = across
        self._down = down
        self._showing = False
        for bar in (across, down):
            bar.setSingleStep(_STEP_PX)

    def show(self, view: View) -> None:
        """Stand where the view is; a bar without a range hides."""
        if self._showing:
            return
        self._showing = True
        sides = (
            (self._across, view.range[0], view.width, view.scroll_x),
            (self._down, view.range[1], view.height, view.scroll_y),
        )
        for bar, most, room, value in sides:
            bar.setRange(0, most)
            bar.setPageStep(max(1, int(room)))
            bar.setValue(int(value))
        self._showing = False

    def moved(self, view: View) -> View | None:
        """The view that a person scrolled to; None while they only follow."""
        if self._showing:
            return None
        return view.scrolled_to(self._across.value(), self._down.value())
