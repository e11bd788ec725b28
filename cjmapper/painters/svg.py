"""A drawing as one SVG file that stands alone: real text, the faces it uses inside, groups named.

Holds no scripts and loads nothing from elsewhere. Lengths are millimetres.
"""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

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
from cjmapper.geometry import Rect
from cjmapper.painters.paragraphs import Passage, paragraphs, separator
from cjmapper.painters.pictures import checked_picture
from cjmapper.painters.shapes import fitted, lost_picture, missing_box
from cjmapper.text.fonts import FAMILY, SEMIBOLD_FACES, Face, font_file
from cjmapper.text.metrics import UNITS_PER_EM

_ITALIC_FACES = frozenset({Face.ITALIC, Face.SEMIBOLD_ITALIC})
_UNUSABLE = dict.fromkeys(
    (*range(9), 11, 12, *range(14, 32), *range(127, 160), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF),
    "\ufffd",
)
_TEXT_STYLE = (
    "text{white-space:pre;font-kerning:none;font-variant-ligatures:none;"
    "text-rendering:geometricPrecision}path,rect{stroke-linecap:round;stroke-linejoin:round}"
)


def svg_parts(drawing: Drawing, *, embed: bool = True) -> Iterator[str]:
    """The file's text in pieces; with `embed` the faces that are used are inside it."""
    size = drawing.size
    width, height = _number(size.width), _number(size.height)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield (
        '<svg xmlns="http://www.w3.org/2000/svg"'
        f' width="{width}mm" height="{height}mm" viewBox="0 0 {width} {height}"'
        f' role="img" xml:lang={_attribute(drawing.language)}>\n'
    )
    if drawing.title:
        yield f"<title>{_words(drawing.title)}</title>\n"
    yield f"<style>{_TEXT_STYLE}{_faces(drawing) if embed else ''}</style>\n"
    yield f'<rect width="{width}" height="{height}" fill="{drawing.background}"/>\n'
    yield from _SvgItems().items(drawing.items)
    yield "</svg>\n"


class _SvgItems:
    """Writes primitives as elements; gives every element an id of its own."""

    def __init__(self) -> None:
        self._ids: set[str] = set()

    def items(self, items: Sequence[Primitive]) -> Iterator[str]:
        for item in paragraphs(items):
            yield from _paragraph(item) if isinstance(item, tuple) else self._one(item)

    def _one(self, item: Primitive) -> Iterator[str]:
        match item:
            case Rectangle():
                yield _rectangle(item)
            case Path():
                yield _path(item)
            case TextLine():
                yield from _paragraph((item,))
            case Group():
                yield from self._group(item)
            case Clip():
                yield from self._clip(item)
            case Form():
                yield from self.items(item.items)
            case Image():
                yield _image(item)
            case Link():
                shape = f'<rect {_box(item.rect)} fill="none" pointer-events="all"/>'
                yield f"<a href={_attribute(item.address)}>{shape}</a>\n"

    def _group(self, group: Group) -> Iterator[str]:
        attributes = f"id={_attribute(self._id(group.id))}" if group.id else ""
        if group.role:
            attributes += f" data-role={_attribute(group.role)}"
        if group.x or group.y or group.scale != 1:
            attributes += f' transform="translate({_number(group.x)} {_number(group.y)})'
            attributes += f' scale({group.scale:.8g})"' if group.scale != 1 else '"'
        yield f"<g {attributes}>\n"
        if group.title:
            yield f"<title>{_words(group.title)}</title>\n"
        yield from self.items(group.items)
        yield "</g>\n"

    def _clip(self, clip: Clip) -> Iterator[str]:
        name = self._id("clip")
        yield f'<defs><clipPath id="{name}"><rect {_box(clip.rect)}/></clipPath></defs>\n'
        yield f'<g clip-path="url(#{name})">\n'
        yield from self.items(clip.items)
        yield "</g>\n"

    def _id(self, wanted: str) -> str:
        """An XML name like `wanted` that nothing else in the file has."""
        plain = "".join(letter if letter.isalnum() or letter in "-_." else "-" for letter in wanted)
        name = plain if plain[:1].isalpha() else f"_{plain}"
        unique, number = name, 1
        while unique in self._ids:
            number += 1
            unique = f"{name}-{number}"
        self._ids.add(unique)
        return unique


def _rectangle(item: Rectangle) -> str:
    radius = min(item.radius, item.rect.width / 2, item.rect.height / 2)
    corners = f' rx="{_number(radius)}"' if radius > 0 else ""
    return f"<rect {_box(item.rect)}{corners}{_look(item.fill, item.stroke)}/>\n"


def _path(item: Path) -> str:
    return f'<path d="{_commands(item.commands)}"{_look(item.fill, item.stroke)}/>\n'


def _paragraph(lines: Passage) -> Iterator[str]:
    """The text of some lines; what is drawn but not text of theirs stands after it."""
    for chain in _chains(lines):
        yield from _chain(chain)


