"""A small map to walk about in with keys, and how one walks."""

from cjmapper.model import document as d
from cjmapper.model import vocabulary as v
from tests.support.builders import (
    card,
    cards,
    document,
    journey,
    link,
    reading,
    transition,
)
from tests.support.driver import Driver


def sample() -> d.Document:
    return document(
        journey(
            "s1 s2|s3",
            "touchpoint emotion thought note",
            cards=(
                *cards(("a1", "a2", "a3"), "touchpoint:s1"),
                card("b1", "touchpoint:s3"),
                card("n1", "note:s2"),
                card("parked"),
            ),
            emotions=(
                reading("e1", "s1", 1.0),
                reading("e2", "s1", -1.0),
                reading("e3", "s3", 0.0),
            ),
            links=(link("k1", "a1", "b1"),),
            transitions=(transition("w1", "s1", "s3", kind=v.TransitionKind.SKIP),),
        )
    )


def walk(hand: Driver, chords: str) -> list[str]:
    """What is selected after each key: ids, or lane:step of a cell."""
    seen = []
    for chord in chords.split():
        hand.key(chord)
        cell = hand.editor.cell
        seen.append(":".join(cell) if cell else " ".join(hand.selection))
    return seen
