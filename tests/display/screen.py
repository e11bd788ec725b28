"""A screen of its own (Xvfb, openbox) and a person before it: real X events, nothing else.

The program runs in a process of its own. It is told things by mouse and keys alone; what it did is
read from its files, its window's title and its exit code.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

NEEDED = ("Xvfb", "openbox", "xdotool")
SIZE = (1920, 1080)
_WAIT = 20.0
_LOOK_AGAIN = 0.02
_AT_REST = 0.2
"""Seconds without any work after which nothing more is to come."""

_BETWEEN_CLICKS = 0.45
"""Seconds after which a press is no second one of a double click."""

_RULES = """<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <applications>
    <application type="normal"><decor>no</decor><maximized>yes</maximized></application>
  </applications>
</openbox_config>
"""

Found = TypeVar("Found")
Place = tuple[float, float]


def until(look: Callable[[], Found | None], what: str) -> Found:
    """What `look` finds, as soon as it finds anything."""
    ends = time.monotonic() + _WAIT
    while True:
        found = look()
        if found is not None and found is not False:
            return found
        if time.monotonic() > ends:
            raise TimeoutError(f"in {_WAIT:.0f} s it never came to this: {what}")
        time.sleep(_LOOK_AGAIN)


@contextmanager
def running(command: list[str], environment: Mapping[str, str], log: Path) -> Iterator[None]:
    """A process that ends when it is no longer needed."""
    with log.open("wb") as output:
        process = subprocess.Popen(command, env=environment, stdout=output, stderr=output)
        try:
            yield
        finally:
            process.terminate()
            process.wait(_WAIT)


@contextmanager
def screen(folder: Path) -> Iterator[dict[str, str]]:
    """A screen with a window manager; gives the environment of programs that shall be seen on it.

    Every window fills the screen and has no frame; dialogs stand where they like.
    """
    folder.mkdir()
    rules = folder / "rules.xml"
    rules.write_text(_RULES)
    number = folder / "number"
    environment = _environment()
    with number.open("wb") as told:
        os.set_inheritable(told.fileno(), True)
        size = f"{SIZE[0]}x{SIZE[1]}x24"
        # Through a shell, since the number of the screen is told on a file that stays open.
        server = f"exec Xvfb -displayfd 3 -screen 0 {size} -nolisten tcp -noreset 3>'{number}'"
        with running(["sh", "-c", server], environment, folder / "server.log"):
            until(lambda: number.read_text().endswith("\n"), "a screen")
            environment["DISPLAY"] = f":{number.read_text().strip()}"
            manager = ["openbox", "--config-file", str(rules)]
            with running(manager, environment, folder / "manager.log"):
                until(lambda: _has_manager(environment), "a window manager")
                yield environment


def _has_manager(environment: Mapping[str, str]) -> bool:
    asked = subprocess.run(
        ["xdotool", "get_num_desktops"], env=environment, capture_output=True, check=False
    )
    return asked.returncode == 0


def _environment() -> dict[str, str]:
    """Of a Norwegian with a screen; the folders are those of the test."""
    passed_over = ("QT_", "LC_", "LANG", "WAYLAND")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(passed_over)}
    return kept | {"LANG": "nb_NO.UTF-8", "LC_CTYPE": "C.UTF-8", "QT_QPA_PLATFORM": "xcb"}


class Program:
    """The program in a process of its own, and the hands of a person on mouse and keys."""

    def __init__(self, environment: Mapping[str, str], log: Path, *arguments: str) -> None:
        self._environment = dict(environment)
        self._log = log
        self._pressed = 0.0
        with log.open("wb") as output:
            command = [sys.executable, "-m", "cjmapper", *arguments]
            self._process = subprocess.Popen(
                command, env=self._environment, stdout=output, stderr=output
            )
        self._window = until(self._filling, "a window that fills the screen")
        self.wait_for_rest()

    # What can be seen from outside

    @property
    def title(self) -> str:
        """Of the window."""
        return self._ask("getwindowname", self._window)

    @property
    def complaints(self) -> list[str]:
        """What it wrote in its log; a healthy program writes nothing."""
        return self._log.read_text().splitlines()

    def wait_for_title(self, fits: Callable[[str], bool], what: str) -> None:
        """Waits until the window is called something else."""
        until(lambda: fits(self.title), what)

    def wait_for_dialog(self, name: str) -> None:
        """Waits until another window has the keyboard, one of that name."""
        until(lambda: self._name_of_active() == name, f"a dialog called {name}")

    def wait_for_map(self) -> None:
        """Waits until no dialog has the keyboard any more."""
        until(lambda: self._ask("getactivewindow") == self._window, "the window itself")

    def wait_for_rest(self) -> None:
        """Waits until it has done all that it had to do."""
        rested_since, worked = time.monotonic(), self._work_done()

        def is_at_rest() -> bool:
            nonlocal rested_since, worked
            former, worked = worked, self._work_done()
            if worked != former or worked[0] != "S":
                rested_since = time.monotonic()
            return time.monotonic() - rested_since > _AT_REST

        until(is_at_rest, "a program at rest")

    def wait_for_end(self) -> int:
        """The exit code, when it has closed."""
        return self._process.wait(_WAIT)

    def kill(self) -> None:
        """Ends it, where it is still there."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait(_WAIT)

    # Hands

    def press(self, place: Place) -> None:
        """The button goes down, never as the second press of a double click."""
        time.sleep(max(0.0, self._pressed + _BETWEEN_CLICKS - time.monotonic()))
        self._act(*_moved(place), "mousedown", "1")
        self._pressed = time.monotonic()

    def carry(self, start: Place, end: Place) -> None:
        """Presses at one place and moves to another in steps; the button stays down."""
        self.press(start)
        shares = [0.03, 0.06, *(step / 8 for step in range(1, 9)), 1.0]
        for share in shares:
            across, down = (a + (b - a) * share for a, b in zip(start, end, strict=True))
            self._act(*_moved((across, down)), "sleep", "0.01")

    def drag(self, start: Place, end: Place) -> None:
        """From one place to another."""
        self.carry(start, end)
        self.release()

    def release(self) -> None:
        """The button goes up."""
        self._act("mouseup", "1")

    def click(self, place: Place) -> None:
        """One click."""
        self.press(place)
        self.release()

    def double_click(self, place: Place) -> None:
        """Two clicks, one right after the other."""
        self.press(place)
        self._act("mouseup", "1", "click", "1")

    def key(self, *chords: str) -> None:
        """Keys, one after the other, as `ctrl+s`."""
        self._act("key", "--delay", "10", *chords)

    def type(self, text: str) -> None:
        """Letters, as on a Norwegian keyboard."""
        self._act("type", "--delay", "12", text)

    # What hands and eyes are made of

    def _act(self, *words: str) -> None:
        # Without a locale that is installed it would drop letters beyond ASCII.
        environment = self._environment | {"LC_ALL": "C.UTF-8"}
        subprocess.run(["xdotool", *words], env=environment, check=True, timeout=_WAIT)

    def _ask(self, *words: str) -> str:
        command = ["xdotool", *words]
        answer = subprocess.run(
            command, env=self._environment, capture_output=True, text=True, check=False
        )
        return answer.stdout.strip()

    def _work_done(self) -> tuple[str, ...]:
        """Whether it sleeps («S»), and how long it has worked so far."""
        told = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return told[0], told[11], told[12]

    def _name_of_active(self) -> str:
        return self._ask("getactivewindow", "getwindowname")

    def _filling(self) -> str | None:
        """The program's window, once it has the keyboard and fills the screen."""
        if self._process.poll() is not None:
            raise RuntimeError("it ended at once: " + "\n".join(self.complaints))
        active = self._ask("getactivewindow")
        if not active or self._ask("getwindowpid", active) != str(self._process.pid):
            return None
        shape = self._ask("getwindowgeometry", "--shell", active).splitlines()
        fills = {"X=0", "Y=0", f"WIDTH={SIZE[0]}", f"HEIGHT={SIZE[1]}"} <= set(shape)
        return active if fills else None


def _moved(place: Place) -> tuple[str, ...]:
    return "mousemove", str(round(place[0])), str(round(place[1]))
