"""What an export makes besides a plain poster: several files, grids, labels, copies for clients."""

import errno
import hashlib
import os
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from cjmapper.drawing.pages import Page
from cjmapper.drawing.primitives import Drawing, Rectangle
from cjmapper.errors import CjmapperError, ExportCancelledError, ExportError, FileError
from cjmapper.exchange.posters import open_map
from cjmapper.export import jobs
from cjmapper.export.jobs import export_file
from cjmapper.export.options import ExportKind, ExportOptions
from cjmapper.export.planning import MapPages
from cjmapper.geometry import Rect, Size
from cjmapper.layout.poster import lay_out_poster
from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model.poster_settings import PosterSettings
from tests.support import synthetic
from tests.support.builders import card, document, journey

pytestmark = pytest.mark.usefixtures("qapp")

ENDINGS = (".pdf", ".png", ".svg", ".html")
PICTURES = (".png", ".svg")
OLD = b"what stood here before"
A4 = PosterSettings(paper="A4")


def plain(**fields: Any) -> d.Document:
    return document(journey(cards=(card("c1", "note:s1", "Kø"), card("c2"))), **fields)


def options(**fields: Any) -> ExportOptions:
    chosen: dict[str, Any] = {"poster": A4, "dpi": 40} | fields
    return ExportOptions(**chosen)


def text_of(path: Path) -> str:
    read = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in read)
    finally:
        read.close()


