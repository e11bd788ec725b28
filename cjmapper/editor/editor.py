"""The editor without a window: fed with pointer and key events, it edits through the session.

It holds which state is on and what that state shows; what happens is decided in the states
(`cjmapper.editor.tools`). It paints nothing and words nothing.
"""

from collections.abc import Callable

import msgspec

from cjmapper.editor import announcing, clipboard
from cjmapper.editor.cutting import NOTHING_CUT
from cjmapper.editor.events import KeyEvent, Modifiers, PointerEvent
from cjmapper.editor.feedback import Feedback, Notice, Offer, Said, Tile
from cjmapper.editor.history import EntryName
from cjmapper.editor.pasting import Pasted
from cjmapper.editor.selection import Chosen
from cjmapper.editor.session import Change, ChangeKind, Edit, Session
from cjmapper.editor.tools.dragging_tile import PressingTile
from cjmapper.editor.tools.editing_text import EditingText
from cjmapper.editor.tools.idle import Idle
from cjmapper.editor.tools.placing import Placement
from cjmapper.editor.tools.stamping import Stamping
from cjmapper.editor.tools.state import State
from cjmapper.errors import EditError
from cjmapper.geometry import Point, mm_from_px
from cjmapper.layout.result import CellKey, MapLayout
from cjmapper.model import document as d
from cjmapper.model import ids, queries
from cjmapper.model.vocabulary import Language
from cjmapper.text.wrap import Typesetter

_PAGE = mm_from_px(600)

LayOut = Callable[[d.Document, ids.MapId, MapLayout | None], MapLayout]


class EditorOptions(msgspec.Struct, frozen=True):
    """What an editor needs from outside.

    Attributes:
        typesetter: measures carets in the lines of a map in a language.
        clipboard: where copied cards go.
        notify: told of what happened and can be undone, and of what was refused.
        announce: told what a person who does not see the map needs to hear.
        ask: told the id of a command that only a window can carry out.
        worded: a sentence as a person reads it, for looking it up by its words.
    """

    typesetter: Callable[[Language], Typesetter]
    clipboard: clipboard.Clipboard
    notify: Callable[[Notice], None]
    announce: Callable[[Said], None] = lambda _said: None
    ask: Callable[[str], None] = lambda _name: None
    worded: Callable[[Said], str] = lambda _said: ""


