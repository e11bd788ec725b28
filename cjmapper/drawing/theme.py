"""Colours as tokens, resolved for one surface: light, dark, high contrast or paper.

Every value is ``#RRGGBB``. Emotions run from orange over grey to blue, so that they are told apart
without red and green; height, face and word say the same. Nothing here is transparent: tints are
already blended.
"""

import re

import msgspec

from cjmapper.drawing.primitives import Colour
from cjmapper.geometry import MM_PER_PX
from cjmapper.model.vocabulary import CardKind

READABLE = 4.5
"""The least contrast of text on its ground (WCAG 2.2, 1.4.3)."""
TELLING = 3.0
"""The least contrast of a shape that says something (WCAG 2.2, 1.4.11)."""

_SEEN = 1.25
"""The least contrast of a band with the page; what is on it tells more than its edge."""

_HEX = re.compile(r"#[0-9A-Fa-f]{6}")


class KindColours(msgspec.Struct, frozen=True):
    """Of one kind of card: its stripe and icon, its ground, its edge."""

    stripe: Colour
    ground: Colour
    edge: Colour


class Theme(msgspec.Struct, frozen=True):
    """All colours of one surface.

    Attributes:
        emotions: −2, −1, 0, +1, +2; `emotion_ink` is what a face is drawn with on each.
        phases: the first and the last phase's band; those between are blended.
        actors: one line colour for each actor after the first.
        step_line: between the steps of a phase; None is only air.
        hair: how wide a hairline of the map is, in the map's millimetres.
        border: how wide the line is where a phase begins.
        felt: how wide the curve of what is felt is.
        level_dash: how the levels of an emotion lane are dashed; nothing is a whole line.
    """

    name: str
    canvas: Colour
    lane_tint: Colour
    surface: Colour
    text: Colour
    secondary: Colour
    hint: Colour
    hairline: Colour
    strong_line: Colour
    accent: Colour
    danger: Colour
    emotions: tuple[Colour, Colour, Colour, Colour, Colour]
    emotion_ink: tuple[Colour, Colour, Colour, Colour, Colour]
    curve: Colour
    quiet_curve: Colour
    phases: tuple[Colour, Colour]
    phase_text: Colour
    star: Colour
    actors: tuple[Colour, ...]
    link: Colour
    contradiction: Colour
    path: Colour
    kinds: dict[CardKind, KindColours]
    step_line: Colour | None = None
    hair: float = MM_PER_PX
    border: float = MM_PER_PX
    felt: float = 2.6 * MM_PER_PX
    level_dash: tuple[float, ...] = ()


_OKABE_ITO = ("#D55E00", "#009E73", "#CC79A7", "#0072B2", "#E69F00", "#56B4E9")


def _kinds(
    stripes: dict[CardKind, Colour], surface: Colour, strength: float, edge: float
) -> dict[CardKind, KindColours]:
    """Ground and edge of each kind, blended from its stripe and the surface."""
    return {
        kind: KindColours(
            stripe,
            surface if kind in _PLAIN else blend(surface, stripe, strength),
            blend(surface, stripe, edge),
        )
        for kind, stripe in stripes.items()
    }


def blend(ground: Colour, ink: Colour, strength: float) -> Colour:
    """`ground` with `strength` (0 to 1) of `ink` mixed in; what transparency would show."""
    channels = zip(_channels(ground), _channels(ink), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * strength):02X}" for a, b in channels)


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def ink_on(ground: Colour) -> Colour:
    """Black or white, whichever reads better on `ground`."""
    white, black = contrast(ground, "#FFFFFF"), contrast(ground, "#10131A")
    return "#FFFFFF" if white >= black else "#10131A"


def readable(ink: Colour, ground: Colour, least: float = READABLE) -> Colour:
    """`ink`, made darker or lighter as far as it must be for a contrast of `least` on `ground`."""
    away = ink_on(ground)
    shades = (blend(ink, away, part / 10) for part in range(10))
    return next((shade for shade in shades if contrast(shade, ground) >= least), away)


def phase_ink(theme: Theme) -> Colour:
    """The colour of the phases for words, where one can read it: a pale brand would turn muddy."""
    ink = blend(theme.phases[0], "#000000", 0.1)
    return ink if contrast(ink, theme.lane_tint) >= READABLE else theme.text


def is_colour(text: str) -> bool:
    """Whether `text` is a colour as written here."""
    return _HEX.fullmatch(text) is not None


def _channels(colour: Colour) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    """The light of a channel from 0 to 1 (IEC 61966-2-1)."""
    knee = 0.04045
    return part / 12.92 if part <= knee else float(((part + 0.055) / 1.055) ** 2.4)


_PLAIN = frozenset({CardKind.TOUCHPOINT, CardKind.PICTURE, CardKind.ACTIVITY})

_STRIPES_LIGHT: dict[CardKind, Colour] = {
    CardKind.ACTIVITY: "#3F4C66",
    CardKind.TOUCHPOINT: "#3451D1",
    CardKind.THOUGHT: "#7A4FC0",
    CardKind.QUESTION: "#7A4FC0",
    CardKind.PAIN: "#B4410F",
    CardKind.RISK: "#8A6500",
    CardKind.GAIN: "#1272A8",
    CardKind.OPPORTUNITY: "#11765A",
    CardKind.COMPANY_GOAL: "#3F4C66",
    CardKind.PHYSICAL_EVIDENCE: "#7A5C38",
    CardKind.FRONTSTAGE: "#43536F",
    CardKind.BACKSTAGE: "#43536F",
    CardKind.SUPPORT: "#43536F",
    CardKind.PICTURE: "#7C8594",
    CardKind.NOTE: "#A87B00",
    CardKind.OTHER: "#7C8594",
}

