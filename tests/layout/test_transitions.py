"""Paths between steps, over the step titles."""

import random
from itertools import combinations, pairwise

import pytest

from cjmapper.geometry import Rect
from cjmapper.layout.result import MapLayout, TransitionRoute
from cjmapper.layout.styles import PATH_LABEL
from cjmapper.layout.transitions import is_drawn
from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model import vocabulary as v
from tests.support.builders import document, journey, transition
from tests.support.layouts import laid_out

SKIP, BACK = v.TransitionKind.SKIP, v.TransitionKind.LOOP_BACK
COLUMN_OF = {"s1": 0, "s2": 1, "s3": 2}


def with_paths(*paths: d.Transition, columns: str = "s1 s2 s3|s4 s5 s6 s7 s8") -> MapLayout:
    return laid_out(document(journey(columns, transitions=paths)))


def span(route: TransitionRoute) -> tuple[float, float]:
    """From left to right with the label."""
    xs = [point.x for point in route.points]
    if route.label is not None:
        width = max(line.width(PATH_LABEL.size) for line in route.label.lines)
        xs += [route.label.x, route.label.x + width]
    return min(xs), max(xs)


@pytest.mark.parametrize(
    ("path", "drawn"),
    [
        (transition("t", "s1", "s2"), False),
        (transition("t", "s1", "s2", share=0.6), False),
        (transition("t", "s1", "s2", wait="P3W"), True),
        (transition("t", "s1", "s2", note="etter en påminnelse"), True),
        (transition("t", "s1", "s3", kind=SKIP), True),
        (transition("t", "s3", "s1", kind=BACK), True),
        (transition("t", "s2", "s2", kind=BACK), True),
        (transition("t", "START", "s1"), False),
        (transition("t", "START", "s2"), True),
        (transition("t", "s3", "GOAL"), False),
        (transition("t", "s3", "GOAL", share=0.4), True),
        (transition("t", "s3", "GOAL", share=0.0), True),
        (transition("t", "s3", "GOAL", note="de fleste"), True),
        (transition("t", "s1", "GOAL"), True),
        (transition("t", "s1", "DROP"), True),
        (transition("t", "s1", "gone"), False),
        (transition("t", "gone", "s1"), False),
    ],
)
def test_only_what_is_not_plain_is_drawn(path: d.Transition, drawn: bool) -> None:
    assert is_drawn(path, COLUMN_OF) is drawn


def test_a_map_whose_way_is_plain_has_no_row_of_paths() -> None:
    layout = with_paths(transition("t1", "s1", "s2"), transition("t2", "s2", "s3"))
    assert layout.transitions == ()
    assert layout.header.path_height == 0.0


def test_a_path_begins_and_ends_over_its_steps_and_goes_the_right_way() -> None:
    layout = with_paths(
        transition("t1", "s1", "s4", kind=SKIP), transition("t2", "s7", "s5", kind=BACK)
    )
    routes = {route.transition.id: route for route in layout.transitions}
    for name, start, end in (("t1", 0, 3), ("t2", 6, 4)):
        points = routes[ids.TransitionId(name)].points
        for point, index in ((points[0], start), (points[-1], end)):
            column = layout.columns[index]
            assert column.x < point.x < column.right


