"""Every rule of structure refuses what breaks it, with the place, and nothing else is refused."""

import datetime as dt
import hashlib
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from cjmapper.errors import InvariantError
from cjmapper.model import document as d
from cjmapper.model import ids, invariants
from cjmapper.model import vocabulary as v
from cjmapper.model.poster_settings import PosterSettings
from tests.support import builders as b
from tests.support import synthetic

replace = msgspec.structs.replace


def with_first(field: str, index: int, **fields: Any) -> Callable[[d.Document], d.Document]:
    """Change one thing in a list of the first map."""

    def changed(document: d.Document) -> d.Document:
        journey = document.maps[0]
        items = list(getattr(journey, field))
        items[index] = replace(items[index], **fields)
        listed: dict[str, Any] = {field: tuple(items)}
        return replace(document, maps=(replace(journey, **listed), *document.maps[1:]))

    return changed


def with_map(**fields: Any) -> Callable[[d.Document], d.Document]:
    return lambda document: replace(
        document, maps=(replace(document.maps[0], **fields), *document.maps[1:])
    )


def with_document(**fields: Any) -> Callable[[d.Document], d.Document]:
    return lambda document: replace(document, **fields)


def with_entry(field: str, **fields: Any) -> Callable[[d.Document], d.Document]:
    def changed(document: d.Document) -> d.Document:
        listed: dict[str, Any] = {field: (replace(getattr(document, field)[0], **fields),)}
        return replace(document, **listed)

    return changed


