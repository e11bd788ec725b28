"""What the rail says: the document's own words, the figures it is given, and nothing else."""

import datetime as dt

import msgspec

from cjmapper import places
from cjmapper.analysis import figures_of
from cjmapper.layout.poster_findings import LEAST, MORE, Said, SectionText, rail_text, shortened
from cjmapper.layout.poster_rail_types import RailPart
from cjmapper.layout.setting import Subject
from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model import vocabulary as v
from cjmapper.storage.codec import decode
from tests.support.builders import card, document, journey, lane, reading, transition
from tests.support.layouts import setting


def said(whole: d.Document, language: str = "nb") -> dict[RailPart, SectionText]:
    subject = Subject(whole, whole.maps[0], setting(language))
    figures = figures_of(whole, whole.maps[0].id)
    return {section.part: section for section in rail_text(subject, figures)}


def example(name: str) -> d.Document:
    return decode(places.resource("examples", f"{name}.cjmap").read_bytes()).document


def strong(section: SectionText) -> list[str]:
    return [one.strong for one in section.items]


def test_the_restaurant_answers_so_what() -> None:
    rail = said(example("restaurant.nb"))
    lows = rail[RailPart.LOWS]
    assert lows.heading == "Dette fant vi"
    assert [(one.low, one.strong, one.quiet) for one in lows.items] == [
        (1, "Leter etter parkering", "Ingen vet hvor man kan parkere"),
        (2, "Åpner nettsiden for å se menyen", "Menyen laster i nesten ti sekunder på mobil"),
        (3, "Drar hjem og hører ikke mer", "Ingen takk og ingen grunn til å huske stedet"),
    ]
    gaps = rail[RailPart.GAPS]
    assert gaps.heading == "Vi trodde – de opplever"
    assert [one.faces for one in gaps.items[:3]] == [(1, -1), (1, -1), (0, -2)]
    assert gaps.items[0].told == "vi trodde +1, de opplever −1"
    pains = rail[RailPart.PAINS]
    assert pains.heading == "Største smertepunkter"
    assert pains.closing == ("3 av 5 smertepunkter står for 88\u00a0% av smerten",)
    assert [one.strong_bar for one in pains.items] == [True, True, True, False, False]
    flow = rail[RailPart.FLOW]
    assert [(one.strong, one.quiet) for one in flow.items] == [
        ("100\u00a0%", "Oppdagelse"),
        ("76\u00a0%", "Bestilling"),
        ("72\u00a0%", "Måltid"),
        ("25\u00a0%", "når målet"),
    ]
    assert flow.closing == ("Flest faller fra ved «Vurderer å komme tilbake»: 47\u00a0%",)
    actions = rail[RailPart.ACTIONS].items
    assert actions[0] == Said(
        "Komprimer menysiden", "Marte · Markedsføring · 15.\u00a0april\u00a02026", tick=False
    )
    assert (actions[2].quiet, actions[2].telling) == ("Sal", "mangler ansvarlig · ingen frist")


def test_where_there_are_several_actors_each_low_and_gap_says_whose_it_is() -> None:
    rail = said(example("b2b-programvare.nb"))
    assert [one.quiet for one in rail[RailPart.LOWS].items] == [
        "IT-sjef: Ingen har laget svar for IT",
        "Prosjektleder: overveldet",
        "Økonomisjef: Prisen lar seg ikke regne ut på forhånd",
    ]
    assert {one.quiet for one in rail[RailPart.GAPS].items} == {"IT-sjef"}


def test_a_newcomers_first_map_has_no_rail() -> None:
    held = journey(
        cards=(card("c1", "pain:s1"), card("c2", "thought:s2")),
        emotions=(reading("e1", "s1", 1.0),),
        transitions=(transition("t", "s1", "s2"),),
    )
    assert said(document(held)) == {}


def test_without_figures_only_what_is_written_is_said() -> None:
    whole = example("restaurant.nb")
    text = rail_text(Subject(whole, whole.maps[0], setting()), None)
    assert [one.part for one in text] == [RailPart.ACTIONS, RailPart.MOMENTS, RailPart.METRICS]


def test_a_low_without_a_pain_is_told_in_the_words_of_who_felt_it() -> None:
    held = journey(emotions=(reading("e", "s2", -2.0, words=("lei", "sint")),))
    assert said(document(held))[RailPart.LOWS].items[0].quiet == "lei, sint"


def test_the_worst_pain_of_whoever_feels_low_is_told() -> None:
    a = ids.ActorId("a")
    held = journey(
        actors=(a,),
        cards=(
            card("c1", "pain:s1", "mild", severity=2, actor=a),
            card("c2", "pain:s1", "worst of another", severity=5),
            card("c3", "pain:s1", "worst", severity=4, actor=a),
            card("c4", "pain:s2", "elsewhere", severity=5, actor=a),
        ),
        emotions=(reading("e", "s1", -1.0),),
    )
    assert said(document(held))[RailPart.LOWS].items[0].quiet == "worst"


