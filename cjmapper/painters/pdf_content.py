"""The primitives of a drawing as the operators of one content stream, in true z-order.

Decides nothing. Everything that draws stands in marked content: words and figures by the tags of
the page, all else as artifacts; where there are no tags (inside a form) nothing is marked. What
must be given in the page's own millimetres (links, bookmarks, figures) is converted by `Frame`.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from cjmapper.drawing.extents import NOWHERE, Extents
from cjmapper.drawing.primitives import (
    Clip,
    Form,
    Group,
    Image,
    Link,
    Path,
    Primitive,
    Rectangle,
    Stroke,
    TextLine,
)
from cjmapper.geometry import Point, Rect
from cjmapper.model.web_links import web_link
from cjmapper.painters.paragraphs import Passage, paragraphs
from cjmapper.painters.pdf_fonts import PdfFonts
from cjmapper.painters.pdf_operators import box, colour, exact, in_points, number, outline, rounded
from cjmapper.painters.pdf_pictures import PdfPictures
from cjmapper.painters.pdf_tags import ARTIFACT, Box, Element, PageTags
from cjmapper.painters.pdf_text import Chosen, PdfText, leftwards
from cjmapper.painters.shapes import lost_picture, missing_box
from cjmapper.text.metrics import UNITS_PER_EM


class Frame(NamedTuple):
    """Where the coordinates of nested things lie on the page, and what of them is seen there."""

    x: float
    y: float
    scale: float
    seen: Rect

    def rect(self, rect: Rect) -> Rect:
        """A rectangle on the page, as far as it is seen."""
        x, y = self.x + rect.x * self.scale, self.y + rect.y * self.scale
        left, top = max(x, self.seen.x), max(y, self.seen.y)
        right = min(x + rect.width * self.scale, self.seen.right)
        bottom = min(y + rect.height * self.scale, self.seen.bottom)
        return Rect(left, top, max(right - left, 0.0), max(bottom - top, 0.0))

    def inside(self, group: Group) -> "Frame":
        """The frame of what is in `group`."""
        x, y = self.x + group.x * self.scale, self.y + group.y * self.scale
        return Frame(x, y, self.scale * group.scale, self.seen)


class Found(NamedTuple):
    """A link: where it is on the page, where it leads, and its element."""

    rect: Rect
    address: str
    element: Element | None


class Written(NamedTuple):
    """A form that stands by itself: its name, its number, and the links within it."""

    name: str
    number: int
    links: Sequence[Found]


class Means(NamedTuple):
    """What writing any content needs.

    Attributes:
        fonts: encode text.
        pictures: of the file.
        form: the form that stands by itself, or None for one that is drawn in place.
        tick: called before each thing drawn; may raise to stop.
    """

    fonts: PdfFonts
    pictures: PdfPictures
    form: Callable[[Form], Written | None]
    tick: Callable[[], None]


class Content:
    """Writes one content stream; what it used and found on the way stands in its attributes."""

    def __init__(
        self,
        means: Means,
        seen: Rect,
        height: float,
        tags: PageTags | None = None,
        wanted: frozenset[str] = frozenset(),
    ) -> None:
        """`seen` is all that is seen of it; places are remembered for groups that are `wanted`."""
        self._text = PdfText(means.fonts)
        self._pictures, self._form, self._tick = means.pictures, means.form, means.tick
        self._tags = tags
        self._start = Frame(0.0, 0.0, 1.0, seen)
        self._height = height
        self._wanted = wanted
        self._extents = Extents()
        self._fill: str | None = None
        self._stroke: Stroke | None = None
        self._within = tags is None
        self._artifact = False
        self.out: list[str] = []
        self.used: dict[str, int] = {}
        """Names and numbers of the pictures and forms that are drawn."""
        self.places: dict[str, Point] = {}
        """Where each wanted group begins, in millimetres on the page."""
        self.links: list[Found] = []

    def write(self, items: Sequence[Primitive]) -> None:
        """Writes `items`, back to front."""
        self._items(items, self._start)
        self._end_artifact()

    def _items(self, items: Sequence[Primitive], frame: Frame) -> None:
        for item in paragraphs(items):
            self._tick()
            match item:
                case Rectangle():
                    self._rectangle(item)
                case Path():
                    self._path(item)
                case tuple():
                    self._paragraph(item)
                case Group():
                    self._group(item, frame)
                case TextLine():
                    self._paragraph((item,))
                case _:
                    self._rare(item, frame)

    def _rare(self, item: Clip | Form | Image | Link, frame: Frame) -> None:
        match item:
            case Clip():
                self._clip(item, frame)
            case Form():
                self._shared(item, frame)
            case Image():
                self._image(item, frame)
            case Link():
                self._link(item.rect, item.address, frame)

    def _rectangle(self, item: Rectangle) -> None:
        ending = self._look(item.fill, item.stroke)
        if item.radius:
            self.out.append(f"{rounded(item.rect, item.radius)} {ending}")
        else:
            self.out.append(f"{box(item.rect)} re {ending}")

    def _path(self, item: Path) -> None:
        if item.commands:
            ending = self._look(item.fill, item.stroke)
            self.out.append(f"{outline(item.commands)} {ending}")

    def _paragraph(self, lines: Passage) -> None:
        unusual = [item for item in lines if _holds_outlines(item)]
        marked = False
        if self._tags is not None and not self._within:
            # What no bundled face has, leftward scripts among it, is always drawn as outlines.
            marked = self._mark(self._tags.text(leftwards(lines) if unusual else ""))
        fill = lines[0].colour
        if fill != self._fill:
            self._fill = fill
            self.out.append(f"{colour(fill)} rg")
        self._text.write(lines, self.out)
        for item in unusual:
            self._outlines(item)
        self._unmark(marked)

    def _outlines(self, item: TextLine) -> None:
        x = 0
        scale = item.size / UNITS_PER_EM
        for run in item.line.runs:
            left = item.x + x * scale
            drawn = run.outline
            if drawn is not None and drawn.image is not None:
                dx, dy, width, height = (part * scale for part in drawn.image_box)
                found = self._pictures.named(drawn.image)
                if found is not None:
                    self._place(Rect(left + dx, item.baseline + dy, width, height), *found)
            elif drawn is not None or run.missing:
                commands = missing_box(run.advance) if drawn is None else drawn.path
                placed = f"{exact(scale)} 0 0 {exact(scale)} {left:.3f} {item.baseline:.3f} cm"
                shape = f"{outline(commands)} f " if commands else ""
                self.out.append(f"q {placed} {shape}Q")
            x += run.advance

    def _group(self, group: Group, frame: Frame) -> None:
        if group.id in self._wanted and group.id not in self.places:
            self._remember_place(group, frame)
        tags = self._tags
        if tags is None or self._within or not group.role:
            self._moved(group, frame)
            return
        here = tags.here
        opening = tags.enter(group, partial(self._group_box, group, frame))
        self._end_artifact()
        marked = opening is not None and self._mark(opening)
        self._moved(group, frame)
        self._unmark(marked)
        self._end_artifact()
        tags.here = here

    def _moved(self, group: Group, frame: Frame) -> None:
        """What is in a group, where it stands."""
        if not (group.x or group.y or group.scale != 1.0):
            self._items(group.items, frame)
            return
        scale = "1" if group.scale == 1.0 else exact(group.scale)
        before = self._save(f"{scale} 0 0 {scale} {group.x:.3f} {group.y:.3f} cm")
        self._items(group.items, frame.inside(group))
        self._restore(before)

    def _clip(self, clip: Clip, frame: Frame) -> None:
        before = self._save(f"{box(clip.rect)} re W n")
        self._items(clip.items, frame._replace(seen=frame.rect(clip.rect)))
        self._restore(before)

    def _shared(self, form: Form, frame: Frame) -> None:
        """A form that is written once; on a page it is a figure, told by the page's title."""
        found = self._form(form)
        if found is None:
            self._items(form.items, frame)
            return
        self.used[found.name] = found.number
        marked = False
        if self._tags is not None and not self._within:
            seen = self._points(frame.rect(form.rect))
            marked = self._mark(self._tags.figure(self._tags.title, seen))
        self.out.append(f"/{found.name} Do")
        self._unmark(marked)
        for link in found.links:
            self._link(link.rect, link.address, frame)

    def _image(self, item: Image, frame: Frame) -> None:
        marked = False
        if self._tags is not None and not self._within:
            seen = self._points(frame.rect(item.rect))
            marked = self._mark(self._tags.figure(item.text, seen))
        placed = self._pictures.placed(item)
        if placed is None:
            self._path(lost_picture(item))
        else:
            self._place(*placed)
        self._unmark(marked)

    def _link(self, rect: Rect, address: str, frame: Frame) -> None:
        seen = frame.rect(rect)
        leads = web_link(address)
        if leads is not None and seen.width and seen.height:
            element = None if self._tags is None else self._tags.link(leads)
            self.links.append(Found(seen, leads, element))

    def _place(self, rect: Rect, name: str, where: int) -> None:
        """Draws a picture; upright, though the page's y runs downwards."""
        self.used[name] = where
        matrix = f"{rect.width:.3f} 0 0 -{rect.height:.3f} {rect.x:.3f} {rect.bottom:.3f} cm"
        self.out.append(f"q {matrix} /{name} Do Q")

    def _look(self, fill: str | None, stroke: Stroke | None) -> str:
        """Sets colours and line where they changed; the operator that ends such a path."""
        if not (self._within or self._artifact):
            self._artifact = True
            self.out.append(ARTIFACT)
        if fill is not None and fill != self._fill:
            self._fill = fill
            self.out.append(f"{colour(fill)} rg")
        if stroke is not None and stroke != self._stroke:
            self._stroke = stroke
            dash = " ".join(map(number, stroke.dash))
            self.out.append(f"{colour(stroke.colour)} RG {number(stroke.width)} w [{dash}] 0 d")
        if fill is None:
            return "n" if stroke is None else "S"
        return "f" if stroke is None else "B"

    def _mark(self, opening: str) -> bool:
        """Begins marked content, in which all is part of it; True, for `_unmark`."""
        self._end_artifact()
        self.out.append(opening)
        self._within = True
        return True

    def _unmark(self, marked: bool) -> None:
        if marked:
            self.out.append("EMC")
            self._within = False

    def _end_artifact(self) -> None:
        if self._artifact:
            self._artifact = False
            self.out.append("EMC")

    def _save(self, then: str) -> tuple[str | None, Stroke | None, Chosen]:
        self._end_artifact()
        self.out.append(f"q {then}")
        return self._fill, self._stroke, self._text.chosen

    def _restore(self, before: tuple[str | None, Stroke | None, Chosen]) -> None:
        self._end_artifact()
        self.out.append("Q")
        self._fill, self._stroke, self._text.chosen = before

    def _remember_place(self, group: Group, frame: Frame) -> None:
        """A group begins where the first of its things that has room begins."""
        rooms = (self._extents.of(item) for item in group.items)
        room = next((room for room in rooms if room is not NOWHERE), Rect(0.0, 0.0, 0.0, 0.0))
        inside = frame.inside(group)
        x, y = inside.x + room.x * inside.scale, inside.y + room.y * inside.scale
        self.places[group.id] = Point(max(x, 0.0), max(y, 0.0))

    def _group_box(self, group: Group, frame: Frame) -> Box:
        room = self._extents.of(group)
        return self._points(Rect(frame.x, frame.y, 0, 0) if room is NOWHERE else frame.rect(room))

    def _points(self, rect: Rect) -> Box:
        return in_points(rect, self._height)


def _holds_outlines(item: TextLine) -> bool:
    for run in item.line.runs:  # noqa: SIM110 - asked of every line there is, and this is quicker
        if run.outline is not None or run.missing:
            return True
    return False
