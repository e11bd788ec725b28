"""What went wrong on finished pages, for the report. Changes nothing."""

from collections.abc import Iterable, Iterator

from cjmapper.drawing.pages import Page
from cjmapper.drawing.primitives import Image, TextLine
from cjmapper.drawing.walk import leaves
from cjmapper.model.document import Asset, Document
from cjmapper.model.pictures import checked_picture

MOST_DECODED_PX = 400_000_000
"""Of all pictures together; those after them are judged by their first bytes alone."""


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


def with_codes(characters: Iterable[str]) -> str:
    """``𒀀 (U+12000)``: characters that may be empty boxes here too, each with its code."""
    return ", ".join(f"{one} (U+{ord(one):04X})" for one in characters)


def pictures_on(pages: Iterable[Page]) -> Iterator[str]:
    """The pictures of the document that are on pages."""
    for page in pages:
        for item, _ in leaves(page.drawing.items):
            if isinstance(item, Image):
                yield item.asset


def broken_pictures(shown: Iterable[str], document: Document) -> tuple[str, ...]:
    """The names of the pictures `shown` that can't be, or are cut off; its id for one without name.

    Each is looked at once.
    """
    known = {str(asset.id): asset for asset in document.assets}
    assets = (known[name] for name in dict.fromkeys(shown) if name in known)
    return tuple(dict.fromkeys(asset.name or asset.id[:12] for asset in _broken(assets)))


def _broken(assets: Iterable[Asset]) -> Iterator[Asset]:
    from cjmapper.painters.whole_pictures import is_whole

    room = MOST_DECODED_PX
    for asset in assets:
        picture = checked_picture(asset.data)
        if picture is None:
            yield asset
            continue
        room -= picture.width_px * picture.height_px
        if room >= 0 and not is_whole(asset.data):
            yield asset
