"""The command line, run in process and once as a program."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from cjmapper import __version__, cli
from cjmapper.places import resource
from cjmapper.storage.codec import encode
from cjmapper.storage.files import load
from cjmapper.storage.templates import template_names
from tests.support.builders import document, journey
from tests.support.command_line import refused, run

TOP = Path(__file__).resolve().parent.parent
RESTAURANT = resource("examples", "restaurant.nb.cjmap")


def test_a_map_is_made_from_a_template_in_the_language_asked_for(tmp_path: Path) -> None:
    target = tmp_path / "nytt.cjmap"
    outcome = run(
        "new", "--template", "purchase-5", "--language=nb", "--today", "2026-03-24", target
    )
    assert outcome == (cli.DONE, f"Wrote {target}\n", "")
    document = load(target).document
    assert document.language == "nb"
    assert str(document.created) == "2026-03-24"
    assert document.maps[0].phases[0].name == "Oppdagelse"


def test_a_new_map_speaks_the_language_of_the_user_when_none_is_named(tmp_path: Path) -> None:
    assert run("new", "--template", "blank", tmp_path / "a.cjmap", language="sv_SE.UTF-8").code == 0
    assert load(tmp_path / "a.cjmap").document.language == "sv"


def test_two_new_maps_have_ids_of_their_own(tmp_path: Path) -> None:
    for name in ("a", "b"):
        run("new", "--template", "blank", tmp_path / f"{name}.cjmap")
    first, second = (load(tmp_path / f"{name}.cjmap").document for name in ("a", "b"))
    assert first.maps[0].id != second.maps[0].id


def test_the_templates_are_listed_one_a_line() -> None:
    assert run("new", "--list").out.split() == list(template_names())


def test_a_new_map_never_takes_the_place_of_a_file(tmp_path: Path) -> None:
    target = tmp_path / "a.cjmap"
    target.write_text("mine")
    assert "is there already" in refused("new", "--template", "blank", target)
    assert target.read_text() == "mine"


def test_an_unknown_template_is_named(tmp_path: Path) -> None:
    sentence = refused("new", "--template", "mandala", tmp_path / "a.cjmap")
    assert "mandala" in sentence
    assert not (tmp_path / "a.cjmap").exists()


def test_converting_a_map_of_todays_format_changes_no_byte(tmp_path: Path) -> None:
    target = tmp_path / "copy.cjmap"
    assert run("convert", RESTAURANT, target) == (cli.DONE, f"Wrote {target}\n", "")
    assert target.read_bytes() == RESTAURANT.read_bytes()


def test_a_sound_map_is_checked_in_words_and_as_json() -> None:
    assert run("check", RESTAURANT) == (cli.DONE, f"{RESTAURANT}: nothing wrong found.\n", "")
    outcome = run("check", "--json", RESTAURANT)
    assert json.loads(outcome.out) == {"format": 1, "findings": []}
    assert outcome.err == ""


def broken(tmp_path: Path) -> Path:
    raw = json.loads(RESTAURANT.read_text(encoding="utf-8"))
    raw["maps"][0]["emotions"][3]["value"] = 7
    path = tmp_path / "broken.cjmap"
    path.write_text(json.dumps(raw), encoding="utf-8")
    return path


def test_a_map_that_breaks_a_rule_is_refused_with_the_place(tmp_path: Path) -> None:
    path = broken(tmp_path)
    for command in (("check", path), ("convert", path, tmp_path / "o.cjmap")):
        assert refused(*command).startswith(f"{path}: maps[0].emotions[3].value: ")
    assert not (tmp_path / "o.cjmap").exists()


def test_a_map_that_breaks_a_rule_is_a_finding_in_json(tmp_path: Path) -> None:
    outcome = run("check", broken(tmp_path), "--json")
    assert outcome.code == cli.REFUSED
    (finding,) = json.loads(outcome.out)["findings"]
    assert finding["code"] == "emotion_value_range"
    assert finding["place"] == "maps[0].emotions[3].value"
    assert finding["values"] == {"value": 7}
    assert finding["severity"] == "error"
    assert len(outcome.err.splitlines()) == 1


@pytest.mark.parametrize("content", [b"", b"{", b"PK\x03\x04", b"\0" * 64, b"[]", b"<html>"])
def test_a_file_that_is_no_map_leaves_one_sentence(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "no.cjmap"
    path.write_bytes(content)
    for language in ("en", "nb", "sv"):
        assert refused("check", path, language=language).startswith(f"{path}: ")


def test_a_missing_file_is_named() -> None:
    assert "nowhere.cjmap" in refused("check", "nowhere.cjmap")


def test_the_schema_is_printed() -> None:
    outcome = run("schema")
    assert outcome.code == cli.DONE
    assert "$defs" in json.loads(outcome.out)


@pytest.mark.parametrize(
    ("argv", "named"),
    [
        (["exprot", "a", "b"], "exprot"),
        (["a.cjmap", "b.cjmap"], "a.cjmap"),
        (["--loud"], "--loud"),
        (["new", "--templat", "x", "o.cjmap"], "--templat"),
        (["new", "o.cjmap"], "--template"),
        (["new", "--template"], "--template"),
        (["new", "--template", "blank"], "OUT.cjmap"),
        (["new", "--template", "blank", "--language", "fi", "o.cjmap"], "fi"),
        (["new", "--template", "blank", "--today", "24.3.2026", "o.cjmap"], "24.3.2026"),
        (["new", "--template", "blank", "--today", "20260324", "o.cjmap"], "20260324"),
        (["new", "--template", "blank", "o.txt"], ".cjmap"),
        (["new", "--list=yes"], "--list"),
        (["export", "a.cjmap"], "OUT.pdf"),
        (["export", "a.cjmap", "b.jpg"], ".svg"),
        (["export", "a.cjmap", "b.pdf", "--dpi", "9"], "9"),
        (["export", "a.cjmap", "b.pdf", "--dpi", "-150"], "-150"),
        (["export", "a.cjmap", "b.pdf", "--paper", "B5"], "A0, A1, A2, A3, A4"),
        (["export", "a.cjmap", "b.pdf", "--paper=A1", "--paper=A2"], "--paper"),
        (["export", "a.cjmap", "b.pdf", "c.pdf"], "c.pdf"),
        (["convert", "a.cjmap", "b.json"], "b.json"),
        (["check", "a.cjmap", "--paper", "A1"], "--paper"),
        (["schema", "x"], "x"),
    ],
)
def test_what_can_not_be_understood_leaves_one_sentence_that_names_it(
    argv: Sequence[str], named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for language in ("en", "nb", "sv"):
        assert named in refused(*argv, language=language)
    assert list(tmp_path.iterdir()) == []


def test_a_file_whose_name_begins_with_a_dash_comes_after_two(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("new", "--template=blank", "--", "-a.cjmap").code == cli.DONE
    assert run("check", "--", "-a.cjmap").code == cli.DONE


@pytest.mark.parametrize("language", ["en", "nb", "sv"])
def test_help_shows_every_command_and_then_one(language: str) -> None:
    whole = run("--help", language=language)
    assert whole.code == cli.DONE
    for command in ("new", "export", "convert", "check", "schema"):
        assert f"cjmapper {command}" in whole.out
        assert f"cjmapper {command}" in run(command, "-h", language=language).out
    assert "cjmapper export" not in run("check", "--help", language=language).out
    assert "{pdf,png,svg,html}" in whole.out


def test_the_version_is_told() -> None:
    assert run("--version").out == f"CJMapper {__version__}\n"


def test_without_a_command_the_window_opens_with_the_file() -> None:
    opened: list[Path | None] = []

    def open_window(path: Path | None) -> int:
        opened.append(path)
        return 5

    for argv in ([], ["min reise.cjmap"], ["maps/a"], ["--", "-b.cjmap"]):
        assert cli.main(argv, io.StringIO(), io.StringIO(), open_window=open_window) == 5
    assert opened == [None, Path("min reise.cjmap"), Path("maps/a"), Path("-b.cjmap")]


def test_a_stopped_command_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("cjmapper.exchange.posters.open_map", stop)
    assert refused("check", RESTAURANT) == "Stopped; nothing was written."


def test_a_poster_is_exported_with_progress_on_stderr(tmp_path: Path) -> None:
    target = tmp_path / "poster.svg"
    outcome = run("export", RESTAURANT, target, "--paper", "A3", "--today", "2026-03-24")
    assert outcome.code == cli.DONE
    assert outcome.out == f"Wrote {target}\n"
    assert "100%" in outcome.err
    assert target.read_bytes().startswith(b"<")


def test_an_export_of_an_unknown_map_leaves_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "poster.svg"
    target.write_text("mine")
    outcome = run("export", RESTAURANT, target, "--map", "nowhere")
    assert outcome.code == cli.REFUSED
    assert "nowhere" in outcome.err
    assert target.read_text() == "mine"


def saved(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "kart.cjmap"
    path.write_bytes(content)
    return path


def test_maps_that_a_picture_leaves_out_and_characters_without_a_font_are_named(
    tmp_path: Path,
) -> None:
    maps = (
        journey(name="m1", title="Første \U000f0000"),
        journey("m-s1", name="m2", title="Andre"),
    )
    source = saved(tmp_path, encode(document(*maps)))
    outcome = run("export", source, tmp_path / "kart.svg", "--paper", "A4")
    assert outcome.code == cli.DONE
    assert "1 map is not in this file: Andre" in outcome.err.splitlines()
    assert outcome.err.splitlines()[-1].endswith("\U000f0000 (U+F0000)")


def test_what_reading_a_file_found_is_told_beside_the_answer(tmp_path: Path) -> None:
    source = saved(tmp_path, RESTAURANT.read_text(encoding="utf-8").encode("utf-16"))
    outcome = run("check", source)
    assert outcome.code == cli.DONE
    assert outcome.err == "The file was in another encoding; it will be saved as UTF-8.\n"


def test_where_no_window_can_be_opened_it_says_so() -> None:
    assert refused() == "There is no window here; cjmapper --help lists the commands."


def test_a_reader_that_stopped_listening_is_told_without_a_traceback() -> None:
    class Closed(io.StringIO):
        def write(self, _text: str) -> int:
            raise BrokenPipeError

    err = io.StringIO()
    assert cli.main(["--version"], Closed(), err, environment={"LANG": "en"}) == cli.REFUSED
    assert err.getvalue() == "What reads the result stopped listening.\n"


def test_importing_the_command_line_loads_nothing_heavy() -> None:
    script = (
        "import sys, cjmapper.cli, cjmapper.__main__\n"
        "heavy = {'PySide6', 'shiboken6', 'reportlab', 'networkx', 'pyphen', 'argparse'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=TOP, check=True
    )
    assert done.stdout.strip() == "[]"


def test_the_program_itself_answers_without_a_display(tmp_path: Path) -> None:
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "LC_ALL", "LANG"}
    }
    environment["LC_ALL"] = "nb_NO.UTF-8"
    path = broken(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "cjmapper", "check", str(path)],
        capture_output=True,
        cwd=TOP,
        env=environment,
        check=False,
    )
    assert done.returncode == cli.REFUSED
    assert done.stdout == b""
    sentence = done.stderr.decode("utf-8").strip()
    assert sentence == (
        f"{path}: maps[0].emotions[3].value: En følelse ligger fra −2 til +2, ikke på 7."
    )
