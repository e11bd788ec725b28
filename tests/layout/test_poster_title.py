"""The head of a poster: title, stamps, logos."""

import struct

import msgspec
import pytest

from cjmapper.geometry import MM_PER_PT
from cjmapper.layout.poster import lay_out_poster
from cjmapper.layout.poster_title import whole_title
from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model.figures import Coverage, Figures
from tests.support.builders import document, journey
from tests.support.layouts import setting
from tests.support.paged import sheet
from tests.support.posters import asked, box_of, page, said

LONG = "Kundereisen fra første søk til abonnement, fornyelse og anbefaling hos leverandøren "


_LOGOS = ("client_logo", "own_logo")


def png(width: int, height: int) -> bytes:
    """The first bytes of a picture, which is all that a layout reads."""
    return b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + struct.pack(">II", width, height)


def branded(**logos: bytes) -> d.Document:
    assets = tuple(
        d.Asset(id=ids.AssetId(name), media_type="image/png", data=content)
        for name, content in logos.items()
    )
    client, own = (ids.AssetId(name) if name in logos else None for name in _LOGOS)
    brand = d.Brand(client_logo=client, own_logo=own)
    return document(journey(), title="Middag", client="Fjord", assets=assets, brand=brand)


def test_a_title_has_the_size_of_its_paper() -> None:
    for paper, size_pt in (("A0", 96), ("A1", 72), ("A4", 24)):
        style = page(document(journey(), title="Middag"), paper).head.title.style
        assert style.size == pytest.approx(size_pt * MM_PER_PT, rel=0.01)


def test_a_long_title_is_set_smaller_on_two_lines() -> None:
    short, long = (page(document(journey(), title=title)) for title in ("Middag", LONG * 2))
    assert len(long.head.title.lines) == 2
    assert long.head.title.style.size < short.head.title.style.size
    assert said(long.head.title).split() == (LONG * 2).split()


@pytest.mark.parametrize("paper", ["A4", "A3", "A1"])
def test_a_title_of_three_hundred_letters_is_whole_and_leaves_the_map_its_room(paper: str) -> None:
    title = (LONG * 4)[:300].strip()
    found = page(document(journey(), title=title), paper)
    assert said(found.head.title).replace(" ", "") == title.replace(" ", "")
    assert found.head.bottom - found.inside.y < found.inside.height * 0.16


def test_a_stamp_does_not_reach_into_the_line_above() -> None:
    found = page(document(journey(), title=LONG * 3))
    title = found.head.title
    last = title.bottom - title.style.line_height
    for stamp in found.head.stamps:
        assert stamp.box.y >= last - 1e-6
        assert stamp.box.right <= found.inside.right


def test_a_map_that_few_customers_stand_behind_is_stamped_a_hypothesis() -> None:
    whole = document(journey(), title="Middag")
    stamps = [
        [said(stamp.word) for stamp in page(whole, figures=figures).head.stamps]
        for figures in (
            None,
            Figures(coverage=Coverage(claims=10, covered=5)),
            Figures(coverage=Coverage(claims=10, covered=4)),
            Figures(coverage=Coverage(claims=10, covered=0, begun=False)),
        )
    ]
    assert stamps == [
        ["DAGENS REISE"],
        ["DAGENS REISE"],
        ["DAGENS REISE", "HYPOTESE"],
        ["DAGENS REISE"],
    ]


def test_logos_keep_their_proportions_at_the_right_edge_the_clients_last() -> None:
    found = page(branded(client_logo=png(600, 200), own_logo=png(300, 300)))
    own, client = found.head.logos
    assert client.owner == "Logoen til Fjord"
    assert client.box.width / client.box.height == pytest.approx(3)
    assert own.box.width / own.box.height == pytest.approx(1)
    assert client.box.right == pytest.approx(found.inside.right)
    assert own.box.right < client.box.x


@pytest.mark.parametrize("size", [(8000, 100), (100, 8000), (1, 1)])
@pytest.mark.parametrize("paper", ["A4", "A1"])
def test_a_logo_of_any_shape_lies_over_no_words(paper: str, size: tuple[int, int]) -> None:
    whole = branded(client_logo=png(*size), own_logo=png(300, 200))
    whole = msgspec.structs.replace(whole, title=LONG * 2)
    found = page(whole, paper)
    words = [box_of(found.head.title), *(stamp.box for stamp in found.head.stamps)]
    for logo in found.head.logos:
        assert found.inside.x <= logo.box.x
        assert logo.box.right <= found.inside.right + 1e-6
        assert logo.box.bottom <= found.head.bottom + 1e-6
        assert not any(logo.box.meets(box) for box in words)


def test_a_logo_that_is_no_picture_or_is_gone_is_not_drawn() -> None:
    broken = branded(client_logo=b"nothing")
    gone = document(journey(), brand=d.Brand(client_logo=ids.AssetId("gone")))
    assert page(broken).head.logos == ()
    assert page(gone).head.logos == ()


def test_a_page_after_the_first_has_a_slim_head_with_its_number() -> None:
    whole = branded(client_logo=png(600, 200))
    first = page(whole)
    request = msgspec.structs.replace(asked(whole), number=2, count=3)
    second = lay_out_poster(request, setting())
    assert said(second.head.title) == "Middag"
    assert said(second.head.subtitle) == "Side 2 av 3"
    assert second.head.logos == ()
    assert second.strip is None
    assert second.map_at.y < first.map_at.y
    assert second.head.title.y >= sheet("A1").area.y


def test_what_a_title_says_is_not_said_again_below_it() -> None:
    same = msgspec.structs.replace(journey(), title="Middag", scenario="En fredag")
    other = msgspec.structs.replace(same, title="Fra bord til regning")
    assert said(page(document(same, title="Middag")).head.subtitle) == "En fredag"
    assert said(page(document(same)).head.subtitle) == "En fredag"
    assert said(page(document(other, title="Middag")).head.subtitle) == (
        "Fra bord til regning · En fredag"
    )
    bare = msgspec.structs.replace(same, scenario="")
    assert page(document(bare, title="Middag")).head.subtitle is None


def test_a_poster_and_its_map_of_one_name_are_called_by_it_once() -> None:
    named = msgspec.structs.replace(journey(), title="Middag")
    assert whole_title(document(named, title="Middag"), named) == "Middag"
    assert whole_title(document(named, title="Fjord"), named) == "Fjord – Middag"
    assert whole_title(document(named), named) == "Middag"
