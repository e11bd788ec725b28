"""Edits of pictures: kept once each, named by their bytes."""

import hashlib

import msgspec

from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model.edits import changes
from cjmapper.model.entities import MAP_PARTS, REGISTERS, EntityKind, parts, registered
from cjmapper.model.extra import Entity
from cjmapper.model.references import NESTED, REFERENCES, targets, without


def asset_id(content: bytes) -> ids.AssetId:
    """The id of a picture with these bytes."""
    return ids.AssetId(hashlib.sha256(content).hexdigest())


def add_asset(document: d.Document, content: bytes, *, name: str, media_type: str) -> d.Document:
    """The document with a picture; the same object where it has it already."""
    new_id = asset_id(content)
    if any(asset.id == new_id for asset in document.assets):
        return document
    blank = d.Asset(id=new_id, data=content)
    asset = changes.set_fields(blank, {"name": name, "media_type": media_type})
    return msgspec.structs.replace(document, assets=(*document.assets, asset))


def drop_unused_assets(document: d.Document) -> d.Document:
    """The document without pictures that nothing shows."""
    used: set[str] = set()
    entities: list[Entity] = [document]
    for kind in REGISTERS:
        entities.extend(registered(document, kind))
    for journey in document.maps:
        for kind in MAP_PARTS:
            entities.extend(parts(journey, kind))
    for entity in entities:
        used.update(_pictures(entity))
        for field in NESTED.get(type(entity), ()):
            inner = getattr(entity, field)
            for value in inner if isinstance(inner, tuple) else (inner,):
                used.update(_pictures(value))
    return without(document, [asset.id for asset in document.assets if asset.id not in used])


def _pictures(entity: Entity) -> set[str]:
    return {
        name
        for reference in REFERENCES.get(type(entity), ())
        if EntityKind.ASSET in reference.to
        for name in targets(entity, reference)
    }
