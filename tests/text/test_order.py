"""Lines with letters that run leftwards: their runs, where they stand, and where a caret stands."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cjmapper.text.fallback import Outline
from cjmapper.text.fonts import Face
from cjmapper.text.lines import Line, TextStyle
from cjmapper.text.metrics import UNITS_PER_EM, Metrics, load_metrics
from cjmapper.text.wrap import Typesetter

BODY = TextStyle(Face.SANS, 3.7, 5.3)
UNIT = BODY.size / UNITS_PER_EM
ADVANCE = 1000
SHALOM, OLAM = "שלום", "עולם"
WORDS = st.sampled_from(
    [SHALOM, OLAM, "abc", "12", "(x)", "(", "«ם»", "١٢", "客户", "😀", "a-b", "…"]
)
TEXTS = st.lists(st.tuples(WORDS, st.sampled_from([" ", " ", "", "\n"])), max_size=12).map(
    lambda parts: "".join(word + gap for word, gap in parts)
)


class AnyOutlines:
    """Outlines as wide as they have letters; joined ones are narrower, as in Arabic."""

    def outline(self, text: str, semibold: bool) -> Outline | None:
        assert semibold in {True, False}
        return Outline(text, ADVANCE * len(text) - 10 * (len(text) - 1))


def typesetter() -> Typesetter:
    return Typesetter(load_metrics(), "nb", AnyOutlines())


def drawn(line: Line) -> list[str]:
    return [run.text for run in line.runs if run.text.strip()]


def test_words_of_a_leftward_script_are_drawn_from_the_right() -> None:
    line = typesetter().line(f"{SHALOM} {OLAM} 2024", BODY)
    assert drawn(line) == ["2024", OLAM, SHALOM]
    assert line.text == "".join(run.copied for run, _ in line.placed())
    assert [run.leftward for run in line.runs] == [False, True, True, True, True]


def test_within_latin_words_only_the_leftward_ones_change_places() -> None:
    line = typesetter().line(f"Hun sa {SHALOM} {OLAM} og gikk", BODY)
    assert drawn(line) == ["Hun sa ", OLAM, SHALOM, " og gikk"]


def test_brackets_are_turned_round_and_copied_as_they_were_written() -> None:
    line = typesetter().line(f"{SHALOM} ({OLAM})", BODY)
    assert drawn(line) == ["(", OLAM, ")", SHALOM]
    assert [run.copied for run, _ in line.placed()] == [SHALOM, " ", "(", OLAM, ")"]


def test_each_line_has_its_own_order() -> None:
    narrow = typesetter().width(f"{SHALOM} {OLAM}", BODY) + UNIT
    first, second = typesetter().wrap(f"{SHALOM} {OLAM} {OLAM} {SHALOM}", BODY, narrow)
    assert drawn(first) == [OLAM, SHALOM]
    assert drawn(second) == [SHALOM, OLAM]


def test_an_aligned_paragraph_that_runs_leftwards_ends_at_the_right_edge() -> None:
    for text in (f"{SHALOM} a", "abc", f"abc {SHALOM}"):
        (line,) = typesetter().wrap(text, BODY, 100.0, aligned=True)
        (plain,) = typesetter().wrap(text, BODY, 100.0)
        first = next(x for run, x in line.placed() if run.copied == SHALOM or run.text == text)
        moved = text.startswith(SHALOM)
        assert line.advance == (int(100.0 / UNIT) if moved else plain.advance)
        assert first + ADVANCE * 4 - 30 == line.advance or not moved


def test_a_shortened_line_has_its_dots_at_its_end() -> None:
    narrow = typesetter().width(f"{SHALOM} {OLAM}", BODY)
    (line,) = typesetter().fit(f"{SHALOM} {OLAM} {OLAM}", BODY, narrow, 1)
    assert drawn(line) == ["…", OLAM[:2], SHALOM]
    (right,) = typesetter().fit(f"{SHALOM} {OLAM} {OLAM}", BODY, narrow, 1, aligned=True)
    assert right.width(BODY.size) <= narrow
    assert right.runs[-1].text == SHALOM


def test_a_hyphen_stays_at_the_end_of_its_word(metrics: Metrics) -> None:
    some = Typesetter(metrics, "nb", AnyOutlines())
    lines = some.wrap(f"{SHALOM} Kundetilfredshetsundersøkelsen", BODY, 22.0)
    broken = next(line for line in lines if line.hyphen)
    assert drawn(broken)[-1] == "-"


def test_a_word_broken_between_letters_is_one_outline_on_each_line() -> None:
    lines = typesetter().wrap(SHALOM * 4, BODY, 8 * ADVANCE * UNIT)
    assert [len(line.runs) for line in lines] == [1, 1]
    assert "".join(line.text for line in lines) == SHALOM * 4


def test_signs_of_china_fill_their_lines_and_no_comma_begins_one() -> None:
    lines = typesetter().wrap("ab 客户旅\uff0c程图", BODY, typesetter().width("ab 客户旅", BODY))
    assert [line.text for line in lines] == ["ab 客户", "旅\uff0c程图"]
    assert [run.text for run in lines[1].runs] == ["旅\uff0c程图"]


def test_a_caret_stands_right_of_the_first_letter_and_left_of_the_last() -> None:
    line = typesetter().line(f"{SHALOM} ab", BODY)
    carets = typesetter().advances(line)
    word, blank = ADVANCE * 4 - 30, typesetter().line(" ", BODY).advance
    assert carets[0] == line.advance
    assert carets[4] == line.advance - word
    assert carets[5] == 0
    assert carets[-1] == line.advance - word - blank
    assert all(left > right for left, right in pairwise(carets[:5]))


@given(TEXTS, st.floats(0.5, 60.0), st.booleans())
def test_no_text_is_lost_and_no_line_is_wider_than_its_column(
    text: str, width: float, aligned: bool
) -> None:
    some = typesetter()
    for line in some.wrap(text, BODY, width, aligned=aligned):
        assert line.text == "".join(run.copied for run, _ in line.placed())
        assert line.text == text[line.start : line.end]
        assert line.advance == sum(run.advance for run in line.runs)
        assert line.width(BODY.size) <= width + 1e-6 or len(line.text) <= 3
        carets = some.advances(line)
        assert len(carets) == len(line.text) + 1
        assert all(0 <= caret <= line.advance for caret in carets)


@given(TEXTS, st.floats(0.5, 60.0), st.integers(1, 3), st.booleans())
def test_shortened_text_keeps_its_order_and_its_width(
    text: str, width: float, most: int, aligned: bool
) -> None:
    for line in typesetter().fit(text, BODY, width, most, aligned=aligned):
        assert line.text == "".join(run.copied for run, _ in line.placed())
        assert line.width(BODY.size) <= width + 1e-6 or len(line.text) <= 3
