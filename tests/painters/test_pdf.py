"""The PDF, read back by programs that know nothing of ours."""

import gc
import hashlib
import re
import shutil
import subprocess
import sys
from contextlib import nullcontext
from io import BytesIO
from pathlib import Path

import msgspec
import pikepdf
import pypdfium2
import pytest
from PySide6.QtCore import QCoreApplication

from cjmapper.drawing.primitives import Drawing, Image, Rectangle, TextLine
from cjmapper.errors import ExportCancelledError, ExportError
from cjmapper.geometry import Rect, Size
from cjmapper.painters.pdf import Attachment, PdfFacts, write_pdf
from cjmapper.painters.pdf_file import _up
from cjmapper.text.fonts import Face
from tests.support.drawings import METRICS, TEXTS, TITLE, png, sample, text, typesetter
from tests.support.paged import paged
from tests.support.pdf_checks import complaints, told
from tests.support.screen_lines import (
    ReadLine,
    differences,
    pdf_glyphs,
    pdf_lines,
    screen_glyphs,
    screen_lines,
)

MM = 72 / 25.4


def made(*pages: Drawing, facts: PdfFacts | None = None) -> bytes:
    target = BytesIO()
    write_pdf(paged(*(pages or [sample()])), target, facts or PdfFacts(invariant=True))
    return target.getvalue()


def read_text(content: bytes, page: int = 0) -> str:
    document = pypdfium2.PdfDocument(content)
    try:
        return str(document[page].get_textpage().get_text_range())
    finally:
        document.close()


def words(found: str) -> list[str]:
    return found.replace("\ufffe", "").replace("\u00ad\n", "").split()


def fonts_of(content: bytes) -> dict[str, bool]:
    with pikepdf.open(BytesIO(content)) as pdf:
        found = {}
        for page in pdf.pages:
            for font in page.Resources.Font.values():
                found[str(font.BaseFont)] = "/FontFile2" in font.get("/FontDescriptor", {})
        return found


def test_every_word_is_in_the_text_and_hyphenated_words_are_whole(sample_pdf: bytes) -> None:
    found = words(read_text(sample_pdf))
    for wanted in (TITLE, *TEXTS):
        for word in wanted.split():
            if "\U000f0000" not in word:
                assert word in found, word


def test_another_reader_finds_the_words_too(sample_pdf: bytes, tmp_path: Path) -> None:
    program = shutil.which("pdftotext")
    if program is None:
        pytest.fail("pdftotext is missing; it comes with poppler-utils")
    path = tmp_path / "sample.pdf"
    path.write_bytes(sample_pdf)
    told = subprocess.run([program, path, "-"], capture_output=True, check=True)
    found = words(told.stdout.decode().replace("\u00ad\n", ""))
    assert "Kundetilfredshetsundersøkelsen" in found
    assert "漢字" in found
    assert "😀👍" in found


def test_what_no_font_has_is_still_in_the_text(sample_pdf: bytes) -> None:
    assert "\U000f0000" in read_text(sample_pdf)


def test_only_our_own_fonts_are_in_it_embedded_as_subsets(sample_pdf: bytes) -> None:
    fonts = fonts_of(sample_pdf)
    assert all(fonts.values())
    assert all(name[7] == "+" and name[8:].startswith("CJMapper") for name in fonts)
    assert {name[8:] for name in fonts} >= {"CJMapperSans-Regular", "CJMapperSans-Italic"}
    assert len(sample_pdf) < 100_000


def test_the_file_is_sound(sample_pdf: bytes, tmp_path: Path) -> None:
    program = shutil.which("qpdf")
    if program is None:
        pytest.fail("qpdf is missing")
    path = tmp_path / "sample.pdf"
    path.write_bytes(sample_pdf)
    subprocess.run([program, "--check", path], capture_output=True, check=True)


@pytest.mark.parametrize("size", [Size(297, 210), Size(1189, 841), Size(215.9, 279.4)])
def test_the_page_is_as_large_as_the_drawing(size: Size) -> None:
    content = made(Drawing(size, ()))
    document = pypdfium2.PdfDocument(content)
    assert document[0].get_size() == pytest.approx((size.width * MM, size.height * MM), abs=0.01)
    document.close()


def test_equal_drawings_make_equal_files() -> None:
    assert made() == made()


def test_it_says_its_title_and_language_and_no_name_of_a_person(sample_pdf: bytes) -> None:
    with pikepdf.open(BytesIO(sample_pdf)) as pdf:
        assert pdf.pdf_version == "1.7"
        assert str(pdf.Root.Lang) == "nb"
        assert str(pdf.docinfo.Title) == "Demo «plakat»"
        assert str(pdf.docinfo.Author) == ""
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert b"anonymous" not in sample_pdf


