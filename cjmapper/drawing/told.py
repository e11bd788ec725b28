"""What the things on a map are to those who do not see it, in one sentence each.

Words for drawings and for the window; knows neither places nor colours.
"""

from collections.abc import Iterable, Iterator

from cjmapper.drawing.shapes import emotion_level
from cjmapper.layout.result import MapLayout, ReadingLayout
from cjmapper.model import document as d
from cjmapper.model import ids, queries
from cjmapper.model.vocabulary import CardKind, EmotionView, TouchpointStatus
from cjmapper.words.catalog import Words

_LOWEST = -2


def told_phase(phase: d.Phase, index: int, total: int, words: Words) -> str:
    """A phase and its place among the others."""
    name = _named("phase", phase.name, words)
    return words.say("spoken.phase", name=name, index=index + 1, total=total)


def told_step(step: d.Step, index: int, total: int, words: Words) -> str:
    """A step, its place among the others, and whether it matters most."""
    name = _named("step", step.title, words)
    said = words.say("spoken.step", name=name, index=index + 1, total=total)
    if step.moment_of_truth:
        return f"{said}, {words.say('map.legend.moment_of_truth')}"
    return said


def told_card(layout: MapLayout, card: d.Card, words: Words, *, labelled: bool) -> str:
    """What kind of card it is, its figures, its text, and what it does to other cards.

    Connectors that have words of their own are told with it only where these stand nowhere else:
    where it is `labelled`.
    """
    kind = ", ".join(card_facts(layout.document, card, words))
    told = words.say("poster.told.card", kind=kind, text=_named("card", card.text, words))
    links = [
        _with_text(
            words.say(f"spoken.leads.{link.kind.value}", to=_quoted(layout, link, words)), link
        )
        for link in queries.links_of_card(layout.map, card.id)
        if link.start == card.id and (labelled or not link.text)
    ]
    return words.say("poster.told.linked", told=told, links="; ".join(links)) if links else told


def card_facts(document: d.Document, card: d.Card, words: Words) -> Iterator[str]:
    """The kind of a card, then what is known of it besides its text."""
    yield words.label(card.kind)
    if card.kind is CardKind.TOUCHPOINT:
        yield from (one.name for one in document.channels if one.id == card.channel)
        if card.status is not TouchpointStatus.PLANNED:
            yield words.label(card.status)
    yield from (one.name for one in document.departments if one.id == card.department)
    yield from (
        words.say(f"map.{name}", n=count)
        for name, count in (
            ("severity", card.severity),
            ("likelihood", card.likelihood),
            ("consequence", card.consequence),
        )
        if count is not None
    )
    if card.reach is not None:
        yield words.say("map.affects", percent=words.percent(card.reach))
    yield from (
        words.say("spoken.actor", actor=one.name) for one in document.actors if one.id == card.actor
    )


def told_curve(
    layout: MapLayout,
    owner: tuple[ids.ActorId | None, EmotionView],
    readings: Iterable[ReadingLayout],
    words: Words,
) -> str:
    """Whose curve it is, then every reading of it with the step that it belongs to."""
    actor, view = owner
    name = next((one.name for one in layout.document.actors if one.id == actor), "")
    parts = [part for part in (name, words.label(view)) if part]
    points = "; ".join(told_reading(layout, one.reading, words) for one in readings)
    return words.say("poster.told.curve", whose=", ".join(parts), points=points)


def told_reading(layout: MapLayout, reading: d.Emotion, words: Words) -> str:
    """The step, how it is felt there, and the value."""
    step = queries.step(layout.map, reading.step)
    felt = ", ".join(reading.words)
    return words.say(
        "poster.told.reading",
        step=_named("step", "" if step is None else step.title, words),
        felt=felt or words.say(f"map.emotion.{emotion_level(reading.value) + _LOWEST}"),
        value=reading.value,
    )


def told_link(layout: MapLayout, link: d.Link, words: Words) -> str:
    """Which card leads to which, and the words on it."""
    ends = (queries.card(layout.map, name) for name in (link.start, link.to))
    start, to = (_named("card", "" if end is None else end.text, words) for end in ends)
    return _with_text(words.say(f"spoken.connector.{link.kind.value}", start=start, to=to), link)


def told_transition(layout: MapLayout, transition: d.Transition, words: Words) -> str:
    """From which step to which a path goes."""
    start, to = (_end(layout, end, words) for end in (transition.start, transition.to))
    return words.say(f"spoken.path.{transition.kind.value}", start=start, to=to)


def _with_text(told: str, link: d.Link) -> str:
    text = " ".join(link.text.split())
    return f"{told}: {text}" if text else told


def _quoted(layout: MapLayout, link: d.Link, words: Words) -> str:
    """The card that a connector leads to, by its words."""
    to = queries.card(layout.map, link.to)
    named = _named("card", "" if to is None else to.text, words)
    return words.say("map.persona.quote", quote=named)


def _end(layout: MapLayout, end: str, words: Words) -> str:
    step = queries.step(layout.map, end)
    if step is None:
        return words.say(f"map.{end.lower()}")
    return _named("step", step.title, words)


def _named(what: str, text: str, words: Words) -> str:
    return " ".join(text.split()) or words.say(f"spoken.untitled_{what}")
