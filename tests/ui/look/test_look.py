"""The look: one style, every colour ours, words that can be read, icons sharp at any scale."""

import re
from itertools import product
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QAccessibilityHints,
    QColor,
    QFontInfo,
    QFontMetrics,
    QIcon,
    QPalette,
    QStyleHints,
)
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from cjmapper.drawing.theme import READABLE, TELLING, contrast
from cjmapper.ui.look import tokens as tokens_module
from cjmapper.ui.look.appearance import Look, Theme
from cjmapper.ui.look.icons import Tint, icon
from cjmapper.ui.look.palette import palette
from cjmapper.ui.look.tokens import CONTRAST, DARK, LIGHT, ON_PAPER, Tokens
from cjmapper.ui.parts.tile import word_lines

pytestmark = pytest.mark.usefixtures("qapp")


THEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "high"])


@THEMES
def test_every_word_can_be_read_on_its_ground(tokens: Tokens) -> None:
    inks = (tokens.text, tokens.secondary, tokens.hint)
    for ink, ground in product(inks, (tokens.surface, tokens.canvas, tokens.tint)):
        assert contrast(ink, ground) >= READABLE
    for ink, ground in (
        (tokens.danger, tokens.surface),
        (tokens.accent, tokens.surface),
        (tokens.text, tokens.hover),
        (tokens.text, tokens.pressed),
        (tokens.on_accent, tokens.accent),
        (tokens.on_accent, tokens.accent_hover),
        (tokens.accent, tokens.accent_soft),
        (tokens.on_tip, tokens.tip),
        (tokens.on_tip, tokens.tip_hover),
        (tokens.secondary, tokens.desk),
        (tokens.fine, tokens.surface),
    ):
        assert contrast(ink, ground) >= READABLE


@THEMES
def test_every_edge_ring_handle_and_face_can_be_seen(tokens: Tokens) -> None:
    shapes = (tokens.control, tokens.accent, tokens.handle, *tokens.emotions)
    for shape, ground in product(shapes, (tokens.surface, tokens.canvas, tokens.tint)):
        assert contrast(shape, ground) >= TELLING
    for colour in tokens.emotions:
        assert contrast(tokens.on_emotion, colour) >= TELLING


def test_what_lies_over_a_sheet_of_paper_can_be_read_and_seen() -> None:
    for ground in (ON_PAPER.joint, ON_PAPER.grave, ON_PAPER.slight):
        assert contrast(ON_PAPER.ink, ground) >= READABLE
        assert contrast(ground, ON_PAPER.sheet) >= TELLING


def test_every_colour_of_the_window_is_written_in_its_look() -> None:
    top = Path(tokens_module.__file__).parents[1]
    places = [path for path in top.rglob("*.py") if path.parent.name != "look"]
    assert len(places) > 100
    written = re.compile(r"""["']#[0-9A-Fa-f]{6}["']""")
    assert [path.name for path in places if written.search(path.read_text("utf-8"))] == []


def test_high_contrast_is_higher_than_any_other() -> None:
    inks = ("text", "secondary", "hint", "control", "hairline", "accent")
    for name, other in product(inks, (LIGHT, DARK)):
        high = contrast(getattr(CONTRAST, name), CONTRAST.surface)
        assert high > contrast(getattr(other, name), other.surface)
    assert contrast(CONTRAST.text, CONTRAST.surface) == pytest.approx(21.0)


def test_the_system_decides_until_a_person_does(monkeypatch: pytest.MonkeyPatch) -> None:
    hints = SimpleNamespace(scheme=Qt.ColorScheme.Light, wish=Qt.ContrastPreference.NoPreference)
    monkeypatch.setattr(QStyleHints, "colorScheme", lambda _: hints.scheme)
    monkeypatch.setattr(QAccessibilityHints, "contrastPreference", lambda _: hints.wish)
    look = Look(Theme.SYSTEM)
    assert look.tokens is LIGHT
    hints.scheme = Qt.ColorScheme.Dark
    assert look.tokens is DARK
    hints.wish = Qt.ContrastPreference.HighContrast
    assert look.tokens is CONTRAST
    look.choose(theme=Theme.LIGHT)
    assert look.tokens is LIGHT


@THEMES
def test_no_role_of_the_palette_is_left_to_the_platform(tokens: Tokens) -> None:
    made = palette(tokens)
    groups = QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled
    for role, group in product(QPalette.ColorRole, groups):
        if role not in (QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles):
            assert made.isBrushSet(group, role), (role, group)


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK, Theme.CONTRAST])
def test_what_an_empty_line_asks_for_can_be_read(qtbot: QtBot, theme: Theme) -> None:
    look = Look(theme)
    look.put_on()
    line = QLineEdit()
    line.setPlaceholderText("M" * 9)
    qtbot.addWidget(line)
    line.resize(160, 40)
    line.show()
    image = line.grab().toImage()
    inks = {image.pixelColor(x, 20).name() for x in range(12, 120)}
    assert max(contrast(ink, look.tokens.surface) for ink in inks) >= READABLE


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


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_an_icon_has_a_dot_for_each_dot_of_the_screen(ratio: float) -> None:
    picture = icon("search").pixmap(QSize(20, 20), ratio)
    assert picture.devicePixelRatio() == ratio
    assert picture.width() == round(20 * ratio)


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
