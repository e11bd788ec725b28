"""What a layout is made with, besides the map: type, words and figures."""

from collections.abc import Callable

import msgspec

from cjmapper.model.document import Document, JourneyMap
from cjmapper.text.lines import TextStyle
from cjmapper.text.wrap import Typesetter
from cjmapper.words.catalog import Words


def _go_on() -> None:
    """Nobody wants it stopped."""


class Setting(msgspec.Struct, frozen=True):
    """The measure of text and the words of the language that the map is in.

    `pulse` is called before each page that is tried; it stops the work by raising. No type of a
    map is smaller than `least_size`.
    """

    typesetter: Typesetter
    words: Words
    pulse: Callable[[], None] = _go_on
    least_size: float = 0.0

    def style(self, usual: TextStyle) -> TextStyle:
        """A style of the map, larger where it would be too small."""
        if usual.size >= self.least_size:
            return usual
        line_height = usual.line_height * self.least_size / usual.size
        return msgspec.structs.replace(usual, size=self.least_size, line_height=line_height)


class Subject(msgspec.Struct, frozen=True):
    """The map that is laid out, in its document."""

    document: Document
    map: JourneyMap
    setting: Setting
