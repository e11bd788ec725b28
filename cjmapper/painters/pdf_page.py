"""One drawing as the operators of one PDF page, in true z-order.

Decides nothing. The page is turned once into millimetres with y downwards; what must be given in
the page's own points (links, bookmarks) is converted here.
"""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any, NamedTuple

from reportlab.lib.utils import ImageReader

from cjmapper.drawing.extents import NOWHERE, Extents
from cjmapper.drawing.primitives import (
    Clip,
    Drawing,
    Form,
    Group,
    Image,
    Link,
    Path,
    PathCommand,
    Primitive,
    Rectangle,
    Stroke,
    TextLine,
)
from cjmapper.geometry import MM_PER_PT, Point, Rect
from cjmapper.painters.paragraphs import Passage, paragraphs
from cjmapper.painters.pdf_text import PdfText, number
from cjmapper.painters.pictures import checked_picture
from cjmapper.painters.shapes import fitted, lost_picture, missing_box, rounded_box
from cjmapper.text.metrics import UNITS_PER_EM


class _Frame(NamedTuple):
    """Where the coordinates of nested things lie on the page, in millimetres."""

    x: float
    y: float
    scale: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.x + x * self.scale, self.y + y * self.scale


class PdfPage:
    """Writes a drawing on the current page of a canvas."""

    def __init__(self, canvas: Any, text: PdfText, tick: Callable[[], None]) -> None:
        """`tick` is called before each thing drawn and may raise to stop."""
        self._canvas = canvas
        self._text = text
        self._tick = tick
        self._extents = Extents()
        self._height = 0.0
        self._out: list[str] = []
        self._fill: str | None = None
        self._stroke: Stroke | None = None
        self.places: dict[str, Point] = {}
        """Where each group begins, in points from the page's lower left corner."""

    def write(self, drawing: Drawing) -> None:
        """Writes everything in `drawing`, back to front."""
        self._height = drawing.size.height
        k = _scale(1 / MM_PER_PT)
        height = _scale(drawing.size.height / MM_PER_PT)
        self._out.append(f"q {k} 0 0 -{k} 0 {height} cm 1 J 1 j")
        paper = Rect(0.0, 0.0, drawing.size.width, drawing.size.height)
        self._one(Rectangle(paper, fill=drawing.background), _Frame(0.0, 0.0, 1.0))
        self._items(drawing.items, _Frame(0.0, 0.0, 1.0))
        self._out.append("Q")
        self._flush()

    def _items(self, items: Sequence[Primitive], frame: _Frame) -> None:
        for item in paragraphs(items):
            self._tick()
            if isinstance(item, tuple):
                self._paragraph(item)
            else:
                self._one(item, frame)

    def _one(self, item: Primitive, frame: _Frame) -> None:
        match item:
            case Rectangle():
                self._rectangle(item)
            case Path():
                self._path(item)
            case TextLine():
                self._paragraph((item,))
            case Group():
                self._group(item, frame)
            case Clip():
                self._clip(item, frame)
            case Form():
                self._items(item.items, frame)
            case Image():
                self._image(item)
            case Link():
                self._canvas.linkURL(item.address, self._points(item.rect, frame))

    def _rectangle(self, item: Rectangle) -> None:
        ending = self._look(item.fill, item.stroke)
        if item.radius:
            self._out.append(f"{_operators(rounded_box(item.rect, item.radius))} {ending}")
        else:
            self._out.append(f"{_box(item.rect)} re {ending}")

    def _path(self, item: Path) -> None:
        if item.commands:
            ending = self._look(item.fill, item.stroke)
            self._out.append(f"{_operators(item.commands)} {ending}")

    def _paragraph(self, lines: Passage) -> None:
        self._look(lines[0].colour, None)
        self._out += self._text.operators(lines)
        for item in lines:
            if any(run.outline is not None or run.missing for run in item.line.runs):
                self._outlines(item)

    def _outlines(self, item: TextLine) -> None:
        x = 0
        scale = item.size / UNITS_PER_EM
        for run in item.line.runs:
            left = item.x + x * scale
            outline = run.outline
            if outline is not None and outline.image is not None:
                dx, dy, width, height = (part * scale for part in outline.image_box)
                box = Rect(left + dx, item.baseline + dy, width, height)
                self._picture(outline.image, box)
            elif outline is not None or run.missing:
                commands = missing_box(run.advance) if outline is None else outline.path
                placed = f"{_scale(scale)} 0 0 {_scale(scale)} {number(left)}"
                shape = f"{_operators(commands)} f" if commands else ""
                self._out.append(f"q {placed} {number(item.baseline)} cm {shape} Q")
            x += run.advance

    def _group(self, group: Group, frame: _Frame) -> None:
        x, y = frame.point(group.x, group.y)
        inside = _Frame(x, y, frame.scale * group.scale)
        self._remember_place(group, frame)
        scale = _scale(group.scale)
        before = self._fill, self._stroke
        self._out.append(f"q {scale} 0 0 {scale} {number(group.x)} {number(group.y)} cm")
        self._items(group.items, inside)
        self._out.append("Q")
        self._fill, self._stroke = before

    def _remember_place(self, group: Group, frame: _Frame) -> None:
        room = self._extents.of(group)
        corner = (group.x, group.y) if room is NOWHERE else (room.x, room.y)
        x, y = frame.point(*corner)
        place = Point(max(x, 0.0) / MM_PER_PT, (self._height - max(y, 0.0)) / MM_PER_PT)
        self.places.setdefault(group.id, place)

    def _clip(self, clip: Clip, frame: _Frame) -> None:
        before = self._fill, self._stroke
        self._out.append(f"q {_box(clip.rect)} re W n")
        self._items(clip.items, frame)
        self._out.append("Q")
        self._fill, self._stroke = before

    def _image(self, item: Image) -> None:
        picture = checked_picture(item.data)
        if picture is None:
            self._path(lost_picture(item))
            return
        rect = fitted(item.rect, picture.width_px, picture.height_px)
        if not self._picture(item.data, rect):
            self._path(lost_picture(item))

    def _picture(self, content: bytes, rect: Rect) -> bool:
        reader = _readable(content)
        if reader is None:
            return False
        width, height = number(rect.width), number(rect.height)
        self._out.append(f"q {width} 0 0 -{height} {number(rect.x)} {number(rect.bottom)} cm")
        self._flush()
        self._canvas.drawImage(reader, 0, 0, 1, 1, mask="auto")
        self._out.append("Q")
        return True

    def _look(self, fill: str | None, stroke: Stroke | None) -> str:
        """Sets colours and line where they changed; the operator that ends such a path."""
        if fill is not None and fill != self._fill:
            self._fill = fill
            self._out.append(f"{_colour(fill)} rg")
        if stroke is not None and stroke != self._stroke:
            self._stroke = stroke
            dash = " ".join(number(part) for part in stroke.dash)
            width = number(stroke.width)
            self._out.append(f"{_colour(stroke.colour)} RG {width} w [{dash}] 0 d")
        if fill is None:
            return "n" if stroke is None else "S"
        return "f" if stroke is None else "B"

    def _points(self, rect: Rect, frame: _Frame) -> tuple[float, float, float, float]:
        left, top = frame.point(rect.x, rect.y)
        right, bottom = frame.point(rect.right, rect.bottom)
        sides = left, self._height - bottom, right, self._height - top
        return (
            sides[0] / MM_PER_PT,
            sides[1] / MM_PER_PT,
            sides[2] / MM_PER_PT,
            sides[3] / MM_PER_PT,
        )

    def _flush(self) -> None:
        self._canvas.addLiteral("\n".join(self._out))
        self._out.clear()


def _box(rect: Rect) -> str:
    return " ".join(number(part) for part in (rect.x, rect.y, rect.width, rect.height))


def _scale(scale: float) -> str:
    return f"{scale:.8f}"


def _operators(commands: Sequence[PathCommand]) -> str:
    parts: list[str] = []
    for command in commands:
        match command:
            case ("M", x, y):
                parts.append(f"{number(x)} {number(y)} m")
            case ("L", x, y):
                parts.append(f"{number(x)} {number(y)} l")
            case ("C", *points):
                parts.append(f"{' '.join(map(number, points))} c")
            case ("Z",):
                parts.append("h")
    return " ".join(parts)


def _colour(colour: str) -> str:
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return " ".join(number(part) for part in parts)


def _readable(content: bytes) -> Any | None:
    try:
        reader = ImageReader(BytesIO(content))
        reader.getRGBData()
    except (OSError, ValueError, SyntaxError):
        return None
    return reader
