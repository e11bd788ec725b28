"""What the system tells a window when files are held over it."""

import warnings

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent


def dragged_in(
    point: QPoint, carried: QMimeData, button: Qt.MouseButton = Qt.MouseButton.LeftButton
) -> QDragEnterEvent:
    """Files that come in. Newer Qt wants finer points, which older ones do not know."""
    plain = Qt.KeyboardModifier.NoModifier
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return QDragEnterEvent(point, Qt.DropAction.CopyAction, carried, button, plain)
