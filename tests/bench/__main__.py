"""`python -m tests.bench`: prints every row as `name  value  target  ok|short`.

Rows that begin with P are ratios; those with S are milliseconds of an acceptance scenario and
mean something on a quiet machine alone. With `--json PATH` the same is written there as JSON; with
names (`P5 S25`) only those are measured.
A row that falls short fails nothing: the bench tells, tests decide.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

import msgspec

from tests.bench.measure import Row

ROWS = {
    "P1": ("painting", "fit_row"),
    "P2": ("painting", "whole_row"),
    "P3": ("dragging", "drag_row"),
    "P4": ("dragging", "size_row"),
    "P5": ("relayout", "relayout_row"),
    "P6": ("wrapping", "wrapping_row"),
    "P7": ("lines", "lines_row"),
    "P8": ("printing", "time_row"),
    "P9": ("printing", "size_row"),
    "P10": ("printing", "tiles_row"),
    "P11": ("pictures", "memory_row"),
    "P12": ("pictures", "time_row"),
    "P13": ("starting", "starting_row"),
    "P14": ("loading", "loading_row"),
    "P15": ("editing", "editing_row"),
    "P16": ("counting", "counting_row"),
    "S4": ("posters", "click_rows"),
    "S7": ("scenarios", "far_phase_rows"),
    "S11": ("scenarios", "marker_rows"),
    "S15": ("scenarios", "photo_rows"),
    "S18": ("scenarios", "finding_rows"),
    "S25": ("busy", "busy_rows"),
}


def main(arguments: Sequence[str]) -> int:
    """Measures what is asked for; 0, or 2 for a row that there is none of."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="ROW", help=f"of {', '.join(ROWS)}")
    parser.add_argument("--json", type=Path, metavar="PATH", help="write the rows there too")
    chosen = parser.parse_args(arguments)
    unknown = [name for name in chosen.names if name not in ROWS]
    if unknown:
        sys.stderr.write(f"There is no row {unknown[0]}; there are {', '.join(ROWS)}.\n")
        return 2
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    rows: list[Row] = []
    for name in chosen.names or ROWS:
        measured = row_of(name)()
        for row in [measured] if isinstance(measured, Row) else measured:
            rows.append(row)
            sys.stdout.write(f"{row.text()}\n")
            sys.stdout.flush()
    if chosen.json is not None:
        chosen.json.write_bytes(as_json(rows))
    return 0


def row_of(name: str) -> Callable[[], Row | Sequence[Row]]:
    """What measures a row, or the rows of a scenario.

    Its module is imported only now, so that rows do not disturb others.
    """
    module, function = ROWS[name]
    found: Callable[[], Row | Sequence[Row]] = getattr(
        import_module(f"tests.bench.{module}"), function
    )
    return found


def as_json(rows: Sequence[Row]) -> bytes:
    """The rows as JSON, one object a row."""
    entries = [
        {
            "name": row.name,
            "value": row.value,
            "target": row.target,
            "ok": row.met,
            "ours_s": row.ours_s,
            "theirs_s": row.theirs_s,
        }
        for row in rows
    ]
    return msgspec.json.format(msgspec.json.encode(entries)) + b"\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
