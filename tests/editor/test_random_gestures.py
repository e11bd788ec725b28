"""Hands that do anything anywhere: the rules hold, what is left has not been, undo goes back.

Each sequence is drawn from its own seed, which a failure prints.
"""

import random
from collections.abc import Callable

import pytest

from cjmapper.editor.actions import ACTIONS
from cjmapper.editor.events import Button, Device
from cjmapper.editor.feedback import Tile
from cjmapper.editor.tools.state import State
from cjmapper.geometry import Point
from cjmapper.model import invariants
from tests.support.builders import full_document
from tests.support.driver import OFF_MAP, Driver
from tests.support.random_maps import random_document

SEQUENCES = 2_000
IN_ONE_TEST = 25
DEEDS_IN_EACH = 35
KEYS = [
    "Enter",
    "F2",
    "Escape",
    "Tab",
    "Shift+Tab",
    "Left",
    "Right",
    "Up",
    "Down",
    "Home",
    "End",
    "Ctrl+Home",
    "Ctrl+End",
    "Shift+Enter",
    "PageUp",
    "PageDown",
    "Backspace",
    "Delete",
    "Ctrl+z",
    "Ctrl+y",
    "Ctrl+a",
    "Ctrl+c",
    "Ctrl+x",
    "Ctrl+v",
    "Ctrl+d",
    "Ctrl+l",
    "Ctrl+Shift+Right",
    "Ctrl+Shift+Down",
    "Ctrl+Shift+Enter",
    "Alt+Left",
    "Alt+Right",
    "Alt+Up",
    "Alt+Down",
    "1",
    "2",
    "3",
    "4",
    "5",
    "+",
    "-",
    "a",
    "æ",
    "Ctrl+Enter",
    "Shift+Down",
    "Shift+Up",
    "Shift+Left",
    "Shift+Right",
    "Shift+Alt+Up",
    "Ctrl+Backspace",
    "Ctrl+Alt+Enter",
    "Ctrl+l",
    "Ctrl+Shift+Right",
    "Ctrl+Shift+Down",
    "Space",
]
Deed = Callable[[Driver, random.Random], None]


# Where hands go


def somewhere(hand: Driver, chance: random.Random) -> Point:
    """Mostly on something or on an edge of it, sometimes anywhere, now and then outside."""
    place = chance.random()
    if place < 0.5:
        names = _shown(hand)
        if names:
            return hand.at_card(chance.choice(names), chance.random(), chance.random() * 1.2)
    if place < 0.75:
        return chance.choice((_at_edge, _at_handle, _at_title))(hand, chance)
    size = hand.layout.size
    return Point(chance.uniform(-20, size.width + 40), chance.uniform(-10, size.height + 40))


def _shown(hand: Driver) -> list[str]:
    layout = hand.layout
    cards = [one.id for one in layout.map.cards if one.lane in layout.lane_of]
    return [*cards, *(column.step.id for column in layout.columns)]


def _at_edge(hand: Driver, chance: random.Random) -> Point:
    layout = hand.layout
    column = chance.choice(layout.columns)
    if layout.lanes and chance.random() < 0.5:
        return Point(chance.uniform(1.0, layout.size.width), chance.choice(layout.lanes).bottom)
    return Point(column.right, chance.uniform(1.0, layout.size.height))


def _at_handle(hand: Driver, chance: random.Random) -> Point:
    """A dot, a plus or a place that shows just now; else a marker."""
    seen = hand.feedback
    places = [dot.place for dot in seen.dots] + [plus.place for plus in seen.pluses]
    places += [rect.centre for rect in seen.slots]
    for lane in hand.layout.emotion_lanes.values():
        top = hand.layout.lanes[hand.layout.lane_of[lane.lane_id]].y
        places += [Point(one.x, top + one.y) for one in lane.readings]
    return chance.choice(places) if places else _at_title(hand, chance)


def _at_title(hand: Driver, chance: random.Random) -> Point:
    layout = hand.layout
    rects = [layout.phase_rect(band.index) for band in layout.phases]
    rects += [layout.lane_title_rect(row) for row in range(len(layout.lanes))]
    return chance.choice(rects).centre


# What hands do


def click(hand: Driver, chance: random.Random) -> None:
    hand.click(somewhere(hand, chance), chance.choice((Button.LEFT, Button.LEFT, Button.RIGHT)))


def double_click(hand: Driver, chance: random.Random) -> None:
    hand.double_click(somewhere(hand, chance))


def press(hand: Driver, chance: random.Random) -> None:
    hand.press(somewhere(hand, chance))


