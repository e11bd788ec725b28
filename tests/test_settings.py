import json

import msgspec
import pytest

from cjmapper.settings import (
    MOST_RECENT,
    Settings,
    decode,
    encode,
    options,
    with_recent,
    without_recent,
)


def test_settings_come_back_as_they_were_written() -> None:
    chosen = Settings(
        language="sv", theme="dark", ui_size=150, wheel="zoom", recent_files=("/a/b.cjmap",)
    )
    assert decode(encode(chosen)) == chosen
    assert decode(encode(Settings())) == Settings()


@pytest.mark.parametrize(
    "content", [b"", b"nonsense", b"[1, 2]", b"null", b"\xff\xfe", b"[" * 100_000]
)
def test_a_file_that_is_no_settings_gives_those_of_a_new_profile(content: bytes) -> None:
    assert decode(content) == Settings()


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("language", "klingon"),
        ("theme", 3),
        ("ui_size", 101),
        ("ui_size", True),
        ("wheel", None),
        ("inspector_shown", "yes"),
        ("recent_files", "a"),
        ("recent_files", [""]),
        ("window_geometry", "<script>"),
        ("export_dpi", 100_000),
        ("export_paper", "B5"),
        ("export_paper", "914mm "),
        ("export_format", "docx"),
    ],
)
def test_a_value_that_makes_no_sense_is_passed_over_alone(name: str, wrong: object) -> None:
    read = decode(json.dumps({name: wrong, "export_folder": "/maps"}).encode())
    assert read == Settings(export_folder="/maps")


@pytest.mark.parametrize(
    "paper", ["A0", "A4", "Letter", "Tabloid", "914mm", "610.5mm", "600x900mm", "A3-strip"]
)
def test_the_paper_of_the_last_export_may_have_a_name_or_a_size(paper: str) -> None:
    assert decode(json.dumps({"export_paper": paper}).encode()).export_paper == paper


def test_the_settings_of_an_older_program_are_read_as_they_are() -> None:
    old = {"export_format": "svg", "export_paper": "A2", "export_orientation": "portrait"}
    read = decode(json.dumps(old | {"export_dpi": 300}).encode())
    assert read == Settings(
        export_format="svg", export_paper="A2", export_orientation="portrait", export_dpi=300
    )


def test_an_option_of_a_later_version_is_passed_over() -> None:
    assert decode(b'{"theme": "light", "holograms": true}') == Settings(theme="light")


def test_every_option_is_declared_with_a_default_that_it_allows() -> None:
    declared = {option.name: option for option in options()}
    assert list(declared) == [field.name for field in msgspec.structs.fields(Settings)]
    for option in declared.values():
        assert option.default in (*option.choices, None) or not option.choices
    assert set(declared["ui_size"].choices) == {100, 125, 150}
    assert set(declared["language"].choices) == {"nb", "sv", "en"}


def test_the_file_opened_last_stands_first_and_once() -> None:
    settings = Settings()
    for number in range(MOST_RECENT + 3):
        settings = with_recent(settings, f"/{number}.cjmap")
    settings = with_recent(settings, "/5.cjmap")
    assert settings.recent_files[0] == "/5.cjmap"
    assert len(settings.recent_files) == len(set(settings.recent_files)) == MOST_RECENT
    assert decode(encode(settings)) == settings


def test_recent_files_can_be_forgotten_one_by_one_or_all() -> None:
    settings = Settings(recent_files=("/a", "/b", "/c"))
    assert without_recent(settings, "/b").recent_files == ("/a", "/c")
    assert without_recent(settings).recent_files == ()
