"""The window on a real screen, worked by mouse and keys from outside its process.

Where to point is asked of a second window in the test's process (`tests.display.places`).
"""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pypdfium2
import pytest

from cjmapper.model import document as d
from cjmapper.places import resource
from cjmapper.storage.codec import decode
from cjmapper.words.catalog import Words
from tests.display.conftest import Started
from tests.display.places import Places
from tests.display.screen import Program, until

pytestmark = pytest.mark.display

ORIGINAL = resource("examples", "restaurant.nb.cjmap").read_bytes()
TOUCHPOINTS, EMOTIONS = "lane-touchpoint", "lane-emotion"

_DRAWN = re.compile(r'"(id|phase|step)":"[0-9A-Za-z_-]{8,}"')

GONE = [
    '"modified": "2026-03-24"',
    (
        '{"id":"t4","kind":"touchpoint","lane":"lane-touchpoint","step":"s4",'
        '"text":"Parkering i nabogata","channel":"gate","initiator":"customer"}'
    ),
    (
        '{"id":"g6","kind":"gain","lane":"lane-gain","step":"s6",'
        '"text":"Kelneren husket at vi feiret noe","evidence":["e1"]}'
    ),
    '{"id":"em07","step":"s7","actor":"par","value":1.0,"words":["fornøyd"]}',
]
"""The lines of the file that the ten changes took away."""

COME = [
    '"modified": "TODAY"',
    '{"id":"*","key":"phase","name":"Årsfest på brygga","period":"after"}',
    '{"id":"*","key":"step","phase":"*"}',
    (
        '{"id":"t4","kind":"touchpoint","lane":"lane-touchpoint","step":"s4",'
        '"text":"Parkering på kaia","channel":"gate","initiator":"customer"}'
    ),
    (
        '{"id":"g6","kind":"gain","lane":"lane-gain","step":"s8",'
        '"text":"Kelneren husket at vi feiret noe","evidence":["e1"]}'
    ),
    (
        '{"id":"*","kind":"touchpoint","lane":"lane-touchpoint","step":"*",'
        '"text":"Kjøper gavekort til mor"}'
    ),
    (
        '{"id":"*","kind":"touchpoint","lane":"lane-touchpoint","step":"s9",'
        '"text":"Får ærlig svar på døra"}'
    ),
    '{"id":"em07","step":"s7","actor":"par","value":0.0,"words":["fornøyd"]}',
    '{"id":"*","step":"*","actor":"par","value":1.0,"words":["glad på jærsk"]}',
    '{"id":"*","step":"s3","actor":"par","value":-1.0,"words":["småsur"]}',
]
"""The lines that stand there instead; `*` for the ids that the program drew."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A copy of the restaurant map, to be worked on."""
    path = tmp_path / "middag.cjmap"
    path.write_bytes(ORIGINAL)
    return path


class Sitting:
    """A person who works on a file, saves, and looks at the whole map after each change."""

    def __init__(self, program: Program, places: Places, file: Path) -> None:
        self.program = program
        self.places = places
        self.file = file
        self.look()

    def look(self) -> None:
        """Shows the whole map, and knows where everything is on it."""
        self.program.key("ctrl+1")
        self.journey = self.places.see(self.file)

    def write(self, text: str) -> None:
        """Writes into the text that is open, and leaves it."""
        self.program.type(text)
        self.program.key("Escape")

    def save(self, done: Callable[[d.JourneyMap], object], what: str) -> None:
        """Saves, waits until the file says what was done, and looks at the map again."""
        self.program.key("ctrl+s")
        until(lambda: bool(done(_map_in(self.file))), what)
        self.look()

    def save_until(self, content: bytes, what: str) -> None:
        """Saves, and waits until the file is exactly this."""
        self.program.key("ctrl+s")
        until(lambda: self.file.read_bytes() == content, what)


def _map_in(file: Path) -> d.JourneyMap:
    return decode(file.read_bytes()).document.maps[0]


def _has_text(text: str, journey: d.JourneyMap) -> bool:
    return any(card.text == text for card in journey.cards)


def _has_words(words: str, journey: d.JourneyMap) -> bool:
    return any(reading.words == (words,) for reading in journey.emotions)


def _drag_in_a_phase(sitting: Sitting) -> str:
    """One change: a phase after the last one, named; gives the id of its step."""
    places = sitting.places
    sitting.program.drag(places.tile("phase"), places.after_the_last_phase())
    sitting.write("Årsfest på brygga")
    sitting.save(lambda seen: seen.phases[-1].name == "Årsfest på brygga", "a phase")
    return sitting.journey.steps[-1].id


def _drag_in_what_happens(sitting: Sitting, step: str) -> None:
    """Six changes: two touchpoints, two emotions, and the words of each."""
    program, places = sitting.program, sitting.places
    for text, where in (("Kjøper gavekort til mor", step), ("Får ærlig svar på døra", "s9")):
        program.drag(places.tile("touchpoint"), places.cell(TOUCHPOINTS, where))
        sitting.write(text)
        sitting.save(partial(_has_text, text), text)
    for text, where, value in (("glad på jærsk", step, 1.0), ("småsur", "s3", -1.0)):
        program.drag(places.tile("emotion"), places.level(EMOTIONS, where, value))
        program.key("Return")
        sitting.write(text)
        sitting.save(partial(_has_words, text), text)


