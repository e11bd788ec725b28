"""Small documents and files that the tests of this room share."""

from pathlib import Path

import msgspec

from cjmapper import places
from cjmapper.model import ids
from cjmapper.model.document import Asset, Document
from cjmapper.storage.files import hash_of
from tests.support.builders import card, document, full_document, journey, link, reading

CORPUS = Path(__file__).resolve().parent.parent / "corpus" / "bad"
FILES = Path(__file__).resolve().parent.parent / "files"


def small() -> Document:
    """One map with two cards, a link and a reading."""
    return document(
        journey(
            "s1 s2|s3",
            cards=(card("c1", "touchpoint:s1", "Å bli møtt"), card("c2", "pain:s3", "Kø\nute")),
            emotions=(reading("r1", "s1", 1.0),),
            links=(link("k1", "c1", "c2"),),
        )
    )


def every_field() -> Document:
    """A document with everything a document can have, a picture among it."""
    picture = bytes(range(256))
    asset = Asset(id=ids.AssetId(hash_of(picture)), name="a.png", data=picture)
    return msgspec.structs.replace(full_document(), assets=(asset,))


def titled(title: str) -> Document:
    """The small document under another title."""
    return msgspec.structs.replace(small(), title=title)


def bundled() -> list[Path]:
    """The example maps that come with the program."""
    return sorted(places.resource("examples").glob("*.cjmap"))
