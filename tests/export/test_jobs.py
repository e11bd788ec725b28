"""Exports from end to end: a document becomes a file, or nothing happens."""

import errno
import os
import re
import threading
import xml.etree.ElementTree as ET
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from cjmapper.errors import ExportCancelledError, ExportError, FileError
from cjmapper.export.jobs import ExportOptions, ExportReport, export_file
from cjmapper.model.document import Document
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.model.vocabulary import Orientation
from tests.support.builders import document, journey

pytestmark = pytest.mark.usefixtures("qapp")

ENDINGS = (".pdf", ".png", ".svg")
SMALL = ExportOptions(poster=PosterSettings(paper="A4"), dpi=50)
OLD = b"what stood here before"


@pytest.fixture
def two_maps() -> Document:
    first = journey("s1 s2|s3", title="Første besøk")
    second = journey("m2-s1|m2-s2", "touchpoint note", name="m2", title="Andre gang")
    return document(first, second, title="Restauranten", author="Kari Ås")


def pdf_text(path: Path) -> list[str]:
    read = pypdfium2.PdfDocument(path)
    try:
        return [str(page.get_textpage().get_text_range()) for page in read]
    finally:
        read.close()


def test_a_pdf_holds_all_maps_as_pages(two_maps: Document, tmp_path: Path) -> None:
    target = tmp_path / "kart.pdf"
    report = export_file(two_maps, target, SMALL)
    assert report == ExportReport(paths=(target,), pages=2)
    first, second = pdf_text(target)
    assert "Første besøk" in first
    assert "Andre gang" in second
    with pikepdf.open(target) as pdf:
        assert str(pdf.docinfo.Title) == "Restauranten"
        assert str(pdf.docinfo.Author) == "Kari Ås"
        assert [float(side) for side in pdf.pages[0].MediaBox[2:]] == pytest.approx(
            [297 / 25.4 * 72, 210 / 25.4 * 72], abs=0.01
        )


def test_a_pdf_of_one_map_holds_that_map(two_maps: Document, tmp_path: Path) -> None:
    target = tmp_path / "kart.PDF"
    report = export_file(
        two_maps, target, ExportOptions(poster=PosterSettings(paper="A3"), map_id="m2")
    )
    (only,) = pdf_text(target)
    assert "Andre gang" in only
    assert report.maps_left_out == ()


def test_a_picture_holds_the_first_map_and_the_others_are_named(
    two_maps: Document, tmp_path: Path
) -> None:
    target = tmp_path / "kart.png"
    options = ExportOptions(
        poster=PosterSettings(paper="A4", orientation=Orientation("portrait")), dpi=100
    )
    report = export_file(two_maps, target, options)
    assert report.maps_left_out == ("Andre gang",)
    with Image.open(target) as picture:
        assert picture.size == (round(210 / 25.4 * 100), round(297 / 25.4 * 100))
        shades = picture.convert("L").tobytes()
    assert min(shades) < 60
    assert max(shades) == 255


def test_a_map_asked_for_leaves_none_out(two_maps: Document, tmp_path: Path) -> None:
    target = tmp_path / "kart.svg"
    report = export_file(
        two_maps, target, ExportOptions(poster=PosterSettings(paper="A4"), map_id="m2")
    )
    assert report.maps_left_out == ()
    words = "".join(ET.parse(target).getroot().itertext())  # noqa: S314
    assert "Andre gang" in words
    assert "Første besøk" not in words


def test_the_words_are_in_the_language_asked_for(two_maps: Document, tmp_path: Path) -> None:
    target = tmp_path / "kart.svg"
    export_file(two_maps, target, ExportOptions(poster=PosterSettings(paper="A4")))
    assert 'xml:lang="nb"' in target.read_text(encoding="utf-8")
    export_file(two_maps, target, ExportOptions(poster=PosterSettings(paper="A4"), language="sv"))
    assert 'xml:lang="sv"' in target.read_text(encoding="utf-8")


