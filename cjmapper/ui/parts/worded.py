"""Sentences of the editor in the language in force."""

from cjmapper.editor.feedback import Said
from cjmapper.words.catalog import Words


def worded(words: Words, said: Said) -> str:
    """A sentence, and those that stand in it."""
    parts = {name: worded(words, part) for name, part in said.parts.items()}
    return words.say(said.code, **said.values, **parts)
