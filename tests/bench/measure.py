"""Timing two things side by side: alternating, medians, one ratio. Absolute times mean nothing."""

import gc
import statistics
import time
from collections.abc import Callable

import msgspec

_THOUSAND = 1000


class Row(msgspec.Struct, frozen=True):
    """One row of the table.

    Attributes:
        name: the row's number and what it measures.
        value: a ratio of two times, a count or milliseconds; `target` is the most it should be.
        percent: ratios of this row are shown as percent.
        count: it is a count, shown whole.
        is_ms: it is milliseconds on this machine just now: a hint, and no measure of the program.
        ours_s: the median of our side, in seconds; only for the curious.
        theirs_s: the median of the other side.
    """

    name: str
    value: float
    target: float
    percent: bool = False
    count: bool = False
    is_ms: bool = False
    ours_s: float | None = None
    theirs_s: float | None = None

    @property
    def met(self) -> bool:
        """Whether the target is reached."""
        return self.value <= self.target

    def text(self) -> str:
        """The row as it is printed."""
        verdict = "ok" if self.met else "short"
        return f"{self.name}  {self._shown(self.value)}  <= {self._shown(self.target)}  {verdict}"

    def _shown(self, number: float) -> str:
        if self.count:
            return f"{number:.0f}"
        if self.is_ms:
            return f"{number:.3g} ms" if number < _THOUSAND else f"{number:.0f} ms"
        return f"{100 * number:.3g} %" if self.percent else f"{number:.2f}x"


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes once; rubbish of what came before is swept up first."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def alternating(
    ours: Callable[[], object], theirs: Callable[[], object], rounds: int
) -> tuple[float, float]:
    """The median seconds of both, measured in turns after one turn that does not count."""
    return medians(lambda: seconds(ours), lambda: seconds(theirs), rounds)


def medians(
    ours: Callable[[], float], theirs: Callable[[], float], rounds: int
) -> tuple[float, float]:
    """As `alternating`, for sides that time themselves."""
    ours()
    theirs()
    pairs = []
    for turn in range(rounds):
        if turn % 2:
            second, first = theirs(), ours()
        else:
            first, second = ours(), theirs()
        pairs.append((first, second))
    return statistics.median(one for one, _ in pairs), statistics.median(two for _, two in pairs)


def ratio_row(
    name: str, times: tuple[float, float], target: float, *, percent: bool = False
) -> Row:
    """The row of a ratio of two times."""
    ours, theirs = times
    return Row(name, ours / theirs, target, percent, ours_s=ours, theirs_s=theirs)


def ms_row(name: str, taken_s: float, most_ms: float) -> Row:
    """The row of a time in itself, in milliseconds, beside what a person should not wait longer."""
    return Row(name, 1000 * taken_s, most_ms, is_ms=True)
