"""How well a few typed letters fit a name, forgiving of case, accents and what is left out.

Pure: knows nothing of commands or maps.
"""

import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "œ": "oe", "ß": "ss", "đ": "d", "ł": "l"})
_WHOLE = 100.0
_WHOLE_WORD = 95.0
_BEGINS = 90.0
_WORD = 75.0
_INSIDE = 50.0
_SCATTERED = 25.0
_LATER = 2.0
_WIDEST = 5
"""Over how many letters for each one typed they may be scattered."""

_LONGER = 0.05
_AS_TYPED = 50.0
"""For a name that is just what was typed, or begins with several typed words."""


@lru_cache(maxsize=32768)
def folded(text: str) -> str:
    """A text as it is compared: small letters without marks, æ as ae, ø as o."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in apart if not unicodedata.combining(one)).translate(_LETTERS)


def fit(typed: str, name: str) -> float | None:
    """How well `typed` fits, more is better; None where it does not fit at all.

    Every word that was typed must fit somewhere: at the start of the name, at the start of a
    word, inside one, or at least letter by letter from the start of a word on.
    """
    whole = folded(name)
    words = folded(typed).split()
    fits = [_of_word(word, whole) for word in words]
    if None in fits:
        return None
    as_typed = _AS_TYPED if _is_as_typed(words, whole) else 0.0
    return sum(one for one in fits if one is not None) + as_typed - _LONGER * len(whole)


def _is_as_typed(words: list[str], whole: str) -> bool:
    together = " ".join(words)
    return whole == together or (len(words) > 1 and whole.startswith(together))


def _of_word(typed: str, whole: str) -> float | None:
    if whole == typed:
        return _WHOLE
    words = _starts(whole)
    begun = [_begun(typed, whole, start, count) for count, start in enumerate(words)]
    if any(begun):
        return max(begun)
    if typed in whole:
        return _INSIDE
    spread = min((_spread(typed, whole, start) for start in words), default=len(whole) + 1)
    if spread > min(len(whole), _WIDEST * len(typed)):
        return None
    return _SCATTERED - _LATER * (spread - len(typed)) / 4


def _begun(typed: str, whole: str, start: int, count: int) -> float:
    """How well it fits the word that begins there, `count` words on; 0 where it does not."""
    if not whole.startswith(typed, start):
        return 0.0
    end = start + len(typed)
    if not whole[end : end + 1].isalnum():
        return _WHOLE_WORD - _LATER * count
    return _BEGINS if start == 0 else _WORD - _LATER * count


def _starts(whole: str) -> list[int]:
    """Where the words of a name begin."""
    return [
        at
        for at, letter in enumerate(whole)
        if letter.isalnum() and (at == 0 or not whole[at - 1].isalnum())
    ]


def _spread(typed: str, whole: str, start: int) -> int:
    """Over how many letters from `start` on the typed ones are found in turn; else too many."""
    if whole[start] != typed[0]:
        return len(whole) + 1
    at = start
    for letter in typed:
        at = whole.find(letter, at) + 1
        if at == 0:
            return len(whole) + 1
    return at - start
