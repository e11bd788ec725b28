"""The cards of a map as sheets of labels."""

import msgspec
import pytest

from cjmapper.drawing.pages import Page, PageKind
from cjmapper.drawing.primitives import Group, Image, TextLine
from cjmapper.drawing.walk import groups, leaves
from cjmapper.export.labels import plan_labels
from cjmapper.export.poster import PosterRequest
from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model import vocabulary as v
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.places import resource
from cjmapper.storage.files import load
from cjmapper.text.metrics import load_metrics
from cjmapper.text.wrap import Typesetter
from tests.support.builders import card, document, journey

TYPESETTER = Typesetter(load_metrics(), "nb")
LANES = "touchpoint emotion pain note"


def pages(whole: d.Document, **settings: object) -> tuple[Page, ...]:
    chosen = msgspec.structs.replace(
        PosterSettings(paper="A4", orientation=v.Orientation.PORTRAIT), **settings
    )
    request = PosterRequest(document=whole, journey=whole.maps[0], settings=chosen, language="nb")
    return plan_labels(request, TYPESETTER).pages


def items(page: Page) -> list[Group]:
    return [group for group, _, _ in groups(page.drawing.items) if group.role == "item"]


def told(group: Group) -> str:
    return " ".join(item.line.text for item, _ in leaves(group.items) if isinstance(item, TextLine))


def test_labels_come_column_by_column_and_what_is_parked_comes_last() -> None:
    cards = (
        card("c1", "pain:s2", "Fire"),
        card("c2", None, "Fem"),
        card("c3", "touchpoint:s2", "Tre"),
        card("c4", "note:s1", "To"),
        card("c5", "pain:s1", "En"),
    )
    first, *blanks = pages(document(journey("s1|s2", LANES, cards=cards)))
    assert [told(one) for one in items(first)] == [
        "Smertepunkt En 1 · Step s1",
        "Lapp To 1 · Step s1",
        "Berøringspunkt Tre 2 · Step s2",
        "Smertepunkt Fire 2 · Step s2",
        "Lapp Fem Parkert",
    ]
    assert [told(items(page)[0]) for page in blanks] == ["Berøringspunkt", "Smertepunkt", "Lapp"]
    assert {page.kind for page in (first, *blanks)} == {PageKind.LABELS}


def test_hidden_lanes_and_empty_cards_make_no_labels() -> None:
    plain = journey(
        "s1", LANES, cards=(card("c1", "pain:s1", "Kø"), card("c2", "touchpoint:s1", " "))
    )
    lanes = tuple(
        msgspec.structs.replace(one, hidden=one.kind is v.LaneKind.PAIN) for one in plain.lanes
    )
    some = pages(document(msgspec.structs.replace(plain, lanes=lanes)))
    assert all("Kø" not in told(one) for page in some for one in items(page))


def test_a_card_that_is_only_a_picture_shows_it() -> None:
    content = (resource("icons", "icons.json")).read_bytes()[:20]
    asset = d.Asset(id=ids.AssetId("a"), media_type="image/png", data=content, name="bord.png")
    one = msgspec.structs.replace(card("c1", "pain:s1"), text="", picture=asset.id)
    first, *_ = pages(document(journey("s1", LANES, cards=(one,)), assets=(asset,)))
    shown = [item for item, _ in leaves(first.drawing.items) if isinstance(item, Image)]
    assert [item.asset for item in shown] == ["a"]


@pytest.mark.parametrize(
    ("paper", "size"),
    [("A4", (210, 297)), ("A3", (297, 420)), ("Letter", (215.9, 279.4)), ("A0", (210, 297))],
)
def test_labels_stand_on_the_paper_asked_for_where_a_desk_takes_it(
    paper: str, size: tuple[float, float]
) -> None:
    plain = document(journey(cards=(card("c1", "note:s1", "Kø"),)))
    first, *_ = pages(plain, paper=paper)
    assert (first.drawing.size.width, first.drawing.size.height) == size


@pytest.mark.parametrize("name", ["restaurant.nb", "b2b-programvare.nb", "day-surgery.en"])
def test_every_card_of_the_examples_is_on_a_label_inside_the_page(name: str) -> None:
    whole = load(resource("examples", f"{name}.cjmap")).document
    some = pages(whole)
    labelled = {one.id for page in some for one in items(page)}
    assert {one.id for one in whole.maps[0].cards} <= labelled
    for page in some:
        for item, place in leaves(page.drawing.items):
            if isinstance(item, TextLine):
                right = place.x + item.x + item.line.width(item.size)
                assert 10 <= place.x + item.x <= right <= page.drawing.size.width - 10
                assert 4 < place.y + item.baseline < page.drawing.size.height - 10


class _StoppedError(Exception):
    """Somebody wants no more of it."""


def test_labels_can_be_stopped_between_any_two_and_between_sheets() -> None:
    cards = tuple(card(f"c{number}", "pain:s1", "Vondt") for number in range(30))
    whole = document(journey("s1", LANES, cards=cards))
    request = PosterRequest(
        document=whole, journey=whole.maps[0], settings=PosterSettings(), language="nb"
    )
    called: list[int] = []
    made = plan_labels(request, TYPESETTER, lambda: called.append(1))
    assert len(called) == len(cards) + len(made.pages)

    def stop() -> None:
        called.append(2)
        if called.count(2) == 10:
            raise _StoppedError

    with pytest.raises(_StoppedError):
        plan_labels(request, TYPESETTER, stop)
    assert called.count(2) == 10


def test_the_empty_labels_are_counted_one_by_one() -> None:
    whole = document(journey("s1|s2", LANES, cards=(card("c1", "pain:s1", "Kø"),)))
    chosen = PosterSettings(paper="A4", orientation=v.Orientation.PORTRAIT)
    request = PosterRequest(document=whole, journey=whole.maps[0], settings=chosen, language="nb")
    made = plan_labels(request, TYPESETTER)
    assert made.blanks == sum(len(items(page)) for page in made.pages) - 1
    assert made.blanks > len(made.pages)
