"""Whatever goes wrong while writing, the old file stands and nothing is left beside it."""

import errno
import fcntl
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cjmapper.errors import FileError
from cjmapper.storage import atomic
from cjmapper.storage.atomic import TEMPORARY_SUFFIX, write_atomically, write_together
from cjmapper.storage.files import hash_of
from tests.storage import faults

OLD = b"old" * 100
NEW = b"new" * 200


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "kart.cjmap"
    path.write_bytes(OLD)
    return path


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    waits: list[float] = []
    monkeypatch.setattr(time, "sleep", waits.append)
    return waits


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_new_content_stands_and_its_hash_is_given(target: Path) -> None:
    assert write_atomically(target, NEW) == hash_of(NEW)
    assert target.read_bytes() == NEW
    assert names(target.parent) == ["kart.cjmap"]


def test_content_may_come_in_pieces(target: Path) -> None:
    assert write_atomically(target, iter([NEW, b"", OLD])) == hash_of(NEW + OLD)
    assert target.read_bytes() == NEW + OLD


def test_pieces_that_stop_half_way_leave_the_old_file(target: Path) -> None:
    def pieces() -> Iterator[bytes]:
        yield NEW
        raise RuntimeError("stopped")

    with pytest.raises(RuntimeError, match="stopped"):
        write_atomically(target, pieces())
    assert target.read_bytes() == OLD
    assert names(target.parent) == ["kart.cjmap"]


