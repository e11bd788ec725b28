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

_ARROW_ROOM = mm_from_px(5)
_LABEL_SIDE = mm_from_px(6)
_LOOP = mm_from_px(28)
_APART = mm_from_px(12)
_MOST_LABEL = mm_from_px(300)
_WAY_OUT_LINE = mm_from_px(19)
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


class Paths(msgspec.Struct, frozen=True):
    """All paths: how tall their row is, and how much room the ways out take below the titles."""

    height: float
    ways_out_height: float
    paths: tuple[_Path, ...]
    tracks: tuple[int, ...]
    track_tops: tuple[float, ...]
    ways_out: tuple[tuple[Transition, Column, int], ...]


def is_drawn(transition: Transition, column_of: Mapping[str, int]) -> bool:
    """Whether a transition says more than that the next step follows."""
    start = column_of.get(transition.start)
    end = column_of.get(transition.to)
    if start is None:
        return transition.start == ids.START and end is not None and end > 0
    if transition.to in _ENDS:
        return transition.to == ids.DROP or (transition.share is not None and transition.share < 1)
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
    ways_out = _ways_out(drawn, columns, by_id)
    paths = [_path(one, columns, by_id, setting) for one in drawn if one.to not in _ENDS]
    paths.sort(key=lambda path: (path.right - path.left, path.left))
    tracks = _tracks(paths)
    count = max(tracks, default=-1) + 1
    heights = [_track_height(paths, tracks, track) for track in range(count)]
    total = sum(heights) + (_APART if count else 0.0)
    tops: list[float] = []
    y = total - (_APART if count else 0.0)
    for height in heights:
        y -= height
        tops.append(y)
    most_out = max((place + 1 for _, _, place in ways_out), default=0)
    return Paths(
        total, most_out * _WAY_OUT_LINE, tuple(paths), tracks, tuple(tops), tuple(ways_out)
    )


def route_paths(
    plan: Paths, row_top: float, step_top: float, title_bottom: float, setting: Setting
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
    for transition, column, place in plan.ways_out:
        routes.append(_way_out(transition, column, title_bottom + place * _WAY_OUT_LINE, setting))
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
    drawn: Sequence[Transition], columns: tuple[Column, ...], by_id: Mapping[str, int]
) -> list[tuple[Transition, Column, int]]:
    """What stands below a step's title: its share that reaches the goal, then those who leave."""
    counts: dict[int, int] = {}
    found = []
    for transition in sorted(drawn, key=lambda one: one.to != ids.GOAL):
        if transition.to in _ENDS:
            index = by_id[transition.start]
            place = counts.get(index, 0)
            counts[index] = place + 1
            found.append((transition, columns[index], place))
    return found


def _path(
    transition: Transition,
    columns: tuple[Column, ...],
    by_id: Mapping[str, int],
    setting: Setting,
) -> _Path:
    end = columns[by_id[transition.to]]
    if transition.start == ids.START:
        start_x, end_x = end.x + mm_from_px(14), end.centre
    elif transition.start == transition.to:
        start_x, end_x = end.centre + _LOOP / 2, end.centre - _LOOP / 2
    else:
        start = columns[by_id[transition.start]]
        side = 1 if end.index > start.index else -1
        start_x = start.centre + side * start.width * 0.22
        end_x = end.centre - side * end.width * 0.22
    left, right = min(start_x, end_x), max(start_x, end_x)
    label = _label(transition, left, right, setting)
    if label is not None:
        width = max(line.width(PATH_LABEL.size) for line in label.lines)
        left = min(left, label.x - _LABEL_SIDE)
        right = max(right, label.x + width + _LABEL_SIDE)
    return _Path(transition, start_x, end_x, label, left, right)


def _label(transition: Transition, left: float, right: float, setting: Setting) -> TextBlock | None:
    said = transition_words(transition, setting)
    if not said:
        return None
    across = max(min(right - left - 2 * _LABEL_SIDE, _MOST_LABEL), mm_from_px(130))
    lines = setting.typesetter.wrap(said, PATH_LABEL, across)
    width = max(line.width(PATH_LABEL.size) for line in lines)
    return TextBlock((left + right - width) / 2, 0.0, lines, PATH_LABEL)


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


def _way_out(
    transition: Transition, column: Column, top: float, setting: Setting
) -> TransitionRoute:
    x = column.title.x
    middle = top + _WAY_OUT_LINE / 2
    start, end = Point(x, middle), Point(x + _WAY_OUT_ICON - mm_from_px(5), middle)
    name = setting.words.say("map.goal" if transition.to == ids.GOAL else "map.transition.drop_off")
    known = transition_words(transition, setting)
    inner = column.width - x - _WAY_OUT_ICON - mm_from_px(8)
    said = f"{known} {name}" if known else name
    lines = setting.typesetter.fit(said, PATH_LABEL, inner, 1)
    height = PATH_LABEL.line_height
    label = TextBlock(column.x + x + _WAY_OUT_ICON, middle - height / 2, lines, PATH_LABEL)
    return TransitionRoute(
        transition, (start.moved(column.x, 0.0), end.moved(column.x, 0.0)), label
    )
