"""The map as assistive technology finds it."""

from collections.abc import Iterator

import msgspec
import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
    QAccessibleTextUpdateEvent,
)
from pytestqt.qtbot import QtBot

from cjmapper.editor.commands import delete
from cjmapper.editor.feedback import Said, Tile
from cjmapper.model import ids, queries
from cjmapper.places import resource
from cjmapper.storage.files import load
from cjmapper.ui.canvas.accessible import AccessibleCanvas
from cjmapper.ui.canvas.accessible_part import AccessiblePart
from cjmapper.ui.canvas.accessible_text import OpenText
from cjmapper.words.catalog import Words
from tests.support.builders import card, document, journey, link, reading, transition
from tests.ui.canvas.conftest import Hand, Shown

_NAME = QAccessible.Text.Name
_MORE = QAccessible.Text.Description
_Role = QAccessible.Role
_Flag = QAccessible.RelationFlag


def found(hand: Hand) -> AccessibleCanvas:
    made = QAccessible.queryAccessibleInterface(hand.canvas)
    assert isinstance(made, AccessibleCanvas)
    return made


def a_map(shown: Shown) -> Hand:
    drawn = journey(
        "s1 s2|s3",
        "touchpoint emotion pain",
        cards=(
            card("a", "touchpoint:s1", "Call"),
            card("b", "touchpoint:s1", "Chat"),
            card("c", "pain:s3", "Nobody answers", severity=4, reach=0.5),
        ),
        emotions=(reading("e", "s2", 1.0),),
        links=(link("l", "b", "c"),),
        transitions=(transition("t", "s1", "s3"),),
    )
    return shown(document(drawn))


