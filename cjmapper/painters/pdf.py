"""Drawings as the pages of a PDF: fonts embedded as subsets, tagged, text that can be searched.

Uses reportlab below its canvas: its fonts, its pictures and its numbering; hands it no text of a
person but to be encoded.
"""

import gc
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import BinaryIO

from reportlab import rl_config

from cjmapper.drawing.pages import Page, PageKind
from cjmapper.drawing.primitives import Clip, Form, Group, Primitive, Rectangle
from cjmapper.errors import ExportCancelledError, ExportError
from cjmapper.geometry import MM_PER_PT, Point, Rect
from cjmapper.painters.pdf_about import (
    Attachment,
    Bookmark,
    PdfFacts,
    write_attachment,
    write_info,
    write_metadata,
    write_outline,
    write_page_labels,
)
from cjmapper.painters.pdf_content import Content, Found, Means, Written
from cjmapper.painters.pdf_file import PdfFile
from cjmapper.painters.pdf_fonts import PdfFonts
from cjmapper.painters.pdf_operators import array, exact, in_points, string
from cjmapper.painters.pdf_pictures import PdfPictures
from cjmapper.painters.pdf_tags import Element, Structure

__all__ = ["MOST_SIDE", "Attachment", "PdfFacts", "write_pdf"]

_STEPS_PER_REPORT = 500

MOST_SIDE = 14_400 * MM_PER_PT
"""The longest side that a page of a PDF may have, in millimetres."""


def write_pdf(
    pages: Sequence[Page],
    target: BinaryIO,
    facts: PdfFacts,
    progress: Callable[[float], bool] | None = None,
    *,
    attachment: Attachment | None = None,
) -> None:
    """Writes `pages` to `target`, with `attachment` as the source that travels along.

    `progress` is told how much is done (0 to 1) and returns False to stop, which raises
    ExportCancelledError and leaves `target` half written.

    Raises:
        ExportError: ``page_too_large``.
    """
    for page in pages:
        size = page.drawing.size
        if max(size.width, size.height) > MOST_SIDE:
            raise ExportError(
                "page_too_large",
                width=round(size.width),
                height=round(size.height),
                limit=int(MOST_SIDE),
            )
    rl_config.useA85 = 0
    with _unsearched():
        _Job(pages, facts, progress).write(target, attachment)


@contextmanager
def _unsearched() -> Iterator[None]:
    """Python's search for rubbish stays away: there is none before all is written, then it goes."""
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            gc.enable()


