"""The pages that list the cards of a map, and the marks that stand for cards on an overview."""

from itertools import pairwise

from cjmapper.drawing.cards import card_colours
from cjmapper.drawing.header import phase_colour
from cjmapper.drawing.pictures import asset_picture
from cjmapper.drawing.primitives import Group, Primitive, Rectangle, Stroke
from cjmapper.drawing.shapes import filled_icon
from cjmapper.drawing.text import text_lines
from cjmapper.drawing.theme import Theme
from cjmapper.drawing.told import told_card, told_phase, told_step
from cjmapper.geometry import Rect
from cjmapper.layout.poster_list_types import (
    Listed,
    ListedCard,
    ListedPhase,
    ListedStep,
    ListPage,
)
from cjmapper.layout.poster_types import CardMark
from cjmapper.layout.result import MapLayout
from cjmapper.words.catalog import Words

_MARK_EDGE = 0.05
_MARK_RADIUS = 0.28
_BAND_RADIUS = 0.2
_STAR = 1.1


def mark_items(mark: CardMark, theme: Theme) -> tuple[Primitive, ...]:
    """The number of a card on the colour of its kind."""
    colours = card_colours(mark.card, theme)
    height = mark.box.height
    edge = Stroke(colours.stripe, height * _MARK_EDGE)
    box = Rectangle(mark.box, colours.ground, edge, height * _MARK_RADIUS)
    return (box, *text_lines(mark.text, theme.text))


def list_groups(
    page: ListPage, layout: MapLayout, theme: Theme, words: Words
) -> tuple[Primitive, ...]:
    """What stands on a page of the list: phases hold steps, steps hold cards."""
    return tuple(_Listing(layout, theme, words).groups(page.items))


class _Listing:
    """The groups of one page."""

    def __init__(self, layout: MapLayout, theme: Theme, words: Words) -> None:
        self._layout = layout
        self._theme = theme
        self._words = words

    def groups(self, items: tuple[Listed, ...]) -> list[Primitive]:
        """A page may begin within a phase or a step: what has no head stands by itself."""
        return self._nested(items, ListedPhase)

    def _nested(
        self, items: tuple[Listed, ...], head: type[ListedPhase] | type[ListedStep]
    ) -> list[Primitive]:
        places = [index for index, one in enumerate(items) if isinstance(one, head)]
        made = self._inside(items[: places[0] if places else len(items)], head)
        for start, end in pairwise((*places, len(items))):
            made.append(self._headed(items[start], items[start + 1 : end]))
        return made

    def _inside(
        self, items: tuple[Listed, ...], head: type[ListedPhase] | type[ListedStep]
    ) -> list[Primitive]:
        if head is ListedPhase:
            return self._nested(items, ListedStep)
        cards = tuple(self._card(one) for one in items if isinstance(one, ListedCard))
        return [Group("", cards, role="list")] if cards else []

    def _headed(self, head: Listed, items: tuple[Listed, ...]) -> Group:
        match head:
            case ListedPhase():
                return self._phase(head, items)
            case ListedStep():
                return self._step(head, items)
            case ListedCard():
                return self._card(head)

    def _phase(self, head: ListedPhase, items: tuple[Listed, ...]) -> Group:
        phases = self._layout.map.phases
        colour = phase_colour(head.index, len(phases), self._theme)
        radius = head.name.style.size * _BAND_RADIUS
        drawn: tuple[Primitive, ...] = (
            Rectangle(head.box, colour, None, radius),
            *text_lines(head.name, self._theme.phase_text),
        )
        role = "heading-2" if head.name.lines else "decoration"
        inside = self._inside(items, ListedPhase)
        phase = phases[head.index]
        told = told_phase(phase, head.index, len(phases), self._words)
        return Group(phase.id, (Group("", drawn, role=role), *inside), role="phase", title=told)

    def _step(self, head: ListedStep, items: tuple[Listed, ...]) -> Group:
        step = head.column.step
        drawn: list[Primitive] = [*text_lines(head.number, self._theme.secondary)]
        drawn += text_lines(head.title, self._theme.text)
        if step.moment_of_truth and head.title.lines:
            size = head.title.style.size * _STAR
            last = head.title.lines[-1].width(head.title.style.size)
            y = head.title.bottom - head.title.style.line_height / 2 - size / 2
            box = Rect(head.title.x + last + size * 0.4, y, size, size)
            drawn.append(filled_icon("star", box, self._theme.star))
        total = len(self._layout.columns)
        told = told_step(step, head.column.index, total, self._words)
        heading = Group("", tuple(drawn), role="heading-3" if head.title.lines else "paragraph")
        inside = self._inside(items, ListedStep)
        return Group(step.id, (heading, *inside), role="step", title=told)

    def _card(self, listed: ListedCard) -> Group:
        card, theme = listed.mark.card, self._theme
        items: list[Primitive] = [*mark_items(listed.mark, theme)]
        items += text_lines(listed.text, theme.text)
        if listed.caption is not None:
            items += text_lines(listed.caption, theme.secondary)
        if listed.telling is not None:
            items += text_lines(listed.telling, theme.danger)
        document = self._layout.document
        if listed.picture is not None:
            items += asset_picture(document, card.picture, listed.picture, card.text)
        told = told_card(self._layout, card, self._words, labelled=True)
        return Group(card.id, tuple(items), role="card", title=told)
