"""The colours of the window by their task, light and dark; sizes by a factor. No Qt."""

import msgspec


class Tokens(msgspec.Struct, frozen=True):
    """What each colour is for; every text colour is at least 4.5 : 1 on `surface` and `tint`."""

    dark: bool
    canvas: str
    tint: str
    surface: str
    text: str
    secondary: str
    hint: str
    disabled: str
    hairline: str
    control: str
    hover: str
    pressed: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    danger: str
    danger_soft: str
    tip: str
    on_tip: str
    handle: str
    emotions: tuple[str, str, str, str, str]
    on_emotion: str


LIGHT = Tokens(
    dark=False,
    canvas="#F6F7F9",
    tint="#EEF1F4",
    surface="#FFFFFF",
    text="#1B1F27",
    secondary="#566070",
    hint="#616A79",
    disabled="#9AA2AE",
    hairline="#D9DEE5",
    control="#7C8594",
    hover="#EEF1F4",
    pressed="#E2E6EC",
    accent="#3451D1",
    accent_hover="#2B45B8",
    accent_soft="#E8EEFC",
    on_accent="#FFFFFF",
    danger="#B42318",
    danger_soft="#FBE9E7",
    tip="#1B1F27",
    on_tip="#FFFFFF",
    handle="#B4BBC6",
    emotions=("#9A3412", "#D4691E", "#7A828E", "#3B8FC4", "#0B5394"),
    on_emotion="#FFFFFF",
)

DARK = Tokens(
    dark=True,
    canvas="#14171D",
    tint="#191D24",
    surface="#1F242D",
    text="#E8EBF0",
    secondary="#A4AEBC",
    hint="#8892A2",
    disabled="#5D6676",
    hairline="#2C333E",
    control="#6C7686",
    hover="#2A303B",
    pressed="#343C49",
    accent="#8FA6FF",
    accent_hover="#A6B8FF",
    accent_soft="#2B3453",
    on_accent="#10131A",
    danger="#FF8A80",
    danger_soft="#43292B",
    tip="#E8EBF0",
    on_tip="#14171D",
    handle="#4A5362",
    emotions=("#F2622E", "#F2A97A", "#A8B0BB", "#8CC6F0", "#3D9BFF"),
    on_emotion="#10131A",
)
