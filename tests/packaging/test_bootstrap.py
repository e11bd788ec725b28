import os
import subprocess
import sys
from pathlib import Path

import bootstrap
import pytest

TOP = Path(__file__).resolve().parents[2]
NOW = (sys.version_info[0], sys.version_info[1])


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text("[project]\ndependencies = []\n", encoding="utf-8")
    python = Path(bootstrap.python_of(str(tmp_path / ".venv")))
    python.parent.mkdir(parents=True)
    python.touch()
    return tmp_path


def make_ready(checkout: Path, purpose: str = "run") -> str:
    wanted = bootstrap.stamp(str(checkout), NOW)
    (checkout / ".venv" / f"made-for-{purpose}").write_text(wanted, encoding="utf-8")
    return wanted


def run(*arguments: str, cwd: Path = TOP, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(TOP / "packaging" / "bootstrap.py"), *arguments],
        cwd=cwd, env=environ or None, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 14), (4, 0)])
def test_a_python_that_is_new_enough_is_taken(version: tuple[int, int]) -> None:
    assert bootstrap.too_old(version) == ""


@pytest.mark.parametrize("version", [(2, 7), (3, 6), (3, 10)])
def test_a_python_that_is_too_old_is_told_which_one_is_needed(version: tuple[int, int]) -> None:
    sentence = bootstrap.too_old(version)
    assert "3.11 or newer" in sentence
    assert f"this is Python {version[0]}.{version[1]}." in sentence


def test_an_old_python_can_read_the_file_that_says_it_is_too_old() -> None:
    import ast

    text = Path(bootstrap.__file__).read_text(encoding="utf-8")
    tree = ast.parse(text, feature_version=(3, 7))
    first = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    assert [name.name for node in first for name in node.names] == ["os", "sys"]


def test_an_environment_of_the_same_parts_and_python_is_used_again(checkout: Path) -> None:
    wanted = make_ready(checkout)
    assert bootstrap.is_ready(str(checkout), "run", wanted)


def test_an_environment_for_running_is_not_enough_for_the_tests(checkout: Path) -> None:
    wanted = make_ready(checkout)
    assert not bootstrap.is_ready(str(checkout), "test", wanted)


def test_changed_parts_make_an_environment_stale(checkout: Path) -> None:
    make_ready(checkout)
    with (checkout / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write("# one more\n")
    assert not bootstrap.is_ready(str(checkout), "run", bootstrap.stamp(str(checkout), NOW))


def test_another_python_makes_an_environment_stale(checkout: Path) -> None:
    make_ready(checkout)
    assert not bootstrap.is_ready(str(checkout), "run", bootstrap.stamp(str(checkout), (3, 99)))


def test_a_moved_checkout_makes_an_environment_stale(checkout: Path) -> None:
    make_ready(checkout)
    moved = checkout.with_name("moved")
    checkout.rename(moved)
    assert not bootstrap.is_ready(str(moved), "run", bootstrap.stamp(str(moved), NOW))


def test_an_environment_whose_python_is_gone_is_not_ready(checkout: Path) -> None:
    wanted = make_ready(checkout)
    Path(bootstrap.python_of(str(checkout / ".venv"))).unlink()
    assert not bootstrap.is_ready(str(checkout), "run", wanted)


def test_a_damaged_stamp_makes_an_environment_stale(checkout: Path) -> None:
    wanted = make_ready(checkout)
    (checkout / ".venv" / "made-for-run").write_bytes(b"\xff\xfe\x00")
    assert not bootstrap.is_ready(str(checkout), "run", wanted)


@pytest.mark.parametrize(
    ("platform", "environ", "missing"),
    [
        ("linux", {}, True),
        ("linux", {"DISPLAY": ""}, True),
        ("linux", {"DISPLAY": ":0"}, False),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, False),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, False),
        ("darwin", {}, False),
        ("win32", {}, False),
    ],
)
def test_only_linux_without_any_display_has_no_window(
    platform: str, environ: dict[str, str], missing: bool
) -> None:
    assert bootstrap.display_missing(platform, environ) is missing


@pytest.mark.parametrize("arguments", [(), ("dance",), ("--help",)])
def test_an_unknown_command_shows_the_three_there_are(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert all(f"bootstrap.py {name}" in done.stderr for name in ("run", "test", "bench"))
    assert done.stdout == ""


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What would have been started, each as its words after the Python."""
    started: list[list[str]] = []

    def keep(_top: str, arguments: list[str]) -> int:
        started.append(arguments)
        return 0

    monkeypatch.setattr(bootstrap, "start", keep)
    monkeypatch.setattr(os, "chdir", lambda _folder: None)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return started


@pytest.mark.parametrize(
    ("command", "module"), [("run", "cjmapper"), ("test", "pytest"), ("bench", "tests.bench")]
)
def test_each_command_passes_on_what_follows_it(
    command: str, module: str, played: list[list[str]]
) -> None:
    assert bootstrap.command(str(TOP), command, ["a b", "-x"]) == 0
    assert played == [["-m", module, "a b", "-x"]]


def test_without_a_display_a_poster_is_made_where_the_person_stands(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    called: list[list[str]] = []

    def keep(arguments: list[str]) -> int:
        called.append(arguments[1:])
        return 0

    monkeypatch.setattr(subprocess, "call", keep)
    monkeypatch.chdir(tmp_path)
    assert bootstrap.poster("/checkout", "") == 0
    assert bootstrap.poster("/checkout", "maps/shop.cjmap") == 0
    example = str(Path("/checkout") / bootstrap.EXAMPLE)
    poster = str(tmp_path / "cjmapper-example.pdf")
    assert called[0] == ["-m", "cjmapper", "export", example, poster]
    assert called[1][3:] == ["maps/shop.cjmap", str(tmp_path / "shop.pdf")]
    said = capsys.readouterr().out
    assert "no display" in said
    assert f"The poster is in {poster}" in said
