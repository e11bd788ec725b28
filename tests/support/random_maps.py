"""Small maps of chance: phases, steps, lanes, cards, connectors, emotions, paths, sizes."""

import random

import msgspec

from cjmapper.model import document as d
from cjmapper.model import ids, lane_rules
from cjmapper.model import vocabulary as v
from cjmapper.model.edits.links import usual_kind as link_kind
from cjmapper.model.edits.transitions import usual_kind as transition_kind
from tests.support.builders import card, document, journey, lane, link, reading, transition

_TEXTS = ("Kø", "Leter etter skjemaet på nettsiden", "Forbrukertilfredshet", "Ringer\nvenner", "")

_USUAL = ((v.LaneKind.TOUCHPOINT, 0.8), (v.LaneKind.EMOTION, 0.6), (v.LaneKind.NOTE, 0.5))


def random_document(seed: int) -> d.Document:
    """One to four phases and few of everything; some maps are nearly empty, some have no cards."""
    chance = random.Random(seed)  # noqa: S311
    steps = 0
    groups: list[str] = []
    for _ in range(chance.randint(1, 4)):
        count = chance.choice((1, 1, 2, 3))
        groups.append(" ".join(f"s{steps + n}" for n in range(1, count + 1)))
        steps += count
    kinds = [kind for kind, likely in _USUAL if chance.random() < likely]
    kinds += chance.sample([one for one in v.LaneKind if one not in kinds], chance.randint(0, 2))
    kinds = kinds or [v.LaneKind.NOTE]
    chance.shuffle(kinds)
    rows = " ".join(kind.value for kind in kinds)
    plain = journey("|".join(groups), rows)
    lanes = [msgspec.structs.replace(one, **_lane_fields(chance)) for one in plain.lanes]
    if v.LaneKind.EMOTION in kinds and chance.random() < 0.3:
        lanes.append(lane("second-emotion"))
    columns = tuple(
        msgspec.structs.replace(
            one,
            title=one.title if chance.random() < 0.7 else "",
            width_mm=chance.choice((None, None, None, 40.0, 90.0)),
            moment_of_truth=chance.random() < 0.1,
        )
        for one in plain.steps
    )
    filled = msgspec.structs.replace(plain, steps=columns, lanes=tuple(lanes))
    return document(_with_contents(filled, chance))


def _lane_fields(chance: random.Random) -> dict[str, object]:
    return {
        "hidden": chance.random() < 0.08,
        "height_mm": chance.choice((None, None, None, 20.0, 60.0)),
    }


def _with_contents(plain: d.JourneyMap, chance: random.Random) -> d.JourneyMap:
    takers = [one.id for one in plain.lanes if lane_rules.accepted_kinds(one.kind)]
    names = [one.id for one in plain.steps]
    cards = tuple(
        card(
            f"c{n}",
            f"{chance.choice(takers)}:{chance.choice(names)}",
            chance.choice(_TEXTS),
            span=chance.choice((1, 1, 1, 1, 2, 3)),
        )
        if takers and chance.random() < 0.95
        else card(f"c{n}")
        for n in range(chance.choice((0, 1, 3, 6, 9)))
    )
    emotions = tuple(
        reading(f"e{n}", chance.choice(names), chance.randint(-4, 4) / 2)
        for n in range(chance.choice((0, 1, 3, 5)))
    )
    ends = [ids.START, *names, ids.GOAL, ids.DROP]
    wanted = {(chance.choice(ends[:-2]), chance.choice(ends[1:])) for _ in range(3)}
    transitions = tuple(
        transition(f"t{n}", start, to, kind=transition_kind(plain, start, to))
        for n, (start, to) in enumerate(sorted(wanted))
        if start in names and chance.random() < 0.6
    )
    return msgspec.structs.replace(
        plain,
        cards=cards,
        emotions=_one_each(emotions),
        transitions=transitions,
        links=_links(cards, chance),
    )


def _one_each(emotions: tuple[d.Emotion, ...]) -> tuple[d.Emotion, ...]:
    return tuple({one.step: one for one in emotions}.values())


def _links(cards: tuple[d.Card, ...], chance: random.Random) -> tuple[d.Link, ...]:
    if len(cards) < 2:
        return ()
    pairs = {tuple(chance.sample(range(len(cards)), 2)) for _ in range(chance.randint(0, 3))}
    return tuple(
        link(f"k{n}", cards[a].id, cards[b].id, kind=link_kind(cards[a], cards[b]))
        for n, (a, b) in enumerate(sorted(pairs))
    )
