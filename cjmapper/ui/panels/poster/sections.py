"""The first section of the options: what to make, of which maps, as what file, on which paper.

A section shows choices and gives those that a person made of them; it keeps none.
"""

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from cjmapper.errors import ExportError
from cjmapper.export import paper
from cjmapper.export.options import ExportKind
from cjmapper.export.paper import free_name, free_size, paper_named, sheets_needed
from cjmapper.geometry import Size
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.model.vocabulary import Orientation
from cjmapper.settings import EXPORT_FORMATS
from cjmapper.ui.panels.inspector.more_fields import NumberBox
from cjmapper.ui.panels.poster.choices import LABEL_PAPERS, Choices, fitting, with_poster
from cjmapper.ui.panels.poster.rows import Offered, Row, Segments, beside, choice
from cjmapper.ui.parts.labels import label
from cjmapper.ui.parts.surroundings import Surroundings

_OWN = "own"
_ROLLS = tuple(f"{height}mm" for height in paper.ROLL_HEIGHTS)
_FIRST_OWN = "600x900mm"


class Section(QWidget):
    """A part of the options; `changed` comes when a person changed something in it."""

    changed = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self.around = around
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(around.look.px(12))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def say(self, code: str, **values: str | int | float) -> str:
        """A sentence in the language in force."""
        return self.around.words.say(code, **values)

    def row(self, code: str, control: QWidget) -> Row:
        """A control under its caption, in its place."""
        made = Row(self.around, self.say(code), control)
        self._column.addWidget(made)
        return made

    def quiet(self) -> QLabel:
        """A line that explains, in its place."""
        made = label("", "caption", wrap=True)
        self._column.addWidget(made)
        return made

    def show_choices(self, choices: Choices) -> None:
        """Shows what is chosen; nothing is told."""

    def taken(self, choices: Choices) -> Choices:
        """The choices with what is chosen here."""
        return choices


