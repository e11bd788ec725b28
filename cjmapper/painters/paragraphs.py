"""Which lines of a drawing follow each other in one text, so that copied words stay whole.

Places nothing and draws nothing.
"""

from collections.abc import Iterator, Sequence

from cjmapper.drawing.primitives import Primitive, TextLine
from cjmapper.drawing.text import continues

Passage = tuple[TextLine, ...]


def paragraphs(items: Sequence[Primitive]) -> Iterator[Primitive | Passage]:
    """The `items` in order, with lines that continue each other put together."""
    lines: list[TextLine] = []
    for item in items:
        if lines and not (isinstance(item, TextLine) and continues(lines[-1], item)):
            yield tuple(lines)
            lines = []
        if isinstance(item, TextLine):
            lines.append(item)
        else:
            yield item
    if lines:
        yield tuple(lines)


def separator(before: TextLine, after: TextLine) -> str:
    """What stands between two lines of a paragraph in the text that they were broken from."""
    return " " if after.line.start > before.line.end else ""