def test_an_author_stands_in_it_only_when_typed() -> None:
    content = made(facts=PdfFacts("A", "sv", author="Kari Ås"))
    with pikepdf.open(BytesIO(content)) as pdf:
        assert str(pdf.docinfo.Author) == "Kari Ås"


def test_bookmarks_lead_to_the_phases(sample_pdf: bytes) -> None:
    with pikepdf.open(BytesIO(sample_pdf)) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Oppdage", "Kjøpe", "Bruke"]
    document = pypdfium2.PdfDocument(sample_pdf)
    places = [item.get_dest().get_view() for item in document.get_toc()]
    document.close()
    lefts = [place[1][0] for place in places]
    tops = [place[1][1] for place in places]
    assert lefts == pytest.approx([12 * MM, 102 * MM, 192 * MM], abs=0.5)
    assert tops == pytest.approx([(210 - 24) * MM] * 3, abs=0.5)


def test_several_maps_are_pages_with_bookmarks_under_their_titles() -> None:
    second = msgspec.structs.replace(sample(), title="Nummer to", size=Size(420, 297))
    content = made(sample(), second)
    document = pypdfium2.PdfDocument(content)
    assert [(item.level, item.get_title()) for item in document.get_toc()][4:6] == [
        (0, "Nummer to"),
        (1, "Oppdage"),
    ]
    assert document[1].get_width() == pytest.approx(420 * MM, abs=0.01)
    document.close()


def test_a_link_lies_where_it_is_drawn(sample_pdf: bytes) -> None:
    with pikepdf.open(BytesIO(sample_pdf)) as pdf:
        (annotation,) = pdf.pages[0].Annots
        assert str(annotation.A.URI) == "https://example.org/?a=1&b=2"
        rect = [float(side) for side in annotation.Rect]
    wanted = [220 * MM, (210 - 165) * MM, 250 * MM, (210 - 145) * MM]
    assert rect == pytest.approx(wanted, abs=0.01)


def test_the_screen_and_the_pdf_have_the_same_lines(
    application: QCoreApplication,  # noqa: ARG001
    sample_pdf: bytes,
) -> None:
    on_screen = screen_lines(sample(), METRICS)
    assert len(on_screen) == 18
    assert differences(on_screen, pdf_lines(sample_pdf)) == []


def test_a_line_broken_elsewhere_is_noticed(
    application: QCoreApplication,  # noqa: ARG001
    sample_pdf: bytes,
) -> None:
    narrower = msgspec.structs.replace(
        sample(), items=(*sample().items, *text("et ord til", 12, 190, 30))
    )
    found = differences(screen_lines(narrower, METRICS), pdf_lines(sample_pdf))
    assert [line.text for line in found] == ["etordtil"]
    assert differences([ReadLine("a", 1, 1)], [ReadLine("a", 1.5, 1)])


def test_each_glyph_of_a_long_line_is_where_the_advances_put_it(
    application: QCoreApplication,  # noqa: ARG001
) -> None:
    (line,) = text("Fjåsete AVTALER Wy øl; " * 16, 5, 10, 2000, size=5)
    drawing = Drawing(Size(1189, 841), (line,))
    in_pdf = sorted(pdf_glyphs(made(drawing)))
    on_screen = sorted(screen_glyphs(drawing, METRICS))
    advances = typesetter().advances(line.line)
    drawn = [letter for letter in line.line.text if letter != " "]
    wanted = [
        5 + advance * 5 / 2048
        for advance, letter in zip(advances, line.line.text, strict=False)
        if letter != " "
    ]
    assert len(wanted) == len(in_pdf) == len(on_screen) == len(drawn)
    assert [glyph.x for glyph in in_pdf] == pytest.approx(wanted, abs=0.01)
    assert [glyph.x for glyph in on_screen] == pytest.approx(wanted, abs=0.01)
    assert [glyph.letter for glyph in in_pdf] == drawn


def test_what_comes_later_covers_what_came_before() -> None:
    below = Rectangle(Rect(0, 0, 20, 20), fill="#FF0000")
    (letter,) = text("M", 5, 5, 10, size=8)
    above = Rectangle(Rect(0, 0, 20, 20), fill="#00FF00")
    document = pypdfium2.PdfDocument(made(Drawing(Size(20, 20), (below, letter, above))))
    picture = document[0].render(scale=2).to_pil().convert("RGB")
    document.close()
    assert picture.getpixel((28, 28)) == (0, 255, 0)
    assert picture.getcolors() == [(picture.width * picture.height, (0, 255, 0))]


