"""Loads, while nobody waits, what the first poster needs; a little at a time.

Nothing depends on it: what is not loaded yet when it is asked for is loaded then.
"""

from collections.abc import Sequence
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from cjmapper.ui.guard import guard

WANTED = (
    "cjmapper.export.findings",
    "cjmapper.export.faults",
    "cjmapper.export.paper",
    "cjmapper.ui.panels.poster.planned",
    "cjmapper.ui.panels.poster.workbench",
    "cjmapper.ui.panels.poster.preview",
    "cjmapper.ui.panels.poster.leaves",
    "cjmapper.ui.panels.poster.sections",
    "cjmapper.ui.panels.poster.panel",
    "cjmapper.ui.posters",
    "cjmapper.analysis",
    "cjmapper.layout.poster_types",
    "cjmapper.layout.poster_block",
    "cjmapper.layout.poster_room",
    "cjmapper.layout.poster",
    "cjmapper.layout.poster_list",
    "cjmapper.export.poster_pages",
    "cjmapper.drawing.paper_map",
    "cjmapper.drawing.poster_frame",
    "cjmapper.drawing.poster",
    "cjmapper.export.poster",
    "cjmapper.export.planning",
    "cjmapper.export.preflight",
    "cjmapper.ui.panels.poster.planner",
    "cjmapper.ui.panels.poster.saying",
    "cjmapper.export.png",
    "cjmapper.ui.panels.poster.more_sections",
)
"""In this order each brings little that those before it have not."""
_BETWEEN_MS = 15


class Ahead(QObject):
    """Loads modules one by one; between two of them the window does what it has to do."""

    def __init__(self, parent: QObject, wanted: Sequence[str] = WANTED) -> None:
        super().__init__(parent)
        self._left = list(wanted)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._next)

    def begin(self) -> None:
        """Begins as soon as nothing else is to be done."""
        self._timer.start(_BETWEEN_MS)

    @guard
    def _next(self) -> None:
        if self._left:
            import_module(self._left.pop(0))
            self._timer.start(_BETWEEN_MS)
