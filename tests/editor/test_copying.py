"""Cards on the clipboard: their connectors, pictures and words go along, into other files too."""

import msgspec
import pytest

from cjmapper.editor import clipboard
from cjmapper.editor.clipboard import Clip, Copies, read, written
from cjmapper.errors import EditError
from cjmapper.model import document as d
from cjmapper.model import ids
from cjmapper.model.edits import assets, cards
from cjmapper.model.vocabulary import LinkKind
from tests.support.builders import card, document, journey, link, reading
from tests.support.driver import Driver
from tests.support.pixels import png


def source() -> Driver:
    """Two connected cards, one with a channel, a tag and a picture."""
    made = document(
        journey(
            "s1 s2",
            "touchpoint emotion pain",
            cards=(
                card("a", "touchpoint:s1", channel=ids.ChannelId("ch1"), tags=(ids.TagId("t1"),)),
                card("b", "pain:s2"),
                card("c", "pain:s1"),
            ),
            links=(link("k1", "a", "b"), link("k2", "a", "c")),
            emotions=(reading("e1", "s2", -1.5),),
        ),
        channels=(d.Channel(id=ids.ChannelId("ch1"), name="Web"),),
        tags=(d.Tag(id=ids.TagId("t1"), name="Urgent"),),
    )
    content = png(4, 3)
    made = assets.add_asset(made, content, name="photo", media_type="image/png")
    return Driver(cards.change_card(made, "m1", "a", picture=assets.asset_id(content)))


def test_connectors_between_copied_cards_come_along_and_others_do_not() -> None:
    hand = source()
    hand.select("a", "b")
    hand.key("Ctrl+c")
    hand.select_cell("touchpoint", "s2")
    hand.key("Ctrl+v")
    assert len(hand.journey.links) == 3
    new = hand.journey.links[-1]
    assert {new.start, new.to} == set(hand.selection)
    hand.check()


def test_pictures_channels_and_tags_come_along_into_another_file() -> None:
    hand = source()
    hand.select("a")
    hand.key("Ctrl+c")
    target = Driver(
        document(
            journey("x1", "touchpoint"),
            channels=(d.Channel(id=ids.ChannelId("own"), name="WEB"),),
        )
    )
    target.clipboard.put(hand.clipboard.get())
    target.key("Ctrl+v")
    target.key("Ctrl+v")
    target.check()
    assert [one.channel for one in target.journey.cards] == ["own", "own"]
    assert [tag.name for tag in target.document.tags] == ["Urgent"]
    assert [asset.data for asset in target.document.assets] == [png(4, 3)]
    assert target.journey.cards[0].picture == target.document.assets[0].id


def test_readings_are_copied_to_another_step_of_the_map() -> None:
    hand = source()
    hand.select("e1")
    hand.key("Ctrl+c")
    hand.select_cell("emotion", "s1")
    hand.key("Ctrl+v")
    assert [(one.step, one.value) for one in hand.journey.emotions] == [
        ("s2", -1.5), ("s1", -1.5),
    ]  # fmt: skip
    assert hand.last == "paste_readings"
    hand.check()


def test_others_get_a_table_of_lanes_and_steps_or_lines_of_one_cell() -> None:
    hand = source()
    hand.select("a", "b", "e1")
    hand.key("Ctrl+c")
    table = hand.clipboard.get().table
    assert table is not None
    assert table.rows == (
        ("", "Phase 1", ""),
        ("", "Step s1", "Step s2"),
        ("touchpoint", "Card a", ""),
        ("emotion", "", "-1.5"),
        ("pain", "", "Card b"),
    )
    hand.select("a")
    hand.key("Ctrl+c")
    assert hand.clipboard.get().table is None
    assert hand.clipboard.get().text == "Card a"


def test_a_picture_that_is_none_is_left_out() -> None:
    hand = source()
    hand.select("a")
    hand.key("Ctrl+c")
    copies = read(hand.clipboard.get().own)
    forged = msgspec.structs.replace(copies.assets[0], data=b"<svg onload='no'/>")
    own = written(msgspec.structs.replace(copies, assets=(forged,)))
    target = Driver(document(journey("x1", "touchpoint")))
    target.clipboard.put(Clip(own=own))
    target.key("Ctrl+v")
    assert target.document.assets == ()
    assert target.journey.cards[0].picture is None
    target.check()


