"""How the program is started: a map by its name, or a command line."""

import subprocess
import sys
from pathlib import Path

import pytest

from cjmapper import __main__ as program
from cjmapper.errors import FileError
from cjmapper.places import resources_folder

_OPENED = """
import sys
from cjmapper import __main__ as program
program._open_window = lambda path: print(path, "cjmapper.cli" in sys.modules)
sys.exit(program.main())
"""


def _opened_with(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", _OPENED, *arguments],
        cwd=resources_folder().parent,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_a_map_by_its_name_is_opened_without_the_command_line() -> None:
    assert _opened_with("my map.cjmap") == "my map.cjmap False"


@pytest.mark.parametrize(
    ("arguments", "path"), [((), "None"), (("poster.pdf",), "poster.pdf"), (("a/b",), "a/b")]
)
def test_all_else_is_understood_by_the_command_line(arguments: tuple[str, ...], path: str) -> None:
    assert _opened_with(*arguments) == f"{path} True"


@pytest.mark.parametrize("arguments", [["-x.cjmap"], ["export", "a.cjmap"], [".cjmap"]])
def test_a_name_that_could_be_anything_else_is_not_opened_at_once(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened: list[Path | None] = []
    monkeypatch.setattr(program, "_open_window", opened.append)
    monkeypatch.setattr(sys, "argv", ["cjmapper", *arguments])
    assert program.main() == 2
    assert opened == []
    assert capsys.readouterr().err


def test_a_window_that_can_not_open_is_told_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_path: Path | None) -> int:
        raise FileError("file_empty")

    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setattr(program, "_open_window", fail)
    monkeypatch.setattr(sys, "argv", ["cjmapper", "a.cjmap"])
    assert program.main() == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert "Traceback" not in said.err
