"""The rail of a poster, placed: sections one below another, or side by side below the map.

What it says comes from `poster_findings`; as much of it is taken as there is room for, the
worthiest first.
"""

from collections.abc import Callable, Sequence
from itertools import combinations, pairwise

import msgspec

from cjmapper.geometry import Point, Rect
from cjmapper.layout.poster_findings import (
    LEAST,
    MORE,
    RailText,
    Said,
    SectionText,
    rail_text,
    shortened,
)
from cjmapper.layout.poster_rail_types import (
    Badge,
    Bar,
    FacePair,
    Rail,
    RailItem,
    RailPart,
    RailSection,
    Star,
    Tick,
)
from cjmapper.layout.poster_styles import PosterStyles
from cjmapper.layout.result import TextBlock
from cjmapper.layout.setting import Subject
from cjmapper.text.bidi import base_level
from cjmapper.text.lines import TextStyle
from cjmapper.text.wrap import Typesetter

__all__ = ["column_widths", "rail_below", "rail_beside", "rail_in_columns", "rail_text"]

_PAD = 9.0
_SECTION_GAP = 11.0
_MORE_GAP = 7.0
"""How much farther apart sections stand at most, where there is room."""
_ITEM_GAP = 4.0
_HEADING_GAP = 4.0
_TIGHT_GAP = 2.6
_TICK = 0.68
_MARK_GAP = 0.5
_BADGE = (1.42, 0.92)
_FACE = 0.45
_FACE_GAP = 1.0
_BAR = 0.32
_BAR_GAP = 0.17
_FLOW_SIDE = 0.37
_FLOW_TOP = 0.16
"""Marks, faces and bars go by the type beside them: these are parts of its line."""
_COLUMN = 78.0
"""The least width of a column of a rail below the map, in millimetres of an A1."""
_WIDE_COLUMN = 109.0
"""The most of a column of a rail beside the map, where there is room for several."""
_MOST_BELOW = 150.0
"""The height that a rail below the map is shortened to."""
_CARD_LINES = 2
"""A card's own words are cut at so many lines, or one more in a narrow column."""
_NARROW = 42.0
"""Millimetres of paper."""
_ITEM_LINES = 4
"""So are a title or an insight, that one of them does not take the room of all others."""
_SLACK = 1e-6
_TIGHT = frozenset({RailPart.GAPS, RailPart.PAINS, RailPart.FLOW, RailPart.MOMENTS})
"""Sections whose items stand close together."""


def rail_beside(text: RailText, box: Rect, subject: Subject, styles: PosterStyles) -> Rail | None:
    """The sections one below another, as many as fit; None where not even the least do."""
    pad = styles.mm(_PAD)
    setter = _Setter(subject.setting.typesetter, styles, box.width - 2 * pad)
    room = box.height - 2 * pad
    filled = _filled(text, subject, lambda chosen: setter.height(chosen) <= room)
    if filled is None:
        return None
    sections = filled[0]
    left = (room - setter.height(sections)) / max(len(sections) - 1, 1)
    gap = styles.mm(_SECTION_GAP) + min(left, styles.mm(_MORE_GAP))
    return Rail(box, setter.column(sections, box.x + pad, box.y + pad, gap)[0], filled[1])


def rail_in_columns(
    text: RailText, box: Rect, subject: Subject, styles: PosterStyles
) -> Rail | None:
    """The sections in columns in a wide `box`; None where not even the least fit."""
    made = rail_below(text, (box.x, box.y), box.width, subject, styles, box.height)
    if made.box.height > box.height + _SLACK:
        return None
    return msgspec.structs.replace(made, box=box)


def column_widths(left: float, styles: PosterStyles) -> tuple[float, ...]:
    """How wide a rail of two columns or more may be where `left` is free, the narrowest first."""
    pad, gap = styles.mm(_PAD), styles.mm(_SECTION_GAP)
    counts = range(2, _columns(left - 2 * pad, styles) + 1)
    widest = (count * (styles.mm(_WIDE_COLUMN) + gap) - gap + 2 * pad for count in counts)
    return tuple(min(left, width) for width in widest)


