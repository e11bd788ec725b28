"""The page of text: every word of the map is in it, none is taken for markup, nothing is loaded."""

import re
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import msgspec
import pytest

from cjmapper.exchange.html_page import html_page
from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model import vocabulary as v
from cjmapper.storage.codec import decode
from cjmapper.words.catalog import Words
from tests.storage.samples import bundled
from tests.support.builders import card, document, full_document, journey, lane, reading
from tests.support.drawings import png

VOID = {"meta", "br", "col", "img"}
EXAMPLES = [decode(path.read_bytes()).document for path in bundled()]
WICKED = '</td><script>alert(1)</script><img src="http://x/y" onerror=a> & "\' \x00\x0b'


class Page(HTMLParser):
    """What a browser would make of it; a page that is not well nested is an error."""

    def __init__(self, whole: d.Document, language: str = "") -> None:
        super().__init__()
        self.source = "".join(html_page(whole, whole.maps, Words(language or whole.language)))
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(self.source)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        assert len(dict(attrs)) == len(attrs)
        if tag not in VOID:
            self._open.append(tag)
        elif tag == "br":
            self.text += " "

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag
        self.text += " " if tag not in {"strong", "a"} else ""

    def handle_data(self, data: str) -> None:
        if self._open[-1:] != ["style"]:
            self.text += data

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def said(entity: object) -> list[str]:
    """The texts that a person wrote in what a poster shows."""
    kept = (d.Card, d.Phase, d.Step, d.Emotion, d.Insight, d.Action, d.Transition, d.Link, d.Actor)
    if not isinstance(entity, kept):
        return []
    free = {"text", "name", "title", "words", "note", "goal", "quote", "context", "needs"}
    free |= {"customer_goal", "owner", "promise"}
    found = []
    for name in free & set(entity.__struct_fields__):
        value = getattr(entity, name)
        found += [value] if isinstance(value, str) else list(value)
    return found


@pytest.mark.parametrize("whole", EXAMPLES, ids=lambda one: one.title)
@pytest.mark.parametrize("language", ["", "sv"])
def test_every_word_on_the_map_is_on_the_page(whole: d.Document, language: str) -> None:
    page = Page(whole, language)
    seen = " ".join(page.text.split())
    wanted = [whole.title, whole.client]
    for made in whole.maps:
        things = (*made.phases, *made.steps, *made.emotions, *made.transitions, *made.actions)
        placed = [one for one in made.cards if one.lane is not None]
        for thing in (*things, *placed, *made.insights, *made.links, *whole.actors):
            wanted += said(thing)
        wanted += [one.title for one in made.lanes if not one.hidden]
        wanted += [made.title, made.scenario, made.starts_when, made.ends_when]
    wanted += [one.title for one in whole.evidence] + [one.name for one in whole.metrics]
    for words in filter(None, wanted):
        assert " ".join(words.split()) in seen
    assert page.named("html") == [{"lang": language or str(whole.language)}]


def test_headings_come_in_order_and_one_is_the_first() -> None:
    for whole in (*EXAMPLES, full_document()):
        levels = [int(tag[1]) for tag, _ in Page(whole).tags if re.fullmatch("h[1-6]", tag)]
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_map_is_a_table_with_heads_for_phases_steps_and_rows() -> None:
    one = journey("s1 s2|s3", "touchpoint pain", cards=(card("c1", "pain:s3", "Kø"),))
    hidden = msgspec.structs.replace(
        one, lanes=(*one.lanes, lane("gain", hidden=True)), title="Kart"
    )
    page = Page(document(hidden))
    heads = page.named("th")
    assert [head["colspan"] for head in heads if head.get("scope") == "colgroup"] == ["2", "1"]
    assert [one["span"] for one in page.named("colgroup")] == ["2", "1"]
    assert sum(head.get("scope") == "row" for head in heads) == 2
    assert sum(head.get("scope") == "col" for head in heads) == 4
    assert len(page.named("td")) == 6
    assert len(page.named("caption")) == 1
    assert "gain" not in page.text


def test_an_emotion_has_its_word_its_value_and_whose_it_is() -> None:
    felt = reading("e1", "s1", -1.6, words=("sint",))
    page = Page(document(journey("s1", "emotion", emotions=(felt,))))
    assert "frustrert, −1,6 Opplevd sint" in " ".join(page.text.split())


def test_landmarks_and_a_way_past_them_are_there() -> None:
    page = Page(full_document())
    for tag in ("header", "main", "footer", "nav"):
        assert len(page.named(tag)) == 1
    targets = {attributes.get("id") for _, attributes in page.tags}
    for link in page.named("a"):
        address = str(link["href"])
        assert address.removeprefix("#") in targets or address.startswith("https://")
    assert page.named("a")[0] == {"class": "skip", "href": "#main"}
    names = [attributes.get("id") for _, attributes in page.tags if attributes.get("id")]
    assert len(names) == len(set(names))
    for _, attributes in page.tags:
        assert attributes.get("aria-labelledby", names[0]) in names


def wicked() -> d.Document:
    """A document that has the worst of words wherever words may stand."""
    whole = full_document()
    content = msgspec.json.encode(msgspec.to_builtins(whole))
    read = msgspec.json.decode(content)

    def spoiled(value: object, name: str = "") -> object:
        if isinstance(value, dict):
            return {key: spoiled(inner, key) for key, inner in value.items()}
        if isinstance(value, list):
            return [spoiled(inner, name) for inner in value]
        return WICKED if isinstance(value, str) and name in WORDED else value

    return msgspec.convert(spoiled(read), d.Document)


