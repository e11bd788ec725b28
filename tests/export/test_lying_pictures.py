"""Pictures that lie about their size do no harm: put in, opened in a map, or sent out."""

import hashlib
import re
from io import BytesIO
from pathlib import Path

import msgspec
import pytest
from PIL import Image as Pillow

from cjmapper.editor.picture_places import NewPicture
from cjmapper.exchange.html_pictures import pictures_of
from cjmapper.export import faults
from cjmapper.export.jobs import ExportOptions, export_file
from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model.pictures import checked_picture
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.model.vocabulary import Overflow
from cjmapper.storage.codec import decode, encode
from cjmapper.ui.parts.picture_reading import LONGEST_PX, RefusedPicture, read_picture
from tests.support.builders import card, document, journey
from tests.support.lying_pictures import HUGE, MODEST, SMALL, TWO_FRAMES, WIDE_FRAME

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.qt_log_ignore("Corrupt JPEG data", extend=True),
]

LYING = {
    f"{name}.{ending}": content
    for name, kind in (("huge", HUGE), ("modest", MODEST))
    for ending, content in kind.items()
}


def pictured(contents: dict[str, bytes]) -> d.Document:
    """A map with a card for each picture."""
    assets = tuple(
        d.Asset(id=ids.AssetId(hashlib.sha256(one).hexdigest()), name=name, data=one)
        for name, one in contents.items()
    )
    cards = tuple(
        msgspec.structs.replace(card(f"c{n}", "note:s1", f"Kort {n}"), picture=one.id)
        for n, one in enumerate(assets)
    )
    return document(journey(cards=cards), assets=assets)


@pytest.mark.parametrize("ending", HUGE)
def test_one_that_says_it_is_huge_is_refused_by_its_header(ending: str, tmp_path: Path) -> None:
    assert checked_picture(HUGE[ending]) is None
    path = tmp_path / f"bilde.{ending}"
    path.write_bytes(HUGE[ending])
    refused = read_picture(path)
    assert isinstance(refused, RefusedPicture)
    assert refused.code in {"image_too_large", "image_unreadable"}


@pytest.mark.parametrize("ending", MODEST)
def test_one_larger_than_it_says_is_refused_or_as_small_as_it_says(
    ending: str, tmp_path: Path
) -> None:
    path = tmp_path / f"bilde.{ending}"
    path.write_bytes(MODEST[ending])
    read = read_picture(path)
    if isinstance(read, NewPicture):
        known = checked_picture(read.content)
        assert known is not None
        assert max(known.width_px, known.height_px) <= LONGEST_PX
    else:
        assert read.code == "image_unreadable"


def test_a_map_that_holds_them_is_opened_and_keeps_them() -> None:
    whole = pictured(LYING)
    assert decode(encode(whole)).document == whole


@pytest.mark.parametrize("ending", ["pdf", "png", "svg", "html"])
def test_every_export_leaves_the_huge_ones_out_and_is_made(ending: str, tmp_path: Path) -> None:
    target = tmp_path / f"kart.{ending}"
    options = ExportOptions(poster=PosterSettings(paper="A4", overflow=Overflow.ONE), dpi=50)
    report = export_file(pictured(LYING | {"sann.png": SMALL["png"]}), target, options)
    assert target.stat().st_size < 2_000_000
    assert set(report.broken_pictures) >= {name for name in LYING if name.startswith("huge")}
    assert "sann.png" not in report.broken_pictures
    if ending in {"svg", "html"}:
        sizes = re.findall(r"data:(image/\w+);base64", target.read_text(encoding="utf-8"))
        assert "image/png" in sizes
        assert len(sizes) == len(MODEST) + 1


@pytest.mark.parametrize("ending", ["pdf", "png", "svg", "html"])
def test_every_export_is_made_of_pictures_that_say_two_sizes(ending: str, tmp_path: Path) -> None:
    target = tmp_path / f"kart.{ending}"
    options = ExportOptions(poster=PosterSettings(paper="A4", overflow=Overflow.ONE), dpi=72)
    whole = pictured({"two.jpg": TWO_FRAMES, "wide.gif": WIDE_FRAME})
    report = export_file(whole, target, options)
    assert target.stat().st_size < 2_000_000
    assert "two.jpg" in report.broken_pictures


def cut_off(ending: str) -> bytes:
    """A picture that begins well."""
    written = BytesIO()
    noise = Pillow.effect_noise((300, 200), 60).convert("RGB")
    noise.save(written, {"jpg": "JPEG"}.get(ending, ending.upper()))
    return written.getvalue()[: len(written.getvalue()) // 2]


@pytest.mark.parametrize("ending", ["pdf", "png", "svg", "html"])
def test_pictures_that_are_cut_off_after_their_header_are_named(
    ending: str, tmp_path: Path
) -> None:
    cut = {f"cut.{kind}": cut_off(kind) for kind in ("png", "jpg", "gif", "webp")}
    assert all(checked_picture(content) is not None for content in cut.values())
    whole = {f"sann.{kind}": content for kind, content in SMALL.items()}
    options = ExportOptions(poster=PosterSettings(paper="A4", overflow=Overflow.ONE), dpi=40)
    report = export_file(pictured(whole | cut), tmp_path / f"kart.{ending}", options)
    assert report.broken_pictures == tuple(cut)


def test_pictures_beyond_what_may_be_decoded_are_judged_by_their_header(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    contents = {"sann.png": SMALL["png"], "cut.png": cut_off("png"), "none.png": b"none"}
    monkeypatch.setattr(faults, "MOST_DECODED_PX", 60_000)
    options = ExportOptions(poster=PosterSettings(paper="A4", overflow=Overflow.ONE))
    report = export_file(pictured(contents), tmp_path / "kart.svg", options)
    assert report.broken_pictures == ("none.png",)


def test_of_all_pictures_a_text_page_shows_those_of_what_it_tells() -> None:
    names = ("logo", "actor", "nobody", "phase", "empty", "step", "card", "hidden", "parked")
    held = tuple(
        d.Asset(id=ids.AssetId(name), name=f"{name}.png", media_type="image/png", data=b"none")
        for name in names
    )
    asset = {one.name.removesuffix(".png"): one.id for one in held}
    made = journey(
        "s1|s2",
        "note pain",
        actors=(ids.ActorId("a"),),
        cards=(
            card("c1", "note:s1", picture=asset["card"]),
            card("c2", "pain:s1", picture=asset["hidden"]),
            card("c3", picture=asset["parked"]),
        ),
    )
    replace = msgspec.structs.replace
    made = replace(
        made,
        phases=(
            replace(made.phases[0], picture=asset["phase"]),
            replace(made.phases[1], picture=asset["empty"]),
        ),
        steps=(replace(made.steps[0], picture=asset["step"]),),
        lanes=(made.lanes[0], replace(made.lanes[1], hidden=True)),
    )
    whole = document(
        made,
        assets=held,
        brand=d.Brand(client_logo=asset["logo"]),
        actors=(
            d.Actor(id=ids.ActorId("a"), name="A", picture=asset["actor"]),
            d.Actor(id=ids.ActorId("b"), name="B", picture=asset["nobody"]),
        ),
    )
    assert list(pictures_of(whole, whole.maps)) == ["logo", "actor", "phase", "step", "card"]
