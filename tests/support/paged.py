"""Drawings as pages, and the sheets that they stand on."""

from cjmapper.drawing.pages import Page
from cjmapper.drawing.primitives import Drawing
from cjmapper.export import paper
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.model.vocabulary import Orientation


def paged(*drawings: Drawing) -> list[Page]:
    """Each drawing as a page of its own."""
    return [Page(drawing=drawing, map_id="m1") for drawing in drawings]


def sheet(name: str, orientation: str = "landscape") -> paper.Sheet:
    """The sheet of this name, turned as told."""
    return paper.sheet(PosterSettings(paper=name, orientation=Orientation(orientation)))
