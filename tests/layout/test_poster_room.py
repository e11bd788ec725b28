"""What a way to share the room of a page is worth."""

from typing import Any

import msgspec

from cjmapper.geometry import Point, Rect, Size
from cjmapper.layout.poster_rail_types import Rail
from cjmapper.layout.poster_room import Shared
from cjmapper.layout.poster_types import TitleBlock

BOX = Rect(0.0, 0.0, 100.0, 100.0)
BLOCK = TitleBlock(BOX, ())


def worth(scale: float, shortened: int | None = None, **fields: Any) -> float:
    rail = None if shortened is None else Rail(BOX, (), shortened)
    plain = Shared(scale, Point(0.0, 0.0), Size(10.0, 10.0), rail)
    return msgspec.structs.replace(plain, **fields).worth


def test_a_rail_that_says_more_is_worth_a_little_of_the_map() -> None:
    assert worth(1.0, 0) > worth(1.0, 1) > worth(1.0, 2)
    assert worth(0.995, 0) > worth(1.0, 1)
    assert worth(0.98, 0) < worth(1.0, 1)


def test_sizes_that_no_eye_tells_apart_are_worth_the_same() -> None:
    assert worth(1.0001, 0) == worth(1.0, 0)


def test_a_column_for_the_title_block_alone_must_make_the_map_larger() -> None:
    assert worth(1.01, block=BLOCK) < worth(1.0)
    assert worth(1.02, block=BLOCK) > worth(1.0)