def test_a_reading_out_of_bounds_is_refused_with_a_notice() -> None:
    hand = source()
    hand.select("e1")
    hand.key("Ctrl+c")
    copies = read(hand.clipboard.get().own)
    forged = msgspec.structs.replace(copies.readings[0].reading, value=99.0)
    held = msgspec.structs.replace(copies.readings[0], reading=forged)
    before = hand.document
    hand.clipboard.put(Clip(own=written(msgspec.structs.replace(copies, readings=(held,)))))
    hand.key("Ctrl+v")
    assert hand.document is before
    assert hand.notices[-1].said.code == "errors.emotion_value_range"


@pytest.mark.parametrize("own", [b'{"cards":[]}', written(Copies(format=2))])
def test_a_form_of_another_version_is_refused(own: bytes) -> None:
    with pytest.raises(EditError):
        read(own)


def test_two_connectors_between_the_same_cards_come_along_both() -> None:
    drawn = journey(
        "s1 s2",
        cards=(card("a", "touchpoint:s1"), card("b", "pain:s2")),
        links=(
            link("k1", "a", "b", kind=LinkKind.CAUSES),
            link("k2", "a", "b", kind=LinkKind.INFLUENCES, text="often"),
        ),
    )
    hand = Driver(document(drawn))
    hand.key("Ctrl+a")
    hand.key("Ctrl+c")
    hand.key("Ctrl+v")
    made = [(one.kind, one.text) for one in hand.journey.links[2:]]
    assert made == [(LinkKind.CAUSES, ""), (LinkKind.INFLUENCES, "often")]
    hand.check()


def test_a_form_that_brings_a_flood_of_words_is_refused() -> None:
    tags = tuple(d.Tag(id=ids.TagId(f"t{count}"), name=f"{count}") for count in range(5_001))
    with pytest.raises(EditError):
        read(written(Copies(tags=tags)))


def test_more_cells_than_a_table_may_have_are_copied_without_one() -> None:
    steps = [f"s{count}" for count in range(61)]
    lanes = [f"l{count}-note" for count in range(40)]
    there = tuple(card(f"{lane}{step}", f"{lane}:{step}") for lane in lanes for step in steps)
    hand = Driver(document(journey(" ".join(steps), " ".join(lanes), cards=there)))
    hand.key("Ctrl+a")
    hand.key("Ctrl+c")
    clip = hand.clipboard.get()
    assert clip.table is None
    assert clip.text.count("Card l") == len(there)
    hand.key("Ctrl+v")
    assert len(hand.journey.cards) == 2 * len(there)


def test_a_clip_too_large_for_any_map_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    own = written(Copies(tags=(d.Tag(id=ids.TagId("t"), name="x"),)))
    assert read(own).tags
    monkeypatch.setattr(clipboard, "_MOST_BYTES", 10)
    monkeypatch.setattr(clipboard, "MAX_ASSET_BYTES", 10)
    with pytest.raises(EditError) as refused:
        read(own)
    assert refused.value.code == "clipboard_unreadable"


def test_pictures_that_would_fill_the_file_are_not_pasted(monkeypatch: pytest.MonkeyPatch) -> None:
    hand = source()
    hand.select("a")
    hand.key("Ctrl+c")
    before = hand.document
    monkeypatch.setattr(clipboard, "MAX_ASSET_BYTES", len(png(4, 3)) - 1)
    hand.key("Ctrl+v")
    assert hand.document is before
    assert hand.notices[-1].said.code == "errors.clipboard_unreadable"


def test_in_a_file_that_can_only_be_read_nothing_is_cut() -> None:
    hand = source()
    hand.editor.read_only = True
    hand.select("a")
    hand.key("Ctrl+x")
    assert hand.notices[-1].said.code == "notice.read_only"
    assert not hand.editor.cut.cards
    assert hand.clipboard.get() == Clip()


def test_emotions_alone_are_pasted_where_no_lane_takes_cards() -> None:
    hand = Driver(document(journey("s1 s2", "emotion", emotions=(reading("e", "s1", 1.0),))))
    hand.select("e")
    hand.key("Ctrl+c")
    hand.select_cell("emotion", "s2")
    hand.key("Ctrl+v")
    assert len(hand.journey.emotions) == 2
    assert hand.last == "paste_readings"
