import shutil
import subprocess
import sys

import pytest
import setup_system


def have(_name: str) -> bool:
    return True


def lack(_name: str) -> bool:
    return False


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """A bare Debian that may install nothing; keeps what would have been installed."""
    asked: list[list[str]] = []

    def install(packages: list[str], _prefix: list[str]) -> bool:
        asked.append(packages)
        return True

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(setup_system, "has_library", lack)
    monkeypatch.setattr(setup_system, "has_tool", lack)
    monkeypatch.setattr(setup_system, "install", install)
    monkeypatch.setattr(setup_system, "right_to_install", lambda: None)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    return asked


def required(purpose: str, needs_venv: bool = False) -> str:
    said: list[str] = []
    setup_system.require(purpose, needs_venv, said.append)
    return "".join(said)


def test_the_line_to_install_packages_can_be_typed_as_it_is() -> None:
    assert setup_system.apt_line(["a", "b"], sudo=True) == "sudo apt-get install -y a b"
    assert setup_system.apt_line(["a"], sudo=False) == "apt-get install -y a"


def test_only_what_is_missing_is_asked_for() -> None:
    wanted = {"one": "libone.so", "two": "libtwo.so"}
    assert setup_system.lacking(wanted, lambda name: name == "libone.so") == ["two"]
    assert setup_system.lacking(wanted, have) == []


def test_a_library_and_a_tool_are_found_or_not() -> None:
    assert not setup_system.has_library("libno-such-thing.so.9")
    assert not setup_system.has_tool("no-such-tool-anywhere")
    assert not setup_system.has_tool("/no/such/file")
    assert setup_system.has_tool(sys.executable)


def test_who_may_not_install_gets_the_exact_line(bare: list[list[str]]) -> None:
    sentence = required("run")
    assert "sudo apt-get install -y libegl1 libgl1 " in sentence
    assert "xvfb" not in sentence
    assert bare == []


def test_the_tests_need_tools_too(bare: list[list[str]]) -> None:
    assert " xvfb xauth xdotool openbox qpdf poppler-utils strace at-spi2-core dbus" in required(
        "test"
    )
    assert bare == []


def test_what_makes_environments_is_asked_for_in_the_same_line(bare: list[list[str]]) -> None:
    assert "apt-get install -y python3-venv libegl1" in required("run", needs_venv=True)
    assert bare == []


def test_who_may_install_is_not_asked(
    bare: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setup_system, "right_to_install", list)
    assert required("run") == ""
    assert bare == [list(setup_system.LIBRARIES)]


def test_an_install_that_fails_ends_in_the_line_without_sudo_for_root(
    bare: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setup_system, "right_to_install", list)
    monkeypatch.setattr(setup_system, "install", lambda *_: False)
    assert "\n  apt-get install -y libegl1" in required("run")
    assert bare == []


def test_a_system_without_debian_packages_gets_the_names_of_the_libraries(
    bare: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    sentence = required("run")
    assert "libEGL.so.1" in sentence
    assert "apt-get" not in sentence
    assert bare == []


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_windows_and_macos_need_no_packages(
    platform: str, bare: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert required("test") == ""
    assert bare == []


def test_nothing_missing_asks_nothing(
    bare: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setup_system, "has_library", have)
    monkeypatch.setattr(setup_system, "has_tool", have)
    assert required("test") == ""
    assert bare == []


def test_the_list_of_packages_is_fetched_before_they_are_installed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    called: list[str] = []

    def run(command: list[str], **_options: object) -> subprocess.CompletedProcess[str]:
        called.append(" ".join(command))
        return subprocess.CompletedProcess(command, len(called) - 1, "said\nby apt\n")

    monkeypatch.setattr(subprocess, "run", run)
    assert not setup_system.install(["one"], ["sudo", "-n"])
    assert called[0].endswith("apt-get -q update")
    assert called[1].startswith("sudo -n env DEBIAN_FRONTEND=noninteractive apt-get -q install -y")
    assert "  by apt" in capsys.readouterr().out


def test_a_font_that_only_tests_use_is_fetched_where_that_is_easy(
    bare: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    fonts = list(setup_system.FONTS)
    monkeypatch.setattr(setup_system, "has_library", have)
    monkeypatch.setattr(setup_system, "has_tool", lambda name: not name.endswith(".ttf"))
    assert required("test") == ""
    assert bare == []
    monkeypatch.setattr(setup_system, "right_to_install", list)
    assert required("run") == required("test") == ""
    assert bare == [fonts]
    monkeypatch.setattr(setup_system, "install", lambda *_: False)
    assert required("test") == ""
