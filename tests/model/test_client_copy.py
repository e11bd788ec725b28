"""What a client gets and what stays at home."""

import hashlib
import itertools
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjmapper.model import document as d
from cjmapper.model import ids, invariants
from cjmapper.model import vocabulary as v
from cjmapper.model.client_copy import EVERYTHING, Travels, client_copy, what_travels
from tests.support.builders import card, document, journey, lane, reading
from tests.support.random_maps import random_document

CHOICES = [
    chosen
    for count in range(len(EVERYTHING) + 1)
    for chosen in itertools.combinations(EVERYTHING, count)
]


def asset(content: bytes) -> d.Asset:
    name = ids.AssetId(hashlib.sha256(content).hexdigest())
    return d.Asset(id=name, media_type="image/png", data=content)


NOTE_PICTURE, SHARED, LOOSE = asset(b"note"), asset(b"shared"), asset(b"loose")


def full() -> d.Document:
    """A document with something of all that can be left out."""
    cards = (
        card("c1", "touchpoint:s1", "Kjøper", picture=SHARED.id, author_mark="KN"),
        card("c2", "note:s1", "Spør Kari", picture=NOTE_PICTURE.id),
        card("c3", "note:s2", "Spør Ola", picture=SHARED.id),
        card("c4", None, "Parkert"),
    )
    first = journey(
        cards=cards,
        emotions=(reading("e1", "s1", 1.0, author_mark="OL"),),
        owner="Per Ås",
        links=(d.Link(id=ids.LinkId("k1"), start=ids.CardId("c1"), to=ids.CardId("c2")),),
        actions=(d.Action(id=ids.ActionId("a1"), title="Rydd", owner="Liv"),),
        comments=(
            d.Comment(id=ids.CommentId("x1"), target="c1", text="Nei!", initials="KN"),
            d.Comment(id=ids.CommentId("x2"), target="c2", text="Ja!", initials="OL"),
        ),
        vote_rounds=(d.VoteRound(id=ids.VoteRoundId("v1"), tally={ids.CardId("c2"): 3}),),
    )
    return document(
        first,
        journey("m2-s1", "note", name="m2"),
        author="Kari Nord",
        contact="kari@nord.example",
        actors=(d.Actor(id=ids.ActorId("a"), name="Ingrid", quote="Endelig"),),
        evidence=(d.Evidence(id=ids.EvidenceId("ev"), title="Intervju", quote="Kaldt"),),
        workshops=(
            d.Workshop(
                id=ids.WorkshopId("w"),
                facilitator="Kari Nord",
                participants=(d.Participant(name="Ola", is_customer=True), d.Participant()),
                minutes=("Ola var sur",),
            ),
        ),
        assets=(NOTE_PICTURE, SHARED, LOOSE),
    )


def said(whole: d.Document) -> str:
    return msgspec.json.encode(whole).decode()


@given(seed=st.integers(0, 10_000), chosen=st.sampled_from(CHOICES))
@settings(max_examples=150, deadline=None)
def test_a_copy_keeps_every_rule_and_is_a_copy_of_itself(
    seed: int, chosen: tuple[str, ...]
) -> None:
    copy = client_copy(random_document(seed), chosen)
    invariants.check(copy)
    assert client_copy(copy, chosen) is copy


@pytest.mark.parametrize("chosen", CHOICES)
def test_a_full_document_keeps_every_rule_whatever_is_left_out(chosen: tuple[str, ...]) -> None:
    whole = full()
    before = said(whole)
    invariants.check(whole)
    copy = client_copy(whole, chosen)
    invariants.check(copy)
    assert (copy is whole) == (not chosen)
    assert client_copy(copy, chosen) is copy
    assert said(whole) == before


def test_nothing_to_leave_out_gives_the_same_document() -> None:
    plain = document(journey(cards=(card("c1", "touchpoint:s1"),)))
    assert client_copy(plain, EVERYTHING) is plain
    assert client_copy(full_document := full(), ("rumours",)) is full_document


@pytest.mark.parametrize(
    ("word", "gone", "kept"),
    [
        ("notes", ["Spør Kari", "Spør Ola", "Ola var sur"], ["Parkert", "Nei!", "Endelig"]),
        ("parked", ["Parkert"], ["Spør Kari", "Kjøper"]),
        ("comments", ["Nei!", "Ja!", "x1"], ["Kjøper", "Spør Kari"]),
        ("quotes", ["Endelig", "Kaldt"], ["Ingrid", "Intervju", "Kari Nord"]),
        (
            "names",
            ["Kari Nord", "kari@nord", '"Ola"', "Per Ås", "Liv", '"KN"', '"OL"'],
            ["Ingrid", "Rydd", "is_customer", "Nei!"],
        ),
    ],
)
def test_each_word_leaves_out_its_own(word: str, gone: list[str], kept: list[str]) -> None:
    written = said(client_copy(full(), (word,)))
    assert not [text for text in gone if text in written]
    assert not [text for text in kept if text not in written]


def test_what_points_at_a_note_lets_go_of_it() -> None:
    copy = client_copy(full(), (v.LeftOut.NOTES,))
    first = copy.maps[0]
    assert first.links == ()
    assert first.vote_rounds[0].tally == {}
    assert [comment.id for comment in first.comments] == ["x1"]


def test_a_picture_that_only_a_note_shows_goes_with_it_and_others_stay() -> None:
    copy = client_copy(full(), ("notes",))
    assert copy.assets == (SHARED, LOOSE)


def test_a_lane_of_nothing_but_notes_goes_and_one_with_more_in_it_stays() -> None:
    mixed = journey(
        "s1",
        "note touchpoint",
        cards=(card("c1", "note:s1"), card("c2", "note:s1", kind=v.CardKind.PAIN)),
    )
    empty = journey("m2-s1", "m2-note", name="m2")
    copy = client_copy(document(mixed, empty), ("notes",))
    assert [one.id for one in copy.maps[0].lanes] == ["note", "touchpoint"]
    assert [one.id for one in copy.maps[0].cards] == ["c2"]
    assert copy.maps[1] is empty
    assert [one.kind for one in client_copy(full(), ("notes",)).maps[0].lanes] == [
        one.kind for one in journey().lanes if one.kind is not v.LaneKind.NOTE
    ]
    assert lane("note").kind is v.LaneKind.NOTE


def test_what_travels_is_counted() -> None:
    assert what_travels(full(), {"m1"}) == Travels(
        people=4,
        notes=2,
        parked=1,
        comments=2,
        quotes=2,
        pictures=3,
        evidence=1,
        other_maps=1,
    )
    assert what_travels(document(journey()), {"m1"}) == Travels()


@pytest.mark.parametrize("chosen", CHOICES)
def test_what_was_left_out_no_longer_travels(chosen: tuple[str, ...]) -> None:
    counted: dict[str, Any] = msgspec.structs.asdict(
        what_travels(client_copy(full(), chosen), {"m1"})
    )
    for word, field in (("names", "people"), *((one, one) for one in EVERYTHING[:4])):
        assert (counted[field] == 0) == (word in chosen)
