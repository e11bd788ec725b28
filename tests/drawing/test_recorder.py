"""The painter that writes down what it is told."""

from pathlib import Path

from cjmapper.drawing.primitives import Drawing, Group, Rectangle
from cjmapper.drawing.primitives import Path as Shape
from cjmapper.drawing.recorder import Recorder
from cjmapper.geometry import Rect, Size
from tests.support.drawings import sample

GOLDEN = Path(__file__).parents[1] / "golden" / "painters"


def recorded(drawing: Drawing) -> str:
    recorder = Recorder()
    recorder.paint(drawing)
    return recorder.text()


def test_the_sample_is_recorded_as_it_was() -> None:
    assert recorded(sample()) == (GOLDEN / "sample.txt").read_text(encoding="utf-8")


def test_groups_within_groups_are_resolved_to_the_sheet() -> None:
    box = Rectangle(Rect(1, 2, 10, 20), fill="#112233", radius=4)
    line = Shape((("M", 0.0, 0.0), ("L", 1.0, 1.0), ("Z",)))
    inner = Group("inner", (box, line), x=10, y=10, scale=0.5)
    outer = Group("outer", (inner,), x=100, y=0, scale=2)
    assert recorded(Drawing(Size(300, 200), (outer,))).splitlines()[1:] == [
        "  group outer  ''",
        "    group inner  ''",
        "      rectangle 121.00 22.00 10.00 20.00 r4.00 fill #112233",
        "      path M 120.00 20.00 L 121.00 21.00 Z",
    ]


def test_a_number_next_to_nothing_is_written_without_a_sign() -> None:
    box = Rectangle(Rect(-0.001, 0, 1, 1))
    assert "rectangle 0.00 0.00 1.00 1.00" in recorded(Drawing(Size(1, 1), (box,)))
