"""The inspector: each field is one edit of what is selected, at once."""

from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cjmapper.editor.kinds import COLOURS
from cjmapper.editor.session import Session
from cjmapper.model import document as d
from cjmapper.model import ids, queries
from cjmapper.model import vocabulary as v
from cjmapper.model.extra import Entity
from cjmapper.ui.panels.inspector.face_fields import FacesField
from cjmapper.ui.panels.inspector.fields import (
    ChoiceField,
    Field,
    LevelField,
    LineField,
    NewNameField,
    ShareField,
    TextField,
    TickField,
)
from cjmapper.ui.panels.inspector.groups import Disclosure
from cjmapper.ui.panels.inspector.inspector import Inspector
from cjmapper.ui.panels.inspector.look_fields import ColourField, SizeField
from cjmapper.ui.panels.inspector.more_fields import (
    DurationField,
    NumberField,
    SourcesField,
)
from tests.support.builders import card, document, journey, link, reading, transition
from tests.support.windows import session_of, surroundings

CHANNEL = d.Channel(id=ids.ChannelId("ch1"), name="Phone")
SOURCE = d.Evidence(id=ids.EvidenceId("ev1"), title="Nine interviews")
MAP = journey(
    "s1 s2|s3",
    cards=(
        card("t1", "touchpoint:s1"),
        card("t2", "touchpoint:s2", channel="ch1"),
        card("w1", "pain:s1", severity=2, reach=0.4, evidence=("ev1",)),
        card("n1", "note:s1"),
    ),
    emotions=(reading("e1", "s1", 1.0), reading("e2", "s2", -1.0)),
    transitions=(transition("x1", "s1", "s2", wait="P21D"),),
    links=(link("l1", "t1", "w1"),),
)


@pytest.fixture
def session() -> Session:
    return session_of(document(MAP, channels=(CHANNEL,), evidence=(SOURCE,)))


@pytest.fixture
def inspector(qtbot: QtBot, session: Session) -> Iterator[Inspector]:
    around = surroundings()
    holder = QWidget()
    made = Inspector(around, session)
    made.setParent(holder)
    qtbot.addWidget(holder)
    holder.resize(300, 900)
    holder.show()
    made.show()
    made.refused.connect(lambda error: pytest.fail(str(error)))
    yield made
    around.deleteLater()


def selected(inspector: Inspector, session: Session, *names: str) -> None:
    session.select(names)
    inspector.bring_up_to_date()


F = TypeVar("F", bound=Field)
T = TypeVar("T", bound=Entity)


def field(inspector: Inspector, name: str, kind: type[F]) -> F:
    inspector.bring_up_to_date()
    shown = inspector.fields[name][1]
    assert isinstance(shown, kind)
    return shown


def entries(session: Session) -> int:
    return len(session.entry_names)


def found(session: Session, name: str, kind: type[T]) -> T:
    thing = queries.part(session.journey, name)
    assert isinstance(thing, kind)
    return thing


def a_card(session: Session, name: str) -> d.Card:
    return found(session, name, d.Card)


@pytest.mark.parametrize("names", [(), ("t1",), ("w1",), ("p1",), ("s1",), ("e1",), ("x1",)])
def test_no_kind_has_more_than_ten_fields_at_first_sight(
    inspector: Inspector, session: Session, names: tuple[str, ...]
) -> None:
    selected(inspector, session, *names)
    seen = [one for _, one in inspector.fields.values() if one.isVisible()]
    assert 1 <= len(seen) <= 10


def test_typing_shows_on_the_map_and_leaving_makes_one_entry(
    inspector: Inspector, session: Session
) -> None:
    selected(inspector, session, "t1")
    text = field(inspector, "text", TextField)
    text.text.setFocus()
    QTest.keyClicks(text.text, " in the yard")
    assert session.is_previewing
    assert entries(session) == 0
    text.finish()
    assert "in the yard" in a_card(session, "t1").text
    assert entries(session) == 1
    session.undo()
    assert a_card(session, "t1").text == "Card t1"


def test_what_is_left_as_it_was_makes_no_entry(inspector: Inspector, session: Session) -> None:
    selected(inspector, session, "p1")
    name = field(inspector, "name", LineField)
    name.line.setText("Phase 1")
    name.line.setModified(True)
    name.finish()
    assert entries(session) == 0
    assert not session.is_previewing


def test_a_choice_is_one_entry(inspector: Inspector, session: Session) -> None:
    selected(inspector, session, "t1")
    field(inspector, "status", ChoiceField).settled.emit(v.TouchpointStatus.FAILED)
    assert a_card(session, "t1").status is v.TouchpointStatus.FAILED
    assert entries(session) == 1
    assert session.undo_name is not None
    assert session.undo_name.code == "undo.change_card"


