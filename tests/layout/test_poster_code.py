"""The QR code: what it says, how large it is, where it stands and what stays white around it."""

import datetime as dt

import msgspec
import pytest
import segno

from cjmapper.geometry import Rect
from cjmapper.layout.poster_code import QUIET, code_link
from cjmapper.layout.poster_types import Code, PosterLayout
from cjmapper.model import document as d
from cjmapper.model.client_copy import client_copy
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.model.vocabulary import LeftOut, PosterPart
from tests.support.builders import document, journey
from tests.support.posters import page, said

WITH_CODE = PosterSettings(code=True)


def known(**more: str) -> d.Document:
    return document(
        msgspec.structs.replace(journey("s1 s2 s3", "touchpoint emotion"), title="Besøket"),
        title="Middag på Fjordkroken",
        version="2",
        modified=dt.date(2026, 3, 24),
        contact="hei@nordlys.example",
        author="Nordlys",
        **more,
    )


def code_of(found: PosterLayout) -> Code:
    assert found.code is not None
    return found.code


def made_of(content: str) -> tuple[bytes, ...]:
    symbol = segno.make_qr(content, error="m", mode="byte", encoding="utf-8", boost_error=False)
    return tuple(bytes(row) for row in symbol.matrix)


def side_of(code: Code) -> float:
    return code.module * len(code.rows)


def test_without_being_asked_for_there_is_no_code() -> None:
    for paper in ("A1", "A3"):
        assert page(known(), paper).code is None


def test_the_code_says_what_the_map_is_without_a_network() -> None:
    whole = known()
    expected = (
        f"Middag på Fjordkroken\nKart: {whole.id}/{whole.maps[0].id}\n"
        "Versjon 2 · 24. mars 2026\nhei@nordlys.example"
    )
    assert code_of(page(whole, settings=WITH_CODE)).rows == made_of(expected)


def test_a_code_with_a_link_holds_that_alone_and_says_it_beneath() -> None:
    settings = PosterSettings(code=True, link="fjordkroken.example/kart")
    code = code_of(page(known(), settings=settings))
    assert code.rows == made_of("https://fjordkroken.example/kart")
    assert code.address == "https://fjordkroken.example/kart"
    assert said(code.caption).replace(" ", "") == "fjordkroken.example/kart"


@pytest.mark.parametrize(
    "link", ["", "javascript:alert(1)", "file:///etc/passwd", "ikke en lenke", "http:", "a" * 3000]
)
def test_what_is_no_address_leaves_a_code_that_says_what_the_map_is(link: str) -> None:
    settings = PosterSettings(code=True, link=link)
    assert code_link(settings) is None
    code = code_of(page(known(), settings=settings))
    assert code.address == ""
    assert code.rows == code_of(page(known(), settings=WITH_CODE)).rows


def test_a_link_longer_than_a_code_can_well_hold_is_none() -> None:
    assert code_link(PosterSettings(code=True, link=f"https://a.example/{'ø' * 400}")) is None


@pytest.mark.parametrize(("paper", "least"), [("A0", 40.0), ("A1", 30.0), ("A3", 25.0)])
def test_the_symbol_is_as_large_as_its_paper_asks_for(paper: str, least: float) -> None:
    code = code_of(page(known(), paper, WITH_CODE))
    assert side_of(code) >= least - 1e-6


def test_a_long_link_has_a_larger_symbol_rather_than_smaller_modules() -> None:
    long = PosterSettings(code=True, link=f"https://a.example/{'x' * 400}")
    assert code_of(page(known(), "A3", long)).module >= 0.38 - 1e-6


@pytest.mark.parametrize("paper", ["A0", "A1", "A2", "A3", "A4", "Letter", "914mm"])
@pytest.mark.parametrize("hidden", [(), (PosterPart.RAIL,), (PosterPart.SOURCE, PosterPart.RAIL)])
def test_nothing_stands_within_four_modules_of_the_symbol(
    paper: str, hidden: tuple[PosterPart, ...]
) -> None:
    settings = PosterSettings(code=True, hidden=tuple(part.value for part in hidden))
    found = page(known(), paper, settings)
    code, block = code_of(found), found.block
    assert block is not None
    box = code.box
    assert (box.width - side_of(code)) / 2 >= QUIET * code.module - 1e-6
    others = [found.map_rect, *(cell.box for cell in block.cells)]
    others += [found.rail.box] if found.rail is not None else []
    others += [found.notes.box] if found.notes is not None else []
    others += [entry.box for entry in found.foot.legend]
    others += [Rect(one.x, one.y, 1.0, 1.0) for one in found.foot.source]
    assert not [one for one in others if one.meets(box.grown(-1e-6))]
    inside = found.inside.grown(1e-6)
    assert inside.x <= box.x
    assert box.right <= inside.right
    assert box.y + code.height <= inside.bottom
    assert code.caption.y >= box.bottom - QUIET * code.module


def test_a_copy_for_a_client_tells_no_mail_address_in_the_code() -> None:
    copy = client_copy(known(), (LeftOut.NAMES.value,))
    whole = known()
    expected = (
        f"Middag på Fjordkroken\nKart: {whole.id}/{whole.maps[0].id}\nVersjon 2 · 24. mars 2026"
    )
    assert code_of(page(copy, settings=WITH_CODE)).rows == made_of(expected)


def test_the_words_beneath_say_what_scanning_gives_and_which_map_it_is() -> None:
    whole = known()
    caption = said(code_of(page(whole, "A0", WITH_CODE)).caption)
    assert caption == f"Skann for fakta om kartet {whole.id}/{whole.maps[0].id}"


def test_a_code_alone_takes_no_more_of_the_width_than_it_needs() -> None:
    settings = PosterSettings(code=True, hidden=("rail", "source", "legend"))
    found = page(known(), "A3", settings)
    code = code_of(found)
    assert found.block is not None
    assert found.block.box.width == code.box.width


def test_half_of_a_character_spoils_no_code() -> None:
    whole = msgspec.structs.replace(known(), contact="hei \ud83d")
    expected = f"Middag på Fjordkroken\nKart: {whole.id}/m1\nVersjon 2 · 24. mars 2026\nhei ?"
    assert code_of(page(whole, settings=WITH_CODE)).rows == made_of(expected)


def test_a_link_of_five_hundred_characters_is_the_longest() -> None:
    link = f"https://a.example/{'x' * 482}"
    assert code_link(PosterSettings(code=True, link=link)) == link
    assert code_link(PosterSettings(code=True, link=f"{link}x")) is None


def test_an_address_is_broken_after_its_signs_and_says_where_it_is_cut_short() -> None:
    link = "fjordkroken.example/kart/om/middagen-paa-fjordkroken-i-mars"
    lines = code_of(page(known(), "A0", PosterSettings(code=True, link=link))).caption.lines
    assert [line.text for line in lines[:2]] == ["fjordkroken.", "example/kart/"]
    assert lines[-1].runs[-1].text.endswith("…")
    short = PosterSettings(code=True, link="fjordkroken.example/kart")
    lines = code_of(page(known(), "A0", short)).caption.lines
    assert not lines[-1].runs[-1].text.endswith("…")


def test_of_a_long_title_the_code_tells_the_beginning() -> None:
    whole = msgspec.structs.replace(known(), title="Å" * 200)
    expected = f"{'Å' * 90}\nKart: {whole.id}/m1\nVersjon 2 · 24. mars 2026\nhei@nordlys.example"
    assert code_of(page(whole, settings=WITH_CODE)).rows == made_of(expected)
