"""The structure of a PDF: what is told, in which order, and what is told to nobody."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import msgspec
import pikepdf
import pytest

from cjmapper.drawing.pages import Page, PageKind
from cjmapper.drawing.primitives import (
    Clip,
    Drawing,
    Form,
    Group,
    Image,
    Link,
    Path,
    Primitive,
    Rectangle,
    Stroke,
)
from cjmapper.geometry import Rect, Size
from cjmapper.painters.pdf import PdfFacts, write_pdf
from cjmapper.text.fonts import Face
from tests.support.drawings import png, sample, text
from tests.support.paged import paged
from tests.support.pdf_checks import complaints, told

_BOX = Rectangle(Rect(1, 1, 10, 5), fill="#DDDDDD", stroke=Stroke("#000000", 0.2), radius=1)


def made(*pages: Page) -> bytes:
    target = BytesIO()
    write_pdf(pages, target, PdfFacts("Reisen", "nb", invariant=True))
    return target.getvalue()


def drawn(*items: Primitive) -> bytes:
    return made(*paged(Drawing(Size(200, 200), items, title="Reisen", language="nb")))


def group(role: str, *items: Primitive, title: str = "", x: float = 0.0) -> Group:
    return Group(role, items, x=x, role=role, title=title)


def said(words: str, y: float = 5) -> tuple[Primitive, ...]:
    return text(words, 5, y, 150)


def tree(content: bytes) -> list[str]:
    """The elements, indented by depth, with how many marks each holds."""
    with pikepdf.open(BytesIO(content)) as pdf:
        return list(_branch(pdf.Root.StructTreeRoot.K[0], 0))


def _branch(element: Any, depth: int) -> list[str]:
    kids = list(element.K)
    marks = sum(isinstance(kid, int) for kid in kids)
    lines = [f"{'  ' * depth}{str(element.S)[1:]}{f' {marks}' if marks else ''}"]
    for kid in kids:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            lines += _branch(kid, depth + 1)
    return lines


def journey() -> tuple[Primitive, ...]:
    card = group("card", _BOX, *said("Ringer", 50), *said("Telefon", 56), title="Smerte: Ringer")
    plain = group("card", _BOX, *said("Venter", 60), x=20)
    step = group("step", group("heading-3", *said("Bestille", 40)), group("list", card, plain))
    phase = group("phase", group("heading-2", _BOX, *said("Før", 30)), step, title="Før, 1 av 1")
    curve = group("curve", _line(), *said("Kari", 90), title="Kari: ned, så opp")
    return (
        group("decoration", _BOX, *said("Vannmerke")),
        group("part", group("heading-1", *said("Reisen")), group("paragraph", *said("Om", 20))),
        group("part", phase, curve),
        group("part", group("list", group("item", *said("Opplevd", 100)))),
    )


def _line() -> Path:
    return Path((("M", 0.0, 80.0), ("L", 90.0, 85.0)), stroke=Stroke("#000000", 1))


def test_the_sample_keeps_to_the_whole_list() -> None:
    target = BytesIO()
    write_pdf(paged(sample()), target, PdfFacts("Demo", "nb"))
    assert complaints(target.getvalue()) == []


def test_roles_become_sections_headings_lists_and_figures() -> None:
    content = drawn(*journey())
    assert complaints(content) == []
    assert tree(content) == [
        "Document",
        "  Sect",
        "    H1 1",
        "    P 1",
        "  Sect",
        "    Sect",
        "      H2 1",
        "      Sect",
        "        H3 1",
        "        L",
        "          LI",
        "            LBody",
        "              P 2",
        "          LI",
        "            LBody",
        "              P 1",
        "    Figure 1",
        "  Sect",
        "    L",
        "      LI",
        "        LBody",
        "          P 1",
    ]


def test_it_is_told_in_the_order_of_the_drawing_and_decoration_to_nobody() -> None:
    assert told(drawn(*journey())) == [
        ("H1", "Reisen"),
        ("P", "Om"),
        ("H2", "Før"),
        ("H3", "Bestille"),
        ("P", "Smerte: Ringer"),
        ("P", "Venter"),
        ("Figure", "Kari: ned, så opp"),
        ("P", "Opplevd"),
    ]


def test_cards_beside_each_other_are_a_list_without_being_told_so() -> None:
    cards = [group("card", *said(f"Kort {number}", 10 * number)) for number in range(1, 4)]
    content = drawn(*cards[:2], group("paragraph", *said("Mellom", 80)), cards[2])
    assert complaints(content) == []
    kinds = [line.strip() for line in tree(content)]
    assert kinds.count("L") == 2
    assert kinds.count("LI") == 3


@pytest.mark.parametrize("role", ["phase", "step"])
def test_a_phase_or_step_of_words_alone_is_a_heading(role: str) -> None:
    content = drawn(
        group("heading-1", *said("Tittel")), group("phase", *said("En", 20)), group(role, _BOX)
    )
    assert complaints(content) == []
    assert told(content) == [("H1", "Tittel"), ("H2", "En")]


def test_a_phase_with_things_in_it_is_a_section_that_its_words_head() -> None:
    inside = group("phase", *said("Før", 20), group("card", *said("Ringer", 30)))
    content = drawn(group("heading-1", *said("Tittel")), inside)
    assert [line.strip() for line in tree(content)][2:4] == ["Sect", "H2 1"]
    assert complaints(content) == []


def test_no_heading_skips_a_level() -> None:
    content = drawn(
        group("heading-2", *said("Fase")),
        group("heading-3", *said("Trinn", 20)),
        group("heading-2", *said("Fase", 40)),
    )
    assert complaints(content) == []
    assert [kind for kind, _ in told(content)] == ["H1", "H2", "H1"]
    content = drawn(group("heading-1", *said("A")), group("heading-3", *said("B", 20)))
    assert [kind for kind, _ in told(content)] == ["H1", "H2"]


def test_lines_of_one_paragraph_are_one_mark_and_a_broken_word_is_whole() -> None:
    lines = text("Kundetilfredshetsundersøkelsen kommer på e-post", 5, 5, 33)
    assert len(lines) > 2
    content = drawn(*lines)
    assert tree(content) == ["Document", "  P 1"]
    ((_, words),) = told(content)
    assert words.replace("\u00ad", "") == "Kundetilfredshetsundersøkelsen kommer på e-post"


def test_a_picture_is_told_by_its_words_and_one_without_is_told_to_nobody() -> None:
    told_one = Image(Rect(10, 10, 20, 20), "a", "image/png", png(), "Kari ved disken")
    silent = Image(Rect(40, 10, 20, 20), "b", "image/png", png())
    content = drawn(told_one, silent, *said("Etter", 60))
    assert told(content) == [("Figure", "Kari ved disken"), ("P", "Etter")]
    assert complaints(content) == []


def test_a_card_with_a_picture_is_told_with_both() -> None:
    picture = Image(Rect(10, 10, 20, 20), "a", "image/png", png(), "Køen")
    content = drawn(group("card", _BOX, picture, *said("Venter", 40), title="Smerte: Venter"))
    assert told(content) == [("Figure", "Køen"), ("P", "Smerte: Venter")]
    assert complaints(content) == []


def test_a_figure_is_one_mark_whatever_is_in_it() -> None:
    inner = group("card", _BOX, *said("Inni"))
    picture = Image(Rect(10, 40, 20, 20), "a", "image/png", png(), "Bilde")
    content = drawn(group("figure", inner, picture, title="En tegning", x=10))
    assert tree(content) == ["Document", "  Figure 1"]
    assert complaints(content) == []


def test_a_link_has_words_and_a_tag_and_leads_only_where_links_may() -> None:
    good = Link(Rect(5, 5, 30, 5), "https://example.org/blå")
    bad = Link(Rect(5, 15, 30, 5), "file:///etc/passwd")
    content = drawn(group("paragraph", *said("Mer"), good), bad)
    assert complaints(content) == []
    with pikepdf.open(BytesIO(content)) as pdf:
        (annotation,) = pdf.pages[0].Annots
        assert str(annotation.A.URI) == "https://example.org/bl%C3%A5"
        assert str(annotation.Contents) == "https://example.org/bl%C3%A5"
        link = pdf.Root.StructTreeRoot.K[0].K[0].K[-1]
        assert (str(link.S), str(link.Alt)) == ("/Link", "https://example.org/bl%C3%A5")
    assert [line.strip() for line in tree(content)] == ["Document", "P 1", "Link"]
    assert b"passwd" not in content


def test_a_link_beyond_what_is_seen_leads_nowhere() -> None:
    link = Link(Rect(50, 50, 30, 5), "https://example.org/")
    content = drawn(Clip(Rect(0, 0, 60, 60), (link,)), Clip(Rect(0, 0, 40, 40), (link,)))
    with pikepdf.open(BytesIO(content)) as pdf:
        (annotation,) = pdf.pages[0].Annots
        left, _, right, _ = (float(side) for side in annotation.Rect)
    assert right - left == pytest.approx(10 * 72 / 25.4, abs=0.01)


def test_several_pages_are_sections_with_their_titles() -> None:
    second = Drawing(Size(100, 100), said("Second"), title="The second", language="en")
    first = Drawing(Size(100, 100), said("Første"), title="Den første", language="nb")
    content = made(*paged(first, second))
    assert complaints(content) == []
    with pikepdf.open(BytesIO(content)) as pdf:
        sections = list(pdf.Root.StructTreeRoot.K[0].K)
        assert [str(one.T) for one in sections] == ["Den første", "The second"]
        assert "/Lang" not in sections[0]
        assert str(sections[1].Lang) == "en"


def tiles() -> tuple[Form, tuple[Page, ...]]:
    picture = Image(Rect(120, 120, 40, 40), "a", "image/png", png(), "Bilde")
    link = Link(Rect(5, 5, 30, 5), "https://example.org/")
    shared = Form(Rect(0, 0, 200, 200), (_BOX, *said("Hele plakaten"), picture, link))
    pages = []
    for number in range(4):
        x, y = -100.0 * (number % 2), -100.0 * (number // 2)
        tile = Clip(Rect(0, 0, 100, 100), (Group("tile", (shared,), x, y),))
        items: tuple[Primitive, ...] = (tile, *text("merke", 5, 102, 50, Face.SANS, 3))
        drawing = Drawing(Size(110, 110), items, title="Reisen", language="nb")
        label = f"{'AB'[number % 2]}{number // 2 + 1}"
        pages.append(Page(drawing=drawing, map_id="m", kind=PageKind.TILE, label=label))
    return shared, tuple(pages)


def test_what_pages_share_is_written_once_and_is_a_figure_on_each() -> None:
    _, pages = tiles()
    content = made(*pages)
    assert complaints(content) == []
    with pikepdf.open(BytesIO(content)) as pdf:
        forms = {
            form.objgen
            for page in pdf.pages
            for form in page.Resources.XObject.values()
            if form.Subtype == "/Form"
        }
        assert len(forms) == 1
        assert [len(page.get("/Annots", ())) for page in pdf.pages] == [1, 0, 0, 0]
        assert len(pdf.pages[0].Contents.read_bytes()) < 1000
    assert ("Figure", "B2 Reisen") in told(content)


def test_a_form_that_one_page_shows_is_told_like_all_else() -> None:
    _, pages = tiles()
    content = made(pages[0])
    assert told(content)[0] == ("P", "Hele plakaten")
    assert complaints(content) == []


def test_pages_are_named_as_they_are_labelled() -> None:
    _, pages = tiles()
    with pikepdf.open(BytesIO(made(*pages))) as pdf:
        assert [str(page.label) for page in pdf.pages] == ["A1", "B1", "A2", "B2"]
        with pdf.open_outline() as outline:
            assert [item.title for item in outline.root] == ["Reisen"]


def test_the_trim_and_the_bleed_are_told_as_boxes() -> None:
    (page,) = paged(Drawing(Size(220, 220), (_BOX,)))
    cut = msgspec.structs.replace(page, trim=Rect(10, 20, 200, 190), bleed=Rect(7, 17, 206, 196))
    with pikepdf.open(BytesIO(made(cut))) as pdf:
        (found,) = pdf.pages
        boxes = {
            name: [round(float(side) * 25.4 / 72, 2) for side in found[f"/{name}Box"]]
            for name in ("Media", "Crop", "Bleed", "Trim")
        }
    assert boxes == {
        "Media": [0, 0, 220, 220],
        "Crop": [0, 0, 220, 220],
        "Bleed": [7, 7, 213, 203],
        "Trim": [10, 10, 210, 200],
    }


def _unmark(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b"\n0 0 9 9 re f")


def _drop_alternative(pdf: pikepdf.Pdf) -> None:
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/Figure":
            del thing["/Alt"]


def _drop_owner(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot.ParentTree.Nums[1][0]


def _skip_heading(pdf: pikepdf.Pdf) -> None:
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/H1":
            thing.S = pikepdf.Name("/H3")


def _break_list(pdf: pikepdf.Pdf) -> None:
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/LI":
            thing.S = pikepdf.Name("/P")


def _swap_boxes(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].TrimBox = pikepdf.Array([-9, 0, 100, 100])


def _unread(pdf: pikepdf.Pdf) -> None:
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font":
            del thing["/ToUnicode"]


def _two_ways(pdf: pikepdf.Pdf) -> None:
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font":
            thing.Encoding = pikepdf.Name("/WinAnsiEncoding")


def _attach(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["kart.cjmap"] = b"{}"


def _forget(name: str) -> Callable[[pikepdf.Pdf], None]:
    def forget(pdf: pikepdf.Pdf) -> None:
        del pdf.Root[name]

    return forget


@pytest.mark.parametrize(
    ("harm", "noticed"),
    [
        (_unmark, "draws outside of all marks"),
        (_drop_alternative, "a figure that nobody tells"),
        (_drop_owner, "marks and owners differ"),
        (_skip_heading, "skips a level"),
        (_break_list, "holds"),
        (_swap_boxes, "reaches beyond"),
        (_unread, "can't be read"),
        (_two_ways, "two ways"),
        (_attach, "attached file without"),
        (_forget("/MarkInfo"), "not marked"),
        (_forget("/Lang"), "no language"),
        (_forget("/ViewerPreferences"), "the title is not shown"),
    ],
)
def test_the_list_notices_what_is_wrong(harm: Callable[[pikepdf.Pdf], None], noticed: str) -> None:
    harmed = BytesIO()
    with pikepdf.open(BytesIO(drawn(*journey()))) as pdf:
        harm(pdf)
        pdf.save(harmed)
    assert any(noticed in complaint for complaint in complaints(harmed.getvalue()))


def test_pages_without_a_label_are_counted_on_among_those_with_one() -> None:
    (plain,) = paged(Drawing(Size(100, 100), (_BOX,)))
    named = msgspec.structs.replace(plain, label="B3")
    with pikepdf.open(BytesIO(made(plain, named, plain))) as pdf:
        assert [str(page.label) for page in pdf.pages] == ["1", "B3", "3"]


def test_a_paragraph_within_a_paragraph_is_the_same_one() -> None:
    content = drawn(group("paragraph", *said("En"), group("paragraph", *said("to", 20))))
    assert tree(content)[1:] == ["  P 2"]
    assert complaints(content) == []