@pytest.fixture
def three_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every poster has three pages of different colours."""

    def planned(*_: object) -> MapPages:
        return MapPages(tuple(_page(colour) for colour in ("#FF0000", "#00FF00", "#0000FF")))

    monkeypatch.setattr(jobs, "plan_map", planned)


def _page(colour: str) -> Page:
    box = Rect(0.0, 0.0, 60.0, 40.0)
    return Page(drawing=Drawing(Size(60.0, 40.0), (Rectangle(box, colour),)), map_id="m1")


@pytest.mark.usefixtures("three_pages")
@pytest.mark.parametrize("ending", PICTURES)
def test_several_pages_as_pictures_are_numbered_files(ending: str, tmp_path: Path) -> None:
    report = export_file(plain(), tmp_path / f"kart{ending}", options())
    assert [path.name for path in report.paths] == [f"kart-{n}{ending}" for n in (1, 2, 3)]
    assert sorted(tmp_path.iterdir()) == list(report.paths)
    assert report.pages == 3
    contents = [path.read_bytes() for path in report.paths]
    assert len(set(contents)) == 3
    if ending == ".svg":
        assert b"#00FF00" in contents[1]


@pytest.mark.usefixtures("three_pages")
def test_numbered_files_that_are_there_stay_where_nobody_said_otherwise(tmp_path: Path) -> None:
    former = tmp_path / "kart-2.png"
    former.write_bytes(OLD)
    careful = options(replace_numbered=False)
    with pytest.raises(ExportError) as refused:
        export_file(plain(), tmp_path / "kart.png", careful)
    assert refused.value.code == "numbered_exist"
    assert refused.value.values == {"first": "kart-2.png", "last": "kart-2.png", "count": 1}
    assert former.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [former]
    export_file(plain(), tmp_path / "kart.png", options())
    assert former.read_bytes() != OLD


@pytest.mark.usefixtures("three_pages")
def test_numbered_files_need_no_leave_where_none_is_there(tmp_path: Path) -> None:
    careful = options(replace_numbered=False)
    (tmp_path / "kart.png").write_bytes(OLD)
    assert len(export_file(plain(), tmp_path / "kart.png", careful).paths) == 3


@pytest.mark.usefixtures("three_pages")
@pytest.mark.parametrize("ending", PICTURES)
@pytest.mark.parametrize("allowed", range(5))
def test_numbered_files_come_all_or_none_when_it_is_stopped(
    ending: str, allowed: int, tmp_path: Path
) -> None:
    former = tmp_path / f"kart-1{ending}"
    former.write_bytes(OLD)
    asked: list[float] = []

    def listen(share: float) -> bool:
        asked.append(share)
        return len(asked) <= allowed

    with pytest.raises(ExportCancelledError):
        export_file(plain(), tmp_path / f"kart{ending}", options(), listen)
    assert former.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [former]


@pytest.mark.usefixtures("three_pages")
@pytest.mark.parametrize("ending", PICTURES)
@pytest.mark.parametrize("written", [1, 2, 3])
def test_numbered_files_come_all_or_none_on_a_full_disk(
    ending: str, written: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    former = tmp_path / f"kart-2{ending}"
    former.write_bytes(OLD)
    synced, real_sync = 0, os.fsync

    def sync(descriptor: int) -> None:
        nonlocal synced
        synced += 1
        if synced == written:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real_sync(descriptor)

    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", sync)
        with pytest.raises(FileError) as failed:
            export_file(plain(), tmp_path / f"kart{ending}", options())
    assert failed.value.code == "disk_full"
    assert former.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [former]


@pytest.mark.usefixtures("three_pages")
def test_a_numbered_file_that_is_a_link_to_a_map_is_not_written_over(tmp_path: Path) -> None:
    source = tmp_path / "kart.cjmap"
    source.write_bytes(OLD)
    (tmp_path / "kart-2.svg").symlink_to(source.name)
    with pytest.raises(ExportError, match="export_format_unknown"):
        export_file(plain(), tmp_path / "kart.svg", options())
    assert source.read_bytes() == OLD
    assert not (tmp_path / "kart-1.svg").exists()


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_folder_that_is_not_there_is_refused(ending: str, tmp_path: Path) -> None:
    with pytest.raises(FileError) as failed:
        export_file(plain(), tmp_path / "borte" / f"kart{ending}", options())
    assert failed.value.code == "folder_missing"


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_folder_that_may_not_be_written_in_leaves_what_was_there(
    ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    former = tmp_path / f"kart{ending}"
    former.write_bytes(OLD)
    real_open = os.open

    def open_(path: Any, flags: int, *rest: Any, **more: Any) -> int:
        if flags & os.O_CREAT and str(tmp_path) in str(path):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return real_open(path, flags, *rest, **more)

    with monkeypatch.context() as broken:
        broken.setattr(os, "open", open_)
        with pytest.raises(FileError) as failed:
            export_file(plain(), former, options())
    assert failed.value.code == "no_permission"
    assert former.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [former]


def test_a_text_page_that_is_stopped_leaves_what_was_there(tmp_path: Path) -> None:
    former = tmp_path / "kart.html"
    former.write_bytes(OLD)
    answers = iter((True, False))
    with pytest.raises(ExportCancelledError):
        export_file(plain(), former, options(), lambda _: next(answers))
    assert former.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [former]


def test_tiles_are_counted(tmp_path: Path) -> None:
    tiled = options(poster=PosterSettings(paper="A3", tiles="A4"))
    report = export_file(plain(), tmp_path / "kart.pdf", tiled)
    assert report.sheets == (4, "A4")
    assert report.pages >= 4


@pytest.mark.parametrize("ending", [".png", ".svg", ".html"])
def test_tiles_asked_for_need_a_pdf_and_tiles_remembered_are_passed_over(
    ending: str, tmp_path: Path
) -> None:
    target, tiled = tmp_path / f"kart{ending}", PosterSettings(paper="A3", tiles="A4")
    for asked in (options(poster=tiled), options(poster=None, changes={"tiles": "A4"})):
        with pytest.raises(ExportError) as refused:
            export_file(plain(), target, asked)
        assert refused.value.code == "tiles_need_pdf"
    remembering = document(journey(poster=tiled))
    for changes in ({}, {"tiles": None}):
        report = export_file(remembering, target, ExportOptions(dpi=40, changes=changes))
        assert report.sheets is None
        assert report.paths == (target,)


@pytest.mark.parametrize(
    ("name", "fields", "code"),
    [
        ("kart.png", {"kind": ExportKind.LABELS}, "labels_need_pdf"),
        ("kart.html", {"kind": ExportKind.LABELS}, "labels_need_pdf"),
        ("kart.html", {"kind": ExportKind.GRID}, "grid_is_no_text"),
        ("kart.png", {"long_side_px": 0}, "long_side_out_of_range"),
        ("kart.png", {"long_side_px": 40_000}, "long_side_out_of_range"),
    ],
)
def test_what_makes_no_sense_is_refused_before_anything_is_made(
    name: str, fields: dict[str, Any], code: str, tmp_path: Path
) -> None:
    with pytest.raises(CjmapperError) as refused:
        export_file(plain(), tmp_path / name, options(**fields))
    assert refused.value.code == code
    assert list(tmp_path.iterdir()) == []


def test_a_grid_has_no_cards_and_labels_have_all(tmp_path: Path) -> None:
    grid, labels = tmp_path / "grid.pdf", tmp_path / "labels.pdf"
    export_file(plain(), grid, options(kind=ExportKind.GRID))
    report = export_file(plain(), labels, options(kind=ExportKind.LABELS))
    assert "Step s1" in text_of(grid)
    assert "Kø" not in text_of(grid)
    assert "Kø" in text_of(labels)
    assert report.pages > 1


@pytest.mark.parametrize("shy_one", [0, 1])
def test_what_any_map_leaves_out_is_left_out_of_all(shy_one: int, tmp_path: Path) -> None:
    notes = (card("c1", "note:s1", "Hemmelig"),)
    others = (card("m2-c1", "m2-note:m2-s1", "Fortrolig"),)
    kept = [A4, A4]
    kept[shy_one] = PosterSettings(paper="A4", leave_out=("notes",))
    whole = document(
        journey(cards=notes, poster=kept[0]),
        journey("m2-s1", "m2-note m2-pain", name="m2", cards=others, poster=kept[1]),
    )
    export_file(whole, tmp_path / "kart.pdf", ExportOptions())
    said = text_of(tmp_path / "kart.pdf")
    assert "Hemmelig" not in said
    assert "Fortrolig" not in said
    assert "Step m2-s1" in said


@pytest.mark.parametrize("ending", [".pdf", ".png", ".svg"])
def test_the_source_travels_when_every_map_shown_says_so_and_is_the_copy(
    ending: str, tmp_path: Path
) -> None:
    target = tmp_path / f"kart{ending}"
    free = PosterSettings(paper="A4", with_source=True, leave_out=("parked",))
    shown = journey(cards=(card("c1", "note:s1", "Kø"), card("c2")), poster=free)
    whole = document(shown, journey("m2-s1", name="m2", poster=A4))
    export_file(whole, target, ExportOptions(dpi=40, map_id="m1"))
    carried = open_map(target).loaded.document
    assert [one.id for one in carried.maps[0].cards] == ["c1"]
    assert len(carried.maps) == 2
    if ending == ".pdf":
        export_file(whole, target, ExportOptions(dpi=40))
        with pytest.raises(FileError) as refused:
            open_map(target)
        assert refused.value.code == "poster_without_map"


def test_pictures_that_can_not_be_shown_are_named_once(tmp_path: Path) -> None:
    content = b"this is no picture"
    asset = d.Asset(
        id=ids.AssetId(hashlib.sha256(content).hexdigest()),
        name="bord.jpg",
        media_type="image/jpeg",
        data=content,
    )
    cards = tuple(card(f"c{n}", "note:s1", "Bord", picture=asset.id) for n in (1, 2))
    report = export_file(
        document(journey(cards=cards), assets=(asset,)), tmp_path / "kart.svg", options()
    )
    assert report.broken_pictures == ("bord.jpg",)
    assert export_file(plain(), tmp_path / "kart.svg", options()).broken_pictures == ()


def test_changes_stand_above_what_a_map_remembers(tmp_path: Path) -> None:
    first = PosterSettings(paper="A3", hidden=("title",))
    whole = document(journey(poster=first), title="Restauranten")
    changed = ExportOptions(changes={"paper": "A4"})
    assert changed.settings_for(whole.maps[0]) == PosterSettings(paper="A4", hidden=("title",))
    export_file(whole, tmp_path / "kart.pdf", changed)
    with pypdfium2.PdfDocument(tmp_path / "kart.pdf") as read:
        assert read[0].get_size() == pytest.approx((297 / 25.4 * 72, 210 / 25.4 * 72), abs=0.1)


def test_a_picture_may_be_as_small_as_one_pixel(tmp_path: Path) -> None:
    export_file(plain(), tmp_path / "kart.svg", options(long_side_px=1))
    assert (tmp_path / "kart.svg").exists()


def test_an_export_is_stopped_between_the_pages_that_are_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[object] = []

    def counted(*asked: Any) -> Any:
        tried.append(asked)
        return lay_out_poster(*asked)

    monkeypatch.setattr("cjmapper.export.poster_pages.lay_out_poster", counted)
    many = synthetic.document(240)
    chosen = options(map_id=many.maps[0].id)
    export_file(many, tmp_path / "whole.pdf", chosen)
    assert len(tried) > 3
    tried.clear()
    with pytest.raises(ExportCancelledError):
        export_file(many, tmp_path / "kart.pdf", chosen, lambda _: len(tried) < 2)
    assert len(tried) == 2
    assert not (tmp_path / "kart.pdf").exists()
