"""Pictures from files and from the clipboard, made fit for a document: checked, turned, made small.

Works in any thread: no pixmap, no widget. What a file says beside its picture, such as where it
was taken, is left behind.
"""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QImageWriter

from cjmapper.editor.picture_places import NewPicture
from cjmapper.errors import FileError, Value
from cjmapper.storage.files import read_bytes

LONGEST_PX = 2048
JPEG_QUALITY = 85
MOST_MEGAPIXELS = 200
MOST_AT_ONCE = 64
"""Megapixels of what can't be made small while it is read, as most that is no JPEG."""

MOST_MEGABYTES = 60
_FORMATS = frozenset({b"png", b"jpeg", b"jpg", b"gif", b"bmp", b"webp"})
_LOSSY = frozenset({b"jpeg", b"jpg"})
_OPAQUE = 0xFF
_MILLION = 1_000_000

PictureSource = Path | QImage


class RefusedPicture(NamedTuple):
    """A picture that is not taken, and the code and values of why."""

    name: str
    code: str
    values: Mapping[str, Value] = MappingProxyType({})


def read_picture(source: PictureSource) -> NewPicture | RefusedPicture:
    """The picture at most `LONGEST_PX` long; a JPEG, or a PNG where that is smaller or needed."""
    if isinstance(source, QImage):
        return _encoded("", _shrunk(source), lossy=False)
    name = source.stem
    try:
        content = read_bytes(source, MOST_MEGABYTES * _MILLION)
    except FileError as error:
        if error.code == "too_large":
            return RefusedPicture(source.name, "image_file_too_large", {"limit": MOST_MEGABYTES})
        return RefusedPicture(source.name, error.code, error.values)
    return _decoded(name, source.name, content)


def _decoded(name: str, full_name: str, content: bytes) -> NewPicture | RefusedPicture:
    held = QByteArray(content)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    kind, size = bytes(reader.format().data()), reader.size()
    if kind not in _FORMATS or not size.isValid():
        return RefusedPicture(full_name, "image_unreadable")
    if size.width() * size.height() > MOST_MEGAPIXELS * _MILLION:
        return RefusedPicture(full_name, "image_too_large", {"limit": MOST_MEGAPIXELS})
    if max(size.width(), size.height()) > LONGEST_PX:
        smaller = size.scaled(LONGEST_PX, LONGEST_PX, Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(smaller.expandedTo(QSize(1, 1)))
    image = reader.read()
    if image.isNull() and size.width() * size.height() > MOST_AT_ONCE * _MILLION:
        return RefusedPicture(full_name, "image_too_large", {"limit": MOST_AT_ONCE})
    if image.isNull():
        return RefusedPicture(full_name, "image_unreadable")
    return _encoded(name, image, lossy=kind in _LOSSY)


def _shrunk(image: QImage) -> QImage:
    if max(image.width(), image.height()) <= LONGEST_PX:
        return image
    return image.scaled(
        LONGEST_PX,
        LONGEST_PX,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def _encoded(name: str, image: QImage, *, lossy: bool) -> NewPicture | RefusedPicture:
    if image.isNull():
        return RefusedPicture(name, "image_unreadable")
    bare = _bare(image)
    made: list[NewPicture] = []
    clear = bare.hasAlphaChannel()
    if not clear:
        made.append(NewPicture(name, "image/jpeg", _written(bare, b"jpeg", JPEG_QUALITY)))
    if clear or not lossy:
        made.append(NewPicture(name, "image/png", _written(bare, b"png", -1)))
    return min(made, key=lambda one: len(one.content))


def _bare(image: QImage) -> QImage:
    """The pixels alone, in the colours of screens, without a see-through part where none is."""
    space = image.colorSpace()
    wanted = QColorSpace(QColorSpace.NamedColorSpace.SRgb)
    if space.isValid() and space != wanted:
        image = image.convertedToColorSpace(wanted)
    clear = image.hasAlphaChannel() and _lets_through(image)
    kind = QImage.Format.Format_ARGB32 if clear else QImage.Format.Format_RGB32
    image = image.convertToFormat(kind)
    bare = QImage(image.constBits(), image.width(), image.height(), image.bytesPerLine(), kind)
    return bare.copy()


def _lets_through(image: QImage) -> bool:
    alpha = image.convertToFormat(QImage.Format.Format_Alpha8)
    width, step = alpha.width(), alpha.bytesPerLine()
    pixels = bytes(alpha.constBits())
    rows = (pixels[start : start + width] for start in range(0, step * alpha.height(), step))
    opaque = bytes([_OPAQUE]) * width
    return any(row != opaque for row in rows)


def _written(image: QImage, kind: bytes, quality: int) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind))
    writer.setQuality(quality)
    writer.write(image)
    buffer.close()
    return bytes(held.data())
