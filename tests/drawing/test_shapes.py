"""Shapes: icons on their grid, faces that can be told apart, lines with round corners."""

import itertools

import pytest

from cjmapper.drawing.primitives import Path
from cjmapper.drawing.shapes import (
    ICON_GRID,
    emotion_level,
    face,
    icon,
    icon_lines,
    icon_names,
    rounded_line,
)
from cjmapper.geometry import Point, Rect


def numbers(command: tuple[object, ...]) -> list[float]:
    return [part for part in command if isinstance(part, int | float)]


@pytest.mark.parametrize("name", sorted(icon_names()))
def test_every_icon_lies_on_its_grid_and_fills_the_box_it_is_given(name: str) -> None:
    lines = icon_lines(name)
    assert lines[0][0] == "M"
    assert all(0 <= number <= ICON_GRID for command in lines for number in numbers(command))
    small = icon(name, Rect(10, 20, ICON_GRID / 2, ICON_GRID / 2), "#000000")
    for command, drawn in zip(lines, small.commands, strict=True):
        for place, (before, after) in enumerate(zip(numbers(command), numbers(drawn), strict=True)):
            assert after == pytest.approx((20 if place % 2 else 10) + before / 2)


def test_an_icon_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        icon_lines("mandala")


def test_the_five_faces_are_told_apart_by_shape_alone() -> None:
    shapes = [face(0, 0, 5, value, ("#FFFFFF", "#000000")) for value in (-2, -1, 0, 1, 2)]
    for one, other in itertools.combinations(shapes, 2):
        assert one != other
    assert [len(shape) for shape in shapes] == [4, 3, 3, 3, 3]
    mouths = [shape[2] for shape in shapes]
    filled = [isinstance(mouth, Path) and mouth.fill is not None for mouth in mouths]
    assert filled == [False, False, False, False, True]


@pytest.mark.parametrize(
    ("value", "level"),
    [
        (-2, 0),
        (-1.6, 0),
        (-1.4, 1),
        (-0.6, 1),
        (-0.4, 2),
        (0.4, 2),
        (0.6, 3),
        (1.6, 4),
        (2, 4),
        (0.5, 3),
        (-0.5, 1),
        (1.5, 4),
        (-1.5, 0),
    ],
)
def test_a_value_has_the_level_it_is_nearest_to(value: float, level: int) -> None:
    assert emotion_level(value) == level


def test_a_corner_never_takes_more_than_half_of_its_shortest_side() -> None:
    commands = rounded_line((Point(0, 0), Point(4, 0), Point(4, 40)), 10)
    assert [commands[at] for at in (0, 1, -1)] == [("M", 0, 0), ("L", 2, 0), ("L", 4, 40)]
    assert commands[2][-2:] == (4, 10)
