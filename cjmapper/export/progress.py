"""How much of an export is done, and whether to go on. Knows nothing of what is done."""

from collections.abc import Callable

from cjmapper.errors import ExportCancelledError

Progress = Callable[[float], bool]
"""Is told how much is done (0 to 1); returns False to stop."""


class Share:
    """A stretch of the whole work; what is told of it counts from 0 to 1."""

    def __init__(self, progress: Progress, start: float = 0.0, end: float = 1.0) -> None:
        self._progress = progress
        self._start = start
        self._end = end

    def __call__(self, done: float) -> None:
        """Tells how much of the stretch is done; ExportCancelledError when it is to stop."""
        if not self.goes_on(done):
            raise ExportCancelledError("export_cancelled")

    def goes_on(self, done: float) -> bool:
        """Tells how much of the stretch is done, and gives whether to go on."""
        return self._progress(self._start + (self._end - self._start) * done)

    def part(self, start: float, end: float) -> "Share":
        """A stretch of this stretch."""
        length = self._end - self._start
        return Share(self._progress, self._start + length * start, self._start + length * end)
