"""The tokens as a palette: every role Qt draws with, in every state."""

from PySide6.QtGui import QColor, QPalette

from cjmapper.ui.look.tokens import Tokens

_Role = QPalette.ColorRole


def palette(tokens: Tokens) -> QPalette:
    """A palette in which no role is left to the platform."""
    made = QPalette()
    for role, colour in _roles(tokens).items():
        made.setColor(role, QColor(colour))
    disabled = QColor(tokens.disabled)
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.PlaceholderText):
        made.setColor(QPalette.ColorGroup.Disabled, role, disabled)
    made.setColor(QPalette.ColorGroup.Disabled, _Role.Highlight, QColor(tokens.pressed))
    made.setColor(QPalette.ColorGroup.Disabled, _Role.HighlightedText, disabled)
    made.setColor(QPalette.ColorGroup.Disabled, _Role.Accent, disabled)
    return made


def _roles(tokens: Tokens) -> dict[QPalette.ColorRole, str]:
    return {
        _Role.Window: tokens.surface,
        _Role.WindowText: tokens.text,
        _Role.Base: tokens.surface,
        _Role.AlternateBase: tokens.tint,
        _Role.Text: tokens.text,
        _Role.PlaceholderText: tokens.hint,
        _Role.Button: tokens.surface,
        _Role.ButtonText: tokens.text,
        _Role.BrightText: tokens.danger,
        _Role.ToolTipBase: tokens.tip,
        _Role.ToolTipText: tokens.on_tip,
        _Role.Highlight: tokens.accent,
        _Role.HighlightedText: tokens.on_accent,
        _Role.Accent: tokens.accent,
        _Role.Link: tokens.accent,
        _Role.LinkVisited: tokens.secondary,
        _Role.Light: tokens.surface,
        _Role.Midlight: tokens.tint,
        _Role.Mid: tokens.hairline,
        _Role.Dark: tokens.control,
        _Role.Shadow: tokens.canvas if tokens.dark else tokens.control,
    }
