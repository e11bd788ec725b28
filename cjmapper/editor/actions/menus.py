"""What is offered for each kind of thing that is selected: the context menu and the toolbar.

Tables of ids only; `-` parts, `>` begins a menu within the menu. What the menus within menus hold
is `INNER`; those that depend on the map are filled when they open.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from cjmapper.model import document as d

if TYPE_CHECKING:
    from cjmapper.editor.editor import Editor

MOST_ITEMS = 12


class Target(StrEnum):
    """What is selected, as far as it matters for what is offered."""

    CARD = "card"
    CARDS = "cards"
    PHASE = "phase"
    STEP = "step"
    LANE = "lane"
    READING = "reading"
    LINK = "link"
    TRANSITION = "transition"
    MANY = "many"
    CELL = "cell"
    EMOTION_CELL = "emotion_cell"
    NOTHING = "nothing"


_KINDS: dict[type, Target] = {
    d.Card: Target.CARD,
    d.Phase: Target.PHASE,
    d.Step: Target.STEP,
    d.Lane: Target.LANE,
    d.Emotion: Target.READING,
    d.Link: Target.LINK,
    d.Transition: Target.TRANSITION,
}

MENUS: dict[Target, str] = {
    Target.CARD: (
        "edit_text connect - >move_to carry >feeling - copy paste duplicate - "
        ">card_kind >tint copy_picture_selection delete"
    ),
    Target.CARDS: (
        ">move_to carry - cut copy paste duplicate - "
        ">tint copy_picture_selection park_card - delete"
    ),
    Target.PHASE: (
        "edit_text - add_step add_phase - >move_column >width - copy_picture_phase - delete"
    ),
    Target.STEP: (
        "edit_text connect - add_step split_phase - >move_column >width >feeling - "
        "moment_of_truth - delete"
    ),
    Target.LANE: "edit_text - add_lane - >move_row >height hide_lane show_lanes - delete",
    Target.READING: "edit_text >feeling - move_left move_right - delete",
    Target.LINK: "edit_text - >link_kind reverse_link - delete",
    Target.TRANSITION: "edit_text - >path_kind - delete",
    Target.MANY: "copy - delete",
    Target.CELL: "add_card paste - add_step add_phase add_lane",
    Target.EMOTION_CELL: ">feeling - add_step add_phase add_lane - copy_picture_curve",
    Target.NOTHING: (
        "paste insert_picture - add_phase add_lane - select_all find - "
        "width_equalise zoom_fit copy_picture_map"
    ),
}
"""The context menus, never more than `MOST_ITEMS` long."""

TOOLBARS: dict[Target, str] = {
    Target.CARD: "edit_text >card_kind >tint >feeling connect carry - duplicate delete",
    Target.CARDS: "carry >tint - duplicate delete",
    Target.PHASE: "edit_text add_step >width - move_left move_right - delete",
    Target.STEP: (
        "edit_text add_step moment_of_truth >feeling >width - move_left move_right - delete"
    ),
    Target.LANE: "edit_text >height - move_up move_down - hide_lane delete",
    Target.READING: "emotion_1 emotion_2 emotion_3 emotion_4 emotion_5 - edit_text delete",
    Target.EMOTION_CELL: "emotion_1 emotion_2 emotion_3 emotion_4 emotion_5",
    Target.LINK: "edit_text >link_kind reverse_link - delete",
    Target.TRANSITION: "edit_text >path_kind - delete",
    Target.MANY: "delete",
}
"""The toolbar beside what is selected; where nothing is listed there is none."""

INNER: dict[str, str] = {
    "move_column": "move_left move_right move_first move_last",
    "move_row": "move_up move_down move_first move_last",
    "move": "move_left move_right move_up move_down - move_first move_last - carry",
    "maps": "add_map duplicate_map rename_map - delete_map",
    "connect_new": "connect_left connect_right connect_up connect_down",
    "copy_picture": "copy_picture_selection copy_picture_phase copy_picture_curve copy_picture_map",
    "width": "width_narrow width_normal width_wide - width_less width_more - "
    "width_fit width_equalise",
    "height": "height_less height_more - height_fit",
    "feeling": "emotion_5 emotion_4 emotion_3 emotion_2 emotion_1",
    "tint": "tint_none - tint_blue tint_green tint_yellow tint_orange tint_pink",
    "link_kind": "link_leads_to link_causes link_influences link_depends_on link_answers "
    "link_addresses link_contradicts",
    "path_kind": "path_next path_skip path_loop_back path_pause path_drop_off",
}
"""What stands in the menus within menus."""

FROM_MAP = frozenset({"move_to", "card_kind"})
"""Menus within menus that depend on the map."""

ICONS = {
    "move": "move",
    "maps": "layout-template",
    "connect_new": "route",
    "copy_picture": "image",
    "move_to": "move",
    "card_kind": "shapes",
    "move_column": "move",
    "move_row": "move",
    "width": "columns-3",
    "height": "rows-3",
    "feeling": "smile",
    "tint": "palette",
    "link_kind": "link",
    "path_kind": "route",
}
"""The icons of menus within menus."""


def target_of(editor: Editor) -> Target:
    """What is selected now."""
    if editor.cell is not None:
        emotions = editor.cell[0] in editor.layout.emotion_lanes
        return Target.EMOTION_CELL if emotions else Target.CELL
    parts, kinds = editor.chosen.parts, editor.chosen.kinds
    if not parts:
        return Target.NOTHING
    if len(parts) == 1:
        return _KINDS.get(type(parts[0]), Target.MANY)
    return Target.CARDS if kinds == {d.Card} else Target.MANY


def items(offered: str) -> tuple[str, ...]:
    """The ids of a table's line, without what parts them."""
    return tuple(item for item in offered.split() if item != "-")


def offered_for(target: Target) -> tuple[str, ...]:
    """The ids of all commands that the context menu leads to, in its order."""
    found: list[str] = []
    for item in items(MENUS[target]):
        found += items(INNER.get(item[1:], "")) if item.startswith(">") else (item,)
    return tuple(dict.fromkeys(found))
