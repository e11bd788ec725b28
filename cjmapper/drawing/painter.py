"""What every painter offers: playing a drawing on one surface, deciding nothing."""

from typing import Protocol

from cjmapper.drawing.primitives import Drawing


class Painter(Protocol):
    """Plays drawings on a surface (a window, a page, a file)."""

    def paint(self, drawing: Drawing) -> None:
        """Draws everything in `drawing`, back to front."""
