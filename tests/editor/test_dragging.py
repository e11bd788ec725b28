"""Dragging things on the map: what it gives, one entry each, and nothing where it is left."""

from collections.abc import Callable

import msgspec
import pytest

from cjmapper.editor.events import Button, Device, KeyEvent
from cjmapper.editor.feedback import Cursor, Tile
from cjmapper.geometry import MM_PER_PX, Point
from cjmapper.layout import hit
from cjmapper.model import document as d
from cjmapper.model import vocabulary as v
from tests.support.builders import card, cards, document, journey, link, reading, transition
from tests.support.driver import OFF_MAP, Driver

PX = MM_PER_PX


def sample() -> d.Document:
    return document(
        journey(
            "s1 s2|s3|s4",
            cards=(
                *cards(("a1", "a2", "a3"), "touchpoint:s1"),
                *cards(("b1", "b2"), "touchpoint:s3"),
                card("n1", "note:s2"),
            ),
            emotions=(reading("e1", "s1", 1.0, words=("glad",)), reading("e2", "s3", -1.0)),
            links=(link("k1", "a1", "b1"),),
            transitions=(transition("t1", "s1", "s3", kind=v.TransitionKind.SKIP),),
        )
    )


@pytest.fixture
def hand() -> Driver:
    return Driver(sample())


def steps_of(hand: Driver) -> str:
    by_phase: dict[str, list[str]] = {phase.id: [] for phase in hand.journey.phases}
    for step in hand.journey.steps:
        by_phase[step.phase].append(step.id)
    return " ".join(f"{phase}:{','.join(steps)}" for phase, steps in by_phase.items())


def values(hand: Driver) -> dict[str, tuple[str, float]]:
    return {one.id: (one.step, one.value) for one in hand.journey.emotions}


# Every gesture that changes something: where it begins and where it ends.
GESTURES: dict[str, tuple[Callable[[Driver], Point], Callable[[Driver], Point]]] = {
    "card": (lambda h: h.at_card("a1"), lambda h: h.at_cell("touchpoint", "s3")),
    "phase": (lambda h: h.at_phase("p1"), lambda h: h.at_phase("p3").moved(25.0, 0.0)),
    "step": (lambda h: h.at_card("s1"), lambda h: h.at_card("s3", 0.9)),
    "lane": (lambda h: h.at_lane("note"), lambda h: Point(5.0, h.layout.header.height + 1)),
    "reading": (lambda h: h.at_reading("e1"), lambda h: h.at_level("s2", -1.0)),
    "column border": (lambda h: h.at_border("s1"), lambda h: h.at_border("s1").moved(20.0, 0.0)),
    "lane border": (
        lambda h: h.at_lane_border("note"),
        lambda h: h.at_lane_border("note").moved(0.0, 20.0),
    ),
    "card link": (lambda h: h.at_dot("a2"), lambda h: h.at_card("b2")),
    "step link": (lambda h: h.at_dot("s1", "top"), lambda h: h.at_card("s4")),
}  # fmt: skip


@pytest.mark.parametrize("name", GESTURES)
def test_a_drag_is_one_entry_and_undo_gives_the_very_same_document(name: str) -> None:
    hand = Driver(sample())
    before = hand.document
    start, end = (find(hand) for find in GESTURES[name])
    hand.drag(start, end)
    assert hand.state == "Idle"
    assert hand.entries == 1
    assert hand.document is not before
    hand.check()
    hand.undo()
    assert hand.document is before
    assert not hand.session.is_previewing


@pytest.mark.parametrize("leave", ["Escape", "right button", "focus"])
@pytest.mark.parametrize("name", GESTURES)
def test_a_drag_that_is_left_leaves_no_trace(name: str, leave: str) -> None:
    hand = Driver(sample())
    hand.drag(hand.at_card("n1"), hand.at_cell("note", "s3"))
    hand.undo()
    before = hand.document
    start, end = (find(hand) for find in GESTURES[name])
    hand.grab(start, end)
    assert hand.state not in {"Idle", "Pressing"}
    hand.check()
    if leave == "Escape":
        hand.key("Escape")
    elif leave == "focus":
        hand.editor.focus_lost()
    else:
        hand.press(hand.pointer, Button.RIGHT)
        hand.release(button=Button.RIGHT)
    assert hand.state == "Idle"
    assert hand.feedback.hint.code in {"hint.move_cancelled", "hint.cancelled"}
    hand.release(end)
    assert hand.document is before
    assert hand.session.shown is before
    assert (hand.entries, hand.session.can_redo) == (0, True)
    assert hand.feedback.ghost is None


