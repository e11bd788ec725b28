"""Lines: where they break, what they keep of the text, where a caret stands."""

from itertools import pairwise

import pytest

from cjmapper.text.fallback import Outline
from cjmapper.text.fonts import Face
from cjmapper.text.lines import Line, TextStyle
from cjmapper.text.metrics import UNITS_PER_EM, Metrics
from cjmapper.text.wrap import Typesetter

BODY = TextStyle(Face.SANS, 3.7, 5.3)
UNIT = BODY.size / UNITS_PER_EM
NARROW = 20.0
LONG = "Kundetilfredshetsundersøkelsen"


class HanOutlines:
    """Outlines two thousand units wide for anything."""

    def outline(self, text: str, semibold: bool) -> Outline | None:
        assert not semibold
        return Outline(text, 2000 * len(text))


def texts(lines: tuple[Line, ...]) -> list[str]:
    return [line.text + ("~" if line.hyphen else "") for line in lines]


def drawn(line: Line) -> str:
    return "".join(run.text for run in line.runs)


def test_no_text_gives_no_line(typesetter: Typesetter) -> None:
    assert typesetter.wrap("", BODY, NARROW) == ()


def test_less_room_than_none_gives_a_character_a_line(typesetter: Typesetter) -> None:
    assert typesetter.wrap("Vi leser", BODY, -3.0) == typesetter.wrap("Vi leser", BODY, 0.0)
    assert "".join(line.text for line in typesetter.wrap("abc", BODY, -3.0)) == "abc"


def test_words_fill_each_line_and_the_blank_at_a_break_is_swallowed(
    typesetter: Typesetter,
) -> None:
    lines = typesetter.wrap("Vi leser om kaféen på nettet", BODY, NARROW)
    assert texts(lines) == ["Vi leser om", "kaféen på", "nettet"]
    assert [(line.start, line.end) for line in lines] == [(0, 11), (12, 21), (22, 28)]


def test_a_word_that_fits_exactly_stays_on_its_line(typesetter: Typesetter) -> None:
    width = typesetter.width("to ord", BODY)
    assert texts(typesetter.wrap("to ord", BODY, width)) == ["to ord"]
    assert texts(typesetter.wrap("to ord", BODY, width - UNIT)) == ["to", "ord"]
    hyphened = typesetter.width("vi-er", BODY)
    assert texts(typesetter.wrap("vi-er to", BODY, hyphened)) == ["vi-er", "to"]
    assert texts(typesetter.wrap("vi-er to", BODY, hyphened - UNIT)) == ["vi-", "er to"]


def test_several_blanks_count_inside_a_line_and_collapse_at_a_break(
    typesetter: Typesetter,
) -> None:
    width = typesetter.width("a   b", BODY)
    assert texts(typesetter.wrap("a   b", BODY, width)) == ["a   b"]
    assert texts(typesetter.wrap("a   b   c", BODY, width)) == ["a   b", "c"]


def test_a_line_break_in_the_text_always_ends_a_line(typesetter: Typesetter) -> None:
    lines = typesetter.wrap("en\n\nto\r\ntre\u2028fire\n", BODY, 100.0)
    assert texts(lines) == ["en", "", "to", "tre", "fire", ""]
    assert [line.start for line in lines] == [0, 3, 4, 8, 12, 17]


@pytest.mark.parametrize("width", [100.0, 12.0])
def test_a_no_break_space_never_breaks(typesetter: Typesetter, width: float) -> None:
    lines = typesetter.wrap("100\u00a0kr nå", BODY, width)
    assert lines[0].text.startswith("100\u00a0kr")


def test_a_word_breaks_after_its_own_hyphen_without_another_one(typesetter: Typesetter) -> None:
    width = typesetter.width("se nett-", BODY)
    lines = typesetter.wrap("se nett-buss", BODY, width)
    assert texts(lines) == ["se nett-", "buss"]
    assert [drawn(line) for line in lines] == ["se nett-", "buss"]


def test_a_long_compound_is_hyphenated_in_a_narrow_column(typesetter: Typesetter) -> None:
    lines = typesetter.wrap(LONG, BODY, NARROW)
    assert texts(lines) == ["Kundetil~", "fredshets~", "undersø~", "kelsen"]
    assert drawn(lines[0]) == "Kundetil-"
    assert lines[0].runs[-1].source == ""
    assert all(line.width(BODY.size) <= NARROW for line in lines)


def test_a_hyphenated_word_that_ends_its_line_draws_no_hyphen_there(
    typesetter: Typesetter,
) -> None:
    assert texts(typesetter.wrap(f"{LONG} nettbutikk", BODY, NARROW))[-2:] == [
        "kelsen",
        "nettbutikk",
    ]


