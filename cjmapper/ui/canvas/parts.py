"""The things on a map in the order they are read, and what each is called aloud. No Qt.

There is no table for assistive technology here, so the place is part of each name.
"""

from collections.abc import Iterator

from cjmapper.layout.result import MapLayout
from cjmapper.model import document as d
from cjmapper.model import queries
from cjmapper.words.catalog import Words


def parts_of(layout: MapLayout) -> tuple[str, ...]:
    """The ids of all that is shown: headers, then lane by lane its title and what it holds."""
    return tuple(_parts(layout))


def _parts(layout: MapLayout) -> Iterator[str]:
    for phase in layout.phases:
        yield phase.phase.id
        for column in layout.columns[phase.first_column :][: phase.column_count]:
            yield column.step.id
    for band in layout.lanes:
        yield band.lane.id
        emotions = layout.emotion_lanes.get(band.lane.id)
        if emotions is not None:
            yield from (placed.reading.id for placed in emotions.readings)
        for column in layout.columns:
            cell = layout.cell((band.lane.id, column.step.id))
            yield from (placed.card.id for placed in cell.cards)


def name_of(layout: MapLayout, name: str, words: Words) -> str:
    """What the thing of that id is called, with where it is; empty for what is not shown."""
    match queries.part(layout.map, name):
        case d.Phase() as phase:
            index = next(band.index for band in layout.phases if band.phase.id == name)
            title = phase.name or words.say("canvas.untitled_phase")
            return _counted(words, "phase", title, (index, len(layout.phases)))
        case d.Step() as step:
            place = (layout.column_of[step.id], len(layout.columns))
            return _counted(words, "step", _step_title(layout, step.id, words), place)
        case d.Lane() as lane:
            place = (layout.lane_of.get(lane.id, 0), len(layout.lanes))
            title = lane.title or words.say("canvas.untitled_lane")
            return _counted(words, "lane", title, place)
        case d.Card() as card:
            return _card_name(layout, card, words)
        case d.Emotion() as reading:
            return words.say(
                "canvas.part_emotion",
                value=words.number(reading.value),
                word=", ".join(reading.words) or words.say(_level(reading.value)),
                step=_step_title(layout, reading.step, words),
            )
        case _:
            return ""


def _counted(words: Words, what: str, title: str, place: tuple[int, int]) -> str:
    codes = {
        "phase": "canvas.part_phase",
        "step": "canvas.part_step",
        "lane": "canvas.part_lane",
    }
    index, total = place
    return words.say(codes[what], name=title, index=index + 1, total=total)


def _card_name(layout: MapLayout, card: d.Card, words: Words) -> str:
    if card.lane is None or card.step is None:
        return ""
    held = [placed.card.id for placed in layout.cell((card.lane, card.step)).cards]
    lane = queries.lane(layout.map, card.lane)
    return words.say(
        "canvas.part_card",
        kind=words.label(card.kind),
        text=card.text or words.say("canvas.empty_card"),
        index=held.index(card.id) + 1 if card.id in held else 1,
        total=max(len(held), 1),
        step=_step_title(layout, card.step, words),
        lane="" if lane is None else lane.title,
    )


def _step_title(layout: MapLayout, step_id: str, words: Words) -> str:
    step = queries.step(layout.map, step_id)
    return (step.title if step else "") or words.say("canvas.untitled_step")


def _level(value: float) -> str:
    """The code of the word of the nearest level."""
    return f"map.emotion.{round(value)}"
