"""The JSON Schema of a `.cjmap` file, generated from the types of a document."""

import inspect
import json
from typing import Any

import msgspec

from cjmapper.model.document import FORMAT, Document
from cjmapper.model.extra import EXTRA

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> bytes:
    """The schema as indented JSON, the same bytes every time."""
    (body,), parts = msgspec.json.schema_components([Document], ref_template="#/$defs/{name}")
    for part in parts.values():
        part.get("properties", {}).pop(EXTRA, None)
        part["description"] = inspect.cleandoc(part.get("description", ""))
    parts["Document"]["properties"]["format"]["const"] = FORMAT
    whole: dict[str, Any] = {
        "$schema": DIALECT,
        "title": f"CJMapper map, format {FORMAT}",
        **body,
        "$defs": dict(sorted(parts.items())),
    }
    return json.dumps(whole, indent=2, ensure_ascii=False).encode() + b"\n"
