"""What comes in by the door is turned into plain UTF-8 once, and what was done is said."""

import codecs

import pytest

from cjmapper.storage.codec import decode, encode
from cjmapper.storage.door import Notice, admit
from tests.storage.samples import small

CONTENT = encode(small())


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (codecs.BOM_UTF8 + CONTENT, "utf-8"),
        (CONTENT.decode().encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + CONTENT.decode().encode("utf-16-be"), "utf-16"),
        (CONTENT.decode().encode("utf-16-le"), "utf-16-le"),
        (CONTENT.decode().encode("utf-16-be"), "utf-16-be"),
        (CONTENT.decode().encode("utf-32"), "utf-32"),
    ],
)
def test_other_encodings_open_with_a_notice(content: bytes, encoding: str) -> None:
    loaded = decode(content)
    assert loaded.document == small()
    assert loaded.notices == (Notice("file_transcoded", {"encoding": encoding}),)


def test_what_we_wrote_passes_untouched_and_unmentioned() -> None:
    assert admit(CONTENT) == (CONTENT, ())


@pytest.mark.parametrize(
    ("written", "count"),
    [
        (b"a\\u0000b", 1),
        (b"a\\bb", 1),
        (b"\\u001fab\\u000B", 2),
        (b"a\x00\x1fb", 2),
        (b"ab\\ud800", 1),
        (b"a\\udc00b\\uDBFF", 2),
        (b"a\\ud83f\\udffeb", 1),
        (b"a\xef\xbf\xbeb\xef\xb7\x90", 2),
        (b"a\xf0\x9f\xbf\xbfb", 1),
        (b"a\\r\\uFFFFb", 2),
    ],
)
def test_characters_that_nothing_can_show_are_taken_out_and_counted(
    written: bytes, count: int
) -> None:
    content = CONTENT.replace("Å bli møtt".encode(), written)
    loaded = decode(content)
    assert loaded.document.maps[0].cards[0].text == "ab"
    assert loaded.notices == (Notice("characters_removed", {"count": count}),)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (b"a\\n\\tb", "a\n\tb"),
        (b"\\\\u0000", "\\u0000"),
        (b"\\\\\\\\b", "\\\\b"),
        (b"\\u00e5\\ud83d\\ude00", "å😀"),
        ("😀\u2028é".encode(), "😀\u2028é"),
        (b"\\/", "/"),
    ],
)
def test_everything_else_is_left_as_it_is(written: bytes, text: str) -> None:
    loaded = decode(CONTENT.replace("Å bli møtt".encode(), written))
    assert loaded.document.maps[0].cards[0].text == text
    assert loaded.notices == ()
