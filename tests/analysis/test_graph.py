"""How steps hang together: out of reach, without a way on, in a loop, or met by everyone."""

import subprocess
import sys

import pytest

from cjmapper.analysis import shape_of
from cjmapper.model import ids
from cjmapper.model.document import JourneyMap, Transition
from cjmapper.model.figures import Shape
from cjmapper.places import resource
from cjmapper.storage import files
from tests.support.builders import journey, transition


def example(name: str) -> Shape:
    return shape_of(files.load(resource("examples", f"{name}.cjmap")).document.maps[0])


def path(number: int, written: str) -> Transition:
    """A path such as ``s1>s2`` or ``s1>s2 0.5``."""
    ends, _, share = written.partition(" ")
    start, to = ends.split(">")
    fields = {"share": float(share)} if share else {}
    return transition(f"t{number}", start, to, **fields)


def drawn(*written: str) -> JourneyMap:
    paths = tuple(path(number, one) for number, one in enumerate(written))
    return journey("s1 s2|s3 s4", transitions=paths)


def test_of_the_restaurant_website_and_parking_can_be_avoided() -> None:
    shape = example("restaurant.nb")
    assert shape.must_pass == ("s1", "s3", "s5", "s6", "s7", "s8", "s9")
    assert (shape.unreachable, shape.dead_ends, shape.loops) == ((), (), ())


def test_the_purchase_has_one_loop_and_every_step_is_met() -> None:
    shape = example("b2b-programvare.nb")
    assert shape.must_pass == tuple(f"s{number}" for number in range(1, 10))
    assert shape.loops == (("s2", "s3", "s4", "s5", "s6"),)
    assert (shape.unreachable, shape.dead_ends) == ((), ())


def test_without_paths_one_step_follows_the_other() -> None:
    assert shape_of(journey()).must_pass == ("s1", "s2", "s3")


def test_what_no_path_comes_to_is_out_of_reach_and_what_leads_nowhere_a_dead_end() -> None:
    shape = shape_of(drawn("s1>s2", "s2>GOAL", "s2>s3", "s4>GOAL"))
    assert shape.unreachable == ("s4",)
    assert shape.dead_ends == ("s3",)
    assert shape.must_pass == ("s1", "s2")


def test_what_is_out_of_reach_is_no_dead_end_besides() -> None:
    shape = shape_of(drawn("s1>s2", "s2>GOAL", "s3>s4"))
    assert (shape.unreachable, shape.dead_ends) == (("s3", "s4"), ())


def test_who_may_leave_the_journey_is_in_no_dead_end() -> None:
    shape = shape_of(drawn("s1>s2", "s2>DROP", "s1>s3", "s3>s4"))
    assert shape.dead_ends == ("s3", "s4")


def test_a_path_that_nobody_takes_is_none() -> None:
    shape = shape_of(drawn("s1>s2 1.0", "s1>s3 0.0", "s2>GOAL", "s3>GOAL"))
    assert shape.unreachable == ("s3", "s4")


def test_nothing_must_be_passed_on_the_way_to_a_goal_that_is_out_of_reach() -> None:
    assert shape_of(drawn("s1>s2", "s2>DROP")).must_pass == ()


@pytest.mark.parametrize(
    ("written", "loops"),
    [
        (("s1>s1 0.2", "s1>s2 0.8", "s2>GOAL"), (("s1",),)),
        (("s3>s4", "s4>s3", "s1>s2", "s2>s1"), (("s1", "s2"), ("s3", "s4"))),
        (("s1>s2", "s2>s3", "s3>GOAL"), ()),
    ],
)
def test_loops_come_in_the_order_of_the_map(
    written: tuple[str, ...], loops: tuple[tuple[str, ...], ...]
) -> None:
    assert shape_of(drawn(*written)).loops == loops


def test_another_actors_paths_count_only_where_there_are_no_others() -> None:
    other = transition("x", "s1", "s3", actor=ids.ActorId("b"))
    lonely = transition("y", "s3", "GOAL", actor=ids.ActorId("b"))
    shape = shape_of(
        journey("s1 s2 s3", transitions=(path(1, "s1>s2"), path(2, "s2>s3"), other, lonely))
    )
    assert shape.must_pass == ("s1", "s2", "s3")


def test_the_library_of_graphs_is_imported_only_when_one_is_asked_for() -> None:
    code = (
        "import sys\n"
        "from cjmapper.analysis import figures_of, shape_of\n"
        "from cjmapper.places import resource\n"
        "from cjmapper.storage import files\n"
        "whole = files.load(resource('examples', 'restaurant.nb.cjmap')).document\n"
        "figures_of(whole, whole.maps[0].id)\n"
        "assert 'networkx' not in sys.modules\n"
        "shape_of(whole.maps[0])\n"
        "assert 'networkx' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