def below(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Everything in a part of the tree, with its place in what holds it checked."""
    for index in range(node.childCount()):
        child = node.child(index)
        assert child.parent() is node
        assert node.indexOfChild(child) == index
        yield child
        yield from below(child)


def names(node: QAccessibleInterface) -> list[str]:
    return [child.text(_NAME) for child in below(node)]


def named(node: QAccessibleInterface, beginning: str) -> AccessiblePart:
    """The part whose name begins so."""
    part = next(child for child in below(node) if child.text(_NAME).startswith(beginning))
    assert isinstance(part, AccessiblePart)
    return part


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[QAccessibleEvent]:
    """What assistive technology is told while it is running."""
    events: list[QAccessibleEvent] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", events.append)
    return events


def focused(events: list[QAccessibleEvent]) -> list[str]:
    """The names of what got the focus."""
    return [
        event.accessibleInterface().text(_NAME)
        for event in events
        if event.type() == QAccessible.Event.Focus
    ]


def announced(events: list[QAccessibleEvent]) -> list[str]:
    return [event.message() for event in events if isinstance(event, QAccessibleAnnouncementEvent)]


def test_everything_on_a_map_has_name_role_and_place(shown: Shown) -> None:
    hand = shown(load(resource("examples", "restaurant.nb.cjmap")).document)
    things = hand.journey
    parts = list(below(found(hand)))
    roles = [part.role() for part in parts]
    assert roles.count(_Role.ColumnHeader) == len(things.phases) + len(things.steps)
    assert roles.count(_Role.RowHeader) == len(things.lanes)
    assert roles.count(_Role.Cell) == len(things.lanes) * len(things.steps)
    assert roles.count(_Role.ListItem) == sum(card.lane is not None for card in things.cards)
    assert roles.count(_Role.Slider) == len(things.emotions)
    assert roles.count(_Role.Graphic) == len(things.links) + len(hand.canvas.map_layout.transitions)
    for part in parts:
        assert part.isValid()
        assert part.text(_NAME)
        assert part.rect().isValid()
        assert part.window() is not None


def test_a_name_says_what_it_is_and_where(shown: Shown) -> None:
    tree = found(a_map(shown))
    assert names(tree) == [
        "Phase Phase 1, 1 of 2",
        "Phase Phase 2, 2 of 2",
        "Step Step s1, 1 of 3",
        "Step Step s2, 2 of 3",
        "Step Step s3, 3 of 3",
        "Lane touchpoint, 1 of 3",
        "Step s1, touchpoint, 2 items",
        "Call, 1 of 2, Step s1, touchpoint",
        "Chat, 2 of 2, Step s1, touchpoint",
        "Empty cell, Step s2, touchpoint",
        "Empty cell, Step s3, touchpoint",
        "Lane emotion, 2 of 3",
        "Empty cell, Step s1, emotion",
        "Step s2, emotion, 1 item",
        "happy, 1 of 1, Step s2, emotion",
        "Empty cell, Step s3, emotion",
        "Lane pain, 3 of 3",
        "Empty cell, Step s1, pain",
        "Empty cell, Step s2, pain",
        "Step s3, pain, 1 item",
        "Nobody answers, 1 of 1, Step s3, pain",
        "Chat leads to Nobody answers",
        "From Step s1 to Step s3",
    ]
    assert tree.role() == _Role.Table
    assert tree.text(_MORE) == "2 phases, 3 lanes, 3 cards, 1 emotion"


def test_what_a_name_leaves_out_stands_in_the_description(shown: Shown) -> None:
    tree = found(a_map(shown))
    assert named(tree, "Chat, 2").text(_MORE) == "Touchpoint, leads to Nobody answers"
    pain = named(tree, "Nobody answers").text(_MORE)
    assert pain == "Pain point, severity 4 of 5, affects 50%"
    assert named(tree, "happy").text(_MORE) == "Happy, 4 of 5, Felt"
    assert named(tree, "Phase").text(_MORE) == ""


def test_steps_without_titles_are_called_after_their_phase_and_are_no_headers(
    shown: Shown,
) -> None:
    drawn = journey("s1|s2", "touchpoint", cards=(card("a", "touchpoint:s2", "Call"),))
    steps = tuple(msgspec.structs.replace(step, title="") for step in drawn.steps)
    hand = shown(document(msgspec.structs.replace(drawn, steps=steps)))
    said = names(found(hand))
    assert said[:3] == ["Phase Phase 1, 1 of 2", "Phase Phase 2, 2 of 2", "Lane touchpoint, 1 of 1"]
    assert "Call, 1 of 1, Phase 2, touchpoint" in said


def test_names_follow_the_language_of_the_window(shown: Shown) -> None:
    hand = a_map(shown)
    tree = found(hand)
    hand.canvas.set_words(Words("nb"))
    assert "Tom celle, Step s2, touchpoint" in names(tree)
    hand.canvas.set_words(Words("sv"))
    assert "Tom cell, Step s2, touchpoint" in names(tree)


def test_what_is_selected_says_so_and_has_the_focus(shown: Shown) -> None:
    hand = a_map(shown)
    tree = found(hand)
    hand.editor.select("b")
    part = tree.focusChild()
    assert part.text(_NAME).startswith("Chat")
    assert part.state().selected
    assert part.state().focused
    assert not part.state().readOnly
    assert not named(tree, "Call").state().selected
    hand.editor.read_only = True
    assert part.state().readOnly


def test_an_empty_cell_has_the_focus_too(shown: Shown) -> None:
    hand = a_map(shown)
    tree = found(hand)
    hand.editor.select_cell((ids.LaneId("pain"), ids.StepId("s2")))
    part = tree.focusChild()
    assert part.text(_NAME) == "Empty cell, Step s2, pain"
    assert part.state().selected
    assert part.state().focused


def test_what_is_out_of_sight_says_so(shown: Shown) -> None:
    hand = a_map(shown)
    part = named(found(hand), "Nobody answers")
    assert not part.state().offscreen
    hand.canvas.set_zoom(4.0)
    hand.editor.select("p1")
    assert part.state().offscreen


def test_a_thing_is_found_at_its_place_on_the_screen(shown: Shown) -> None:
    hand = a_map(shown)
    tree = found(hand)
    place = hand.canvas.viewport().mapToGlobal(hand.at("a"))
    cell = tree.childAt(place.x(), place.y())
    assert cell.text(_NAME).startswith("Step s1, touchpoint")
    assert cell.childAt(place.x(), place.y()).text(_NAME).startswith("Call")
    phase = hand.canvas.viewport().mapToGlobal(hand.at("p1"))
    assert tree.childAt(phase.x(), phase.y()).text(_NAME).startswith("Phase")
    nowhere = hand.canvas.viewport().mapToGlobal(QPoint(2, 2))
    assert tree.childAt(nowhere.x(), nowhere.y()) is None
    outside = hand.canvas.viewport().mapToGlobal(QPoint(-50, -50))
    assert tree.childAt(outside.x(), outside.y()) is None


def test_every_part_is_found_where_it_says_that_it_is(shown: Shown) -> None:
    hand = a_map(shown)
    tree = found(hand)
    hand.canvas.fit_map()
    for part in below(tree):
        if part.role() in {_Role.ListItem, _Role.Slider, _Role.ColumnHeader, _Role.RowHeader}:
            middle = part.rect().center()
            at = tree.childAt(middle.x(), middle.y())
            assert part in (at, at.childAt(middle.x(), middle.y())), part.text(_NAME)


def test_a_thing_that_was_deleted_is_no_longer_valid(shown: Shown) -> None:
    hand = a_map(shown)
    tree = found(hand)
    hand.editor.select("b")
    child = tree.focusChild()
    delete(hand.editor)
    assert "Chat" not in " ".join(names(tree))
    assert not child.isValid()
    assert child.text(_NAME) == ""
    assert child.rect().isEmpty()
    assert child.childCount() == 0


def test_a_card_flows_to_what_it_leads_to(shown: Shown) -> None:
    tree = found(a_map(shown))
    start, end = named(tree, "Chat, 2"), named(tree, "Nobody answers")
    assert start.relations() == [(end, _Flag.FlowsFrom)]
    assert end.relations() == [(start, _Flag.FlowsTo)]
    assert end.relations(_Flag.Label) == []
    assert named(tree, "Call").relations() == []


def test_a_card_can_be_moved_and_deleted_by_its_actions(shown: Shown) -> None:
    hand = a_map(shown)
    actions = named(found(hand), "Call").actionInterface()
    assert {"move_down", "move_left", "delete"} <= set(actions.actionNames())
    assert actions.localizedActionName("move_down") == "Move down"
    assert actions.keyBindingsForAction("move_down") == ["Alt+Down"]
    actions.doAction("move_down")
    cards = queries.cards_in_cell(hand.journey, "touchpoint", "s1")
    assert [one.id for one in cards] == ["b", "a"]
    actions.doAction("no such thing")
    actions.doAction("delete")
    assert queries.card(hand.journey, "a") is None
    assert hand.entries == ["delete_card", "move_card"]


def test_a_press_writes_the_text_of_a_thing_or_a_new_card(shown: Shown) -> None:
    hand = a_map(shown)
    tree = found(hand)
    press = "Press"
    named(tree, "Call").actionInterface().doAction(press)
    assert hand.editor.is_writing
    named(tree, "Empty cell, Step s2, touch").actionInterface().doAction(press)
    hand.type("Ask a friend")
    hand.key(Qt.Key.Key_Escape)
    assert hand.entries == ["add_touchpoint"]


def test_where_nothing_may_be_changed_things_can_only_be_selected(shown: Shown) -> None:
    hand = a_map(shown)
    hand.editor.read_only = True
    actions = named(found(hand), "Call").actionInterface()
    assert actions.actionNames() == [QAccessibleActionInterface.setFocusAction()]
    actions.doAction("delete")
    assert queries.card(hand.journey, "a") is not None
    actions.doAction(QAccessibleActionInterface.setFocusAction())
    assert hand.editor.selection == ("a",)


def test_an_emotion_is_a_slider_whose_value_can_be_set(shown: Shown) -> None:
    hand = a_map(shown)
    marker = named(found(hand), "happy")
    value = marker.valueInterface()
    assert (value.minimumValue(), value.maximumValue(), value.minimumStepSize()) == (-2, 2, 0.5)
    assert value.currentValue() == 1.0
    value.setCurrentValue(-1)
    assert value.currentValue() == -1.0
    assert marker.text(QAccessible.Text.Value) == "Unhappy, 2 of 5"
    value.setCurrentValue(99.0)
    assert value.currentValue() == 2.0
    marker.actionInterface().doAction("Decrease")
    assert value.currentValue() == 1.5
    assert marker.text(QAccessible.Text.Value) == "+1.5, delighted"
    hand.session.undo()
    hand.session.undo()
    assert value.currentValue() == 1.0
    assert named(found(hand), "Call").valueInterface() is None


def test_assistive_technology_is_told_what_has_the_focus(
    shown: Shown, told: list[QAccessibleEvent]
) -> None:
    hand = a_map(shown)
    found(hand)
    hand.editor.select("a")
    hand.editor.select_cell((ids.LaneId("pain"), ids.StepId("s2")))
    hand.editor.select("a", "b")
    assert focused(told) == [
        "Call, 1 of 2, Step s1, touchpoint",
        "Empty cell, Step s2, pain",
        "Chat, 2 of 2, Step s1, touchpoint",
    ]


def test_nothing_is_told_while_the_keys_go_elsewhere(
    shown: Shown, told: list[QAccessibleEvent]
) -> None:
    hand = a_map(shown)
    found(hand)
    hand.canvas.clearFocus()
    told.clear()
    hand.editor.select("a")
    assert focused(told) == []


def test_the_text_that_is_written_is_a_field_within_its_card(
    shown: Shown, told: list[QAccessibleEvent]
) -> None:
    hand = a_map(shown)
    tree = found(hand)
    card_part = named(tree, "Call")
    hand.editor.select("a")
    hand.key(Qt.Key.Key_F2)
    field = tree.focusChild()
    assert isinstance(field, OpenText)
    assert field.parent() is card_part
    assert [card_part.child(index) for index in range(card_part.childCount())] == [field]
    assert focused(told)[-1] == "Text, Step s1, touchpoint"
    assert field.role() == _Role.EditableText
    assert field.state().editable
    assert field.state().focused
    assert field.text(QAccessible.Text.Value) == "Call"
    assert field.rect().intersects(card_part.rect())
    hand.key(Qt.Key.Key_Escape)
    assert not field.isValid()
    assert tree.focusChild() is card_part
    assert focused(told)[-1].startswith("Call")


def test_what_is_typed_is_told_letter_by_letter(shown: Shown, told: list[QAccessibleEvent]) -> None:
    hand = a_map(shown)
    tree = found(hand)
    hand.editor.select("a")
    hand.key(Qt.Key.Key_F2)
    told.clear()
    hand.type("s!")
    hand.key(Qt.Key.Key_Backspace)
    updates = [event for event in told if isinstance(event, QAccessibleTextUpdateEvent)]
    assert [(one.changePosition(), one.textRemoved(), one.textInserted()) for one in updates] == [
        (4, "", "s"),
        (5, "", "!"),
        (5, "!", ""),
    ]
    carets = [event for event in told if type(event) is QAccessibleTextCursorEvent]
    assert [event.cursorPosition() for event in carets] == [5, 6, 5]
    text = tree.focusChild().textInterface()
    assert text.text(0, -1) == "Calls"
    assert text.characterCount() == 5
    assert text.cursorPosition() == 5
    text.setCursorPosition(1)
    hand.type("h")
    assert text.text(0, 3) == "Cha"
    text.setSelection(0, 0, 2)
    assert announced(told) == ["Ch, selected"]
    text.removeSelection(0)
    hand.type("h")
    assert text.text(0, 4) == "Chha"
    assert text.selectionCount() == 0
    middle = text.characterRect(2).center()
    assert text.offsetAtPoint(middle) in {2, 3}


def test_that_other_things_are_on_the_map_is_told(
    shown: Shown, told: list[QAccessibleEvent]
) -> None:
    hand = a_map(shown)
    hand.editor.select("a")
    told.clear()
    delete(hand.editor)
    assert QAccessible.Event.ObjectReorder in [event.type() for event in told]


def test_an_announcement_comes_after_the_focus(
    shown: Shown, told: list[QAccessibleEvent], qtbot: QtBot
) -> None:
    hand = a_map(shown)
    found(hand)
    hand.canvas.speech.say(Said("spoken.undone", {}, {"name": Said("undo.paste_map")}))
    hand.editor.select("a")
    qtbot.waitUntil(lambda: bool(announced(told)))
    assert announced(told) == ["Undid: Paste map"]
    assert told[-1].type() == QAccessible.Event.Announcement


def test_what_the_next_key_does_is_said_where_the_focus_tells_nothing_of_it(
    shown: Shown, told: list[QAccessibleEvent], qtbot: QtBot
) -> None:
    hand = a_map(shown)
    found(hand)
    hand.editor.select("a")
    hand.editor.arm(Tile.TOUCHPOINT)
    hand.editor.cancel()
    hand.editor.select("b")
    qtbot.waitUntil(lambda: bool(announced(told)))
    assert announced(told) == ["Click a cell to place · Esc stop"]


def test_a_canvas_that_is_gone_has_no_parts(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    hand = a_map(shown)
    tree = found(hand)
    child = tree.child(0)
    assert isinstance(tree, AccessibleCanvas)
    monkeypatch.setattr(shiboken6, "isValid", lambda _: False)
    assert tree.childCount() == 0
    assert not child.isValid()
    assert child.rect().isEmpty()
    assert child.text(_NAME) == ""
    assert child.role() == _Role.NoRole
    assert child.actionInterface().actionNames() == []
