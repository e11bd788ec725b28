"""Keys named as the tables of commands name them, whatever language Qt itself speaks.

Left to itself Qt reads them as the language in force spells keys, where two may share a name.
"""

from PySide6.QtGui import QKeySequence


def keys_of(shortcut: str) -> QKeySequence:
    """The keys of a shortcut like `Ctrl+Alt+Enter`."""
    return QKeySequence(shortcut, QKeySequence.SequenceFormat.PortableText)
