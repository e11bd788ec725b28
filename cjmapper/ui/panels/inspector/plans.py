"""Which fields the inspector shows for what is selected, at most ten for a kind. No widgets."""

from collections.abc import Callable, Sequence
from enum import Enum, StrEnum
from functools import partial

import msgspec

from cjmapper.model import document as d
from cjmapper.model import queries
from cjmapper.model import vocabulary as v
from cjmapper.model.entities import EntityKind
from cjmapper.model.lane_rules import accepted_kinds
from cjmapper.ui.panels.inspector.places import (
    Choices,
    Shown,
    lane_choices,
    phase_choices,
    place_choices,
    step_choices,
)
from cjmapper.words.catalog import Words

_Maker = Callable[[d.Document, d.JourneyMap, Words], Choices]


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
    HEIGHT = "height"
    COLOUR = "colour"
    DURATION = "duration"
    SOURCES = "sources"


class Group(StrEnum):
    """What a field is about; the groups stand below each other in this order."""

    CONTENT = "content"
    MORE = "more"
    LOOK = "look"
    POSITION = "position"


class Subject(msgspec.Struct, frozen=True):
    """What the inspector shows: things, and their kind where it is one; of a map, the file too."""

    kind: EntityKind | None
    ids: tuple[str, ...]


class Plan(msgspec.Struct, frozen=True):
    """One field: its name in the document, its control, and what can be chosen."""

    field: str
    control: Control
    choices: _Maker | None = None
    of_document: bool = False
    lines: int = 3
    group: Group = Group.CONTENT


def subject_of(journey: d.JourneyMap, selection: Sequence[str]) -> Subject:
    """What is selected; the map where nothing is."""
    if not selection:
        return Subject(EntityKind.MAP, (journey.id,))
    kinds = {queries.kind_of(journey, name) for name in selection}
    return Subject(kinds.pop() if len(kinds) == 1 else None, tuple(selection))


def things_of(journey: d.JourneyMap, subject: Subject) -> list[Shown]:
    """The things themselves, as they are shown now."""
    if subject.kind is EntityKind.MAP:
        return [journey]
    found = (queries.part(journey, name) for name in subject.ids)
    return [part for part in found if part is not None]


def plans_for(journey: d.JourneyMap, subject: Subject, things: Sequence[Shown]) -> list[Plan]:
    """The fields of a subject, from what matters most to what matters least.

    Of things of several kinds it is the fields that all of them have.
    """
    if subject.kind is None:
        return _shared(journey, things)
    plans = list(_PLANS.get(subject.kind, ()))
    if subject.kind is EntityKind.CARD:
        plans = _card_plans(journey, things)
    elif len(things) > 1:
        plans = [plan for plan in plans if plan.field not in _OWN]
    elif any(plan.field == "place" for plan in plans):
        place = partial(_places, things)
        plans = [
            msgspec.structs.replace(plan, choices=place) if plan.field == "place" else plan
            for plan in plans
        ]
    return plans


def _shared(journey: d.JourneyMap, things: Sequence[Shown]) -> list[Plan]:
    kinds: dict[type, list[Shown]] = {}
    for thing in things:
        kinds.setdefault(type(thing), []).append(thing)
    first, *others = (
        plans_for(journey, Subject(KIND_OF[kind], ()), alike) for kind, alike in kinds.items()
    )
    fields = [{(plan.field, plan.control) for plan in plans} for plans in others]
    return [
        plan
        for plan in first
        if plan.field not in _OWN
        and plan.field in _ALIKE
        and all((plan.field, plan.control) in known for known in fields)
    ]


def _card_plans(journey: d.JourneyMap, things: Sequence[Shown]) -> list[Plan]:
    cards = [thing for thing in things if isinstance(thing, d.Card)]
    kinds = {card.kind for card in cards}
    plans = [] if len(cards) > 1 else [Plan("text", Control.TEXT)]
    if len(_kinds_for(journey, cards)) > 1:
        plans.append(Plan("kind", Control.CHOICE, _kind_choices(journey, cards)))
    if len(kinds) == 1:
        plans += _CARD_PLANS.get(kinds.pop(), [])
    plans += [_EVIDENCE, Plan("color", Control.COLOUR, group=Group.LOOK)]
    if all(card.lane and card.step for card in cards):
        lane = partial(_lanes, things)
        plans += [_AT_STEP, Plan("lane", Control.CHOICE, lane, group=Group.POSITION)]
        if len(cards) == 1:
            place = partial(_places, things)
            plans.append(Plan("place", Control.CHOICE, place, group=Group.POSITION))
    return plans


