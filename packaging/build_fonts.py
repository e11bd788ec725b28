"""Makes the bundled fonts and their table of advance widths from two pinned packages of fonts.

Run by hand when a pin changes; the results are kept in `resources/fonts`. The same pins give the
same bytes. Nothing in the program imports this.
"""

import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from io import BytesIO
from itertools import chain
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

INTER = "@expo-google-fonts/inter@0.4.2"
NOTO_EMOJI = "@expo-google-fonts/noto-emoji@0.4.7"
UNITS_PER_EM = 2048
TARGET = Path(__file__).resolve().parent.parent / "resources" / "fonts"

SANS_FAMILY = "CJMapper Sans"
EMOJI_FAMILY = "CJMapper Emoji"
SANS = {
    "sans": ("400Regular/Inter_400Regular.ttf", "Regular"),
    "italic": ("400Regular_Italic/Inter_400Regular_Italic.ttf", "Italic"),
    "semibold": ("600SemiBold/Inter_600SemiBold.ttf", "SemiBold"),
    "semibold_italic": ("600SemiBold_Italic/Inter_600SemiBold_Italic.ttf", "SemiBold Italic"),
}
EMOJI = "400Regular/NotoEmoji_400Regular.ttf"
KEPT_NAMES = (0, 5, 7, 8, 9, 11, 12, 13, 14)
"""Copyright, version, trademark, makers and licence stay as their authors wrote them."""

LETTERS = (
    (0x0020, 0x007E),
    (0x00A0, 0x024F),
    (0x0259, 0x0259),
    (0x0292, 0x0292),
    (0x02B0, 0x02FF),
    (0x0300, 0x036F),
    (0x0370, 0x03FF),
    (0x0400, 0x052F),
    (0x1E00, 0x1FFF),
    (0x2000, 0x206F),
    (0x2070, 0x20BF),
    (0x2100, 0x218F),
    (0x2190, 0x21FF),
    (0x2200, 0x22FF),
    (0x2300, 0x23FF),
    (0x2460, 0x24FF),
    (0x2500, 0x25FF),
    (0x2600, 0x27BF),
    (0x27F0, 0x27FF),
    (0x2900, 0x297F),
    (0x2B00, 0x2BFF),
    (0x2E00, 0x2E7F),
)
INVISIBLE = frozenset((*range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x2070)))
"""Never drawn: the program gives these no glyph and no width."""

NOT_PICTURES = frozenset((*range(0x80), *range(0xFE00, 0xFE10), *range(0xE0000, 0xE0080)))
"""Digits, variation selectors and tags, which the emoji face has for joining."""
WINDOWS = 3
"""The one set of names that is kept."""


def main() -> int:
    """Makes every font, the table and the licence texts; 0 when done."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        inter = unpacked(INTER, Path(folder) / "inter")
        noto = unpacked(NOTO_EMOJI, Path(folder) / "noto")
        table = {face: made_sans(inter / path, style) for face, (path, style) in SANS.items()}
        table["emoji"] = made_emoji(noto / EMOJI)
        shutil.copyfile(inter / "LICENSE_FONT", TARGET / "OFL-Inter.txt")
        shutil.copyfile(noto / "LICENSE_FONT", TARGET / "OFL-NotoEmoji.txt")
    text = json.dumps(table, separators=(",", ":")).replace('},"', '},\n"')
    (TARGET / "advances.json").write_text(text + "\n", encoding="utf-8")
    return 0


def unpacked(package: str, folder: Path) -> Path:
    """The content of one pinned package, fetched with npm into `folder`."""
    folder.mkdir()
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("npm is needed to fetch the fonts")
    subprocess.run([npm, "pack", "--silent", package], cwd=folder, check=True, stdout=sys.stderr)
    (archive,) = folder.glob("*.tgz")
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    return folder / "package"


def made_sans(source: Path, style: str) -> dict[str, object]:
    """Writes one sans face; gives its row of the table."""
    font = TTFont(source, recalcTimestamp=False)
    wanted = set(chain.from_iterable(range(low, high + 1) for low, high in LETTERS)) - INVISIBLE
    return written(reduced(font, wanted), SANS_FAMILY, style)


def made_emoji(source: Path) -> dict[str, object]:
    """Writes the emoji face, in the same units as the sans; gives its row of the table."""
    font = TTFont(source, recalcTimestamp=False)
    wanted = set(font.getBestCmap()) - INVISIBLE - NOT_PICTURES
    scale_upem(font, UNITS_PER_EM)
    return written(reduced(font, wanted), EMOJI_FAMILY, "Regular")


def reduced(font: TTFont, wanted: set[int]) -> TTFont:
    """`font` with these characters only, and nothing that moves or replaces a glyph."""
    options = subset.Options(
        layout_features=[],
        hinting=False,
        notdef_outline=True,
        name_IDs=["*"],
        recalc_bounds=True,
        drop_tables=["GSUB", "GPOS", "GDEF", "STAT", "gasp", "vhea", "vmtx", "DSIG", "meta"],
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    return font


def written(font: TTFont, family: str, style: str) -> dict[str, object]:
    """Saves `font` under its private name; gives its heights and advances."""
    rename(font, family, style)
    file = TARGET / f"{family.replace(' ', '')}-{style.replace(' ', '')}.ttf"
    stream = BytesIO()
    font.save(stream, reorderTables=True)
    file.write_bytes(stream.getvalue())
    return measured(TTFont(file))


def rename(font: TTFont, family: str, style: str) -> None:
    """Gives `font` the private family name; an installed one can never stand in for it."""
    names = font["name"]
    names.names = [
        record
        for record in names.names
        if record.platformID == WINDOWS and record.nameID in KEPT_NAMES
    ]
    bold = style.startswith("SemiBold")
    slant = "Italic" if style.endswith("Italic") else "Regular"
    postscript = f"{family.replace(' ', '')}-{style.replace(' ', '')}"
    given = {
        1: f"{family} SemiBold" if bold else family,
        2: slant,
        3: postscript,
        4: f"{family} {style}",
        6: postscript,
        16: family,
        17: style,
    }
    for name_id, text in given.items():
        names.setName(text, name_id, WINDOWS, 1, 0x409)


def measured(font: TTFont) -> dict[str, object]:
    """One row of the table: heights, and advances in runs of neighbouring code points."""
    widths = font["hmtx"]
    runs: dict[str, list[int]] = {}
    current: list[int] = []
    expected = -1
    for code, glyph in sorted(font.getBestCmap().items()):
        if code != expected:
            current = runs[str(code)] = []
        current.append(widths[glyph][0])
        expected = code + 1
    letters = font["OS/2"]
    return {
        "units_per_em": font["head"].unitsPerEm,
        "ascent": font["hhea"].ascent,
        "descent": -font["hhea"].descent,
        "x_height": letters.sxHeight,
        "cap_height": letters.sCapHeight,
        "advances": runs,
    }


if __name__ == "__main__":
    raise SystemExit(main())
