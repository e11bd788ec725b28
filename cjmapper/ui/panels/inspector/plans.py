"""Which fields the inspector shows for what is selected, at most ten for a kind. No widgets."""

from collections.abc import Callable, Sequence
from enum import Enum, StrEnum

import msgspec

from cjmapper.model import document as d
from cjmapper.model import queries
from cjmapper.model import vocabulary as v
from cjmapper.model.entities import EntityKind
from cjmapper.model.lane_rules import accepted_kinds
from cjmapper.words.catalog import Words

Choices = list[tuple[object, str]]


class Control(StrEnum):
    """What a field is worked with."""

    LINE = "line"
    TEXT = "text"
    CHOICE = "choice"
    REGISTER = "register"
    TICK = "tick"
    LEVEL = "level"
    SHARE = "share"
    FACES = "faces"
    WIDTH = "width"
    DURATION = "duration"
    SOURCES = "sources"


class Subject(msgspec.Struct, frozen=True):
    """What the inspector shows: things of one kind; of a map, and of the document beside it."""

    kind: EntityKind
    ids: tuple[str, ...]


class Plan(msgspec.Struct, frozen=True):
    """One field: its name in the document, its control, and what can be chosen."""

    field: str
    control: Control
    choices: Callable[[d.Document, d.JourneyMap, Words], Choices] | None = None
    of_document: bool = False
    lines: int = 3


def subject_of(journey: d.JourneyMap, selection: Sequence[str]) -> Subject | None:
    """What is selected, where it is of one kind; the map where nothing is; else None."""
    if not selection:
        return Subject(EntityKind.MAP, (journey.id,))
    kinds = {queries.kind_of(journey, name) for name in selection}
    kind = kinds.pop()
    return None if kinds or kind is None else Subject(kind, tuple(selection))


def things_of(journey: d.JourneyMap, subject: Subject) -> list[d.Entity]:
    """The things themselves, as they are shown now."""
    if subject.kind is EntityKind.MAP:
        return [journey]
    found = (queries.part(journey, name) for name in subject.ids)
    return [part for part in found if part is not None]


def plans_for(journey: d.JourneyMap, subject: Subject, things: Sequence[d.Entity]) -> list[Plan]:
    """The fields of a subject, from what matters most to what matters least."""
    if subject.kind is not EntityKind.CARD:
        return _PLANS.get(subject.kind, [])
    cards = [thing for thing in things if isinstance(thing, d.Card)]
    kinds = {card.kind for card in cards}
    plans = [] if len(cards) > 1 else [Plan("text", Control.TEXT)]
    if len(_kinds_for(journey, cards)) > 1:
        plans.append(Plan("kind", Control.CHOICE, _kind_choices(journey, cards)))
    if len(kinds) == 1:
        plans += _CARD_PLANS.get(kinds.pop(), [])
    return [*plans, Plan("evidence", Control.SOURCES)]


def _kinds_for(journey: d.JourneyMap, cards: Sequence[d.Card]) -> list[v.CardKind]:
    """The kinds that all these cards may take where they stand."""
    every: list[v.CardKind] = [kind for kind in v.CardKind if kind is not v.CardKind.OTHER]
    for card in cards:
        lane = None if card.lane is None else queries.lane(journey, card.lane)
        if lane is not None:
            taken = accepted_kinds(lane.kind)
            every = [kind for kind in every if kind in taken]
    return every


def _kind_choices(
    journey: d.JourneyMap, cards: Sequence[d.Card]
) -> Callable[[d.Document, d.JourneyMap, Words], Choices]:
    kinds = _kinds_for(journey, cards)
    return lambda _document, _journey, words: [(kind, words.label(kind)) for kind in kinds]


def _of(
    vocabulary: type[v.Vocabulary], *, none: bool = False, but: tuple[Enum, ...] = ()
) -> Callable[[d.Document, d.JourneyMap, Words], Choices]:
    """The values of a vocabulary with their labels; `none` stands for not set."""

    def choices(_document: d.Document, _journey: d.JourneyMap, words: Words) -> Choices:
        first: Choices = [(None, words.say("inspector.not_set"))] if none else []
        values = [value for value in vocabulary if value.value != "other" and value not in but]
        if "other" in _MEANT_OTHER.get(vocabulary.__name__, ()):
            values.append(vocabulary("other"))
        return first + [(value, words.label(value)) for value in values]

    return choices


