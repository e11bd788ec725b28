"""From the arguments to an exit code: reads the clock and the environment once, runs a command."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TextIO

import msgspec

from cjmapper import __version__
from cjmapper.cli import commands, exporting
from cjmapper.cli.arguments import COMMANDS, WINDOW, Arguments, read_arguments
from cjmapper.cli.files import RefusedFileError
from cjmapper.cli.options import Option
from cjmapper.cli.terminal import Terminal
from cjmapper.errors import ArgumentsError, CjmapperError
from cjmapper.words.catalog import Words
from cjmapper.words.languages import wished

DONE, FOUND, REFUSED = 0, 1, 2
"""Exit codes: done; findings of severity error; the input or the arguments could not be used."""

_WIDEST_OPTION = 26
"""What is said of an option stands beside it, or below it where it is wider than this."""

_QUIET = "qt.text.*=false;qt.gui.imageio.*=false"
"""Qt's own grumbling about fonts and pictures: what matters of it is said in our words."""

OpenWindow = Callable[[Path | None], int]

_RUN: dict[str, Callable[[Arguments, Terminal], None]] = {
    "new": commands.new,
    "export": exporting.export,
    "convert": commands.convert,
    "check": commands.check,
    "schema": commands.schema,
}


@contextmanager
def _ended_in_order() -> Iterator[None]:
    """Being told to end is as being stopped by hand: what is half written is taken away."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def main(
    argv: Sequence[str],
    stdout: TextIO | None = None,
    stderr: TextIO | None = None,
    *,
    environment: Mapping[str, str] | None = None,
    open_window: OpenWindow | None = None,
) -> int:
    """Do what the arguments (without the program's name) ask for; return the exit code."""
    terminal = Terminal(
        stdout=stdout or sys.stdout,
        stderr=stderr or sys.stderr,
        words=Words(wished(os.environ if environment is None else environment)),
        today=datetime.now(UTC).astimezone().date(),  # noqa: TID251 - the day is read here alone
    )
    try:
        return _run(read_arguments(argv), terminal, open_window)
    except RefusedFileError as refused:
        terminal.refuse(refused.path, refused.error)
    except CjmapperError as error:
        terminal.tell(terminal.words.error(error))
    except exporting.UnfinishedError as unfinished:
        code = "command.several_stopped" if unfinished.stopped else "command.several_refused"
        terminal.tell(terminal.words.say(code, done=unfinished.done, total=unfinished.total))
    except KeyboardInterrupt:
        terminal.tell(terminal.words.say("command.interrupted"))
    except BrokenPipeError:
        terminal.tell(terminal.words.say("command.output_closed"))
    return REFUSED


def _run(arguments: Arguments, terminal: Terminal, open_window: OpenWindow | None) -> int:
    if "--help" in arguments.given:
        _help(arguments.command, terminal)
    elif "--version" in arguments.given:
        terminal.answer(terminal.words.say("command.version", version=__version__))
    elif arguments.command == WINDOW.name:
        if open_window is None:
            raise ArgumentsError("no_window")
        return open_window(arguments.path(0) if arguments.positionals else None)
    else:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        os.environ.setdefault("QT_LOGGING_RULES", _QUIET)
        today = date.fromisoformat(arguments.given.get("--today", terminal.today.isoformat()))
        with _ended_in_order():
            _RUN[arguments.command](arguments, msgspec.structs.replace(terminal, today=today))
    return DONE


def _help(asked: str, terminal: Terminal) -> None:
    words = terminal.words
    terminal.answer(words.say("command.usage.heading"))
    for command in COMMANDS:
        if asked in {WINDOW.name, command.name}:
            for usage in command.usages:
                terminal.answer(f"  {words.say(usage)}")
            terminal.answer(f"      {words.say(f'command.about.{command.name}')}")
        if asked == command.name:
            terminal.answer("")
            _help_of_options(command.options, terminal)


def _help_of_options(options: Sequence[Option], terminal: Terminal) -> None:
    """One option a line, what they mean under each other."""
    words = terminal.words
    written = [_written(option, words) for option in options]
    width = min(max(map(len, written)), _WIDEST_OPTION)
    for option, text in zip(options, written, strict=True):
        about = words.say(f"command.option.{option.name.removeprefix('--')}")
        if len(text) > width:
            terminal.answer(f"  {text}")
            terminal.answer(f"  {'':{width}}  {about}")
        else:
            terminal.answer(f"  {text:{width}}  {about}")


def _written(option: Option, words: Words) -> str:
    """An option as it is written, with what may follow it."""
    value = "|".join(option.choices) if option.choices else ""
    if option.is_list:
        value = f"{value},…"
    if option.value:
        value = words.say(f"command.value.{option.value}")
    if option.bare:
        return f"{option.name}[={value}]"
    return f"{option.name} {value}".rstrip()