def test_colours_come_out_as_they_were_asked_for() -> None:
    drawing = Drawing(Size(10, 10), (Rectangle(Rect(0, 0, 5, 10), fill="#A63A00"),), "#F2A46B")
    document = pypdfium2.PdfDocument(made(drawing))
    picture = document[0].render(scale=4).to_pil().convert("RGB")
    document.close()
    assert picture.getpixel((10, 50)) == (0xA6, 0x3A, 0x00)
    assert picture.getpixel((100, 50)) == (0xF2, 0xA4, 0x6B)


def test_a_picture_drawn_twice_is_stored_once() -> None:
    picture = Image(Rect(1, 1, 5, 5), "a", "image/png", png(), "x")
    again = msgspec.structs.replace(picture, rect=Rect(9, 9, 5, 5))
    content = made(Drawing(Size(20, 20), (picture, again)))
    with pikepdf.open(BytesIO(content)) as pdf:
        assert len(pdf.pages[0].Resources.XObject) == 1


def test_a_picture_that_cannot_be_shown_is_an_empty_frame() -> None:
    junk = Image(Rect(1, 1, 5, 5), "lost", "image/png", b"junk", "Borte")
    cut = Image(Rect(9, 1, 5, 5), "cut", "image/png", png(40, 40)[:60], "Avkuttet")
    content = made(Drawing(Size(20, 20), (junk, cut)))
    with pikepdf.open(BytesIO(content)) as pdf:
        assert "/XObject" not in pdf.pages[0].Resources
        assert pdf.pages[0].Contents.read_bytes().count(b" S\n") == 2
    assert told(content) == [("Figure", "Borte"), ("Figure", "Avkuttet")]


def test_a_page_that_no_pdf_can_have_is_refused() -> None:
    with pytest.raises(ExportError) as refused:
        write_pdf(paged(Drawing(Size(5081, 100), ())), BytesIO(), PdfFacts())
    assert refused.value.code == "page_too_large"
    assert made(Drawing(Size(5079, 10), ())).startswith(b"%PDF-1.7")


def test_what_travels_along_comes_back_as_it_was(tmp_path: Path) -> None:
    source = '{"title": "Blå «reise»"}'.encode() * 100
    attachment = Attachment("Blå reise.cjmap", "application/json", source, "Kartet «Blå reise»")
    target = BytesIO()
    write_pdf(paged(sample()), target, PdfFacts("A", "nb"), attachment=attachment)
    with pikepdf.open(target) as pdf:
        ((name, held),) = pdf.attachments.items()
        stored = held.get_file()
        assert name == held.filename == "Blå reise.cjmap"
        assert held.description == "Kartet «Blå reise»"
        assert stored.mime_type == "application/json"
        assert stored.read_bytes() == source
        assert stored.size == len(source)
        assert stored.md5 == hashlib.md5(source, usedforsecurity=False).digest()
        (specification,) = pdf.Root.AF
        assert specification.AFRelationship == "/Source"
        assert "/EmbeddedFiles" in pdf.Root.Names
    assert complaints(target.getvalue()) == []
    path = tmp_path / "with-source.pdf"
    path.write_bytes(target.getvalue())
    program = shutil.which("qpdf")
    assert program is not None
    subprocess.run([program, "--check", path], capture_output=True, check=True)


def test_nothing_travels_along_unless_it_is_asked_for(sample_pdf: bytes) -> None:
    with pikepdf.open(BytesIO(sample_pdf)) as pdf:
        assert len(pdf.attachments) == 0
        assert "/AF" not in pdf.Root


def test_the_same_is_said_in_two_ways(sample_pdf: bytes) -> None:
    title = "Fra <a> & «b» €"
    facts = PdfFacts(title.replace(" €", "\x01€"), "nb", author="Kari Ås", invariant=True)
    with pikepdf.open(BytesIO(made(facts=facts))) as pdf, pdf.open_metadata() as metadata:
        assert str(pdf.docinfo.Title) == title
        assert metadata["dc:title"] == title
        assert metadata["dc:creator"] == ["Kari Ås"]
        assert set(metadata["dc:language"]) == {"nb"}
    with pikepdf.open(BytesIO(sample_pdf)) as pdf, pdf.open_metadata() as metadata:
        assert "dc:creator" not in metadata


def test_more_letters_than_one_subset_holds_are_all_there() -> None:
    letters = "".join(map(chr, (*range(0x21, 0x7F), *range(0xC0, 0x180), *range(0x391, 0x3A2))))
    letters += "".join(map(chr, range(0x410, 0x450)))
    content = made(Drawing(Size(300, 200), text(" ".join(letters), 5, 5, 290)))
    assert [letter for letter in words(read_text(content)) if letter] == list(letters)
    with pikepdf.open(BytesIO(content)) as pdf:
        fonts = list(pdf.pages[0].Resources.Font.values())
        assert len(fonts) > 1
        for font in fonts:
            pieces = re.findall(rb"(\d+) beginbfchar", font.ToUnicode.read_bytes())
            assert pieces
            assert all(int(count) <= 100 for count in pieces)
            assert b"<0000>" not in font.ToUnicode.read_bytes()


