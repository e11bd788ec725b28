"""The command line: the same work as in the window, without one.

`main` (in `cjmapper.cli.program`) runs a command. Results go to stdout; progress, and one plain
sentence for each trouble, to stderr. Importing this loads no Qt, no PDF library and no hyphens.
"""

from cjmapper.cli.program import DONE, FOUND, REFUSED, main

__all__ = ["DONE", "FOUND", "REFUSED", "main"]
