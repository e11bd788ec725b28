"""A map inside a PDF: the attached file whose name ends as a map's.

The PDF library reads under limits: what it may unpack, how often, how much and how long it may
read; a file that sends it in circles is given up. Nothing of a page is looked at, and the attached
file is unpacked here, not there.
"""

import io
import logging
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from cjmapper.errors import FileError

if TYPE_CHECKING:
    from pypdf import Configuration
    from pypdf.generic import EmbeddedFile

ENDING = ".cjmap"
_MOST_READS = 1_500_000
_READ_TIMES = 30
"""So many times over may all of a file be read."""
_LEAST_READ_BYTES = 1 << 24
_MOST_FILES = 1000
_DAMAGED_TAIL = 1000
_MOST_SECONDS = 2.0
_READS_PER_LOOK = 16
_MOST_STRUCTURE_BYTES = 1 << 20
"""How much one table or one packed lot of objects may unpack to; the map itself is no such."""
_MOST_OBJECTS_FOUND = 50_000
"""How many objects may be looked for where the table that tells of them is broken."""
_OBJECT = b" obj"
_LARGE_BYTES = 1 << 24
_TAIL_BYTES = 1 << 16
_PACKED = "/FlateDecode"
_CLUES = (b"/EmbeddedFile", b"/ObjStm")


def source_in_pdf(
    content: bytes, limit: int, seconds: Callable[[], float] = time.monotonic
) -> bytes:
    """The map that a PDF carries; `seconds` is a clock, by which reading is given up in the end.

    Raises:
        FileError: ``poster_without_map``; ``poster_locked`` where it needs a password;
            ``poster_map_damaged`` where the PDF or the map in it can't be read; ``too_large``
            where it is more than `limit` bytes.
    """
    if not any(clue in content for clue in _CLUES):
        raise FileError("poster_without_map")
    if len(content) > _LARGE_BYTES and b"startxref" not in content[-_TAIL_BYTES:]:
        raise FileError("poster_map_damaged")
    with _limits(limit):
        return _attached(_Rationed(content, seconds), limit)


@contextmanager
def _limits(limit: int) -> Iterator["Configuration"]:
    """What the library may unpack; what it has to say of a file stays unsaid."""
    from pypdf import apply_configuration

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    most = _MOST_STRUCTURE_BYTES
    with apply_configuration(
        disable_legacy_handling=True,
        maximum_declared_stream_length=2 * limit,
        zlib_maximum_output_length=most,
        lzw_maximum_output_length=most,
        run_length_maximum_output_length=most,
        array_based_stream_maximum_output_length=most,
        stream_decoding_work_maximum_length=3 * most,
        stream_filters_maximum_length=2,
        zlib_maximum_recovery_input_length=_DAMAGED_TAIL,
    ) as configuration:
        yield configuration


def _attached(content: "_Rationed", limit: int) -> bytes:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

    try:
        reader = PdfReader(content)
        for number, attached in enumerate(reader.attachment_list):
            if number >= _MOST_FILES:
                break
            name = attached.alternative_name or attached.name
            if str(name).lower().endswith(ENDING):
                return _whole(attached, limit)
    except (FileNotDecryptedError, DependencyError, NotImplementedError) as error:
        raise FileError("poster_locked") from error
    except (PyPdfError, *_BREAKS) as error:
        raise FileError("poster_map_damaged") from error
    raise FileError("poster_without_map")


_BREAKS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    zlib.error,
)
"""What the library also raises where a file is not built as it should be."""


def _whole(attached: "EmbeddedFile", limit: int) -> bytes:
    """The attached bytes, as many as the PDF says that there are."""
    promised, content = attached.size, _unpacked(attached, limit)
    if len(content) > limit:
        raise FileError("too_large", limit=limit, size=len(content))
    if promised is not None and promised != len(content):
        raise FileError("poster_map_damaged")
    return content


def _unpacked(attached: "EmbeddedFile", limit: int) -> bytes:
    """What is attached, plain or deflated: nobody packs a file in another way."""
    from pypdf import apply_configuration
    from pypdf.errors import LimitReachedError

    if not _is_plainly_packed(attached):
        raise FileError("poster_map_damaged")
    most = limit + 1
    try:
        with apply_configuration(
            zlib_maximum_output_length=most,
            stream_decoding_work_maximum_length=3 * most,
            stream_filters_maximum_length=1,
        ):
            return attached.content
    except LimitReachedError as error:
        raise FileError("too_large", limit=limit, size=most) from error


def _is_plainly_packed(attached: "EmbeddedFile") -> bool:
    from pypdf.generic import DictionaryObject

    places = attached.pdf_object["/EF"]
    if not isinstance(places, DictionaryObject):
        return False
    streams = [places[name] for name in ("/F", "/UF") if name in places]
    packing = [
        one.get(key)
        for one in streams
        if isinstance(one, DictionaryObject)
        for key in ("/Filter", "/DecodeParms")
    ]
    return all(value is None or value in (_PACKED, [_PACKED]) for value in packing)


class _Rationed(io.BytesIO):
    """A file of which only so much may be read."""

    def __init__(self, content: bytes, seconds: Callable[[], float]) -> None:
        super().__init__(content)
        self._seconds = seconds
        self._end = seconds() + _MOST_SECONDS
        self._reads = 0
        self._bytes = max(_READ_TIMES * len(content), _LEAST_READ_BYTES)

    def read(self, size: int | None = -1, /) -> bytes:
        """As in a file.

        Raises:
            EOFError: it was read too often, too much or too long; or whole, to look for objects
                that are too many to be found.
        """
        is_whole = size is None or size < 0
        if is_whole and self.getvalue().count(_OBJECT) > _MOST_OBJECTS_FOUND:
            raise EOFError
        found = super().read(size)
        self._reads += 1
        self._bytes -= len(found)
        if self._reads > _MOST_READS or self._bytes < 0:
            raise EOFError
        if self._reads % _READS_PER_LOOK == 0 and self._seconds() > self._end:
            self._reads = _MOST_READS  # the library may catch this one, but not every one
            raise EOFError
        return found