WORDED = {"title", "name", "text", "client", "author", "contact", "goal", "quote", "headline"}
WORDED |= {
    "scenario",
    "owner",
    "note",
    "needs",
    "context",
    "location",
    "promise",
    "confidentiality",
}


def test_no_words_are_ever_taken_for_markup() -> None:
    page = Page(wicked())
    assert not page.named("script")
    assert not page.named("img")
    assert page.text.count("<script>alert(1)</script>") > 20
    assert not any(key.startswith("on") for _, attributes in page.tags for key in attributes)
    assert "\x00" not in page.source
    assert "\x0b" not in page.source


def test_nothing_is_loaded_and_only_safe_links_are_links() -> None:
    whole = full_document()
    places = ("https://example.org/rapport", "javascript:alert(1)", "\\\\tjener\\mappe", "ftp://x")
    evidence = tuple(
        d.Evidence(id=ids.EvidenceId(f"e{n}"), title=f"Kilde {n}", location=place)
        for n, place in enumerate(places)
    )
    page = Page(document(journey(), evidence=evidence, contact="mailto:kari@example.org"))
    links = [str(one["href"]) for one in page.named("a")[1:]]
    assert links == ["mailto:kari@example.org", "https://example.org/rapport"]
    assert not re.search(r"url\(|@import|<link|<iframe|srcset|javascript:", page.source)
    policy = next(one for one in page.named("meta") if "http-equiv" in one)
    assert "default-src 'none'" in str(policy["content"])
    assert whole is not None


def test_a_picture_is_inside_and_told_and_a_bomb_is_left_out() -> None:
    bomb = bytearray(png())
    bomb[16:24] = (60_000).to_bytes(4, "big") * 2
    assets = (
        d.Asset(id=ids.AssetId("a" * 64), name="kø.png", data=png()),
        d.Asset(id=ids.AssetId("b" * 64), name="stor.png", data=bytes(bomb)),
    )
    cards = tuple(
        msgspec.structs.replace(card(f"c{n}", "note:s1", text), picture=one.id)
        for n, (one, text) in enumerate(zip(assets, ("Kø i døra", "For stor"), strict=True))
    )
    page = Page(document(journey(cards=cards), assets=assets))
    (shown,) = page.named("img")
    assert str(shown["src"]).startswith("data:image/png;base64,")
    assert shown["alt"] == "Bilde: Kø i døra"
    assert "For stor" in page.text


def test_what_no_poster_shows_is_not_told() -> None:
    whole = full_document()
    one = msgspec.structs.replace(
        whole.maps[0],
        comments=(d.Comment(id=ids.CommentId("x1"), target="c1", text="Bare mellom oss"),),
        cards=(*whole.maps[0].cards, card("p1", None, "Parkert tanke")),
    )
    page = Page(msgspec.structs.replace(whole, maps=(one, *whole.maps[1:])))
    assert "Bare mellom oss" not in page.text
    assert "Parkert tanke" not in page.text


def said_of(**fields: Any) -> str:
    """All that is told of a map with one card at its first step."""
    one = card("c1", "touchpoint:s1", "Ringer", **fields)
    return " ".join(Page(document(journey("s1 s2 s3", cards=(one,)))).text.split())


def test_a_card_over_several_steps_says_through_which() -> None:
    through = Words("nb").say("page.through", step="Step s2")
    assert through in said_of(span=2)
    assert through not in said_of(span=1)


def test_a_promise_is_told_only_of_what_meets_the_customer() -> None:
    assert "Svar innen en time" in said_of(promise="Svar innen en time")
    assert "Svar innen en time" not in said_of(promise="Svar innen en time", kind=v.CardKind.NOTE)


def test_a_phase_without_steps_has_no_column() -> None:
    page = Page(document(journey("s1 s2|")))
    assert [one["span"] for one in page.named("colgroup")] == ["2"]
    assert [one["colspan"] for one in page.named("th") if "colspan" in one] == ["2"]


def test_a_step_that_opens_another_map_names_it() -> None:
    one = journey()
    first = msgspec.structs.replace(one.steps[0], submap=ids.MapId("m2"))
    opening = msgspec.structs.replace(one, steps=(first, *one.steps[1:]))
    other = journey("m2-s1", name="m2", title="På kjøkkenet")
    said = Words("nb").say("page.opens", name="På kjøkkenet")
    assert said in Page(document(opening, other)).text


def test_views_are_explained_only_where_there_are_several() -> None:
    felt = reading("e1", "s1", -1.0)
    believed = reading("e2", "s1", 1.0, view=v.EmotionView.BELIEVED)
    explained = Words("nb").say("map.curve.felt")
    assert explained not in Page(document(journey("s1", "emotion", emotions=(felt,)))).text
    both = journey("s1", "emotion", emotions=(felt, believed))
    assert explained in Page(document(both)).text


def test_a_trial_is_told_before_it_has_a_result() -> None:
    action = d.Action(
        id=ids.ActionId("a1"), title="Prøv", test=d.ActionTest(a="Kort skjema", b="Langt skjema")
    )
    assert "Langt skjema" in Page(document(journey(actions=(action,)))).text
