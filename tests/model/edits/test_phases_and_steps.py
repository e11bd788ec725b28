"""Phases and steps: added, split, moved, deleted with what stands in them, and back again."""

from cjmapper.model import document as d
from cjmapper.model import ids, queries
from cjmapper.model import vocabulary as v
from cjmapper.model.edits import deleting, phases, steps
from tests.support import builders as b
from tests.support.edits import refused, tried, untouched

P9 = ids.PhaseId("p9")
S9 = ids.StepId("s9")


def columns(document: d.Document) -> str:
    """The steps of the first map, phases parted by a bar."""
    journey = document.maps[0]
    return "|".join(
        " ".join(step.id for step in queries.steps_of_phase(journey, phase.id))
        for phase in journey.phases
    )


def three() -> d.Document:
    return b.document(b.journey("s1 s2|s3|s4 s5"))


def test_a_new_phase_comes_with_one_untitled_step() -> None:
    outcome = tried(
        three(),
        lambda doc: phases.add_phase(doc, "m1", 1, name="Valg", phase_id=P9, step_id=S9),
    )
    assert columns(outcome) == "s1 s2|s9|s3|s4 s5"
    phase = outcome.maps[0].phases[1]
    assert (phase.id, phase.name, phase.key) == ("p9", "Valg", "valg")
    step = queries.step(outcome.maps[0], "s9")
    assert step is not None
    assert step.title == ""


def test_a_new_phase_is_in_the_period_of_the_one_before_it() -> None:
    document = three()
    for name, period in (("p1", v.Period.BEFORE), ("p3", v.Period.AFTER)):
        document = phases.change_phase(document, "m1", name, period=period)
    periods = []
    for index in range(4):
        outcome = phases.add_phase(document, "m1", index, phase_id=P9, step_id=S9)
        periods.append(outcome.maps[0].phases[index].period)
    assert periods == [v.Period.BEFORE, v.Period.BEFORE, v.Period.DURING, v.Period.AFTER]


def test_several_new_phases_stand_beside_one_another_with_keys_of_their_own() -> None:
    new = [
        phases.NewPhase(ids.PhaseId(f"p{n}"), ids.StepId(f"s{n}"), name)
        for n, name in ((7, "Valg"), (8, ""), (9, "Valg"))
    ]
    outcome = tried(three(), lambda doc: phases.add_phases(doc, "m1", 1, new))
    assert columns(outcome) == "s1 s2|s7|s8|s9|s3|s4 s5"
    journey = outcome.maps[0]
    assert [phase.key for phase in journey.phases[1:4]] == ["valg", "phase", "valg-1"]
    assert len({step.key for step in journey.steps}) == len(journey.steps)


def test_a_new_phase_beyond_the_ends_stands_at_the_end() -> None:
    assert columns(phases.add_phase(three(), "m1", 99, phase_id=P9, step_id=S9)).endswith("|s9")
    assert columns(phases.add_phase(three(), "m1", -5, phase_id=P9, step_id=S9)).startswith("s9|")


def test_two_phases_of_the_same_name_have_different_keys() -> None:
    once = phases.add_phase(three(), "m1", 0, name="Kjøp", phase_id=P9, step_id=S9)
    twice = tried(
        once,
        lambda doc: phases.add_phase(
            doc, "m1", 0, name="Kjøp", phase_id=ids.PhaseId("p10"), step_id=ids.StepId("s10")
        ),
    )
    assert [phase.key for phase in twice.maps[0].phases[:2]] == ["kjøp-1", "kjøp"]


def test_a_phase_is_split_before_a_step() -> None:
    outcome = tried(three(), lambda doc: phases.split_phase(doc, "m1", "s5", phase_id=P9))
    assert columns(outcome) == "s1 s2|s3|s4|s5"
    assert outcome.maps[0].phases[3].id == "p9"


def test_a_phase_is_not_split_before_its_first_step() -> None:
    refused(
        three(), lambda doc: phases.split_phase(doc, "m1", "s4", phase_id=P9), "split_at_first_step"
    )


