"""The table of commands: keys that stay out of each other's way, words in every language."""

import re

import pytest

from cjmapper.editor.actions import ACTIONS, action, run_shortcut
from cjmapper.editor.events import KeyEvent, Modifiers
from cjmapper.places import resource
from cjmapper.words import tables
from cjmapper.words.catalog import Words
from cjmapper.words.languages import LANGUAGES
from tests.support.builders import card, document, journey
from tests.support.driver import Driver

SIGNS = {"Ctrl++", "Ctrl+-"}
"""The only keys with a sign: plus and minus stand where one finds them on every keyboard."""


def hand_with_a_card() -> Driver:
    return Driver(document(journey("s1 s2", "touchpoint", cards=(card("a", "touchpoint:s1"),))))


def test_no_two_commands_have_a_key_in_common() -> None:
    keys = [key.lower() for one in ACTIONS for key in one.shortcuts]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("key", sorted({key for one in ACTIONS for key in one.shortcuts}))
def test_no_key_of_a_command_types_something_on_any_keyboard(key: str) -> None:
    *held, name = key.split("+") if key not in SIGNS else ("Ctrl", "Plus")
    assert set(held) <= {"Ctrl", "Shift", "Alt"}
    assert "Ctrl" in held or "Alt" in held or len(name) > 1, "a single letter"
    assert not (name.isdigit() and "Shift" in held), "Shift and a digit is a sign elsewhere"
    assert re.fullmatch(r"[A-Z0-9]|F\d+|[A-Z][A-Za-z]+", name), "a sign is elsewhere elsewhere"
    assert not {"Ctrl", "Alt"} <= set(held) or len(name) > 1, "AltGr types with it"


def test_every_command_has_an_id_of_its_own_and_words_in_every_language() -> None:
    assert len({one.id for one in ACTIONS}) == len(ACTIONS)
    for language in LANGUAGES:
        words = Words(language)
        for one in ACTIONS:
            assert words.say(f"action.{one.id}").strip()
            assert words.say(f"menu.{one.menu}").strip()
    for one in ACTIONS:
        assert f"action.{one.id}" in tables.ALL


def test_every_icon_of_a_command_is_bundled() -> None:
    drawn = resource("icons", "icons.json").read_text(encoding="utf-8")
    named = {one.icon for one in ACTIONS if not one.icon.startswith("#")} - {""}
    assert sorted(name for name in named if f'"{name}"' not in drawn) == []


def test_a_command_is_found_by_its_id_and_by_its_key() -> None:
    hand = hand_with_a_card()
    hand.select("a")
    assert action("delete").shortcuts == ("Delete",)
    assert run_shortcut(hand.editor, KeyEvent("Delete"))
    assert hand.journey.cards == ()
    assert not run_shortcut(hand.editor, KeyEvent("Delete"))
    assert not run_shortcut(hand.editor, KeyEvent("F9"))
    with pytest.raises(KeyError):
        action("no such thing")


def test_what_only_a_window_can_do_is_asked_of_it_by_name() -> None:
    hand = hand_with_a_card()
    assert run_shortcut(hand.editor, KeyEvent("s", "", Modifiers(control=True)))
    action("zoom_in").run(hand.editor)
    assert hand.asked == ["save", "zoom_in"]
