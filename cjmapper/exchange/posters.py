"""Maps that come back out of posters: one door for PDF, PNG and SVG, told apart by their content.

A poster is never written to: what comes out of it is a new document. What is not a poster passes
through to the file format as it is.
"""

import codecs
import re
from pathlib import Path

import msgspec

from cjmapper.errors import FileError
from cjmapper.exchange import png_source
from cjmapper.storage.codec import Loaded, decode
from cjmapper.storage.door import MAX_BYTES
from cjmapper.storage.files import hash_of, read_bytes

POSTER_ENDINGS = (".pdf", ".svg", ".png")
"""What the files end in that may carry a map, those first that are nothing else to this program."""

MAX_POSTER_BYTES = 2 * MAX_BYTES
_START = 4096
_PDF = re.compile(rb".{0,1024}%PDF-\d", re.DOTALL)
_SVG = re.compile(rb"<(?:\w+:)?svg[\s>]")
_HTML = re.compile(rb"<(?:html|!doctype\s+html)", re.IGNORECASE)
_OURS = re.compile(rb"\s*\{")


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """A document that was opened.

    Attributes:
        loaded: the document and what is worth saying about it.
        poster: what it came out of (``PDF``, ``PNG``, ``SVG``); empty for a file of its own.
    """

    loaded: Loaded
    poster: str = ""


def open_map(path: Path) -> Opened:
    """The document in a file of a map or in a poster that carries its map.

    Raises:
        FileError: the file can't be read; it is no map; ``poster_without_map``,
            ``poster_map_damaged`` or ``poster_locked``.
        InvariantError: the map breaks a rule of structure.
    """
    content = read_bytes(path, MAX_POSTER_BYTES)
    kind = kind_of(content)
    if not kind:
        return Opened(loaded=msgspec.structs.replace(decode(content), hash=hash_of(content)))
    return Opened(loaded=decode(document_bytes_of(content)), poster=kind)


def kind_of(content: bytes) -> str:
    """``PDF``, ``PNG`` or ``SVG`` by the first bytes of a file; empty for anything else."""
    if content.startswith(png_source.SIGNATURE):
        return "PNG"
    start = content[:_START].removeprefix(codecs.BOM_UTF8)
    if _OURS.match(start):
        return ""
    if _PDF.match(start):
        return "PDF"
    return "SVG" if _is_svg(start.lstrip()) else ""


def _is_svg(start: bytes) -> bool:
    """Whether a text is XML that begins with a drawing, whatever stands before it."""
    found = _SVG.search(start) if start.startswith(b"<") else None
    return found is not None and not _HTML.search(start, 0, found.start())


def document_bytes_of(content: bytes) -> bytes:
    """The bytes of the map's own file that a poster carries; other content as it is.

    Raises:
        FileError: ``poster_without_map``, ``poster_map_damaged``, ``poster_locked``, ``too_large``.
    """
    match kind_of(content):
        case "PNG":
            return _told(png_source.source_in_png(content, MAX_BYTES))
        case "SVG":
            from cjmapper.exchange.svg_source import source_in_svg

            return _told(source_in_svg(content, MAX_BYTES))
        case "PDF":
            from cjmapper.exchange.pdf_source import source_in_pdf

            return _told(source_in_pdf(content, MAX_BYTES))
        case _:
            return content


def _told(source: bytes) -> bytes:
    """What a poster carries, if it is no poster again."""
    if kind_of(source) or not source.strip():
        raise FileError("poster_map_damaged")
    return source