def test_a_phase_moves_with_all_its_steps() -> None:
    outcome = tried(three(), lambda doc: phases.move_phase(doc, "m1", "p3", 0))
    assert columns(outcome) == "s4 s5|s1 s2|s3"
    untouched(three(), lambda doc: phases.move_phase(doc, "m1", "p3", 2))
    untouched(three(), lambda doc: phases.move_phase(doc, "m1", "p3", 99))


def test_a_phase_is_renamed_and_keeps_its_key() -> None:
    outcome = tried(three(), lambda doc: phases.rename_phase(doc, "m1", "p1", "Før"))
    assert (outcome.maps[0].phases[0].name, outcome.maps[0].phases[0].key) == ("Før", "p1")
    untouched(three(), lambda doc: phases.rename_phase(doc, "m1", "p1", "Phase 1"))


def test_a_phase_takes_other_fields_and_refuses_wrong_ones() -> None:
    outcome = tried(
        three(),
        lambda doc: phases.change_phase(
            doc, "m1", "p1", kind=v.PhaseKind.USE, duration="P21D", needs=("ro",)
        ),
    )
    assert outcome.maps[0].phases[0].duration == "P21D"
    refused(
        three(), lambda doc: phases.change_phase(doc, "m1", "p1", duration="soon"), "value_wrong"
    )
    refused(three(), lambda doc: phases.change_phase(doc, "m1", "p1", id="p7"), "field_fixed")
    refused(three(), lambda doc: phases.change_phase(doc, "m1", "p1", colour="red"), "field_fixed")
    refused(three(), lambda doc: phases.change_phase(doc, "m1", "p1", key="p2"), "key_twice")
    refused(
        three(), lambda doc: phases.change_phase(doc, "m1", "p1", picture="x"), "reference_unknown"
    )
    refused(three(), lambda doc: phases.change_phase(doc, "m1", "no", name="x"), "unknown_id")
    refused(three(), lambda doc: phases.change_phase(doc, "no", "p1", name="x"), "unknown_id")


def test_deleting_a_phase_takes_everything_in_it_and_every_reference_to_that() -> None:
    outcome = tried(b.full_document(), lambda doc: phases.delete_phase(doc, "m1", "p1"))
    journey = outcome.maps[0]
    assert columns(outcome) == "s3 s4"
    assert [card.id for card in journey.cards] == ["c5", "c6", "c7"]
    assert journey.emotions == ()
    assert [one.id for one in journey.transitions] == ["t4"]
    assert journey.links == ()
    assert journey.insights[0].cards == ("c6",)
    assert journey.actions[0].addresses == ()
    assert journey.vote_rounds[0].tally == {}
    assert journey.comments == ()
    assert outcome.metrics[0].scope is None


def test_the_last_phase_is_not_deleted() -> None:
    refused(
        b.document(b.journey("s1 s2")),
        lambda doc: phases.delete_phase(doc, "m1", "p1"),
        "last_phase",
    )


def test_a_step_is_added_in_a_phase() -> None:
    outcome = tried(
        three(), lambda doc: steps.add_step(doc, "m1", ("p3", 1), new_id=S9, title="Spør en venn")
    )
    assert columns(outcome) == "s1 s2|s3|s4 s9 s5"
    step = queries.step(outcome.maps[0], "s9")
    assert step is not None
    assert (step.title, step.key) == ("Spør en venn", "spør-en-venn")
    assert columns(steps.add_step(three(), "m1", ("p1", 9), new_id=S9)) == "s1 s2 s9|s3|s4 s5"
    refused(three(), lambda doc: steps.add_step(doc, "m1", ("p9", 0), new_id=S9), "unknown_id")


def test_a_step_is_moved_within_and_between_phases() -> None:
    within = tried(three(), lambda doc: steps.move_step(doc, "m1", "s4", "p3", 1))
    assert columns(within) == "s1 s2|s3|s5 s4"
    between = tried(three(), lambda doc: steps.move_step(doc, "m1", "s5", "p1", 1))
    assert columns(between) == "s1 s5 s2|s3|s4"
    untouched(three(), lambda doc: steps.move_step(doc, "m1", "s5", "p3", 1))
    untouched(three(), lambda doc: steps.move_step(doc, "m1", "s3", "p2", 4))


