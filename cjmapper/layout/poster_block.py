"""The title block of a poster, bottom right as on a drawing, and the line that replaces it.

Both say the same: which map this is, of whom, of when, what it rests on. Only what is known is
said. On a small paper the block would take the room of the map: there it is one line.
"""

import math
from collections.abc import Sequence

import msgspec

from cjmapper.geometry import Rect
from cjmapper.layout.poster_styles import PosterStyles
from cjmapper.layout.poster_title import stamp_words, whole_title
from cjmapper.layout.poster_types import BlockCell, Code, PageRequest, TitleBlock
from cjmapper.layout.result import TextBlock
from cjmapper.layout.setting import Subject
from cjmapper.layout.styles import baseline_of
from cjmapper.model.vocabulary import LaneKind
from cjmapper.text.lines import TextStyle

_SMALLEST_UNIT = 0.6
"""On a paper with a smaller frame (below A2) the block is one line."""
_COLUMN = 23.0
"""How wide one column of the ruled table is at least."""
_NARROW = 260.0
"""A table less wide than this has one fact on a row."""
_LABELS = 0.4
"""Of such a table, at most for the labels."""
_PAD = 3.0
_PAD_TOP = 2.0
_MOST_LINES = 2
_BESIDE_CODE = 70.0
"""Facts narrower than this stand under a code, not beside it."""
_SLACK = 1e-6
_UNBROKEN = "\u00a0"


class Fact(msgspec.Struct, frozen=True):
    """One thing that is known of a poster: the code of its label, what is said, and in one line."""

    label: str
    value: str
    short: str = ""


class BlockContent(msgspec.Struct, frozen=True):
    """What a title block holds: facts, a QR code, or both."""

    facts: tuple[Fact, ...] = ()
    code: Code | None = None


def has_block(styles: PosterStyles) -> bool:
    """Whether the paper is large enough for the ruled table."""
    return styles.unit >= _SMALLEST_UNIT


def facts_of(request: PageRequest, subject: Subject) -> tuple[Fact, ...]:
    """What the title block says, in its order."""
    document, journey, words = subject.document, subject.map, subject.setting.words
    say = words.say
    due = journey.review_due
    facts = [
        Fact("map", whole_title(document, journey)),
        Fact("client", document.client, _named(subject, "client", document.client)),
        Fact("scenario", journey.scenario),
        Fact("actor", words.listed(_actors(subject)) if journey.actors else ""),
        Fact("state", " · ".join(stamp_words(request, subject))),
        Fact(
            "version",
            version_said(request, subject),
            version_said(request, subject, in_line=True).replace(" ", _UNBROKEN),
        ),
        Fact(
            "review",
            words.date(due) if due else "",
            say("map.poster.review_due", date=words.date(due).replace(" ", _UNBROKEN))
            if due
            else "",
        ),
        Fact("owner", journey.owner, _named(subject, "owner", journey.owner)),
        Fact("facilitator", _facilitator(subject), _named_facilitator(subject)),
        Fact("author", document.author, _named(subject, "author", document.author)),
        Fact("contact", document.contact, _named(subject, "contact", document.contact)),
        Fact("evidence", coverage_said(request, subject)),
        Fact("scale", _scale(subject)),
        Fact("file", request.file_name, request.file_name),
        Fact("page", *_page(request, subject)),
        Fact("confidentiality", document.confidentiality, document.confidentiality),
    ]
    return tuple(fact for fact in facts if fact.value)


def coverage_said(request: PageRequest, subject: Subject) -> str:
    """How many of the claims customers stand behind; nothing where that was not counted."""
    coverage = None if request.figures is None else request.figures.coverage
    if coverage is None or not coverage.begun or not coverage.claims:
        return ""
    return subject.setting.words.count(
        "map.poster.coverage", coverage.claims, covered=coverage.covered
    )


def source_said(facts: Sequence[Fact], subject: Subject) -> str:
    """All of the facts that have a short form, in one line, and what made it.

    Where it goes on in another row it breaks after a dot or within a fact, never before a dot.
    """
    made = subject.setting.words.say("map.poster.made_with")
    return f"{_UNBROKEN}· ".join([*(fact.short for fact in facts if fact.short), made])


