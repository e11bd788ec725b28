"""Text files from elsewhere as plain tables: delimited ones cell by cell, others line by line."""

from cjmapper.errors import EditError
from cjmapper.model.text_table import (
    MOST_CHARACTERS,
    TextTable,
    delimiter_of,
    lines_of,
    read_delimited,
)

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DELIMITED = frozenset({".csv", ".tsv"})


def table_in_file(content: bytes, ending: str) -> TextTable | None:
    """The table in a file whose name ends so; None where it says nothing.

    Refused with `text_file_unreadable` or `table_too_large`.
    """
    text = _decoded(content)
    if ending in _DELIMITED:
        return read_delimited(text, delimiter_of(text))
    return lines_of(text)


def _decoded(content: bytes) -> str:
    """UTF-8, UTF-16 where its mark says so, else what Windows writes in the north."""
    if len(content) > 4 * MOST_CHARACTERS:
        raise EditError("text_file_unreadable")
    named = next((name for mark, name in _MARKS if content.startswith(mark)), None)
    if named is None and b"\0" in content:
        raise EditError("text_file_unreadable")
    try:
        return content.decode(named or "utf-8")
    except UnicodeDecodeError:
        if named is not None:
            raise EditError("text_file_unreadable") from None
        return content.decode("cp1252", errors="replace")
