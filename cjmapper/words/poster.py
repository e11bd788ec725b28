"""What stands on a poster of several pages, and what is told of it to those who do not see it.

Codes: `poster.`.
"""

from cjmapper.words.sentence import Table

SENTENCES: Table = {
    "poster.told.card": "{kind}: {text}",
    "poster.told.linked": "{told} – {links}",
    "poster.told.curve": "Emotion curve ({whose}): {points}",
    "poster.told.reading": "{step}, {felt} ({value:+})",
    "poster.continued": "{name} (cont.)",
    "poster.list": "The cards of the map",
}