def _chains(lines: Passage) -> Iterator[Passage]:
    """Lines that a word runs through stay together, so that it is one word in the text too."""
    chain: list[TextLine] = []
    for item in lines:
        if chain and separator(chain[-1], item):
            yield tuple(chain)
            chain = []
        chain.append(item)
    yield tuple(chain)


def _chain(lines: Passage) -> Iterator[str]:
    first = lines[0]
    spans: list[str] = []
    extras: list[str] = []
    for item in lines:
        x = 0
        for place, run in enumerate(item.line.runs):
            left = item.x + x * item.size / UNITS_PER_EM
            x += run.advance
            at = f'x="{_number(left)}" y="{_number(item.baseline)}"'
            if run.text and not run.copied:
                look = f'font-size="{_number(item.size)}" fill="{item.colour}"{_font(run.face)}'
                extras.append(f'<text aria-hidden="true" {at} {look}>{_words(run.text)}</text>\n')
            elif run.outline is not None or run.missing:
                spans.append(f'<tspan {at} fill="none">{_words(run.copied)}</tspan>')
                extras.append(_drawn(item, place, left))
            elif item is first and place == 0:
                spans.append(f"<tspan{_font(run.face)}>{_words(run.text)}</tspan>")
            else:
                spans.append(f"<tspan {at}{_font(run.face)}>{_words(run.text)}</tspan>")
    start = f'x="{_number(first.x)}" y="{_number(first.baseline)}"'
    look = f'font-size="{_number(first.size)}" fill="{first.colour}"'
    yield f"<text {start} {look}>{''.join(spans)}</text>\n"
    yield from extras


def _drawn(item: TextLine, place: int, left: float) -> str:
    """The shape of a run that no face has."""
    run = item.line.runs[place]
    scale = item.size / UNITS_PER_EM
    outline = run.outline
    if outline is not None and outline.image is not None:
        dx, dy, width, height = (part * scale for part in outline.image_box)
        box = Rect(left + dx, item.baseline + dy, width, height)
        return f'<image {_box(box)} href="{_embedded("image/png", outline.image)}"/>\n'
    commands = missing_box(run.advance) if outline is None else outline.path
    move = f"translate({_number(left)} {_number(item.baseline)}) scale({scale:.8f})"
    return f'<path transform="{move}" d="{_commands(commands)}" fill="{item.colour}"/>\n'


def _image(item: Image) -> str:
    picture = checked_picture(item.data)
    if picture is None:
        return _path(lost_picture(item))
    told = f"<title>{_words(item.text)}</title>" if item.text else ""
    source = _embedded(picture.media_type, item.data)
    rect = fitted(item.rect, picture.width_px, picture.height_px)
    return f'<image {_box(rect)} href="{source}">{told}</image>\n'


def _faces(drawing: Drawing) -> str:
    used = sorted(_used_faces(drawing.items))
    return "".join(
        f"@font-face{{font-family:'{FAMILY[face]}';font-weight:{_weight(face)};"
        f"font-style:{'italic' if face in _ITALIC_FACES else 'normal'};"
        f"src:url({_embedded('font/ttf', font_file(face).read_bytes())}) format('truetype')}}"
        for face in used
    )


def _used_faces(items: Sequence[Primitive]) -> set[Face]:
    used: set[Face] = set()
    for item in items:
        if isinstance(item, TextLine):
            runs = item.line.runs
            used |= {run.face for run in runs if run.outline is None and not run.missing}
        elif isinstance(item, Group | Clip | Form):
            used |= _used_faces(item.items)
    return used


def _font(face: Face) -> str:
    style = ' font-style="italic"' if face in _ITALIC_FACES else ""
    return f' font-family="{FAMILY[face]}" font-weight="{_weight(face)}"{style}'


def _weight(face: Face) -> int:
    return 600 if face in SEMIBOLD_FACES else 400


def _look(fill: str | None, stroke: Stroke | None) -> str:
    text = f' fill="{fill or "none"}"'
    if stroke is not None:
        text += f' stroke="{stroke.colour}" stroke-width="{_number(stroke.width)}"'
        if stroke.dash:
            text += f' stroke-dasharray="{" ".join(map(_number, stroke.dash))}"'
    return text


def _box(rect: Rect) -> str:
    names = ("x", "y", "width", "height")
    sides = (rect.x, rect.y, rect.width, rect.height)
    return " ".join(f'{name}="{_number(side)}"' for name, side in zip(names, sides, strict=True))


def _commands(commands: Sequence[PathCommand]) -> str:
    return "".join(command[0] + " ".join(map(_number, command[1:])) for command in commands)


def _embedded(media_type: str, content: bytes) -> str:
    return f"data:{media_type};base64,{b64encode(content).decode()}"


def _words(text: str) -> str:
    return escape(text.translate(_UNUSABLE))


def _attribute(text: str) -> str:
    return quoteattr(text.translate(_UNUSABLE))


def _number(value: float) -> str:
    text = f"{round(value, 4):.4f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
