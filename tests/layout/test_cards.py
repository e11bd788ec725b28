"""One card: its text, its caption, its height."""

import msgspec
import pytest

from cjmapper.layout.cards import dot_places, lay_out_card, names_for, text_left
from cjmapper.layout.result import CardLayout
from cjmapper.layout.styles import CARD_TEXT, DISTANCES
from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model import vocabulary as v
from tests.support.builders import card, document, journey
from tests.support.drawings import png
from tests.support.layouts import setting

WIDTH = DISTANCES.column_width - 2 * DISTANCES.cell_side
NARROW = DISTANCES.least_column - 2 * DISTANCES.cell_side
LONG = "Kundetilfredshetsundersøkelsen"


def placed(one: d.Card, width: float = WIDTH, **registers: object) -> CardLayout:
    whole = document(journey(), **registers)
    return lay_out_card(one, width, names_for(whole, whole.maps[0]), setting())


def said(layout: CardLayout) -> str:
    block = layout.caption.text if layout.caption else None
    return " ".join(line.text for line in block.lines) if block else ""


def test_a_card_is_as_tall_as_its_text_needs() -> None:
    one = placed(card("c", "note:s1", "Kort"))
    many = placed(card("c", "note:s1", "Venter lenge på svar fra kundeservice " * 3))
    assert len(one.text.lines) == 1
    lines = len(many.text.lines)
    assert many.height - one.height == pytest.approx((lines - 1) * CARD_TEXT.line_height)


def test_a_card_without_words_has_the_height_of_one_line() -> None:
    empty = msgspec.structs.replace(card("c", "note:s1"), text="")
    assert placed(empty).height == placed(card("c", "note:s1", "Kort")).height
    assert placed(empty).text.lines == ()


@pytest.mark.parametrize("kind", list(v.CardKind))
def test_no_line_is_wider_than_the_card_even_in_the_narrowest_column(kind: v.CardKind) -> None:
    words = f"{LONG} og {LONG.lower()} igjen"
    one = d.Card(id=ids.CardId("c"), kind=kind, text=words)
    layout = placed(one, NARROW)
    assert any(line.hyphen for line in layout.text.lines)
    for line in layout.text.lines:
        right = layout.text.x + line.width(layout.text.style.size)
        assert right <= NARROW - DISTANCES.card_side + 1e-9
    assert layout.text.bottom <= layout.height


def test_thoughts_are_set_as_quotes() -> None:
    assert placed(card("c", "thought:s1")).text.style.face.value.endswith("italic")
    assert placed(card("c", "note:s1")).text.style == CARD_TEXT


def test_a_touchpoint_says_its_channel() -> None:
    one = card("c", "touchpoint:s1", channel=ids.ChannelId("web"))
    channels = (d.Channel(id=ids.ChannelId("web"), name="Nettside"),)
    assert said(placed(one, channels=channels)) == "Nettside"
    other = card("c", "note:s1", channel=ids.ChannelId("web"))
    assert placed(other, channels=channels).caption is None


def test_a_touchpoint_that_fails_says_so_and_a_planned_one_does_not() -> None:
    for status in (v.TouchpointStatus.FAILED, v.TouchpointStatus.MISSING):
        layout = placed(card("c", "touchpoint:s1", status=status))
        assert layout.caption is not None
        assert layout.caption.strong is not None
    assert placed(card("c", "touchpoint:s1")).caption is None


def test_a_status_stands_beside_a_short_channel_and_below_a_long_one() -> None:
    def caption(name: str) -> tuple[float, float]:
        one = card(
            "c",
            "touchpoint:s1",
            channel=ids.ChannelId("web"),
            status=v.TouchpointStatus.FAILED,
        )
        layout = placed(one, channels=(d.Channel(id=ids.ChannelId("web"), name=name),))
        assert layout.caption is not None
        assert layout.caption.text is not None
        assert layout.caption.strong is not None
        assert layout.caption.strong.bottom <= layout.height
        return layout.caption.text.y, layout.caption.strong.y

    text, strong = caption("App")
    assert text == strong
    text, strong = caption("Telefon til vaktmesteren")
    assert text < strong


def test_severity_shows_as_dots_and_reach_in_words() -> None:
    layout = placed(card("c", "pain:s1", severity=4, reach=0.6))
    assert layout.caption is not None
    assert layout.caption.dots == (4, 5)
    assert [filled for _, _, filled in dot_places(layout.caption)] == [True] * 4 + [False]
    assert "60" in said(layout)
    for x, y, _ in dot_places(layout.caption):
        assert text_left() < x < layout.width
        assert layout.text.bottom < y < layout.height


def test_a_card_whose_kind_has_no_dots_shows_none() -> None:
    layout = placed(card("c", "note:s1", severity=4))
    assert layout.caption is None


def test_work_behind_the_counter_says_its_department() -> None:
    one = card("c", "backstage:s1", department=ids.DepartmentId("salg"))
    departments = (d.Department(id=ids.DepartmentId("salg"), name="Salg"),)
    assert said(placed(one, departments=departments)) == "Salg"


def test_an_actor_is_named_only_where_there_are_several() -> None:
    one = card("c", "note:s1", actor=ids.ActorId("a2"))
    actors = (
        d.Actor(id=ids.ActorId("a1"), name="Kari"),
        d.Actor(id=ids.ActorId("a2"), name="Ola"),
    )
    alone = document(journey(actors=(ids.ActorId("a2"),)), actors=actors)
    both = document(journey(actors=(ids.ActorId("a1"), ids.ActorId("a2"))), actors=actors)
    found = [
        lay_out_card(one, WIDTH, names_for(whole, whole.maps[0]), setting())
        for whole in (alone, both)
    ]
    assert [said(layout) for layout in found] == ["", "Ola"]


def test_a_picture_keeps_its_shape_above_the_text() -> None:
    asset = d.Asset(id=ids.AssetId("x"), media_type="image/png", data=png(30, 20))
    layout = placed(card("c", "note:s1", picture=asset.id), assets=(asset,))
    assert layout.picture is not None
    assert layout.picture.height / layout.picture.width == pytest.approx(20 / 30)
    assert layout.picture.bottom < layout.text.y
    assert layout.picture.right <= layout.width
