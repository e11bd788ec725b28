import errno
import subprocess
import sys
import threading
import venv
from pathlib import Path

import bootstrap
import pytest
import setup_parts
import setup_system

TOP = Path(__file__).resolve().parents[2]
PYPROJECT = """
[project]
dependencies = ["gui>=6,<7; python_version<'3.12'", "gui>=7; python_version>='3.12'", "json>=1"]
[project.optional-dependencies]
test = ["tester>=8"]
build = ["fonter>=4"]
fast = ["speed>=0.9"]
"""
NOW = (sys.version_info[0], sys.version_info[1])


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What pip would have been asked for; environments are made as empty folders."""
    asked: list[list[str]] = []

    def install(_folder: Path, lines: list[str], _tell: object) -> tuple[int, str]:
        asked.append(lines)
        return 0, ""

    def create(folder: Path) -> None:
        python = Path(bootstrap.python_of(str(folder)))
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch()
        (folder / "lib" / "python3" / "site-packages").mkdir(parents=True, exist_ok=True)

    monkeypatch.setattr(setup_parts, "install", install)
    monkeypatch.setattr(setup_parts, "create", create)
    monkeypatch.setattr(setup_system, "require", lambda *_args, **_named: None)
    return asked


def make(checkout: Path, purpose: str = "run") -> str:
    return setup_parts.make(str(checkout), purpose, bootstrap.stamp(str(checkout), NOW))


def ready(checkout: Path, purpose: str) -> bool:
    return bootstrap.is_ready(str(checkout), purpose, bootstrap.stamp(str(checkout), NOW))


def test_the_parts_are_read_with_their_markers(checkout: Path) -> None:
    lines = setup_parts.requirements(checkout / "pyproject.toml")
    assert lines[0] == "gui>=6,<7; python_version<'3.12'"
    assert lines[2] == "json>=1"
    assert setup_parts.requirements(checkout / "pyproject.toml", "test") == ["tester>=8"]


def test_the_projects_own_parts_are_all_pinned_from_above() -> None:
    for line in setup_parts.requirements(TOP / "pyproject.toml"):
        assert "<" in line.partition(";")[0], line


def test_a_first_run_installs_the_parts_but_not_those_of_the_tests(
    checkout: Path, installed: list[list[str]]
) -> None:
    assert make(checkout) == ""
    assert [len(lines) for lines in installed] == [3, 1]
    assert ready(checkout, "run")
    assert not ready(checkout, "test")


def test_what_is_made_for_the_tests_serves_running_too(
    checkout: Path, installed: list[list[str]]
) -> None:
    assert make(checkout, "test") == ""
    assert {"tester>=8", "fonter>=4"} <= set(installed[0])
    assert ready(checkout, "run")
    assert ready(checkout, "test")


def test_the_package_is_found_from_any_folder(checkout: Path, installed: list[list[str]]) -> None:
    assert make(checkout) == ""
    assert installed
    (path_file,) = checkout.rglob("*.pth")
    assert path_file.read_text(encoding="utf-8").strip() == str(checkout)


def test_a_part_that_only_makes_things_faster_may_be_missing(
    checkout: Path,
    installed: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def install(_folder: Path, lines: list[str], _tell: object) -> tuple[int, str]:
        installed.append(lines)
        return ("speed>=0.9" in lines), "no compiler"

    monkeypatch.setattr(setup_parts, "install", install)
    assert make(checkout) == ""
    assert "only makes PDF export faster" in capsys.readouterr().out
    assert ready(checkout, "run")


def test_a_failed_install_is_told_and_leaves_nothing_that_looks_ready(
    checkout: Path, installed: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setup_parts, "install", lambda *_: (1, "ERROR: odd\n"))
    assert "ERROR: odd" in make(checkout)
    assert not ready(checkout, "run")
    assert installed == []


def test_what_broke_off_is_made_anew(checkout: Path, installed: list[list[str]]) -> None:
    assert make(checkout) == ""
    folder = checkout / ".venv"
    stamps = [folder / "made-for-run", folder / "made-for-test"]
    wanted = bootstrap.stamp(str(checkout), NOW)
    assert not setup_parts.must_be_made_anew(folder, stamps, wanted)
    stamps[0].write_text(setup_parts.UNFINISHED, encoding="utf-8")
    assert setup_parts.must_be_made_anew(folder, stamps, wanted)
    assert installed


def test_changed_parts_are_added_without_making_the_environment_anew(
    checkout: Path, installed: list[list[str]]
) -> None:
    assert make(checkout) == ""
    stamps = [checkout / ".venv" / "made-for-run"]
    with (checkout / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write("# more\n")
    wanted = bootstrap.stamp(str(checkout), NOW)
    assert not setup_parts.must_be_made_anew(checkout / ".venv", stamps, wanted)
    other = bootstrap.stamp(str(checkout), (3, 99))
    assert setup_parts.must_be_made_anew(checkout / ".venv", stamps, other)
    assert len(installed) == 2


def test_an_environment_of_this_python_that_has_no_stamp_is_kept(tmp_path: Path) -> None:
    folder = Path(sys.executable).parent.parent
    wanted = bootstrap.stamp(str(TOP), NOW)
    absent = [tmp_path / "made-for-run"]
    assert not setup_parts.must_be_made_anew(folder, absent, wanted)
    assert setup_parts.must_be_made_anew(folder, absent, bootstrap.stamp(str(TOP), (3, 99)))
    assert setup_parts.must_be_made_anew(tmp_path / "none", absent, wanted)


def test_two_first_starts_make_one_environment(checkout: Path, installed: list[list[str]]) -> None:
    refusals: list[str] = []
    threads = [threading.Thread(target=lambda: refusals.append(make(checkout))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert refusals == [""] * 4
    assert len(installed) == 2


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("WARNING: Retrying after NewConnectionError('x')", "no connection to the network"),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("one\nERROR: No matching distribution found for x", "  ERROR: No matching"),
    ],
)
def test_a_failure_of_pip_becomes_a_sentence(output: str, words: str) -> None:
    assert words in setup_parts.sentence_of_pip(output)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EROFS, "can't be written"),
        (errno.EACCES, "can't be written"),
        (errno.ENOSPC, "is full"),
        (errno.EIO, "could not go on"),
    ],
)
def test_an_error_of_the_disk_becomes_a_sentence(number: int, words: str) -> None:
    sentence = setup_parts.sentence_of(OSError(number, "x"), "/checkout")
    assert words in sentence
    assert "/checkout" in sentence


def test_a_folder_that_cannot_be_written_is_told(
    checkout: Path, installed: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def create(_folder: Path) -> None:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(setup_parts, "create", create)
    assert "can't be written" in make(checkout)
    assert installed == []


def test_an_environment_without_pip_is_told_and_not_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def create(folder: Path, **_options: object) -> None:
        folder.mkdir()
        raise subprocess.CalledProcessError(1, "ensurepip")

    monkeypatch.setattr(venv, "create", create)
    with pytest.raises(setup_parts.SetupError, match="pip did not install"):
        setup_parts.create(tmp_path / ".venv")
    assert not (tmp_path / ".venv").exists()