def _places(
    things: Sequence[Shown], _document: d.Document, journey: d.JourneyMap, words: Words
) -> Choices:
    return place_choices(things, journey, words)


def _lanes(
    things: Sequence[Shown], _document: d.Document, journey: d.JourneyMap, words: Words
) -> Choices:
    return lane_choices(things, journey, words)


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


_OWN = frozenset({"text", "name", "title", "words", "place"})
"""What several things have each for themselves."""
_ALIKE = frozenset({"evidence", "step", "width_mm"})
"""What means the same for things of several kinds."""
KIND_OF: dict[type, EntityKind] = {
    d.Phase: EntityKind.PHASE,
    d.Step: EntityKind.STEP,
    d.Lane: EntityKind.LANE,
    d.Card: EntityKind.CARD,
    d.Emotion: EntityKind.EMOTION,
    d.Transition: EntityKind.TRANSITION,
    d.Link: EntityKind.LINK,
}
"""The kind of what stands on a map."""
_EVIDENCE = Plan("evidence", Control.SOURCES)
_AT_STEP = Plan("step", Control.CHOICE, step_choices, group=Group.POSITION)
_PLACE = Plan("place", Control.CHOICE, group=Group.POSITION)
_WIDTH = Plan("width_mm", Control.WIDTH, group=Group.LOOK)
_WORK = [Plan("department", Control.REGISTER, _departments)]
_CARD_PLANS: dict[v.CardKind, list[Plan]] = {
    v.CardKind.TOUCHPOINT: [
        Plan("channel", Control.REGISTER, _channels),
        Plan("status", Control.CHOICE, _of(v.TouchpointStatus)),
        Plan("initiator", Control.CHOICE, _of(v.Initiator, none=True), group=Group.MORE),
        Plan("promise", Control.TEXT, lines=2, group=Group.MORE),
    ],
    v.CardKind.PAIN: [
        Plan("severity", Control.LEVEL),
        Plan("reach", Control.SHARE),
        Plan("category", Control.CHOICE, _of(v.PainCategory, none=True), group=Group.MORE),
        Plan("frequency", Control.LINE, group=Group.MORE),
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
        Plan("kind", Control.CHOICE, _of(v.PhaseKind), group=Group.MORE),
        Plan("customer_goal", Control.TEXT),
        _WIDTH,
        _PLACE,
    ],
    EntityKind.STEP: [
        Plan("title", Control.TEXT, lines=2),
        Plan("moment_of_truth", Control.TICK),
        Plan("measure_here", Control.TICK, group=Group.MORE),
        Plan("duration", Control.DURATION),
        _WIDTH,
        Plan("phase", Control.CHOICE, phase_choices, group=Group.POSITION),
        _PLACE,
    ],
    EntityKind.LANE: [
        Plan("title", Control.LINE),
        Plan("kind", Control.CHOICE, _of(v.LaneKind)),
        Plan("hidden", Control.TICK),
        Plan("height_mm", Control.HEIGHT, group=Group.LOOK),
        _PLACE,
    ],
    EntityKind.EMOTION: [
        Plan("value", Control.FACES),
        Plan("words", Control.LINE),
        Plan("view", Control.CHOICE, _of(v.EmotionView)),
        Plan("actor", Control.CHOICE, _actors),
        _EVIDENCE,
        _AT_STEP,
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
        Plan("starts_when", Control.LINE, group=Group.MORE),
        Plan("ends_when", Control.LINE, group=Group.MORE),
        Plan("goal", Control.LINE, group=Group.MORE),
        Plan("client", Control.LINE, of_document=True, group=Group.MORE),
        Plan("language", Control.CHOICE, _of(v.Language), of_document=True, group=Group.MORE),
    ],
}
