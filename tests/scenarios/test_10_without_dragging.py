"""Scenario 10: everything that dragging does, with clicks of the left button alone."""

from cjmapper.editor.actions.menus import INNER, TOOLBARS, items, target_of
from cjmapper.editor.events import Button, PointerEvent
from cjmapper.geometry import Point, px_from_mm
from cjmapper.layout import landing
from cjmapper.model import document as d
from cjmapper.model import ids
from tests.support.builders import document, journey
from tests.support.driver import Driver

MOST_CLICKS = 16


class Clicking(Driver):
    """A hand that presses and lets go in one place, and counts; it types only the words."""

    def __init__(self, opened: d.Document) -> None:
        super().__init__(opened)
        self.clicks = 0

    def press(self, point: Point, button: Button = Button.LEFT) -> None:
        self.clicks += 1
        super().press(point, button)

    def event(self, point: Point, button: Button = Button.LEFT) -> PointerEvent:
        assert button in (Button.LEFT, Button.NONE)
        return super().event(point, button)

    def take(self, name: str) -> None:
        """A button of the toolbar beside what is selected, or a line of one of its menus."""
        offered = items(TOOLBARS[target_of(self.editor)])
        if name in offered:
            self.clicks += 1
        else:
            inner = [one[1:] for one in offered if one.startswith(">")]
            assert any(name in items(INNER.get(one, "")) for one in inner), name
            self.clicks += 2
        self.do(name)

    def plus(self, near: Point, code: str) -> Point:
        """A «+» that shows when the pointer is near."""
        self.move(near)
        return next(one.place for one in self.feedback.pluses if one.said.code == code)


def test_a_map_is_made_and_changed_in_sixteen_clicks_without_a_drag() -> None:
    hand = Clicking(document(journey("s1|s2", "touchpoint emotion note")))
    _phase(hand)
    first, second = _two_cards(hand)
    _emotion(hand)
    _move(hand, second)
    _width(hand)
    _connect(hand, first, second)
    print(f"{hand.clicks} clicks")  # noqa: T201
    assert hand.clicks <= MOST_CLICKS
    hand.check()


def _phase(hand: Clicking) -> None:
    edge = hand.layout.columns[-1].right
    hand.click(hand.plus(Point(edge + 1.0, hand.at_phase("p2").y), "plus.phase"))
    hand.type("After")
    _done(hand)
    assert [phase.name for phase in hand.journey.phases][-1] == "After"


def _two_cards(hand: Clicking) -> tuple[str, str]:
    hand.click(hand.plus(hand.at_cell("touchpoint", "s1"), "plus.touchpoint"))
    hand.type("Asks")
    _done(hand)
    hand.click(hand.plus(hand.at_cell("touchpoint", "s1"), "plus.touchpoint"))
    hand.type("Waits")
    # The click that sets the emotion ends this text.
    first, second = (card.id for card in hand.session.journey.cards)
    return first, second


def _done(hand: Clicking) -> None:
    """A click beside an open text ends it."""
    hand.click(hand.at_cell("note", "s2"))
    assert hand.state == "Idle"


def _move(hand: Clicking, name: str) -> None:
    hand.click(hand.at_card(name))
    hand.take("carry")
    step = hand.journey.steps[-1].id
    slot = landing.slots_in(hand.layout, (ids.LaneId("touchpoint"), step), (name,))[0]
    assert slot.line in hand.feedback.slots
    hand.click(slot.line.centre)
    assert hand.card(name).step == step


def _emotion(hand: Clicking) -> None:
    hand.click(hand.at_level("s2", 0.0))
    hand.take("emotion_1")
    assert [(one.step, one.value) for one in hand.journey.emotions] == [("s2", -2.0)]
    assert sorted(card.text for card in hand.journey.cards) == ["Asks", "Waits"]


def _width(hand: Clicking) -> None:
    hand.click(hand.at_phase("p1"))
    hand.take("width_wide")
    assert round(px_from_mm(hand.layout.columns[0].width)) == 320


def _connect(hand: Clicking, start: str, to: str) -> None:
    hand.click(hand.at_dot(start))
    hand.click(hand.at_card(to))
    assert [(one.start, one.to) for one in hand.journey.links] == [(start, to)]
