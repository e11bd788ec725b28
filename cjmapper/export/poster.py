"""One map as the drawing of a poster on a sheet. Writes nothing."""

import datetime as dt

import msgspec

from cjmapper.drawing.compose import Composer
from cjmapper.drawing.poster import compose_poster
from cjmapper.drawing.primitives import Drawing
from cjmapper.drawing.theme import PAPER, with_brand
from cjmapper.export.paper import Sheet
from cjmapper.layout.poster import lay_out_poster
from cjmapper.layout.setting import Setting
from cjmapper.model.document import Document, JourneyMap
from cjmapper.text.wrap import Typesetter
from cjmapper.words.catalog import Words


def poster_drawing(
    document: Document,
    journey: JourneyMap,
    sheet: Sheet,
    typesetter: Typesetter,
    language: str,
    today: dt.date | None,
) -> Drawing:
    """The poster of `journey` on `sheet`, its words in `language`; always light."""
    setting = Setting(typesetter, Words(language))
    poster = lay_out_poster(document, journey.id, setting, (sheet.size, sheet.area), today)
    composer = Composer(with_brand(PAPER, document.brand.color))
    return msgspec.structs.replace(compose_poster(poster, composer), language=language)
