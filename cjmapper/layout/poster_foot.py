"""The foot of a poster: the symbols in use at the left, source line or title block at the right."""

from cjmapper.geometry import Rect
from cjmapper.layout.poster_block import moved_block
from cjmapper.layout.poster_legend import lay_out_legend, symbols_in_use
from cjmapper.layout.poster_styles import PosterStyles
from cjmapper.layout.poster_types import Foot, LegendEntry, PageRequest, TitleBlock
from cjmapper.layout.result import TextBlock
from cjmapper.layout.setting import Subject
from cjmapper.model.vocabulary import PosterPart
from cjmapper.text.lines import Line

_GAP = 9.0
_ABOVE = 4.0
_TRIES = 5
_LINE_SHARE = 0.46
"""Of the width, at most for the source line where there is a legend."""


def block_width(request: PageRequest, subject: Subject) -> float:
    """How wide a title block in the foot is."""
    width = request.inside.width
    return width * (0.6 if _has_legend(request, subject) else 1.0)


def lay_out_foot(
    request: PageRequest,
    said: str,
    subject: Subject,
    styles: PosterStyles,
    block: TitleBlock | None = None,
) -> tuple[Foot, TitleBlock | None]:
    """The foot at the bottom of the page, with `said` and the title block at its right."""
    inside, gap = request.inside, styles.mm(_GAP)
    rows = _rows(said, request, subject, styles) if said else ()
    taken = max((row.width(styles.small.size) + gap for row in rows), default=0.0)
    height = len(rows) * styles.small.line_height
    right = inside.right
    if block is not None:
        taken += block.box.width + gap
        height = max(height, block.box.height)
        right -= block.box.width + gap
    width = inside.width - taken
    _, legend_height = _legend(request, Rect(inside.x, 0.0, width, 1.0), subject, styles)
    height = max(height, legend_height)
    if height <= 0:
        return Foot(inside.bottom, (), ()), None
    top = inside.bottom - height
    legend, _ = _legend(request, Rect(inside.x, top, width, height), subject, styles)
    line = top - styles.mm(_ABOVE)
    if block is not None:
        x, y = inside.right - block.box.width, inside.bottom - block.box.height
        block = moved_block(block, x, y)
    return Foot(line, legend, _set_right(rows, right, top, styles)), block


def _rows(
    said: str, request: PageRequest, subject: Subject, styles: PosterStyles
) -> tuple[Line, ...]:
    """The source line in as few rows as it needs, about as long as each other."""
    width = request.inside.width
    if _has_legend(request, subject):
        width *= _LINE_SHARE
    fit, most = subject.setting.typesetter.fit, styles.most_lines
    rows = fit(said, styles.small, width, most)
    if len(rows) <= 1:
        return rows
    least = width * (len(rows) - 1) / len(rows)
    for _ in range(_TRIES):
        middle = (least + width) / 2
        tried = fit(said, styles.small, middle, most)
        if [len(tried), _words(tried)] == [len(rows), _words(rows)]:
            rows, width = tried, middle
        else:
            least = middle
    return rows


def _words(rows: tuple[Line, ...]) -> list[str]:
    return " ".join(row.text for row in rows).split()


def _set_right(
    rows: tuple[Line, ...], right: float, top: float, styles: PosterStyles
) -> tuple[TextBlock, ...]:
    """Each row by itself, so that it ends at the right edge."""
    style = styles.small
    return tuple(
        TextBlock(right - row.width(style.size), top + index * style.line_height, (row,), style)
        for index, row in enumerate(rows)
    )


def _has_legend(request: PageRequest, subject: Subject) -> bool:
    return PosterPart.LEGEND not in request.settings.hidden and bool(
        symbols_in_use(subject.map, request.figures)
    )


def _legend(
    request: PageRequest, room: Rect, subject: Subject, styles: PosterStyles
) -> tuple[tuple[LegendEntry, ...], float]:
    """The entries from the top of `room`, and how tall they are together."""
    if not _has_legend(request, subject):
        return (), 0.0
    entries, bottom = lay_out_legend(subject, request.figures, room, styles)
    return entries, bottom - room.y
