"""Choosing a file to open or to write to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QStandardPaths

from cjmapper.exchange.posters import POSTER_ENDINGS
from cjmapper.ui.parts.dropped_files import PICTURE_ENDINGS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog, QWidget

    from cjmapper.words.catalog import Words

SUFFIX = ".cjmap"
_SIZE = QSize(800, 520)


def choose_file_to_open(parent: QWidget, words: Words, folder: Path) -> Path | None:
    """The map a person chose; None where they changed their mind."""
    posters = " ".join(f"*{ending}" for ending in POSTER_ENDINGS)
    kinds = ";;".join(
        (
            f"{words.say('dialog.filter_map_or_poster')} (*{SUFFIX} {posters})",
            f"{words.say('dialog.filter_map')} (*{SUFFIX})",
            f"{words.say('dialog.filter_all')} (*)",
        )
    )
    dialog = _dialog(parent, words.say("dialog.open_title"), str(folder), kinds)
    dialog.setFileMode(dialog.FileMode.ExistingFile)
    return _chosen(dialog)


def choose_file_to_save(parent: QWidget, words: Words, proposed: Path) -> Path | None:
    """Where to save a map; its suffix is added where it is missing."""
    kinds = f"{words.say('dialog.filter_map')} (*{SUFFIX})"
    dialog = _dialog(parent, words.say("dialog.save_title"), str(proposed.parent), kinds)
    dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(SUFFIX.lstrip("."))
    dialog.selectFile(proposed.name)
    return _chosen(dialog)


def choose_file_to_export(
    parent: QWidget, words: Words, proposed: Path, suffix: str
) -> Path | None:
    """Where to write a poster or picture of a kind."""
    kinds = f"{words.say(f'dialog.filter_{suffix}')} (*.{suffix})"
    dialog = _dialog(parent, words.say("export.choose_file"), str(proposed.parent), kinds)
    dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(proposed.name)
    return _chosen(dialog)


def choose_pictures(parent: QWidget, words: Words) -> list[Path]:
    """The pictures a person chose to put on the map; none where they changed their mind."""
    kinds = " ".join(f"*{ending}" for ending in PICTURE_ENDINGS)
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    dialog = _dialog(
        parent,
        words.say("dialog.choose_pictures"),
        found,
        f"{words.say('dialog.filter_pictures')} ({kinds})",
    )
    dialog.setFileMode(dialog.FileMode.ExistingFiles)
    dialog.resize(dialog.sizeHint().expandedTo(_SIZE))
    return [Path(name) for name in dialog.selectedFiles()] if dialog.exec() else []


def _dialog(parent: QWidget, title: str, folder: str, kinds: str) -> QFileDialog:
    """One of Qt's dialogs, whose kind is loaded with the first of them."""
    from PySide6.QtWidgets import QFileDialog

    return QFileDialog(parent, title, folder, kinds)


def _chosen(dialog: QFileDialog) -> Path | None:
    """What a person chose; the dialog is large enough for the names in it."""
    dialog.resize(dialog.sizeHint().expandedTo(_SIZE))
    return Path(dialog.selectedFiles()[0]) if dialog.exec() else None
