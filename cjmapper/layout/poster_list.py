"""The cards of a map as a list: phase by phase and step by step, in columns, page after page.

Each card bears the number of its mark on the overview. Nothing is cut off: what finds no room in a
column goes on in the next, and a page that begins within a phase or a step says so. The columns of
the last page are about as tall as each other.
"""

from collections.abc import Iterator
from itertools import groupby

import msgspec

from cjmapper.geometry import Rect, mm_from_pt
from cjmapper.layout.cards import caption_words, names_for, severity_of, telling_word
from cjmapper.layout.poster_columns import Columns, evened
from cjmapper.layout.poster_list_types import (
    ABOVE_CARD,
    ABOVE_PHASE,
    ABOVE_STEP,
    Listed,
    ListedCard,
    ListedPhase,
    ListedStep,
    ListPage,
    bottom_of,
)
from cjmapper.layout.poster_overview import NumberedCard
from cjmapper.layout.poster_styles import paper_sizes
from cjmapper.layout.poster_types import CardMark
from cjmapper.layout.result import CardNames, Column, MapLayout, TextBlock
from cjmapper.layout.setting import Setting
from cjmapper.model.vocabulary import CardKind
from cjmapper.text.fonts import Face
from cjmapper.text.lines import Line, TextStyle

_LEAST_PT, _MOST_PT = 8.0, 12.0
_COLUMN = 24.0
"""The least width of a column, in ems."""
_GAP = 2.6
_PHASE_HEIGHT, _PHASE_SIDE = 2.1, 0.8
_MARK_HEIGHT, _LEAST_MARK, _MARK_SIDE, _AFTER_MARK = 1.5, 2.1, 0.45, 0.7
_STEP_NUMBER = 1.9
_PICTURE = 9.0


class ListStyles(msgspec.Struct, frozen=True):
    """The type of a list."""

    text: TextStyle
    quote: TextStyle
    small: TextStyle
    strong: TextStyle
    step: TextStyle
    phase: TextStyle


def list_styles(page: Rect) -> ListStyles:
    """The type of a list on a paper; it is read from near by."""
    sizes = paper_sizes(page.size)
    size = max(min(max(sizes.card, _LEAST_PT), _MOST_PT), sizes.smallest)
    small = max(size * 0.85, sizes.smallest)

    def style(face: Face, points: float, line: float) -> TextStyle:
        em = mm_from_pt(points)
        return TextStyle(face, em, em * line)

    return ListStyles(
        text=style(Face.SANS, size, 1.32),
        quote=style(Face.ITALIC, size, 1.32),
        small=style(Face.SANS, small, 1.32),
        strong=style(Face.SEMIBOLD, small, 1.32),
        step=style(Face.SEMIBOLD, size * 1.1, 1.3),
        phase=style(Face.SEMIBOLD, size * 1.15, 1.25),
    )


def lay_out_list(
    layout: MapLayout, cards: tuple[NumberedCard, ...], page: Rect, room: Rect, setting: Setting
) -> tuple[ListPage, ...]:
    """The pages of the list; `room` is what head and foot leave of a `page`."""
    return _Listing(layout, page, room, setting).pages(cards)


