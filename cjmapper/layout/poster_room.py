"""How map and rail share the room between head and foot: whichever way leaves the map largest.

The rail stands beside the map, with the title block under it where that fits, or below the map.
"""

from collections.abc import Iterator

import msgspec

from cjmapper.geometry import Point, Rect, Size
from cjmapper.layout.poster_block import BlockContent, lay_out_block, moved_block
from cjmapper.layout.poster_findings import rail_text
from cjmapper.layout.poster_rail import (
    column_widths,
    rail_below,
    rail_beside,
    rail_in_columns,
)
from cjmapper.layout.poster_rail_types import Rail
from cjmapper.layout.poster_styles import PosterStyles
from cjmapper.layout.poster_types import PageRequest, TitleBlock, whole_map
from cjmapper.layout.setting import Subject
from cjmapper.layout.styles import DISTANCES
from cjmapper.model.vocabulary import LeftOut, PosterPart

GAP = 9.0
BLANK_ROW = 1.4 * DISTANCES.least_lane
"""The height of the row to write in, in millimetres of the map."""
_RAIL_WIDTHS = (0.15, 0.17, 0.19, 0.22, 0.26, 0.3)
_NARROW_WIDTHS = (0.115, 0.13)
"""Of a rail in a tight frame, besides."""
_WIDEST_RAIL = 0.3
_LARGEST = 2.4
"""A map is not scaled up beyond this against an A1, so that a small one does not shout."""
_WORTH_OF_WORDS = 0.01
"""So much of the map's size is given for a rail that is shortened one degree less."""
_WORTH_OF_SORT = 0.01
"""So much more is given for each sort of findings of which something is said."""
_WORTH_OF_WIDTH = 0.015
"""So much of the map's size is given for not having a column beside it without a rail."""

_WIDEST_COLUMN = 245.0
"""A rail beside the map that can be wider than this on an A1 has columns: lines stay short."""
_LEAST_LEFT = 75.0
"""What is left between a map and a rail with columns is this or nothing: room for notes."""
_AS_LARGE = 1 - 1e-6
_LEAST_RAIL = 40.0
"""Millimetres of paper, however small that is: a line holds some words."""


class Shared(msgspec.Struct, frozen=True):
    """One way to share the room; `size` is that of map and row to write in, on the page."""

    scale: float
    at: Point
    size: Size
    rail: Rail | None = None
    block: TitleBlock | None = None

    @property
    def worth(self) -> float:
        """How good it is: a large map and much said; a title block alone is not worth a column."""
        if self.rail is None and self.block is not None:
            return round(self.scale, 3) * (1 - _WORTH_OF_WIDTH)
        shortened = 0 if self.rail is None else self.rail.shortened
        return round(self.scale, 3) * (1 - _WORTH_OF_WORDS * shortened)


