"""A layout made from the one before is the layout made from nothing, after any edit."""

import random
from collections.abc import Callable

import msgspec
import pytest

from cjmapper.errors import EditError
from cjmapper.layout.map import lay_out_map
from cjmapper.layout.result import MapLayout
from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model import vocabulary as v
from cjmapper.model.edits import cards, emotions, lanes, links, registers, steps
from tests.support import builders as b
from tests.support import synthetic
from tests.support.layouts import differing, laid_out, setting
from tests.support.random_edits import CHANGING, GROWING, SHRINKING, Chance

Edit = Callable[[d.Document], d.Document]
SEEDS = range(60)
STEPS = 40


def after(document: d.Document, previous: MapLayout) -> MapLayout:
    """The layout after an edit, checked against one from nothing."""
    layout = lay_out_map(document, previous.map.id, setting(), previous)
    afresh = lay_out_map(document, previous.map.id, setting())
    assert differing(layout, afresh) == []
    return layout


def edited(document: d.Document, seed: int, new_id: ids.IdSource) -> d.Document:
    """The document after one random edit; the same where it was refused."""
    chance = Chance(document, seed, new_id)
    edits = random.Random(seed).choice((GROWING, GROWING, CHANGING, CHANGING, SHRINKING))  # noqa: S311
    try:
        return chance.one_of(edits)(chance)
    except EditError:
        return document


