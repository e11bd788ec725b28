"""A map inside an SVG: in its metadata, as an element of our own.

It is packed and written in letters that every program leaves as they are. Reading it takes no
DOCTYPE, so that no entity can grow, and never builds the picture.
"""

import binascii
import zlib
from base64 import b64decode, b64encode
from xml.parsers import expat

from cjmapper.errors import FileError

NAMESPACE = "urn:cjmapper:map"
_TAG = f"{NAMESPACE} map"
_METADATA = "http://www.w3.org/2000/svg metadata"
_LINE = 76
_PIECE_BYTES = 64 * 1024
_MOST_DEPTH = 500


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
    reader = _Reader()
    try:
        for start in range(0, len(content), _PIECE_BYTES):
            reader.feed(content[start : start + _PIECE_BYTES])
            if reader.is_done:
                break
        else:
            reader.feed(b"", is_last=True)
    except (expat.ExpatError, _UnwantedError) as error:
        raise FileError("poster_map_damaged" if reader.found else "poster_without_map") from error
    if not reader.is_done:
        raise FileError("poster_without_map")
    return _unpacked("".join(reader.text), reader.promised, limit)


class _UnwantedError(Exception):
    """Something stands in the file that no poster of ours has."""


class _Reader:
    """Listens for the one element that is looked for."""

    def __init__(self) -> None:
        self.found = False
        self.is_done = False
        self.promised = ""
        self.text: list[str] = []
        self._path: list[str] = []
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
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
        if name == _TAG and self._path[-1:] == [_METADATA] and not self.is_done:
            self.found = True
            self.promised = attributes.get("bytes", "")
        self._path.append(name)
        if len(self._path) > _MOST_DEPTH:
            raise _UnwantedError

    def _end(self, name: str) -> None:
        self._path.pop()
        if name == _TAG and self.found:
            self.is_done = True

    def _characters(self, text: str) -> None:
        if self.found and not self.is_done and self._path[-1] == _TAG:
            self.text.append(text)


def _unpacked(text: str, promised: str, limit: int) -> bytes:
    inflater = zlib.decompressobj()
    try:
        source = inflater.decompress(b64decode("".join(text.split()), validate=True), limit + 1)
    except (binascii.Error, ValueError, zlib.error) as error:
        raise FileError("poster_map_damaged") from error
    if len(source) > limit:
        raise FileError("too_large", limit=limit, size=len(source))
    if not inflater.eof or promised != str(len(source)):
        raise FileError("poster_map_damaged")
    return source
