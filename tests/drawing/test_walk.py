"""Finding out what stands where on a finished drawing."""

import pytest

from cjmapper.drawing.primitives import Clip, Form, Group, Rectangle, TextLine
from cjmapper.drawing.walk import Place, groups, ink_of, leaves
from cjmapper.geometry import Rect
from cjmapper.layout.styles import CARD_TEXT
from tests.support.layouts import setting

BOX = Rectangle(Rect(1.0, 2.0, 3.0, 4.0), "#000000")


def test_a_leaf_is_placed_through_all_groups_around_it() -> None:
    drawn = Group("outer", (Group("inner", (BOX,), 5.0, 6.0, 3.0),), 10.0, 20.0, 2.0)
    ((item, place),) = leaves((drawn,))
    assert item is BOX
    assert place.rect(BOX.rect) == Rect(26.0, 44.0, 18.0, 24.0)


def test_clips_and_forms_are_looked_into() -> None:
    clipped = Clip(Rect(0.0, 0.0, 1.0, 1.0), (Form(Rect(0.0, 0.0, 9.0, 9.0), (BOX,)),))
    assert [item for item, _ in leaves((clipped, BOX))] == [BOX, BOX]


def test_a_leaf_belongs_to_the_innermost_thing_and_not_to_how_it_reads() -> None:
    text = Group("", (BOX,), role="paragraph")
    card = Group("c1", (text,), role="card")
    step = Group("s1", (Group("", (card,), role="list"),), role="step")
    ((_, place),) = leaves((step,))
    assert (place.owner, place.role) == ("c1", "card")
    assert place.within == ("step", "list", "card", "paragraph")


def test_only_groups_with_a_role_are_given_outer_ones_first() -> None:
    card = Group("c1", (BOX,), 1.0, 1.0, role="card")
    part = Group("p", (Group("none", (card,), 2.0, 3.0, 2.0),), role="part")
    found = [(group.id, around, inside) for group, around, inside in groups((part,))]
    assert [name for name, _, _ in found] == ["p", "c1"]
    _, around, inside = found[1]
    assert (around.x, around.y, around.scale) == (2.0, 3.0, 2.0)
    assert (inside.x, inside.y, inside.owner) == (4.0, 5.0, "c1")


def test_the_ink_of_a_line_stands_on_its_baseline_as_wide_as_the_line() -> None:
    line = setting().typesetter.line("Høgda", CARD_TEXT)
    ink = ink_of(TextLine(10.0, 50.0, line, 4.0, "#000000"))
    assert ink.x == 10.0
    assert ink.width == pytest.approx(line.width(4.0))
    assert ink.y < 50.0 - 2.5
    assert 50.0 < ink.bottom < 51.5
    assert Place().rect(ink) == ink
