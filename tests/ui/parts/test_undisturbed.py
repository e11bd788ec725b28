"""While a thread works, no search for rubbish halts the window."""

import gc
from collections.abc import Iterator

import pytest

from cjmapper.ui.parts.undisturbed import is_start_set_aside, undisturbed


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    searched = gc.isenabled()
    is_start_set_aside.cache_clear()
    yield
    is_start_set_aside.cache_clear()
    (gc.enable if searched else gc.disable)()


def test_no_search_meanwhile_and_again_afterwards() -> None:
    gc.enable()
    with undisturbed():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_is_on_again_after_what_went_wrong() -> None:
    gc.enable()
    with pytest.raises(ValueError, match="wrong"), undisturbed():
        raise ValueError("wrong")
    assert gc.isenabled()


def test_who_has_turned_it_off_keeps_it_off() -> None:
    gc.disable()
    with undisturbed():
        pass
    assert not gc.isenabled()


def test_only_where_the_start_was_set_aside_is_more_set_aside(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    frozen: list[bool] = []
    monkeypatch.setattr(gc, "freeze", lambda: frozen.append(True))
    gc.enable()
    for count, times in ((0, 0), (1000, 1)):
        is_start_set_aside.cache_clear()
        monkeypatch.setattr(gc, "get_freeze_count", lambda count=count: count)
        with undisturbed():
            pass
        assert len(frozen) == times


def test_what_is_set_aside_is_counted_once_for_that_takes_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counts = iter([1000])
    frozen: list[bool] = []
    monkeypatch.setattr(gc, "freeze", lambda: frozen.append(True))
    monkeypatch.setattr(gc, "get_freeze_count", lambda: next(counts))
    gc.enable()
    for _ in range(3):
        with undisturbed():
            pass
    assert len(frozen) == 3
