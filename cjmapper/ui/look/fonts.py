"""The bundled fonts in the window: registered once, in pixel sizes, two weights."""

from PySide6.QtGui import QFont, QFontDatabase

from cjmapper.places import resource

FAMILY = "CJMapper Sans"
_FILES = (
    "CJMapperSans-Regular.ttf",
    "CJMapperSans-Italic.ttf",
    "CJMapperSans-SemiBold.ttf",
    "CJMapperSans-SemiBoldItalic.ttf",
    "CJMapperEmoji-Regular.ttf",
)


def register_fonts() -> None:
    """Makes the bundled faces known to Qt; those it knows already stay as they are."""
    if FAMILY in QFontDatabase.families():
        return
    for name in _FILES:
        QFontDatabase.addApplicationFont(str(resource("fonts", name)))


def ui_font(size_px: int, *, semibold: bool = False) -> QFont:
    """The window's font at a size in pixels."""
    font = QFont(FAMILY)
    font.setFamilies([FAMILY, "CJMapper Emoji"])
    font.setPixelSize(size_px)
    font.setWeight(QFont.Weight.DemiBold if semibold else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
