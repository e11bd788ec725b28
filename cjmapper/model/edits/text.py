"""The one text that a thing shows on the map, read and set whatever kind of thing it is."""

from cjmapper.errors import EditError
from cjmapper.model import document as d
from cjmapper.model import queries
from cjmapper.model.edits import changes, maps
from cjmapper.model.entities import EntityKind

_FIELDS: dict[EntityKind, str] = {
    EntityKind.PHASE: "name",
    EntityKind.STEP: "title",
    EntityKind.LANE: "title",
    EntityKind.CARD: "text",
    EntityKind.LINK: "text",
    EntityKind.TRANSITION: "note",
    EntityKind.INSIGHT: "text",
    EntityKind.ACTION: "title",
    EntityKind.VOTE_ROUND: "question",
    EntityKind.COMMENT: "text",
}


def text_of(journey: d.JourneyMap, name: str) -> str:
    """What a thing of the map, or the map itself, shows; the words of a reading with commas."""
    if name == journey.id:
        return journey.title
    kind = _kind(journey, name)
    found = queries.part(journey, name)
    if isinstance(found, d.Emotion):
        return words_shown(found)
    shown: str = getattr(found, _FIELDS[kind])
    return shown


def words_shown(reading: d.Emotion) -> str:
    """The words of a reading as one text."""
    return ", ".join(reading.words)


def set_text(document: d.Document, map_id: str, name: str, text: str) -> d.Document:
    """Another text of a thing of the map, or of the map itself; words are parted by commas."""
    journey = queries.map_by_id(document, map_id)
    if name == journey.id:
        return maps.rename_map(document, map_id, text)
    kind = _kind(journey, name)
    if kind is EntityKind.EMOTION:
        words = tuple(filter(None, (word.strip() for word in text.split(","))))
        return changes.change_part(document, map_id, (kind, name), {"words": words})
    return changes.change_part(document, map_id, (kind, name), {_FIELDS[kind]: text})


def _kind(journey: d.JourneyMap, name: str) -> EntityKind:
    kind = queries.kind_of(journey, name)
    if kind is None:
        raise EditError("unknown_id", id=name)
    return kind
