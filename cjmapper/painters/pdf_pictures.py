"""Pictures as objects of a PDF, each written once; None for those that can't be shown.

Never decodes what has not been checked by its first bytes.
"""

from io import BytesIO
from typing import Any

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc

from cjmapper.drawing.primitives import Image
from cjmapper.geometry import Rect
from cjmapper.model.pictures import checked_picture
from cjmapper.painters.pdf_file import PdfFile
from cjmapper.painters.shapes import fitted
from cjmapper.painters.whole_pictures import UNREADABLE


class PdfPictures:
    """The pictures of one file."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._known: dict[bytes, tuple[str, int] | None] = {}

    def placed(self, item: Image) -> tuple[Rect, str, int] | None:
        """Where a picture of the document goes, its name and its number; None for a lost one."""
        picture = checked_picture(item.data)
        found = None if picture is None else self.named(item.data)
        if picture is None or found is None:
            return None
        return fitted(item.rect, picture.width_px, picture.height_px), *found

    def named(self, content: bytes) -> tuple[str, int] | None:
        """The resource name and the number of a picture, or None for what is none."""
        if content not in self._known:
            self._known[content] = self._added(content)
        return self._known[content]

    def _added(self, content: bytes) -> tuple[str, int] | None:
        reader = _readable(content)
        if reader is None:
            return None
        name = f"Im{len(self._known) + 1}"
        made: Any = pdfdoc.PDFImageXObject(name, reader, mask="auto")
        mask = getattr(made, "_smask", None)
        if mask is not None:
            number = self._file.adopt(mask, f"{name}-mask")
            made.smask = f"{number} 0 R"
        return name, self._file.adopt(made, name)


def _readable(content: bytes) -> Any | None:
    try:
        reader = ImageReader(BytesIO(content))
        reader.getRGBData()
    except UNREADABLE:
        return None
    return reader
