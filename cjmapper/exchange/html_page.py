"""A document as one page of text, for those who can't see the map: headings, a table, lists.

It holds what a poster shows, and no script; it loads nothing. Knows neither places nor colours.
"""

import datetime as dt
from collections.abc import Iterator, Sequence

from cjmapper.exchange.html_cells import Told
from cjmapper.exchange.html_elements import (
    NOTHING,
    Html,
    element,
    facts,
    joined,
    link,
    listed,
    picture,
    table,
    text,
)
from cjmapper.exchange.html_look import STYLE
from cjmapper.exchange.html_map import map_sections
from cjmapper.model import document as d
from cjmapper.model.vocabulary import EmotionView
from cjmapper.words.catalog import Words

_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def html_page(
    document: d.Document,
    maps: Sequence[d.JourneyMap],
    words: Words,
    today: dt.date | None = None,
) -> Iterator[str]:
    """The page of `maps`, in pieces; `words` are of the language that it is read in."""
    language = words.language
    yield "<!DOCTYPE html>\n"
    yield f'<html lang="{language}">\n'
    yield from _head(_title(document, maps))
    yield "<body>\n"
    yield element("a", text(words.say("page.skip")), class_="skip", href="#main") + "\n"
    yield _top(document, maps, words) + "\n"
    if len(maps) > 1:
        yield _contents(maps, words) + "\n"
    yield '<main id="main">\n'
    yield _people(document, maps, words) + "\n"
    yield _how_to_read(maps, words) + "\n"
    for journey in maps:
        for part in map_sections(Told(document, journey, words)):
            yield part + "\n"
    yield _metrics(document, maps, words) + "\n"
    yield _sources(document, words) + "\n"
    yield "</main>\n"
    yield _foot(document, words, today) + "\n"
    yield "</body>\n</html>\n"


