"""The persona strip of a poster: whose journey it is, in their own words, and what it rests on."""

from collections.abc import Iterable

from cjmapper.geometry import Point, Rect
from cjmapper.layout.poster_styles import PosterStyles
from cjmapper.layout.poster_types import Person, Strip, StripSection
from cjmapper.layout.result import TextBlock
from cjmapper.layout.setting import Subject
from cjmapper.model.document import Actor, Evidence
from cjmapper.model.vocabulary import EvidenceType
from cjmapper.text.lines import TextStyle

_PAD = 9.0
_GAP = 12.0
_ROW_GAP = 7.0
_RADIUS = 15.0
_SMALLER = 0.75
"""The circles of several people against that of one."""
_AFTER_CIRCLE = 6.0
_MOST_PEOPLE = 6
_MOST_NEEDS = 3
_QUOTED = 3
"""Up to so many people side by side are quoted."""
_WHO, _SOURCES = 7.0, 2.4
"""The share of people in a row, and of what the map rests on beside them."""
_QUOTE_LINES = 3
_EQUALS = "\u00a0=\u00a0"
"""An equation is not broken over lines."""
_LEAST_PERSON = 102.0
"""How wide one of several people is at least before they stand in more rows."""


class _Writer:
    """Writes blocks one below another in a column."""

    def __init__(self, subject: Subject, column: Rect, styles: PosterStyles) -> None:
        self._typesetter = subject.setting.typesetter
        self._most_lines = styles.most_lines
        self.x, self.y, self.width = column.x, column.y, column.width

    def write(
        self, text: str, style: TextStyle, most_lines: int = 10_000, free_lines: int = 0
    ) -> TextBlock:
        """Writes `text` below; `free_lines` find room whatever the page allows."""
        most = max(min(most_lines, self._most_lines), free_lines)
        lines = self._typesetter.fit(text, style, self.width, most, aligned=True)
        block = TextBlock(self.x, self.y, lines, style)
        self.y = block.bottom
        return block


class _Columns:
    """Blocks of a strip as they are gathered column by column."""

    def __init__(self) -> None:
        self.people: list[Person] = []
        self.quote: TextBlock | None = None
        self.sections: list[StripSection] = []
        self.dividers: list[float] = []
        self.bottoms: list[float] = []
        self.more: TextBlock | None = None

    def strip(self, area: Rect, styles: PosterStyles) -> Strip:
        """All of it on a panel from the top of `area`."""
        box = Rect(area.x, area.y, area.width, max(self.bottoms) + styles.mm(_PAD) - area.y)
        people, sections = tuple(self.people), tuple(self.sections)
        return Strip(box, people, self.quote, sections, tuple(self.dividers), self.more)


def lay_out_strip(
    subject: Subject, area: Rect, styles: PosterStyles, coverage: str = ""
) -> Strip | None:
    """The strip on top of `area` (as wide as it is); None where nothing is known of anyone.

    `coverage` says how much of the map rests on customers; empty where that is not known.
    """
    actors = _actors(subject)
    if not actors:
        return None
    found = _Columns()
    pad = styles.mm(_PAD)
    inner = Rect(area.x + pad, area.y + pad, area.width - 2 * pad, area.height)
    if len(actors) == 1:
        shares = [("who", 2.6), *_shares(subject, actors[0], coverage)]
        room = inner
        columns = tuple(_side_by_side(shares, inner, styles, found))
        for name, box in sorted(columns, key=lambda column: column[0] == "quote"):
            _write_column(name, subject, actors[0], (box, coverage), styles, found)
    else:
        room = _beside_people(subject, actors, inner, styles, coverage, found)
        _write_people(subject, actors, room, styles, found)
    return found.strip(area, styles)


def _actors(subject: Subject) -> tuple[Actor, ...]:
    by_id = {actor.id: actor for actor in subject.document.actors}
    return tuple(by_id[actor] for actor in subject.map.actors if actor in by_id)


