"""Codes and values become sentences in a language; nothing else in the program holds a sentence.

`Words` (in `cjmapper.words.catalog`) words a code. The English sentences stand in tables by area
(`actions`, `window`, `hints`, `notices`, `dialogs`, `inspector`, `undo_names`, `map`, `vocabulary`,
`errors`, `command_line`, `formats`); bokmål and Swedish are in `resources/i18n`. To add a sentence:
one line in the table of its area, `python packaging/build_translations.py`, then fill in the two
empty lines it made in the `.po` files and run it once more. No Qt, no file but the catalogs.
"""
