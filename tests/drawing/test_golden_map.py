"""A small map and its poster as text, line by line.

After a change of their look, `RENEW_GOLDEN=1 pytest tests/drawing` writes the texts anew; the
difference is read before it is committed.
"""

import datetime as dt

from cjmapper.drawing.compose import Composer
from cjmapper.drawing.poster import compose_poster
from cjmapper.drawing.primitives import Drawing
from cjmapper.drawing.recorder import Recorder
from cjmapper.drawing.theme import LIGHT, PAPER
from cjmapper.layout.poster import lay_out_poster
from cjmapper.layout.poster_types import PageRequest
from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model import vocabulary as v
from tests.support.builders import card, document, journey, link, reading, transition
from tests.support.golden import assert_golden
from tests.support.layouts import laid_out, setting
from tests.support.paged import sheet


def small() -> d.Document:
    """Every sort of thing once."""
    return document(
        journey(
            "s1 s2|s3",
            "touchpoint emotion pain backstage",
            title="Bord for to",
            actors=(ids.ActorId("a1"),),
            cards=(
                card("c1", "touchpoint:s1", "Ringer restauranten", channel=ids.ChannelId("tel")),
                card("c2", "touchpoint:s3", "Får kvittering", status=v.TouchpointStatus.MISSING),
                card("c3", "pain:s1", "Ingen tar telefonen", severity=4, reach=0.3),
                card("c4", "backstage:s2", "Kokken får bestillingen på skjermen", span=2),
            ),
            emotions=(
                reading("e1", "s1", -1.0, words=("utålmodig",)),
                reading("e2", "s2", 1.5),
                reading("e3", "s3", 1.0, view=v.EmotionView.BELIEVED),
            ),
            transitions=(
                transition("t1", "s1", "s3", kind=v.TransitionKind.SKIP, share=0.2),
                transition("t2", "s1", "DROP", kind=v.TransitionKind.DROP_OFF, share=0.1),
            ),
            links=(link("k1", "c1", "c3", kind=v.LinkKind.CAUSES, text="fordi"),),
            actions=(d.Action(id=ids.ActionId("x1"), title="Bestilling på nett"),),
        ),
        title="Restauranten",
        created=dt.date(2026, 1, 5),
        actors=(
            d.Actor(id=ids.ActorId("a1"), name="Kari Nordmann", goal="En rolig kveld", quote="Nå?"),
        ),
        channels=(d.Channel(id=ids.ChannelId("tel"), name="Telefon"),),
    )


def recorded(drawing: Drawing) -> str:
    recorder = Recorder()
    recorder.paint(drawing)
    return recorder.text()


def test_the_map_is_drawn_as_it_was() -> None:
    drawing = Composer(LIGHT).map_drawing(laid_out(small()))
    assert_golden("drawing/map.txt", recorded(drawing))


def test_the_poster_is_drawn_as_it_was() -> None:
    paper = sheet("A3", "landscape")
    asked = PageRequest(map=laid_out(small()), page=paper.size, inside=paper.area)
    poster = lay_out_poster(asked, setting())
    assert_golden("drawing/poster.txt", recorded(compose_poster(poster, Composer(PAPER))))


def test_drawing_the_same_map_again_gives_the_same_text() -> None:
    first = recorded(Composer(LIGHT).map_drawing(laid_out(small())))
    assert recorded(Composer(LIGHT).map_drawing(laid_out(small()))) == first
