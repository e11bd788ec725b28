"""Addresses written in words lead somewhere on paper."""

import pytest

from cjmapper.drawing.primitives import Clip, Group, Link, Primitive, Rectangle, TextLine
from cjmapper.drawing.written_links import with_links
from cjmapper.geometry import Rect
from cjmapper.text.fonts import Face
from cjmapper.text.lines import TextStyle
from cjmapper.text.metrics import load_metrics
from cjmapper.text.wrap import Typesetter

STYLE = TextStyle(Face.SANS, 4.0, 6.0)
TYPESETTER = Typesetter(load_metrics(), "nb")


def lines(text: str, width: float = 500.0, most: int = 99) -> tuple[TextLine, ...]:
    found = TYPESETTER.fit(text, STYLE, width, most)
    return tuple(TextLine(10.0, 20.0 + 6 * n, one, 4.0, "#000000") for n, one in enumerate(found))


def links(items: tuple[Primitive, ...]) -> list[Link]:
    found: list[Link] = []
    for item in with_links(items, TYPESETTER.advances):
        if isinstance(item, Link):
            found.append(item)
        elif isinstance(item, Group | Clip):
            found += [one for one in item.items if isinstance(one, Link)]
    return found


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Se https://example.org/a?b=c.", "https://example.org/a?b=c"),
        ("(HTTP://Example.org/x_(y))", "http://example.org/x_(y)"),
        ("«https://example.org»", "https://example.org"),
        ("https://blåbær.no/sør", "https://xn--blbr-roah.no/s%C3%B8r"),
        ("Skriv til mailto:kari@example.org!", "mailto:kari@example.org"),
        ("Kari Vik, kari.vik@example.org", "mailto:kari.vik@example.org"),
    ],
)
def test_an_address_in_a_sentence_leads_where_it_says(text: str, address: str) -> None:
    assert [one.address for one in links(lines(text))] == [address]


@pytest.mark.parametrize(
    "text",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "ftp://example.org",
        "https://",
        "Kari @ 12:30",
        "kari@localhost",
        "https://user:word@example.org/",
    ],
)
def test_what_is_no_web_or_mail_address_leads_nowhere(text: str) -> None:
    assert links(lines(text)) == []


def test_the_place_of_a_link_is_that_of_its_letters() -> None:
    text = "Se https://example.org her"
    (link,) = links(lines(text))
    before = TYPESETTER.width("Se ", STYLE)
    assert link.rect.x == pytest.approx(10.0 + before)
    assert link.rect.width == pytest.approx(TYPESETTER.width("https://example.org", STYLE))
    assert link.rect.y < 20.0 - 3.0
    assert 20.0 < link.rect.bottom < 22.0


def test_an_address_over_several_lines_leads_from_each() -> None:
    text = "Les https://example.org/en/lang/adresse/som/brytes nå"
    broken = lines(text, 30.0)
    found = links(broken)
    assert len(found) > 1
    assert {one.address for one in found} == {"https://example.org/en/lang/adresse/som/brytes"}
    assert len({one.rect.y for one in found}) == len(found)


def test_an_address_that_is_cut_short_leads_nowhere() -> None:
    text = "Les https://example.org/en/lang/adresse/som/brytes"
    assert links(lines(text, 40.0, most=1)) == []


def test_the_words_stay_and_the_rest_is_the_very_same() -> None:
    box = Rectangle(Rect(0, 0, 1, 1))
    plain = Group("g", (box, *lines("Ingen adresse")))
    written = Group("h", (*lines("https://example.org"), box))
    first, second = with_links((plain, Clip(Rect(0, 0, 9, 9), (written,))), TYPESETTER.advances)
    assert first is plain
    assert isinstance(second, Clip)
    (group,) = second.items
    assert isinstance(group, Group)
    assert [type(one) for one in group.items] == [TextLine, Link, Rectangle]
    assert group.items[0] is written.items[0]
