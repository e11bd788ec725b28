"""Where the characters of an open editor stand: caret and clicks on lines that a layout gave.

The same lines are drawn, so nothing jumps when an editor opens. Decides no line break.
"""

from collections.abc import Callable, Sequence

import msgspec

from cjmapper.geometry import Point, Rect
from cjmapper.layout.result import TextBlock
from cjmapper.text.lines import Line
from cjmapper.text.metrics import UNITS_PER_EM

Carets = Callable[[Line], Sequence[int]]
"""Where a caret stands before each character of a line and after the last, in font units."""


class TextLines(msgspec.Struct, frozen=True):
    """The lines of one text; (x, y) is the left top corner of the first, on the map."""

    block: TextBlock
    x: float
    y: float
    carets: Carets

    def caret(self, place: int) -> Rect:
        """The caret before the character at `place`: no width, as tall as a line."""
        number = self.line_of(place)
        height = self.block.style.line_height
        return Rect(self.x + self._along(number, place), self.y + number * height, 0.0, height)

    def line_of(self, place: int) -> int:
        """The number of the line that a caret at `place` stands on."""
        starts = [line.start for line in self.block.lines]
        return max((n for n, start in enumerate(starts) if start <= place), default=0)

    def start_of(self, place: int) -> int:
        """The first place of the line of `place`."""
        lines = self.block.lines
        return lines[self.line_of(place)].start if lines else 0

    def end_of(self, place: int) -> int:
        """The last place of the line of `place`."""
        lines = self.block.lines
        return lines[self.line_of(place)].end if lines else 0

    def place_at(self, point: Point) -> int:
        """The place nearest to a point of the map."""
        lines = self.block.lines
        if not lines:
            return 0
        number = int((point.y - self.y) // self.block.style.line_height)
        return self._nearest(max(0, min(number, len(lines) - 1)), point.x - self.x)

    def beside(self, place: int, rows: int, along: float) -> int | None:
        """The place `rows` further down at `along` millimetres; None past the first or last."""
        number = self.line_of(place) + rows
        if not 0 <= number < len(self.block.lines):
            return None
        return self._nearest(number, along)

    def stretches(self, start: int, end: int) -> tuple[Rect, ...]:
        """The rectangles that cover the characters from `start` to `end`, one a line."""
        height = self.block.style.line_height
        found: list[Rect] = []
        for number, line in enumerate(self.block.lines):
            first, last = max(start, line.start), min(end, line.end)
            if first < last:
                edges = [self._along(number, place) for place in range(first, last + 1)]
                left, right = min(edges), max(edges)
                found.append(Rect(self.x + left, self.y + number * height, right - left, height))
        return tuple(found)

    def _along(self, number: int, place: int) -> float:
        lines = self.block.lines
        if not lines:
            return 0.0
        line = lines[number]
        steps = self.carets(line)
        index = max(0, min(place - line.start, len(steps) - 1))
        return steps[index] * self.block.style.size / UNITS_PER_EM

    def _nearest(self, number: int, along: float) -> int:
        line = self.block.lines[number]
        units = along * UNITS_PER_EM / self.block.style.size
        steps = self.carets(line)
        index = min(range(len(steps)), key=lambda one: abs(steps[one] - units))
        return line.start + index
