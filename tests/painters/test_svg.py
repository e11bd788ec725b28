"""The SVG as XML: its words, its names, and that it needs nothing from elsewhere."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import msgspec
import pytest

from cjmapper.drawing.primitives import Drawing, Group, Link, Rectangle
from cjmapper.geometry import Rect, Size
from cjmapper.painters.svg import svg_parts
from tests.support.drawings import TEXTS, TITLE, sample, text

SVG = "{http://www.w3.org/2000/svg}"
GOLDEN = Path(__file__).parents[1] / "golden" / "painters"


def tree(drawing: Drawing, *, embed: bool = False) -> ET.Element:
    return ET.fromstring("".join(svg_parts(drawing, embed=embed)))  # noqa: S314


def seen_words(root: ET.Element) -> list[str]:
    texts = [
        "".join(element.itertext())
        for element in root.iter(f"{SVG}text")
        if element.get("aria-hidden") is None
    ]
    return " ".join(texts).split()


def test_every_word_is_text_and_hyphenated_words_are_whole() -> None:
    found = seen_words(tree(sample()))
    for wanted in (TITLE, *TEXTS):
        for word in wanted.split():
            assert word in found


def test_a_drawn_hyphen_is_there_but_hidden_from_readers() -> None:
    hidden = [e.text for e in tree(sample()).iter(f"{SVG}text") if e.get("aria-hidden") == "true"]
    assert hidden == ["-"]


def test_it_is_as_large_as_the_paper_in_millimetres() -> None:
    root = tree(sample())
    assert (root.get("width"), root.get("height")) == ("297mm", "210mm")
    assert root.get("viewBox") == "0 0 297 210"


def test_groups_are_named_once_each_and_have_titles() -> None:
    twice = (sample().items[1], sample().items[1])
    groups = list(tree(msgspec.structs.replace(sample(), items=twice)).iter(f"{SVG}g"))
    assert [group.get("id") for group in groups] == ["p0", "p0-2"]
    assert [group.findtext(f"{SVG}title") for group in groups] == ["Oppdage", "Oppdage"]
    assert groups[0].get("data-role") == "phase"


def test_it_holds_the_faces_it_uses_and_no_others() -> None:
    plain = "".join(svg_parts(Drawing(Size(50, 20), text("Bare dette", 2, 2, 40))))
    assert plain.count("@font-face") == 1
    everything = "".join(svg_parts(sample()))
    assert everything.count("@font-face") == 5
    assert "'CJMapper Emoji'" in everything


def test_it_loads_nothing_and_runs_nothing() -> None:
    written = "".join(svg_parts(sample()))
    assert "<script" not in written
    assert not re.search(r'\son\w+="', written)
    sources = re.findall(r'(?:src:url\(|<image[^>]*:href=")([^")]{0,12})', written)
    assert sources
    assert all(source.startswith("data:") for source in sources)


def test_what_is_not_xml_never_gets_into_it() -> None:
    words = "a\x00b\x0bc\ud800d\x7f </text><script>alert(1)</script> \"'&"
    group = Group('1 "><x', text(words, 2, 2, 90), title="T\x01<t>")
    root = tree(Drawing(Size(100, 20), (group,), title="</title>\x02"))
    assert not list(root.iter(f"{SVG}script"))
    assert "<script>alert(1)</script>" in " ".join(seen_words(root))
    assert root.findtext(f"{SVG}title") == "</title>\ufffd"


def test_a_group_keeps_its_place_and_scale() -> None:
    box = Rectangle(Rect(0, 0, 10, 10), fill="#112233")
    root = tree(Drawing(Size(50, 50), (Group("a", (box,), x=5, y=7.5, scale=0.25),)))
    (group,) = root.iter(f"{SVG}g")
    assert group.get("transform") == "translate(5 7.5) scale(0.25)"


def test_what_a_group_is_told_as_follows_its_role() -> None:
    roles = ("heading-2", "list", "item", "figure", "decoration", "card", "")
    groups = tuple(Group(f"g{n}", (), role=role, title="Sagt") for n, role in enumerate(roles))
    found = list(tree(Drawing(Size(50, 50), groups)).iter(f"{SVG}g"))
    told = [(one.get("role"), one.get("aria-level"), one.get("aria-hidden")) for one in found]
    assert told == [
        ("heading", "2", None),
        ("list", None, None),
        ("listitem", None, None),
        ("img", None, None),
        (None, None, "true"),
        ("group", None, None),
        ("group", None, None),
    ]
    assert [one.findtext(f"{SVG}title") for one in found].count("Sagt") == len(roles) - 1


def test_without_its_faces_every_run_keeps_its_width() -> None:
    drawing = Drawing(Size(80, 20), text("Vedlikehold av 🍽 og 漢字", 2, 2, 70))
    held = tree(drawing, embed=False)
    widths = [span.get("textLength") for span in held.iter(f"{SVG}tspan")]
    line = text("Vedlikehold av 🍽 og 漢字", 2, 2, 70)[0]
    wanted = [run.advance * line.size / 2048 for run in line.line.runs]
    assert [float(width or 0) for width in widths] == pytest.approx(wanted, abs=1e-3)
    free = tree(drawing, embed=True)
    assert not [span for span in free.iter() if span.get("textLength")]


def test_the_usual_face_is_said_once_and_has_stand_ins() -> None:
    root = tree(Drawing(Size(80, 20), text("Bare dette", 2, 2, 70)))
    assert "sans-serif" in str(root.get("font-family"))
    assert not [span for span in root.iter(f"{SVG}tspan") if span.get("font-family")]


def test_only_links_to_the_web_and_to_mail_are_links() -> None:
    place = Rect(1, 1, 5, 5)
    addresses = ("https://example.org/å", "javascript:alert(1)", "file:///etc/passwd")
    links = tuple(Link(place, address) for address in addresses)
    written = "".join(svg_parts(Drawing(Size(10, 10), links), embed=False))
    root = ET.fromstring(written)  # noqa: S314
    assert [one.get("href") for one in root.iter(f"{SVG}a")] == ["https://example.org/%C3%A5"]
    assert "javascript" not in written
    assert "passwd" not in written


def test_what_travels_along_stands_in_the_metadata() -> None:
    parts = svg_parts(Drawing(Size(10, 10), ()), metadata='<x xmlns="urn:x">a</x>')
    root = ET.fromstring("".join(parts))  # noqa: S314
    assert root.findtext(f"{SVG}metadata/{{urn:x}}x") == "a"
    assert tree(Drawing(Size(10, 10), ())).find(f"{SVG}metadata") is None


def test_the_sample_is_written_as_it_was() -> None:
    golden = (GOLDEN / "sample.svg").read_text(encoding="utf-8")
    assert "".join(svg_parts(sample(), embed=False)) == golden
