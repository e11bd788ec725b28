"""What the panel for posters is made of, laid out in the language and look in force.

It connects nothing: the panel does.
"""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cjmapper.ui.panels.poster.choices import Choices
from cjmapper.ui.panels.poster.findings import Findings
from cjmapper.ui.panels.poster.foot import Foot
from cjmapper.ui.panels.poster.leaves import Leaves
from cjmapper.ui.panels.poster.options import OptionsColumn
from cjmapper.ui.parts.surroundings import Surroundings

_OPTIONS_WIDE = 304


class Body(QWidget):
    """The pages beside the options; under them what was found, and the foot."""

    def __init__(self, around: Surroundings, choices: Choices) -> None:
        super().__init__()
        self.leaves = Leaves(around)
        self.options = OptionsColumn(around, choices)
        self.options.setFixedWidth(around.look.px(_OPTIONS_WIDE))
        self.findings = Findings(around)
        self.findings.setObjectName("findings")
        self.foot = Foot(around)
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self.leaves, 1)
        upper.addWidget(self.options)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(upper, 1)
        column.addWidget(self.findings)
        column.addWidget(self.foot)
