"""Adding: tiles dragged and clicked, double clicks, the plus, commands; one entry with the text."""

import pytest

from cjmapper.editor.events import Button
from cjmapper.editor.feedback import Cursor, Tile
from cjmapper.geometry import MM_PER_PX, Point
from cjmapper.layout import adding
from cjmapper.layout.hits import reach_at
from cjmapper.model import document as d
from cjmapper.model import vocabulary as v
from tests.support.builders import card, cards, document, journey, reading
from tests.support.driver import OFF_MAP, PX_PER_MM, Driver

PX = MM_PER_PX


def sample() -> d.Document:
    return document(
        journey("s1 s2|s3", cards=cards(("a1", "a2"), "touchpoint:s1"),
                emotions=(reading("e1", "s1", 1.0),))
    )  # fmt: skip


@pytest.fixture
def hand() -> Driver:
    return Driver(sample())


def texts(hand: Driver, lane: str, step: str) -> list[str]:
    return [hand.card(name).text for name in hand.cell(lane, step)]


def test_a_touchpoint_dropped_between_two_cards_opens_and_is_one_entry_with_its_text(
    hand: Driver,
) -> None:
    before = hand.document
    hand.grab_tile(Tile.TOUCHPOINT, hand.at_card("a2", 0.5, 0.1))
    feedback = hand.feedback
    assert feedback.ghost is not None
    assert feedback.ghost.tile is Tile.TOUCHPOINT
    assert feedback.lit == {"touchpoint", "p1"}
    assert feedback.slot_line is not None
    assert len(feedback.legal_cells) == 2 * 3
    assert hand.document is before
    hand.release()
    assert hand.state == "EditingText"
    assert hand.document is before
    hand.type("Nettside")
    hand.key("Escape")
    assert texts(hand, "touchpoint", "s1") == ["Card a1", "Nettside", "Card a2"]
    assert (hand.entries, hand.last) == (1, "add_touchpoint")
    assert len(hand.selection) == 1
    hand.undo()
    assert hand.document is before


def test_a_new_card_without_text_is_gone_and_what_could_be_redone_stays(hand: Driver) -> None:
    hand.select("a1")
    hand.do("delete")
    hand.undo()
    before = hand.document
    hand.drag_tile(Tile.NOTE, hand.at_cell("thought", "s3"))
    hand.type("  ")
    hand.key("Escape")
    assert hand.document is before
    assert hand.session.can_redo
    assert hand.editor.cell == ("thought", "s3")
    hand.check()


def test_a_note_becomes_what_its_lane_holds(hand: Driver) -> None:
    for lane, kind in (("pain", v.CardKind.PAIN), ("touchpoint", v.CardKind.TOUCHPOINT)):
        hand.drag_tile(Tile.NOTE, hand.at_cell(lane, "s2"))
        hand.type("x")
        hand.key("Escape")
        assert hand.card(hand.cell(lane, "s2")[0]).kind is kind
    assert hand.last == "add_touchpoint"


def test_a_touchpoint_falls_to_the_nearest_lane_meant_for_one(hand: Driver) -> None:
    hand.grab_tile(Tile.TOUCHPOINT, hand.at_cell("pain", "s3", 0.2))
    assert "touchpoint" in hand.feedback.lit or "note" in hand.feedback.lit
    assert "pain" not in hand.feedback.lit
    bare = Driver(document(journey("s1", "pain thought")))
    bare.drag_tile(Tile.TOUCHPOINT, bare.at_cell("thought", "s1"))
    bare.type("x")
    bare.key("Escape")
    assert bare.card(bare.cell("thought", "s1")[0]).kind is v.CardKind.THOUGHT


def test_a_phase_goes_to_the_nearest_gap_with_its_name_open(hand: Driver) -> None:
    hand.grab_tile(Tile.PHASE, Point(hand.layout.size.width + 3, 30.0))
    feedback = hand.feedback
    assert feedback.gap_line is not None
    assert feedback.gap_line.start.x == hand.layout.columns[-1].right
    assert feedback.bubble is not None
    assert feedback.bubble.said.code == "bubble.new_phase"
    hand.release()
    hand.type("Etterpå")
    hand.key("Escape")
    assert [phase.name for phase in hand.journey.phases] == ["Phase 1", "Phase 2", "Etterpå"]
    assert (hand.entries, hand.last) == (1, "add_phase")