class _Listing:
    """A list on its way through columns and pages."""

    def __init__(self, layout: MapLayout, page: Rect, room: Rect, setting: Setting) -> None:
        self._layout = layout
        self._setting = setting
        self._styles = list_styles(page)
        self._em = self._styles.text.size
        self._names: CardNames = names_for(layout.document, layout.map)
        self._room = room
        gap = _GAP * self._em
        self._count = max(int((room.width + gap) / (_COLUMN * self._em + gap)), 1)
        self._width = (room.width - gap * (self._count - 1)) / self._count
        self._column = 0
        self._y = room.y
        self._pages: list[list[Listed]] = [[]]

    def pages(self, cards: tuple[NumberedCard, ...]) -> tuple[ListPage, ...]:
        for phase, of_phase in groupby(cards, key=lambda one: one.column.phase_index):
            heads: tuple[int, ...] = (phase,)
            for _, of_step in groupby(of_phase, key=lambda one: one.column.index):
                self._step(tuple(of_step), heads)
                heads = ()
        made = [ListPage(tuple(items)) for items in self._pages if items]
        return tuple(evened(page, self._columns) if page is made[-1] else page for page in made)

    @property
    def _columns(self) -> Columns:
        return Columns(self._room, self._count, self._width + _GAP * self._em, self._em)

    def _step(self, cards: tuple[NumberedCard, ...], phases: tuple[int, ...]) -> None:
        """A step with its cards; its heads are never left alone at the foot of a column."""
        column = cards[0].column
        needed = self._card_height(cards[0]) + self._step_height(column)
        needed += self._phase_height(column.phase_index) if phases else 0.0
        if not self._fits(needed):
            fresh = self._onwards()
            if fresh and not phases:
                self._add_phase(column.phase_index, goes_on=True)
        if phases:
            self._add_phase(column.phase_index, goes_on=False)
        self._add_step(column, goes_on=False)
        for one in cards:
            if not self._fits(self._card_height(one)) and self._onwards():
                self._add_phase(column.phase_index, goes_on=True)
                self._add_step(column, goes_on=True)
            self._add_card(one)

    def _fits(self, height: float) -> bool:
        return self._y + height <= self._room.bottom + 1e-6 or self._y == self._room.y

    def _onwards(self) -> bool:
        """To the next column; whether that begins a page."""
        self._y = self._room.y
        self._column += 1
        if self._column < self._count:
            return False
        self._column = 0
        self._pages.append([])
        return True

    @property
    def _x(self) -> float:
        return self._room.x + self._column * (self._width + _GAP * self._em)

    def _above(self, ems: float) -> float:
        return 0.0 if self._y == self._room.y else ems * self._em

    def _named(self, name: str, *, goes_on: bool) -> str:
        return self._setting.words.say("poster.continued", name=name) if goes_on else name

    def _phase_lines(self, index: int, *, goes_on: bool = False) -> TextBlock:
        name = self._named(self._layout.map.phases[index].name, goes_on=goes_on)
        style, side = self._styles.phase, _PHASE_SIDE * self._em
        lines = self._setting.typesetter.wrap(name, style, self._width - 2 * side, aligned=True)
        return TextBlock(side, 0.0, lines, style)

    def _phase_height(self, index: int) -> float:
        name = self._phase_lines(index, goes_on=True)
        return ABOVE_PHASE * self._em + self._band(name)

    def _band(self, name: TextBlock) -> float:
        extra = max(len(name.lines) - 1, 0) * name.style.line_height
        return _PHASE_HEIGHT * self._em + extra

    def _add_phase(self, index: int, *, goes_on: bool) -> None:
        name = self._phase_lines(index, goes_on=goes_on)
        self._y += self._above(ABOVE_PHASE)
        height = self._band(name)
        top = self._y + (height - name.height) / 2
        name = msgspec.structs.replace(name, x=self._x + name.x, y=top)
        box = Rect(self._x, self._y, self._width, height)
        self._pages[-1].append(ListedPhase(box, name, index, goes_on))
        self._y += height

    def _title(self, column: Column, *, goes_on: bool) -> TextBlock:
        style, left = self._styles.step, _STEP_NUMBER * self._em
        title = self._named(column.step.title, goes_on=goes_on and bool(column.step.title))
        lines = self._setting.typesetter.wrap(title, style, self._width - left, aligned=True)
        return TextBlock(left, 0.0, lines, style)

    def _step_height(self, column: Column) -> float:
        title = self._title(column, goes_on=True)
        return ABOVE_STEP * self._em + max(title.height, title.style.line_height)

    def _add_step(self, column: Column, *, goes_on: bool) -> None:
        title = self._title(column, goes_on=goes_on)
        self._y += self._above(ABOVE_STEP)
        placed = msgspec.structs.replace(title, x=self._x + title.x, y=self._y)
        line = self._setting.typesetter.line(str(column.index + 1), title.style)
        number = TextBlock(self._x, self._y, (line,), title.style)
        self._pages[-1].append(ListedStep(column, number, placed, goes_on))
        self._y += max(title.height, title.style.line_height)

    def _card_height(self, one: NumberedCard) -> float:
        return ABOVE_CARD * self._em + bottom_of(self._card(one, 0.0, 0.0))

    def _add_card(self, one: NumberedCard) -> None:
        self._y += self._above(ABOVE_CARD)
        card = self._card(one, self._x, self._y)
        while bottom_of(card) > self._room.bottom and len(card.text.lines) > 1:
            card = self._add_beginning(one, card)
        self._pages[-1].append(card)
        self._y = bottom_of(card)

    def _add_beginning(self, one: NumberedCard, card: ListedCard) -> ListedCard:
        """Adds what a column holds of a very long text; gives the rest, in the next column."""
        text = card.text
        held = int((self._room.bottom - text.y) / text.style.line_height)
        held = max(min(held, len(text.lines) - 1), 1)
        first = msgspec.structs.replace(text, lines=text.lines[:held])
        self._pages[-1].append(ListedCard(card.mark, first, None, None, None))
        self._onwards()
        return self._card(one, self._x, self._y, text.lines[held:])

    def _card(
        self, one: NumberedCard, x: float, y: float, rest: tuple[Line, ...] | None = None
    ) -> ListedCard:
        """A card at (x, y), or what is left of its text."""
        em, wrap = self._em, self._setting.typesetter.wrap
        mark = self._mark(one, x, y)
        left = max(mark.box.right - x, _LEAST_MARK * em) + _AFTER_MARK * em
        inner = self._width - left
        style = self._styles.quote if one.card.kind is CardKind.THOUGHT else self._styles.text
        top = y + (mark.box.height - style.line_height) / 2
        lines = wrap(one.card.text, style, inner, aligned=True) if rest is None else rest
        text = TextBlock(x + left, top, lines, style)
        below = text.bottom if text.lines else top
        small, strong = self._styles.small, self._styles.strong
        said = " · ".join(self._facts(one))
        caption = TextBlock(x + left, below, wrap(said, small, inner), small) if said else None
        below = below if caption is None else caption.bottom
        code, telling = telling_word(one.card), None
        if code is not None:
            status = wrap(self._setting.words.say(code), strong, inner)
            telling = TextBlock(x + left, below, status, strong)
            below = telling.bottom
        picture = None
        if one.card.picture is not None:
            picture = Rect(x + left, below + 0.3 * em, inner * 0.6, _PICTURE * em)
        return ListedCard(mark, text, caption, telling, picture)

    def _facts(self, one: NumberedCard) -> Iterator[str]:
        """The lane, how bad it is, then what the small print of the card says."""
        if one.band.lane.title.strip():
            yield " ".join(one.band.lane.title.split())
        severity = severity_of(one.card)
        if severity is not None:
            pain = one.card.kind is CardKind.PAIN
            code = "map.severity" if pain else "map.consequence"
            yield self._setting.words.say(code, n=severity)
        words = caption_words(one.card, self._names, self._setting)
        if words:
            yield words

    def _mark(self, one: NumberedCard, x: float, y: float) -> CardMark:
        em, style = self._em, self._styles.strong
        line = self._setting.typesetter.line(str(one.number), style)
        across = line.width(style.size)
        width = max(_LEAST_MARK * em, across + 2 * _MARK_SIDE * em)
        height = max(_MARK_HEIGHT * em, style.line_height)
        place = (x + (width - across) / 2, y + (height - style.line_height) / 2)
        return CardMark(one.card, Rect(x, y, width, height), TextBlock(*place, (line,), style))
