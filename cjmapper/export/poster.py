"""One map as the pages of a poster. Writes nothing."""

import datetime as dt
from collections.abc import Callable

import msgspec

from cjmapper.analysis import figures_of
from cjmapper.drawing.compose import Composer
from cjmapper.drawing.pages import Page
from cjmapper.drawing.theme import PAPER, with_brand
from cjmapper.export import poster_pages
from cjmapper.export.cutting import printed
from cjmapper.export.paper import sheet
from cjmapper.export.poster_drawings import drawn_pages
from cjmapper.export.poster_pages import LaidOut
from cjmapper.export.tiles import Tiling
from cjmapper.layout.map import lay_out_map
from cjmapper.layout.poster_title import whole_title
from cjmapper.layout.poster_types import PageRequest, PosterLayout
from cjmapper.layout.setting import Setting
from cjmapper.model.document import Document, JourneyMap
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.text.wrap import Typesetter
from cjmapper.words.catalog import Words


class PosterRequest(msgspec.Struct, frozen=True, kw_only=True):
    """What a poster is made of.

    Attributes:
        document: with the map and its registers.
        journey: the map.
        settings: paper, tiles and parts.
        language: of the words that are not the document's own.
        today: the day that stamps and rules see.
        file_name: of the document, for the title block; empty where it has none.
        gone_names: names that are left out, which should stand nowhere on it.
        to_fill: it is filled in by hand, so lines part the steps.
    """

    document: Document
    journey: JourneyMap
    settings: PosterSettings
    language: str
    today: dt.date | None = None
    file_name: str = ""
    gone_names: tuple[str, ...] = ()
    to_fill: bool = False


class PosterPlan(msgspec.Struct, frozen=True, kw_only=True):
    """A poster that is ready to be written, shown or checked.

    Attributes:
        request: what it was made of.
        layouts: what stands where on each whole page that the map is on; the list of an overview
            is on the pages after them.
        wholes: the pages before they are cut into sheets.
        pages: what is printed, in its order.
        tilings: how each page that hangs is cut into sheets; none where it is printed as it is.
        typesetter: what it was measured with, for whoever asks what other settings would give.
    """

    request: PosterRequest
    layouts: tuple[PosterLayout, ...]
    wholes: tuple[Page, ...]
    pages: tuple[Page, ...]
    tilings: tuple[Tiling, ...] = ()
    typesetter: Typesetter

    @property
    def tiling(self) -> Tiling | None:
        """How the first page is cut into sheets; None where it is not."""
        return self.tilings[0] if self.tilings else None

    @property
    def hung(self) -> tuple[Page, ...]:
        """The whole pages that hang together: all but a list on the sheets that others make."""
        return self.wholes[: len(self.tilings)] if self.tilings else self.wholes


def plan_poster(
    request: PosterRequest, typesetter: Typesetter, pulse: Callable[[], None] | None = None
) -> PosterPlan:
    """Everything of a poster; always light. `pulse` is called now and then, to stop by raising.

    Raises:
        ExportError: ``paper_unknown`` and whatever else makes the settings useless.
    """
    setting = Setting(typesetter, Words(request.language))
    if pulse is not None:
        setting = msgspec.structs.replace(setting, pulse=pulse)
    asked, laid = _laid_out(request, setting)
    theme = with_brand(PAPER, request.document.brand.color)
    if request.to_fill:
        theme = msgspec.structs.replace(theme, step_line=theme.hairline)
    composer = Composer(theme)
    setting.pulse()
    wholes = drawn_pages(laid, asked.map, composer, setting)
    setting.pulse()
    title = whole_title(request.document, request.journey)
    ready = printed(wholes, request.settings, setting, title)
    return PosterPlan(
        request=request,
        layouts=laid.layouts,
        wholes=wholes,
        pages=ready.pages,
        tilings=ready.tilings,
        typesetter=typesetter,
    )


def lay_out_pages(request: PosterRequest, typesetter: Typesetter) -> tuple[PosterLayout, ...]:
    """What stands where on each whole page with the map on it; raises as `plan_poster`."""
    return _laid_out(request, Setting(typesetter, Words(request.language)))[1].layouts


def _laid_out(request: PosterRequest, setting: Setting) -> tuple[PageRequest, LaidOut]:
    chosen = sheet(request.settings)
    asked = PageRequest(
        map=lay_out_map(request.document, request.journey.id, setting),
        settings=request.settings,
        page=chosen.size,
        inside=chosen.area,
        today=request.today,
        figures=figures_of(request.document, request.journey.id),
        file_name=request.file_name,
    )
    return asked, poster_pages.lay_out_pages(asked, chosen, setting)
