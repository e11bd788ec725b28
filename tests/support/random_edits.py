"""Edits drawn by chance, of every kind there is; some are refused, as by a person who tries."""

import random
from collections.abc import Callable, Sequence
from typing import TypeVar

from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model import vocabulary as v
from cjmapper.model.edits import (
    assets,
    cards,
    deleting,
    documents,
    emotions,
    followups,
    lanes,
    links,
    maps,
    phases,
    registers,
    steps,
    text,
    transitions,
)
from cjmapper.model.entities import MAP_PARTS, REGISTERS, Registered, parts, registered

_Thing = TypeVar("_Thing")
_WORDS = ("kø", "skjema", "Æsj!", "venter\npå svar", "", "  ", "🙂 trygg", "a\x00b\ud800", "pris?")


class Chance:
    """A document, a map of it, new ids, and choices drawn from a seed."""

    def __init__(self, document: d.Document, seed: int, new_id: ids.IdSource) -> None:
        self._random = random.Random(seed)  # noqa: S311
        self.document = document
        self.journey = self.one_of(document.maps)
        self.map_id = self.journey.id
        self.new_id = new_id

    def one_of(self, things: Sequence[_Thing]) -> _Thing:
        return self._random.choice(things)

    def some_of(self, things: Sequence[_Thing]) -> list[_Thing]:
        return self._random.sample(things, min(len(things), self._random.randint(0, 4)))

    def number(self, low: int = -1, high: int = 9) -> int:
        return self._random.randint(low, high)

    def text(self) -> str:
        return self.one_of(_WORDS)

    def phase(self) -> str:
        return self.one_of(self.journey.phases).id

    def step(self) -> str:
        return self.one_of(self.journey.steps).id

    def lane(self) -> str:
        return self.one_of([lane.id for lane in self.journey.lanes] or ["none"])

    def card(self) -> str:
        return self.one_of([card.id for card in self.journey.cards] or ["none"])

    def several_cards(self) -> list[str]:
        return [card.id for card in self.some_of(self.journey.cards)]

    def emotion(self) -> str:
        return self.one_of([one.id for one in self.journey.emotions] or ["none"])

    def step_end(self) -> str:
        return self.one_of([*(step.id for step in self.journey.steps), "START", "GOAL", "DROP"])

    def anything(self) -> list[str]:
        things = [part.id for kind in MAP_PARTS for part in parts(self.journey, kind)]
        return self.some_of(things)

    def entry(self) -> str:
        entries = [one.id for kind in REGISTERS for one in registered(self.document, kind)]
        return self.one_of(entries or ["none"])

    def slot(self) -> cards.Slot:
        return cards.Slot(ids.LaneId(self.lane()), ids.StepId(self.step()), self.number())


Drawn = Callable[[Chance], d.Document]


def _add_phase(c: Chance) -> d.Document:
    phase_id, step_id = ids.PhaseId(c.new_id()), ids.StepId(c.new_id())
    return phases.add_phase(
        c.document, c.map_id, c.number(), name=c.text(), phase_id=phase_id, step_id=step_id
    )


def _split_phase(c: Chance) -> d.Document:
    return phases.split_phase(c.document, c.map_id, c.step(), phase_id=ids.PhaseId(c.new_id()))


def _move_phase(c: Chance) -> d.Document:
    return phases.move_phase(c.document, c.map_id, c.phase(), c.number())


def _delete_phase(c: Chance) -> d.Document:
    return phases.delete_phase(c.document, c.map_id, c.phase())


def _add_step(c: Chance) -> d.Document:
    place = (c.phase(), c.number())
    new_id = ids.StepId(c.new_id())
    return steps.add_step(c.document, c.map_id, place, new_id=new_id, title=c.text())


def _move_step(c: Chance) -> d.Document:
    return steps.move_step(c.document, c.map_id, c.step(), c.phase(), c.number())


def _delete_step(c: Chance) -> d.Document:
    return steps.delete_step(c.document, c.map_id, c.step())


def _change_step(c: Chance) -> d.Document:
    submap = c.one_of([None, "gone", *(journey.id for journey in c.document.maps)])
    width = c.one_of([None, 0.0, 40.5, 90.0])
    return steps.change_step(c.document, c.map_id, c.step(), submap=submap, width_mm=width)


def _add_lane(c: Chance) -> d.Document:
    kind, new_id = c.one_of(list(v.LaneKind)), ids.LaneId(c.new_id())
    return lanes.add_lane(c.document, c.map_id, c.number(), kind=kind, new_id=new_id)


def _move_lane(c: Chance) -> d.Document:
    return lanes.move_lane(c.document, c.map_id, c.lane(), c.number())


def _set_lane_kind(c: Chance) -> d.Document:
    return lanes.set_kind(c.document, c.map_id, c.lane(), c.one_of(list(v.LaneKind)))


def _delete_lane(c: Chance) -> d.Document:
    return lanes.delete_lane(c.document, c.map_id, c.lane())


def _add_card(c: Chance) -> d.Document:
    kind, new_id = c.one_of([None, *v.CardKind]), ids.CardId(c.new_id())
    return cards.add_card(c.document, c.map_id, c.slot(), new_id=new_id, kind=kind, text=c.text())


def _add_cards(c: Chance) -> d.Document:
    return cards.add_cards(c.document, c.map_id, c.slot(), c.some_of(_WORDS), c.new_id)


def _move_cards(c: Chance) -> d.Document:
    return cards.move_cards(c.document, c.map_id, c.several_cards(), c.slot())


def _duplicate_cards(c: Chance) -> d.Document:
    slot = c.one_of([None, c.slot()])
    return cards.duplicate_cards(c.document, c.map_id, c.several_cards(), c.new_id, slot)


