"""Selections are ordered choices of ids."""

from cjmapper.editor import selection


def test_a_thing_is_toggled_in_and_out() -> None:
    assert selection.toggled(("a",), "b") == ("a", "b")
    assert selection.toggled(("a", "b"), "a") == ("b",)


def test_selections_are_joined_without_repeating() -> None:
    assert selection.joined(("b", "a"), ["a", "c"]) == ("b", "a", "c")


def test_going_on_adds_and_going_back_takes_away() -> None:
    assert selection.extended((), "a") == ("a",)
    assert selection.extended(("a",), "b") == ("a", "b")
    assert selection.extended(("a", "b", "c"), "b") == ("a", "b")
    assert selection.extended(("a", "b", "c"), "a") == ("b", "c", "a")
