"""Acceptance scenarios whose bar is a time, in milliseconds: those of one gesture each."""

import random
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cjmapper.geometry import Point
from cjmapper.storage.codec import encode
from cjmapper.ui.main_window import MainWindow
from tests.bench.measure import Row, ms_row
from tests.bench.stage import Stage, opened_window, painted
from tests.support import synthetic
from tests.support.builders import card, document, journey, reading
from tests.support.dragged import dragged_in

_LONGEST_S = 20.0
_MOVES = 40
_PHOTOS = 3
_LEFT = Qt.MouseButton.LeftButton
_PLAIN = Qt.KeyboardModifier.NoModifier


def far_phase_rows() -> tuple[Row, ...]:
    """A card is held at the edge of the view until the twelfth phase is there."""
    columns = "|".join(f"s{number}" for number in range(1, 13))
    stage = Stage(document(journey(columns, cards=(card("a", "touchpoint:s1", "Søk"),))))
    stage.canvas.resize(1366 - 88, 768 - 120)
    painted()
    start = stage.place("a").centre
    last = stage.canvas.map_layout.columns[-1].centre
    began = time.perf_counter()
    stage.press(start)
    stage.move(Point(start.x + 8.0, start.y))
    stage.move(Point(stage.canvas.viewport().width() - 2.0, start.y))
    while stage.canvas.view.x(last) > stage.canvas.viewport().width():
        QTest.qWait(1)
        if time.perf_counter() - began > _LONGEST_S:
            break
    taken = time.perf_counter() - began
    stage.editor.cancel()
    stage.close()
    return (ms_row("S7 to the twelfth phase", taken, 4000.0),)


def marker_rows() -> tuple[Row, ...]:
    """A marker of a curve over 50 phases is dragged; every move is a painted frame.

    Only some moves change the curve: the slowest tenth is left out, and the next counts.
    """
    columns = "|".join(f"s{number}" for number in range(1, 51))
    readings = tuple(reading(f"e{number}", f"s{number}", 2.0) for number in range(1, 51))
    stage = Stage(document(journey(columns, "touchpoint emotion", emotions=readings)))
    start = stage.place_of("e3")
    stage.press(start)
    stage.move(Point(start.x, start.y + 8.0))
    times = []
    for turn in range(_MOVES):
        began = time.perf_counter()
        stage.move(Point(start.x, start.y + 8.0 + 2.0 * turn))
        times.append(time.perf_counter() - began)
    stage.editor.cancel()
    stage.close()
    return (ms_row("S11 move of a marker, a frame", sorted(times)[_MOVES * 9 // 10], 16.0),)


def photo_rows() -> tuple[Row, ...]:
    """Three photos of twelve megapixels are dropped on a cell; how long, and the longest halt."""
    with tempfile.TemporaryDirectory() as folder, opened_window() as window:
        window.errands.begin("blank")
        painted()
        photos = _photos(Path(folder))
        began = time.perf_counter()
        _drop(window, photos)
        longest = time.perf_counter() - began
        while window.outside.run is not None and time.perf_counter() - began < _LONGEST_S:
            turn = time.perf_counter()
            painted()
            longest = max(longest, time.perf_counter() - turn)
        taken = time.perf_counter() - began
    return ms_row("S15 three photos", taken, 2000.0), ms_row("S15 longest halt", longest, 100.0)


def finding_rows() -> tuple[Row, ...]:
    """A word among 500 cards, from its last letter to the painted match."""
    with tempfile.TemporaryDirectory() as folder, opened_window() as window:
        path = Path(folder) / "map.cjmap"
        path.write_bytes(encode(synthetic.document(500)))
        window.errands.open(path)
        window.work.canvas.fit_map()
        painted()
        QTest.keyClick(window.work.canvas, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        bar = window.find_bar
        began = time.perf_counter()
        QTest.keyClicks(bar.field, "betaling")
        while bar.current is None and time.perf_counter() - began < _LONGEST_S:
            QTest.qWait(1)
        painted()
        taken = time.perf_counter() - began
    return (ms_row("S18 find", taken, 300.0),)


def _photos(folder: Path) -> list[Path]:
    chance = random.Random(7)  # noqa: S311
    made = []
    for number in range(_PHOTOS):
        image = QImage(4000, 3000, QImage.Format.Format_RGB32)
        with QPainter(image) as painter:
            for top in range(0, 3000, 50):
                for left in range(0, 4000, 50):
                    colour = QColor.fromHsv(chance.randrange(360), 90, 200)
                    painter.fillRect(left, top, 50, 50, colour)
        made.append(folder / f"photo{number}.jpg")
        image.save(str(made[-1]), quality=92)
    return made


def _drop(window: MainWindow, files: list[Path]) -> None:
    canvas, layout = window.work.canvas, window.editor.layout
    cell = (layout.lanes[0].lane.id, layout.columns[1].step.id)
    middle = canvas.view.rect(layout.cell_rect(cell)).centre
    point = QPointF(canvas.viewport().mapTo(window, QPoint(round(middle.x), round(middle.y))))
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    action = Qt.DropAction.CopyAction
    held = dragged_in(point.toPoint(), carried)
    for event in (held, QDropEvent(point, action, carried, _LEFT, _PLAIN)):
        QApplication.sendEvent(window, event)
