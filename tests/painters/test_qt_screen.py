"""What makes painting on a screen quick does not show."""

import pytest
from PySide6.QtGui import QImage, QPainter

from cjmapper.drawing.compose import Composer
from cjmapper.drawing.primitives import Group, Path, Primitive, Rectangle, Stroke
from cjmapper.drawing.shapes import circle
from cjmapper.drawing.theme import LIGHT
from cjmapper.geometry import Rect
from cjmapper.painters import qt_stamps
from cjmapper.painters.qt import MOST_ALWAYS_PLAYED, QtCache, QtPainter
from cjmapper.painters.qt_fonts import PlacedLine, QtFonts
from cjmapper.painters.qt_stamps import Stamps, spot_of
from cjmapper.text.lines import Line
from tests.support.builders import card, document, journey
from tests.support.drawings import METRICS
from tests.support.layouts import laid_out

pytestmark = pytest.mark.usefixtures("application")

BOX = Rectangle(Rect(0.0, 0.0, 40.0, 12.0), "#FFFFFF", Stroke("#8899AA", 0.3), 1.5)
WORDS = "Venter på svar fra kundeservice, og ringer så en gang til"


def carded(*items: Primitive, x: float = 3.21, y: float = 4.56) -> Group:
    """Things on a card."""
    return Group("c1", items, x, y, role="card")