@pytest.mark.parametrize(("call", "number", "code"), faults.TARGETS)
def test_a_failing_call_leaves_the_old_file_and_says_why(
    target: Path, call: str, number: int, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        faults.fail(patch, call, number)
        with pytest.raises(FileError) as caught:
            write_atomically(target, NEW)
    assert caught.value.code == code
    assert caught.value.values["name"] == "kart.cjmap"
    assert target.read_bytes() == OLD
    assert names(target.parent) == ["kart.cjmap"]


def test_short_writes_are_gone_on_with(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    faults.write_little(monkeypatch)
    write_atomically(target, NEW)
    assert target.read_bytes() == NEW


def test_a_disk_that_takes_nothing_more_never_counts_as_saved(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults.write_little(monkeypatch, until=50)
    with pytest.raises(FileError, match="disk_full"):
        write_atomically(target, NEW)
    assert target.read_bytes() == OLD
    assert names(target.parent) == ["kart.cjmap"]


def test_a_write_that_lies_is_found_by_reading_back(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.write

    def lying(descriptor: int, content: bytes) -> int:
        real(descriptor, bytes(content[: len(content) // 2]))
        return len(content)

    monkeypatch.setattr(os, "write", lying)
    with pytest.raises(FileError, match="not_written_whole"):
        write_atomically(target, NEW)
    assert target.read_bytes() == OLD


def naive(path: Path, content: bytes) -> str:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    try:
        os.write(descriptor, content)
    finally:
        os.close(descriptor)
    return hash_of(content)


def survives_a_full_disk(
    save: Callable[[Path, bytes], str], path: Path, patch: pytest.MonkeyPatch
) -> bool:
    """Whether the old content stands when the disk is full half-way, and the save says so."""
    path.write_bytes(OLD)
    with patch.context() as inner:
        faults.write_little(inner, until=50)
        try:
            save(path, NEW)
        except (FileError, OSError):
            return path.read_bytes() == OLD
        return False


def test_the_same_fault_catches_a_naive_saver(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert survives_a_full_disk(write_atomically, target, monkeypatch)
    assert not survives_a_full_disk(naive, target, monkeypatch)


def test_a_target_that_is_held_for_a_moment_is_tried_again(
    target: Path, monkeypatch: pytest.MonkeyPatch, no_waiting: list[float]
) -> None:
    real = os.replace
    refusals = iter([True, True, False])

    def held(source: Path, destination: Path) -> None:
        if next(refusals):
            raise PermissionError(errno.EACCES, "held")
        real(source, destination)

    monkeypatch.setattr(os, "replace", held)
    write_atomically(target, NEW)
    assert target.read_bytes() == NEW
    assert len(no_waiting) == 2


def test_a_target_that_another_program_keeps_holding_is_said_to_be_in_use(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class HeldError(PermissionError):
        winerror = 32

    def held(_source: Path, _destination: Path) -> None:
        raise HeldError(errno.EACCES, "held")

    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(FileError, match="file_in_use"):
        write_atomically(target, NEW)
    assert target.read_bytes() == OLD
    assert names(target.parent) == ["kart.cjmap"]


def test_a_mac_is_asked_to_flush_the_disk_itself(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(fcntl, "fcntl", lambda _descriptor, call: asked.append(call))
    write_atomically(target, NEW)
    assert asked == [51]


def test_a_folder_that_may_not_be_opened_for_flushing_is_no_fault_of_the_file(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def only_files(path: Path, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_DIRECTORY:
            raise PermissionError(errno.EACCES, "no")
        return real(path, flags, mode)

    monkeypatch.setattr(os, "open", only_files)
    write_atomically(target, NEW)
    assert target.read_bytes() == NEW


def test_a_folder_whose_flush_fails_is_told(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync

    def only_files(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, "broken")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", only_files)
    with pytest.raises(FileError, match="file_io"):
        write_atomically(target, NEW)


def test_a_folder_that_cannot_be_flushed_is_no_fault_of_the_file(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def only_files(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "no such thing here")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", only_files)
    write_atomically(target, NEW)
    assert target.read_bytes() == NEW


def test_windows_is_not_asked_to_flush_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    with monkeypatch.context() as patch:
        patch.setattr(os, "name", "nt")
        patch.setattr(os, "open", lambda path, *_: opened.append(path))
        atomic._flush_folder(tmp_path)
    assert opened == []


def test_the_mode_of_the_old_file_is_kept(target: Path) -> None:
    target.chmod(0o640)
    write_atomically(target, NEW)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_new_file_has_the_mode_the_person_s_other_files_have(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    write_atomically(tmp_path / "new", NEW)
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_link_to_a_file_stays_a_link(target: Path) -> None:
    link = target.with_name("link.cjmap")
    link.symlink_to(target)
    write_atomically(link, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW


def test_the_longest_name_a_folder_takes_can_be_saved(tmp_path: Path) -> None:
    path = tmp_path / ("å" * 124 + ".cjmap")
    write_atomically(path, NEW)
    assert path.read_bytes() == NEW


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("missing/kart.cjmap", "folder_missing"),
        ("file/kart.cjmap", "folder_missing"),
        ("folder", "is_folder"),
        ("pipe", "not_a_file"),
        ("x" * 300, "name_too_long"),
    ],
)
def test_where_no_file_can_stand_it_says_so(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    before = names(tmp_path)
    with pytest.raises(FileError) as caught:
        write_atomically(tmp_path / name, NEW)
    assert caught.value.code == code
    assert names(tmp_path) == before


def test_a_file_that_may_not_be_changed_is_not_changed(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    with pytest.raises(FileError, match="read_only"):
        write_atomically(target, NEW)
    assert target.read_bytes() == OLD


def test_a_last_look_can_stop_the_replacement(target: Path) -> None:
    def stop() -> None:
        assert any(name.endswith(TEMPORARY_SUFFIX) for name in names(target.parent))
        raise FileError("changed_by_others")

    with pytest.raises(FileError, match="changed_by_others"):
        write_atomically(target, NEW, stop)
    assert target.read_bytes() == OLD
    assert names(target.parent) == ["kart.cjmap"]


def test_several_files_stand_only_when_all_are_written(target: Path) -> None:
    folder = target.parent
    (folder / "3.png").mkdir()
    wanted = [(target, NEW), (folder / "2.png", NEW), (folder / "3.png", NEW)]
    with pytest.raises(FileError, match=r"is_folder .*3\.png"):
        write_together(wanted)
    assert target.read_bytes() == OLD
    assert names(folder) == ["3.png", "kart.cjmap"]
    write_together(wanted[:2])
    assert (target.read_bytes(), (folder / "2.png").read_bytes()) == (NEW, NEW)
    assert names(folder) == ["2.png", "3.png", "kart.cjmap"]


def test_several_files_whose_places_fail_leave_nothing_beside_them(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path, target: Path) -> None:
        raise OSError(errno.EIO, "broken", target)

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(FileError, match="file_io"):
        write_together([(target, NEW), (target.with_name("2.png"), NEW)])
    assert target.read_bytes() == OLD
    assert names(target.parent) == ["kart.cjmap"]


def test_a_thousand_files_are_written_as_two_are(tmp_path: Path) -> None:
    write_together((tmp_path / f"{number}.png", b"x") for number in range(1100))
    assert len(names(tmp_path)) == 1100


def left_behind(target: Path, name: str, *, hours: float) -> Path:
    """A file beside the target that was last written to so long ago."""
    path = target.with_name(name)
    path.write_bytes(b"half")
    then = time.time() - hours * 3600
    os.utime(path, (then, then))
    return path


def test_what_a_killed_write_left_long_ago_is_swept_by_the_next(target: Path) -> None:
    old = left_behind(target, f".kart.cjmap.0123456789ab{TEMPORARY_SUFFIX}", hours=2)
    write_together([(target, OLD)])
    assert not old.exists()
    old = left_behind(target, f".kart.cjmap.0123456789ab{TEMPORARY_SUFFIX}", hours=2)
    write_atomically(target, NEW)
    assert names(target.parent) == ["kart.cjmap"]


@pytest.mark.parametrize(
    ("name", "hours"),
    [
        (f".kart.cjmap.0123456789ab{TEMPORARY_SUFFIX}", 0.9),
        (f".kart.cjmap.0123456789ab{TEMPORARY_SUFFIX}", -2),
        (f".annet.cjmap.0123456789ab{TEMPORARY_SUFFIX}", 2),
        (f".kartXcjmap.0123456789ab{TEMPORARY_SUFFIX}", 2),
        (f".kart.cjmap.mine{TEMPORARY_SUFFIX}", 2),
        (".kart.cjmap.0123456789ab.cjmap", 2),
        (f"kart.cjmap.0123456789ab{TEMPORARY_SUFFIX}", 2),
    ],
)
def test_what_may_still_be_written_or_is_of_others_stays(
    target: Path, name: str, hours: float
) -> None:
    other = left_behind(target, name, hours=hours)
    write_atomically(target, NEW)
    assert other.read_bytes() == b"half"


def test_a_link_that_looks_left_behind_and_what_it_leads_to_stay(target: Path) -> None:
    led_to = left_behind(target, "viktig.txt", hours=9)
    link = target.with_name(f".kart.cjmap.0123456789ab{TEMPORARY_SUFFIX}")
    link.symlink_to(led_to)
    write_atomically(target, NEW)
    assert link.is_symlink()
    assert led_to.exists()


def test_a_folder_that_cannot_be_looked_through_keeps_nobody_from_writing(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults.fail(monkeypatch, "scandir", errno.EACCES)
    write_atomically(target, NEW)
    assert target.read_bytes() == NEW
