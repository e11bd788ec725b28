"""The foot of the panel: from where the poster is read, how far the work has come, the buttons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from cjmapper.geometry import Size
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
        self._levels = self._outcome = ""
        self._has_failed = False
        self.show_working("")

    def show_levels(self, sentence: str) -> None:
        """From where it is read."""
        self._levels = sentence
        self._rest()

    def show_failure(self, sentence: str) -> None:
        """What went wrong, until something else is tried; empty where nothing did."""
        self._outcome, self._has_failed = sentence, True
        self._rest()

    def show_printed(self, *, done: bool) -> None:
        """Whether the printer took the pages; what the window says of it may be covered."""
        if done:
            self._outcome, self._has_failed = self._say("poster_panel.printed"), False
            self._rest()
        else:
            self.show_failure(self._say("poster_panel.not_printed"))

    def show_lacking(self, printer: str, paper: Size) -> None:
        """The printer has no such paper, and would have cut off what does not go on its own."""
        width, height = round(paper.width), round(paper.height)
        size = self._say("poster_panel.size_mm", width=width, height=height)
        self.show_failure(self._say("poster_panel.lacks_paper", printer=printer, size=size))

    def show_working(self, sentence: str) -> None:
        """What is under way; empty where nothing is."""
        working = bool(sentence)
        self.progress.setValue(0)
        self.progress.setVisible(working)
        if working:
            self._outcome = ""
            self._say_line(sentence, "quiet")
        self._rest()
        self.stop.setText(self._say("window.cancel" if working else "poster_panel.close"))
        for button in (self.print, self.export):
            button.setDisabled(working)

    def _rest(self) -> None:
        """Where nothing is under way: how it went, or else from where it is read."""
        if self.progress.isHidden():
            has_failed = bool(self._outcome) and self._has_failed
            self._say_line(self._outcome or self._levels, "error" if has_failed else "quiet")

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
