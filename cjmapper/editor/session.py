"""One open document: what it says, what a gesture shows of it, what is selected, and its history.

All change goes through here. It opens no file and draws nothing; who wants to know subscribes.
"""

from collections.abc import Callable, Iterable
from enum import StrEnum

import msgspec

from cjmapper.editor.history import Entry, EntryName, History
from cjmapper.editor.selection import Chosen, Selection, changed_by, chosen_in, existing
from cjmapper.model import document as d
from cjmapper.model import ids, queries
from cjmapper.model.diff import diff

Edit = Callable[[d.Document], d.Document]
"""From a document to the next: the same object where nothing changes; refused by an exception."""

COALESCE_SECONDS = 1.0
"""How long after an entry a change with the same key still becomes part of it."""


class ChangeKind(StrEnum):
    """What a subscriber is told of."""

    DOCUMENT = "document"
    PREVIEW = "preview"
    SELECTION = "selection"
    MAP = "map"
    SAVED = "saved"


class Way(StrEnum):
    """How a document came about."""

    DONE = "done"
    UNDONE = "undone"
    REDONE = "redone"


class Change(msgspec.Struct, frozen=True):
    """One thing that happened: `before` is what was shown until then.

    Where an entry of the history made the document, `entry` names it and `way` says how.
    """

    kind: ChangeKind
    before: d.Document
    entry: EntryName | None = None
    way: Way = Way.DONE


