"""A save killed at any moment leaves the old version or the new one, byte for byte."""

import random
import subprocess
import sys
import time
from pathlib import Path

import msgspec

from cjmapper.storage.codec import decode, encode

SEED = 20260324
ROUNDS = 12
TOP = Path(__file__).resolve().parents[2]
SOURCE = TOP / "resources" / "examples" / "restaurant.nb.cjmap"

LOOP = """
import sys
from datetime import date
from pathlib import Path
import msgspec
from cjmapper.storage.codec import decode, encode
from cjmapper.storage.files import save

def ours(path, document):
    save(path, document, expected_hash=None, today=date(2026, 3, 24))

def naive(path, document):
    with path.open("wb", buffering=0) as file:
        for line in encode(document).splitlines(keepends=True):
            file.write(line)

target, saver = Path(sys.argv[1]), {"ours": ours, "naive": naive}[sys.argv[2]]
first = decode(Path(sys.argv[3]).read_bytes()).document
second = msgspec.structs.replace(first, title=first.title + " 2")
print("ready", flush=True)
while True:
    saver(target, second)
    saver(target, first)
"""


def versions() -> set[bytes]:
    """The bytes of the two versions that the loop writes."""
    first = decode(SOURCE.read_bytes()).document
    return {encode(first), encode(msgspec.structs.replace(first, title=first.title + " 2"))}


def killed_once(target: Path, saver: str, after_s: float) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", LOOP, str(target), saver, str(SOURCE)],
        stdout=subprocess.PIPE,
        cwd=TOP,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        time.sleep(after_s)
        process.kill()


def broken_rounds(target: Path, saver: str, rounds: int) -> int:
    """In how many of the rounds the file was neither version after the kill."""
    chance = random.Random(SEED)  # noqa: S311 - moments to kill at, no secrets
    whole = versions()
    broken = 0
    for _ in range(rounds):
        target.write_bytes(min(whole))
        killed_once(target, saver, chance.uniform(0.0, 0.08))
        broken += target.read_bytes() not in whole
    return broken


def test_a_killed_save_leaves_one_whole_version(tmp_path: Path) -> None:
    assert broken_rounds(tmp_path / "kart.cjmap", "ours", ROUNDS) == 0


def test_a_naive_saver_is_caught_by_the_same_kills(tmp_path: Path) -> None:
    assert broken_rounds(tmp_path / "kart.cjmap", "naive", ROUNDS) > 0
