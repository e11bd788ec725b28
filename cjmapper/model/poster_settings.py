"""How a map was last made a poster: what the panel, the command line and the layout all read.

A value of the document. Which papers there are, and what fits, is not asked here.
"""

from cjmapper.model import vocabulary as v
from cjmapper.model.extra import Entity


class PosterSettings(Entity, frozen=True, kw_only=True, omit_defaults=True):
    """How a map was last made a poster.

    Attributes:
        paper: a name (``A1``, ``Letter``), a roll (``914mm``: as long as it needs), a folded strip
            (``A3-strip``) or a free size, width first (``600x900mm``).
        orientation: how the sheet is turned; a free size and a roll stand as they are given.
        margin_mm: what is left free at each edge; None is the paper's own.
        bleed: colours run 3 mm past the edge, with crop marks around.
        tiles: the paper of the sheets that it is glued together from; None is one sheet.
        overflow: what becomes of cards that would be too small.
        hidden: parts left out, by the words of `PosterPart`.
        blank_row: an empty row to write in with a pen.
        distance_m: from where it shall be read; None is the paper's usual distance.
        with_source: the document travels inside the file.
        leave_out: what a copy for a client leaves out, by the words of `LeftOut`.
        code: a QR code stands on the poster.
        link: where that leads; without one it says what the map is, which needs no network.
    """

    paper: str = "A1"
    orientation: v.Orientation = v.Orientation.LANDSCAPE
    margin_mm: float | None = None
    bleed: bool = False
    tiles: str | None = None
    overflow: v.Overflow = v.Overflow.AUTO
    hidden: tuple[str, ...] = ()
    blank_row: bool = False
    distance_m: float | None = None
    with_source: bool = False
    leave_out: tuple[str, ...] = ()
    code: bool = False
    link: str = ""
