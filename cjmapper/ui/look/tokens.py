"""The colours of the window by their task, in each theme; the map's own where they are the same.

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
    fine: str
    desk: str
    tip: str
    tip_hover: str
    on_tip: str
    handle: str
    emotions: tuple[str, str, str, str, str]
    on_emotion: str


class OnPaper(msgspec.Struct, frozen=True):
    """What a sheet of paper looks like in the window, and what lies over it, in every theme.

    Attributes:
        grave: the ground of the number of what should be mended.
        slight: of what may be left.
        ink: of numbers and words on those grounds and on `joint`.
    """

    sheet: str = "#FFFFFF"
    joint: str = "#3553D9"
    grave: str = "#A63A00"
    slight: str = "#566173"
    ink: str = "#FFFFFF"


ON_PAPER = OnPaper()
SHADOW = "#101828"
"""Of what lies or is lifted above its ground; mostly seen through."""

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
    fine="#00735A",
    desk="#DDE1E7",
    tip="#1B1F27",
    tip_hover="#3A414E",
    on_tip="#FFFFFF",
    handle="#818A98",
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
    fine="#5FCBA9",
    desk=theme.DARK.canvas,
    tip="#E8EBF0",
    tip_hover="#C9CFD8",
    on_tip="#14171D",
    handle="#697385",
    emotions=theme.DARK.emotions,
    on_emotion=theme.DARK.emotion_ink[0],
)

CONTRAST = Tokens(
    dark=True,
    canvas=theme.CONTRAST.canvas,
    tint=theme.CONTRAST.lane_tint,
    surface=theme.CONTRAST.surface,
    text=theme.CONTRAST.text,
    secondary=theme.CONTRAST.secondary,
    hint=theme.CONTRAST.hint,
    disabled="#8E8E8E",
    hairline=theme.CONTRAST.hairline,
    control=theme.CONTRAST.strong_line,
    hover="#595959",
    pressed="#6B6B6B",
    accent=theme.CONTRAST.accent,
    accent_hover="#FFE566",
    accent_soft="#3D3300",
    on_accent="#000000",
    danger=theme.CONTRAST.danger,
    fine="#5FCBA9",
    desk=theme.CONTRAST.canvas,
    tip="#FFFFFF",
    tip_hover="#D0D0D0",
    on_tip="#000000",
    handle="#B8B8B8",
    emotions=theme.CONTRAST.emotions,
    on_emotion=theme.CONTRAST.emotion_ink[0],
)
"""Black, white and one yellow: for those to whom grey on grey says nothing."""