def _park_cards(c: Chance) -> d.Document:
    return cards.park_cards(c.document, c.map_id, c.several_cards())


def _delete_cards(c: Chance) -> d.Document:
    return cards.delete_cards(c.document, c.map_id, c.several_cards())


def _change_card(c: Chance) -> d.Document:
    tags = tuple(tag.id for tag in c.some_of(c.document.tags))
    kind = c.one_of(list(v.CardKind))
    return cards.change_card(
        c.document, c.map_id, c.card(), kind=kind, span=c.number(0, 4), tags=tags
    )


def _add_reading(c: Chance) -> d.Document:
    actor = c.one_of([None, *(actor.id for actor in c.document.actors)])
    reading = d.Emotion(
        id=ids.EmotionId(c.new_id()),
        step=ids.StepId(c.step()),
        value=c.number(-5, 5) / 2,
        actor=actor,
        view=c.one_of(list(v.EmotionView)),
    )
    return emotions.add_reading(c.document, c.map_id, reading)


def _set_value(c: Chance) -> d.Document:
    return emotions.set_value(c.document, c.map_id, c.emotion(), c.number(-5, 5) / 2)


def _move_reading(c: Chance) -> d.Document:
    return emotions.move_reading(c.document, c.map_id, c.emotion(), c.step())


def _connect_steps(c: Chance) -> d.Document:
    ends, new_id = (c.step_end(), c.step_end()), ids.TransitionId(c.new_id())
    return transitions.connect_steps(c.document, c.map_id, ends, new_id=new_id)


def _connect_cards(c: Chance) -> d.Document:
    ends, new_id = (c.card(), c.card()), ids.LinkId(c.new_id())
    return links.connect_cards(c.document, c.map_id, ends, new_id=new_id)


def _reverse_link(c: Chance) -> d.Document:
    name = c.one_of([link.id for link in c.journey.links] or ["none"])
    return links.reverse_link(c.document, c.map_id, name)


def _add_comment(c: Chance) -> d.Document:
    target = c.one_of([*c.anything(), c.entry(), c.map_id])
    comment = d.Comment(id=ids.CommentId(c.new_id()), target=target, text=c.text())
    return followups.add_followup(c.document, c.map_id, comment)


def _add_votes(c: Chance) -> d.Document:
    tally = {ids.CardId(name): c.number(0, 3) for name in c.several_cards()}
    votes = d.VoteRound(id=ids.VoteRoundId(c.new_id()), tally=tally)
    return followups.add_followup(c.document, c.map_id, votes)


def _add_action(c: Chance) -> d.Document:
    addresses = tuple(ids.CardId(name) for name in c.several_cards())
    action = d.Action(id=ids.ActionId(c.new_id()), addresses=addresses, effect=c.number(1, 5))
    return followups.add_followup(c.document, c.map_id, action)


def _add_entry(c: Chance) -> d.Document:
    new_id = c.new_id()
    entries: tuple[Registered, ...] = (
        d.Actor(id=ids.ActorId(new_id), name=c.text()),
        d.Tag(id=ids.TagId(new_id), name=c.text()),
        d.Metric(id=ids.MetricId(new_id), scope=c.one_of([c.step(), c.phase(), c.map_id])),
    )
    return registers.add_entry(c.document, c.one_of(entries))


def _delete_entry(c: Chance) -> d.Document:
    return registers.delete_entry(c.document, c.entry())


def _show_picture(c: Chance) -> d.Document:
    content = bytes([c.number(0, 3)])
    document = assets.add_asset(c.document, content, name=c.text(), media_type="image/png")
    picture = assets.asset_id(content)
    return steps.change_step(document, c.map_id, c.step(), picture=picture)


def _drop_pictures(c: Chance) -> d.Document:
    return assets.drop_unused_assets(c.document)


def _change_map(c: Chance) -> d.Document:
    actors = tuple(actor.id for actor in c.some_of(c.document.actors))
    other = c.one_of([None, *(journey.id for journey in c.document.maps)])
    return maps.change_map(c.document, c.map_id, actors=actors, compares_to=other)


def _duplicate_map(c: Chance) -> d.Document:
    if len(c.document.maps) > 2:
        return maps.delete_map(c.document, c.map_id)
    return maps.duplicate_map(c.document, c.map_id, c.new_id, c.text())


def _change_document(c: Chance) -> d.Document:
    return documents.change_document(c.document, title=c.text())


def _set_text(c: Chance) -> d.Document:
    name = c.one_of([*c.anything(), c.map_id])
    return text.set_text(c.document, c.map_id, name, c.text())


def _delete_many(c: Chance) -> d.Document:
    return deleting.delete_many(c.document, c.map_id, c.anything())


def _delete_parking(c: Chance) -> d.Document:
    return deleting.delete_parking(c.document, c.map_id, c.one_of([c.phase(), c.step(), c.lane()]))


GROWING: tuple[Drawn, ...] = (
    _add_card,
    _add_cards,
    _add_comment,
    _add_action,
    _add_entry,
    _add_lane,
    _add_phase,
    _add_reading,
    _add_step,
    _add_votes,
    _connect_cards,
    _connect_steps,
    _duplicate_cards,
    _duplicate_map,
    _show_picture,
)
CHANGING: tuple[Drawn, ...] = (
    _change_card,
    _change_document,
    _change_map,
    _change_step,
    _move_cards,
    _move_lane,
    _move_phase,
    _move_reading,
    _move_step,
    _park_cards,
    _reverse_link,
    _set_lane_kind,
    _set_text,
    _set_value,
    _split_phase,
)
SHRINKING: tuple[Drawn, ...] = (
    _delete_cards,
    _delete_entry,
    _delete_lane,
    _delete_many,
    _delete_parking,
    _delete_phase,
    _delete_step,
    _drop_pictures,
)
