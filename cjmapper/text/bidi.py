"""Which characters of a paragraph run leftwards: the bidirectional algorithm of Unicode (UAX #9).

Marks that embed or isolate are passed over, as nobody types them on a map. Knows no fonts, no
widths and no lines.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise
from types import MappingProxyType
from unicodedata import bidirectional

_LEFTWARD = re.compile(
    "[\u05be-\u05f4\u0608-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_PASSED_OVER = frozenset({"BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
_STRONG: Mapping[str, str] = MappingProxyType({"L": "L", "R": "R", "AN": "R", "EN": "R"})
"""The direction that a kind has for the neutral characters beside it."""
_LETTERS = frozenset({"L", "R", "AL"})
_NUMBERS = frozenset({"EN", "AN"})
_PAIRS: Mapping[str, str] = MappingProxyType(
    {"(": ")", "[": "]", "{": "}", "⁅": "⁆", "〈": "〉", "⟨": "⟩", "⟦": "⟧"}
)
_MIRRORED = "()[]{}<>«»\u2039\u203a≤≥⟨⟩⟦⟧⁅⁆〈〉"
_MIRROR = str.maketrans(
    _MIRRORED, "".join(b + a for a, b in zip(_MIRRORED[::2], _MIRRORED[1::2], strict=True))
)


def runs_leftwards(text: str) -> bool:
    """Whether any letter of `text` is of a script written from right to left."""
    return not text.isascii() and _LEFTWARD.search(text) is not None


def mirrored(text: str) -> str:
    """`text` as it is drawn where it runs leftwards: brackets turned round."""
    return text.translate(_MIRROR)


def base_level(text: str) -> int:
    """1 where the first letter of a paragraph runs leftwards, else 0."""
    kinds = (bidirectional(letter) for letter in text)
    first = next((kind for kind in kinds if kind in _LETTERS), "L")
    return int(first != "L")


def levels(text: str) -> list[int]:
    """The level of each character of a paragraph; those of an odd one run leftwards."""
    base = base_level(text)
    seen = [place for place, letter in enumerate(text) if _kind(letter) not in _PASSED_OVER]
    kinds = [_kind(text[place]) for place in seen]
    outside = "R" if base else "L"
    _resolve_weak(kinds, outside)
    _resolve_brackets([text[place] for place in seen], kinds, outside)
    _resolve_neutral(kinds, outside)
    found = [-1] * len(text)
    for place, kind in zip(seen, kinds, strict=True):
        found[place] = _level(kind, base)
    last = base
    for place, level in enumerate(found):
        last = found[place] = last if level < 0 else level
    return found


def of_line(text: str, paragraph: Sequence[int], base: int) -> list[int]:
    """The levels of one line; blanks at its end go the paragraph's way."""
    kept = len(text.rstrip())
    return [*paragraph[:kept], *[base] * (len(text) - kept)]


def visual_order(runs: Sequence[int]) -> list[int]:
    """The places of `runs`, which are given by their levels, from left to right."""
    order = list(range(len(runs)))
    odd = [level for level in runs if level % 2]
    for least in range(max(runs, default=0), min(odd, default=1) - 1, -1):
        order = _turned(order, [runs[place] >= least for place in order])
    return order


def _turned(order: Sequence[int], high: Sequence[bool]) -> list[int]:
    """`order` with each stretch of places that are `high` the other way round."""
    turned: list[int] = []
    for is_high, part in groupby(zip(order, high, strict=True), lambda pair: pair[1]):
        places = [place for place, _ in part]
        turned += reversed(places) if is_high else places
    return turned


def _kind(letter: str) -> str:
    return bidirectional(letter) or "L"


def _level(kind: str, base: int) -> int:
    if base:
        return 1 if kind == "R" else 2
    return {"L": 0, "R": 1}.get(kind, 2)


def _resolve_weak(kinds: list[str], outside: str) -> None:
    """Marks, numbers and what stands between and beside numbers (rules W1 to W7)."""
    before = strong = outside
    for place, own in enumerate(kinds):
        kind = before if own == "NSM" else own
        if kind in _LETTERS:
            strong = kind
        before = kinds[place] = "AN" if kind == "EN" and strong == "AL" else kind
    for place in range(1, len(kinds) - 1):
        one, kind, other = kinds[place - 1 : place + 2]
        joins = kind == "CS" or (kind == "ES" and one == "EN")
        if joins and one == other and one in _NUMBERS:
            kinds[place] = one
    _resolve_signs(kinds)
    _resolve_letters(kinds, outside)


def _resolve_signs(kinds: list[str]) -> None:
    """Signs of currency and the like belong to the number beside them (W5, W6)."""
    parts = [(kind, len(list(part))) for kind, part in groupby(kinds)]
    place = 0
    for index, (kind, count) in enumerate(parts):
        if kind in {"ET", "ES", "CS"}:
            near = [parts[other][0] for other in (index - 1, index + 1) if 0 <= other < len(parts)]
            told = "EN" if kind == "ET" and "EN" in near else "ON"
            kinds[place : place + count] = [told] * count
        place += count


def _resolve_letters(kinds: list[str], outside: str) -> None:
    """Numbers after Latin letters go with them, and all leftward letters are one kind (W3, W7)."""
    strong = outside
    for place, kind in enumerate(kinds):
        if kind in _LETTERS:
            strong = kind
        if kind == "EN" and strong == "L":
            kinds[place] = "L"
        elif kind == "AL":
            kinds[place] = "R"


def _resolve_brackets(letters: Sequence[str], kinds: list[str], outside: str) -> None:
    """Both brackets of a pair go the way of what is within them (N0)."""
    for start, end in _bracket_pairs(letters, kinds):
        within = {_STRONG[kind] for kind in kinds[start + 1 : end] if kind in _STRONG}
        if outside in within:
            way = outside
        elif within:
            earlier = (_STRONG[kind] for kind in reversed(kinds[:start]) if kind in _STRONG)
            inner = "L" if outside == "R" else "R"
            way = inner if next(earlier, outside) == inner else outside
        else:
            continue
        kinds[start] = kinds[end] = way


def _bracket_pairs(letters: Sequence[str], kinds: Sequence[str]) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    open_ones: list[tuple[str, int]] = []
    for place, letter in enumerate(letters):
        if kinds[place] != "ON":
            continue
        if letter in _PAIRS:
            open_ones.append((_PAIRS[letter], place))
            continue
        fitting = [at for at, (end, _) in enumerate(open_ones) if end == letter]
        if fitting:
            pairs.append((open_ones[fitting[-1]][1], place))
            del open_ones[fitting[-1] :]
    return sorted(pairs)


def _resolve_neutral(kinds: list[str], outside: str) -> None:
    """What has no way of its own goes with its neighbours, if they agree (N1, N2)."""
    strong = [place for place, kind in enumerate(kinds) if kind in _STRONG]
    edges = [-1, *strong, len(kinds)]
    for start, end in pairwise(edges):
        one = outside if start < 0 else _STRONG[kinds[start]]
        other = outside if end == len(kinds) else _STRONG[kinds[end]]
        way = one if one == other else outside
        kinds[start + 1 : end] = [way] * (end - start - 1)
