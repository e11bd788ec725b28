"""The bundled fonts in the window: registered once, in pixel sizes, two weights."""

from PySide6.QtGui import QFont, QFontDatabase

from cjmapper.text.fonts import EMOJI_FAMILY, SANS_FAMILY, Face, font_file


def register_fonts() -> None:
    """Makes the bundled faces known to Qt; those it knows already stay as they are."""
    if SANS_FAMILY in QFontDatabase.families():
        return
    for face in Face:
        QFontDatabase.addApplicationFont(str(font_file(face)))


def ui_font(size_px: int, *, semibold: bool = False) -> QFont:
    """The window's font at a size in pixels."""
    font = QFont(SANS_FAMILY)
    font.setFamilies([SANS_FAMILY, EMOJI_FAMILY])
    font.setPixelSize(size_px)
    font.setWeight(QFont.Weight.DemiBold if semibold else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