@pytest.mark.parametrize("name", [name for name in GESTURES if "link" not in name])
def test_a_drag_back_to_where_it_began_enters_nothing(name: str) -> None:
    hand = Driver(sample())
    before = hand.document
    start, end = (find(hand) for find in GESTURES[name])
    hand.grab(start, end)
    # The thing was lifted where the drag began, a little after the press.
    hand.carry(end, hand.editor.state.start.point)  # type: ignore[attr-defined]
    hand.release()
    assert hand.document is before
    assert hand.entries == 0


def test_four_pixels_are_a_click_and_six_a_drag_that_does_not_jump(hand: Driver) -> None:
    start = hand.at_card("a1", 0.3, 0.3)
    hand.press(start)
    hand.move(start.moved(4 * PX, 0.0))
    assert hand.state == "Pressing"
    hand.release()
    assert (hand.selection, hand.entries) == (("a1",), 0)
    hand.press(start)
    hand.move(start.moved(6 * PX, 0.0))
    assert hand.state == "DraggingCards"
    ghost = hand.feedback.ghost
    assert ghost is not None
    assert (ghost.dx, ghost.dy) == (0.0, 0.0)
    hand.move(start.moved(60 * PX, 10 * PX))
    ghost = hand.feedback.ghost
    assert ghost is not None
    assert ghost.dx == pytest.approx(54 * PX)
    assert ghost.dy == pytest.approx(10 * PX)


def test_a_finger_must_go_eight_pixels(hand: Driver) -> None:
    hand.device = Device.TOUCH
    start = hand.at_card("a1")
    hand.press(start)
    hand.move(start.moved(7 * PX, 0.0))
    assert hand.state == "Pressing"
    hand.move(start.moved(8.5 * PX, 0.0))
    assert hand.state == "DraggingCards"


def test_a_card_lands_between_two_and_undo_selects_it(hand: Driver) -> None:
    start = hand.at_card("a3")
    between = hand.at_card("b2", 0.5, 0.0)
    hand.grab(start, between)
    shown = hand.session.journey
    assert [one.id for one in shown.cards if one.step == "s3" and one.lane == "touchpoint"] == [
        "b1", "a3", "b2",
    ]  # fmt: skip
    feedback = hand.feedback
    line, upper, lower = feedback.slot_line, *(hit.owner_rect(hand.layout, n) for n in ("b1", "a3"))
    assert line is not None
    assert upper is not None
    assert lower is not None
    assert upper.bottom < line.y < lower.y
    assert feedback.placeholders == {"a3"}
    assert feedback.lit == {"touchpoint", "p2"}
    assert len(feedback.origins) == 1
    assert len(feedback.legal_cells) == 5 * 4
    hand.release()
    assert hand.cell("touchpoint", "s3") == ["b1", "a3", "b2"]
    assert hand.last == "move_card"
    hand.select()
    hand.undo()
    assert hand.cell("touchpoint", "s1") == ["a1", "a2", "a3"]
    assert hand.selection == ("a3",)


def test_lanes_do_not_shift_under_the_pointer_while_cards_leave_them(hand: Driver) -> None:
    before = [band.y for band in hand.layout.lanes]
    hand.select("a1", "a2", "a3")
    hand.grab(hand.at_card("a2"), hand.at_cell("note", "s4", 0.2))
    during = [band.y for band in hand.layout.lanes]
    assert during == before
    hand.release()
    assert hand.layout.lanes[1].y < before[1]
    assert all(lane.height_mm is None for lane in hand.journey.lanes)


def test_several_cards_move_as_a_block_in_reading_order(hand: Driver) -> None:
    hand.select("b2", "n1", "a2")
    hand.drag(hand.at_card("a2"), hand.at_cell("thought", "s4"))
    assert hand.cell("thought", "s4") == ["a2", "n1", "b2"]
    assert hand.card("n1").kind is v.CardKind.NOTE or hand.card("n1").kind is v.CardKind.THOUGHT
    assert hand.last == "move_cards"
    name = hand.session.undo_name
    assert name is not None
    assert name.values == {"n": 3}


