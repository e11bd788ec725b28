"""What is painted: layers, strips, feedback, bars far out; looked at as pixels where it matters."""

import msgspec
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip

from cjmapper.drawing.theme import DARK, LIGHT, Theme, blend
from cjmapper.editor.feedback import Tile
from cjmapper.geometry import Rect
from cjmapper.model.vocabulary import CardKind
from cjmapper.places import resource
from cjmapper.storage.files import load
from cjmapper.ui.canvas import prompts
from cjmapper.ui.canvas.held import held_header, held_titles
from cjmapper.ui.canvas.sketch import BAR_INK
from cjmapper.ui.canvas.view import Strip
from cjmapper.words.catalog import Words
from tests.support import synthetic
from tests.support.builders import card, document, journey
from tests.ui.canvas.conftest import PLAIN, Hand, Shown

RESTAURANT = resource("examples", "restaurant.nb.cjmap")


@pytest.fixture
def hand(shown: Shown) -> Hand:
    return shown(load(RESTAURANT).document)


def pixel(image: QImage, place: QPoint) -> str:
    return QColor(image.pixel(place)).name().upper()


def part(image: QImage, hand: Hand, strip: Strip) -> QImage:
    clip = hand.canvas.view.clip(strip)
    return image.copy(int(clip.x) + 1, int(clip.y) + 1, int(clip.width) - 2, int(clip.height) - 2)


def test_the_header_stays_when_the_map_is_scrolled_down(hand: Hand) -> None:
    view = hand.canvas.view
    hand.canvas.look(view.scrolled_to(0, 50))
    before = part(hand.picture(), hand, Strip.HEADER)
    cells = part(hand.picture(), hand, Strip.BODY)
    hand.canvas.look(view.scrolled_to(0, 56))
    assert part(hand.picture(), hand, Strip.HEADER) == before
    assert part(hand.picture(), hand, Strip.BODY) != cells


def test_lane_titles_stay_when_the_map_is_scrolled_across(hand: Hand) -> None:
    view = hand.canvas.view
    hand.canvas.look(view.scrolled_to(30, 0))
    before = part(hand.picture(), hand, Strip.TITLES)
    hand.canvas.look(view.scrolled_to(36, 0))
    assert part(hand.picture(), hand, Strip.TITLES) == before


@pytest.mark.parametrize("zoom", [0.15, 0.25, 0.4, 0.7, 1.0, 2.5])
@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_every_zoom_is_painted_in_both_themes(shown: Shown, zoom: float, theme: Theme) -> None:
    hand = shown(load(RESTAURANT).document, theme=theme)
    hand.canvas.set_zoom(zoom)
    hand.canvas.look(hand.canvas.view.scrolled_to(0, 0))
    image = hand.picture()
    assert pixel(image, QPoint(2, 2)) == theme.canvas
    assert theme.phases[0] in hand.colours(image)


def test_a_map_is_opened_anew_while_the_window_finds_its_size_and_not_once_it_was_moved(
    hand: Hand,
) -> None:
    canvas = hand.canvas
    canvas.resize(500, 400)
    canvas.open_map()
    assert canvas.zoom == 0.8
    canvas.resize(2600, 1700)
    assert canvas.zoom == 1.0
    canvas.resize(500, 400)
    canvas.zoom_in()
    near = canvas.zoom
    canvas.resize(2600, 1700)
    assert canvas.zoom == near


def test_words_of_the_emotion_axis_are_seen_very_near_too(hand: Hand) -> None:
    hand.canvas.set_zoom(1.6)
    lane = next(iter(hand.canvas.map_layout.emotion_lanes))
    hand.canvas.reveal((lane,))
    titles = part(hand.picture(), hand, Strip.TITLES)
    assert LIGHT.secondary in hand.colours(titles, step=1)


def test_another_theme_is_painted_at_once(hand: Hand) -> None:
    hand.canvas.set_look(DARK)
    assert pixel(hand.picture(), QPoint(2, 2)) == DARK.canvas


