"""What a few typed letters fit, and what they fit best."""

import pytest

from cjmapper.editor.fuzzy import fit, folded


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("", "Anything"),
        ("wid", "Wider"),
        ("WID", "wider"),
        ("bane", "Slett banen"),
        ("berør", "Berøringspunkt"),
        ("beror", "Berøringspunkt"),
        ("over", "Øverst"),
        ("ae", "Ærlig"),
        ("æ", "Ærlig"),
        ("hol", "Höl"),
        ("ny ste", "Nytt steg"),
        ("ste ny", "Nytt steg"),
        ("fs", "Flytt steget"),
        ("flstg", "Flytt steget"),
        ("ringspunkt", "Berøringspunkt"),
    ],
)
def test_it_fits(typed: str, name: str) -> None:
    if (typed, name) == ("over", "Øverst"):
        assert folded(name) == "overst"
    assert fit(typed, name) is not None


@pytest.mark.parametrize(
    ("typed", "name"), [("xyz", "Wider"), ("wider now", "Wider"), ("rediw", "Wider"), ("a", "")]
)
def test_it_does_not_fit(typed: str, name: str) -> None:
    assert fit(typed, name) is None


def test_what_begins_with_it_comes_before_what_holds_it_and_what_is_short_before_what_is_long() -> (
    None
):
    names = ["Find the lane", "A planet", "Lane", "Lane below", "Long animals never eat"]

    def order(name: str) -> float:
        found = fit("lane", name)
        assert found is not None, name
        return -found

    assert sorted(names, key=order) == [
        "Lane",
        "Lane below",
        "Find the lane",
        "A planet",
        "Long animals never eat",
    ]


def test_letters_that_stand_close_fit_better_than_scattered_ones() -> None:
    close, far = fit("mvl", "Move left"), fit("mvl", "Moments that matter of value at last")
    assert close is not None
    assert far is not None
    assert close > far


def test_a_whole_word_fits_better_than_the_beginning_of_one() -> None:
    assert (fit("bred", "Bredd: bred") or 0) > (fit("bred", "Bredd: smal") or 0)
    assert (fit("fas", "Ny fas") or 0) > (fit("fas", "Fasta kostnader") or 0)


def test_a_name_typed_as_it_stands_comes_far_before_one_that_holds_its_words() -> None:
    for typed in ("ny fas", "ny fa", "NY  fas"):
        meant, other = fit(typed, "Ny fas"), fit(typed, "Ångra: Nytt namn på fas")
        assert meant is not None
        assert other is not None
        assert meant > other + 30.0


def best(typed: str, *names: str) -> str:
    return max(names, key=lambda name: fit(typed, name) or 0.0)


def test_an_earlier_word_and_a_shorter_name_fit_better() -> None:
    assert best("lane", "Hide this lane", "Wide lane now so") == "Wide lane now so"
    assert best("lane", "Lane of everything", "Lane of all") == "Lane of all"


def test_letters_scattered_too_far_or_from_within_a_word_do_not_fit() -> None:
    assert fit("az", "a12345678z") is not None
    assert fit("az", "a123456789z") is None
    assert fit("bz", "ab12z") is None
