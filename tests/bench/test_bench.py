"""The bench itself: its table, and that both sides of a row do the same. No time is asserted."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QImage

from cjmapper.errors import CjmapperError
from cjmapper.storage import codec
from cjmapper.ui.canvas.view import MARGIN, Strip
from tests.bench import __main__ as bench
from tests.bench.dragging import timed_drag
from tests.bench.lines import differing_lines
from tests.bench.measure import Row, medians, ms_row, ratio_row
from tests.bench.painting import both_sides
from tests.bench.reference.checked_json import load
from tests.bench.stage import Stage, painted
from tests.support import synthetic
from tests.support.builders import card, document, journey
from tests.support.layouts import metrics


def test_a_row_says_its_name_its_value_its_target_and_whether_it_is_met() -> None:
    assert ratio_row("P9 so", (1.0, 4.0), 0.3).text() == "P9 so  0.25x  <= 0.30x  ok"
    assert ratio_row("P9 so", (1.0, 2.0), 0.3).text() == "P9 so  0.50x  <= 0.30x  short"
    assert Row("P9 so", 0, 0, count=True).text() == "P9 so  0  <= 0  ok"
    assert Row("P9 so", 0.004, 0.01, percent=True).text() == "P9 so  0.4 %  <= 1 %  ok"


def test_a_time_is_said_in_milliseconds_beside_what_it_should_be() -> None:
    assert ms_row("S1 so", 0.0123, 16.0).text() == "S1 so  12.3 ms  <= 16 ms  ok"
    assert ms_row("S1 so", 2.5, 2000.0).text() == "S1 so  2500 ms  <= 2000 ms  short"


@pytest.mark.parametrize("zoom", [0.2, 1.0])
def test_the_plain_view_shows_the_same_picture(qapp: QCoreApplication, zoom: float) -> None:
    assert qapp is not None
    stage = Stage(synthetic.document(100))
    view = both_sides(stage)
    stage.look_at(zoom)
    view.look_at(zoom)
    painted()
    clip = stage.canvas.view.clip(Strip.BODY)
    ours = stage.canvas.viewport().grab().toImage()
    # Our header and lane titles may take another room; beside them all is the same.
    origin = stage.canvas.view.origin
    away = round(origin[0] - MARGIN), round(origin[1] - MARGIN)
    place = QRect(round(clip.x), round(clip.y), 1200, 500)
    theirs = view.viewport().grab().toImage().copy(place.translated(-away[0], -away[1]))
    view.close()
    stage.close()
    alike = likeness(ours.copy(place), theirs)
    assert alike > 0.98
    assert alike > likeness(ours.copy(place), ours.copy(place.translated(9, 9))) + 0.01


def likeness(one: QImage, other: QImage) -> float:
    """The share of channels that are nearly the same."""
    first, second = (
        bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits())
        for image in (one, other)
    )
    assert len(first) == len(second)
    return sum(abs(a - b) < 24 for a, b in zip(first, second, strict=True)) / len(first)


def test_a_drag_of_the_bench_carries_a_card_and_leaves_nothing(qapp: QCoreApplication) -> None:
    assert qapp is not None
    stage = Stage(synthetic.document(100))
    before = stage.session.document
    assert timed_drag(stage, stage.place("card-2").centre) > 0
    assert stage.session.document is before
    assert stage.canvas.feedback.ghost is None
    stage.close()


def test_both_sides_take_turns_and_the_first_turn_does_not_count() -> None:
    turns: list[str] = []

    def side(name: str, *seconds: float) -> object:
        left = list(seconds)

        def measured() -> float:
            turns.append(name)
            return left.pop(0)

        return measured

    times = medians(side("a", 99.0, 1.0, 5.0, 2.0), side("b", 99.0, 4.0, 4.0, 9.0), 3)  # type: ignore[arg-type]
    assert times == (2.0, 4.0)
    assert turns == ["a", "b", "a", "b", "b", "a", "a", "b"]


def test_the_rows_are_printed_and_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bench, "row_of", lambda name: lambda: Row(name, 0.5, 0.3))
    target = tmp_path / "rows.json"
    assert bench.main(["P5", "P6", "--json", str(target)]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed == ["P5  0.50x  <= 0.30x  short", "P6  0.50x  <= 0.30x  short"]
    rows = json.loads(target.read_bytes())
    assert [(row["name"], row["value"], row["ok"]) for row in rows] == [
        ("P5", 0.5, False),
        ("P6", 0.5, False),
    ]


def test_a_row_that_there_is_none_of_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["P99"]) == 2
    assert "P99" in capsys.readouterr().err


@pytest.mark.parametrize("name", sorted(bench.ROWS))
def test_every_row_can_be_found(name: str) -> None:
    assert callable(bench.row_of(name))


def test_the_reference_reads_the_same_document() -> None:
    whole = synthetic.document(200)
    assert load(codec.encode(whole)) == whole


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (b'"id":"card-7"', b'"id":"card-8"'),
        (b'"step":"step-3"', b'"step":"step-99"'),
        (b'"phase":"phase-0"', b'"phase":"phase-9"'),
        (b'"severity":1', b'"severity":9'),
        (b'"kind":"touchpoint"', b'"kind":"emotion"'),
        (b'"format": 1', b'"format": "1"'),
    ],
)
def test_the_reference_refuses_what_the_program_refuses(wrong: bytes, right: bytes) -> None:
    content = codec.encode(synthetic.document(200)).replace(wrong, right, 1)
    with pytest.raises(ValueError, match=r"\w"):
        load(content)
    with pytest.raises(CjmapperError):
        codec.decode(content)


def test_a_line_that_differs_is_counted(
    qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert qapp is not None
    whole = document(journey(cards=(card("c1", "note:s1", "Venter på svar"),)))
    assert differing_lines(whole, 0, metrics()) == []
    monkeypatch.setattr("tests.bench.lines._on_the_map", lambda glyphs, _poster: glyphs)
    assert differing_lines(whole, 0, metrics()) != []
