"""What stands on the sheets that a poster is glued together from.

Codes: `sheets.`; in the language of the map.
"""

from cjmapper.words.sentence import Table

SENTENCES: Table = {
    "sheets.label": "{tile} of {last}",
    "sheets.label_on_page": "Page {page}: {tile} of {last}",
    "sheets.ruler": "100 mm – print at 100%",
    "sheets.told": "Sheet {tile} of {last}: part of the poster “{title}”",
    "sheets.assembly.title": "How to put the poster together",
    "sheets.assembly.of": "{title} (page {page})",
    "sheets.assembly.facts": (
        "{count} sheets of {paper}: {columns} across, {rows} down. "
        "The finished poster is {width} × {height} mm."
    ),
    "sheets.assembly.print": (
        "Print all sheets at 100% (“actual size”) and measure the ruler here or on A1: 100 mm."
    ),
    "sheets.assembly.cut": (
        "Cut off the left and the upper margin of every sheet along the marks. "
        "Leave the right and the lower one."
    ),
    "sheets.assembly.row": (
        "Glue row by row: A1 first, then each sheet over the hatched strip of the one before, "
        "edge against the marks."
    ),
    "sheets.assembly.rows": "Glue the rows upon each other in the same way, from the top down.",
    "sheets.assembly.trim": "Cut the margins off at the right and at the bottom last.",
    "sheets.assembly.told": (
        "The poster with the edges of its sheets: A1 at the top left, {last} at the bottom right."
    ),
}
