"""What a PDF says of itself besides its pages: title, language, bookmarks, what travels in it.

Draws nothing.
"""

import hashlib
from collections.abc import Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

import msgspec

from cjmapper.painters.pdf_file import PdfFile
from cjmapper.painters.pdf_operators import number, string

PROGRAM = "CJMapper"
_UNUSABLE = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(127, 160)), " ")


class PdfFacts(msgspec.Struct, frozen=True):
    """What a PDF says of itself; an author only where a person typed one.

    `invariant` leaves out the time and makes equal drawings equal files.
    """

    title: str = ""
    language: str = "en"
    author: str = ""
    invariant: bool = False


class Attachment(msgspec.Struct, frozen=True):
    """A file that travels in a PDF as its source.

    Attributes:
        name: as it is shown and saved.
        media_type: as ``application/json``.
        content: its bytes.
        description: what it is, in words.
    """

    name: str
    media_type: str
    content: bytes
    description: str = ""


class Bookmark(NamedTuple):
    """A line of the outline: its words, the page's number and the corner in points; None: all."""

    words: str
    page: int
    corner: tuple[float, float] | None
    level: int


def write_info(file: PdfFile, facts: PdfFacts) -> int:
    """The number of /Info."""
    when = f"D:{_day(file)}{_hour(file)}Z"
    return file.add(
        f"<</Title{string(_plain(facts.title))}/Author{string(_plain(facts.author))}/Subject()/Keywords()"
        f"/Creator({PROGRAM})/Producer({PROGRAM})"
        f"/CreationDate({when})/ModDate({when})/Trapped/False>>"
    )


def write_metadata(file: PdfFile, facts: PdfFacts) -> int:
    """The number of the same in XMP."""
    title = escape(_plain(facts.title))
    author = escape(_plain(facts.author))
    moment = f"{_day(file, '-')}T{_hour(file, ':')}Z"
    dated = f"<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>"
    creator = (
        f"<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>" if author else ""
    )
    packet = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">'
        "<dc:format>application/pdf</dc:format>"
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li>'
        f"<rdf:li xml:lang={quoteattr(facts.language)}>{title}</rdf:li></rdf:Alt></dc:title>"
        f"<dc:language><rdf:Bag><rdf:li>{escape(facts.language)}</rdf:li></rdf:Bag></dc:language>"
        f"{creator}{dated}<xmp:CreatorTool>{PROGRAM}</xmp:CreatorTool>"
        f"<pdf:Producer>{PROGRAM}</pdf:Producer>"
        "</rdf:Description></rdf:RDF></x:xmpmeta>\n"
        '<?xpacket end="r"?>'
    )
    # Not compressed: it is read by programs that know nothing else of a PDF.
    entries = "/Type/Metadata/Subtype/XML"
    return file.add_stream(entries, packet.encode("utf-8"), compress=False)


def write_attachment(file: PdfFile, attachment: Attachment) -> int:
    """The number of the file specification of what travels along."""
    digest = hashlib.md5(attachment.content, usedforsecurity=False).hexdigest().upper()
    subtype = "".join(
        letter if letter.isalnum() else f"#{ord(letter):02X}" for letter in attachment.media_type
    )
    content = file.add_stream(
        f"/Type/EmbeddedFile/Subtype/{subtype}"
        f"/Params<</Size {len(attachment.content)}/CheckSum<{digest}>>>",
        attachment.content,
    )
    told = f"/Desc{string(attachment.description)}" if attachment.description else ""
    return file.add(
        f"<</Type/Filespec/F{string(attachment.name)}/UF{string(attachment.name)}"
        f"/EF<</F {content} 0 R/UF {content} 0 R>>/AFRelationship/Source{told}>>"
    )


def write_outline(file: PdfFile, bookmarks: Sequence[Bookmark]) -> int | None:
    """The number of the outline, or None where there are no bookmarks."""
    if not bookmarks:
        return None
    root = file.reserve()
    numbers = [file.reserve() for _ in bookmarks]
    owner = _owners(bookmarks)
    families: dict[int | None, list[int]] = {}
    for index, above in enumerate(owner):
        families.setdefault(above, []).append(index)
    for index, bookmark in enumerate(bookmarks):
        above = owner[index]
        siblings = families[above]
        place = siblings.index(index)
        links = f"/Parent {root if above is None else numbers[above]} 0 R"
        if place > 0:
            links += f"/Prev {numbers[siblings[place - 1]]} 0 R"
        if place + 1 < len(siblings):
            links += f"/Next {numbers[siblings[place + 1]]} 0 R"
        links += _family(families.get(index, []), numbers)
        file.put(
            numbers[index], f"<</Title{string(bookmark.words)}{links}/Dest{_place(bookmark)}>>"
        )
    ends = _family(families[None], numbers, len(bookmarks))
    file.put(root, f"<</Type/Outlines{ends}>>")
    return root


def write_page_labels(file: PdfFile, labels: Sequence[str]) -> int | None:
    """The number of the pages' own names, or None where no page has one."""
    if not any(labels):
        return None
    names = " ".join(
        f"{index} <</P{string(label)}>>" if label else f"{index} <</S/D/St {index + 1}>>"
        for index, label in enumerate(labels)
    )
    return file.add(f"<</Nums[{names}]>>")


def _owners(bookmarks: Sequence[Bookmark]) -> list[int | None]:
    """The index of the bookmark that each stands under."""
    owners: list[int | None] = []
    above: list[int] = []
    for index, bookmark in enumerate(bookmarks):
        del above[bookmark.level :]
        owners.append(above[-1] if above else None)
        above.append(index)
    return owners


def _family(children: Sequence[int], numbers: Sequence[int], count: int = 0) -> str:
    if not children:
        return ""
    first, last = numbers[children[0]], numbers[children[-1]]
    return f"/First {first} 0 R/Last {last} 0 R/Count {count or len(children)}"


def _place(bookmark: Bookmark) -> str:
    if bookmark.corner is None:
        return f"[{bookmark.page} 0 R/Fit]"
    left, top = bookmark.corner
    return f"[{bookmark.page} 0 R/XYZ {number(left)} {number(top)} 0]"


def _day(file: PdfFile, between: str = "") -> str:
    year, month, day = file.moment[:3]
    return between.join((f"{year:04}", f"{month:02}", f"{day:02}"))


def _hour(file: PdfFile, between: str = "") -> str:
    return between.join(f"{part:02}" for part in file.moment[3:])


def _plain(text: str) -> str:
    """What XML can hold of `text`; both places say the same."""
    return text.translate(_UNUSABLE).encode("utf-8", "replace").decode("utf-8")
