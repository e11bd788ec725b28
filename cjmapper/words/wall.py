"""What stands on an empty grid for a workshop, and on labels to cut out.

Codes: `wall.`; in the language of the map.
"""

from cjmapper.words.sentence import Table

SENTENCES: Table = {
    "wall.labels.page": "Labels, sheet {number} of {count}",
    "wall.labels.parked": "Parked",
    "wall.grid.date": "Date",
    "wall.grid.participants": "Participants",
}
