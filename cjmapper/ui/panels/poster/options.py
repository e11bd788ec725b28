"""The options beside the preview: the first few in sight, the others in groups that open.

What stands in a group is made when it is opened first: the panel opens without it.
"""

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from cjmapper.export.options import PICTURES, ExportKind
from cjmapper.geometry import Size
from cjmapper.ui.panels.inspector.groups import Disclosure
from cjmapper.ui.panels.poster.choices import Choices, Subject, fitting, map_ids
from cjmapper.ui.panels.poster.sections import MainSection, Section
from cjmapper.ui.parts.surroundings import Surroundings

if TYPE_CHECKING:
    from cjmapper.ui.panels.poster.more_sections import ContentSection, FileSection, PaperSection

_Made = TypeVar("_Made", bound=Section)
_GROUPS = ("paper", "content", "file")


class OptionsColumn(QScrollArea):
    """Shows choices and tells by `changed` that a person made others of them."""

    changed = Signal()

    def __init__(self, around: Surroundings, choices: Choices) -> None:
        super().__init__()
        self.setObjectName("posterOptions")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._around = around
        self._choices = choices
        self._has_many = False
        px = around.look.px
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(16), px(16), px(20), px(16))
        column.setSpacing(px(16))
        self.main = MainSection(around)
        column.addWidget(self.main)
        groups = QVBoxLayout()
        groups.setSpacing(px(4))
        column.addLayout(groups)
        self.groups = {name: self._group(groups, name) for name in _GROUPS}
        column.addStretch(1)
        self._sections: list[Section] = [self.main]
        self._explained: tuple[Subject, Size | None] | None = None
        self._for_notes = True
        self.main.changed.connect(self._take)
        self.setWidget(inner)
        self.show_choices(choices)

    @cached_property
    def paper(self) -> "PaperSection":
        """The paper's finer points."""
        from cjmapper.ui.panels.poster.more_sections import PaperSection

        return self._filled("paper", PaperSection(self._around))

    @cached_property
    def content(self) -> "ContentSection":
        """What stands on the poster."""
        from cjmapper.ui.panels.poster.more_sections import ContentSection

        made = self._filled("content", ContentSection(self._around))
        made.show_room(for_notes=self._for_notes)
        return made

    @cached_property
    def file(self) -> "FileSection":
        """How the file is made, and what travels in it."""
        from cjmapper.ui.panels.poster.more_sections import FileSection

        made = self._filled("file", FileSection(self._around))
        self._explain(made)
        return made

    @property
    def choices(self) -> Choices:
        """What is chosen, together with what goes with it."""
        return self._choices

    def show_choices(self, choices: Choices) -> None:
        """Shows choices; nothing is told."""
        self._choices = choices
        for section in self._sections:
            section.show_choices(choices)
        self._show_maps()
        is_page = fitting(choices).format == "html"
        self.groups["paper"].setHidden(is_page)
        self.groups["file"].setHidden(is_page or choices.kind is ExportKind.LABELS)
        self.groups["content"].setHidden(choices.kind is ExportKind.LABELS)

    def show_many(self, has_many: bool) -> None:
        """Asks which maps, where there are several."""
        self._has_many = has_many
        self._show_maps()

    def _show_maps(self) -> None:
        """A picture holds one map; which one is no question there."""
        fits_all = f".{fitting(self._choices).format}" not in PICTURES
        self.main.maps_row.setVisible(self._has_many and fits_all)

    def explain(self, subject: Subject, page: Size | None) -> None:
        """Says what the choices come to: how large a picture is, what would travel."""
        self._explained = (subject, page)
        if "file" in vars(self):
            self._explain(self.file)

    def show_room(self, *, for_notes: bool) -> None:
        """Whether what was planned has room for notes."""
        self._for_notes = for_notes
        if "content" in vars(self):
            self.content.show_room(for_notes=for_notes)

    def _explain(self, section: "FileSection") -> None:
        if self._explained is not None:
            subject, page = self._explained
            section.show_size(self._choices, page)
            section.show_travels(subject, self._choices, map_ids(self._choices, subject))

    def _group(self, column: QVBoxLayout, name: str) -> Disclosure:
        words = self._around.words.say(f"poster_panel.group_{name}")
        made = Disclosure(self._around, words, shown=False)
        made.button.setAutoDefault(False)
        made.button.clicked.connect(lambda: getattr(self, name))
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column.addWidget(made)
        return made

    def _filled(self, name: str, section: _Made) -> _Made:
        """Puts a section into its group; the Tab key goes there from the group's button."""
        group = self.groups[name]
        group.column.addWidget(section)
        section.show()  # at once, not when events come to it
        before: QWidget = group.button
        for control in section.findChildren(QWidget):
            own = control.window() is group.window()  # and no list that pops up
            if own and control.focusPolicy() & Qt.FocusPolicy.TabFocus:
                QWidget.setTabOrder(before, control)
                before = control
        self._sections.append(section)
        section.show_choices(self._choices)
        section.changed.connect(self._take)
        return section

    def _take(self) -> None:
        chosen = self._choices
        for section in self._sections:
            chosen = section.taken(chosen)
        if chosen != self._choices:
            self.show_choices(chosen)
            self.changed.emit()
