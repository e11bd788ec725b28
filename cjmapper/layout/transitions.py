"""Paths between steps, in a row of their own over the step titles; ways out below the titles.

The plain way from a step to the next one is the map itself and is not drawn; what is drawn is
everything that is not plain: skipping, going back, waiting, and where customers leave.
"""

from collections.abc import Mapping, Sequence

import msgspec

from cjmapper.geometry import Point, mm_from_px
from cjmapper.layout.result import Column, TextBlock, TransitionRoute
from cjmapper.layout.setting import Setting
from cjmapper.layout.styles import DISTANCES, PATH_LABEL
from cjmapper.model import ids
from cjmapper.model.document import Transition
from cjmapper.model.vocabulary import TransitionKind
from cjmapper.text.lines import Line

_ARROW_ROOM = mm_from_px(5)
_LABEL_SIDE = mm_from_px(6)
_LOOP = mm_from_px(28)
_PORT = 0.22
_PORT_BESIDE_LOOP = 0.4
_APART = mm_from_px(12)
_MOST_LABEL = mm_from_px(300)
_BROADER = (_MOST_LABEL, mm_from_px(240), mm_from_px(180))
_BETWEEN_STEMS = tuple(map(mm_from_px, (90, 70, 55)))
_ROUNDING = 1e-6
_NARROWER = (0.55, 0.65, 0.75, 0.85)
_WAY_OUT_GAP = mm_from_px(5)
_WAY_OUT_ICON = mm_from_px(17)
_ENDS = frozenset({ids.GOAL, ids.DROP})


class _Path(msgspec.Struct, frozen=True):
    """A path that is not yet given a track."""

    transition: Transition
    start_x: float
    end_x: float
    label: TextBlock | None
    left: float
    right: float


class _WayOut(msgspec.Struct, frozen=True):
    """Where customers leave, or reach the goal: its words, below the title of a step."""

    transition: Transition
    column: Column
    label: TextBlock
    """Relative to the column's left and the lower edge of the titles."""


class Paths(msgspec.Struct, frozen=True):
    """All paths: how tall their row is, and how much room the ways out take below the titles."""

    height: float
    ways_out_height: float
    paths: tuple[_Path, ...]
    tracks: tuple[int, ...]
    track_tops: tuple[float, ...]
    ways_out: tuple[_WayOut, ...]


def is_drawn(transition: Transition, column_of: Mapping[str, int]) -> bool:
    """Whether a transition says more than that the next step follows."""
    start = column_of.get(transition.start)
    end = column_of.get(transition.to)
    if start is None:
        return transition.start == ids.START and end is not None and end > 0
    if transition.to == ids.DROP:
        return True
    if transition.to == ids.GOAL:
        is_early = start < len(column_of) - 1
        share = transition.share
        return is_early or bool(transition.note) or (share is not None and share < 1)
    if end is None:
        return False
    plain = transition.kind is TransitionKind.NEXT and end == start + 1
    return not plain or transition.wait is not None or bool(transition.note)


def plan_paths(
    transitions: Sequence[Transition],
    columns: tuple[Column, ...],
    column_of: Mapping[ids.StepId, int],
    setting: Setting,
) -> Paths:
    """Tracks for the paths, short ones nearest to the steps, none over another."""
    by_id = {str(step): index for step, index in column_of.items()}
    drawn = [one for one in transitions if is_drawn(one, by_id)]
    ways_out = _ways_out(drawn, columns, by_id, setting)
    loops = frozenset(one.start for one in drawn if one.start == one.to)
    paths = [_path(one, columns, (by_id, loops), setting) for one in drawn if one.to not in _ENDS]
    paths.sort(key=lambda path: (path.right - path.left, path.left))
    tracks = _tracks(paths)
    for index in range(len(paths)):
        paths[index] = _broadened(index, paths, tracks, columns[-1].right, setting)
    for index in range(len(paths)):
        paths[index] = _clear_of_stems(index, paths, tracks, setting)
    count = max(tracks, default=-1) + 1
    heights = [_track_height(paths, tracks, track) for track in range(count)]
    total = sum(heights) + (_APART if count else 0.0)
    tops: list[float] = []
    y = total - (_APART if count else 0.0)
    for height in heights:
        y -= height
        tops.append(y)
    lowest = max((one.label.bottom + _WAY_OUT_GAP for one in ways_out), default=0.0)
    return Paths(total, lowest, tuple(paths), tracks, tuple(tops), tuple(ways_out))


