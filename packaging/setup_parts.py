"""Makes `.venv` and puts the pinned parts of `pyproject.toml` into it, on a first start.

Stands on Python alone. It never starts the program, and every refusal is a sentence that says
what to do.
"""

import contextlib
import errno
import importlib.util
import os
import shutil
import subprocess
import sys
import tomllib
import venv
from collections.abc import Callable, Iterator
from pathlib import Path

import bootstrap
import setup_system

UNFINISHED = "unfinished"
NO_NETWORK = (
    "NewConnectionError",
    "NameResolutionError",
    "ConnectTimeoutError",
    "ReadTimeoutError",
    "ProxyError",
    "Temporary failure in name resolution",
    "Network is unreachable",
)
SHOWN = ("Downloading ", "Installing collected packages", "Building wheel")


class SetupError(Exception):
    """Set-up can't go on; the message is a sentence for the person at the terminal."""


def requirements(pyproject: Path, extra: str = "") -> list[str]:
    """The lines pip is given: the project's own parts, or those of one `extra`; markers stay."""
    project = tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"]
    lines = project["optional-dependencies"][extra] if extra else project["dependencies"]
    return [str(line) for line in lines]


def make(top: str, purpose: str, wanted: str) -> str:
    """Make the environment ready for `purpose`; gives the sentence of what stops it, or nothing."""
    try:
        with locked(Path(top) / "pyproject.toml"):
            if not bootstrap.is_ready(top, purpose, wanted):
                prepare(Path(top), purpose, wanted)
    except SetupError as refusal:
        return str(refusal)
    except OSError as error:
        return sentence_of(error, top)
    return ""


def sentence_of(error: OSError, top: str) -> str:
    """What an error of the file system means for the person who sees it."""
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return (
            f"CJMapper keeps its parts in a folder .venv inside {top}, and that folder can't be"
            " written. Copy the checkout to a place of your own and start it there."
        )
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"The disk of {top} is full. CJMapper's parts need about 1 GB there."
    return f"The set-up in {top} could not go on: {error}"


def prepare(top: Path, purpose: str, wanted: str) -> None:
    """Everything a first start does; raises SetupError, and then starts over the next time."""
    setup_system.require(purpose, needs_venv=not can_make_environments(), stop=refuse)
    folder = top / ".venv"
    stamps = [folder / f"made-for-{name}" for name in ("run", "test")]
    if must_be_made_anew(folder, stamps, wanted):
        print(f"Making {folder} (this happens once).")
        create(folder)
    for stamp in stamps:
        stamp.write_text(UNFINISHED, encoding="utf-8")
    install_parts(top, folder, purpose)
    for stamp in stamps[: 1 if purpose == "run" else 2]:
        stamp.write_text(wanted, encoding="utf-8")
    if purpose == "run":
        stamps[1].unlink()


def refuse(sentence: str) -> None:
    """Stop the set-up with `sentence`."""
    raise SetupError(sentence)


def can_make_environments() -> bool:
    """Whether this Python brings what makes environments; Debian's comes without it."""
    return importlib.util.find_spec("ensurepip") is not None


def must_be_made_anew(folder: Path, stamps: list[Path], wanted: str) -> bool:
    """Whether `folder` is missing, broken off, of another Python, or was moved here."""
    python = bootstrap.python_of(str(folder))
    if not Path(python).exists():
        return True
    for stamp in stamps:
        if stamp.exists():
            found = stamp.read_text(encoding="utf-8", errors="replace").splitlines()
            return found[:2] != wanted.splitlines()[:2]
    question = "import sys, pip; print(f'Python {sys.version_info[0]}.{sys.version_info[1]}')"
    answer = subprocess.run([python, "-c", question], capture_output=True, text=True, check=False)
    return answer.stdout.strip() != wanted.splitlines()[0]


