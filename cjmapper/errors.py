"""The families of errors, one per layer.

An error carries data (a code, a place, ids and values); it never carries a sentence.
`cjmapper.words` makes the sentence, the window and the command line show it.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Value = str | int | float


class CjmapperError(Exception):
    """Any refusal this program makes on purpose.

    Attributes:
        code: a stable name such as ``"emotion_value_range"``; the catalog is keyed by it.
        place: where in the document, as ``maps[0].emotions[3].value``; empty when nowhere.
        values: what the sentence may name (ids, numbers, file names).
    """

    def __init__(self, code: str, place: str = "", **values: Value) -> None:
        super().__init__(code, place)
        self.code = code
        self.place = place
        self.values: Mapping[str, Value] = values

    def __str__(self) -> str:
        parts = [self.code, self.place, *(f"{key}={value}" for key, value in self.values.items())]
        return " ".join(part for part in parts if part)


class InvariantError(CjmapperError):
    """A document breaks a rule of structure; `place` says where."""


class EditError(CjmapperError):
    """An edit was refused; the document is as it was."""


class FileError(CjmapperError):
    """A file could not be read or written; what stood on the disk is unharmed."""


class ExportError(CjmapperError):
    """A poster or picture could not be made; what stood on the disk is unharmed."""


class ExportCancelledError(ExportError):
    """The person stopped an export."""


class ArgumentsError(CjmapperError):
    """The command line could not be understood."""
