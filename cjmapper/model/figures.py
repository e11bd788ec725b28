"""What the analyses find in a map, as plain values: ids, codes and numbers, never sentences.

`cjmapper.analysis` fills them; layout and drawing take them as an argument. Every figure says what
it rests on; what was not measured is None or left out, never zero.
"""

from enum import StrEnum

import msgspec

from cjmapper.model import ids


class Low(msgspec.Struct, frozen=True):
    """A low of one actor's curve.

    Attributes:
        steps: the plateau, in order; the mark stands at `step`, the first of them.
        value: the mean felt there, −1 or less.
        prominence: how far one must climb to come to something lower or to the end, on the side
            where that is least; None where the actor has no other reading.
        pain: the worst pain there, of that actor if there is one.
    """

    actor: ids.ActorId | None
    steps: tuple[ids.StepId, ...]
    value: float
    prominence: float | None
    pain: ids.CardId | None = None

    @property
    def step(self) -> ids.StepId:
        """Where the low begins."""
        return self.steps[0]


class Fall(msgspec.Struct, frozen=True):
    """From one measured step of an actor to the next the mood falls by `change` (negative)."""

    actor: ids.ActorId | None
    start: ids.StepId
    to: ids.StepId
    change: float


class Lows(msgspec.Struct, frozen=True):
    """The lows of every actor's felt curve, the worst first; actors are never averaged.

    Attributes:
        falls: the largest first.
        measured: how many of the map's `steps` have a felt reading.
    """

    ranked: tuple[Low, ...] = ()
    falls: tuple[Fall, ...] = ()
    measured: int = 0
    steps: int = 0


class Gap(msgspec.Struct, frozen=True):
    """What the company believed against what one actor felt at a step; `size` is their difference.

    Positive is too optimistic, negative too pessimistic. `follows` says that the gap before it is
    that of the actor's last step, with none between that is not measured: a ribbon goes there.
    """

    actor: ids.ActorId | None
    step: ids.StepId
    believed: float
    felt: float
    follows: bool = False

    @property
    def size(self) -> float:
        """Believed minus felt."""
        return self.believed - self.felt

    @property
    def flips(self) -> bool:
        """Whether the company believed in joy where there is displeasure."""
        return self.believed > 0 > self.felt


class Gaps(msgspec.Struct, frozen=True):
    """Where beliefs and experience differ.

    Attributes:
        pairs: every actor and step with both, in the order of the steps.
        bias: the mean of the gaps; `size` the mean of their amounts; None without pairs.
        felt: how many actors and steps have a felt reading, with or without a belief beside it.
    """

    pairs: tuple[Gap, ...] = ()
    bias: float | None = None
    size: float | None = None
    felt: int = 0

    @property
    def ranked(self) -> tuple[Gap, ...]:
        """The largest gaps first; of equal ones those that turn joy to displeasure, then by step.

        Only differences of half a level or more.
        """
        told = [gap for gap in self.pairs if abs(gap.size) >= _LEAST_GAP]
        return tuple(sorted(told, key=lambda gap: (-round(abs(gap.size), 9), not gap.flips)))

    @property
    def ribbons(self) -> frozenset[bool]:
        """Which ribbons there are between the curves: True too optimistic, False the contrary."""
        found: set[bool] = set()
        last: dict[ids.ActorId | None, Gap] = {}
        for gap in self.pairs:
            if gap.follows:
                ends = (gap.size, last[gap.actor].size)
                found |= {size > 0 for size in ends if abs(size) >= _LEAST_GAP}
            last[gap.actor] = gap
        return frozenset(found)

    @property
    def underrated(self) -> tuple[Gap, ...]:
        """Where it is at least one level better than was believed."""
        return tuple(gap for gap in self.pairs if gap.size <= -1)


_LEAST_GAP = 0.5


class Moment(msgspec.Struct, frozen=True):
    """How much a step matters, 0 to 100, and whether a person marked it."""

    step: ids.StepId
    score: float
    marked: bool


class Moments(msgspec.Struct, frozen=True):
    """The steps by how much they matter, the most first; steps that nothing is known of are out.

    Attributes:
        voted: whether a round of votes counts.
        measured: how many steps have a felt reading; `weighed` how many a loss or a rated pain.
    """

    ranked: tuple[Moment, ...] = ()
    voted: bool = False
    measured: int = 0
    weighed: int = 0


class PainScore(msgspec.Struct, frozen=True):
    """A rated pain, and how much of all harm it is: severity, times the share who meet it."""

    card: ids.CardId
    step: ids.StepId
    score: float