def _columns(inner: float, styles: PosterStyles) -> int:
    gap = styles.mm(_SECTION_GAP)
    return max(1, int((inner + gap) / (styles.mm(_COLUMN) + gap)))


def rail_below(
    text: RailText,
    corner: tuple[float, float],
    width: float,
    subject: Subject,
    styles: PosterStyles,
    most: float | None = None,
) -> Rail:
    """The sections in columns side by side, as tall as the tallest; fewer where that is high.

    `most` is how high; None is what a map above leaves it. `text` must not be empty.
    """
    pad, gap = styles.mm(_PAD), styles.mm(_SECTION_GAP)
    inner = width - 2 * pad
    count = min(len(text), _columns(inner, styles))
    column = (inner - gap * (count - 1)) / count
    setter = _Setter(subject.setting.typesetter, styles, column)
    room = (styles.mm(_MOST_BELOW) if most is None else most) - 2 * pad

    def shares(chosen: RailText) -> list[RailText]:
        heights = [setter.height((section,)) for section in chosen]
        places = _shared_out(heights, min(count, len(chosen)), gap)
        return [chosen[first:end] for first, end in places]

    def fits(chosen: RailText) -> bool:
        return max(setter.height(share) for share in shares(chosen)) <= room

    chosen, left_out = _filled(text, subject, fits) or (text, 0)
    x, y = corner
    sections: list[RailSection] = []
    bottoms: list[float] = []
    for index, share in enumerate(shares(chosen)):
        left = x + pad + index * (column + gap)
        placed, bottom = setter.column(share, left, y + pad, gap)
        sections += placed
        bottoms.append(bottom)
    return Rail(Rect(x, y, width, max(bottoms) + pad - y), tuple(sections), left_out)


def _filled(
    whole: RailText, subject: Subject, fits: Callable[[RailText], bool]
) -> tuple[RailText, int] | None:
    """As much as fits, the worthiest first, and how much does not; None for nothing.

    A sort of which nothing is left counts once more.
    """
    held = {section.part: len(section.items) for section in whole}
    caps = dict(LEAST)
    best = shortened(whole, caps, subject)
    if best and not fits(best):
        return None
    left_out = 0
    for part, most in MORE:
        if held.get(part, 0) <= caps.get(part, 0):
            continue
        more = shortened(whole, caps | {part: most}, subject)
        if fits(more):
            best, caps[part] = more, most
        else:
            left_out += 1
    missing = len(whole) - len(best)
    return (best, left_out + missing) if best else None


def _shared_out(heights: Sequence[float], count: int, gap: float) -> list[tuple[int, int]]:
    """Which sections stand in which column, in their order, so that the tallest is least."""

    def tallest(cuts: tuple[int, ...]) -> float:
        ends = pairwise((0, *cuts, len(heights)))
        return max(sum(heights[first:end]) + gap * (end - first - 1) for first, end in ends)

    best = min(combinations(range(1, len(heights)), count - 1), key=tallest)
    return list(pairwise((0, *best, len(heights))))


