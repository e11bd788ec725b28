"""The types of a document: one file, its registers and its maps, field by field.

Everything here is a value: never changed, only replaced (`cjmapper.model.edits`). Nothing that can
be computed is stored.
"""

import datetime as dt
from typing import Annotated

import msgspec

from cjmapper.model import ids
from cjmapper.model import vocabulary as v
from cjmapper.model.extra import Entity
from cjmapper.model.poster_settings import PosterSettings

FORMAT = 1
"""The version of the file format that this program writes."""

Duration = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$"
    ),
]
"""An ISO 8601 duration such as ``PT18M`` or ``P21D``."""

Color = Annotated[str, msgspec.Meta(pattern=r"^#[0-9A-Fa-f]{6}$")]
"""A colour as ``#RRGGBB``."""


class Brand(Entity, frozen=True, kw_only=True, omit_defaults=True):
    """The client's and the author's looks on a poster."""

    client_logo: ids.AssetId | None = None
    own_logo: ids.AssetId | None = None
    color: Color | None = None


class Actor(Entity, frozen=True, kw_only=True, omit_defaults=True):
    """Whoever's view or part is shown."""

    id: ids.ActorId
    name: str = ""
    kind: v.ActorKind = v.ActorKind.PERSONA
    context: str = ""
    goal: str = ""
    needs: tuple[str, ...] = ()
    quote: str = ""
    expectations: str = ""
    criteria: str = ""
    committee_role: v.CommitteeRole | None = None
    evidence: tuple[ids.EvidenceId, ...] = ()
    picture: ids.AssetId | None = None


class Channel(Entity, frozen=True, kw_only=True, omit_defaults=True):
    """A medium that carries touchpoints."""

    id: ids.ChannelId
    name: str = ""
    icon: str | None = None
    ownership: v.Ownership = v.Ownership.OWN
    device: v.Device | None = None


class Department(Entity, frozen=True, kw_only=True, omit_defaults=True):
    """A unit of the organisation."""

    id: ids.DepartmentId
    name: str = ""


class Tag(Entity, frozen=True, kw_only=True, omit_defaults=True):
    """A word that cards and steps can be marked with."""

    id: ids.TagId
    name: str = ""


class Evidence(Entity, frozen=True, kw_only=True, omit_defaults=True):
    """What is behind a claim. `location` is text and is never opened by itself."""

    id: ids.EvidenceId
    type: v.EvidenceType = v.EvidenceType.OTHER
    source: v.EvidenceSource = v.EvidenceSource.CUSTOMER
    method: v.EvidenceMethod = v.EvidenceMethod.QUALITATIVE
    title: str = ""
    date: dt.date | None = None
    n: int | None = None
    respondents: v.Respondents | None = None
    headline: str = ""
    quote: str = ""
    location: str = ""


class Measurement(Entity, frozen=True, kw_only=True, omit_defaults=True):
    """One value of a metric."""

    date: dt.date | None = None
    label: str = ""
    value: float
    n: int | None = None
    actor: ids.ActorId | None = None
    evidence: tuple[ids.EvidenceId, ...] = ()


class Metric(Entity, frozen=True, kw_only=True, omit_defaults=True):
    """What is measured, and its values. `scope` is a map, phase, step or transition."""

    id: ids.MetricId
    name: str = ""
    kind: v.MetricKind = v.MetricKind.CUSTOM
    scope: str | None = None
    unit: v.MetricUnit = v.MetricUnit.OTHER
    better: v.Better = v.Better.HIGHER
    target: float | None = None
    values: tuple[Measurement, ...] = ()


class Participant(Entity, frozen=True, kw_only=True, omit_defaults=True):
    """Someone who takes part in a workshop."""

    name: str = ""
    department: ids.DepartmentId | None = None
    is_customer: bool = False


class Workshop(Entity, frozen=True, kw_only=True, omit_defaults=True):
    """A meeting with participants where a map is made."""

    id: ids.WorkshopId
    date: dt.date | None = None
    facilitator: str = ""
    participants: tuple[Participant, ...] = ()
    minutes: tuple[str, ...] = ()


