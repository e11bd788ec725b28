"""A document becomes bytes and comes back whole."""

import math
from collections.abc import Callable
from pathlib import Path

import hypothesis
import hypothesis.strategies as st
import msgspec
import pytest

from cjmapper.errors import FileError, InvariantError
from cjmapper.model.document import Brand, Document
from cjmapper.model.extra import EXTRA
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.model.vocabulary import CardKind, PhaseKind
from cjmapper.storage.codec import decode, encode, encode_checked
from tests.storage.samples import bundled, every_field, small
from tests.support import synthetic
from tests.support.builders import card, document, journey

HEAD = b'{"format":1,"id":"x","maps":[{"id":"m","phases":[{"id":"p","key":"p"}],'
STEPS = b'"steps":[{"id":"s","key":"s","phase":"p"}]'
END = b"}]}"


def with_cards(*cards: bytes) -> bytes:
    lanes = b',"lanes":[{"id":"l","kind":"note"}],"cards":['
    return HEAD + STEPS + lanes + b",".join(cards) + b"]" + END


def synthetic_map() -> Document:
    return synthetic.document(1000)


@pytest.mark.parametrize("build", [small, every_field, synthetic_map])
def test_what_is_read_equals_what_was_written(build: Callable[[], Document]) -> None:
    original = build()
    assert decode(encode(original)).document == original
    assert encode(decode(encode(original)).document) == encode(original)
    assert encode_checked(original) == encode(original)


@pytest.mark.parametrize("path", bundled(), ids=lambda path: path.stem)
def test_an_example_is_the_same_byte_for_byte_after_reading_and_writing(path: Path) -> None:
    content = path.read_bytes()
    loaded = decode(content)
    assert encode(loaded.document) == content
    assert loaded.notices == ()
    assert not loaded.read_only


def test_every_object_has_a_line_of_its_own() -> None:
    lines = encode(small()).decode().splitlines()
    assert lines[0] == "{"
    assert lines[1] == '  "format": 1,'
    assert [line.strip() for line in lines if '"c1","kind"' in line] == [
        '{"id":"c1","kind":"touchpoint","lane":"touchpoint","step":"s1","text":"Å bli møtt"},'
    ]
    assert sum('"key":"p' in line for line in lines) == 2
    assert encode(small()).endswith(b"}\n")


def test_changing_one_card_changes_one_line() -> None:
    before = small()
    cards = before.maps[0].cards
    changed = msgspec.structs.replace(cards[0], text="Å bli sett")
    journey_after = msgspec.structs.replace(before.maps[0], cards=(changed, *cards[1:]))
    after = msgspec.structs.replace(before, maps=(journey_after,))
    pairs = zip(encode(before).splitlines(), encode(after).splitlines(), strict=True)
    assert sum(old != new for old, new in pairs) == 1


def test_equal_documents_give_equal_bytes() -> None:
    paper = "A" + str(len("x"))
    spelled_out = msgspec.structs.replace(
        small(),
        brand=Brand(),
        maps=(msgspec.structs.replace(small().maps[0], poster=PosterSettings(paper=paper)),),
    )
    assert spelled_out == small()
    assert encode(spelled_out) == encode(small())


def test_unknown_fields_survive_at_every_level() -> None:
    content = (
        b'{"format":1,"id":"x","later":{"a":[1,{"b":null}]},"brand":{"slogan":"Hei"},'
        b'"metrics":[{"id":"k","values":[{"value":1,"odd":true}]}],'
        b'"maps":[{"id":"m","mood":2.5,"poster":{"glue":1},"phases":[{"id":"p","key":"p","tint":"x"}],'
        + STEPS
        + END
    )
    loaded = decode(content).document
    assert loaded.extra == {"later": {"a": [1, {"b": None}]}}
    assert loaded.maps[0].phases[0].extra == {"tint": "x"}
    written = encode(loaded)
    raw = msgspec.json.decode(written)
    assert raw["later"] == {"a": [1, {"b": None}]}
    assert raw["brand"] == {"slogan": "Hei"}
    assert raw["metrics"][0]["values"] == [{"value": 1.0, "odd": True}]
    assert raw["maps"][0]["mood"] == 2.5
    assert raw["maps"][0]["poster"] == {"glue": 1}
    assert raw["maps"][0]["phases"][0]["tint"] == "x"
    assert decode(written).document == loaded
    assert encode_checked(loaded) == written


def test_unknown_fields_survive_in_what_stands_inside_a_card_or_an_action() -> None:
    actions = b',"actions":[{"id":"a","test":{"a":"x","odd":1}}]'
    loaded = decode(HEAD + STEPS + actions + END).document
    assert b'"test":{"a":"x","odd":1}' in encode_checked(loaded)
    assert decode(encode(loaded)).document == loaded


def test_unknown_fields_survive_an_edit_of_what_they_stand_beside() -> None:
    loaded = decode(with_cards(b'{"id":"c","kind":"note","glow":7}')).document
    edited = msgspec.structs.replace(loaded.maps[0].cards[0], text="Ny")
    assert edited.extra == {"glow": 7}


