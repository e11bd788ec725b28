"""Names that a copy for a client leaves out, where they still stand inside other texts.

Pure: it finds them and changes nothing. A name is found as a whole word, as it is written, also
with the -s of what is somebody's; in addresses and names of files in small letters, too.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

import msgspec

from cjmapper.model import document as d
from cjmapper.model.vocabulary import LeftOut

_LEAST = 3
"""Letters; shorter ones stand everywhere."""
_MOST_WORDS = 4
"""A name of more words is no person's."""
_GIVEN = re.compile(r"[^\W\d_][\w’'-]*")


def names_left_out(document: d.Document, leave_out: Collection[str]) -> tuple[str, ...]:
    """The names that are left out, the longest first; nothing where names are not.

    Of a person's name also each part: «Marte Dahl» is known as «Marte», too. Departments, the
    client and the people of the journey are shown all the same.
    """
    if LeftOut.NAMES not in leave_out:
        return ()
    kept = {one.name.strip() for one in document.departments} | {document.client.strip()}
    shown = {word for actor in document.actors for word in actor.name.split()}
    whole = {*people(document), document.contact.strip()} - kept
    every = whole | ({part for name in whole for part in _parts(name)} - shown)
    long = {name for name in every if sum(map(str.isalpha, name)) >= _LEAST}
    return tuple(sorted(long, key=lambda name: (-len(name), name)))


def people(document: d.Document) -> Iterator[str]:
    """Whose names stand in fields for them: author, owners, who led a workshop or took part."""
    names = [document.author]
    for workshop in document.workshops:
        names += [workshop.facilitator, *(one.name for one in workshop.participants)]
    for journey in document.maps:
        names += [journey.owner, *(action.owner for action in journey.actions)]
    return (name.strip() for name in names if name.strip())


def names_in(text: str, names: Sequence[str]) -> tuple[str, ...]:
    """Those of `names` that stand in a text; of a whole name not its parts besides."""
    if not names or not text:
        return ()
    sought = _sought(tuple(names))
    found = sought.pattern.finditer(unicodedata.normalize("NFC", text))
    return tuple(dict.fromkeys(sought.names[_plain(one["name"])] for one in found))


def names_in_address(text: str, names: Sequence[str]) -> tuple[str, ...]:
    """Those of `names` that stand in an address or the name of a file, in whatever letters."""
    small = {name.casefold(): name for name in names}
    return tuple(small[one] for one in names_in(unquote(text).casefold(), tuple(small)))


class _Sought(NamedTuple):
    """What finds names, and the names as they were given by how they are found."""

    pattern: re.Pattern[str]
    names: Mapping[str, str]


@lru_cache(maxsize=4)
def _sought(names: tuple[str, ...]) -> _Sought:
    known = {_plain(name): name for name in names}
    either = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in known)
    return _Sought(re.compile(rf"(?<![^\W_])(?P<name>{either})(?:['’]?s)?(?![^\W_])"), known)


def _plain(name: str) -> str:
    """A name with one way to write its letters and one blank between its words."""
    return " ".join(unicodedata.normalize("NFC", name).split())


def names_within(document: d.Document, names: Sequence[str]) -> tuple[str, ...]:
    """Those of `names` that stand in any text of a document."""
    found = dict.fromkeys(name for text in _texts(document) for name in names_in(text, names))
    return tuple(name for name in names if name in found)


def _texts(value: object) -> Iterator[str]:
    """Every text in a value, in whatever it holds."""
    match value:
        case str():
            yield value
        case d.Asset():
            yield value.name
        case msgspec.Struct():
            for name in value.__struct_fields__:
                yield from _texts(getattr(value, name))
        case dict():
            for inner in value.values():
                yield from _texts(inner)
        case tuple() | list():
            for inner in value:
                yield from _texts(inner)
        case _:
            pass


def _parts(name: str) -> Iterator[str]:
    """The words of a person's name; a title or a company has none."""
    words = name.split()
    if 1 < len(words) <= _MOST_WORDS and all(map(_is_given, words)):
        yield from words


def _is_given(word: str) -> bool:
    return bool(_GIVEN.fullmatch(word)) and word[0].isupper() and not word.isupper()
