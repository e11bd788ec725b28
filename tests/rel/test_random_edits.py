"""300 sequences of 60 random edits, undos, redos, saves and loads; every rule after each step."""

import random
import re

import msgspec
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)

from cjmapper.editor.history import EntryName
from cjmapper.editor.session import Session
from cjmapper.errors import EditError, InvariantError
from cjmapper.model import document as d
from cjmapper.model import ids, invariants, queries
from cjmapper.model.diff import diff
from cjmapper.storage import codec
from tests.support import builders as b
from tests.support.edits import Clock
from tests.support.random_edits import CHANGING, GROWING, SHRINKING, Chance, Drawn

SEQUENCES = 300
STEPS = 60
SEARCHED = 40
SEEDS = st.integers(min_value=0, max_value=2**32 - 1)
NAME = EntryName("random")


class RandomEdits(RuleBasedStateMachine):
    """A person who tries everything, and a session that keeps its promises."""

    shrinking: tuple[Drawn, ...] = SHRINKING

    def __init__(self) -> None:
        super().__init__()
        self.clock = Clock()
        self.new_id = ids.counted_ids("z")
        self.session = Session(b.full_document(), ids=self.new_id, clock=self.clock)
        self.checked: d.Document | None = None

    def draw(self, edits: tuple[Drawn, ...], seed: int, document: d.Document) -> d.Document:
        chance = Chance(document, seed, self.new_id)
        return chance.one_of(edits)(chance)

    def attempt(self, edits: tuple[Drawn, ...], seed: int, key: str | None = None) -> None:
        before, could_undo = self.session.document, self.session.can_undo
        self.clock.now += seed % 3
        try:
            done = self.session.run(NAME, lambda doc: self.draw(edits, seed, doc), coalesce=key)
        except EditError:
            done = False
        if not done:
            assert self.session.document is before
            assert self.session.can_undo is could_undo
            return
        assert diff(before, self.session.document), "an edit that changed nothing gave a new object"
        if key is None:
            after = self.session.document
            self.session.undo()
            assert self.session.document is before
            self.session.redo()
            assert self.session.document is after

    @rule(seed=SEEDS)
    def grow(self, seed: int) -> None:
        self.attempt(GROWING, seed)

    @rule(seed=SEEDS)
    def change(self, seed: int) -> None:
        self.attempt(CHANGING, seed)

    @rule(seed=SEEDS)
    def shrink(self, seed: int) -> None:
        self.attempt(self.shrinking, seed)

    @rule(seed=SEEDS)
    def change_again_and_again(self, seed: int) -> None:
        self.attempt(CHANGING, seed, key="again")

    @rule(seed=SEEDS, drop=st.booleans())
    def drag(self, seed: int, drop: bool) -> None:
        """A gesture of several moves, each from the document it began with."""
        origin = self.session.begin()
        for move in range(3):
            try:
                self.session.preview(self.draw(CHANGING, seed + move, origin))
            except EditError:
                self.session.preview(None)
        shown = self.session.shown
        if drop:
            assert self.session.commit_preview(NAME) is (shown is not origin)
            assert self.session.document is shown
        else:
            self.session.drop_preview()
            assert self.session.document is origin

    @rule(times=st.integers(min_value=1, max_value=6))
    def undo(self, times: int) -> None:
        latest = self.session.document
        done = sum(self.session.undo() for _ in range(times))
        earliest = self.session.document
        assert sum(self.session.redo() for _ in range(done)) == done
        assert self.session.document is latest
        assert sum(self.session.undo() for _ in range(done)) == done
        assert self.session.document is earliest

    @rule()
    def redo(self) -> None:
        could, document = self.session.can_redo, self.session.document
        assert self.session.redo() is could
        if could:
            after = self.session.document
            self.session.undo()
            assert self.session.document is document
            self.session.redo()
            assert self.session.document is after

    @rule(stay=st.booleans())
    def save_and_load(self, stay: bool) -> None:
        document = self.session.document
        content = codec.encode(document)
        loaded = codec.decode(content).document
        assert loaded == document
        assert codec.encode(loaded) == content
        self.session.mark_saved(document)
        assert not self.session.is_dirty
        if not stay:
            self.session.replace(loaded)

    @rule(seed=SEEDS)
    def look_elsewhere(self, seed: int) -> None:
        chance = Chance(self.session.document, seed, self.new_id)
        self.session.show_map(chance.map_id)
        self.session.select(chance.anything())

    @invariant()
    def every_rule_holds(self) -> None:
        document = self.session.document
        if document is self.checked:
            return
        self.checked = document
        invariants.check(document)
        assert_nothing_dangles(document)
        for journey in document.maps:
            assert_tables_true(journey)
        assert self.session.map_id in {journey.id for journey in document.maps}
        assert all(queries.kind_of(self.session.journey, name) for name in self.session.selection)


