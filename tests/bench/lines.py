"""P7: lines that are broken or placed differently on the screen and in the PDF, both read back.

The screen's side is the map as the window draws it, read from the glyph runs that reach Qt. The
other is the map on a poster, read by a program that knows nothing of ours. No drawing is compared
with itself: two are composed, painted by two painters, and found again in two ways.
"""

import datetime as dt
from collections.abc import Iterator
from io import BytesIO

from cjmapper import places
from cjmapper.drawing.compose import Composer
from cjmapper.drawing.poster import compose_poster
from cjmapper.drawing.theme import LIGHT, PAPER
from cjmapper.geometry import Rect, Size
from cjmapper.layout.map import lay_out_map
from cjmapper.layout.poster import lay_out_poster
from cjmapper.layout.poster_types import PageRequest, PosterLayout
from cjmapper.layout.setting import Setting
from cjmapper.model.document import Document
from cjmapper.model.ids import counted_ids
from cjmapper.painters.pdf import PdfFacts, write_pdf
from cjmapper.painters.qt_bands import offscreen_application
from cjmapper.painters.qt_outlines import QtOutlines
from cjmapper.storage.codec import decode
from cjmapper.storage.files import read_bytes
from cjmapper.storage.templates import LANGUAGES, template, template_names
from cjmapper.text.metrics import Metrics, load_metrics
from cjmapper.text.wrap import Typesetter
from cjmapper.words.catalog import Words
from tests.bench.measure import Row
from tests.support import synthetic
from tests.support.paged import paged
from tests.support.screen_lines import (
    Glyph,
    ReadLine,
    differences,
    lines_of,
    pdf_glyphs,
    screen_lines,
)

_TODAY = dt.date(2026, 1, 5)
_A0 = Size(1189.0, 841.0)
_WIDEST = 5000.0
"""No page of a PDF is wider than 5080 mm."""
_MARGIN = 20.0
_READABLE = 0.5
"""The least scale at which places are read back to a fiftieth of a millimetre."""


def lines_row(sizes: tuple[int, ...] = (100, 1000, 10_000)) -> Row:
    """How many lines differ over all examples, templates and synthetic maps."""
    offscreen_application()
    metrics = load_metrics()
    differing = 0
    for document in documents(sizes):
        for index in range(len(document.maps)):
            differing += len(differing_lines(document, index, metrics))
    return Row("P7 lines that differ", differing, 0, count=True)


def documents(sizes: tuple[int, ...]) -> Iterator[Document]:
    """Every map there is: bundled and made up."""
    for path in sorted(places.resource("examples").glob("*.cjmap")):
        yield decode(read_bytes(path)).document
    for name in template_names():
        for language in LANGUAGES:
            yield template(name, language, counted_ids(), _TODAY)
    for size in sizes:
        yield synthetic.document(size)


def differing_lines(document: Document, index: int, metrics: Metrics) -> list[ReadLine]:
    """The lines of one map that the window and the poster do not have alike."""
    language = str(document.language)
    setting = Setting(Typesetter(metrics, language, QtOutlines()), Words(language))
    poster = _poster(document, index, setting)
    shown = screen_lines(Composer(LIGHT).map_drawing(poster.map), metrics)
    target = BytesIO()
    facts = PdfFacts(language=language, invariant=True)
    write_pdf(paged(compose_poster(poster, Composer(PAPER))), target, facts)
    printed = lines_of(_on_the_map(pdf_glyphs(target.getvalue()), poster))
    if not shown or not printed:
        raise AssertionError("Nothing was read back.")
    return differences(shown, printed)


def _poster(document: Document, index: int, setting: Setting) -> PosterLayout:
    """On an A0; one that would be too small to be read back stands on a longer sheet."""
    poster = _on_page(document, index, setting, _A0)
    if poster.map_scale > _READABLE:
        return poster
    return _on_page(document, index, setting, Size(_WIDEST, _A0.height))


def _on_page(document: Document, index: int, setting: Setting, page: Size) -> PosterLayout:
    inside = Rect(0.0, 0.0, page.width, page.height).grown(-_MARGIN)
    layout = lay_out_map(document, document.maps[index].id, setting)
    return lay_out_poster(PageRequest(map=layout, page=page, inside=inside, today=_TODAY), setting)


def _on_the_map(glyphs: list[Glyph], poster: PosterLayout) -> Iterator[Glyph]:
    """The glyphs that stand on the map, where they are on it before it is scaled and moved."""
    box, scale = poster.map_rect, poster.map_scale
    for glyph in glyphs:
        if box.x <= glyph.x <= box.right and box.y <= glyph.y <= box.bottom:
            yield Glyph(
                (glyph.y - box.y) / scale,
                (glyph.x - box.x) / scale,
                glyph.letter,
                glyph.size / scale,
            )
