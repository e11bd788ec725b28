"""Undo and redo as lists of documents. It knows nothing of previews, windows or files."""

from collections.abc import Mapping

import msgspec

from cjmapper.editor.selection import Selection
from cjmapper.errors import Value
from cjmapper.model import document as d
from cjmapper.model import ids

LEVELS = 200
"""How many entries are kept; the oldest is forgotten first."""

_NO_VALUES: Mapping[str, Value] = {}


class EntryName(msgspec.Struct, frozen=True):
    """What an entry is called in the Undo menu: a code of the catalogs and what it names."""

    code: str
    values: Mapping[str, Value] = _NO_VALUES


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One undoable change: both documents, and where the person was before and after it.

    `key` and `at` (seconds of the session's clock) say what may still be merged into it.
    """

    name: EntryName
    before: d.Document
    after: d.Document
    map_id: ids.MapId
    former_selection: Selection = ()
    key: str | None = None
    at: float = 0.0


class History:
    """The entries done and undone, at most `LEVELS` of them."""

    def __init__(self) -> None:
        self._done: list[Entry] = []
        self._undone: list[Entry] = []

    @property
    def last(self) -> Entry | None:
        """The entry that undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def next(self) -> Entry | None:
        """The entry that redo would do again."""
        return self._undone[-1] if self._undone else None

    @property
    def done(self) -> tuple[Entry, ...]:
        """Every entry that can be undone, the oldest first."""
        return tuple(self._done)

    def push(self, entry: Entry) -> None:
        """Add an entry; what was undone can be redone no longer."""
        self._undone.clear()
        self._done.append(entry)
        del self._done[:-LEVELS]

    def replace_last(self, entry: Entry) -> None:
        """Put another entry in the place of the last, as if that had been done from the start."""
        self._done[-1] = entry
        self._undone.clear()

    def undo(self) -> Entry:
        """Move the last entry to those undone, and give it back."""
        entry = self._done.pop()
        self._undone.append(entry)
        return entry

    def redo(self) -> Entry:
        """Move the entry last undone back, and give it back."""
        entry = self._undone.pop()
        self._done.append(entry)
        return entry

    def swap(self, former: d.Document, document: d.Document) -> None:
        """Let `document` stand wherever `former` stood (a save stamped it)."""
        for entries in (self._done, self._undone):
            for index, entry in enumerate(entries):
                before = document if entry.before is former else entry.before
                after = document if entry.after is former else entry.after
                if before is not entry.before or after is not entry.after:
                    entries[index] = msgspec.structs.replace(entry, before=before, after=after)
