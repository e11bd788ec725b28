"""The commands and their options as a table, and the one reader of a command line.

Every refusal is an ArgumentsError with a code; the words are `cjmapper.words`'.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import msgspec

from cjmapper.errors import ArgumentsError
from cjmapper.settings import LEAST_DPI, MOST_DPI, ORIENTATIONS, PAPERS


class Option(msgspec.Struct, frozen=True):
    """An option of a command: a flag, one of `choices`, a date, a number, or any text."""

    name: str
    choices: tuple[str, ...] = ()
    is_flag: bool = False
    is_date: bool = False
    number: tuple[int, int] | None = None

    def checked(self, value: str) -> str:
        """`value` as it may stand; raises ArgumentsError when it makes no sense here."""
        if self.choices and value not in self.choices:
            choices = ", ".join(self.choices)
            raise ArgumentsError("option_value", name=self.name, value=value, choices=choices)
        if self.is_date and not _is_date(value):
            raise ArgumentsError("date_wrong", name=self.name, value=value)
        if self.number is not None and not _is_within(value, self.number):
            least, most = self.number
            raise ArgumentsError(
                "number_wrong", name=self.name, value=value, least=least, most=most
            )
        return value


class Command(msgspec.Struct, frozen=True):
    """A command: what has to follow it, in order, and what may."""

    name: str
    positionals: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    usages: tuple[str, ...] = ()
    """Codes of the lines that show how it is written."""


class Arguments(msgspec.Struct, frozen=True):
    """A command line as it was understood; flags are given as themselves."""

    command: str
    positionals: tuple[str, ...] = ()
    given: dict[str, str] = {}

    def path(self, index: int) -> Path:
        """The positional at `index` as a path."""
        return Path(self.positionals[index])


_HELP = Option("--help", is_flag=True)
_TODAY = Option("--today", is_date=True)
_LANGUAGE = Option("--language", choices=("nb", "nn", "sv", "en"))
_LIST = Option("--list", is_flag=True)

WINDOW = Command(
    "window", options=(_HELP, Option("--version", is_flag=True)), usages=("command.usage.window",)
)
COMMANDS = (
    WINDOW,
    Command(
        "new",
        ("OUT.cjmap",),
        (_HELP, _LIST, _LANGUAGE, _TODAY, Option("--template")),
        ("command.usage.new", "command.usage.new_list"),
    ),
    Command(
        "export",
        ("IN.cjmap", "OUT.pdf"),
        (
            _HELP,
            _LANGUAGE,
            _TODAY,
            Option("--map"),
            Option("--paper", choices=PAPERS),
            Option("--orientation", choices=ORIENTATIONS),
            Option("--dpi", number=(LEAST_DPI, MOST_DPI)),
        ),
        ("command.usage.export",),
    ),
    Command("convert", ("IN.cjmap", "OUT.cjmap"), (_HELP,), ("command.usage.convert",)),
    Command(
        "check",
        ("IN.cjmap",),
        (_HELP, _TODAY, Option("--json", is_flag=True)),
        ("command.usage.check",),
    ),
    Command("schema", (), (_HELP,), ("command.usage.schema",)),
)
_STAND_ALONE = (_HELP.name, _LIST.name, "--version")
"""Options that make everything else unneeded."""


def read_arguments(argv: Sequence[str]) -> Arguments:
    """What a command line asks for; raises ArgumentsError when it can't be told."""
    name = argv[0] if argv else ""
    command = next((c for c in COMMANDS if c.name == name and c is not WINDOW), None)
    if command is None:
        return _read_window(argv)
    positionals, given = _sorted_out(command, argv[1:])
    if not any(option in given for option in _STAND_ALONE):
        _need(command, positionals)
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
    rest = iter(words)
    for word in rest:
        if word == "--":
            positionals.extend(rest)
        elif word == "-h":
            given[_HELP.name] = word
        elif word.startswith("-") and word != "-":
            name, value = _option(command, word, rest)
            if name in given:
                raise ArgumentsError("option_twice", name=name)
            given[name] = value
        else:
            positionals.append(word)
    return tuple(positionals), given


def _option(command: Command, word: str, rest: Iterator[str]) -> tuple[str, str]:
    name, equals, value = word.partition("=")
    option = next((known for known in command.options if known.name == name), None)
    if option is None:
        shown = "cjmapper" if command is WINDOW else command.name
        raise ArgumentsError("option_unknown", command=shown, name=name)
    if option.is_flag:
        if equals:
            raise ArgumentsError("option_no_value", name=name)
        return name, name
    following = value if equals else next(rest, None)
    if not following:
        raise ArgumentsError("option_needs_value", name=name)
    return name, option.checked(following)


def _need(command: Command, positionals: Sequence[str]) -> None:
    wanted = command.positionals
    if len(positionals) < len(wanted):
        missing = wanted[len(positionals)]
        raise ArgumentsError("argument_missing", command=command.name, name=missing)
    if len(positionals) > len(wanted):
        extra = positionals[len(wanted)]
        raise ArgumentsError("argument_too_many", command=command.name, value=extra)


def _is_date(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_within(value: str, bounds: tuple[int, int]) -> bool:
    least, most = bounds
    return value.isascii() and value.isdigit() and len(value) < 10 and least <= int(value) <= most  # noqa: PLR2004
