"""What Qt paints and what a PDF reader shows of the same poster differ by antialiasing alone."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import msgspec
import pypdfium2
import pytest
from PIL import Image, ImageChops

from cjmapper import places
from cjmapper.drawing.primitives import Drawing, Group, Primitive
from cjmapper.export.jobs import ExportOptions, export_file
from cjmapper.export.poster import PosterRequest, plan_poster
from cjmapper.geometry import pixel_size
from cjmapper.model import document as d
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.model.vocabulary import Overflow
from cjmapper.painters.qt_bands import render_bands
from cjmapper.painters.qt_outlines import QtOutlines
from cjmapper.storage.codec import decode
from cjmapper.text.metrics import load_metrics
from cjmapper.text.wrap import Typesetter
from tests.export.test_scripts import everywhere

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.qt_log_ignore("OpenType support missing"),
]

Choice = Callable[[Image.Image, Image.Image], Image.Image]

EXAMPLES = sorted(path.name for path in places.resource("examples").glob("*.cjmap"))
TODAY = dt.date(2026, 4, 1)
DPI = 254
"""Ten pixels a millimetre: page and picture have one grid, and hairlines are wider than a pixel."""
MEAN = 1.0
"""How far apart the shades of a pixel may be in the mean, of 255; 0.44 to 0.63 was measured."""
AT_AN_EDGE = 128
"""How far a shade may lie beyond those of the same place and its eight neighbours."""
HALF_SHADE = 64
"""A shape that is missing or half a pixel more away differs by this much over its edges."""
EDGES = 2e-4
"""The share of pixels that may lie beyond their neighbours by that."""


def both(name: str, folder: Path) -> tuple[Image.Image, Image.Image]:
    """The poster of an example as Qt paints it, and as a reader of PDF does."""
    whole = decode((places.resource("examples") / name).read_bytes()).document
    return pictures_of(whole, folder)


def pictures_of(whole: d.Document, folder: Path) -> tuple[Image.Image, Image.Image]:
    options = ExportOptions(
        poster=PosterSettings(paper="A3", overflow=Overflow.ONE),
        dpi=DPI,
        today=TODAY,
    )
    painted, printed = folder / "kart.png", folder / "kart.pdf"
    for target in (painted, printed):
        export_file(whole, target, options)
    read = pypdfium2.PdfDocument(printed)
    try:
        # A hair less, so that no side is rounded up by a pixel.
        shown = read[0].render(scale=DPI / 72 * (1 - 1e-6)).to_pil().convert("RGB")
    finally:
        read.close()
    with Image.open(painted) as picture:
        return picture.convert("RGB"), shown


def mean_difference(one: Image.Image, other: Image.Image) -> float:
    levels = ImageChops.difference(one, other).convert("L").histogram()
    return sum(shade * count for shade, count in enumerate(levels)) / sum(levels)


def beyond_neighbours(one: Image.Image, other: Image.Image) -> list[int]:
    """How many pixels lie so and so far outside the shades around their place in the other."""
    darkest, lightest = around(other, ImageChops.darker), around(other, ImageChops.lighter)
    outside = ImageChops.lighter(
        ImageChops.subtract(darkest, one), ImageChops.subtract(one, lightest)
    )
    red, green, blue = outside.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue).histogram()


def around(picture: Image.Image, chosen: Choice) -> Image.Image:
    """The darkest or lightest of each pixel and its eight neighbours."""
    for dx, dy in ((1, 0), (0, 1)):
        before, after = (ImageChops.offset(picture, step * dx, step * dy) for step in (1, -1))
        picture = chosen(chosen(picture, before), after)
    return picture


def assert_only_edges_differ(one: Image.Image, other: Image.Image) -> None:
    assert one.size == other.size
    assert mean_difference(one, other) <= MEAN
    for levels in (beyond_neighbours(one, other), beyond_neighbours(other, one)):
        assert sum(levels[AT_AN_EDGE:]) == 0
        assert sum(levels[HALF_SHADE:]) <= sum(levels) * EDGES


@pytest.mark.parametrize("name", EXAMPLES)
def test_screen_and_paper_differ_only_at_edges(name: str, tmp_path: Path) -> None:
    painted, shown = both(name, tmp_path)
    assert_only_edges_differ(painted, shown)


def test_words_of_all_scripts_differ_only_at_edges(tmp_path: Path) -> None:
    painted, shown = pictures_of(everywhere(), tmp_path)
    assert_only_edges_differ(painted, shown)


def test_a_card_half_a_millimetre_away_would_be_seen(tmp_path: Path) -> None:
    _, shown = pictures_of(everywhere(), tmp_path)
    whole = everywhere()
    settings = PosterSettings(paper="A3", overflow=Overflow.ONE)
    request = PosterRequest(
        document=whole, journey=whole.maps[0], settings=settings, language="nb", today=TODAY
    )
    typesetter = Typesetter(load_metrics(), "nb", QtOutlines())
    drawing = plan_poster(request, typesetter).wholes[0].drawing
    assert_only_edges_differ(on_screen(drawing), shown)
    moved = msgspec.structs.replace(drawing, items=with_one_moved(drawing.items))
    with pytest.raises(AssertionError):
        assert_only_edges_differ(on_screen(moved), shown)


def on_screen(drawing: Drawing) -> Image.Image:
    rows = b"".join(render_bands(drawing, DPI, load_metrics()))
    return Image.frombytes("RGB", pixel_size(drawing.size, DPI), rows)


def with_one_moved(items: tuple[Primitive, ...]) -> tuple[Primitive, ...]:
    """`items` with the first card among them half a millimetre to the right."""
    for place, item in enumerate(items):
        if isinstance(item, Group):
            if item.role == "card":
                changed = msgspec.structs.replace(item, x=item.x + 0.5)
            else:
                changed = msgspec.structs.replace(item, items=with_one_moved(item.items))
            if changed != item:
                return (*items[:place], changed, *items[place + 1 :])
    return items


def test_a_shape_that_is_missing_or_elsewhere_would_be_seen(tmp_path: Path) -> None:
    painted, shown = both(EXAMPLES[0], tmp_path)
    moved = ImageChops.offset(painted, 3, 0)
    wiped = painted.copy()
    wiped.paste("#FFFFFF", (1000, 1000, 1400, 1400))
    for spoiled in (moved, wiped):
        with pytest.raises(AssertionError):
            assert_only_edges_differ(spoiled, shown)
