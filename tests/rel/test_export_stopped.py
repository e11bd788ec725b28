"""An export that is stopped, killed or out of room leaves what stood there, or all of the new."""

import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pikepdf
import pytest
from PIL import Image

from cjmapper import places
from cjmapper.errors import ExportCancelledError
from cjmapper.export.jobs import ExportOptions, export_file
from cjmapper.model.document import Document
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.storage.codec import decode

pytestmark = pytest.mark.usefixtures("qapp")

SEED = 20260324
ENDINGS = (".pdf", ".png", ".svg", ".html")
EXAMPLE = places.resource("examples") / "restaurant.nb.cjmap"
OLD = b"what stood here before"
MOMENTS = 4
KILLS = 4
TOP = Path(__file__).resolve().parents[2]
ROOM = 5_000
"""Less than any poster of the example takes, in bytes."""

LOOP = """
import sys
from pathlib import Path
from cjmapper.export.jobs import ExportOptions, export_file
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.storage.codec import decode
document = decode(Path(sys.argv[1]).read_bytes()).document
options = ExportOptions(poster=PosterSettings(paper="A3"), dpi=60)
export_file(document, Path(sys.argv[2]).with_name("warm.pdf"), options)
print("ready", flush=True)
while True:
    export_file(document, Path(sys.argv[2]), options)
"""


def example() -> Document:
    return decode(EXAMPLE.read_bytes()).document


def options() -> ExportOptions:
    return ExportOptions(poster=PosterSettings(paper="A3"), dpi=60)


@pytest.mark.parametrize("ending", ENDINGS)
def test_stopped_at_random_moments_it_leaves_what_was_there(ending: str, tmp_path: Path) -> None:
    document, asked = example(), options()
    target = tmp_path / f"kart{ending}"
    moments: list[float] = []

    def count(share: float) -> bool:
        moments.append(share)
        return True

    export_file(document, target, asked, count)
    target.write_bytes(OLD)
    chance = random.Random(SEED)  # noqa: S311 - moments to stop at, no secrets
    last = len(moments) - 1  # after the last word it is done
    for allowed in {0, last - 1, *(chance.randrange(last) for _ in range(MOMENTS))}:
        told: list[float] = []

        def listen(share: float, allowed: int = allowed, told: list[float] = told) -> bool:
            told.append(share)
            return len(told) <= allowed

        with pytest.raises(ExportCancelledError):
            export_file(document, target, asked, listen)
        assert target.read_bytes() == OLD
        assert list(tmp_path.iterdir()) == [target]


def test_in_a_map_of_long_texts_it_asks_often_whether_to_go_on(tmp_path: Path) -> None:
    def asked_for(text: str) -> int:
        journey = document.maps[0]
        cards = tuple(msgspec.structs.replace(card, text=text) for card in journey.cards)
        longer = msgspec.structs.replace(journey, cards=cards)
        moments: list[float] = []

        def count(share: float) -> bool:
            moments.append(share)
            return True

        export_file(
            msgspec.structs.replace(document, maps=(longer,)),
            tmp_path / "kart.pdf",
            options(),
            count,
        )
        return len(moments)

    document = example()
    letters = 4000 * len(document.maps[0].cards)
    assert asked_for("Vi venter på svar. " * 210) >= asked_for("Svar") + letters // 10_000


def exported(target: Path, room: int) -> subprocess.CompletedProcess[str]:
    """An export by the command line that may write files of so many bytes."""

    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    return subprocess.run(
        [sys.executable, "-B", "-m", "cjmapper", "export", EXAMPLE, target, "--paper", "A3"],
        capture_output=True,
        check=False,
        encoding="utf-8",
        cwd=TOP,
        preexec_fn=limited,
    )


@pytest.mark.parametrize("ending", ENDINGS)
def test_without_room_one_sentence_says_so_and_the_old_file_stands(
    ending: str, tmp_path: Path
) -> None:
    target = tmp_path / f"kart{ending}"
    target.write_bytes(OLD)
    done = exported(target, ROOM)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    sentences = [line for line in done.stderr.splitlines() if line and not line.endswith("%")]
    assert len(sentences) == 1
    assert target.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("ending", [".pdf", ".png"])
def test_killed_at_any_moment_the_old_poster_or_a_whole_new_one_stands(
    ending: str, tmp_path: Path
) -> None:
    target = tmp_path / f"kart{ending}"
    chance = random.Random(SEED)  # noqa: S311 - moments to kill at, no secrets
    for _ in range(KILLS):
        target.write_bytes(OLD)
        with subprocess.Popen(
            [sys.executable, "-c", LOOP, str(EXAMPLE), str(target)],
            stdout=subprocess.PIPE,
            cwd=TOP,
        ) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"ready\n"
            time.sleep(chance.uniform(0.0, 0.5))
            process.kill()
        if target.read_bytes() != OLD:
            assert_whole(target)


def assert_whole(path: Path) -> None:
    if path.suffix == ".pdf":
        with pikepdf.open(path) as pdf:
            assert len(pdf.pages) == 1
    else:
        with Image.open(path) as picture:
            picture.load()