def _head(title: str) -> Iterator[str]:
    metas = (
        element("meta", charset="utf-8"),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'),
        element("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name_="color-scheme", content="light dark"),
        element("meta", name_="generator", content="CJMapper"),
        element("title", text(title)),
    )
    yield f"<head>\n{chr(10).join(metas)}\n<style>{STYLE}</style>\n</head>\n"


def _title(document: d.Document, maps: Sequence[d.JourneyMap]) -> str:
    return document.title or (maps[0].title if maps else "") or "CJMapper"


def _top(document: d.Document, maps: Sequence[d.JourneyMap], words: Words) -> Html:
    logo = next((one for one in document.assets if one.id == document.brand.client_logo), None)
    told = words.say("map.poster.logo_of", name=document.client) if document.client else ""
    pairs = (
        (words.say("map.block.client"), text(document.client)),
        (words.say("map.block.version"), text(document.version)),
        (words.say("map.block.author"), text(document.author)),
        (words.say("map.block.contact"), link(document.contact) or text(document.contact)),
        (words.say("map.block.confidentiality"), text(document.confidentiality)),
    )
    return element(
        "header",
        picture(logo.data, told, "logo") if logo else NOTHING,
        element("h1", text(_title(document, maps))),
        facts(pairs),
    )


def _contents(maps: Sequence[d.JourneyMap], words: Words) -> Html:
    entries = (
        element("a", text(journey.title or words.say("window.untitled")), href=f"#map-{journey.id}")
        for journey in maps
    )
    return element("nav", listed(entries), aria_label=words.say("page.contents"))


def _people(document: d.Document, maps: Sequence[d.JourneyMap], words: Words) -> Html:
    shown = dict.fromkeys(actor for journey in maps for actor in journey.actors)
    people = [one for actor in shown for one in document.actors if one.id == actor]
    if not people:
        return NOTHING
    cards = joined(_person(document, one, words) for one in people)
    return element(
        "section",
        element("h2", text(words.say("page.people")), id="people"),
        element("div", cards, class_="people"),
        aria_labelledby="people",
    )


def _person(document: d.Document, one: d.Actor, words: Words) -> Html:
    face = next((asset for asset in document.assets if asset.id == one.picture), None)
    role = text(words.label(one.committee_role)) if one.committee_role else NOTHING
    titles = [found.title or found.headline for found in document.evidence]
    known = zip(document.evidence, titles, strict=True)
    sources = [title for found, title in known if found.id in one.evidence and title]
    pairs = (
        (words.say("page.context"), text(one.context)),
        (words.say("page.goal"), text(one.goal)),
        (words.say("page.needs"), listed(map(text, one.needs))),
        (words.say("page.expectations"), text(one.expectations)),
        (words.say("page.criteria"), text(one.criteria)),
        (words.say("page.part"), role),
        (words.say("page.rests_on"), text(", ".join(sources))),
    )
    return element(
        "article",
        element("h3", text(one.name or words.label(one.kind))),
        element("p", text(words.label(one.kind)), class_="quiet") if one.name else NOTHING,
        picture(face.data, words.say("page.picture", text=one.name)) if face else NOTHING,
        element("blockquote", text(one.quote)) if one.quote else NOTHING,
        facts(pairs),
        class_="person",
    )


def _how_to_read(maps: Sequence[d.JourneyMap], words: Words) -> Html:
    low, high = (
        words.say("page.level_of", word=words.say(f"map.emotion.{value}"), value=float(value))
        for value in (-2, 2)
    )
    said = words.say("page.how_to_read.text", low=low, high=high)
    views = {one.view for journey in maps for one in journey.emotions} - {EmotionView.OTHER}
    known = [view for view in EmotionView if view in views] if len(views) > 1 else []
    pairs = ((words.label(view), text(words.say(f"map.curve.{view.value}"))) for view in known)
    return element(
        "section",
        element("h2", text(words.say("page.how_to_read")), id="reading"),
        element("p", text(said)),
        facts(pairs),
        aria_labelledby="reading",
    )


def _metrics(document: d.Document, maps: Sequence[d.JourneyMap], words: Words) -> Html:
    if not document.metrics:
        return NOTHING
    names: dict[str, str] = {journey.id: journey.title for journey in maps}
    for journey in maps:
        told = Told(document, journey, words)
        names |= {one.id: one.name for one in journey.phases}
        names |= {one.id: told.step(one.id) for one in journey.steps}
        names |= {one.id: told.path(one) for one in journey.transitions}
    headings = ("page.metric", "page.of", "page.measured", "page.target")
    rows = []
    for one in document.metrics:
        told = Told(document, maps[0], words)
        cells = (
            text(names.get(one.scope or "", "")),
            listed(told.measured(one, value) for value in one.values),
            text("" if one.target is None else told.figure(one, one.target)),
        )
        head = element("th", text(one.name or words.label(one.kind)), scope="row")
        rows.append(element("tr", head, *(element("td", cell) for cell in cells)))
    title = words.say("page.metrics")
    return element(
        "section",
        element("h2", text(title), id="metrics"),
        table([words.say(code) for code in headings], rows, title),
        aria_labelledby="metrics",
    )


def _sources(document: d.Document, words: Words) -> Html:
    if not document.evidence:
        return NOTHING
    return element(
        "section",
        element("h2", text(words.say("page.sources")), id="sources"),
        listed([_source(one, words) for one in document.evidence], "ol"),
        aria_labelledby="sources",
    )


def _source(one: d.Evidence, words: Words) -> Html:
    said = [words.label(one.type), words.label(one.source), words.label(one.method)]
    if one.n is not None:
        said.append(words.say("page.n", n=one.n))
    if one.respondents is not None:
        said.append(words.label(one.respondents))
    if one.date is not None:
        said.append(words.date(one.date))
    parts = [element("strong", text(one.title or words.label(one.type)))]
    parts.append(element("span", text(", ".join(said)), class_="kind"))
    if one.headline:
        parts.append(element("span", text(one.headline)))
    if one.quote:
        parts.append(element("blockquote", text(one.quote)))
    parts.append(link(one.location))
    return joined(parts)


def _foot(document: d.Document, words: Words, today: dt.date | None) -> Html:
    day = document.modified or document.created or today
    said = [words.say("page.made")] + ([words.date(day)] if day else [])
    return element("footer", element("p", text(" · ".join(said))))