def lay_out_block(
    content: BlockContent, width: float, subject: Subject, styles: PosterStyles
) -> TitleBlock:
    """The title block, at most `width` millimetres wide, with its left top corner at (0, 0).

    The code stands at the right of the facts, where they leave it room, else over them.
    """
    facts, code = content.facts, content.code
    if code is None:
        return _table(facts, width, subject, styles)
    if not facts:
        return TitleBlock(Rect(0.0, 0.0, width, code.height), (), code)
    left = width - code.box.width
    if left < styles.mm(_BESIDE_CODE):
        table = moved_block(_table(facts, width, subject, styles), 0.0, code.height)
        return TitleBlock(Rect(0.0, 0.0, table.box.width, table.box.bottom), table.cells, code)
    table = _table(facts, left, subject, styles)
    height = max(table.box.height, code.height)
    cells = tuple(_down_to(cell, table.box.bottom, height) for cell in table.cells)
    box = Rect(0.0, 0.0, table.box.width + code.box.width, height)
    return TitleBlock(box, cells, moved_code(code, table.box.width, 0.0))


def _down_to(cell: BlockCell, last: float, bottom: float) -> BlockCell:
    """A cell of the last row reaches down to the bottom."""
    box = cell.box
    if box.bottom < last - _SLACK:
        return cell
    lower = msgspec.structs.replace(box, height=bottom - box.y)
    return msgspec.structs.replace(cell, box=lower)


def _table(
    facts: Sequence[Fact], width: float, subject: Subject, styles: PosterStyles
) -> TitleBlock:
    """The facts in a ruled table.

    Under a rail it is a list of one fact a row; where it is wide, its facts share rows.
    """
    if width < styles.mm(_NARROW):
        return _listed(facts, width, subject, styles)
    count = math.floor(width / styles.mm(_COLUMN))
    column = width / count
    count = min(count, sum(_span(fact, count, column, subject, styles) for fact in facts))
    cells: list[BlockCell] = []
    y = 0.0
    for row in _rows(facts, count, column, subject, styles):
        x, made = 0.0, []
        for fact, span in row:
            made.append(_cell(fact, Rect(x, y, span * column, 0.0), subject, styles))
            x += span * column
        height = max(cell.box.height for cell in made)
        cells += [
            msgspec.structs.replace(cell, box=msgspec.structs.replace(cell.box, height=height))
            for cell in made
        ]
        y += height
    return TitleBlock(Rect(0.0, 0.0, count * column, y), tuple(cells))


def _listed(
    facts: Sequence[Fact], width: float, subject: Subject, styles: PosterStyles
) -> TitleBlock:
    """Each fact on a row of its own, the labels in a column at the left."""
    pad, top = styles.mm(_PAD), styles.mm(_PAD_TOP) / 2
    widest = max(
        subject.setting.typesetter.width(_label(fact, subject), styles.label) for fact in facts
    )
    left = min(widest + 2 * pad, width * _LABELS)
    cells = []
    y = 0.0
    for fact in facts:
        at = (left, y + top)
        value = _words(fact.value, at, width - left - pad, subject, styles.small, styles)
        off = baseline_of(styles.small) - baseline_of(styles.label)
        beside = (pad, y + top + off)
        label = _words(_label(fact, subject), beside, left - 2 * pad, subject, styles.label, styles)
        bottom = max(value.bottom, label.bottom) + top
        cells.append(BlockCell(Rect(0.0, y, width, bottom - y), label, value))
        y = bottom
    return TitleBlock(Rect(0.0, 0.0, width, y), tuple(cells))


def _cell(fact: Fact, box: Rect, subject: Subject, styles: PosterStyles) -> BlockCell:
    """The label over the value; `box` gains the height that they need."""
    pad, top = styles.mm(_PAD), styles.mm(_PAD_TOP)
    inner, x = box.width - 2 * pad, box.x + pad
    label = _words(_label(fact, subject), (x, box.y + top), inner, subject, styles.label, styles)
    value = _words(fact.value, (x, label.bottom), inner, subject, styles.small, styles)
    return BlockCell(Rect(box.x, box.y, box.width, value.bottom + top - box.y), label, value)