def test_a_new_channel_is_made_and_used_in_one_entry(
    inspector: Inspector, session: Session
) -> None:
    selected(inspector, session, "t1")
    channel = field(inspector, "channel", NewNameField)
    channel.name_line.setText("  Web site ")
    channel.finish()
    made = session.document.channels[-1]
    assert made.name == "Web site"
    assert a_card(session, "t1").channel == made.id
    assert entries(session) == 1
    session.undo()
    assert session.document.channels == (CHANNEL,)


def test_pressing_the_severity_in_force_takes_it_away(
    inspector: Inspector, session: Session
) -> None:
    selected(inspector, session, "w1")
    severity = field(inspector, "severity", LevelField)
    QTest.mouseClick(severity.buttons[5], Qt.MouseButton.LeftButton)
    assert a_card(session, "w1").severity == 5
    QTest.mouseClick(severity.buttons[5], Qt.MouseButton.LeftButton)
    assert a_card(session, "w1").severity is None
    assert entries(session) == 2


def test_dragging_the_slider_is_one_entry(inspector: Inspector, session: Session) -> None:
    selected(inspector, session, "w1")
    reach = field(inspector, "reach", ShareField)
    reach.slider.setSliderDown(True)
    for value in range(41, 81):
        reach.slider.setValue(value)
    assert entries(session) == 0
    assert session.is_previewing
    reach.slider.setSliderDown(False)
    assert a_card(session, "w1").reach == pytest.approx(0.8)
    assert entries(session) == 1


def test_sources_are_taken_away_and_added(inspector: Inspector, session: Session) -> None:
    selected(inspector, session, "w1")
    field(inspector, "evidence", SourcesField).settled.emit(())
    assert a_card(session, "w1").evidence == ()
    sources = field(inspector, "evidence", SourcesField)
    sources.new_line.setText("Counted cars")
    sources.finish()
    made = session.document.evidence[-1]
    assert made.title == "Counted cars"
    assert a_card(session, "w1").evidence == (made.id,)
    assert entries(session) == 2


def test_a_phase_a_step_and_a_lane_take_their_fields(
    inspector: Inspector, session: Session
) -> None:
    selected(inspector, session, "p1")
    field(inspector, "kind", ChoiceField).settled.emit(v.PhaseKind.PURCHASE)
    selected(inspector, session, "s1")
    field(inspector, "moment_of_truth", TickField).settled.emit(True)
    width = field(inspector, "width_mm", NumberField)
    width.number.setText("61,5")
    width.finish()
    selected(inspector, session, "note")
    field(inspector, "title", LineField).settled.emit("Loose ends")
    assert session.journey.phases[0].kind is v.PhaseKind.PURCHASE
    assert session.journey.steps[0].moment_of_truth
    assert session.journey.steps[0].width_mm == 61.5
    assert found(session, "note", d.Lane).title == "Loose ends"
    assert entries(session) == 4


def test_a_face_sets_the_value_and_words_are_parted_by_commas(
    inspector: Inspector, session: Session
) -> None:
    selected(inspector, session, "e1")
    field(inspector, "value", FacesField).faces[-2].click()
    field(inspector, "words", LineField).settled.emit("tired,  cross , ")
    felt = found(session, "e1", d.Emotion)
    assert (felt.value, felt.words) == (-2.0, ("tired", "cross"))
    assert entries(session) == 2


def test_a_number_between_the_faces_can_be_typed(inspector: Inspector, session: Session) -> None:
    selected(inspector, session, "e1")
    faces = field(inspector, "value", FacesField)
    faces.number.setText("−1,4")
    faces.finish()
    assert found(session, "e1", d.Emotion).value == -1.4
    faces.number.setText("many")
    faces.finish()
    assert entries(session) == 1


@pytest.mark.parametrize(("value", "level"), [(0.5, 1), (-0.5, -1), (1.5, 2), (-1.5, -2)])
def test_between_two_faces_the_one_that_the_map_shows_is_chosen(
    inspector: Inspector, session: Session, value: float, level: int
) -> None:
    selected(inspector, session, "e1")
    faces = field(inspector, "value", FacesField)
    faces.show_value(value)
    assert [one for one, face in faces.faces.items() if face.isChecked()] == [level]


def test_three_weeks_are_shown_and_kept(inspector: Inspector, session: Session) -> None:
    selected(inspector, session, "x1")
    wait = field(inspector, "wait", DurationField)
    assert wait.number.text() == "3"
    wait.finish()
    assert entries(session) == 0
    wait.number.setText("2")
    wait.finish()
    assert found(session, "x1", d.Transition).wait == "P2W"
    wait.number.setText("")
    wait.finish()
    assert found(session, "x1", d.Transition).wait is None


