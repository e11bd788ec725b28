"""What each command does. Heavy parts are imported by the command that needs them."""

import json
import random
from pathlib import Path
from typing import TYPE_CHECKING

from cjmapper.cli.arguments import Arguments
from cjmapper.cli.terminal import Terminal
from cjmapper.errors import ArgumentsError, CjmapperError

if TYPE_CHECKING:
    from cjmapper.storage.codec import Loaded

MAP_ENDING = ".cjmap"
POSTER_ENDINGS = (".pdf", ".png", ".svg")
FINDINGS_FORMAT = 1


class RefusedFileError(Exception):
    """A file was refused; `error` says why."""

    def __init__(self, path: Path, error: CjmapperError) -> None:
        super().__init__(path, error)
        self.path = path
        self.error = error


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
    target = _with_ending(arguments.path(0), (MAP_ENDING,))
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


def export(arguments: Arguments, terminal: Terminal) -> None:
    """A poster, a picture or a drawing of a map."""
    target = _with_ending(arguments.path(1), POSTER_ENDINGS)
    loaded = _load(arguments.path(0), terminal)

    from cjmapper.export.jobs import ExportOptions, export_file
    from cjmapper.model.document import PosterSettings
    from cjmapper.model.vocabulary import Orientation

    options = ExportOptions(
        poster=PosterSettings(
            paper=arguments.given.get("--paper", "A1"),
            orientation=Orientation(arguments.given.get("--orientation", "landscape")),
        ),
        dpi=int(arguments.given.get("--dpi", "150")),
        language=arguments.given.get("--language"),
        map_id=arguments.given.get("--map"),
        today=terminal.today,
    )
    report = export_file(loaded.document, target, options, terminal.progress())
    for path in report.paths:
        terminal.wrote(path)
    words = terminal.words
    if report.maps_left_out:
        count, titles = len(report.maps_left_out), words.listed(report.maps_left_out)
        terminal.tell(words.count("command.maps_left_out", count, titles=titles))
    if report.missing_characters:
        characters = " ".join(report.missing_characters)
        terminal.tell(words.say("command.missing_characters", characters=characters))


def convert(arguments: Arguments, terminal: Terminal) -> None:
    """A map read, checked, brought to the format of today and written again."""
    from cjmapper.storage.files import save

    target = _with_ending(arguments.path(1), (MAP_ENDING,))
    document = _load(arguments.path(0), terminal).document
    save(target, document, expected_hash=None, today=terminal.today, baseline=document)
    terminal.wrote(target)


def check(arguments: Arguments, terminal: Terminal) -> None:
    """What is wrong in a map, as sentences or as JSON."""
    source = arguments.path(0)
    as_json = "--json" in arguments.given
    try:
        _load(source, terminal)
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


def _load(path: Path, terminal: Terminal) -> "Loaded":
    from cjmapper.storage.files import load

    try:
        loaded = load(path)
    except CjmapperError as error:
        raise RefusedFileError(path, error) from error
    terminal.notice((notice.code, notice.values) for notice in loaded.notices)
    return loaded


def _with_ending(target: Path, endings: tuple[str, ...]) -> Path:
    if target.suffix.lower() not in endings:
        raise ArgumentsError("ending_wrong", name=str(target), choices=", ".join(endings))
    return target


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
