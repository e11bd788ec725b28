"""What the things on a map are called aloud: what each is, and where it stands.

Positions, not indices; names, not ids. Words nothing: a sentence is a code and what it names.
"""

from cjmapper.drawing.shapes import emotion_level
from cjmapper.editor.feedback import Said
from cjmapper.layout.result import CellKey, MapLayout
from cjmapper.model import document as d
from cjmapper.model import queries

LEVELS = 5
"""How many levels an emotion has; the worst is the first."""

_LOWEST = -2


def said_of(layout: MapLayout, name: str) -> Said | None:
    """What the thing of that id is called, with its place; None where the map has no such thing."""
    part = queries.part(layout.map, name)
    match part:
        case d.Phase() | d.Step() | d.Lane():
            return _title(layout, part)
        case d.Card():
            return _card(layout, part)
        case d.Emotion():
            return _reading(layout, part)
        case d.Link() | d.Transition():
            return _connector(layout, part)
        case _:
            return None


def _title(layout: MapLayout, part: d.Phase | d.Step | d.Lane) -> Said:
    match part:
        case d.Phase() as phase:
            index = [band.phase.id for band in layout.phases].index(phase.id)
            return _counted("phase", _named("phase", phase.name), index, len(layout.phases))
        case d.Step() as step:
            index = layout.column_of[step.id]
            return _counted("step", step_name(layout, step.id), index, len(layout.columns))
        case d.Lane() as lane:
            index = layout.lane_of.get(lane.id, 0)
            return _counted("lane", _named("lane", lane.title), index, len(layout.lanes))


def _connector(layout: MapLayout, part: d.Link | d.Transition) -> Said:
    match part:
        case d.Link() as link:
            start, to = card_name(layout, link.start), card_name(layout, link.to)
            return Said(f"spoken.connector.{link.kind.value}", {}, {"start": start, "to": to})
        case d.Transition() as path:
            start, to = _end(layout, path.start), _end(layout, path.to)
            return Said(f"spoken.path.{path.kind.value}", {}, {"start": start, "to": to})


def said_of_cell(layout: MapLayout, cell: CellKey) -> Said:
    """What a cell is called: how much it holds, and where it is."""
    count = len(things_in(layout, cell))
    place = {"step": step_name(layout, cell[1]), "lane": lane_name(layout, cell[0])}
    if not count:
        return Said("spoken.empty_cell", {}, place)
    return Said("spoken.cell", {"n": count}, place)


def said_of_place(layout: MapLayout, cell: CellKey, index: int, total: int) -> Said:
    """What a place for a card is called, of so many in its cell."""
    place = {"step": step_name(layout, cell[1]), "lane": lane_name(layout, cell[0])}
    return Said("spoken.place", {"index": index + 1, "total": total}, place)


def things_in(layout: MapLayout, cell: CellKey) -> tuple[str, ...]:
    """The ids of the cards or readings of a cell, in order."""
    lane, step = cell
    curves = layout.emotion_lanes.get(lane)
    if curves is not None:
        return tuple(one.reading.id for one in curves.readings if one.reading.step == step)
    return tuple(placed.card.id for placed in layout.cell(cell).cards)


def nearest_level(value: float) -> int:
    """From −2 to +2: the level whose face and word a value has."""
    return emotion_level(value) + _LOWEST


def level_of(value: float) -> Said:
    """How an emotion is: its word and the place of its level, or its value between two levels."""
    nearest = nearest_level(value)
    if value == nearest:
        return Said(f"spoken.level.{nearest}", {"index": nearest - _LOWEST + 1, "total": LEVELS})
    return Said("spoken.between", {"value": value}, {"word": Said(f"map.emotion.{nearest}")})


def card_name(layout: MapLayout, name: str) -> Said:
    """The words of a card."""
    card = queries.card(layout.map, name)
    return _named("card", "" if card is None else card.text)


def step_name(layout: MapLayout, name: str) -> Said:
    """The title of a step; that of its phase where the step has none."""
    step = queries.step(layout.map, name)
    if step is not None and step.title:
        return _verbatim(step.title)
    phase = queries.phase_of_step(layout.map, name)
    return _named("step", "" if phase is None else phase.name)


def lane_name(layout: MapLayout, name: str) -> Said:
    """The title of a lane."""
    lane = queries.lane(layout.map, name)
    return _named("lane", "" if lane is None else lane.title)


def _card(layout: MapLayout, card: d.Card) -> Said:
    text = _named("card", card.text)
    if card.lane is None or card.step is None:
        return text
    parts = {
        "text": text,
        "step": step_name(layout, card.step),
        "lane": lane_name(layout, card.lane),
    }
    return _placed(layout, card.id, (card.lane, card.step), Said("spoken.card", {}, parts))


def _reading(layout: MapLayout, reading: d.Emotion) -> Said:
    lane = next(
        (
            name
            for name, lane in layout.emotion_lanes.items()
            if any(placed.reading.id == reading.id for placed in lane.readings)
        ),
        None,
    )
    word = ", ".join(reading.words)
    parts = {
        "text": _verbatim(word) if word else Said(f"map.emotion.{nearest_level(reading.value)}"),
        "step": step_name(layout, reading.step),
    }
    if lane is None:
        return Said("spoken.reading", {}, parts)
    parts["lane"] = lane_name(layout, lane)
    return _placed(layout, reading.id, (lane, reading.step), Said("spoken.card", {}, parts))


def _placed(layout: MapLayout, name: str, cell: CellKey, said: Said) -> Said:
    """A sentence with the place that a thing has among those of its cell."""
    held = things_in(layout, cell)
    index = held.index(name) + 1 if name in held else 1
    return Said(said.code, {"index": index, "total": max(len(held), 1)}, said.parts)


def _end(layout: MapLayout, end: str) -> Said:
    """A step, or one of the marks a path begins and ends at."""
    if queries.step(layout.map, end) is None:
        return Said(f"map.{end.lower()}")
    return step_name(layout, end)


def _counted(what: str, named: Said, index: int, total: int) -> Said:
    return Said(f"spoken.{what}", {"index": index + 1, "total": total}, {"name": named})


def _named(what: str, text: str) -> Said:
    return _verbatim(text) if text.strip() else Said(f"spoken.untitled_{what}")


def _verbatim(text: str) -> Said:
    return Said("spoken.verbatim", {"text": " ".join(text.split())})
