"""Connectors: drawn from dots, to cards, cells and steps; selected, moved, removed."""

import pytest

from cjmapper.editor import connecting
from cjmapper.editor.events import Button
from cjmapper.editor.feedback import Cursor
from cjmapper.editor.tools.linking import begin_reconnect
from cjmapper.geometry import Point
from cjmapper.layout import landing
from cjmapper.layout.hits import LinkEnd
from cjmapper.model import document as d
from cjmapper.model import ids, queries
from cjmapper.model import vocabulary as v
from tests.support.builders import card, document, journey, link, transition
from tests.support.driver import OFF_MAP, Driver


def sample() -> d.Document:
    return document(
        journey(
            "s1 s2|s3",
            cards=(
                card("t1", "touchpoint:s1"),
                card("q1", "thought:s2", kind=v.CardKind.QUESTION),
                card("p1c", "pain:s1"),
                card("o1", "opportunity:s3"),
            ),
            links=(link("k1", "t1", "p1c"),),
            transitions=(
                transition("w1", "s1", "s3", kind=v.TransitionKind.SKIP),
                transition("w2", "s1", "DROP", kind=v.TransitionKind.DROP_OFF),
                transition("w3", "START", "s2"),
            ),
        )
    )


@pytest.fixture
def hand() -> Driver:
    return Driver(sample())


def route(hand: Driver, name: str) -> tuple[Point, ...]:
    points: dict[str, tuple[Point, ...]] = {}
    points.update((one.link.id, one.points) for one in hand.layout.links)
    points.update((one.transition.id, one.points) for one in hand.layout.transitions)
    return points[name]


def mark(hand: Driver, step: str, end: str, *, enters: bool = False) -> Point:
    marks = landing.end_marks(hand.layout, ids.StepId(step), enters=enters)
    return dict(marks)[ids.StepEnd(end)].centre


def test_a_link_takes_its_kind_from_its_ends(hand: Driver) -> None:
    for start, to, kind in (
        ("o1", "p1c", v.LinkKind.ADDRESSES),
        ("t1", "q1", v.LinkKind.ANSWERS),
        ("q1", "p1c", v.LinkKind.LEADS_TO),
    ):
        hand.drag(hand.at_dot(start, "left"), hand.at_card(to))
        made = hand.journey.links[-1]
        assert (made.start, made.to, made.kind) == (start, to, kind)
        assert (hand.last, hand.selection) == ("connect", (made.id,))
    assert hand.entries == 3


def test_while_it_is_drawn_the_line_follows_and_the_target_is_ringed(hand: Driver) -> None:
    start = hand.at_dot("t1", "right")
    hand.grab(start, hand.at_card("o1"))
    feedback = hand.feedback
    assert feedback.ringed == {"o1"}
    assert feedback.rubber[-1] == hand.pointer
    assert feedback.hint.code == "hint.linking"
    assert feedback.cursor is Cursor.CROSS
    hand.move(hand.at_level("s2", 0.0))
    assert hand.feedback.cursor is Cursor.NO
    hand.release()
    assert (hand.entries, hand.state) == (0, "Idle")
    assert hand.feedback.hint.code == "hint.cancelled"


def test_on_an_empty_cell_a_new_card_is_made_and_connected_in_one_entry(hand: Driver) -> None:
    before = hand.document
    hand.grab(hand.at_dot("t1"), hand.at_cell("touchpoint", "s3"))
    assert hand.feedback.target_cell is not None
    hand.release()
    hand.type("Videre")
    hand.key("Escape")
    (new,) = hand.cell("touchpoint", "s3")
    assert hand.journey.links[-1].start == "t1"
    assert hand.journey.links[-1].to == new
    assert (hand.entries, hand.last) == (1, "add_and_connect")
    hand.undo()
    assert hand.document is before
    hand.drag(hand.at_dot("t1"), hand.at_cell("touchpoint", "s3"))
    hand.key("Escape")
    assert hand.document is before


def test_two_clicks_do_the_same_without_a_drag(hand: Driver) -> None:
    hand.click(hand.at_dot("t1"))
    assert hand.state == "Linking"
    hand.move(hand.at_card("o1"))
    assert hand.feedback.ringed == {"o1"}
    hand.click(hand.at_card("o1"))
    assert hand.journey.links[-1].to == "o1"
    assert hand.state == "Idle"
    hand.click(hand.at_dot("t1"))
    hand.press(hand.pointer, Button.RIGHT)
    assert (hand.state, hand.entries) == ("Idle", 1)


def test_a_card_is_not_connected_to_itself_or_twice_to_another(hand: Driver) -> None:
    before = hand.document
    hand.drag(hand.at_dot("t1"), hand.at_card("t1"))
    hand.drag(hand.at_dot("t1"), hand.at_card("p1c"))
    assert hand.document is before


