"""The width that suits a column, by what stands in it."""

import msgspec

from cjmapper.layout.column_fit import fitting_width
from cjmapper.model import document as d
from tests.support.builders import card, journey
from tests.support.driver import setting

WORD = "Forbrukertilfredshetsundersøkelse"


def width(drawn: d.JourneyMap, step: int = 0) -> float:
    found = fitting_width(drawn, drawn.steps[step], setting().typesetter)
    assert found is not None
    return found


def titled(title: str, **fields: object) -> d.JourneyMap:
    drawn = journey("s1 s2")
    first = msgspec.structs.replace(drawn.steps[0], title=title, **fields)
    return msgspec.structs.replace(drawn, steps=(first, drawn.steps[1]))


def test_what_stands_over_several_columns_is_not_counted() -> None:
    narrow = width(journey("s1 s2"))
    one = journey("s1 s2", cards=(card("a", "touchpoint:s1", WORD),))
    two = journey("s1 s2", cards=(card("a", "touchpoint:s1", WORD, span=2),))
    assert width(one) > narrow
    assert width(two) == narrow


def test_lines_that_a_person_broke_ask_for_no_more_room() -> None:
    short = journey("s1 s2", cards=(card("a", "touchpoint:s1", "\n".join("abcdefg")),))
    assert width(short) == width(journey("s1 s2"))


def test_the_name_of_a_phase_counts_where_it_has_one_column_only() -> None:
    for columns, counts in (("s1|s2", True), ("s1 s3|s2", False)):
        drawn = journey(columns)
        named = msgspec.structs.replace(drawn.phases[0], name=WORD)
        long = msgspec.structs.replace(drawn, phases=(named, drawn.phases[1]))
        assert (width(long) > width(drawn)) is counts


def test_a_star_makes_no_column_wider() -> None:
    assert width(titled(WORD, moment_of_truth=True)) == width(titled(WORD))
