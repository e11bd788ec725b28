"""The one filter for addresses that lead out of a map: http, https and mailto, spelled plainly.

Opens nothing and asks no network.
"""

import re
from urllib.parse import quote, urlsplit

_MOST = 2000
_CONTROL = re.compile(r"[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_UNFIT = re.compile(r"[\\<>\"`^{|}\ud800-\udfff]")
_BAD_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})|%(?:0[0-9A-Fa-f]|1[0-9A-Fa-f]|7[fF])")
_LABEL = re.compile(r"(?!-)[A-Za-z0-9_-]{1,63}(?<!-)")
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$&'*+/=?_~-]{1,64}@([^@]+)")
_IP6 = re.compile(r"\[[0-9A-Fa-f:.]{2,45}\]")
_SAFE = "/:?#[]@!$&'()*+,;=%~-._"
_MOST_HOST = 253
_MOST_PORT = 65535


def web_link(text: str) -> str | None:
    """The address that `text` spells, in plain ASCII, or None for whatever is no such address."""
    if not 0 < len(text) <= _MOST or _CONTROL.search(text) or _UNFIT.search(text):
        return None
    if _BAD_ESCAPE.search(text):
        return None
    scheme, colon, rest = text.partition(":")
    match scheme.lower():
        case "http" | "https" if colon:
            return _web(scheme.lower(), rest)
        case "mailto" if colon:
            return _mail(rest)
        case _:
            return None


def led_to(written: str) -> str | None:
    """The address that a person meant by what was typed: also ``example.org`` and ``a@b.org``."""
    text = written.strip()
    found = web_link(text)
    if found is not None or ":" in text.partition("/")[0]:
        return found
    place = text.partition("/")[0]
    if "@" in place:
        return web_link(f"mailto:{text}")
    return web_link(f"https://{text}") if "." in place.strip(".") else None


def _web(scheme: str, rest: str) -> str | None:
    if not rest.startswith("//"):
        return None
    try:
        parts = urlsplit(f"{scheme}:{rest}")
        port = parts.port
    except ValueError:
        return None
    place = parts.netloc
    name = place if port is None else place.rpartition(":")[0]
    host = _host(name)
    if host is None or (port is None and ":" in place and not _IP6.fullmatch(place)):
        return None
    if port is not None and not 0 < port <= _MOST_PORT:
        return None
    where = host if port is None else f"{host}:{port}"
    asked = f"?{parts.query}" if parts.query else ""
    spot = f"#{parts.fragment}" if parts.fragment else ""
    return f"{scheme}://{where}{quote(parts.path + asked + spot, safe=_SAFE)}"


def _mail(rest: str) -> str | None:
    address, mark, asked = rest.partition("?")
    found = _ADDRESS.fullmatch(address)
    host = None if found is None else _host(found.group(1))
    if host is None or "." not in host or ".." in address or address.startswith("."):
        return None
    name = address.rpartition("@")[0]
    if name.endswith("."):
        return None
    if mark and not re.fullmatch(r"subject=[^&#]*", asked, re.IGNORECASE):
        return None
    return f"mailto:{name}@{host}{quote(mark + asked, safe=_SAFE)}"


def _host(name: str) -> str | None:
    """The name of a computer in plain ASCII, or None."""
    if _IP6.fullmatch(name):
        return name.lower()
    try:
        plain = name if name.isascii() else name.encode("idna").decode("ascii")
    except UnicodeError:
        return None
    labels = plain.removesuffix(".").split(".")
    if len(plain) > _MOST_HOST or not all(_LABEL.fullmatch(label) for label in labels):
        return None
    return plain.lower()