def test_dragging_a_card_outside_the_selection_takes_only_that_card(hand: Driver) -> None:
    hand.select("b1", "b2")
    hand.drag(hand.at_card("a1"), hand.at_cell("note", "s1"))
    assert hand.cell("note", "s1") == ["a1"]
    assert hand.selection == ("a1",)


def test_ctrl_at_any_time_makes_a_copy_and_letting_it_go_a_move(hand: Driver) -> None:
    target = hand.at_cell("touchpoint", "s4", 0.3)
    hand.grab(hand.at_card("a1"), target)
    for held in (True, False, True):
        hand.hold(control=held)
        ghost = hand.feedback.ghost
        assert ghost is not None
        assert ghost.copies is held
        assert (hand.feedback.cursor is Cursor.COPY) is held
        assert ("a1" in hand.feedback.placeholders) is not held
    hand.release()
    assert hand.cell("touchpoint", "s1") == ["a1", "a2", "a3"]
    (copy,) = hand.cell("touchpoint", "s4")
    assert hand.card(copy).text == "Card a1"
    assert (hand.entries, hand.last, hand.selection) == (1, "duplicate_card", (copy,))


def test_keys_that_are_held_mean_nothing_while_nothing_is_dragged(hand: Driver) -> None:
    before = hand.feedback
    hand.hold(control=True)
    assert hand.feedback == before


def test_outside_the_map_nothing_lands_and_the_pointer_says_so(hand: Driver) -> None:
    before = hand.document
    hand.grab(hand.at_card("a1"), OFF_MAP)
    feedback = hand.feedback
    assert feedback.cursor is Cursor.NO
    assert feedback.hint.code == "hint.outside"
    assert feedback.ghost is not None
    assert feedback.ghost.fades
    assert (feedback.slot_line, feedback.target_cell) == (None, None)
    hand.release()
    assert hand.document is before


def test_a_card_over_the_emotion_lane_falls_to_the_nearest_lane_of_that_step(hand: Driver) -> None:
    point = hand.at_level("s4", -1.5)
    hand.grab(hand.at_card("a1"), point)
    assert hand.feedback.lit == {"thought", "p3"}
    hand.release()
    assert hand.cell("thought", "s4") == ["a1"]


def test_a_phase_moves_with_everything_in_it(hand: Driver) -> None:
    hand.grab(hand.at_phase("p2"), hand.at_phase("p1").moved(-50.0, 0.0))
    feedback = hand.feedback
    assert feedback.placeholders == {"p2", "s3", "b1", "b2", "e2"}
    assert feedback.gap_line is not None
    assert feedback.gap_line.start.x == hand.layout.title_width
    hand.release()
    assert steps_of(hand) == "p2:s3 p1:s1,s2 p3:s4"
    assert hand.cell("touchpoint", "s3") == ["b1", "b2"]
    assert (hand.last, hand.selection) == ("move_phase", ("p2",))


def test_a_phase_moves_to_the_right_past_the_last(hand: Driver) -> None:
    hand.drag(hand.at_phase("p1"), Point(hand.layout.size.width + 10, 4.0))
    assert steps_of(hand) == "p2:s3 p3:s4 p1:s1,s2"


def test_a_step_moves_within_its_phase_and_into_another(hand: Driver) -> None:
    hand.drag(hand.at_card("s1"), hand.at_card("s2", 0.9))
    assert steps_of(hand) == "p1:s2,s1 p2:s3 p3:s4"
    hand.drag(hand.at_card("s1"), hand.at_card("s3", 0.9))
    assert steps_of(hand) == "p1:s2 p2:s3,s1 p3:s4"
    assert hand.last == "move_step"


def test_the_only_step_of_a_phase_stays_and_the_hint_says_why(hand: Driver) -> None:
    before = hand.document
    hand.grab(hand.at_card("s4"), hand.at_card("s1", 0.9))
    feedback = hand.feedback
    assert feedback.hint.code == "errors.phase_needs_step"
    assert feedback.cursor is Cursor.NO
    assert feedback.gap_line is None
    hand.release()
    assert hand.document is before
    assert hand.feedback.hint.code == "errors.phase_needs_step"


def test_a_step_on_its_way_shows_the_gap_it_has_landed_in(hand: Driver) -> None:
    hand.grab(hand.at_card("s1"), hand.at_card("s3", 0.9))
    feedback = hand.feedback
    assert feedback.gap_line is not None
    assert feedback.gap_line.start.x == hand.layout.columns[2].x
    assert feedback.lit == {"s1"}


