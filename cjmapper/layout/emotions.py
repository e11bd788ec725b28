"""The emotion lane: one curve an actor and view, a dot for each reading, words where it is free.

A curve goes through the n-weighted mean of the readings at each step. It is solid between
neighbours among that actor's steps and thin across steps that nobody measured; nothing is drawn
before the first reading or after the last.
"""

from collections.abc import Mapping, Sequence

import msgspec

from cjmapper.geometry import Point, Rect, mm_from_px
from cjmapper.layout.curve import controls, monotone_tangents
from cjmapper.layout.emotion_words import CurveKey, with_words
from cjmapper.layout.result import (
    Column,
    CurveLayout,
    CurveSegment,
    EmotionLane,
    ReadingLayout,
    TextBlock,
)
from cjmapper.layout.setting import Subject
from cjmapper.layout.styles import AXIS_WORD, DISTANCES
from cjmapper.model import ids
from cjmapper.model.document import Emotion, Lane
from cjmapper.model.vocabulary import EmotionView
from cjmapper.text.lines import TextStyle

LEVELS = (2, 1, 0, -1, -2)
_ASIDE = mm_from_px(30)
_AXIS_RIGHT = mm_from_px(12)
_FACED = frozenset({EmotionView.FELT, EmotionView.TARGET})


class Spot(msgspec.Struct, frozen=True):
    """Where one curve passes a step: its column and the mean of its readings there."""

    column: Column
    x: float
    value: float


def lane_height() -> float:
    """Of an emotion lane nobody resized: four units and room for words above and below."""
    return DISTANCES.emotion_top + 4 * DISTANCES.unit + DISTANCES.emotion_bottom


def lay_out_emotions(
    subject: Subject,
    lane: Lane,
    columns: tuple[Column, ...],
    column_of: Mapping[ids.StepId, int],
    height: float,
) -> EmotionLane:
    """The curves, dots, words and axis of one lane that is `height` millimetres tall."""
    unit = (height - DISTANCES.emotion_top - DISTANCES.emotion_bottom) / 4
    zero_y = DISTANCES.emotion_top + 2 * unit
    empty = EmotionLane(lane.id, zero_y, unit, (), (), ())
    readings = _readings(subject, lane, column_of)
    ranks = _ranks(subject, readings)
    places = _x_places(readings, columns, column_of)
    segments = {
        key: _segments(subject, key, _spots(key[0], of_curve, columns, column_of, places), empty)
        for key, of_curve in readings.items()
    }
    bare = msgspec.structs.replace(
        empty,
        axis=_axis(subject, empty),
        curves=tuple(
            CurveLayout(key[0], key[1], ranks[key], segments[key], None)
            for key in sorted(readings, key=lambda key: -ranks[key])
        ),
        readings=_dots(readings, places, empty, column_of),
    )
    names = {key: curve_name(subject, key) for key in readings}
    bounds = Rect(DISTANCES.title_width, 0.0, columns[-1].right - DISTANCES.title_width, height)
    return with_words(bare, names, bounds, subject.setting)


def _readings(
    subject: Subject, lane: Lane, column_of: Mapping[ids.StepId, int]
) -> dict[CurveKey, list[Emotion]]:
    """The readings of this lane by actor and view; a lane of one actor shows only that one's."""
    primary = subject.map.actors[0] if subject.map.actors else None
    found: dict[CurveKey, list[Emotion]] = {}
    for reading in subject.map.emotions:
        actor = reading.actor if reading.actor is not None else primary
        if reading.step in column_of and (lane.actor is None or lane.actor == actor):
            found.setdefault((actor, reading.view), []).append(reading)
    return found


def _ranks(subject: Subject, readings: Mapping[CurveKey, object]) -> dict[CurveKey, int]:
    """Felt before other views, and actors in the order of the map."""
    order: list[ids.ActorId | None] = [*subject.map.actors]
    for actor, _ in readings:
        if actor not in order:
            order.append(actor)
    return {key: order.index(key[0]) for key in readings}


