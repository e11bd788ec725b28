"""One-line builders: `document(journey("s1 s2|s3", cards=(card("c1", "note:s1"),)))`."""

from collections.abc import Iterable
from typing import Any

import msgspec

from cjmapper.model import document as d
from cjmapper.model import ids, lane_rules
from cjmapper.model import vocabulary as v

LANES = "touchpoint emotion thought pain opportunity note"


def journey(
    columns: str = "s1 s2|s3", lanes: str = LANES, *, name: str = "m1", **fields: Any
) -> d.JourneyMap:
    """A map: phases parted by `|` (p1, p2, …), step ids by blanks, lane ids named by their kind."""
    groups = [group.split() for group in columns.split("|")]
    prefix = "" if name == "m1" else f"{name}-"
    phases = tuple(
        d.Phase(id=ids.PhaseId(f"{prefix}p{n}"), key=f"p{n}", name=f"Phase {n}")
        for n in range(1, len(groups) + 1)
    )
    steps = tuple(
        d.Step(id=ids.StepId(step), key=step, phase=phase.id, title=f"Step {step}")
        for phase, group in zip(phases, groups, strict=True)
        for step in group
    )
    rows = tuple(lane(f"{prefix}{row}") for row in lanes.split())
    return d.JourneyMap(id=ids.MapId(name), phases=phases, steps=steps, lanes=rows, **fields)


def lane(name: str, **fields: Any) -> d.Lane:
    """A lane whose kind is the last word of its id (`m2-note`, `physical_evidence`)."""
    kind = v.LaneKind(name.rsplit("-", 1)[-1])
    return d.Lane(
        id=ids.LaneId(name), kind=kind, title=name, zone=lane_rules.usual_zone(kind), **fields
    )


def card(name: str, at: str | None = None, text: str = "", **fields: Any) -> d.Card:
    """A card `at` "lane:step" (parked without), of the lane's first kind unless said."""
    where: dict[str, Any] = {}
    kind = v.CardKind.NOTE
    if at is not None:
        lane_id, step_id = at.split(":")
        where = {"lane": ids.LaneId(lane_id), "step": ids.StepId(step_id)}
        kind = lane_rules.accepted_kinds(v.LaneKind(lane_id.rsplit("-", 1)[-1]))[0]
    fields.setdefault("kind", kind)
    return d.Card(id=ids.CardId(name), text=text or f"Card {name}", **where, **fields)


def reading(name: str, step: str, value: float, **fields: Any) -> d.Emotion:
    """An emotion reading at a step."""
    return d.Emotion(id=ids.EmotionId(name), step=ids.StepId(step), value=value, **fields)


def transition(name: str, start: str, to: str, **fields: Any) -> d.Transition:
    """A transition between steps (or START, GOAL, DROP)."""
    return d.Transition(
        id=ids.TransitionId(name), start=ids.StepEnd(start), to=ids.StepEnd(to), **fields
    )


def link(name: str, start: str, to: str, **fields: Any) -> d.Link:
    """A link between two cards."""
    return d.Link(id=ids.LinkId(name), start=ids.CardId(start), to=ids.CardId(to), **fields)


def comment(name: str, target: str, text: str = "Hm") -> d.Comment:
    """A comment on anything with an id."""
    return d.Comment(id=ids.CommentId(name), target=target, text=text)


def document(*maps: d.JourneyMap, **fields: Any) -> d.Document:
    """A document of these maps, or of one plain map."""
    fields.setdefault("language", v.Language.NB)
    return d.Document(
        format=d.FORMAT, id=ids.DocumentId("doc"), maps=maps or (journey(),), **fields
    )


def cards(names: Iterable[str], at: str) -> tuple[d.Card, ...]:
    """Several cards of one cell, in order."""
    return tuple(card(name, at) for name in names)


