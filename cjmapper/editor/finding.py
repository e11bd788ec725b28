"""What on a map says what is looked for: texts, names, labels and the words of emotions.

Pure: from a laid-out map and what was typed to ids in reading order. Selects and shows nothing.
"""

from cjmapper.editor.fuzzy import folded
from cjmapper.editor.navigation import Grid
from cjmapper.layout.result import MapLayout
from cjmapper.model import document as d
from cjmapper.model import queries


def found(layout: MapLayout, typed: str) -> tuple[str, ...]:
    """The ids of all that is shown and says it, the grid first and then the connectors.

    Case and accents do not matter; blanks at the ends do not count.
    """
    wanted = folded(typed.strip())
    if not wanted:
        return ()
    journey = layout.map
    links = (link.id for link in journey.links)
    paths = (path.id for path in journey.transitions)
    names = (*Grid(layout).things, *links, *paths)
    return tuple(name for name in names if wanted in folded(said_by(journey, name)))


def said_by(journey: d.JourneyMap, name: str) -> str:
    """The text of the thing of that id; empty where it has none."""
    match queries.part(journey, name):
        case d.Card(text=text) | d.Link(text=text):
            return text
        case d.Phase(name=text) | d.Step(title=text) | d.Lane(title=text):
            return text
        case d.Emotion(words=words):
            return " ".join(words)
        case d.Transition(note=text):
            return text
        case _:
            return ""
