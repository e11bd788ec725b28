"""What a layout is made with, besides the map: type, words and figures."""

from collections.abc import Callable

import msgspec

from cjmapper.model.document import Document, JourneyMap
from cjmapper.text.wrap import Typesetter
from cjmapper.words.catalog import Words


def _go_on() -> None:
    """Nobody wants it stopped."""


class Setting(msgspec.Struct, frozen=True):
    """The measure of text and the words of the language that the map is in.

    `pulse` is called before each page that is tried; it stops the work by raising.
    """

    typesetter: Typesetter
    words: Words
    pulse: Callable[[], None] = _go_on


class Subject(msgspec.Struct, frozen=True):
    """The map that is laid out, in its document."""

    document: Document
    map: JourneyMap
    setting: Setting
