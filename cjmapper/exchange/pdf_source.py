"""A map inside a PDF: the attached file whose name ends as a map's.

The PDF library reads under limits: what it may unpack, how often and how much it may read; a file
that sends it in circles is given up. Nothing of a page is looked at.
"""

import io
import logging
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from cjmapper.errors import FileError

if TYPE_CHECKING:
    from pypdf import Configuration
    from pypdf.generic import EmbeddedFile

ENDING = ".cjmap"
_MOST_READS = 3_000_000
_READ_TIMES = 30
"""So many times over may all of a file be read."""
_LEAST_READ_BYTES = 1 << 24
_MOST_FILES = 1000
_DAMAGED_TAIL = 1000
_CLUES = (b"/EmbeddedFile", b"/ObjStm")


def source_in_pdf(content: bytes, limit: int) -> bytes:
    """The map that a PDF carries.

    Raises:
        FileError: ``poster_without_map``; ``poster_locked`` where it needs a password;
            ``poster_map_damaged`` where the PDF or the map in it can't be read; ``too_large``
            where it is more than `limit` bytes.
    """
    if not any(clue in content for clue in _CLUES):
        raise FileError("poster_without_map")
    with _limits(limit):
        return _attached(content, limit)


@contextmanager
def _limits(limit: int) -> Iterator["Configuration"]:
    """What the library may unpack; what it has to say of a file stays unsaid."""
    from pypdf import apply_configuration

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    most = limit + 1
    with apply_configuration(
        disable_legacy_handling=True,
        maximum_declared_stream_length=2 * most,
        zlib_maximum_output_length=most,
        lzw_maximum_output_length=most,
        run_length_maximum_output_length=most,
        array_based_stream_maximum_output_length=most,
        stream_decoding_work_maximum_length=3 * most,
        stream_filters_maximum_length=2,
        zlib_maximum_recovery_input_length=_DAMAGED_TAIL,
    ) as configuration:
        yield configuration


def _attached(content: bytes, limit: int) -> bytes:
    from pypdf import PdfReader
    from pypdf.errors import FileNotDecryptedError, LimitReachedError, PyPdfError

    try:
        reader = PdfReader(_Rationed(content))
        if reader.is_encrypted:
            raise FileError("poster_locked")
        for number, attached in enumerate(reader.attachment_list):
            if number >= _MOST_FILES:
                break
            name = attached.alternative_name or attached.name
            if str(name).lower().endswith(ENDING):
                return _whole(attached, limit)
    except FileNotDecryptedError as error:
        raise FileError("poster_locked") from error
    except LimitReachedError as error:
        raise FileError("too_large", limit=limit, size=len(content)) from error
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
    promised, content = attached.size, attached.content
    if len(content) > limit:
        raise FileError("too_large", limit=limit, size=len(content))
    if promised is not None and promised != len(content):
        raise FileError("poster_map_damaged")
    return content


class _Rationed(io.BytesIO):
    """A file of which only so much may be read."""

    def __init__(self, content: bytes) -> None:
        super().__init__(content)
        self._reads = 0
        self._bytes = max(_READ_TIMES * len(content), _LEAST_READ_BYTES)

    def read(self, size: int | None = -1, /) -> bytes:
        """As in a file.

        Raises:
            EOFError: it was read too often or too much.
        """
        found = super().read(size)
        self._reads += 1
        self._bytes -= len(found)
        if self._reads > _MOST_READS or self._bytes < 0:
            raise EOFError
        return found
