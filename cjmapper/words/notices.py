"""Notices that come and go by themselves.

Codes: `notice.<event>`.
"""

from cjmapper.words.sentence import Plural, Table

SENTENCES: Table = {
    "notice.from_poster": (
        "Taken out of the poster “{name}”, which stays as it is. Save to keep it as a map."
    ),
    "notice.no_table": "Nothing is copied yet. Copy some cells of a spreadsheet first.",
    "notice.undo": "Undo",
    "notice.not_added": "“{name}” was not added. {reason}",
    "notice.nothing_added": "Nothing was added. {reason}",
    "notice.one_file": "Only “{name}” was added; drop the other files one at a time.",
    "notice.text_cut": "A text was too long: only its first {limit} characters are here.",
    "notice.not_added_many": Plural(
        "{n} file was not added. {reason}", "{n} files were not added. {reason}"
    ),
    "notice.files_left_out": Plural(
        "{n} file was left out: at most {limit} can be added at a time.",
        "{n} files were left out: at most {limit} can be added at a time.",
    ),
    "notice.spreadsheet_file": (
        "CJMapper doesn’t read Excel files. Copy the cells in the spreadsheet and paste them here."
    ),
    "notice.copied_picture": "Copied as a picture; paste it on a slide.",
    "notice.deleted_card": "Deleted “{name}”",
    "notice.deleted_items": Plural("Deleted {n} item", "Deleted {n} items"),
    "notice.deleted_with": Plural("Deleted {name} and {n} item", "Deleted {name} and {n} items"),
    "notice.deleted_alone": "Deleted {name}",
    "notice.parked_card": "“{name}” is parked: kept in the file, off the map",
    "notice.parked_cards": Plural(
        "{n} card is parked: kept in the file, off the map",
        "{n} cards are parked: kept in the file, off the map",
    ),
    "notice.hidden_lanes": Plural(
        "{name} is hidden: kept in the file, off the map",
        "{n} lanes are hidden: kept in the file, off the map",
    ),
    "notice.exported": "Exported “{name}”",
    "notice.exported_sheets": Plural(
        "Exported “{name}”: {sheets} sheets of {paper} to glue together, and {n} more page.",
        "Exported “{name}”: {sheets} sheets of {paper} to glue together, and {n} more pages.",
    ),
    "notice.exported_files": Plural(
        "Exported {n} file: “{name}”.", "Exported {n} files, “{name}” to “{last}”."
    ),
    "notice.broken_pictures": Plural(
        "{n} picture can’t be shown and is an empty frame: {names}.",
        "{n} pictures can’t be shown and are empty frames: {names}.",
    ),
    "notice.names_left": Plural(
        "This name was left out and still stands in other texts: {names}.",
        "These names were left out and still stand in other texts: {names}.",
    ),
    "notice.show_file": "Show in folder",
    "notice.export_cancelled": "Export cancelled; nothing was written.",
    "notice.maps_left_out": "Only the first map is in this file. Left out: {titles}",
    "notice.missing_characters": "No font here has {characters}; they are drawn as empty boxes.",
    "notice.can_not_open": "“{name}” could not be opened. {reason}",
    "notice.can_not_save": "“{name}” could not be saved. {reason}",
    "notice.can_not_export": "“{name}” could not be exported. {reason}",
    "notice.crash": "Something went wrong in CJMapper. Your map is still open: save it now.",
    "notice.no_lane_for_it": "No lane on this map takes it; add one first",
    "notice.file_migrated": (
        "The file is of an older format ({format}); it will be saved in the one of today."
    ),
    "notice.path_not_drawn": "The plain way on is drawn once it has a label or a wait",
    "notice.nothing_to_connect": "There is nothing on this map yet that it could lead to",
    "notice.pasted_lines": Plural(
        "Pasted {n} line into one card", "Pasted {n} lines into one card"
    ),
    "notice.split_lines": Plural("Split into {n} card", "Split into {n} cards"),
    "notice.read_only": "The map was made with a newer CJMapper; it can only be read here.",
    "notice.opened_cleaned": "Characters that can’t be shown were removed from the text.",
    "notice.opened_transcoded": "The file was in another encoding; it will be saved as UTF-8.",
}

OF_FILES = {
    "file_newer": "window.read_only_newer",
    "file_transcoded": "notice.opened_transcoded",
    "file_migrated": "notice.file_migrated",
    "characters_removed": "notice.opened_cleaned",
}
"""What reading a file found that a person should know, and the code of the sentence for it."""
