"""One map in a page of text: what it is about, its table, its paths, findings and actions."""

from collections.abc import Iterator

from cjmapper.exchange.html_cells import Told
from cjmapper.exchange.html_elements import (
    NOTHING,
    Html,
    element,
    facts,
    joined,
    listed,
    table,
    text,
)
from cjmapper.model import document as d
from cjmapper.model import queries
from cjmapper.model.vocabulary import LaneKind, MapBasis, MapState


def map_sections(told: Told) -> Iterator[Html]:
    """The section of a map in pieces."""
    journey, words = told.journey, told.words
    title = f"map-{journey.id}"
    yield Html(f'<section aria-labelledby="{title}">')
    yield element("h2", text(journey.title or words.say("window.untitled")), id=title)
    yield _about(told)
    yield from _grid(told)
    yield _listed(told, "page.flow", [told.transition(one) for one in journey.transitions])
    yield _listed(told, "page.links", [told.link(one) for one in journey.links])
    yield _listed(told, "page.insights", [_insight(told, one) for one in journey.insights])
    yield _actions(told)
    yield Html("</section>")


def _about(told: Told) -> Html:
    journey, words = told.journey, told.words
    stamps = []
    if journey.state is not MapState.OTHER:
        stamps.append(words.say(f"map.stamp.{journey.state.value}"))
    if journey.basis is not MapBasis.OTHER:
        stamps.append(words.label(journey.basis))
    stamps += [words.label(journey.context), words.label(journey.level)]
    due = words.date(journey.review_due) if journey.review_due else ""
    pairs = (
        ("page.starts_when", journey.starts_when),
        ("page.ends_when", journey.ends_when),
        ("page.goal", journey.goal),
        ("map.block.owner", journey.owner),
        ("map.block.review", due),
    )
    return joined(
        (
            element("p", text(journey.scenario), class_="lead") if journey.scenario else NOTHING,
            element("p", *(element("span", text(one), class_="stamp") for one in stamps)),
            facts((words.say(code), text(said)) for code, said in pairs),
        )
    )


def _grid(told: Told) -> Iterator[Html]:
    """The table, row by row."""
    journey, words = told.journey, told.words
    title = journey.title or words.say("window.untitled")
    phases = words.count("spoken.phases", len(journey.phases))
    caption = words.count("page.caption", len(journey.steps), title=title, phases=phases)
    yield Html(
        f'<div class="scroll map" role="region" tabindex="0" aria-labelledby="grid-{journey.id}">'
        "<table>"
    )
    yield element("caption", text(caption), id=f"grid-{journey.id}")
    yield element("col")
    groups = [queries.steps_of_phase(journey, phase.id) for phase in journey.phases]
    yield joined(element("colgroup", span=len(steps)) for steps in groups if steps)
    yield element("thead", _phase_row(told), _step_row(told))
    yield Html("<tbody>")
    for lane in journey.lanes:
        if not lane.hidden:
            yield _row(told, lane)
    yield Html("</tbody></table></div>")


def _phase_row(told: Told) -> Html:
    corner = text(told.say("page.rows"))
    cells = [element("th", corner, scope="col", rowspan=2, class_="corner")]
    for phase in told.journey.phases:
        span = len(queries.steps_of_phase(told.journey, phase.id))
        if span:
            name = text(phase.name or told.say("spoken.untitled_phase"))
            cells.append(
                element("th", name, _about_phase(told, phase), scope="colgroup", colspan=span)
            )
    return element("tr", *cells)


def _about_phase(told: Told, phase: d.Phase) -> Html:
    said = [phase.customer_goal, *phase.needs]
    if phase.duration:
        said.append(told.say("page.takes", duration=told.words.duration(phase.duration)))
    lines = (element("div", text(one), class_="quiet") for one in said if one)
    return joined((*lines, told.image(phase.picture, phase.name)))


def _step_row(told: Told) -> Html:
    cells = []
    for number, step in enumerate(told.journey.steps, 1):
        name = text(f"{number}. {told.step(step.id)}")
        cells.append(element("th", name, _about_step(told, step), scope="col"))
    return element("tr", *cells)


def _about_step(told: Told, step: d.Step) -> Html:
    said = []
    if step.moment_of_truth:
        said.append(told.say("page.moment"))
    if step.measure_here:
        said.append(told.say("page.measure"))
    if step.duration:
        said.append(told.say("page.takes", duration=told.words.duration(step.duration)))
    said += [one.name for one in told.document.actors if one.id in step.actors]
    said += told.tags(step.tags)
    opened = queries.find_map(told.document, step.submap or "")
    if opened is not None and opened.title:
        said.append(told.say("page.opens", name=opened.title))
    lines = (element("div", text(one), class_="quiet") for one in said)
    return joined((*lines, told.image(step.picture, step.title)))


def _row(told: Told, lane: d.Lane) -> Html:
    journey = told.journey
    cells = []
    for step in journey.steps:
        parts = [told.card(one) for one in queries.cards_in_cell(journey, lane.id, step.id)]
        if lane.kind is LaneKind.EMOTION:
            parts += [told.reading(one) for one in journey.emotions if one.step == step.id]
        cells.append(element("td", listed(parts)))
    name = lane.title or told.words.label(lane.kind)
    whose = [one.name for one in told.document.actors if one.id == lane.actor]
    note = joined(element("div", text(one), class_="quiet") for one in whose)
    return element("tr", element("th", text(name), note, scope="row"), *cells)


def _listed(told: Told, code: str, items: list[Html]) -> Html:
    if not items:
        return NOTHING
    return joined((element("h3", text(told.say(code))), listed(items)))


def _insight(told: Told, one: d.Insight) -> Html:
    more = []
    if one.cards:
        names = told.words.listed([told.quoted(told.card_name(card)) for card in one.cards])
        more.append(told.say("page.about", names=names))
    more += told.rests_on(one.evidence)
    lines = (element("span", text(said), class_="kind") for said in more)
    return joined((text(one.text), *lines))


def _actions(told: Told) -> Html:
    actions = told.journey.actions
    if not actions:
        return NOTHING
    codes = ("page.action", "page.addresses", "page.owner", "page.due", "page.status")
    title = told.say("page.actions")
    rows = [_action(told, one) for one in actions]
    return joined(
        (element("h3", text(title)), table([told.say(code) for code in codes], rows, title))
    )


def _action(told: Told, one: d.Action) -> Html:
    words = told.words
    who = [one.owner] if one.owner else []
    who += [unit.name for unit in told.document.departments if unit.id == one.department]
    more = [
        told.say(f"page.{name}_of", n=value)
        for name, value in (("effect", one.effect), ("effort", one.effort))
        if value is not None
    ]
    more += [metric.name for metric in told.document.metrics if metric.id == one.metric]
    if one.test is not None:
        more.append(told.say("page.trial", a=one.test.a, b=one.test.b))
        more += [one.test.result] if one.test.result else []
    lines = (element("span", text(said), class_="kind") for said in more)
    cells = (
        listed(text(told.card_name(card)) for card in one.addresses),
        text(", ".join(who) or told.say("map.rail.no_owner")),
        text(words.date(one.due) if one.due else told.say("map.rail.no_due")),
        text(words.label(one.status)),
    )
    head = element("th", text(one.title), *lines, scope="row")
    return element("tr", head, *(element("td", cell) for cell in cells))
