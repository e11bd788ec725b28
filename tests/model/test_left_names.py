"""Names that are left out are found in other texts: whole words, as they are written."""

import unicodedata

import pytest

from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model.client_copy import EVERYTHING, client_copy
from cjmapper.model.left_names import names_in, names_in_address, names_left_out, names_within
from tests.support.builders import card, document, journey


def known(text: str = "", **more: str) -> d.Document:
    led = d.Workshop(
        id=ids.WorkshopId("w1"),
        facilitator="Marte Dahl",
        participants=(d.Participant(name="Olav"), d.Participant(name="Bo")),
    )
    made = journey(
        cards=(card("c1", "pain:s1", text),),
        owner="Daglig leder",
        actions=(
            d.Action(id=ids.ActionId("a1"), title="Rydd", owner="Drift"),
            d.Action(id=ids.ActionId("a2"), title="Ring", owner="Ingrid Berg"),
        ),
    )
    return document(
        made,
        author="Nordlys AS",
        client="Fjordkroken",
        departments=(d.Department(id=ids.DepartmentId("d1"), name="Drift"),),
        actors=(d.Actor(id=ids.ActorId("p"), name="Ingrid"),),
        workshops=(led,),
        **more,
    )


def test_names_are_whole_ones_and_the_parts_of_persons_names() -> None:
    assert set(names_left_out(known(), EVERYTHING)) == {
        "Marte Dahl",
        "Marte",
        "Dahl",
        "Olav",
        "Daglig leder",
        "Nordlys AS",
        "Ingrid Berg",
        "Berg",
    }


def test_where_names_are_not_left_out_none_is_looked_for() -> None:
    assert names_left_out(known(), ()) == ()
    assert names_left_out(known(), ("notes", "comments")) == ()


def test_how_a_person_is_reached_is_looked_for_too() -> None:
    whole = known("Skriv til marte@nordlys.example!", contact="marte@nordlys.example")
    names = names_left_out(whole, EVERYTHING)
    assert names_within(client_copy(whole, EVERYTHING), names) == ("marte@nordlys.example",)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Marte ringer", ("Marte",)),
        ("Spør Marte Dahl.", ("Marte Dahl",)),
        ("Spør Marte\nDahl", ("Marte Dahl",)),
        ("(Olav), «Dahl» og Olav", ("Olav", "Dahl")),
        ("Martes kort", ("Marte",)),
        ("Olav’s og Dahl's", ("Olav", "Dahl")),
        ("notat_Marte_2", ("Marte",)),
        ("marte, MARTE, Martesen, Martes2", ()),
        ("Olavsgate", ()),
        ("Bo er hjemme", ()),
        ("", ()),
    ],
)
def test_a_name_is_a_whole_word_written_alike(text: str, found: tuple[str, ...]) -> None:
    assert names_in(text, names_left_out(known(), EVERYTHING)) == found


def test_letters_put_together_from_two_are_the_same_letters() -> None:
    apart = unicodedata.normalize("NFD", "Spør Åse")
    assert names_in(apart, ("Åse",)) == ("Åse",)
    assert names_in("Spør Åse", (unicodedata.normalize("NFD", "Åse"),))


def test_in_addresses_a_name_is_found_in_any_letters() -> None:
    names = names_left_out(known(), EVERYTHING)
    assert set(names_in_address("mailto:marte.dahl@nordlys.example", names)) == {"Marte", "Dahl"}
    assert names_in_address("Kart-for-OLAV_v2.pdf", names) == ("Olav",)
    assert names_in_address("https://nordlys.example/%6Fl%61v", names) == ("Olav",)
    assert names_in_address("martesen.pdf", names) == ()


def test_signs_in_a_name_stand_for_themselves() -> None:
    assert names_in("a+b", ("a.b",)) == ()
    assert names_in("ring A. (Per) nå", ("A. (Per)",)) == ("A. (Per)",)


def test_a_copy_whose_texts_name_nobody_has_no_name_left() -> None:
    whole = known("Kunden venter")
    assert names_within(client_copy(whole, EVERYTHING), names_left_out(whole, EVERYTHING)) == ()
    assert "Marte Dahl" in names_within(whole, names_left_out(whole, EVERYTHING))


def test_of_a_name_of_many_words_the_words_are_not_looked_for() -> None:
    four, five = "Kari Anne Nord Moe", "Laget Som Alle Vil Se"
    assert set(names_left_out(known(contact=four), EVERYTHING)) >= {four, "Kari", "Moe"}
    assert "Laget" not in names_left_out(known(contact=five), EVERYTHING)


def test_of_a_picture_only_its_name_is_read() -> None:
    picture = d.Asset(id=ids.AssetId("Marte"), name="Olav.png", media_type="image/png")
    whole = document(journey(), assets=(picture,))
    assert names_within(whole, ("Marte", "Olav")) == ("Olav",)


def test_what_a_later_version_wrote_is_read_too() -> None:
    whole = document(journey(), extra={"later": ["Spør Olav", {"by": "Marte"}]})
    assert set(names_within(whole, ("Marte", "Olav", "Kari"))) == {"Marte", "Olav"}
