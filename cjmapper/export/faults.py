"""What went wrong on finished pages, for the report. Changes nothing."""

from collections.abc import Iterable

from cjmapper.drawing.pages import Page
from cjmapper.drawing.primitives import Image, TextLine
from cjmapper.drawing.walk import leaves
from cjmapper.model.document import Document
from cjmapper.model.pictures import checked_picture


def missing_characters(pages: Iterable[Page]) -> tuple[str, ...]:
    """The characters drawn as empty boxes, each once, in the order they come."""
    found: dict[str, None] = {}
    for page in pages:
        for item, _ in leaves(page.drawing.items):
            if isinstance(item, TextLine):
                for run in item.line.runs:
                    if run.missing:
                        found.update(dict.fromkeys(run.text))
    return tuple(found)


def broken_pictures(pages: Iterable[Page], document: Document) -> tuple[str, ...]:
    """The names of the pictures that are empty frames, each once; its id for one without name."""
    found: dict[str, None] = {}
    for page in pages:
        for item, _ in leaves(page.drawing.items):
            if isinstance(item, Image):
                found[item.asset] = None
    shown = {str(asset.id): asset for asset in document.assets}
    assets = (shown[name] for name in found if name in shown)
    broken = (asset for asset in assets if checked_picture(asset.data) is None)
    return tuple(dict.fromkeys(asset.name or asset.id[:12] for asset in broken))
