"""Dates, percentages and lengths of time.

Codes: `format.`; `cjmapper.words.dates` uses them.
"""

from cjmapper.words.sentence import Plural, Table

SENTENCES: Table = {
    "format.date": "{day} {month} {year}",
    "format.percent": "{number}%",
    "format.month.1": "January",
    "format.month.2": "February",
    "format.month.3": "March",
    "format.month.4": "April",
    "format.month.5": "May",
    "format.month.6": "June",
    "format.month.7": "July",
    "format.month.8": "August",
    "format.month.9": "September",
    "format.month.10": "October",
    "format.month.11": "November",
    "format.month.12": "December",
    "format.years": Plural("{n} year", "{n} years"),
    "format.months": Plural("{n} month", "{n} months"),
    "format.weeks": Plural("{n} week", "{n} weeks"),
    "format.days": Plural("{n} day", "{n} days"),
    "format.hours": Plural("{n} hour", "{n} hours"),
    "format.minutes": Plural("{n} min", "{n} min"),
    "format.seconds": Plural("{n} s", "{n} s"),
    "format.list_last": "{first} and {last}",
}
