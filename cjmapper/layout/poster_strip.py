"""The persona strip of a poster: whose journey it is, in their own words."""

from cjmapper.geometry import Point, Rect
from cjmapper.layout.poster_styles import PosterStyles
from cjmapper.layout.poster_types import Person, Strip
from cjmapper.layout.result import TextBlock
from cjmapper.layout.setting import Subject
from cjmapper.model.document import Actor
from cjmapper.text.lines import TextStyle

_PAD = 9.0
_GAP = 12.0
_RADIUS = 15.0
_MOST_PEOPLE = 6
_MOST_NEEDS = 4
_MOST_SOURCES = 2


class _Writer:
    """Writes blocks one below another in a column."""

    def __init__(self, subject: Subject, column: Rect, styles: PosterStyles) -> None:
        self._typesetter = subject.setting.typesetter
        self._most_lines = styles.most_lines
        self.x, self.y, self.width = column.x, column.y, column.width

    def write(self, text: str, style: TextStyle, after: float = 0.0) -> TextBlock:
        lines = self._typesetter.fit(text, style, self.width, self._most_lines)
        block = TextBlock(self.x, self.y, lines, style)
        self.y = block.bottom + after
        return block


def lay_out_strip(subject: Subject, area: Rect, styles: PosterStyles) -> Strip | None:
    """The strip on top of `area` (as wide as it is); None where nothing is known of anyone."""
    actors = _shown(subject)
    if not actors:
        return None
    if len(actors) == 1:
        return _one(subject, actors[0], area, styles)
    return _several(subject, actors, area, styles)


def _shown(subject: Subject) -> tuple[Actor, ...]:
    by_id = {actor.id: actor for actor in subject.document.actors}
    found = tuple(by_id[actor] for actor in subject.map.actors if actor in by_id)
    return found[:_MOST_PEOPLE]


def _one(subject: Subject, actor: Actor, area: Rect, styles: PosterStyles) -> Strip:
    """One persona: name and goal, quote, needs and sources side by side."""
    words, mm = subject.setting.words, styles.mm
    columns = _shares(subject, actor)
    inner = area.width - mm(2 * _PAD) - mm(_GAP) * (len(columns) - 1)
    x, top = area.x + mm(_PAD), area.y + mm(_PAD)
    headings: list[TextBlock] = []
    texts: list[TextBlock] = []
    quotes: list[TextBlock] = []
    people: list[Person] = []
    dividers: list[float] = []
    bottoms = [top + 2 * mm(_RADIUS)]
    total = sum(share for _, share in columns)
    for name, share in columns:
        width = inner * share / total
        writer = _Writer(subject, Rect(x, top, width, 0.0), styles)
        match name:
            case "who":
                people.append(_person(subject, actor, 0, Rect(x, top, width, 0.0), styles))
                bottoms.append(_person_bottom(people[-1]))
            case "quote":
                quotes.append(
                    writer.write(words.say("map.persona.quote", quote=actor.quote), styles.quote)
                )
            case "needs":
                headings.append(writer.write(words.say("map.persona.needs"), styles.heading))
                texts += [writer.write(line, styles.strip) for line in _needs(subject, actor)]
            case _:
                headings.append(writer.write(words.say("map.persona.sources"), styles.heading))
                texts += [writer.write(line, styles.strip) for line in _sources(subject)]
        bottoms.append(writer.y)
        if x > area.x + mm(_PAD):
            dividers.append(x - mm(_GAP) / 2)
        x += width + mm(_GAP)
    box = Rect(area.x, area.y, area.width, max(bottoms) + mm(_PAD) - area.y)
    return Strip(box, tuple(people), tuple(quotes), tuple(headings), tuple(texts), tuple(dividers))


def _shares(subject: Subject, actor: Actor) -> list[tuple[str, float]]:
    """The columns there is something to say in, and how wide each is against the others."""
    columns = [("who", 2.6)]
    if actor.quote:
        columns.append(("quote", 3.2))
    if actor.needs:
        columns.append(("needs", 1.9))
    if subject.document.evidence:
        columns.append(("sources", 2.2))
    return columns


def _needs(subject: Subject, actor: Actor) -> list[str]:
    """The first needs, and how many more there are."""
    shown, more = actor.needs[:_MOST_NEEDS], len(actor.needs) - _MOST_NEEDS
    lines = [f"– {need}" for need in shown]
    if more > 0:
        lines.append(subject.setting.words.count("map.poster.more", more))
    return lines


def _sources(subject: Subject) -> list[str]:
    """The titles of the first sources; a poster shows headlines only."""
    evidence = subject.document.evidence
    words = subject.setting.words
    headlines = [one.headline or one.title for one in evidence[:_MOST_SOURCES]]
    return [words.count("map.poster.sources", len(evidence)), *filter(None, headlines)]


def _several(
    subject: Subject, actors: tuple[Actor, ...], area: Rect, styles: PosterStyles
) -> Strip:
    """Several actors, each with name and goal."""
    mm = styles.mm
    width = (area.width - mm(2 * _PAD) - mm(_GAP) * (len(actors) - 1)) / len(actors)
    people = []
    for rank, actor in enumerate(actors):
        x = area.x + mm(_PAD) + rank * (width + mm(_GAP))
        people.append(_person(subject, actor, rank, Rect(x, area.y + mm(_PAD), width, 0), styles))
    bottom = max(_person_bottom(person) for person in people)
    box = Rect(area.x, area.y, area.width, bottom + mm(_PAD) - area.y)
    return Strip(box, tuple(people), (), (), (), ())


def _person(
    subject: Subject, actor: Actor, rank: int, column: Rect, styles: PosterStyles
) -> Person:
    words, mm = subject.setting.words, styles.mm
    radius = mm(_RADIUS if rank == 0 and len(subject.map.actors) == 1 else _RADIUS * 0.75)
    left = column.x + 2 * radius + mm(6.0)
    writer = _Writer(subject, Rect(left, column.y, column.right - left, 0.0), styles)
    name_style = styles.name if len(subject.map.actors) == 1 else styles.rail_strong
    strong = [writer.write(actor.name, name_style)]
    quiet = []
    if actor.context:
        quiet.append(writer.write(actor.context, styles.strip))
    if actor.goal:
        said = words.say("map.persona.wants", goal=actor.goal)
        strong.append(writer.write(said, styles.strip_strong if not rank else styles.strip))
    centre = Point(column.x + radius, column.y + radius)
    line = subject.setting.typesetter.line(initials(actor.name), styles.name)
    style = styles.name
    block = TextBlock(
        centre.x - line.width(style.size) / 2, centre.y - style.line_height / 2, (line,), style
    )
    return Person(actor, rank, centre, radius, block, tuple(strong), tuple(quiet))


def _person_bottom(person: Person) -> float:
    blocks = (*person.strong, *person.quiet)
    return max([person.centre.y + person.radius, *(block.bottom for block in blocks)])


def initials(name: str) -> str:
    """The first letters of the first and the last word that begins with a capital."""
    capitals = [word[0] for word in name.split() if word[0].isupper()]
    letters = capitals or [word[0].upper() for word in name.split()]
    return "".join(letters[:1] + letters[-1:]) if len(letters) > 1 else "".join(letters)
