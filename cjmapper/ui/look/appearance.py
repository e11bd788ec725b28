"""The look in force: which theme, how large; puts it on the whole program at once."""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication

from cjmapper.ui.look.fonts import register_fonts, ui_font
from cjmapper.ui.look.mark import window_icon
from cjmapper.ui.look.motion import Motion, system_moves
from cjmapper.ui.look.palette import palette
from cjmapper.ui.look.sheet import style_sheet
from cjmapper.ui.look.tokens import CONTRAST, DARK, LIGHT, Tokens

BODY_PX = 13


class Theme(StrEnum):
    """What a person chose: as the computer has it, or always one of them."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


_TOKENS = {Theme.LIGHT: LIGHT, Theme.DARK: DARK, Theme.CONTRAST: CONTRAST}


class Look(QObject):
    """The colours and sizes in force. `changed` comes after they were put on the program."""

    changed = Signal()

    def __init__(self, theme: Theme = Theme.SYSTEM, percent: int = 100) -> None:
        super().__init__()
        self._theme = theme
        self._percent = percent
        self.motion = Motion(asked=system_moves)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_system)

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return _TOKENS[self.shown]

    @property
    def theme(self) -> Theme:
        """What was chosen."""
        return self._theme

    @property
    def shown(self) -> Theme:
        """The theme that is in force, which is never «as the computer has it»."""
        if self._theme is not Theme.SYSTEM:
            return self._theme
        hints = QGuiApplication.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return Theme.CONTRAST
        return Theme.DARK if hints.colorScheme() == Qt.ColorScheme.Dark else Theme.LIGHT

    @property
    def percent(self) -> int:
        """The size of the window's words and controls, 100 as designed."""
        return self._percent

    def px(self, size: float) -> int:
        """A designed length in pixels at the size in force."""
        return round(size * self._percent / 100)

    def font(self, size: int = BODY_PX, *, semibold: bool = False) -> QFont:
        """The window's font at a designed size."""
        return ui_font(self.px(size), semibold=semibold)

    def choose(self, theme: Theme | None = None, percent: int | None = None) -> None:
        """Takes another theme or size into force."""
        before = self._theme, self._percent
        self._theme = self._theme if theme is None else theme
        self._percent = self._percent if percent is None else percent
        if before != (self._theme, self._percent):
            self.put_on()

    def put_on(self) -> None:
        """Gives the program its font, colours and rules; its style it has from the start."""
        program = QApplication.instance()
        if not isinstance(program, QApplication):
            return
        register_fonts()
        tokens = self.tokens
        program.setPalette(palette(tokens))
        program.setFont(self.font())
        program.setStyleSheet(style_sheet(tokens, self._percent / 100))
        program.setWindowIcon(window_icon(LIGHT.accent, LIGHT.on_accent))
        self.changed.emit()

    def _follow_system(self) -> None:
        if self._theme is Theme.SYSTEM:
            self.put_on()
