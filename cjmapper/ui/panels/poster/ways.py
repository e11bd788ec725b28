"""What the panel for posters asks its surroundings for. Knows no widget and no window."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from cjmapper.export.findings import Mend
from cjmapper.ui.panels.poster.choices import Choices, Subject


class Ways(NamedTuple):
    """What the panel asks its surroundings for.

    `subject` gives what posters are made of; `settle` ends what is being written there; `target`
    says where a file goes (None: changed their mind); `remember` keeps the choices with the map;
    `mend` changes the map itself; `today` is the day.
    """

    subject: Callable[[], Subject]
    settle: Callable[[], None]
    target: Callable[[str], Path | None]
    remember: Callable[[Choices], None]
    mend: Callable[[Mend, str], None]
    today: Callable[[], dt.date]
