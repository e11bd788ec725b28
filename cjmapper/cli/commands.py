"""What each command does. Heavy parts are imported by the command that needs them."""

import json
import random

from cjmapper.cli.arguments import Arguments
from cjmapper.cli.files import MAP_ENDING, RefusedFileError, read, with_ending
from cjmapper.cli.terminal import Terminal
from cjmapper.errors import ArgumentsError, CjmapperError

FINDINGS_FORMAT = 1


def new(arguments: Arguments, terminal: Terminal) -> None:
    """A map from a template, or the names of the templates."""
    from cjmapper.model.ids import random_ids
    from cjmapper.storage.files import save
    from cjmapper.storage.templates import template, template_names

    if "--list" in arguments.given:
        for known in template_names():
            terminal.answer(known)
        return
    if "--template" not in arguments.given:
        raise ArgumentsError("option_required", command="new", name="--template")
    target = with_ending(arguments.path(0), (MAP_ENDING,))
    if target.exists():
        raise ArgumentsError("target_exists", name=str(target))
    document = template(
        arguments.given["--template"],
        arguments.given.get("--language", terminal.words.language),
        random_ids(random.SystemRandom()),
        terminal.today,
    )
    save(target, document, expected_hash=None, today=terminal.today)
    terminal.wrote(target)


def convert(arguments: Arguments, terminal: Terminal) -> None:
    """A map read, checked, brought to the format of today and written again."""
    from cjmapper.storage.files import save

    target = with_ending(arguments.path(1), (MAP_ENDING,))
    document = read(arguments.path(0), terminal).document
    save(target, document, expected_hash=None, today=terminal.today, baseline=document)
    terminal.wrote(target)


def check(arguments: Arguments, terminal: Terminal) -> None:
    """What is wrong in a map, as sentences or as JSON."""
    source = arguments.path(0)
    as_json = "--json" in arguments.given
    try:
        read(source, terminal)
    except RefusedFileError as refused:
        if as_json and refused.error.place:
            terminal.answer(_findings([refused.error], terminal))
        raise
    if as_json:
        terminal.answer(_findings([], terminal))
    else:
        terminal.answer(terminal.words.say("command.check_ok", path=str(source)))


def schema(_arguments: Arguments, terminal: Terminal) -> None:
    """The JSON Schema of the file."""
    from cjmapper.storage.schema import schema as schema_of_maps

    terminal.stdout.write(schema_of_maps().decode())


def _findings(errors: list[CjmapperError], terminal: Terminal) -> str:
    findings = [
        {
            "code": error.code,
            "severity": "error",
            "place": error.place,
            "values": dict(error.values),
            "sentence": terminal.words.error(error),
        }
        for error in errors
    ]
    return json.dumps({"format": FINDINGS_FORMAT, "findings": findings}, ensure_ascii=False)
