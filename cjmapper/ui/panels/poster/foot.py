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
        self._levels = self._failure = ""
        self.show_working("")

    def show_levels(self, sentence: str) -> None:
        """From where it is read."""
        self._levels = sentence
        self._rest()

    def show_failure(self, sentence: str) -> None:
        """What went wrong, until something else is tried; empty where nothing did."""
        self._failure = sentence
        self._rest()

    def show_working(self, sentence: str) -> None:
        """What is under way; empty where nothing is."""
        working = bool(sentence)
        self.progress.setValue(0)
        self.progress.setVisible(working)
        if working:
            self._failure = ""
            self._say_line(sentence, "quiet")
        self._rest()
        self.stop.setText(self._say("window.cancel" if working else "poster_panel.close"))
        for button in (self.print, self.export):
            button.setDisabled(working)

    def _rest(self) -> None:
        """Where nothing is under way: what went wrong, or else from where it is read."""
        if self.progress.isHidden():
            self._say_line(self._failure or self._levels, "error" if self._failure else "quiet")

    def _say_line(self, sentence: str, tone: str) -> None:
        self.line.setText(sentence)
        if self.line.property("tone") != tone:
            self.line.setProperty("tone", tone)
            self.line.style().unpolish(self.line)
            self.line.style().polish(self.line)

    def _button(self, words: str, task: str) -> QPushButton:
        made = QPushButton(words)
        made.setProperty("task", task)
        made.setAutoDefault(False)
        return made
