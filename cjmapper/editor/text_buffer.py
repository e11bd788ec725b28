"""The text in an open editor: its characters, caret, selection and own undo.

Pure: knows no layout, no window and no document. Places are offsets in the text and always stand
between clusters (a letter with its marks, an emoji with its modifiers).
"""

import re
from collections.abc import Sequence

import msgspec

from cjmapper.model import plain_text
from cjmapper.text.clusters import cluster_edges

_LINE_ENDS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_WORD = re.compile(r"\w+|[^\w\s]+", re.UNICODE)
_LEVELS = 1000
_MOST_TYPED = 2
"""A key gives one character, a dead key or an input method sometimes two; more is a paste."""


def clean_text(text: str, *, one_line: bool = False) -> str:
    """`text` without what no document may hold: control characters, half surrogates, excess.

    A tab becomes a blank, every line end a newline (a blank where only `one_line` may be).
    """
    text = plain_text.clean(_LINE_ENDS.sub("\n", text)).replace("\t", " ")
    if one_line:
        text = text.replace("\n", " ")
    return text[: plain_text.MAX_TEXT]


class _Moment(msgspec.Struct, frozen=True):
    """The text as it was, and where the caret stood."""

    text: str
    caret: int
    anchor: int


class TextBuffer:
    """A text that is being written, with a caret and a selection from `anchor` to `caret`.

    Attributes:
        composition: what an input method shows at the caret and has not yet given.
    """

    __slots__ = (
        "_edges", "_former", "_kind", "_later", "_text", "anchor", "caret", "composition",
        "one_line",
    )  # fmt: skip

    def __init__(self, text: str = "", *, one_line: bool = False) -> None:
        self.one_line = one_line
        self._text = text
        self._edges: list[int] | None = None
        self.caret = self.anchor = len(text)
        self.composition = ""
        self._former: list[_Moment] = []
        self._later: list[_Moment] = []
        self._kind = ""

    @property
    def text(self) -> str:
        """What has been written, without the composition."""
        return self._text

    @property
    def shown(self) -> str:
        """What is drawn: the text with the composition in place of the selection."""
        if not self.composition:
            return self._text
        start, end = self.selection
        return self._text[:start] + self.composition + self._text[end:]

    @property
    def selection(self) -> tuple[int, int]:
        """The selected stretch, its start first; empty where both are the same."""
        return min(self.anchor, self.caret), max(self.anchor, self.caret)

    @property
    def selected(self) -> str:
        """The selected text."""
        start, end = self.selection
        return self._text[start:end]

    @property
    def room(self) -> int:
        """How many characters may still come in place of the selection."""
        start, end = self.selection
        return plain_text.MAX_TEXT - (len(self._text) - (end - start))

    def compose(self, text: str) -> None:
        """Show what an input method has so far; the empty text ends it without a trace."""
        self.composition = clean_text(text, one_line=True)

    def insert(self, text: str) -> bool:
        """Put `text` in place of the selection; False where nothing of it may stand here."""
        self.composition = ""
        start, end = self.selection
        text = clean_text(text, one_line=self.one_line)[: self.room]
        if not text:
            return False
        # A run of letters is one step back, and so is a run of blanks; a word ends it.
        kind = "blank" if text.isspace() else "word" if len(text) <= _MOST_TYPED else "paste"
        self._remember(kind)
        self._replace(start, end, text)
        return True

    def delete_back(self, *, word: bool = False) -> bool:
        """Delete the selection, else the cluster (or word) before the caret."""
        return self._delete(self._word_left() if word else self._left(), "back")

    def delete_forward(self, *, word: bool = False) -> bool:
        """Delete the selection, else the cluster (or word) after the caret."""
        return self._delete(self._word_right() if word else self._right(), "forward")

    def move_to(self, place: int, *, select: bool = False) -> None:
        """The caret at the edge of a cluster nearest to `place`; the anchor, unless `select`."""
        edges = self._cluster_edges()
        place = max(0, min(place, len(self._text)))
        self.caret = min(edges, key=lambda edge: abs(edge - place))
        if not select:
            self.anchor = self.caret
        self._kind = ""

    def move_left(self, *, word: bool = False, select: bool = False) -> None:
        """One cluster or word to the left; without `select` a selection only collapses."""
        start, end = self.selection
        if start != end and not select and not word:
            self.move_to(start)
        else:
            self.move_to(self._word_left() if word else self._left(), select=select)

    def move_right(self, *, word: bool = False, select: bool = False) -> None:
        """One cluster or word to the right; without `select` a selection only collapses."""
        start, end = self.selection
        if start != end and not select and not word:
            self.move_to(end)
        else:
            self.move_to(self._word_right() if word else self._right(), select=select)

    def select_all(self) -> None:
        """Select the whole text."""
        self.anchor, self.caret = 0, len(self._text)
        self._kind = ""

    def select_word_at(self, place: int) -> None:
        """Select the word at `place`, or put the caret there where none is."""
        for match in _WORD.finditer(self._text):
            if match.start() <= place <= match.end():
                self.anchor, self.caret = match.span()
                self._kind = ""
                return
        self.move_to(place)

    @property
    def can_redo(self) -> bool:
        """Whether anything was taken back that can be done again."""
        return bool(self._later)

    def undo(self) -> bool:
        """Take back the last run of typing; False at the beginning."""
        return self._step(self._former, self._later)

    def redo(self) -> bool:
        """Do again what was taken back; False where nothing was."""
        return self._step(self._later, self._former)

    def _step(self, source: list[_Moment], other: list[_Moment]) -> bool:
        if not source:
            return False
        other.append(_Moment(self._text, self.caret, self.anchor))
        moment = source.pop()
        self._set_text(moment.text)
        self.caret, self.anchor = moment.caret, moment.anchor
        self._kind = self.composition = ""
        return True

    def _delete(self, to: int, kind: str) -> bool:
        self.composition = ""
        start, end = self.selection
        if start == end:
            start, end = min(to, self.caret), max(to, self.caret)
        else:
            kind = "selection"
        if start == end:
            return False
        self._remember(kind)
        self._replace(start, end, "")
        return True

    def _remember(self, kind: str) -> None:
        joins = kind == self._kind and kind in {"word", "blank", "back", "forward"}
        # Blanks belong to the word before them.
        if not joins and not (kind == "blank" and self._kind == "word"):
            self._former.append(_Moment(self._text, self.caret, self.anchor))
            del self._former[:-_LEVELS]
        self._later.clear()
        self._kind = kind

    def _replace(self, start: int, end: int, text: str) -> None:
        self._set_text(self._text[:start] + text + self._text[end:])
        place = start + len(text)
        # A mark that was typed joins the letter before it, so the edge may lie further on.
        place = min(edge for edge in self._cluster_edges() if edge >= place)
        self.caret = self.anchor = place

    def _set_text(self, text: str) -> None:
        self._text = text
        self._edges = None

    def _cluster_edges(self) -> list[int]:
        if self._edges is None:
            self._edges = cluster_edges(self._text)
        return self._edges

    def _left(self) -> int:
        return max((edge for edge in self._cluster_edges() if edge < self.caret), default=0)

    def _right(self) -> int:
        edges = self._cluster_edges()
        return min((edge for edge in edges if edge > self.caret), default=len(self._text))

    def _word_left(self) -> int:
        return max((s for s in _starts(self._text) if s < self.caret), default=0)

    def _word_right(self) -> int:
        return min((s for s in _starts(self._text) if s > self.caret), default=len(self._text))


def _starts(text: str) -> Sequence[int]:
    return [match.start() for match in _WORD.finditer(text)]
