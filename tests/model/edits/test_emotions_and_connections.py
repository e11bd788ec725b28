"""Readings, transitions, links and follow-ups: made, changed, refused, deleted and back again."""

import pytest

from cjmapper.model import document as d
from cjmapper.model import ids, queries
from cjmapper.model import vocabulary as v
from cjmapper.model.edits import emotions, followups, links, text, transitions
from tests.support import builders as b
from tests.support.edits import Edit, refused, tried, untouched

T9 = ids.TransitionId("t9")
K9 = ids.LinkId("k9")


def test_a_reading_is_added_changed_moved_worded_and_deleted() -> None:
    added = tried(
        b.full_document(), lambda doc: emotions.add_reading(doc, "m1", b.reading("e9", "s3", 0.5))
    )
    valued = tried(added, lambda doc: emotions.set_value(doc, "m1", "e9", -1.5))
    moved = tried(valued, lambda doc: emotions.move_reading(doc, "m1", "e9", "s4"))
    worded = tried(moved, lambda doc: emotions.set_words(doc, "m1", "e9", ("sint", "trist")))
    reading = queries.emotion(worded.maps[0], "e9")
    assert reading is not None
    assert (reading.value, reading.step, reading.words) == (-1.5, "s4", ("sint", "trist"))
    untouched(worded, lambda doc: emotions.set_value(doc, "m1", "e9", -1.5))
    deleted = tried(worded, lambda doc: emotions.delete_reading(doc, "m1", "e9"))
    assert deleted == b.full_document()


def test_a_reading_outside_the_scale_or_of_nothing_is_refused() -> None:
    document = b.full_document()

    def valued(value: float) -> Edit:
        return lambda doc: emotions.set_value(doc, "m1", "e1", value)

    def added(value: float) -> Edit:
        return lambda doc: emotions.add_reading(doc, "m1", b.reading("e9", "s1", value))

    for value in (2.01, -3.0):
        refused(document, valued(value), "emotion_value_range")
        refused(document, added(value), "emotion_value_range")
    refused(document, lambda doc: emotions.set_value(doc, "m1", "e1", float("nan")), "number_range")
    refused(document, lambda doc: emotions.move_reading(doc, "m1", "e1", "no"), "reference_unknown")
    refused(document, lambda doc: emotions.change_reading(doc, "m1", "e1", n=0), "count_range")
    refused(document, lambda doc: emotions.delete_reading(doc, "m1", "c1"), "unknown_id")


@pytest.mark.parametrize(
    ("start", "to", "kind"),
    [
        ("s2", "s3", v.TransitionKind.NEXT),
        ("s1", "s3", v.TransitionKind.SKIP),
        ("s3", "s1", v.TransitionKind.LOOP_BACK),
        ("s2", "s2", v.TransitionKind.PAUSE),
        ("s2", "DROP", v.TransitionKind.DROP_OFF),
        ("s2", "GOAL", v.TransitionKind.NEXT),
        ("START", "s3", v.TransitionKind.NEXT),
    ],
)
def test_a_transition_is_of_the_kind_its_direction_says(
    start: str, to: str, kind: v.TransitionKind
) -> None:
    outcome = tried(
        b.document(), lambda doc: transitions.connect_steps(doc, "m1", (start, to), new_id=T9)
    )
    assert outcome.maps[0].transitions[0].kind is kind
    untouched(
        outcome,
        lambda doc: transitions.connect_steps(
            doc, "m1", (start, to), new_id=ids.TransitionId("t10")
        ),
    )


@pytest.mark.parametrize(
    ("start", "to", "code"),
    [
        ("GOAL", "s1", "leaves_the_end"),
        ("DROP", "s1", "leaves_the_end"),
        ("s1", "START", "enters_the_start"),
        ("s1", "c1", "reference_unknown"),
    ],
)
def test_a_transition_out_of_the_end_or_into_the_start_is_refused(
    start: str, to: str, code: str
) -> None:
    refused(
        b.document(),
        lambda doc: transitions.connect_steps(doc, "m1", (start, to), new_id=T9),
        code,
    )


def test_a_transition_is_changed_reconnected_and_deleted() -> None:
    document = b.full_document()
    shared = tried(document, lambda doc: transitions.change_transition(doc, "m1", "t2", share=0.25))
    assert shared.maps[0].transitions[1].share == 0.25
    tried(document, lambda doc: transitions.change_transition(doc, "m1", "t4", start="s3"))
    untouched(
        document,
        lambda doc: transitions.change_transition(
            doc, "m1", "t2", to="DROP", kind=v.TransitionKind.DROP_OFF, actor=None
        ),
    )
    refused(
        document,
        lambda doc: transitions.change_transition(doc, "m1", "t2", share=1.5),
        "share_range",
    )
    refused(
        document,
        lambda doc: transitions.change_transition(doc, "m1", "t2", start="GOAL"),
        "leaves_the_end",
    )
    tried(document, lambda doc: transitions.delete_transition(doc, "m1", "t2"))


