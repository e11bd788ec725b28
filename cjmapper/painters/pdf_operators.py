"""Numbers, names, strings, shapes and colours as a PDF writes them.

Lengths are millimetres; the page is turned into them once. Knows no file and no page.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from cjmapper.drawing.primitives import PathCommand
from cjmapper.drawing.shapes import KAPPA
from cjmapper.geometry import MM_PER_PT, Rect

_KAPPA_LEFT = 1 - KAPPA
_ESCAPED = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)"})
_MOST_COLOURS = 512


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
    r = min(radius, rect.width / 2, rect.height / 2)
    k = r * _KAPPA_LEFT
    x, y, right, bottom = rect.x, rect.y, rect.x + rect.width, rect.y + rect.height
    return (
        f"{x + r:.3f} {y:.3f} m {right - r:.3f} {y:.3f} l "
        f"{right - k:.3f} {y:.3f} {right:.3f} {y + k:.3f} {right:.3f} {y + r:.3f} c "
        f"{right:.3f} {bottom - r:.3f} l "
        f"{right:.3f} {bottom - k:.3f} {right - k:.3f} {bottom:.3f} "
        f"{right - r:.3f} {bottom:.3f} c "
        f"{x + r:.3f} {bottom:.3f} l "
        f"{x + k:.3f} {bottom:.3f} {x:.3f} {bottom - k:.3f} {x:.3f} {bottom - r:.3f} c "
        f"{x:.3f} {y + r:.3f} l "
        f"{x:.3f} {y + k:.3f} {x + k:.3f} {y:.3f} {x + r:.3f} {y:.3f} c h"
    )


def outline(commands: Sequence[PathCommand]) -> str:
    """The operators of a path."""
    parts: list[str] = []
    for command in commands:
        match command:
            case ("C", a, b, c, d, e, f):
                parts.append(f"{a:.3f} {b:.3f} {c:.3f} {d:.3f} {e:.3f} {f:.3f} c")
            case ("L", x, y):
                parts.append(f"{x:.3f} {y:.3f} l")
            case ("M", x, y):
                parts.append(f"{x:.3f} {y:.3f} m")
            case _:
                parts.append("h")
    return " ".join(parts)


@lru_cache(_MOST_COLOURS)
def colour(resolved: str) -> str:
    """The three operands of a colour given as ``#RRGGBB``."""
    return " ".join(number(int(resolved[start : start + 2], 16) / 255) for start in (1, 3, 5))


def string(text: str) -> str:
    """Words in a file: plain where they are plain, else as UTF-16."""
    if text.isascii() and text.isprintable():
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
