"""The window in which two lists differ: outside it they hold the same things in the same order."""

from collections.abc import Sequence

_CHUNK = 256


def changed_window(former: Sequence[object], now: Sequence[object]) -> tuple[int, int, int]:
    """Where two lists differ: the start in both, the end in the former, the end in the new one.

    Compared in pieces by equality, which for the same objects costs next to nothing.
    """
    shortest = min(len(former), len(now))
    start = _same_from_left(former, now, shortest)
    back = 0
    limit = shortest - start
    while back < limit:
        piece = min(_CHUNK, limit - back)
        ours, theirs = len(former) - back, len(now) - back
        if former[ours - piece : ours] != now[theirs - piece : theirs]:
            break
        back += piece
    while back < limit and former[-1 - back] == now[-1 - back]:
        back += 1
    return start, len(former) - back, len(now) - back


def _same_from_left(former: Sequence[object], now: Sequence[object], shortest: int) -> int:
    start = 0
    while start < shortest:
        end = min(start + _CHUNK, shortest)
        if former[start:end] != now[start:end]:
            break
        start = end
    while start < shortest and former[start] == now[start]:
        start += 1
    return start
