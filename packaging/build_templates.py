"""Makes the templates in resources/templates/ from templates.yaml."""

import json
import sys
from pathlib import Path
from typing import Any

import yaml

TOP = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TOP))

from cjmapper.model.document import FORMAT  # noqa: E402 - found through the line above
from cjmapper.model.lane_rules import usual_zone  # noqa: E402
from cjmapper.model.vocabulary import LaneKind  # noqa: E402
from cjmapper.storage.atomic import write_atomically  # noqa: E402

SOURCE = TOP / "packaging" / "templates.yaml"
TARGET = TOP / "resources" / "templates"

Source = dict[str, Any]


def build() -> dict[str, bytes]:
    """Every template's file, by its name."""
    source = yaml.safe_load(SOURCE.read_text("utf-8"))
    return {
        name: as_lines(_template(name, wanted, source)).encode()
        for name, wanted in source["templates"].items()
    }


def _template(name: str, wanted: Source, source: Source) -> Source:
    actors = [_role(role, source) for role in wanted.get("roles", [])]
    template: Source = {"format": FORMAT, "id": name}
    if actors:
        template["actors"] = actors
    template["maps"] = [_map(wanted, source, [actor["id"] for actor in actors])]
    return template


def _role(role: str, source: Source) -> Source:
    name = source["roles"][role]
    return {"id": f"role-{role}", "name": name, "kind": "role", "committee_role": role}


def _map(wanted: Source, source: Source, actors: list[str]) -> Source:
    result: Source = {"id": "map", "title": wanted["title"]}
    if "context" in wanted:
        result["context"] = wanted["context"]
    if actors:
        result["actors"] = actors
    result["phases"] = [
        {"id": f"phase-{key}", "key": key, **source["phases"][key]} for key in wanted["phases"]
    ]
    result["lanes"] = [
        {
            "id": f"lane-{kind}",
            "kind": kind,
            "title": source["lanes"][kind],
            "zone": usual_zone(LaneKind(kind)).value,
        }
        for kind in wanted["lanes"]
    ]
    result["steps"] = [step for key in wanted["phases"] for step in _steps(key, wanted)]
    return result


def _steps(phase: str, wanted: Source) -> list[Source]:
    """The steps of a phase: what the customer does where the template says it, else untitled."""
    titles = wanted.get("steps", {}).get(phase, [None] * wanted["steps_each"])
    steps: list[Source] = []
    for number, title in enumerate(titles, 1):
        step = {"id": f"step-{phase}-{number}", "key": f"{phase}-{number}"}
        steps.append({**step, "phase": f"phase-{phase}", **({"title": title} if title else {})})
    return steps


def as_lines(value: Source, indent: str = "") -> str:
    """JSON with one field a line at the top and one object a line in its lists."""
    inner = indent + "  "
    fields = [f"{inner}{_json(name)}: {_field(part, inner)}" for name, part in value.items()]
    end = "\n" if not indent else ""
    return "{\n" + ",\n".join(fields) + f"\n{indent}}}{end}"


def _field(value: object, indent: str) -> str:
    if not isinstance(value, list) or not value or not isinstance(value[0], dict):
        return _json(value)
    inner = indent + "  "
    entries = [as_lines(entry, inner) if "phases" in entry else _json(entry) for entry in value]
    return f"[\n{inner}" + f",\n{inner}".join(entries) + f"\n{indent}]"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def main() -> None:
    """Write the templates and say where."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, content in build().items():
        write_atomically(TARGET / f"{name}.cjmap", content)
        print(f"resources/templates/{name}.cjmap")


if __name__ == "__main__":
    main()
