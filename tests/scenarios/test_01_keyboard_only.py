"""Scenario 1: from a fresh start to a whole map by keyboard alone, in at most thirty keys."""

from cjmapper.ui.main_window import MainWindow
from tests.support.first_map import FIRST_MAP, MOST_KEYS, PHASES
from tests.support.window_hands import do


def test_five_phases_ten_touchpoints_and_five_emotions_take_at_most_thirty_keys(
    first_window: MainWindow,
) -> None:
    window = first_window
    keys = 0
    for step in FIRST_MAP:
        do(step)
        keys += not step.is_text
    assert keys <= MOST_KEYS
    journey = window.session.journey
    assert [phase.name for phase in journey.phases] == list(PHASES)
    lane = journey.cards[0].lane
    assert {card.lane for card in journey.cards} == {lane}
    assert [card.text for card in journey.cards] == [
        step.what for step in FIRST_MAP if step.is_text and step.what not in PHASES
    ]
    placed = [sum(card.step == step.id for card in journey.cards) for step in journey.steps]
    assert placed == [2, 2, 2, 2, 2]
    assert [one.value for one in journey.emotions] == [2.0, 1.0, 0.0, -1.0, -2.0]
    assert [one.step for one in journey.emotions] == [step.id for step in journey.steps]
    assert window.editor.selection == (journey.emotions[-1].id,)


def test_all_of_it_is_on_the_screen_at_fit(first_window: MainWindow) -> None:
    window = first_window
    for step in FIRST_MAP:
        do(step)
    canvas = window.work.canvas
    canvas.fit_map()
    seen = canvas.viewport().rect()
    journey = window.session.journey
    things: list[str] = [phase.id for phase in journey.phases] + [card.id for card in journey.cards]
    things += [one.id for one in journey.emotions]
    assert all(seen.contains(canvas.place_px(name)) for name in things)
    assert window.editor.selection == (journey.emotions[-1].id,)