def test_a_phase_keeps_its_only_step() -> None:
    refused(three(), lambda doc: steps.move_step(doc, "m1", "s3", "p1", 0), "phase_needs_step")
    refused(three(), lambda doc: steps.delete_step(doc, "m1", "s3"), "phase_needs_step")


def test_deleting_a_step_takes_its_cards_readings_and_transitions() -> None:
    outcome = tried(b.full_document(), lambda doc: steps.delete_step(doc, "m1", "s2"))
    journey = outcome.maps[0]
    assert columns(outcome) == "s1|s3 s4"
    assert [card.id for card in journey.cards] == ["c1", "c2", "c5", "c6", "c7"]
    assert [one.id for one in journey.emotions] == ["e1"]
    assert [one.id for one in journey.transitions] == ["t1", "t3", "t4"]
    assert [one.id for one in journey.links] == ["k2"]


def test_a_wide_card_covers_what_it_did_when_columns_come_and_go() -> None:
    wide = b.document(b.journey("s1 s2 s3 s4", cards=(b.card("c1", "note:s1", span=3),)))

    def span(document: d.Document) -> int:
        return document.maps[0].cards[0].span

    added = tried(wide, lambda doc: steps.add_step(doc, "m1", ("p1", 1), new_id=S9))
    assert span(added) == 4
    assert span(steps.add_step(wide, "m1", ("p1", 3), new_id=S9)) == 3
    assert span(tried(wide, lambda doc: steps.delete_step(doc, "m1", "s2"))) == 2
    assert span(steps.delete_step(wide, "m1", "s4")) == 3
    assert span(tried(wide, lambda doc: deleting.delete_many(doc, "m1", ["s2", "s3"]))) == 1


def test_widths_are_set_and_cleared() -> None:
    one = tried(three(), lambda doc: steps.set_width(doc, "m1", "s2", 60.0))
    assert [step.width_mm for step in one.maps[0].steps] == [None, 60.0, None, None, None]
    every = tried(one, lambda doc: steps.set_widths(doc, "m1", 45.5))
    assert {step.width_mm for step in every.maps[0].steps} == {45.5}
    tried(every, lambda doc: steps.set_widths(doc, "m1", None))
    untouched(three(), lambda doc: steps.set_widths(doc, "m1", None))
    refused(three(), lambda doc: steps.set_width(doc, "m1", "s2", 0.0), "size_range")
    refused(three(), lambda doc: steps.set_width(doc, "m1", "s2", float("nan")), "number_range")


def test_a_step_takes_a_title_a_mark_and_other_fields() -> None:
    titled = tried(three(), lambda doc: steps.set_title(doc, "m1", "s1", "Ringer\r\nbutikken\x00"))
    assert titled.maps[0].steps[0].title == "Ringer\nbutikken"
    marked = tried(titled, lambda doc: steps.toggle_moment_of_truth(doc, "m1", "s1"))
    assert marked.maps[0].steps[0].moment_of_truth
    assert not steps.toggle_moment_of_truth(marked, "m1", "s1").maps[0].steps[0].moment_of_truth
    refused(three(), lambda doc: steps.change_step(doc, "m1", "s1", phase="p2"), "field_fixed")
    refused(three(), lambda doc: steps.change_step(doc, "m1", "s1", key="s2"), "key_twice")
    refused(
        three(), lambda doc: steps.change_step(doc, "m1", "s1", tags=("x",)), "reference_unknown"
    )
    refused(three(), lambda doc: steps.set_title(doc, "m1", "s1", "x" * 20_001), "text_too_long")


def test_a_sub_map_may_be_missing_but_never_go_in_a_circle() -> None:
    document = b.full_document()
    refused(
        document, lambda doc: steps.change_step(doc, "m2", "m2-s1", submap="m1"), "submap_cycle"
    )
    refused(document, lambda doc: steps.change_step(doc, "m1", "s1", submap="m1"), "submap_cycle")
    tried(document, lambda doc: steps.change_step(doc, "m1", "s1", submap="elsewhere"))
