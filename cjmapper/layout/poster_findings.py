"""What the rail of a poster says, in the document's own words: what was found, what is done now.

Nothing is said that the document or its figures do not hold. Nothing here has a place yet.
"""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from cjmapper.layout.poster_rail_types import RailPart
from cjmapper.layout.setting import Subject
from cjmapper.model import ids, queries
from cjmapper.model.document import Action, Metric
from cjmapper.model.figures import Figures, FlowBasis, Gap, Low
from cjmapper.model.vocabulary import ActionStatus, EmotionView, MetricUnit

MARKED_LOWS = 3
"""So many lows have a number, on the rail and on the curve."""
_LEAST_RANKED = 2
"""A ranking of one pain is none."""
_SAME_SHARE = 0.005
_UNBROKEN = "\u00a0"

LEAST: Mapping[RailPart, int] = {RailPart.LOWS: 2, RailPart.ACTIONS: 1}
"""How many items of each sort a rail has at least; of the others none."""
MORE: tuple[tuple[RailPart, int], ...] = (
    (RailPart.ACTIONS, 2),
    (RailPart.LOWS, MARKED_LOWS),
    (RailPart.PAINS, 3),
    (RailPart.ACTIONS, 3),
    (RailPart.GAPS, 2),
    (RailPart.FLOW, 4),
    (RailPart.ACTIONS, 4),
    (RailPart.INSIGHTS, 1),
    (RailPart.GAPS, 3),
    (RailPart.PAINS, 4),
    (RailPart.PAINS, 5),
    (RailPart.METRICS, 2),
    (RailPart.INSIGHTS, 2),
    (RailPart.FLOW, 6),
    (RailPart.ACTIONS, 6),
    (RailPart.METRICS, 3),
    (RailPart.INSIGHTS, 3),
    (RailPart.MOMENTS, 6),
    (RailPart.FLOW, 8),
    (RailPart.METRICS, 6),
    (RailPart.INSIGHTS, 6),
)
"""What there is of what where there is more room, one after another: the worthiest first."""


class Said(msgspec.Struct, frozen=True):
    """What one item says, and the figures that are drawn with it.

    Attributes:
        low: the number of its mark, 0 for none; `told` says marks and faces in words.
        tick: whether it has a box to tick (None) and whether that is ticked.
        bar: how long its bar is against the longest; `strong` makes it stand out.
        flow: the words stand on the bar, not over it.
        faces: what was believed and what is felt.
    """

    strong: str
    quiet: str = ""
    telling: str = ""
    told: str = ""
    low: int = 0
    star: bool = False
    tick: bool | None = None
    bar: float | None = None
    strong_bar: bool = False
    flow: bool = False
    faces: tuple[float, float] | None = None


class SectionText(msgspec.Struct, frozen=True):
    """A heading, its items and what they come to, before they are given a place."""

    part: RailPart
    heading: str
    items: tuple[Said, ...]
    closing: tuple[str, ...] = ()


RailText = tuple[SectionText, ...]


def rail_text(subject: Subject, figures: Figures | None, *, names_told: bool = True) -> RailText:
    """All that the rail of this map could say; nothing where there is nothing.

    Where names were left out (not `names_told`), no action is said to want an owner.
    """
    return tuple(_sections(subject, figures or Figures(), names_told))


def shortened(whole: RailText, caps: Mapping[RailPart, int], subject: Subject) -> RailText:
    """So many items of each sort, and how many more there are; sorts without any are left out."""
    return tuple(
        _first(section, caps[section.part], subject) for section in whole if caps.get(section.part)
    )


def _first(section: SectionText, most: int, subject: Subject) -> SectionText:
    """As many as there is room for, and how many more there are."""
    more = len(section.items) - most
    if more <= 0:
        return section
    if section.part is RailPart.FLOW:
        items = (*section.items[: most - 1], section.items[-1])
    elif section.part in _TOP:
        items = section.items[:most]
    else:
        rest = Said("", subject.setting.words.count("map.poster.more", more))
        items = (*section.items[:most], rest)
    return msgspec.structs.replace(section, items=items)


_TOP = frozenset({RailPart.LOWS, RailPart.GAPS, RailPart.PAINS})
"""Of these the first are shown, as everyone knows of a ranking."""


def _sections(subject: Subject, figures: Figures, names_told: bool) -> Iterator[SectionText]:
    words, journey = subject.setting.words, subject.map
    lows = figures.lows.ranked[:MARKED_LOWS]
    found: list[tuple[RailPart, Sequence[Said], tuple[str, ...]]] = [
        (RailPart.LOWS, [_low(subject, low, number) for number, low in enumerate(lows, 1)], ()),
        (RailPart.GAPS, [_gap(subject, gap) for gap in figures.gaps.ranked], ()),
        (RailPart.PAINS, *_pains(subject, figures)),
        (RailPart.ACTIONS, _actions(subject, names_told), ()),
        (RailPart.FLOW, *_flow(subject, figures)),
        (RailPart.MOMENTS, _moments(subject), ()),
        (RailPart.METRICS, [_metric(subject, one) for one in subject.document.metrics], ()),
        (RailPart.INSIGHTS, [Said(one.text) for one in journey.insights if one.text], ()),
    ]
    for part, items, closing in found:
        if items:
            yield SectionText(part, words.say(f"map.rail.{part.value}"), tuple(items), closing)


def _title(subject: Subject, step_id: ids.StepId) -> str:
    """The title of a step, or its number where it has none."""
    step = queries.step(subject.map, step_id)
    if step is not None and step.title:
        return step.title
    number = queries.step_index(subject.map).get(step_id, 0) + 1
    return subject.setting.words.say("choice.step_number", number=number)