def test_a_phase_dropped_by_hand_stays_even_without_a_name(hand: Driver) -> None:
    hand.drag_tile(Tile.PHASE, Point(hand.layout.columns[0].x + 1, 4.0))
    hand.key("Escape")
    assert len(hand.journey.phases) == 3
    assert hand.journey.phases[0].name == ""
    hand.undo()
    assert len(hand.journey.phases) == 2


def test_a_phase_inside_another_splits_it_and_both_headers_show_before(hand: Driver) -> None:
    hand.grab_tile(Tile.PHASE, Point(hand.layout.columns[1].x + 1, 4.0))
    assert len(hand.layout.phases) == 3
    assert hand.feedback.bubble is not None
    assert hand.feedback.bubble.said.code == "bubble.new_split"
    hand.release()
    hand.type("Nest")
    hand.key("Escape")
    assert [phase.name for phase in hand.journey.phases] == ["Phase 1", "Nest", "Phase 2"]
    assert hand.last == "split_phase"


def test_a_lane_goes_to_the_nearest_gap_with_its_title_open(hand: Driver) -> None:
    hand.grab_tile(Tile.LANE, Point(80.0, hand.layout.lanes[1].y + 1))
    assert hand.feedback.gap_line is not None
    assert hand.feedback.gap_line.start.y == hand.layout.lanes[1].y
    hand.release()
    hand.type("Idéer")
    hand.key("Escape")
    assert [lane.title for lane in hand.journey.lanes][1] == "Idéer"
    assert (hand.entries, hand.last) == (1, "add_lane")


def test_an_emotion_lands_at_the_height_of_the_pointer_with_the_curve_live(hand: Driver) -> None:
    hand.grab_tile(Tile.EMOTION, hand.at_level("s3", -2.0).moved(0.0, 2 * PX))
    assert len(hand.session.journey.emotions) == 2
    assert hand.feedback.bubble is not None
    assert hand.feedback.bubble.said.code == "bubble.emotion.-2"
    assert hand.feedback.level_lanes == {"emotion"}
    assert hand.feedback.lit == {"emotion", "p2"}
    hand.release()
    made = hand.journey.emotions[-1]
    assert (made.step, made.value, made.view) == ("s3", -2.0, v.EmotionView.FELT)
    assert (hand.state, hand.entries, hand.last) == ("Idle", 1, "add_emotion")
    assert hand.selection == (made.id,)


def test_on_a_map_of_what_should_be_an_emotion_is_wished_for() -> None:
    hand = Driver(document(journey(state=v.MapState.TO_BE)))
    hand.drag_tile(Tile.EMOTION, hand.at_level("s1", 2.0))
    assert hand.journey.emotions[0].view is v.EmotionView.TARGET


def test_outside_the_map_a_tile_is_let_go_for_nothing(hand: Driver) -> None:
    before = hand.document
    for tile in Tile:
        hand.grab_tile(tile, OFF_MAP.moved(-50.0, 0.0))
        assert hand.feedback.hint.code == "hint.outside"
        assert hand.feedback.cursor is Cursor.NO
        hand.release()
        assert (hand.document, hand.state) == (before, "Idle")


@pytest.mark.parametrize("leave", ["Escape", "right button", "focus"])
@pytest.mark.parametrize("tile", Tile)
def test_a_tile_that_is_left_leaves_no_trace(tile: Tile, leave: str) -> None:
    hand = Driver(sample())
    before = hand.document
    hand.grab_tile(tile, Point(hand.layout.columns[1].x + 1, hand.at_level("s1", 0.0).y))
    hand.check()
    if leave == "Escape":
        hand.key("Escape")
    elif leave == "focus":
        hand.editor.focus_lost()
    else:
        hand.press(hand.pointer, Button.RIGHT)
    hand.release()
    assert hand.document is before
    assert hand.session.shown is before
    assert hand.entries == 0
    assert hand.state == "Idle"


