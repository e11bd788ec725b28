"""P11 and P12: an A0 at 300 dpi as a PNG, against one QImage of it that Qt paints and saves.

Memory is measured in processes of its own, by the most they ever held beyond what they held with
the poster laid out and its first band painted; both sides begin from there.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QImage, QPainter

from cjmapper import places
from cjmapper.drawing.primitives import Drawing
from cjmapper.export.png import picture_size, png_chunks
from cjmapper.export.poster import PosterRequest, plan_poster
from cjmapper.geometry import MM_PER_INCH
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.model.vocabulary import Overflow
from cjmapper.painters.qt import QtCache, QtPainter
from cjmapper.painters.qt_bands import offscreen_application, render_bands
from cjmapper.painters.qt_fonts import QtFonts
from cjmapper.text.metrics import load_metrics
from cjmapper.text.wrap import Typesetter
from tests.bench.measure import Row, alternating, ratio_row
from tests.support import synthetic

DPI = 300
_ROUNDS = 3
_PEAK, _NOW = "VmHWM:", "VmRSS:"
_FORGET_PEAK = "5"


def poster(paper: str = "A0", cards: int = 1000) -> Drawing:
    """One page of a made up map."""
    offscreen_application()
    document = synthetic.document(cards)
    request = PosterRequest(
        document=document,
        journey=document.maps[0],
        settings=PosterSettings(paper=paper, overflow=Overflow.ONE),
        language="nb",
    )
    return plan_poster(request, Typesetter(load_metrics(), "nb")).wholes[0].drawing


def write_ours(drawing: Drawing, target: Path, dpi: float = DPI) -> None:
    """The picture in bands, as an export writes it."""
    size = picture_size(drawing.size, dpi)
    rows = render_bands(drawing, dpi, load_metrics())
    with target.open("wb") as file:
        for part in png_chunks(size.width_px, size.height_px, rows, dpi):
            file.write(part)


def write_theirs(drawing: Drawing, target: Path, dpi: float = DPI) -> None:
    """The same painter on one image as large as the picture, which Qt writes as it likes."""
    size = picture_size(drawing.size, dpi)
    image = QImage(size.width_px, size.height_px, QImage.Format.Format_RGB32)
    image.fill(drawing.background)
    painter = QPainter(image)
    cache = QtCache(QtFonts(load_metrics()))
    QtPainter(painter, dpi / MM_PER_INCH, cache).paint(drawing)
    painter.end()
    if not image.save(str(target)):
        raise AssertionError("Qt did not write the picture.")


def time_row() -> Row:
    """Rendering and encoding together, on both sides to a file."""
    drawing = poster()
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "poster.png"
        times = alternating(
            lambda: write_ours(drawing, target), lambda: write_theirs(drawing, target), _ROUNDS
        )
    return ratio_row("P12 A0 PNG at 300 dpi", times, 0.6)


def memory_row() -> Row:
    """The most that a whole export holds, against the bytes of one QImage alone."""
    ours, image = _grown("ours"), _grown("image")
    return Row("P11 peak memory of it", ours / image, 0.25)


def _grown(side: str) -> int:
    """How many kilobytes a process grew at most, as it says itself."""
    answer = subprocess.run(
        [sys.executable, "-m", "tests.bench.pictures", side],
        cwd=places.resources_folder().parent,
        capture_output=True,
        check=True,
        text=True,
    )
    return int(answer.stdout)


def grown_by(side: str, drawing: Drawing) -> int:
    """How many kilobytes this process grows by one side at most; needs Linux."""
    own = Path("/proc/self")
    next(render_bands(drawing, DPI, load_metrics(), band_rows=1))
    own.joinpath("clear_refs").write_text(_FORGET_PEAK, encoding="ascii")
    before = _kilobytes(own / "status", _NOW)
    with tempfile.TemporaryDirectory() as folder:
        if side == "ours":
            write_ours(drawing, Path(folder) / "poster.png")
        else:
            size = picture_size(drawing.size, DPI)
            image = QImage(size.width_px, size.height_px, QImage.Format.Format_RGB32)
            image.fill(drawing.background)
    return _kilobytes(own / "status", _PEAK) - before


def _kilobytes(status: Path, name: str) -> int:
    return next(int(line.split()[1]) for line in _lines(status) if line.startswith(name))


def _lines(status: Path) -> Iterator[str]:
    yield from status.read_text(encoding="ascii").splitlines()


if __name__ == "__main__":
    sys.stdout.write(str(grown_by(sys.argv[1], poster())))
