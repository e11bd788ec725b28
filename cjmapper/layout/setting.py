"""What a layout is made with, besides the map: type, words and figures."""

import msgspec

from cjmapper.model.document import Document, JourneyMap
from cjmapper.text.wrap import Typesetter
from cjmapper.words.catalog import Words


class Setting(msgspec.Struct, frozen=True):
    """The measure of text and the words of the language that the map is in."""

    typesetter: Typesetter
    words: Words


class Subject(msgspec.Struct, frozen=True):
    """The map that is laid out, in its document."""

    document: Document
    map: JourneyMap
    setting: Setting
