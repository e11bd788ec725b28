"""Letters that a font holds as pictures only, and pictures that can't be shown, everywhere."""

import xml.etree.ElementTree as ET
from base64 import b64encode
from io import BytesIO

import msgspec
import pypdfium2
import pytest
from PIL import Image as Pillow
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QTextLayout

from cjmapper.drawing.primitives import Drawing, Image, Path, Stroke, TextLine
from cjmapper.geometry import Rect, Size
from cjmapper.painters import qt_cache, qt_fonts, qt_outlines
from cjmapper.painters.pdf import PdfFacts, write_pdf
from cjmapper.painters.qt import QtCache, QtPainter
from cjmapper.painters.qt_fonts import QtFonts
from cjmapper.painters.qt_outlines import QtOutlines
from cjmapper.painters.svg import svg_parts
from cjmapper.text.fallback import Outline
from cjmapper.text.fonts import Face
from cjmapper.text.lines import Line, Run
from cjmapper.text.metrics import UNITS_PER_EM
from tests.support.drawings import METRICS, png, text
from tests.support.paged import paged

ORANGE = (0xD5, 0x5E, 0x00)
SHEET = Size(20, 20)
BEFORE = Run(" ", Face.SANS, UNITS_PER_EM)
EM = float(UNITS_PER_EM)
PICTURED = Outline("☃", UNITS_PER_EM, (), png(4, 4), (0.0, -EM, EM, EM))


def letter(run: Run) -> Drawing:
    """A letter of 10 mm that stands after 10 mm of nothing, its foot 10 mm below the top."""
    line = Line((BEFORE, run), 2 * UNITS_PER_EM, f" {run.copied}", 0, 1 + len(run.copied))
    return Drawing(SHEET, (TextLine(0, 10, line, 10, "#000000"),))


def snowman() -> Drawing:
    return letter(Run("☃", Face.SANS, UNITS_PER_EM, PICTURED))


def on_paper(drawing: Drawing) -> Pillow.Image:
    target = BytesIO()
    write_pdf(paged(drawing), target, PdfFacts(invariant=True))
    document = pypdfium2.PdfDocument(target.getvalue())
    try:
        shown: Pillow.Image = document[0].render(scale=72 / 25.4).to_pil()
        return shown.convert("RGB").resize((200, 200))
    finally:
        document.close()


def on_screen(drawing: Drawing, cache: QtCache | None = None) -> QImage:
    made = QImage(200, 200, QImage.Format.Format_RGB32)
    made.fill("white")
    painter = QPainter(made)
    QtPainter(painter, 10.0, cache or QtCache(QtFonts(METRICS))).paint_items(drawing.items)
    painter.end()
    return made


def test_the_pdf_shows_the_picture_of_a_letter_in_its_place_and_keeps_its_text() -> None:
    shown = on_paper(snowman())
    assert shown.getpixel((150, 50)) == ORANGE
    assert shown.getpixel((50, 50)) == (255, 255, 255)
    assert shown.getpixel((150, 150)) == (255, 255, 255)


def test_the_svg_holds_the_picture_of_a_letter_in_its_place_and_its_text() -> None:
    root = ET.fromstring("".join(svg_parts(snowman())))  # noqa: S314
    (image,) = (element for element in root.iter() if element.tag.endswith("}image"))
    assert [float(image.get(name, "")) for name in ("x", "y", "width", "height")] == [10, 0, 10, 10]
    assert (
        image.get("{http://www.w3.org/1999/xlink}href")
        == f"data:image/png;base64,{b64encode(png(4, 4)).decode()}"
    )
    assert "☃" in "".join(root.itertext())


@pytest.mark.usefixtures("application")
def test_the_screen_shows_the_picture_of_a_letter_in_its_place() -> None:
    shown = on_screen(snowman())
    assert QColor(shown.pixel(150, 50)) == QColor(*ORANGE)
    assert QColor(shown.pixel(50, 50)).name() == "#ffffff"
    assert QColor(shown.pixel(150, 150)).name() == "#ffffff"


def test_a_letter_that_stands_for_nothing_is_drawn_but_not_read() -> None:
    drawn = letter(Run("☃", Face.SANS, UNITS_PER_EM, PICTURED, source=""))
    assert on_paper(drawn).getpixel((150, 50)) == ORANGE
    target = BytesIO()
    write_pdf(paged(drawn), target, PdfFacts(invariant=True))
    document = pypdfium2.PdfDocument(target.getvalue())
    assert document[0].get_textpage().get_text_range().strip() == ""
    document.close()


def test_a_picture_that_is_sound_only_in_its_header_is_a_crossed_frame_on_paper() -> None:
    broken = png(4, 4)[:45] + b"junk"
    shown = on_paper(Drawing(SHEET, (Image(Rect(5, 5, 10, 10), "a", "image/png", broken),)))
    assert shown.getpixel((20, 20)) == (255, 255, 255)
    assert min(shown.crop((90, 90, 110, 110)).convert("L").tobytes()) < 220


@pytest.mark.usefixtures("application")
def test_what_the_screen_remembers_is_let_go_before_it_grows_without_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(qt_cache, "_MOST_PATHS", 2)
    monkeypatch.setattr(qt_fonts, "_MOST_LINES", 2)
    paths = tuple(
        Path((("M", 1.0, 2.0 * n), ("L", 9.0, 2.0 * n)), stroke=Stroke("#000000", 1))
        for n in range(1, 5)
    )
    words = text("En to tre fire fem seks", 1, 10, 8)
    assert len(words) > 2
    drawing = Drawing(SHEET, (*paths, *words))
    cache = QtCache(QtFonts(METRICS))
    first = on_screen(drawing, cache)
    assert on_screen(drawing, cache) == first == on_screen(drawing)
    assert len(cache._shapes) <= 2
    assert len(cache.fonts._lines) <= 2


def test_a_letter_that_its_font_draws_nothing_for_has_a_width_alone(
    qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert qapp is not None
    monkeypatch.setattr(qt_outlines, "_run_path", lambda *_: ())
    monkeypatch.setattr(QTextLayout, "draw", lambda *_: None)
    outline = QtOutlines().outline("H", semibold=False)
    assert outline is not None
    assert outline.advance > 0
    assert msgspec.structs.replace(outline, advance=0) == Outline("H", 0)