@pytest.mark.parametrize("seed", SEEDS)
def test_after_each_of_many_random_edits_it_is_the_same(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    new_id = ids.counted_ids("z")
    document = b.full_document()
    layout = laid_out(document)
    for _step in range(STEPS):
        document = edited(document, chance.getrandbits(32), new_id)
        if all(one.id != layout.map.id for one in document.maps):
            document, layout = b.full_document(), laid_out(b.full_document())
        layout = after(document, layout)


def test_after_a_jump_over_many_edits_it_is_the_same() -> None:
    """As undo and redo do."""
    chance = random.Random(5)  # noqa: S311
    new_id = ids.counted_ids("z")
    documents = [b.full_document()]
    for _step in range(60):
        document = edited(documents[-1], chance.getrandbits(32), new_id)
        if any(one.id == "m1" for one in document.maps):
            documents.append(document)
    layout = laid_out(documents[0])
    for _jump in range(40):
        document = chance.choice(documents)
        index = next(at for at, one in enumerate(document.maps) if one.id == "m1")
        layout = lay_out_map(document, ids.MapId("m1"), setting(), layout)
        assert differing(layout, laid_out(document, index)) == []


def test_in_a_large_map_it_is_the_same() -> None:
    document = synthetic.document(1000)
    layout = laid_out(document)
    name = document.maps[0].id
    edits: tuple[Edit, ...] = (
        lambda doc: cards.set_text(doc, name, "card-500", "Kort"),
        lambda doc: cards.change_card(doc, name, "card-501", span=4),
        lambda doc: cards.delete_cards(doc, name, ["card-10", "card-20", "card-990"]),
        lambda doc: cards.park_cards(doc, name, ["card-30", "card-31"]),
        lambda doc: steps.set_width(doc, name, "step-7", 80.0),
        lambda doc: steps.set_title(doc, name, "step-9", "Kundetilfredshetsundersøkelsen " * 5),
        lambda doc: lanes.set_height(doc, name, "lane-pain", 200.0),
        lambda doc: lanes.hide_lane(doc, name, "lane-thought", hidden=True),
        lambda doc: emotions.set_value(doc, name, doc.maps[0].emotions[3].id, -1.25),
        lambda doc: steps.delete_step(doc, name, "step-12"),
        lambda doc: lanes.hide_lane(doc, name, "lane-thought", hidden=False),
    )
    for edit in edits:
        document = edit(document)
        layout = after(document, layout)


def test_a_linked_card_that_leaves_the_map_and_returns_has_its_connector_again() -> None:
    journey = b.journey(
        cards=(b.card("c1", "touchpoint:s1"), b.card("c2", "pain:s3")),
        links=(b.link("k1", "c1", "c2"),),
    )
    document = b.document(journey)
    layout = laid_out(document)
    parked = cards.park_cards(document, "m1", ["c2"])
    without = after(parked, layout)
    assert without.links == ()
    assert len(after(document, without).links) == 1


def test_another_height_or_title_of_the_emotion_lane_moves_its_curve() -> None:
    document = b.full_document()
    layout = laid_out(document)
    before = layout.emotion_lanes[ids.LaneId("emotion")]
    taller = lanes.set_height(document, "m1", "emotion", 150.0)
    grown = after(taller, layout)
    assert grown.columns is layout.columns
    assert grown.emotion_lanes[ids.LaneId("emotion")] != before
    after(lanes.rename_lane(taller, "m1", "emotion", "Stemning"), grown)


def test_a_card_that_was_written_as_it_was_still_shows_what_is_written_next() -> None:
    journey = b.journey(cards=(b.card("c1", "touchpoint:s1"), b.card("c2", "touchpoint:s1")))
    document = b.document(journey)
    twin = msgspec.structs.replace(journey.cards[0])
    again = b.document(msgspec.structs.replace(journey, cards=(twin, journey.cards[1])))
    layout = after(again, laid_out(document))
    after(cards.set_text(again, "m1", "c1", "Something else"), layout)


def test_a_card_that_is_not_on_the_map_is_nowhere() -> None:
    layout = laid_out(b.full_document())
    assert layout.card_rect(layout.map.cards[0]) is not None
    assert layout.card_rect(b.card("none", "touchpoint:s1")) is None
    assert layout.card_rect(b.card("none")) is None


def test_another_name_of_a_channel_is_on_the_cards_at_once() -> None:
    document = b.full_document()
    layout = laid_out(document)
    renamed = registers.change_entry(document, "ch1", name="Butikk på hjørnet")
    caption = next(after(renamed, layout).cards_in(_cell("touchpoint", "s1")))[0].caption
    assert caption is not None
    assert caption.text is not None
    assert caption.text.lines[0].text.startswith("Butikk")


def test_another_language_is_another_layout() -> None:
    document = b.document(
        b.journey(cards=(b.card("c1", "touchpoint:s1", status=v.TouchpointStatus.MISSING),))
    )
    layout = laid_out(document)
    swedish = msgspec.structs.replace(document, language=v.Language.SV)
    found = lay_out_map(swedish, ids.MapId("m1"), setting("sv"), layout)
    assert differing(found, laid_out(swedish, 0, "sv")) == []


def test_what_an_edit_leaves_alone_is_used_again() -> None:
    document = synthetic.document(1000)
    layout = laid_out(document)
    changed = cards.set_text(document, document.maps[0].id, "card-500", "Kort")
    found = lay_out_map(changed, layout.map.id, setting(), layout)
    differ = [key for key, cell in found.cells.items() if cell is not layout.cells[key]]
    assert len(differ) == 1
    assert found.columns is layout.columns
    assert found.transitions is layout.transitions
    moved_curves = [
        key for key, lane in found.emotion_lanes.items() if lane is not layout.emotion_lanes[key]
    ]
    assert moved_curves == []


def test_a_new_link_between_cards_is_drawn() -> None:
    document = b.full_document()
    layout = laid_out(document)
    linked = links.connect_cards(document, "m1", ("c2", "c3"), new_id=ids.LinkId("k9"))
    assert len(after(linked, layout).links) == len(layout.links) + 1


def test_a_map_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        lay_out_map(b.document(), ids.MapId("none"), setting())


def _cell(lane: str, step: str) -> tuple[ids.LaneId, ids.StepId]:
    return ids.LaneId(lane), ids.StepId(step)
