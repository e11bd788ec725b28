"""The sections of the options that stand folded: the paper's finer points, what is on it, the file.

A section shows choices and gives those that a person made of them; it keeps none.
"""

import msgspec
from PySide6.QtWidgets import QLineEdit

from cjmapper.errors import ExportError
from cjmapper.export import paper
from cjmapper.export.options import ExportKind
from cjmapper.export.png import picture_size
from cjmapper.geometry import Size
from cjmapper.model import client_copy
from cjmapper.model.vocabulary import LeftOut, Overflow, PosterPart
from cjmapper.ui.panels.inspector.more_fields import NumberBox
from cjmapper.ui.panels.poster.choices import Choices, Subject, with_poster
from cjmapper.ui.panels.poster.rows import Ticks, choice
from cjmapper.ui.panels.poster.sections import Section
from cjmapper.ui.parts.labels import plain_tip
from cjmapper.ui.parts.surroundings import Surroundings
from cjmapper.ui.parts.tick import Tick
from cjmapper.words.languages import LANGUAGES

_OVERFLOWS = (Overflow.AUTO, Overflow.ONE, Overflow.PAGES, Overflow.LIST)
_DISTANCES = (None, 0.4, 0.7, 1.0, 1.5, 2.0, 3.0)
_DPIS = (96, 150, 200, 300)
_SIDES = (1920, 4000)
_MOST_TYPED = 2000
_WHOLE = 10
"""Megabytes: from here on no tenths are said."""


class PaperSection(Section):
    """What becomes of cards that are too small, margins, bleed, from where it is read."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        say = self.say
        offered = [(way, around.words.label(way)) for way in _OVERFLOWS]
        self.overflow = choice(around, offered)
        self._overflow_row = self.row("poster_panel.overflow", self.overflow)
        usual = (None, say("poster_panel.distance_usual"))
        ways = [
            (far, say("poster_panel.metres", distance=far)) for far in _DISTANCES if far is not None
        ]
        self.distance = choice(around, [usual, *ways])
        self._distance_row = self.row("poster_panel.distance", self.distance)
        self.margin = NumberBox(around, (0.0, paper.MOST_MARGIN), 1.0)
        self.margin.setPlaceholderText(say("poster_panel.margin_usual"))
        self.row("poster_panel.margin", self.margin)
        self.bleed = Tick(around.look, say("poster_panel.bleed"))
        self._column.addWidget(self.bleed)
        for control in (self.overflow, self.distance):
            control.chosen.connect(lambda _value: self.changed.emit())
        self.margin.editingFinished.connect(self.changed)
        self.bleed.clicked.connect(self.changed)

    def show_choices(self, choices: Choices) -> None:
        """Shows what is chosen, and only what makes sense for it."""
        poster, is_labels = choices.poster, choices.kind is ExportKind.LABELS
        self.overflow.show_value(poster.overflow)
        self._overflow_row.setHidden(choices.kind is not ExportKind.POSTER)
        far = poster.distance_m
        other = "" if far is None else self.say("poster_panel.metres", distance=far)
        self.distance.show_value(far, other)
        self._distance_row.setHidden(choices.kind is not ExportKind.POSTER)
        self.margin.show_number(poster.margin_mm)
        self.bleed.setChecked(poster.bleed)
        self.bleed.setHidden(is_labels)

    def taken(self, choices: Choices) -> Choices:
        """The choices with what is chosen here."""
        typed = self.margin.number
        unread = typed is None and bool(self.margin.text().strip())
        kept = choices.poster.distance_m
        return with_poster(
            choices,
            overflow=Overflow(self.overflow.currentData()),
            distance_m=kept if self.distance.currentIndex() < 0 else self.distance.currentData(),
            margin_mm=choices.poster.margin_mm if unread else typed,
            bleed=self.bleed.isChecked(),
        )


class ContentSection(Section):
    """Which parts stand on the poster, in which language, and what a client does not see."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        say = self.say
        parts = [(part.value, say(f"poster_panel.part_{part.value}")) for part in PosterPart]
        self.parts = Ticks(around, parts)
        self._parts_row = self.row("poster_panel.parts", self.parts)
        self.blank_row = Tick(around.look, say("poster_panel.blank_row"))
        self._column.addWidget(self.blank_row)
        self.code = Tick(around.look, say("poster_panel.code"))
        self._column.addWidget(self.code)
        self.link = QLineEdit()
        self.link.setPlaceholderText(say("poster_panel.link_none"))
        self.link.setMaxLength(_MOST_TYPED)
        self._link_row = self.row("poster_panel.link", self.link)
        as_map = (None, say("export.language_document"))
        names = [(key, say(f"vocabulary.language.{key}")) for key in LANGUAGES]
        self.language = choice(around, [as_map, *names])
        self.row("export.language", self.language)
        left_out = [(one.value, say(f"poster_panel.leave_out_{one.value}")) for one in LeftOut]
        self.client = Tick(around.look, say("poster_panel.client_copy"))
        self._column.addWidget(self.client)
        self.left_out = Ticks(around, left_out)
        self._left_out_row = self.row("poster_panel.leave_out", self.left_out)
        self.parts.changed.connect(self.changed)
        self.left_out.changed.connect(self.changed)
        self.blank_row.clicked.connect(self.changed)
        self.code.clicked.connect(self.changed)
        self.link.editingFinished.connect(self.changed)
        self.client.clicked.connect(self._clean)
        self.language.chosen.connect(lambda _value: self.changed.emit())

    def show_choices(self, choices: Choices) -> None:
        """Shows what is chosen."""
        poster = choices.poster
        is_poster = choices.kind is ExportKind.POSTER and choices.format != "html"
        shown = [part.value for part in PosterPart if part.value not in poster.hidden]
        self.parts.show_ticked(shown)
        self._parts_row.setHidden(not is_poster)
        self.blank_row.setChecked(poster.blank_row)
        self.blank_row.setHidden(not is_poster)
        self.code.setChecked(poster.code)
        self.code.setHidden(not is_poster)
        if self.link.text() != poster.link:
            self.link.setText(poster.link)
        self._link_row.setHidden(not (is_poster and poster.code))
        self.language.show_value(choices.language)
        self.client.setChecked(bool(poster.leave_out))
        self.left_out.show_ticked(poster.leave_out)
        self._left_out_row.setHidden(not poster.leave_out)

    def show_room(self, *, for_notes: bool) -> None:
        """Whether the poster has room for notes, where they are wanted; if not, why."""
        tick = self.parts.ticks[PosterPart.NOTES.value]
        lacking = tick.isChecked() and not for_notes
        why = self.say("poster_panel.no_room_for_notes") if lacking else ""
        tick.setDisabled(lacking)
        tick.setToolTip(plain_tip(why) if why else "")
        tick.setAccessibleDescription(why)

    def taken(self, choices: Choices) -> Choices:
        """The choices with what is chosen here; words of other versions stay."""
        known = {part.value for part in PosterPart}
        others = tuple(word for word in choices.poster.hidden if word not in known)
        hidden = tuple(part for part in self.parts.ticks if part not in self.parts.ticked)
        chosen = with_poster(
            choices,
            hidden=(*hidden, *others),
            blank_row=self.blank_row.isChecked(),
            code=self.code.isChecked(),
            link=self.link.text().strip(),
            leave_out=self.left_out.ticked,
        )
        return msgspec.structs.replace(chosen, language=self.language.currentData())

    def _clean(self) -> None:
        """All of it is left out, or nothing."""
        self.left_out.show_ticked(client_copy.EVERYTHING if self.client.isChecked() else ())
        self.changed.emit()


