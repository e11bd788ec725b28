"""What a look at a poster before printing tells: findings, what mends them, how far it is read.

Only the values; `cjmapper.export.preflight` finds them, `cjmapper.words.preflight` words them.
"""

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from cjmapper.geometry import Rect
from cjmapper.model import ids
from cjmapper.model.poster_settings import PosterSettings

Value = str | int | float


class Severity(StrEnum):
    """How much a finding matters."""

    PROBLEM = "problem"
    """Something can not be read or is not there."""
    WARNING = "warning"
    NOTICE = "notice"


class Mend(msgspec.Struct, frozen=True, kw_only=True):
    """What makes a finding go away; it was tried.

    Attributes:
        code: ``preflight.mend.<code>`` says it, with `values`.
        settings: how the poster is to be made instead; None where that stays.
        widths: columns that are to be as wide, in millimetres of the map.
    """

    code: str
    values: Mapping[str, Value] = {}
    settings: PosterSettings | None = None
    widths: tuple[tuple[ids.StepId, float], ...] = ()


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """Something about a poster that one would want to know before it is printed.

    Attributes:
        code: ``preflight.<code>`` says it, with `values`.
        page: the index of the whole page that it is on; None where it is about all.
        rects: where, in millimetres of that page.
        ids: of the things on the map that it is about.
        mends: the best first; none where nothing but another text or picture helps.
    """

    code: str
    severity: Severity
    values: Mapping[str, Value] = {}
    page: int | None = None
    rects: tuple[Rect, ...] = ()
    ids: tuple[str, ...] = ()
    mends: tuple[Mend, ...] = ()


class Level(StrEnum):
    """The kinds of text on a poster, the one that is read from furthest away first."""

    TITLE = "title"
    PHASE = "phase"
    STEP = "step"
    CARD = "card"
    SMALLEST = "smallest"


class ReadingLevel(msgspec.Struct, frozen=True):
    """How large a kind of text is on paper, and from where it is read at ease.

    Attributes:
        name: a `Level`.
        size_pt: the smallest that it is anywhere on the poster.
        distance_m: that size × 0.042 m, which is x-height at 15 minutes of arc.
    """

    name: Level
    size_pt: float
    distance_m: float
