"""A file reported saved survives a power cut: the calls of a save come in the one safe order."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]

SAVER = """
import sys
from pathlib import Path
from cjmapper.storage.atomic import write_atomically
write_atomically(Path(sys.argv[1]), b"new content" * 1000)
"""
NAIVE = """
import os, sys
with open(sys.argv[1] + ".tmp", "wb") as file:
    file.write(b"new content" * 1000)
os.replace(sys.argv[1] + ".tmp", sys.argv[1])
"""
WANTED = ["create", "write", "flush", "replace", "open folder", "flush", "open folder"]
"""The last look into the folder is for what killed saves left: after all that matters is done."""

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")


def calls(program: str, target: Path) -> list[str]:
    """What a program does to the files beside the target, in order, each repetition once."""
    log = target.parent.parent / "calls"
    traced = "openat,write,fsync,fdatasync,rename,renameat,renameat2"
    command = ["strace", "-f", "-y", "-o", str(log), "-e", f"trace={traced}"]
    subprocess.run(
        [*command, sys.executable, "-c", program, str(target)], check=True, cwd=TOP, timeout=120
    )
    folder = re.escape(str(target.parent))
    found = [named(line) for line in log.read_text().splitlines() if re.search(folder, line)]
    return [call for index, call in enumerate(found) if call and found[index - 1 : index] != [call]]


def named(line: str) -> str:
    marks = (
        ("create", r"openat\(.*O_CREAT\|O_EXCL"),
        ("open folder", r"openat\(.*O_DIRECTORY"),
        ("write", r"\bwrite\("),
        ("flush", r"\bf(data)?sync\("),
        ("replace", r"\brename"),
    )
    return next((name for name, pattern in marks if re.search(pattern, line)), "")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "maps"
    folder.mkdir()
    (folder / "kart.cjmap").write_bytes(b"old content")
    return folder / "kart.cjmap"


def test_a_save_creates_writes_flushes_replaces_and_flushes_the_folder(target: Path) -> None:
    assert calls(SAVER, target) == WANTED


def test_a_saver_that_does_not_flush_is_found_out(target: Path) -> None:
    assert calls(NAIVE, target) != WANTED
