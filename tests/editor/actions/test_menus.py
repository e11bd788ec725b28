"""What is offered for what is selected: short lists of commands that exist."""

import pytest

from cjmapper.editor.actions import ACTIONS, menus
from cjmapper.editor.actions.menus import Target
from cjmapper.places import resource
from cjmapper.words import tables
from tests.support.builders import full_document
from tests.support.driver import Driver

IDS = {one.id for one in ACTIONS}
LISTS = [
    *((f"menu of {target}", line) for target, line in menus.MENUS.items()),
    *((f"toolbar of {target}", line) for target, line in menus.TOOLBARS.items()),
    *((f"inner {name}", line) for name, line in menus.INNER.items()),
]


@pytest.mark.parametrize(("name", "line"), LISTS, ids=[name for name, _ in LISTS])
def test_what_is_listed_exists_once_and_nothing_parts_nothing(name: str, line: str) -> None:
    items = menus.items(line)
    assert len(items) == len(set(items)), name
    for item in items:
        if item.startswith(">"):
            assert item[1:] in menus.INNER or item[1:] in menus.FROM_MAP
        else:
            assert item in IDS
    parts = line.split()
    assert "-" not in (parts[0], parts[-1])
    assert "- -" not in line


@pytest.mark.parametrize("target", list(Target))
def test_a_menu_is_never_longer_than_one_takes_in_at_a_glance(target: Target) -> None:
    assert 0 < len(menus.items(menus.MENUS[target])) <= menus.MOST_ITEMS


@pytest.mark.parametrize("name", [*menus.INNER, *menus.FROM_MAP])
def test_every_menu_within_a_menu_has_words_and_an_icon(name: str) -> None:
    assert f"menu.{name}" in tables.ALL
    assert f'"{menus.ICONS[name]}"' in resource("icons", "icons.json").read_text(encoding="utf-8")


def test_what_is_selected_decides_what_is_offered() -> None:
    hand = Driver(full_document())
    journey = hand.journey
    placed = [card.id for card in journey.cards if card.lane in hand.layout.lane_of]
    for name, target in (
        (journey.phases[0].id, Target.PHASE),
        (journey.steps[0].id, Target.STEP),
        (journey.lanes[0].id, Target.LANE),
        (placed[0], Target.CARD),
        (journey.emotions[0].id, Target.READING),
        (journey.links[0].id, Target.LINK),
        (journey.transitions[0].id, Target.TRANSITION),
    ):
        hand.select(name)
        assert menus.target_of(hand.editor) is target
    hand.select(*placed[:2])
    assert menus.target_of(hand.editor) is Target.CARDS
    hand.select(placed[0], journey.phases[0].id)
    assert menus.target_of(hand.editor) is Target.MANY
    hand.select()
    assert menus.target_of(hand.editor) is Target.NOTHING
    lane = next(iter(hand.layout.emotion_lanes))
    hand.select_cell(lane, journey.steps[0].id)
    assert menus.target_of(hand.editor) is Target.EMOTION_CELL
    other = next(band.lane.id for band in hand.layout.lanes if band.lane.id != lane)
    hand.select_cell(other, journey.steps[0].id)
    assert menus.target_of(hand.editor) is Target.CELL
