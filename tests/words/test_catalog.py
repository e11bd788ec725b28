from datetime import date

import pytest

from cjmapper.errors import EditError, ExportError, FileError, InvariantError
from cjmapper.model.vocabulary import CardKind, MapState, PainCategory
from cjmapper.words.catalog import Words
from cjmapper.words.languages import spoken, wished

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("wish", "language"),
    [
        ("nb", "nb"), ("nn", "nb"), ("no", "nb"), ("nb_NO.UTF-8", "nb"), ("sv-SE", "sv"),
        ("en_GB", "en"), ("fr", "en"), ("", "en"), ("C", "en"), ("POSIX", "en"),
    ],
)  # fmt: skip
def test_every_wish_is_served_by_a_language(wish: str, language: str) -> None:
    assert spoken(wish) == language
    assert Words(wish).language == language


def test_the_strongest_variable_of_the_environment_decides() -> None:
    assert wished({"LC_ALL": "sv_SE", "LANG": "nb_NO"}) == "sv"
    assert wished({"LC_ALL": "", "LANG": "nb_NO"}) == "nb"
    assert wished({}) == "en"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Move phase “Kjøp”"),
        ("nb", "Flytt fasen «Kjøp»"),
        ("sv", "Flytta fasen ”Kjøp”"),
    ],
)
def test_a_code_becomes_a_sentence_with_its_values(language: str, sentence: str) -> None:
    assert Words(language).say("undo.move_phase", name="Kjøp") == sentence


def test_braces_in_a_value_are_left_as_they_are() -> None:
    assert Words("en").say("undo.move_card", name="{name} {0}") == "Move “{name} {0}”"


def test_a_value_that_was_not_given_never_stops_a_sentence() -> None:
    assert Words("en").say("undo.move_card") == "Move “{name}”"


def test_an_unknown_code_is_refused() -> None:
    with pytest.raises(KeyError):
        Words("en").say("undo.no_such_thing")


@pytest.mark.parametrize(
    ("language", "one", "many"),
    [
        ("en", "Move 1 card", "Move 3 cards"),
        ("nb", "Flytt 1 lapp", "Flytt 3 lapper"),
        ("sv", "Flytta 1 lapp", "Flytta 3 lappar"),
    ],
)
def test_what_is_counted_takes_the_right_form(language: str, one: str, many: str) -> None:
    words = Words(language)
    assert words.count("undo.move_cards", 1) == one
    assert words.count("undo.move_cards", 3) == many


def test_a_word_in_a_context_has_its_own_translation() -> None:
    words = Words("nb")
    assert words.say("map.persona.needs") == "Trenger"
    assert words.say("inspector.field.needs") == "Behov"


def test_the_terms_of_the_field_are_the_agreed_ones() -> None:
    nb, sv = Words("nb"), Words("sv")
    assert nb.label(CardKind.TOUCHPOINT) == "Berøringspunkt"
    assert sv.label(CardKind.TOUCHPOINT) == "Beröringspunkt"
    assert nb.label(CardKind.RISK) == "Hva kan gå galt"
    assert sv.label(PainCategory.FORM_BURDEN) == "Formuläret frågar för mycket"
    assert nb.label(MapState.AS_IS) == "Dagens"
    assert sv.label(MapState.TO_BE) == "Önskat läge"


def test_an_error_says_what_and_where() -> None:
    error = InvariantError("emotion_value_range", "maps[0].emotions[3].value", value=7)
    assert Words("en").error(error) == (
        "maps[0].emotions[3].value: An emotion stands from −2 to +2, not at 7."
    )
    assert Words("nb").error(error).startswith("maps[0].emotions[3].value: En følelse ")


def test_a_refused_edit_is_told_without_the_place_in_the_file() -> None:
    error = EditError("severity_range", "severity", value=9)
    assert Words("en").error(error) == "Severity goes from 1 to 5, not 9."


def test_an_error_without_a_sentence_still_names_its_code() -> None:
    assert "no_such_code" in Words("nb").error(FileError("no_such_code"))


def test_dates_are_written_as_the_language_writes_them() -> None:
    day = date(2026, 3, 24)
    assert Words("en").date(day) == "24 March 2026"
    assert Words("nb").date(day) == "24. mars 2026"
    assert Words("sv").date(day) == "24 mars 2026"


def test_numbers_have_the_marks_of_the_language() -> None:
    nb, en = Words("nb"), Words("en")
    assert nb.number(4120) == f"4{NBSP}120"
    assert en.number(4120) == "4,120"
    assert nb.number(-1.5) == "−1,5"
    assert nb.number(2.0) == "2"
    assert nb.number(0.126) == "0,13"
    assert en.number(-0.001) == "0"
    assert nb.number(3, 1) == "3,0"


def test_a_number_that_nobody_counts_to_is_not_written_in_hundreds_of_digits() -> None:
    assert Words("nb").number(1e308) == "1e308"
    assert Words("en").number(-1e308) == "−1e308"


def test_a_percentage_does_not_break_before_its_sign() -> None:
    assert Words("nb").percent(0.6) == f"60{NBSP}%"
    assert Words("sv").percent(0.004) == f"0,4{NBSP}%"
    assert Words("en").percent(1) == "100%"
    assert Words("nb").say("map.affects", percent=Words("nb").percent(0.6)) == f"rammer 60{NBSP}%"


def test_the_value_of_an_emotion_carries_its_sign() -> None:
    words = Words("nb")
    assert [words.signed(v) for v in (-2.0, -0.5, 0.0, 0.04, 1.0, 1.5)] == [
        "−2", "−0,5", "0", "0", "+1", "+1,5",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("iso", "nb", "en"),
    [
        ("PT18M", "18 min", "18 min"),
        ("P21D", "3 uker", "3 weeks"),
        ("P7D", "1 uke", "1 week"),
        ("P9D", "9 dager", "9 days"),
        ("PT1H30M", "1 time 30 min", "1 hour 30 min"),
        ("P3M", "3 måneder", "3 months"),
        ("PT0S", "0 min", "0 min"),
        ("soon", "soon", "soon"),
        ("P", "P", "P"),
    ],
)
def test_a_length_of_time_is_said_in_its_own_units(iso: str, nb: str, en: str) -> None:
    assert Words("nb").duration(iso).replace(NBSP, " ") == nb
    assert Words("en").duration(iso).replace(NBSP, " ") == en


def test_names_are_listed_as_a_person_would() -> None:
    words = Words("sv")
    assert words.listed([]) == ""
    assert words.listed(["a"]) == "a"
    assert words.listed(["a", "b", "c"]) == "a, b och c"


@pytest.mark.parametrize("typed", ["100x99.5mm", "100 mm × 99,5 mm"])
def test_a_size_of_paper_is_said_as_people_write_it(typed: str) -> None:
    error = ExportError("paper_size_out_of_range", paper=typed, least=100.0, most=5000.0)
    assert "«100 × 99,5 mm»" in Words("nb").error(error)
    assert Words("en").say("preflight.mend.larger_paper", paper="A1") == "Use A1"
