"""The width that suits what stands in a column: no word broken, no text a tower of short lines.

Measures only; what stands across several columns is not counted.
"""

from collections.abc import Iterator

from cjmapper.geometry import mm_from_px
from cjmapper.layout.cards import text_left, text_style
from cjmapper.layout.columns import TITLE_SIDE
from cjmapper.layout.styles import DISTANCES, PHASE_NAME, STEP_TITLE
from cjmapper.model import queries
from cjmapper.model.document import JourneyMap, Step
from cjmapper.text.lines import TextStyle
from cjmapper.text.wrap import Typesetter

_FEW_LINES = 4
_TITLE_LINES = 2
_GRAIN = mm_from_px(8)

_Text = tuple[str, TextStyle, float, int]
"""A text, its style, what the column has beside it in millimetres, and the most lines of it."""


def fitting_width(journey: JourneyMap, step: Step, typesetter: Typesetter) -> float | None:
    """The narrowest width, in millimetres, at which each text of the column has few whole lines.

    None, the usual width, where nothing is written in it.
    """
    texts = tuple(text for text in _texts(journey, step) if text[0].strip())
    if not texts:
        return None
    widest = max(_word(text, typesetter) for text in texts)
    width = DISTANCES.least_column
    while width < widest:
        width += _GRAIN
    while width < DISTANCES.most_column and not all(_fits(one, width, typesetter) for one in texts):
        width += _GRAIN
    return min(width, DISTANCES.most_column)


def _word(text: _Text, typesetter: Typesetter) -> float:
    """The column that the longest word needs."""
    written, style, beside, _most = text
    return beside + max(typesetter.width(word, style) for word in written.split())


def _fits(text: _Text, width: float, typesetter: Typesetter) -> bool:
    written, style, beside, most = text
    own = len(written.splitlines())
    return len(typesetter.wrap(written, style, width - beside)) <= max(most, own)


def _texts(journey: JourneyMap, step: Step) -> Iterator[_Text]:
    yield (step.title, STEP_TITLE, 2 * TITLE_SIDE + DISTANCES.step_number, _TITLE_LINES)
    group = queries.steps_of_phase(journey, step.phase)
    phase = queries.phase(journey, step.phase)
    if len(group) == 1 and phase is not None:
        beside = DISTANCES.phase_side + 2 * DISTANCES.phase_notch
        yield (phase.name, PHASE_NAME, beside, _TITLE_LINES)
    beside = 2 * DISTANCES.cell_side + text_left() + DISTANCES.card_side
    for card in journey.cards:
        if card.step == step.id and card.span == 1:
            yield (card.text, text_style(card.kind), beside, _FEW_LINES)
