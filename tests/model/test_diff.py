"""What differs between two documents is named once, and nothing else is."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from cjmapper.model import document as d
from cjmapper.model.diff import diff, list_diff
from cjmapper.model.edits import documents, lanes, maps, phases, registers, text
from tests.support import builders as b
from tests.support import synthetic

NAMES = st.lists(st.sampled_from("abcdefghijklmnop"), unique=True)


def notes(names: list[str], changed: set[str] | None = None) -> tuple[d.Card, ...]:
    return tuple(b.card(name, text="new" if name in (changed or ()) else "old") for name in names)


def test_the_same_document_does_not_differ() -> None:
    document = b.full_document()
    assert not diff(document, document)
    assert not diff(document, msgspec.structs.replace(document))


def test_a_deleted_phase_names_all_that_went_and_what_it_changed() -> None:
    before = b.full_document()
    after = phases.delete_phase(before, "m1", "p1")
    found = diff(before, after)
    assert set(found.removed) == set(
        "p1 s1 s2 c1 c2 c3 c4 e1 e2 e3 t1 t2 t3 k1 k2 co1 co2 co3".split()  # noqa: SIM905
    )
    assert set(found.changed) == {"i1", "act1", "v1", "met1"}
    assert not found.added
    back = diff(after, before)
    assert back.added == found.removed


def test_fields_of_a_map_and_of_the_document_are_told_apart() -> None:
    before = b.full_document()
    assert set(diff(before, maps.rename_map(before, "m2", "Ny")).changed) == {"m2"}
    assert set(diff(before, documents.change_document(before, title="Ny")).changed) == {"doc"}
    assert set(diff(before, registers.change_entry(before, "a1", name="Ny")).changed) == {"a1"}
    assert set(diff(before, text.set_text(before, "m1", "c3", "Ny")).changed) == {"c3"}


def test_maps_come_go_and_move() -> None:
    before = b.full_document()
    gone = diff(before, maps.delete_map(before, "m2"))
    assert {"m2", "m2-p1", "m2-c1"} <= set(gone.removed)
    assert len(diff(before, maps.move_map(before, "m2", 0)).moved) == 1


def test_a_lane_that_was_moved_far_is_the_only_one_that_moved() -> None:
    before = b.full_document()
    found = diff(before, lanes.move_lane(before, "m1", "touchpoint", 6))
    assert set(found.moved) == {"touchpoint"}
    assert not (found.added)
    assert not (found.removed)
    assert not found.changed


def test_one_changed_card_of_a_thousand_is_found() -> None:
    before = synthetic.document(1000)
    after = text.set_text(before, "map", "card-700", "Ny")
    assert set(diff(before, after).changed) == {"card-700"}


@given(NAMES, NAMES, st.sets(st.sampled_from("abcdefghijklmnop")))
def test_two_lists_differ_in_what_sets_and_order_say(
    former: list[str], now: list[str], changed: set[str]
) -> None:
    before, after = notes(former), notes(now, changed)
    found = list_diff(before, after)
    assert set(found.added) == set(now) - set(former)
    assert set(found.removed) == set(former) - set(now)
    assert set(found.changed) == set(now) & set(former) & changed
    stayed = [name for name in now if name in former and name not in found.moved]
    assert stayed == [name for name in former if name in now and name not in found.moved]
    common = [name for name in former if name in now]
    assert bool(found.moved) is (common != [name for name in now if name in former])
