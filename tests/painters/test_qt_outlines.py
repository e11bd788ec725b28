"""Outlines from Qt, and Qt's own advances against our table."""

import pytest
from PySide6.QtGui import QFontDatabase, QGuiApplication, QImage, QRawFont

from cjmapper.painters import qt_outlines
from cjmapper.painters.qt_outlines import QtOutlines
from cjmapper.text.fallback import OutlineSource
from cjmapper.text.fonts import SANS_FAMILY, Face, font_file
from cjmapper.text.metrics import UNITS_PER_EM, load_metrics
from cjmapper.text.wrap import Typesetter

FLAT = {"M": 2, "L": 2, "C": 6, "Z": 0}


@pytest.fixture
def outlines(qapp: QGuiApplication) -> OutlineSource:
    assert qapp is not None
    for face in (Face.SANS, Face.SEMIBOLD):
        assert QFontDatabase.addApplicationFont(str(font_file(face))) >= 0
    return QtOutlines(SANS_FAMILY)


@pytest.mark.parametrize("face", list(Face))
@pytest.mark.usefixtures("qapp")
def test_the_screen_gives_every_character_the_advance_of_our_table(face: Face) -> None:
    advances = load_metrics().face(face).advances
    font = QRawFont(str(font_file(face)), float(UNITS_PER_EM))
    assert font.isValid()
    shown = font.glyphIndexesForString("".join(map(chr, advances)))
    assert 0 not in shown
    widths = [round(place.x()) for place in font.advancesForGlyphIndexes(shown)]
    assert widths == list(advances.values())


def test_an_outline_is_as_wide_as_its_glyphs(outlines: OutlineSource) -> None:
    for face, semibold in ((Face.SANS, False), (Face.SEMIBOLD, True)):
        advances = load_metrics().face(face).advances
        outline = outlines.outline("Ål", semibold)
        assert outline is not None
        assert outline.text == "Ål"
        assert outline.advance == sum(advances[ord(letter)] for letter in "Ål")


def test_an_outline_stands_on_its_baseline_and_goes_up_from_it(outlines: OutlineSource) -> None:
    outline = outlines.outline("HH", semibold=False)
    assert outline is not None
    points = [(command[1], command[2]) for command in outline.path if len(command) == 3]
    heights = [y for _, y in points]
    assert max(heights) == 0.0
    assert min(heights) == -load_metrics().face(Face.SANS).cap_height
    assert max(x for x, _ in points) > outline.advance / 2


def test_an_outline_is_made_of_closed_shapes(outlines: OutlineSource) -> None:
    outline = outlines.outline("o8", semibold=False)
    assert outline is not None
    letters = [command[0] for command in outline.path]
    assert letters.count("M") == letters.count("Z") == 5
    assert letters[0] == "M"
    assert letters[-1] == "Z"
    assert all(len(command) - 1 == FLAT[command[0]] for command in outline.path)


def test_a_character_of_no_font_has_no_outline(outlines: OutlineSource) -> None:
    assert outlines.outline("\U0010fffd", semibold=False) is None
    assert outlines.outline("a\U0010fffd", semibold=False) is None


def test_a_blank_has_a_width_and_nothing_to_draw(outlines: OutlineSource) -> None:
    outline = outlines.outline("\u2003", semibold=False)
    assert outline is not None
    assert outline.advance > 0
    assert (outline.path, outline.image) == ((), None)


def test_a_font_of_pictures_gives_a_picture(
    outlines: OutlineSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(qt_outlines, "_run_path", lambda *_: ())
    outline = outlines.outline("H", semibold=False)
    assert outline is not None
    assert outline.path == ()
    assert outline.image is not None
    image = QImage.fromData(outline.image)
    left, top, width, height = outline.image_box
    assert left == 0
    assert top < 0 < top + height
    assert width == pytest.approx(outline.advance, rel=0.02)
    assert image.width() / image.height() == pytest.approx(width / height)


def test_the_typesetter_takes_its_outlines(outlines: OutlineSource) -> None:
    metrics = load_metrics()
    assert Typesetter(metrics, "nb", outlines).missing("a\U0010fffd") == ("\U0010fffd",)