class Session:
    """A document being edited."""

    def __init__(
        self, document: d.Document, *, ids: ids.IdSource, clock: Callable[[], float]
    ) -> None:
        """`clock` counts seconds and never goes back; `ids` gives names to what is new."""
        self._ids = ids
        self._clock = clock
        self._subscribers: list[Callable[[Change], None]] = []
        self._history = History()
        self._document = document
        self._saved: d.Document | None = document
        self._preview: d.Document | None = None
        self._map_id = document.maps[0].id
        self._selection: Selection = ()
        self._chosen: Chosen | None = None
        self._went_elsewhere = False

    # What there is

    @property
    def document(self) -> d.Document:
        """The document as committed."""
        return self._document

    @property
    def shown(self) -> d.Document:
        """The preview of a gesture, or the document."""
        return self._document if self._preview is None else self._preview

    @property
    def journey(self) -> d.JourneyMap:
        """The map that is shown, as shown."""
        return queries.find_map(self.shown, self._map_id) or self.shown.maps[0]

    @property
    def map_id(self) -> ids.MapId:
        """The id of the map that is shown."""
        return self._map_id

    @property
    def selection(self) -> Selection:
        """The ids of what is selected, in the order it was."""
        return self._selection

    @property
    def chosen(self) -> Chosen:
        """What is selected, as shown; looked up once, however often it is asked for."""
        journey, kept = self.journey, self._chosen
        if kept is None or kept.journey is not journey or kept.selection is not self._selection:
            self._chosen = kept = chosen_in(journey, self._selection)
        return kept

    @property
    def is_previewing(self) -> bool:
        """Whether a gesture is showing something that is not committed."""
        return self._preview is not None

    @property
    def is_dirty(self) -> bool:
        """Whether the document is another than the one last saved or opened."""
        return self._document is not self._saved

    @property
    def can_undo(self) -> bool:
        """Whether there is an entry to undo."""
        return self._history.last is not None

    @property
    def can_redo(self) -> bool:
        """Whether there is an entry to redo."""
        return self._history.next is not None

    @property
    def undo_name(self) -> EntryName | None:
        """What undo would take back."""
        return self._history.last.name if self._history.last else None

    @property
    def redo_name(self) -> EntryName | None:
        """What redo would do again."""
        return self._history.next.name if self._history.next else None

    @property
    def entry_names(self) -> tuple[EntryName, ...]:
        """What can be undone, the last first."""
        return tuple(entry.name for entry in reversed(self._history.done))

    def new_id(self) -> str:
        """A new id."""
        return self._ids()

    # Changing the document

    def run(
        self,
        name: EntryName,
        edit: Edit,
        *,
        coalesce: str | None = None,
        within: float | None = COALESCE_SECONDS,
        select: Iterable[str] | None = None,
    ) -> bool:
        """Do an edit as one entry of the history; whether anything changed.

        With a `coalesce` key it becomes part of the last entry where that has the same key and is
        at most `within` seconds old (None: while the selection stays). A refused edit raises, and
        then nothing has happened, nor to a preview; one that changes something drops the preview.
        """
        outcome = edit(self._document)
        if outcome is self._document:
            return False
        before = self.shown
        self._commit(self._entry(name, outcome, coalesce), within)
        wanted = self._selection if select is None else select
        self._arrive(before, self._map_id, wanted, (name, Way.DONE))
        return True

    def run_instead(
        self, name: EntryName, edit: Edit, *, select: Iterable[str] | None = None
    ) -> bool:
        """Do an edit in the place of the last entry, as if that had never been; whether it was.

        False where the document is not what the last entry made, or the edit changes nothing.
        """
        last = self._history.last
        if last is None or last.after is not self._document:
            return False
        outcome = edit(last.before)
        if outcome is last.before:
            return False
        before, self._document = self.shown, outcome
        entry = msgspec.structs.replace(last, name=name, after=outcome, at=self._clock())
        self._history.replace_last(entry)
        wanted = last.former_selection if select is None else select
        self._arrive(before, self._map_id, wanted, (name, Way.DONE))
        return True

    def preview(self, document: d.Document | None) -> None:
        """Show what a gesture would give; None shows the document again."""
        preview = None if document is self._document else document
        if preview is self._preview:
            return
        before = self.shown
        self._preview = preview
        self._tell(ChangeKind.PREVIEW, before)

    def begin(self) -> d.Document:
        """Begin a gesture: drop any preview, and give the document that its previews start from."""
        self.drop_preview()
        return self._document

    def commit_preview(
        self,
        name: EntryName,
        *,
        coalesce: str | None = None,
        select: Iterable[str] | None = None,
    ) -> bool:
        """Make what is shown the document, as one entry; whether there was anything to commit."""
        preview = self._preview
        if preview is None:
            return False
        return self.run(name, lambda _document: preview, coalesce=coalesce, select=select)

    def drop_preview(self) -> None:
        """Show the document again; the history is as if the gesture had never been."""
        self.preview(None)

    def undo(self) -> bool:
        """Take back the last entry, show its map and select what came back; whether there was one.

        In a gesture it drops the preview first.
        """
        if self._history.last is None:
            return False
        entry = self._history.undo()
        self._go(entry, entry.before, Way.UNDONE)
        return True

    def redo(self) -> bool:
        """Do the entry last undone again, and select what changed; whether there was one."""
        if self._history.next is None:
            return False
        entry = self._history.redo()
        self._go(entry, entry.after, Way.REDONE)
        return True

    # Around the document

    def select(self, names: Iterable[str]) -> None:
        """Select these things of the map shown; what does not exist is left out."""
        chosen = existing(self.journey, names)
        if chosen != self._selection:
            self._selection = chosen
            self._went_elsewhere = True
            self._tell(ChangeKind.SELECTION, self.shown)

    def show_map(self, map_id: str) -> None:
        """Show another map, with nothing selected; one that does not exist is refused."""
        journey = queries.map_by_id(self._document, map_id)
        if journey.id == self._map_id:
            return
        self.drop_preview()
        self._map_id = journey.id
        chosen, self._selection = self._selection, ()
        self._tell(ChangeKind.MAP, self._document)
        if chosen:
            self._tell(ChangeKind.SELECTION, self._document)

    def mark_saved(self, document: d.Document, stamped: d.Document | None = None) -> None:
        """Say that `document` was saved, as `stamped` where saving dated it.

        What was changed meanwhile stays unsaved.
        """
        self._saved = stamped or document
        before = self.shown
        if stamped is not None and stamped is not document:
            self._history.swap(document, stamped)
            if self._document is document:
                self._document = stamped
                self._tell(ChangeKind.DOCUMENT, before)
        self._tell(ChangeKind.SAVED, before)

    def replace(self, document: d.Document, *, saved: bool = True) -> None:
        """Open another document: its first map, nothing selected, an empty history."""
        before = self.shown
        self._history = History()
        self._preview = None
        self._document = document
        self._saved = document if saved else None
        self._map_id = document.maps[0].id
        self._selection = ()
        for kind in (ChangeKind.DOCUMENT, ChangeKind.MAP, ChangeKind.SELECTION, ChangeKind.SAVED):
            self._tell(kind, before)

    def subscribe(self, callback: Callable[[Change], None]) -> Callable[[], None]:
        """Be told of every change, until the function that this gives is called."""
        self._subscribers.append(callback)

        def unsubscribe() -> None:
            if callback in self._subscribers:
                self._subscribers.remove(callback)

        return unsubscribe

    # Within

    def _entry(self, name: EntryName, outcome: d.Document, key: str | None) -> Entry:
        return Entry(
            name=name,
            before=self._document,
            after=outcome,
            map_id=self._map_id,
            former_selection=self._selection,
            key=key,
            at=self._clock(),
        )

    def _commit(self, entry: Entry, within: float | None) -> None:
        last = self._history.last
        self._document = entry.after
        merges = last is not None and self._merges(last, entry, within)
        self._went_elsewhere = False
        if last is None or not merges:
            self._history.push(entry)
            return
        self._history.replace_last(
            msgspec.structs.replace(last, after=entry.after, name=entry.name, at=entry.at)
        )

    def _merges(self, last: Entry, entry: Entry, within: float | None) -> bool:
        if entry.key is None or last.key != entry.key or last.after is not entry.before:
            return False
        if self._history.next is not None or last.after is self._saved:
            return False
        return not self._went_elsewhere if within is None else entry.at - last.at <= within

    def _go(self, entry: Entry, document: d.Document, way: Way) -> None:
        before = self.shown
        difference = diff(self._document, document)
        self._document = document
        journey = queries.find_map(document, entry.map_id) or document.maps[0]
        changed = changed_by(difference, journey, entry.former_selection)
        wanted = changed or entry.former_selection
        self._arrive(before, entry.map_id, wanted, (entry.name, way))

    def _arrive(
        self,
        before: d.Document,
        map_id: ids.MapId,
        wanted: Iterable[str],
        cause: tuple[EntryName, Way],
    ) -> None:
        """Show the document, in this map where it exists, with these selected, and tell of it."""
        self._preview = None
        former_map, former_selection = self._map_id, self._selection
        names = [journey.id for journey in self._document.maps]
        self._map_id = next((name for name in (map_id, former_map) if name in names), names[0])
        self._selection = existing(self.journey, wanted)
        if self._map_id != former_map:
            self._tell(ChangeKind.MAP, before)
        self._tell(ChangeKind.DOCUMENT, before, *cause)
        if self._selection != former_selection:
            self._tell(ChangeKind.SELECTION, before)

    def _tell(
        self,
        kind: ChangeKind,
        before: d.Document,
        entry: EntryName | None = None,
        way: Way = Way.DONE,
    ) -> None:
        change = Change(kind, before, entry, way)
        for subscriber in tuple(self._subscribers):
            subscriber(change)
