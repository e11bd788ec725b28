"""Other words a person may look for a command by; nobody is shown them.

Codes: `also.<name of the command>`. Each language has the words its own users would type, so that a
translation need not say what the English does.
"""

from cjmapper.words.sentence import Table

SENTENCES: Table = {
    "also.export": "print pdf png svg poster share",
    "also.open": "load import file",
    "also.undo": "back regret",
    "also.delete": "remove erase",
    "also.add_phase": "add phase stage column",
    "also.add_step": "add step column",
    "also.add_touchpoint": "add touchpoint card",
    "also.add_emotion": "add emotion feeling smiley face",
    "also.add_note": "add note card thought pain sticky",
    "also.add_lane": "add lane row swimlane",
    "also.insert_picture": "add image photo picture",
    "also.width_fit": "fit width adapt column",
    "also.width_equalise": "same width equal columns",
    "also.height_fit": "fit height adapt row",
    "also.connect": "arrow line link join",
    "also.zoom_100": "zoom 100 normal size",
    "also.zoom_fit": "zoom whole map overview",
    "also.zoom_selection": "zoom selected",
    "also.inspector": "panel properties details",
    "also.keys": "help shortcuts keyboard",
    "also.edit_text": "write rename text",
    "also.rename_map": "title rename",
}
