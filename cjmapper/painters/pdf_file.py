"""The objects of one PDF and how they become bytes: small ones packed, streams by themselves.

Uses the numbering of reportlab's document, so that its fonts and pictures have places among ours.
Knows nothing of pages or drawings.
"""

import hashlib
import time
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from reportlab.pdfbase import pdfdoc

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_MOST_PACKED = 400
_IN_FILE, _PACKED = 1, 2
_STREAMS = (pdfdoc.PDFStream, pdfdoc.PDFImageXObject)
_EFFORT = 5
"""Of packing: a third less time than the usual 6, for a file two hundredths larger."""


class _Written(pdfdoc.PDFObject):  # type: ignore[misc]
    """An object of ours: a dictionary, or one with a stream behind it."""

    def __init__(self) -> None:
        self.body = b"null"
        self.is_stream = False

    def format(self, document: Any) -> bytes:  # noqa: ARG002
        return self.body


class PdfFile:
    """Gives out numbers, takes bodies, and writes it all at the end.

    `document` is what reportlab's fonts and pictures want to be told of.
    """

    def __init__(self, *, invariant: bool) -> None:
        self.document: Any = pdfdoc.PDFDocument(compression=1, invariant=int(invariant))
        self.fonts = 1
        """The number of the dictionary with all fonts."""

    @property
    def moment(self) -> tuple[int, int, int, int, int, int]:
        """Year, month, day, hour, minute and second of its making, in universal time."""
        made: tuple[int, int, int, int, int, int] = time.gmtime(self.document._timeStamp.t)[:6]  # noqa: SLF001 - there is no other way to it
        return made

    def reserve(self) -> int:
        """The number of an object whose body comes later."""
        return self._number(_Written())

    def put(self, number: int, body: str) -> None:
        """Gives the object its body."""
        self._object(number).body = body.encode("latin-1")

    def add(self, body: str) -> int:
        """A new object; its number."""
        number = self.reserve()
        self.put(number, body)
        return number

    def put_stream(
        self, number: int, entries: str, content: bytes, *, compress: bool = True
    ) -> None:
        """Gives the object a stream; `entries` are those of its dictionary beside the usual."""
        packed = zlib.compress(content, _EFFORT) if compress else content
        form = "/Filter/FlateDecode" if compress else ""
        start = f"<<{entries}{form}/Length {len(packed)}>>\nstream\n".encode("latin-1")
        written = self._object(number)
        written.body = start + packed + b"\nendstream"
        written.is_stream = True

    def add_stream(self, entries: str, content: bytes, *, compress: bool = True) -> int:
        """A new object with a stream; its number."""
        number = self.reserve()
        self.put_stream(number, entries, content, compress=compress)
        return number

    def adopt(self, thing: Any, name: str) -> int:
        """The number of an object of reportlab's; the same for the same name."""
        self.document.Reference(thing, name)
        return int(self.document.idToObjectNumberAndVersion[name][0])

    def write(self, target: BinaryIO, catalog: int, about: int) -> None:
        """Writes the whole file; `catalog` and `about` (/Info) are numbers."""
        for font in self.document.delayedFonts:
            font.addObjects(self.document)
        body = _Body(target)
        packed: list[tuple[int, bytes]] = []
        for number, content, is_stream in self._objects():
            if is_stream:
                body.object(number, content)
            else:
                packed.append((number, content))
        for start in range(0, len(packed), _MOST_PACKED):
            body.pack(self.reserve(), packed[start : start + _MOST_PACKED])
        body.finish(self.reserve(), catalog, about)

    def _objects(self) -> Iterator[tuple[int, bytes, bool]]:
        """Every object there is; formatting one may bring forth others."""
        number = 1
        while number in self.document.numberToId:
            thing = self.document.idToObject[self.document.numberToId[number]]
            if isinstance(thing, _Written):
                yield number, thing.body, thing.is_stream
            else:
                content = pdfdoc.format(thing, self.document, toplevel=1)
                yield number, content, isinstance(thing, _STREAMS)
            number += 1

    def _number(self, written: _Written) -> int:
        self.document.Reference(written)
        return int(self.document.objectcounter)

    def _object(self, number: int) -> _Written:
        written: _Written = self.document.idToObject[self.document.numberToId[number]]
        return written


class _Body:
    """What has been written, and where each object is."""

    def __init__(self, target: BinaryIO) -> None:
        self._target = target
        self._offset = 0
        self._digest = hashlib.md5(usedforsecurity=False)
        self._places: dict[int, tuple[int, int, int]] = {}
        self._write(_HEADER)

    def object(self, number: int, content: bytes) -> None:
        """One object by itself."""
        self._places[number] = (_IN_FILE, self._offset, 0)
        self._write(b"%d 0 obj\n%s\nendobj\n" % (number, content))

    def pack(self, holder: int, objects: list[tuple[int, bytes]]) -> None:
        """Several small objects in one stream, which is the object `holder`."""
        offset = 0
        index: list[bytes] = []
        for place, (number, content) in enumerate(objects):
            index.append(b"%d %d" % (number, offset))
            offset += len(content) + 1
            self._places[number] = (_PACKED, holder, place)
        head = b" ".join(index) + b"\n"
        content = zlib.compress(head + b"\n".join(content for _, content in objects), _EFFORT)
        entries = b"<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>\nstream\n" % (
            len(objects),
            len(head),
            len(content),
        )
        self.object(holder, entries + content + b"\nendstream")

    def finish(self, number: int, catalog: int, about: int) -> None:
        """The table of all objects, as the object `number`, and the end."""
        start = self._offset
        self._places[number] = (_IN_FILE, start, 0)
        rows = [b"\0\0\0\0\0\xff\xff"]
        for each in range(1, number + 1):
            kind, where, index = self._places[each]
            rows.append(kind.to_bytes(1) + where.to_bytes(4) + index.to_bytes(2))
        content = zlib.compress(_up(rows), _EFFORT)
        name = self._digest.hexdigest().upper()
        columns = f"/DecodeParms<</Predictor 12/Columns {len(rows[0])}>>"
        entries = (
            f"<</Type/XRef/Size {number + 1}/W[1 4 2]/Root {catalog} 0 R/Info {about} 0 R"
            f"/ID[<{name}><{name}>]/Filter/FlateDecode{columns}"
            f"/Length {len(content)}>>\nstream\n"
        )
        self._write(b"%d 0 obj\n%s" % (number, entries.encode("latin-1")))
        self._write(content + b"\nendstream\nendobj\n")
        self._write(b"startxref\n%d\n%%%%EOF\n" % start)

    def _write(self, content: bytes) -> None:
        self._target.write(content)
        self._digest.update(content)
        self._offset += len(content)


def _up(rows: list[bytes]) -> bytes:
    """Each row as what it is more than the row above, which packs well.

    All bytes are subtracted at once, as one number; the top bit of each keeps it from borrowing.
    """
    width, length = len(rows[0]), len(rows[0]) * len(rows)
    here = int.from_bytes(b"".join(rows))
    above = here >> 8 * width
    top = int.from_bytes(b"\x80" * length)
    rest = int.from_bytes(b"\x7f" * length)
    more = ((here | top) - (above & rest)) ^ (top ^ ((here ^ above) & top))
    found = more.to_bytes(length)
    return b"".join(b"\2" + found[start : start + width] for start in range(0, length, width))
