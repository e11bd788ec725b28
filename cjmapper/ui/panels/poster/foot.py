"""The foot of the panel: from where the poster is read, how far the work has come, the buttons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from cjmapper.ui.parts.labels import label
from cjmapper.ui.parts.surroundings import Surroundings

STEPS = 1000


class Foot(QWidget):
    """Shows what it is told; `stop`, `print` and `export` are its buttons."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self.setObjectName("posterFoot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        px, say = around.look.px, around.words.say
        across = QHBoxLayout(self)
        across.setContentsMargins(px(16), px(10), px(16), px(12))
        across.setSpacing(px(8))
        said = QVBoxLayout()
        said.setSpacing(px(6))
        self.line = label("", "quiet", wrap=True)
        self.progress = QProgressBar()
        self.progress.setRange(0, STEPS)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(say("poster_panel.progress"))
        said.addWidget(self.line)
        said.addWidget(self.progress)
        across.addLayout(said, 1)
        self.stop = self._button(say("poster_panel.close"), "plain")
        self.print = self._button(say("poster_panel.print"), "plain")
        self.export = self._button(say("poster_panel.export"), "primary")
        self.export.setDefault(True)
        for button in (self.stop, self.print, self.export):
            across.addWidget(button)
        self._say = say
        self._levels = ""
        self.show_working("")

    def show_levels(self, sentence: str) -> None:
        """From where it is read."""
        self._levels = sentence
        if self.progress.isHidden():
            self.line.setText(sentence)

    def show_working(self, sentence: str) -> None:
        """What is under way; empty where nothing is."""
        working = bool(sentence)
        self.progress.setValue(0)
        self.progress.setVisible(working)
        self.line.setText(sentence or self._levels)
        self.stop.setText(self._say("window.cancel" if working else "poster_panel.close"))
        for button in (self.print, self.export):
            button.setDisabled(working)

    def _button(self, words: str, task: str) -> QPushButton:
        made = QPushButton(words)
        made.setProperty("task", task)
        made.setAutoDefault(False)
        return made
