"""Maps are opened and saved; another's change is never overwritten without a word."""

import os
from datetime import date
from pathlib import Path

import msgspec
import pytest

from cjmapper.errors import FileError, InvariantError
from cjmapper.storage.codec import encode
from cjmapper.storage.files import hash_of, load, read_bytes, save
from tests.storage import faults
from tests.storage.samples import bundled, small, titled

TODAY = date(2026, 3, 24)
LATER = date(2026, 5, 1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    target = tmp_path / "Fra behov til bruk.cjmap"
    save(target, small(), expected_hash=None, today=TODAY)
    return target


def test_what_is_saved_is_loaded_with_the_day_it_was_saved(path: Path) -> None:
    loaded = load(path)
    assert loaded.document == msgspec.structs.replace(small(), modified=TODAY)
    assert loaded.hash == hash_of(path.read_bytes())


def test_a_save_gives_the_document_as_it_stands_in_the_file(path: Path) -> None:
    saved = save(path, titled("Ny"), expected_hash=load(path).hash, today=LATER)
    assert saved.written
    assert saved.document == load(path).document
    assert saved.hash == load(path).hash
    assert saved.document.modified == LATER


def test_nothing_is_written_where_nothing_changed(path: Path) -> None:
    loaded = load(path)
    before = path.stat()
    saved = save(path, loaded.document, expected_hash=loaded.hash, today=LATER)
    assert not saved.written
    assert saved.document is loaded.document
    assert saved.hash == loaded.hash
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


@pytest.mark.parametrize("example", bundled(), ids=lambda path: path.stem)
def test_an_example_opened_and_saved_is_the_same_byte_for_byte(
    example: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.cjmap"
    copy.write_bytes(example.read_bytes())
    loaded = load(copy)
    save(copy, loaded.document, expected_hash=loaded.hash, today=LATER)
    assert copy.read_bytes() == example.read_bytes()


def test_the_day_is_not_stamped_where_only_the_blanks_differ(path: Path) -> None:
    path.write_bytes(msgspec.json.format(path.read_bytes(), indent=8))
    loaded = load(path)
    saved = save(path, loaded.document, expected_hash=loaded.hash, today=LATER)
    assert saved.written
    assert saved.document.modified == TODAY
    assert path.read_bytes() == encode(loaded.document)


def test_an_unchanged_document_saved_elsewhere_keeps_its_day(path: Path, tmp_path: Path) -> None:
    opened = load(path).document
    copy = tmp_path / "copy.cjmap"
    save(copy, opened, expected_hash=None, today=LATER, baseline=opened)
    assert copy.read_bytes() == path.read_bytes()


def test_a_changed_document_saved_elsewhere_is_stamped(path: Path, tmp_path: Path) -> None:
    opened = load(path).document
    changed = msgspec.structs.replace(opened, title="Ny")
    saved = save(tmp_path / "copy.cjmap", changed, expected_hash=None, today=LATER, baseline=opened)
    assert saved.document.modified == LATER


def test_a_file_changed_by_others_is_not_overwritten(path: Path) -> None:
    opened = load(path)
    save(path, titled("Deres"), expected_hash=opened.hash, today=TODAY)
    theirs = path.read_bytes()
    with pytest.raises(FileError, match="changed_by_others"):
        save(path, titled("Min"), expected_hash=opened.hash, today=TODAY)
    assert path.read_bytes() == theirs


def test_a_change_by_others_while_we_write_is_seen_too(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = load(path)
    theirs = encode(titled("Deres"))
    real = os.fsync

    def slow(descriptor: int) -> None:
        real(descriptor)
        path.write_bytes(theirs)

    monkeypatch.setattr(os, "fsync", slow)
    with pytest.raises(FileError, match="changed_by_others"):
        save(path, titled("Min"), expected_hash=opened.hash, today=TODAY)
    assert path.read_bytes() == theirs


def test_the_same_change_by_others_is_no_conflict(path: Path) -> None:
    opened = load(path)
    saved = save(path, titled("Lik"), expected_hash=opened.hash, today=TODAY)
    again = save(path, saved.document, expected_hash=opened.hash, today=TODAY)
    assert not again.written


def test_without_expectation_whatever_stands_there_is_replaced(path: Path) -> None:
    path.write_bytes(b"no map at all")
    save(path, titled("Ny"), expected_hash=None, today=TODAY)
    assert load(path).document.title == "Ny"


def test_a_file_that_was_taken_away_is_written_anew(path: Path) -> None:
    opened = load(path)
    path.unlink()
    save(path, opened.document, expected_hash=opened.hash, today=TODAY)
    assert load(path).document == opened.document


def test_a_document_of_a_newer_format_is_not_written(path: Path) -> None:
    newer = msgspec.structs.replace(small(), format=2)
    with pytest.raises(FileError, match="format_too_new"):
        save(path, newer, expected_hash=None, today=TODAY)


def test_a_document_that_breaks_a_rule_is_not_written(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(InvariantError):
        save(path, msgspec.structs.replace(small(), maps=()), expected_hash=None, today=TODAY)
    assert path.read_bytes() == before


@pytest.mark.parametrize(("call", "number", "code"), faults.TARGETS)
def test_a_failing_call_leaves_the_saved_map(
    path: Path, call: str, number: int, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    with monkeypatch.context() as patch:
        faults.fail(patch, call, number)
        with pytest.raises(FileError) as caught:
            save(path, titled("Ny"), expected_hash=hash_of(before), today=TODAY)
    assert caught.value.code == code
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_file_that_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="file_missing"):
        load(tmp_path / "no.cjmap")


def test_a_folder_and_a_pipe_cannot_be_read_and_do_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileError, match="is_folder"):
        read_bytes(tmp_path)
    with pytest.raises(FileError, match="not_a_file"):
        read_bytes(tmp_path / "pipe")


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge.cjmap"
    with huge.open("wb") as file:
        file.truncate(200_000_001)
    with pytest.raises(FileError, match="too_large") as caught:
        load(huge)
    assert caught.value.values["name"] == "huge.cjmap"


def test_a_folder_cannot_be_saved_over(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="is_folder"):
        save(tmp_path, small(), expected_hash=None, today=TODAY)