_STRIPES_DARK: dict[CardKind, Colour] = {
    CardKind.ACTIVITY: "#A9B6CC",
    CardKind.TOUCHPOINT: "#8FA6FF",
    CardKind.THOUGHT: "#BFA3F2",
    CardKind.QUESTION: "#BFA3F2",
    CardKind.PAIN: "#F5926B",
    CardKind.RISK: "#E0BC52",
    CardKind.GAIN: "#7CC4EC",
    CardKind.OPPORTUNITY: "#6CCFAB",
    CardKind.COMPANY_GOAL: "#A9B6CC",
    CardKind.PHYSICAL_EVIDENCE: "#CDB08A",
    CardKind.FRONTSTAGE: "#A9B6CC",
    CardKind.BACKSTAGE: "#A9B6CC",
    CardKind.SUPPORT: "#A9B6CC",
    CardKind.PICTURE: "#8892A2",
    CardKind.NOTE: "#E7C65A",
    CardKind.OTHER: "#8892A2",
}

LIGHT = Theme(
    name="light",
    canvas="#F6F7F9",
    lane_tint="#EEF1F4",
    surface="#FFFFFF",
    text="#1B1F27",
    secondary="#566070",
    hint="#616A79",
    hairline="#D9DEE5",
    strong_line="#7C8594",
    accent="#3451D1",
    danger="#B42318",
    emotions=("#9A3412", "#D4691E", "#7A828E", "#3B8FC4", "#0B5394"),
    emotion_ink=("#FFFFFF",) * 5,
    curve="#2B3658",
    quiet_curve="#8A93A1",
    phases=("#1C2757", "#4058B0"),
    phase_text="#FFFFFF",
    star="#A87B00",
    actors=_OKABE_ITO,
    link="#8A93A1",
    contradiction="#B42318",
    path="#566070",
    kinds=_kinds(_STRIPES_LIGHT, "#FFFFFF", 0.075, 0.24),
)

DARK = Theme(
    name="dark",
    canvas="#14171D",
    lane_tint="#191D24",
    surface="#1F242D",
    text="#E8EBF0",
    secondary="#A4AEBC",
    hint="#8892A2",
    hairline="#2C333E",
    strong_line="#6C7686",
    accent="#8FA6FF",
    danger="#FF8A80",
    emotions=("#F2622E", "#F2A97A", "#A8B0BB", "#8CC6F0", "#3D9BFF"),
    emotion_ink=("#10131A",) * 5,
    curve="#D5DCEA",
    quiet_curve="#7C8798",
    phases=("#2B3A78", "#4A61B8"),
    phase_text="#FFFFFF",
    star="#E7C65A",
    actors=("#E69F00", "#3FC79C", "#E09CC4", "#56B4E9", "#F0E442", "#D55E00"),
    link="#6C7686",
    contradiction="#FF8A80",
    path="#A4AEBC",
    kinds=_kinds(_STRIPES_DARK, "#1F242D", 0.10, 0.30),
)

CONTRAST = Theme(
    name="contrast",
    canvas="#000000",
    lane_tint="#000000",
    surface="#000000",
    text="#FFFFFF",
    secondary="#E6E6E6",
    hint="#D6D6D6",
    hairline="#9A9A9A",
    strong_line="#FFFFFF",
    accent="#FFD400",
    danger="#FF9B8F",
    emotions=("#FF7B47", "#FFC08A", "#D6D6D6", "#A6DAFF", "#58B0FF"),
    emotion_ink=("#000000",) * 5,
    curve="#FFFFFF",
    quiet_curve="#BDBDBD",
    phases=("#FFFFFF", "#FFFFFF"),
    phase_text="#000000",
    star="#FFD400",
    actors=("#E69F00", "#3FC79C", "#E09CC4", "#56B4E9", "#F0E442", "#FF7B47"),
    link="#D6D6D6",
    contradiction="#FF9B8F",
    path="#FFFFFF",
    kinds=_kinds(_STRIPES_DARK, "#000000", 0.0, 0.85),
)

PAPER = msgspec.structs.replace(
    LIGHT,
    name="paper",
    canvas="#FFFFFF",
    lane_tint="#F5F6F8",
    text="#000000",
    secondary="#3F4856",
    hint="#4C5564",
    hairline="#95999F",
    hair=0.35 * MM_PER_PX,
    border=0.8 * MM_PER_PX,
    felt=3.2 * MM_PER_PX,
    level_dash=(1.5 * MM_PER_PX, 4.0 * MM_PER_PX),
)


def with_brand(theme: Theme, colour: Colour | None) -> Theme:
    """The theme with one brand colour for the phases, and ink that reads on it.

    A colour on which neither ink reads is darkened as far as it must be; one that is as pale as
    the paper is made to stand out from it.
    """
    if colour is None or not is_colour(colour):
        return theme
    seen = _until(colour, ink_on(theme.canvas), theme.canvas, _SEEN)
    ink = ink_on(seen)
    if contrast(seen, ink) < READABLE:
        ink = "#FFFFFF"
        seen = _until(seen, "#000000", ink, READABLE)
    far = blend(seen, "#FFFFFF" if ink == "#FFFFFF" else "#000000", 0.14)
    last = far if contrast(far, ink) >= READABLE else seen
    return msgspec.structs.replace(theme, phases=(seen, last), phase_text=ink)


def _until(colour: Colour, away: Colour, other: Colour, least: float) -> Colour:
    """`colour`, with as much of `away` in it as a contrast of `least` with `other` takes."""
    shades = (blend(colour, away, part / 20) for part in range(20))
    return next((shade for shade in shades if contrast(shade, other) >= least), away)
