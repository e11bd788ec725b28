"""What CJMapper needs of a Linux system: what is missing, and how to get it.

Only a first start asks. It installs Debian packages where it may, else names the exact line. It
knows nothing of Python parts.
"""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

LIBRARIES = {
    "libegl1": "libEGL.so.1",
    "libgl1": "libGL.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
    "libfontconfig1": "libfontconfig.so.1",
    "libdbus-1-3": "libdbus-1.so.3",
    "libglib2.0-0": "libglib-2.0.so.0",
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-shape0": "libxcb-shape.so.0",
}
"""Debian package -> the library in it that a window needs."""

TOOLS = {
    "xvfb": "Xvfb",
    "xauth": "xauth",
    "xdotool": "xdotool",
    "openbox": "openbox",
    "qpdf": "qpdf",
    "poppler-utils": "pdftotext",
    "strace": "strace",
    "at-spi2-core": "/usr/libexec/at-spi-bus-launcher",
    "dbus": "dbus-daemon",
}
"""Debian package -> the program in it that the tests need."""

FONTS = {
    "fonts-dejavu-core": "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    "fonts-droid-fallback": "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
    "fonts-lohit-deva": "/usr/share/fonts/truetype/lohit-devanagari/Lohit-Devanagari.ttf",
}
"""Debian package -> the font in it that tests draw other scripts with; they do without it too."""

Finder = Callable[[str], bool]


def has_library(name: str) -> bool:
    """Whether the system's loader finds the library `name`."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def has_tool(name: str) -> bool:
    """Whether `name` is a program of PATH, or (as a whole path) a file."""
    return Path(name).exists() if name.startswith("/") else shutil.which(name) is not None


def lacking(wanted: Mapping[str, str], has: Finder) -> list[str]:
    """The packages of `wanted` whose library or program is not there."""
    return [package for package, part in wanted.items() if not has(part)]


def apt_line(packages: list[str], sudo: bool) -> str:
    """The line that installs `packages` on Debian, as a person types it."""
    return ("sudo " if sudo else "") + "apt-get install -y " + " ".join(packages)


def require(purpose: str, needs_venv: bool, stop: Callable[[str], None]) -> None:
    """See that the system has what `purpose` needs; calls `stop` with a sentence where it lacks."""
    packages = ["python3-venv"] if needs_venv else []
    if sys.platform.startswith("linux"):
        packages += lacking(LIBRARIES, has_library)
        packages += lacking(TOOLS, has_tool) if purpose == "test" else []
    if not packages:
        _add_fonts(purpose)
        return
    if shutil.which("apt-get") is None:
        stop(sentence_elsewhere(packages))
        return
    prefix = right_to_install()
    if prefix is None:
        stop(sentence_of_packages(packages, sudo=True))
    elif not install(packages, prefix):
        stop(sentence_of_packages(packages, sudo=bool(prefix)))
    else:
        _add_fonts(purpose)


def _add_fonts(purpose: str) -> None:
    """Installs the fonts that the tests like to have, where that is easy."""
    fonts = lacking(FONTS, has_tool) if purpose == "test" and sys.platform == "linux" else []
    if fonts and shutil.which("apt-get") is not None and (prefix := right_to_install()) is not None:
        install(fonts, prefix)


def sentence_of_packages(packages: list[str], sudo: bool) -> str:
    """The sentence with the exact line for Debian and its kin."""
    return (
        "CJMapper needs some packages of the system. Install them with this line, then start the"
        f" same command again:\n  {apt_line(packages, sudo)}"
    )


def sentence_elsewhere(packages: list[str]) -> str:
    """The sentence for a system whose packages have other names."""
    parts = {**LIBRARIES, **TOOLS, "python3-venv": "Python's venv and ensurepip"}
    names = ", ".join(parts[package] for package in packages)
    return (
        f"CJMapper needs these libraries and programs of the system: {names}. Install them with"
        " the system's own package program, then start the same command again."
    )


def right_to_install() -> list[str] | None:
    """What to put before `apt-get`: nothing for root, sudo where it asks for no password."""
    if sys.platform == "win32":
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n"] if asked.returncode == 0 else None


def install(packages: list[str], prefix: list[str]) -> bool:
    """Install `packages`; whether that worked. What apt said is shown where it did not."""
    print("Installing packages of the system: " + " ".join(packages), flush=True)
    command = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    for arguments in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        done = subprocess.run(
            [*command, *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
        if done.returncode and arguments[0] == "install":
            print("\n".join("  " + line for line in done.stdout.splitlines()[-5:]))
            return False
    return True
