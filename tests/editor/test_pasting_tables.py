"""Tables from elsewhere on a map: which way they are read, what is added, one entry each."""

import pytest

from cjmapper.editor import names, pasting
from cjmapper.editor.clipboard import Clip
from cjmapper.editor.lane_names import kind_of
from cjmapper.editor.table_readings import Reading, parts_of
from cjmapper.errors import EditError
from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model.plain_text import MAX_TEXT
from cjmapper.model.text_table import TextTable
from cjmapper.model.vocabulary import LaneKind
from tests.support.builders import card, document, journey, reading
from tests.support.driver import Driver


@pytest.fixture
def hand() -> Driver:
    """Two phases with three steps; a card, so that the map is not empty."""
    return Driver(document(journey("s1 s2|s3", cards=(card("c1", "note:s3"),))))


def paste(hand: Driver, text: str) -> None:
    hand.clipboard.put(Clip(text=text))
    hand.key("Ctrl+v")


def again(hand: Driver, reading_: Reading, *, splits: bool = False) -> None:
    pasting.read_again(hand.editor, reading_, splits=splits)


def offered(hand: Driver) -> Reading | None:
    """How what was pasted is read, as long as another reading is offered."""
    return None if hand.editor.pasted is None else hand.editor.pasted.reading


def texts(hand: Driver, lane: str, step: str) -> list[str]:
    return [hand.card(name).text for name in hand.cell(lane, step)]


def test_rows_go_to_lanes_and_columns_to_steps_from_the_selected_cell_on(hand: Driver) -> None:
    hand.select_cell("touchpoint", "s2")
    paste(hand, "a\tb\nc\td")
    assert texts(hand, "touchpoint", "s2") == ["a"]
    assert texts(hand, "touchpoint", "s3") == ["b"]
    assert texts(hand, "thought", "s2") == ["c"], "words pass a lane of emotions by"
    assert texts(hand, "thought", "s3") == ["d"]
    assert (hand.entries, hand.last) == (1, "paste_cells")
    assert len(hand.selection) == 4
    hand.check()


def test_rows_of_values_go_to_the_lane_of_emotions(hand: Driver) -> None:
    hand.select_cell("touchpoint", "s1")
    paste(hand, "a\tb\tc\n5\t3\t1\nx\ty\tz")
    assert [(one.step, one.value) for one in hand.journey.emotions] == [
        ("s1", 2.0), ("s2", 0.0), ("s3", -2.0),
    ]  # fmt: skip
    assert texts(hand, "thought", "s1") == ["x"]
    hand.check()


def test_values_on_a_selected_cell_of_emotions_change_the_curve() -> None:
    hand = Driver(document(journey("s1 s2", emotions=(reading("e1", "s1", -1.0),))))
    hand.select_cell("emotion", "s1")
    paste(hand, "1,5\tveldig misfornøyd")
    assert [(one.step, one.value, one.words) for one in hand.journey.emotions] == [
        ("s1", 1.5, ()), ("s2", -2.0, ("veldig misfornøyd",)),
    ]  # fmt: skip


def test_phases_and_lanes_that_are_missing_are_added(hand: Driver) -> None:
    hand.select_cell("note", "s3")
    paste(hand, "a\tb\nc\td")
    assert (len(hand.journey.phases), len(hand.journey.lanes)) == (3, 7)
    assert hand.journey.cards[-1].lane == hand.journey.lanes[-1].id
    hand.undo()
    assert (len(hand.journey.phases), len(hand.journey.lanes), hand.entries) == (2, 6, 0)


def test_lines_become_cards_below_one_another_or_one_card(hand: Driver) -> None:
    hand.select_cell("note", "s1")
    paste(hand, "a\n\nb\r\nc")
    assert texts(hand, "note", "s1") == ["a", "b", "c"]
    assert hand.last == "paste_cards"
    again(hand, Reading.CARD)
    assert texts(hand, "note", "s1") == ["a\nb\nc"]
    again(hand, Reading.LANES)
    assert texts(hand, "note", "s1") == ["a"]
    assert hand.entries == 1
    hand.undo()
    assert texts(hand, "note", "s1") == []


