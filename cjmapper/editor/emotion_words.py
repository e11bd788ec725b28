"""What people write for how someone feels, read as values from −2 to +2.

Numbers may be on another scale, which is told from all of a row. What is no number, known word or
face has no value here; whoever asks decides what becomes of it.
"""

import re
from collections.abc import Sequence

_WORDS: dict[float, str] = {
    -2.0: "frustrated furious angry terrible awful hopeless "
    "frustrert rasende sint fortvilet forferdelig frustrerad rasande arg "
    "förtvivlad hemsk 😡 😠 😭 😩 😤",
    -1.0: "unhappy sad dissatisfied annoyed worried confused disappointed "
    "misfornøyd trist irritert bekymret forvirret skuffet usikker "
    "missnöjd ledsen irriterad orolig förvirrad besviken osäker 🙁 ☹ 😟 😕 😞 😒",
    0.0: "neutral okay ok indifferent nøytral likegyldig likgiltig 😐 😑 🫤",
    1.0: "happy glad satisfied content pleased curious hopeful relieved fornøyd nysgjerrig "
    "håpefull lettet trygg nöjd nyfiken hoppfull lättad trygg 🙂 😊 😌 😀",
    2.0: "delighted thrilled excited enthusiastic begeistret kjempefornøyd strålende "
    "entusiastisk overlykkelig förtjust jättenöjd överlycklig entusiastisk 😍 🤩 😁 😃 😄",
}
_VALUES = {word: value for value, words in _WORDS.items() for word in words.split()}
_STRONGER = re.compile(r"^(?:very|really|veldig|svært|mycket|väldigt)\s+")
_NUMBER = re.compile(
    r"^\s*([+\-−–]?)\s*(\d{1,6}(?:[.,]\d{1,6})?)\s*%?\s*(?:[-–:,]\s*)?(.*)$", re.DOTALL
)
_SCALES: tuple[tuple[float, float], ...] = ((-2, 2), (1, 5), (-5, 5), (0, 10), (0, 100))
"""Least and most of the scales in use, the one to be preferred first."""


def number_and_rest(text: str) -> tuple[float, str] | None:
    """The number that a text begins with and what follows it; None where it begins with none."""
    found = _NUMBER.match(text)
    if found is None or (found.group(3) and found.group(3)[0].isdigit()):
        return None
    sign = -1.0 if found.group(1) in ("-", "−", "–") else 1.0
    return sign * float(found.group(2).replace(",", ".")), found.group(3).strip()


def word_value(text: str) -> float | None:
    """The value of a known word or face."""
    plain = text.replace("\ufe0f", "").casefold().strip(" .!()\n")
    if plain in _VALUES:
        return _VALUES[plain]
    stronger = _VALUES.get(_STRONGER.sub("", plain))
    return None if stronger is None else 2 * stronger if abs(stronger) == 1 else stronger


def values_of(texts: Sequence[str]) -> tuple[tuple[float | None, str], ...]:
    """Of each text its value, if it has one, and its words; an empty text has neither."""
    numbers = {text: number_and_rest(text) for text in texts if text}
    scale = _scale_of([found[0] for found in numbers.values() if found is not None])
    outcome: list[tuple[float | None, str]] = []
    for text in texts:
        found = numbers.get(text)
        if found is not None and scale is not None:
            outcome.append((_on_scale(found[0], scale), found[1]))
        else:
            outcome.append((word_value(text) if text else None, text))
    return tuple(outcome)


def are_values(texts: Sequence[str]) -> bool:
    """Whether every text that says something is a value."""
    found = [value for (value, _), text in zip(values_of(texts), texts, strict=True) if text]
    return bool(found) and all(value is not None for value in found)


def is_face(text: str) -> bool:
    """Whether a text is a face alone, which the value says as well."""
    return word_value(text) is not None and not any(letter.isalpha() for letter in text)


def _scale_of(numbers: Sequence[float]) -> tuple[float, float] | None:
    for least, most in _SCALES:
        if all(least <= number <= most for number in numbers):
            return least, most
    return None


def _on_scale(number: float, scale: tuple[float, float]) -> float:
    least, most = scale
    return round(-2.0 + 4.0 * (number - least) / (most - least), 1)