class Asset(Entity, frozen=True, kw_only=True, omit_defaults=True):
    """A picture, kept once: `id` is the SHA-256 of its bytes in hexadecimal."""

    id: ids.AssetId
    name: str = ""
    media_type: str = ""
    data: bytes = b""


class Phase(Entity, frozen=True, kw_only=True, omit_defaults=True):
    """A high-level stage of the journey; it holds one or more steps."""

    id: ids.PhaseId
    key: str
    name: str = ""
    kind: v.PhaseKind = v.PhaseKind.OTHER
    period: v.Period = v.Period.DURING
    customer_goal: str = ""
    needs: tuple[str, ...] = ()
    duration: Duration | None = None
    picture: ids.AssetId | None = None


class Step(Entity, frozen=True, kw_only=True, omit_defaults=True):
    """One thing the customer does; one column of the map. `width_mm` only where a person set it."""

    id: ids.StepId
    key: str
    phase: ids.PhaseId
    title: str = ""
    actors: tuple[ids.ActorId, ...] = ()
    moment_of_truth: bool = False
    measure_here: bool = False
    duration: Duration | None = None
    submap: ids.MapId | None = None
    width_mm: float | None = None
    tags: tuple[ids.TagId, ...] = ()
    picture: ids.AssetId | None = None


class Lane(Entity, frozen=True, kw_only=True, omit_defaults=True):
    """A row of the map. `height_mm` only where a person set it."""

    id: ids.LaneId
    kind: v.LaneKind
    title: str = ""
    zone: v.Zone = v.Zone.CUSTOMER
    actor: ids.ActorId | None = None
    hidden: bool = False
    height_mm: float | None = None


class Card(Entity, frozen=True, kw_only=True, omit_defaults=True):
    """The smallest piece of content. `lane` and `step` both, or neither: then it is parked.

    Kinds read only their own fields (`channel` and `status` of a touchpoint, `severity` and
    `reach` of a pain, `likelihood` of a risk, `department` of work in front and behind).
    """

    id: ids.CardId
    kind: v.CardKind
    lane: ids.LaneId | None = None
    step: ids.StepId | None = None
    span: int = 1
    text: str = ""
    actor: ids.ActorId | None = None
    tags: tuple[ids.TagId, ...] = ()
    evidence: tuple[ids.EvidenceId, ...] = ()
    color: Color | None = None
    author_mark: str | None = None
    created: dt.date | None = None
    picture: ids.AssetId | None = None
    channel: ids.ChannelId | None = None
    device: v.Device | None = None
    initiator: v.Initiator | None = None
    ownership: v.Ownership | None = None
    status: v.TouchpointStatus = v.TouchpointStatus.PLANNED
    promise: str = ""
    category: v.PainCategory | None = None
    severity: int | None = None
    reach: float | None = None
    frequency: str = ""
    likelihood: int | None = None
    consequence: int | None = None
    department: ids.DepartmentId | None = None


class Emotion(Entity, frozen=True, kw_only=True, omit_defaults=True):
    """One reading: a value from −2 to +2 at a step, of one actor and one view."""

    id: ids.EmotionId
    step: ids.StepId
    actor: ids.ActorId | None = None
    view: v.EmotionView = v.EmotionView.FELT
    value: float
    words: tuple[str, ...] = ()
    n: int = 1
    evidence: tuple[ids.EvidenceId, ...] = ()
    author_mark: str | None = None


class Transition(Entity, frozen=True, kw_only=True, omit_defaults=True):
    """How customers go from `start` (a step or START) to `to` (a step, GOAL or DROP)."""

    id: ids.TransitionId
    start: ids.StepEnd = msgspec.field(name="from")
    to: ids.StepEnd
    kind: v.TransitionKind = v.TransitionKind.NEXT
    share: float | None = None
    count: int | None = None
    wait: Duration | None = None
    actor: ids.ActorId | None = None
    note: str = ""
    evidence: tuple[ids.EvidenceId, ...] = ()