NAN = float("nan")
BREACHES = [
    (with_document(maps=()), "map_missing", "maps"),
    (with_map(phases=(), steps=(), cards=()), "phase_missing", "maps[0].phases"),
    (with_first("cards", 1, id="c1"), "id_twice", "maps[0].cards[1].id"),
    (with_first("cards", 1, id="m2-c1"), "id_twice", "maps[1].cards[0].id"),
    (with_document(id="a1"), "id_twice", "actors[0].id"),
    (with_first("cards", 1, id="a b"), "id_malformed", "maps[0].cards[1].id"),
    (with_first("cards", 1, id=""), "id_malformed", "maps[0].cards[1].id"),
    (with_first("cards", 1, id="x" * 65), "id_malformed", "maps[0].cards[1].id"),
    (with_first("cards", 1, id="c2\n"), "id_malformed", "maps[0].cards[1].id"),
    (with_first("steps", 3, id="DROP"), "id_reserved", "maps[0].steps[3].id"),
    (with_first("cards", 0, channel="no"), "reference_unknown", "maps[0].cards[0].channel"),
    (with_first("cards", 0, step="m2-s1"), "reference_unknown", "maps[0].cards[0].step"),
    (with_first("cards", 0, actor="ch1"), "reference_unknown", "maps[0].cards[0].actor"),
    (with_first("cards", 1, tags=("no",)), "reference_unknown", "maps[0].cards[1].tags[0]"),
    (with_first("cards", 0, picture="no"), "reference_unknown", "maps[0].cards[0].picture"),
    (with_first("cards", 0, step=None), "card_half_placed", "maps[0].cards[0]"),
    (with_first("cards", 0, lane=None), "card_half_placed", "maps[0].cards[0]"),
    (with_first("cards", 0, kind=v.CardKind.PAIN), "lane_refuses_card", "maps[0].cards[0].kind"),
    (with_first("cards", 0, lane="emotion"), "lane_refuses_card", "maps[0].cards[0].kind"),
    (with_first("cards", 0, span=0), "span_range", "maps[0].cards[0].span"),
    (with_first("cards", 2, severity=6), "severity_range", "maps[0].cards[2].severity"),
    (with_first("cards", 2, likelihood=0), "likelihood_range", "maps[0].cards[2].likelihood"),
    (with_first("cards", 2, consequence=9), "consequence_range", "maps[0].cards[2].consequence"),
    (with_first("cards", 2, reach=1.1), "reach_range", "maps[0].cards[2].reach"),
    (with_first("cards", 2, reach=NAN), "reach_range", "maps[0].cards[2].reach"),
    (with_first("emotions", 2, value=2.1), "emotion_value_range", "maps[0].emotions[2].value"),
    (with_first("emotions", 2, value=NAN), "emotion_value_range", "maps[0].emotions[2].value"),
    (with_first("emotions", 0, n=0), "count_range", "maps[0].emotions[0].n"),
    (with_first("emotions", 0, step="no"), "reference_unknown", "maps[0].emotions[0].step"),
    (
        with_first("emotions", 0, evidence=("e9",)),
        "reference_unknown",
        "maps[0].emotions[0].evidence[0]",
    ),
    (with_first("transitions", 1, share=-0.1), "share_range", "maps[0].transitions[1].share"),
    (with_first("transitions", 1, count=-1), "count_range", "maps[0].transitions[1].count"),
    (with_first("transitions", 1, start="GOAL"), "leaves_the_end", "maps[0].transitions[1].from"),
    (with_first("transitions", 1, start="DROP"), "leaves_the_end", "maps[0].transitions[1].from"),
    (with_first("transitions", 1, to="START"), "enters_the_start", "maps[0].transitions[1].to"),
    (with_first("transitions", 1, start="c1"), "reference_unknown", "maps[0].transitions[1].from"),
    (with_first("links", 0, start="c9"), "reference_unknown", "maps[0].links[0].from"),
    (with_first("links", 0, to="s1"), "reference_unknown", "maps[0].links[0].to"),
    (
        with_first("insights", 0, cards=("c1", "c9")),
        "reference_unknown",
        "maps[0].insights[0].cards[1]",
    ),
    (with_first("actions", 0, effect=0), "effect_range", "maps[0].actions[0].effect"),
    (with_first("actions", 0, effort=6), "effort_range", "maps[0].actions[0].effort"),
    (with_first("actions", 0, metric="no"), "reference_unknown", "maps[0].actions[0].metric"),
    (
        with_first("vote_rounds", 0, tally={"c9": 1}),
        "reference_unknown",
        "maps[0].vote_rounds[0].tally.c9",
    ),
    (
        with_first("vote_rounds", 0, tally={"c3": -1}),
        "count_range",
        "maps[0].vote_rounds[0].tally.c3",
    ),
    (with_first("vote_rounds", 0, voters=-1), "count_range", "maps[0].vote_rounds[0].voters"),
    (with_first("comments", 0, target="no"), "reference_unknown", "maps[0].comments[0].target"),
    (with_first("steps", 0, width_mm=0.0), "size_range", "maps[0].steps[0].width_mm"),
    (with_first("steps", 0, width_mm=float("inf")), "size_range", "maps[0].steps[0].width_mm"),
    (with_first("lanes", 0, height_mm=-1.0), "size_range", "maps[0].lanes[0].height_mm"),
    (with_first("lanes", 0, actor="no"), "reference_unknown", "maps[0].lanes[0].actor"),
    (with_first("steps", 0, phase="no"), "reference_unknown", "maps[0].steps[0].phase"),
    (with_first("steps", 0, phase="p2"), "step_order", "maps[0].steps[1].phase"),
    (with_first("steps", 1, key="s1"), "key_twice", "maps[0].steps[1].key"),
    (with_first("phases", 1, key="p1"), "key_twice", "maps[0].phases[1].key"),
    (with_map(actors=("a1", "no")), "reference_unknown", "maps[0].actors[1]"),
    (with_map(poster=PosterSettings(margin_mm=-1.0)), "margin_range", "maps[0].poster.margin_mm"),
    (with_map(poster=PosterSettings(margin_mm=NAN)), "margin_range", "maps[0].poster.margin_mm"),
    (
        with_map(poster=PosterSettings(distance_m=0.0)),
        "distance_range",
        "maps[0].poster.distance_m",
    ),
    (with_map(compares_to="m9"), "reference_unknown", "maps[0].compares_to"),
    (with_map(compares_to="m2"), "compares_to_cycle", "maps"),
    (with_map(compares_to="m1"), "compares_to_cycle", "maps"),
    (with_first("steps", 0, submap="m1"), "submap_cycle", "maps"),
    (
        with_document(brand=d.Brand(own_logo=ids.AssetId("no"))),
        "reference_unknown",
        "brand.own_logo",
    ),
    (with_entry("metrics", scope="c1"), "reference_unknown", "metrics[0].scope"),
    (with_entry("metrics", target=NAN), "number_not_finite", "metrics[0].target"),
    (
        with_entry("metrics", values=(d.Measurement(value=NAN),)),
        "number_not_finite",
        "metrics[0].values[0].value",
    ),
    (
        with_entry("metrics", values=(d.Measurement(value=1.0, actor=ids.ActorId("x")),)),
        "reference_unknown",
        "metrics[0].values[0].actor",
    ),
    (with_entry("evidence", n=0), "count_range", "evidence[0].n"),
    (
        with_entry("workshops", participants=(d.Participant(department=ids.DepartmentId("x")),)),
        "reference_unknown",
        "workshops[0].participants[0].department",
    ),
    (
        with_document(assets=(d.Asset(id=ids.AssetId("0" * 64), data=b"x"),)),
        "asset_id_wrong",
        "assets[0].id",
    ),
]