@pytest.mark.parametrize("seed", range(40))
def test_tracks_never_overlap(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    steps = [f"s{n}" for n in range(1, 9)]
    paths = tuple(
        transition(
            f"t{n}",
            *chance.sample(steps, 2),
            kind=chance.choice((SKIP, BACK)),
            note=chance.choice(("", "ser på menyen igjen", "x" * 40)),
            wait=chance.choice((None, "P2D")),
        )
        for n in range(chance.randint(2, 14))
    )
    layout = with_paths(*paths)
    levels: dict[float, list[tuple[float, float]]] = {}
    for route in layout.transitions:
        levels.setdefault(round(route.points[1].y, 3), []).append(span(route))
    for on_one_level in levels.values():
        for (left, right), (other_left, other_right) in combinations(on_one_level, 2):
            assert right <= other_left or other_right <= left
    assert_labels_apart(layout)


def assert_labels_apart(layout: MapLayout) -> None:
    boxes = []
    for route in layout.transitions:
        if route.label is not None:
            left = route.label.x
            width = max(line.width(PATH_LABEL.size) for line in route.label.lines)
            boxes.append(Rect(left, route.label.y, width, route.label.height))
    for one, other in combinations(boxes, 2):
        assert not one.grown(-1e-6).meets(other)
    for box in boxes:
        assert box.y >= layout.header.phase_height - 1e-6
        assert box.bottom <= layout.header.step_top + 1e-6


def test_every_path_lies_in_the_row_between_phases_and_titles() -> None:
    layout = with_paths(
        *(transition(f"t{n}", "s1", f"s{n}", kind=SKIP, note="hopper over") for n in range(3, 9))
    )
    for route in layout.transitions:
        for point in route.points:
            assert layout.header.phase_height <= point.y <= layout.header.step_top


def test_a_path_says_its_share_its_wait_and_its_note() -> None:
    layout = with_paths(
        transition("t", "s1", "s3", kind=SKIP, share=0.25, wait="P3W", note="ringer")
    )
    (route,) = layout.transitions
    assert route.label is not None
    said = " ".join(line.text for line in route.label.lines)
    assert "25" in said
    assert "3" in said
    assert said.endswith("ringer")


def test_those_who_leave_stand_below_the_title_that_they_leave_from() -> None:
    layout = with_paths(
        transition("t1", "s2", "DROP", kind=v.TransitionKind.DROP_OFF, share=0.3),
        transition("t2", "s2", "GOAL", share=0.7),
    )
    column = layout.columns[1]
    bottom = layout.header.step_top + column.title.bottom
    heights = []
    for route in layout.transitions:
        assert column.x < route.points[0].x < column.right
        assert route.label is not None
        assert bottom <= route.label.y
        assert route.label.bottom <= layout.header.height
        heights.append(route.label.y)
        around = route.way_out
        assert around is not None
        assert around.x < route.points[0].x
        assert column.x < around.x < around.right < column.right + 1
        assert around.y < route.label.y < route.label.bottom < around.bottom
    assert len(set(heights)) == 2
    assert layout.transitions[0].transition.to == ids.GOAL


def test_a_long_word_for_leaving_is_cut_short_inside_a_narrow_column() -> None:
    layout = with_paths(
        transition("t1", "s1", "DROP", share=0.3, note="Kundetilfredshetsundersøkelsen " * 3)
    )
    (route,) = layout.transitions
    left, right = span(route)
    assert layout.columns[0].x <= left
    assert right <= layout.columns[0].right


LONG_NOTE = "venter på svar fra en som kan det tekniske"


def test_words_over_a_short_path_reach_beside_it_rather_than_take_three_lines() -> None:
    layout = with_paths(transition("t", "s3", "s2", kind=BACK, wait="P10D", note=LONG_NOTE))
    (route,) = layout.transitions
    assert route.label is not None
    assert len(route.label.lines) == 1
    left, right = span(route)
    assert right - left > abs(route.points[-1].x - route.points[0].x)


def test_broken_words_over_a_path_have_lines_of_about_the_same_length() -> None:
    layout = with_paths(
        transition("t", "s3", "s2", kind=BACK, share=0.3, wait="P10D", note=LONG_NOTE * 2)
    )
    (route,) = layout.transitions
    assert route.label is not None
    widths = [line.width(PATH_LABEL.size) for line in route.label.lines]
    assert len(widths) > 1
    assert min(widths) > 0.5 * max(widths)


@pytest.mark.parametrize("step", ["s1", "s8"])
def test_long_words_over_the_last_step_stay_inside_the_map(step: str) -> None:
    layout = with_paths(transition("t", step, step, kind=BACK, share=0.3, note=LONG_NOTE))
    (route,) = layout.transitions
    assert route.label is not None
    assert route.label.box.right <= layout.columns[-1].right


def runs_through(route: TransitionRoute, box: Rect) -> bool:
    """Whether any stem of a path goes through a box."""
    return any(
        one.x == other.x
        and box.x < one.x < box.right
        and max(min(one.y, other.y), box.y) < min(max(one.y, other.y), box.bottom)
        for one, other in pairwise(route.points)
    )


@pytest.mark.parametrize("seed", range(8))
def test_long_words_of_many_paths_are_on_nothing_and_within_the_map(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    steps = [f"s{n}" for n in range(1, 9)]
    layout = with_paths(
        *(
            transition(
                f"t{n}",
                *chance.sample(steps, 2),
                kind=BACK,
                share=0.1,
                note=LONG_NOTE[: chance.randint(5, 60)],
            )
            for n in range(7)
        )
    )
    assert_labels_apart(layout)
    for route in layout.transitions:
        assert route.label is not None
        others = [other for other in layout.transitions if other is not route]
        assert not any(runs_through(other, route.label.box) for other in others)
        assert layout.title_width <= route.label.x
        assert route.label.box.right <= layout.columns[-1].right + 1e-6
