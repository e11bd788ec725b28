"""Every edit there is: tried forth and back, and without a trace when it says nothing."""

import ast
import importlib
import inspect
import pkgutil
import typing
from pathlib import Path

import pytest

from cjmapper.model import document as d
from cjmapper.model import edits, ids, queries
from cjmapper.model import vocabulary as v
from cjmapper.model.edits import (
    cards,
    deleting,
    emotions,
    followups,
    lanes,
    links,
    maps,
    phases,
    registers,
    steps,
    transitions,
)
from tests.support import builders as b
from tests.support.edits import Edit, tried, untouched

PARTS_OF_EDITS = {"changes"}


def public_edits() -> set[tuple[str, str]]:
    """Module and name of every function that gives a document, from the modules themselves."""
    found: set[tuple[str, str]] = set()
    for module in pkgutil.iter_modules(edits.__path__):
        if module.name in PARTS_OF_EDITS:
            continue
        loaded = importlib.import_module(f"{edits.__name__}.{module.name}")
        found |= {
            (module.name, name)
            for name, function in inspect.getmembers(loaded, inspect.isfunction)
            if function.__module__ == loaded.__name__
            and not name.startswith("_")
            and typing.get_type_hints(function).get("return") is d.Document
        }
    return found


def edits_tried(source: str) -> set[tuple[str, str]]:
    """Module and name of every edit that a source hands to `tried`."""
    return {
        (name.value.id, name.attr)
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
        if call.func.id == "tried"
        for name in ast.walk(call)
        if isinstance(name, ast.Attribute) and isinstance(name.value, ast.Name)
    }


def test_every_edit_is_tried_forth_and_back() -> None:
    everything = public_edits()
    assert ("cards", "move_cards") in everything
    assert ("text", "text_of") not in everything
    seen: set[tuple[str, str]] = set()
    for path in Path(__file__).parent.glob("test_*.py"):
        seen |= edits_tried(path.read_text(encoding="utf-8"))
    assert sorted(everything - seen) == []


def test_an_edit_that_is_only_called_does_not_count_as_tried() -> None:
    assert edits_tried("untouched(doc, lambda doc: cards.a(doc)); cards.b(doc)") == set()
    assert edits_tried("tried(doc, lambda doc: cards.a(doc))") == {("cards", "a")}


def test_a_reading_takes_other_fields_and_keeps_the_rest() -> None:
    outcome = tried(
        b.full_document(),
        lambda doc: emotions.change_reading(
            doc, "m1", "e1", view=v.EmotionView.BELIEVED, value=-0.5
        ),
    )
    reading = outcome.maps[0].emotions[0]
    assert (reading.view, reading.value) == (v.EmotionView.BELIEVED, -0.5)
    assert (reading.step, reading.words) == ("s1", ("glad",))


def test_a_lane_takes_other_fields_and_keeps_its_kind() -> None:
    outcome = tried(
        b.full_document(),
        lambda doc: lanes.change_lane(doc, "m1", "note", title="Løst", hidden=True),
    )
    lane = queries.lane(outcome.maps[0], "note")
    assert lane is not None
    assert (lane.title, lane.hidden, lane.kind) == ("Løst", True, v.LaneKind.NOTE)


def test_cards_of_another_map_are_placed_in_order_with_a_kind_the_lane_takes() -> None:
    brought = (b.card("n1", "note:s9", text="En"), b.card("n2", severity=3, kind=v.CardKind.PAIN))
    slot = cards.Slot(ids.LaneId("touchpoint"), ids.StepId("s1"), 1)
    outcome = tried(b.full_document(), lambda doc: cards.place_cards(doc, "m1", brought, slot))
    cell = queries.cards_in_cell(outcome.maps[0], "touchpoint", "s1")
    assert [card.id for card in cell] == ["c1", "n1", "n2", "c2"]
    assert {card.kind for card in cell} == {v.CardKind.TOUCHPOINT}
    assert (cell[1].text, cell[2].severity) == ("En", 3)


SLOT = cards.Slot(ids.LaneId("note"), ids.StepId("s1"), 0)
SAYING_NOTHING: dict[str, Edit] = {
    "placing no card": lambda doc: cards.place_cards(doc, "m1", (), SLOT),
    "copying no card": lambda doc: cards.duplicate_cards(doc, "m1", (), ids.counted_ids("n")),
    "copying no card to a cell": lambda doc: cards.duplicate_cards(
        doc, "m1", (), ids.counted_ids("n"), SLOT
    ),
    "deleting no card": lambda doc: cards.delete_cards(doc, "m1", ()),
    "the text a card has": lambda doc: cards.set_text(doc, "m1", "c1", "Card c1"),
    "deleting nothing": lambda doc: deleting.delete_many(doc, "m1", ()),
    "a reading at its own step": lambda doc: emotions.move_reading(doc, "m1", "e1", "s1"),
    "the words a reading has": lambda doc: emotions.set_words(doc, "m1", "e1", ("glad",)),
    "the fields a reading has": lambda doc: emotions.change_reading(doc, "m1", "e1", value=1),
    "the fields an action has": lambda doc: followups.change_followup(
        doc, "m1", "act1", title="Do it"
    ),
    "the fields a lane has": lambda doc: lanes.change_lane(doc, "m1", "note", hidden=False),
    "the title a lane has": lambda doc: lanes.rename_lane(doc, "m1", "note", "note"),
    "showing a lane that is shown": lambda doc: lanes.hide_lane(doc, "m1", "note", hidden=False),
    "the height a lane has": lambda doc: lanes.set_height(doc, "m1", "note", None),
    "the kind a link has": lambda doc: links.change_link(
        doc, "m1", "k1", kind=v.LinkKind.ADDRESSES
    ),
    "the title a map has": lambda doc: maps.rename_map(doc, "m1", "As it is"),
    "the key a phase has": lambda doc: phases.change_phase(doc, "m1", "p1", key="p1"),
    "the name an actor has": lambda doc: registers.change_entry(doc, "a1", name="Kari"),
    "the key a step has": lambda doc: steps.change_step(doc, "m1", "s1", key="s1"),
    "the title a step has": lambda doc: steps.set_title(doc, "m1", "s1", "Step s1"),
    "the width a step has": lambda doc: steps.set_width(doc, "m1", "s1", None),
    "the share a transition has": lambda doc: transitions.change_transition(
        doc, "m1", "t1", share=1
    ),
}


@pytest.mark.parametrize("edit", SAYING_NOTHING.values(), ids=SAYING_NOTHING)
def test_an_edit_that_changes_nothing_gives_the_same_document(edit: Edit) -> None:
    untouched(b.full_document(), edit)
