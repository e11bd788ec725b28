"""Points, sizes and rectangles in millimetres, y downwards; conversions at the edges.

Knows nothing of maps, paper or pixels on a particular screen.
"""

import msgspec

MM_PER_INCH = 25.4
MM_PER_PT = MM_PER_INCH / 72
MM_PER_PX = MM_PER_INCH / 96
"""One CSS pixel, which is what one pixel is at 100 % zoom."""


def mm_from_pt(points: float) -> float:
    """Millimetres of a length in typographic points (1/72 inch)."""
    return points * MM_PER_PT


def mm_from_px(pixels: float) -> float:
    """Millimetres of a length in pixels at 100 % (96 to the inch)."""
    return pixels * MM_PER_PX


def px_from_mm(millimetres: float) -> float:
    """Pixels at 100 % (96 to the inch) of a length in millimetres."""
    return millimetres / MM_PER_PX


class Point(msgspec.Struct, frozen=True, gc=False):
    """A place, in millimetres."""

    x: float
    y: float

    def moved(self, dx: float, dy: float) -> "Point":
        """This place, moved by `dx` and `dy` millimetres."""
        return Point(self.x + dx, self.y + dy)

    def distance(self, other: "Point") -> float:
        """Straight distance to `other` in millimetres."""
        return float(((self.x - other.x) ** 2 + (self.y - other.y) ** 2) ** 0.5)


class Size(msgspec.Struct, frozen=True, gc=False):
    """A width and a height, in millimetres."""

    width: float
    height: float

    @property
    def surface(self) -> float:
        """How much it covers, in square millimetres."""
        return self.width * self.height


class Rect(msgspec.Struct, frozen=True, gc=False):
    """An upright rectangle: its left top corner, width and height, in millimetres."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.height

    @property
    def centre(self) -> Point:
        """The point in the middle."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    @property
    def size(self) -> Size:
        """Width and height."""
        return Size(self.width, self.height)

    def contains(self, point: Point) -> bool:
        """Whether `point` lies in it; left and top edges belong, right and lower do not."""
        return self.x <= point.x < self.right and self.y <= point.y < self.bottom

    def meets(self, other: "Rect") -> bool:
        """Whether the two share any area."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )

    def common(self, other: "Rect") -> "Rect":
        """What both hold; of no size where they share nothing."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return Rect(x, y, max(right - x, 0.0), max(bottom - y, 0.0))

    def moved(self, dx: float, dy: float) -> "Rect":
        """The same rectangle elsewhere."""
        return Rect(self.x + dx, self.y + dy, self.width, self.height)

    def grown(self, by: float) -> "Rect":
        """Larger by `by` on every side (smaller where negative)."""
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def united(self, other: "Rect") -> "Rect":
        """The smallest rectangle that holds both."""
        x = min(self.x, other.x)
        y = min(self.y, other.y)
        return Rect(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)


def rect_between(one: Point, other: Point) -> Rect:
    """The rectangle with these two as opposite corners."""
    return Rect(
        min(one.x, other.x), min(one.y, other.y), abs(one.x - other.x), abs(one.y - other.y)
    )


def pixel_size(size: Size, dpi: float) -> tuple[int, int]:
    """Width and height in pixels of something of `size` at `dpi` pixels to the inch."""
    scale = dpi / MM_PER_INCH
    return max(1, round(size.width * scale)), max(1, round(size.height * scale))
