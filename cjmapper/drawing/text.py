"""Placed text as primitives: a block of lines, each on its own baseline."""

from cjmapper.drawing.primitives import Colour, TextLine
from cjmapper.layout.result import TextBlock
from cjmapper.layout.styles import baseline_of

_MOST_SWALLOWED = 2
_MOST_LEADING = 3


def text_lines(
    block: TextBlock, colour: Colour, dx: float = 0.0, dy: float = 0.0
) -> tuple[TextLine, ...]:
    """The lines of a block, moved by (dx, dy) millimetres."""
    style = block.style
    first = block.y + dy + baseline_of(style)
    return tuple(
        TextLine(block.x + dx, first + index * style.line_height, line, style.size, colour)
        for index, line in enumerate(block.lines)
    )


def continues(before: TextLine, after: TextLine) -> bool:
    """Whether `after` is the next line of the text that `before` is a line of."""
    gap = after.line.start - before.line.end
    return (
        after.line.start > 0
        and 0 <= gap <= _MOST_SWALLOWED
        and after.size == before.size
        and after.colour == before.colour
        and 0 < after.baseline - before.baseline < _MOST_LEADING * before.size
    )