def test_a_long_compound_that_fits_is_left_whole(typesetter: Typesetter) -> None:
    assert texts(typesetter.wrap(LONG, BODY, 60.0)) == [LONG]


def test_what_is_too_long_for_a_word_is_broken_anywhere_and_has_no_hyphens(
    typesetter: Typesetter,
) -> None:
    word = (LONG * 10)[:-6]
    lines = typesetter.wrap(f"Om {word} nå", BODY, NARROW)
    assert not any(line.hyphen for line in lines)
    assert "".join(line.text for line in lines).replace(" ", "") == f"Om{word}nå"
    assert lines[-1].text.endswith(" nå")
    for line, following in pairwise(lines[1:-1]):
        fuller = typesetter.width(line.text + following.text[0], BODY)
        assert line.width(BODY.size) <= NARROW < fuller
    assert any(line.hyphen for line in typesetter.wrap(LONG * 6, BODY, NARROW))


@pytest.mark.parametrize("letters", [LONG, "Vi leser om kaféen. ", "\u4e00", "a\u0301", "a\n"])
def test_the_beginning_of_a_long_text_is_as_in_the_whole_of_it(
    typesetter: Typesetter, letters: str
) -> None:
    text = letters * (20_000 // len(letters))
    whole = typesetter.wrap(text, BODY, NARROW)
    *first, last = typesetter.fit(text, BODY, NARROW, 3)
    assert first == list(whole[:2])
    assert drawn(last).endswith("…")
    assert whole[2].text.startswith(last.text)
    assert typesetter.fit(text, BODY, NARROW, len(whole)) == whole


@pytest.mark.parametrize(
    ("language", "word", "expected"),
    [
        ("sv", "Kundnöjdhetsundersökningen", ["Kundnöjd~", "hetsunder~", "sökningen"]),
        ("en", "Internationalization", ["Interna~", "tionaliza~", "tion"]),
        ("nn", "Kundetilfredsheten", ["Kundetil~", "fredsheten"]),
    ],
)
def test_each_language_has_its_own_syllables(
    metrics: Metrics, language: str, word: str, expected: list[str]
) -> None:
    assert texts(Typesetter(metrics, language).wrap(word, BODY, NARROW)) == expected


@pytest.mark.parametrize(
    ("word", "parts"),
    [("Berøringspunkter", ["Berørings~", "punkter"]), ("sammenligner", ["sammen~", "ligner"])],
)
def test_a_word_is_parted_where_its_parts_are_long_if_they_fit(
    typesetter: Typesetter, word: str, parts: list[str]
) -> None:
    width = typesetter.width(word, BODY) - 0.1
    assert texts(typesetter.wrap(word, BODY, width)) == parts


def test_two_letters_may_stand_alone_only_where_three_do_not_fit(typesetter: Typesetter) -> None:
    width = typesetter.width("Un-", BODY) + 0.1
    assert texts(typesetter.wrap("Under", BODY, width))[0] == "Un~"
    roomy = typesetter.width("Unders-", BODY)
    assert texts(typesetter.wrap("Undersøkelse", BODY, roomy))[0] == "Under~"


def test_where_not_even_a_syllable_fits_a_word_breaks_between_characters(
    typesetter: Typesetter,
) -> None:
    width = typesetter.width("mm", BODY)
    assert texts(typesetter.wrap("mmmmm", BODY, width)) == ["mm", "mm", "m"]


def test_a_single_character_wider_than_the_column_is_let_through(typesetter: Typesetter) -> None:
    assert texts(typesetter.wrap("mm", BODY, 1.0)) == ["m", "m"]
    assert texts(typesetter.wrap("m\u00adm", BODY, 1.0)) == ["m\u00ad", "m"]


def test_a_soft_hyphen_shows_only_where_the_line_breaks(typesetter: Typesetter) -> None:
    text = "kunde\u00adreise"
    (whole,) = typesetter.wrap(text, BODY, 60.0)
    assert drawn(whole) == "kundereise"
    first, second = typesetter.wrap(text, BODY, typesetter.width("kunde-", BODY))
    assert (drawn(first), drawn(second)) == ("kunde-", "reise")
    assert first.hyphen
    assert first.text + second.text == text


def test_a_too_long_part_before_a_soft_hyphen_keeps_that_hyphen(typesetter: Typesetter) -> None:
    lines = typesetter.wrap("Kundetilfredshets\u00adundersøkelse", BODY, 15.0)
    assert texts(lines) == ["Kunde~", "tilfreds~", "hets\u00ad~", "under~", "søkelse"]


def test_a_hyphen_that_does_not_fit_moves_the_break_back(typesetter: Typesetter) -> None:
    width = typesetter.width("en kunde", BODY)
    lines = typesetter.wrap("en kunde\u00adreise", BODY, width)
    assert texts(lines)[0] == "en"


def test_blanks_before_the_first_and_after_the_last_word_are_kept(typesetter: Typesetter) -> None:
    (line,) = typesetter.wrap("  inne  ", BODY, 60.0)
    assert (line.text, line.start, line.end) == ("  inne  ", 0, 8)
    assert line.advance == typesetter.line("  inne  ", BODY).advance


def test_blanks_that_do_not_fit_at_the_end_make_no_new_line(typesetter: Typesetter) -> None:
    width = typesetter.width("ord ", BODY)
    (line,) = typesetter.wrap("ord     ", BODY, width)
    assert line.text == "ord "


def test_only_blanks_are_one_line(typesetter: Typesetter) -> None:
    (line,) = typesetter.wrap("   ", BODY, 60.0)
    assert line.text == "   "
    assert len(typesetter.wrap(" " * 5000, BODY, NARROW)) == 1


def test_a_tab_is_a_blank(typesetter: Typesetter) -> None:
    (line,) = typesetter.wrap("en\tto", BODY, 60.0)
    assert (drawn(line), line.text) == ("en to", "en\tto")
    assert texts(typesetter.wrap("en\tto", BODY, typesetter.width("en t", BODY))) == ["en", "to"]


def test_wide_letters_make_wider_lines_in_semibold(typesetter: Typesetter) -> None:
    bold = TextStyle(Face.SEMIBOLD, BODY.size, BODY.line_height)
    assert typesetter.width("Kundereise", bold) > typesetter.width("Kundereise", BODY)


def test_the_width_grows_with_the_size(typesetter: Typesetter) -> None:
    double = TextStyle(BODY.face, BODY.size * 2, BODY.line_height)
    assert typesetter.width("Kundereise", double) == pytest.approx(
        2 * typesetter.width("Kundereise", BODY)
    )


def test_one_line_draws_a_line_break_as_a_blank(typesetter: Typesetter) -> None:
    line = typesetter.line("en\nto", BODY)
    assert (drawn(line), line.text, line.end) == ("en to", "en\nto", 5)


def test_text_that_fits_is_not_shortened(typesetter: Typesetter) -> None:
    text = "ett to tre fire fem seks"
    lines = typesetter.wrap(text, BODY, NARROW)
    assert typesetter.fit(text, BODY, NARROW, len(lines)) == lines


def test_text_that_does_not_fit_ends_with_an_ellipsis_inside_the_width(
    typesetter: Typesetter,
) -> None:
    text = "Ringer, skriver, venter, spør og ringer igjen"
    first, last = typesetter.fit(text, BODY, NARROW, 2)
    assert first == typesetter.wrap(text, BODY, NARROW)[0]
    assert drawn(last) == last.text + "…"
    assert last.width(BODY.size) <= NARROW
    assert text[last.start : last.end] == last.text
    assert not last.text.endswith((",", " "))


def test_an_ellipsis_stands_even_where_nothing_else_fits(typesetter: Typesetter) -> None:
    (only,) = typesetter.fit("mange ord", BODY, 0.5, 1)
    assert (drawn(only), only.text) == ("…", "")


def test_a_caret_stands_before_each_character_and_after_the_last(
    typesetter: Typesetter, metrics: Metrics
) -> None:
    (line,) = typesetter.wrap("Blå", BODY, 60.0)
    widths = [metrics.face(Face.SANS).advances[ord(letter)] for letter in "Blå"]
    assert typesetter.advances(line) == (0, widths[0], sum(widths[:2]), sum(widths))


def test_a_caret_never_stands_inside_a_cluster(typesetter: Typesetter) -> None:
    (line,) = typesetter.wrap("a\u030a😀\ufe0fb", BODY, 60.0)
    carets = typesetter.advances(line)
    assert len(carets) == len(line.text) + 1
    assert carets[1] == carets[2]
    assert carets[3] == carets[4]
    assert carets[-1] == line.advance


def test_carets_share_an_outline_evenly(metrics: Metrics) -> None:
    typesetter = Typesetter(metrics, "nb", HanOutlines())
    assert typesetter.advances(typesetter.line("\u65e5\u672c", BODY)) == (0, 2000, 4000)


def test_carets_leave_the_drawn_hyphen_out(typesetter: Typesetter) -> None:
    first = typesetter.wrap(LONG, BODY, NARROW)[0]
    assert typesetter.advances(first)[-1] == first.advance - first.runs[-1].advance


def test_what_no_font_has_is_named_once_each_in_order(typesetter: Typesetter) -> None:
    assert typesetter.missing("a\ue001b\ue000\ue001 ok 😀") == ("\ue001", "\ue000")
    assert typesetter.missing("Blåbærsyltetøy → ★") == ()


def test_a_very_long_word_ends(typesetter: Typesetter) -> None:
    text = "a" * 20_000
    lines = typesetter.wrap(text, BODY, NARROW)
    assert "".join(line.text for line in lines) == text


def test_blanks_that_leave_no_room_for_the_first_word_are_swallowed(
    typesetter: Typesetter,
) -> None:
    width = typesetter.width("Venter", BODY)
    lines = typesetter.wrap("   Venter lenge", BODY, width)
    assert [line.text for line in lines] == ["Venter", "lenge"]
    assert (lines[0].start, lines[0].end) == (3, 9)


def test_a_part_of_a_word_may_not_use_the_room_of_a_blank_that_it_has_not(
    typesetter: Typesetter,
) -> None:
    width = typesetter.width("en sommer-vinter-", BODY)
    for short in (0.01, 0.3, 0.6):
        lines = typesetter.wrap("en sommer-vinter-reise", BODY, width - short)
        assert texts(lines) == ["en sommer-", "vinter-reise"]
    assert texts(typesetter.wrap("en sommer-vinter-reise", BODY, width))[0] == "en sommer-vinter-"


def test_what_was_fitted_is_remembered_for_the_same_room_only(
    metrics: Metrics, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cjmapper.text.wrap._MOST_FITTED", 3)
    kept = Typesetter(metrics)
    bold = TextStyle(Face.SEMIBOLD, BODY.size, BODY.line_height)
    asked = [
        (f"{LONG} {LONG}", BODY, NARROW, 1),
        (f"{LONG} {LONG}", BODY, NARROW, 2),
        (f"{LONG} {LONG}", BODY, NARROW + 10, 1),
        (f"{LONG} {LONG}", bold, NARROW, 1),
        (f"Og {LONG}", BODY, NARROW, 1),
    ]
    anew = [Typesetter(metrics).fit(*one) for one in asked]
    assert len({tuple(texts(lines)) for lines in anew}) > 2
    for _ in range(2):
        assert [kept.fit(*one) for one in asked] == anew
    assert kept.fit(*asked[-1]) is kept.fit(*asked[-1])
    first = kept.fit(*asked[0])
    for one in asked[1:]:
        kept.fit(*one)
    assert kept.fit(*asked[0]) is not first


def test_leftward_words_are_remembered_apart_where_they_stand_at_the_right(
    typesetter: Typesetter,
) -> None:
    plain = typesetter.fit("שלום", BODY, NARROW, 1)
    aligned = typesetter.fit("שלום", BODY, NARROW, 1, aligned=True)
    assert aligned == typesetter.wrap("שלום", BODY, NARROW, aligned=True)
    assert aligned != plain


def test_a_long_text_that_turns_leftward_late_is_laid_as_a_whole(typesetter: Typesetter) -> None:
    text = "12 + " * 4000 + "שלום"
    assert typesetter.fit(text, BODY, NARROW, 3)[:2] == typesetter.wrap(text, BODY, NARROW)[:2]


def test_long_texts_can_be_stopped_between_two_of_them(metrics: Metrics) -> None:
    class StoppedError(Exception):
        pass

    beats: list[int] = []

    def pulse() -> None:
        beats.append(len(beats))
        if len(beats) == 3:
            raise StoppedError

    typesetter = Typesetter(metrics, "nb", pulse=pulse)
    long = "Vi leser om kaféen på nettet. " * 200
    for _ in range(2):
        typesetter.wrap(long, BODY, NARROW)
    assert len(beats) == 2
    with pytest.raises(StoppedError):
        typesetter.wrap(long, BODY, NARROW)
    fresh = Typesetter(metrics, "nb")
    assert typesetter.wrap(long, BODY, NARROW) == fresh.wrap(long, BODY, NARROW)


def test_many_short_texts_can_be_stopped_too(metrics: Metrics) -> None:
    beats: list[int] = []
    typesetter = Typesetter(metrics, "nb", pulse=lambda: beats.append(1))
    for number in range(2000):
        typesetter.wrap(f"Trinn {number}", BODY, NARROW)
    assert 2 <= len(beats) <= 10