def test_a_picture_stands_upright_and_keeps_its_shape() -> None:
    half = _two_rows()
    drawing = Drawing(Size(20, 20), (Image(Rect(0, 0, 20, 10), "a", "image/png", half),))
    document = pypdfium2.PdfDocument(made(drawing))
    shown = document[0].render(scale=4).to_pil().convert("RGB")
    document.close()
    middle = shown.width // 2
    assert shown.getpixel((middle, 8)) == (255, 0, 0)
    assert shown.getpixel((middle, shown.height // 2 - 8)) == (0, 0, 255)
    assert shown.getpixel((4, 8)) == (255, 255, 255)


def _two_rows() -> bytes:
    from PIL import Image as Pillow

    picture = Pillow.new("RGB", (10, 10), (255, 0, 0))
    picture.paste((0, 0, 255), (0, 5, 10, 10))
    written = BytesIO()
    picture.save(written, "PNG")
    return written.getvalue()


def test_a_person_who_stops_it_gets_an_error() -> None:
    with pytest.raises(ExportCancelledError):
        write_pdf(paged(sample()), BytesIO(), PdfFacts(), lambda _: False)


@pytest.mark.parametrize("goes_on", [True, False])
@pytest.mark.parametrize("searched", [True, False])
def test_no_search_for_rubbish_disturbs_it_and_then_all_is_as_before(
    *, searched: bool, goes_on: bool
) -> None:
    meanwhile: list[bool] = []

    def listen(_share: float) -> bool:
        meanwhile.append(gc.isenabled())
        return goes_on

    before = gc.isenabled()
    (gc.enable if searched else gc.disable)()
    try:
        with nullcontext() if goes_on else pytest.raises(ExportCancelledError):
            write_pdf(paged(sample()), BytesIO(), PdfFacts(), listen)
        after = gc.isenabled()
    finally:
        (gc.enable if before else gc.disable)()
    assert set(meanwhile) == {False}
    assert after is searched


def test_the_table_of_objects_says_of_each_row_what_it_is_more_than_the_one_above() -> None:
    rows = [b"\x00\xff\x80", b"\x01\x00\x80", b"\x00\x7f\x81", b"\xff\xff\x01"]
    assert _up(rows) == b"\2\x00\xff\x80\2\x01\x01\x00\2\xff\x7f\x01\2\xff\x80\x80"


@pytest.mark.parametrize(("words", "put_right"), [("restaurant " * 5, True), ("n", False)])
def test_a_text_is_put_right_only_where_its_glyphs_would_drift(
    words: str, *, put_right: bool
) -> None:
    drawing = Drawing(Size(200.0, 20.0), text(words.strip(), 5.0, 5.0, 190.0))
    with pikepdf.open(BytesIO(made(drawing))) as pdf:
        content = pdf.pages[0].Contents.read_bytes()
    assert (b"] TJ" in content) is put_right


def test_progress_only_grows() -> None:
    told: list[float] = []

    def listen(share: float) -> bool:
        told.append(share)
        return True

    many = tuple(Rectangle(Rect(n, 1, 1, 1), fill="#000000") for n in range(3000))
    write_pdf(paged(*[Drawing(Size(100, 100), many)] * 2), BytesIO(), PdfFacts(), listen)
    assert len(told) > 10
    assert told == sorted(told)
    assert 0 <= told[0] < told[-1] <= 1


def test_markup_in_a_text_is_drawn_as_it_stands() -> None:
    words_with_markup = '<b>fet</b> <img src="file:///etc/passwd"/> (\\) &amp;'
    content = made(Drawing(Size(300, 50), text(words_with_markup, 5, 5, 290)))
    assert read_text(content).strip() == words_with_markup


def test_a_line_of_blanks_alone_is_drawn_without_complaint() -> None:
    lines: tuple[TextLine, ...] = text("   ", 5, 5, 50, Face.ITALIC)
    assert made(Drawing(Size(50, 50), lines)).startswith(b"%PDF-1.7")


def test_the_module_that_unpickles_a_file_anyone_may_write_is_never_loaded() -> None:
    check = (
        "import sys, io\n"
        "from cjmapper.painters.pdf import PdfFacts, write_pdf\n"
        "from tests.support.drawings import sample\n"
        "from tests.support.paged import paged\n"
        "write_pdf(paged(sample()), io.BytesIO(), PdfFacts())\n"
        "assert 'reportlab.lib.fontfinder' not in sys.modules\n"
        "assert 'PySide6' not in sys.modules\n"
    )
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", check], cwd=root, check=True)
