"""What is asked of an export and what it tells afterwards."""

import datetime as dt
from pathlib import Path

import msgspec

from cjmapper.model.document import PosterSettings


class ExportOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How a map shall leave.

    Attributes:
        poster: paper, tiles and parts; None is what each map itself remembers.
        dpi: pixels to the inch of a picture.
        language: of the words on the map; None is the document's own.
        map_id: only this map; None is all of them in a PDF, else the first.
        today: the day that stamps and rules see.
        embed_fonts: whether an SVG holds the faces that it uses.
    """

    poster: PosterSettings | None = None
    dpi: int = 150
    language: str | None = None
    map_id: str | None = None
    today: dt.date | None = None
    embed_fonts: bool = True


class ExportReport(msgspec.Struct, frozen=True, kw_only=True):
    """What an export made.

    Attributes:
        paths: the files written.
        maps_left_out: titles of the maps for which there was no room in the file.
        missing_characters: what no font has and is drawn as an empty box.
    """

    paths: tuple[Path, ...]
    maps_left_out: tuple[str, ...] = ()
    missing_characters: tuple[str, ...] = ()
