"""Work in another thread during which Python's search for rubbish stays away.

That search holds every thread: over what a large poster is made of, longer than a window may
stand still.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache


@contextmanager
def undisturbed() -> Iterator[None]:
    """No search meanwhile; what there is afterwards is not looked through again.

    It is still given back when nothing refers to it any more. That it is set aside holds for the
    program as it runs (`cjmapper.app`), which has set its start aside in the same way.
    """
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            if is_start_set_aside():
                gc.freeze()
            gc.enable()


@cache
def is_start_set_aside() -> bool:
    """Whether this is the program as it runs; asked once, for Python counts what is set aside.

    Counting takes longer than a window should stand still, and grows with every poster.
    """
    return gc.get_freeze_count() > 0
