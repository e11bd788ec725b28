"""A QR code as a drawing: one path of its dark modules, and the words beneath it."""

from collections.abc import Iterator
from itertools import groupby

from cjmapper.drawing.primitives import Group, Link, Path, PathCommand, Primitive
from cjmapper.drawing.text import text_lines
from cjmapper.drawing.theme import Theme
from cjmapper.geometry import Rect
from cjmapper.layout.poster_types import Code

SYMBOL = "code-symbol"
"""The group that holds the modules and nothing else."""
_INK = "#000000"


def code_groups(code: Code, theme: Theme) -> tuple[Group, ...]:
    """The symbol, told as a figure, then its words; a place that leads on lies over both."""
    symbol = Path(tuple(_outline(code)), fill=_INK)
    below: list[Primitive] = list(text_lines(code.caption, theme.text))
    if code.address:
        box = code.box
        below.append(Link(Rect(box.x, box.y, box.width, code.height), code.address))
    figure = Group(SYMBOL, (symbol,), role="figure", title=code.told)
    return (figure, Group("code", tuple(below), role="paragraph"))


def _outline(code: Code) -> Iterator[PathCommand]:
    """A box around each run of dark modules of a row."""
    side = code.module
    margin = (code.box.width - len(code.rows) * side) / 2
    for number, row in enumerate(code.rows):
        top = code.box.y + margin + number * side
        x = code.box.x + margin
        for dark, run in groupby(row):
            right = x + len(tuple(run)) * side
            if dark:
                yield ("M", x, top)
                yield ("L", right, top)
                yield ("L", right, top + side)
                yield ("L", x, top + side)
                yield ("Z",)
            x = right
