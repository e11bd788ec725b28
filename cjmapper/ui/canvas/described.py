"""What is said aloud of a part of the map beyond its name: kind, figures, ends. No Qt."""

from collections.abc import Iterator

from cjmapper.drawing.told import card_facts
from cjmapper.editor import spoken
from cjmapper.editor.feedback import Said
from cjmapper.layout.result import MapLayout
from cjmapper.model import document as d
from cjmapper.model import queries
from cjmapper.ui.canvas.parts import Part
from cjmapper.ui.parts.worded import worded
from cjmapper.words.catalog import Words


def name_of(layout: MapLayout, part: Part, words: Words) -> str:
    """What a part is called, with where it is; empty for what is not on the map."""
    if not isinstance(part, str):
        return worded(words, spoken.said_of_cell(layout, part))
    said = spoken.said_of(layout, part)
    return "" if said is None else worded(words, said)


def description_of(layout: MapLayout, part: Part, words: Words) -> str:
    """What else there is to say of a part; empty where its name says all."""
    thing = queries.part(layout.map, part) if isinstance(part, str) else None
    match thing:
        case d.Card():
            return ", ".join(_of_card(layout, thing, words))
        case d.Emotion():
            return ", ".join(_of_reading(layout, thing, words))
        case d.Step(moment_of_truth=True):
            return words.say("map.legend.moment_of_truth")
        case _:
            return ""


def value_of(layout: MapLayout, part: Part, words: Words) -> str:
    """How an emotion is, in words; empty for anything else."""
    reading = queries.emotion(layout.map, part) if isinstance(part, str) else None
    return "" if reading is None else worded(words, spoken.level_of(reading.value))


def text_of(layout: MapLayout, name: str, words: Words) -> str:
    """What the field is called in which the text of a thing is written: where that stands."""
    thing = queries.part(layout.map, name)
    kind = queries.kind_of(layout.map, name)
    if isinstance(thing, d.Card) and thing.lane is not None and thing.step is not None:
        step, lane = spoken.step_name(layout, thing.step), spoken.lane_name(layout, thing.lane)
        return worded(words, Said("spoken.text_in", {}, {"step": step, "lane": lane}))
    if kind is None:
        return ""
    return words.say("spoken.text_of", kind=words.say(f"inspector.kind.{kind.value}"))


def of_map(layout: MapLayout, words: Words) -> str:
    """How much there is on the map."""
    journey = layout.map
    counts = (
        words.count("spoken.phases", len(journey.phases)),
        words.count("spoken.lanes", len(layout.lanes)),
        words.count("spoken.cards", sum(card.lane is not None for card in journey.cards)),
        words.count("spoken.emotions", len(journey.emotions)),
    )
    return ", ".join(counts)


def _of_card(layout: MapLayout, card: d.Card, words: Words) -> Iterator[str]:
    document = layout.document
    yield from card_facts(document, card, words)
    yield from _sources(document, card.evidence, words)
    yield from (
        _leads(layout, link, words)
        for link in queries.links_of_card(layout.map, card.id)
        if link.start == card.id
    )


def _of_reading(layout: MapLayout, reading: d.Emotion, words: Words) -> Iterator[str]:
    document = layout.document
    yield worded(words, spoken.level_of(reading.value))
    yield words.label(reading.view)
    yield from (
        words.say("spoken.actor", actor=one.name)
        for one in document.actors
        if one.id == reading.actor
    )
    yield from _sources(document, reading.evidence, words)


def _sources(document: d.Document, wanted: tuple[str, ...], words: Words) -> Iterator[str]:
    known = (one for one in document.evidence if one.id in wanted)
    titles = [one.title or one.headline for one in known]
    if titles:
        yield words.say("spoken.sources", names=words.listed(titles))


def _leads(layout: MapLayout, link: d.Link, words: Words) -> str:
    to = spoken.card_name(layout, link.to)
    return worded(words, Said(f"spoken.leads.{link.kind.value}", {}, {"to": to}))
