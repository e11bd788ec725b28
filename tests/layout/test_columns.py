"""Steps as columns, phases as bands over them."""

import msgspec
import pytest

from cjmapper.layout.result import MapLayout
from cjmapper.layout.styles import DISTANCES, PHASE_NAME, STEP_TITLE
from cjmapper.model import document as d
from cjmapper.text.lines import Line
from tests.support.builders import document, journey
from tests.support.layouts import laid_out

LONG = "Kundetilfredshetsundersøkelsen"


def with_steps(columns: str = "s1 s2|s3", **changes: dict[str, object]) -> MapLayout:
    """A map whose steps are changed by id: `s1={"title": ...}`."""
    made = journey(columns)
    steps = tuple(msgspec.structs.replace(one, **changes.get(one.id, {})) for one in made.steps)
    return laid_out(document(msgspec.structs.replace(made, steps=steps)))


def named(columns: str, names: list[str], titles: str = "x") -> d.Document:
    made = journey(columns)
    phases = tuple(
        msgspec.structs.replace(one, name=name)
        for one, name in zip(made.phases, names, strict=True)
    )
    steps = tuple(msgspec.structs.replace(one, title=titles) for one in made.steps)
    return document(msgspec.structs.replace(made, phases=phases, steps=steps))


def test_columns_stand_side_by_side_right_of_the_lane_titles() -> None:
    layout = laid_out(document(journey("s1 s2|s3")))
    assert [one.x for one in layout.columns] == [
        DISTANCES.title_width + n * DISTANCES.column_width for n in range(3)
    ]
    assert layout.size.width == layout.columns[-1].right


def test_a_width_that_a_person_set_moves_what_stands_to_its_right() -> None:
    plain, wide = with_steps(), with_steps(s2={"width_mm": 90.0})
    assert [one.width for one in wide.columns] == [
        DISTANCES.column_width,
        90.0,
        DISTANCES.column_width,
    ]
    moved = wide.columns[2].x - plain.columns[2].x
    assert moved == pytest.approx(90.0 - DISTANCES.column_width)
    assert wide.phases[1].x == wide.columns[2].x


def test_a_phase_covers_its_steps_and_no_other() -> None:
    layout = laid_out(document(journey("s1 s2|s3|s4 s5")))
    for band in layout.phases:
        held = [one for one in layout.columns if one.phase_index == band.index]
        assert band.x == held[0].x
        assert band.x + band.width == held[-1].right
        assert (band.first_column, band.column_count) == (held[0].index, len(held))


def test_a_long_title_makes_the_row_of_titles_taller_for_all() -> None:
    short, tall = with_steps(), with_steps(s1={"title": "Leter etter et bord for fire " * 3})
    lines = len(tall.columns[0].title.lines)
    assert lines > 2
    added = (lines - len(short.columns[0].title.lines)) * STEP_TITLE.line_height
    assert tall.header.height - short.header.height == pytest.approx(added)


def test_phases_without_words_of_their_steps_need_no_row_of_titles() -> None:
    bare = laid_out(named("s1|s2", ["Før", "Etter"], titles=""))
    assert not bare.header.has_steps
    assert bare.header.step_height == 0.0
    assert laid_out(named("s1 s2|s3", ["Før", "Etter"], titles="")).header.has_steps


def test_a_long_phase_name_makes_the_row_of_phases_taller() -> None:
    one = laid_out(named("s1|s2", ["Før", "Etter"]))
    two = laid_out(named("s1|s2", ["Før", "Vurdering og beslutning i butikken"]))
    lines = len(two.phases[1].name.lines)
    assert lines > 1
    added = two.header.phase_height - one.header.phase_height
    assert added == pytest.approx((lines - 1) * PHASE_NAME.line_height)


def test_a_title_is_as_wide_with_the_star_of_a_moment_of_truth_as_without() -> None:
    title = "Maten kommer til bordet og"
    plain = with_steps(s1={"title": title}).columns[0]
    starred = with_steps(s1={"title": title, "moment_of_truth": True}).columns[0]
    assert starred.title == plain.title


def test_the_row_of_titles_has_room_for_a_star_under_the_number() -> None:
    plain = with_steps(s1={"title": "Betaler"})
    starred = with_steps(s1={"title": "Betaler", "moment_of_truth": True})
    added = starred.header.step_height - plain.header.step_height
    assert added == pytest.approx(STEP_TITLE.line_height)
    two: dict[str, object] = {"title": "Maten kommer til bordet og alle spiser"}
    tall = with_steps(s1=two).header.step_height
    assert with_steps(s1={**two, "moment_of_truth": True}).header.step_height == tall


def test_long_compounds_in_the_narrowest_column_are_hyphenated_inside_it() -> None:
    layout = with_steps("s1|s2", s1={"title": LONG, "width_mm": DISTANCES.least_column})
    column = layout.columns[0]
    assert len(column.title.lines) > 1
    assert column.title.lines[0].hyphen
    assert "".join(line.text for line in column.title.lines) == LONG
    for line in column.title.lines:
        assert column.title.x + line.width(STEP_TITLE.size) <= column.width


def test_a_phase_name_never_reaches_the_point_of_its_band() -> None:
    made = journey("s1|s2|s3")
    phases = tuple(msgspec.structs.replace(one, name=f"{LONG} og {LONG}") for one in made.phases)
    steps = tuple(
        msgspec.structs.replace(one, width_mm=DISTANCES.least_column) for one in made.steps
    )
    layout = laid_out(document(msgspec.structs.replace(made, phases=phases, steps=steps)))
    for band in layout.phases:
        assert f"{LONG} og {LONG}" == _joined(band.name.lines)
        for line in band.name.lines:
            assert band.name.x + line.width(PHASE_NAME.size) <= band.width - DISTANCES.phase_notch
        assert band.name.bottom <= layout.header.phase_height


def _joined(lines: tuple[Line, ...]) -> str:
    text = "".join(line.text if line.hyphen else f"{line.text} " for line in lines)
    return " ".join(text.split())


def test_a_column_that_a_file_makes_too_narrow_for_any_word_is_as_narrow_as_columns_get() -> None:
    layout = with_steps(s1={"width_mm": 1e-9}, s2={"width_mm": 3.0})
    assert [one.width for one in layout.columns[:2]] == [DISTANCES.least_column] * 2
