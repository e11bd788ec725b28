"""A drawing as one SVG file that stands alone: real text, groups named for those who hear it.

Holds no scripts and loads nothing from elsewhere. Lengths are millimetres.
"""

from collections.abc import Iterator, Sequence

from cjmapper.drawing.primitives import (
    Clip,
    Drawing,
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
from cjmapper.model.pictures import checked_picture
from cjmapper.model.web_links import web_link
from cjmapper.painters.paragraphs import paragraphs
from cjmapper.painters.shapes import fitted, lost_picture
from cjmapper.painters.svg_text import TEXT_STYLE, USUAL_FONT, faces, passage_text
from cjmapper.painters.svg_words import attribute, box, commands, embedded, number, words

_STYLE = TEXT_STYLE + "path,rect{stroke-linecap:round;stroke-linejoin:round}"
_DECORATION = "decoration"
_FIGURE = "figure"
_ARIA = {
    "heading-1": 'role="heading" aria-level="1"',
    "heading-2": 'role="heading" aria-level="2"',
    "heading-3": 'role="heading" aria-level="3"',
    "list": 'role="list"',
    "item": 'role="listitem"',
    _FIGURE: 'role="img"',
    _DECORATION: 'aria-hidden="true"',
}
"""What the roles of groups are called where a page is read aloud; others are groups by name."""


def svg_parts(drawing: Drawing, *, embed: bool = True, metadata: str = "") -> Iterator[str]:
    """The file's text in pieces; with `embed` the faces that are used are inside it.

    Without them, words keep their width in whatever font stands in. `metadata` is XML that travels
    along unseen.
    """
    width, height = number(drawing.size.width), number(drawing.size.height)
    language = attribute(drawing.language)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' width="{width}mm" height="{height}mm" viewBox="0 0 {width} {height}"'
        f' role="graphics-document document" lang={language} xml:lang={language}'
        f" {USUAL_FONT}>\n"
    )
    if drawing.title:
        yield f"<title>{words(drawing.title)}</title>\n"
    if metadata:
        yield f"<metadata>{metadata}</metadata>\n"
    yield f"<style>{_STYLE}{faces(drawing.items) if embed else ''}</style>\n"
    ground = f'width="{width}" height="{height}" fill="{drawing.background}"'
    yield f'<rect aria-hidden="true" {ground}/>\n'
    yield from _SvgItems(held=not embed).items(drawing.items)
    yield "</svg>\n"


class _SvgItems:
    """Writes primitives as elements; gives every element an id of its own."""

    def __init__(self, *, held: bool) -> None:
        self._held = held
        self._ids: set[str] = set()

    def items(self, items: Sequence[Primitive]) -> Iterator[str]:
        for item in paragraphs(items):
            if isinstance(item, tuple):
                yield from passage_text(item, held=self._held)
            else:
                yield from self._one(item)

    def _one(self, item: Primitive) -> Iterator[str]:
        match item:
            case Rectangle():
                yield _rectangle(item)
            case Path():
                yield _path(item)
            case TextLine():
                yield from passage_text((item,), held=self._held)
            case Group():
                yield from self._group(item)
            case Clip():
                yield from self._clip(item)
            case Form():
                yield from self.items(item.items)
            case Image():
                yield _image(item)
            case Link():
                yield _link(item)

    def _group(self, group: Group) -> Iterator[str]:
        attributes = [f"id={attribute(self._id(group.id))}"] if group.id else []
        if group.role:
            attributes.append(f"data-role={attribute(group.role)}")
        if aria := _ARIA.get(group.role, 'role="group"' if group.title else ""):
            attributes.append(aria)
        if group.x or group.y or group.scale != 1:
            scale = f" scale({group.scale:.8g})" if group.scale != 1 else ""
            attributes.append(f'transform="translate({number(group.x)} {number(group.y)}){scale}"')
        yield f"<g {' '.join(attributes)}>\n" if attributes else "<g>\n"
        if group.title and group.role != _DECORATION:
            yield f"<title>{words(group.title)}</title>\n"
        yield from self.items(group.items)
        yield "</g>\n"

    def _clip(self, clip: Clip) -> Iterator[str]:
        name = self._id("clip")
        yield f'<defs><clipPath id="{name}"><rect {box(clip.rect)}/></clipPath></defs>\n'
        yield f'<g clip-path="url(#{name})">\n'
        yield from self.items(clip.items)
        yield "</g>\n"

    def _id(self, wanted: str) -> str:
        """An XML name like `wanted` that nothing else in the file has."""
        plain = "".join(letter if letter.isalnum() or letter in "-_." else "-" for letter in wanted)
        name = plain if plain[:1].isalpha() else f"_{plain}"
        unique, copy = name, 1
        while unique in self._ids:
            copy += 1
            unique = f"{name}-{copy}"
        self._ids.add(unique)
        return unique


def _rectangle(item: Rectangle) -> str:
    radius = min(item.radius, item.rect.width / 2, item.rect.height / 2)
    corners = f' rx="{number(radius)}"' if radius > 0 else ""
    return f"<rect {box(item.rect)}{corners}{_look(item.fill, item.stroke)}/>\n"


def _path(item: Path) -> str:
    return f'<path d="{commands(item.commands)}"{_look(item.fill, item.stroke)}/>\n'


def _link(item: Link) -> str:
    address = web_link(item.address)
    if address is None:
        return ""
    shape = f'<rect {box(item.rect)} fill="none" pointer-events="all"/>'
    leads = f"href={attribute(address)} xlink:href={attribute(address)}"
    return f"<a {leads}><title>{words(address)}</title>{shape}</a>\n"


def _image(item: Image) -> str:
    picture = checked_picture(item.data)
    if picture is None:
        return _path(lost_picture(item))
    source = embedded(picture.media_type, item.data)
    rect = fitted(item.rect, picture.width_px, picture.height_px)
    if not item.text:
        return f'<image aria-hidden="true" {box(rect)} xlink:href="{source}"/>\n'
    told = f'role="img" aria-label={attribute(item.text)}'
    title = f"<title>{words(item.text)}</title>"
    return f'<image {told} {box(rect)} xlink:href="{source}">{title}</image>\n'


def _look(fill: str | None, stroke: Stroke | None) -> str:
    text = f' fill="{fill or "none"}"'
    if stroke is not None:
        text += f' stroke="{stroke.colour}" stroke-width="{number(stroke.width)}"'
        if stroke.dash:
            text += f' stroke-dasharray="{" ".join(map(number, stroke.dash))}"'
    return text