def test_a_tile_held_still_says_what_a_drag_does(hand: Driver) -> None:
    hand.editor.tile_pressed(Tile.NOTE, hand.event(OFF_MAP))
    hand.move(OFF_MAP.moved(2 * PX, 0.0))
    assert hand.feedback.hint.code == "hint.dragging_tile"
    assert hand.state == "PressingTile"


def test_a_clicked_tile_is_stamped_by_the_next_click(hand: Driver) -> None:
    hand.editor.tile_pressed(Tile.NOTE, hand.event(OFF_MAP))
    hand.release(OFF_MAP)
    feedback = hand.feedback
    assert (feedback.hint.code, feedback.ghost) == ("hint.stamping", None)
    point = hand.at_cell("note", "s2")
    hand.move(point)
    assert hand.feedback.ghost is not None
    assert hand.feedback.target_cell is not None
    hand.click(point)
    assert hand.state == "EditingText"
    hand.type("Hei")
    hand.key("Escape")
    assert texts(hand, "note", "s2") == ["Hei"]
    hand.click(hand.at_cell("note", "s3"))
    assert hand.cell("note", "s3") == []


def held(hand: Driver) -> tuple[str, Tile | None]:
    return hand.state, hand.editor.state.held_tile


def test_the_tile_that_is_held_is_told_until_it_is_let_go(hand: Driver) -> None:
    hand.editor.tile_pressed(Tile.NOTE, hand.event(OFF_MAP))
    assert held(hand) == ("PressingTile", Tile.NOTE)
    hand.release(OFF_MAP)
    assert held(hand) == ("Stamping", Tile.NOTE)
    hand.key("Escape")
    assert held(hand) == ("Idle", None)
    hand.grab_tile(Tile.EMOTION, hand.at_cell("note", "s2"))
    assert held(hand) == ("DraggingTile", Tile.EMOTION)
    hand.key("Escape")
    assert held(hand) == ("Idle", None)


def test_shift_keeps_stamping_until_escape(hand: Driver) -> None:
    hand.editor.arm(Tile.EMOTION)
    assert hand.feedback.hint.code == "hint.stamping_emotion"
    hand.hold(shift=True)
    for step, value in (("s2", -1.0), ("s3", 2.0)):
        hand.click(hand.at_level(step, value))
    assert hand.state == "Stamping"
    assert (len(hand.journey.emotions), hand.entries) == (3, 2)
    hand.key("Escape")
    assert hand.state == "Idle"


def test_a_stamp_beside_the_map_places_nothing_and_stays_armed(hand: Driver) -> None:
    hand.editor.arm(Tile.PHASE)
    hand.move(OFF_MAP)
    assert hand.feedback.cursor is Cursor.NO
    hand.click(OFF_MAP)
    assert (hand.state, hand.entries) == ("Stamping", 0)
    hand.press(OFF_MAP, Button.RIGHT)
    assert hand.state == "Idle"


def test_another_key_disarms_and_then_does_what_it_does(hand: Driver) -> None:
    hand.editor.arm(Tile.LANE)
    assert hand.feedback.hint.code == "hint.stamping_lane"
    assert hand.key("Ctrl+a")
    assert (hand.state, hand.selection) == ("Idle", ("a1", "a2"))


def test_a_double_click_adds_exactly_there(hand: Driver) -> None:
    hand.double_click(hand.at_cell("touchpoint", "s1"))
    hand.type("Sist")
    hand.key("Escape")
    assert texts(hand, "touchpoint", "s1")[-1] == "Sist"
    hand.double_click(hand.at_level("s2", -1.0))
    assert hand.state == "EditingText"
    hand.type("lei, trøtt")
    hand.key("Escape")
    made = hand.journey.emotions[-1]
    assert (made.step, made.value, made.words) == ("s2", -1.0, ("lei", "trøtt"))


def test_a_double_click_beside_the_last_phase_adds_one(hand: Driver) -> None:
    hand.double_click(Point(hand.layout.size.width + 20, 4.0))
    hand.type("Ny")
    hand.key("Escape")
    assert [phase.name for phase in hand.journey.phases] == ["Phase 1", "Phase 2", "Ny"]


def test_a_double_click_on_nothing_adds_nothing(hand: Driver) -> None:
    before = hand.document
    hand.double_click(Point(hand.layout.size.width + 20, hand.layout.size.height - 4))
    hand.double_click(OFF_MAP)
    assert (hand.document, hand.state) == (before, "Idle")


