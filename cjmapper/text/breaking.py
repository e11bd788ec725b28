"""Where a word may be broken: at its hyphens, dashes and slashes, and between its syllables.

Between the signs of China and Japan it may break too, but no mark of theirs begins or ends a line
that it should not. A single letter stays with what follows its hyphen («e-post», «P-hus»). Knows
no fonts and no widths; only whether a break draws a hyphen.
"""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from cjmapper.text.clusters import cluster_edges
from cjmapper.text.hyphens import Patterns, patterns_of

_LETTER = r"[^\W\d_]"
_SIGN = (
    "\u2e80-\u2fdf\u3041-\u3096\u30a1-\u30fa\u3105-\u312f\u3190-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_OPENING = "\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a\uff08\uff3b\uff5b"
_CLOSING = (
    "\u3001\u3002\u3005\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u301b\u30fb\u30fc"
    "\uff01\uff05\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3d\uff5d\uff5e"
)
_SMALL = (
    "\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308e\u30a1\u30a3\u30a5\u30a7\u30a9"
    "\u30c3\u30e3\u30e5\u30e7\u30ee\u3095\u3096\u31f0-\u31ff"
)
"""Small kana, which never begin a line."""
_WRITTEN_BREAKS = (
    rf"(?<=\w\w)[-\u2010](?={_LETTER})"
    r"|(?<=[\w)\]»”’%])[\u2013\u2014](?=[\w(\[«“])"
    rf"|(?<={_LETTER})/(?={_LETTER})"
    "|(?:\u200b|\u00ad)+"
)
_BREAK = re.compile(_WRITTEN_BREAKS)
_FIRST_SIGN = "\u2e80"
_LETTERS = re.compile(f"{_LETTER}+")
_DICTIONARIES: Mapping[str, str] = MappingProxyType(
    {"nb": "nb_NO", "nn": "nn_NO", "sv": "sv", "en": "en_GB"}
)

_JOINT = re.compile("(?:hets|ings|sjons|tions|skaps|doms|tets|elses)(?=[^\\W\\d_]{4})")
"""The end of a Norwegian or Swedish compound's first part that is told by its ending and -s-."""
_NEAR_JOINT = 2

MOST_LETTERS = 200
"""The longest that may be a word; what is longer has no syllables and breaks anywhere."""

LEAST_LETTERS = (4, 3, 2)
"""How few letters may stand before or after a drawn hyphen: rather four, then three, else two."""


def natural_breaks(word: str) -> list[tuple[int, bool]]:
    """Where `word` may be broken as it stands, and whether a hyphen is drawn there."""
    pattern = _sign_break() if max(word, default="") >= _FIRST_SIGN else _BREAK
    return [
        (match.end(), match.group().endswith("\u00ad"))
        for match in pattern.finditer(word)
        if 0 < match.end() < len(word)
    ]


@cache
def _sign_break() -> re.Pattern[str]:
    """As `_BREAK`, and between signs; its many ranges take too long for a start without any."""
    return re.compile(
        f"{_WRITTEN_BREAKS}"
        rf"|(?<=[{_SIGN}{_CLOSING}])(?=(?![{_SMALL}])[\w{_SIGN}{_OPENING}])"
        rf"|(?<=\w)(?=(?![{_SMALL}])[{_SIGN}{_OPENING}])"
    )


def syllable_breaks(word: str, language: str, least: int) -> list[int]:
    """Where `word` may be hyphenated, at least `least` letters from either end of its letters.

    `language` is nb, nn, sv or en, alone or with a country; another one gives no breaks, and
    neither does what is too long for a word.
    """
    code = _DICTIONARIES.get(language.replace("_", "-").partition("-")[0].lower())
    if code is None or len(word) > MOST_LETTERS:
        return []
    patterns = patterns_of(code)
    if word.isalpha():
        return _breaks_between(word, patterns, least)
    edges = set(cluster_edges(word))
    breaks = []
    for match in _LETTERS.finditer(word):
        places = _breaks_between(match.group(), patterns, least)
        breaks += [match.start() + one for one in places if match.start() + one in edges]
    return breaks


def _breaks_between(letters: str, patterns: Patterns, least: int) -> list[int]:
    lowered = letters.lower()
    if len(lowered) != len(letters):
        return []  # the dictionary counts in lower case
    places = patterns.positions(letters, least)
    joints = [joint.end() for joint in _JOINT.finditer(lowered)]
    if joints:
        places = [place for place in places if not _just_misses(place, joints)]
    return places


def _just_misses(place: int, joints: list[int]) -> bool:
    """Whether a break comes a letter or two after a joint: «-hets-un-dersøkelse» reads badly."""
    return any(joint < place <= joint + _NEAR_JOINT for joint in joints)
