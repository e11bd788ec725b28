"""What holds for the lines of any text in any width."""

from functools import cache
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cjmapper.text.breaking import natural_breaks
from cjmapper.text.clusters import clusters
from cjmapper.text.fonts import Face
from cjmapper.text.lines import Line, TextStyle
from cjmapper.text.metrics import UNITS_PER_EM, load_metrics
from cjmapper.text.plain import PlainWords, plain_lines
from cjmapper.text.wrap import Typesetter

STYLE = TextStyle(Face.SANS, 3.7, 5.3)
PLAIN = ["og", "på", "leser", "kafé-menyen", "og/eller", "–", "2024–2025", "a-b-c", "på-", "Å"]
ODD = ["kunde\u00adreise", "ga\u030ar", "100\u00a0kr", "x\u0323", "m\u200bm", "-5", "-", "/"]
LACKING = ["😀", "\u65e5\u672c", "\ue000", "\U0001f44d\U0001f3fd"]
LONG = ["Kundetilfredshetsundersøkelsen", "oppfølgingssamtale", "e-post-adresse"]
WORDS = [*PLAIN, *ODD, *LACKING, *LONG]
GAPS = st.sampled_from([" ", " ", " ", "  ", "\n", "\t", ""])
TEXTS = st.lists(st.tuples(st.sampled_from(WORDS), GAPS), max_size=15).map(
    lambda parts: "".join(word + gap for word, gap in parts)
) | st.text(max_size=30)
WIDTHS = st.floats(0.5, 80.0)
SPACES = " \t\n\r\x0b\x0c\x85\u2028\u2029"


@cache
def typesetter() -> Typesetter:
    return Typesetter(load_metrics(), "nb")


@given(TEXTS, WIDTHS)
def test_nothing_but_blanks_and_line_breaks_is_lost(text: str, width: float) -> None:
    lines = typesetter().wrap(text, STYLE, width)
    reached = 0
    for line in lines:
        assert text[reached : line.start].strip(SPACES) == ""
        assert text[line.start : line.end] == line.text
        reached = line.end
    assert text[reached:].strip(SPACES) == ""


@given(TEXTS, WIDTHS)
def test_no_line_is_wider_than_its_column_but_for_a_single_character(
    text: str, width: float
) -> None:
    for line in typesetter().wrap(text, STYLE, width):
        assert line.width(STYLE.size) <= width + 1e-6 or len(clusters(line.text)) == 1


@given(TEXTS, WIDTHS)
def test_a_line_is_as_wide_as_its_runs_and_says_what_they_stand_for(
    text: str, width: float
) -> None:
    for line in typesetter().wrap(text, STYLE, width):
        assert line.advance == sum(run.advance for run in line.runs)
        assert line.text == "".join(run.copied for run, _ in line.placed())
        carets = typesetter().advances(line)
        assert len(carets) == len(line.text) + 1
        if not line.places:
            assert all(before <= after for before, after in pairwise(carets))
            assert carets[-1] == line.advance - (line.runs[-1].advance if line.hyphen else 0)


@given(TEXTS, WIDTHS)
def test_the_next_word_would_not_have_fitted(text: str, width: float) -> None:
    lines = typesetter().wrap(text, STYLE, width)
    for before, after in pairwise(lines):
        gap = text[before.end : after.start]
        if gap and not gap.strip(" "):
            word = after.text.split(" ")[0].split("\t")[0]
            together = typesetter().line(f"{before.text}{gap}{word}", STYLE)
            parted = after.text != word and not after.text[len(word)].isspace()
            assert parted or together.width(STYLE.size) > width or len(word) > len(after.text) - 1


@given(TEXTS, WIDTHS, st.floats(0.0, 40.0))
def test_a_wider_column_never_takes_more_lines(text: str, width: float, more: float) -> None:
    whole = [word for word in text.split() if "\u00ad" not in word]
    plain = " ".join(word for word in whole if typesetter().width(word, STYLE) <= width)
    narrow = typesetter().wrap(plain, STYLE, width)
    assert len(typesetter().wrap(plain, STYLE, width + more)) <= len(narrow)


@given(TEXTS, WIDTHS)
def test_a_line_fits_in_its_own_width(text: str, width: float) -> None:
    for line in typesetter().wrap(text, STYLE, width):
        if line.text.strip() and not line.hyphen and len(clusters(line.text)) > 1:
            again = typesetter().wrap(line.text, STYLE, line.width(STYLE.size))
            assert [other.text for other in again] == [line.text]


@given(TEXTS, WIDTHS, st.integers(1, 4))
def test_shortened_text_keeps_to_its_lines_and_its_width(
    text: str, width: float, most: int
) -> None:
    lines = typesetter().fit(text, STYLE, width, most)
    assert len(lines) <= most
    for line in lines:
        shown = "".join(run.text for run in line.runs)
        fits = line.width(STYLE.size) <= width + 1e-6
        assert fits or len(clusters(line.text)) <= 1 or shown == "…"


@given(st.lists(st.sampled_from(PLAIN), min_size=1, max_size=14).map(" ".join), WIDTHS)
def test_the_quick_way_gives_the_lines_of_the_long_way(text: str, width: float) -> None:
    most = int(width * UNITS_PER_EM / STYLE.size + 1e-6)
    words = PlainWords(Face.SANS, {chr(c): w for c, w in _sans_advances().items()})
    quick = plain_lines(words, text, most)
    if quick is not None:
        assert quick == long_way(text, most)
    else:
        assert any(typesetter().width(part, STYLE) > width for part in parts(text))


def parts(text: str) -> list[str]:
    """What is never parted in `text` as long as it fits."""
    found = []
    for word in text.split():
        places = [place for place, _ in natural_breaks(word)]
        found += [word[a:b] for a, b in zip([0, *places], [*places, len(word)], strict=True)]
    return found


@cache
def _sans_advances() -> dict[int, int]:
    return load_metrics().face(Face.SANS).advances


def long_way(text: str, most: int) -> list[Line]:
    words = typesetter()._learning(Face.SANS)
    return list(typesetter()._lines(words, text, 0, most))
