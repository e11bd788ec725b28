"""A first map by keyboard alone: five phases, two touchpoints in each, five emotions."""

from typing import NamedTuple

MOST_KEYS = 30
"""What may be pressed beside the letters of the texts."""

PHASES = ("Finne", "Velge", "Bestille", "Bruke", "Anbefale")
_TOUCHPOINTS = (
    ("Se annonsen", "Spørre en venn"),
    ("Lese omtaler", "Ringe butikken"),
    ("Fylle ut skjema", "Betale på nett"),
    ("Pakke opp", "Få hjelp på chat"),
    ("Skrive omtale", "Tipse en kollega"),
)
_FEELINGS = "54321"


class Step(NamedTuple):
    """One key, or a text that is typed."""

    what: str
    is_text: bool = False


def _steps() -> tuple[Step, ...]:
    enter, tab, right = Step("Enter"), Step("Tab"), Step("Right")
    steps = [enter]
    for number, name in enumerate(PHASES):
        steps += [Step(name, is_text=True), tab if number + 1 < len(PHASES) else enter]
    for number, (first, second) in enumerate(_TOUCHPOINTS):
        steps += [Step(first, is_text=True), enter, Step(second, is_text=True)]
        steps += [tab] if number + 1 < len(_TOUCHPOINTS) else [enter, enter]
    for number, feeling in enumerate(_FEELINGS):
        steps += [Step(feeling)] if number == 0 else [right, Step(feeling)]
    return tuple(steps)


FIRST_MAP = _steps()
"""Beginning on the start screen, as it is after the very first start."""
