"""The colours of the window by their task, light and dark; the map's own where they are the same.

No Qt, and no sizes.
"""

import msgspec

from cjmapper.drawing import theme


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
    tip: str
    on_tip: str
    handle: str
    emotions: tuple[str, str, str, str, str]
    on_emotion: str


LIGHT = Tokens(
    dark=False,
    canvas=theme.LIGHT.canvas,
    tint=theme.LIGHT.lane_tint,
    surface=theme.LIGHT.surface,
    text=theme.LIGHT.text,
    secondary=theme.LIGHT.secondary,
    hint=theme.LIGHT.hint,
    disabled="#9AA2AE",
    hairline=theme.LIGHT.hairline,
    control=theme.LIGHT.strong_line,
    hover="#EEF1F4",
    pressed="#E2E6EC",
    accent=theme.LIGHT.accent,
    accent_hover="#2B45B8",
    accent_soft="#E8EEFC",
    on_accent="#FFFFFF",
    danger=theme.LIGHT.danger,
    tip="#1B1F27",
    on_tip="#FFFFFF",
    handle="#B4BBC6",
    emotions=theme.LIGHT.emotions,
    on_emotion=theme.LIGHT.emotion_ink[0],
)

DARK = Tokens(
    dark=True,
    canvas=theme.DARK.canvas,
    tint=theme.DARK.lane_tint,
    surface=theme.DARK.surface,
    text=theme.DARK.text,
    secondary=theme.DARK.secondary,
    hint=theme.DARK.hint,
    disabled="#5D6676",
    hairline=theme.DARK.hairline,
    control=theme.DARK.strong_line,
    hover="#2A303B",
    pressed="#343C49",
    accent=theme.DARK.accent,
    accent_hover="#A6B8FF",
    accent_soft="#2B3453",
    on_accent="#10131A",
    danger=theme.DARK.danger,
    tip="#E8EBF0",
    on_tip="#14171D",
    handle="#4A5362",
    emotions=theme.DARK.emotions,
    on_emotion=theme.DARK.emotion_ink[0],
)
