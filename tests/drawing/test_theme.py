"""Colours: text can be read on whatever it stands on, marks are told from their ground."""

import datetime as dt
from collections.abc import Iterator

import pytest

from cjmapper import places
from cjmapper.drawing.cards import card_icon
from cjmapper.drawing.compose import Composer
from cjmapper.drawing.poster import compose_poster
from cjmapper.drawing.primitives import Colour, Drawing, Path, Rectangle, TextLine
from cjmapper.drawing.shapes import icon_names
from cjmapper.drawing.symbols import CARD_ICONS, LANE_ICONS, channel_icon
from cjmapper.drawing.theme import (
    CONTRAST,
    DARK,
    LIGHT,
    PAPER,
    READABLE,
    Theme,
    blend,
    contrast,
    ink_on,
    is_colour,
    readable,
    with_brand,
)
from cjmapper.layout.poster import lay_out_poster
from cjmapper.layout.poster_types import PageRequest
from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model import vocabulary as v
from cjmapper.storage.codec import decode
from tests.support.builders import card, document, full_document, journey
from tests.support.flattened import Drawn, flattened
from tests.support.layouts import laid_out, setting
from tests.support.paged import sheet

THEMES = (LIGHT, DARK, CONTRAST, PAPER)
MARK = 3.0
SEEN = 1.25
EXAMPLES = tuple(sorted(path.stem for path in places.resource("examples").glob("*.cjmap")))
BRANDS = ("#7A0019", "#FFD100", "#00843D", "#808080", "#000000", "#FFFFFF", "#4B2E83")


def example(name: str) -> d.Document:
    return decode(places.resource("examples", f"{name}.cjmap").read_bytes()).document


def readings_of(drawing: Drawing) -> Iterator[tuple[str, Colour, Colour]]:
    """Each line of text with its colour and that of the last thing filled under its middle."""
    filled: list[Drawn] = []
    for one in flattened(drawing.items):
        if isinstance(one.item, Rectangle | Path) and one.item.fill is not None:
            filled.append(one)
        if isinstance(one.item, TextLine):
            width = one.item.line.width(one.item.size) * one.scale
            x = one.dx + one.item.x * one.scale + width / 2
            y = one.dy + (one.item.baseline - one.item.size * 0.3) * one.scale
            ground = drawing.background
            for below in reversed(filled):
                room = below.room
                if room.x <= x <= room.right and room.y <= y <= room.bottom:
                    ground = fill_of(below)
                    break
            yield one.item.line.text, one.item.colour, ground


def fill_of(drawn: Drawn) -> Colour:
    assert isinstance(drawn.item, Rectangle | Path)
    assert drawn.item.fill is not None
    return drawn.item.fill


def hard_to_read(drawing: Drawing) -> list[tuple[str, Colour, Colour]]:
    return [
        (text, ink, ground)
        for text, ink, ground in readings_of(drawing)
        if contrast(ink, ground) < READABLE
    ]


def poster_of(whole: d.Document, theme: Theme) -> Drawing:
    paper = sheet("A2", "landscape")
    asked = PageRequest(
        map=laid_out(whole), page=paper.size, inside=paper.area, today=dt.date(2026, 1, 5)
    )
    return compose_poster(lay_out_poster(asked, setting()), Composer(theme))


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("name", EXAMPLES)
def test_every_text_of_the_examples_can_be_read_on_its_ground(name: str, theme: Theme) -> None:
    whole = example(name)
    for index in range(len(whole.maps)):
        assert hard_to_read(Composer(theme).map_drawing(laid_out(whole, index))) == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_text_of_a_poster_can_be_read_on_its_ground(name: str) -> None:
    assert hard_to_read(poster_of(example(name), PAPER)) == []


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_text_of_a_map_with_one_of_each_can_be_read(theme: Theme) -> None:
    assert hard_to_read(Composer(theme).map_drawing(laid_out(full_document()))) == []


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("kind", list(v.CardKind))
def test_every_kind_of_card_has_an_icon_and_colours_that_can_be_told(
    kind: v.CardKind, theme: Theme
) -> None:
    colours = theme.kinds[kind]
    assert CARD_ICONS[kind] in icon_names()
    assert all(is_colour(one) for one in (colours.stripe, colours.ground, colours.edge))
    assert contrast(colours.stripe, colours.ground) >= MARK
    for ink in (theme.text, theme.secondary):
        assert contrast(ink, colours.ground) >= READABLE
    if kind is v.CardKind.TOUCHPOINT:
        assert contrast(theme.danger, colours.ground) >= READABLE