def create(folder: Path) -> None:
    """An empty environment in `folder`, whatever stood there before; raises SetupError."""
    try:
        venv.create(folder, clear=True, with_pip=True, symlinks=os.name != "nt")
    except subprocess.CalledProcessError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise SetupError(
            f"Python could not make an environment in {folder} (pip did not install into it)."
            " Reinstall Python, or start this command with another one."
        ) from error


def install_parts(top: Path, folder: Path, purpose: str) -> None:
    """Put the parts for `purpose` into `folder`, and make the checkout importable from it."""
    pyproject = top / "pyproject.toml"
    wanted = requirements(pyproject)
    if purpose == "test":
        wanted += requirements(pyproject, "test") + requirements(pyproject, "build")
    print("Getting the parts CJMapper is made of; a first time this takes some minutes.")
    code, output = install(folder, wanted, show)
    if code:
        raise SetupError(sentence_of_pip(output))
    code, _ = install(folder, requirements(pyproject, "fast"), quiet)
    if code:
        print("One part that only makes PDF export faster (rl_accel) is not to be had; going on.")
    places_of_packages = [*folder.glob("lib/python*/site-packages"), folder / "Lib/site-packages"]
    next(place for place in places_of_packages if place.is_dir()).joinpath(
        "cjmapper-checkout.pth"
    ).write_text(f"{top}\n", encoding="utf-8")


def show(line: str) -> None:
    """Show the lines of pip that tell how far it has come."""
    if line.lstrip().startswith(SHOWN):
        print("  " + line.strip()[:100], flush=True)


def quiet(line: str) -> None:
    """Show nothing of `line`."""


def install(folder: Path, lines: list[str], tell: Callable[[str], None]) -> tuple[int, str]:
    """Run pip for requirement `lines`; gives its exit code and all it said."""
    arguments = ["-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
    with subprocess.Popen(
        [bootstrap.python_of(str(folder)), *arguments, "--progress-bar", "off", *lines],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONNOUSERSITE": "1"},
    ) as process:
        said = []
        for line in process.stdout or ():
            said.append(line)
            tell(line)
    return process.returncode, "".join(said)


def sentence_of_pip(output: str) -> str:
    """What a failure of pip means, from what it said."""
    if any(sign in output for sign in NO_NETWORK):
        return (
            "CJMapper's parts could not be fetched: there is no connection to the network (or a"
            " proxy is in the way). They are needed once; start the same command again when"
            " there is one. CJMapper itself never uses the network."
        )
    if "No space left on device" in output:
        return "The disk is full. CJMapper's parts need about 1 GB."
    last = "\n".join("  " + line for line in output.strip().splitlines()[-8:])
    version = ".".join(str(number) for number in sys.version_info[:2])
    return (
        f"pip could not install CJMapper's parts for Python {version}. Starting the same command"
        f" with another Python from 3.11 to 3.13 may help. The last lines pip said:\n{last}"
    )


@contextlib.contextmanager
def locked(file: Path) -> Iterator[None]:
    """Hold `file` against other starts of this program; waits for them, leaves nothing behind."""
    with file.open("rb") as held:
        unlock = lock(held.fileno())
        try:
            yield
        finally:
            unlock()


if sys.platform == "win32":
    import msvcrt

    FAR = 1 << 30

    def lock(descriptor: int) -> Callable[[], None]:
        """Wait for one byte far behind the file's end, so that others can still read the file."""
        while True:
            os.lseek(descriptor, FAR, os.SEEK_SET)
            with contextlib.suppress(OSError):
                msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
                break

        def unlock() -> None:
            os.lseek(descriptor, FAR, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

        return unlock

else:
    import fcntl

    def lock(descriptor: int) -> Callable[[], None]:
        """Wait for the lock of an open file; where the disk has no locks, go on without."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Another start is setting CJMapper up; waiting for it.", flush=True)
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        except OSError:
            return lambda: None
        return lambda: fcntl.flock(descriptor, fcntl.LOCK_UN)