def _move_and_correct(sitting: Sitting) -> None:
    """Three changes: a card to another phase, a text, a marker."""
    program, places = sitting.program, sitting.places
    program.drag(places.thing("g6"), places.cell("lane-gain", "s8"))
    sitting.save(lambda seen: _card(seen, "g6").step == "s8", "a card in another phase")
    program.double_click(places.thing("t4"))
    program.key("ctrl+a")
    program.type("Parkering på kaia")
    program.key("Return")
    sitting.save(partial(_has_text, "Parkering på kaia"), "a corrected text")
    program.drag(places.marker("em07"), places.level(EMOTIONS, "s7", 0.0))
    sitting.save(lambda seen: _value(seen, "em07") == 0.0, "a marker further down")


def _card(journey: d.JourneyMap, name: str) -> d.Card:
    return next(card for card in journey.cards if card.id == name)


def _value(journey: d.JourneyMap, name: str) -> float:
    return next(reading.value for reading in journey.emotions if reading.id == name)


def _let_go_of(sitting: Sitting) -> None:
    """Begins to drag a card, a phase and a tile, and presses Esc each time."""
    program, places = sitting.program, sitting.places
    for start, end in (
        (places.thing("t3"), places.cell(TOUCHPOINTS, "s9")),
        (places.thing("p1"), places.thing("p4")),
        (places.tile("touchpoint"), places.cell(TOUCHPOINTS, "s5")),
    ):
        program.carry(start, end)
        program.key("Escape")
        program.release()


def _close(program: Program) -> None:
    program.key("ctrl+q")
    assert program.wait_for_end() == 0
    assert program.complaints == []


def _lines(content: bytes) -> list[str]:
    """Without the comma that parts a line from the next."""
    return [line.rstrip(",") for line in content.decode().splitlines()]


def _told(lines: list[str]) -> list[str]:
    """Lines with the ids that the program drew put out of the way."""
    return [_DRAWN.sub(r'"\1":"*"', line.strip()) for line in lines]


def test_a_map_is_worked_on_undone_redone_saved_and_opened_again(
    start: Started, places: Places, file: Path
) -> None:
    program = start(str(file))
    sitting = Sitting(program, places, file)
    _let_go_of(sitting)
    _drag_in_what_happens(sitting, _drag_in_a_phase(sitting))
    _move_and_correct(sitting)
    worked_on = file.read_bytes()
    today = str(decode(worked_on).document.modified)
    untouched = ORIGINAL.replace(b'"modified": "2026-03-24"', f'"modified": "{today}"'.encode())
    program.key(*["ctrl+z"] * 10)
    sitting.save_until(untouched, "all ten changes undone, none of them those that Esc ended")
    program.key(*["ctrl+y"] * 10)
    sitting.save_until(worked_on, "all ten changes done again")
    _close(program)
    before, after = _lines(ORIGINAL), _lines(worked_on)
    assert _told([line for line in before if line not in after]) == GONE
    come = [line.replace("TODAY", today) for line in COME]
    assert _told([line for line in after if line not in before]) == come
    assert [line for line in after if line in before] == [line for line in before if line in after]
    _open_and_leave_alone(start, places, file)


def _open_and_leave_alone(start: Started, places: Places, file: Path) -> None:
    """What is saved unchanged, or with a change taken back, is byte for byte what it was."""
    content, written = file.read_bytes(), file.stat().st_mtime_ns
    program = start(str(file))
    sitting = Sitting(program, places, file)
    program.key("ctrl+s")
    program.drag(places.thing("t1"), places.cell(TOUCHPOINTS, "s4"))
    program.wait_for_title(lambda title: "*" in title, "a star in the title for a change")
    program.key("ctrl+z")
    program.wait_for_title(lambda title: "*" not in title, "no star when it is undone")
    sitting.program.key("ctrl+s")
    _close(program)
    assert file.read_bytes() == content
    assert file.stat().st_mtime_ns == written


def test_from_the_start_screen_a_template_becomes_a_poster(
    start: Started, places: Places, tmp_path: Path
) -> None:
    say = Words("nb").say
    poster = tmp_path / "plakat på veggen.pdf"
    program = start()
    program.click(places.widget(places.window.start.cards["five-columns"]))
    program.wait_for_title(lambda title: title != "CJMapper", "a map")
    program.wait_for_rest()
    places.window.errands.begin("five-columns")
    journey = places.look()
    program.key("ctrl+1")
    program.double_click(places.thing(journey.phases[0].id))
    program.key("ctrl+a")
    program.type("Før besøket")
    program.key("Tab", "Escape")
    program.click(places.widget(places.window.bar.export))
    program.wait_for_dialog(say("poster_panel.title"))
    program.key("Return")
    program.wait_for_dialog(say("export.choose_file"))
    program.key("ctrl+a")
    program.type(str(poster))
    program.key("Return")
    until(poster.exists, "a poster")
    program.wait_for_map()
    assert program.complaints == []
    page = pypdfium2.PdfDocument(poster.read_bytes())[0]
    assert "Før besøket" in page.get_textpage().get_text_range()
    assert [round(length * 25.4 / 72) for length in page.get_size()] == [841, 594]
