"""What a command speaks to: two streams, the words of the user's language, the day."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TextIO

import msgspec

from cjmapper.errors import CjmapperError
from cjmapper.words.catalog import Words
from cjmapper.words.notices import OF_FILES

_STEPS = 10


class Terminal(msgspec.Struct, frozen=True):
    """Where results and trouble go, and in which words."""

    stdout: TextIO
    stderr: TextIO
    words: Words
    today: date

    def answer(self, line: str) -> None:
        """One line of the result."""
        self.stdout.write(f"{line}\n")

    def wrote(self, path: Path) -> None:
        """Says that a file was written."""
        self.answer(self.words.say("command.wrote", path=str(path)))

    def tell(self, sentence: str) -> None:
        """One line on stderr."""
        self.stderr.write(f"{sentence}\n")

    def refuse(self, path: Path, error: CjmapperError) -> None:
        """Says on stderr why a file was refused."""
        sentence = self.words.error(error)
        self.tell(self.words.say("command.with_file", path=str(path), sentence=sentence))

    def notice(self, notices: Iterable[tuple[str, dict[str, str | int | float]]]) -> None:
        """Says what is worth saying about a file that could be read."""
        for code, values in notices:
            if code in OF_FILES:
                self.tell(self.words.say(OF_FILES[code], **values))

    def progress(self) -> Callable[[float], bool]:
        """Takes how much is done, from 0 to 1, and says so at every tenth; never cancels."""
        told = -1

        def advance(share: float) -> bool:
            nonlocal told
            tenth = int(share * _STEPS)
            if tenth > told:
                told = tenth
                self.tell(self.words.say("command.progress", percent=self.words.percent(share)))
            return True

        return advance
