"""What is written from right to left on a poster stands at the right edge of its room."""

from collections.abc import Iterator

import msgspec

from cjmapper.analysis import figures_of
from cjmapper.layout.poster_types import PosterLayout
from cjmapper.layout.result import TextBlock
from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.text.bidi import runs_leftwards
from tests.support.builders import card, document, journey
from tests.support.posters import page

HEBREW = "השולחן ליד החלון תפוס (שוב) ואף אחד לא אומר למה זה קורה כל ערב מחדש 24"
ARABIC = "مرحبا بالعالم (من جديد) ولا أحد يعرف لماذا ننتظر كل هذا الوقت 12:30"


def poster() -> PosterLayout:
    person = d.Actor(
        id=ids.ActorId("a1"),
        name="רחל לוי",
        goal="x",
        needs=(HEBREW,),
        quote=ARABIC,
        context=HEBREW,
    )
    cards = (
        card("c1", "pain:s1", HEBREW, severity=4, reach=0.5),
        card("c2", "pain:s2", "Kø i døren שלום", severity=3, reach=0.4),
        card("c3", "pain:s1", ARABIC, severity=2, reach=0.3),
    )
    made = journey("s1 s2", "touchpoint pain", cards=cards)
    step = msgspec.structs.replace(made.steps[0], title=HEBREW[:20], moment_of_truth=True)
    made = msgspec.structs.replace(made, steps=(step, made.steps[1]), actors=(person.id,))
    whole = document(made, actors=(person,))
    return page(whole, figures=figures_of(whole, made.id))


def leftward(blocks: Iterator[TextBlock | None]) -> list[TextBlock]:
    """Blocks that begin with a letter that runs leftwards."""
    found = [one for one in blocks if one is not None and one.lines]
    return [one for one in found if runs_leftwards(one.lines[0].text.lstrip("–«»“” ")[:1])]


def assert_at_right_edge(blocks: list[TextBlock], edges: set[float]) -> None:
    """Each line ends where its room does; what is blank is at its left."""
    assert blocks
    for block in blocks:
        ends = {round(block.x + line.width(block.style.size), 1) for line in block.lines}
        assert len(ends) == 1
        assert ends <= edges
        assert all(line.runs[0].text == "" for line in block.lines)


def end(block: TextBlock) -> float:
    return block.x + block.lines[0].width(block.style.size)


def test_in_the_rail() -> None:
    rail = poster().rail
    assert rail is not None
    items = [item for section in rail.sections for item in section.items]
    texts = leftward(item.strong for item in items if item.mark is None)
    columns = sorted({section.heading.x for section in rail.sections})
    width = rail.box.right - (columns[0] - rail.box.x) - columns[-1]
    edges = {round(x + width, 1) for x in columns}
    assert_at_right_edge(texts, edges)
    marked = [item for item in items if item.mark is not None and leftward(iter((item.strong,)))]
    assert marked
    for item in marked:
        assert item.mark is not None
        assert round(item.mark.box.right, 1) in edges
        assert 0 < item.mark.box.x - end(item.strong) < item.mark.box.width


def test_in_the_persona_strip() -> None:
    strip = poster().strip
    assert strip is not None
    (person,) = strip.people
    people = leftward(iter((*person.strong, *person.quiet)))
    assert_at_right_edge(people, {round(strip.dividers[0] * 2 - _next(strip.quote), 1)})
    assert strip.quote is not None
    assert_at_right_edge(
        [strip.quote], {round(strip.dividers[1] * 2 - strip.sections[0].heading.x, 1)}
    )


def _next(block: TextBlock | None) -> float:
    assert block is not None
    return block.x


def test_what_begins_with_other_letters_stays_at_the_left() -> None:
    rail = poster().rail
    assert rail is not None
    blocks = [item.strong for section in rail.sections for item in section.items]
    mixed = [one for one in blocks if one.lines[0].text.startswith("Kø")]
    assert mixed
    assert all(one.lines[0].runs[0].text.startswith("Kø") for one in mixed)
