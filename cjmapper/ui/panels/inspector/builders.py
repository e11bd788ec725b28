"""From the plan of a field to its widget, worded in the language in force."""

from collections.abc import Callable

from cjmapper.layout.styles import DISTANCES
from cjmapper.model import document as d
from cjmapper.model import vocabulary as v
from cjmapper.ui.panels.inspector.face_fields import FacesField
from cjmapper.ui.panels.inspector.fields import (
    ChoiceField,
    Field,
    LevelField,
    LineField,
    NewNameField,
    ShareField,
    TextField,
    TickField,
)
from cjmapper.ui.panels.inspector.look_fields import ColourField, SizeField
from cjmapper.ui.panels.inspector.more_fields import (
    DurationField,
    SourcesField,
)
from cjmapper.ui.panels.inspector.places import Choices
from cjmapper.ui.panels.inspector.plans import Control, Plan
from cjmapper.ui.parts.surroundings import Surroundings

_LEVELS = (1, 2, 3, 4, 5)
_WIDTHS_MM = (round(DISTANCES.least_column, 2), round(DISTANCES.most_column, 2))
"""The narrowest and the widest column that a person can set."""
_HEIGHTS_MM = (round(DISTANCES.least_lane, 2), 400.0)
_WIDTHS = (
    "width_less",
    "width_more",
    "width_narrow",
    "width_normal",
    "width_wide",
    "width_fit",
    "width_equalise",
)
_HEIGHTS = ("height_less", "height_more", "height_fit")

_SOURCE_ICONS = {
    v.EvidenceType.INTERVIEW: "mic",
    v.EvidenceType.DEPTH_INTERVIEW: "mic",
    v.EvidenceType.SURVEY: "clipboard",
    v.EvidenceType.FOCUS_GROUP: "users",
    v.EvidenceType.OBSERVATION: "eye",
    v.EvidenceType.USABILITY_TEST: "mouse-pointer",
    v.EvidenceType.ANALYTICS: "chart-line",
    v.EvidenceType.SOCIAL_LISTENING: "messages-square",
    v.EvidenceType.WALKTHROUGH: "footprints",
    v.EvidenceType.MYSTERY_SHOPPING: "shopping-cart",
    v.EvidenceType.SUPPORT_LOG: "headphones",
}


def built(plan: Plan, around: Surroundings, document: d.Document, journey: d.JourneyMap) -> Field:
    """The field of a plan, with nothing shown in it yet."""
    caption = around.words.say(f"inspector.field.{plan.field}")
    choices = [] if plan.choices is None else plan.choices(document, journey, around.words)
    if plan.control is Control.SOURCES:
        return SourcesField(caption, around, _sources(document))
    return _MAKERS[plan.control](plan, caption, around, choices)


def _register(plan: Plan, caption: str, around: Surroundings, choices: Choices) -> Field:
    return NewNameField(caption, around, choices, around.words.say(f"inspector.add_{plan.field}"))


_MAKERS: dict[Control, Callable[[Plan, str, Surroundings, Choices], Field]] = {
    Control.LINE: lambda _plan, caption, around, _choices: LineField(caption, around),
    Control.TEXT: lambda plan, caption, around, _choices: TextField(caption, around, plan.lines),
    Control.CHOICE: lambda _plan, caption, around, choices: ChoiceField(caption, around, choices),
    Control.REGISTER: _register,
    Control.TICK: lambda _plan, caption, around, _choices: TickField(caption, around),
    Control.LEVEL: lambda plan, caption, around, _choices: LevelField(
        caption, around, _levels(plan, around)
    ),
    Control.SHARE: lambda _plan, caption, around, _choices: ShareField(caption, around),
    Control.FACES: lambda _plan, caption, around, _choices: FacesField(caption, around),
    Control.WIDTH: lambda _plan, caption, around, _choices: SizeField(
        caption, around, _WIDTHS_MM, _WIDTHS
    ),
    Control.HEIGHT: lambda _plan, caption, around, _choices: SizeField(
        caption, around, _HEIGHTS_MM, _HEIGHTS
    ),
    Control.COLOUR: lambda _plan, caption, around, _choices: ColourField(caption, around),
    Control.DURATION: lambda _plan, caption, around, _choices: DurationField(caption, around),
}


def _levels(plan: Plan, around: Surroundings) -> list[tuple[object, str, str]]:
    say = around.words.say
    return [(level, str(level), say(f"map.{plan.field}", n=level)) for level in _LEVELS]


def _sources(document: d.Document) -> list[tuple[object, str, str]]:
    return [
        (one.id, one.title or one.headline, _SOURCE_ICONS.get(one.type, "file-text"))
        for one in document.evidence
    ]
