"""Scenario 25 in milliseconds: a map of 40 phases, 10 lanes, 800 cards and 200 connectors."""

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from cjmapper.geometry import Point
from cjmapper.storage.codec import encode
from cjmapper.ui.main_window import MainWindow
from tests.bench.measure import Row, ms_row
from tests.bench.stage import Stage, opened_window, painted
from tests.support import synthetic

_FRAMES = 60
_LETTERS = "venter på svar og ringer"
_CARDS = ("card-2", "card-20", "card-41")


def busy_rows() -> tuple[Row, ...]:
    """Opening, panning and zooming, the start of a drag, and each letter of a text."""
    document = synthetic.busy()
    stage = Stage(document)
    rows = (
        ms_row("S25 open", _opening(encode(document)), 2000.0),
        ms_row("S25 pan, a frame", _panning(stage), 20.0),
        ms_row("S25 zoom, a frame", _zooming(stage), 20.0),
        ms_row("S25 start of a drag", _drag_starts(stage), 50.0),
        ms_row("S25 a letter", _typing(stage), 30.0),
    )
    stage.close()
    return rows


def _opening(content: bytes) -> float:
    """From the file to the painted map, in a window that is already there."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "busy.cjmap"
        path.write_bytes(content)
        with opened_window() as window:
            return _taken(lambda: _open(window, path))


def _open(window: MainWindow, path: Path) -> None:
    window.errands.open(path)
    painted()


def _panning(stage: Stage) -> float:
    """The map is pulled along at 100 %, further with every frame."""
    stage.look_at(1.0)

    def pan() -> None:
        stage.canvas.look(stage.canvas.view.scrolled_by(37.0, 11.0))
        painted()

    return statistics.median(_taken(pan) for _ in range(_FRAMES))


def _zooming(stage: Stage) -> float:
    """From 20 % to 200 % and back, a twentieth with every frame."""
    stage.look_at(0.2)
    factors = [1.05] * 48 + [1 / 1.05] * 48

    def zoom(factor: float) -> None:
        stage.canvas.set_zoom(stage.canvas.zoom * factor)
        painted()

    return statistics.median(_taken(lambda factor=factor: zoom(factor)) for factor in factors)  # type: ignore[misc]


def _drag_starts(stage: Stage) -> float:
    """The move of the pointer with which a card is lifted."""
    stage.look_at(1.0)
    times = []
    for card in _CARDS:
        place = stage.place(card).centre
        stage.press(place)
        times.append(_taken(lambda place=place: stage.move(Point(place.x + 8.0, place.y))))  # type: ignore[misc]
        stage.editor.cancel()
        stage.release()
        painted()
    return statistics.median(times)


def _typing(stage: Stage) -> float:
    """Each letter appended to the text of a card."""
    stage.editor.open_text(_CARDS[0])
    painted()
    times = [_taken(lambda letter=letter: stage.type_text(letter)) for letter in _LETTERS]  # type: ignore[misc]
    stage.editor.settle()
    return statistics.median(times)


def _taken(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
