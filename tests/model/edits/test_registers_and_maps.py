"""Registers, pictures, whole maps and the document's own fields, forth and back."""

import pytest

from cjmapper.model import document as d
from cjmapper.model import ids, invariants
from cjmapper.model import vocabulary as v
from cjmapper.model.edits import assets, cards, documents, maps, registers, steps
from cjmapper.model.entities import MAP_PARTS, parts
from tests.support import builders as b
from tests.support.edits import refused, tried, untouched

ENTRIES = [
    d.Actor(id=ids.ActorId("x"), name="Ny", evidence=(ids.EvidenceId("ev1"),)),
    d.Channel(id=ids.ChannelId("x"), name="Chat"),
    d.Department(id=ids.DepartmentId("x"), name="Drift"),
    d.Tag(id=ids.TagId("x"), name="barriere"),
    d.Evidence(id=ids.EvidenceId("x"), n=4),
    d.Metric(id=ids.MetricId("x"), scope="p1", target=40_000_000.0),
    d.Workshop(id=ids.WorkshopId("x")),
]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: type(entry).__name__)
def test_an_entry_is_added_moved_and_deleted(entry: d.Actor) -> None:
    document = b.full_document()
    added = tried(document, lambda doc: registers.add_entry(doc, entry))
    moved = tried(added, lambda doc: registers.move_entry(doc, "x", 0))
    untouched(moved, lambda doc: registers.move_entry(doc, "x", -1))
    assert tried(moved, lambda doc: registers.delete_entry(doc, "x")) == document


def test_an_entry_takes_other_fields_and_refuses_wrong_ones() -> None:
    document = b.full_document()
    tried(document, lambda doc: registers.change_entry(doc, "ch1", ownership=v.Ownership.PARTNER))
    untouched(document, lambda doc: registers.change_entry(doc, "ch1", name="Nettside"))
    refused(document, lambda doc: registers.change_entry(doc, "ev1", n=0), "count_range")
    refused(
        document, lambda doc: registers.change_entry(doc, "a1", picture="x"), "reference_unknown"
    )
    refused(
        document, lambda doc: registers.change_entry(doc, "met1", scope="c1"), "reference_unknown"
    )
    refused(document, lambda doc: registers.change_entry(doc, "c1", name="x"), "unknown_id")
    strange = d.Actor(id=ids.ActorId("x"), evidence=(ids.EvidenceId("no"),))
    refused(document, lambda doc: registers.add_entry(doc, strange), "reference_unknown")
    picture = d.Asset(id=ids.AssetId("x"))
    refused(document, lambda doc: registers.add_entry(doc, picture), "field_fixed")


@pytest.mark.parametrize("name", ["ch1", "dep1", "tag1", "ev1", "met1", "w1"])
def test_deleting_an_entry_clears_references_and_deletes_nothing_else(name: str) -> None:
    document = b.full_document()
    outcome = tried(document, lambda doc: registers.delete_entry(doc, name))
    for kind in MAP_PARTS:
        assert len(parts(outcome.maps[0], kind)) == len(parts(document.maps[0], kind))
    assert f'"{name}"' not in repr(outcome).replace("'", '"')


def test_deleting_one_of_several_actors_takes_what_it_felt_and_the_way_it_went() -> None:
    outcome = tried(b.full_document(), lambda doc: registers.delete_entry(doc, "a2"))
    journey = outcome.maps[0]
    assert journey.actors == ("a1",)
    assert [one.id for one in journey.emotions] == ["e1", "e3"]
    assert [one.id for one in journey.transitions] == ["t1", "t3", "t4"]
    assert [card.actor for card in journey.cards] == [None] * 7
    assert outcome.metrics[0].values[0].actor is None


def test_deleting_the_only_actor_leaves_the_readings_to_the_customer() -> None:
    actor = ids.ActorId("a1")
    journey = b.journey("s1", actors=(actor,), emotions=(b.reading("e1", "s1", 1.0, actor=actor),))
    document = b.document(journey, actors=(d.Actor(id=actor),))
    outcome = tried(document, lambda doc: registers.delete_entry(doc, "a1"))
    assert [(one.id, one.actor) for one in outcome.maps[0].emotions] == [("e1", None)]


def test_a_picture_is_kept_once_and_goes_when_nothing_shows_it() -> None:
    added = tried(
        b.document(),
        lambda doc: assets.add_asset(doc, b"png", name="x.png", media_type="image/png"),
    )
    untouched(added, lambda doc: assets.add_asset(doc, b"png", name="y", media_type="image/png"))
    name = assets.asset_id(b"png")
    shown = tried(added, lambda doc: steps.change_step(doc, "m1", "s1", picture=name))
    untouched(shown, assets.drop_unused_assets)
    branded = documents.change_document(added, brand=d.Brand(own_logo=name))
    untouched(branded, assets.drop_unused_assets)
    assert tried(added, assets.drop_unused_assets).assets == ()
    cleared = tried(branded, lambda doc: registers.delete_entry(doc, name))
    assert cleared.brand.own_logo is None
    tried(added, lambda doc: registers.change_entry(doc, name, name="Logo"))
    refused(added, lambda doc: registers.change_entry(doc, name, data=b"x"), "field_fixed")


