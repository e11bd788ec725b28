"""What a command is: data, and two functions on the editor. Which there are stands elsewhere."""

from collections.abc import Callable

import msgspec

from cjmapper.editor.editor import Editor


def always(_editor: Editor) -> bool:
    """For a command that makes sense whatever is selected."""
    return True


class Action(msgspec.Struct, frozen=True, kw_only=True):
    """One command.

    Attributes:
        id: its name; its label is `action.<id>`.
        menu: the menu it belongs to, `menu.<menu>`.
        run: does it; what only a window can do is asked of it (`asks`).
        can_run: whether it makes sense now.
        icon: one of the bundled icons, a colour (`#RRGGBB`) for a spot of it, or empty.
        shortcuts: keys, written as Qt writes them.
        needs_map: whether it makes no sense where no map is open.
        checkable: whether it is something that is on or off.
    """

    id: str
    menu: str
    run: Callable[[Editor], None]
    can_run: Callable[[Editor], bool] = always
    icon: str = ""
    shortcuts: tuple[str, ...] = ()
    needs_map: bool = True
    checkable: bool = False


def settled(do: Callable[[Editor], object]) -> Callable[[Editor], None]:
    """What is half done is finished before `do`."""

    def run(editor: Editor) -> None:
        editor.settle()
        do(editor)

    return run


def offered(name: str, do: Callable[[Editor], object]) -> Callable[[Editor], None]:
    """An open text may take the command for itself; else what is half done comes before `do`."""
    settle_and_do = settled(do)

    def run(editor: Editor) -> None:
        if not editor.command(name):
            settle_and_do(editor)

    return run


def asks(name: str) -> Callable[[Editor], None]:
    """What only the window can do: it is asked for by name."""

    def run(editor: Editor) -> None:
        editor.ask(name)

    return run
