"""Numbers, names, strings, shapes and colours as a PDF writes them.

Lengths are millimetres; the page is turned into them once. Knows no file and no page.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from cjmapper.drawing.primitives import PathCommand
from cjmapper.drawing.shapes import KAPPA
from cjmapper.geometry import MM_PER_PT, Rect

_KAPPA_LEFT = 1 - KAPPA
_PLAIN = re.compile(r"[ -~\xa1-\xac\xae-\xff]*")
"""What PDFDocEncoding and Latin-1 write alike."""
_ESCAPED = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)"})
_MOST_COLOURS = 512
_MOST_OUTLINES = 2048
_OPERATORS: dict[str, Callable[..., str]] = {
    "M": "{1:.3f} {2:.3f} m".format,
    "L": "{1:.3f} {2:.3f} l".format,
    "C": "{1:.3f} {2:.3f} {3:.3f} {4:.3f} {5:.3f} {6:.3f} c".format,
    "Z": "h".format,
}


def number(value: float) -> str:
    """A PDF number, to a ten-thousandth, as short as it can be."""
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def exact(value: float) -> str:
    """A factor, to a hundred-millionth."""
    return f"{value:.8f}"


def box(rect: Rect) -> str:
    """The four operands of an upright rectangle."""
    return f"{rect.x:.3f} {rect.y:.3f} {rect.width:.3f} {rect.height:.3f}"


def rounded(rect: Rect, radius: float) -> str:
    """The outline of a box with round corners, clockwise from the top left."""
    x, y, right, bottom = rect.x, rect.y, rect.x + rect.width, rect.y + rect.height
    r = min(radius, rect.width / 2, rect.height / 2)
    k = r * _KAPPA_LEFT
    # Each place along a side is written once and used up to four times.
    x0, x1, x2 = f"{x:.3f}", f"{x + k:.3f}", f"{x + r:.3f}"
    x3, x4, x5 = f"{right - r:.3f}", f"{right - k:.3f}", f"{right:.3f}"
    y0, y1, y2 = f"{y:.3f}", f"{y + k:.3f}", f"{y + r:.3f}"
    y3, y4, y5 = f"{bottom - r:.3f}", f"{bottom - k:.3f}", f"{bottom:.3f}"
    return (
        f"{x2} {y0} m {x3} {y0} l {x4} {y0} {x5} {y1} {x5} {y2} c {x5} {y3} l "
        f"{x5} {y4} {x4} {y5} {x3} {y5} c {x2} {y5} l {x1} {y5} {x0} {y4} {x0} {y3} c "
        f"{x0} {y2} l {x0} {y1} {x1} {y0} {x2} {y0} c h"
    )


@lru_cache(_MOST_OUTLINES)
def outline(commands: tuple[PathCommand, ...]) -> str:
    """The operators of a path; symbols come again and again."""
    return " ".join([_OPERATORS[command[0]](*command) for command in commands])


@lru_cache(_MOST_COLOURS)
def colour(resolved: str) -> str:
    """The three operands of a colour given as ``#RRGGBB``."""
    return " ".join(number(int(resolved[start : start + 2], 16) / 255) for start in (1, 3, 5))


def string(text: str) -> str:
    """Words in a file: as they are where a byte is enough for each letter, else as UTF-16."""
    if _PLAIN.fullmatch(text):
        return f"({text.translate(_ESCAPED)})"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


def array(values: Iterable[float]) -> str:
    """Numbers in brackets."""
    return f"[{' '.join(map(number, values))}]"


def in_points(rect: Rect, height: float) -> tuple[float, float, float, float]:
    """Left, lower, right and upper edge in points on a page of `height` millimetres."""
    return (
        rect.x / MM_PER_PT,
        (height - rect.bottom) / MM_PER_PT,
        rect.right / MM_PER_PT,
        (height - rect.y) / MM_PER_PT,
    )
