"""How maps are made into posters is kept with them."""

from cjmapper.model import document as d
from cjmapper.model.edits import posters
from cjmapper.model.poster_settings import PosterSettings
from tests.support import builders as b
from tests.support.edits import refused, tried, untouched

A3 = PosterSettings(paper="A3", tiles="A4")


def test_one_map_takes_other_settings_and_the_others_keep_theirs() -> None:
    document = b.full_document()
    outcome = tried(document, lambda doc: posters.set_settings(doc, ["m1"], A3))
    assert [one.poster.paper for one in outcome.maps][:2] == ["A3", document.maps[1].poster.paper]
    untouched(outcome, lambda doc: posters.set_settings(doc, ["m1"], A3))


def test_the_document_travels_with_all_its_maps_or_with_none() -> None:
    settings = PosterSettings(with_source=True)
    outcome = tried(b.full_document(), lambda doc: posters.set_settings(doc, ["m1"], settings))
    assert {one.poster.with_source for one in outcome.maps} == {True}


def test_what_this_version_does_not_know_stays() -> None:
    document = b.document()
    known = PosterSettings(extra={"foil": "gold"})
    document = tried(document, lambda doc: b_with(doc, known))
    outcome = tried(document, lambda doc: posters.set_settings(doc, ["m1"], A3))
    assert outcome.maps[0].poster.extra == {"foil": "gold"}


def b_with(document: d.Document, poster: PosterSettings) -> d.Document:
    from cjmapper.model.edits import maps

    return maps.change_map(document, "m1", poster=poster)


def test_a_margin_that_no_paper_has_is_refused() -> None:
    wrong = PosterSettings(margin_mm=-1.0)
    refused(b.document(), lambda doc: posters.set_settings(doc, ["m1"], wrong), "margin_range")


def test_settings_are_the_same_whatever_other_versions_wrote_beside_them() -> None:
    assert posters.same(A3, PosterSettings(paper="A3", tiles="A4", extra={"foil": 1}))
    assert not posters.same(A3, PosterSettings(paper="A3"))
