"""Where the joints between sheets go, so that they cut as little as can be through words.

The sheets of a row usually hold more than the page is wide; that slack lets each joint move. It
stays within 8 mm of its even place where that spares the words, and goes further where it must.
"""

import math
from collections import deque
from collections.abc import Sequence

from cjmapper.drawing.extents import Extents
from cjmapper.drawing.poster_code import SYMBOL
from cjmapper.drawing.primitives import Drawing, Image, TextLine
from cjmapper.drawing.walk import groups, ink_of, leaves
from cjmapper.export.tiles import LEAST_NEW, OVERLAP, Grid
from cjmapper.geometry import Rect

NEAR = 8.0
"""How far a joint moves without hesitation."""
_NEAR_COST = 0.02
_FAR_COST = 0.3
"""Against a millimetre of text that is cut: each millimetre away, up to `NEAR` and beyond it."""
_CARD_COST = 0.25
"""A millimetre of a card that is cut where nothing is written."""
_CODE_COST = 6.0
"""A millimetre of a QR code: one that is glued together may not be read."""
_CLEAR = 1.0
"""What should be left between a joint and a letter."""

_Room = tuple[Rect, float]


def joints_for(drawing: Drawing, grid: Grid) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The x of the joints between columns of sheets and the y of those between rows.

    All are whole millimetres, so that every sheet is cut alike and pictures of them agree.
    """
    rooms = _rooms(drawing)
    size, room = drawing.size, grid.print_size
    across = [(one.x, one.right, one.height * weight) for one, weight in rooms]
    down = [(one.y, one.bottom, one.width * weight) for one, weight in rooms]
    return (
        _joints(size.width, room.width, grid.columns, _profile(size.width, across)),
        _joints(size.height, room.height, grid.rows, _profile(size.height, down)),
    )


def _rooms(drawing: Drawing) -> list[_Room]:
    """What should not be cut, and how much it matters by the millimetre."""
    rooms: list[_Room] = []
    for item, place in leaves(drawing.items):
        if isinstance(item, TextLine):
            rooms.append((place.rect(ink_of(item)), 1.0))
        elif isinstance(item, Image):
            rooms.append((place.rect(item.rect), 0.5))
    extents = Extents()
    for group, around, _ in groups(drawing.items):
        if group.role in {"card", "reading"}:
            weight = _CARD_COST if group.role == "card" else 1.0
            rooms.append((around.rect(extents.of(group)), weight))
        elif group.id == SYMBOL:
            rooms.append((around.rect(extents.of(group)), _CODE_COST))
    return rooms


def _profile(length: float, costs: Sequence[tuple[float, float, float]]) -> list[float]:
    """What a cut costs at each whole millimetre; each of `costs` holds from one to another."""
    changes = [0.0] * (math.ceil(length) + 2)
    for start, end, cost in costs:
        first = max(0, math.floor(start - _CLEAR) + 1)
        after = min(len(changes) - 1, math.ceil(end + _CLEAR))
        if first < after:
            changes[first] += cost
            changes[after] -= cost
    profile: list[float] = []
    total = 0.0
    for change in changes:
        total += change
        profile.append(total)
    return profile


def _joints(length: float, most: float, count: int, profile: Sequence[float]) -> tuple[float, ...]:
    """The cheapest places of `count` − 1 joints, for sheets that hold `most` each.

    Where whole millimetres leave no room at all they stand evenly.
    """
    if count == 1:
        return ()
    step = math.floor(most - OVERLAP)
    even = (length - OVERLAP) / count
    evenly = tuple(number * even for number in range(1, count))
    reaches: list[dict[int, tuple[float, int]]] = []
    former: dict[int, tuple[float, int]] = {0: (0.0, 0)}
    for number in range(1, count):
        first = math.ceil(length - (count - number) * step - OVERLAP - 1e-9)
        places = range(max(first, 1), number * step + 1)
        former = _cheapest(former, places, step, number * even, profile)
        if not former:
            return evenly
        reaches.append(former)
    place = min(former, key=lambda one: former[one][0])
    chosen = [place]
    for reach in reversed(reaches[1:]):
        place = reach[place][1]
        chosen.append(place)
    return tuple(float(one) for one in reversed(chosen))


def _cheapest(
    former: dict[int, tuple[float, int]],
    places: range,
    step: int,
    even: float,
    profile: Sequence[float],
) -> dict[int, tuple[float, int]]:
    """For each place the least cost up to it, and the place of the joint before it.

    The joint before lies at most `step` and at least a little before; the cheapest of that moving
    window is kept in front of a queue.
    """
    found: dict[int, tuple[float, int]] = {}
    waiting = deque(sorted(former))
    window: deque[int] = deque()
    least = min(LEAST_NEW, step)
    for place in places:
        while waiting and waiting[0] <= place - least:
            one = waiting.popleft()
            while window and former[window[-1]][0] >= former[one][0]:
                window.pop()
            window.append(one)
        while window and window[0] < place - step:
            window.popleft()
        if window:
            away = abs(place - even)
            drift = _NEAR_COST * min(away, NEAR) + _FAR_COST * max(away - NEAR, 0.0)
            cost = former[window[0]][0] + profile[min(place, len(profile) - 1)] + drift
            found[place] = (cost, window[0])
    return found