class _Setter:
    """Sets sections and items of one column width."""

    def __init__(self, typesetter: Typesetter, styles: PosterStyles, width: float) -> None:
        self._typesetter = typesetter
        self._styles = styles
        self._mm = styles.mm
        self._line = styles.rail_strong.line_height
        self._width = width
        self._card_lines = _CARD_LINES + (width < _NARROW)
        self._heights: dict[SectionText, float] = {}
        self._item_heights: dict[Said, float] = {}

    def height(self, text: Sequence[SectionText]) -> float:
        """Of sections one below another; each of them and of their items is measured once."""
        for section in text:
            if section not in self._heights:
                self._heights[section] = self._measured(section)
        between = self._mm(_SECTION_GAP) * (len(text) - 1)
        return sum(self._heights[section] for section in text) + between

    def _measured(self, section: SectionText) -> float:
        top = self._block(section.heading, self._styles.rail_heading, 0.0, 0.0).bottom
        for said in section.items:
            if said not in self._item_heights:
                self._item_heights[said] = self._item(said, 0.0, 0.0)[1]
        items = sum(self._item_heights[said] for said in section.items)
        between = self._between(section) * (len(section.items) - 1)
        return self._closing(section, 0.0, top + self._mm(_HEADING_GAP) + items + between)[1]

    def column(
        self, text: Sequence[SectionText], x: float, y: float, gap: float
    ) -> tuple[tuple[RailSection, ...], float]:
        """Sections one below another, `gap` apart, and the y below the last."""
        sections: list[RailSection] = []
        for section in text:
            if sections:
                y += gap
            placed, y = self._section(section, x, y)
            sections.append(placed)
        return tuple(sections), y

    def _section(self, section: SectionText, x: float, y: float) -> tuple[RailSection, float]:
        heading = self._block(section.heading, self._styles.rail_heading, x, y)
        y = heading.bottom + self._mm(_HEADING_GAP)
        between = self._between(section)
        items = []
        for said in section.items:
            item, bottom = self._item(said, x, y)
            items.append(item)
            y = bottom + between
        closing, bottom = self._closing(section, x, y - between)
        return RailSection(section.part, heading, tuple(items), closing), bottom

    def _between(self, section: SectionText) -> float:
        return self._mm(_TIGHT_GAP if section.part in _TIGHT else _ITEM_GAP)

    def _closing(
        self, section: SectionText, x: float, y: float
    ) -> tuple[tuple[TextBlock, ...], float]:
        """What the items come to, below them: the first line of it stands out."""
        blocks: list[TextBlock] = []
        for index, said in enumerate(section.closing):
            style = self._styles.rail if index else self._styles.rail_strong
            top = y if index else y + self._mm(_ITEM_GAP)
            blocks.append(self._block(said, style, x, top))
            y = blocks[-1].bottom
        return tuple(blocks), y

    def _item(self, said: Said, x: float, y: float) -> tuple[RailItem, float]:
        if said.flow:
            return self._flow(said, x, y)
        if said.faces is not None:
            return self._gap(said, said.faces, x, y)
        if said.bar is not None:
            return self._barred(said, said.bar, x, y)
        mark, indent = self._mark(said, x, y)
        if mark is not None and base_level(said.strong):
            # The mark stands before the words, which begin at the right.
            mark, x = mark.moved(self._width - mark.box.width), x - indent
        strong = self._block(said.strong, self._styles.rail_strong, x, y, indent, _ITEM_LINES)
        return self._small_print(said, RailItem(strong, mark=mark), x, indent)

    def _small_print(
        self, said: Said, item: RailItem, x: float, indent: float
    ) -> tuple[RailItem, float]:
        """What is quiet, and after it what is wanting: on its line where there is room."""
        y = item.strong.bottom
        quiet = telling = None
        style = self._styles.rail
        if said.quiet:
            most = self._card_lines if said.low else None
            quiet = self._block(said.quiet, style, x, y, indent, most)
            y = quiet.bottom
        if said.telling:
            after = 0.0
            if quiet is not None and len(quiet.lines) == 1:
                after = quiet.lines[0].width(style.size) + self._typesetter.width("   ", style)
                wide = self._typesetter.width(said.telling, style)
                after = after if indent + after + wide <= self._width else 0.0
            top = y - style.line_height if after else y
            telling = self._block(said.telling, style, x, top, indent + after)
            y = telling.bottom
        return RailItem(item.strong, quiet, telling, item.mark), y

    def _mark(self, said: Said, x: float, y: float) -> tuple[Badge | Star | Tick | None, float]:
        """What stands before the words, and how far they stand in."""
        line = self._line
        if said.low:
            width, height = _BADGE[0] * line, _BADGE[1] * line
            box = Rect(x, y + (line - height) / 2, width, height)
            return self._badge(box, said), width + _MARK_GAP * line
        if said.star or said.tick is not None:
            side = _TICK * line
            box = Rect(x, y + (line - side) / 2, side, side)
            mark = Star(box) if said.tick is None else Tick(box, said.tick)
            return mark, side + _MARK_GAP * line
        return None, 0.0

    def _badge(self, box: Rect, said: Said) -> Badge:
        style = self._styles.rail_strong
        small = TextStyle(style.face, min(style.size, box.height * 0.78), box.height)
        line = self._typesetter.line(str(said.low), small)
        side = box.height * 0.5
        wide = side + box.height * 0.14 + line.width(small.size)
        left = box.x + (box.width - wide) / 2
        triangle = Rect(left, box.y + (box.height - side * 0.86) / 2, side, side * 0.86)
        number = TextBlock(left + wide - line.width(small.size), box.y, (line,), small)
        return Badge(box, triangle, number, said.told)

    def _gap(
        self, said: Said, faces: tuple[float, float], x: float, y: float
    ) -> tuple[RailItem, float]:
        radius = _FACE * self._line
        room = 4 * radius + _FACE_GAP * self._line
        width = self._width - room - _MARK_GAP * self._line
        style = self._styles.rail
        lines = self._typesetter.fit(said.strong, style, width, self._card_lines, aligned=True)
        top = y + max(0.0, radius - style.line_height / 2)
        strong = TextBlock(x, top, lines, style)
        quiet = None
        if said.quiet:
            named = self._typesetter.fit(said.quiet, style, width, 1, aligned=True)
            quiet = TextBlock(x, strong.bottom, named, style)
        right = Point(x + self._width - radius, strong.y + style.line_height / 2)
        left = Point(right.x - room + 2 * radius, right.y)
        pair = FacePair(faces[0], faces[1], left, right, radius, said.told)
        bottom = max((quiet or strong).bottom, right.y + radius)
        return RailItem(strong, quiet, faces=pair), bottom

    def _barred(self, said: Said, share: float, x: float, y: float) -> tuple[RailItem, float]:
        strong = self._block(said.strong, self._styles.rail, x, y, most=self._card_lines)
        height = _BAR * self._line
        width = max(self._width * share, height)
        box = Rect(x, strong.bottom + _BAR_GAP * self._line, width, height)
        return RailItem(strong, bar=Bar(box, said.strong_bar)), box.bottom

    def _flow(self, said: Said, x: float, y: float) -> tuple[RailItem, float]:
        """A share on its bar, then what it is a share of; beside the bar where that is short."""
        side, top = _FLOW_SIDE * self._line, _FLOW_TOP * self._line
        strong_style, style = self._styles.rail_strong, self._styles.rail
        number = self._typesetter.line(said.strong, strong_style)
        needed = number.width(strong_style.size) + 2 * side
        height = strong_style.line_height + 2 * top
        length = max(self._width * (said.bar or 0.0), side)
        fits = length >= needed
        after = x if fits else x + length
        strong = TextBlock(after + side, y + top, (number,), strong_style)
        left = strong.x + number.width(strong_style.size) + side
        if said.strong_bar and fits:
            left = max(left, x + length + side)
        room = x + self._width - left
        lines = self._typesetter.fit(said.quiet, style, max(room, side), 1)
        slack = (strong_style.line_height - style.line_height) / 2
        quiet = TextBlock(left, y + top + slack, lines, style)
        bar = Bar(Rect(x, y, length, height), said.strong_bar)
        item = RailItem(strong, quiet, bar=bar, on_bar=said.strong_bar and fits)
        return item, y + height

    def _block(
        self,
        text: str,
        style: TextStyle,
        x: float,
        y: float,
        indent: float = 0.0,
        most: int | None = None,
    ) -> TextBlock:
        lines = min(most or self._styles.most_lines, self._styles.most_lines)
        fitted = self._typesetter.fit(text, style, self._width - indent, lines, aligned=True)
        return TextBlock(x + indent, y, fitted, style)
