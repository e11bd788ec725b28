"""Older formats become this one step by step; files of every format stand in tests/files."""

from typing import Any

import pytest

from cjmapper.errors import FileError
from cjmapper.model.document import FORMAT
from cjmapper.storage.codec import decode, encode
from cjmapper.storage.door import Notice
from cjmapper.storage.migrations import MIGRATIONS, migrate
from tests.storage.samples import FILES


def renamed(raw: dict[str, Any]) -> dict[str, Any]:
    return {"format": raw["format"], "title": raw["name"]}


def shouted(raw: dict[str, Any]) -> dict[str, Any]:
    return {**raw, "title": raw["title"].upper()}


def test_each_step_sees_what_the_one_before_gave() -> None:
    old = {"format": 1, "name": "hei"}
    assert migrate(old, steps={1: renamed, 2: shouted}, target=3) == {"format": 3, "title": "HEI"}
    assert old == {"format": 1, "name": "hei"}


def test_a_file_of_the_target_format_is_left_alone() -> None:
    raw = {"format": 3, "name": "hei"}
    assert migrate(raw, steps={1: renamed, 2: shouted}, target=3) is raw


def test_a_format_that_never_was_is_refused() -> None:
    with pytest.raises(FileError, match="format_unknown"):
        migrate({"format": 0}, steps={1: renamed}, target=2)


def test_a_migrated_file_opens_with_a_notice(monkeypatch: pytest.MonkeyPatch) -> None:
    old = (FILES / "format-1.cjmap").read_bytes().replace(b'"format": 1', b'"format": 0')
    monkeypatch.setattr(
        "cjmapper.storage.migrations.migrate", lambda raw: {**raw, "format": FORMAT}
    )
    loaded = decode(old)
    assert loaded.document == decode((FILES / "format-1.cjmap").read_bytes()).document
    assert loaded.notices == (Notice("file_migrated", {"format": 0}),)
    assert not loaded.read_only


def test_there_is_a_step_from_every_older_format_and_none_from_elsewhere() -> None:
    assert sorted(MIGRATIONS) == list(range(1, FORMAT))


@pytest.mark.parametrize("version", range(1, FORMAT + 1))
def test_a_real_file_of_every_format_opens(version: int) -> None:
    content = (FILES / f"format-{version}.cjmap").read_bytes()
    assert f'"format": {version}'.encode() in content
    document = decode(content).document
    assert decode(encode(document)).document == document


def test_the_file_of_this_format_is_written_back_byte_for_byte() -> None:
    content = (FILES / f"format-{FORMAT}.cjmap").read_bytes()
    assert encode(decode(content).document) == content
