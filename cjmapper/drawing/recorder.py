"""A painter that writes down what it is told: one line of text for each thing drawn.

For tests and golden texts. Everything is in the drawing's own millimetres, groups resolved.
"""

from collections.abc import Sequence

from cjmapper.drawing.primitives import (
    Clip,
    Drawing,
    Form,
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
from cjmapper.geometry import Rect


class Recorder:
    """Records drawings as lines of text; `calls` holds them, back to front."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def paint(self, drawing: Drawing) -> None:
        """Records everything in `drawing`, back to front."""
        size = drawing.size
        self.calls.append(
            f"drawing {_numbers(size.width, size.height)} {drawing.background}"
            f" {drawing.language} {drawing.title!r}"
        )
        self._items(drawing.items, _Frame())

    def text(self) -> str:
        """All that was recorded, as one text that ends with a line break."""
        return "".join(f"{call}\n" for call in self.calls)

    def _items(self, items: Sequence[Primitive], frame: "_Frame") -> None:
        for item in items:
            self._one(item, frame)

    def _one(self, item: Primitive, frame: "_Frame") -> None:
        match item:
            case Group():
                self._say(frame, f"group {item.id} {item.role} {item.title!r}")
                self._items(item.items, frame.inside(item))
            case Clip():
                self._say(frame, f"clip {frame.rect(item.rect)}")
                self._items(item.items, frame.deeper())
            case Form():
                self._say(frame, f"form {frame.rect(item.rect)}")
                self._items(item.items, frame.deeper())
            case Rectangle():
                radius = f" r{_numbers(item.radius * frame.scale)}" if item.radius else ""
                look = _look(item.fill, item.stroke, frame.scale)
                self._say(frame, f"rectangle {frame.rect(item.rect)}{radius}{look}")
            case Path():
                commands = " ".join(_command(command, frame) for command in item.commands)
                self._say(frame, f"path {commands}{_look(item.fill, item.stroke, frame.scale)}")
            case TextLine():
                self._say(frame, _text(item, frame))
            case Image():
                self._say(frame, f"image {frame.rect(item.rect)} {item.asset} {item.text!r}")
            case Link():
                self._say(frame, f"link {frame.rect(item.rect)} {item.address}")

    def _say(self, frame: "_Frame", call: str) -> None:
        self.calls.append("  " * frame.depth + call)


class _Frame:
    """Where the coordinates of nested things lie in the drawing."""

    def __init__(self, x: float = 0.0, y: float = 0.0, scale: float = 1.0, depth: int = 1) -> None:
        self.x = x
        self.y = y
        self.scale = scale
        self.depth = depth

    def inside(self, group: Group) -> "_Frame":
        x, y = self.point(group.x, group.y)
        return _Frame(x, y, self.scale * group.scale, self.depth + 1)

    def deeper(self) -> "_Frame":
        return _Frame(self.x, self.y, self.scale, self.depth + 1)

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.x + x * self.scale, self.y + y * self.scale

    def rect(self, rect: Rect) -> str:
        scale = self.scale
        return _numbers(*self.point(rect.x, rect.y), rect.width * scale, rect.height * scale)


def _numbers(*numbers: float) -> str:
    return " ".join(f"{number:.2f}".replace("-0.00", "0.00") for number in numbers)


def _look(fill: str | None, stroke: Stroke | None, scale: float) -> str:
    text = "" if fill is None else f" fill {fill}"
    if stroke is not None:
        text += f" stroke {stroke.colour} {_numbers(stroke.width * scale)}"
        if stroke.dash:
            text += f" dash {_numbers(*(part * scale for part in stroke.dash))}"
    return text


def _command(command: PathCommand, frame: _Frame) -> str:
    numbers = command[1:]
    placed: list[float] = []
    for x, y in zip(numbers[0::2], numbers[1::2], strict=True):
        placed += frame.point(x, y)
    return f"{command[0]} {_numbers(*placed)}".rstrip()


def _text(item: TextLine, frame: _Frame) -> str:
    place = _numbers(*frame.point(item.x, item.baseline), item.size * frame.scale)
    runs = []
    for run in item.line.runs:
        kind = "missing" if run.missing else "outline" if run.outline else run.face.value
        runs.append(f"{kind} {run.advance} {run.text!r}")
    hyphen = " hyphen" if item.line.hyphen else ""
    return f"text {place} {item.colour}{hyphen} {item.line.text!r} [{', '.join(runs)}]"
