"""What the window asks of whoever keeps the settings."""

from typing import Any, Protocol

from cjmapper.settings import Settings


class SettingsKeeper(Protocol):
    """Holds the settings and writes each change to where it keeps them."""

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""

    def change(self, **fields: Any) -> None:
        """Sets options by their names; options that stay the same write nothing."""

    def remember(self, path: str) -> None:
        """Puts a file first among the recent ones."""

    def forget(self, *paths: str) -> None:
        """Takes files out of the recent ones; all of them where none is named."""