def route_paths(
    plan: Paths, row_top: float, step_top: float, title_bottom: float
) -> tuple[TransitionRoute, ...]:
    """The corners of each path, once the height of the header's rows is known."""
    routes = []
    for path, track in zip(plan.paths, plan.tracks, strict=True):
        label_height = 0.0 if path.label is None else path.label.height
        below = _track_height(plan.paths, plan.tracks, track) - _ARROW_ROOM
        y = row_top + plan.track_tops[track] + below
        tip = step_top - mm_from_px(2)
        corners = (
            Point(path.start_x, tip),
            Point(path.start_x, y),
            Point(path.end_x, y),
            Point(path.end_x, tip),
        )
        label = None
        if path.label is not None:
            block = path.label
            label = msgspec.structs.replace(block, y=y - label_height - mm_from_px(2))
        routes.append(TransitionRoute(path.transition, corners, label))
    routes += [_way_out(one, title_bottom) for one in plan.ways_out]
    return tuple(routes)


def transition_words(transition: Transition, setting: Setting) -> str:
    """The label of a path: share, waiting time and note, whatever is known."""
    words = setting.words
    parts = []
    if transition.share is not None and transition.share < 1:
        parts.append(words.percent(transition.share))
    if transition.wait is not None:
        parts.append(words.duration(transition.wait))
    if transition.note:
        parts.append(transition.note)
    return " · ".join(parts)


def _ways_out(
    drawn: Sequence[Transition],
    columns: tuple[Column, ...],
    by_id: Mapping[str, int],
    setting: Setting,
) -> list[_WayOut]:
    """What stands below a step's title: its share that reaches the goal, then those who leave."""
    below: dict[int, float] = {}
    found = []
    for transition in sorted(drawn, key=lambda one: one.to != ids.GOAL):
        if transition.to in _ENDS:
            index = by_id[transition.start]
            one = _way_out_label(transition, columns[index], below.get(index, 0.0), setting)
            below[index] = one.label.bottom + _WAY_OUT_GAP
            found.append(one)
    return found


def _way_out_label(transition: Transition, column: Column, top: float, setting: Setting) -> _WayOut:
    goal = transition.to == ids.GOAL
    name = setting.words.say("map.goal" if goal else "map.transition.drop_off")
    shares = [] if transition.share is None else [setting.words.percent(transition.share)]
    said = " · ".join(filter(None, (" ".join((*shares, name)), transition.note)))
    left = column.title.x + _WAY_OUT_ICON
    style = setting.style(PATH_LABEL)
    lines = setting.typesetter.wrap(said, style, column.width - left - _LABEL_SIDE)
    return _WayOut(transition, column, TextBlock(left, top, lines, style))


def _broadened(
    index: int, paths: Sequence[_Path], tracks: Sequence[int], right: float, setting: Setting
) -> _Path:
    """The path with its label on fewer lines, where its track has the room beside it."""
    path = paths[index]
    if path.label is None or len(path.label.lines) == 1:
        return path
    said = transition_words(path.transition, setting)
    stems = _stems_above(index, paths, tracks)
    for across in _BROADER:
        lines = _balanced(said, across, setting)
        if len(lines) >= len(path.label.lines):
            break
        block = TextBlock(0.0, 0.0, lines, path.label.style)
        width = block.box.width
        low, high = sorted((path.start_x, path.end_x))
        for at in ((low + high - width) / 2, low - _LABEL_SIDE, high + _LABEL_SIDE - width):
            ends_inside = at + width + _LABEL_SIDE <= right
            if (
                ends_inside
                and _is_clear(at, width, stems)
                and _has_room(at, width, index, paths, tracks)
            ):
                return _with_label(path, msgspec.structs.replace(block, x=at))
    return path


def _balanced(said: str, across: float, setting: Setting) -> tuple[Line, ...]:
    """As few lines as fit `across`, none of them much shorter than the others."""
    wrap, style = setting.typesetter.wrap, setting.style(PATH_LABEL)
    lines = wrap(said, style, across)
    narrower = (wrap(said, style, across * share) for share in _NARROWER)
    return next((one for one in narrower if len(one) == len(lines)), lines)


def _stems_above(index: int, paths: Sequence[_Path], tracks: Sequence[int]) -> list[float]:
    """The x of what runs down past a path from those above it."""
    return [
        x
        for other, track in zip(paths, tracks, strict=True)
        if track > tracks[index]
        for x in (other.start_x, other.end_x)
    ]


def _is_clear(at: float, width: float, stems: Sequence[float]) -> bool:
    return not any(at - _ARROW_ROOM < x < at + width + _ARROW_ROOM for x in stems)


def _with_label(path: _Path, label: TextBlock) -> _Path:
    """The path with its label there, and as wide as both."""
    box = label.box
    low, high = sorted((path.start_x, path.end_x))
    left, right = min(low, box.x - _LABEL_SIDE), max(high, box.right + _LABEL_SIDE)
    return msgspec.structs.replace(path, label=label, left=left, right=right)


