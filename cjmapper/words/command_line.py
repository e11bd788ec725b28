"""What the command line says.

Codes: `command.`, and `errors.` for arguments that can not be understood.
"""

from cjmapper.words.sentence import Plural, Table

SENTENCES: Table = {
    "command.usage.window": "cjmapper [FILE]",
    "command.usage.new": "cjmapper new --template NAME [--language nb] [--today DATE] OUT.cjmap",
    "command.usage.new_list": "cjmapper new --list",
    "command.usage.export": (
        "cjmapper export IN.cjmap OUT.{{pdf,png,svg}} [--map ID] [--paper A1] "
        "[--orientation landscape] [--dpi 150] [--language nb] [--today DATE]"
    ),
    "command.usage.convert": "cjmapper convert IN.cjmap OUT.cjmap",
    "command.usage.check": "cjmapper check IN.cjmap [--json]",
    "command.usage.schema": "cjmapper schema",
    "command.usage.heading": "How to use CJMapper:",
    "command.about.window": "opens the window",
    "command.about.new": "makes a map from a template; --list names the templates",
    "command.about.export": "makes a poster, a picture or a drawing",
    "command.about.convert": "reads a map, checks it and writes it again",
    "command.about.check": "says what is wrong in a map",
    "command.about.schema": "prints the JSON Schema of the file",
    "command.version": "CJMapper {version}",
    "command.wrote": "Wrote {path}",
    "command.progress": "{percent}",
    "command.check_ok": "{path}: nothing wrong found.",
    "command.with_file": "{path}: {sentence}",
    "command.maps_left_out": Plural(
        "{n} map is not in this file: {titles}",
        "{n} maps are not in this file: {titles}",
    ),
    "command.missing_characters": (
        "No font here has these characters, which are drawn as empty boxes: {characters}"
    ),
    "errors.command_unknown": "There is no command “{name}”; cjmapper --help lists them.",
    "errors.option_unknown": "The command “{command}” has no option “{name}”.",
    "errors.option_needs_value": "{name} needs a value after it.",
    "errors.option_no_value": "{name} takes no value.",
    "errors.option_value": "{name} can’t be “{value}”; it can be {choices}.",
    "errors.option_twice": "{name} stands twice.",
    "errors.option_required": "The command “{command}” needs {name}.",
    "errors.argument_missing": "The command “{command}” needs {name}.",
    "errors.argument_too_many": "The command “{command}” has no place for “{value}”.",
    "errors.date_wrong": "{name} can’t be “{value}”; write a date as 2026-03-24.",
    "errors.number_wrong": (
        "{name} can’t be “{value}”; write a whole number from {least} to {most}."
    ),
    "errors.target_exists": "“{name}” is there already; nothing was written.",
    "command.interrupted": "Stopped; nothing was written.",
    "command.output_closed": "What reads the result stopped listening.",
    "errors.no_window": "There is no window here; cjmapper --help lists the commands.",
}