def test_a_connector_takes_another_kind(inspector: Inspector, session: Session) -> None:
    selected(inspector, session, "l1")
    field(inspector, "kind", ChoiceField).settled.emit(v.LinkKind.CAUSES)
    assert found(session, "l1", d.Link).kind is v.LinkKind.CAUSES


def test_with_nothing_selected_it_is_about_the_map(inspector: Inspector, session: Session) -> None:
    selected(inspector, session)
    field(inspector, "state", ChoiceField).settled.emit(v.MapState.TO_BE)
    field(inspector, "document_title", LineField).settled.emit("Dinner")
    field(inspector, "primary_actor", NewNameField).named.emit("Ingrid")
    assert session.journey.state is v.MapState.TO_BE
    assert session.document.title == "Dinner"
    assert session.journey.actors == (session.document.actors[0].id,)
    assert entries(session) == 3


def test_several_cards_show_what_differs_and_take_one_value(
    inspector: Inspector, session: Session
) -> None:
    selected(inspector, session, "t1", "t2")
    channel = field(inspector, "channel", NewNameField)
    assert channel.choice.shown == "Mixed"
    channel.settled.emit("ch1")
    assert {a_card(session, name).channel for name in ("t1", "t2")} == {"ch1"}
    assert entries(session) == 1


def test_what_is_needed_now_and_then_is_shown_on_demand_and_stays(
    inspector: Inspector, session: Session
) -> None:
    selected(inspector, session, "w1")
    frequency = field(inspector, "frequency", LineField)
    assert not frequency.isVisible()
    fold = inspector.findChild(Disclosure)
    assert isinstance(fold, Disclosure)
    fold.button.click()
    assert frequency.isVisible()
    selected(inspector, session, "t1")
    assert field(inspector, "promise", TextField).isVisible()


def test_a_card_is_moved_by_choosing_its_step_lane_and_place(
    inspector: Inspector, session: Session
) -> None:
    selected(inspector, session, "t1")
    field(inspector, "step", ChoiceField).choice.chosen.emit("s2")
    assert [one.id for one in queries.cards_in_cell(session.journey, "touchpoint", "s2")] == [
        "t2",
        "t1",
    ]
    place = field(inspector, "place", ChoiceField)
    assert place.choice.shown == "2 of 2"
    place.choice.chosen.emit(0)
    assert [one.id for one in queries.cards_in_cell(session.journey, "touchpoint", "s2")] == [
        "t1",
        "t2",
    ]
    field(inspector, "lane", ChoiceField).choice.chosen.emit("note")
    assert a_card(session, "t1").lane == "note"
    assert entries(session) == 3


def test_the_keyboard_stays_on_a_field_that_is_made_anew(
    inspector: Inspector, session: Session
) -> None:
    selected(inspector, session, "t1")
    before = field(inspector, "step", ChoiceField)
    before.choice.setFocus()
    before.choice.chosen.emit("s2")
    after = field(inspector, "step", ChoiceField)
    assert after is not before
    assert after.choice.hasFocus()


def test_a_card_may_only_go_where_a_lane_takes_it(inspector: Inspector, session: Session) -> None:
    selected(inspector, session, "t1")
    offered = field(inspector, "lane", ChoiceField).choice
    lanes = {offered.itemData(index) for index in range(offered.count())}
    assert {"touchpoint", "note"} <= lanes
    assert "emotion" not in lanes


def test_phases_steps_lanes_and_faces_are_moved_by_choice(
    inspector: Inspector, session: Session
) -> None:
    selected(inspector, session, "p2")
    field(inspector, "place", ChoiceField).choice.chosen.emit(0)
    assert [one.id for one in session.journey.phases] == ["p2", "p1"]
    selected(inspector, session, "s1")
    field(inspector, "phase", ChoiceField).choice.chosen.emit("p2")
    assert found(session, "s1", d.Step).phase == "p2"
    first = session.journey.lanes[0].id
    selected(inspector, session, first)
    field(inspector, "place", ChoiceField).choice.chosen.emit(1)
    assert session.journey.lanes[1].id == first
    selected(inspector, session, "e1")
    field(inspector, "step", ChoiceField).choice.chosen.emit("s3")
    assert found(session, "e1", d.Emotion).step == "s3"
    assert entries(session) == 4