def assert_nothing_dangles(document: d.Document) -> None:
    """The references of a map, walked here once more without the table that the rules use."""
    actors = {actor.id for actor in document.actors}
    anything = set(re.findall(r'"id": ?"([^"]*)"', codec.encode(document).decode()))
    for journey in document.maps:
        steps = {step.id for step in journey.steps}
        ends = {*steps, "START", "GOAL", "DROP"}
        held = {card.id for card in journey.cards}
        assert {step.phase for step in journey.steps} == {phase.id for phase in journey.phases}
        assert {card.step for card in journey.cards} <= {*steps, None}
        assert {card.lane for card in journey.cards} <= {*(one.id for one in journey.lanes), None}
        assert {one.step for one in journey.emotions} <= steps
        assert {end for one in journey.transitions for end in (one.start, one.to)} <= ends
        assert {end for one in journey.links for end in (one.start, one.to)} <= held
        assert {name for one in journey.insights for name in one.cards} <= held
        assert {name for one in journey.actions for name in one.addresses} <= held
        assert {name for one in journey.vote_rounds for name in one.tally} <= held
        assert {comment.target for comment in journey.comments} <= anything
        assert {one.actor for one in journey.cards} <= {*actors, None}
        assert {one.actor for one in journey.emotions} <= {*actors, None}
        assert {one.actor for one in journey.transitions} <= {*actors, None}


def assert_tables_true(journey: d.JourneyMap) -> None:
    """The lookup tables that were handed on say what freshly made ones would."""
    afresh = msgspec.structs.replace(journey)
    assert queries.cells(journey) == queries.cells(afresh)
    assert queries.step_index(journey) == queries.step_index(afresh)
    assert queries.curves(journey) == queries.curves(afresh)
    for phase in journey.phases:
        assert queries.steps_of_phase(journey, phase.id) == queries.steps_of_phase(afresh, phase.id)
    for card in journey.cards:
        assert queries.card(journey, card.id) is card
        assert queries.links_of_card(journey, card.id) == queries.links_of_card(afresh, card.id)


def sequences(count: int) -> settings:
    return settings(
        max_examples=count,
        stateful_step_count=STEPS,
        deadline=None,
        derandomize=True,
        database=None,
        print_blob=True,
    )


def run_sequence(machine: RandomEdits, seed: int) -> None:
    """Exactly `STEPS` steps drawn from a seed, growth likelier than the rest."""
    chance = random.Random(seed)  # noqa: S311
    moves = (
        lambda n: machine.grow(seed=n),
        lambda n: machine.grow(seed=n),
        lambda n: machine.grow(seed=n),
        lambda n: machine.grow(seed=n),
        lambda n: machine.grow(seed=n),
        lambda n: machine.change(seed=n),
        lambda n: machine.change(seed=n),
        lambda n: machine.shrink(seed=n),
        lambda n: machine.change_again_and_again(seed=n),
        lambda n: machine.drag(seed=n, drop=n % 2 == 0),
        lambda n: machine.undo(times=1 + n % 6),
        lambda _: machine.redo(),
        lambda n: machine.save_and_load(stay=n % 4 > 0),
        lambda n: machine.look_elsewhere(seed=n),
    )
    for _step in range(STEPS):
        chance.choice(moves)(chance.getrandbits(32))
        machine.every_rule_holds()


def run_sequences(machine: type[RandomEdits], count: int) -> None:
    for seed in range(count):
        print(f"sequence with seed {seed}")  # noqa: T201
        run_sequence(machine(), seed)


def test_random_edits_with_undo_redo_save_and_load_keep_every_rule() -> None:
    run_sequences(RandomEdits, SEQUENCES)


def test_a_searched_sequence_of_edits_keeps_every_rule() -> None:
    """The same with sequences that are made shorter when one fails."""
    run_state_machine_as_test(RandomEdits, settings=sequences(SEARCHED))


def _leaves_links(chance: Chance) -> d.Document:
    """A deletion that forgets what points at the cards."""
    gone = set(chance.several_cards())
    cards = tuple(card for card in chance.journey.cards if card.id not in gone)
    journey = msgspec.structs.replace(chance.journey, cards=cards)
    maps = tuple(journey if one is chance.journey else one for one in chance.document.maps)
    return msgspec.structs.replace(chance.document, maps=maps)


def _leaves_an_empty_phase(chance: Chance) -> d.Document:
    """A deletion that leaves a phase without a step."""
    gone = chance.phase()
    steps = tuple(step for step in chance.journey.steps if step.phase != gone)
    journey = msgspec.structs.replace(chance.journey, steps=steps, cards=())
    maps = tuple(journey if one is chance.journey else one for one in chance.document.maps)
    return msgspec.structs.replace(chance.document, maps=maps)


def _makes_a_new_object_of_nothing(chance: Chance) -> d.Document:
    return msgspec.structs.replace(chance.document)


@pytest.mark.parametrize(
    "broken", [_leaves_links, _leaves_an_empty_phase, _makes_a_new_object_of_nothing]
)
def test_a_broken_edit_among_the_random_ones_is_caught(broken: Drawn) -> None:
    class Broken(RandomEdits):
        shrinking = (broken,)

    with pytest.raises((InvariantError, AssertionError)):
        run_sequences(Broken, 10)
