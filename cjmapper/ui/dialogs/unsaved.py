"""The only question the program asks: what becomes of changes that are not saved."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cjmapper.words.catalog import Words


class Answer(StrEnum):
    """What a person wants to do with unsaved changes."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


def ask_about_unsaved(parent: QWidget, words: Words, name: str) -> Answer:
    """Asks whether to save; closing the question means to stay."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setWindowTitle(words.say("window.not_saved"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(words.say("dialog.unsaved", name=name))
    role = QMessageBox.ButtonRole
    save = box.addButton(words.say("dialog.unsaved_save"), role.AcceptRole)
    discard = box.addButton(words.say("dialog.unsaved_discard"), role.DestructiveRole)
    stay = box.addButton(words.say("window.cancel"), role.RejectRole)
    box.setDefaultButton(save)
    box.setEscapeButton(stay)
    box.exec()
    if box.clickedButton() is save:
        return Answer.SAVE
    return Answer.DISCARD if box.clickedButton() is discard else Answer.CANCEL