@pytest.mark.parametrize("name", ["extra", EXTRA])
def test_a_field_of_the_name_we_use_inside_is_an_unknown_field_like_any_other(name: str) -> None:
    content = with_cards(b'{"id":"c","kind":"note","' + name.encode() + b'":{"id":"z","q":1}}')
    loaded = decode(content).document
    assert loaded.maps[0].cards[0].id == "c"
    written = encode_checked(loaded)
    assert msgspec.json.decode(written)["maps"][0]["cards"][0][name] == {"id": "z", "q": 1}
    assert encode(decode(written).document) == written


def test_what_is_kept_aside_is_never_a_field_of_the_file() -> None:
    written = encode(decode(with_cards(b'{"id":"c","kind":"note","glow":7}')).document)
    assert b"extra" not in written


def test_an_unknown_word_reads_as_other_and_is_written_back_in_place() -> None:
    loaded = decode(with_cards(b'{"id":"c","kind":"hologram","text":"Hm"}')).document
    held = loaded.maps[0].cards[0]
    assert held.kind is CardKind.OTHER
    assert b'{"id":"c","kind":"hologram","text":"Hm"}' in encode(loaded)
    assert decode(encode(loaded)).document == loaded


def test_an_unknown_word_is_written_back_where_other_is_the_usual_value() -> None:
    content = (
        b'{"format":1,"id":"x","maps":[{"id":"m","phases":[{"id":"p","key":"p","kind":"dream"}],'
    )
    loaded = decode(content + STEPS + END).document
    assert loaded.maps[0].phases[0].kind is PhaseKind.OTHER
    assert b'{"id":"p","key":"p","kind":"dream"}' in encode(loaded)


def test_a_known_word_chosen_later_replaces_the_unknown_one() -> None:
    loaded = decode(with_cards(b'{"id":"c","kind":"hologram"}')).document
    chosen = msgspec.structs.replace(loaded.maps[0].cards[0], kind=CardKind.NOTE)
    journey_after = msgspec.structs.replace(loaded.maps[0], cards=(chosen,))
    edited = msgspec.structs.replace(loaded, maps=(journey_after,))
    written = encode_checked(edited)
    assert b"hologram" not in written
    assert decode(written).document.maps[0].cards[0].kind is CardKind.NOTE


def test_a_word_that_is_other_in_the_file_stays_other() -> None:
    loaded = decode(with_cards(b'{"id":"c","kind":"other"}')).document
    assert loaded.maps[0].cards[0].extra == {}
    assert b'"kind":"other"' in encode(loaded)


def test_numbers_beyond_64_bits_in_unknown_fields_survive() -> None:
    content = with_cards(b'{"id":"c","kind":"note","big":123456789012345678901234567890}')
    assert b"123456789012345678901234567890" in encode_checked(decode(content).document)


def test_a_file_of_a_newer_format_is_read_only_and_says_so() -> None:
    content = HEAD.replace(b'"format":1', b'"format":2') + STEPS + b',"holograms":[1]' + END
    loaded = decode(content)
    assert loaded.read_only
    assert [(notice.code, notice.values) for notice in loaded.notices] == [
        ("file_newer", {"format": 2})
    ]
    assert b'"holograms": [1]' in encode(loaded.document)


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_what_is_no_number_is_never_written(number: float) -> None:
    base = small()
    reading = msgspec.structs.replace(base.maps[0].emotions[0], value=number)
    broken = msgspec.structs.replace(
        base, maps=(msgspec.structs.replace(base.maps[0], emotions=(reading,)),)
    )
    with pytest.raises(InvariantError):
        encode_checked(broken)


def test_what_would_not_come_back_the_same_is_never_written() -> None:
    for value in (math.nan, "\ud800", {1, 2}):
        with pytest.raises(FileError, match="not_read_back"):
            encode_checked(msgspec.structs.replace(small(), extra={"later": value}))


def test_pictures_come_back_as_the_same_bytes() -> None:
    whole = every_field()
    assert whole.assets
    assert decode(encode(whole)).document.assets == whole.assets


def test_a_file_with_other_blanks_reads_the_same() -> None:
    spread = msgspec.json.format(encode(every_field()), indent=7)
    assert decode(spread).document == every_field()
    assert encode(decode(spread).document) == encode(every_field())


TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn"]) | st.sampled_from(['"', "\\", "\n", "\t"])
)


@hypothesis.given(st.lists(TEXTS, max_size=4))
@hypothesis.settings(max_examples=80)
def test_any_printable_text_comes_back(texts: list[str]) -> None:
    cards = tuple(card(f"c{n}", "note:s1", text) for n, text in enumerate(texts))
    original = document(journey(cards=cards), title="".join(texts))
    loaded = decode(encode(original))
    assert loaded.document == original
    assert loaded.notices == ()


def test_a_file_as_this_version_writes_it_is_judged_like_any_other() -> None:
    twice = document(journey("s1", cards=(card("c1", "note:s1"), card("c1", "note:s1"))))
    with pytest.raises(InvariantError, match="id_twice"):
        decode(encode(twice))
