"""Every bad file ever found is refused with its code, and the place where there is one."""

import hashlib
from pathlib import Path

import pytest

from cjmapper.errors import CjmapperError, FileError
from cjmapper.model import bounds, ids
from cjmapper.model import document as d
from cjmapper.model.document import Document
from cjmapper.model.plain_text import MAX_TEXT
from cjmapper.storage import limits
from cjmapper.storage.codec import decode, encode, encode_checked
from cjmapper.storage.door import MAX_BYTES, admit
from tests.storage.samples import CORPUS, every_field, small
from tests.support.builders import card, document, journey

BAD = sorted(CORPUS.glob("*.cjmap"))

PLACES = {
    "field_wrong--value-is-a-word": "maps[0].emotions[1].value",
    "field_missing--card-without-id": "maps[0].cards[1].id",
    "field_missing--map-without-steps": "maps[0].steps",
    "emotion_value_range--three": "maps[0].emotions[1].value",
    "reference_unknown--link-to-nothing": "maps[0].links[0].to",
    "id_twice--cards": "maps[0].cards[1].id",
    "number_too_large--count": "evidence[0].n",
    "number_too_large--span": "maps[0].cards[0].span",
    "too_deep--unknown-field": "later",
}


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_file_is_refused_with_the_code_in_its_name(path: Path) -> None:
    with pytest.raises(CjmapperError) as caught:
        decode(path.read_bytes())
    assert caught.value.code == path.stem.split("--")[0]


@pytest.mark.parametrize("name", PLACES)
def test_the_place_of_the_fault_is_said(name: str) -> None:
    with pytest.raises(CjmapperError) as caught:
        decode((CORPUS / f"{name}.cjmap").read_bytes())
    assert caught.value.place == PLACES[name]


def test_a_wrong_field_says_what_belongs_there_and_what_stands() -> None:
    with pytest.raises(FileError) as caught:
        decode((CORPUS / "field_wrong--value-is-a-word.cjmap").read_bytes())
    assert caught.value.values == {"expected": "number", "got": '"sint"'}


def test_every_start_of_a_map_is_cut_off_and_nothing_else() -> None:
    content = encode(small())
    for length in range(1, len(content) - 1, 7):
        with pytest.raises(FileError, match=r"file_cut_off|file_not_utf8"):
            decode(content[:length])


def readable(content: bytes) -> bool:
    try:
        decode(content)
    except CjmapperError:
        return False
    return True


def test_a_map_with_a_flipped_byte_is_read_or_refused_but_never_breaks_the_reader() -> None:
    content = bytearray(encode(small()))
    outcomes = set()
    for place in range(0, len(content), 5):
        kept = content[place]
        for value in (0, ord('"'), ord("{"), 0xFF, kept ^ 1):
            content[place] = value
            outcomes.add(readable(bytes(content)))
        content[place] = kept
    assert outcomes == {True, False}


def test_a_file_beyond_the_limit_is_not_even_looked_at() -> None:
    with pytest.raises(FileError, match="too_large"):
        admit(b" " * (MAX_BYTES + 1))


def long_text(length: int) -> Document:
    return document(journey(cards=(card("c1", "note:s1", "x" * length),)))


def test_a_text_at_the_limit_is_read_and_one_beyond_is_refused_both_ways() -> None:
    assert decode(encode(long_text(MAX_TEXT))).document == long_text(MAX_TEXT)
    with pytest.raises(FileError, match="text_too_long") as caught:
        decode(encode(long_text(MAX_TEXT + 1)))
    assert caught.value.place == "maps[0].cards[0].text"
    with pytest.raises(FileError, match="text_too_long"):
        encode_checked(long_text(MAX_TEXT + 1))


def test_a_long_text_in_an_unknown_field_is_found_too() -> None:
    content = encode(small()).replace(
        b'"format": 1', b'"format": 1, "odd": ["' + b"y" * 20_001 + b'"]'
    )
    with pytest.raises(FileError, match="text_too_long") as caught:
        decode(content)
    assert caught.value.place == "odd[0]"


def test_no_depth_of_nesting_breaks_the_reader() -> None:
    content = encode(small())
    for depth in range(700, 1010):
        nested = b'"format": 1, "odd": ' + b"[" * depth + b"]" * depth
        with pytest.raises(FileError, match="too_deep"):
            decode(content.replace(b'"format": 1', nested))


def test_too_many_cards_are_refused_both_ways() -> None:
    cards = tuple(card(f"c{n}", "note:s1") for n in range(limits.MAX_OBJECTS))
    crowded = document(journey(cards=cards))
    with pytest.raises(FileError, match="too_many_objects"):
        decode(encode(crowded))
    with pytest.raises(FileError, match="too_many_objects"):
        encode_checked(crowded)


def test_too_large_pictures_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    content = encode(every_field())
    monkeypatch.setattr(limits, "MAX_ASSET_BYTES", 255)
    with pytest.raises(FileError, match="too_large_pictures"):
        decode(content)


def test_what_is_just_within_its_limit_is_taken_both_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    held = d.Asset(id=ids.AssetId(hashlib.sha256(b"x" * 40).hexdigest()), data=b"x" * 40)
    counted = d.Evidence(id=ids.EvidenceId("e1"), title="å" * MAX_TEXT, n=bounds.MAX_MEASURED)
    whole = document(assets=(held,), evidence=(counted,))
    monkeypatch.setattr(limits, "MAX_ASSET_BYTES", 40)
    assert decode(encode_checked(whole)).document == whole
    monkeypatch.setattr(limits, "MAX_ASSET_BYTES", 39)
    with pytest.raises(FileError, match="too_large_pictures"):
        encode_checked(whole)
