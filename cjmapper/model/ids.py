"""Names of the things in a document, and where new ones come from.

A new id comes from a source that is passed in, so that edits can be repeated exactly.
"""

import random
import re
import string
from collections.abc import Callable
from typing import NewType

DocumentId = NewType("DocumentId", str)
MapId = NewType("MapId", str)
PhaseId = NewType("PhaseId", str)
StepId = NewType("StepId", str)
LaneId = NewType("LaneId", str)
CardId = NewType("CardId", str)
EmotionId = NewType("EmotionId", str)
TransitionId = NewType("TransitionId", str)
LinkId = NewType("LinkId", str)
ActorId = NewType("ActorId", str)
ChannelId = NewType("ChannelId", str)
DepartmentId = NewType("DepartmentId", str)
TagId = NewType("TagId", str)
EvidenceId = NewType("EvidenceId", str)
MetricId = NewType("MetricId", str)
WorkshopId = NewType("WorkshopId", str)
InsightId = NewType("InsightId", str)
ActionId = NewType("ActionId", str)
VoteRoundId = NewType("VoteRoundId", str)
CommentId = NewType("CommentId", str)
AssetId = NewType("AssetId", str)

StepEnd = NewType("StepEnd", str)
"""Where a transition begins or ends: a step's id, or START, GOAL or DROP."""

START = StepEnd("START")
GOAL = StepEnd("GOAL")
DROP = StepEnd("DROP")
RESERVED = frozenset({"START", "GOAL", "DROP"})

MOST_SIGNS = 64
ID_SIGNS = f"{string.ascii_letters}{string.digits}_-"
ID_PATTERN = re.compile(f"[{ID_SIGNS}]{{1,{MOST_SIGNS}}}")
_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
_LENGTH = 10

IdSource = Callable[[], str]
"""Gives a new id at each call; never the same twice in one document."""


def random_ids(chance: random.Random) -> IdSource:
    """Ids of ten random base32 letters, drawn from `chance`."""

    def new_id() -> str:
        return "".join(chance.choice(_LETTERS) for _ in range(_LENGTH))

    return new_id


def counted_ids(prefix: str = "n") -> IdSource:
    """Ids ``n1``, ``n2``, … for what must come out the same every time (templates, tests)."""
    count = 0

    def new_id() -> str:
        nonlocal count
        count += 1
        return f"{prefix}{count}"

    return new_id
