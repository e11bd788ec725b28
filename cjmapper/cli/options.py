"""What an option and a command are, and which values an option takes."""

import re
from datetime import date

import msgspec

from cjmapper.errors import ArgumentsError
from cjmapper.model.web_links import led_to, web_link

_DECIMAL = re.compile(r"\d{1,9}([.,]\d{1,9})?", re.ASCII)
_LONGEST_NUMBER = 9


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """An option of a command.

    Attributes:
        name: as it is written, with its dashes.
        value: the code of the word that stands for its value in the help; empty for a flag and
            where `choices` say it.
        choices: what it may be.
        is_list: several of the choices, with commas between, or ``none``.
        bare: what it means with no value after it; empty where it needs one.
        is_flag: it takes no value.
        is_date: its value is a date.
        number: bounds of a whole number.
        decimal: bounds of a number with decimals.
        is_link: it may also be an address; after a blank that has to be whole, as ``https://…``.
        only_with: the option that it needs beside it.
    """

    name: str
    value: str = ""
    choices: tuple[str, ...] = ()
    is_list: bool = False
    bare: str = ""
    is_flag: bool = False
    is_date: bool = False
    number: tuple[int, int] | None = None
    decimal: tuple[float, float] | None = None
    is_link: bool = False
    only_with: str = ""

    def checked(self, value: str) -> str:
        """`value` as it may stand; raises ArgumentsError when it makes no sense here."""
        if self.is_link and led_to(value) is None and value not in self.choices:
            raise ArgumentsError("link_wrong", name=self.name, value=value)
        if self.choices and not self.is_link and not self.allows(value):
            choices = ", ".join(self.choices)
            raise ArgumentsError("option_value", name=self.name, value=value, choices=choices)
        if self.is_date and not _is_date(value):
            raise ArgumentsError("date_wrong", name=self.name, value=value)
        if self.number is not None and not _is_within(value, self.number):
            least, most = self.number
            raise ArgumentsError(
                "number_wrong", name=self.name, value=value, least=least, most=most
            )
        if self.decimal is not None:
            return self._decimal(value, self.decimal)
        return value

    def allows(self, value: str) -> bool:
        """Whether `value` is one of the choices, or several where it is a list."""
        if self.is_link and web_link(value) is not None:
            return True
        parts = value.split(",") if self.is_list else [value]
        return all(part in self.choices for part in parts) or (self.is_list and value == "none")

    def _decimal(self, value: str, bounds: tuple[float, float]) -> str:
        least, most = bounds
        written = value.replace(",", ".")
        if _DECIMAL.fullmatch(value) is None or not least <= float(written) <= most:
            raise ArgumentsError(
                "decimal_wrong", name=self.name, value=value, least=least, most=most
            )
        return written


class Command(msgspec.Struct, frozen=True, kw_only=True):
    """A command: what has to follow it, in order, and what may.

    Attributes:
        several_with: the option with which the first of the positionals stands once or more.
        usages: codes of the lines that show how it is written.
    """

    name: str
    positionals: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    usages: tuple[str, ...] = ()
    several_with: str = ""


def _is_date(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_within(value: str, bounds: tuple[int, int]) -> bool:
    least, most = bounds
    if not (value.isascii() and value.isdigit() and len(value) <= _LONGEST_NUMBER):
        return False
    return least <= int(value) <= most
