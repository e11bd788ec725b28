"""The Qt painter, looked at pixel by pixel and glyph by glyph."""

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QImage, QPainter

from cjmapper.drawing.primitives import Clip, Drawing, Group, Image, Path, Rectangle, Stroke
from cjmapper.geometry import Rect, Size, pixel_size
from cjmapper.painters import qt_cache
from cjmapper.painters.qt import QtCache, QtPainter
from cjmapper.painters.qt_bands import render_bands
from cjmapper.painters.qt_fonts import QtFonts
from cjmapper.text.fonts import FAMILY, Face
from tests.support.drawings import METRICS, png, sample, text
from tests.support.screen_lines import screen_glyphs

pytestmark = pytest.mark.usefixtures("application")


def cache() -> QtCache:
    return QtCache(QtFonts(METRICS))


def picture(drawing: Drawing, scale_px: float, *, bars: bool = False) -> QImage:
    size = drawing.size
    made = QImage(
        round(size.width * scale_px), round(size.height * scale_px), QImage.Format.Format_RGB32
    )
    painter = QPainter(made)
    QtPainter(painter, scale_px, cache(), bars=bars).paint(drawing)
    painter.end()
    return made


def colour(made: QImage, x: int, y: int) -> str:
    return QColor(made.pixel(x, y)).name().upper()


def dark_pixels(made: QImage) -> int:
    return sum(
        QColor(made.pixel(x, y)).lightness() < 128
        for x in range(made.width())
        for y in range(made.height())
    )


ROUNDING = 3
"""By how many of 256 levels the edge of a shape may differ where Qt cuts it elsewhere."""


def _most_difference(one: bytes, other: bytes) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("dpi", [72, 150])
@pytest.mark.parametrize("rows", [2000, 256, 64])
def test_bands_put_together_are_the_whole_picture(dpi: int, rows: int) -> None:
    drawing = sample()
    width, height = pixel_size(drawing.size, dpi)
    whole = QImage(width, height, QImage.Format.Format_RGB32)
    whole.fill(drawing.background)
    painter = QPainter(whole)
    QtPainter(painter, dpi / 25.4, cache()).paint(drawing)
    painter.end()
    banded = list(render_bands(drawing, dpi, METRICS, rows))
    assert len(banded) == height
    plain = whole.convertToFormat(QImage.Format.Format_RGB888)
    stride = plain.bytesPerLine()
    pixels = bytes(plain.constBits())
    for number, row in enumerate(banded):
        wanted = pixels[number * stride : number * stride + 3 * width]
        assert row == wanted or _most_difference(row, wanted) <= ROUNDING, number


def test_the_bundled_files_are_used_and_nothing_installed() -> None:
    fonts = QtFonts(METRICS)
    for face in Face:
        assert fonts.font(face).isValid()
        assert fonts.font(face).familyName() == FAMILY[face]


def test_glyphs_stand_at_the_same_places_at_any_zoom() -> None:
    glyphs = sorted(screen_glyphs(sample(), METRICS))
    half = Group("half", sample().items, x=3, y=5, scale=0.5)
    halved = sorted(screen_glyphs(msgspec.structs.replace(sample(), items=(half,)), METRICS))
    assert len(glyphs) == len(halved)
    for one, other in zip(glyphs, halved, strict=True):
        assert other.x == pytest.approx(3 + one.x / 2, abs=1e-6)
        assert other.y == pytest.approx(5 + one.y / 2, abs=1e-6)
        assert other.size == pytest.approx(one.size / 2)


def test_what_does_not_reach_into_the_visible_part_is_left_out() -> None:
    seen = Rectangle(Rect(0, 0, 5, 5), fill="#FF0000")
    unseen = Rectangle(Rect(20, 20, 5, 5), fill="#00FF00")
    made = QImage(40, 40, QImage.Format.Format_RGB32)
    made.fill("white")
    painter = QPainter(made)
    QtPainter(painter, 1.0, cache()).paint_items((seen, unseen), Rect(0, 0, 10, 10))
    painter.end()
    assert colour(made, 2, 2) == "#FF0000"
    assert colour(made, 22, 22) == "#FFFFFF"


def test_what_a_clip_hides_is_not_painted_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[object] = []
    monkeypatch.setattr(QtPainter, "_path", lambda _self, item, _frame: painted.append(item))
    paths = tuple(
        Path((("M", x, 2.0), ("L", x + 3.0, 2.0), ("L", x, 5.0), ("Z",)), fill="#FF0000")
        for x in (2.0, 20.0)
    )
    made = QImage(40, 40, QImage.Format.Format_RGB32)
    painter = QPainter(made)
    clip = Clip(Rect(0, 0, 10, 10), paths)
    QtPainter(painter, 1.0, cache()).paint_items((clip,), Rect(0, 0, 40, 40))
    painter.end()
    assert painted == [paths[0]]


