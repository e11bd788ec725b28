"""Laying out in tests: one measure of text for all of them, and layouts as plain values."""

from functools import cache
from typing import Any

from cjmapper.layout.map import lay_out_map
from cjmapper.layout.result import MapLayout
from cjmapper.layout.setting import Setting
from cjmapper.model import document as d
from cjmapper.text.metrics import Metrics, load_metrics
from cjmapper.text.wrap import Typesetter
from cjmapper.words.catalog import Words


@cache
def metrics() -> Metrics:
    """The advance widths of the bundled faces."""
    return load_metrics()


@cache
def setting(language: str = "nb") -> Setting:
    """What a layout in `language` is made with, without the computer's own fonts."""
    return Setting(Typesetter(metrics(), language), Words(language))


def laid_out(document: d.Document, index: int = 0, language: str = "nb") -> MapLayout:
    """One map of a document, laid out from nothing."""
    return lay_out_map(document, document.maps[index].id, setting(language))


def shape(layout: MapLayout) -> dict[str, Any]:
    """Everything a layout says, without what it was made from; equal for equal layouts."""
    return {
        "map": layout.map,
        "size": layout.size,
        "header": layout.header,
        "phases": layout.phases,
        "columns": layout.columns,
        "lanes": layout.lanes,
        "table": dict(layout.grid_cells.table),
        "cells": {key: cell for key, cell in layout.cells.items() if cell.cards or cell.bottom},
        "emotion_lanes": dict(layout.emotion_lanes),
        "links": layout.links,
        "transitions": layout.transitions,
        "column_of": dict(layout.column_of),
        "lane_of": dict(layout.lane_of),
    }


def differing(one: MapLayout, other: MapLayout) -> list[str]:
    """The names of what two layouts do not agree about."""
    ours, theirs = shape(one), shape(other)
    return [name for name in ours if ours[name] != theirs[name]]
