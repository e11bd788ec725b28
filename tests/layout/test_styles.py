"""The one type scale of a map."""

import pytest

from cjmapper.layout import styles
from cjmapper.text.fonts import Face
from cjmapper.text.metrics import UNITS_PER_EM, load_metrics


@pytest.mark.parametrize("face", [face for face in Face if face is not Face.EMOJI])
def test_lines_are_centred_by_the_height_of_the_letters_of_every_face(face: Face) -> None:
    letters = load_metrics().face(face)
    assert letters.ascent / UNITS_PER_EM == styles.ASCENT
    assert letters.descent / UNITS_PER_EM == styles.DESCENT


def test_a_line_has_as_much_air_above_its_letters_as_below() -> None:
    style = styles.CARD_TEXT
    above = styles.baseline_of(style) - styles.ASCENT * style.size
    below = style.line_height - styles.baseline_of(style) - styles.DESCENT * style.size
    assert above == pytest.approx(below)
