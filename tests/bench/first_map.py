"""Starts the program with a file, as from the command line, and says when its map was painted."""

import sys

from cjmapper import __main__ as program

program.import_what_needs_no_qt()
program.import_qt()  # as the program does, before anything of Qt is imported here

from PySide6.QtWidgets import QApplication  # noqa: E402

from cjmapper import app  # noqa: E402
from cjmapper.ui.main_window import MainWindow  # noqa: E402
from tests.bench.reference.bare_window import FirstPaint  # noqa: E402


class FirstMap(FirstPaint):
    """Waits for the first frame in which the canvas has the map of the file."""

    def __init__(self, window: MainWindow, cards: int) -> None:
        self._canvas = window.work.canvas
        self._cards = cards
        super().__init__(self._canvas.viewport())

    def is_due(self) -> bool:
        """Whether the canvas has a map with that many cards."""
        return len(self._canvas.map_layout.map.cards) == self._cards


def main(cards: int) -> int:
    """Watches the window that the program makes, and runs it."""
    made_window = app.made_window

    def watched(program: QApplication) -> MainWindow:
        window = made_window(program)
        FirstMap(window, cards)
        return window

    app.made_window = watched
    return program.main()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv.pop())))