def _actor(subject: Subject, actor: ids.ActorId | None) -> str:
    """Whose it is, where a map has several actors."""
    if len(subject.map.actors) <= 1 or actor is None:
        return ""
    return next((one.name for one in subject.document.actors if one.id == actor), "")


def _low(subject: Subject, low: Low, number: int) -> Said:
    """Where it is low, and the worst pain there; else the words of who felt it."""
    words = subject.setting.words
    text, name = _reason(subject, low), _actor(subject, low.actor)
    if text and name:
        text = words.say("map.rail.of_actor", actor=name, text=text)
    told = words.say("map.rail.low", n=number)
    return Said(_title(subject, low.step), text or name, told=told, low=number)


def _reason(subject: Subject, low: Low) -> str:
    pain = None if low.pain is None else queries.card(subject.map, low.pain)
    if pain is not None:
        return pain.text
    readings = queries.readings(subject.map, low.actor, EmotionView.FELT)
    said = [word for one in readings.get(low.step, ()) for word in one.words]
    return ", ".join(dict.fromkeys(said))


def _gap(subject: Subject, gap: Gap) -> Said:
    told = subject.setting.words.say("map.rail.gap", believed=gap.believed, felt=gap.felt)
    name = _actor(subject, gap.actor)
    return Said(_title(subject, gap.step), name, told=told, faces=(gap.believed, gap.felt))


def _pains(subject: Subject, figures: Figures) -> tuple[list[Said], tuple[str, ...]]:
    """The pains with bars, in their own words, and how few of them are most of the harm."""
    words, pains = subject.setting.words, figures.pains
    if len(pains.ranked) < _LEAST_RANKED or pains.cut is None or pains.cut_share is None:
        return [], ()
    longest = pains.ranked[0].score
    items = []
    for index, pain in enumerate(pains.ranked):
        card = queries.card(subject.map, pain.card)
        text = card.text if card is not None and card.text else _title(subject, pain.step)
        items.append(Said(text, bar=pain.score / longest, strong_bar=index < pains.cut))
    share = words.percent(round(pains.cut_share, 2))
    most = words.say("map.rail.pains.most", k=pains.cut, n=len(pains.ranked), percent=share)
    parts = [most]
    if pains.unrated:
        parts.append(words.count("map.rail.pains.unrated", pains.unrated))
    return items, tuple(parts)


def _flow(subject: Subject, figures: Figures) -> tuple[list[Said], tuple[str, ...]]:
    """How many come to each phase, where that changes, and to the goal; and where most leave."""
    words, flow = subject.setting.words, figures.flow
    if flow.basis is not FlowBasis.SHARES or flow.goal is None:
        return [], ()
    names = {phase.id: phase.name for phase in subject.map.phases}
    items: list[Said] = []
    last = -1.0
    for phase in flow.phases:
        if abs(phase.share - last) < _SAME_SHARE or not names.get(phase.phase):
            continue
        last = phase.share
        items.append(_share(subject, phase.share, names[phase.phase]))
    goal = _share(subject, flow.goal, words.say("map.rail.flow.goal"))
    items.append(msgspec.structs.replace(goal, strong_bar=True))
    if not flow.losses:
        return items, ()
    worst = flow.losses[0]
    percent = words.percent(round(worst.share, 2))
    said = words.say("map.rail.flow.loss", step=_title(subject, worst.step), percent=percent)
    return items, (said,)


def _share(subject: Subject, share: float, name: str) -> Said:
    percent = subject.setting.words.percent(round(share, 2))
    return Said(percent, name, bar=min(share, 1.0), flow=True)


def _moments(subject: Subject) -> list[Said]:
    """The steps that a person marked, in their order."""
    return [
        Said(_title(subject, step.id), star=True)
        for step in subject.map.steps
        if step.moment_of_truth
    ]


def _actions(subject: Subject, names_told: bool) -> list[Said]:
    departments = {one.id: one.name for one in subject.document.departments}
    return [
        _action(subject, one, departments, names_told)
        for one in subject.map.actions
        if one.status is not ActionStatus.DROPPED
    ]


def _action(
    subject: Subject,
    action: Action,
    departments: Mapping[ids.DepartmentId, str],
    names_told: bool,
) -> Said:
    """What, who, when; and what of these nobody has said yet, unless it is done."""
    words = subject.setting.words
    done = action.status is ActionStatus.DONE
    department = departments.get(action.department, "") if action.department else ""
    known = [action.owner, department]
    wanting = [] if action.owner or not names_told else [words.say("map.rail.no_owner")]
    if done:
        known.append(words.say("map.rail.done"))
    elif action.due is None:
        wanting.append(words.say("map.rail.no_due"))
    else:
        known.append(words.date(action.due).replace(" ", _UNBROKEN))
    quiet = " · ".join(part for part in known if part)
    return Said(action.title, quiet, "" if done else " · ".join(wanting), tick=done)


def _metric(subject: Subject, metric: Metric) -> Said:
    """The last measured value, and what is aimed at."""
    words = subject.setting.words

    def written(value: float) -> str:
        share = metric.unit is MetricUnit.SHARE
        return words.percent(value) if share else words.number(value)

    parts = []
    if metric.values:
        last = metric.values[-1]
        counted = f" (n = {words.number(last.n)})" if last.n is not None else ""
        parts.append(written(last.value) + counted)
    if metric.target is not None:
        parts.append(words.say("map.rail.target", value=written(metric.target)))
    return Said(metric.name, " → ".join(parts))
