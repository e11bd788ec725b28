"""Pieces of a web page: a person's text can only come in escaped, and only as text.

Knows no map.
"""

from base64 import b64encode
from collections.abc import Iterable, Sequence
from html import escape
from typing import NewType

from cjmapper.model.pictures import checked_picture
from cjmapper.model.web_links import web_link

Html = NewType("Html", str)
"""What may stand in a page as it is."""

NOTHING = Html("")
_VOID = frozenset({"br", "col", "img", "meta"})
_UNUSABLE = dict.fromkeys(
    (*range(9), 11, 12, *range(14, 32), *range(127, 160), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF),
    "\ufffd",
)


def text(words: str) -> Html:
    """A text as it is read, its line ends kept."""
    return Html("<br>".join(map(_plain, words.splitlines())))


def element(name: str, *content: Html, **attributes: str | int) -> Html:
    """An element; `_` ends a name that is a word of Python, and is else a hyphen."""
    said = "".join(
        f' {key.removesuffix("_").replace("_", "-")}="{_plain(str(value))}"'
        for key, value in attributes.items()
    )
    if name in _VOID:
        return Html(f"<{name}{said}>")
    return Html(f"<{name}{said}>{''.join(content)}</{name}>")


def joined(parts: Iterable[Html], between: str = "") -> Html:
    """Pieces one after the other."""
    return Html(_plain(between).join(parts))


def listed(items: Iterable[Html], kind: str = "ul", **attributes: str) -> Html:
    """A list; nothing where there are no items."""
    entries = [element("li", item) for item in items if item]
    return element(kind, *entries, **attributes) if entries else NOTHING


def facts(pairs: Iterable[tuple[str, Html]]) -> Html:
    """Names with what they stand for; nothing where all are empty."""
    rows = [
        element("div", element("dt", text(name)), element("dd", said))
        for name, said in pairs
        if said
    ]
    return element("dl", *rows, class_="facts") if rows else NOTHING


def link(address: str) -> Html:
    """A place to go to where `address` is one that may be gone to; else nothing."""
    safe = web_link(address)
    if safe is None:
        return NOTHING
    return element("a", text(address), href=safe, rel="noreferrer noopener")


def picture(content: bytes, told: str, class_: str = "picture") -> Html:
    """A picture inside the page; nothing for one of a kind or size that can't be borne."""
    checked = checked_picture(content)
    if checked is None:
        return NOTHING
    source = f"data:{checked.media_type};base64,{b64encode(content).decode()}"
    return Html(
        f'<img class="{class_}" src="{source}" alt="{_plain(told)}"'
        f' width="{checked.width_px}" height="{checked.height_px}">'
    )


def table(headings: Sequence[str], rows: Sequence[Html], title: str) -> Html:
    """A plain table that is scrolled where it is wider than the screen."""
    heads = (element("th", text(one), scope="col") for one in headings)
    grid = element(
        "table",
        element("caption", text(title), class_="unseen"),
        element("thead", element("tr", *heads)),
        element("tbody", *rows),
    )
    return element("div", grid, class_="scroll", role="region", aria_label=title, tabindex=0)


def _plain(words: str) -> str:
    return escape(words.translate(_UNUSABLE))
