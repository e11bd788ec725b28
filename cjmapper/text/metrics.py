"""The advance widths and heights of the bundled faces, read from a table made at build time.

Measures no words; `cjmapper.text.wrap` does.
"""

from collections.abc import Mapping
from itertools import count

import msgspec

from cjmapper import places
from cjmapper.text.fonts import Face

UNITS_PER_EM = 2048
"""Font units in one em, the same in every bundled face."""


class FaceMetrics(msgspec.Struct, frozen=True, gc=False):
    """What layout must know of one face, in font units.

    Attributes:
        units_per_em: always `UNITS_PER_EM`.
        ascent: from the baseline up to the top of the tallest ordinary letter.
        descent: from the baseline down to the lowest ordinary letter, positive.
        x_height: the height of a lower-case x.
        cap_height: the height of an upper-case H.
        advances: the advance width of every character the face has, by code point.
    """

    units_per_em: int
    ascent: int
    descent: int
    x_height: int
    cap_height: int
    advances: dict[int, int]


class Metrics(msgspec.Struct, frozen=True, gc=False):
    """The metrics of every bundled face."""

    faces: Mapping[Face, FaceMetrics]

    def face(self, face: Face) -> FaceMetrics:
        """The metrics of `face`."""
        return self.faces[face]


class _Table(msgspec.Struct, frozen=True):
    """One face as stored: runs of neighbouring code points, keyed by the first of each."""

    units_per_em: int
    ascent: int
    descent: int
    x_height: int
    cap_height: int
    advances: dict[int, list[int]]


def load_metrics() -> Metrics:
    """The metrics of every bundled face; raises FileNotFoundError in a broken installation."""
    stored = places.resource("fonts", "advances.json").read_bytes()
    tables = msgspec.json.decode(stored, type=dict[Face, _Table])
    return Metrics({face: _spread(table) for face, table in tables.items()})


def _spread(table: _Table) -> FaceMetrics:
    advances: dict[int, int] = {}
    for first, widths in table.advances.items():
        advances.update(zip(count(first), widths, strict=False))
    return FaceMetrics(
        table.units_per_em,
        table.ascent,
        table.descent,
        table.x_height,
        table.cap_height,
        advances,
    )
