"""What every part of the window stands in: its words and its look, both changing while it runs."""

from PySide6.QtCore import QObject, Signal

from cjmapper.ui.look.appearance import Look
from cjmapper.words.catalog import Words


class Surroundings(QObject):
    """The words and the look in force. `reworded` comes when the language was changed."""

    reworded = Signal()

    def __init__(self, words: Words, look: Look) -> None:
        super().__init__()
        self.words = words
        self.look = look

    def speak(self, words: Words) -> None:
        """Takes other words into use."""
        self.words = words
        self.reworded.emit()