def test_a_path_between_steps_takes_its_kind_from_its_direction(hand: Driver) -> None:
    for start, to, kind in (
        ("s3", "s1", v.TransitionKind.LOOP_BACK),
        ("s2", "s3", v.TransitionKind.NEXT),
        ("s2", "s2", v.TransitionKind.PAUSE),
    ):
        hand.drag(hand.at_dot(start, "top"), hand.at_card(to))
        made = hand.journey.transitions[-1]
        assert (made.start, made.to, made.kind) == (start, to, kind)
        assert hand.last == "connect_steps"


def test_a_path_may_end_over_a_phase_at_the_step_below_the_pointer(hand: Driver) -> None:
    hand.drag(hand.at_dot("s2", "top"), hand.at_phase("p2"))
    assert hand.journey.transitions[-1].to == "s3"


def test_a_path_may_lead_out_of_the_journey(hand: Driver) -> None:
    for end, kind in (("GOAL", v.TransitionKind.NEXT), ("DROP", v.TransitionKind.DROP_OFF)):
        hand.grab(hand.at_dot("s2", "top"), mark(hand, "s2", end))
        assert {name for name, _ in hand.feedback.marks} == {"GOAL", "DROP"}
        assert hand.feedback.ringed == {end}
        hand.release()
        made = hand.journey.transitions[-1]
        assert (made.start, made.to, made.kind) == ("s2", end, kind)


def test_a_path_over_an_empty_cell_makes_nothing(hand: Driver) -> None:
    before = hand.document
    hand.drag(hand.at_dot("s2", "top"), hand.at_cell("note", "s3"))
    assert (hand.document, hand.state) == (before, "Idle")


def test_a_connector_is_selected_by_a_click_and_deleted_with_a_notice(hand: Driver) -> None:
    points = route(hand, "k1")
    hand.click(Point((points[-1].x + points[-2].x) / 2, (points[-1].y + points[-2].y) / 2))
    assert hand.selection == ("k1",)
    assert hand.feedback.hint.code == "hint.link"
    assert {dot.place for dot in hand.feedback.dots if dot.owner == "k1"} == {
        points[0], points[-1],
    }  # fmt: skip
    hand.key("Delete")
    assert hand.journey.links == ()
    assert hand.last == "delete_link"
    assert hand.notices[-1].undo


@pytest.mark.parametrize(
    ("name", "place", "target", "ends"),
    [
        ("k1", -1, "o1", ("t1", "o1")),
        ("k1", 0, "q1", ("q1", "p1c")),
        ("w1", -1, "s2", ("s1", "s2")),
        ("w1", 0, "s2", ("s2", "s3")),
    ],
)
def test_an_end_is_moved_to_another_card_or_step(
    hand: Driver, name: str, place: int, target: str, ends: tuple[str, str]
) -> None:
    before = hand.document
    hand.select(name)
    hand.move(hand.at_card(target))
    start = route(hand, name)[place]
    hand.grab(start, hand.at_card(target))
    assert hand.feedback.ringed == {target}
    hand.release()
    found: dict[str, tuple[str, str]] = {}
    found.update((one.id, (one.start, one.to)) for one in hand.journey.links)
    found.update((one.id, (one.start, one.to)) for one in hand.journey.transitions)
    assert found[name] == ends
    assert (hand.entries, hand.selection) == (1, (name,))
    hand.undo()
    assert hand.document is before


def test_an_end_let_go_beside_everything_stays(hand: Driver) -> None:
    before = hand.document
    hand.select("k1")
    hand.drag(route(hand, "k1")[-1], hand.at_cell("note", "s3"))
    assert hand.document is before


def test_the_end_in_hand_is_the_free_end_of_the_line(hand: Driver) -> None:
    hand.select("w1")
    hand.grab(route(hand, "w1")[0], hand.at_card("s2"))
    assert hand.feedback.rubber[0].x == hand.pointer.x
    assert {name for name, _ in hand.feedback.marks} == {"START"}
    hand.key("Escape")
    hand.select("w1")
    hand.grab(route(hand, "w1")[-1], hand.at_card("s2"))
    assert hand.feedback.rubber[-1].x == hand.pointer.x
    assert {name for name, _ in hand.feedback.marks} == {"GOAL", "DROP"}


def test_a_line_between_steps_bends_over_the_titles_and_makes_a_loop_over_its_own(
    hand: Driver,
) -> None:
    titles = hand.layout.header.step_top
    for target in ("s3", "s1", "s2"):
        hand.grab(hand.at_dot("s2", "top"), hand.at_card(target))
        line = hand.feedback.rubber
        assert [one.x for one in line] == [line[0].x, line[0].x, line[-1].x, line[-1].x]
        assert line[0].x != line[-1].x
        assert line[1].y == line[2].y < min(line[0].y, line[-1].y) < titles
        hand.key("Escape")
        hand.release()


