"""Keys are read by the names of the tables, not by those of the language in force."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from cjmapper.editor.actions.table import ACTIONS
from cjmapper.ui.parts.key_names import keys_of


class _ReturnIsCalledEnter(QTranslator):
    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(self, context: str, source: str, _said: str | None = None, _n: int = -1) -> str:
        return "Enter" if (context, source) == ("QShortcut", "Return") else ""


@pytest.fixture
def another_language(qapp: QApplication) -> Iterator[None]:
    """Qt calls the large key what the small one is called in the tables."""
    made = _ReturnIsCalledEnter(qapp)
    QCoreApplication.installTranslator(made)
    yield
    QCoreApplication.removeTranslator(made)


@pytest.mark.usefixtures("another_language")
def test_no_command_has_one_key_twice_where_qt_calls_return_enter() -> None:
    for action in ACTIONS:
        keys = [keys_of(shortcut).toString() for shortcut in action.shortcuts]
        assert len(set(keys)) == len(keys), action.id
