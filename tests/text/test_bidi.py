"""Which characters run leftwards. In the cases, capitals are Hebrew letters and @ to & Arabic."""

import pytest

from cjmapper.text.bidi import (
    base_level,
    levels,
    mirrored,
    of_line,
    runs_leftwards,
    visual_order,
)

_HEBREW = {letter: chr(0x05D0 + place) for place, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ")}
_ARABIC = {"@": "\u0645", "&": "\u0628", "^": "\u0661", "~": "\u064e"}
_BACK = {seen: letter for letter, seen in (_HEBREW | _ARABIC).items()}


def written(text: str) -> str:
    return "".join((_HEBREW | _ARABIC).get(letter, letter) for letter in text)


def seen(text: str) -> str:
    """`text` as it is seen from left to right."""
    real = written(text)
    found = levels(real)
    order = visual_order(found)
    shown = (mirrored(real[place]) if found[place] % 2 else real[place] for place in order)
    return "".join(_BACK.get(letter, letter) for letter in shown)


CASES = {
    "abc def": "abc def",
    "ABC DEF": "FED CBA",
    "abc DEF ghi": "abc FED ghi",
    "ABC def GHI": "IHG def CBA",
    "car is THE CAR in arabic": "car is RAC EHT in arabic",
    "ABC 123 DEF": "FED 123 CBA",
    "ABC 12-34": "12-34 CBA",
    "ABC 1,234.5": "1,234.5 CBA",
    "@& 12-34": "34-12 &@",
    "ABC 100%": "100% CBA",
    "ABC kr 25,-": "-,kr 25 CBA",
    "ABC (DEF) ghi": "ghi (FED) CBA",
    "abc (DEF) ghi": "abc (FED) ghi",
    "ABC (def) GHI": "IHG (def) CBA",
    "abc DEF (ghi JKL)": "abc FED (ghi LKJ)",
    "abc DEF, GHI. jkl": "abc IHG ,FED. jkl",
    "ABC! def": "def !CBA",
    "abc DEF!": "abc FED!",
    "ABC^^^": "^^^CBA",
    "@~&~": "~&~@",
    "abc «ABC DEF» (&@)": "abc «(@&) «FED CBA",
    "123 ABC": "CBA 123",
    "[ABC": "CBA]",
    "ABC [(DEF] x)": "(x [FED)] CBA",
}


@pytest.mark.parametrize("text", CASES)
def test_a_line_is_seen_in_the_order_of_its_readers(text: str) -> None:
    assert seen(text) == CASES[text]


@pytest.mark.parametrize(
    ("text", "base"), [("abc A", 0), ("A abc", 1), ("12 (A", 1), ("12", 0), ("", 0), ("& a", 1)]
)
def test_the_first_letter_decides_which_way_a_paragraph_runs(text: str, base: int) -> None:
    assert base_level(written(text)) == base


def test_only_letters_make_a_text_run_leftwards() -> None:
    assert runs_leftwards(written("abc A"))
    assert not runs_leftwards("abc (12) — «ŋ» 客户 \u200f\u202e")


def test_marks_of_direction_change_no_order_and_are_not_lost() -> None:
    text = written("AB\u200bC\u202ed")
    assert len(levels(text)) == len(text)
    assert levels(text)[:4] == [1, 1, 1, 1]


def test_blanks_at_the_end_of_a_line_go_the_way_of_the_paragraph() -> None:
    text = written("A bc ")
    assert of_line(text, [1, 1, 2, 2, 2], 1) == [1, 1, 2, 2, 1]


def test_the_order_of_no_runs_is_no_order() -> None:
    assert visual_order([]) == []