class _Job:
    """One PDF under way."""

    def __init__(
        self, pages: Sequence[Page], facts: PdfFacts, progress: Callable[[float], bool] | None
    ) -> None:
        self._pages = pages
        self._facts = facts
        self._file = PdfFile(invariant=facts.invariant)
        self._progress = _Progress(len(pages), progress)
        self._shared = _shared_forms(pages)
        self._forms: dict[int, Written] = {}
        self._means = Means(
            PdfFonts(self._file.document), PdfPictures(self._file), self._form, self._progress.tick
        )
        self._structure = Structure()
        self._tree = self._file.reserve()
        self._numbers = [self._file.reserve() for _ in pages]
        self._bookmarks: list[Bookmark] = []
        self._named = ("", "")
        self._found: set[tuple[str, str, str]] = set()

    def write(self, target: BinaryIO, attachment: Attachment | None) -> None:
        """Writes all of it."""
        for index, page in enumerate(self._pages):
            self._progress.page(index)
            self._page(index, page)
        kids = " ".join(f"{number} 0 R" for number in self._numbers)
        self._file.put(self._tree, f"<</Type/Pages/Kids[{kids}]/Count {len(self._pages)}>>")
        catalog = self._file.add(f"<<{''.join(self._catalog(attachment))}>>")
        self._file.write(target, catalog, write_info(self._file, self._facts))

    def _page(self, index: int, page: Page) -> None:
        number, drawing = self._numbers[index], page.drawing
        whole = Rect(0.0, 0.0, drawing.size.width, drawing.size.height)
        foreign = drawing.language if drawing.language != self._facts.language else ""
        tags = self._structure.page(
            number, drawing.title, foreign, single=len(self._pages) == 1 and not foreign
        )
        tags.title = " ".join(word for word in (page.label, drawing.title) if word)
        wanted = frozenset(name for _, name in drawing.bookmarks)
        content = Content(self._means, whole, whole.height, tags, wanted)
        content.write((Rectangle(whole, fill=drawing.background), *drawing.items))
        k = exact(1 / MM_PER_PT)
        start = f"q {k} 0 0 -{k} 0 {exact(whole.height / MM_PER_PT)} cm 1 J 1 j"
        stream = "\n".join((start, *content.out, "Q")).encode("latin-1")
        links = [
            self._annotation(found, found.element, number, whole.height)
            for found in content.links
            if found.element is not None
        ]
        self._file.put(
            number,
            f"<</Type/Page/Parent {self._tree} 0 R{_boxes(page, whole)}"
            f"/Resources<<{self._resources(content)}>>"
            f"/Contents {self._file.add_stream('', stream)} 0 R"
            f"/StructParents {tags.key}/Tabs/S"
            f"{f'/Annots[{chr(32).join(links)}]' if links else ''}>>",
        )
        self._bookmark(index, page, content.places)

    def _form(self, form: Form) -> Written | None:
        """A form that several pages show, written when it is first met."""
        if self._shared[id(form)] < 2:  # noqa: PLR2004 - shown once is drawn in place
            return None
        known = self._forms.get(id(form))
        if known is None:
            content = Content(self._means, form.rect, form.rect.bottom)
            content.write(form.items)
            corners = (form.rect.x, form.rect.y, form.rect.right, form.rect.bottom)
            number = self._file.add_stream(
                f"/Type/XObject/Subtype/Form/BBox{array(corners)}"
                f"/Resources<<{self._resources(content)}>>",
                "\n".join(content.out).encode("latin-1"),
            )
            known = Written(f"Fm{len(self._forms) + 1}", number, tuple(content.links))
            self._forms[id(form)] = known
        return known

    def _resources(self, content: Content) -> str:
        drawn = "".join(f"/{name} {number} 0 R" for name, number in content.used.items())
        return f"/Font {self._file.fonts} 0 R{f'/XObject<<{drawn}>>' if drawn else ''}"

    def _annotation(self, found: Found, element: Element, page: int, height: float) -> str:
        """A reference to a link on a page; it has words for those who do not see where it is."""
        number = self._file.reserve()
        key = self._structure.annotation(element, number)
        self._file.put(
            number,
            f"<</Type/Annot/Subtype/Link/Rect{array(in_points(found.rect, height))}"
            f"/Border[0 0 0]/F 4/P {page} 0 R/StructParent {key}"
            f"/Contents{string(found.address)}/A<</S/URI/URI{string(found.address)}>>>>",
        )
        return f"{number} 0 R"

    def _bookmark(self, index: int, page: Page, places: dict[str, Point]) -> None:
        """Adds the bookmarks of a page: its map where there are several pages, and its phases."""
        several = len(self._pages) > 1
        number, drawing = self._numbers[index], page.drawing
        named = (page.map_id, drawing.title)
        tile = page.kind is PageKind.TILE and page.map_id == self._named[0]
        if several and named != self._named and not tile:
            self._named = named
            self._bookmarks.append(Bookmark(drawing.title, number, None, 0))
        for words, name in drawing.bookmarks:
            place = places.get(name)
            if place is not None and (*named, name) not in self._found:
                self._found.add((*named, name))
                corner = (place.x / MM_PER_PT, (drawing.size.height - place.y) / MM_PER_PT)
                self._bookmarks.append(Bookmark(words, number, corner, int(several)))

    def _catalog(self, attachment: Attachment | None) -> Iterable[str]:
        yield f"/Type/Catalog/Pages {self._tree} 0 R/Lang{string(self._facts.language)}"
        yield "/ViewerPreferences<</DisplayDocTitle true>>/MarkInfo<</Marked true>>"
        yield f"/StructTreeRoot {self._structure.write(self._file)} 0 R"
        yield f"/Metadata {write_metadata(self._file, self._facts)} 0 R"
        outline = write_outline(self._file, self._bookmarks)
        if outline is not None:
            yield f"/Outlines {outline} 0 R"
        labels = write_page_labels(self._file, [page.label for page in self._pages])
        if labels is not None:
            yield f"/PageLabels {labels} 0 R"
        if attachment is not None:
            number = write_attachment(self._file, attachment)
            named = f"/Names[{string(attachment.name)} {number} 0 R]"
            yield f"/Names<</EmbeddedFiles<<{named}>>>>/AF[{number} 0 R]"


class _Progress:
    """Counts the things drawn on a page and asks now and then whether to go on."""

    def __init__(self, pages: int, progress: Callable[[float], bool] | None) -> None:
        self._pages = pages
        self._page = 0
        self._progress = progress
        self._count = 0

    def page(self, number: int) -> None:
        """The page of this number begins."""
        self._page = number
        self._count = 0

    def tick(self) -> None:
        """One thing more is drawn."""
        if self._count % _STEPS_PER_REPORT == 0 and self._progress is not None:
            done = 1 - 1 / (1 + self._count / (4 * _STEPS_PER_REPORT))
            if not self._progress((self._page + done) / self._pages):
                raise ExportCancelledError("export_cancelled")
        self._count += 1


def _shared_forms(pages: Sequence[Page]) -> Counter[int]:
    """How often each form is shown, by its identity; a page alone shares with none."""
    shown: Counter[int] = Counter()
    if len(pages) < 2:  # noqa: PLR2004
        return shown
    for page in pages:
        _count_forms(page.drawing.items, shown)
    return shown


def _count_forms(items: Iterable[Primitive], shown: Counter[int]) -> None:
    for item in items:
        if isinstance(item, Form):
            shown[id(item)] += 1
            if shown[id(item)] > 1:
                continue
        if isinstance(item, Group | Clip | Form):
            _count_forms(item.items, shown)


def _boxes(page: Page, whole: Rect) -> str:
    """All of the sheet, what is printed beyond the trim, and the trim, each within the former."""
    trim = page.trim or whole
    sides = {
        "Media": whole,
        "Crop": whole,
        "Bleed": page.bleed or trim,
        "Trim": trim,
    }
    return "".join(
        f"/{name}Box{array(in_points(rect, whole.height))}" for name, rect in sides.items()
    )
