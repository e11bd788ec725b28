"""Pages of posters for tests of their layout."""

import datetime as dt

import msgspec

from cjmapper.geometry import Rect
from cjmapper.layout.poster import lay_out_poster
from cjmapper.layout.poster_types import PageRequest, PosterLayout
from cjmapper.layout.result import TextBlock
from cjmapper.model import document as d
from cjmapper.model.figures import Figures
from cjmapper.model.poster_settings import PosterSettings
from tests.support.layouts import laid_out, setting
from tests.support.paged import sheet

TODAY = dt.date(2026, 1, 5)


def asked(whole: d.Document, paper: str = "A1", orientation: str = "landscape") -> PageRequest:
    """What the only page of a map's poster is laid out from."""
    chosen = sheet(paper, orientation)
    return PageRequest(map=laid_out(whole), page=chosen.size, inside=chosen.area, today=TODAY)


def page(
    whole: d.Document,
    paper: str = "A1",
    settings: PosterSettings | None = None,
    figures: Figures | None = None,
) -> PosterLayout:
    """The only page of the poster of a document's first map."""
    request = msgspec.structs.replace(
        asked(whole, paper), settings=settings or PosterSettings(), figures=figures
    )
    return lay_out_poster(request, setting())


def said(block: TextBlock | None) -> str:
    """The words of a block on one line."""
    return "" if block is None else " ".join(line.text for line in block.lines)


def box_of(block: TextBlock) -> Rect:
    """The room that a block takes."""
    width = max((line.width(block.style.size) for line in block.lines), default=0.0)
    return Rect(block.x, block.y, width, block.height)
