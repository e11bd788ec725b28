"""What a line of a table may be: a sentence, one that counts, or one that needs a context.

A sentence names what it holds as `{name}`. A key cap of a hint stands in square brackets.
"""

from typing import NamedTuple


class Plural(NamedTuple):
    """A sentence with a form for one and a form for many of `{n}`."""

    one: str
    many: str


class InContext(NamedTuple):
    """A word that needs its own translation here: English has one word where others have two."""

    context: str
    text: str


Sentence = str | Plural | InContext
Table = dict[str, Sentence]
