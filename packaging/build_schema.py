"""Writes the JSON Schema of the file format into resources/schema/."""

import sys
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TOP))

from cjmapper.model.document import FORMAT  # noqa: E402 - found through the line above
from cjmapper.storage.atomic import write_atomically  # noqa: E402
from cjmapper.storage.schema import schema  # noqa: E402

TARGET = TOP / "resources" / "schema" / f"cjmap-{FORMAT}.schema.json"


def main() -> None:
    """Write the schema and say where."""
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(TARGET, schema())
    print(TARGET.relative_to(TOP))


if __name__ == "__main__":
    main()
