"""Takes the pictures of README.md: the window with a map open, and the same map as a poster.

Run as `python packaging/build_pictures.py` from anywhere, without a display; the same again gives
the same pictures.
"""

import datetime as dt
import os
import sys
import tempfile
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QEventLoop, Qt, QTimer  # noqa: E402
from PySide6.QtGui import QImage, QImageWriter  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from cjmapper.app import SettingsFile, made_program  # noqa: E402
from cjmapper.export.jobs import export_file  # noqa: E402
from cjmapper.export.options import ExportOptions  # noqa: E402
from cjmapper.model.ids import counted_ids  # noqa: E402
from cjmapper.painters.qt_outlines import QtOutlines  # noqa: E402
from cjmapper.places import resource  # noqa: E402
from cjmapper.storage.files import load  # noqa: E402
from cjmapper.text.metrics import load_metrics  # noqa: E402
from cjmapper.ui.look.appearance import Look, Theme  # noqa: E402
from cjmapper.ui.main_window import MainWindow, Workplace  # noqa: E402
from cjmapper.ui.map_pictures import MapPictures  # noqa: E402
from cjmapper.ui.parts.surroundings import Surroundings  # noqa: E402
from cjmapper.words.catalog import Words  # noqa: E402

PICTURES = ROOT / "packaging" / "pictures"
MAP = resource("examples", "restaurant.nb.cjmap")
DAY = dt.date(2026, 3, 24)
WINDOW = (1366, 768)
SELECTED = "t3"
POSTER_WIDTH = 1320
_FINER = 2
"""How many times finer than its picture the poster is drawn."""

_A1_WIDTH_MM = 841
_SMALLEST = 0
"""The quality that stands for the strongest compression of a PNG, which loses nothing."""


def main() -> None:
    """Writes both pictures and says how large they are."""
    program = made_program()
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        _write(_window_picture(program, Path(folder)), "window.png")
        _write(_poster_picture(Path(folder)), "poster.png")


def _window_picture(program: QApplication, folder: Path) -> QImage:
    """The window with the map as it opens, one card selected."""
    look = Look(Theme.LIGHT)
    look.put_on()
    window = MainWindow(
        Workplace(
            around=Surroundings(Words("nb"), look),
            keeper=SettingsFile(folder / "settings.json"),
            pictures=MapPictures(load_metrics(), QtOutlines()),
            ids=counted_ids("picture"),
            clock=lambda: 0.0,
            today=lambda: DAY,
        )
    )
    window.resize(*WINDOW)
    window.show()
    window.make_rest()
    window.desk.take_up(MAP)
    _let_settle(program)
    window.editor.select(SELECTED)
    _let_settle(program)
    return window.grab().toImage()


def _poster_picture(folder: Path) -> QImage:
    """The map as a poster on A1, drawn finer than it is shown."""
    made = folder / "poster.png"
    dpi = round(POSTER_WIDTH * _FINER * 25.4 / _A1_WIDTH_MM)
    document = load(MAP).document
    export_file(document, made, ExportOptions(dpi=dpi, today=DAY))
    return QImage(str(made)).scaledToWidth(POSTER_WIDTH, Qt.TransformationMode.SmoothTransformation)


def _let_settle(program: QApplication) -> None:
    """Lets everything happen that was put off for a moment."""
    loop = QEventLoop(program)
    QTimer.singleShot(500, loop.quit)
    loop.exec()


def _write(picture: QImage, name: str) -> None:
    """Writes a picture without transparency and without the day it was taken."""
    path = PICTURES / name
    opaque = picture.convertToFormat(QImage.Format.Format_RGB888)
    writer = QImageWriter(str(path), b"png")
    writer.setQuality(_SMALLEST)
    if not writer.write(opaque):
        raise SystemExit(f"{path} could not be written")
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