class FileSection(Section):
    """How fine a picture is, fonts, and whether the map travels along."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        say = self.say
        sides = [((None, side), say("poster_panel.long_side", pixels=side)) for side in _SIDES]
        self._dots = [((dpi, None), say("poster_panel.dpi", dpi=dpi)) for dpi in _DPIS]
        self.fineness = choice(around, [*self._dots, *sides])
        self._fineness_row = self.row("poster_panel.fineness", self.fineness)
        self.picture_line = self.quiet()
        self.fonts = Tick(around.look, say("poster_panel.fonts"))
        self._column.addWidget(self.fonts)
        self.source = Tick(around.look, say("poster_panel.with_source"))
        self._column.addWidget(self.source)
        self.travels = self.quiet()
        self.fineness.chosen.connect(lambda _value: self.changed.emit())
        for tick in (self.fonts, self.source):
            tick.clicked.connect(self.changed)

    def show_choices(self, choices: Choices) -> None:
        """Shows what is chosen, and only what makes sense for the kind of file."""
        side = choices.long_side_px
        value = (choices.dpi, None) if side is None else (None, side)
        named = [one for one, _ in self._dots] + [(None, one) for one in _SIDES]
        other = "" if value in named else self.say("poster_panel.dpi", dpi=choices.dpi)
        self.fineness.show_value(value, other)
        is_picture = choices.format == "png"
        self._fineness_row.setHidden(not is_picture)
        self.picture_line.setHidden(not is_picture)
        self.fonts.setChecked(choices.embed_fonts)
        self.fonts.setHidden(choices.format != "svg")
        self.source.setChecked(choices.poster.with_source)
        can_travel = choices.format != "html" and choices.kind is not ExportKind.LABELS
        self.source.setHidden(not can_travel)
        self.travels.setHidden(not can_travel)

    def show_size(self, choices: Choices, page: Size | None) -> None:
        """Says how large a picture of a page of this size becomes, before it is made."""
        if page is None or choices.format != "png":
            self.picture_line.setText("")
            return
        try:
            found = picture_size(page, choices.dpi, choices.long_side_px)
        except ExportError as error:
            self.picture_line.setText(self.around.words.error(error))
            return
        megabytes = found.about_bytes / 1_000_000
        self.picture_line.setText(
            self.say(
                "poster_panel.picture_size",
                width=found.width_px,
                height=found.height_px,
                megabytes=self.around.words.number(megabytes, 0 if megabytes >= _WHOLE else 1),
            )
        )

    def show_travels(self, subject: Subject, choices: Choices, shown: tuple[str, ...]) -> None:
        """Says what goes along where the map is in the file."""
        left_out = choices.poster.leave_out
        copy = client_copy.client_copy(subject.document, left_out)
        travels = client_copy.what_travels(copy, shown)
        words = self.around.words
        named = [
            words.count(f"poster_panel.travels_{name}", count)
            for name, count in msgspec.structs.asdict(travels).items()
            if count
        ]
        code = "poster_panel.travels" if named else "poster_panel.travels_map_only"
        if not choices.poster.with_source:
            code = "poster_panel.could_travel"
        self.travels.setText(self.say(code, what=words.listed(named)))

    def taken(self, choices: Choices) -> Choices:
        """The choices with what is chosen here."""
        chosen = with_poster(choices, with_source=self.source.isChecked())
        chosen = msgspec.structs.replace(chosen, embed_fonts=self.fonts.isChecked())
        value = self.fineness.currentData()
        if value is None:
            return chosen
        dpi, side = value
        return msgspec.structs.replace(chosen, dpi=dpi or choices.dpi, long_side_px=side)
