"""Where a word may be broken."""

import pytest

from cjmapper.text.breaking import natural_breaks, syllable_breaks


def shown(word: str) -> str:
    places = [place for place, _ in natural_breaks(word)]
    return "|".join(word[a:b] for a, b in zip([0, *places], [*places, len(word)], strict=True))


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("web-butikken", "web-|butikken"),
        ("e-post-adresse", "e-post-|adresse"),
        ("og/eller", "og/|eller"),
        ("mandag–fredag", "mandag–|fredag"),
        ("2024–2025", "2024–|2025"),
        ("a\u200bb", "a\u200b|b"),
        ("-5", "-5"),
        ("10-12", "10-12"),
        ("24/7", "24/7"),
        ("web- ", "web- "),
        ("–", "–"),
        ("kjøp-", "kjøp-"),
        ("https://x", "https://x"),
        ("non\u2011breaking", "non\u2011breaking"),
    ],
)
def test_a_word_breaks_after_hyphens_dashes_and_slashes_between_letters(
    word: str, expected: str
) -> None:
    assert shown(word) == expected


def test_only_a_soft_hyphen_asks_for_a_drawn_hyphen() -> None:
    assert natural_breaks("kunde\u00adreise-kart") == [(6, True), (12, False)]


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("Kundetilfredshetsundersøkelsen", "nb", "Kunde-til-freds-hets-under-sø-kel-sen"),
        ("KUNDETILFREDSHET", "nb", "KUNDE-TIL-FREDS-HET"),
        ("Kundnöjdhetsundersökningen", "sv", "Kund-nöjd-hets-under-sök-ningen"),
        ("responsibilities", "en", "respons-ib-il-it-ies"),
        ("Kundetilfredsheten", "nn-NO", "Kunde-til-freds-he-ten"),
        ("(oppfølgingssamtale),", "nb", "(opp-føl-gings-sam-tale),"),
    ],
)
def test_a_long_word_is_parted_between_syllables_of_its_language(
    word: str, language: str, expected: str
) -> None:
    places = syllable_breaks(word, language, 3)
    ends = zip([0, *places], [*places, len(word)], strict=True)
    assert "-".join(word[a:b] for a, b in ends) == expected


def test_fewer_letters_at_the_ends_give_more_places() -> None:
    assert set(syllable_breaks("Undersøkelse", "nb", 3)) < set(
        syllable_breaks("Undersøkelse", "nb", 2)
    )


def test_a_mark_is_never_parted_from_its_letter() -> None:
    word = "unders\u00f8kelse".replace("e", "e\u0301")
    for place in syllable_breaks(word, "nb", 2):
        assert word[place] != "\u0301"


def test_an_unknown_language_gives_no_places() -> None:
    assert syllable_breaks("Kundetilfredshetsundersøkelsen", "fi", 3) == []


def test_a_letter_that_is_longer_in_lower_case_is_left_alone() -> None:
    assert syllable_breaks("İnstallasjonen", "nb", 3) == []
