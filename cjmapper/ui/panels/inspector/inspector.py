"""The inspector: shows what is selected as fields, and makes each field's change one edit."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cjmapper.editor.session import Change, ChangeKind, Session
from cjmapper.errors import EditError
from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model.entities import EntityKind
from cjmapper.ui.guard import guard
from cjmapper.ui.look.icons import Tint, icon
from cjmapper.ui.panels.inspector.builders import built
from cjmapper.ui.panels.inspector.changes import (
    changed,
    entry_name,
    value_of,
    with_new_entry,
    with_new_source,
)
from cjmapper.ui.panels.inspector.fields import Field, NewNameField
from cjmapper.ui.panels.inspector.groups import Disclosure, Heading
from cjmapper.ui.panels.inspector.more_fields import SourcesField
from cjmapper.ui.panels.inspector.places import Shown
from cjmapper.ui.panels.inspector.plans import (
    Group,
    Plan,
    Subject,
    plans_for,
    subject_of,
    things_of,
)
from cjmapper.ui.parts.labels import label
from cjmapper.ui.parts.surroundings import Surroundings

WIDTH = 280
_SETTLE_MS = 30


class Inspector(QWidget):
    """The fields of what is selected.

    `refused` carries the error of an edit that was not done, `asked` a command of the window.
    """

    refused = Signal(object)
    closed = Signal()
    asked = Signal(str)

    def __init__(self, around: Surroundings, session: Session) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._around = around
        self._session = session
        self._subject: Subject | None = None
        self._key: object = None
        self._read_only = False
        self._more_shown = False
        self.fields: dict[str, tuple[Plan, Field]] = {}
        self._heading = label("", "strong")
        self._close = QToolButton()
        self._close.setProperty("small", "true")
        self._close.setIcon(icon("x", Tint.QUIET))
        self._close.clicked.connect(self.closed)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._head = QHBoxLayout()
        self._head.addWidget(self._heading, 1)
        self._head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self._area, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLE_MS)
        self._timer.timeout.connect(self.bring_up_to_date)
        session.subscribe(self._told)
        around.reworded.connect(self.rebuild)
        around.look.changed.connect(self.rebuild)
        self.rebuild()

    def show_read_only(self, read_only: bool) -> None:
        """Lets fields be read but not changed."""
        self._read_only = read_only
        self.rebuild()

    def finish(self) -> None:
        """Settles what is being typed."""
        for _, field in list(self.fields.values()):
            field.finish()

    def focus_map_field(self, name: str) -> None:
        """Puts the keyboard on a field of the map, its words selected."""
        self._session.select(())
        self.bring_up_to_date()
        if name in self.fields:
            field = self.fields[name][1]
            field.take_keyboard()
            control = field.findChild(QLineEdit)
            if isinstance(control, QLineEdit):
                control.selectAll()

    def bring_up_to_date(self) -> None:
        """Shows what is selected now, and its values."""
        self._timer.stop()
        if not self.isVisible():
            self._key = None
            return
        document, journey = self._session.shown, self._session.journey
        words = self._around.words
        subject = subject_of(journey, self._session.selection)
        things = things_of(journey, subject)
        plans = plans_for(journey, subject, things)
        key = (
            subject,
            tuple((plan.field, plan.control) for plan in plans),
            tuple(getattr(thing, "kind", None) for thing in things),
            document.evidence,
            [plan.choices and plan.choices(document, journey, words) for plan in plans],
        )
        if key != self._key:
            self._key = key
            self._build(subject, plans, things)
        for plan, field in self.fields.values():
            field.show_value(value_of(document, journey, things, plan))

    @guard
    def showEvent(self, event: QShowEvent) -> None:
        """What happened while it was hidden is made up for."""
        super().showEvent(event)
        self.bring_up_to_date()

    def rebuild(self) -> None:
        """Makes the fields anew, in the language and size in force."""
        px = self._around.look.px
        self.setFixedWidth(px(WIDTH))
        self._head.setContentsMargins(px(16), px(12), px(8), px(4))
        say = self._around.words.say
        self._close.setToolTip(say("window.close_panel"))
        self._close.setAccessibleName(say("window.close_panel"))
        self._key = None
        self.bring_up_to_date()

    def _told(self, change: Change) -> None:
        if change.kind is not ChangeKind.SAVED:
            self._timer.start()

    def _build(self, subject: Subject, plans: list[Plan], things: list[Shown]) -> None:
        px = self._around.look.px
        kept = self._focused_field() if subject == self._subject else None
        self._subject = subject
        self._heading.setText(self._heading_of(subject, things))
        self.fields = {}
        page = QWidget()
        page.setDisabled(self._read_only)
        column = QVBoxLayout(page)
        column.setContentsMargins(px(16), px(8), px(16), px(16))
        column.setSpacing(px(12))
        if subject.kind is None:
            count = self._around.words.count("window.selected", len(subject.ids))
            column.addWidget(label(count, "quiet"))
        for group in Group:
            of_group = [plan for plan in plans if plan.group is group]
            if of_group:
                self._add_group(column, group, of_group)
        if not plans:
            self._add_nothing_shared(column)
        column.addStretch(1)
        self._area.setWidget(page)
        if kept is not None and kept in self.fields:
            self.fields[kept][1].take_keyboard()

    def _focused_field(self) -> str | None:
        """The name of the field that has the keyboard, if one has it."""
        focused: QWidget | None = self.focusWidget()
        if focused is None or not focused.hasFocus():
            return None
        held = (name for name, (_, field) in self.fields.items() if field.isAncestorOf(focused))
        return next(held, None)

    def _add_group(self, column: QVBoxLayout, group: Group, plans: list[Plan]) -> None:
        document, journey = self._session.shown, self._session.journey
        say, inner = self._around.words.say, column
        match group:
            case Group.CONTENT:
                pass
            case Group.MORE:
                more = Disclosure(self._around, say("inspector.more"), shown=self._more_shown)
                more.toggled.connect(self._show_more)
                column.addWidget(more)
                inner = more.column
            case Group.LOOK | Group.POSITION:
                column.addWidget(Heading(self._around, say(f"inspector.group.{group.value}")))
        for plan in plans:
            field = built(plan, self._around, document, journey)
            self._connect(plan, field)
            inner.addWidget(field)
            self.fields[plan.field] = (plan, field)

    def _add_nothing_shared(self, column: QVBoxLayout) -> None:
        """One sentence, and the one thing that can be done with all of it."""
        say = self._around.words.say
        column.addWidget(label(say("inspector.nothing_shared"), "quiet", wrap=True))
        button = QPushButton(icon("trash-2"), say("inspector.delete_all"))
        button.setProperty("task", "plain")
        button.setIconSize(QSize(self._around.look.px(26), self._around.look.px(18)))
        button.clicked.connect(lambda: self.asked.emit("delete"))
        column.addWidget(button)

    def _show_more(self, shown: bool) -> None:
        self._more_shown = shown

    def _connect(self, plan: Plan, field: Field) -> None:
        field.settled.connect(lambda value: self._settle(plan, value))
        field.asked.connect(self.asked)
        if isinstance(field, NewNameField):
            field.named.connect(lambda name: self._add(plan, name, with_new_entry))
        elif isinstance(field, SourcesField):
            field.added.connect(lambda title: self._add(plan, title, with_new_source))
        field.tried.connect(lambda value: self._try(plan, value))

    def _try(self, plan: Plan, value: object) -> None:
        """Shows on the map what is being typed or dragged."""
        subject = self._subject
        if subject is None:
            return
        try:
            shown = changed(self._session.document, self._session.map_id, subject, plan, value)
        except EditError:
            return
        self._session.preview(shown)

    def _settle(self, plan: Plan, value: object) -> None:
        subject = self._subject
        if subject is not None:
            map_id = self._session.map_id
            self._run(plan, lambda document: changed(document, map_id, subject, plan, value))

    def _add(
        self,
        plan: Plan,
        name: str,
        add: Callable[[d.Document, ids.MapId, Subject, Plan, tuple[str, str]], d.Document],
    ) -> None:
        subject, key = self._subject, self._session.new_id()
        if subject is not None:
            map_id = self._session.map_id
            self._run(plan, lambda document: add(document, map_id, subject, plan, (key, name)))

    def _run(self, plan: Plan, edit: Callable[[d.Document], d.Document]) -> None:
        subject = self._subject
        if subject is None:
            return
        try:
            done = self._session.run(entry_name(self._session.journey, subject, plan), edit)
        except EditError as error:
            self._session.drop_preview()
            self.refused.emit(error)
            self._show_again()
            return
        if not done:
            self._session.drop_preview()

    def _show_again(self) -> None:
        """What was refused gives way to what is true."""
        self._key = None
        self._timer.start()

    def _heading_of(self, subject: Subject, things: list[Shown]) -> str:
        words = self._around.words
        if subject.kind is None:
            return words.say("inspector.mixed")
        if subject.kind is not EntityKind.CARD:
            return words.say(f"inspector.kind.{subject.kind.value}")
        if len(things) == 1 and isinstance(things[0], d.Card):
            return words.label(things[0].kind)
        return words.count("inspector.kind.many", len(things))