def _shares(subject: Subject, actor: Actor, coverage: str) -> Iterable[tuple[str, float]]:
    """The columns there is something to say in, and how wide each is against the others."""
    if actor.quote:
        yield "quote", 3.2
    if actor.needs:
        yield "needs", 1.9
    if subject.document.evidence or coverage:
        yield "sources", 2.4


def _side_by_side(
    shares: list[tuple[str, float]], inner: Rect, styles: PosterStyles, found: _Columns
) -> Iterable[tuple[str, Rect]]:
    """The columns with a divider before each but the first."""
    gap = styles.mm(_GAP)
    width = inner.width - gap * (len(shares) - 1)
    total = sum(share for _, share in shares)
    x = inner.x
    for index, (name, share) in enumerate(shares):
        if index:
            found.dividers.append(x - gap / 2)
        yield name, Rect(x, inner.y, width * share / total, inner.height)
        x += width * share / total + gap


def _write_column(
    name: str,
    subject: Subject,
    actor: Actor,
    room: tuple[Rect, str],
    styles: PosterStyles,
    found: _Columns,
) -> None:
    words = subject.setting.words
    box, coverage = room
    writer = _Writer(subject, box, styles)
    match name:
        case "who":
            found.people.append(_person(subject, actor, 0, box, styles, alone=True))
            found.bottoms.append(_person_bottom(found.people[-1]))
        case "quote":
            said = words.say("map.persona.quote", quote=actor.quote)
            free = int((max(found.bottoms) - box.y) / styles.quote.line_height)
            found.quote = writer.write(said, styles.quote, free_lines=free)
        case "needs":
            heading = writer.write(words.say("map.persona.needs"), styles.heading)
            needs = tuple(writer.write(line, styles.strip) for line in _needs(subject, actor))
            found.sections.append(StripSection(heading, needs, listed=True))
        case _:
            _write_sources(subject, coverage, writer, styles, found)
    found.bottoms.append(writer.y)


def _write_sources(
    subject: Subject, coverage: str, writer: _Writer, styles: PosterStyles, found: _Columns
) -> None:
    """How many claims customers stand behind, and the sorts of sources."""
    words, evidence = subject.setting.words, subject.document.evidence
    heading = writer.write(words.say("map.persona.sources"), styles.heading)
    texts = [writer.write(coverage, styles.strip_strong)] if coverage else []
    if evidence:
        count = words.count("map.poster.sources", len(evidence))
        said = words.say("map.poster.sources_of", count=count, kinds=_kinds(subject, evidence))
        texts.append(writer.write(said, styles.strip, _QUOTE_LINES))
    found.sections.append(StripSection(heading, tuple(texts), listed=False))


def _kinds(subject: Subject, evidence: tuple[Evidence, ...]) -> str:
    """The sorts of evidence as they come, with how many were asked or seen in all."""
    words = subject.setting.words
    counted = dict[EvidenceType, int | None]()
    for one in evidence:
        known = counted.get(one.type)
        counted[one.type] = known if one.n is None else (known or 0) + one.n
    return "\u00a0· ".join(
        words.label(kind)
        if n is None
        else words.say("map.poster.source_n", kind=words.label(kind), n=n).replace(" = ", _EQUALS)
        for kind, n in counted.items()
    )


def _needs(subject: Subject, actor: Actor) -> list[str]:
    """The first needs, and how many more there are."""
    shown, more = actor.needs[:_MOST_NEEDS], len(actor.needs) - _MOST_NEEDS
    lines = [f"– {need}" for need in shown]
    if more > 0:
        lines.append(subject.setting.words.count("map.poster.more", more))
    return lines


