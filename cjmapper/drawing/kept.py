"""What was made of values that never change, found again by the very same value.

Compares nothing deeply: another object is another value, however alike. Knows nothing of drawing.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Kept(Generic[Made]):
    """At most `most` things; when there are more, all are forgotten."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._made: dict[int, tuple[object, object, Made]] = {}

    def __len__(self) -> int:
        """How many there are now."""
        return len(self._made)

    def of(self, source: object, beside: object, make: Callable[[], Made]) -> Made:
        """What `make` gives for `source`, made once as long as `beside` stays equal."""
        known = self._made.get(id(source))
        if known is not None and known[0] is source and known[1] == beside:
            return known[2]
        if len(self._made) >= self._most:
            self._made.clear()
        made = make()
        # The source is held too: its identity must not go to something else meanwhile.
        self._made[id(source)] = (source, beside, made)
        return made
