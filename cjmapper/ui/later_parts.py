"""The parts of the window that its first frame does without: each is made when it is asked for.

What they need is imported then. Those that wait for nothing but a pointer or a change of the map
are made as soon as the window stands.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget

if TYPE_CHECKING:
    from cjmapper.editor.editor import Editor
    from cjmapper.ui.choice_menus import ChoiceMenus
    from cjmapper.ui.commands import Commands
    from cjmapper.ui.errands import Errands
    from cjmapper.ui.main_window import Workplace
    from cjmapper.ui.panels.command_palette import CommandPalette
    from cjmapper.ui.panels.context_menus import ContextMenus
    from cjmapper.ui.panels.context_toolbar import ContextToolbar
    from cjmapper.ui.panels.find_bar import FindBar
    from cjmapper.ui.panels.jumps import Jump
    from cjmapper.ui.panels.key_sheet import KeySheet
    from cjmapper.ui.panels.notices import Notices
    from cjmapper.ui.panels.paste_bar import PasteBar
    from cjmapper.ui.slides import Slides
    from cjmapper.ui.start_screen import StartScreen
    from cjmapper.ui.work_area import WorkArea

_AFTER_FIRST_FRAME_MS = 30
_WAITING = ("toolbar", "paste_bar", "outside")


class LaterParts(QMainWindow):
    """What a window is made of besides; `MainWindow` is what has it.

    `finding_changed` comes when the keyboard came to the bar that finds, or went; `forget_asked`
    names a recent file.
    """

    finding_changed = Signal()
    forget_asked = Signal(object)

    place: Workplace
    editor: Editor
    commands: Commands
    choices: ChoiceMenus
    errands: Errands
    work: WorkArea
    pages: QStackedWidget
    is_at_start: bool

    # What nobody sees before it is asked for

    @cached_property
    def start(self) -> StartScreen:
        """The start screen, one of the pages."""
        from cjmapper.storage.templates import template_names
        from cjmapper.ui.start_pictures import StartPictures
        from cjmapper.ui.start_screen import StartScreen

        place, errands = self.place, self.errands
        painted = StartPictures(place.pictures, place.ids, place.today)
        made = StartScreen(place.around, template_names(), painted)
        made.template_chosen.connect(errands.begin)
        made.file_chosen.connect(errands.open)
        made.example_chosen.connect(errands.open_example)
        made.open_asked.connect(lambda: errands.run("open"))
        made.paste_asked.connect(errands.begin_with_paste)
        made.forget_asked.connect(self.forget_asked)
        self.pages.addWidget(made)
        return made

    @cached_property
    def start_notices(self) -> Notices:
        """The notices of the start screen."""
        from cjmapper.ui.panels.notices import Notices

        return Notices(self.start, self.place.around)

    @cached_property
    def palette_panel(self) -> CommandPalette:
        """The palette of all commands and places."""
        from cjmapper.ui.panels.command_palette import CommandPalette

        return CommandPalette(self.place.around, self, self._jumps, self.editor.announce)

    @cached_property
    def key_sheet(self) -> KeySheet:
        """The sheet of all keys."""
        from cjmapper.ui.panels.key_sheet import KeySheet

        return KeySheet(self.place.around, self)

    @cached_property
    def find_bar(self) -> FindBar:
        """The bar that finds words."""
        from cjmapper.ui.panels.find_bar import FindBar

        made = FindBar(self.place.around, self.editor, self.work.canvas)
        made.attended.connect(self.finding_changed)
        return made

    @cached_property
    def slides(self) -> Slides:
        """Pictures of the map for slides."""
        from cjmapper.ui.slides import Slides

        return Slides(self.editor, self.place.pictures.cache)

    # What waits for a pointer or a change of the map

    @cached_property
    def context_menus(self) -> ContextMenus:
        """The menus of what is selected."""
        from cjmapper.ui.panels.context_menus import ContextMenus

        return ContextMenus(self.place.around, self.editor, self.commands, self.work.canvas)

    @cached_property
    def toolbar(self) -> ContextToolbar:
        """The toolbar beside what is selected."""
        from cjmapper.ui.panels.context_toolbar import ContextToolbar

        return ContextToolbar(
            self.place.around, self.editor, self.commands, self.context_menus, self.work.canvas
        )

    @cached_property
    def paste_bar(self) -> PasteBar:
        """The bar that says how a table was read."""
        from cjmapper.ui.panels.paste_bar import PasteBar

        made = PasteBar(self.place.around, self.editor, self.commands, self.work.canvas)
        self.work.notices.stand_above(made)
        return made

    def make_rest(self) -> None:
        """Makes those that wait, where they are not there yet."""
        for name in _WAITING:
            getattr(self, name)

    def make_rest_soon(self) -> None:
        """Makes them when the first frame is there."""
        QTimer.singleShot(_AFTER_FIRST_FRAME_MS, self, self.make_rest)

    @property
    def is_finding(self) -> bool:
        """Whether the bar that finds has the keyboard; none is made for the question."""
        return "find_bar" in vars(self) and self.find_bar.has_keyboard

    def put_finding_away(self) -> None:
        """Nothing is looked for any longer."""
        if "find_bar" in vars(self):
            self.find_bar.put_away()

    # Where the palette leads

    def go_to(self, name: str) -> None:
        """Selects the thing of that id and brings it into view, ready for keys."""
        self.editor.settle()
        self.editor.select(name)
        self.work.canvas.reveal((name,))
        self.work.canvas.setFocus()

    def _jumps(self) -> list[Jump]:
        """What the command palette offers now."""
        from cjmapper.editor.actions.menus import offered_for, target_of
        from cjmapper.ui.panels import jumps

        words = self.place.around.words
        first = () if self.is_at_start else offered_for(target_of(self.editor))
        found = jumps.of_commands(self.commands, words, first)
        if not self.is_at_start:
            found += jumps.of_map(self.editor.layout, words, self.go_to)
        return found + jumps.of_choices(self.choices.filled())
