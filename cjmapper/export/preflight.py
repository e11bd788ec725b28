"""A look at a poster before it is printed: what will not be readable, and what mends that.

Asks the finished plan; draws nothing, and words nothing (`cjmapper.words.preflight` does).
"""

from collections.abc import Iterator, Mapping

import msgspec

from cjmapper.export.faults import with_codes
from cjmapper.export.findings import (
    Finding,
    Mend,
    ReadingLevel,
    Severity,
    Value,
)
from cjmapper.export.joint_findings import JointLook
from cjmapper.export.left_names import left_names
from cjmapper.export.legible import Census, Pictured, Written, census, levels, sizes
from cjmapper.export.mending import CARDS, FAR, PRINT, Mending
from cjmapper.export.poster import PosterPlan
from cjmapper.geometry import MM_PER_INCH, Rect
from cjmapper.layout.poster_code import code_link
from cjmapper.model.document import Asset
from cjmapper.model.pictures import checked_picture
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.painters.shapes import fitted

__all__ = ["Finding", "Mend", "ReadingLevel", "Severity", "preflight", "reading_levels"]

LEAST_DPI = 150
"""Coarser than this a picture looks coarse at arm's length."""
LEAST_MARGIN = 5.0
"""What nearly every printer leaves white at the edges of a sheet, in millimetres."""
_MOST_CHARACTERS = 12
_MOST_MARKED = 100
_MOST_NAMED = 60
_ALIKE_PT = 0.06
"""Sizes that differ by no more are told as one."""


def reading_levels(plan: PosterPlan) -> tuple[ReadingLevel, ...]:
    """How large each kind of text is on paper and from where it is read, the largest kind first."""
    return levels(census(plan.hung))


def preflight(plan: PosterPlan) -> tuple[Finding, ...]:
    """What one would want to know of a poster before printing it, the worst first."""
    counted = census(plan.wholes)
    found = [
        *_sizes(plan, census(plan.hung) if plan.hung != plan.wholes else counted),
        *_missing(counted),
        *_pictures(plan, counted),
        *(JointLook(plan, counted).findings() if plan.tilings else ()),
        *_margin(plan.request.settings),
        *_link(plan.request.settings),
        *left_names(plan, counted),
    ]
    order = list(Severity)
    return tuple(sorted(found, key=lambda one: order.index(one.severity)))


def _sizes(plan: PosterPlan, counted: Census) -> Iterator[Finding]:
    """Text that is too small for its paper or for the distance it shall be read from."""
    mending = Mending(plan, sizes(counted))
    chosen = plan.request.settings.distance_m is not None
    severities = {
        CARDS: Severity.PROBLEM,
        PRINT: Severity.WARNING,
        FAR: Severity.WARNING if chosen else Severity.NOTICE,
    }
    for kind, fault in mending.now.faults().items():
        small = _smallest(counted, fault.values["size"]) if kind == PRINT else ()
        page, rects = small or _map_of(plan)
        yield Finding(
            code=fault.code,
            severity=severities[kind],
            values={**fault.values, "paper": plan.request.settings.paper},
            page=page,
            rects=rects,
            mends=mending.mends(kind),
        )


def _map_of(plan: PosterPlan) -> tuple[int, tuple[Rect, ...]]:
    """The first page that shows something of the map, which a cover does not, and where."""
    shown = [number for number, one in enumerate(plan.layouts) if not one.part.empty]
    first = shown[0] if shown else 0
    return first, (plan.layouts[first].map_rect,)


def _smallest(counted: Census, size: float) -> tuple[int, tuple[Rect, ...]] | tuple[()]:
    """Where text of this size stands, on the first page that has any."""
    alike = [one for one in counted.written if abs(one.size_pt - size) < _ALIKE_PT]
    if not alike:
        return ()
    first = min(one.page for one in alike)
    return first, tuple(one.rect for one in alike if one.page == first)[:_MOST_MARKED]


def _missing(counted: Census) -> Iterator[Finding]:
    """Text that no font covers."""
    without = [one for one in counted.written if any(run.missing for run in one.item.line.runs)]
    if not without:
        return
    runs = [run for one in without for run in one.item.line.runs if run.missing]
    missed = dict.fromkeys(character for run in runs for character in run.text)
    first = without[0]
    yield Finding(
        code="no_font",
        severity=Severity.PROBLEM,
        values={"characters": with_codes([*missed][:_MOST_CHARACTERS]), "n": len(missed)},
        page=first.page,
        rects=tuple(one.rect for one in without if one.page == first.page),
        ids=_owners(without),
    )


def _owners(written: list[Written]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.place.owner for one in written if one.place.owner))


def _pictures(plan: PosterPlan, counted: Census) -> Iterator[Finding]:
    """Pictures that are not shown, and those whose points would be seen."""
    assets = {str(asset.id): asset for asset in plan.request.document.assets}
    for one in counted.pictured:
        fault = _fault_of(one)
        if fault is not None:
            code, severity, values = fault
            yield Finding(
                code=code,
                severity=severity,
                values={"name": _name_of(one, assets), **values},
                page=one.page,
                rects=(one.place.rect(one.item.rect),),
                ids=(one.place.owner,) if one.place.owner else (),
            )


def _fault_of(one: Pictured) -> tuple[str, Severity, Mapping[str, Value]] | None:
    picture = checked_picture(one.item.data)
    if picture is None:
        return "picture_lost", Severity.PROBLEM, {}
    shown = fitted(one.item.rect, picture.width_px, picture.height_px)
    width = shown.width * one.place.scale
    dpi = round(picture.width_px / width * MM_PER_INCH) if width > 0 else LEAST_DPI
    if dpi >= LEAST_DPI:
        return None
    return "picture_coarse", Severity.WARNING, {"dpi": dpi, "least": LEAST_DPI}


def _name_of(one: Pictured, assets: Mapping[str, Asset]) -> str:
    """What a person calls a picture: its file's name, or else what it is told to show."""
    asset = assets.get(one.item.asset)
    return (asset.name if asset is not None else "") or one.item.text or one.item.asset[:8]


def _margin(settings: PosterSettings) -> Iterator[Finding]:
    """A margin that most printers do not print to; a printer who cuts needs none."""
    margin = settings.margin_mm
    if margin is None or margin >= LEAST_MARGIN or settings.bleed or settings.tiles is not None:
        return
    usual = Mend(code="usual_margin", settings=msgspec.structs.replace(settings, margin_mm=None))
    yield Finding(
        code="margin_small",
        severity=Severity.WARNING,
        values={"margin": margin, "least": LEAST_MARGIN},
        mends=(usual,),
    )


def _link(settings: PosterSettings) -> Iterator[Finding]:
    """A link for the code that is none."""
    if not settings.code or not settings.link.strip() or code_link(settings) is not None:
        return
    without = Mend(code="without_link", settings=msgspec.structs.replace(settings, link=""))
    yield Finding(
        code="link_unfit",
        severity=Severity.WARNING,
        values={"link": shortened(settings.link.strip())},
        mends=(without,),
    )


def shortened(text: str) -> str:
    """The beginning of a text, as much as a sentence can hold."""
    return text if len(text) <= _MOST_NAMED else f"{text[:_MOST_NAMED]}…"
