"""What is asked of an export and what it tells afterwards."""

import datetime as dt
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec

from cjmapper.model.document import Document, JourneyMap
from cjmapper.model.poster_settings import PosterSettings

PICTURES = frozenset({".png", ".svg"})
"""Endings of files that hold one page of one map."""


class ExportKind(StrEnum):
    """What is made of a map."""

    POSTER = "poster"
    GRID = "grid"
    """The same map without its cards, to be filled by hand."""
    LABELS = "labels"
    """Its cards, to be cut out."""


class ExportOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How a map shall leave.

    Attributes:
        kind: what is made of it.
        poster: paper, tiles and parts; None is what each map itself remembers.
        changes: fields of the poster's settings that are otherwise than there.
        dpi: pixels to the inch of a picture.
        long_side_px: the longer side of a picture in pixels, whatever the paper; None is by `dpi`.
        language: of the words on the map; None is the document's own.
        map_id: only this map; None is all of them in a PDF or a text page, else the first.
        today: the day that stamps and rules see.
        embed_fonts: whether an SVG holds the faces that it uses.
        replace_numbered: whether pages as numbered files may take the place of files of these
            names; nobody chose those by hand.
        file_name: of the document, for the title block; empty where it has none.
    """

    kind: ExportKind = ExportKind.POSTER
    poster: PosterSettings | None = None
    changes: Mapping[str, Any] = {}
    dpi: int = 150
    long_side_px: int | None = None
    language: str | None = None
    map_id: str | None = None
    today: dt.date | None = None
    embed_fonts: bool = True
    replace_numbered: bool = True
    file_name: str = ""

    def settings_for(self, journey: JourneyMap) -> PosterSettings:
        """Paper, tiles and parts for one map."""
        return msgspec.structs.replace(self.poster or journey.poster, **self.changes)

    def left_out_of(self, journeys: Iterable[JourneyMap]) -> frozenset[str]:
        """What stays at home: what the settings of any of these maps say, so that none tells."""
        return frozenset(word for one in journeys for word in self.settings_for(one).leave_out)

    def language_for(self, document: Document) -> str:
        """Of the words that are not the document's own."""
        return self.language or str(document.language)

    @property
    def tiles_asked_for(self) -> bool:
        """Whether tiles are asked for in so many words, and not only remembered by a map."""
        if "tiles" in self.changes:
            return bool(self.changes["tiles"])
        return self.poster is not None and self.poster.tiles is not None


class ExportReport(msgspec.Struct, frozen=True, kw_only=True):
    """What an export made.

    Attributes:
        paths: the files written, in the order of their pages.
        maps_left_out: titles of the maps for which there was no room in the file.
        missing_characters: what no font has and is drawn as an empty box.
        broken_pictures: names of the pictures that could not be shown.
        names_left: names that were to be left out and still stand in other texts.
        pages: how many pages were made, sheets to be glued together among them.
        sheets: how many of them are sheets to be glued together, and on which paper.
    """

    paths: tuple[Path, ...]
    maps_left_out: tuple[str, ...] = ()
    missing_characters: tuple[str, ...] = ()
    broken_pictures: tuple[str, ...] = ()
    names_left: tuple[str, ...] = ()
    pages: int = 1
    sheets: tuple[int, str] | None = None
