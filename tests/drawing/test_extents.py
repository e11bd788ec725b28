"""How much room things take."""

import pytest

from cjmapper.drawing import extents as extents_module
from cjmapper.drawing.extents import NOWHERE, Extents
from cjmapper.drawing.primitives import Clip, Drawing, Group, Path, Rectangle, Stroke
from cjmapper.geometry import Rect, Size
from tests.support.drawings import sample, text


def test_a_stroke_reaches_beyond_its_box() -> None:
    box = Rectangle(Rect(1, 1, 10, 10), stroke=Stroke("#000000", 2))
    assert Extents().of(box) == Rect(0, 0, 12, 12)


def test_a_group_holds_what_is_in_it_moved_and_scaled() -> None:
    box = Rectangle(Rect(1, 1, 10, 10), fill="#000000")
    path = Path((("M", 20.0, 2.0), ("C", 30.0, 0.0, 22.0, 40.0, 21.0, 4.0)))
    group = Group("g", (box, path), x=100, y=10, scale=0.5)
    assert Extents().of(group) == Rect(100.5, 10, 14.5, 20)


def test_a_clip_hides_what_lies_outside() -> None:
    box = Rectangle(Rect(0, 0, 100, 100), fill="#000000")
    assert Extents().of(Clip(Rect(2, 2, 5, 5), (box,))) == Rect(2, 2, 5, 5)


def test_nothing_meets_nothing() -> None:
    extents = Extents()
    assert extents.of(Group("g", ())) is NOWHERE
    assert extents.of(Path(())) is NOWHERE
    assert not NOWHERE.meets(Rect(-1000, -1000, 2000, 2000))


def test_text_lies_within_its_room() -> None:
    (line,) = text("Ågj", 10, 10, 50, size=4)
    room = Extents().of(line)
    assert room.x < 10
    assert room.y < line.baseline - 4
    assert room.bottom > line.baseline + 1
    assert room.right > 10 + line.line.width(4)


def test_all_of_a_drawing_lies_within_the_room_of_its_items() -> None:
    drawing: Drawing = sample()
    room = Extents().together(drawing.items)
    whole = Rect(0, 0, drawing.size.width, drawing.size.height)
    assert room.united(whole) == whole
    assert Size(room.width, room.height) != Size(0, 0)


def test_what_is_remembered_is_let_go_before_it_grows_without_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(extents_module, "_MOST_KNOWN", 3)
    extents = Extents()
    boxes = [Group(f"g{n}", (Rectangle(Rect(0, 0, 2, 2), fill="#000000"),), x=n) for n in range(9)]
    for _round in range(2):
        assert [extents.of(box).x for box in boxes] == list(range(9))
    assert len(extents._known) <= 3
