"""Whole pages become what is printed: as they are, with crop marks, or as sheets to be glued."""

from collections.abc import Sequence

import msgspec

from cjmapper.drawing.pages import Page, PageKind
from cjmapper.export.marks import with_crop_marks
from cjmapper.export.tile_pages import tile_pages, tiling_of
from cjmapper.export.tiles import Tiling
from cjmapper.layout.setting import Setting
from cjmapper.model.poster_settings import PosterSettings


class Printed(msgspec.Struct, frozen=True):
    """What is printed, and how each page that hangs was cut; no tilings where none was."""

    pages: tuple[Page, ...]
    tilings: tuple[Tiling, ...] = ()


def printed(
    wholes: Sequence[Page], settings: PosterSettings, setting: Setting, title: str = ""
) -> Printed:
    """The pages to print for `wholes`; sheets to be glued have no bleed, for each has its margin.

    Each sheet bears `title`, or that of its page.

    A list, which is among the last, is on such a sheet already and is printed as it is.

    Raises:
        ExportError: sheets of the kind that `settings.tiles` names can not make the page.
    """
    if settings.tiles is not None:
        hung = [whole for whole in wholes if whole.kind is not PageKind.LIST]
        tilings = tuple(tiling_of(whole, settings.tiles) for whole in hung)
        named = [_called(whole, title or whole.drawing.title) for whole in hung]
        return Printed((*tile_pages(named, tilings, setting), *wholes[len(hung) :]), tilings)
    if settings.bleed:
        return Printed(tuple(with_crop_marks(whole) for whole in wholes))
    return Printed(tuple(wholes))


def _called(whole: Page, title: str) -> Page:
    drawing = msgspec.structs.replace(whole.drawing, title=title)
    return msgspec.structs.replace(whole, drawing=drawing)
