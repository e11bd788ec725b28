"""A text being written in place: the map shows it as it will stand, line breaks and all.

Leaving it commits, whatever the way; a new card without text is gone as if it had never been.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjmapper.editor import names, splitting, text_targets
from cjmapper.editor.clipboard import Clip
from cjmapper.editor.feedback import Cursor, EditedText, Feedback, Offer, Said
from cjmapper.editor.text_buffer import TextBuffer
from cjmapper.editor.tools import chain, text_keys
from cjmapper.editor.tools.state import State
from cjmapper.errors import EditError
from cjmapper.model import document as d
from cjmapper.model import ids, plain_text, queries
from cjmapper.model.edits import text as texts

if TYPE_CHECKING:
    from cjmapper.editor.editor import Editor
    from cjmapper.editor.events import KeyEvent, PointerEvent
    from cjmapper.editor.history import EntryName
    from cjmapper.editor.tools.placing import Placement
    from cjmapper.geometry import Point

_ENTRIES: dict[type, str] = {
    d.Phase: "rename_phase",
    d.Step: "edit_step",
    d.Lane: "rename_lane",
    d.Emotion: "edit_emotion",
    d.Link: "change_link",
    d.Transition: "change_transition",
}


class EditingText(State):
    """The text of one thing, there already or about to be made.

    Attributes:
        adding: Enter and Tab go on to the next card or header.
        run_start: the step in which the run of Tabs began.
        created: what makes the thing, not yet in the document.
    """

    is_gesture = False

    def __init__(
        self,
        editor: Editor,
        name: str,
        *,
        created: Placement | None = None,
        adding: bool = False,
        run_start: ids.StepId | None = None,
    ) -> None:
        self.name = name
        self.created = created
        self.run_start = run_start
        if run_start is None and created is not None and created.cell is not None:
            self.run_start = created.cell[1]
        self.stopped = False
        self.along: float | None = None
        self._dragging = False
        self._told = False
        self._base = editor.session.document
        if created is not None:
            self._base = created.edit(self._base)
        journey = queries.map_by_id(self._base, editor.map_id)
        self.original = texts.text_of(journey, name)
        # Phases that nobody has named yet are named in one go, as if Tab had just made them.
        unnamed = isinstance(queries.part(journey, name), d.Phase) and not self.original
        self.adding = adding or unnamed
        one_line = text_targets.is_one_line(journey, name)
        self.buffer = TextBuffer(self.original, one_line=one_line)
        editor.cell = None
        editor.session.preview(self._base)
        editor.session.select((name,))

    # Pointer

    def press(self, editor: Editor, event: PointerEvent) -> None:
        """In the text the caret goes there; elsewhere the text is committed first."""
        found = self.written(editor)
        if found is not None and found.frame.contains(event.point):
            self._dragging = True
            place = found.lines.place_at(event.point)
            self.buffer.move_to(place, select=event.modifiers.shift)
            self.along = None
        else:
            self.finish(editor)
            editor.state.press(editor, event)

    def move(self, editor: Editor, event: PointerEvent) -> None:
        """Select while the button is held."""
        found = self.written(editor)
        if self._dragging and found is not None:
            self.buffer.move_to(found.lines.place_at(event.point), select=True)

    def release(self, editor: Editor, event: PointerEvent) -> None:  # noqa: ARG002
        """The end of a selection."""
        self._dragging = False

    def double_click(self, editor: Editor, event: PointerEvent) -> None:
        """Select a word."""
        found = self.written(editor)
        if found is not None and found.frame.contains(event.point):
            self.buffer.select_word_at(found.lines.place_at(event.point))
        else:
            self.finish(editor)
            editor.state.double_click(editor, event)

    def begin(self, editor: Editor, point: Point | None, typed: str) -> None:
        """The caret at a point of the map, where that is in the text; `typed` is typed first."""
        found = self.written(editor)
        if point is not None and found is not None and found.frame.contains(point):
            self.buffer.move_to(found.lines.place_at(point))
        if typed:
            self._insert(editor, plain_text.gap(self.buffer.text, typed) + typed)

    # Keys

    def key(self, editor: Editor, event: KeyEvent) -> bool:
        """Keys that end it or go on, keys of an open text, letters."""
        self.stopped = False
        held = event.modifiers
        if event.name == "Enter" and held.control and held.shift:
            self.split(editor)
        elif event.name == "Escape" or (event.name == "Enter" and event.modifiers.control):
            self.finish(editor)
        elif event.name == "Enter" and event.modifiers.shift:
            self._insert(editor, "\n")
        elif event.name == "Enter":
            chain.enter(editor, self)
        elif event.name == "Tab":
            chain.tab(editor, self, back=event.modifiers.shift)
        elif text_keys.apply(self, editor, event):
            self.changed(editor)
        elif event.types:
            self._insert(editor, event.text)
        else:
            return False
        return True

    def takes(self, event: KeyEvent) -> bool:
        """All keys that type, move the caret or end the text."""
        return event.types or text_keys.is_known(event)

    def compose(self, editor: Editor, text: str) -> None:
        """Show what an input method has so far."""
        self.buffer.compose(text)
        self.changed(editor)

    def type_text(self, editor: Editor, text: str) -> None:
        """Take what an input method gives."""
        self._insert(editor, text)

    def command(self, editor: Editor, name: str) -> bool:
        """Undo, redo, select all and the clipboard are the text's own while it is open."""
        match name:
            case "undo" if not self.buffer.undo():
                self.forget(editor)
                return True
            case "redo":
                self.buffer.redo()
            case "select_all":
                self.buffer.select_all()
            case "copy" | "cut":
                if self.buffer.selected:
                    editor.options.clipboard.put(Clip(text=self.buffer.selected))
                if name == "cut" and self.buffer.selected:
                    self.buffer.delete_back()
            case "paste":
                self._paste(editor)
            case "undo":
                pass
            case _:
                return False
        self.changed(editor)
        return True

    def changed(self, editor: Editor) -> None:
        """Show the map with what is written now."""
        if editor.state is self:
            editor.session.preview(self._with_text(editor, self._base, self.buffer.shown))

    def split(self, editor: Editor) -> None:
        """A card for each line, as one entry; one line is only committed."""
        if not self._is_card(editor) or len(splitting.lines_of(self.buffer.text)) == 1:
            self.finish(editor)
            return
        self.buffer.compose("")
        create = None if self.created is None else self.created.edit
        editor.rest()
        splitting.split(editor, self.name, self.buffer.text, create)

    def _paste(self, editor: Editor) -> None:
        """Plain text; several lines in a new card may become as many cards."""
        self._put(editor, editor.options.clipboard.get().text)
        lines = len(splitting.lines_of(self.buffer.text))
        if self.adding and lines > 1 and self._is_card(editor):
            offer = Offer(Said("notice.split_lines", {"n": lines}), lambda: self._take_up(editor))
            editor.say(Said("notice.pasted_lines", {"n": lines}), offer=offer)

    def _take_up(self, editor: Editor) -> None:
        """What was offered, also where the text was committed meanwhile."""
        if editor.state is self:
            self.split(editor)
            return
        card = queries.card(editor.journey, self.name)
        if card is not None:
            editor.settle()
            splitting.split(editor, card.id, card.text)

    def _is_card(self, editor: Editor) -> bool:
        return queries.card(editor.journey, self.name) is not None

    # Ending

    @property
    def is_empty_card(self) -> bool:
        """Whether it is a new thing that is not kept without text."""
        created = self.created
        empty = not self.buffer.text.strip()
        return created is not None and empty and not created.keeps_empty

    def finish(self, editor: Editor) -> None:
        """Commit, as one entry with what made the thing; nothing where nothing was written."""
        self.buffer.compose("")
        empty, text = self.is_empty_card, self.buffer.text
        editor.rest()
        if empty:
            self._go_back(editor)
            return
        if text != self.original:
            text = text.strip()
        created = self.created

        def edit(document: d.Document) -> d.Document:
            grown = document if created is None else created.edit(document)
            return self._with_text(editor, grown, text)

        editor.run(self._entry(editor, text), edit, select=(self.name,))

    def _go_back(self, editor: Editor) -> None:
        """Where a new card would have been, or what it was to be connected from."""
        created = self.created
        if created is not None and created.back_to is not None:
            editor.select(created.back_to)
        elif created is not None and created.cell is not None:
            editor.select_cell(created.cell)

    def cancel(self, editor: Editor) -> None:
        """Esc in a text commits it."""
        self.finish(editor)

    def forget(self, editor: Editor) -> None:
        """Leave without a trace: the text as it was, a new thing not made."""
        editor.rest()

    def written(self, editor: Editor) -> text_targets.Written | None:
        """Where the text stands now."""
        typesetter = editor.options.typesetter(editor.session.shown.language)
        return text_targets.written(editor.layout, typesetter, self.name, self.buffer.shown)

    def feedback(self, editor: Editor) -> Feedback:
        """The frame, the caret and what is selected."""
        return Feedback(hint=self._hint(editor), cursor=Cursor.TEXT, text=self._edited(editor))

    def _hint(self, editor: Editor) -> Said:
        if self.stopped:
            return Said("hint.last_cell")
        if self._is_card(editor) and len(splitting.lines_of(self.buffer.text)) > 1:
            return Said("hint.adding_lines" if self.adding else "hint.editing_lines")
        match queries.part(editor.journey, self.name):
            case d.Card() as card if self.adding:
                within = _goes_on_in_phase(editor, card.step)
                return Said("hint.adding_in_phase" if within else "hint.adding")
            case (d.Phase() | d.Step()) as header if self.adding:
                is_phase = isinstance(header, d.Phase)
                return Said("hint.adding_phase" if is_phase else "hint.adding_step")
            case d.Emotion():
                return Said("hint.editing_words")
            case _:
                return Said("hint.editing")

    def _edited(self, editor: Editor) -> EditedText | None:
        found = self.written(editor)
        if found is None:
            return None
        buffer, lines = self.buffer, found.lines
        start, end = buffer.selection
        composed = start + len(buffer.composition)
        place = composed if buffer.composition else buffer.caret
        return EditedText(
            self.name,
            found.frame,
            lines.caret(place),
            () if buffer.composition else lines.stretches(start, end),
            lines.stretches(start, composed) if buffer.composition else (),
            lines.block if found.field else None,
        )

    def _insert(self, editor: Editor, text: str) -> None:
        self.along = None
        self._put(editor, text)
        self.changed(editor)

    def _put(self, editor: Editor, text: str) -> None:
        """Say once that a text is too long; what is typed on after it is known to be lost."""
        is_cut = len(plain_text.clean(text)) > self.buffer.room
        self.buffer.insert(text)
        if is_cut and not self._told:
            editor.say(Said("notice.text_cut", {"limit": plain_text.MAX_TEXT}))
        self._told = is_cut

    def _with_text(self, editor: Editor, document: d.Document, text: str) -> d.Document:
        try:
            return texts.set_text(document, editor.map_id, self.name, text)
        except EditError:
            # What an input method shows may be longer than a text may be.
            return document

    def _entry(self, editor: Editor, text: str) -> EntryName:
        if self.created is not None:
            return self.created.name
        part = queries.part(editor.journey, self.name)
        code = _ENTRIES.get(type(part), "edit_card")
        return names.entry(code, name=names.short(text or self.original))


def _goes_on_in_phase(editor: Editor, step: str | None) -> bool:
    """Whether what comes after the step belongs to the same phase."""
    phase = queries.phase_of_step(editor.journey, step) if step else None
    return phase is not None and queries.steps_of_phase(editor.journey, phase.id)[-1].id != step
