"""The thin sheet of rules on top of Fusion and the palette: shapes and distances, few colours."""

from string import Template

from cjmapper.ui.look.tokens import Tokens

_SHEET = Template(
    """
* { font-family: "CJMapper Sans"; font-size: ${s13}px; }
QToolTip {
    color: $on_tip; background: $tip; border: none; padding: ${s4}px ${s8}px;
    font-size: ${s12}px;
}
QMenuBar { background: transparent; border: none; padding: 0; spacing: 0; }
QMenuBar::item { padding: ${s8}px ${s8}px; border-radius: ${s6}px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenuBar::item:pressed { background: $pressed; }
QMenu {
    background: $surface; border: 1px solid $hairline; border-radius: ${s8}px;
    padding: ${s6}px; icon-size: ${s16}px;
}
QMenu::item {
    min-height: ${s20}px; padding: ${s6}px ${s24}px ${s6}px ${s32}px;
    border-radius: ${s6}px; color: $text;
}
QMenu::item:selected { background: $hover; color: $text; }
QMenu::item:disabled { color: $disabled; background: transparent; }
QMenu::icon { left: ${s8}px; }
QMenu::separator { height: 1px; background: $hairline; margin: ${s6}px ${s8}px; }
QMenu::right-arrow { right: ${s8}px; }

QPushButton, QToolButton {
    border: 1px solid transparent; border-radius: ${s6}px; background: transparent;
    color: $text; padding: 0 ${s12}px; min-height: ${s28}px; icon-size: ${s18}px;
}
QToolButton { padding: 0; min-width: ${s34}px; min-height: ${s34}px; icon-size: ${s20}px; }
QToolButton[small="true"] {
    min-width: ${s24}px; min-height: ${s24}px; icon-size: ${s16}px;
}
QToolButton[task="context"] {
    min-width: ${s30}px; min-height: ${s30}px; icon-size: ${s18}px;
}
QToolButton::menu-indicator { image: none; }
QPushButton::menu-indicator { image: none; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $pressed; }
QPushButton:checked, QToolButton:checked { background: $accent_soft; color: $accent; }
QPushButton:disabled, QToolButton:disabled { color: $disabled; background: transparent; }
QPushButton[task="plain"], QDialogButtonBox QPushButton, QMessageBox QPushButton,
QPrintDialog QPushButton, QPrintDialog QToolButton {
    border-color: $control; background: $surface; min-height: ${s32}px;
}
QPushButton[task="plain"]:hover, QMessageBox QPushButton:hover { background: $hover; }
QPrintDialog QPushButton, QPrintDialog QToolButton { padding: 0 ${s12}px; }
QPrintDialog QToolButton:disabled { border-color: $hairline; }
QTabWidget::pane { border: 1px solid $hairline; border-radius: ${s6}px; }
QTabBar::tab {
    color: $text; padding: ${s6}px ${s12}px; border-bottom: 2px solid transparent;
}
QTabBar::tab:hover { background: $hover; }
QTabBar::tab:selected { color: $accent; border-bottom-color: $accent; }
QPushButton[task="plain"]:disabled { border-color: $hairline; }
QPushButton[task="primary"], QMessageBox QPushButton:default {
    background: $accent; color: $on_accent; border-color: $accent;
    font-weight: 600; min-height: ${s32}px; padding: 0 ${s16}px;
}
QPushButton[task="primary"]:hover, QMessageBox QPushButton:default:hover {
    background: $accent_hover; border-color: $accent_hover;
}
QPushButton[task="primary"]:disabled {
    background: $pressed; border-color: $pressed; color: $disabled;
}
QPushButton[task="link"] {
    color: $accent; font-weight: 600; padding: 0 ${s8}px; text-align: left;
}
QPushButton[task="fold"] {
    color: $accent; font-weight: 600; padding: 0 ${s4}px 0 0; text-align: left;
}
QPushButton[task="fold"]:checked { background: transparent; }
QPushButton[task="level"] {
    font-weight: 600; padding: 0; min-width: ${s28}px;
}
QPushButton[task="level"], QPushButton[task="choice"] {
    background: $surface; border: 1px solid $control; min-height: ${s30}px;
}
QPushButton[task="level"]:hover, QPushButton[task="choice"]:hover { background: $hover; }
QPushButton[task="level"]:checked, QPushButton[task="choice"]:checked {
    background: $accent_soft; color: $accent; border-color: $accent; font-weight: 600;
}

QLineEdit, QPlainTextEdit {
    background: $surface; border: 1px solid $control; border-radius: ${s6}px; color: $text;
    padding: 0 ${s8}px; placeholder-text-color: $hint;
    selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit { min-height: ${s30}px; padding: 0 ${s6}px; }
QPlainTextEdit { padding: ${s4}px; }
QLineEdit:focus, QPlainTextEdit:focus { border-color: $accent; }
QLineEdit:disabled, QPlainTextEdit:disabled {
    color: $disabled; border-color: $hairline;
}
QComboBox QAbstractItemView {
    background: $surface; border: 1px solid $hairline; outline: none; padding: ${s4}px;
    selection-background-color: $hover; selection-color: $text;
}
QComboBox QAbstractItemView::item { min-height: ${s28}px; padding: 0 ${s6}px; }

QSlider { min-height: ${s24}px; }
QSlider::groove:horizontal { height: ${s4}px; border-radius: ${s2}px; background: $hairline; }
QSlider::sub-page:horizontal { height: ${s4}px; border-radius: ${s2}px; background: $accent; }
QSlider::handle:horizontal {
    width: ${s14}px; height: ${s14}px; margin: -${s6}px 0; border-radius: ${s8}px;
    background: $surface; border: ${s2}px solid $accent;
}
QSlider::handle:horizontal:disabled { border-color: $control; }
QSlider::sub-page:horizontal:disabled { background: $hairline; }
QProgressBar {
    border: none; border-radius: ${s3}px; background: $hairline; color: transparent;
    min-height: ${s6}px; max-height: ${s6}px;
}
QProgressBar::chunk { border-radius: ${s3}px; background: $accent; }

QScrollArea, QAbstractScrollArea { border: none; }
QPlainTextEdit { border: 1px solid $control; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: ${s10}px; margin: 0; }
QScrollBar:horizontal { height: ${s10}px; margin: 0; }
QScrollBar::handle { background: $handle; border-radius: ${s3}px; margin: ${s2}px; }
QScrollBar::handle:vertical { min-height: ${s32}px; }
QScrollBar::handle:horizontal { min-width: ${s32}px; }
QScrollBar::handle:hover { background: $control; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QLabel { background: transparent; }
QLabel[tone="caption"] { color: $secondary; font-size: ${s12}px; }
QLabel[tone="quiet"] { color: $secondary; }
QLabel[tone="strong"] { font-size: ${s15}px; font-weight: 600; }
QLabel[tone="title"] { font-size: ${s20}px; font-weight: 600; }
QLabel[tone="welcome"] { font-size: ${s28}px; font-weight: 600; }
QLabel[tone="error"] { color: $danger; }
QLabel[tone="section"] { color: $secondary; font-size: ${s12}px; font-weight: 600; }

#topBar { background: $surface; border-bottom: 1px solid $hairline; }
#barLine { background: $hairline; }
#bottomBar { background: $surface; border-top: 1px solid $hairline; }
#tiles { background: $surface; border-right: 1px solid $hairline; }
#inspector { background: $surface; border-left: 1px solid $hairline; }
#inspector QScrollArea, #inspector QScrollArea > QWidget > QWidget,
#tiles QScrollArea, #tiles QScrollArea > QWidget > QWidget { background: transparent; }
#startScreen, #startScreen QScrollArea > QWidget > QWidget { background: $canvas; }
#notice { background: $tip; border-radius: ${s10}px; }
#notice QLabel { color: $on_tip; }
#notice QPushButton { color: $on_tip; font-weight: 600; text-decoration: underline; }
#notice QPushButton:hover, #notice QToolButton:hover { background: $tip_hover; }
QDialogButtonBox, QMessageBox { dialogbuttonbox-buttons-have-icons: 0; }
QMessageBox, QDialog { background: $surface; }
#posterOptions { border-left: 1px solid $hairline; background: $surface; }
#posterOptions > QWidget > QWidget { background: $surface; }
#findings { background: $tint; border-top: 1px solid $hairline; }
#findings > QWidget > QWidget { background: $tint; }
#findingLine { border-radius: ${s6}px; }
#findingLine[lit="true"] { background: $hover; }
#posterFoot { background: $surface; border-top: 1px solid $hairline; }
#previewBar { background: $surface; border-top: 1px solid $hairline; }
#smallPages {
    background: $tint; border: none; border-right: 1px solid $hairline; outline: none;
    padding: ${s4}px; font-size: ${s12}px;
}
#smallPages::item { border-radius: ${s6}px; padding: ${s4}px; color: $text; }
#smallPages::item:selected { background: $accent_soft; color: $accent; }
QPushButton[task="mend"] {
    border-color: $control; background: $surface; min-height: ${s24}px; padding: 0 ${s10}px;
}
QPushButton[task="mend"]:hover { background: $hover; }
#keySheet { background: transparent; }
#palette { background: transparent; outline: none; }
#fileRow { text-align: left; padding: 0 ${s8}px 0 0; min-height: ${s32}px; }
#fileRow:hover { background: $pressed; }
#rowButton, #rowButton:hover, #rowButton:pressed {
    background: $tint; text-align: left; padding: 0 ${s8}px;
}
"""
)
_SIZES = (2, 3, 4, 6, 8, 10, 12, 13, 14, 15, 16, 18, 20, 24, 28, 30, 32, 34)


def style_sheet(tokens: Tokens, factor: float) -> str:
    """The rules in these colours, with every length multiplied by `factor`."""
    sizes = {f"s{size}": str(round(size * factor)) for size in _SIZES}
    colours = {
        name: value
        for name in tokens.__struct_fields__
        if isinstance(value := getattr(tokens, name), str)
    }
    return _SHEET.substitute(sizes | colours)
