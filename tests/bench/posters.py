"""S4: the panel for posters in the program itself, from each click until it is done.

Each round is a program of its own, so that what is imported first by a click counts.
"""

import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import msgspec

from cjmapper import places
from cjmapper.model.document import Document
from cjmapper.model.edits import posters
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.model.vocabulary import Overflow
from cjmapper.storage import codec
from tests.bench.measure import Row, ms_row
from tests.bench.starting import as_used_before
from tests.support import synthetic

_ROUNDS = 3
_WAIT_S = 120


class _Taken(msgspec.Struct):
    seconds: float
    halt: float


def click_rows(cards: int = 1000, rounds: int = _ROUNDS) -> Sequence[Row]:
    """From the click to the panel, to its preview, and to the file of an A0."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "poster.cjmap"
        file.write_bytes(codec.encode(_with_settings(synthetic.document(cards))))
        _gone_through(file)  # compiles what comes with the first click
        taken = [_gone_through(file) for _ in range(rounds)]

    def seconds(name: str) -> float:
        return statistics.median(one[name].seconds for one in taken)

    def halt(name: str) -> float:
        return statistics.median(one[name].halt for one in taken)

    return (
        ms_row("S4 the panel is in sight", seconds("open"), 100),
        ms_row("S4 its preview is sharp", seconds("preview"), 2000),
        ms_row("S4 longest halt of the window until then", halt("preview"), 100),
        ms_row("S4 an A0 from the click", seconds("export"), 2000),
        ms_row("S4 longest halt of the window meanwhile", halt("export"), 100),
    )


def _with_settings(document: Document) -> Document:
    settings = PosterSettings(paper="A0", overflow=Overflow.ONE)
    return posters.set_settings(document, [document.maps[0].id], settings)


def _gone_through(file: Path) -> dict[str, _Taken]:
    target = file.with_suffix(".pdf")
    target.unlink(missing_ok=True)
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.poster_window", str(file), str(target)],
        cwd=places.resources_folder().parent,
        env=as_used_before(file.parent),
        stdout=subprocess.PIPE,
        timeout=_WAIT_S,
        check=True,
    )
    if not target.is_file():
        raise AssertionError("No poster was made.")
    return msgspec.json.decode(done.stdout, type=dict[str, _Taken])