def test_a_blank_map_is_added() -> None:
    blank = maps.blank_map(ids.counted_ids("z"), "Nytt")
    outcome = tried(b.document(), lambda doc: maps.add_map(doc, blank, 0))
    assert [journey.title for journey in outcome.maps] == ["Nytt", ""]
    refused(outcome, lambda doc: maps.add_map(doc, blank), "id_twice")


def test_a_map_takes_other_fields_and_refuses_wrong_ones() -> None:
    document = b.full_document()
    tried(document, lambda doc: maps.rename_map(doc, "m1", "Dagens"))
    tried(document, lambda doc: maps.change_map(doc, "m1", actors=("a2",), state=v.MapState.TO_BE))
    refused(document, lambda doc: maps.change_map(doc, "m1", cards=()), "field_fixed")
    refused(document, lambda doc: maps.change_map(doc, "m1", actors=("x",)), "reference_unknown")
    refused(document, lambda doc: maps.change_map(doc, "m1", compares_to="x"), "reference_unknown")
    refused(document, lambda doc: maps.change_map(doc, "m1", compares_to="m2"), "compares_to_cycle")
    untouched(document, lambda doc: maps.change_map(doc, "m2", compares_to="m1"))


def test_a_map_is_moved() -> None:
    outcome = tried(b.full_document(), lambda doc: maps.move_map(doc, "m2", 0))
    assert [journey.id for journey in outcome.maps] == ["m2", "m1"]
    untouched(outcome, lambda doc: maps.move_map(doc, "m2", 0))


def test_a_copy_of_a_map_has_new_ids_the_same_keys_and_its_own_references() -> None:
    document = b.full_document()
    outcome = tried(
        document, lambda doc: maps.duplicate_map(doc, "m1", ids.counted_ids("z"), "Versjon 2")
    )
    original, copy, other = outcome.maps
    assert original is document.maps[0]
    assert other is document.maps[1]
    assert (copy.title, copy.compares_to) == ("Versjon 2", "m1")
    assert [step.key for step in copy.steps] == [step.key for step in original.steps]
    inside = {part.id for kind in MAP_PARTS for part in parts(copy, kind)}
    assert all(card.step is None or card.step in inside for card in copy.cards)
    assert {comment.target for comment in copy.comments} <= inside
    assert set(copy.vote_rounds[0].tally) <= inside
    assert copy.steps[1].submap == "m2"
    assert (copy.transitions[0].start, copy.transitions[3].to) == ("START", "GOAL")


def test_a_map_is_deleted_with_every_reference_to_it_but_not_the_last() -> None:
    document = b.full_document()
    outcome = tried(document, lambda doc: maps.delete_map(doc, "m2"))
    assert outcome.maps[0].steps[1].submap is None
    first = tried(document, lambda doc: maps.delete_map(doc, "m1"))
    assert first.maps[0].compares_to is None
    assert first.metrics[0].scope is None
    refused(outcome, lambda doc: maps.delete_map(doc, "m1"), "last_map")
    refused(document, lambda doc: maps.delete_map(doc, "no"), "unknown_id")


def test_the_document_takes_other_fields_and_refuses_wrong_ones() -> None:
    document = b.document()
    outcome = tried(
        document,
        lambda doc: documents.change_document(doc, title="Ny\x07 tittel", language=v.Language.SV),
    )
    assert outcome.title == "Ny tittel"
    untouched(document, lambda doc: documents.change_document(doc, title=""))
    refused(document, lambda doc: documents.change_document(doc, maps=()), "field_fixed")
    refused(document, lambda doc: documents.change_document(doc, format=2), "field_fixed")
    brand = d.Brand(client_logo=ids.AssetId("no"))
    refused(document, lambda doc: documents.change_document(doc, brand=brand), "reference_unknown")


def test_text_that_no_file_could_hold_is_tidied_in_every_field() -> None:
    card = b.card("c", text="a\ud800b\x00c\ufeff", promise="\r\nd")
    document = cards.place_cards(
        b.document(), "m1", (card,), cards.Slot(ids.LaneId("note"), ids.StepId("s1"), 0)
    )
    invariants.check(document)
    placed = document.maps[0].cards[0]
    assert (placed.text, placed.promise) == ("abc", "\nd")
