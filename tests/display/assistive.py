"""Assistive technology that runs beside the program: the bus it talks over, and what it hears.

Everything is asked and heard over the bus alone, as a screen reader would.
"""

import re
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from PySide6.QtDBus import QDBusConnection, QDBusMessage

from tests.display.screen import running, until

NEEDED = ("dbus-daemon", "dbus-send", "dbus-monitor")
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
_EVENTS = ("object:announcement", "object:state-changed:focused", "focus:")
_ATSPI = "org.a11y.atspi"
_ROOT = "/org/a11y/atspi/accessible/root"
_VALUE = re.compile(r"^\s*(?:variant\s+)?(string|object path|int32|uint32|double) (.*)$")
_SAID = re.compile(r'variant\s+string "(.*)"')
_PATH = re.compile(r"path=([^;]+);")


class Node(NamedTuple):
    """Something accessible: the program's name on the bus, and a path in it."""

    program: str
    path: str


class Reader:
    """What a screen reader can find out and do."""

    def __init__(self, address: str, heard: Path) -> None:
        self._address = address
        self._heard = heard
        self._connection = QDBusConnection.connectToBus(address, "reader")
        for event in _EVENTS:
            self._register(event)

    def program(self) -> Node:
        """The program, once it has told that it is there."""
        desktop = Node(f"{_ATSPI}.Registry", _ROOT)
        return until(lambda: next(iter(self.children(desktop)), None), "a program on the bus")

    def children(self, node: Node) -> list[Node]:
        """What it holds."""
        told = self._call(node, "Accessible.GetChildren")
        return [Node(*pair) for pair in zip(told[::2], told[1::2], strict=True)]

    def below(self, node: Node) -> Iterator[Node]:
        """All that it holds, part by part."""
        for child in self.children(node):
            yield child
            yield from self.below(child)

    def name(self, node: Node) -> str:
        """What it is called."""
        return self._property(node, "Accessible", "Name")

    def description(self, node: Node) -> str:
        """What else is said of it."""
        return self._property(node, "Accessible", "Description")

    def role(self, node: Node) -> str:
        """What sort of thing it is, as the bus calls it."""
        return self._call(node, "Accessible.GetRoleName")[0]

    def value(self, node: Node) -> float:
        """The value of a slider."""
        return float(self._property(node, "Value", "CurrentValue"))

    def set_value(self, node: Node, value: float) -> None:
        """Moves a slider."""
        self._ask(
            node,
            "org.freedesktop.DBus.Properties.Set",
            f"string:{_ATSPI}.Value",
            "string:CurrentValue",
            f"variant:double:{value}",
        )

    def actions(self, node: Node) -> list[str]:
        """What can be done to it: name, description and keys, one after the other."""
        return self._call(node, "Action.GetActions")

    def do(self, node: Node, index: int) -> None:
        """Does one of its actions."""
        self._call(node, "Action.DoAction", f"int32:{index}")

    def text(self, node: Node) -> str:
        """The characters of a field."""
        return self._call(node, "Text.GetText", "int32:0", "int32:-1")[0]

    def relations(self, node: Node) -> list[str]:
        """The numbers of its relations and what each points to."""
        return self._call(node, "Accessible.GetRelationSet")

    def announcements(self) -> list[str]:
        """The sentences that the program had said, the first first."""
        found = [_SAID.search(event) for event in self._events("Announcement")]
        return [said[1] for said in found if said is not None]

    def focused(self) -> list[str]:
        """The paths of what got the focus, one after the other."""
        events = [
            event
            for event in self._events("StateChanged")
            if 'string "focused"\n   int32 1' in event
        ]
        return [path[1] for path in map(_PATH.search, events) if path is not None]

    def _events(self, member: str) -> list[str]:
        events = self._heard.read_text(encoding="utf-8").split("\nsignal ")
        return [event for event in events if f"member={member}\n" in event]

    def forget(self) -> None:
        """Lets go of the bus."""
        QDBusConnection.disconnectFromBus("reader")

    def _register(self, event: str) -> None:
        registry = f"{_ATSPI}.Registry"
        message = QDBusMessage.createMethodCall(
            registry, "/org/a11y/atspi/registry", registry, "RegisterEvent"
        )
        message.setArguments([event])
        answer = self._connection.call(message)
        assert answer.type() == QDBusMessage.MessageType.ReplyMessage, answer.errorMessage()

    def _property(self, node: Node, interface: str, name: str) -> str:
        told = self._ask(
            node,
            "org.freedesktop.DBus.Properties.Get",
            f"string:{_ATSPI}.{interface}",
            f"string:{name}",
        )
        return told[0]

    def _call(self, node: Node, method: str, *arguments: str) -> list[str]:
        return self._ask(node, f"{_ATSPI}.{method}", *arguments)

    def _ask(self, node: Node, method: str, *arguments: str) -> list[str]:
        command = ["dbus-send", f"--bus={self._address}", "--print-reply", "--reply-timeout=20000"]
        command += [f"--dest={node.program}", node.path, method, *arguments]
        answer = subprocess.run(command, capture_output=True, text=True, check=False)
        if answer.returncode:
            raise RuntimeError(f"{method} {node}: {answer.stderr.strip()}")
        found = (_VALUE.match(line) for line in answer.stdout.splitlines()[1:])
        return [line[2].removeprefix('"').removesuffix('"') for line in found if line is not None]


@contextmanager
def session_bus(folder: Path, environment: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """A bus of a session of its own; gives the environment of programs that are on it."""
    address = f"unix:path={folder}/bus"
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address={address}"]
    with running(command, environment, folder / "bus.log"):
        until((folder / "bus").exists, "a bus")
        yield {
            **environment,
            "DBUS_SESSION_BUS_ADDRESS": address,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }


@contextmanager
def reader(folder: Path, environment: Mapping[str, str]) -> Iterator[Reader]:
    """Assistive technology on that bus."""
    asked = subprocess.run(
        [
            "dbus-send", "--session", "--print-reply=literal", "--dest=org.a11y.Bus",
            "/org/a11y/bus", "org.a11y.Bus.GetAddress",
        ],
        env=dict(environment), capture_output=True, text=True, check=True,
    )  # fmt: skip
    address = asked.stdout.strip()
    heard = folder / "heard"
    command = ["dbus-monitor", "--address", address, "type='signal'"]
    with running(command, environment, heard):
        until(lambda: heard.stat().st_size > 0, "something to be heard")
        made = Reader(address, heard)
        yield made
        made.forget()
