"""Makes the bundled icons, as plain moves, lines and curves, from a pinned package of icons.

Run by hand when the pin or the choice changes; the result is kept in `resources/icons`. Nothing in
the program imports this.
"""

import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from fontTools.pens.basePen import BasePen
from fontTools.svgLib.path import SVGPath

LUCIDE = "lucide-static@1.62.0"
GRID = 24
TARGET = Path(__file__).resolve().parent.parent / "resources" / "icons"

TOUCHPOINTS_AND_CHANNELS = """
    map-pin globe phone mail store users message-circle messages-square smartphone monitor file-text
    car truck newspaper search share-2 user megaphone building-2 video package credit-card calendar
    headphones bot book-open receipt shopping-cart handshake house door-open mic bell route
"""
KINDS = """
    circle-help zap triangle-alert sparkles lightbulb footprints activity target ticket hand
    hand-helping concierge-bell cog server image sticky-note columns-3 rows-3 smile meh frown star
    flag clock heart circle square diamond triangle quote chart-line hourglass badge-check bookmark
    git-branch split merge repeat tag shield flask-conical circle-dot
"""
COMMANDS = """
    undo-2 redo-2 zoom-in zoom-out maximize expand plus minus x check chevron-down chevron-right
    chevron-left chevron-up trash-2 copy scissors clipboard folder-open save download upload printer
    file-plus file-output layout-template settings languages sun moon menu ellipsis info lock eye
    eye-off link external-link arrow-right arrow-left arrow-up arrow-down pause play skip-forward
    corner-up-left log-out keyboard panel-right pencil move grip-vertical history rotate-ccw
    circle-check circle-x circle-plus mouse-pointer type palette copy-plus shapes
"""


class CommandPen(BasePen):  # type: ignore[misc]  # fontTools carries no types
    """Collects what an icon draws as commands on the grid."""

    def __init__(self) -> None:
        super().__init__(None)
        self.commands: list[list[str | float]] = []

    def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
        self._add("M", pt)

    def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
        self._add("L", pt)

    def _curveToOne(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._add("C", *points)

    def _closePath(self) -> None:  # noqa: N802
        self._add("Z")

    def _add(self, letter: str, *points: tuple[float, float]) -> None:
        numbers = [round(value, 3) for point in points for value in point]
        whole = [int(value) if value == int(value) else value for value in numbers]
        self.commands.append([letter, *whole])


def main() -> int:
    """Makes the table of icons and copies the licence; 0 when done."""
    TARGET.mkdir(parents=True, exist_ok=True)
    names = sorted({*f"{TOUCHPOINTS_AND_CHANNELS} {KINDS} {COMMANDS}".split()})
    with tempfile.TemporaryDirectory() as folder:
        package = unpacked(LUCIDE, Path(folder))
        icons = {name: commands(package / "icons" / f"{name}.svg") for name in names}
        shutil.copyfile(package / "LICENSE", TARGET / "LICENSE-lucide.txt")
    rows = [
        f"{json.dumps(name)}:{json.dumps(drawn, separators=(',', ':'))}"
        for name, drawn in icons.items()
    ]
    (TARGET / "icons.json").write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")
    return 0


def unpacked(package: str, folder: Path) -> Path:
    """The content of one pinned package, fetched with npm into `folder`."""
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("npm is needed to fetch the icons")
    subprocess.run([npm, "pack", "--silent", package], cwd=folder, check=True, stdout=sys.stderr)
    (archive,) = folder.glob("*.tgz")
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    return folder / "package"


def commands(file: Path) -> list[list[str | float]]:
    """What one icon draws; shapes and arcs become lines and cubic curves."""
    pen = CommandPen()
    SVGPath.fromstring(file.read_bytes()).draw(pen)
    return pen.commands


if __name__ == "__main__":
    raise SystemExit(main())