def _clear_of_stems(
    index: int, paths: Sequence[_Path], tracks: Sequence[int], setting: Setting
) -> _Path:
    """The path with its label off the stems of paths that run above it: moved, or on more lines."""
    path = paths[index]
    if path.label is None:
        return path
    stems = _stems_above(index, paths, tracks)
    if _is_clear(path.label.x, path.label.box.width, stems):
        return path
    said = transition_words(path.transition, setting)
    for across in (path.label.box.width, *_BETWEEN_STEMS):
        lines = setting.typesetter.wrap(said, path.label.style, across + _ROUNDING)
        block = msgspec.structs.replace(path.label, lines=lines)
        at = _nearest_clear(path, block, stems, (index, paths, tracks))
        if at is not None:
            return _with_label(path, msgspec.structs.replace(block, x=at))
    return path


def _nearest_clear(
    path: _Path,
    block: TextBlock,
    stems: Sequence[float],
    among: tuple[int, Sequence[_Path], Sequence[int]],
) -> float | None:
    """The x nearest to the middle of a path at which its label is on nothing; None without one."""
    width = block.box.width
    middle = (path.start_x + path.end_x - width) / 2
    places = [block.x, middle]
    for x in stems:
        places += [x + _LABEL_SIDE, x - _LABEL_SIDE - width]
    free = [
        at
        for at in places
        if _is_over(path, at, width)
        and _is_clear(at, width, stems)
        and _has_room(at, width, *among)
    ]
    return min(free, key=lambda at: abs(at - middle), default=None)


def _is_over(path: _Path, at: float, width: float) -> bool:
    """Whether words at `at` still stand over their own path."""
    ends = sorted((path.start_x, path.end_x))
    return at < ends[1] and ends[0] < at + width


def _has_room(
    at: float, width: float, index: int, paths: Sequence[_Path], tracks: Sequence[int]
) -> bool:
    """Whether a label there keeps clear of the others of its track."""
    return at >= DISTANCES.title_width and all(
        at + width + _LABEL_SIDE <= other.left or other.right + _LABEL_SIDE <= at
        for place, (other, track) in enumerate(zip(paths, tracks, strict=True))
        if track == tracks[index] and place != index
    )


def _path(
    transition: Transition,
    columns: tuple[Column, ...],
    known: tuple[Mapping[str, int], frozenset[str]],
    setting: Setting,
) -> _Path:
    """A path from port to port; beside a step's own loop the ports leave its label room."""
    by_id, loops = known
    end = columns[by_id[transition.to]]
    if transition.start == ids.START:
        start_x, end_x = end.x + mm_from_px(14), end.centre
    elif transition.start == transition.to:
        start_x, end_x = end.centre + _LOOP / 2, end.centre - _LOOP / 2
    else:
        start = columns[by_id[transition.start]]
        side = 1 if end.index > start.index else -1
        start_x = start.centre + side * start.width * _port(transition.start, loops)
        end_x = end.centre - side * end.width * _port(transition.to, loops)
    left, right = min(start_x, end_x), max(start_x, end_x)
    label = _label(transition, left, right, setting)
    path = _Path(transition, start_x, end_x, None, left, right)
    return path if label is None else _with_label(path, label)


def _port(step: str, loops: frozenset[str]) -> float:
    """How far from the middle of its column a path meets a step, in widths of the column."""
    return _PORT_BESIDE_LOOP if step in loops else _PORT


def _label(transition: Transition, left: float, right: float, setting: Setting) -> TextBlock | None:
    said = transition_words(transition, setting)
    if not said:
        return None
    across = max(min(right - left - 2 * _LABEL_SIDE, _MOST_LABEL), mm_from_px(130))
    style = setting.style(PATH_LABEL)
    block = TextBlock(0.0, 0.0, setting.typesetter.wrap(said, style, across), style)
    return msgspec.structs.replace(block, x=(left + right - block.box.width) / 2)


def _tracks(paths: Sequence[_Path]) -> tuple[int, ...]:
    """The lowest free track for each; shorter paths come first and stay nearest to the steps."""
    taken: list[list[_Path]] = []
    tracks = []
    for path in paths:
        track = next((at for at, held in enumerate(taken) if _is_free(held, path)), len(taken))
        if track == len(taken):
            taken.append([])
        taken[track].append(path)
        tracks.append(track)
    return tuple(tracks)


def _is_free(held: Sequence[_Path], path: _Path) -> bool:
    return all(
        path.right + _APART <= other.left or other.right + _APART <= path.left for other in held
    )


def _track_height(paths: Sequence[_Path], tracks: Sequence[int], track: int) -> float:
    labels = [
        path.label.height
        for path, at in zip(paths, tracks, strict=True)
        if at == track and path.label is not None
    ]
    return max(labels, default=0.0) + DISTANCES.path_track / 2


def _way_out(one: _WayOut, title_bottom: float) -> TransitionRoute:
    left = one.column.x + one.column.title.x
    top = title_bottom + one.label.y
    middle = top + one.label.style.line_height / 2
    start, end = Point(left, middle), Point(left + _WAY_OUT_ICON - _ARROW_ROOM, middle)
    label = msgspec.structs.replace(one.label, x=one.column.x + one.label.x, y=top)
    return TransitionRoute(one.transition, (start, end), label)
