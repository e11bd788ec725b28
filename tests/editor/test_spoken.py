"""What a thing on the map is called aloud, each kind of thing in its own way."""

import pytest

from cjmapper.editor import spoken
from cjmapper.editor.feedback import Said
from cjmapper.layout.result import MapLayout
from cjmapper.model import document as d
from cjmapper.model import ids, queries
from cjmapper.model.edits import lanes, steps
from cjmapper.model.vocabulary import TransitionKind
from cjmapper.ui.parts.worded import worded
from cjmapper.words.catalog import Words
from tests.support.builders import card, document, journey, link, reading, transition
from tests.support.driver import lay_out

WORDS = Words("en")
DRAWN = document(
    journey(
        "s1 s2|s3",
        cards=(card("a", "touchpoint:s1", "Call"), card("b", "pain:s3", "Wait"), card("parked")),
        emotions=(reading("e", "s2", 1.0, words=("glad", "calm")), reading("f", "s3", -2.0)),
        links=(link("l", "a", "b"),),
        transitions=(
            transition("t", "s1", "s3", kind=TransitionKind.SKIP),
            transition("g", "s3", "GOAL"),
        ),
    )
)
MAP = DRAWN.maps[0].id


def called(name: str, made: d.Document = DRAWN) -> str:
    said = spoken.said_of(_laid(made), name)
    assert said is not None
    return worded(WORDS, said)


def _laid(made: d.Document) -> MapLayout:
    return lay_out(made, MAP)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("p2", "Phase Phase 2, 2 of 2"),
        ("s3", "Step Step s3, 3 of 3"),
        ("pain", "Lane pain, 4 of 6"),
        ("a", "Call, 1 of 1, Step s1, touchpoint"),
        ("parked", "Card parked"),
        ("e", "glad, calm, 1 of 1, Step s2, emotion"),
        ("f", "frustrated, 1 of 1, Step s3, emotion"),
    ],
)
def test_a_thing_is_called_by_its_words_and_its_place(name: str, expected: str) -> None:
    assert called(name) == expected


@pytest.mark.parametrize(("name", "ends"), [("l", ("Call", "Wait")), ("t", ("Step s1", "Step s3"))])
def test_a_connector_is_called_by_its_ends_in_turn(name: str, ends: tuple[str, str]) -> None:
    said = called(name)
    assert 0 <= said.index(ends[0]) < said.index(ends[1])


def test_a_path_out_of_the_journey_names_the_mark_it_leads_to() -> None:
    assert WORDS.say("map.goal") in called("g")


def test_what_the_map_does_not_have_is_called_nothing() -> None:
    layout = _laid(DRAWN)
    assert queries.part(layout.map, "gone") is None
    assert spoken.said_of(layout, "gone") is None


def test_an_emotion_in_a_lane_that_is_hidden_has_no_place_but_its_step() -> None:
    hidden = lanes.hide_lane(DRAWN, MAP, "emotion", hidden=True)
    assert spoken.said_of(_laid(hidden), "e") == Said(
        "spoken.reading",
        {},
        {
            "text": Said("spoken.verbatim", {"text": "glad, calm"}),
            "step": Said("spoken.verbatim", {"text": "Step s2"}),
        },
    )


def test_a_step_without_a_title_is_called_by_its_phase() -> None:
    untitled = steps.set_title(DRAWN, MAP, "s3", "")
    assert called("b", untitled).endswith("Phase 2, pain")


def test_cells_and_places_in_them_say_how_many_and_where() -> None:
    layout = _laid(DRAWN)
    full = (ids.LaneId("touchpoint"), ids.StepId("s1"))
    empty = (ids.LaneId("pain"), ids.StepId("s1"))
    assert spoken.said_of_cell(layout, full).values == {"n": 1}
    assert spoken.said_of_cell(layout, empty).code == "spoken.empty_cell"
    place = spoken.said_of_place(layout, full, 0, 2)
    assert place.values == {"index": 1, "total": 2}