def _x_places(
    readings: Mapping[CurveKey, Sequence[Emotion]],
    columns: tuple[Column, ...],
    column_of: Mapping[ids.StepId, int],
) -> dict[tuple[str, ids.ActorId | None], float]:
    """The x of each step and actor: the middle, or side by side where several actors meet."""
    actors: dict[str, list[ids.ActorId | None]] = {}
    for (actor, _), of_curve in readings.items():
        for reading in of_curve:
            present = actors.setdefault(reading.step, [])
            if actor not in present:
                present.append(actor)
    places: dict[tuple[str, ids.ActorId | None], float] = {}
    for step, present in actors.items():
        column = columns[column_of[ids.StepId(step)]]
        room = (column.width - 2 * DISTANCES.marker) / max(len(present) - 1, 1)
        apart = min(_ASIDE, room)
        for index, actor in enumerate(present):
            offset = (index - (len(present) - 1) / 2) * apart
            places[(step, actor)] = column.centre + offset
    return places


def _spots(
    actor: ids.ActorId | None,
    readings: Sequence[Emotion],
    columns: tuple[Column, ...],
    column_of: Mapping[ids.StepId, int],
    places: Mapping[tuple[str, ids.ActorId | None], float],
) -> tuple[Spot, ...]:
    """The means of one curve, from left to right."""
    by_step: dict[ids.StepId, list[Emotion]] = {}
    for reading in readings:
        by_step.setdefault(reading.step, []).append(reading)
    spots = []
    for step in sorted(by_step, key=lambda step: column_of[step]):
        held = by_step[step]
        weight = sum(reading.n for reading in held)
        mean = sum(reading.value * reading.n for reading in held) / weight
        column = columns[column_of[step]]
        spots.append(Spot(column, places[(step, actor)], mean))
    return tuple(spots)


def _segments(
    subject: Subject, key: CurveKey, spots: tuple[Spot, ...], lane: EmotionLane
) -> tuple[CurveSegment, ...]:
    points = [Point(spot.x, lane.y_of(spot.value)) for spot in spots]
    slopes = monotone_tangents(points)
    drawn = []
    for index in range(len(points) - 1):
        start, end = points[index], points[index + 1]
        control1, control2 = controls(start, end, slopes[index], slopes[index + 1])
        between = subject.map.steps[spots[index].column.index + 1 : spots[index + 1].column.index]
        measured = not any(key[0] is None or _takes_part(step.actors, key[0]) for step in between)
        drawn.append(CurveSegment(start, control1, control2, end, measured))
    return tuple(drawn)


def _takes_part(actors: tuple[ids.ActorId, ...], actor: ids.ActorId) -> bool:
    return not actors or actor in actors


def _dots(
    readings: Mapping[CurveKey, Sequence[Emotion]],
    places: Mapping[tuple[str, ids.ActorId | None], float],
    lane: EmotionLane,
    column_of: Mapping[ids.StepId, int],
) -> tuple[ReadingLayout, ...]:
    """Every reading; what was believed first, so that faces lie on top."""
    dots = []
    for (actor, view), of_curve in readings.items():
        for reading in of_curve:
            x = places[(reading.step, actor)]
            face = view in _FACED
            dots.append(ReadingLayout(reading, x, lane.y_of(reading.value), face, None))
    return tuple(sorted(dots, key=lambda dot: (dot.face, column_of[dot.reading.step])))


def curve_name(subject: Subject, key: CurveKey) -> str:
    """The words for a curve: whose it is where there are several, and which view but felt."""
    parts = []
    if len(subject.map.actors) > 1 and key[0] is not None:
        parts += [actor.name for actor in subject.document.actors if actor.id == key[0]]
    if key[1] not in {EmotionView.FELT, EmotionView.OTHER}:
        parts.append(subject.setting.words.say(f"map.curve.{key[1].value}"))
    return ", ".join(part for part in parts if part)


def _axis(subject: Subject, lane: EmotionLane) -> tuple[TextBlock, ...]:
    right = DISTANCES.title_width - _AXIS_RIGHT
    style = subject.setting.style(AXIS_WORD)
    return tuple(_axis_word(subject, level, lane.y_of(level), right, style) for level in LEVELS)


def _axis_word(subject: Subject, level: int, y: float, right: float, style: TextStyle) -> TextBlock:
    words = subject.setting.words
    name = words.say(f"map.emotion.{level}")
    said = f"{name} {words.signed(float(level))}"
    line = subject.setting.typesetter.line(said, style)
    return TextBlock(right - line.width(style.size), y - style.line_height / 2, (line,), style)
