"""P13: from the start of the process to the first painted map, against a bare window."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from cjmapper import places
from cjmapper.storage import codec
from tests.bench.measure import Row, medians, ratio_row
from tests.support import synthetic

_ROUNDS = 9


def starting_row(cards: int = 1000) -> Row:
    """Ours: the program, started with a file, until the canvas has painted its map.

    Theirs: Python with Qt and a `QMainWindow`, until it is painted. Both are measured from outside,
    from the start of the process to the byte that it writes, with a profile that was used before
    and modules that were compiled before, wherever the bench runs.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "start.cjmap"
        file.write_bytes(codec.encode(synthetic.document(cards)))
        ours = ("tests.bench.first_map", str(file), str(cards))
        times = medians(
            lambda: _seconds_to_paint(ours, folder),
            lambda: _seconds_to_paint(("tests.bench.reference.bare_window",), folder),
            _ROUNDS,
        )
    return ratio_row("P13 start to first map", times, 1.4)


def _seconds_to_paint(module: tuple[str, ...], folder: str) -> float:
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", *module],
        cwd=places.resources_folder().parent,
        env=as_used_before(Path(folder)),
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        told = process.stdout.read(1)
        taken = time.perf_counter() - start
    if told != b"!":
        raise AssertionError(f"{module[0]} never painted.")
    return taken


def as_used_before(folder: Path) -> dict[str, str]:
    """The surroundings of a program whose profile and compiled modules are kept in `folder`."""
    homes = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "APPDATA"), str(folder))
    environment = {**os.environ, **homes, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    return environment