class MainSection(Section):
    """What one needs to see first."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        kinds = [(kind, self.say(f"poster_panel.kind_{kind.value}")) for kind in ExportKind]
        self.kind = choice(around, kinds)
        self.row("poster_panel.kind", self.kind)
        offered: Offered = (
            (False, self.say("export.this_map")),
            (True, self.say("poster_panel.all")),
        )
        self.maps = Segments(around, offered)
        self.maps_row = self.row("export.maps", self.maps)
        formats = [(name, self.say(f"poster_panel.format_{name}")) for name in EXPORT_FORMATS]
        self.format = Segments(around, formats)
        self._format_row = self.row("export.format", self.format)
        self.paper = choice(around, ())
        self._paper_row = self.row("export.paper", self.paper)
        self._own = self._own_size()
        ways = [(way, self.say(f"vocabulary.orientation.{way.value}")) for way in _WAYS]
        self.orientation = Segments(around, ways)
        self._orientation_row = self.row("export.orientation", self.orientation)
        self.tiles = choice(around, ())
        self._tiles_row = self.row("poster_panel.tiles", self.tiles)
        for control in (self.kind, self.paper, self.tiles):
            control.chosen.connect(lambda _value: self.changed.emit())
        for segments in (self.maps, self.format, self.orientation):
            segments.chosen.connect(lambda _value: self.changed.emit())

    def show_choices(self, choices: Choices) -> None:
        """Shows what is chosen, and only what makes sense for it."""
        poster = choices.poster
        is_page = fitting(choices).format == "html"
        is_labels = choices.kind is ExportKind.LABELS
        self.kind.show_value(choices.kind)
        self.maps.show_value(choices.all_maps)
        self.format.show_value(choices.format)
        self.format.button("html").setVisible(choices.kind is ExportKind.POSTER)
        self._format_row.setHidden(is_labels)
        self._offer_papers(choices)
        own = free_size(poster.paper)
        if is_labels:
            self.paper.show_value(choices.label_paper)
        else:
            self.paper.show_value(_OWN if own else poster.paper, poster.paper)
        self._paper_row.setHidden(is_page)
        self._own.setVisible(own is not None and not is_page and not is_labels)
        if own is not None:
            self.width_mm.show_number(own.width)
            self.height_mm.show_number(own.height)
        self.orientation.show_value(poster.orientation)
        turns = is_labels or poster.paper in {one.name for one in paper.PAPERS}
        self._orientation_row.setHidden(is_page or not turns)
        self._offer_tiles(poster)
        self.tiles.show_value(poster.tiles, poster.tiles or "")
        self._tiles_row.setHidden(choices.format != "pdf" or is_labels)

    def taken(self, choices: Choices) -> Choices:
        """The choices with what is chosen here."""
        chosen = msgspec.structs.replace(
            choices,
            kind=ExportKind(self.kind.currentData()),
            all_maps=bool(self.maps.value),
            format=str(self.format.value),
        )
        chosen = with_poster(chosen, orientation=self.orientation.value)
        named = self.paper.currentData()
        if choices.kind is ExportKind.LABELS:
            return msgspec.structs.replace(chosen, label_paper=str(named))
        if named is not None:
            chosen = with_poster(chosen, paper=self._named(str(named), choices))
        tiles = self.tiles.currentData() if self.tiles.currentIndex() >= 0 else None
        makes_sense = tiles is not None and sheets_needed(chosen.poster, paper_named(tiles))
        return with_poster(chosen, tiles=tiles if makes_sense else None)

    def _named(self, name: str, choices: Choices) -> str:
        if name != _OWN:
            return name
        if free_size(choices.poster.paper) is None:
            return _first_own(choices.poster)
        wide, high = self.width_mm.number, self.height_mm.number
        if wide is None or high is None:
            return choices.poster.paper
        return free_name(Size(wide, high))

    def _own_size(self) -> Row:
        bounds = (paper.LEAST_SIDE, paper.MOST_SIDE)
        self.width_mm = NumberBox(self.around, bounds, 10.0)
        self.height_mm = NumberBox(self.around, bounds, 10.0)
        made = self.row("poster_panel.own_size", beside(self.around, self.width_mm, self.height_mm))
        for box, code in (
            (self.width_mm, "poster_panel.width"),
            (self.height_mm, "poster_panel.height"),
        ):
            box.setAccessibleName(self.say(code))
            box.setToolTip(self.say(code))
            box.editingFinished.connect(self.changed)
        return made

    def _offer_papers(self, choices: Choices) -> None:
        names = LABEL_PAPERS if choices.kind is ExportKind.LABELS else None
        offered: list[tuple[object, str]] = [
            (one.name, self._paper_words(one))
            for one in paper.PAPERS
            if names is None or one.name in names
        ]
        if names is None:
            offered += [(roll, self.say("poster_panel.roll", mm=int(roll[:-2]))) for roll in _ROLLS]
            offered += [(paper.A3_STRIP.name, self.say("poster_panel.strip"))]
            offered += [(_OWN, self.say("poster_panel.own"))]
        self.paper.offer(offered)

    def _paper_words(self, one: paper.Paper) -> str:
        wide, high = one.size.width, one.size.height
        return self.say(
            "poster_panel.paper_size", name=one.name, width=round(wide), height=round(high)
        )

    def _offer_tiles(self, poster: PosterSettings) -> None:
        offered: list[tuple[object, str]] = [(None, self.say("poster_panel.one_sheet"))]
        for one in _SHEETS:
            count = sheets_needed(poster, one)
            if count is not None:
                words = self.around.words.count("poster_panel.glued_of", count, paper=one.name)
                offered.append((one.name, words))
        self.tiles.offer(offered)


def _first_own(poster: PosterSettings) -> str:
    """The paper at hand, to be changed; one that grows, or is none, has no size to begin with."""
    try:
        chosen = paper.sheet(poster)
    except ExportError:
        return _FIRST_OWN
    if chosen.paper.grows:
        return _FIRST_OWN
    return free_name(chosen.size)


_SHEETS = (paper.A4, paper.A3, paper.A2, paper.A1, paper.LETTER, paper.TABLOID)
_WAYS = (Orientation.LANDSCAPE, Orientation.PORTRAIT)
