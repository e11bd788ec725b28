"""Where a word may be broken: at its hyphens, dashes and slashes, and between its syllables.

A single letter stays with what follows its hyphen («e-post», «P-hus»). Knows no fonts and no
widths; only whether a break draws a hyphen.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from cjmapper.text.clusters import cluster_edges
from cjmapper.text.hyphens import patterns_of

_LETTER = r"[^\W\d_]"
_BREAK = re.compile(
    rf"(?<=\w\w)[-\u2010](?={_LETTER})"
    r"|(?<=[\w)\]»”’%])[\u2013\u2014](?=[\w(\[«“])"
    rf"|(?<={_LETTER})/(?={_LETTER})"
    "|(?:\u200b|\u00ad)+"
)
_LETTERS = re.compile(f"{_LETTER}+")
_DICTIONARIES: Mapping[str, str] = MappingProxyType(
    {"nb": "nb_NO", "nn": "nn_NO", "sv": "sv", "en": "en_GB"}
)

_JOINT = re.compile("(?:hets|ings|sjons|tions|skaps|doms|tets|elses)(?=[^\\W\\d_]{4})")
"""The end of a Norwegian or Swedish compound's first part that is told by its ending and -s-."""
_NEAR_JOINT = 2

LEAST_LETTERS = (4, 3, 2)
"""How few letters may stand before or after a drawn hyphen: rather four, then three, else two."""


def natural_breaks(word: str) -> list[tuple[int, bool]]:
    """Where `word` may be broken as it stands, and whether a hyphen is drawn there."""
    return [
        (match.end(), match.group().endswith("\u00ad"))
        for match in _BREAK.finditer(word)
        if 0 < match.end() < len(word)
    ]


def syllable_breaks(word: str, language: str, least: int) -> list[int]:
    """Where `word` may be hyphenated, at least `least` letters from either end of its letters.

    `language` is nb, nn, sv or en, alone or with a country; another one gives no breaks.
    """
    code = _DICTIONARIES.get(language.replace("_", "-").partition("-")[0].lower())
    if code is None:
        return []
    patterns = patterns_of(code)
    edges = range(len(word)) if word.isalpha() else set(cluster_edges(word))
    breaks = []
    for match in _LETTERS.finditer(word):
        letters = match.group()
        if len(letters.lower()) != len(letters):
            continue  # the dictionary counts in lower case
        places = patterns.positions(letters, least)
        joints = [joint.end() for joint in _JOINT.finditer(letters.lower())]
        if joints:
            places = [place for place in places if not _just_misses(place, joints)]
        breaks += [match.start() + one for one in places if match.start() + one in edges]
    return breaks


def _just_misses(place: int, joints: list[int]) -> bool:
    """Whether a break comes a letter or two after a joint: «-hets-un-dersøkelse» reads badly."""
    return any(joint < place <= joint + _NEAR_JOINT for joint in joints)
