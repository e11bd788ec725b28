"""Why something was refused: one sentence for each code of an error, saying what and where.

Codes: `errors.<code>`; `{placeholders}` are values of the error. The place is put in front.
"""

from cjmapper.words.sentence import Table

SENTENCES: Table = {
    "errors.at_place": "{place}: {sentence}",
    "errors.unknown": "CJMapper refused, and gave the reason “{code}”.",
    "errors.asset_id_wrong": "A picture’s id is not the one that its contents give.",
    "errors.card_half_placed": "A card has to have both a lane and a step, or neither.",
    "errors.compares_to_cycle": "Maps are compared with each other in a ring (at “{id}”).",
    "errors.enters_the_start": "No way leads to the start.",
    "errors.leaves_the_end": "No way leads on from “{id}”.",
    "errors.id_malformed": "“{id}” can’t be an id: only letters a–z, digits, - and _, at most 64.",
    "errors.id_reserved": "No step may be called “{id}”.",
    "errors.id_twice": "The id “{id}” stands twice in the file.",
    "errors.key_twice": "The key “{key}” stands twice in the map.",
    "errors.lane_refuses_card": "A lane of the kind “{lane}” takes no card of the kind “{kind}”.",
    "errors.lane_takes_no_cards": "This lane takes no cards.",
    "errors.last_phase": "A map keeps at least one phase.",
    "errors.last_map": "A file keeps at least one map.",
    "errors.map_missing": "The file holds no map.",
    "errors.phase_missing": "The map has no phase.",
    "errors.phase_needs_step": "A phase keeps at least one step.",
    "errors.split_at_first_step": "The phase begins here; there is nothing to split.",
    "errors.step_order": "The step “{id}” does not stand among the steps of its phase.",
    "errors.submap_cycle": "A step can’t lead into a map that it is itself part of.",
    "errors.reference_unknown": "Nothing in the file has the id “{id}”.",
    "errors.unknown_id": "It is no longer there (“{id}”).",
    "errors.field_fixed": "This can’t be changed here.",
    "errors.emotion_value_range": "An emotion stands from −2 to +2, not at {value}.",
    "errors.severity_range": "Severity goes from 1 to 5, not {value}.",
    "errors.likelihood_range": "Likelihood goes from 1 to 5, not {value}.",
    "errors.consequence_range": "Consequence goes from 1 to 5, not {value}.",
    "errors.effect_range": "Effect goes from 1 to 5, not {value}.",
    "errors.effort_range": "Effort goes from 1 to 5, not {value}.",
    "errors.reach_range": "Reach goes from 0 to 1 (all of them), not {value}.",
    "errors.share_range": "A share goes from 0 to 1, not {value}.",
    "errors.span_range": "A card covers at least one step, not {value}.",
    "errors.margin_range": "A margin goes from 0 to 100 mm, not {value}.",
    "errors.distance_range": "A reading distance is above 0 and at most 100 m, not {value}.",
    "errors.size_range": "A width or height is above 0 and at most 10 metres, not {value} mm.",
    "errors.count_range": "A count can’t be {value}.",
    "errors.number_not_finite": "“{value}” is no number to count with.",
    "errors.number_range": "The number {value} is out of bounds.",
    "errors.number_too_large": "Numbers lie between −{limit} and {limit}; {number} does not.",
    "errors.text_too_long": "A text may have at most {limit} characters.",
    "errors.field_wrong": "Here belongs {expected}, not {got}.",
    "errors.value_wrong": "What was written doesn’t fit here.",
    "errors.field_missing": "“{field}” is missing.",
    "errors.file_empty": "The file is empty (0 bytes); often a save or a sync was cut short.",
    "errors.file_blank": "The file holds only blanks ({size} bytes), as after a power cut.",
    "errors.file_cut_off": "The end of the file is missing.",
    "errors.file_has_conflict": (
        "Line {line} has marks of two versions that were put together and not sorted out."
    ),
    "errors.file_in_use": "Another program is holding “{name}”; nothing was written.",
    "errors.file_io": "“{name}” could not be read or written ({reason}).",
    "errors.file_missing": "There is no file “{name}” there.",
    "errors.file_not_json": "Line {line} can’t be read; this is no journey map, or it is damaged.",
    "errors.file_not_utf8": "Line {line} holds characters that can’t be read as UTF-8.",
    "errors.file_is_zip": "This is a packed file (Word, Excel or zip), not a journey map.",
    "errors.file_is_web_page": "This is a web page, not a journey map.",
    "errors.file_is_drawing": "This is a drawing of another program, not a journey map.",
    "errors.file_is_pdf": "This is a PDF, not a journey map.",
    "errors.file_is_picture": "This is a picture, not a journey map.",
    "errors.poster_without_map": (
        "No map travels in it. Export it again with “Put the map into the file”, or open the map’s "
        "own file."
    ),
    "errors.poster_map_damaged": "The map that travels in it is damaged and can’t be taken out.",
    "errors.poster_locked": "It is locked with a password; take that off first.",
    "errors.format_too_new": "The map was made with a newer CJMapper (format {format}).",
    "errors.format_unknown": "There is no format {format}.",
    "errors.not_a_map": "This is not a journey map.",
    "errors.not_a_file": "“{name}” is not an ordinary file.",
    "errors.is_folder": "“{name}” is a folder.",
    "errors.not_read_back": "The map could not be read back as it is; nothing was written.",
    "errors.not_written_whole": (
        "The disk did not keep all of “{name}”; your former version is unharmed."
    ),
    "errors.disk_full": "No room for “{name}” on the disk; your former version is unharmed.",
    "errors.no_permission": "You may not read or write “{name}” there.",
    "errors.folder_missing": "The folder of “{name}” can’t be reached.",
    "errors.read_only": "You may read “{name}” but not change it.",
    "errors.name_too_long": "The name “{name}” is too long.",
    "errors.changed_by_others": (
        "“{name}” was changed by someone else after it was opened; nothing was written."
    ),
    "errors.too_large": "The file is too big: {size} bytes; the limit is {limit}.",
    "errors.too_large_pictures": (
        "The pictures are too big: {size} bytes together; the limit is {limit}."
    ),
    "errors.too_many_objects": (
        "There are too many things in the file: {count}; the limit is {limit}."
    ),
    "errors.too_deep": "The contents are nested too deep.",
    "errors.template_unknown": "There is no template “{name}”; cjmapper new --list names them.",
    "errors.export_cancelled": "The export was stopped; nothing was written.",
    "errors.link_to_itself": "A card can’t be connected to itself.",
    "errors.clipboard_unreadable": "What was copied can’t be pasted here.",
    "errors.table_too_large": "That is too much at once: at most {limit} cells with text.",
    "errors.image_unreadable": "It is no picture of a kind that CJMapper reads.",
    "errors.image_too_large": "The picture is too large: at most {limit} million pixels.",
    "errors.image_file_too_large": "The file is too large: at most {limit} MB.",
    "errors.text_file_unreadable": "It can’t be read as text.",
    "errors.dpi_out_of_range": (
        "The number of dots per inch goes from {least} to {most}, not {dpi}."
    ),
    "errors.long_side_out_of_range": (
        "The longer side of a picture goes from 1 to {most} pixels, not {pixels}."
    ),
    "errors.tiles_need_pdf": "Sheets to glue together can only be a PDF.",
    "errors.labels_need_pdf": "Labels to cut out can only be a PDF.",
    "errors.grid_is_no_text": "An empty grid can’t be a text page; choose PDF, PNG or SVG.",
    "errors.ending_wrong": "“{name}” has to end in {choices}.",
    "errors.export_format_unknown": "“{name}” has to end in one of {known}.",
    "errors.map_unknown": "There is no map “{id}” in the file.",
    "errors.numbered_exist": (
        "There are files of these names already, from {first} to {last}. "
        "Export once more to the same name to replace them."
    ),
    "errors.orientation_unknown": "Paper does not lie “{orientation}”; it can be {known}.",
    "errors.margin_out_of_range": "A margin goes from 0 to {most} mm, not {margin}.",
    "errors.margin_too_wide": "Margins of {margin} mm leave nothing of {paper}.",
    "errors.page_too_large": (
        "The page would be {width} × {height} mm; a PDF goes to {limit} mm on a side."
    ),
    "errors.paper_size_out_of_range": (
        "The paper “{paper}” can’t be had; its sides go from {least} to {most} mm."
    ),
    "errors.paper_unknown": "There is no paper “{paper}”; there is {known}.",
    "errors.picture_too_large": (
        "The picture would be {width} × {height} pixels; the limit is {limit} on a side. "
        "Choose fewer dots per inch."
    ),
    "errors.tiles_not_smaller": "The poster fits on one of these sheets; choose smaller ones.",
    "errors.tiles_of_a_roll": "“{paper}” is no sheet that a poster can be glued together from.",
    "errors.tiles_too_many": "That would be {count} sheets; at most {limit} make a poster.",
    "errors.tiles_too_small": "Nothing is left of these sheets between margins and glue.",
    "errors.expected.text": "a text",
    "errors.expected.whole_number": "a whole number",
    "errors.expected.number": "a number",
    "errors.expected.truth": "true or false",
    "errors.expected.list": "a list",
    "errors.expected.object": "an object with fields",
    "errors.expected.color": "a colour such as #3451D1",
    "errors.expected.duration": "a length of time such as PT18M or P21D",
    "errors.expected.date": "a date such as 2026-03-24",
    "errors.expected.picture": "a picture in base64",
}
