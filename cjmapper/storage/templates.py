"""Maps to begin with: `.cjmap` files whose texts are keyed by language, with ids made afresh."""

from datetime import date
from typing import Any

import msgspec

from cjmapper import places
from cjmapper.errors import FileError
from cjmapper.model.document import Document
from cjmapper.model.ids import IdSource
from cjmapper.storage.codec import decode
from cjmapper.storage.files import read_bytes

NAMES = (
    "blank",
    "five-columns",
    "purchase-5",
    "digital-6",
    "lifecycle-8",
    "blueprint",
    "b2b-committee",
    "emotion-map",
    "before-during-after",
)
LANGUAGES = ("nb", "sv", "en")

_SPOKEN = {"nb": "nb", "nn": "nb", "sv": "sv"}
_NAMING = frozenset({"id", "phase", "lane", "step", "actor", "actors"})


def template_names() -> tuple[str, ...]:
    """The names of the templates, in the order they are offered."""
    return NAMES


def template(name: str, language: str, ids: IdSource, today: date) -> Document:
    """A new document from a template, its words in a language, its ids from `ids`.

    Raises:
        FileError: ``template_unknown``, or what is wrong with the template's file.
    """
    if name not in NAMES:
        raise FileError("template_unknown", name=name)
    raw = msgspec.json.decode(read_bytes(places.resource("templates", f"{name}.cjmap")))
    worded = _worded(raw, _SPOKEN.get(language, "en"))
    fresh = {old: ids() for old in _named(worded)}
    document = decode(msgspec.json.encode(_renamed(worded, fresh))).document
    return msgspec.structs.replace(
        document, language=type(document.language)(language), created=today
    )


def _worded(value: Any, language: str) -> Any:
    if isinstance(value, list):
        return [_worded(entry, language) for entry in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == set(LANGUAGES):
        return value[language]
    return {key: _worded(entry, language) for key, entry in value.items()}


def _named(value: Any) -> list[str]:
    if isinstance(value, list):
        return [name for entry in value for name in _named(entry)]
    if not isinstance(value, dict):
        return []
    own = [value["id"]] if "id" in value else []
    return own + [name for entry in value.values() for name in _named(entry)]


def _renamed(value: Any, fresh: dict[str, str], key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _renamed(entry, fresh, name) for name, entry in value.items()}
    if isinstance(value, list):
        return [_renamed(entry, fresh, key) for entry in value]
    return fresh[value] if key in _NAMING else value
