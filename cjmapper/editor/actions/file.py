"""Commands on files, which the window carries out."""

from __future__ import annotations

from cjmapper.editor.actions.action import Action, asks


def _of_window(name: str, icon: str, key: str, *, needs_map: bool = True) -> Action:
    return Action(
        id=name,
        icon=icon,
        menu="file",
        shortcuts=(key,),
        needs_map=needs_map,
        run=asks(name),
    )


ACTIONS: tuple[Action, ...] = (
    _of_window("new", "file-plus", "Ctrl+N", needs_map=False),
    _of_window("open", "folder-open", "Ctrl+O", needs_map=False),
    _of_window("save", "save", "Ctrl+S"),
    _of_window("save_as", "", "Ctrl+Shift+S"),
    _of_window("export", "download", "Ctrl+E"),
    _of_window("print", "printer", "Ctrl+P"),
    _of_window("close", "", "Ctrl+W"),
    _of_window("quit", "log-out", "Ctrl+Q", needs_map=False),
)
"""What the menu File offers."""
