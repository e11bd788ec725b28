"""The line at the bottom, one sentence for each state: what the keys do now.

Codes: `hint.<state>`. A key stands in square brackets, which the window draws as a key cap.
"""

from cjmapper.words.sentence import Plural, Table

SENTENCES: Table = {
    "hint.start": (
        "Arrows and [Enter] choose · [Ctrl+O] open a map · [Ctrl+V] paste a table · [F1] keys"
    ),
    "hint.empty": "Double-click a phase to name it · drag a touchpoint in from the left",
    "hint.unnamed_phase": "Type the name of the phase · [Tab] next phase",
    "hint.idle": "Drag something in from the left · double-click to add · [Ctrl+wheel] zoom",
    "hint.card": "[Enter] edit · [Alt+arrows] move · [Ctrl+D] duplicate · [Delete] delete",
    "hint.cards": Plural(
        "{n} selected · [Alt+arrows] move · [Ctrl+D] duplicate · [Delete] delete",
        "{n} selected · [Alt+arrows] move · [Ctrl+D] duplicate · [Delete] delete",
    ),
    "hint.cut": "Choose where they go and press [Ctrl+V] · [Esc] leave them there",
    "hint.things": Plural(
        "{n} selected · [Delete] delete",
        "{n} selected · [Delete] delete",
    ),
    "hint.emotion_cell": "[1]–[5] sets how it feels here · type words · arrows go on",
    "hint.cell": "Type to add a card here · arrows go to the next cell",
    "hint.phase": "[Enter] rename · [Alt+Left/Right] move · drag the edge to resize",
    "hint.step": "[Enter] edit · [Alt+Left/Right] move · [Ctrl+Alt+Enter] new step",
    "hint.lane": "[Enter] rename · [Alt+Up/Down] move · drag the edge to resize",
    "hint.emotion": "[1]–[5] how it feels · [Alt+Up/Down] a little · [Enter] words",
    "hint.link": "Type a label · [Delete] delete · drag an end to another card",
    "hint.transition": "Type a label · [Delete] delete · drag an end to another step",
    "hint.dragging": "Release to place · [Ctrl] copy · [Esc] cancel",
    "hint.dragging_tile": "Release to place · [Esc] cancel",
    "hint.dragging_header": "Release to move it with all it holds · [Esc] cancel",
    "hint.dragging_emotion": (
        "Up is better, down is worse · [Shift] between the levels · [Esc] cancel"
    ),
    "hint.resizing": "Release to set · [Shift] all columns · [Esc] cancel",
    "hint.outside": "Release to cancel",
    "hint.marquee": "What the frame touches is selected · [Shift] adds · [Esc] cancel",
    "hint.stamping": "Click a cell to place · [Esc] stop",
    "hint.stamping_phase": "Click where the new phase goes · [Esc] stop",
    "hint.stamping_lane": "Click where the new lane goes · [Esc] stop",
    "hint.stamping_emotion": "Click at the height that fits · [Esc] stop",
    "hint.carrying": "Click the place where it goes · arrows and [Enter] · [Esc] cancel",
    "hint.linking": "Choose what it leads to · [Esc] stop",
    "hint.choosing": "Arrows or letters choose · [Enter] take it · [Esc] stop",
    "hint.choosing_link": (
        "Arrows or letters choose what it leads to · [Enter] connect · [Esc] stop"
    ),
    "hint.adding_lines": (
        "[Ctrl+Shift+Enter] a card for each line · [Enter] next card · [Esc] done"
    ),
    "hint.editing_words": "A few words, with commas between · [Enter] done",
    "hint.editing_lines": "[Ctrl+Shift+Enter] a card for each line · [Enter] done · [Esc] done",
    "hint.adding": "[Enter] next card · [Tab] next phase · [Esc] done",
    "hint.adding_in_phase": "[Enter] next card · [Tab] next step · [Esc] done",
    "hint.adding_phase": "[Tab] next phase · [Enter] first card · [Esc] done",
    "hint.adding_step": "[Tab] next step · [Enter] first card · [Esc] done",
    "hint.finding": "[Enter] next · [Shift+Enter] back · [Esc] select it and close",
    "hint.editing": "[Enter] done · [Shift+Enter] new line · [Esc] done",
    "hint.last_cell": "This is the last step · [Enter] next card · [Esc] done",
    "hint.cancelled": "Cancelled",
    "hint.move_cancelled": "Move cancelled",
    "hint.marquee_count": Plural(
        "{n} selected · [Shift] adds · [Esc] cancel",
        "{n} selected · [Shift] adds · [Esc] cancel",
    ),
    "hint.resizing_lane": "Release to set the height · [Esc] cancel",
}
