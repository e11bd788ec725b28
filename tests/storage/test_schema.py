"""The schema says what the types say, and every map we ship fits it."""

import re
from pathlib import Path
from typing import Any

import msgspec
import pytest

from cjmapper import places
from cjmapper.model.document import FORMAT
from cjmapper.model.extra import EXTRA
from cjmapper.storage.codec import encode
from cjmapper.storage.schema import schema
from tests.storage.samples import bundled, every_field

TYPES = {
    "string": str,
    "integer": int,
    "number": int | float,
    "boolean": bool,
    "object": dict,
    "array": list,
    "null": type(None),
}
KNOWN = {"$ref", "$schema", "$defs", "title", "description", "default", "type", "properties"} | {
    "required",
    "items",
    "const",
    "enum",
    "anyOf",
    "pattern",
    "format",
    "contentEncoding",
    "additionalProperties",
}


def misfits(value: Any, rule: dict[str, Any], parts: dict[str, Any], place: str) -> list[str]:
    assert rule.keys() <= KNOWN, f"the check below does not know {rule.keys() - KNOWN}"
    if "$ref" in rule:
        return misfits(value, parts[rule["$ref"].rsplit("/", 1)[-1]], parts, place)
    if "anyOf" in rule and all(misfits(value, one, parts, place) for one in rule["anyOf"]):
        return [f"{place} fits none"]
    if "type" in rule and not isinstance(value, TYPES[rule["type"]]):
        return [f"{place} is no {rule['type']}"]
    if value != rule.get("const", value) or value not in rule.get("enum", [value]):
        return [f"{place} is {value}"]
    if "pattern" in rule and not re.search(rule["pattern"], value):
        return [f"{place} is {value}"]
    return inner_misfits(value, rule, parts, place)


def inner_misfits(value: Any, rule: dict[str, Any], parts: dict[str, Any], place: str) -> list[str]:
    found: list[str] = []
    if isinstance(value, list) and "items" in rule:
        for index, entry in enumerate(value):
            found += misfits(entry, rule["items"], parts, f"{place}[{index}]")
    if isinstance(value, dict):
        found += [
            f"{place}.{name} is missing" for name in rule.get("required", ()) if name not in value
        ]
        for name, entry in value.items():
            if name in rule.get("properties", {}):
                found += misfits(entry, rule["properties"][name], parts, f"{place}.{name}")
            elif "properties" in rule:
                found.append(f"{place}.{name} is unknown")
    return found


def check(content: bytes) -> list[str]:
    rule = msgspec.json.decode(schema())
    return misfits(msgspec.json.decode(content), rule, rule["$defs"], "")


def test_the_file_that_is_shipped_is_what_the_types_say() -> None:
    shipped = places.resource("schema", f"cjmap-{FORMAT}.schema.json")
    assert shipped.read_bytes() == schema(), "run packaging/build_schema.py"


def test_what_is_kept_aside_is_no_part_of_the_schema() -> None:
    assert EXTRA.encode() not in schema()
    assert b'"extra"' not in schema()


@pytest.mark.parametrize("path", bundled(), ids=lambda path: path.stem)
def test_an_example_fits_the_schema(path: Path) -> None:
    assert check(path.read_bytes()) == []


def test_a_document_with_every_field_fits_the_schema() -> None:
    assert check(encode(every_field())) == []


def test_a_map_that_does_not_fit_is_found_out() -> None:
    content = encode(every_field())
    assert check(content.replace(b'"format": 1', b'"format": 2'))
    assert check(content.replace(b'"value":', b'"valu":', 1))
