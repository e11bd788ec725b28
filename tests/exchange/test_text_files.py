"""Text files of spreadsheets and editors, in the encodings people have them in."""

import pytest

from cjmapper.errors import EditError
from cjmapper.exchange.text_files import table_in_file


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_letters_of_the_north_are_read_in_every_usual_encoding(encoding: str) -> None:
    table = table_in_file("Kjøp;Känslor\r\nå;“ä”\r\n".encode(encoding), ".csv")
    assert table is not None
    assert table.rows == (("Kjøp", "Känslor"), ("å", "“ä”"))


@pytest.mark.parametrize(
    ("text", "ending", "rows"),
    [
        ('a,"b, c"\nd,e', ".csv", (("a", "b, c"), ("d", "e"))),
        ("a\tb\nc\td", ".tsv", (("a", "b"), ("c", "d"))),
        ("one; two\n\nthree", ".txt", (("one; two",), ("three",))),
        ('"a";"b\nc"', ".csv", (("a", "b\nc"),)),
    ],
)
def test_cells_are_parted_by_what_fits(
    text: str, ending: str, rows: tuple[tuple[str, ...], ...]
) -> None:
    table = table_in_file(text.encode(), ending)
    assert table is not None
    assert table.rows == rows


@pytest.mark.parametrize("content", [b"PK\x03\x04\x00\x00", b"\xff\xfea", b"a" * 20_000_001])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(EditError) as refused:
        table_in_file(content, ".csv")
    assert refused.value.code == "text_file_unreadable"