def test_customers_come_in_at_a_step_by_the_mark_for_the_start(hand: Driver) -> None:
    place = mark(hand, "s3", "START", enters=True)
    hand.grab(hand.at_dot("s3", "left"), place)
    assert {name for name, _ in hand.feedback.marks} == {"START"}
    assert hand.feedback.rubber[0] == place
    hand.release()
    made = hand.journey.transitions[-1]
    assert (made.start, made.to, hand.selection) == ("START", "s3", (made.id,))
    assert landing.end_marks(hand.layout, ids.StepId("s1"), enters=True) == ()


def test_a_path_into_or_out_of_the_journey_is_moved_to_another_step(hand: Driver) -> None:
    for name, place, ends in (("w2", 0, ("s3", "DROP")), ("w3", -1, ("START", "s3"))):
        hand.select(name)
        hand.drag(route(hand, name)[place], hand.at_card("s3"))
        found = queries.transition(hand.journey, name)
        assert found is not None
        assert (found.start, found.to) == ends


def path_kind(hand: Driver) -> v.TransitionKind:
    return hand.journey.transitions[0].kind


def link_kind(hand: Driver) -> v.LinkKind:
    return hand.journey.links[0].kind


def test_what_the_ends_told_of_a_connector_they_tell_anew(hand: Driver) -> None:
    hand.select("w1")
    hand.drag(route(hand, "w1")[-1], hand.at_card("s1"))
    assert path_kind(hand) is v.TransitionKind.PAUSE
    connecting.set_path_kind(hand.editor, v.TransitionKind.OTHER)
    hand.drag(route(hand, "w1")[-1], hand.at_card("s3"))
    assert path_kind(hand) is v.TransitionKind.OTHER
    hand.select("k1")
    hand.drag(route(hand, "k1")[-1], hand.at_card("q1"))
    assert link_kind(hand) is v.LinkKind.ANSWERS
    connecting.set_link_kind(hand.editor, v.LinkKind.CAUSES)
    connecting.reverse(hand.editor)
    made = hand.journey.links[0]
    assert (made.start, made.to, made.kind) == ("q1", "t1", v.LinkKind.CAUSES)
    hand.drag(route(hand, "k1")[-1], hand.at_card("p1c"))
    assert link_kind(hand) is v.LinkKind.CAUSES


def test_a_line_that_leaves_the_map_ends_nowhere(hand: Driver) -> None:
    hand.grab(hand.at_dot("t1"), OFF_MAP)
    assert hand.feedback.cursor is Cursor.NO
    hand.release()
    assert hand.entries == 0


# New cards already connected


def test_a_connected_card_is_added_in_each_direction_and_enter_is_done(hand: Driver) -> None:
    for key, text, cell, place in (
        ("Right", "etter", ("touchpoint", "s2"), 0),
        ("Down", "under", ("touchpoint", "s1"), 1),
        ("Up", "over", ("touchpoint", "s1"), 0),
    ):
        hand.select("t1")
        entries = hand.entries
        hand.key(f"Ctrl+Shift+{key}")
        hand.type(text)
        hand.key("Enter")
        made = hand.selection[0]
        assert (hand.card(made).text, hand.cell(*cell)[place]) == (text, made)
        assert (hand.journey.links[-1].start, hand.journey.links[-1].to) == ("t1", made)
        assert (hand.state, hand.last, hand.entries) == ("Idle", "add_and_connect", entries + 1)


def test_a_row_of_connected_cards_takes_two_keys_each(hand: Driver) -> None:
    hand.select("t1")
    for text in ("b", "c"):
        hand.key("Ctrl+Shift+Right")
        hand.type(text)
        hand.key("Enter")
    ends = [(link.start, link.to) for link in hand.journey.links[-2:]]
    assert ends[0][0] == "t1"
    assert ends[0][1] == ends[1][0]
    before = hand.document
    hand.key("Ctrl+Shift+Right")
    assert (hand.document, hand.state) == (before, "Idle")


def test_without_text_nothing_is_added_and_the_card_is_selected_again(hand: Driver) -> None:
    before = hand.document
    hand.select("t1")
    hand.keys("Ctrl+Shift+Right Escape")
    assert (hand.document, hand.selection) == (before, ("t1",))
    hand.select("t1", "q1")
    hand.key("Ctrl+Shift+Right")
    assert hand.state == "Idle"


def test_a_path_into_or_out_of_the_journey_is_drawn_from_its_other_end(hand: Driver) -> None:
    for name, place in (("w2", 0), ("w3", -1)):
        hand.select(name)
        points = route(hand, name)
        hand.grab(points[place], hand.at_card("s3"))
        line = hand.feedback.rubber
        far, near = (0, -1) if place else (-1, 0)
        assert (line[far].x, line[near].x) == pytest.approx((points[far].x, hand.pointer.x))
        hand.key("Escape")
        hand.release()


def test_an_end_of_a_connector_that_is_gone_is_neither_taken_nor_moved(hand: Driver) -> None:
    before = hand.document
    assert begin_reconnect(hand.editor, "gone", LinkEnd.TO, hand.event(OFF_MAP)) is None
    connecting.reconnect(hand.editor, connecting.Moved("gone", LinkEnd.TO), "s1")
    assert hand.document is before