class Pains(msgspec.Struct, frozen=True):
    """The rated pains, the worst first.

    Attributes:
        cut: how many of them make up at least four fifths of the harm; None where there is none.
        cut_share: what these are of it.
        unrated: pains that nobody rated; they are in no sum.
    """

    ranked: tuple[PainScore, ...] = ()
    cut: int | None = None
    cut_share: float | None = None
    unrated: int = 0

    @property
    def few(self) -> bool:
        """Whether few pains make most of the harm, so that one may speak of 80/20."""
        return self.cut is not None and self.cut <= _FEW * len(self.ranked)


_FEW = 0.35


class Level(StrEnum):
    """What a claim rests on."""

    NONE = "none"
    INSIDE = "inside"
    """Employees or desk work only."""
    CUSTOMER = "customer"
    """Customers or their behaviour."""
    SEVERAL = "several"
    """Both words and numbers from customers or their behaviour."""


GROUNDED = frozenset({Level.CUSTOMER, Level.SEVERAL})
"""Levels that customers stand behind."""


class PhaseCoverage(msgspec.Struct, frozen=True):
    """How many of a phase's claims customers stand behind."""

    phase: ids.PhaseId
    covered: int
    claims: int


class Coverage(msgspec.Struct, frozen=True):
    """What the claims of a map rest on.

    Attributes:
        claims: how many there are; `covered` how many of them customers stand behind.
        levels: by the id of the card or reading that makes the claim.
        begun: whether the document holds any evidence at all; before that nothing is marked.
    """

    claims: int
    covered: int
    levels: dict[str, Level] = {}
    by_phase: tuple[PhaseCoverage, ...] = ()
    begun: bool = True

    @property
    def share(self) -> float | None:
        """Covered among all; None without claims."""
        return self.covered / self.claims if self.claims else None

    @property
    def hypothesis(self) -> bool:
        """Whether less than half has customers behind it, in a document that holds evidence."""
        return self.begun and self.share is not None and self.share < _HALF

    def assumed(self, claim: str) -> bool:
        """Whether a claim is to be marked as an assumption."""
        return self.begun and self.levels.get(claim) in _ASSUMED


_HALF = 0.5
_ASSUMED = frozenset({Level.NONE, Level.INSIDE})


class FlowBasis(StrEnum):
    """What the flow rests on."""

    SHARES = "shares"
    """Every step that is reached says where all go on to."""
    ORDER = "order"
    """No paths are drawn: one step after another."""
    UNSHARED = "unshared"
    """Paths are drawn, but none says how many take it."""
    PARTIAL = "partial"
    """At some step that is reached the shares are wanting or are not 1 together."""
    ENDLESS = "endless"
    """Some loop has no way out."""


class Loss(msgspec.Struct, frozen=True):
    """Of all who start, how many are lost at a step."""

    step: ids.StepId
    share: float


class PhaseReach(msgspec.Struct, frozen=True):
    """Of all who start, how many ever come to a phase."""

    phase: ids.PhaseId
    share: float


class Flow(msgspec.Struct, frozen=True):
    """How customers go through a map; figures only where `basis` is SHARES.

    Attributes:
        goal: of all who start, how many reach the goal.
        losses: the largest first.
        visits: how often a step is met by one who starts, on average.
        reach: the probability of ever meeting a step; 1 for each where there are no shares.
        leaving: of those at a step, how many leave from there.
        unsaid: the places (steps, or START) whose shares are wanting or are not 1 together.
    """

    basis: FlowBasis = FlowBasis.ORDER
    goal: float | None = None
    losses: tuple[Loss, ...] = ()
    visits: dict[ids.StepId, float] = {}
    reach: dict[ids.StepId, float] = {}
    leaving: dict[ids.StepId, float] = {}
    phases: tuple[PhaseReach, ...] = ()
    unsaid: tuple[str, ...] = ()


class Shape(msgspec.Struct, frozen=True, kw_only=True):
    """How the steps of a map hang together by its paths, all in the order of the map.

    Attributes:
        unreachable: no path from the start comes to them.
        dead_ends: one comes to them, but neither to the goal nor out of the journey from there.
        must_pass: whoever reaches the goal has met them; none where nobody can.
        loops: steps that lead back to themselves, those of loops that meet together.
    """

    unreachable: tuple[ids.StepId, ...] = ()
    dead_ends: tuple[ids.StepId, ...] = ()
    must_pass: tuple[ids.StepId, ...] = ()
    loops: tuple[tuple[ids.StepId, ...], ...] = ()


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that is found in one map; `coverage` is None where nothing is claimed."""

    lows: Lows = Lows()
    gaps: Gaps = Gaps()
    moments: Moments = Moments()
    pains: Pains = Pains()
    coverage: Coverage | None = None
    flow: Flow = Flow()
