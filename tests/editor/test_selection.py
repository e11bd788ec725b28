"""Selections are ordered choices of ids."""

from cjmapper.editor import selection


def test_a_thing_is_toggled_in_and_out() -> None:
    assert selection.toggled(("a",), "b") == ("a", "b")
    assert selection.toggled(("a", "b"), "a") == ("b",)


def test_selections_are_joined_without_repeating() -> None:
    assert selection.joined(("b", "a"), ["a", "c"]) == ("b", "a", "c")
