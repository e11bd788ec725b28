"""One map as the drawing of a poster on a sheet. Writes nothing."""

import datetime as dt

from cjmapper.drawing.primitives import Drawing, TextLine
from cjmapper.export.paper import Sheet
from cjmapper.model.document import Document, JourneyMap
from cjmapper.text.fonts import Face
from cjmapper.text.wrap import TextStyle, Typesetter

_TITLE = TextStyle(Face.SEMIBOLD, 12.0, 16.0)


def poster_drawing(
    document: Document,
    journey: JourneyMap,
    sheet: Sheet,
    typesetter: Typesetter,
    language: str,
    today: dt.date | None,
) -> Drawing:
    """The poster of `journey` on `sheet`, its words in `language`."""
    del today
    area = sheet.area
    title = journey.title or document.title
    lines = typesetter.wrap(title, _TITLE, area.width)
    first = area.y + typesetter.baseline(_TITLE)
    return Drawing(
        sheet.size,
        tuple(
            TextLine(area.x, first + index * _TITLE.line_height, line, _TITLE.size, "#000000")
            for index, line in enumerate(lines)
        ),
        title=title,
        language=language,
    )