def linked() -> d.Document:
    return b.document(
        b.journey(
            "s1 s2",
            cards=(
                b.card("touch", "touchpoint:s1"),
                b.card("idea", "opportunity:s1"),
                b.card("hurt", "pain:s1"),
                b.card("risk", "pain:s1", kind=v.CardKind.RISK),
                b.card("asks", "thought:s1", kind=v.CardKind.QUESTION),
            ),
        )
    )


@pytest.mark.parametrize(
    ("start", "to", "kind"),
    [
        ("idea", "hurt", v.LinkKind.ADDRESSES),
        ("idea", "risk", v.LinkKind.ADDRESSES),
        ("idea", "asks", v.LinkKind.ANSWERS),
        ("touch", "asks", v.LinkKind.ANSWERS),
        ("touch", "hurt", v.LinkKind.LEADS_TO),
        ("hurt", "idea", v.LinkKind.LEADS_TO),
    ],
)
def test_a_link_is_of_the_kind_its_ends_say(start: str, to: str, kind: v.LinkKind) -> None:
    outcome = tried(linked(), lambda doc: links.connect_cards(doc, "m1", (start, to), new_id=K9))
    assert outcome.maps[0].links[0].kind is kind
    untouched(
        outcome,
        lambda doc: links.connect_cards(doc, "m1", (start, to), new_id=ids.LinkId("k10")),
    )
    turned = tried(outcome, lambda doc: links.reverse_link(doc, "m1", "k9"))
    assert (turned.maps[0].links[0].start, turned.maps[0].links[0].kind) == (to, kind)
    tried(outcome, lambda doc: links.delete_link(doc, "m1", "k9"))


def test_a_link_to_itself_or_to_nothing_is_refused() -> None:
    refused(
        linked(),
        lambda doc: links.connect_cards(doc, "m1", ("hurt", "hurt"), new_id=K9),
        "link_to_itself",
    )
    refused(
        linked(),
        lambda doc: links.connect_cards(doc, "m1", ("hurt", "s1"), new_id=K9),
        "unknown_id",
    )
    document = b.full_document()
    refused(document, lambda doc: links.change_link(doc, "m1", "k1", to="c4"), "link_to_itself")
    refused(document, lambda doc: links.change_link(doc, "m1", "k1", to="s1"), "reference_unknown")
    tried(document, lambda doc: links.change_link(doc, "m1", "k1", kind=v.LinkKind.CAUSES))
    untouched(
        document,
        lambda doc: links.change_link(
            doc, "m1", "k1", start="c1", to="c6", kind=v.LinkKind.ANSWERS
        ),
    )


def test_follow_ups_are_added_changed_and_deleted() -> None:
    document = b.full_document()
    action = d.Action(id=ids.ActionId("act9"), title="Ring", addresses=(ids.CardId("c3"),))
    added = tried(document, lambda doc: followups.add_followup(doc, "m1", action, 0))
    assert [one.id for one in added.maps[0].actions] == ["act9", "act1"]
    tried(added, lambda doc: followups.change_followup(doc, "m1", "act9", effect=5, owner="Kari"))
    assert tried(added, lambda doc: followups.delete_followup(doc, "m1", "act9")) == document
    tried(document, lambda doc: followups.change_followup(doc, "m1", "v1", tally={"c1": 3}))
    refused(
        document,
        lambda doc: followups.change_followup(doc, "m1", "v1", tally={"no": 3}),
        "reference_unknown",
    )
    refused(
        document, lambda doc: followups.change_followup(doc, "m1", "act1", effort=0), "effort_range"
    )
    refused(document, lambda doc: followups.delete_followup(doc, "m1", "c1"), "unknown_id")
    insight = d.Insight(id=ids.InsightId("i9"), cards=(ids.CardId("no"),))
    refused(document, lambda doc: followups.add_followup(doc, "m1", insight), "reference_unknown")


@pytest.mark.parametrize(
    "name", ["p1", "s1", "note", "c1", "e1", "t2", "k1", "i1", "act1", "v1", "co1", "m1"]
)
def test_everything_with_a_text_can_be_reworded_by_its_id(name: str) -> None:
    outcome = tried(b.full_document(), lambda doc: text.set_text(doc, "m1", name, "Ny, tekst"))
    assert text.text_of(outcome.maps[0], name) == "Ny, tekst"
    untouched(outcome, lambda doc: text.set_text(doc, "m1", name, "Ny, tekst"))


def test_a_text_of_nothing_is_refused() -> None:
    refused(b.document(), lambda doc: text.set_text(doc, "m1", "no", "x"), "unknown_id")


def test_connections_that_are_given_what_they_have_stay_the_same() -> None:
    document = b.full_document()
    untouched(document, lambda doc: transitions.change_transition(doc, "m1", "t2", share=0.7))
    untouched(document, lambda doc: links.change_link(doc, "m1", "k1", to="c3"))
