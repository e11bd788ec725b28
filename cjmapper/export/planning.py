"""A map on its way to pages, whatever is made of it: the one road for a file and for its preview.

Writes nothing.
"""

from collections.abc import Callable

import msgspec

from cjmapper.drawing.pages import Page
from cjmapper.export.empty_grid import grid_request
from cjmapper.export.labels import plan_labels
from cjmapper.export.options import ExportKind, ExportOptions
from cjmapper.export.poster import PosterPlan, PosterRequest, plan_poster
from cjmapper.model import queries
from cjmapper.model.document import Document
from cjmapper.text.wrap import Typesetter


class MapPages(msgspec.Struct, frozen=True):
    """What becomes of a map: its pages, and the plan that they are of; labels have none.

    Of those `blank_labels` are empty.
    """

    pages: tuple[Page, ...]
    plan: PosterPlan | None = None
    blank_labels: int = 0


def plan_map(
    document: Document,
    map_id: str,
    options: ExportOptions,
    typesetter: Typesetter,
    pulse: Callable[[], None] | None = None,
    gone_names: tuple[str, ...] = (),
) -> MapPages:
    """The pages of one map; `document` is already without what is left out.

    `gone_names` are the names that are among that. `pulse` is called now and then; it stops the
    work by raising.

    Raises:
        ExportError: whatever makes the settings useless.
    """
    journey = queries.map_by_id(document, map_id)
    request = PosterRequest(
        document=document,
        journey=journey,
        settings=options.settings_for(journey),
        language=options.language_for(document),
        today=options.today,
        file_name=options.file_name,
        gone_names=gone_names,
    )
    if options.kind is ExportKind.LABELS:
        made = plan_labels(request, typesetter, pulse)
        return MapPages(made.pages, blank_labels=made.blanks)
    if options.kind is ExportKind.GRID:
        request = grid_request(request, typesetter)
    plan = plan_poster(request, typesetter, pulse)
    return MapPages(plan.pages, plan)
