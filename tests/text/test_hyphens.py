"""Syllables: the places that pyphen gives, found another way."""

import random

import pyphen
import pytest

from cjmapper.text import hyphens
from cjmapper.text.hyphens import patterns_of
from tests.support import synthetic

DICTIONARIES = ("nb_NO", "nn_NO", "sv", "en_GB")


def made_up_words(name: str, count: int) -> list[str]:
    """Words put together from the dictionary's own patterns, so that many of them are met."""
    chance = random.Random(7)  # noqa: S311
    pieces = sorted(patterns_of(name)._written)
    return [
        "".join(chance.choice(pieces).strip(".") for _ in range(chance.randint(1, 5)))
        for _ in range(count)
    ]


@pytest.mark.parametrize("name", DICTIONARIES)
@pytest.mark.parametrize("least", [2, 3])
def test_places_are_those_of_pyphen(name: str, least: int) -> None:
    known = pyphen.Pyphen(lang=name, left=least, right=least)
    patterns = patterns_of(name)
    words = [*made_up_words(name, 1500), *synthetic.vocabulary()[::7], "", "a", "ÅRSMØTE"]
    for word in words:
        assert patterns.positions(word, least) == list(known.positions(word)), word


def test_a_word_asked_for_again_is_parted_in_the_same_places() -> None:
    patterns = patterns_of("nb_NO")
    patterns.forget()
    word = "kundetilfredshetsundersøkelsen"
    first = patterns.positions(word, 3)
    assert first
    assert patterns.positions(word, 3) == first


def test_what_is_remembered_is_let_go_before_it_grows_without_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    patterns = patterns_of("nb_NO")
    words = ("kundetilfredshetsundersøkelsen", "oppfølgingssamtale")
    wanted = [patterns.positions(word, 3) for word in words]
    patterns.forget()
    monkeypatch.setattr(hyphens, "_MOST_KNOWN", 5)
    assert [patterns.positions(word, 3) for word in words] == wanted
    assert 0 < len(patterns._known) <= 5


def test_an_unknown_dictionary_is_an_error() -> None:
    with pytest.raises(KeyError):
        patterns_of("tlh")
