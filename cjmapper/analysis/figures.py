"""All figures of one map together."""

from cjmapper.analysis.coverage import coverage_of
from cjmapper.analysis.flow import flow_of
from cjmapper.analysis.gaps import gaps_of
from cjmapper.analysis.lows import lows_of
from cjmapper.analysis.moments import moments_of
from cjmapper.analysis.pains import pains_of
from cjmapper.model import ids, queries
from cjmapper.model.document import Document
from cjmapper.model.figures import Figures


def figures_of(document: Document, map_id: ids.MapId) -> Figures:
    """The figures of the map `map_id`; EditError `unknown_id` where there is no such map."""
    journey = queries.map_by_id(document, map_id)
    flow = flow_of(journey)
    return Figures(
        lows=lows_of(journey),
        gaps=gaps_of(journey),
        moments=moments_of(journey, flow),
        pains=pains_of(journey, flow),
        coverage=coverage_of(document, journey),
        flow=flow,
    )
