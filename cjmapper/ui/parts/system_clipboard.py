"""The computer's clipboard: our own form, tables, text and pictures, never anything that runs.

A table in HTML is read as a plain table; looks and links stay where they are.
"""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication, QImage

from cjmapper.editor.clipboard import MEDIA_TYPE, Clip
from cjmapper.errors import EditError
from cjmapper.exchange.html_tables import table_in
from cjmapper.model.text_table import TextTable, written
from cjmapper.ui.parts.dropped_files import picture_files

TSV = "text/tab-separated-values"
_AS_TEXT = "mso-number-format:'\\@';white-space:pre-wrap"
"""A cell that begins as a formula does is shown, never computed, by a spreadsheet."""


def no_picture() -> QImage | None:
    """Where copied things are not painted."""
    return None


class SystemClipboard:
    """Gives and takes what lies on the computer's clipboard."""

    def __init__(self, picture: Callable[[], QImage | None] = no_picture) -> None:
        """`picture` paints what is selected when it is copied."""
        self._picture = picture

    def get(self) -> Clip:
        """What lies there, as far as we can read it."""
        found: QMimeData | None = QGuiApplication.clipboard().mimeData()
        if found is None:
            return Clip()
        text = found.text() if found.hasText() else ""
        if found.hasFormat(MEDIA_TYPE):
            return Clip(bytes(found.data(MEDIA_TYPE).data()), text)
        if picture_files(found):
            return Clip(text=text, has_pictures=True)
        table = _table(found)
        has_pictures = table is None and not text.strip() and found.hasImage()
        return Clip(text=text, table=table, has_pictures=has_pictures)

    def put(self, clip: Clip) -> None:
        """Puts every form there that others may take."""
        if clip == Clip():
            return
        carried = QMimeData()
        carried.setText(clip.text)
        if clip.table is not None:
            carried.setData(TSV, QByteArray(written(clip.table.rows).encode()))
            carried.setHtml(_html(clip.table.rows))
        if clip.own:
            carried.setData(MEDIA_TYPE, QByteArray(clip.own))
            picture = self._picture()
            if picture is not None:
                carried.setImageData(picture)
        QGuiApplication.clipboard().setMimeData(carried)


def _table(found: QMimeData) -> TextTable | None:
    """The table that another program gives beside its text; what is too large is told of later."""
    try:
        return table_in(found.html()) if found.hasHtml() else None
    except EditError:
        return None


def _html(rows: Iterable[Sequence[str]]) -> str:
    """A table for other programs: every character of a person is escaped."""
    body = "".join(f"<tr>{''.join(map(_html_cell, row))}</tr>" for row in rows)
    return f'<html><head><meta charset="utf-8"></head><body><table>{body}</table></body></html>'


def _html_cell(text: str) -> str:
    import html

    lines = "<br>".join(html.escape(line) for line in text.split("\n"))
    return f'<td style="{_AS_TEXT}">{lines}</td>'
