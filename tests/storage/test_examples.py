"""The example maps that are shipped are what their sources say, every field of them."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from tests.storage.samples import bundled
from tests.storage.test_templates import PACKAGING, script

SOURCES = sorted((PACKAGING / "examples").glob("*.yaml"))
RENAMED = {"parking": "note", "support_process": "support"}


def shipped(source: Path) -> Any:
    (path,) = [path for path in bundled() if path.stem == source.stem]
    return msgspec.json.decode(path.read_bytes())


def test_every_source_has_an_example_and_every_example_a_source() -> None:
    assert [path.stem for path in SOURCES] == [path.stem for path in bundled()]
    assert len(SOURCES) == 3


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_the_example_that_is_shipped_is_what_the_source_gives(source: Path) -> None:
    (path,) = [path for path in bundled() if path.stem == source.stem]
    assert path.read_bytes() == script("build_examples").build(source)


def found_in(raw: Any, wanted: Any) -> bool:
    """Whether a value of a source stands in the file, where what is usual is not written."""
    if isinstance(wanted, dict):
        return isinstance(raw, dict) and all(
            found_in(raw.get(name, usual(name)), value) for name, value in wanted.items()
        )
    if isinstance(wanted, list):
        return len(raw) == len(wanted) and all(map(found_in, raw, wanted))
    if isinstance(wanted, int | float | bool):
        return raw == wanted and isinstance(raw, bool) == isinstance(wanted, bool)
    return bool(raw == RENAMED.get(str(wanted), str(wanted)))


USUAL = {
    "kind": {"persona", "custom", "next", "leads_to"},
    "ownership": {"own"},
    "state": {"as_is"},
    "basis": {"actual"},
    "level": {"macro"},
    "context": {"b2c"},
    "period": {"during"},
    "view": {"felt"},
    "status": {"planned", "idea"},
    "language": {"nb"},
    "source": {"customer"},
    "method": {"qualitative"},
    "better": {"higher"},
    "unit": {"other"},
}


class Usual:
    """Equals what need not be written for a field of this name."""

    def __init__(self, name: str) -> None:
        self.words = USUAL.get(name, set())

    def __eq__(self, other: object) -> bool:
        return other in self.words or other in {"", 3, "A1", "landscape"}

    def __hash__(self) -> int:
        return 0


def usual(name: str) -> Any:
    return {} if name == "poster" else Usual(name)


def entries_of(source: Any) -> list[tuple[str, dict[str, Any]]]:
    lists = [(name, value) for name, value in source.items() if isinstance(value, list)]
    for journey in source["maps"]:
        lists += [(name, value) for name, value in journey.items() if isinstance(value, list)]
    return [
        (name, entry)
        for name, value in lists
        for entry in value
        if isinstance(entry, dict) and name != "maps"
    ]


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_every_field_of_the_source_stands_in_the_example(source: Path) -> None:
    written = yaml.safe_load(source.read_text("utf-8"))
    example = shipped(source)
    named = {entry.get("id"): entry for _, entry in entries_of(example)}
    names_of_departments = {entry["id"]: entry["name"] for entry in example["departments"]}
    for kind, entry in entries_of(written):
        wanted = dict(entry)
        if kind == "cards":
            wanted.pop("addresses", None)
        if wanted.get("scope") == "map":
            wanted["scope"] = written["maps"][0]["id"]
        candidates = [named[wanted["id"]]] if "id" in wanted else named.values()
        fits = [
            raw
            for raw in candidates
            if found_in(raw, wanted)
            or found_in(
                {**raw, "department": names_of_departments.get(raw.get("department"))}, wanted
            )
        ]
        assert fits, (kind, wanted)


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_the_fields_of_the_document_and_its_maps_stand_in_the_example(source: Path) -> None:
    written = yaml.safe_load(source.read_text("utf-8"))
    example = shipped(source)
    for mine, theirs in [(written, example), *zip(written["maps"], example["maps"], strict=True)]:
        for name, value in mine.items():
            listed = isinstance(value, list) and value and isinstance(value[0], dict)
            if listed or name in {"format", "departments"}:
                continue
            assert found_in(theirs.get(name, usual(name)), value), name


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_what_a_card_addresses_became_links_and_departments_a_register(source: Path) -> None:
    written = yaml.safe_load(source.read_text("utf-8"))
    example = shipped(source)
    for mine, theirs in zip(written["maps"], example["maps"], strict=True):
        wanted = {(card["id"], to) for card in mine["cards"] for to in card.get("addresses", [])}
        links = {
            (link["from"], link["to"])
            for link in theirs["links"]
            if link.get("kind") == "addresses"
        }
        assert wanted
        assert links == wanted
        counted = ("cards", "emotions", "transitions", "steps", "phases", "actions")
        assert all(len(mine[part]) == len(theirs[part]) for part in counted)
    names = [entry if isinstance(entry, str) else entry["name"] for entry in written["departments"]]
    assert [entry["name"] for entry in example["departments"]] == names


def test_lanes_stand_in_the_order_of_the_poster() -> None:
    restaurant = shipped(next(path for path in SOURCES if path.stem.startswith("restaurant")))
    assert [lane["title"] for lane in restaurant["maps"][0]["lanes"]] == [
        "Berøringspunkter",
        "Følelser",
        "Tanker",
        "Smertepunkter",
        "Gleder",
        "Muligheter",
        "Synlig arbeid",
        "Bak kulissene",
    ]