def test_another_reading_takes_the_place_of_the_former(hand: Driver) -> None:
    before = hand.document
    hand.select_cell("touchpoint", "s1")
    paste(hand, "a\tb\nc\td")
    for wanted in (Reading.MAP, Reading.COLUMN, Reading.LANES):
        again(hand, wanted)
        assert hand.entries == 1
        assert offered(hand) is wanted
        hand.check()
    assert texts(hand, "thought", "s2") == ["d"]
    hand.undo()
    assert hand.document is before


def test_cells_of_several_lines_are_split_only_when_chosen(hand: Driver) -> None:
    hand.select_cell("thought", "s1")
    paste(hand, '"one\n- two; three"\tfour')
    assert texts(hand, "thought", "s1") == ["one\n- two; three"]
    again(hand, Reading.LANES, splits=True)
    assert texts(hand, "thought", "s1") == ["one", "two", "three"]
    again(hand, Reading.LANES)
    assert texts(hand, "thought", "s1") == ["one\n- two; three"]
    assert hand.entries == 1


def test_no_other_reading_is_offered_once_something_else_was_done(hand: Driver) -> None:
    hand.select_cell("touchpoint", "s1")
    paste(hand, "a\tb")
    assert offered(hand) is Reading.LANES
    hand.select("c1")
    assert offered(hand) is Reading.LANES, "a selection changes nothing"
    hand.key("Delete")
    assert offered(hand) is None
    document_ = hand.document
    again(hand, Reading.COLUMN)
    assert hand.document is document_


def test_one_text_alone_is_one_card_and_nothing_is_asked(hand: Driver) -> None:
    hand.select_cell("note", "s1")
    paste(hand, "one text")
    assert texts(hand, "note", "s1") == ["one text"]
    assert offered(hand) is None


def test_a_whole_map_is_added_to_one_that_holds_something(hand: Driver) -> None:
    hand.select_cell("touchpoint", "s1")
    paste(hand, "\tPhase 2\tNew\nNOTE:\ta\tb\nMoments\tc\t")
    again(hand, Reading.MAP)
    assert [phase.name for phase in hand.journey.phases] == ["Phase 1", "Phase 2", "New"]
    assert texts(hand, "note", "s3") == ["Card c1", "a"]
    moments = hand.journey.lanes[-1]
    assert (moments.title, moments.kind) == ("Moments", LaneKind.NOTE)
    assert texts(hand, moments.id, "s3") == ["c"]
    hand.check()


def test_an_empty_map_becomes_what_the_table_says() -> None:
    hand = Driver(document(journey("s1 s2|s3")))
    paste(hand, "\tA\tB\nFølelser\tglad\tkanskje\nSmerter\tx\ty")
    assert [phase.name for phase in hand.journey.phases] == ["A", "B"]
    assert [lane.kind for lane in hand.journey.lanes] == [LaneKind.EMOTION, LaneKind.PAIN]
    assert [(one.value, one.words) for one in hand.journey.emotions] == [
        (1.0, ("glad",)), (0.0, ("kanskje",)),
    ]  # fmt: skip
    assert (hand.entries, hand.last) == (1, "paste_map")
    hand.check()


def test_empty_cells_right_of_a_phase_are_its_steps_and_below_a_lane_more_of_it() -> None:
    hand = Driver(document(journey("s1")))
    paste(hand, "\tA\t\tB\n\tone\ttwo\tthree\nThoughts\ta\tb\tc\n\td\t\t")
    again(hand, Reading.MAP)
    assert [phase.name for phase in hand.journey.phases] == ["A", "B"]
    assert [step.title for step in hand.journey.steps] == ["one", "two", "three"]
    assert len(hand.journey.lanes) == 1
    lane, step = hand.journey.lanes[0].id, hand.journey.steps[0].id
    assert texts(hand, lane, step) == ["a", "d"]
    hand.check()