def test_a_pain_in_a_hidden_lane_is_not_told() -> None:
    held = journey(cards=(card("c1", "pain:s1", severity=5),), emotions=(reading("e", "s1", -2.0),))
    lanes = [one if one.id != "pain" else lane("pain", hidden=True) for one in held.lanes]
    hidden = msgspec.structs.replace(held, lanes=tuple(lanes))
    assert said(document(hidden))[RailPart.LOWS].items[0].quiet == ""


def test_one_pain_is_no_ranking_and_the_unrated_are_counted() -> None:
    one = journey(cards=(card("c1", "pain:s1", severity=5), card("c2", "pain:s1")))
    assert RailPart.PAINS not in said(document(one))
    two = journey(cards=(*one.cards, card("c3", "pain:s2", severity=5)))
    assert said(document(two))[RailPart.PAINS].closing[-1] == "1 er ikke vurdert"


def test_few_pains_may_be_called_the_few_that_matter() -> None:
    cards = [card("c0", "pain:s1", severity=5)]
    cards += [card(f"c{n}", "pain:s2", severity=1, reach=0.1) for n in range(1, 6)]
    closing = said(document(journey(cards=tuple(cards))))[RailPart.PAINS].closing
    assert closing == ("1 av 6 smertepunkter står for 91\u00a0% av smerten",)


def test_a_flow_that_is_not_said_is_not_shown() -> None:
    ways = (transition("1", "s1", "s2", share=0.4), transition("2", "s2", "GOAL"))
    assert RailPart.FLOW not in said(document(journey(transitions=ways)))


def test_an_action_that_is_done_wants_nothing_and_a_dropped_one_is_not_told() -> None:
    actions = (
        d.Action(id=ids.ActionId("1"), title="Ferdig", status=v.ActionStatus.DONE),
        d.Action(id=ids.ActionId("2"), title="Droppet", status=v.ActionStatus.DROPPED),
        d.Action(id=ids.ActionId("3"), title="Snart", owner="Kari", due=dt.date(2026, 5, 1)),
    )
    items = said(document(journey(actions=actions)))[RailPart.ACTIONS].items
    assert items == (
        Said("Ferdig", "gjort", tick=True),
        Said("Snart", "Kari · 1.\u00a0mai\u00a02026", tick=False),
    )


def test_a_copy_without_names_does_not_complain_of_them() -> None:
    held = journey(actions=(d.Action(id=ids.ActionId("1"), title="Snart"),))
    subject = Subject(document(held), held, setting())
    (section,) = rail_text(subject, None, names_told=False)
    assert section.items == (Said("Snart", "", "ingen frist", tick=False),)


def test_a_step_without_a_title_is_told_by_its_number() -> None:
    held = journey(emotions=(reading("e", "s2", -2.0),))
    steps = tuple(msgspec.structs.replace(step, title="") for step in held.steps)
    untitled = document(msgspec.structs.replace(held, steps=steps))
    assert strong(said(untitled)[RailPart.LOWS]) == ["Steg 2"]


def test_what_is_left_out_is_counted_but_for_rankings() -> None:
    whole = example("restaurant.nb")
    subject = Subject(whole, whole.maps[0], setting())
    text = rail_text(subject, figures_of(whole, whole.maps[0].id))
    found = {one.part: one for one in shortened(text, LEAST, subject)}
    assert {*found} == {RailPart.LOWS, RailPart.ACTIONS}
    assert strong(found[RailPart.LOWS]) == [
        "Leter etter parkering",
        "Åpner nettsiden for å se menyen",
    ]
    assert found[RailPart.ACTIONS].items[-1].quiet == "og 2 til"
    flow = shortened(text, {RailPart.FLOW: 3}, subject)[0]
    assert [one.quiet for one in flow.items] == ["Oppdagelse", "Bestilling", "når målet"]


def test_every_sort_grows_from_the_least_and_only_grows() -> None:
    caps = dict(LEAST)
    for part, most in MORE:
        assert most > caps.get(part, 0)
        caps[part] = most
    assert {*caps} == {*RailPart}


def test_every_language_says_all_of_it() -> None:
    whole = example("restaurant.nb")
    headings = {
        language: [one.heading for one in said(whole, language).values()]
        for language in ("nb", "sv", "en")
    }
    assert headings["en"][:3] == ["What we found", "We believed – they feel", "Worst pain points"]
    assert headings["sv"][:2] == ["Det här fann vi", "Vi trodde – de upplever"]
    assert all(len({*said}) == len(said) for said in headings.values())
