"""The command `export`: one map to one file, or several maps into a folder."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cjmapper.cli.arguments import Arguments
from cjmapper.cli.files import RefusedFileError, read, with_ending
from cjmapper.cli.terminal import Terminal
from cjmapper.errors import ArgumentsError, CjmapperError
from cjmapper.settings import EXPORT_FORMATS

if TYPE_CHECKING:
    from cjmapper.export.options import ExportOptions, ExportReport

ENDINGS = tuple(f".{one}" for one in EXPORT_FORMATS)
_USUAL_DPI = "150"


class UnfinishedError(Exception):
    """Of several maps `done` were exported and the others not; why was said."""

    def __init__(self, done: int, total: int, *, stopped: bool) -> None:
        super().__init__(done, total, stopped)
        self.done = done
        self.total = total
        self.stopped = stopped


def export(arguments: Arguments, terminal: Terminal) -> None:
    """A poster, a picture, a drawing or a text page of a map; of several maps with ``--to``."""
    if "--to" in arguments.given:
        _export_several(arguments, terminal)
        return
    target = with_ending(arguments.path(1), ENDINGS)
    options = _options(arguments, terminal)
    _export_one(arguments.path(0), target, options, terminal, terminal.progress())


def _export_several(arguments: Arguments, terminal: Terminal) -> None:
    """Each map into the folder; one that fails is named and does not stop the others."""
    options = _options(arguments, terminal)
    folder = _folder(Path(arguments.given["--to"]))
    ending = f".{arguments.given.get('--as', 'pdf')}"
    sources = [Path(word) for word in arguments.positionals]
    taken: set[str] = set()
    done = 0
    for number, source in enumerate(sources, 1):
        terminal.tell(
            terminal.words.say(
                "command.one_of", number=number, total=len(sources), name=source.name
            )
        )
        target = folder / f"{free_stem(source.stem, taken)}{ending}"
        try:
            _export_one(source, target, options, terminal, lambda _: True)
        except RefusedFileError as refused:
            terminal.refuse(refused.path, refused.error)
        except CjmapperError as error:
            terminal.refuse(source, error)
        except KeyboardInterrupt:
            raise UnfinishedError(done, len(sources), stopped=True) from None
        else:
            done += 1
    if done < len(sources):
        raise UnfinishedError(done, len(sources), stopped=False)


def free_stem(stem: str, taken: set[str]) -> str:
    """A name that no other file of the lot has, nor one of its numbered pages; takes it."""
    wanted, number = stem, 1
    while any(_may_meet(wanted.casefold(), other) for other in taken):
        number += 1
        wanted = f"{stem}_{number}"
    taken.add(wanted.casefold())
    return wanted


def _may_meet(one: str, other: str) -> bool:
    """Whether a file named `one`, or a page of it, may have the name of one named `other`."""
    page = r"(-\d+)?"
    return bool(
        re.fullmatch(re.escape(one) + page, other) or re.fullmatch(re.escape(other) + page, one)
    )


def _folder(folder: Path) -> Path:
    from cjmapper.storage.atomic import file_errors

    if folder.exists() and not folder.is_dir():
        raise ArgumentsError("not_a_folder", name=str(folder))
    with file_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def _options(arguments: Arguments, terminal: Terminal) -> "ExportOptions":
    from cjmapper.export.options import ExportKind, ExportOptions
    from cjmapper.export.paper import paper_named

    given = arguments.given
    changes = _changes(arguments)
    for name in ("paper", "tiles"):
        if changes.get(name):
            paper_named(changes[name])
    return ExportOptions(
        kind=ExportKind(given.get("--kind", "poster")),
        changes=changes,
        dpi=int(given.get("--dpi", _USUAL_DPI)),
        long_side_px=int(given["--long-side"]) if "--long-side" in given else None,
        language=given.get("--language"),
        map_id=given.get("--map"),
        today=terminal.today,
        embed_fonts="--no-fonts" not in given,
    )


def _changes(arguments: Arguments) -> dict[str, Any]:
    """What is asked for otherwise than a map remembers, by field of `PosterSettings`."""
    from cjmapper.model.client_copy import EVERYTHING
    from cjmapper.model.vocabulary import Orientation, Overflow

    def left_out(_: str) -> tuple[str, ...]:
        chosen = arguments.words("--client-copy")
        return EVERYTHING if "all" in chosen else chosen

    reading: dict[str, tuple[str, Callable[[str], Any]]] = {
        "--paper": ("paper", str),
        "--orientation": ("orientation", Orientation),
        "--margin": ("margin_mm", float),
        "--bleed": ("bleed", _is_yes),
        "--tiles": ("tiles", lambda written: None if written == "none" else written),
        "--overflow": ("overflow", Overflow),
        "--without": ("hidden", lambda _: arguments.words("--without")),
        "--blank-row": ("blank_row", _is_yes),
        "--distance": ("distance_m", float),
        "--with-source": ("with_source", _is_yes),
        "--client-copy": ("leave_out", left_out),
        "--qr": ("code", lambda written: written != "no"),
    }
    asked = {
        field: read_as(arguments.given[name])
        for name, (field, read_as) in reading.items()
        if name in arguments.given
    }
    link = arguments.given.get("--qr", "yes")
    return asked if link in {"yes", "no"} else {**asked, "link": link}


def _is_yes(written: str) -> bool:
    return written == "yes"


def _export_one(
    source: Path,
    target: Path,
    options: "ExportOptions",
    terminal: Terminal,
    progress: Callable[[float], bool],
) -> None:
    import msgspec

    document = read(source, terminal).document

    from cjmapper.export.jobs import export_file

    named = msgspec.structs.replace(options, file_name=source.name)
    _tell(export_file(document, target, named, progress), terminal)


def _tell(report: "ExportReport", terminal: Terminal) -> None:
    """Says what was made, and what of it is not as it should be."""
    words = terminal.words
    first = str(report.paths[0])
    if report.sheets is not None:
        count, paper = report.sheets
        more = report.pages - count
        named = {"path": first, "paper": paper}
        terminal.answer(words.count("command.wrote_sheets", more, sheets=count, **named))
    elif report.pages > 1 and len(report.paths) == 1:
        terminal.answer(words.count("command.wrote_pages", report.pages, path=first))
    else:
        for path in report.paths:
            terminal.wrote(path)
    _tell_count("command.maps_left_out", "titles", report.maps_left_out, terminal)
    _tell_count("command.broken_pictures", "names", report.broken_pictures, terminal)
    _tell_count("command.names_left", "names", report.names_left, terminal)
    if report.missing_characters:
        from cjmapper.export.faults import with_codes

        characters = with_codes(report.missing_characters)
        terminal.tell(words.say("command.missing_characters", characters=characters))


def _tell_count(code: str, field: str, names: Sequence[str], terminal: Terminal) -> None:
    if names:
        words = terminal.words
        terminal.tell(words.count(code, len(names), **{field: words.listed(names)}))