def _beside_people(
    subject: Subject,
    actors: tuple[Actor, ...],
    inner: Rect,
    styles: PosterStyles,
    coverage: str,
    found: _Columns,
) -> Rect:
    """The room that is left for several people, with what the map rests on at their right."""
    rests = bool(subject.document.evidence or coverage)
    count, gap, least = min(len(actors), _MOST_PEOPLE), styles.mm(_GAP), styles.mm(_LEAST_PERSON)
    left = (inner.width - gap) * _WHO / (_WHO + _SOURCES)
    if not rests or left < count * (least + gap) - gap or inner.width < 4 * least:
        return inner
    shares = [("who", _WHO), ("sources", _SOURCES)]
    people, sources = _side_by_side(shares, inner, styles, found)
    writer = _Writer(subject, sources[1], styles)
    _write_sources(subject, coverage, writer, styles, found)
    found.bottoms.append(writer.y)
    return people[1]


def _write_people(
    subject: Subject,
    actors: tuple[Actor, ...],
    room: Rect,
    styles: PosterStyles,
    found: _Columns,
) -> None:
    """Several people with name and goal, in rows; how many more there are below the last."""
    gap = styles.mm(_GAP)
    shown, more = actors[:_MOST_PEOPLE], len(actors) - _MOST_PEOPLE
    most = max(1, int((room.width + gap) / (styles.mm(_LEAST_PERSON) + gap)))
    rows = -(-len(shown) // most)
    per_row = -(-len(shown) // rows)
    width = (room.width - gap * (per_row - 1)) / per_row
    y = room.y
    for first in range(0, len(shown), per_row):
        row = []
        for place, actor in enumerate(shown[first : first + per_row]):
            box = Rect(room.x + place * (width + gap), y, width, room.height)
            row.append(_person(subject, actor, first + place, box, styles, alone=False))
        found.people += row
        found.bottoms.append(max(_person_bottom(person) for person in row))
        y = found.bottoms[-1] + styles.mm(_ROW_GAP)
    if more > 0:
        left = found.people[-1 if rows == 1 else 0].strong[0].x
        writer = _Writer(subject, Rect(left, found.bottoms[-1], room.right - left, 0.0), styles)
        said = subject.setting.words.count("map.poster.more", more)
        found.more = writer.write(said, styles.strip)
        found.bottoms.append(writer.y)


def _person(
    subject: Subject, actor: Actor, rank: int, column: Rect, styles: PosterStyles, *, alone: bool
) -> Person:
    words, mm = subject.setting.words, styles.mm
    radius = mm(_RADIUS if alone else _RADIUS * _SMALLER)
    left = column.x + 2 * radius + mm(_AFTER_CIRCLE)
    writer = _Writer(subject, Rect(left, column.y, column.right - left, 0.0), styles)
    strong = [writer.write(actor.name, styles.name if alone else styles.rail_strong)]
    quiet, quotes = [], []
    if actor.context:
        quiet.append(writer.write(actor.context, styles.strip))
    if actor.goal:
        said = words.say("map.persona.wants", goal=actor.goal)
        strong.append(writer.write(said, styles.strip_strong if alone else styles.strip))
    if actor.quote and not alone and len(subject.map.actors) <= _QUOTED:
        said = words.say("map.persona.quote", quote=actor.quote)
        style = TextStyle(styles.quote.face, styles.strip.size, styles.strip.line_height)
        quotes.append(writer.write(said, style, _QUOTE_LINES))
    centre = Point(column.x + radius, column.y + radius)
    style = styles.name if alone else styles.rail_strong
    line = subject.setting.typesetter.line(initials(actor.name), style)
    at = (centre.x - line.width(style.size) / 2, centre.y - style.line_height / 2)
    block = TextBlock(*at, (line,), style)
    return Person(actor, rank, centre, radius, block, tuple(strong), tuple(quiet), tuple(quotes))


def _person_bottom(person: Person) -> float:
    blocks = (*person.strong, *person.quiet, *person.quotes)
    return max([person.centre.y + person.radius, *(block.bottom for block in blocks)])


def initials(name: str) -> str:
    """The first letters of the first and the last word that begins with a capital."""
    capitals = [word[0] for word in name.split() if word[0].isupper()]
    letters = capitals or [word[0].upper() for word in name.split()]
    return "".join(letters[:1] + letters[-1:]) if len(letters) > 1 else "".join(letters)
