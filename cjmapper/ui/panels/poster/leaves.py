"""The left side of the panel: the page on its desk, the other pages small beside it, and a bar.

It shows what was planned; it plans nothing.
"""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cjmapper.drawing.pages import PageKind
from cjmapper.geometry import Rect
from cjmapper.ui.look.icons import icon
from cjmapper.ui.panels.poster.planned import Leaf, Planned
from cjmapper.ui.panels.poster.preview import Preview
from cjmapper.ui.panels.poster.workbench import Pictured, Wish
from cjmapper.ui.parts.aloud import announce
from cjmapper.ui.parts.labels import ShortenedLabel, plain_tip
from cjmapper.ui.parts.surroundings import Surroundings

_SMALL = 84
"""The longer side of a small page, in designed pixels."""


class Leaves(QWidget):
    """Shows the leaves of a plan. `wished` carries the pictures that are wanted."""

    wished = Signal(object)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._planned: Planned | None = None
        self._leaves: tuple[Leaf, ...] = ()
        self.index = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        across = QHBoxLayout()
        across.setSpacing(0)
        self.small = self._small_pages()
        self.preview = Preview(around)
        across.addWidget(self.small)
        across.addWidget(self.preview, 1)
        column.addLayout(across, 1)
        column.addWidget(self._bar())
        self.preview.wished.connect(self._ask)
        self.preview.turned.connect(lambda by: self.go(self.index + by))
        self.preview.zoomed.connect(self._show_zoom)
        self.small.currentRowChanged.connect(self._chosen)
        self.small.verticalScrollBar().valueChanged.connect(self.preview.ask)
        self.show_planned(None)

    @property
    def leaf(self) -> Leaf | None:
        """What is shown large."""
        return self._leaves[self.index] if self._leaves else None

    def show_planned(self, planned: Planned | None, otherwise: str = "") -> None:
        """Shows other leaves; the one in sight stays the same where it still is."""
        self._planned = planned
        self._leaves = () if planned is None else planned.leaves
        self.index = max(0, min(self.index, len(self._leaves) - 1))
        self._fill_small()
        self._show(otherwise)

    def go(self, index: int) -> None:
        """Shows another leaf."""
        if 0 <= index < len(self._leaves) and index != self.index:
            self.index = index
            self._show("")
            announce(self, self.where.text())

    def show_place(self, index: int, rect: Rect | None) -> None:
        """Shows a place on a leaf."""
        self.go(index)
        if rect is not None:
            self.preview.show_place(rect)

    def take(self, pictured: Pictured) -> None:
        """A picture that was wished for."""
        key = pictured.wish.key
        if key[0] != "small":
            self.preview.take(pictured)
            return
        index = key[1]
        if not isinstance(index, int) or index >= len(self._leaves):
            return
        item = self.small.item(index)
        if self._leaves[index].page.drawing is pictured.wish.drawing:
            picture = QPixmap.fromImage(pictured.image)
            picture.setDevicePixelRatio(self.devicePixelRatioF())
            shown = QIcon(picture)
            shown.addPixmap(picture, QIcon.Mode.Selected)
            item.setIcon(shown)

    def name_of(self, leaf: Leaf) -> str:
        """What a leaf is called."""
        kind = leaf.page.kind
        if kind is PageKind.TILE:
            return self._around.words.say("poster_panel.leaf_tile", label=leaf.page.label)
        number = leaf.number + 1 if kind is PageKind.MORE else leaf.number
        return self._around.words.say(f"poster_panel.leaf_{kind.value}", number=number)

    # What it is made of

    def _small_pages(self) -> QListWidget:
        px = self._around.look.px
        made = QListWidget()
        made.setObjectName("smallPages")
        made.setAccessibleName(self._around.words.say("poster_panel.pages"))
        made.setFixedWidth(px(_SMALL + 48))
        made.setIconSize(QSize(px(_SMALL), px(_SMALL)))
        made.setViewMode(QListWidget.ViewMode.IconMode)
        made.setFlow(QListWidget.Flow.TopToBottom)
        made.setWrapping(False)
        made.setMovement(QListWidget.Movement.Static)
        made.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        made.setUniformItemSizes(True)
        return made

    def _bar(self) -> QWidget:
        px, say = self._around.look.px, self._around.words.say
        bar = QWidget()
        bar.setObjectName("previewBar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        across = QHBoxLayout(bar)
        across.setContentsMargins(px(12), px(4), px(12), px(4))
        across.setSpacing(px(4))
        self.before = self._tool(
            "chevron-left", "poster_panel.page_before", lambda: self.go(self.index - 1)
        )
        self.after = self._tool(
            "chevron-right", "poster_panel.page_after", lambda: self.go(self.index + 1)
        )
        self.where = ShortenedLabel("quiet")
        self.percent = QPushButton()
        self.percent.setAutoDefault(False)
        self.percent.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.percent.setMinimumWidth(px(80))
        self.percent.setToolTip(plain_tip(say("poster_panel.true_size")))
        self.percent.clicked.connect(self.preview.show_true_size)
        closer = self._tool(
            "zoom-in", "poster_panel.closer", lambda: self.preview.zoom(inwards=True)
        )
        away = self._tool("zoom-out", "poster_panel.away", lambda: self.preview.zoom(inwards=False))
        whole = self._tool("maximize", "poster_panel.whole", self.preview.fit)
        across.addWidget(self.before)
        across.addWidget(self.after)
        across.addWidget(self.where, 1)
        across.addStretch(0)
        self._zooming = (away, self.percent, closer, whole)
        for part in self._zooming:
            across.addWidget(part)
        return bar

    def _tool(self, icon_name: str, code: str, act: object) -> QToolButton:
        px = self._around.look.px
        words = self._around.words.say(code)
        button = QToolButton()
        button.setProperty("small", "true")
        button.setIcon(icon(icon_name))
        button.setIconSize(QSize(px(16), px(16)))
        button.setToolTip(plain_tip(words))
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(act)
        return button

    # What is seen

    def _fill_small(self) -> None:
        px = self._around.look.px
        self.small.blockSignals(True)
        self.small.clear()
        for leaf in self._leaves:
            name = self.name_of(leaf)
            item = QListWidgetItem(self._beneath(leaf, name))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join((*self._of_map(leaf), name)))
            item.setToolTip(plain_tip(f"{leaf.map_title} · {name}" if leaf.map_title else name))
            item.setSizeHint(QSize(px(_SMALL + 28), px(_SMALL + 28)))
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.small.addItem(item)
        self.small.setCurrentRow(self.index)
        self.small.blockSignals(False)
        several = len(self._leaves) > 1
        for part in (self.small, self.before, self.after):
            part.setVisible(several)

    def _show(self, otherwise: str) -> None:
        leaf = self.leaf
        self.preview.show_leaf(leaf, otherwise)
        if self.small.currentRow() != self.index:
            self.small.setCurrentRow(self.index)
        self.before.setEnabled(self.index > 0)
        self.after.setEnabled(self.index + 1 < len(self._leaves))
        for part in self._zooming:
            part.setDisabled(leaf is None)
        said = "" if leaf is None else self._said(leaf)
        self.where.setText(said)
        say = self._around.words.say
        self.preview.setAccessibleName(say("poster_panel.preview"))
        self.preview.setAccessibleDescription(said or otherwise)

    def _said(self, leaf: Leaf) -> str:
        """Which page of how many, what it is, how large the paper is."""
        words = self._around.words
        size = words.say(
            "poster_panel.size_mm", width=round(leaf.size.width), height=round(leaf.size.height)
        )
        if len(self._leaves) == 1:
            return size
        return " · ".join((*self._where(leaf), *self._of_map(leaf), self.name_of(leaf), size))

    def _where(self, leaf: Leaf) -> tuple[str, ...]:
        """Which of the pages that come out; a poster that is shown with its joints does not."""
        if leaf.joined:
            return ()
        counted = [not one.joined for one in self._leaves]
        number, count = sum(counted[: self.index + 1]), sum(counted)
        return (self._around.words.say("poster_panel.page_of", number=number, count=count),)

    def _of_map(self, leaf: Leaf) -> tuple[str, ...]:
        """The title of its map, where there are several."""
        several = len({one.map_title for one in self._leaves}) > 1
        return (leaf.map_title,) if several and leaf.map_title else ()

    def _beneath(self, leaf: Leaf, name: str) -> str:
        """What stands under a small page: the first of each of several maps has the map's title."""
        titled = self._of_map(leaf) if leaf.page.kind is PageKind.POSTER else ()
        if not titled:
            return name
        room = self._around.look.px(_SMALL + 16)
        return self.small.fontMetrics().elidedText(titled[0], Qt.TextElideMode.ElideRight, room)

    def _show_zoom(self) -> None:
        percent = self.preview.frame.percent
        words = self._around.words
        self.percent.setText("" if self.leaf is None else words.percent(percent / 100))
        named = words.say("poster_panel.true_size_from", percent=self.percent.text())
        self.percent.setAccessibleName(named)

    def _chosen(self, row: int) -> None:
        if row >= 0:
            self.go(row)

    def _ask(self, wishes: tuple[Wish, ...]) -> None:
        self.wished.emit((*wishes, *self._small_wishes()))

    def _small_wishes(self) -> tuple[Wish, ...]:
        if len(self._leaves) < 2:  # noqa: PLR2004 — one page is seen large
            return ()
        room = self.small.viewport().rect()
        side = self._around.look.px(_SMALL) * self.devicePixelRatioF()
        wishes = []
        for index, leaf in enumerate(self._leaves):
            item = self.small.item(index)
            if not item.icon().isNull():
                continue
            if not self.small.visualItemRect(item).intersects(room):
                continue
            size = leaf.size
            scale = side / max(size.width, size.height)
            whole = Rect(0.0, 0.0, size.width, size.height)
            drawing = leaf.page.drawing
            wishes.append(Wish(key=("small", index), drawing=drawing, scale=scale, part=whole))
        return tuple(wishes)
