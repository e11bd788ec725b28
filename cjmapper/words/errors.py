"""Why something was refused: one sentence for each code of an error, saying what and where.

Codes: `errors.<code>`; `{placeholders}` are values of the error. The place is put in front.
"""

from cjmapper.words.sentence import Table

SENTENCES: Table = {
    "errors.at_place": "{place}: {sentence}",
    "errors.unknown": "CJMapper refused, and gave the reason “{code}”.",
}
