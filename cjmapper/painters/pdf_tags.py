"""What a PDF says of its own structure: headings, lists, figures, and which marks belong to them.

Follows the roles of a drawing's groups. Draws nothing; the page asks it how to mark what it draws.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from cjmapper.drawing.primitives import Clip, Form, Group, Primitive
from cjmapper.painters.pdf_file import PdfFile
from cjmapper.painters.pdf_operators import array, string

_HEADINGS = {"heading-1": 1, "heading-2": 2, "heading-3": 3}
_TITLED = {"phase": 2, "step": 3}
"""Things whose own words are a heading of this level."""

_ITEMS = frozenset({"item", "card", "reading"})
_TOLD_BY_TITLE = frozenset({"figure", "curve", "link", "transition", "reading"})
_STRUCTURAL = frozenset({*_HEADINGS, *_TITLED, *_ITEMS, "part", "lane", "paragraph", "list"})
_LINES = frozenset({"P", "H1", "H2", "H3", "Link"})
"""Elements that hold words themselves and no blocks."""

ARTIFACT = "/Artifact BMC"

Box = tuple[float, float, float, float]


class _Mark(NamedTuple):
    """Marked content of a page that belongs to an element."""

    place: int


class _Annotation(NamedTuple):
    """A link annotation that belongs to an element."""

    number: int


class Element:
    """One element of the structure."""

    __slots__ = (
        "alternative",
        "box",
        "heading",
        "implied",
        "kids",
        "kind",
        "language",
        "number",
        "page",
        "parent",
        "read",
        "title",
        "told",
    )

    def __init__(self, kind: str, parent: "Element | None", page: int = 0) -> None:
        self.kind = kind
        self.parent = parent
        self.page = page
        self.kids: list[Element | _Mark | _Annotation] = []
        self.alternative = self.title = self.language = self.told = self.read = ""
        self.heading = 0
        self.implied = False
        self.box: Box | None = None
        self.number = 0

    def add(self, kind: str, page: int) -> "Element":
        """A new element within this one."""
        made = Element(kind, self, page)
        self.kids.append(made)
        return made

    def mark(self, place: int) -> None:
        """The marked content `place` of its page is part of it."""
        self.kids.append(_Mark(place))

    def lead(self, annotation: int) -> None:
        """The link annotation of this number is part of it."""
        self.kids.append(_Annotation(annotation))


class Structure:
    """The structure of a whole document; made page by page and written at the end."""

    def __init__(self) -> None:
        self.root = Element("Document", None)
        self._level = 0
        self._shift: int | None = None
        self._parents: list[list[Element] | Element] = []

    def page(self, number: int, title: str, language: str, *, single: bool) -> "PageTags":
        """The tags of one more page, which is the object `number`."""
        here = self.root
        if not single:
            here = self.root.add("Sect", number)
            here.title = title
            here.language = language
        marks: list[Element] = []
        self._parents.append(marks)
        return PageTags(self, here, number, len(self._parents) - 1, marks)

    def next_level(self, wanted: int) -> int:
        """The level of the next heading, which would be `wanted` where all others are."""
        if self._shift is None:
            self._shift = wanted - 1
        self._level = max(1, min(wanted - self._shift, self._level + 1))
        return self._level

    def annotation(self, element: Element, number: int) -> int:
        """The annotation `number` is part of `element`; the key by which it finds it."""
        element.lead(number)
        self._parents.append(element)
        return len(self._parents) - 1

    def write(self, file: PdfFile) -> int:
        """Writes all elements that hold anything; the number of the root."""
        root = file.reserve()
        _prune(self.root)
        elements = _all(self.root)
        for element in elements:
            element.number = file.reserve()
        for element in elements:
            file.put(element.number, _body(element, root))
        entries: list[str] = []
        for key, owner in enumerate(self._parents):
            if isinstance(owner, Element):
                entries.append(f"{key} {owner.number} 0 R")
            else:
                owners = " ".join(f"{element.number} 0 R" for element in owner)
                entries.append(f"{key} {file.add(f'[{owners}]')} 0 R")
        parents = file.add(f"<</Nums[{' '.join(entries)}]>>")
        file.put(
            root,
            f"<</Type/StructTreeRoot/K[{self.root.number} 0 R]/ParentTree {parents} 0 R"
            f"/ParentTreeNextKey {len(self._parents)}>>",
        )
        return root


class PageTags:
    """Where in the structure a page's drawing has come to."""

    def __init__(
        self, structure: Structure, here: Element, page: int, key: int, marks: list[Element]
    ) -> None:
        self._structure = structure
        self._marks = marks
        self.here = here
        self.page = page
        self.key = key
        self.title = ""
        """What tells a page that is one picture."""

    def enter(self, group: Group, box: Callable[[], Box]) -> str | None:
        """Goes into a group; the operator that marks it as a whole, or None where parts do.

        Whoever leaves the group puts `here` back.
        """
        role = group.role
        if role == "decoration":
            return ARTIFACT
        if role in _TOLD_BY_TITLE and group.title:
            return self.figure(group.title, box())
        if role in _STRUCTURAL:
            self.here = self._element(group)
        return None

    def figure(self, words: str, box: Box) -> str:
        """The operator that begins a figure told by `words`; without any, or unseen, it is none."""
        left, low, right, high = box
        if not words or left >= right or low >= high:
            return ARTIFACT
        element = self._place("Figure")
        element.alternative = words
        element.box = box
        return self._begin(element)

    def text(self, read: str = "") -> str:
        """The operator that begins a paragraph of text here.

        `read` is the same in the order it is read, where it is drawn in another.
        """
        element = self._text_element()
        if read:
            element = element.add("Span", self.page)
            element.read = read
        return self._begin(element)

    def _text_element(self) -> Element:
        here = self.here
        if here.kind in _LINES:
            return here
        if here.heading:
            return self._heading(here.heading)
        if here.told:
            return self._told(here)
        return self._place("P")

    def link(self, address: str) -> Element:
        """The element of a link that stands here; it is told by its address, over what is drawn."""
        here = self.here if self.here.kind in _LINES else self._place("P")
        made = here.add("Link", self.page)
        made.alternative = address
        return made

    def _begin(self, element: Element) -> str:
        place = len(self._marks)
        self._marks.append(element)
        element.mark(place)
        return f"/{element.kind} <</MCID {place}>> BDC"

    def _element(self, group: Group) -> Element:
        role = group.role
        if role in _HEADINGS:
            return self._heading(_HEADINGS[role])
        if role in _ITEMS:
            made = self._item()
            made.told = group.title
            return made
        if role == "list":
            return self._place("L")
        if role == "paragraph" or (role == "lane" and not _holds_structure(group.items)):
            return self._place("P")
        if role in _TITLED and not _holds_structure(group.items):
            return self._heading(_TITLED[role])
        made = self._place("Sect")
        made.heading = _TITLED.get(role, 0)
        made.title = group.title
        return made

    def _told(self, here: Element) -> Element:
        """The one paragraph of a thing whose title tells more than its words do."""
        for kid in here.kids:
            if isinstance(kid, Element) and kid.alternative == here.told:
                return kid
        made = here.add("P", self.page)
        made.alternative = here.told
        return made

    def _heading(self, level: int) -> Element:
        """A heading; the first of a document is of the first level, and none skips one."""
        return self._place(f"H{self._structure.next_level(level)}")

    def _place(self, kind: str) -> Element:
        """A new element here, or where one like it may stand."""
        here = self.here
        if here.kind in _LINES and kind in _LINES:
            return here
        if kind != "Figure":
            here = self._around()
        if here.kind == "L":
            here = here.add("LI", self.page).add("LBody", self.page)
        return here.add(kind, self.page)

    def _item(self) -> Element:
        """A new item of the list here; neighbours without a list make one."""
        here = self._around()
        if here.kind != "L":
            last = here.kids[-1] if here.kids else None
            if not (isinstance(last, Element) and last.implied):
                last = here.add("L", self.page)
                last.implied = True
            here = last
        return here.add("LI", self.page).add("LBody", self.page)

    def _around(self) -> Element:
        """Here, or around a text: where blocks may stand."""
        here = self.here
        while here.kind in _LINES and here.parent is not None:
            here = here.parent
        return here


