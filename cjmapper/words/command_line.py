"""What the command line says.

Codes: `command.`, and `errors.` for arguments that can not be understood.
"""

from cjmapper.words.sentence import Plural, Table

SENTENCES: Table = {
    "command.usage.window": "cjmapper [FILE]",
    "command.usage.new": "cjmapper new --template NAME [--language nb] [--today DATE] OUT.cjmap",
    "command.usage.new_list": "cjmapper new --list",
    "command.usage.export": (
        "cjmapper export IN.cjmap OUT.{{pdf,png,svg,html}} [--paper A1] [--tiles A4] …"
    ),
    "command.usage.export_several": (
        "cjmapper export IN.cjmap … --to FOLDER [--as pdf] [--paper A1] [--tiles A4] …"
    ),
    "command.usage.convert": "cjmapper convert IN.cjmap OUT.cjmap",
    "command.usage.check": "cjmapper check IN.cjmap [--json]",
    "command.usage.schema": "cjmapper schema",
    "command.usage.heading": "How to use CJMapper:",
    "command.about.window": "opens the window",
    "command.about.new": "makes a map from a template; --list names the templates",
    "command.about.export": (
        "makes a poster, a picture, a drawing or a text page; export --help lists all options"
    ),
    "command.about.convert": "reads a map, checks it and writes it again",
    "command.about.check": "says what is wrong in a map",
    "command.about.schema": "prints the JSON Schema of the file",
    "command.value.date": "DATE",
    "command.value.folder": "FOLDER",
    "command.value.id": "ID",
    "command.value.link": "yes|no|LINK",
    "command.value.metres": "METRES",
    "command.value.mm": "MM",
    "command.value.name": "NAME",
    "command.value.number": "NUMBER",
    "command.value.paper": "PAPER",
    "command.option.as": "the kind of the files in the folder; pdf unless said",
    "command.option.bleed": "3 mm of colour beyond the edge, with crop marks",
    "command.option.blank-row": "an empty row to write in with a pen",
    "command.option.client-copy": "leaves these out, from what travels inside too",
    "command.option.distance": "from how far away it is to be read",
    "command.option.dpi": "dots per inch of a picture; 150 unless said",
    "command.option.help": "shows this",
    "command.option.json": "answers as JSON",
    "command.option.kind": (
        "the poster, an empty grid to fill in by hand, or labels to cut out; poster unless said"
    ),
    "command.option.language": "the language of the words",
    "command.option.list": "names the templates",
    "command.option.long-side": "pixels of the longer side of a picture, instead of --dpi",
    "command.option.map": "only this map; else a PDF holds all, a picture the first",
    "command.option.margin": "what is left free at each edge",
    "command.option.no-fonts": "leaves the typefaces out of an SVG",
    "command.option.orientation": "how the paper lies",
    "command.option.overflow": (
        "one page whatever the size, more pages, an overview with a list, or what reads best"
    ),
    "command.option.paper": (
        "A0 to A4, Letter, Tabloid, A3-strip, a roll (914mm), a size (600x900mm)"
    ),
    "command.option.qr": "a QR code with facts about the map, or one that leads to a link",
    "command.option.template": "the template",
    "command.option.tiles": "sheets of this paper to glue together; none is one sheet",
    "command.option.to": "one file for each map in this folder, which is made if need be",
    "command.option.today": "the day that stamps and rules see, as 2026-03-24",
    "command.option.version": "tells the version",
    "command.option.with-source": "the map travels inside and can be opened again",
    "command.option.without": "leaves parts of the poster out",
    "command.version": "CJMapper {version}",
    "command.wrote": "Wrote {path}",
    "command.wrote_pages": Plural("Wrote {path} ({n} page)", "Wrote {path} ({n} pages)"),
    "command.wrote_sheets": Plural(
        "Wrote {path} ({sheets} sheets of {paper} to glue together, and {n} more page)",
        "Wrote {path} ({sheets} sheets of {paper} to glue together, and {n} more pages)",
    ),
    "command.progress": "{percent}",
    "command.one_of": "{number} of {total}: {name}…",
    "command.several_refused": (
        "{done} of {total} maps were exported; what hindered the others stands above."
    ),
    "command.several_stopped": "Stopped; {done} of {total} maps were exported and stay.",
    "command.check_ok": "{path}: nothing wrong found.",
    "command.with_file": "{path}: {sentence}",
    "command.maps_left_out": Plural(
        "{n} map is not in this file: {titles}",
        "{n} maps are not in this file: {titles}",
    ),
    "command.broken_pictures": Plural(
        "{n} picture can’t be shown and is an empty frame: {names}",
        "{n} pictures can’t be shown and are empty frames: {names}",
    ),
    "command.names_left": Plural(
        "This name was left out and still stands in other texts: {names}",
        "These names were left out and still stand in other texts: {names}",
    ),
    "command.missing_characters": (
        "No font here has these characters, which are drawn as empty boxes: {characters}"
    ),
    "errors.command_unknown": "There is no command “{name}”; cjmapper --help lists them.",
    "errors.option_unknown": "The command “{command}” has no option “{name}”.",
    "errors.option_needs_value": "{name} needs a value after it.",
    "errors.option_no_value": "{name} takes no value.",
    "errors.option_value": "{name} can’t be “{value}”; it can be {choices}.",
    "errors.link_wrong": "{name} can’t be “{value}”; write a web or mail address.",
    "errors.option_twice": "{name} stands twice.",
    "errors.option_required": "The command “{command}” needs {name}.",
    "errors.argument_missing": "The command “{command}” needs {name}.",
    "errors.argument_too_many": "The command “{command}” has no place for “{value}”.",
    "errors.date_wrong": "{name} can’t be “{value}”; write a date as 2026-03-24.",
    "errors.number_wrong": (
        "{name} can’t be “{value}”; write a whole number from {least} to {most}."
    ),
    "errors.decimal_wrong": "{name} can’t be “{value}”; write a number from {least} to {most}.",
    "errors.option_only_with": "{name} goes with {other} only.",
    "errors.not_a_folder": "“{name}” is no folder.",
    "errors.target_exists": "“{name}” is there already; nothing was written.",
    "command.interrupted": "Stopped; nothing was written.",
    "command.output_closed": "What reads the result stopped listening.",
    "errors.no_window": "There is no window here; cjmapper --help lists the commands.",
}
