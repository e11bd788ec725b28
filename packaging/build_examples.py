"""Makes the example maps in resources/examples/ from the sources in packaging/examples/.

A source is written by hand, so it leaves out what can be told: lanes, ids of readings, transitions
and links, and the lists of departments where a name is enough.
"""

import sys
from pathlib import Path
from typing import Any

import msgspec
import yaml

TOP = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TOP))

from cjmapper.model.document import FORMAT, Document  # noqa: E402 - found through the line above
from cjmapper.model.lane_rules import usual_zone  # noqa: E402
from cjmapper.model.vocabulary import LaneKind  # noqa: E402
from cjmapper.storage.atomic import write_atomically  # noqa: E402
from cjmapper.storage.codec import encode_checked  # noqa: E402

SOURCES = TOP / "packaging" / "examples"
TARGET = TOP / "resources" / "examples"

Source = dict[str, Any]

CARD_KINDS = {"support_process": "support", "parking": "note"}
"""What a source calls a card, where the file has another word."""

LANES = (
    ("touchpoint", "Berøringspunkter", "Touchpoints"),
    ("physical_evidence", "Fysiske spor", "Physical evidence"),
    ("emotion", "Følelser", "Emotions"),
    ("thought", "Tanker", "Thoughts"),
    ("question", "Spørsmål", "Questions"),
    ("pain", "Smertepunkter", "Pain points"),
    ("gain", "Gleder", "Gains"),
    ("opportunity", "Muligheter", "Opportunities"),
    ("company_goal", "Det vi vil oppnå", "What we want to achieve"),
    ("frontstage", "Synlig arbeid", "Frontstage"),
    ("backstage", "Bak kulissene", "Backstage"),
    ("support", "Støtteprosesser", "Support processes"),
)
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ä": "a", "ö": "o", " ": "-"})


def build(source: Path) -> bytes:
    """The `.cjmap` file made from one source."""
    raw = yaml.safe_load(source.read_text("utf-8"))
    raw["id"] = source.stem.replace(".", "-")
    raw["format"] = FORMAT
    departments = _departments(raw)
    for number, journey in enumerate(raw["maps"]):
        prefix = "" if number == 0 else f"{journey['id']}-"
        _complete_map(journey, departments, str(raw["language"]), prefix)
    for metric in raw.get("metrics", []):
        if metric.get("scope") == "map":
            metric["scope"] = raw["maps"][0]["id"]
    return encode_checked(msgspec.convert(raw, Document))


def _departments(raw: Source) -> dict[str, str]:
    entries = [
        {"id": f"d-{entry.lower().translate(_LETTERS)}", "name": entry}
        if isinstance(entry, str)
        else entry
        for entry in raw.get("departments", [])
    ]
    raw["departments"] = entries
    by_name = {entry["name"]: entry["id"] for entry in entries}
    return by_name | {entry["id"]: entry["id"] for entry in entries}


def _complete_map(journey: Source, departments: dict[str, str], language: str, prefix: str) -> None:
    for phase in journey["phases"]:
        phase.setdefault("key", phase["id"])
    kinds = {card["kind"] for card in journey["cards"]}
    journey["lanes"] = _lanes(journey, kinds, language, prefix)
    _number(journey["emotions"], f"{prefix}em", "02")
    _number(journey["transitions"], f"{prefix}t-")
    journey["links"] = _links(journey)
    _number(journey["links"], f"{prefix}l-")
    lanes = _lane_of_kind(journey["lanes"])
    for card in journey["cards"]:
        _complete_card(card, lanes)
    for entry in (*journey["cards"], *journey.get("actions", [])):
        if "department" in entry:
            entry["department"] = departments[entry["department"]]


def _lanes(journey: Source, kinds: set[str], language: str, prefix: str) -> list[Source]:
    wanted = {CARD_KINDS.get(kind, kind) for kind in kinds if kind != "parking"}
    if journey["emotions"]:
        wanted.add("emotion")
    if "thought" in wanted:
        wanted.discard("question")
    if "risk" in wanted:
        wanted.add("pain")
    return [
        {
            "id": f"{prefix}lane-{kind.replace('_', '-')}",
            "kind": kind,
            "title": norwegian if language == "nb" else english,
            "zone": usual_zone(LaneKind(kind)).value,
        }
        for kind, norwegian, english in LANES
        if kind in wanted
    ]


def _lane_of_kind(lanes: list[Source]) -> dict[str, str]:
    by_kind = {lane["kind"]: lane["id"] for lane in lanes}
    by_kind.setdefault("question", by_kind.get("thought", ""))
    by_kind.setdefault("risk", by_kind.get("pain", ""))
    return by_kind


def _links(journey: Source) -> list[Source]:
    drawn = list(journey.get("links", []))
    addressed = [
        {"from": card["id"], "to": target, "kind": "addresses"}
        for card in journey["cards"]
        for target in card.get("addresses", [])
    ]
    return drawn + addressed


def _number(entries: list[Source], prefix: str, width: str = "") -> None:
    for number, entry in enumerate(entries, start=1):
        entry.setdefault("id", f"{prefix}{number:{width}}")


def _complete_card(card: Source, lanes: dict[str, str]) -> None:
    card.pop("addresses", None)
    parked = card["kind"] == "parking"
    card["kind"] = CARD_KINDS.get(card["kind"], card["kind"])
    if not parked:
        card["lane"] = lanes[card["kind"]]


def main() -> None:
    """Write the examples and say where."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for source in sorted(SOURCES.glob("*.yaml")):
        target = TARGET / f"{source.stem}.cjmap"
        write_atomically(target, build(source))
        print(target.relative_to(TOP))


if __name__ == "__main__":
    main()
