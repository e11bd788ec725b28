"""Whether things may move: what the person chose, and what the system says."""

from pathlib import Path

import pytest

from cjmapper.ui.look.motion import Motion, desktop_moves, system_moves


def test_things_move_only_where_system_and_person_want_it() -> None:
    assert Motion(asked=lambda: True).moves()
    assert not Motion(asked=lambda: False).moves()
    assert not Motion(asked=lambda: True, wanted=False).moves()


def test_without_an_answer_nothing_moves() -> None:
    assert not Motion().moves()


def test_what_was_chosen_here_counts_at_once() -> None:
    motion = Motion(asked=lambda: True)
    assert motion.moves()
    motion.wanted = False
    assert not motion.moves()


def test_nothing_moves_on_a_screen_that_nobody_sees() -> None:
    assert not system_moves()


@pytest.mark.parametrize(
    ("name", "text", "moves"),
    [
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", False),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=1\n", True),
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=false\n", False),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=0\n", False),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=true\n", True),
        ("kdeglobals", "no section at all\n", True),
        ("kdeglobals", "\udcff[KDE]", True),
    ],
)
def test_a_desktop_that_wants_no_motion_is_heeded(
    tmp_path: Path, name: str, text: str, moves: bool
) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert desktop_moves(tmp_path) is moves


def test_a_desktop_without_settings_lets_things_move(tmp_path: Path) -> None:
    assert desktop_moves(tmp_path)