class Editor:
    """One open document under a pointer and a keyboard.

    Attributes:
        cell: the empty cell that is selected, where no thing is.
        actor: whose curve was last touched; new readings are this one's.
        read_only: nothing can be changed; trying says so.
        cut: the cards that the next paste moves.
        pasted: the table that was pasted last, as long as nothing was done since.
        page: how much of the map is in view from top to bottom, in millimetres.
    """

    def __init__(self, session: Session, lay_out: LayOut, options: EditorOptions) -> None:
        self.session = session
        self.options = options
        self.cell: CellKey | None = None
        self.actor: ids.ActorId | None = None
        self.read_only = False
        self.cut = NOTHING_CUT
        self.pasted: Pasted | None = None
        self.page = _PAGE
        self._lay_out = lay_out
        self._layout: MapLayout | None = None
        self._listeners: list[Callable[[], None]] = []
        self._last_event: PointerEvent | None = None
        self._state: State = Idle()
        session.subscribe(self._session_changed)

    # What there is

    @property
    def state(self) -> State:
        """The state that is on."""
        return self._state

    @property
    def layout(self) -> MapLayout:
        """Where everything is on the map that is shown, previews included."""
        shown, map_id = self.session.shown, self.session.map_id
        former = self._layout
        if former is None or former.document is not shown or former.map.id != map_id:
            self._layout = former = self.lay_out(shown)
        return former

    @property
    def journey(self) -> d.JourneyMap:
        """The map that is shown, previews included."""
        return self.session.journey

    @property
    def map_id(self) -> ids.MapId:
        """The id of the map that is shown."""
        return self.session.map_id

    @property
    def selection(self) -> tuple[str, ...]:
        """The ids of what is selected."""
        return self.session.selection

    @property
    def chosen(self) -> Chosen:
        """The things that are selected."""
        return self.session.chosen

    @property
    def is_writing(self) -> bool:
        """Whether a text is open."""
        return isinstance(self._state, EditingText)

    @property
    def can_redo(self) -> bool:
        """Whether there is anything to do again: in the text that is open, else in the history."""
        if isinstance(self._state, EditingText):
            return self._state.buffer.can_redo
        return self.session.can_redo

    @property
    def feedback(self) -> Feedback:
        """What to draw over the map, and the hint below it."""
        return self._state.feedback(self)

    def lay_out(self, document: d.Document) -> MapLayout:
        """The layout of another document than the one shown, as quick as if it were."""
        former = self._layout if self._layout and self._layout.map.id == self.map_id else None
        return self._lay_out(document, self.map_id, former)

    def listen(self, callback: Callable[[], None]) -> None:
        """Be told whenever state, feedback or layout may have changed."""
        self._listeners.append(callback)

    # What a person does

    def press(self, event: PointerEvent) -> None:
        """A button of the pointer went down on the map. The right one ends a gesture."""
        self._last_event = event
        if event.button == "right" and self._state.is_gesture:
            self.cancel()
        else:
            self._state.press(self, event)
            self._tell()

    def move(self, event: PointerEvent) -> None:
        """The pointer moved, with or without a button held."""
        self._last_event = event
        self._state.move(self, event)
        self._tell()

    def release(self, event: PointerEvent) -> None:
        """A button of the pointer went up."""
        self._last_event = event
        if event.button != "right":
            self._state.release(self, event)
            self._tell()

    def double_click(self, event: PointerEvent) -> None:
        """The second press of a double click; it comes instead of a press."""
        self._last_event = event
        self._state.double_click(self, event)
        self._tell()

    def modifiers_changed(self, modifiers: Modifiers) -> None:
        """Shift, Ctrl or Alt went down or up while the pointer stood still."""
        if self._last_event is not None and self._state.is_gesture:
            self.move(msgspec.structs.replace(self._last_event, modifiers=modifiers))

    def key(self, event: KeyEvent) -> bool:
        """A key went down; False where it means nothing here and may be somebody else's."""
        taken = self._state.key(self, event)
        self._tell()
        return taken

    def takes(self, event: KeyEvent) -> bool:
        """Whether a key belongs to the open text, though a shortcut of the window is on it."""
        return self._state.takes(event)

    def compose(self, text: str) -> None:
        """What an input method shows and has not yet given."""
        self._state.compose(self, text)
        self._tell()

    def type_text(self, text: str) -> None:
        """Text that an input method gave."""
        self._state.type_text(self, text)
        self._tell()

    def choose(self, name: str) -> None:
        """One of the things in the list that is shown."""
        self._state.choose(self, name)
        self._tell()

    def tile_pressed(self, tile: Tile, event: PointerEvent) -> None:
        """A tile of the palette was pressed; `event` is where that is, on no map."""
        self.settle()
        self._last_event = event
        self.go(PressingTile(tile, event))

    def arm(self, tile: Tile) -> None:
        """The next click on the map places this tile."""
        self.settle()
        self.go(Stamping(tile))

    def cancel(self) -> None:
        """Esc: leave a gesture as if it had not begun; commit an open text."""
        self._state.cancel(self)
        self._tell()

    def focus_lost(self) -> None:
        """The window is no longer in front: a gesture is cancelled, an open text is committed."""
        self.settle()

    def settle(self) -> None:
        """Finish what is half done, before a save, a command or another map."""
        if self._state.is_gesture:
            self._state.cancel(self)
        else:
            self._state.finish(self)
        self._tell()

    def command(self, name: str) -> bool:
        """Let the state take a command for itself; False where it is for the whole map."""
        taken = self._state.command(self, name)
        if taken:
            self._tell()
        return taken

    # What states do

    def go(self, state: State) -> None:
        """Be in another state from now on."""
        self._state = state
        self._tell()

    def rest(self, hint: Said | None = None) -> None:
        """Be idle, without a trace of what was shown."""
        self.session.drop_preview()
        self.session.select(self.selection)
        self.go(Idle(hint, self._last_event))

    def open_text(
        self,
        name: str,
        *,
        at: Point | None = None,
        typed: str = "",
        adding: bool = False,
        run_start: ids.StepId | None = None,
    ) -> None:
        """Write the text of a thing: the caret at a point or at the end, `typed` appended."""
        if self.read_only:
            self.say(Said("notice.read_only"))
            return
        state = EditingText(self, name, adding=adding, run_start=run_start)
        if state.written(self) is None:
            self.rest()
            return
        self.go(state)
        state.begin(self, at, typed)

    def open_placed(
        self, placement: Placement, *, run_start: ids.StepId | None = None, typed: str = ""
    ) -> None:
        """Add something and write its text; what has none to write is added at once.

        Until the text is committed nothing is in the history; both are one entry.
        """
        if self.read_only or not placement.opens:
            self.run(placement.name, placement.edit, select=(placement.new_id,))
            return
        try:
            adding = placement.back_to is None
            state = EditingText(
                self, placement.new_id, created=placement, adding=adding, run_start=run_start
            )
        except EditError as error:
            self.say(Said(f"errors.{error.code}", dict(error.values)))
            return
        self.go(state)
        state.begin(self, None, typed)

    def run(
        self,
        name: EntryName,
        edit: Edit,
        *,
        select: tuple[str, ...] | None = None,
        coalesce: str | None = None,
        within: float | None = 1.0,
    ) -> bool:
        """Do an edit as one entry; what is refused is told in a notice. Whether anything changed.

        `within` seconds an entry of the same `coalesce` key grows; None: while the selection stays.
        """
        if self.read_only:
            self.say(Said("notice.read_only"))
            return False
        try:
            return self.session.run(name, edit, select=select, coalesce=coalesce, within=within)
        except EditError as error:
            self.say(Said(f"errors.{error.code}", dict(error.values)))
            return False

    def run_instead(self, name: EntryName, edit: Edit) -> bool:
        """Do an edit in the place of the last entry; refused as in `run`. Whether it was done."""
        try:
            return self.session.run_instead(name, edit, select=())
        except EditError as error:
            self.say(Said(f"errors.{error.code}", dict(error.values)))
            return False

    def show_pasted(self, pasted: Pasted | None) -> None:
        """Offer the other readings of a table that was pasted; None offers them no longer."""
        self.pasted = pasted
        self._tell()

    def say(self, said: Said, *, undo: bool = False, offer: Offer | None = None) -> None:
        """Tell a person something that goes away by itself."""
        self.options.notify(Notice(said, undo, offer))

    def announce(self, said: Said) -> None:
        """Tell those who do not see the map; what an entry does is told by itself."""
        self.options.announce(said)

    def ask(self, name: str) -> None:
        """Let the window carry out a command that only it can."""
        self.options.ask(name)

    def select(self, *names: str) -> None:
        """Select these things; no cell."""
        self.cell = None
        self.session.select(names)

    def select_cell(self, cell: CellKey) -> None:
        """Select an empty cell; no thing."""
        self.session.select(())
        self.cell = cell
        self._tell()

    def _session_changed(self, change: Change) -> None:
        if change.entry is not None:
            said = announcing.announced(self.layout, self.selection, change.entry, change.way)
            if said is not None:
                unseen = announcing.is_unseen(change.entry, change.way)
                (self.say if unseen else self.announce)(said)
        if self.pasted is not None and self.pasted.document is not self.session.document:
            self.pasted = None
        if change.kind is ChangeKind.MAP:
            self.cell = self.actor = None
            self._state = Idle()
        elif change.kind is ChangeKind.SELECTION and self.selection:
            self.cell = None
            reading = queries.emotion(self.journey, self.selection[-1])
            if reading is not None:
                self.actor = reading.actor or queries.primary_actor(self.journey)
        if self.cell is not None:
            lane, step = queries.lane(self.journey, self.cell[0]), self.cell[1]
            if lane is None or lane.hidden or not queries.step(self.journey, step):
                self.cell = None
        self._tell()

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()
