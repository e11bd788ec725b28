"""Where new ids come from."""

import random

from cjmapper.model import ids


def test_random_ids_are_ten_letters_that_a_file_may_hold() -> None:
    new_id = ids.random_ids(random.Random(1))  # noqa: S311
    drawn = [new_id() for _ in range(1000)]
    assert len(set(drawn)) == 1000
    assert all(len(name) == 10 and ids.ID_PATTERN.fullmatch(name) for name in drawn)
    again = ids.random_ids(random.Random(1))  # noqa: S311
    assert [again() for _ in range(1000)] == drawn


def test_counted_ids_count() -> None:
    new_id = ids.counted_ids("x")
    assert [new_id(), new_id()] == ["x1", "x2"]
