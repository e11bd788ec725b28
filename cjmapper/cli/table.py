"""The commands and their options, as a table."""

from cjmapper.cli.options import Command, Option
from cjmapper.model.vocabulary import LeftOut, Overflow, PosterPart
from cjmapper.settings import EXPORT_FORMATS, LEAST_DPI, MOST_DPI, MOST_SIDE_PX, ORIENTATIONS

_YES_OR_NO = ("yes", "no")
_KINDS = ("poster", "grid", "labels")
_MOST_MARGIN_MM = 100.0
_DISTANCES_M = (0.1, 100.0)

HELP = Option(name="--help", is_flag=True)
_TODAY = Option(name="--today", value="date", is_date=True)
_LANGUAGE = Option(name="--language", choices=("nb", "nn", "sv", "en"))
_LIST = Option(name="--list", is_flag=True)
_VERSION = Option(name="--version", is_flag=True)

_EXPORT = (
    Option(name="--map", value="id"),
    Option(name="--kind", choices=_KINDS),
    Option(name="--paper", value="paper"),
    Option(name="--orientation", choices=ORIENTATIONS),
    Option(name="--margin", value="mm", decimal=(0.0, _MOST_MARGIN_MM)),
    Option(name="--bleed", choices=_YES_OR_NO, bare="yes"),
    Option(name="--tiles", value="paper"),
    Option(
        name="--overflow",
        choices=tuple(word.value for word in Overflow if word is not Overflow.OTHER),
    ),
    Option(name="--without", choices=tuple(part.value for part in PosterPart), is_list=True),
    Option(name="--blank-row", choices=_YES_OR_NO, bare="yes"),
    Option(name="--distance", value="metres", decimal=_DISTANCES_M),
    Option(name="--dpi", value="number", number=(LEAST_DPI, MOST_DPI)),
    Option(name="--long-side", value="number", number=(1, MOST_SIDE_PX)),
    Option(name="--no-fonts", is_flag=True),
    _LANGUAGE,
    _TODAY,
    Option(name="--with-source", choices=_YES_OR_NO, bare="yes"),
    Option(
        name="--client-copy",
        choices=("all", *(word.value for word in LeftOut)),
        is_list=True,
        bare="all",
    ),
    Option(name="--to", value="folder"),
    Option(name="--as", choices=EXPORT_FORMATS, only_with="--to"),
    Option(name="--qr", value="link", choices=_YES_OR_NO, bare="yes", is_link=True),
    HELP,
)

WINDOW = Command(name="window", options=(HELP, _VERSION), usages=("command.usage.window",))
COMMANDS = (
    WINDOW,
    Command(
        name="new",
        positionals=("OUT.cjmap",),
        options=(Option(name="--template", value="name"), _LIST, _LANGUAGE, _TODAY, HELP),
        usages=("command.usage.new", "command.usage.new_list"),
    ),
    Command(
        name="export",
        positionals=("IN.cjmap", "OUT.pdf"),
        options=_EXPORT,
        usages=("command.usage.export", "command.usage.export_several"),
        several_with="--to",
    ),
    Command(
        name="convert",
        positionals=("IN.cjmap", "OUT.cjmap"),
        options=(HELP,),
        usages=("command.usage.convert",),
    ),
    Command(
        name="check",
        positionals=("IN.cjmap",),
        options=(Option(name="--json", is_flag=True), _TODAY, HELP),
        usages=("command.usage.check",),
    ),
    Command(name="schema", options=(HELP,), usages=("command.usage.schema",)),
)
STAND_ALONE = (HELP.name, _LIST.name, _VERSION.name)
"""Options that make everything else unneeded."""
