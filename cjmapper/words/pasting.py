"""What comes from outside: how a pasted table is read, and where a file that is dropped would go.

Codes: `paste.<what stands in the bar>` and `drop.<where it would go>`.
"""

from cjmapper.words.sentence import Plural, Table

SENTENCES: Table = {
    "paste.pasted": "Pasted {rows} × {columns} as",
    "paste.lanes": "Cards by lane",
    "paste.map": "Whole map",
    "paste.column": "One column",
    "paste.list": "Separate cards",
    "paste.card": "One card",
    "paste.splits": "A card for each line",
    "paste.tip.lanes": "Each row in a lane, each column in a step",
    "paste.tip.map": "The first row is phases, the first column lanes",
    "paste.tip.column": "Every cell a card, below one another",
    "paste.tip.card": "All of it on one card",
    "paste.tip.splits": "Lines and semicolons within a cell make cards of their own",
    "drop.on_card": "Put on “{name}”",
    "drop.in_cell": Plural("New card in {lane}", "{n} new cards in {lane}"),
    "drop.on_step": "Picture of the step {name}",
    "drop.in_phase": "Picture in the phase {name}",
    "drop.open": "Open “{name}”",
    "drop.paste": "Paste from “{name}”",
    "drop.refused": "CJMapper can’t take this here",
    "drop.busy": Plural("Adding {n} picture…", "Adding {n} pictures…"),
}