def test_what_was_copied_here_as_a_table_is_the_same_map_elsewhere() -> None:
    source = Driver(
        document(
            journey(
                "s1 s2|s3",
                "touchpoint emotion pain",
                cards=(card("a", "touchpoint:s1"), card("b", "pain:s3")),
                emotions=(reading("e1", "s2", 2.0),),
            )
        )
    )
    source.select("a", "b", "e1")
    source.key("Ctrl+c")
    target = Driver(document(journey("x1")))
    paste(target, source.clipboard.get().text)
    again(target, Reading.MAP)
    assert [step.title for step in target.journey.steps] == ["Step s1", "Step s2", "Step s3"]
    assert [one.value for one in target.journey.emotions] == [2.0]
    assert [one.text for one in target.journey.cards] == ["Card a", "Card b"]


def test_a_table_needs_no_lane_to_be_there() -> None:
    hand = Driver(document(journey("s1", "")))
    paste(hand, "x")
    assert [one.text for one in hand.journey.cards] == ["x"]
    hand.check()


def test_too_much_is_refused_with_a_sentence(hand: Driver) -> None:
    before = hand.document
    paste(hand, "a\n" * 2_001)
    assert hand.document is before
    assert hand.notices[-1].said.code == "errors.table_too_large"


def test_a_file_that_can_only_be_read_stays_as_it_is(hand: Driver) -> None:
    hand.editor.read_only = True
    paste(hand, "a\tb\nc\td")
    assert hand.entries == 0
    assert offered(hand) is None


def test_a_table_of_another_program_is_preferred_to_its_text(hand: Driver) -> None:
    hand.select_cell("note", "s1")
    table = TextTable((("a\nb",),))
    hand.clipboard.put(Clip(text="a b", table=table))
    hand.key("Ctrl+v")
    assert texts(hand, "note", "s1") == ["a\nb"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Smertepunkter", LaneKind.PAIN), ("  känslor: ", LaneKind.EMOTION),
        ("TOUCHPOINTS", LaneKind.TOUCHPOINT), ("Tanker", LaneKind.THOUGHT),
        ("Möjligheter", LaneKind.OPPORTUNITY), ("Backstage", LaneKind.BACKSTAGE),
        ("Our own lane", None), ("", None),
    ],
)  # fmt: skip
def test_lanes_are_known_by_their_names_in_three_languages(
    name: str, kind: LaneKind | None
) -> None:
    assert kind_of(name) is kind


def test_a_text_that_is_too_long_is_cut_and_that_is_said() -> None:
    hand = Driver(document(journey("s1 s2", "touchpoint")))
    hand.select_cell("touchpoint", "s1")
    hand.clipboard.put(Clip(text="x" * 20_000 + "\tb"))
    hand.key("Ctrl+v")
    assert hand.notices == []
    hand.key("Ctrl+z")
    hand.clipboard.put(Clip(text="x" * 20_001 + "\tb"))
    hand.key("Ctrl+v")
    assert [one.said.code for one in hand.notices] == ["notice.text_cut"]
    assert len(hand.journey.cards[0].text) == 20_000
    hand.check()


def ways(hand: Driver) -> tuple[Reading, ...]:
    assert hand.editor.pasted is not None
    return hand.editor.pasted.readings


def test_the_ways_to_read_a_table_are_those_that_its_form_allows(hand: Driver) -> None:
    hand.select_cell("touchpoint", "s1")
    for text, expected in (
        ("a\nb", (Reading.COLUMN, Reading.LANES, Reading.CARD)),
        ("a\tb", (Reading.LANES, Reading.COLUMN, Reading.CARD)),
        ("\tA\tB\nThoughts\ta\tb", (Reading.LANES, Reading.MAP, Reading.COLUMN)),
    ):
        hand.select_cell("touchpoint", "s1")
        paste(hand, text)
        assert ways(hand) == expected
        assert offered(hand) in expected


def test_steps_of_an_empty_map_that_the_table_does_not_have_go() -> None:
    hand = Driver(document(journey("s1 s2|s3")))
    paste(hand, "\tPhase 1\tB\nThoughts\ta\tb\nPains\tc\td")
    assert [phase.name for phase in hand.journey.phases] == ["Phase 1", "B"]
    assert hand.journey.steps[0].id == "s1"
    assert len(hand.journey.steps) == 2
    hand.check()


