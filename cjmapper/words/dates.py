"""How numbers and lengths of time are written; `Words` puts the words to them.

Decimal marks and groups follow the Language Council of Norway and Språkrådet of Sweden: a decimal
comma, a no-break space between groups of three, and a true minus sign.
"""

import re

NO_BREAK_SPACE = "\u00a0"
MINUS = "−"

_DECIMAL_MARK = {"nb": ",", "sv": ",", "en": "."}
_GROUP_MARK = {"nb": NO_BREAK_SPACE, "sv": NO_BREAK_SPACE, "en": ","}
_UNCOUNTED = 1e18
_MOST_DECIMALS = 2
_DURATION = re.compile(
    r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?"
    r"(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?"
)
_UNITS = ("years", "months", "weeks", "days", "hours", "minutes", "seconds")
_DAYS_A_WEEK = 7
_SMALL_SHARE = 0.01
_SHORTEST = len("P1D")


def number(
    value: float, language: str, decimals: int | None = None, *, grouped: bool = True
) -> str:
    """`value` with the marks of `language`; at most two decimals where `decimals` is not given.

    One that nobody counts to is written as its power of ten, not in hundreds of digits.
    """
    if abs(value) >= _UNCOUNTED:
        return f"{value:.0e}".replace("-", MINUS, 1).replace("e+", "e")
    text = f"{abs(value):,.{_MOST_DECIMALS if decimals is None else decimals}f}"
    whole, _, rest = text.partition(".")
    if decimals is None:
        rest = rest.rstrip("0")
    whole = whole.replace(",", _GROUP_MARK[language] if grouped else "")
    written = f"{whole}{_DECIMAL_MARK[language]}{rest}" if rest else whole
    is_zero = not written.strip("0,.")
    return written if value >= 0 or is_zero else MINUS + written


def signed(value: float, language: str) -> str:
    """`value` with its sign, but for zero; one decimal where it has any."""
    written = number(value, language, 0 if round(value, 1).is_integer() else 1)
    return f"+{written}" if value > 0 and written != "0" else written


def places(share: float) -> int:
    """How many decimals a percentage needs: one below one percent, else none."""
    return 1 if 0 < abs(share) < _SMALL_SHARE else 0


def spans(iso: str) -> tuple[tuple[str, int], ...]:
    """An ISO 8601 duration as units and counts, largest first; empty when it is none.

    Whole weeks of days become weeks (``P21D`` is three weeks); nothing else is converted.
    """
    found = _DURATION.fullmatch(iso)
    if found is None or len(iso) < _SHORTEST:
        return ()
    counts = dict(zip(_UNITS, (int(part or 0) for part in found.groups()), strict=True))
    if counts["days"] and counts["days"] % _DAYS_A_WEEK == 0:
        counts["weeks"] += counts["days"] // _DAYS_A_WEEK
        counts["days"] = 0
    return tuple((unit, n) for unit, n in counts.items() if n) or (("minutes", 0),)
