"""What an id can name, and in which lists of a document each kind of thing stands.

The tables here let rules, references and comparisons walk a document without naming every field.
"""

from enum import StrEnum

from cjmapper.model import document as d


class EntityKind(StrEnum):
    """The kinds of things that have an id."""

    DOCUMENT = "document"
    MAP = "map"
    ACTOR = "actor"
    CHANNEL = "channel"
    DEPARTMENT = "department"
    TAG = "tag"
    EVIDENCE = "evidence"
    METRIC = "metric"
    WORKSHOP = "workshop"
    ASSET = "asset"
    PHASE = "phase"
    LANE = "lane"
    STEP = "step"
    CARD = "card"
    EMOTION = "emotion"
    TRANSITION = "transition"
    LINK = "link"
    INSIGHT = "insight"
    ACTION = "action"
    VOTE_ROUND = "vote_round"
    COMMENT = "comment"


Registered = (
    d.Actor | d.Channel | d.Department | d.Tag | d.Evidence | d.Metric | d.Workshop | d.Asset
)
"""What stands in a register of the document."""

MapPart = (
    d.Phase
    | d.Lane
    | d.Step
    | d.Card
    | d.Emotion
    | d.Transition
    | d.Link
    | d.Insight
    | d.Action
    | d.VoteRound
    | d.Comment
)
"""What stands in a list of a map."""

REGISTERS: dict[EntityKind, str] = {
    EntityKind.ACTOR: "actors",
    EntityKind.CHANNEL: "channels",
    EntityKind.DEPARTMENT: "departments",
    EntityKind.TAG: "tags",
    EntityKind.EVIDENCE: "evidence",
    EntityKind.METRIC: "metrics",
    EntityKind.WORKSHOP: "workshops",
    EntityKind.ASSET: "assets",
}
"""The document's registers, by what they hold."""

MAP_PARTS: dict[EntityKind, str] = {
    EntityKind.PHASE: "phases",
    EntityKind.LANE: "lanes",
    EntityKind.STEP: "steps",
    EntityKind.CARD: "cards",
    EntityKind.EMOTION: "emotions",
    EntityKind.TRANSITION: "transitions",
    EntityKind.LINK: "links",
    EntityKind.INSIGHT: "insights",
    EntityKind.ACTION: "actions",
    EntityKind.VOTE_ROUND: "vote_rounds",
    EntityKind.COMMENT: "comments",
}
"""The lists of a map, by what they hold."""


def registered(document: d.Document, kind: EntityKind) -> tuple[Registered, ...]:
    """A register's entries."""
    entries: tuple[Registered, ...] = getattr(document, REGISTERS[kind])
    return entries


def parts(journey: d.JourneyMap, kind: EntityKind) -> tuple[MapPart, ...]:
    """One of a map's lists."""
    found: tuple[MapPart, ...] = getattr(journey, MAP_PARTS[kind])
    return found