_MEANT_OTHER = {"PhaseKind": ("other",), "PainCategory": ("other",)}
"""Vocabularies in which «other» is a choice of its own."""


def _channels(document: d.Document, _journey: d.JourneyMap, words: Words) -> Choices:
    return [(None, words.say("inspector.none")), *((one.id, one.name) for one in document.channels)]


def _departments(document: d.Document, _journey: d.JourneyMap, words: Words) -> Choices:
    none = (None, words.say("inspector.none"))
    return [none, *((one.id, one.name) for one in document.departments)]


def _actors(document: d.Document, journey: d.JourneyMap, words: Words) -> Choices:
    names = {actor.id: actor.name for actor in document.actors}
    first = names.get(journey.actors[0], "") if journey.actors else ""
    none = (None, first or words.say("inspector.the_customer"))
    return [none, *((key, names.get(key, "")) for key in journey.actors[1:])]


def _primary(document: d.Document, _journey: d.JourneyMap, words: Words) -> Choices:
    none = (None, words.say("inspector.the_customer"))
    return [none, *((actor.id, actor.name) for actor in document.actors)]


_WORK = [Plan("department", Control.REGISTER, _departments)]
_CARD_PLANS: dict[v.CardKind, list[Plan]] = {
    v.CardKind.TOUCHPOINT: [
        Plan("channel", Control.REGISTER, _channels),
        Plan("status", Control.CHOICE, _of(v.TouchpointStatus)),
        Plan("initiator", Control.CHOICE, _of(v.Initiator, none=True)),
        Plan("promise", Control.TEXT, lines=2),
    ],
    v.CardKind.PAIN: [
        Plan("severity", Control.LEVEL),
        Plan("reach", Control.SHARE),
        Plan("category", Control.CHOICE, _of(v.PainCategory, none=True)),
        Plan("frequency", Control.LINE),
    ],
    v.CardKind.RISK: [
        Plan("likelihood", Control.LEVEL),
        Plan("consequence", Control.LEVEL),
    ],
    v.CardKind.FRONTSTAGE: _WORK,
    v.CardKind.BACKSTAGE: _WORK,
    v.CardKind.SUPPORT: _WORK,
}
_PLANS: dict[EntityKind, list[Plan]] = {
    EntityKind.PHASE: [
        Plan("name", Control.LINE),
        Plan("period", Control.CHOICE, _of(v.Period)),
        Plan("kind", Control.CHOICE, _of(v.PhaseKind)),
        Plan("customer_goal", Control.TEXT),
    ],
    EntityKind.STEP: [
        Plan("title", Control.TEXT, lines=2),
        Plan("moment_of_truth", Control.TICK),
        Plan("measure_here", Control.TICK),
        Plan("duration", Control.DURATION),
        Plan("width_mm", Control.WIDTH),
    ],
    EntityKind.LANE: [
        Plan("title", Control.LINE),
        Plan("kind", Control.CHOICE, _of(v.LaneKind)),
        Plan("hidden", Control.TICK),
    ],
    EntityKind.EMOTION: [
        Plan("value", Control.FACES),
        Plan("words", Control.LINE),
        Plan("view", Control.CHOICE, _of(v.EmotionView)),
        Plan("actor", Control.CHOICE, _actors),
        Plan("evidence", Control.SOURCES),
    ],
    EntityKind.TRANSITION: [
        Plan("kind", Control.CHOICE, _of(v.TransitionKind)),
        Plan("share", Control.SHARE),
        Plan("wait", Control.DURATION),
        Plan("note", Control.TEXT, lines=2),
    ],
    EntityKind.LINK: [
        Plan("kind", Control.CHOICE, _of(v.LinkKind)),
        Plan("text", Control.LINE),
    ],
    EntityKind.MAP: [
        Plan("document_title", Control.LINE, of_document=True),
        Plan("title", Control.LINE),
        Plan("state", Control.CHOICE, _of(v.MapState)),
        Plan("primary_actor", Control.REGISTER, _primary),
        Plan("scenario", Control.TEXT),
        Plan("starts_when", Control.LINE),
        Plan("ends_when", Control.LINE),
        Plan("goal", Control.LINE),
        Plan("client", Control.LINE, of_document=True),
        Plan("language", Control.CHOICE, _of(v.Language), of_document=True),
    ],
}
