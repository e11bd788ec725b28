"""Edits of how maps are made into posters."""

from collections.abc import Collection

import msgspec

from cjmapper.model import document as d
from cjmapper.model.edits import changes, maps
from cjmapper.model.poster_settings import PosterSettings

_FIELDS = tuple(
    name for name in PosterSettings.__struct_fields__ if name not in ("extra", "with_source")
)


def set_settings(
    document: d.Document, map_ids: Collection[str], settings: PosterSettings
) -> d.Document:
    """The maps with these ids are made into posters like this from now on.

    Whether the document travels in the file holds for all its maps. Fields that this version does
    not know stay as they are. Refused with the code of a rule that a number breaks.
    """
    outcome = document
    for journey in document.maps:
        names = _FIELDS if journey.id in map_ids else ()
        fields = {name: getattr(settings, name) for name in (*names, "with_source")}
        changed = changes.set_fields(journey.poster, fields)
        outcome = maps.change_map(outcome, journey.id, poster=changed)
    return outcome


def same(one: PosterSettings, other: PosterSettings) -> bool:
    """Whether two settings make the same poster."""
    return msgspec.structs.replace(one, extra={}) == msgspec.structs.replace(other, extra={})
