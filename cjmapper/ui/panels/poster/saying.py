"""What was found on a poster, and from where it is read, in sentences."""

from cjmapper.export.findings import Level, Mend
from cjmapper.export.legible import readable_from
from cjmapper.export.options import ExportKind
from cjmapper.ui.panels.poster.findings import Line
from cjmapper.ui.panels.poster.planned import Planned
from cjmapper.words.catalog import Words

_SAID = (Level.TITLE, Level.STEP, Level.CARD)
_FAR = 2.0
"""Metres: from here on they are said whole."""


def lines(planned: Planned, words: Words) -> tuple[Line, ...]:
    """A line for each thing that was found."""
    return tuple(
        Line(
            words.say(f"preflight.{found.finding.code}", **found.finding.values),
            tuple(mend_words(mend, words) for mend in found.finding.mends),
            found.leaf is not None,
            found.finding.severity,
        )
        for found in planned.found
    )


def mend_words(mend: Mend, words: Words) -> str:
    """What a mend does, in few words."""
    return words.say(f"preflight.mend.{mend.code}", **mend.values)


def levels(planned: Planned, words: Words) -> str:
    """From where the kinds of text are read: the title's distance, the steps', the cards'.

    Of labels, which are read in the hand: how many sheets they are, and how many are empty.
    """
    if planned.order.options.kind is ExportKind.LABELS:
        return ", ".join(
            (
                words.count("poster_panel.label_sheets", len(planned.printed)),
                words.count("poster_panel.blank_labels", planned.blank_labels),
            )
        )
    reads = {one.name: readable_from(one.size_pt) for one in planned.levels if one.name in _SAID}
    said = {name.value: distance for name, distance in reads.items()}
    if len(reads) > 1 and reads.get(Level.STEP) == reads.get(Level.CARD):
        said = {one: distance for one, distance in said.items() if one == Level.TITLE}
        said["steps_and_cards"] = reads[Level.CARD]
    return " · ".join(
        words.say(
            f"poster_panel.level_{what}",
            distance=words.number(round(distance, 0 if distance >= _FAR else 1)),
        )
        for what, distance in said.items()
    )
