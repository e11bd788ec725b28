"""Start CJMapper, its tests or its bench from a fresh clone: `run [FILE]`, `test`, `bench`.

Needs nothing but Python. This file must be read even by an old Python, to be able to say that it
is too old, and must stay quick: a second start only compares a stamp and starts the program. What
the first start does stands in `setup_parts` and `setup_system`.
"""

import os
import sys

OLDEST = (3, 11)
EXAMPLE = os.path.join("resources", "examples", "restaurant.nb.cjmap")
USAGE = """Usage, with Python 3.11 or newer:
  python3 packaging/bootstrap.py run [FILE]      start CJMapper
  python3 packaging/bootstrap.py test [...]      run the tests (the rest goes to pytest)
  python3 packaging/bootstrap.py bench [...]     measure, and print the table of ratios"""


def too_old(version: "tuple[int, int]") -> str:
    """The sentence for a Python that is too old; empty when it is new enough."""
    if version >= OLDEST:
        return ""
    return (
        f"CJMapper needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is Python"
        f" {version[0]}.{version[1]}. Install a newer one and start this command with it,"
        f" for example: python3.12 packaging/bootstrap.py run"
    )


def top_folder() -> str:
    """The checkout's top folder."""
    return os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def python_of(folder: str) -> str:
    """The Python of the environment in `folder`."""
    parts = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
    return os.path.join(folder, *parts)


def display_missing(platform: str, environ: "dict[str, str]") -> bool:
    """Whether a window can't be opened, as far as can be known beforehand."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return platform.startswith("linux") and not any(environ.get(name) for name in names)


def stamp(top: str, version: "tuple[int, int]") -> str:
    """What an environment must have been made from to be used as it is."""
    import zlib

    with open(os.path.join(top, "pyproject.toml"), "rb") as file:
        wanted = file.read()
    return f"Python {version[0]}.{version[1]}\n{top}\n{len(wanted)} {zlib.crc32(wanted):08x}\n"


def is_ready(top: str, purpose: str, wanted: str) -> bool:
    """Whether the environment in `top` is complete for `purpose` (``run`` or ``test``)."""
    folder = os.path.join(top, ".venv")
    try:
        with open(os.path.join(folder, f"made-for-{purpose}"), encoding="utf-8") as file:
            found = file.read()
    except (OSError, UnicodeDecodeError):
        return False
    return found == wanted and os.path.exists(python_of(folder))


def start(top: str, arguments: "list[str]") -> int:
    """Become the environment's Python with `arguments`; on Windows wait for it instead."""
    python = python_of(os.path.join(top, ".venv"))
    sys.stdout.flush()
    if os.name == "posix":
        os.execv(python, [python, *arguments])
    import subprocess

    return subprocess.call([python, *arguments])


def poster(top: str, file: str) -> int:
    """Make a poster of `file`, or of the example, in the current folder: there is no display."""
    import subprocess

    source = file or os.path.join(top, EXAMPLE)
    stem = os.path.splitext(os.path.basename(file))[0] or "cjmapper-example"
    target = os.path.abspath(stem + ".pdf")
    print("There is no display here, so no window can be opened. Making a poster instead.")
    sys.stdout.flush()
    python = python_of(os.path.join(top, ".venv"))
    failed = subprocess.call([python, "-m", "cjmapper", "export", source, target])
    if not failed:
        print(f"The poster is in {target}")
    return failed


def command(top: str, name: str, arguments: "list[str]") -> int:
    """Do what `name` says, in an environment that is ready for it."""
    if name == "run":
        if display_missing(sys.platform, dict(os.environ)):
            return poster(top, arguments[0] if arguments else "")
        return start(top, ["-m", "cjmapper", *arguments])
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.chdir(top)
    return start(top, ["-m", "pytest" if name == "test" else "tests.bench", *arguments])


def main(arguments: "list[str]") -> int:
    """Make the environment where it is missing or stale, then start what was asked for."""
    version = (sys.version_info[0], sys.version_info[1])
    if too_old(version):
        print(too_old(version), file=sys.stderr)
        return 2
    if not arguments or arguments[0] not in ("run", "test", "bench"):
        print(USAGE, file=sys.stderr)
        return 2
    top = top_folder()
    purpose = "run" if arguments[0] == "run" else "test"
    wanted = stamp(top, version)
    if not is_ready(top, purpose, wanted):
        import setup_parts

        refusal = setup_parts.make(top, purpose, wanted)
        if refusal:
            print(refusal, file=sys.stderr)
            return 2
    return command(top, arguments[0], arguments[1:])


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