def test_culling_looks_through_moved_and_scaled_groups() -> None:
    box = Rectangle(Rect(100, 0, 100, 100), fill="#FF0000")
    group = Group("g", (box,), x=-10, y=0, scale=0.1)
    made = QImage(20, 20, QImage.Format.Format_RGB32)
    made.fill("white")
    painter = QPainter(made)
    QtPainter(painter, 1.0, cache()).paint_items((group,), Rect(0, 0, 20, 20))
    painter.end()
    assert colour(made, 5, 5) == "#FF0000"


def test_the_painter_it_was_given_may_be_moved_and_is_left_as_it_was() -> None:
    made = QImage(40, 40, QImage.Format.Format_RGB32)
    made.fill("white")
    painter = QPainter(made)
    painter.translate(20, 10)
    before = painter.worldTransform()
    QtPainter(painter, 2.0, cache()).paint_items((Rectangle(Rect(0, 0, 5, 5), fill="#0000FF"),))
    assert painter.worldTransform() == before
    painter.end()
    assert colour(made, 25, 15) == "#0000FF"
    assert colour(made, 15, 5) == "#FFFFFF"
    assert colour(made, 32, 15) == "#FFFFFF"


def test_text_too_small_to_read_becomes_bars_where_asked() -> None:
    drawing = Drawing(Size(60, 10), text("Mange små ord på en linje", 1, 1, 58, size=3))
    assert screen_glyphs(drawing, METRICS)
    bars = picture(drawing, 2.0, bars=True)
    words = picture(drawing, 2.0)
    assert bars != words
    assert picture(drawing, 4.0, bars=True) == picture(drawing, 4.0)


def test_a_character_no_font_has_is_an_empty_box() -> None:
    box = picture(Drawing(Size(12, 12), text("\U000f0000", 2, 1, 10, size=8)), 8.0)
    assert dark_pixels(box) > 50
    row = [dark for dark in range(box.width()) if QColor(box.pixel(dark, 45)).lightness() < 128]
    assert len(row) < 20
    assert row[-1] - row[0] > 20


def test_a_picture_that_can_not_be_read_is_a_crossed_frame() -> None:
    broken = Image(Rect(2, 2, 16, 16), "broken", "image/png", b"junk")
    made = picture(Drawing(Size(20, 20), (broken,)), 4.0)
    assert colour(made, 40, 40) != "#FFFFFF"
    assert colour(made, 40, 20) == "#FFFFFF"


def test_a_picture_keeps_its_shape() -> None:
    wide = Image(Rect(0, 0, 20, 20), "wide", "image/png", png(20, 10))
    made = picture(Drawing(Size(20, 20), (wide,)), 4.0)
    assert colour(made, 40, 40) == "#D55E00"
    assert colour(made, 40, 10) == "#FFFFFF"


def test_dashes_are_as_long_as_they_say() -> None:
    line = Rectangle(Rect(0, 10, 100, 30), stroke=Stroke("#000000", 0.5, (10.0, 10.0)))
    made = picture(Drawing(Size(100, 50), (line,)), 2.0)
    dark = [x for x in range(200) if QColor(made.pixel(x, 20)).lightness() < 200]
    assert 5 in dark
    assert 30 not in dark
    assert 45 in dark


def test_an_application_is_found(application: QCoreApplication) -> None:
    assert application is QCoreApplication.instance()


@pytest.mark.parametrize("size_px", [60, 70, 300])
def test_letters_are_painted_at_every_size(size_px: int) -> None:
    drawing = Drawing(Size(24.0, 12.0), text("Im", 2.0, 0.0, 20.0, size=10.0))
    made = picture(drawing, size_px / 10.0)
    assert 0.05 < dark_pixels(made) / (made.width() * made.height()) < 0.15


def test_decoded_pictures_take_no_more_room_than_is_set_aside(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(qt_cache, "MOST_PICTURE_BYTES", 3 * 10 * 10 * 4)
    held = cache()
    images = [Image(Rect(0, 0, 9, 9), f"p{n}", "image/png", png(10, 10)) for n in range(6)]
    first = held.picture(images[0])
    for one in images:
        assert held.picture(images[0]) is first, "what is painted all the time stays"
        assert held.picture(one) is not None
        assert held.picture_bytes <= qt_cache.MOST_PICTURE_BYTES
