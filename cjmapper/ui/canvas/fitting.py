"""What a view was fitted to, so that it is again when the window takes another size. No Qt."""

from cjmapper.ui.canvas.view import View


class Fitting:
    """Remembers whether the whole map is shown, or its start as it was when it was opened."""

    def __init__(self) -> None:
        self._whole = False
        self._opened: View | None = None
        self._size = (0, 0)

    def forget(self) -> None:
        """A person chose a zoom of their own."""
        self._whole = False

    def whole(self, view: View, size: tuple[int, int]) -> View:
        """The whole map, in a canvas of this size and from now on of any other."""
        self._whole, self._size = True, size
        return view.fitted()

    def from_start(self, view: View) -> View:
        """The map as it is opened; judged anew until a person moves it."""
        self._whole = False
        self._opened = view.opened()
        return self._opened

    def resized(self, former: View, view: View, size: tuple[int, int]) -> View:
        """The view in a canvas of another size; scrollbars that come and go change nothing."""
        if size == self._size:
            return view
        self._size = size
        if self._whole:
            return view.fitted()
        if former == self._opened:
            self._opened = view.opened()
            return self._opened
        return view
