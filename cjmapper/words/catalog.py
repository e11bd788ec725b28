"""`Words`: a code and values become a sentence in one language.

It reads only the compiled catalogs. It never guesses at a code: an unknown one is a KeyError.
"""

import datetime as dt
import enum
import gettext
import re
from collections.abc import Iterable, Mapping
from functools import cache

from cjmapper.errors import CjmapperError, EditError
from cjmapper.places import resource
from cjmapper.words import dates, tables
from cjmapper.words.languages import SOURCE, spoken
from cjmapper.words.sentence import InContext, Plural, Sentence

DOMAIN = "cjmapper"
_PAPER_SIZE = re.compile(
    r"(\d+(?:[.,]\d+)?)\s*(?:mm)?\s*[x×]\s*(\d+(?:[.,]\d+)?)\s*mm", re.IGNORECASE | re.ASCII
)
Value = str | int | float


class Words:
    """The words of one language; `nn` falls back to bokmål, an unknown language to English."""

    def __init__(self, language: str) -> None:
        self.language = spoken(language)
        self._catalog = _catalog(self.language)

    def say(self, code: str, /, **values: Value) -> str:
        """The sentence of `code`; KeyError when there is none. Numbers are written as here.

        A sentence that counts takes the form that an `n` among the values asks for.
        """
        n = values.get("n", 1)
        return self._fill(
            self._translated(tables.ALL[code], n if isinstance(n, int) else 1), values
        )

    def count(self, code: str, n: int, /, **values: Value) -> str:
        """The sentence of `code` in the form that `n` asks for; it may name `{n}`."""
        return self._fill(self._translated(tables.ALL[code], n), {"n": n, **values})

    def also(self, action: str) -> str:
        """Other words that a person may look for a command by; empty where there are none."""
        code = f"also.{action}"
        return self.say(code) if code in tables.ALL else ""

    def label(self, value: enum.Enum) -> str:
        """The label of a value of a vocabulary, such as ``CardKind.TOUCHPOINT``."""
        name = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", type(value).__name__).lower()
        return self.say(f"vocabulary.{name}.{value.value}")

    def error(self, error: CjmapperError) -> str:
        """One sentence that says what was refused and, but for an edit, where in the file."""
        code = f"errors.{error.code}"
        if code not in tables.ALL:
            return self.say("errors.unknown", code=error.code)
        values = {name: self._named(name, value) for name, value in error.values.items()}
        sentence = self.say(code, **values)
        if not error.place or isinstance(error, EditError):
            return sentence
        return self.say("errors.at_place", place=error.place, sentence=sentence)

    def date(self, day: dt.date) -> str:
        """``24 March 2026``, as this language writes it."""
        return self.say("format.date", day=str(day.day), month=self.month(day), year=str(day.year))

    def month(self, day: dt.date) -> str:
        """The name of the month of `day`."""
        return self.say(f"format.month.{day.month}")

    def number(self, value: float, decimals: int | None = None) -> str:
        """``1 234,5``: decimal mark, groups and minus sign as this language writes them."""
        return dates.number(value, self.language, decimals)

    def plain_number(self, value: float) -> str:
        """``1234,5``: as one types it."""
        return dates.number(value, self.language, grouped=False)

    def signed(self, value: float) -> str:
        """``+1``, ``0``, ``−1,5``: the value of an emotion."""
        return dates.signed(value, self.language)

    def percent(self, share: float) -> str:
        """``60 %`` for 0.6, without a break before the sign."""
        return self.say("format.percent", number=self.number(share * 100, dates.places(share)))

    def duration(self, iso: str) -> str:
        """``18 min``, ``3 weeks`` for ``PT18M``, ``P21D``; else the text itself."""
        spans = dates.spans(iso)
        if not spans:
            return iso
        return " ".join(self.count(f"format.{unit}", n) for unit, n in spans)

    def listed(self, names: Iterable[str]) -> str:
        """``a, b and c``."""
        *first, last = tuple(names) or ("",)
        if not first:
            return last
        return self.say("format.list_last", first=", ".join(first), last=last)

    def _named(self, name: str, value: Value) -> Value:
        """A value of an error in words, where it is itself a code (``expected`` a ``date``)."""
        code = f"errors.{name}.{value}"
        return self.say(code) if code in tables.ALL else value

    def _translated(self, sentence: Sentence, n: int) -> str:
        match sentence:
            case Plural(one, many):
                return self._catalog.ngettext(one, many, n)
            case InContext(context, text):
                return self._catalog.pgettext(context, text)
            case _:
                return self._catalog.gettext(sentence)

    def _fill(self, sentence: str, values: Mapping[str, Value]) -> str:
        if "paper" in values:
            values = {**values, "paper": self._paper(values["paper"])}
        return sentence.format_map(_Filling(self.language, values))

    def _paper(self, value: Value) -> Value:
        """``100 × 100 mm`` for a size as it is kept, ``100x100mm``; else the paper's name."""
        size = _PAPER_SIZE.fullmatch(value) if isinstance(value, str) else None
        if size is None:
            return value
        width, height = (float(side.replace(",", ".")) for side in size.groups())
        return self.say("poster_panel.size_mm", width=width, height=height)


class _Filling(dict[str, "_Written"]):
    """Values as they are written here; one that is missing shows its own name, never a crash."""

    def __init__(self, language: str, values: Mapping[str, Value]) -> None:
        super().__init__((name, _Written(value, language)) for name, value in values.items())

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


class _Written:
    """A value in a sentence: ``{value}`` as a number is written, ``{value:+}`` with its sign."""

    def __init__(self, value: Value, language: str) -> None:
        self._value = value
        self._language = language

    def __format__(self, form: str) -> str:
        if isinstance(self._value, str):
            return self._value
        write = dates.signed if form == "+" else dates.number
        return write(self._value, self._language)


@cache
def _catalog(language: str) -> gettext.NullTranslations:
    if language == SOURCE:
        return gettext.NullTranslations()
    with resource("i18n", language, "LC_MESSAGES", f"{DOMAIN}.mo").open("rb") as compiled:
        return gettext.GNUTranslations(compiled)