def test_characters_no_font_has_are_named_once(tmp_path: Path) -> None:
    odd = document(journey(title="Prøve \U000f0000 og \U000f0001 og \U000f0000"))
    report = export_file(odd, tmp_path / "kart.svg", SMALL)
    assert report.missing_characters == ("\U000f0000", "\U000f0001")


@pytest.mark.parametrize(
    ("name", "options", "code"),
    [
        ("kart.docx", SMALL, "export_format_unknown"),
        ("kart", SMALL, "export_format_unknown"),
        ("kart.pdf", ExportOptions(poster=PosterSettings(paper="B7")), "paper_unknown"),
        (
            "kart.pdf",
            ExportOptions(poster=PosterSettings(orientation=Orientation("up"))),
            "orientation_unknown",
        ),
        ("kart.pdf", ExportOptions(map_id="none"), "map_unknown"),
        ("kart.png", ExportOptions(dpi=0), "dpi_out_of_range"),
        (
            "kart.png",
            ExportOptions(poster=PosterSettings(paper="A0"), dpi=1200),
            "dpi_out_of_range",
        ),
    ],
)
def test_what_can_not_be_made_is_refused_and_nothing_written(
    two_maps: Document, tmp_path: Path, name: str, options: ExportOptions, code: str
) -> None:
    with pytest.raises(ExportError) as refused:
        export_file(two_maps, tmp_path / name, options)
    assert refused.value.code == code
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("allowed", [0, 1, 2])
def test_stopping_leaves_what_was_there(
    two_maps: Document, tmp_path: Path, ending: str, allowed: int
) -> None:
    target = tmp_path / f"kart{ending}"
    target.write_bytes(OLD)
    asked: list[float] = []

    def listen(share: float) -> bool:
        asked.append(share)
        return len(asked) <= allowed

    with pytest.raises(ExportCancelledError):
        export_file(two_maps, target, SMALL, listen)
    assert target.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_full_disk_leaves_what_was_there(
    two_maps: Document, tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / f"kart{ending}"
    target.write_bytes(OLD)
    written = 0
    real_write = os.write

    def write(descriptor: int, content: bytes) -> int:
        nonlocal written
        written += 1
        if written > 1:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real_write(descriptor, content[:100])

    with monkeypatch.context() as broken:
        broken.setattr(os, "write", write)
        with pytest.raises(FileError) as failed:
            export_file(two_maps, target, SMALL)
    assert failed.value.code == "disk_full"
    assert written > 1
    assert target.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("ending", ENDINGS)
def test_progress_begins_at_nothing_moves_on_and_ends_at_all(
    two_maps: Document, tmp_path: Path, ending: str
) -> None:
    told: list[float] = []

    def listen(share: float) -> bool:
        told.append(share)
        return True

    export_file(two_maps, tmp_path / f"kart{ending}", SMALL, listen)
    assert told[0] == 0
    assert told[-1] == 1
    assert told == sorted(told)
    assert any(0 < share < 1 for share in told)


@pytest.mark.parametrize("ending", ENDINGS)
def test_it_works_in_another_thread(
    two_maps: Document, tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")  # times of their own pack differently
    here, there = tmp_path / f"here{ending}", tmp_path / f"there{ending}"
    export_file(two_maps, here, SMALL)
    worker = threading.Thread(target=export_file, args=(two_maps, there, SMALL))
    worker.start()
    worker.join()
    times = rb"\(D:\d+[^)]*\)|\d{4}-\d\d-\d\dT[\d:]+Z|<[0-9a-f]{32}>"
    assert re.sub(times, b"", here.read_bytes()) == re.sub(times, b"", there.read_bytes())


def test_a_link_to_a_map_is_not_written_over(two_maps: Document, tmp_path: Path) -> None:
    source, target = tmp_path / "kart.cjmap", tmp_path / "poster.pdf"
    source.write_bytes(OLD)
    target.symlink_to(source.name)
    with pytest.raises(ExportError, match=r"export_format_unknown .*kart\.cjmap"):
        export_file(two_maps, target, SMALL)
    assert source.read_bytes() == OLD
