"""Panels that open over the map: the command palette, the search, the sheet of keys.

Codes: `jump.<what>`, `find.<what>`, `keys.<what>`.
"""

from cjmapper.words.sentence import Table

SENTENCES: Table = {
    "jump.prompt": "Type what you want to do, or where to go",
    "jump.list": "What fits",
    "jump.nothing": "Nothing fits “{typed}”",
    "jump.phase": "Go to phase",
    "jump.step": "Go to step",
    "jump.lane": "Go to lane",
    "jump.card": "Go to card",
}
