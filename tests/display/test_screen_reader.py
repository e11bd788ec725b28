"""The map as a screen reader in another process finds it, over the bus that it asks on."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from cjmapper.model import document as d
from cjmapper.places import resource
from cjmapper.storage.codec import decode
from cjmapper.words.catalog import Words
from tests.display.assistive import LAUNCHER, NEEDED, Node, Reader, reader, session_bus
from tests.display.screen import Program, until

pytestmark = pytest.mark.display

FLOWS_TO = "10"
_ROLES: dict[str, Callable[[d.JourneyMap], int]] = {
    "column header": lambda map_: len(map_.phases) + len(map_.steps),
    "row header": lambda map_: len(map_.lanes),
    "cell": lambda map_: len(map_.lanes) * len(map_.steps),
    "list item": lambda map_: sum(card.lane is not None for card in map_.cards),
    "slider": lambda map_: len(map_.emotions),
}
"""How many there are of each, as the bus calls them."""

Heard = tuple[Program, Reader, Path]


@pytest.fixture
def listening(qapp: QApplication, own: dict[str, str], tmp_path: Path) -> Iterator[Heard]:
    """The program with the restaurant's map, and a screen reader beside it."""
    assert qapp is not None
    missing = [name for name in NEEDED if shutil.which(name) is None]
    missing += [] if LAUNCHER.exists() else ["at-spi2-core"]
    if missing:
        pytest.skip(f"no bus for assistive technology: {', '.join(missing)} not installed")
    file = tmp_path / "middag.cjmap"
    shutil.copy(resource("examples", "restaurant.nb.cjmap"), file)
    with session_bus(tmp_path, own) as environment, reader(tmp_path, environment) as ears:
        program = Program(environment, tmp_path / "program.log", str(file))
        yield program, ears, file
        program.kill()


def saved(program: Program, file: Path, fits: Callable[[d.JourneyMap], bool]) -> None:
    """Saves, and waits until the file says what it should."""
    program.key("ctrl+s")
    until(lambda: fits(decode(file.read_bytes()).document.maps[0]), "a saved change")


def test_a_screen_reader_finds_reads_and_changes_the_map(listening: Heard) -> None:
    program, ears, file = listening
    journey = decode(file.read_bytes()).document.maps[0]
    table = next(node for node in ears.below(ears.program()) if ears.role(node) == "table")
    parts = {node: ears.role(node) for node in ears.below(table)}
    roles = list(parts.values())
    assert {role: roles.count(role) for role in _ROLES} == {
        role: count(journey) for role, count in _ROLES.items()
    }
    names = {ears.name(node): node for node in parts}
    assert "" not in names
    assert len(names) == len(parts), roles

    def named(beginning: str) -> Node:
        return next(node for name, node in names.items() if name.startswith(beginning))

    kind, _, target = ears.relations(named("Takk dagen etter"))
    assert kind == FLOWS_TO
    assert ears.name(Node(table.program, target)).startswith("Ingen takk og ingen grunn")
    assert "svarer på Ingen takk" in ears.description(named("Takk dagen etter"))
    marker = named("nysgjerrig, 2 av 2")
    ears.set_value(marker, -2.0)
    assert ears.value(marker) == -2.0
    until(lambda: ears.announcements() == ["Frustrert, 1 av 5"], "one announcement")
    _follow_a_card(program, ears, named("Menyside på mobil"))
    saved(program, file, lambda map_: any(card.text == "Menyside på mobil!" for card in map_.cards))
    after = decode(file.read_bytes()).document.maps[0]
    assert sum(reading.value == -2.0 for reading in after.emotions) == 1 + sum(
        reading.value == -2.0 for reading in journey.emotions
    )
    program.key("ctrl+q")
    assert program.wait_for_end() == 0
    assert program.complaints == []


def _follow_a_card(program: Program, ears: Reader, card: Node) -> None:
    """Selects it, writes in it and moves it, and hears each."""
    say = Words("nb").say
    actions = ears.actions(card)
    assert [say("action.move_right"), "Alt+Right"] in [
        actions[index + 1 : index + 3] for index in range(0, len(actions), 3)
    ]
    ears.do(card, actions[::3].index("Press"))
    field = until(lambda: next(iter(ears.children(card)), None), "a field in the card")
    until(lambda: field.path in ears.focused(), "the field has the focus")
    program.type("!")
    until(lambda: ears.text(field) == "Menyside på mobil!", "what was typed")
    program.key("Escape")
    until(lambda: ears.focused()[-1] == card.path, "the card has the focus")
    before = len(ears.announcements())
    ears.do(card, actions[::3].index("move_right"))
    moved = "Menyside på mobil!, 1 av 2, Bestiller bord, Berøringspunkter"
    until(lambda: ears.announcements()[before:] == [moved], "one announcement of the move")