def test_the_plus_of_a_phase_adds_a_step_after_its_last(hand: Driver) -> None:
    hand.click(adding.add_step_point(hand.layout, 0, reach_at(PX_PER_MM)))
    hand.type("Enda et")
    hand.key("Escape")
    assert [step.title for step in hand.journey.steps] == [
        "Step s1", "Step s2", "Enda et", "Step s3",
    ]  # fmt: skip
    assert (hand.entries, hand.last) == (1, "add_step")


def test_commands_add_after_what_is_selected(hand: Driver) -> None:
    hand.select("a1")
    hand.do("add_touchpoint")
    hand.type("Etter a1")
    hand.key("Escape")
    assert texts(hand, "touchpoint", "s1") == ["Card a1", "Etter a1", "Card a2"]
    hand.select("s1")
    hand.do("add_step")
    hand.type("Nytt steg")
    hand.key("Escape")
    assert [step.title for step in hand.journey.steps][:2] == ["Step s1", "Nytt steg"]
    hand.select("p1")
    hand.do("add_phase")
    hand.type("Ny fase")
    hand.key("Escape")
    assert [phase.name for phase in hand.journey.phases] == ["Phase 1", "Ny fase", "Phase 2"]
    hand.select("emotion")
    hand.do("add_lane")
    hand.type("Ny rad")
    hand.key("Escape")
    assert [lane.title for lane in hand.journey.lanes][2] == "Ny rad"
    hand.select("s3")
    hand.do("add_emotion")
    assert hand.journey.emotions[-1].step == "s3"
    assert hand.entries == 5


def test_commands_add_in_the_first_place_that_takes_it_where_nothing_is_selected(
    hand: Driver,
) -> None:
    hand.do("add_note")
    hand.type("x")
    hand.key("Escape")
    assert texts(hand, "thought", "s1") == ["x"]
    hand.do("add_emotion")
    assert hand.journey.emotions[-1].step == "s1"
    hand.select_cell("note", "s3")
    hand.do("add_note")
    hand.type("y")
    hand.key("Escape")
    assert texts(hand, "note", "s3") == ["y"]
    hand.select("e1")
    hand.do("add_touchpoint")
    hand.type("z")
    hand.key("Escape")
    assert texts(hand, "touchpoint", "s1") == ["Card a1", "Card a2", "z"]
    hand.select()
    hand.do("add_phase")
    hand.key("Escape")
    hand.do("add_lane")
    hand.key("Escape")
    hand.do("add_step")
    hand.key("Escape")
    assert hand.journey.lanes[-1].title == ""
    assert len(hand.journey.steps) == 5
    hand.check()


def test_with_every_cell_full_a_card_goes_to_the_end_of_the_first() -> None:
    hand = Driver(document(journey("s1", "note", cards=(card("c", "note:s1"),))))
    hand.select("s1")
    hand.do("add_note")
    hand.type("x")
    hand.key("Escape")
    assert texts(hand, "note", "s1") == ["Card c", "x"]


def test_what_no_lane_takes_is_told() -> None:
    bare = Driver(document(journey("s1", "")))
    for name in ("add_note", "add_emotion"):
        bare.do(name)
    assert [notice.said.code for notice in bare.notices] == ["notice.no_lane_for_it"] * 2
    bare.drag_tile(Tile.NOTE, Point(60.0, 2.0))
    assert bare.entries == 0


def test_a_new_lane_after_a_card_or_cell_goes_below_theirs(hand: Driver) -> None:
    hand.select("a1")
    hand.do("add_lane")
    hand.key("Escape")
    assert hand.journey.lanes[1].title == ""
    hand.select_cell("note", "s1")
    hand.do("add_lane")
    hand.key("Escape")
    assert hand.journey.lanes[-1].title == ""


def test_after_a_selected_phase_or_card_a_step_goes_there(hand: Driver) -> None:
    hand.select("p1")
    hand.do("add_step")
    hand.key("Escape")
    assert hand.journey.steps[2].title == ""
    hand.select("a1")
    hand.do("add_step")
    hand.key("Escape")
    assert hand.journey.steps[1].title == ""
