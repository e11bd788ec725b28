"""Our own list of what makes a PDF accessible, checked by a reader that knows nothing of ours.

`complaints` looks at a whole file; `told` gives its words in the order of its structure.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf

_SHOWING = frozenset(("Tj", "TJ", "'", '"'))
_FILLING = ("S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "BI", "INLINE IMAGE")
_PAINTING = _SHOWING | frozenset(_FILLING)
_HEADINGS = frozenset(("H1", "H2", "H3"))
_BLOCKS = ("Document", "Sect", "P", "L", "LI", "LBody", "Figure", "Link", "Span")
_KINDS = _HEADINGS | frozenset(_BLOCKS)
_SUBSET = re.compile(r"/[A-Z]{6}\+.+")
_MAPPED = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]+)>")
_SCHEMES = ("http://", "https://", "mailto:")
_SLACK = 0.01
_SYMBOLIC = 4
"""The flag of a font whose codes are its own, told by its file alone."""


@dataclass
class Marked:
    """A stretch of marked content: its page, number, kind and words."""

    page: int
    place: int
    kind: str
    words: list[str] = field(default_factory=list)


@dataclass
class _Stream:
    """What walking one content stream needs."""

    page: int
    resources: Any
    marks: list[str]
    found: list[Marked]
    wrong: list[str]
    form: bool = False


def complaints(content: bytes) -> list[str]:
    """What is wrong with a PDF; empty when it keeps to all that is checked here."""
    with pikepdf.open(BytesIO(content)) as pdf:
        wrong = [*_about(pdf), *_fonts(pdf)]
        found: list[Marked] = []
        for number, page in enumerate(pdf.pages):
            wrong += _boxes(number, page)
            wrong += _plain(number, page)
            wrong += _walked(number, page, found)
        wrong += _parents(pdf, found)
        wrong += _elements(pdf)
        wrong += _links(pdf)
        wrong += _attached(pdf)
        return wrong


def told(content: bytes) -> list[tuple[str, str]]:
    """Kind and words of each element that holds words or is told by an alternative, in order."""
    with pikepdf.open(BytesIO(content)) as pdf:
        words = _marked_words(pdf)
        pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
        result: list[tuple[str, str]] = []
        for element in _all(pdf.Root.StructTreeRoot.K):
            kids = [kid for kid in _kids(element) if isinstance(kid, int)]
            said = " ".join(words.get((pages[element.Pg.objgen], kid), "") for kid in kids)
            if "/ActualText" in element:
                said = str(element.ActualText)
            if "/Alt" in element:
                said = str(element.Alt)
            if said:
                result.append((_kind(element), said))
        return result


def in_tree(content: bytes) -> list[tuple[int, str]]:
    """Page and words of all that is marked, in the order of the structure, alternatives aside."""
    with pikepdf.open(BytesIO(content)) as pdf:
        words = _marked_words(pdf)
        pages = {page.objgen: number for number, page in enumerate(pdf.pages)}

        def within(element: Any) -> Iterator[tuple[int, str]]:
            for kid in _kids(element):
                if isinstance(kid, int):
                    page = pages[element.Pg.objgen]
                    yield page, str(element.get("/ActualText", words.get((page, kid), "")))
                elif _is_element(kid):
                    yield from within(kid)

        return list(within(pdf.Root.StructTreeRoot))


def _marked_words(pdf: Any) -> dict[tuple[int, int], str]:
    """What each mark of each page holds."""
    found: list[Marked] = []
    for number, page in enumerate(pdf.pages):
        _walked(number, page, found)
    return {(mark.page, mark.place): "".join(mark.words) for mark in found}


def _about(pdf: Any) -> Iterator[str]:
    root = pdf.Root
    if not bool(root.get("/MarkInfo", {}).get("/Marked", False)):
        yield "not marked"
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", str(root.get("/Lang", ""))):
        yield "no language"
    if not bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)):
        yield "the title is not shown"
    with pdf.open_metadata() as metadata:
        if str(pdf.docinfo.get("/Title", "")) != (metadata.get("dc:title") or ""):
            yield "two titles"
    if pdf.docinfo.get("/Title", "") == "":
        yield "no title"
    if "/StructTreeRoot" not in root:
        yield "no structure"


def _fonts(pdf: Any) -> Iterator[str]:
    for thing in pdf.objects:
        if not isinstance(thing, pikepdf.Dictionary) or thing.get("/Type") != "/Font":
            continue
        name = str(thing.BaseFont)
        if not _SUBSET.fullmatch(name):
            yield f"{name} is no subset"
        if "/FontFile2" not in thing.get("/FontDescriptor", {}):
            yield f"{name} is not embedded"
        if "/ToUnicode" not in thing:
            yield f"{name} can't be read"
        if bool(int(thing.FontDescriptor.Flags) & _SYMBOLIC) == ("/Encoding" in thing):
            yield f"{name} has an encoding that readers may take two ways"
        if len(thing.Widths) != int(thing.LastChar) - int(thing.FirstChar) + 1:
            yield f"{name} lacks widths"


def _boxes(number: int, page: Any) -> Iterator[str]:
    outer = [float(side) for side in page.MediaBox]
    for name in ("/CropBox", "/BleedBox", "/TrimBox"):
        if name not in page:
            yield f"page {number} has no {name}"
            return
        box = [float(side) for side in page[name]]
        low = all(inner >= outer[side] - _SLACK for side, inner in enumerate(box[:2]))
        high = all(inner <= outer[side + 2] + _SLACK for side, inner in enumerate(box[2:]))
        if not (low and high):
            yield f"page {number}: {name} reaches beyond"
        outer = box


def _plain(number: int, page: Any) -> Iterator[str]:
    if page.get("/Tabs") != "/S":
        yield f"page {number} has no order of tabs"
    if "/Group" in page or "/ExtGState" in page.get("/Resources", {}):
        yield f"page {number} may be transparent"


def _walked(number: int, page: Any, found: list[Marked]) -> list[str]:
    stream = _Stream(number, page.Resources, [], found, [])
    _walk(page, stream)
    return stream.wrong


def _walk(source: Any, stream: _Stream) -> None:
    """Follows the operators of a page or form; knows what is marked and what is shown."""
    depth = len(stream.marks)
    saved: list[Any] = []
    font: Any = None
    replaced: list[str | None] = []
    for step in pikepdf.parse_content_stream(source):
        operands, name = list(step.operands), str(step.operator)
        if name in {"BDC", "BMC"}:
            replaced.append(_begin(operands, stream))
        elif name == "EMC":
            _end(stream, depth, replaced)
        elif name in {"q", "Q"}:
            font = _font_after(name, font, saved, stream)
        elif name == "Tf":
            font = stream.resources.Font[str(operands[0])]
        elif name in _PAINTING and not stream.marks:
            stream.wrong.append(f"page {stream.page}: {name} draws outside of all marks")
        if name in _SHOWING:
            _say(stream, _decoded(operands, font), replaced)
        elif name == "Do":
            _drawn(str(operands[0]), stream)
    if len(stream.marks) != depth or saved:
        stream.wrong.append(f"page {stream.page}: what was begun is not ended")


def _font_after(name: str, font: Any, saved: list[Any], stream: _Stream) -> Any:
    """The font that is set when the state of the page was saved or put back."""
    if name == "q":
        saved.append(font)
    elif saved:
        return saved.pop()
    else:
        stream.wrong.append(f"page {stream.page}: what was never saved is put back")
    return font


def _end(stream: _Stream, depth: int, replaced: list[str | None]) -> None:
    if len(stream.marks) <= depth:
        stream.wrong.append(f"page {stream.page}: a mark ends that never began")
        return
    words = replaced.pop()
    _say(stream, words or "", replaced)
    stream.marks.pop()


def _begin(operands: Sequence[Any], stream: _Stream) -> str | None:
    kind = str(operands[0])[1:]
    entries = operands[1] if len(operands) > 1 else {}
    if kind == "Artifact" and any(mark != "Artifact" for mark in stream.marks):
        stream.wrong.append(f"page {stream.page}: an artifact within {stream.marks[-1]}")
    if "/MCID" in entries:
        if stream.marks or stream.form:
            stream.wrong.append(f"page {stream.page}: a tag within a mark or form")
        stream.found.append(Marked(stream.page, int(entries["/MCID"]), kind))
    elif kind not in {"Artifact", "Span"}:
        stream.wrong.append(f"page {stream.page}: {kind} belongs to nothing")
    stream.marks.append(kind)
    return str(entries["/ActualText"]) if "/ActualText" in entries else None


def _say(stream: _Stream, words: str, replaced: Sequence[str | None]) -> None:
    """Adds words to what is marked, unless others, be it none, stand for them."""
    if any(others is not None for others in replaced):
        return
    if words and stream.marks[:1] not in ([], ["Artifact"]):
        stream.found[-1].words.append(words)


def _drawn(name: str, stream: _Stream) -> None:
    drawn = stream.resources.XObject[name]
    if drawn.Subtype != "/Form":
        return
    if "/Group" in drawn or "/ExtGState" in drawn.Resources:
        stream.wrong.append(f"page {stream.page}: {name} may be transparent")
    inner = _Stream(stream.page, drawn.Resources, stream.marks, stream.found, stream.wrong, True)
    _walk(drawn, inner)


def _decoded(operands: Sequence[Any], font: Any) -> str:
    letters = _letters(font)
    shown = operands[0] if isinstance(operands[0], pikepdf.Array) else [operands[0]]
    codes = b"".join(bytes(part) for part in shown if isinstance(part, pikepdf.String))
    return "".join(letters.get(code, "\ufffd") for code in codes)


def _letters(font: Any) -> dict[int, str]:
    if "/ToUnicode" not in font:
        return {}
    return {
        int(code, 16): bytes.fromhex(letter.decode()).decode("utf-16-be", "replace")
        for code, letter in _MAPPED.findall(font.ToUnicode.read_bytes())
    }


def _parents(pdf: Any, found: Sequence[Marked]) -> Iterator[str]:
    """The tree from marks to elements, there and back."""
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    tree = dict(zip([int(key) for key in numbers[::2]], numbers[1::2], strict=True))
    for number, page in enumerate(pdf.pages):
        owners = tree.get(int(page.get("/StructParents", -1)))
        places = sorted(mark.place for mark in found if mark.page == number)
        if owners is None or places != list(range(len(owners))):
            yield f"page {number}: marks and owners differ"
            continue
        for mark in found:
            if mark.page != number:
                continue
            owner = owners[mark.place]
            if mark.place not in _kids(owner) or owner.Pg.objgen != page.objgen:
                yield f"page {number}: mark {mark.place} is not known to its owner"
            if _kind(owner) != mark.kind:
                yield f"page {number}: mark {mark.place} is {mark.kind}, not {_kind(owner)}"


def _elements(pdf: Any) -> Iterator[str]:
    level = 0
    boxes = {page.objgen: [float(side) for side in page.MediaBox] for page in pdf.pages}
    for element in _all(pdf.Root.StructTreeRoot.K):
        kind = _kind(element)
        kids = [_kind(kid) for kid in _kids(element) if _is_element(kid)]
        if kind not in _KINDS:
            yield f"{kind} is no standard kind"
        if not len(_kids(element)):
            yield f"an empty {kind}"
        if kind == "Figure":
            yield from _figure(element, boxes)
        if kind in _HEADINGS:
            if int(kind[1:]) > level + 1:
                yield f"{kind} skips a level"
            level = int(kind[1:])
        if (kind == "L") != bool(kids and set(kids) == {"LI"}):
            yield f"{kind} holds {kids}"
        if (kind == "LI") != (kids == ["LBody"]):
            yield f"{kind} holds {kids}"
        if kind in _HEADINGS | {"P"} and set(kids) - {"Figure", "Link", "Span"}:
            yield f"{kind} holds {kids}"


def _figure(element: Any, boxes: dict[tuple[int, int], list[float]]) -> Iterator[str]:
    if not str(element.get("/Alt", "")).strip():
        yield "a figure that nobody tells"
    if "/A" not in element:
        yield "a figure without its place"
        return
    left, low, right, high = (float(side) for side in element.A.BBox)
    page = boxes[element.Pg.objgen]
    inside = left >= page[0] - _SLACK and low >= page[1] - _SLACK
    if not (inside and right <= page[2] + _SLACK and high <= page[3] + _SLACK):
        yield "a figure beyond its page"
    if right <= left or high <= low:
        yield "a figure without room"


def _links(pdf: Any) -> Iterator[str]:
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    tree = dict(zip([int(key) for key in numbers[::2]], numbers[1::2], strict=True))
    for page in pdf.pages:
        for annotation in page.get("/Annots", ()):
            owner = tree.get(int(annotation.get("/StructParent", -1)))
            if owner is None or _kind(owner) != "Link":
                yield "a link without a tag"
            elif not any(
                isinstance(kid, pikepdf.Dictionary)
                and kid.get("/Type") == "/OBJR"
                and kid.Obj.objgen == annotation.objgen
                for kid in _kids(owner)
            ):
                yield "a link that its tag does not know"
            if not str(annotation.get("/Contents", "")):
                yield "a link without words"
            if not str(annotation.A.URI).startswith(_SCHEMES):
                yield f"a link to {annotation.A.URI}"


def _attached(pdf: Any) -> Iterator[str]:
    """What travels along has a name for every reader, and says what it is to the pages."""
    for held in pdf.Root.get("/AF", ()):
        missing = {"/F", "/UF", "/Desc", "/AFRelationship", "/EF"} - set(held.keys())
        if missing:
            yield f"an attached file without {sorted(missing)}"
    if len(pdf.attachments) != len(pdf.Root.get("/AF", ())):
        yield "an attached file that the document does not know"


def _all(kids: Any) -> Iterator[Any]:
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if _is_element(kid):
            yield kid
            for inner in _kids(kid):
                if _is_element(inner):
                    if inner.P.objgen != kid.objgen:
                        raise AssertionError("An element does not know its parent.")
                    yield from _all(inner)


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _is_element(kid: Any) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and "/S" in kid


def _kind(element: Any) -> str:
    return str(element.S)[1:]
