"""What a person has chosen in the panel, as one value, and what an export is asked for by it."""

import datetime as dt
from typing import NamedTuple

import msgspec

from cjmapper.export.options import PICTURES, ExportKind, ExportOptions
from cjmapper.model import queries
from cjmapper.model.document import Document
from cjmapper.model.poster_settings import PosterSettings

LABEL_PAPERS = ("A4", "A3", "Letter")
"""What a knife and a desk take."""


class Choices(msgspec.Struct, frozen=True, kw_only=True):
    """What to make, of what, and how.

    Attributes:
        kind: a poster, an empty grid or labels.
        all_maps: all maps of the document, or the one that is shown.
        format: the ending of the file.
        poster: paper, tiles and parts.
        label_paper: the paper of labels, which is another than the poster's.
        dpi: pixels to the inch of a picture.
        long_side_px: of a picture, instead of `dpi`.
        language: of the words on the poster; None is the document's own.
        embed_fonts: whether a drawing holds its fonts.
    """

    kind: ExportKind = ExportKind.POSTER
    all_maps: bool = False
    format: str = "pdf"
    poster: PosterSettings = PosterSettings()
    label_paper: str = "A4"
    dpi: int = 150
    long_side_px: int | None = None
    language: str | None = None
    embed_fonts: bool = True


class Subject(NamedTuple):
    """What the panel is about: the document as it is now, the map that is shown, the file."""

    document: Document
    map_id: str
    file_name: str = ""

    @property
    def poster(self) -> PosterSettings:
        """The settings that are kept with the map."""
        journey = queries.find_map(self.document, self.map_id) or self.document.maps[0]
        return journey.poster


def with_poster(choices: Choices, **fields: object) -> Choices:
    """The choices with other settings of the poster."""
    poster = msgspec.structs.replace(choices.poster, **fields)
    return msgspec.structs.replace(choices, poster=poster)


def fitting(choices: Choices) -> Choices:
    """What comes of the choices: without what makes no sense together.

    Only a PDF has sheets to be glued, and a picture holds one map; labels are a PDF on their own
    paper.
    """
    if choices.kind is ExportKind.LABELS:
        choices = with_poster(choices, paper=choices.label_paper, tiles=None, bleed=False)
        return msgspec.structs.replace(choices, format="pdf")
    if choices.kind is ExportKind.GRID and choices.format == "html":
        choices = msgspec.structs.replace(choices, format="pdf")
    if choices.format != "pdf" and choices.poster.tiles is not None:
        choices = with_poster(choices, tiles=None)
    if f".{choices.format}" in PICTURES:
        choices = msgspec.structs.replace(choices, all_maps=False)
    return choices


def map_ids(choices: Choices, subject: Subject) -> tuple[str, ...]:
    """The maps that come out."""
    if fitting(choices).all_maps:
        return tuple(journey.id for journey in subject.document.maps)
    return (subject.map_id,)


def options(choices: Choices, subject: Subject, today: dt.date | None) -> ExportOptions:
    """What an export is asked for."""
    chosen = fitting(choices)
    return ExportOptions(
        kind=chosen.kind,
        poster=chosen.poster,
        dpi=chosen.dpi,
        long_side_px=chosen.long_side_px if chosen.format == "png" else None,
        language=chosen.language,
        map_id=None if chosen.all_maps else subject.map_id,
        today=today,
        embed_fonts=chosen.embed_fonts,
        file_name=subject.file_name,
    )
