"""The least that a window of Qt can be: the other side of P13. Says when it was first painted."""

import os
import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget


class FirstPaint(QObject):
    """Tells the starting process of the first frame of `watched`, and ends this one."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Waits for a frame; what is told comes after it was drawn."""
        if event.type() == QEvent.Type.Paint and self.is_due():
            watched.removeEventFilter(self)
            QTimer.singleShot(0, tell)
        return False

    def is_due(self) -> bool:
        """Whether what is painted now is what is waited for."""
        return True


def tell() -> None:
    """One byte to the process that waits for it; then nothing more is of interest."""
    os.write(1, b"!")
    os._exit(0)


def main() -> int:
    """Opens a window of the size of ours."""
    program = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1280, 800)
    FirstPaint(window)
    window.show()
    return program.exec()


if __name__ == "__main__":
    sys.exit(main())