class Link(Entity, frozen=True, kw_only=True, omit_defaults=True):
    """What the card `start` does to the card `to`."""

    id: ids.LinkId
    start: ids.CardId = msgspec.field(name="from")
    to: ids.CardId
    kind: v.LinkKind = v.LinkKind.LEADS_TO
    text: str = ""


class Insight(Entity, frozen=True, kw_only=True, omit_defaults=True):
    """A finding across cards."""

    id: ids.InsightId
    text: str = ""
    cards: tuple[ids.CardId, ...] = ()
    evidence: tuple[ids.EvidenceId, ...] = ()


class ActionTest(Entity, frozen=True, kw_only=True, omit_defaults=True):
    """A trial of two ways."""

    a: str = ""
    b: str = ""
    result: str = ""


class Action(Entity, frozen=True, kw_only=True, omit_defaults=True):
    """An agreed change."""

    id: ids.ActionId
    title: str = ""
    addresses: tuple[ids.CardId, ...] = ()
    owner: str = ""
    department: ids.DepartmentId | None = None
    due: dt.date | None = None
    created: dt.date | None = None
    status: v.ActionStatus = v.ActionStatus.IDEA
    effect: int | None = None
    effort: int | None = None
    metric: ids.MetricId | None = None
    test: ActionTest | None = None


class VoteRound(Entity, frozen=True, kw_only=True, omit_defaults=True):
    """A round of dot votes and its tally by card."""

    id: ids.VoteRoundId
    question: str = ""
    dots_each: int = 3
    voters: int = 1
    max_per_card: int = 1
    tally: dict[ids.CardId, int] = msgspec.field(default_factory=dict)


class Comment(Entity, frozen=True, kw_only=True, omit_defaults=True):
    """A remark on anything that has an id."""

    id: ids.CommentId
    target: str
    text: str = ""
    initials: str = ""
    date: dt.date | None = None
    resolved: bool = False


class JourneyMap(Entity, frozen=True, kw_only=True, omit_defaults=True, weakref=True, gc=True):
    """One account of a journey: a grid of steps and lanes with cards and readings."""

    id: ids.MapId
    title: str = ""
    state: v.MapState = v.MapState.AS_IS
    basis: v.MapBasis = v.MapBasis.ACTUAL
    context: v.MapContext = v.MapContext.B2C
    level: v.MapLevel = v.MapLevel.MACRO
    scenario: str = ""
    starts_when: str = ""
    ends_when: str = ""
    goal: str = ""
    actors: tuple[ids.ActorId, ...] = ()
    owner: str = ""
    review_due: dt.date | None = None
    compares_to: ids.MapId | None = None
    silenced: tuple[str, ...] = ()
    poster: PosterSettings = PosterSettings()
    phases: tuple[Phase, ...]
    lanes: tuple[Lane, ...] = ()
    steps: tuple[Step, ...]
    cards: tuple[Card, ...] = ()
    emotions: tuple[Emotion, ...] = ()
    transitions: tuple[Transition, ...] = ()
    links: tuple[Link, ...] = ()
    insights: tuple[Insight, ...] = ()
    actions: tuple[Action, ...] = ()
    vote_rounds: tuple[VoteRound, ...] = ()
    comments: tuple[Comment, ...] = ()


class Document(Entity, frozen=True, kw_only=True, omit_defaults=True, weakref=True, gc=True):
    """One file: its maps and what they share."""

    format: int
    id: ids.DocumentId
    title: str = ""
    client: str = ""
    author: str = ""
    version: str = ""
    contact: str = ""
    language: v.Language = v.Language.NB
    confidentiality: str = ""
    created: dt.date | None = None
    modified: dt.date | None = None
    brand: Brand = Brand()
    actors: tuple[Actor, ...] = ()
    channels: tuple[Channel, ...] = ()
    departments: tuple[Department, ...] = ()
    tags: tuple[Tag, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    metrics: tuple[Metric, ...] = ()
    workshops: tuple[Workshop, ...] = ()
    assets: tuple[Asset, ...] = ()
    maps: tuple[JourneyMap, ...]