@pytest.mark.parametrize(
    ("change", "code", "place"), BREACHES, ids=[f"{c}-{p}" for _, c, p in BREACHES]
)
def test_a_document_that_breaks_a_rule_is_refused_with_its_place(
    change: Callable[[d.Document], d.Document], code: str, place: str
) -> None:
    document = change(b.full_document())
    found = {(breach.code, breach.place) for breach in invariants.violations(document)}
    assert (code, place) in found
    with pytest.raises(InvariantError):
        invariants.check(document)


def test_a_phase_without_a_step_is_refused() -> None:
    journey = b.journey("s1|s2")
    lonely = replace(journey, steps=journey.steps[:1])
    with pytest.raises(InvariantError) as caught:
        invariants.check(b.document(lonely))
    assert (caught.value.code, caught.value.place) == ("phase_needs_step", "maps[0].phases[1]")


def test_a_sound_document_of_everything_is_accepted() -> None:
    assert list(invariants.violations(b.full_document())) == []
    assert list(invariants.violations(b.document())) == []
    invariants.check(synthetic.document(500))


def test_a_picture_named_by_its_bytes_is_accepted() -> None:
    content = b"picture"
    asset = d.Asset(id=ids.AssetId(hashlib.sha256(content).hexdigest()), data=content)
    invariants.check(b.document(assets=(asset,), brand=d.Brand(client_logo=asset.id)))


def test_unfinished_work_is_accepted() -> None:
    """A missing sub-map, felt readings in a wish, shares beyond 1, too many votes: not refused."""
    document = b.full_document()
    missing = with_first("steps", 0, submap="nowhere")(document)
    wished = with_map(state=v.MapState.TO_BE)(missing)
    shares = with_first("transitions", 2, share=0.9)(wished)
    votes = with_first("vote_rounds", 0, tally={"c3": 500})(shares)
    late = with_first("actions", 0, due=dt.date(1999, 1, 1))(votes)
    assert list(invariants.violations(late)) == []


def test_a_circle_of_three_sub_maps_is_found_and_a_diamond_is_not() -> None:
    def maps(*ends: tuple[str, str]) -> d.Document:
        return b.document(
            *(
                replace(
                    journey := b.journey(f"{name}-s1 {name}-s2", "note", name=name),
                    steps=tuple(
                        replace(step, submap=to)
                        for step, to in zip(
                            journey.steps,
                            [t for f, t in ends if f == name] + [None] * 2,
                            strict=False,
                        )
                    ),
                )
                for name in "abcd"
            )
        )

    assert invariants.cycle(maps(("a", "b"), ("b", "c"), ("c", "a")), "submap")
    assert not invariants.cycle(maps(("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")), "submap")