def test_another_reading_that_is_refused_leaves_the_first_and_says_why(hand: Driver) -> None:
    hand.select_cell("touchpoint", "s1")
    paste(hand, "a\tb")
    made = hand.document

    def refused(_: d.Document) -> d.Document:
        raise EditError("clipboard_unreadable")

    assert not hand.editor.run_instead(names.entry("paste_map"), refused)
    assert (hand.document, hand.entries, hand.last) == (made, 1, "paste_cells")
    assert hand.notices[-1].said.code == "errors.clipboard_unreadable"


def test_one_cell_of_several_parts_may_be_split(hand: Driver) -> None:
    hand.select_cell("thought", "s1")
    paste(hand, '"one\n- two"\t')
    assert offered(hand) is not None
    again(hand, Reading.COLUMN, splits=True)
    assert texts(hand, "thought", "s1") == ["one", "two"]


def test_a_minus_before_a_number_is_no_bullet() -> None:
    assert parts_of("- one\n-5\n• two", splits=True) == ["one", "-5", "two"]


def test_cards_that_are_just_as_long_as_a_card_may_be_are_not_cut(hand: Driver) -> None:
    half = MAX_TEXT // 2
    for more, is_cut in ((0, False), (1, True)):
        hand.select_cell("note", "s1")
        paste(hand, f"{'a' * half}\n{'b' * (MAX_TEXT - half - 1 + more)}")
        hand.notices.clear()
        again(hand, Reading.CARD)
        assert [one.said.code for one in hand.notices] == ["notice.text_cut"] * is_cut


def test_lanes_that_are_hidden_are_passed_by(hand: Driver) -> None:
    hand.select("thought")
    hand.do("hide_lane")
    hand.select_cell("touchpoint", "s1")
    paste(hand, "a\tb\nc\td")
    assert texts(hand, "thought", "s1") == []
    assert texts(hand, "pain", "s1") == ["c"]


def test_a_value_changes_the_curve_of_the_lane_and_keeps_its_words() -> None:
    kari = d.Actor(id=ids.ActorId("kari"), name="Kari")
    emotions = (reading("e", "s1", 1.0, words=("glad",)), reading("k", "s1", 1.0, actor=kari.id))
    drawn = journey("s1 s2", actors=(kari.id,), emotions=emotions[::-1])
    hand = Driver(document(drawn, actors=(kari,)))
    hand.select_cell("emotion", "s1")
    paste(hand, "-2\t1")
    found = {one.id: one for one in hand.journey.emotions}
    changed, other = found[ids.EmotionId("e")], found[ids.EmotionId("k")]
    assert (changed.value, changed.words, other.value) == (-2.0, ("glad",), 1.0)


def test_a_map_of_one_lane_without_a_name_is_no_row_of_titles(hand: Driver) -> None:
    hand.select_cell("touchpoint", "s1")
    paste(hand, "Map\tA\tB\n\tx\ty")
    again(hand, Reading.MAP)
    assert sorted(card.text for card in hand.journey.cards if card.id != "c1") == ["x", "y"]


def test_phases_and_lanes_of_an_empty_map_come_in_the_order_of_the_table() -> None:
    hand = Driver(document(journey("s1|s2", "touchpoint pain note")))
    paste(hand, "\tPhase 2\tPhase 1\nnote\ta\tb\ntouchpoint\tc\td")
    assert [phase.id for phase in hand.journey.phases] == ["p2", "p1"]
    assert [lane.id for lane in hand.journey.lanes] == ["note", "touchpoint"]


def test_a_hidden_lane_that_a_map_fills_is_shown_again(hand: Driver) -> None:
    hand.select("thought")
    hand.do("hide_lane")
    hand.select_cell("touchpoint", "s1")
    paste(hand, "\tPhase 1\tPhase 2\nthought\ta\tb")
    again(hand, Reading.MAP)
    assert [lane.hidden for lane in hand.journey.lanes if lane.id == "thought"] == [False]


def test_cards_go_to_the_cell_of_the_card_selected_last() -> None:
    cards = (card("a", "touchpoint:s1"), card("b", "note:s2"))
    hand = Driver(document(journey("s1 s2", cards=cards)))
    hand.select("a", "b")
    paste(hand, "one\ntwo")
    assert texts(hand, "note", "s2")[1:] == ["one", "two"]
