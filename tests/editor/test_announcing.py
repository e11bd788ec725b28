"""What is told, to those who do not see the map, of what happens to it."""

import pytest

from cjmapper.editor.feedback import Said, Tile
from cjmapper.editor.names import entry
from cjmapper.model.edits import posters
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.ui.parts.worded import worded
from cjmapper.words.catalog import Words
from tests.support.builders import card, document, journey, reading
from tests.support.driver import Driver


@pytest.fixture
def driver() -> Driver:
    drawn = journey(
        "s1 s2|s3",
        "touchpoint emotion note",
        cards=(
            card("a", "touchpoint:s1", "Call"),
            card("b", "touchpoint:s1", "Chat"),
            card("c", "note:s3", "Later"),
        ),
        emotions=(reading("e", "s2", 1.0),),
    )
    return Driver(document(drawn))


def heard(driver: Driver, language: str = "en") -> list[str]:
    """What was announced since the last time this was asked."""
    said = [worded(Words(language), one) for one in driver.announcements]
    driver.announcements.clear()
    return said


def test_a_card_that_moves_says_where_it_stands_now(driver: Driver) -> None:
    driver.select("a")
    driver.key("Alt+Down")
    assert heard(driver) == ["Call, 2 of 2, Step s1, touchpoint"]
    driver.key("Alt+Right")
    assert heard(driver, "nb") == ["Call, 1 av 1, Step s2, touchpoint"]
    driver.drag(driver.at_card("a"), driver.at_cell("note", "s3"))
    assert heard(driver, "sv") == ["Call, 2 av 2, Step s3, note"]


def test_what_did_not_move_says_nothing(driver: Driver) -> None:
    driver.select("a")
    driver.key("Alt+Up")
    driver.key("Alt+Left")
    driver.grab(driver.at_card("a"), driver.at_cell("note", "s3"))
    driver.key("Escape")
    assert heard(driver) == []


def test_several_cards_say_how_many_they_are(driver: Driver) -> None:
    driver.select("a", "b")
    driver.key("Alt+Right")
    assert heard(driver) == ["2 things, the last: Chat, 2 of 2, Step s2, touchpoint"]


def test_phases_steps_and_lanes_say_their_new_place(driver: Driver) -> None:
    driver.select("p1")
    driver.key("Alt+Right")
    driver.select("s2")
    driver.key("Alt+Left")
    driver.select("note")
    driver.key("Alt+Up")
    assert heard(driver) == [
        "Phase Phase 1, 2 of 2",
        "Step Step s2, 2 of 3",
        "Lane note, 2 of 3",
    ]


def test_an_emotion_says_its_level_or_its_value(driver: Driver) -> None:
    driver.select("e")
    driver.key("2")
    driver.key("+")
    driver.key("+")
    assert heard(driver) == ["Unhappy, 2 of 5", "−0.5, unhappy", "Neutral, 3 of 5"]


def test_what_is_added_says_what_it_is_and_where(driver: Driver) -> None:
    driver.select_cell("touchpoint", "s2")
    driver.type("Ask")
    driver.key("Enter")
    driver.key("Escape")
    assert heard(driver) == ["Added: Ask, 1 of 1, Step s2, touchpoint"]
    driver.drag_tile(Tile.EMOTION, driver.at_level("s3", -2.0))
    assert heard(driver) == ["Added: frustrated, 1 of 1, Step s3, emotion"]
    driver.select("c")
    driver.do("duplicate")
    assert heard(driver) == ["Added: Later, 2 of 2, Step s3, note"]


def test_undo_and_redo_say_what_they_took_back(driver: Driver) -> None:
    driver.select("a")
    driver.key("Alt+Down")
    heard(driver)
    driver.undo()
    assert heard(driver) == ["Undid: Move “Call”"]
    driver.do("redo")
    assert heard(driver, "nb") == ["Gjorde om: Flytt «Call»"]


def test_what_a_notice_says_or_the_hand_has_typed_is_not_said_twice(driver: Driver) -> None:
    driver.select("a")
    driver.key("Delete")
    assert len(driver.notices) == 1
    driver.select("b")
    driver.type("!")
    driver.key("Escape")
    assert driver.last == "edit_card"
    assert heard(driver) == []


def test_what_has_no_place_is_called_as_the_undo_menu_calls_it(driver: Driver) -> None:
    driver.drag(driver.at_dot("a"), driver.at_card("c"))
    assert driver.last == "connect"
    assert heard(driver) == ["Connect “Call” to “Later”"]


def test_things_without_words_are_still_called_something() -> None:
    drawn = journey("s1", "touchpoint", cards=(card("a", "touchpoint:s1", "x"),))
    driver = Driver(document(drawn))
    driver.select("p1")
    driver.do("add_phase")
    driver.key("Escape")
    assert heard(driver) == ["Added: Phase without a name, 2 of 2"]


def test_a_command_can_announce_what_it_likes(driver: Driver) -> None:
    driver.editor.announce(Said("undo.cut"))
    assert driver.announcements == [Said("undo.cut")]


def test_what_is_taken_back_beside_the_map_is_told_to_everyone(driver: Driver) -> None:
    ids, other = (driver.editor.journey.id,), PosterSettings(blank_row=True)
    driver.editor.run(
        entry("set_poster"), lambda document: posters.set_settings(document, ids, other)
    )
    assert heard(driver) == ["Change how the poster is made"]
    assert driver.notices == []
    driver.undo()
    driver.do("redo")
    told = [worded(Words("nb"), notice.said) for notice in driver.notices]
    assert told == [
        "Angret: Endre hvordan plakaten lages",
        "Gjorde om: Endre hvordan plakaten lages",
    ]
    assert heard(driver) == []
