"""Which lines belong together in one text."""

from cjmapper.drawing.primitives import Rectangle
from cjmapper.geometry import Rect
from cjmapper.painters.paragraphs import paragraphs, separator
from tests.support.drawings import text


def test_lines_of_one_text_stay_together_and_others_apart() -> None:
    first = text("Leser menyen og ser etter allergener", 2, 2, 25)
    second = text("Noe helt annet enn dette", 2, 30, 25)
    box = Rectangle(Rect(0, 0, 1, 1))
    assert list(paragraphs((*first, *second, box))) == [first, second, box]
    assert len(first) > 1


def test_lines_with_something_between_them_stay_apart() -> None:
    one, other, *_ = text("Leser menyen og ser etter", 2, 2, 20)
    box = Rectangle(Rect(0, 0, 1, 1))
    assert list(paragraphs((one, box, other))) == [(one,), box, (other,)]


def test_a_blank_stands_between_lines_but_not_inside_a_word() -> None:
    whole = text("Kundetilfredshetsundersøkelsen kommer", 2, 2, 33)
    assert len(whole) == 3
    assert separator(whole[0], whole[1]) == ""
    assert separator(whole[1], whole[2]) == " "
