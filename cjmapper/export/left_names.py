"""Names that are left out of a poster and still stand in its words, and where. Changes nothing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

import msgspec

from cjmapper.drawing.pages import Page
from cjmapper.export.findings import Finding, Severity
from cjmapper.export.legible import Census, Written, census
from cjmapper.export.poster import PosterPlan
from cjmapper.geometry import Rect
from cjmapper.model.left_names import names_in, names_within

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
    if plan.request.settings.with_source:
        travelling = names_within(plan.request.document, names)
        travelling += names_in(plan.request.file_name, names)
        for name in dict.fromkeys(travelling):
            if name not in places:
                yield Finding(code="name_travels", severity=Severity.WARNING, values={"name": name})


def names_on(pages: Iterable[Page], names: Sequence[str]) -> tuple[str, ...]:
    """Those of `names` that stand on any page."""
    return tuple(_places(census(pages), names)) if names else ()


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
