"""Everything the window asks in a dialog of its own, in one place, so that tests can answer."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from cjmapper.ui.dialogs.files import (
    choose_file_to_export,
    choose_file_to_open,
    choose_file_to_save,
    choose_pictures,
)
from cjmapper.ui.dialogs.unsaved import Answer, ask_about_unsaved
from cjmapper.words.catalog import Words


class Questions(NamedTuple):
    """The questions: what to open, where to write, what becomes of changes, which pictures."""

    open_what: Callable[[QWidget, Words, Path], Path | None] = choose_file_to_open
    save_where: Callable[[QWidget, Words, Path], Path | None] = choose_file_to_save
    export_where: Callable[[QWidget, Words, Path, str], Path | None] = choose_file_to_export
    keep_changes: Callable[[QWidget, Words, str], Answer] = ask_about_unsaved
    pictures_what: Callable[[QWidget, Words], list[Path]] = choose_pictures
