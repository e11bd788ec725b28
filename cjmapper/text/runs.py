"""Which face draws which character, and how wide the result is.

The face asked for comes first, then the bundled emoji, then outlines from elsewhere; what is left
is marked as missing, never dropped. Breaks no lines.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from cjmapper.text.clusters import COMBINING, INVISIBLE, SKIN_TONE, UNSHAPED, all_alone, clusters
from cjmapper.text.fallback import Outline, OutlineSource
from cjmapper.text.fonts import SEMIBOLD_FACES, Face
from cjmapper.text.lines import Run
from cjmapper.text.metrics import UNITS_PER_EM, Metrics

MISSING_ADVANCE = UNITS_PER_EM * 5 // 8
"""The width of the empty box drawn for what no font has."""

_STAND_INS = str.maketrans(dict.fromkeys("\t\n\r\x0b\x0c\x85\u2028\u2029", " "))
_PICTURE = "\ufe0f"
_SURROGATE = re.compile("[\ud800-\udfff]")


class RunSplitter:
    """Splits text into runs by what each face covers."""

    def __init__(self, metrics: Metrics, outlines: OutlineSource | None) -> None:
        self._metrics = metrics
        self._widths: dict[Face, dict[str, int]] = {}
        self._outlines = outlines
        self._outlined: dict[tuple[str, bool], Outline | None] = {}

    def widths(self, face: Face) -> dict[str, int]:
        """The advance of every character that `face` has."""
        if face not in self._widths:
            advances = self._metrics.face(face).advances
            self._widths[face] = dict(zip(map(chr, advances), advances.values(), strict=True))
        return self._widths[face]

    def runs(self, text: str, face: Face) -> tuple[Run, ...]:
        """`text` as runs, neighbours of one kind joined."""
        if not text:
            return ()
        own = self.widths(face)
        if all_alone(text) and all(map(own.__contains__, text)):
            return (Run(text, face, sum(map(own.__getitem__, text))),)
        return joined(self._pieces(text, face))

    def _pieces(self, text: str, face: Face) -> Iterator[Run]:
        lacking = ""
        for cluster in clusters(text):
            covered = self._covered(cluster, face)
            if covered is None:
                lacking += cluster
                continue
            if lacking:
                yield from self._outlined_runs(lacking, face)
                lacking = ""
            yield covered
        if lacking:
            yield from self._outlined_runs(lacking, face)

    def _covered(self, cluster: str, face: Face) -> Run | None:
        own = self.widths(face)
        if len(cluster) == 1 and cluster in own:
            return Run(cluster, face, own[cluster])
        drawn = INVISIBLE.sub("", cluster).translate(_STAND_INS)
        if _PICTURE in cluster or drawn not in own:
            pictured = self._pictured(cluster, SKIN_TONE.sub("", drawn) or drawn)
            if pictured is not None:
                return pictured
        composed = unicodedata.normalize("NFC", drawn)
        if COMBINING.search(composed) or not all(letter in own for letter in composed):
            return None
        return _run(composed, face, sum(own[letter] for letter in composed), cluster)

    def _pictured(self, cluster: str, drawn: str) -> Run | None:
        emoji = self.widths(Face.EMOJI)
        if not drawn or drawn[0].isascii() or not all(letter in emoji for letter in drawn):
            return None
        return _run(drawn, Face.EMOJI, sum(emoji[letter] for letter in drawn), cluster)

    def _outlined_runs(self, text: str, face: Face) -> Iterator[Run]:
        whole = self._outlined_run(text, face)
        if whole is not None:
            yield whole
            return
        for cluster in clusters(text):
            outlined = self._outlined_run(cluster, face)
            if outlined is not None:
                yield outlined
            else:
                yield from self._unshaped(cluster, face)

    def _outlined_run(self, source: str, face: Face) -> Run | None:
        text = UNSHAPED.sub("", source)
        outline = self._outline(text, face)
        if outline is None:
            return None
        return Run(text, face, outline.advance, outline, source=None if text == source else source)

    def _unshaped(self, cluster: str, face: Face) -> Iterator[Run]:
        """Each character by itself, where no font could shape them together."""
        own, emoji = self.widths(face), self.widths(Face.EMOJI)
        for letter in cluster:
            if INVISIBLE.match(letter):
                yield _run("", face, 0, letter)
            elif letter in own:
                yield Run(letter, face, own[letter])
            elif letter in emoji:
                yield Run(letter, Face.EMOJI, emoji[letter])
            else:
                yield Run(letter, face, MISSING_ADVANCE, missing=True)

    def _outline(self, text: str, face: Face) -> Outline | None:
        if self._outlines is None or _SURROGATE.search(text):
            return None
        key = (text, face in SEMIBOLD_FACES)
        if key not in self._outlined:
            self._outlined[key] = self._outlines.outline(*key)
        return self._outlined[key]


def joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """`runs` with neighbours that are drawn in the same way made one."""
    result: list[Run] = []
    alike: list[Run] = []
    for run in runs:
        if alike and not _alike(alike[-1], run):
            result.append(_as_one(alike))
            alike = []
        alike.append(run)
    if alike:
        result.append(_as_one(alike))
    return tuple(result)


def _as_one(runs: list[Run]) -> Run:
    if len(runs) == 1:
        return runs[0]
    text = "".join(run.text for run in runs)
    source = "".join(run.copied for run in runs)
    return _run(text, runs[0].face, sum(run.advance for run in runs), source)


def _alike(one: Run, other: Run) -> bool:
    plain = one.outline is None and other.outline is None
    return plain and one.face is other.face and not (one.missing or other.missing)


def _run(text: str, face: Face, advance: int, source: str) -> Run:
    return Run(text, face, advance, source=None if source == text else source)
