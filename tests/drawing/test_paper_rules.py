"""What is printed: black words, lines that a press can print, one brand colour that can be read."""

import datetime as dt
import random
import re
from functools import cache

import msgspec
import pytest

from cjmapper import places
from cjmapper.drawing.compose import Composer
from cjmapper.drawing.curves import reading_group
from cjmapper.drawing.hairlines import LEAST_LINE, printable
from cjmapper.drawing.poster import compose_poster
from cjmapper.drawing.poster_frame import _beside_code
from cjmapper.drawing.primitives import (
    Colour,
    Drawing,
    Group,
    Path,
    Primitive,
    Rectangle,
    Stroke,
    TextLine,
)
from cjmapper.drawing.theme import PAPER, READABLE, blend, contrast, with_brand
from cjmapper.drawing.walk import Leaf, Place, leaves
from cjmapper.geometry import Point, Rect
from cjmapper.layout.poster import lay_out_poster
from cjmapper.layout.poster_types import BlockCell, Code, PageRequest, TitleBlock
from cjmapper.layout.result import TextBlock
from cjmapper.layout.styles import CAPTION, CARD_TEXT, STEP_TITLE
from cjmapper.model import document as d
from cjmapper.storage.codec import decode
from tests.support import synthetic
from tests.support.builders import document, journey, reading
from tests.support.layouts import laid_out, setting
from tests.support.paged import sheet

EXAMPLES = tuple(sorted(path.stem for path in places.resource("examples").glob("*.cjmap")))
PAPERS = ("A4", "A1")
GREY_40 = "#999999"
ROUNDING = 1 + 1e-9


@cache
def example(name: str) -> d.Document:
    return decode(places.resource("examples", f"{name}.cjmap").read_bytes()).document


def drawn(whole: d.Document, paper: str) -> Drawing:
    chosen = sheet(paper)
    asked = PageRequest(
        map=laid_out(whole), page=chosen.size, inside=chosen.area, today=dt.date(2026, 1, 5)
    )
    return compose_poster(lay_out_poster(asked, setting()), Composer(PAPER))


@cache
def parts(name: str, paper: str) -> tuple[tuple[Leaf, Place], ...]:
    return tuple(leaves(drawn(example(name), paper).items))


def colours(item: Primitive) -> list[Colour]:
    found: list[Colour | None] = []
    if isinstance(item, Rectangle | Path):
        found += [item.fill, None if item.stroke is None else item.stroke.colour]
    if isinstance(item, TextLine):
        found.append(item.colour)
    return [colour for colour in found if colour is not None]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", EXAMPLES)
def test_every_colour_is_solid(name: str, paper: str) -> None:
    for item, _ in parts(name, paper):
        for colour in colours(item):
            assert re.fullmatch("#[0-9A-F]{6}", colour), item


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", EXAMPLES)
def test_no_line_is_too_thin_to_be_printed(name: str, paper: str) -> None:
    for item, place in parts(name, paper):
        if isinstance(item, Rectangle | Path) and item.stroke is not None:
            assert item.stroke.width * place.scale * ROUNDING >= LEAST_LINE, item


def test_the_lines_of_a_map_far_too_large_for_its_paper_can_be_printed_too() -> None:
    widths = [
        item.stroke.width * place.scale
        for item, place in leaves(drawn(synthetic.document(600), "A4").items)
        if isinstance(item, Rectangle | Path) and item.stroke is not None
    ]
    assert min(widths) == pytest.approx(LEAST_LINE)


def test_a_hairline_is_at_least_as_dark_as_it_must_be() -> None:
    assert contrast(PAPER.hairline, "#FFFFFF") >= contrast(GREY_40, "#FFFFFF")


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_words_of_cards_and_steps_are_black(name: str) -> None:
    found = {"card": 0, "heading-3": 0}
    for item, place in parts(name, "A1"):
        for role, style in (("card", CARD_TEXT), ("heading-3", STEP_TITLE)):
            if isinstance(item, TextLine) and role in place.within and item.size == style.size:
                assert item.colour == "#000000", item.line.text
                found[role] += 1
    assert all(found.values()), found


def test_what_is_thick_enough_stays_the_same_object() -> None:
    thick = Rectangle(Rect(0, 0, 1, 1), None, Stroke("#000000", 1.0))
    items = (Group("g", (thick,), scale=0.5),)
    assert printable(items) is items


def test_a_thing_drawn_twice_is_one_thing_after_it_was_made_printable() -> None:
    thin = Rectangle(Rect(0, 0, 1, 1), None, Stroke("#000000", 0.01))
    shared = Group("g", (thin,))
    first, second = printable((Group("a", (shared,)), Group("b", (shared,))))
    assert isinstance(first, Group)
    assert isinstance(second, Group)
    assert first.items[0] is second.items[0]


def many_colours() -> list[Colour]:
    """The corners of the cube, neon, pale and dark ones, all greys, and some at random."""
    steps = (0, 51, 102, 153, 204, 255)
    cube = [f"#{r:02X}{g:02X}{b:02X}" for r in steps for g in steps for b in steps]
    greys = [f"#{g:02X}{g:02X}{g:02X}" for g in range(256)]
    chance = random.Random(7)  # noqa: S311
    return cube + greys + [f"#{chance.randrange(1 << 24):06X}" for _ in range(500)]


def test_the_names_of_phases_can_be_read_in_any_brand_colour() -> None:
    for colour in many_colours():
        theme = with_brand(PAPER, colour)
        first, last = theme.phases
        for part in (0.0, 0.25, 0.5, 0.75, 1.0):
            band = blend(first, last, part)
            assert contrast(band, theme.phase_text) >= READABLE, colour
            assert contrast(band, "#FFFFFF") > 1.2, colour


def test_a_brand_colour_that_can_be_read_is_used_as_it_is() -> None:
    for colour in ("#003366", "#FFE600", "#0A6B4F", "#000000", "#E30613"):
        assert with_brand(PAPER, colour).phases[0] == colour


@pytest.mark.parametrize(("x", "level"), [(100.0, False), (0.0, True)])
def test_a_rule_parts_a_code_from_the_facts_beside_or_under_it(x: float, level: bool) -> None:
    line = TextBlock(0.0, 0.0, (), CAPTION)
    code = Code(Rect(x, 0.0, 30.0, 30.0), 1.0, (b"\1",), line, "", "")
    facts = BlockCell(Rect(0.0, 40.0 if level else 0.0, 100.0, 20.0), line, line)
    block = TitleBlock(Rect(0.0, 0.0, 130.0, 60.0), (facts,), code)
    drawn = _beside_code(block, code, Stroke("#000000", 0.1)).commands
    if level:
        assert drawn == (("M", 0.0, 40.0), ("L", 130.0, 40.0))
    else:
        assert drawn == (("M", 100.0, 0.0), ("L", 100.0, 60.0))


def test_a_line_to_words_far_off_lies_under_its_face() -> None:
    layout = laid_out(document(journey(emotions=(reading("e", "s1", 1.0, words=("glad",)),))))
    (lane,) = layout.emotion_lanes.values()
    (dot,) = lane.readings
    tied = msgspec.structs.replace(dot, leader=(Point(1.0, 2.0), Point(3.0, 4.0)))
    first = reading_group(tied, None, 10.0, PAPER).items[0]
    assert isinstance(first, Path)
    assert first.commands == (("M", 1.0, 12.0), ("L", 3.0, 14.0))