def test_a_gesture_has_no_use_for_text_or_other_keys(hand: Driver) -> None:
    hand.grab(hand.at_card("a1"), hand.at_cell("note", "s1"))
    hand.editor.type_text("x")
    hand.editor.compose("x")
    assert not hand.editor.takes(KeyEvent("a", "a"))
    assert hand.key("a")
    assert hand.state == "DraggingCards"


def test_what_is_held_is_what_was_hovered(hand: Driver) -> None:
    hand.press(hand.at_card("a1"))
    assert (hand.feedback.hovered, hand.feedback.cursor) == ("a1", Cursor.GRAB)
    hand.release()
    hand.press(hand.at_cell("note", "s1"))
    assert (hand.feedback.hovered, hand.feedback.cursor) == (None, Cursor.ARROW)


def test_a_lane_moves_with_everything_in_it(hand: Driver) -> None:
    top = Point(5.0, hand.layout.header.height + 1)
    hand.grab(hand.at_lane("note"), top)
    assert hand.feedback.gap_line is not None
    assert hand.feedback.gap_line.start.y == hand.layout.header.height
    hand.release()
    assert [lane.id for lane in hand.journey.lanes][:2] == ["note", "touchpoint"]
    assert hand.cell("note", "s2") == ["n1"]
    hand.drag(hand.at_lane("note"), Point(5.0, hand.layout.size.height + 5))
    assert hand.journey.lanes[-1].id == "note"


def test_a_header_outside_the_map_goes_nowhere(hand: Driver) -> None:
    before = hand.document
    hand.grab(hand.at_lane("note"), OFF_MAP)
    assert hand.feedback.ghost is not None
    assert hand.feedback.ghost.fades
    hand.release()
    assert hand.document is before


def test_a_marker_follows_live_and_sticks_to_a_level(hand: Driver) -> None:
    start = hand.at_reading("e1")
    hand.grab(start, hand.at_level("s1", -1.0).moved(0.0, 3 * PX))
    shown: dict[str, float] = {one.id: one.value for one in hand.session.journey.emotions}
    assert shown["e1"] == -1.0
    bubble = hand.feedback.bubble
    assert bubble is not None
    assert (bubble.said.code, bubble.said.values) == ("bubble.emotion.-1", {"value": -1.0})
    assert hand.feedback.level_lanes == {"emotion"}
    hand.release()
    assert values(hand)["e1"] == ("s1", -1.0)
    name = hand.session.undo_name
    assert name is not None
    assert (name.code, name.values) == ("undo.change_emotion", {"name": "glad", "value": -1.0})


def test_with_shift_a_marker_stands_between_the_levels(hand: Driver) -> None:
    hand.hold(shift=True)
    hand.drag(hand.at_reading("e1"), hand.at_level("s1", -1.0).moved(0.0, 5 * PX))
    step, value = values(hand)["e1"]
    assert step == "s1"
    assert -1.2 < value < -1.0


def test_a_marker_goes_to_another_step_in_the_same_entry(hand: Driver) -> None:
    hand.grab(hand.at_reading("e1"), hand.at_level("s4", 0.0))
    assert hand.feedback.lit == {"p3"}
    hand.release()
    assert values(hand)["e1"] == ("s4", 0.0)
    assert hand.entries == 1


def test_a_marker_outside_the_map_stays(hand: Driver) -> None:
    before = hand.document
    hand.grab(hand.at_reading("e1"), OFF_MAP)
    assert hand.feedback.cursor is Cursor.NO
    assert hand.session.shown is before
    hand.release()
    assert hand.document is before


def test_a_marker_just_lifted_shows_its_levels(hand: Driver) -> None:
    start = hand.at_reading("e1")
    hand.press(start)
    hand.move(start.moved(6 * PX, 0.0))
    assert hand.feedback.level_lanes == {"emotion"}
    assert hand.feedback.cursor is Cursor.VERTICAL


