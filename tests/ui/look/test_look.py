"""The look: one style, every colour ours, words that can be read, icons sharp at any scale."""

import math

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontInfo, QFontMetrics, QIcon, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjmapper.ui.look.appearance import Look, Theme
from cjmapper.ui.look.icons import Tint, icon
from cjmapper.ui.look.palette import palette
from cjmapper.ui.look.tokens import DARK, LIGHT, Tokens
from cjmapper.ui.parts.tile import word_lines

pytestmark = pytest.mark.usefixtures("qapp")


def luminance(colour: str) -> float:
    ink = QColor(colour)
    red, green, blue = (linear(value) for value in (ink.redF(), ink.greenF(), ink.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else math.pow((value + 0.055) / 1.055, 2.4)


def contrast(one: str, other: str) -> float:
    lower, higher = sorted((luminance(one), luminance(other)))
    return (higher + 0.05) / (lower + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_word_can_be_read_on_its_ground(tokens: Tokens) -> None:
    for ink in (tokens.text, tokens.secondary, tokens.hint, tokens.danger, tokens.accent):
        assert contrast(ink, tokens.surface) >= 4.5
    for ink in (tokens.text, tokens.secondary, tokens.hint):
        assert contrast(ink, tokens.tint) >= 4.5
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5
    assert contrast(tokens.accent, tokens.accent_soft) >= 4.5
    assert contrast(tokens.on_tip, tokens.tip) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_edge_of_a_control_can_be_seen(tokens: Tokens) -> None:
    for ground in (tokens.surface, tokens.canvas, tokens.tint):
        assert contrast(tokens.control, ground) >= 3.0


def test_no_role_of_the_palette_is_left_to_the_platform() -> None:
    made = palette(DARK)
    for role in QPalette.ColorRole:
        if role not in (QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles):
            assert made.isBrushSet(QPalette.ColorGroup.Active, role), role


def test_the_style_is_fusion_whatever_the_platform_has() -> None:
    look = Look(Theme.LIGHT)
    look.put_on()
    assert look.style_name.lower() == "fusion"


def test_the_window_writes_with_the_bundled_font() -> None:
    Look(Theme.LIGHT).put_on()
    assert QFontInfo(QApplication.font()).family() == "CJMapper Sans"


def test_another_theme_is_put_on_at_once_and_told(qtbot: QtBot) -> None:
    look = Look(Theme.LIGHT)
    look.put_on()
    with qtbot.waitSignal(look.changed):
        look.choose(theme=Theme.DARK)
    assert look.tokens is DARK
    assert QApplication.palette().color(QPalette.ColorRole.Window) == QColor(DARK.surface)


def test_a_larger_size_makes_every_length_larger() -> None:
    look = Look(Theme.LIGHT, 150)
    assert look.px(48) == 72
    assert look.font(12).pixelSize() == 18


@pytest.mark.parametrize("side", [16, 24, 40, 80])
def test_an_icon_is_drawn_anew_at_every_size(side: int) -> None:
    Look(Theme.LIGHT).put_on()
    picture = icon("undo-2").pixmap(QSize(side, side), 1.0).toImage()
    inks = {
        picture.pixelColor(x, y).name()
        for x in range(side)
        for y in range(side)
        if picture.pixelColor(x, y).alpha() == 255
    }
    assert picture.width() == side
    assert LIGHT.text.lower() in inks


def test_an_icon_follows_the_theme_without_being_made_again() -> None:
    look = Look(Theme.LIGHT)
    look.put_on()
    star = icon("star", Tint.ACCENT)
    look.choose(theme=Theme.DARK)
    picture = star.pixmap(QSize(96, 96), 1.0, QIcon.Mode.Normal).toImage()
    inks = {picture.pixelColor(x, y).name() for x in range(96) for y in range(96)}
    assert DARK.accent.lower() in inks


def test_a_word_too_wide_for_its_tile_is_broken_where_its_soft_hyphen_is() -> None:
    look = Look(Theme.LIGHT)
    look.put_on()
    metrics = QFontMetrics(look.font(12))
    word = "Berørings\u00adpunkt"
    assert word_lines(word, metrics, 64) == ["Berørings-", "punkt"]
    assert word_lines(word, metrics, 300) == ["Berøringspunkt"]