@pytest.mark.parametrize("kind", list(v.LaneKind))
def test_every_kind_of_lane_has_an_icon(kind: v.LaneKind) -> None:
    assert LANE_ICONS[kind] in icon_names()


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_text_can_be_read_on_every_ground_of_the_grid(theme: Theme) -> None:
    for ground in (theme.canvas, theme.lane_tint, theme.surface):
        for ink in (theme.text, theme.secondary, theme.hint):
            assert contrast(ink, ground) >= READABLE


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_markers_and_lines_that_mean_something_are_told_from_their_ground(theme: Theme) -> None:
    for ground in (theme.canvas, theme.lane_tint):
        for mark in (*theme.emotions, theme.curve, theme.star, theme.path, theme.contradiction):
            assert contrast(mark, ground) >= MARK, mark
    for colour, ink in zip(theme.emotions, theme.emotion_ink, strict=True):
        assert contrast(colour, ink) >= MARK


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_name_of_a_phase_can_be_read_on_every_band(theme: Theme) -> None:
    for part in range(11):
        band = blend(*theme.phases, part / 10)
        assert contrast(theme.phase_text, band) >= READABLE


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("brand", BRANDS)
def test_a_brand_colour_has_ink_that_can_be_read_on_it(brand: Colour, theme: Theme) -> None:
    branded = with_brand(theme, brand)
    assert branded.phases[0] == brand or contrast(brand, theme.canvas) < SEEN
    for part in range(11):
        assert contrast(branded.phase_text, blend(*branded.phases, part / 10)) >= READABLE


@pytest.mark.parametrize("brand", BRANDS)
def test_a_poster_in_a_brand_colour_can_be_read(brand: Colour) -> None:
    assert hard_to_read(poster_of(example(EXAMPLES[-1]), with_brand(PAPER, brand))) == []


def test_no_brand_and_a_wrong_one_leave_the_theme_alone() -> None:
    assert with_brand(LIGHT, None) is LIGHT
    assert with_brand(LIGHT, "red") is LIGHT


def test_emotions_run_from_one_hue_to_another_by_light_and_colour() -> None:
    for theme in THEMES:
        assert len(set(theme.emotions)) == 5


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#FFFFFF", "#FFFFFF") == 1.0
    assert ink_on("#FFD100") == "#10131A"
    assert ink_on("#1C2757") == "#FFFFFF"


def test_ink_is_changed_only_as_far_as_it_must_be_to_be_read() -> None:
    assert readable("#102030", "#FFFFFF") == "#102030"
    for ground in ("#FFFFFF", "#F5F6F8", "#14171D"):
        for ink in BRANDS:
            assert contrast(readable(ink, ground), ground) >= READABLE


def test_blending_is_what_transparency_would_show() -> None:
    assert blend("#FFFFFF", "#000000", 0.5) == "#808080"
    assert blend("#102030", "#405060", 0.0) == "#102030"
    assert blend("#102030", "#405060", 1.0) == "#405060"


def test_a_colour_of_a_persons_own_makes_a_card_that_can_be_read() -> None:
    cards = tuple(
        card(f"c{n}", "note:s1", "Lapp", color=colour)
        for n, colour in enumerate(("#FFFF00", "#000000", "#FF0000", "#0000FF", "#FFFFFF"))
    )
    for theme in THEMES:
        drawing = Composer(theme).map_drawing(laid_out(document(journey(cards=cards))))
        assert hard_to_read(drawing) == []


@pytest.mark.parametrize(
    ("channel", "expected"),
    [
        ({"icon": "phone", "name": "Nettside"}, "phone"),
        ({"icon": "no-such-icon", "name": "Nettside"}, "globe"),
        ({"device": v.Device.MOBILE, "name": "Nettside"}, "smartphone"),
        ({"name": "Telefon"}, "phone"),
        ({"name": "Butikken på hjørnet"}, "store"),
        ({"name": "xyz", "ownership": v.Ownership.PARTNER}, "handshake"),
        ({"name": "xyz"}, CARD_ICONS[v.CardKind.TOUCHPOINT]),
    ],
)
def test_a_touchpoint_shows_the_icon_of_its_channel(channel: dict[str, str], expected: str) -> None:
    made = d.Channel(id=ids.ChannelId("ch"), **channel)  # type: ignore[arg-type]
    assert channel_icon(made, icon_names()) == expected
    one = card("c1", "touchpoint:s1", channel=made.id)
    assert card_icon(one, document(channels=(made,))) == expected


def test_every_icon_of_a_channel_is_bundled() -> None:
    for name in (
        "telefon",
        "e-post",
        "app",
        "nett",
        "chat",
        "video",
        "venn",
        "sosial",
        "gate",
        "butikk",
        "brev",
        "produkt",
        "søk",
        "avis",
    ):
        made = d.Channel(id=ids.ChannelId("ch"), name=name)
        assert channel_icon(made, icon_names()) in icon_names()
        assert channel_icon(made, icon_names()) != CARD_ICONS[v.CardKind.TOUCHPOINT]
