"""The text of an SVG: whole paragraphs as one text each, every run where it was measured.

Where the faces are not inside the file, each run is held to its width, so that another font never
makes it run over.
"""

from collections.abc import Iterator, Sequence

from cjmapper.drawing.primitives import Clip, Form, Group, Primitive, TextLine
from cjmapper.geometry import Rect
from cjmapper.painters.paragraphs import Passage, separator
from cjmapper.painters.shapes import missing_box
from cjmapper.painters.svg_words import attribute, box, commands, embedded, number, words
from cjmapper.text.fonts import FAMILY, SEMIBOLD_FACES, Face, font_file
from cjmapper.text.lines import Run
from cjmapper.text.metrics import UNITS_PER_EM

USUAL_FONT = f'font-family="\'{FAMILY[Face.SANS]}\', Inter, Arial, sans-serif" font-weight="400"'
"""What every text inherits that says nothing else."""

TEXT_STYLE = (
    "text{white-space:pre;font-kerning:none;font-variant-ligatures:none;"
    "text-rendering:geometricPrecision}"
)
_EMOJI_FONT = f" font-family=\"'{FAMILY[Face.EMOJI]}', 'Noto Emoji', sans-serif\""
_ITALIC_FACES = frozenset({Face.ITALIC, Face.SEMIBOLD_ITALIC})
_SEMIBOLD = 600


def passage_text(lines: Passage, *, held: bool) -> Iterator[str]:
    """The text of some lines; what is drawn but not text of theirs stands after it.

    With `held`, each run is as wide as it was measured, whatever the font.
    """
    for chain in _chains(lines):
        yield from _chain(chain, held=held)


def _chains(lines: Passage) -> Iterator[Passage]:
    """Lines that a word runs through stay together, so that it is one word in the text too."""
    chain: list[TextLine] = []
    for item in lines:
        if chain and separator(chain[-1], item):
            yield tuple(chain)
            chain = []
        chain.append(item)
    yield tuple(chain)


def _chain(lines: Passage, *, held: bool) -> Iterator[str]:
    first = lines[0]
    spans: list[str] = []
    extras: list[str] = []
    for item in lines:
        for place, (run, x) in enumerate(item.line.placed()):
            left = item.x + x * item.size / UNITS_PER_EM
            at = f'x="{number(left)}" y="{number(item.baseline)}"'
            width = _width(run, item.size) if held else ""
            if run.outline is not None or run.missing:
                spans.append(f'<tspan {at} fill="none"{width}>{words(run.copied)}</tspan>')
                extras.append(_drawn(item, run, left))
            elif run.text and (run.leftward or not run.copied):
                if run.copied:
                    spans.append(f'<tspan {at} fill="none"{width}>{words(run.copied)}</tspan>')
                extras.append(_silent(item, run, at, width))
            elif run.text:
                begun = item is first and place == 0 and not item.line.places
                start = "" if begun else f" {at}"
                spans.append(f"<tspan{start}{_font(run.face)}{width}>{words(run.text)}</tspan>")
    start = f'x="{number(first.x)}" y="{number(first.baseline)}"'
    look = f'font-size="{number(first.size)}" fill="{first.colour}"'
    yield f"<text {start} {look}>{''.join(spans)}</text>\n"
    yield from extras


def _silent(item: TextLine, run: Run, place: str, width: str) -> str:
    """What is drawn but not read: a hyphen, or signs as they stand where words run leftwards."""
    look = f'font-size="{number(item.size)}" fill="{item.colour}"{_font(run.face)}'
    way = ' unicode-bidi="bidi-override"' if run.leftward else ""
    return f'<text aria-hidden="true" {place} {look}{way}{width}>{words(run.text)}</text>\n'


def _width(run: Run, size: float) -> str:
    """What holds a run to its width; a mark that takes no room is left as it is."""
    if run.advance <= 0:
        return ""
    width = number(run.advance * size / UNITS_PER_EM)
    return f' textLength="{width}" lengthAdjust="spacingAndGlyphs"'


def _drawn(item: TextLine, run: Run, left: float) -> str:
    """The shape of a run that no face has."""
    scale = item.size / UNITS_PER_EM
    outline = run.outline
    if outline is not None and outline.image is not None:
        dx, dy, width, height = (part * scale for part in outline.image_box)
        place = Rect(left + dx, item.baseline + dy, width, height)
        return f'<image {box(place)} xlink:href="{embedded("image/png", outline.image)}"/>\n'
    path = missing_box(run.advance) if outline is None else outline.path
    move = f"translate({number(left)} {number(item.baseline)}) scale({scale:.8f})"
    return f'<path transform="{move}" d="{commands(path)}" fill={attribute(item.colour)}/>\n'


def faces(items: Sequence[Primitive]) -> str:
    """The rules that bring the faces used by `items`, each whole."""
    return "".join(
        f"@font-face{{font-family:'{FAMILY[face]}';font-weight:{_weight(face)};"
        f"font-style:{'italic' if face in _ITALIC_FACES else 'normal'};"
        f"src:url({embedded('font/ttf', font_file(face).read_bytes())}) format('truetype')}}"
        for face in sorted(_used_faces(items))
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
    """How a face differs from the usual one."""
    family = _EMOJI_FONT if face is Face.EMOJI else ""
    weight = f' font-weight="{_SEMIBOLD}"' if face in SEMIBOLD_FACES else ""
    style = ' font-style="italic"' if face in _ITALIC_FACES else ""
    return family + weight + style


def _weight(face: Face) -> int:
    return _SEMIBOLD if face in SEMIBOLD_FACES else 400
