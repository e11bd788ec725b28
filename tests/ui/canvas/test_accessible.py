"""The map as assistive technology finds it."""

import pytest
import shiboken6
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleInterface

from cjmapper.editor.commands import delete
from cjmapper.places import resource
from cjmapper.storage.files import load
from cjmapper.ui.canvas.accessible import AccessibleCanvas
from cjmapper.words.catalog import Words
from tests.support.builders import card, document, journey, reading
from tests.ui.canvas.conftest import Hand, Shown

_NAME = QAccessible.Text.Name
_Role = QAccessible.Role


def found(hand: Hand) -> QAccessibleInterface:
    made = QAccessible.queryAccessibleInterface(hand.canvas)
    assert made is not None
    return made


def a_map(shown: Shown) -> Hand:
    drawn = journey(
        "s1 s2|s3",
        "touchpoint emotion",
        cards=(card("a", "touchpoint:s1", "Call"), card("b", "touchpoint:s1", "Chat")),
        emotions=(reading("e", "s2", 1.0),),
    )
    return shown(document(drawn))


def test_everything_on_the_map_is_a_child_with_name_role_and_place(shown: Shown) -> None:
    hand = shown(load(resource("examples", "restaurant.nb.cjmap")).document)
    tree = found(hand)
    things = hand.journey
    count = sum(
        len(part) for part in (things.phases, things.steps, things.lanes, things.emotions)
    ) + sum(one.lane is not None for one in things.cards)
    assert tree.childCount() == count
    for index in range(count):
        child = tree.child(index)
        assert child.isValid()
        assert child.text(_NAME)
        assert child.rect().isValid()
        assert child.parent() is tree
        assert tree.indexOfChild(child) == index
        assert child.childCount() == 0
        assert child.role() in {
            _Role.ColumnHeader, _Role.RowHeader, _Role.ListItem, _Role.Slider,
        }  # fmt: skip


def test_a_name_says_what_it_is_and_where(shown: Shown) -> None:
    tree = found(a_map(shown))
    names = [tree.child(index).text(_NAME) for index in range(tree.childCount())]
    assert "Phase Phase 1, 1 of 2" in names
    assert "Touchpoint: Chat, 2 of 2, Step s1, touchpoint" in names
    assert any(name.startswith("Emotion") and "happy" in name for name in names)
    assert tree.role() == _Role.Table
    assert tree.text(_NAME)


def test_names_follow_the_language_of_the_window(shown: Shown) -> None:
    hand = a_map(shown)
    tree = found(hand)
    before = tree.child(0).text(_NAME)
    hand.canvas.set_words(Words("nb"))
    assert tree.child(0).text(_NAME) != before


def test_what_is_selected_says_so_and_has_the_focus(shown: Shown) -> None:
    hand = a_map(shown)
    tree = found(hand)
    hand.editor.select("b")
    focused = tree.focusChild()
    assert "Chat" in focused.text(_NAME)
    assert focused.state().selected
    assert focused.state().focused
    assert not tree.child(0).state().selected


def test_a_thing_is_found_at_its_place_on_the_screen(shown: Shown) -> None:
    hand = a_map(shown)
    tree = found(hand)
    place = hand.canvas.viewport().mapToGlobal(hand.at("a"))
    assert "Call" in tree.childAt(place.x(), place.y()).text(_NAME)
    nowhere = hand.canvas.viewport().mapToGlobal(QPoint(2, 2))
    assert tree.childAt(nowhere.x(), nowhere.y()) is None


def test_a_thing_that_was_deleted_is_no_longer_valid(shown: Shown) -> None:
    hand = a_map(shown)
    tree = found(hand)
    hand.editor.select("b")
    child = tree.focusChild()
    count = tree.childCount()
    delete(hand.editor)
    assert tree.childCount() == count - 1
    assert not child.isValid()
    assert tree.focusChild() is None


def test_assistive_technology_is_told_what_is_selected(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = a_map(shown)
    found(hand)
    told: list[QAccessible.Event] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.type()))
    hand.editor.select("a")
    assert told == [QAccessible.Event.Focus]


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
