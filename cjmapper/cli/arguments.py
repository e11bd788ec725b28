"""The one reader of a command line, by the table of `cjmapper.cli.table`.

Every refusal is an ArgumentsError with a code; the words are `cjmapper.words`'.
"""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from cjmapper.cli.options import Command, Option
from cjmapper.cli.table import COMMANDS, HELP, STAND_ALONE, WINDOW
from cjmapper.errors import ArgumentsError

__all__ = ["COMMANDS", "WINDOW", "Arguments", "read_arguments"]


class Arguments(msgspec.Struct, frozen=True):
    """A command line as it was understood; flags are given as themselves."""

    command: str
    positionals: tuple[str, ...] = ()
    given: dict[str, str] = {}

    def path(self, index: int) -> Path:
        """The positional at `index` as a path."""
        return Path(self.positionals[index])

    def words(self, name: str) -> tuple[str, ...]:
        """The parts of an option that is a list; none where it says ``none`` or isn't given."""
        written = self.given.get(name, "none")
        return () if written == "none" else tuple(written.split(","))


def read_arguments(argv: Sequence[str]) -> Arguments:
    """What a command line asks for; raises ArgumentsError when it can't be told."""
    name = argv[0] if argv else ""
    command = next((c for c in COMMANDS if c.name == name and c is not WINDOW), None)
    if command is None:
        return _read_window(argv)
    positionals, given = _sorted_out(command, argv[1:])
    if not any(option in given for option in STAND_ALONE):
        _need(command, positionals, given)
    return Arguments(command.name, positionals, given)


def _read_window(argv: Sequence[str]) -> Arguments:
    positionals, given = _sorted_out(WINDOW, argv)
    if positionals and (len(positionals) > 1 or not _looks_like_file(positionals[0])):
        raise ArgumentsError("command_unknown", name=positionals[0])
    return Arguments(WINDOW.name, positionals, given)


def _looks_like_file(text: str) -> bool:
    path = Path(text)
    return bool(path.suffix) or len(path.parts) > 1 or path.exists()


def _sorted_out(command: Command, words: Sequence[str]) -> tuple[tuple[str, ...], dict[str, str]]:
    positionals: list[str] = []
    given: dict[str, str] = {}
    rest = list(reversed(words))
    while rest:
        word = rest.pop()
        if word == "--":
            positionals.extend(reversed(rest))
            break
        if word == "-h":
            given[HELP.name] = word
        elif word.startswith("-") and word != "-":
            name, value = _option(command, word, rest)
            if name in given:
                raise ArgumentsError("option_twice", name=name)
            given[name] = value
        else:
            positionals.append(word)
    return tuple(positionals), given


def _option(command: Command, word: str, rest: list[str]) -> tuple[str, str]:
    """An option's name and value; takes the value from `rest` where it stands there."""
    name, equals, value = word.partition("=")
    option = next((known for known in command.options if known.name == name), None)
    if option is None:
        shown = "cjmapper" if command is WINDOW else command.name
        raise ArgumentsError("option_unknown", command=shown, name=name)
    if option.is_flag:
        if equals:
            raise ArgumentsError("option_no_value", name=name)
        return name, name
    if not equals:
        value = _following(option, rest)
    if not value:
        raise ArgumentsError("option_needs_value", name=name)
    return name, option.checked(value)


def _following(option: Option, rest: list[str]) -> str:
    """The next word; an option that may stand alone takes it only where it fits."""
    if option.bare and not (rest and option.allows(rest[-1])):
        return option.bare
    return rest.pop() if rest else ""


def _need(command: Command, positionals: Sequence[str], given: dict[str, str]) -> None:
    wanted = command.positionals
    for option in command.options:
        if option.only_with and option.name in given and option.only_with not in given:
            raise ArgumentsError("option_only_with", name=option.name, other=option.only_with)
    if command.several_with in given:
        wanted = wanted[:1] * max(len(positionals), 1)
    if len(positionals) < len(wanted):
        missing = wanted[len(positionals)]
        raise ArgumentsError("argument_missing", command=command.name, name=missing)
    if len(positionals) > len(wanted):
        extra = positionals[len(wanted)]
        raise ArgumentsError("argument_too_many", command=command.name, value=extra)
