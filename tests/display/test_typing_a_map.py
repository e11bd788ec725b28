"""Scenario 1 on a real window: a whole map typed from outside the program, in thirty keys."""

from pathlib import Path

import pytest

from cjmapper.storage.codec import decode
from cjmapper.words.catalog import Words
from tests.display.conftest import Started
from tests.display.screen import Program, until
from tests.support.first_map import FIRST_MAP, MOST_KEYS, PHASES

pytestmark = pytest.mark.display

_NAMES = {"Enter": "Return"}


def _typed(program: Program) -> int:
    """Types the whole map; how many keys that took beside the texts."""
    keys = 0
    for step in FIRST_MAP:
        if step.is_text:
            program.type(step.what)
        else:
            program.key(_NAMES.get(step.what, step.what))
            keys += 1
        if keys == 1 and not step.is_text:
            program.wait_for_title(lambda title: title != "CJMapper", "a map")
            program.wait_for_rest()
    return keys


def test_a_first_map_takes_at_most_thirty_keys_and_is_saved_as_it_was_typed(
    start: Started, tmp_path: Path
) -> None:
    path = tmp_path / "første kart.cjmap"
    program = start()
    program.wait_for_rest()
    assert _typed(program) <= MOST_KEYS
    program.key("ctrl+s")
    program.wait_for_dialog(Words("nb").say("dialog.save_title"))
    program.key("ctrl+a")
    program.type(str(path))
    program.key("Return")
    until(path.exists, "a file")
    program.wait_for_map()
    assert program.complaints == []
    journey = decode(path.read_bytes()).document.maps[0]
    assert [phase.name for phase in journey.phases] == list(PHASES)
    assert [card.text for card in journey.cards] == [
        step.what for step in FIRST_MAP if step.is_text and step.what not in PHASES
    ]
    assert [sum(card.step == step.id for card in journey.cards) for step in journey.steps] == [
        2,
        2,
        2,
        2,
        2,
    ]
    assert [one.value for one in journey.emotions] == [2.0, 1.0, 0.0, -1.0, -2.0]
