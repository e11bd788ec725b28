"""Which languages the program speaks, and which of them serves a wish for another."""

import re
from collections.abc import Mapping

SOURCE = "en"
LANGUAGES = ("nb", "sv", "en")
"""The languages with words of their own; `en` is the source."""

_STAND_INS = {"no": "nb", "nn": "nb", "da": "nb"}


def spoken(wish: str) -> str:
    """The language that serves `wish` (``nb_NO.UTF-8``, ``sv-SE``, ``nn``); English if none."""
    first = re.split(r"[-_.@]", wish, maxsplit=1)[0].lower()
    language = _STAND_INS.get(first, first)
    return language if language in LANGUAGES else SOURCE


def wished(environment: Mapping[str, str]) -> str:
    """The language that the environment's variables wish for, the strongest first."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        wish = environment.get(name)
        if wish:
            return spoken(wish)
    return SOURCE