def test_a_scroll_within_what_is_painted_paints_no_card_again(
    hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand.canvas.set_zoom(0.8)
    hand.canvas.look(hand.canvas.view.scrolled_to(0, 0))
    hand.picture()
    hand.canvas.look(hand.canvas.view.scrolled_to(4, 4))
    hand.picture()
    painted: list[Rect] = []
    layers = hand.canvas.layers
    real = layers._paint_into

    def counting(*args: object) -> object:
        painted.append(Rect(0, 0, 0, 0))
        return real(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(layers, "_paint_into", counting)
    for x in (10, 20, 30):
        hand.canvas.look(hand.canvas.view.scrolled_to(x, x))
        hand.picture()
    assert painted == []
    hand.editor.select(hand.journey.cards[0].id)
    hand.key(Qt.Key.Key_Delete)
    hand.picture()
    assert painted


def test_ten_thousand_cards_are_painted_far_out_with_bars(shown: Shown) -> None:
    hand = shown(synthetic.document(10_000))
    hand.canvas.fit_map()
    hand.canvas.set_zoom(0.2)
    pain = LIGHT.kinds[CardKind.PAIN]
    bar = blend(pain.ground, LIGHT.text, BAR_INK)
    seen = hand.colours(hand.picture().copy(150, 100, 400, 500), step=1)
    assert {pain.stripe, pain.ground, bar} <= seen
    hand.canvas.set_zoom(0.1)
    assert pain.ground in hand.colours(hand.picture(), step=1)


def test_a_drag_shows_ghost_place_and_where_it_lands(hand: Hand) -> None:
    name = hand.journey.cards[0].id
    plain = hand.colours(hand.picture())
    assert LIGHT.accent in plain
    start = hand.at(name)
    hand.carry(start, start + QPoint(210, 20))
    image = hand.picture()
    slot = hand.canvas.feedback.slot_line
    assert slot is not None
    seen = hand.canvas.view.rect(slot)
    assert pixel(image, QPoint(round(seen.x) + 3, round(seen.centre.y))) == LIGHT.accent
    hand.key(Qt.Key.Key_Escape)
    hand.release(start)


@pytest.mark.parametrize("tile", list(Tile))
@pytest.mark.parametrize("zoom", [0.35, 1.0])
def test_each_tile_is_painted_on_its_way(hand: Hand, tile: Tile, zoom: float) -> None:
    hand.canvas.set_zoom(zoom)
    before = hand.picture()

    def screen(place: QPoint) -> QPointF:
        return QPointF(hand.canvas.viewport().mapToGlobal(place))

    hand.canvas.begin_tile_drag(tile, screen(QPoint(-60, 60)))
    for place in (QPoint(300, 200), QPoint(420, 330)):
        hand.canvas.continue_tile_drag(screen(place), PLAIN)
    assert hand.picture() != before
    hand.canvas.continue_tile_drag(screen(QPoint(5, 5)), PLAIN)
    assert not hand.picture().isNull()
    hand.key(Qt.Key.Key_Escape)
    hand.canvas.end_tile_drag(screen(QPoint(420, 330)))
    assert hand.entries == []


def test_columns_rows_and_several_cards_are_painted_while_carried(hand: Hand) -> None:
    things = hand.journey
    across, down = QPoint(300, 10), QPoint(10, 200)
    for name, way in ((things.phases[0].id, across), (things.lanes[0].id, down)):
        start = hand.at(name)
        hand.carry(start, start + way)
        assert hand.canvas.feedback.gap_line is not None
        assert not hand.picture().isNull()
        hand.key(Qt.Key.Key_Escape)
        hand.release(start)
    names = [one.id for one in things.cards[:3]]
    hand.editor.select(*names)
    start = hand.at(names[0])
    hand.carry(start, start + QPoint(100, 10))
    ghost = hand.canvas.feedback.ghost
    assert ghost is not None
    assert ghost.count == 3
    assert not hand.picture().isNull()
    hand.key(Qt.Key.Key_Escape)


def test_a_ring_is_around_everything_that_is_selected(hand: Hand) -> None:
    drawn, things = hand.canvas.map_layout, hand.journey
    everything = (
        things.phases[1].id, things.steps[1].id, things.lanes[1].id, things.cards[1].id,
        things.emotions[1].id, things.links[0].id, drawn.transitions[0].transition.id,
    )  # fmt: skip
    for name in everything:
        hand.editor.select()
        before = hand.picture()
        hand.editor.select(name)
        hand.canvas.reveal([name])
        assert hand.picture() != before, name


def test_a_selection_of_thousands_is_painted(shown: Shown) -> None:
    hand = shown(synthetic.document(1000))
    before = hand.picture()
    hand.editor.select(*(one.id for one in hand.journey.cards))
    assert hand.picture() != before


def test_a_map_without_names_says_how_to_begin(shown: Shown) -> None:
    drawn = journey("s1|s2", "touchpoint")
    nameless = tuple(msgspec.structs.replace(phase, name="") for phase in drawn.phases)
    first = msgspec.structs.replace(nameless[0], name=" ")
    silent = msgspec.structs.replace(drawn, phases=(first, nameless[1]))
    prompting = msgspec.structs.replace(drawn, phases=nameless)
    assert shown(document(prompting)).picture() != shown(document(silent)).picture()


def test_an_emotion_lane_without_emotions_says_how_to_begin(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = shown(document(journey("s1|s2|s3", "emotion")))
    before = hand.picture()
    monkeypatch.setattr(prompts, "_emotion_prompt", lambda *_: None)
    assert hand.picture() != before


def test_lanes_for_cards_say_how_to_begin_until_there_is_a_card(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = shown(document(journey("s1|s2", "touchpoint note")))
    begun = shown(document(journey("s1|s2", "touchpoint note", cards=(card("a1", "note:s2"),))))
    before = empty.picture(), begun.picture()
    monkeypatch.setattr(prompts, "_card_prompts", lambda _: None)
    assert empty.picture() != before[0]
    assert begun.picture() == before[1]


def test_the_plus_under_the_pointer_says_what_it_adds(hand: Hand) -> None:
    end = hand.canvas.map_layout.columns[-1].right
    hand.canvas.fit_map()
    hand.canvas.set_zoom(0.6)
    hand.canvas.horizontalScrollBar().setValue(hand.canvas.horizontalScrollBar().maximum())
    view = hand.canvas.view
    place = QPoint(round(view.x(end)) + 14, round(view.header_y(0.0) + view.rows_px[0] / 2))
    hand.hover(place)
    port = hand.canvas.viewport()
    event = QHelpEvent(QEvent.Type.ToolTip, place, port.mapToGlobal(place))
    QApplication.sendEvent(port, event)
    assert hand.canvas.words.say("plus.phase") in QToolTip.text()
    QToolTip.hideText()


def test_the_plus_of_a_cell_tells_its_key(shown: Shown) -> None:
    hand = shown(document(journey("s1|s2", cards=(card("a", "touchpoint:s1"),))))
    hand.hover(hand.at("a"))
    plus = next(one for one in hand.canvas.feedback.pluses if one.said.code == "plus.touchpoint")
    seen = hand.canvas.view.point(plus.place)
    place = QPoint(round(seen.x), round(seen.y))
    hand.hover(place)
    port = hand.canvas.viewport()
    QApplication.sendEvent(port, QHelpEvent(QEvent.Type.ToolTip, place, port.mapToGlobal(place)))
    assert "(Ctrl+" in QToolTip.text()
    QToolTip.hideText()


def test_a_plus_appears_over_the_header_and_goes_again(hand: Hand) -> None:
    away = QPoint(600, 500)
    hand.hover(away)
    before = hand.picture()
    hand.hover(hand.at(hand.journey.phases[1].id))
    assert hand.picture() != before
    hand.hover(away)
    assert part(hand.picture(), hand, Strip.HEADER) == part(before, hand, Strip.HEADER)


def test_a_connector_on_its_way_is_a_line(hand: Hand) -> None:
    name = hand.journey.cards[0].id
    hand.hover(hand.at(name))
    dot = next(one for one in hand.canvas.feedback.dots if one.owner == name)
    place = hand.canvas.view.point(dot.place)
    start = QPoint(round(place.x), round(place.y))
    hand.carry(start, start + QPoint(300, 200))
    assert hand.canvas.feedback.rubber
    middle = QPoint((start.x() + 150), start.y() + 100)
    near = hand.picture().copy(middle.x() - 60, middle.y() - 60, 120, 120)
    assert LIGHT.accent in {pixel(near, QPoint(x, y)) for x in range(120) for y in range(120)}
    hand.key(Qt.Key.Key_Escape)


def test_words_over_the_map_follow_the_language(hand: Hand) -> None:
    start = hand.at(hand.journey.emotions[0].id)
    hand.carry(start, start + QPoint(0, 60))
    before = hand.picture()
    hand.canvas.set_words(Words("sv"))
    assert hand.picture() != before
    hand.key(Qt.Key.Key_Escape)


def test_a_title_that_is_scrolled_away_moves_into_view(shown: Shown) -> None:
    drawn = journey("s1 s2 s3|s4", cards=tuple(card(f"c{n}", "thought:s1") for n in range(4)))
    hand = shown(document(drawn))
    layout, composer = hand.canvas.map_layout, hand.canvas.layers.composer
    band = layout.phases[0]
    window = Rect(band.x + 60.0, layout.lanes[2].y + 20.0, 100.0, 100.0)
    header = held_header(composer.header(layout), layout, window)
    moved = next(one for one in header.items if getattr(one, "id", "") == "p1")
    assert any(getattr(item, "x", 0.0) == pytest.approx(60.0) for item in moved.items)  # type: ignore[union-attr]
    titles = held_titles(composer.lane_titles(layout), layout, window)
    lane_ = next(one for one in titles.items if getattr(one, "id", "") == "thought")
    assert lane_.y == pytest.approx(20.0)  # type: ignore[union-attr]
    still = held_titles(composer.lane_titles(layout), layout, window, but="thought")
    assert next(one for one in still.items if getattr(one, "id", "") == "thought").y == 0.0  # type: ignore[union-attr]


def test_a_title_never_leaves_its_band(shown: Shown) -> None:
    hand = shown(document(journey("s1|s2", lanes="touchpoint thought")))
    layout, composer = hand.canvas.map_layout, hand.canvas.layers.composer
    band = layout.lanes[1]
    window = Rect(0.0, band.bottom - 1.0, 100.0, 100.0)
    titles = held_titles(composer.lane_titles(layout), layout, window)
    moved = next(one for one in titles.items if getattr(one, "id", "") == "thought")
    assert moved.y <= band.height - band.title.bottom  # type: ignore[union-attr]