def _holds_structure(items: Sequence[Primitive]) -> bool:
    for item in items:
        if isinstance(item, Group | Clip | Form):
            if isinstance(item, Group) and item.role in _STRUCTURAL:
                return True
            if _holds_structure(item.items):
                return True
    return False


def _prune(element: Element) -> bool:
    """Takes out what holds nothing; whether anything is left."""
    element.kids = [kid for kid in element.kids if not isinstance(kid, Element) or _prune(kid)]
    return bool(element.kids) or element.parent is None


def _all(element: Element) -> list[Element]:
    """An element and all within it, in the order in which they are read."""
    found: list[Element] = []
    waiting = [element]
    while waiting:
        found.append(waiting.pop())
        waiting += [kid for kid in reversed(found[-1].kids) if isinstance(kid, Element)]
    return found


def _body(element: Element, root: int) -> str:
    parent = root if element.parent is None else element.parent.number
    parts = [f"<</Type/StructElem/S/{element.kind}/P {parent} 0 R"]
    if any(isinstance(kid, _Mark) for kid in element.kids):
        parts.append(f"/Pg {element.page} 0 R")
    kids = " ".join([_kid(kid, element.page) for kid in element.kids])
    parts.append(f"/K[{kids}]")
    for name, words in (
        ("Alt", element.alternative),
        ("T", element.title),
        ("Lang", element.language),
        ("ActualText", element.read),
    ):
        if words:
            parts.append(f"/{name}{string(words)}")
    if element.box is not None:
        parts.append(f"/A<</O/Layout/BBox{array(element.box)}>>")
    return "".join((*parts, ">>"))


def _kid(kid: Element | _Mark | _Annotation, page: int) -> str:
    match kid:
        case Element():
            return f"{kid.number} 0 R"
        case _Mark():
            return str(kid.place)
        case _Annotation():
            return f"<</Type/OBJR/Obj {kid.number} 0 R/Pg {page} 0 R>>"
