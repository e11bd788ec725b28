"""What was made once is found by identity, and never served for another value."""

from cjmapper.drawing.kept import Kept
from cjmapper.geometry import Point


def test_it_is_made_once_for_the_very_same_value_and_anew_for_one_that_is_only_alike() -> None:
    kept: Kept[list[str]] = Kept(10)
    one = Point(1.0, 2.0)
    made = kept.of(one, None, lambda: ["one"])
    assert kept.of(one, None, lambda: ["two"]) is made
    assert kept.of(Point(1.0, 2.0), None, lambda: ["two"]) == ["two"]


def test_it_is_made_anew_when_what_stands_beside_differs() -> None:
    kept: Kept[str] = Kept(10)
    one = Point(1.0, 2.0)
    kept.of(one, (1.0,), lambda: "high")
    assert kept.of(one, (1.0,), lambda: "low") == "high"
    assert kept.of(one, (2.0,), lambda: "low") == "low"


def test_no_more_is_kept_than_was_said() -> None:
    kept: Kept[int] = Kept(3)
    values = [Point(float(n), 0.0) for n in range(10)]
    for n, value in enumerate(values):
        kept.of(value, None, lambda n=n: n)  # type: ignore[misc]
        assert len(kept) <= 3
    assert kept.of(values[-1], None, lambda: -1) == 9
