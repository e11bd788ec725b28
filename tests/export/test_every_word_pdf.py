"""Every line of every page is in its PDF once, in its order, and nothing else is.

By two readers and by the structure; poppler gives text as it stands in the file, pdfium turns some
of it round, so that there only its lines and letters are counted.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest

from cjmapper.drawing.pages import Page, PageKind
from cjmapper.drawing.primitives import TextLine
from cjmapper.drawing.walk import ink_of, leaves
from cjmapper.export.options import ExportKind, ExportOptions
from cjmapper.export.planning import plan_map
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.model.vocabulary import Overflow
from cjmapper.painters.pdf import PdfFacts, write_pdf
from cjmapper.painters.qt_bands import offscreen_application
from cjmapper.painters.qt_outlines import QtOutlines
from cjmapper.text.metrics import load_metrics
from cjmapper.text.wrap import Typesetter
from tests.export.test_examples_pdf import EXAMPLES, example, run, squeezed
from tests.support.pdf_checks import in_tree
from tests.support.wide_maps import wide_map

pytestmark = pytest.mark.usefixtures("qapp")


def asked(settings: PosterSettings, kind: ExportKind = ExportKind.POSTER) -> ExportOptions:
    return ExportOptions(poster=settings, kind=kind, today=dt.date(2026, 4, 1))


WIDE = "wide"
MAPS = (*EXAMPLES, WIDE)
_POSTER = PosterSettings
WAYS = {
    "A0": asked(_POSTER(paper="A0")),
    "A1": asked(_POSTER(paper="A1", blank_row=True)),
    "A3": asked(_POSTER(paper="A3")),
    "A4": asked(_POSTER(paper="A4")),
    "list": asked(_POSTER(paper="A3", overflow=Overflow.LIST)),
    "grid": asked(_POSTER(paper="A1"), ExportKind.GRID),
    "labels": asked(_POSTER(paper="A4"), ExportKind.LABELS),
    "sheets": asked(_POSTER(paper="A1", tiles="A4")),
}
WHOLE = tuple(way for way in WAYS if way != "sheets")
_NOT_TAKEN = re.compile(r"[-…\ufffe\x02]")
"""A reader joins words at hyphens that end a line, ours or not, and does not leave out dots."""

every_way = pytest.mark.parametrize(
    ("name", "way"), [(name, way) for name in MAPS for way in WHOLE]
)
every_map = pytest.mark.parametrize("name", MAPS)


class Made(NamedTuple):
    """The pages of a map and the PDF that was made of them."""

    pages: tuple[Page, ...]
    content: bytes


@cache
def made(name: str, way: str) -> Made:
    offscreen_application()
    document = wide_map() if name == WIDE else example(name)
    language = str(document.language)
    typesetter = Typesetter(load_metrics(), language, QtOutlines())
    pages = tuple(
        page
        for journey in document.maps
        for page in plan_map(document, journey.id, WAYS[way], typesetter).pages
    )
    target = BytesIO()
    write_pdf(pages, target, PdfFacts(document.title, language, invariant=True))
    return Made(pages, target.getvalue())


def lines(page: Page, *, told: bool = False) -> Iterator[str]:
    """The words of a page line by line, in order; of all, or only of what is `told`.

    A figure is one thing, decorated or not: what it shows is part of it.
    """
    for item, place in leaves(page.drawing.items):
        if not isinstance(item, TextLine):
            continue
        roles = [role for role in place.within if role in {"decoration", "figure"}]
        if not told or roles[:1] != ["decoration"]:
            yield squeezed(item.line.text)


def seen(page: Page) -> Iterator[str]:
    """The lines that stand on a sheet as a whole."""
    size = page.drawing.size
    for item, place in leaves(page.drawing.items):
        if isinstance(item, TextLine):
            ink = place.rect(ink_of(item))
            across = ink.x >= 0 and ink.right <= size.width
            if across and ink.y >= 0 and ink.bottom <= size.height:
                yield squeezed(item.line.text)


def by_poppler(content: bytes, folder: Path) -> list[str]:
    path = folder / "map.pdf"
    path.write_bytes(content)
    return [squeezed(page) for page in run("pdftotext", "-raw", path, "-").split("\f")[:-1]]


def by_pdfium(content: bytes) -> list[str]:
    with pypdfium2.PdfDocument(content) as pdf:
        return [taken(page.get_textpage().get_text_range()) for page in pdf]


def taken(words: str) -> str:
    return _NOT_TAKEN.sub("", squeezed(words))


@every_way
def test_a_reader_finds_each_line_once_in_order_and_nothing_else(
    name: str, way: str, tmp_path: Path
) -> None:
    whole = made(name, way)
    found = by_poppler(whole.content, tmp_path)
    assert found == ["".join(lines(page)) for page in whole.pages]


@every_way
def test_another_reader_finds_each_line_and_no_letter_more(name: str, way: str) -> None:
    whole = made(name, way)
    for page, found in zip(whole.pages, by_pdfium(whole.content), strict=True):
        wanted = [taken(line) for line in lines(page)]
        assert Counter(found) == Counter("".join(wanted))
        assert [line for line in wanted if line not in found] == []


@every_way
def test_the_structure_has_each_line_once_in_order_and_nothing_else(name: str, way: str) -> None:
    whole = made(name, way)
    told = in_tree(whole.content)
    for number, page in enumerate(whole.pages):
        found = squeezed("".join(words for at, words in told if at == number))
        assert found == "".join(lines(page, told=True))
    assert [number for number, _ in told] == sorted(number for number, _ in told)


@every_map
def test_each_sheet_has_the_lines_that_stand_on_it(name: str, tmp_path: Path) -> None:
    whole = made(name, "sheets")
    one, other = by_poppler(whole.content, tmp_path), by_pdfium(whole.content)
    for page, first, second in zip(whole.pages, one, other, strict=True):
        wanted = list(seen(page))
        assert [line for line in wanted if line not in first] == []
        assert [line for line in map(taken, wanted) if line not in second] == []
        assert Counter(first) <= Counter("".join(lines(page)))


@every_map
def test_the_structure_of_the_sheets_has_their_lines(name: str) -> None:
    whole = made(name, "sheets")
    told = in_tree(whole.content)
    for number, page in enumerate(whole.pages):
        found = squeezed("".join(words for at, words in told if at == number))
        assert found == "".join(lines(page, told=True))


def test_what_is_read_has_overviews_lists_and_pages_that_go_on() -> None:
    kinds = {page.kind for way in WAYS for page in made(WIDE, way).pages}
    assert kinds == set(PageKind)
