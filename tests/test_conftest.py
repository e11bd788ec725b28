import os
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

CONFTEST = Path(__file__).with_name("conftest.py").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def _tests_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]))


def outcomes(pytester: pytest.Pytester, body: str) -> dict[str, int]:
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile("import logging\n" + body)
    return pytester.runpytest_subprocess("-p", "no:randomly").parseoutcomes()


def test_a_warning_in_the_log_fails_the_test_that_caused_it(pytester: pytest.Pytester) -> None:
    body = "def test_it():\n    logging.getLogger('cjmapper').warning('odd')\n"
    assert outcomes(pytester, body) == {"passed": 1, "errors": 1}


def test_a_test_that_looks_at_the_log_may_cause_warnings(pytester: pytest.Pytester) -> None:
    body = "def test_it(caplog):\n    logging.getLogger('cjmapper').warning('odd')\n"
    assert outcomes(pytester, body) == {"passed": 1}


def test_lines_of_information_are_no_failure(pytester: pytest.Pytester) -> None:
    body = "def test_it():\n    logging.getLogger('cjmapper').info('fine')\n"
    assert outcomes(pytester, body) == {"passed": 1}


@pytest.mark.parametrize("name", ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"])
def test_the_folders_of_the_person_who_runs_the_tests_are_out_of_reach(
    name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert Path(os.environ[name]).is_relative_to(tmp_path_factory.getbasetemp())
    assert not any(entry.is_file() for entry in Path(os.environ[name]).rglob("*"))


def test_no_window_can_appear_on_a_display() -> None:
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
