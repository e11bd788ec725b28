"""A map inside an SVG: in its metadata, as an element of our own.

It is packed and written in letters that every program leaves as they are. Reading it takes no
DOCTYPE, so that no entity can grow, and never builds the picture.
"""

import binascii
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator
from xml.parsers import expat

from cjmapper.errors import FileError

NAMESPACE = "urn:cjmapper:map"
_TAG = f"{NAMESPACE} map"
_METADATA = "http://www.w3.org/2000/svg metadata"
_LINE = 76
_FIRST_BYTES = 64 * 1024
_MOST_DEPTH = 500
_MOST_ELEMENTS = 400_000
_MOST_ATTRIBUTES = 2_000_000
_BLANKS = b" \t\r\n"
_LONG_TAG = 1 << 20
_LONGEST_TAG = 1 << 24
_MOST_ATTRIBUTES_OF_ONE = 10_000


def source_element(source: bytes) -> str:
    """What an SVG's `metadata` holds that carries `source`."""
    packed = b64encode(zlib.compress(source, 6)).decode()
    lines = "\n".join(packed[at : at + _LINE] for at in range(0, len(packed), _LINE))
    return f'<map xmlns="{NAMESPACE}" bytes="{len(source)}">\n{lines}\n</map>'


def source_in_svg(content: bytes, limit: int) -> bytes:
    """The map that an SVG carries.

    Raises:
        FileError: ``poster_without_map``; ``poster_map_damaged`` where something is missing from
            it; ``too_large`` where it is more than `limit` bytes.
    """
    place = content.find(NAMESPACE.encode())
    if place < 0 or _has_endless_tag(content, place):
        raise FileError("poster_without_map")
    reader = _Reader()
    try:
        for piece in _pieces(content):
            reader.feed(piece)
        reader.feed(b"", is_last=True)
    except _FoundWhole:
        return _unpacked(reader.letters, reader.promised, limit)
    except (expat.ExpatError, _UnwantedError, LookupError, ValueError) as error:
        raise FileError("poster_map_damaged" if reader.found else "poster_without_map") from error
    raise FileError("poster_without_map")


def _has_endless_tag(content: bytes, end: int) -> bool:
    """Whether a tag before `end` is so long, or has so much in it, that it would take minutes."""
    start = 0
    while end - start > _LONG_TAG:
        following = content.rfind(b"<", start + 1, start + _LONG_TAG)
        if following < 0:
            following = content.find(b"<", start + 1, end)
            following = end if following < 0 else following
            if (
                following - start > _LONGEST_TAG
                or content.count(b"=", start, following) > _MOST_ATTRIBUTES_OF_ONE
            ):
                return True
        start = following
    return False


def _pieces(content: bytes) -> Iterator[bytes]:
    """Each as long as all before it: what has no end yet is read from its beginning every time."""
    view = memoryview(content)
    start, end = 0, _FIRST_BYTES
    while start < len(content):
        yield bytes(view[start:end])
        start, end = end, 2 * end


class _FoundWhole(Exception):  # noqa: N818 - it is no error: reading ends here
    """The element has been read to its end."""


class _UnwantedError(Exception):
    """Something stands in the file that no poster of ours has."""


class _Reader:
    """Listens for the one element that is looked for."""

    def __init__(self) -> None:
        self.found = False
        self.promised = ""
        self.letters = bytearray()
        self._path: list[str] = []
        self._elements = 0
        self._attributes = 0
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.buffer_size = _FIRST_BYTES
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters

    def feed(self, piece: bytes, *, is_last: bool = False) -> None:
        """Reads on."""
        self._parser.Parse(piece, is_last)

    def _refuse(self, *_: object) -> None:
        raise _UnwantedError

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == _TAG and self._path[-1:] == [_METADATA]:
            self.found = True
            self.promised = attributes.get("bytes", "")
        self._path.append(name)
        self._elements += 1
        self._attributes += len(attributes)
        if (
            len(self._path) > _MOST_DEPTH
            or self._elements > _MOST_ELEMENTS
            or self._attributes > _MOST_ATTRIBUTES
        ):
            raise _UnwantedError

    def _end(self, name: str) -> None:
        self._path.pop()
        if name == _TAG and self.found:
            raise _FoundWhole

    def _characters(self, text: str) -> None:
        if self.found and self._path[-1] == _TAG:
            self.letters += text.encode("ascii").translate(None, _BLANKS)


def _unpacked(letters: bytes | bytearray, promised: str, limit: int) -> bytes:
    inflater = zlib.decompressobj()
    try:
        source = inflater.decompress(b64decode(letters, validate=True), limit + 1)
    except (binascii.Error, ValueError, zlib.error) as error:
        raise FileError("poster_map_damaged") from error
    if len(source) > limit:
        raise FileError("too_large", limit=limit, size=len(source))
    if not inflater.eof or promised != str(len(source)):
        raise FileError("poster_map_damaged")
    return source
