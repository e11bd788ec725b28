"""A drawing with at least one of every primitive, and the text that stands on it."""

import struct
import zlib

from cjmapper.drawing.primitives import (
    Clip,
    Drawing,
    Group,
    Image,
    Link,
    Path,
    PathCommand,
    Primitive,
    Rectangle,
    Stroke,
    TextLine,
)
from cjmapper.geometry import Rect, Size
from cjmapper.layout.styles import baseline_of
from cjmapper.text.fallback import Outline
from cjmapper.text.fonts import Face
from cjmapper.text.metrics import load_metrics
from cjmapper.text.wrap import TextStyle, Typesetter

METRICS = load_metrics()
TITLE = "Fra tom mappe til ferdig plakat – «Ærlig talt»"
TEXTS = (
    "Kundetilfredshetsundersøkelsen kommer på e-post",
    "Leser menyen 🍽 og ser etter allergener ▼ ★ → −2",
    "Ringer for å bestille bord; ingen svarer 😀👍 på «telefonen»",
    "Ж 漢字 \U000f0000 & <merke> «sitat»",
)


class SquareOutlines:
    """Stands in for the computer's fonts: it has Chinese characters, each as a square."""

    def outline(self, text: str, semibold: bool) -> Outline | None:  # noqa: ARG002
        """A row of squares, or None where any character is not Chinese."""
        if not all("\u4e00" <= letter <= "\u9fff" for letter in text):
            return None
        path: list[PathCommand] = []
        for left in range(0, 2048 * len(text), 2048):
            path += _square(left + 200.0, left + 1800.0)
        return Outline(text, 2048 * len(text), tuple(path))


def _square(left: float, right: float) -> tuple[PathCommand, ...]:
    return (
        ("M", left, 0.0),
        ("L", right, 0.0),
        ("L", right, left - right),
        ("L", left, left - right),
        ("Z",),
    )


def typesetter() -> Typesetter:
    """Breaks lines in bokmål, with Chinese squares."""
    return Typesetter(METRICS, "nb", SquareOutlines())


def text(
    words: str, x: float, y: float, width: float, face: Face = Face.SANS, size: float = 3.6
) -> tuple[TextLine, ...]:
    """`words` wrapped to `width`, from (x, y) downwards."""
    setter = typesetter()
    style = TextStyle(face, size, size * 1.35)
    first = y + baseline_of(style)
    return tuple(
        TextLine(x, first + index * style.line_height, line, size, "#1A1A1A")
        for index, line in enumerate(setter.wrap(words, style, width))
    )


def card(number: int, words: str, face: Face = Face.SANS, scale: float = 1.0) -> Group:
    """A rounded box with text in it."""
    box = Rectangle(Rect(0, 0, 38, 32), fill="#FFFFFF", stroke=Stroke("#8899AA", 0.35), radius=2)
    items: tuple[Primitive, ...] = (box, *text(words, 2.5, 2.5, 33, face))
    return Group(f"c{number}", items, x=12 + 45 * number, y=42, scale=scale, role="card")


def png(width: int = 2, height: int = 2, colour: bytes = b"\xd5\x5e\x00") -> bytes:
    """A small picture of one colour."""
    rows = (b"\0" + colour * width) * height
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def sample() -> Drawing:
    """One of everything on an A4 sheet, with a name and bookmarks."""
    phases = tuple(
        Group(
            f"p{number}",
            (
                Rectangle(Rect(0, 0, 85, 12), fill=fill, radius=3),
                *text(name, 4, 2.5, 70, Face.SEMIBOLD, 5),
            ),
            x=12 + 90 * number,
            y=24,
            role="phase",
            title=name,
        )
        for number, (name, fill) in enumerate(
            (("Oppdage", "#DCEBFF"), ("Kjøpe", "#FFE7D6"), ("Bruke", "#E2F4E4"))
        )
    )
    faces = (Face.SANS, Face.SANS, Face.SEMIBOLD_ITALIC, Face.ITALIC)
    cards = tuple(
        card(number, words, face, 0.8 if number == 3 else 1.0)
        for number, (words, face) in enumerate(zip(TEXTS, faces, strict=True))
    )
    return Drawing(
        Size(297, 210),
        (*text(TITLE, 12, 8, 280, Face.SEMIBOLD, 7), *phases, *cards, *_shapes()),
        title="Demo «plakat» & mer",
        language="nb",
        bookmarks=(("Oppdage", "p0"), ("Kjøpe", "p1"), ("Bruke", "p2")),
    )


def _shapes() -> tuple[Primitive, ...]:
    curve: tuple[PathCommand, ...] = (
        ("M", 20.0, 120.0),
        ("C", 60.0, 90.0, 80.0, 140.0, 120.0, 120.0),
    )
    triangle: tuple[PathCommand, ...] = (
        ("M", 30.0, 150.0),
        ("L", 50.0, 150.0),
        ("L", 40.0, 165.0),
        ("Z",),
    )
    return (
        Path(curve, stroke=Stroke("#00568A", 1.2)),
        Path((("M", 20.0, 130.0), ("L", 260.0, 130.0)), stroke=Stroke("#777777", 0.5, (2.0, 1.5))),
        Path(triangle, fill="#A63A00", stroke=Stroke("#000000", 0.4)),
        Image(Rect(70, 145, 40, 30), "picture", "image/png", png(), "Et bilde"),
        Image(Rect(140, 145, 20, 30), "broken", "image/png", b"junk", "Ødelagt"),
        Clip(Rect(170, 145, 40, 20), (Rectangle(Rect(160, 140, 40, 15), fill="#8CC1E6"),)),
        Rectangle(Rect(220, 145, 30, 20), stroke=Stroke("#D55E00", 1.5, (3.0, 2.0))),
        Rectangle(Rect(255, 145, 30, 20), fill="#F0E442", radius=50),
        Link(Rect(220, 145, 30, 20), "https://example.org/?a=1&b=2"),
    )
