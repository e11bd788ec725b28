"""The QR code of a poster: what it says, how large it is, and the words beneath it.

It works without a network: it says what the map is. Only where a link was given does it lead there.
"""

from functools import lru_cache

import msgspec

from cjmapper.geometry import Rect
from cjmapper.layout.poster_block import version_said
from cjmapper.layout.poster_styles import PosterStyles, frame_unit
from cjmapper.layout.poster_title import poster_title
from cjmapper.layout.poster_types import Code, PageRequest
from cjmapper.layout.result import TextBlock
from cjmapper.layout.setting import Subject
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.model.web_links import led_to
from cjmapper.text.lines import Line

QUIET = 4
"""Modules that stay white around the symbol."""
_A3, _A0 = 0.49, 1.41
"""How large a frame is on these papers, against an A1."""
_ON_A3, _ON_A0 = 25.0, 40.0
"""The side of the symbol there, in millimetres, without what stays white around it."""
_LEAST_MODULE = 0.38
"""Millimetres: smaller ones are not read by every telephone."""
_MOST_TOLD = 90
"""Characters of a title, an id or an address that the code tells."""
_MOST_LINK = 500
_CAPTION_LINES = 3
_KEPT = 8
"""Symbols; a page is laid out several times, and a symbol takes some milliseconds."""
_SIGNS = "/.-_@?&="
_ABOVE_CAPTION = 0.4
"""Of what stays white, between symbol and words."""


def code_link(settings: PosterSettings) -> str | None:
    """Where the code leads; None where no link was given, or one that leads nowhere."""
    address = led_to(settings.link)
    return address if address is not None and len(address) <= _MOST_LINK else None


def symbol_side(paper_unit: float) -> float:
    """How large the symbol is on a paper whose frame is so large against an A1's."""
    slope = (_ON_A0 - _ON_A3) / (_A0 - _A3)
    return _ON_A3 + (paper_unit - _A3) * slope


def lay_out_code(request: PageRequest, subject: Subject, styles: PosterStyles) -> Code | None:
    """The code with its left top corner at (0, 0); None where none is asked for."""
    settings = request.settings
    if not settings.code:
        return None
    say = subject.setting.words.say
    address = code_link(settings)
    rows = _rows(address or told_by_code(request, subject))
    side = max(symbol_side(frame_unit(request.page)), len(rows) * _LEAST_MODULE)
    module = side / len(rows)
    quiet = QUIET * module
    if address is None:
        told = say("map.code.told")
        caption = say("map.code.caption")
        lines = subject.setting.typesetter.fit(caption, styles.label, side, _CAPTION_LINES - 1)
        lines += _written(_id(subject), side, subject, styles)
    else:
        told = say("map.code.told_link", address=address)
        short = address.partition(":")[2].strip("/")
        lines = _written(short, side, subject, styles)
    whole = side + 2 * quiet
    below = TextBlock(quiet, whole - quiet * (1 - _ABOVE_CAPTION), lines, styles.label)
    below = msgspec.structs.replace(below, y=max(below.y, whole)) if lines else below
    return Code(Rect(0.0, 0.0, whole, whole), module, rows, below, address or "", told)


def told_by_code(request: PageRequest, subject: Subject) -> str:
    """What is read from the code without a network: title, map, version and day, whom to ask."""
    words = subject.setting.words
    parts = (
        poster_title(subject),
        words.say("map.code.map", id=_id(subject)),
        version_said(request, subject, in_line=True),
        subject.document.contact,
    )
    return "\n".join(part.strip()[:_MOST_TOLD] for part in parts if part.strip())


def _written(said: str, width: float, subject: Subject, styles: PosterStyles) -> tuple[Line, ...]:
    """An address or an id as it is typed, without a hyphen where it is broken.

    Best after a sign.
    """
    typesetter, style = subject.setting.typesetter, styles.label
    lines: list[Line] = []
    while said and len(lines) < _CAPTION_LINES:
        fitting = (
            end for end in range(len(said), 1, -1) if typesetter.width(said[:end], style) <= width
        )
        end = next(fitting, 1)
        best = max(said.rfind(sign, 0, end) + 1 for sign in _SIGNS)
        if end < len(said) and best * 2 > end:
            end = best
        lines.append(typesetter.line(said[:end], style))
        said = said[end:]
    if said:
        lines[-1:] = typesetter.fit(lines[-1].text + said, style, width, 1)
    return tuple(lines)


def _id(subject: Subject) -> str:
    """What tells this map from all others."""
    return f"{subject.document.id}/{subject.map.id}"[:_MOST_TOLD]


@lru_cache(maxsize=_KEPT)
def _rows(content: str) -> tuple[bytes, ...]:
    """The dark and the light modules, row by row; UTF-8, which telephones read everywhere."""
    import segno

    coded = content.encode("utf-8", "replace")
    symbol = segno.make_qr(coded, error="m", mode="byte", boost_error=False)
    return tuple(bytes(row) for row in symbol.matrix)
