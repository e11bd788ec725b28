"""How large a map is, and what stays in view of it. Knows no zoom."""

import msgspec

from cjmapper.layout.result import MapLayout


class Extent(msgspec.Struct, frozen=True):
    """The size of a map and of what stays in view of it, in millimetres."""

    width: float
    height: float
    title_width: float
    phase_height: float
    path_height: float
    step_height: float

    @property
    def header_height(self) -> float:
        """Of all rows of the header."""
        return self.phase_height + self.path_height + self.step_height


def extent_of(layout: MapLayout) -> Extent:
    """The extent of a laid-out map."""
    header = layout.header
    return Extent(
        layout.size.width,
        layout.size.height,
        layout.title_width,
        header.phase_height,
        header.path_height,
        header.step_height,
    )