class RoomShare:
    """Shares rooms between one part of a map and what its rail says.

    `above` is what is free over a room, as on a page that hangs beside a first one: a rail begins
    up there.
    """

    def __init__(
        self, request: PageRequest, subject: Subject, styles: PosterStyles, above: float = 0.0
    ) -> None:
        self._above = above
        self._request = request
        self._subject = subject
        self._styles = styles
        hidden = PosterPart.RAIL in request.settings.hidden
        names_told = LeftOut.NAMES not in request.settings.leave_out
        said = rail_text(subject, request.figures, names_told=names_told)
        self._said = () if hidden else said
        self._gap = styles.mm(GAP)
        self._widths = (*_NARROW_WIDTHS, *_RAIL_WIDTHS) if request.tight else _RAIL_WIDTHS
        size = (request.part or whole_map(request.map)).size
        blank = BLANK_ROW if request.settings.blank_row else 0.0
        self._size = Size(size.width, size.height + blank)

    def worth(self, placed: Shared) -> float:
        """How good a way is; in a tight frame only the map counts.

        No way is good in which a map is smaller here than on the pages beside this one.
        """
        missed = 0 if placed.rail is None else len(self._said) - len(placed.rail.sections)
        said = round(placed.scale, 3) * _WORTH_OF_SORT * missed
        worth = placed.scale if self._request.tight else placed.worth - said
        given = self._request.scale
        smaller = given is not None and placed.scale < given * _AS_LARGE
        return worth - given if given is not None and smaller else worth

    def with_foot(self, room: Rect) -> Shared:
        """The largest map in `room`, whatever else there is to stand in the foot."""
        choices = [self._alone(room)] if not self._said else [self._below(room)]
        if self._size.width > 0:
            choices += self._beside(room, None)
        return self._widened(max(choices, key=self.worth), room, None)

    def with_block(self, room: Rect, content: BlockContent) -> Shared | None:
        """The largest map with rail and title block beside it; None where they do not fit.

        Without a rail only where the map becomes so much larger that it is worth a column.
        """
        if not self._said:
            return self._block_alone(room, content)
        choices = tuple(self._beside(room, content)) if self._size.width > 0 else ()
        if not choices:
            return None
        return self._widened(max(choices, key=self.worth), room, content)

    def _block_alone(self, room: Rect, content: BlockContent) -> Shared | None:
        """The title block at the right of the map; None where it is higher than that."""
        placed, width = max(
            (self._leaving(room, width) for width in self._block_widths(room, content)),
            key=lambda one: (round(one[0].scale, 3), one[1]),
        )
        made = lay_out_block(content, width, self._subject, self._styles)
        if made.box.height > placed.size.height:
            return None
        x = room.right - made.box.width
        y = room.y + placed.size.height - made.box.height
        block = moved_block(made, x, y)
        return msgspec.structs.replace(placed, at=Point(room.x, room.y), block=block)

    def _block_widths(self, room: Rect, content: BlockContent) -> tuple[float, ...]:
        """How wide a column with the title block alone may be; a code needs no more than itself."""
        if content.code is not None and not content.facts:
            return (content.code.box.width,)
        return tuple(room.width * share for share in _RAIL_WIDTHS)

    def _leaving(self, room: Rect, width: float) -> tuple[Shared, float]:
        """The largest map that leaves a column of `width`, and that."""
        narrower = Rect(room.x, room.y, room.width - width - self._gap, room.height)
        return self._alone(narrower), width

    def _alone(self, room: Rect) -> Shared:
        """The map in the middle of what is left over at the sides; several pages begin left."""
        size, given = self._size, self._request.scale
        if size.width <= 0:
            return Shared(_LARGEST * self._styles.unit, Point(room.x, room.y), Size(0.0, 0.0))
        scale = min(
            room.width / size.width, room.height / size.height, _LARGEST * self._styles.unit
        )
        if given is not None:
            scale = min(scale, given)
        shown = Size(size.width * scale, size.height * scale)
        left = 0.0 if self._request.count > 1 else (room.width - shown.width) / 2
        return Shared(scale, Point(room.x + left, room.y), shown)

    def _below(self, room: Rect) -> Shared:
        """The rail under the map, over the whole width; all the room is its own on a cover."""
        if self._size.width <= 0:
            rail = self._below_at((room.x, room.y), room.width, room.height)
            return msgspec.structs.replace(self._alone(room), rail=rail)
        probe = self._below_at((room.x, 0.0), room.width)
        height = room.height - probe.box.height - self._gap
        placed = self._alone(Rect(room.x, room.y, room.width, max(height, 1.0)))
        corner = (room.x, placed.at.y + placed.size.height + self._gap)
        return msgspec.structs.replace(placed, rail=self._below_at(corner, room.width))

    def _below_at(
        self, corner: tuple[float, float], width: float, most: float | None = None
    ) -> Rail:
        return rail_below(self._said, corner, width, self._subject, self._styles, most)

    def _beside(self, room: Rect, content: BlockContent | None) -> Iterator[Shared]:
        """Every width of a rail that holds what is to be said."""
        for width in self._rail_widths(room) if self._said else ():
            column = self._at_right(room, width, room.height)
            found = self._column(column, content)
            if found is not None:
                placed, _ = self._leaving(room, width)
                yield msgspec.structs.replace(placed, rail=found[0], block=found[1])

    def _rail_widths(self, room: Rect) -> Iterator[float]:
        """From narrow to wide; a small paper has fewer of them, but in a tight frame."""
        least = 0.0 if self._request.tight else min(_LEAST_RAIL, room.width * _WIDEST_RAIL)
        yield from dict.fromkeys(max(room.width * share, least) for share in self._widths)

    def _at_right(self, room: Rect, width: float, height: float) -> Rect:
        """The column of a rail beside so much of a map's height."""
        top = room.y - self._above
        return Rect(room.right - width, top, width, height + self._above)

    def _column(
        self, box: Rect, content: BlockContent | None, *, wide: bool = False
    ) -> tuple[Rail, TitleBlock | None] | None:
        """Rail and, with `content`, title block one over the other; None where they do not fit.

        A rail that is `wide` has columns.
        """
        block, height = None, box.height
        if content is not None:
            made = lay_out_block(content, box.width, self._subject, self._styles)
            x = box.right - made.box.width
            block = moved_block(made, x, box.bottom - made.box.height)
            height -= made.box.height + self._gap
        upper = Rect(box.x, box.y, box.width, height)
        make = rail_in_columns if wide else rail_beside
        rail = make(self._said, upper, self._subject, self._styles)
        return None if rail is None else (rail, block)

    def _widened(self, placed: Shared, room: Rect, content: BlockContent | None) -> Shared:
        """The map at the left edge, and a rail beside it as wide as what that leaves, in reason."""
        rail = placed.rail
        if rail is None or rail.box.width > room.width * _WIDEST_RAIL:
            return placed
        at = Point(room.x, room.y)
        left = room.width - placed.size.width - self._gap
        wider = None
        if len(self._said) > 1 and left > self._styles.mm(_WIDEST_COLUMN):
            wider = self._in_columns(left, rail, room, content)
        if wider is None:
            wider = self._in_one(left, placed, room, content)
        if wider is None:
            return msgspec.structs.replace(placed, at=at)
        return msgspec.structs.replace(placed, at=at, rail=wider[0], block=wider[1])

    def _in_columns(
        self, left: float, rail: Rail, room: Rect, content: BlockContent | None
    ) -> tuple[Rail, TitleBlock | None] | None:
        """In as few columns as say the most, where there is room for several."""
        ways = []
        for width in column_widths(left, self._styles):
            fills = left - width < self._styles.mm(_LEAST_LEFT)
            box = self._at_right(room, left if fills else width, room.height)
            found = self._column(box, content, wide=True)
            if found is not None and found[0].shortened <= rail.shortened:
                ways.append(found)
        return min(ways, key=lambda way: way[0].shortened, default=None)

    def _in_one(
        self, left: float, placed: Shared, room: Rect, content: BlockContent | None
    ) -> tuple[Rail, TitleBlock | None] | None:
        """In one column, if it can be no taller than the map."""
        rail = placed.rail
        narrow = 0.0 if rail is None else rail.box.width
        width = max(min(left, room.width * _WIDEST_RAIL), narrow)
        for height in (placed.size.height, room.height):
            found = self._column(self._at_right(room, width, height), content)
            if found is not None and rail is not None and found[0].shortened <= rail.shortened:
                return found
        return None
