"""All tables as one: every code of the program and its English sentence."""

from cjmapper.words import (
    actions,
    also,
    choices,
    command_line,
    dialogs,
    errors,
    formats,
    hints,
    inspector,
    notices,
    panels,
    pasting,
    poster,
    poster_panel,
    preflight,
    sheets,
    spoken,
    text_page,
    undo_names,
    vocabulary,
    wall,
    window,
)
from cjmapper.words import map as on_the_map
from cjmapper.words.sentence import Sentence, Table

AREAS: dict[str, Table] = {
    "actions": actions.SENTENCES,
    "also": also.SENTENCES,
    "choices": choices.SENTENCES,
    "command_line": command_line.SENTENCES,
    "dialogs": dialogs.SENTENCES,
    "errors": errors.SENTENCES,
    "formats": formats.SENTENCES,
    "hints": hints.SENTENCES,
    "inspector": inspector.SENTENCES,
    "map": on_the_map.SENTENCES,
    "notices": notices.SENTENCES,
    "panels": panels.SENTENCES,
    "pasting": pasting.SENTENCES,
    "poster": poster.SENTENCES,
    "poster_panel": poster_panel.SENTENCES,
    "preflight": preflight.SENTENCES,
    "sheets": sheets.SENTENCES,
    "spoken": spoken.SENTENCES,
    "text_page": text_page.SENTENCES,
    "undo_names": undo_names.SENTENCES,
    "vocabulary": vocabulary.SENTENCES,
    "wall": wall.SENTENCES,
    "window": window.SENTENCES,
}

ALL: dict[str, Sentence] = {
    code: sentence for table in AREAS.values() for code, sentence in table.items()
}
