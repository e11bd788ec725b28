"""Tables of texts: as spreadsheets write them, and as they are written for spreadsheets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjmapper.errors import EditError
from cjmapper.model.text_table import lines_of, read_delimited, table_of, written


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a\tb\r\nc\td\r\n", (("a", "b"), ("c", "d"))),
        ("a\tb\tc\nd", (("a", "b", "c"), ("d", "", ""))),
        ('"a\nb"\t"say ""hi"""', (("a\nb", 'say "hi"'),)),
        ('"as it is"\tx', (('"as it is"', "x"),)),
        ('"never closed\tx\ny', (('"never closed', "x"), ("y", ""))),
        ('"a" b\tc', (('"a" b', "c"),)),
        ("\n\t\n\ta\n", (("a",),)),
        ("=1+1\t@x", (("=1+1", "@x"),)),
        ("a\x00\x07b\t\x1b[0m", (("ab", "[0m"),)),
    ],
)
def test_a_range_is_read_as_the_spreadsheet_shows_it(
    text: str, rows: tuple[tuple[str, ...], ...]
) -> None:
    table = read_delimited(text)
    assert table is not None
    assert table.rows == rows


@pytest.mark.parametrize("text", ["", "\t\t\n\t", " \n "])
def test_blanks_are_no_table(text: str) -> None:
    assert read_delimited(text) is None
    assert lines_of(text) is None


@pytest.mark.parametrize("text", ["a\n" * 2_001, "a\t" * 2_001, "\t" * 3_000, "x" * 5_000_001])
def test_too_much_is_refused(text: str) -> None:
    with pytest.raises(EditError) as refused:
        read_delimited(text)
    assert refused.value.code == "table_too_large"


CELL = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), max_size=8)
LINES = st.lists(CELL, min_size=1, max_size=2).map("\n".join)


@given(st.lists(st.lists(LINES, min_size=3, max_size=3), min_size=1, max_size=4))
def test_what_is_written_is_read_back(rows: list[list[str]]) -> None:
    table = table_of([["corner", "a", "b", "c"], *([["x", *row] for row in rows])])
    assert table is not None
    assert read_delimited(written(table.rows)) == table


def test_a_line_of_millions_of_tabs_is_refused_before_it_is_read_to_its_end() -> None:
    with pytest.raises(EditError) as refused:
        read_delimited("\t" * 4_900_000 + "x")
    assert refused.value.code == "table_too_large"


def test_lines_beyond_what_a_table_may_have_are_refused() -> None:
    for text in ("a\n" * 2_001, "x" * 5_000_001):
        with pytest.raises(EditError) as refused:
            lines_of(text)
        assert refused.value.code == "table_too_large"