def test_a_column_is_resized_within_its_limits_and_cards_wrap_anew(hand: Driver) -> None:
    start = hand.at_border("s1")
    hand.grab(start, start.moved(-100.0, 0.0))
    assert hand.layout.columns[0].width == pytest.approx(140 * PX)
    bubble = hand.feedback.bubble
    assert bubble is not None
    assert (bubble.said.code, bubble.said.values) == ("bubble.size", {"size": 140})
    assert hand.feedback.cursor is Cursor.COLUMN
    hand.move(start.moved(500.0, 0.0))
    hand.release()
    assert hand.journey.steps[0].width_mm == pytest.approx(640 * PX)
    assert hand.journey.steps[1].width_mm is None
    assert hand.last == "resize_phase"
    hand.double_click(hand.at_border("s1"))
    assert hand.journey.steps[0].width_mm == pytest.approx(140 * PX)
    assert hand.journey.steps[1].width_mm is None


def test_with_shift_all_columns_become_equally_wide(hand: Driver) -> None:
    start = hand.at_border("s1")
    hand.grab(start, start.moved(10.0, 0.0))
    hand.hold(shift=True)
    hand.release()
    widths = {step.width_mm for step in hand.journey.steps}
    assert len(widths) == 1
    assert None not in widths
    assert hand.last == "resize_columns"


def test_a_lane_never_becomes_lower_than_its_contents(hand: Driver) -> None:
    natural = hand.layout.lanes[0].height
    start = hand.at_lane_border("touchpoint")
    hand.grab(start, start.moved(0.0, 30.0))
    assert hand.feedback.cursor is Cursor.ROW
    hand.release()
    assert hand.layout.lanes[0].height == pytest.approx(natural + 30.0 - 0, abs=2.0)
    start = hand.at_lane_border("touchpoint")
    hand.drag(start, start.moved(0.0, -200.0))
    assert hand.layout.lanes[0].height == pytest.approx(natural)
    hand.double_click(hand.at_lane_border("touchpoint"))
    assert hand.journey.lanes[0].height_mm is None


def test_a_frame_selects_the_cards_and_markers_it_touches(hand: Driver) -> None:
    start = hand.at_card("a1", 0.0, 0.0).moved(-1.0, -1.0)
    hand.grab(start, hand.at_card("a2", 0.1, 0.1))
    assert hand.feedback.marquee is not None
    assert hand.feedback.hint.code == "hint.marquee_count"
    assert hand.selection == ("a1", "a2")
    hand.release()
    assert (hand.selection, hand.entries, hand.state) == (("a1", "a2"), 0, "Idle")


def test_shift_adds_to_the_selection_and_escape_restores_it(hand: Driver) -> None:
    hand.select("n1")
    hand.hold(shift=True)
    start = hand.at_card("b1", 0.0, 0.0).moved(-1.0, -1.0)
    hand.grab(start, hand.at_card("b1"))
    assert hand.selection == ("n1", "b1")
    hand.key("Escape")
    assert hand.selection == ("n1",)


def test_a_frame_that_begins_in_the_header_selects_headers(hand: Driver) -> None:
    layout = hand.layout
    start = Point(layout.size.width - 5, layout.header.phase_height + 1)
    hand.grab(start, hand.at_card("s3"))
    assert hand.selection == ("s3", "s4")


def test_a_drag_from_what_cannot_be_dragged_does_nothing(hand: Driver) -> None:
    before = hand.document
    points = hand.layout.links[0].points
    middle = Point((points[-1].x + points[-2].x) / 2, (points[-1].y + points[-2].y) / 2)
    hand.drag(middle, middle.moved(30.0, 30.0))
    assert (hand.document, hand.state) == (before, "Idle")


def test_where_nothing_may_change_a_drag_is_refused_with_a_notice(hand: Driver) -> None:
    hand.editor.read_only = True
    before = hand.document
    hand.drag(hand.at_card("a1"), hand.at_cell("note", "s1"))
    hand.drag_tile(Tile.NOTE, hand.at_cell("note", "s1"))
    hand.drag(hand.at_cell("note", "s1"), hand.at_cell("note", "s3"))
    assert hand.document is before
    assert {notice.said.code for notice in hand.notices} == {"notice.read_only"}
    assert hand.state == "Idle"


def test_a_parked_card_in_the_selection_comes_along(hand: Driver) -> None:
    journey_ = msgspec.structs.replace(hand.journey, cards=(*hand.journey.cards, card("parked")))
    hand = Driver(document(journey_))
    hand.select("parked", "a1")
    hand.drag(hand.at_card("a1"), hand.at_cell("note", "s1"))
    assert hand.cell("note", "s1") == ["a1", "parked"]
