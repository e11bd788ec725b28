"""Names that are left out of a poster and still stand in its words, and where. Changes nothing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

import msgspec

from cjmapper.drawing.pages import Page
from cjmapper.drawing.primitives import Clip, Drawing, Form, Group, Image, Primitive
from cjmapper.export.findings import Finding, Severity
from cjmapper.export.legible import Census, Written, census
from cjmapper.export.poster import PosterPlan
from cjmapper.geometry import Rect
from cjmapper.layout.poster_code import code_link
from cjmapper.model.left_names import names_in, names_in_address, names_within
from cjmapper.model.poster_settings import PosterSettings

_CARD = "card"


class _Place(msgspec.Struct, frozen=True):
    """A thing on a page in whose words a name stands, and where those are."""

    page: int
    owner: str
    role: str
    rects: tuple[Rect, ...]


def left_names(plan: PosterPlan, counted: Census) -> Iterator[Finding]:
    """A finding for each name: how often it stands on the poster, or that it travels along."""
    names = plan.request.gone_names
    places = _places(counted, names)
    for name, found in places.items():
        first = found[0].page
        owners = tuple(dict.fromkeys(one.owner for one in found))
        in_cards = all(one.role == _CARD for one in found)
        yield Finding(
            code="name_in_cards" if in_cards else "name_on_poster",
            severity=Severity.WARNING,
            values={"name": name, "n": len(owners)},
            page=first,
            rects=tuple(rect for one in found if one.page == first for rect in one.rects),
            ids=owners,
        )
    told = {*names_told(plan.wholes, names), *names_linked(plan.request.settings, names)}
    unseen = [name for name in names if name in told and name not in places]
    for name in unseen:
        yield Finding(
            code="name_on_poster", severity=Severity.WARNING, values={"name": name, "n": 1}
        )
    if plan.request.settings.with_source:
        travelling = names_within(plan.request.document, names)
        travelling += names_in_address(plan.request.file_name, names)
        for name in dict.fromkeys(travelling):
            if name not in places and name not in unseen:
                yield Finding(code="name_travels", severity=Severity.WARNING, values={"name": name})


def names_on(pages: Iterable[Page], names: Sequence[str]) -> tuple[str, ...]:
    """Those of `names` that stand on any page, or are told there to those who don't see it."""
    if not names:
        return ()
    pages = tuple(pages)
    return tuple(dict.fromkeys((*_places(census(pages), names), *names_told(pages, names))))


def names_told(pages: Iterable[Page], names: Sequence[str]) -> tuple[str, ...]:
    """Those of `names` in what is told and not written: titles, bookmarks, words for pictures."""
    told = dict.fromkeys(text for page in pages for text in _told(page.drawing)) if names else ()
    return tuple(dict.fromkeys(name for text in told for name in names_in(text, names)))


def names_linked(settings: PosterSettings, names: Sequence[str]) -> tuple[str, ...]:
    """Those of `names` in the address that a QR code leads to."""
    link = code_link(settings) if settings.code else None
    return () if link is None else names_in_address(link, names)


def _told(drawing: Drawing) -> Iterator[str]:
    yield drawing.title
    yield from (words for words, _ in drawing.bookmarks)
    yield from _told_of(drawing.items)


def _told_of(items: Iterable[Primitive]) -> Iterator[str]:
    for item in items:
        match item:
            case Group():
                yield item.title
                yield from _told_of(item.items)
            case Clip() | Form():
                yield from _told_of(item.items)
            case Image():
                yield item.text
            case _:
                pass


def _places(counted: Census, names: Sequence[str]) -> Mapping[str, Sequence[_Place]]:
    """Where each of the names stands, in the order of `names`."""
    found: dict[str, list[_Place]] = {name: [] for name in names}
    for (page, owner, role), group in groupby(counted.written if names else (), _thing):
        lines = tuple(group)
        for name in names_in(_read(lines), names):
            rects = _rects(lines, name)
            found[name].append(_Place(page, owner, role, rects))
    return {name: places for name, places in found.items() if places}


def _thing(one: Written) -> tuple[int, str, str]:
    return one.page, one.place.owner, one.place.role


def _read(lines: Iterable[Written]) -> str:
    """The words of lines one after the other, put together where they were broken."""
    return "".join(_with_gap(one) for one in lines)


def _with_gap(one: Written) -> str:
    line = one.item.line
    return line.text if line.hyphen else f"{line.text} "


def _rects(lines: Sequence[Written], name: str) -> tuple[Rect, ...]:
    """The lines that a name stands on; all of them where it is broken."""
    alone = tuple(one.rect for one in lines if names_in(one.item.line.text, (name,)))
    return alone or tuple(one.rect for one in lines)
