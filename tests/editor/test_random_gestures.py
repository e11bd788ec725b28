"""Hands that do anything anywhere: the rules hold, and undo and redo go there and back."""

import random
from collections.abc import Callable

import pytest

from cjmapper.editor.actions import ACTIONS
from cjmapper.editor.events import Button
from cjmapper.editor.feedback import Tile
from cjmapper.geometry import Point
from cjmapper.model import invariants
from tests.support.builders import full_document
from tests.support.driver import Driver

SEQUENCES = 200
STEPS = 25
KEYS = (
    "Enter F2 Escape Tab Shift+Tab Left Right Up Down Home End Ctrl+Home Ctrl+End Shift+Enter "
    "Backspace Delete Ctrl+z Ctrl+y Ctrl+a Ctrl+c Ctrl+x Ctrl+v Ctrl+d Alt+Left Alt+Right "
    "Alt+Up Alt+Down 1 2 3 4 5 + - a æ Ctrl+Enter Shift+Down Shift+Alt+Up Ctrl+Backspace "
    "Ctrl+Alt+Enter"
)
Deed = Callable[[Driver, random.Random], None]


def somewhere(hand: Driver, chance: random.Random) -> Point:
    """Mostly on something, sometimes anywhere, now and then outside."""
    if chance.random() < 0.6:
        names: list[str] = [card.id for card in hand.session.journey.cards if card.lane is not None]
        names += [step.id for step in hand.session.journey.steps]
        shown = [name for name in names if _shown(hand, name)]
        if shown:
            return hand.at_card(chance.choice(shown), chance.random(), chance.random() * 1.2)
    size = hand.layout.size
    return Point(chance.uniform(-20, size.width + 40), chance.uniform(-10, size.height + 40))


def _shown(hand: Driver, name: str) -> bool:
    layout = hand.layout
    lanes = layout.lane_of
    card = next((one for one in layout.map.cards if one.id == name), None)
    return card is None or (card.lane in lanes)


def click(hand: Driver, chance: random.Random) -> None:
    hand.click(somewhere(hand, chance), chance.choice((Button.LEFT, Button.LEFT, Button.RIGHT)))


def double_click(hand: Driver, chance: random.Random) -> None:
    hand.double_click(somewhere(hand, chance))


def drag(hand: Driver, chance: random.Random) -> None:
    hand.drag(somewhere(hand, chance), somewhere(hand, chance))


def drag_and_leave(hand: Driver, chance: random.Random) -> None:
    hand.grab(somewhere(hand, chance), somewhere(hand, chance))
    invariants.check(hand.session.shown)
    hand.key("Escape")
    hand.release()


def hover(hand: Driver, chance: random.Random) -> None:
    hand.move(somewhere(hand, chance))


def hold(hand: Driver, chance: random.Random) -> None:
    hand.hold(shift=chance.random() < 0.2, control=chance.random() < 0.2)


def key(hand: Driver, chance: random.Random) -> None:
    hand.key(chance.choice(KEYS.split()))


def drag_tile(hand: Driver, chance: random.Random) -> None:
    hand.drag_tile(chance.choice(list(Tile)), somewhere(hand, chance))


def arm(hand: Driver, chance: random.Random) -> None:
    hand.editor.arm(chance.choice(list(Tile)))


def command(hand: Driver, chance: random.Random) -> None:
    hand.do(chance.choice(ACTIONS).id)


def look_away(hand: Driver, chance: random.Random) -> None:
    hand.wait(chance.random() * 2)
    hand.editor.focus_lost()


def change_map(hand: Driver, chance: random.Random) -> None:
    hand.session.show_map(chance.choice(hand.document.maps).id)


DEEDS: tuple[Deed, ...] = (
    click, click, double_click, drag, drag, drag, drag_and_leave, hover, hold, key, key, key,
    key, drag_tile, arm, command, command, look_away, change_map,
)  # fmt: skip


@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_whatever_hands_do_the_rules_hold(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    hand = Driver(full_document())
    for _ in range(STEPS):
        chance.choice(DEEDS)(hand, chance)
        hand.check()
        assert hand.feedback.hint.code
    _settled(hand)
    _there_and_back(hand)


def _settled(hand: Driver) -> None:
    hand.hold()
    hand.editor.settle()
    assert hand.state == "Idle"
    assert not hand.session.is_previewing


def _there_and_back(hand: Driver) -> None:
    seen = [hand.document]
    while hand.session.undo():
        seen.append(hand.document)
    assert len({id(document) for document in seen}) == len(seen)
    for document in reversed(seen[:-1]):
        hand.session.redo()
        assert hand.document is document
    hand.check()