def moved_block(block: TitleBlock, dx: float, dy: float) -> TitleBlock:
    """The same table elsewhere."""
    cells = tuple(
        BlockCell(cell.box.moved(dx, dy), cell.label.moved(dx, dy), cell.value.moved(dx, dy))
        for cell in block.cells
    )
    code = None if block.code is None else moved_code(block.code, dx, dy)
    return TitleBlock(block.box.moved(dx, dy), cells, code)


def moved_code(code: Code, dx: float, dy: float) -> Code:
    """The same code elsewhere."""
    caption = code.caption.moved(dx, dy)
    return msgspec.structs.replace(code, box=code.box.moved(dx, dy), caption=caption)


def _rows(
    facts: Sequence[Fact], count: int, column: float, subject: Subject, styles: PosterStyles
) -> list[list[tuple[Fact, int]]]:
    """Which facts stand beside each other, and over how many columns each reaches.

    What is left of a row goes to the cell whose words are the longest.
    """
    rows: list[list[tuple[Fact, int]]] = [[]]
    free = count
    for fact in facts:
        wanted = _span(fact, count, column, subject, styles)
        if wanted > free:
            rows.append([])
            free = count
        rows[-1].append((fact, wanted))
        free -= wanted
    return [_filled(row, count) for row in rows if row]


def _filled(row: list[tuple[Fact, int]], count: int) -> list[tuple[Fact, int]]:
    left = count - sum(span for _, span in row)
    longest = max(range(len(row)), key=lambda index: row[index][1])
    fact, span = row[longest]
    return [*row[:longest], (fact, span + left), *row[longest + 1 :]]


def _span(fact: Fact, count: int, column: float, subject: Subject, styles: PosterStyles) -> int:
    width = subject.setting.typesetter.width
    words = max(width(_label(fact, subject), styles.label), width(fact.value, styles.small))
    return min(count, math.ceil((words + styles.mm(2 * _PAD)) / column))


def _label(fact: Fact, subject: Subject) -> str:
    return subject.setting.words.say(f"map.block.{fact.label}")


def _words(
    said: str,
    at: tuple[float, float],
    width: float,
    subject: Subject,
    style: TextStyle,
    styles: PosterStyles,
) -> TextBlock:
    most = min(_MOST_LINES, styles.most_lines)
    return TextBlock(*at, subject.setting.typesetter.fit(said, style, width, most), style)


def _named(subject: Subject, code: str, name: str) -> str:
    return subject.setting.words.say(f"map.poster.{code}", name=name) if name else ""


def _actors(subject: Subject) -> list[str]:
    names = {actor.id: actor.name for actor in subject.document.actors}
    return [names[actor] for actor in subject.map.actors if names.get(actor)]


def version_said(request: PageRequest, subject: Subject, *, in_line: bool = False) -> str:
    """Version and day; the day of printing only where the document has none."""
    document, words = subject.document, subject.setting.words
    version = document.version
    if version and in_line:
        version = words.say("map.poster.version", version=version)
    day = document.modified or document.created or request.today
    return " · ".join(part for part in (version, words.date(day) if day else "") if part)


def _facilitator(subject: Subject) -> str:
    """Who led the last workshop, and when that was."""
    led = [one for one in subject.document.workshops if one.facilitator]
    if not led:
        return ""
    day = led[-1].date
    return ", ".join(
        [led[-1].facilitator, *([subject.setting.words.date(day)] if day is not None else [])]
    )


def _named_facilitator(subject: Subject) -> str:
    return _named(subject, "facilitator", _facilitator(subject))


def _scale(subject: Subject) -> str:
    """The ends of the emotion axis, where one is shown."""
    words = subject.setting.words
    if not any(one.kind is LaneKind.EMOTION and not one.hidden for one in subject.map.lanes):
        return ""
    low, high = (
        f"{words.signed(float(level))} {words.say(f'map.emotion.{level}')}" for level in (-2, 2)
    )
    return words.say("map.poster.scale", low=low, high=high)


def _page(request: PageRequest, subject: Subject) -> tuple[str, str]:
    """The number of this page, alone and as it is said in a line; nothing where it is the only."""
    if request.count == 1:
        return "", ""
    say, values = subject.setting.words.say, {"n": request.number, "total": request.count}
    return say("map.poster.page_of", **values), say("map.poster.page", **values)
