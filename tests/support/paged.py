"""Drawings as pages."""

from cjmapper.drawing.pages import Page
from cjmapper.drawing.primitives import Drawing


def paged(*drawings: Drawing) -> list[Page]:
    """Each drawing as a page of its own."""
    return [Page(drawing=drawing, map_id="m1") for drawing in drawings]
