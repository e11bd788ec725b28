"""The paths of a map as a graph: what is out of reach, what leads nowhere, loops, must-pass steps.

The graph is built when asked for and kept by nobody; its library is imported then. How many take a
path is not asked here, but for paths that nobody takes.
"""

from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from cjmapper.analysis.paths import counted_paths, first_path
from cjmapper.model import ids
from cjmapper.model.document import JourneyMap
from cjmapper.model.figures import Shape

if TYPE_CHECKING:
    from networkx import DiGraph


def shape_of(journey: JourneyMap) -> Shape:
    """How the steps of a map hang together; one after the other where no paths are drawn."""
    import networkx as nx

    graph = _graph(journey)
    reached = {ids.START, *nx.descendants(graph, ids.START)}
    leading = set().union(*(nx.ancestors(graph, end) for end in (ids.GOAL, ids.DROP)))
    steps = [step.id for step in journey.steps]
    return Shape(
        unreachable=tuple(step for step in steps if step not in reached),
        dead_ends=tuple(step for step in steps if step in reached and step not in leading),
        must_pass=_must_pass(graph, steps),
        loops=_loops(graph, steps),
    )


def _graph(journey: JourneyMap) -> "DiGraph":
    """Places and the paths between them, without those that nobody takes."""
    import networkx as nx

    graph = nx.DiGraph()
    graph.add_nodes_from((ids.START, *(step.id for step in journey.steps), ids.GOAL, ids.DROP))
    graph.add_edges_from(_ways(journey))
    return graph


def _ways(journey: JourneyMap) -> Iterator[tuple[str, str]]:
    paths = counted_paths(journey)
    if not paths:
        yield from pairwise((ids.START, *(step.id for step in journey.steps), ids.GOAL))
        return
    if all(path.start != ids.START for path in paths):
        paths.append(first_path(journey))
    yield from ((path.start, path.to) for path in paths if path.share != 0)


def _must_pass(graph: "DiGraph", steps: Collection[ids.StepId]) -> tuple[ids.StepId, ...]:
    """Up from the goal by what dominates it; the start has nothing above it, or itself."""
    import networkx as nx

    above = nx.immediate_dominators(graph, ids.START)
    found = set()
    place = above.get(ids.GOAL)
    while place is not None and place not in found:
        found.add(place)
        place = above.get(place)
    return tuple(step for step in steps if step in found)


def _loops(graph: "DiGraph", steps: Collection[ids.StepId]) -> tuple[tuple[ids.StepId, ...], ...]:
    """Steps that lead back to themselves, those of one loop or of loops that meet together."""
    import networkx as nx

    found = []
    for group in nx.strongly_connected_components(graph):
        some = tuple(step for step in steps if step in group)
        if len(some) > 1 or any(graph.has_edge(step, step) for step in some):
            found.append(some)
    order = {step: number for number, step in enumerate(steps)}
    return tuple(sorted(found, key=lambda loop: order[loop[0]]))
