"""Sheets of labels as drawings: what stands on each, and the lines to cut along.

Neighbours share a cut. Nothing but the line reaches the cut, so that a knife may slip a little.
"""

from collections.abc import Iterator

from cjmapper.drawing.pictures import asset_picture
from cjmapper.drawing.primitives import Drawing, Group, Path, Primitive, Rectangle, Stroke
from cjmapper.drawing.shapes import icon, line
from cjmapper.drawing.symbols import CARD_ICONS
from cjmapper.drawing.text import text_lines
from cjmapper.drawing.theme import PAPER
from cjmapper.geometry import Point, Rect, mm_from_pt
from cjmapper.layout.label_sheets import ICON, PAD, STRIPE, Label, LabelSheet
from cjmapper.layout.result import TextBlock
from cjmapper.model.document import Document

_CUT = Stroke("#666666", mm_from_pt(0.25), (2.0, 2.0))
_RULE = Stroke("#999999", mm_from_pt(0.25))
_RULE_STEP = 8.0
_TITLE_UP = 4.6
"""How far above the first cut the title's top is."""


def compose_labels(
    sheet: LabelSheet, title: TextBlock, document: Document, pictures: dict[str, str]
) -> Drawing:
    """The sheet, with its title above the labels.

    `pictures` names the asset on each label that is a picture without words.
    """
    left, top = sheet.cuts_x[0], sheet.cuts_y[0] - _TITLE_UP
    heading = Group("title", text_lines(title, PAPER.secondary, left, top), role="heading-1")
    cuts = Group("cuts", tuple(_cuts(sheet)), role="decoration")
    labels = Group(
        "labels",
        tuple(_label(one, document, pictures.get(one.said.id)) for one in sheet.labels),
        role="list",
    )
    said = title.lines[0].text if title.lines else ""
    return Drawing(sheet.size, (cuts, heading, labels), title=said)


def _cuts(sheet: LabelSheet) -> Iterator[Primitive]:
    left, right = sheet.cuts_x[0], sheet.cuts_x[-1]
    top, bottom = sheet.cuts_y[0], sheet.cuts_y[-1]
    for x in sheet.cuts_x:
        yield Path(line(Point(x, top), Point(x, bottom)), stroke=_CUT)
    for y in sheet.cuts_y:
        yield Path(line(Point(left, y), Point(right, y)), stroke=_CUT)


def _label(label: Label, document: Document, picture: str | None) -> Group:
    colours = PAPER.kinds[label.said.kind]
    box = label.box
    bar = Rect(PAD, PAD, STRIPE, box.height - 2 * PAD)
    top = label.head.y + (label.head.style.line_height - ICON) / 2
    symbol = Rect(label.text.x, top, ICON, ICON)
    marks = Group(
        "",
        (
            Rectangle(bar, colours.stripe, radius=STRIPE / 2),
            icon(CARD_ICONS[label.said.kind], symbol, colours.stripe),
            *(() if label.said.text or picture else _rules(label)),
        ),
        role="decoration",
    )
    words = (
        *text_lines(label.head, colours.stripe),
        *text_lines(label.text, PAPER.text),
        *_picture(label, document, picture),
        *text_lines(label.place, PAPER.secondary),
    )
    return Group(label.said.id, (marks, *words), box.x, box.y, role="item")


def _rules(label: Label) -> Iterator[Primitive]:
    """Lines to write on."""
    bottom = label.box.height - PAD
    y = label.text.y + _RULE_STEP
    while y < bottom + 0.01:
        start, end = Point(label.text.x, y), Point(label.box.width - PAD, y)
        yield Path(line(start, end), stroke=_RULE)
        y += _RULE_STEP


def _picture(label: Label, document: Document, picture: str | None) -> tuple[Primitive, ...]:
    if picture is None:
        return ()
    room = Rect(
        label.text.x,
        label.text.y,
        label.box.width - label.text.x - PAD,
        label.place.y - label.text.y,
    )
    return tuple(
        image
        for asset in document.assets
        if asset.id == picture
        for image in asset_picture(document, asset.id, room, asset.name)
    )