def full_document() -> d.Document:
    """A small document with at least one of everything, every reference used."""
    first = journey(
        "s1 s2|s3 s4",
        "touchpoint emotion thought pain opportunity backstage note",
        title="As it is",
        actors=(ids.ActorId("a1"), ids.ActorId("a2")),
        cards=(
            card("c1", "touchpoint:s1", channel=ids.ChannelId("ch1"), device=v.Device.MOBILE),
            card("c2", "touchpoint:s1", tags=(ids.TagId("tag1"),), actor=ids.ActorId("a2")),
            card("c3", "pain:s2", severity=4, reach=0.5, evidence=(ids.EvidenceId("ev1"),)),
            card("c4", "opportunity:s2", span=3),
            card("c5", "backstage:s3", department=ids.DepartmentId("dep1")),
            card("c6", "thought:s4", kind=v.CardKind.QUESTION),
            card("c7"),
        ),
        emotions=(
            reading("e1", "s1", 1.0, words=("glad",), evidence=(ids.EvidenceId("ev1"),)),
            reading("e2", "s2", -2.0, actor=ids.ActorId("a2")),
            reading("e3", "s2", 1.0, view=v.EmotionView.BELIEVED),
        ),
        transitions=(
            transition("t1", "START", "s1", share=1.0),
            transition("t2", "s1", "s2", share=0.7, actor=ids.ActorId("a2")),
            transition("t3", "s1", "DROP", kind=v.TransitionKind.DROP_OFF, share=0.3),
            transition("t4", "s4", "GOAL"),
        ),
        links=(
            link("k1", "c4", "c3", kind=v.LinkKind.ADDRESSES),
            link("k2", "c1", "c6", kind=v.LinkKind.ANSWERS),
        ),
        insights=(d.Insight(id=ids.InsightId("i1"), cards=(ids.CardId("c3"), ids.CardId("c6"))),),
        actions=(
            d.Action(
                id=ids.ActionId("act1"),
                title="Do it",
                addresses=(ids.CardId("c3"),),
                department=ids.DepartmentId("dep1"),
                metric=ids.MetricId("met1"),
            ),
        ),
        vote_rounds=(
            d.VoteRound(id=ids.VoteRoundId("v1"), tally={ids.CardId("c3"): 2, ids.CardId("c4"): 1}),
        ),
        comments=(comment("co1", "c3"), comment("co2", "s2"), comment("co3", "co1")),
    )
    second = journey(
        "m2-s1|m2-s2",
        "touchpoint note",
        name="m2",
        compares_to=ids.MapId("m1"),
        cards=(card("m2-c1", "m2-note:m2-s1"),),
    )
    steps = (
        first.steps[0],
        _with_submap(first.steps[1]),
        *first.steps[2:],
    )
    return document(
        msgspec.structs.replace(first, steps=steps),
        second,
        title="Everything",
        actors=(
            d.Actor(id=ids.ActorId("a1"), name="Kari"),
            d.Actor(id=ids.ActorId("a2"), name="Ola"),
        ),
        channels=(d.Channel(id=ids.ChannelId("ch1"), name="Nettside"),),
        departments=(d.Department(id=ids.DepartmentId("dep1"), name="Salg"),),
        tags=(d.Tag(id=ids.TagId("tag1"), name="mobil"),),
        evidence=(d.Evidence(id=ids.EvidenceId("ev1"), title="Ni samtaler", n=9),),
        metrics=(
            d.Metric(
                id=ids.MetricId("met1"),
                name="NPS",
                scope="s2",
                values=(
                    d.Measurement(
                        value=12.0, actor=ids.ActorId("a2"), evidence=(ids.EvidenceId("ev1"),)
                    ),
                ),
            ),
        ),
        workshops=(
            d.Workshop(
                id=ids.WorkshopId("w1"),
                participants=(d.Participant(name="Per", department=ids.DepartmentId("dep1")),),
            ),
        ),
    )


def _with_submap(step: d.Step) -> d.Step:
    return msgspec.structs.replace(step, submap=ids.MapId("m2"), tags=(ids.TagId("tag1"),))
