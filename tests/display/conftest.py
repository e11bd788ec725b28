"""A screen, a program on it and the places where to point, for each test of the real window."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.display.places import Places
from tests.display.screen import NEEDED, Program, screen

Started = Callable[..., Program]


@pytest.fixture(scope="session")
def display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The environment of programs on a screen that the tests share."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        pytest.skip(f"no screen to show the window on: {', '.join(missing)} not installed")
    with screen(tmp_path_factory.mktemp("screen") / "x") as environment:
        if shutil.which("setxkbmap"):
            keyboard = ["setxkbmap", "-layout", "no"]
            subprocess.run(keyboard, env=environment, check=True, capture_output=True)
        yield environment


@pytest.fixture
def own(display: dict[str, str], tmp_path: Path) -> dict[str, str]:
    """The environment of a program on that screen, with a profile of the test's own."""
    home = tmp_path / "home"
    home.mkdir()
    folders = ("CONFIG", "DATA", "STATE", "CACHE")
    profile = {f"XDG_{name}_HOME": str(home / name.lower()) for name in folders}
    return display | profile | {"HOME": str(home)}


@pytest.fixture
def start(own: dict[str, str], tmp_path: Path) -> Iterator[Started]:
    """Starts the program; ends what is left of it."""
    started: list[Program] = []

    def begin(*arguments: str) -> Program:
        log = tmp_path / f"program-{len(started)}.log"
        program = Program(own, log, *arguments)
        started.append(program)
        return program

    yield begin
    for program in started:
        program.kill()


@pytest.fixture
def places(qapp: QApplication) -> Iterator[Places]:
    """Where things are on that screen."""
    assert qapp is not None
    made = Places()
    yield made
    made.window.hide()
    made.window.deleteLater()