def painted(
    group: Primitive, cache: QtCache, *, scale: float = 3.7, ratio: float = 1.0, screen: bool = True
) -> QImage:
    """A picture of it on a grey ground."""
    image = QImage(round(240 * ratio), round(150 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill("#E8E8E8")
    with QPainter(image) as painter:
        QtPainter(painter, scale, cache, bars=screen).paint_items((group,))
    return image


def furthest(one: QImage, other: QImage) -> int:
    """The most that any channel of any pixel differs."""
    first, second = bytes(one.constBits()), bytes(other.constBits())
    assert len(first) == len(second)
    return max(abs(a - b) for a, b in zip(first, second, strict=True))


@pytest.fixture
def cache() -> QtCache:
    return QtCache(QtFonts(METRICS))


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize(("x", "y"), [(3.21, 4.56), (0.0, 0.0), (2.07, 7.77)])
def test_a_stamped_box_looks_like_a_drawn_one_wherever_it_stands(
    cache: QtCache, ratio: float, x: float, y: float
) -> None:
    dot = Path(circle(4.0, 4.0, 2.0), fill="#3355EE")
    group = carded(BOX, dot, x=x, y=y)
    drawn = painted(group, cache, ratio=ratio, screen=False)
    pictures = [painted(group, cache, ratio=ratio) for _ in range(4)]
    assert cache.stamps.pixels > 0
    assert all(furthest(drawn, picture) <= 24 for picture in pictures)
    assert furthest(drawn, painted(carded(dot, x=x, y=y), cache, ratio=ratio)) > 60


def test_nothing_is_stamped_at_first_sight_or_for_what_is_on_no_card(cache: QtCache) -> None:
    painted(carded(BOX), cache)
    for _ in range(3):
        painted(Group("l1", (BOX,), role="lane"), cache)
        painted(carded(BOX), cache, screen=False)
    assert cache.stamps.pixels == 0
    painted(carded(BOX), cache)
    assert cache.stamps.pixels > 0


def test_stamps_are_let_go_before_they_take_too_much_room(
    cache: QtCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(qt_stamps, "_MOST_PIXELS", 20_000)
    for width in range(20, 40):
        box = Rectangle(Rect(0.0, 0.0, float(width), 12.0), "#FFFFFF", None, 1.5)
        for _ in range(2):
            painted(carded(box), cache)
            assert cache.stamps.pixels <= 20_000


def test_what_is_too_large_for_a_stamp_is_drawn(cache: QtCache) -> None:
    for _ in range(3):
        painted(carded(BOX), cache, scale=60.0)
    assert cache.stamps.pixels == 0


def test_a_spot_is_whole_pixels_and_eighths() -> None:
    assert spot_of(3.0, 4.25) == (3, 4, 0, 2)
    assert spot_of(2.99, -0.5) == (3, -1, 0, 4)


def test_a_stamp_is_of_one_very_thing(cache: QtCache) -> None:
    stamps, spot = Stamps(), spot_of(0.0, 0.0)
    other = Rectangle(BOX.rect, "#000000", None, 1.5)
    room = cache.extents.of(BOX)
    made = []
    for _ in range(3):
        stamps.begin()
        made.append(stamps.of(BOX, room, 2.0, spot, lambda _: None))
    assert made[0] is None
    assert made[1] is not None
    assert made[2] is made[1]
    assert stamps.of(other, room, 2.0, spot, lambda _: None) is None


def test_while_someone_zooms_no_stamp_is_made(cache: QtCache) -> None:
    group = Group("g", tuple(carded(BOX, x=2.0 * n) for n in range(5)))
    for turn in range(6):
        painted(group, cache, scale=3.0 + turn / 10)
        assert cache.stamps.pixels == 0
    painted(group, cache, scale=3.5)
    assert cache.stamps.pixels > 0
    for scale in (3.6, 3.7):
        painted(group, cache, scale=scale)
    assert cache.stamps.pixels == 0


@pytest.mark.parametrize("scale", [3.1, 3.7, 5.3])
def test_a_card_written_in_one_go_looks_like_one_written_line_by_line(
    cache: QtCache, scale: float
) -> None:
    layout = laid_out(document(journey(cards=(card("c1", "note:s1", WORDS),))))
    ((placed, _),) = layout.cards_in(("note", "s1"))  # type: ignore[arg-type]
    group = Composer(LIGHT).card(placed, layout, 2.0, 3.0)
    drawn = painted(group, cache, scale=scale, screen=False)
    assert furthest(drawn, painted(group, cache, scale=scale)) <= 24
    assert furthest(drawn, painted(group, cache, scale=scale)) <= 24


def test_what_no_font_has_is_written_on_a_card_all_the_same(cache: QtCache) -> None:
    layout = laid_out(document(journey(cards=(card("c1", "note:s1", "Svar \u2603 nå"),))))
    ((placed, _),) = layout.cards_in(("note", "s1"))  # type: ignore[arg-type]
    group = Composer(LIGHT).card(placed, layout, 2.0, 3.0)
    assert furthest(painted(group, cache, screen=False), painted(group, cache)) <= 24


def test_specks_are_left_out_on_a_screen_alone(cache: QtCache) -> None:
    speck = Path(circle(20.0, 20.0, 0.15), fill="#000000")
    blank = painted(Group("g", ()), cache)
    assert painted(speck, cache) == blank
    assert painted(speck, cache, screen=False) != blank
    assert painted(speck, cache, scale=6.0) != blank


def test_lines_painted_together_look_like_lines_painted_one_by_one(cache: QtCache) -> None:
    lines = [
        Path((("M", 2.0, 3.0 * n), ("L", 50.0, 3.0 * n + 1.0)), stroke=Stroke(colour, 0.4))
        for n in range(1, 8)
        for colour in ("#AA3355", "#3355AA")[n % 2 : n % 2 + 1]
    ]
    one_by_one = painted(Group("g", tuple(lines)), cache)
    image = painted(Group("g", ()), cache)
    for _ in range(2):
        with QPainter(image) as painter:
            painter.fillRect(image.rect(), "#E8E8E8")
            QtPainter(painter, 3.7, cache, bars=True).paint_lines(lines)
        assert furthest(one_by_one, image) <= 8


def test_of_a_long_card_only_the_lines_in_sight_are_painted(
    cache: QtCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    layout = laid_out(document(journey(cards=(card("c1", "note:s1", f"{WORDS} " * 200),))))
    ((placed, _),) = layout.cards_in(("note", "s1"))  # type: ignore[arg-type]
    below = Composer(LIGHT).card(placed, layout, 2.0, -400.0)
    assert len(below.items) > MOST_ALWAYS_PLAYED
    whole = below.items[MOST_ALWAYS_PLAYED:] + below.items[:MOST_ALWAYS_PLAYED]
    parts = [
        Group("c1", whole[start : start + 50], below.x, below.y)
        for start in range(0, len(whole), 50)
    ]
    all_of_it = painted(Group("g", tuple(parts)), cache, screen=False)
    played: list[Line] = []
    place = cache.fonts.placed

    def counted(line: Line) -> PlacedLine:
        played.append(line)
        return place(line)

    monkeypatch.setattr(cache.fonts, "placed", counted)
    assert furthest(all_of_it, painted(below, cache, screen=False)) <= 24
    assert furthest(all_of_it, painted(below, cache)) <= 24
    assert 0 < len(played) < MOST_ALWAYS_PLAYED
