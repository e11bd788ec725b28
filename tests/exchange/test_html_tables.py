"""Tables in HTML from spreadsheets, documents and pages, and what pretends to be one."""

from contextlib import suppress

import pytest

from cjmapper.errors import EditError
from cjmapper.exchange.html_tables import table_in

EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>
<meta name=Generator content="Microsoft Excel 15"><style><!--td {color:black;}--></style></head>
<body><table border=0 cellpadding=0><!--StartFragment--><col width=64 span=2>
 <tr height=20><td height=20 class=xl65>Kj&oslash;p</td><td>a<br>
    b</td></tr>
 <tr><td>=1+1</td><td align=right>2,5</td></tr><!--EndFragment--></table></body></html>"""


def rows(source: str) -> tuple[tuple[str, ...], ...] | None:
    table = table_in(source)
    return None if table is None else table.rows


def test_a_range_of_a_spreadsheet_is_read_cell_by_cell() -> None:
    assert rows(EXCEL) == (("Kjøp", "a\nb"), ("=1+1", "2,5"))


def test_a_cell_over_several_leaves_the_others_empty() -> None:
    found = rows(
        "<table><tr><th colspan=2>A<th rowspan='2'>B</tr><tr><td>c<td>d</tr>"
        "<tr><td>e<td>f<td>g</table>"
    )
    assert found == (("A", "", "B"), ("c", "d", ""), ("e", "f", "g"))


def test_looks_and_what_runs_are_left_behind() -> None:
    found = rows(
        "<table><tr><td><b>x</b><script>alert('no')</script><style>td{}</style>"
        "<a href='javascript:1'>y</a> &lt;b&gt;</td></tr></table>"
    )
    assert found == (("xy <b>",),)


def test_a_table_in_a_cell_is_text_of_that_cell() -> None:
    found = rows("<table><tr><td>a<table><tr><td>b</td></tr></table></td><td>c</td></tr></table>")
    assert found == (("a\nb", "c"),)


@pytest.mark.parametrize(
    "source",
    [
        "", "<p>text</p>", "<table></table>", "<table><tr><td> </td></tr></table>",
        "<table><tr><td>a</table><table><tr><td>b</table>",
        "<p>" + "much to read " * 40 + "</p><table><tr><td>a</table>",
    ],
    ids=["nothing", "no table", "no row", "blank", "two", "a page"],
)  # fmt: skip
def test_what_is_no_one_table_is_left_to_the_text(source: str) -> None:
    assert rows(source) is None


@pytest.mark.parametrize(
    "piece", ["<!--", "<td a='", "<td colspan=999>", "</td", "<tr>", "&", "<", "<table>"]
)
def test_malformed_pieces_in_any_number_are_borne(piece: str) -> None:
    with suppress(EditError):
        table_in("<table><tr><td>a" + piece * 20_000)


def test_more_cells_than_anyone_pastes_are_refused() -> None:
    with pytest.raises(EditError) as refused:
        table_in("<table>" + "<tr><td>a</td></tr>" * 2_001 + "</table>")
    assert refused.value.code == "table_too_large"


def test_a_cell_over_several_rows_moves_what_is_below_it_to_the_right() -> None:
    found = rows("<table><tr><td rowspan=2>A<td>b</tr><tr><td>c</tr><tr><td>d<td>e</table>")
    assert found == (("A", "b"), ("", "c"), ("d", "e"))


def test_cells_without_a_row_of_their_own_are_the_first_row() -> None:
    assert rows("<table><td>a<td>b<tr><td>c<td>d</table>") == (("a", "b"), ("c", "d"))


def test_a_table_that_ends_twice_is_read_as_if_it_ended_once() -> None:
    assert rows("</table><table><tr><td>a<td>b</table></table>") == (("a", "b"),)


def test_a_page_around_a_table_is_no_table() -> None:
    table = "<table><tr><td>a<td>b</table>"
    assert rows(table + "x" * 200) == (("a", "b"),)
    assert rows(table + "x" * 201) is None
