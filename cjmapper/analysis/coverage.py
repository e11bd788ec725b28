"""Which claims of a map have customers behind them, and which are assumptions."""

from collections.abc import Collection, Iterator, Mapping

from cjmapper.analysis.shown import shown_cards, shown_readings
from cjmapper.model import ids, queries
from cjmapper.model.document import Document, Evidence, JourneyMap
from cjmapper.model.figures import GROUNDED, Coverage, Level, PhaseCoverage
from cjmapper.model.vocabulary import CardKind, EmotionView, EvidenceMethod, EvidenceSource

CLAIMS = frozenset(
    {CardKind.THOUGHT, CardKind.QUESTION, CardKind.PAIN, CardKind.GAIN, CardKind.RISK}
)
"""The cards that say something of the customer that may be true or not."""
_CUSTOMERS = frozenset({EvidenceSource.CUSTOMER, EvidenceSource.BEHAVIOUR})
_BOTH = frozenset({EvidenceMethod.QUALITATIVE, EvidenceMethod.QUANTITATIVE})


def coverage_of(document: Document, journey: JourneyMap) -> Coverage | None:
    """What each claim rests on, over the map and phase by phase; None without claims."""
    sources = {one.id: one for one in document.evidence}
    phase_of = {step.id: step.phase for step in journey.steps}
    levels: dict[str, Level] = {}
    counts: dict[ids.PhaseId, list[int]] = {phase.id: [0, 0] for phase in journey.phases}
    for name, step, evidence in _claims(journey):
        level = _level(evidence, sources)
        levels[name] = level
        count = counts[phase_of[step]]
        count[0] += level in GROUNDED
        count[1] += 1
    by_phase = tuple(PhaseCoverage(phase, *count) for phase, count in counts.items())
    if not levels:
        return None
    covered = sum(level in GROUNDED for level in levels.values())
    return Coverage(len(levels), covered, levels, by_phase, bool(document.evidence))


def _claims(
    journey: JourneyMap,
) -> Iterator[tuple[str, ids.StepId, tuple[ids.EvidenceId, ...]]]:
    """Every claim: its id, its step and what it says it rests on."""
    for card, step in shown_cards(journey):
        if card.kind in CLAIMS:
            yield card.id, step, card.evidence
    columns = queries.step_index(journey)
    for of_steps in shown_readings(journey, EmotionView.FELT).values():
        for step, readings in of_steps.items():
            if step in columns:
                for reading in readings:
                    yield reading.id, step, reading.evidence


def _level(
    evidence: Collection[ids.EvidenceId], sources: Mapping[ids.EvidenceId, Evidence]
) -> Level:
    held = [sources[name] for name in evidence if name in sources]
    if not held:
        return Level.NONE
    methods = {one.method for one in held if one.source in _CUSTOMERS}
    if methods >= _BOTH:
        return Level.SEVERAL
    return Level.CUSTOMER if methods else Level.INSIDE
