"""The command line, run in process."""

import io
from pathlib import Path
from typing import NamedTuple

from cjmapper import cli


class Outcome(NamedTuple):
    """What a command gave back, and what it wrote where."""

    code: int
    out: str
    err: str


def run(*argv: str | Path, language: str = "en") -> Outcome:
    """A command with the words of `language`."""
    out, err = io.StringIO(), io.StringIO()
    code = cli.main([str(word) for word in argv], out, err, environment={"LANG": language})
    return Outcome(code, out.getvalue(), err.getvalue())


def refused(*argv: str | Path, language: str = "en") -> str:
    """The one sentence that a refused command leaves."""
    outcome = run(*argv, language=language)
    assert outcome.code == cli.REFUSED
    assert outcome.out == ""
    (sentence,) = outcome.err.splitlines()
    return sentence