def move(hand: Driver, chance: random.Random) -> None:
    hand.move(somewhere(hand, chance))


def release(hand: Driver, chance: random.Random) -> None:
    hand.release(somewhere(hand, chance) if chance.random() < 0.5 else None)


def drag(hand: Driver, chance: random.Random) -> None:
    hand.drag(somewhere(hand, chance), somewhere(hand, chance))


def drag_slowly(hand: Driver, chance: random.Random) -> None:
    """With keys held and let go on the way."""
    hand.press(somewhere(hand, chance))
    hand.wait(0.3)
    for _ in range(chance.randint(1, 5)):
        hand.move(somewhere(hand, chance))
        hold(hand, chance)
        invariants.check(hand.session.shown)
    hand.release()


def drag_tile(hand: Driver, chance: random.Random) -> None:
    hand.drag_tile(chance.choice(list(Tile)), somewhere(hand, chance))


def arm(hand: Driver, chance: random.Random) -> None:
    hand.editor.arm(chance.choice(list(Tile)))


def hold(hand: Driver, chance: random.Random) -> None:
    hand.hold(shift=chance.random() < 0.2, control=chance.random() < 0.2)


def key(hand: Driver, chance: random.Random) -> None:
    hand.key(chance.choice(KEYS))


def write(hand: Driver, chance: random.Random) -> None:
    hand.type(chance.choice(("kø", "5", "Æsj! ", "-", "to ord")))


def command(hand: Driver, chance: random.Random) -> None:
    hand.do(chance.choice(ACTIONS).id)


def change_hands(hand: Driver, chance: random.Random) -> None:
    hand.device = chance.choice((Device.MOUSE, Device.MOUSE, Device.TOUCH, Device.PEN))


def look_away(hand: Driver, chance: random.Random) -> None:
    hand.wait(chance.random() * 2)
    hand.editor.focus_lost()


def change_map(hand: Driver, chance: random.Random) -> None:
    hand.session.show_map(chance.choice(hand.document.maps).id)


def leave_a_gesture(hand: Driver, chance: random.Random) -> None:
    """Begin with the pointer or a tile, go about, and leave: it has never been."""
    if chance.random() < 0.25:
        hand.editor.tile_pressed(chance.choice(list(Tile)), hand.event(OFF_MAP))
    elif chance.random() < 0.1:
        hand.do("carry")
    else:
        hand.press(somewhere(hand, chance))
    hand.wait(chance.choice((0.0, 0.3)))
    before, entries = hand.document, hand.session.entry_names
    undone, state = hand.session.redo_name, hand.editor.state
    for _ in range(chance.randint(1, 4)):
        hand.move(somewhere(hand, chance))
        if chance.random() < 0.2:
            hold(hand, chance)
    if hand.editor.state.is_gesture or not state.is_gesture:
        _leave(hand, chance, hand.editor.state)
    assert hand.document is before
    assert hand.session.entry_names == entries
    assert hand.session.redo_name == undone
    hand.release()


def _leave(hand: Driver, chance: random.Random, state: State) -> None:
    if not state.is_gesture:
        return
    way = chance.choice(("Escape", "right button", "focus"))
    if way == "Escape":
        hand.key("Escape")
    elif way == "focus":
        hand.editor.focus_lost()
    else:
        hand.press(hand.pointer, Button.RIGHT)
    assert not hand.editor.state.is_gesture
    assert not hand.session.is_previewing


DEEDS: tuple[Deed, ...] = (
    click, click, double_click, press, move, release, drag, drag, drag_slowly, drag_tile, arm, hold,
    key, key, key, key, write, command, command, command, change_hands, look_away, change_map,
    leave_a_gesture, leave_a_gesture, leave_a_gesture,
)  # fmt: skip


@pytest.mark.parametrize("first", range(0, SEQUENCES, IN_ONE_TEST))
def test_whatever_hands_do_the_rules_hold(first: int) -> None:
    for seed in range(first, first + IN_ONE_TEST):
        print(f"seed {seed}")  # noqa: T201
        _sequence(Driver(random_document(seed)), random.Random(seed), DEEDS_IN_EACH)  # noqa: S311


@pytest.mark.parametrize("seed", range(10))
def test_whatever_hands_do_to_a_map_with_one_of_everything_the_rules_hold(seed: int) -> None:
    _sequence(Driver(full_document()), random.Random(seed), 40)  # noqa: S311


def _sequence(hand: Driver, chance: random.Random, deeds: int) -> None:
    for _ in range(deeds):
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