def test_a_phase_gives_its_columns_a_width_and_shows_where_they_differ(
    inspector: Inspector, session: Session
) -> None:
    selected(inspector, session, "s1")
    width = field(inspector, "width_mm", SizeField)
    width.number.setText("50")
    width.number.editingFinished.emit()
    selected(inspector, session, "p1")
    whole = field(inspector, "width_mm", SizeField)
    assert (whole.number.text(), whole.number.placeholderText()) == ("", "Mixed")
    whole.number.setText("60")
    whole.number.editingFinished.emit()
    assert [found(session, name, d.Step).width_mm for name in ("s1", "s2")] == [60.0, 60.0]


def test_sizes_that_depend_on_what_stands_there_are_commands(
    qtbot: QtBot, inspector: Inspector, session: Session
) -> None:
    selected(inspector, session, "p1")
    width = field(inspector, "width_mm", SizeField)
    button = next(one for one in width.findChildren(QPushButton) if one.text() == "Fit the text")
    with qtbot.waitSignal(inspector.asked) as told:
        button.click()
    assert told.args == ["width_fit"]


def test_a_colour_is_given_to_all_that_is_selected(inspector: Inspector, session: Session) -> None:
    selected(inspector, session, "t1", "w1")
    spots = field(inspector, "color", ColourField).spots
    spots[COLOURS["green"]].click()
    assert {a_card(session, name).color for name in ("t1", "w1")} == {COLOURS["green"]}
    assert entries(session) == 1
    inspector.bring_up_to_date()
    assert field(inspector, "color", ColourField).spots[COLOURS["green"]].isChecked()


def test_dragging_the_slider_of_a_face_is_one_entry(inspector: Inspector, session: Session) -> None:
    selected(inspector, session, "e1")
    slider = field(inspector, "value", FacesField).slider
    slider.setSliderDown(True)
    for parts in (5, -3, -12):
        slider.setValue(parts)
        assert entries(session) == 0
    shown = queries.emotion(session.journey, "e1")
    assert shown is not None
    assert shown.value == -1.2
    slider.setSliderDown(False)
    assert entries(session) == 1
    assert found(session, "e1", d.Emotion).value == -1.2


def test_what_cards_and_faces_share_is_changed_for_both_in_one_entry(
    inspector: Inspector, session: Session
) -> None:
    selected(inspector, session, "t2", "e2", "w1")
    step = field(inspector, "step", ChoiceField)
    assert step.choice.shown == "Mixed"
    step.choice.chosen.emit("s3")
    assert a_card(session, "t2").step == a_card(session, "w1").step == "s3"
    assert found(session, "e2", d.Emotion).step == "s3"
    assert entries(session) == 1
    assert session.undo()
    assert a_card(session, "t2").step == "s2"


def test_where_nothing_is_shared_one_sentence_and_one_action_say_so(
    qtbot: QtBot, inspector: Inspector, session: Session
) -> None:
    selected(inspector, session, "t1", "p1")
    assert inspector.fields == {}
    button = next(one for one in inspector.findChildren(QPushButton) if one.isVisible())
    with qtbot.waitSignal(inspector.asked) as told:
        button.click()
    assert told.args == ["delete"]


def test_things_of_different_kinds_are_only_counted(inspector: Inspector, session: Session) -> None:
    selected(inspector, session, "t1", "p1")
    assert inspector.fields == {}


def test_a_text_that_is_longer_than_its_line_is_told_in_full(inspector: Inspector) -> None:
    field = inspector.fields["starts_when"][1]
    assert isinstance(field, LineField)
    field.show_value("Kort")
    assert field.line.toolTip() == ""
    field.show_value("En lang setning " * 8)
    assert "En lang setning" in field.line.toolTip()
    assert field.line.is_cut
    assert not field.line.grab().isNull()


def test_a_refused_edit_is_told_and_the_field_shows_the_truth(
    qtbot: QtBot, session: Session
) -> None:
    made = Inspector(surroundings(), session)
    qtbot.addWidget(made)
    made.show()
    selected(made, session, "t1")
    with qtbot.waitSignal(made.refused):
        field(made, "text", TextField).settled.emit(5)
    assert entries(session) == 0


def test_a_file_that_may_only_be_read_has_fields_that_may_only_be_read(
    inspector: Inspector, session: Session
) -> None:
    inspector.show_read_only(True)
    selected(inspector, session, "p1")
    assert not field(inspector, "name", LineField).isEnabled()


def test_undo_brings_the_former_value_back_into_the_field(
    inspector: Inspector, session: Session
) -> None:
    selected(inspector, session, "p1")
    field(inspector, "name", LineField).settled.emit("Waiting")
    assert field(inspector, "name", LineField).line.text() == "Waiting"
    session.undo()
    selected(inspector, session, "p1")
    assert field(inspector, "name", LineField).line.text() == "Phase 1"
