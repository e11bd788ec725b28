"""Which addresses lead out of a map: http, https and mailto, spelled plainly, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjmapper.model.web_links import led_to, web_link

BAD = (
    "",
    " ",
    "example.org",
    "www.example.org",
    "//example.org/a",
    "/etc/passwd",
    "\\\\server\\share\\file",
    "//server/share",
    "file:///etc/passwd",
    "file://server/share",
    "FILE:///c:/windows",
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "java\tscript:alert(1)",
    "javascript://example.org/%0aalert(1)",
    "data:text/html;base64,AAAA",
    "vbscript:msgbox(1)",
    "ftp://example.org/a",
    "smb://server/share",
    "ssh://example.org",
    "tel:+4712345678",
    "about:blank",
    "ms-word:ofe|u|https://example.org/a.docx",
    "view-source:https://example.org",
    "blob:https://example.org/1",
    "jar:https://example.org!/a",
    "http",
    "http:",
    "http:/",
    "http://",
    "http:///etc/passwd",
    "http:example.org",
    "http:/example.org",
    "http:\\\\example.org",
    "https://\\example.org",
    "https://example.org\\@evil.org/",
    "https://user:word@example.org/",
    "https://bank.example@evil.org/",
    "https://@example.org/",
    "https://exa mple.org/",
    "https://example.org/a b",
    " https://example.org/",
    "https://example.org/\n",
    "https://example.org/\r\nX: y",
    "https://example.org/\x00",
    "https://example.org/%00",
    "https://example.org/%0d%0aX",
    "https://example.org/%zz",
    "https://example.org/%",
    "https://example.org:port/",
    "https://example.org:0/",
    "https://example.org:99999/",
    "https://example.org:-1/",
    "https://example.org:/a",
    "https://-example.org/",
    "https://example..org/",
    "https://.example.org/",
    "https://ex%61mple.org/",
    "https://exam\u200bple.org/",
    "https://example.org/\u202egpj.exe",
    "https://[::1/",
    "https://[zz]/",
    "https://example.org/<script>",
    'https://example.org/"onclick',
    "https://example.org/\ud800",
    "https://" + "a" * 64 + ".org/",
    "https://example.org/" + "a" * 2000,
    "mailto:",
    "mailto:kari",
    "mailto:@example.org",
    "mailto:kari@",
    "mailto:kari@localhost",
    "mailto:kari@@example.org",
    "mailto:kari@example.org,ola@example.org",
    "mailto:kari@example.org;ola@example.org",
    "mailto:Kari <kari@example.org>",
    "mailto:kari@example.org?bcc=evil@example.org",
    "mailto:kari@example.org?subject=a&attach=/etc/passwd",
    "mailto:kari@example.org?body=a",
    "mailto:kari%0abcc:x@example.org",
    "mailto:ka..ri@example.org",
    "mailto:.kari@example.org",
    "mailto:kari.@example.org",
    "mailto://kari@example.org/",
)


@pytest.mark.parametrize("spelling", BAD, ids=repr)
def test_what_is_no_plain_address_leads_nowhere(spelling: str) -> None:
    assert web_link(spelling) is None


@pytest.mark.parametrize(
    ("spelling", "address"),
    [
        ("https://example.org", "https://example.org"),
        ("HTTPS://Example.ORG/Sti", "https://example.org/Sti"),
        ("http://example.org:8080/a?b=1&c=2#d", "http://example.org:8080/a?b=1&c=2#d"),
        ("https://example.org/bl%C3%A5", "https://example.org/bl%C3%A5"),
        ("https://example.org/blå?æ=ø#å", "https://example.org/bl%C3%A5?%C3%A6=%C3%B8#%C3%A5"),
        ("https://blåbær.no/", "https://xn--blbr-roah.no/"),
        ("https://192.0.2.1/a", "https://192.0.2.1/a"),
        ("https://[2001:DB8::1]/a", "https://[2001:db8::1]/a"),
        ("https://[2001:db8::1]:81/a", "https://[2001:db8::1]:81/a"),
        ("http://localhost:8000/", "http://localhost:8000/"),
        ("mailto:kari.aas+kart@example.org", "mailto:kari.aas+kart@example.org"),
        ("MAILTO:kari@Example.org?subject=Reisen", "mailto:kari@example.org?subject=Reisen"),
        ("mailto:k@example.org?subject=Blå%20tur", "mailto:k@example.org?subject=Bl%C3%A5%20tur"),
    ],
)
def test_a_plain_address_is_given_in_ascii(spelling: str, address: str) -> None:
    assert web_link(spelling) == address


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("example.org", "https://example.org"),
        (" example.org/kart:2 ", "https://example.org/kart:2"),
        ("kari@example.org", "mailto:kari@example.org"),
        ("http://example.org", "http://example.org"),
        ("example", None),
        ("example.", None),
        (".example", None),
        ("tel:12", None),
        ("", None),
    ],
)
def test_what_is_typed_as_people_write_it_leads_where_they_meant(
    typed: str, address: str | None
) -> None:
    assert led_to(typed) == address


@given(st.text(max_size=60) | st.text(max_size=40).map(lambda rest: f"https://{rest}"))
def test_whatever_comes_out_is_plain_and_comes_out_the_same_again(spelling: str) -> None:
    address = web_link(spelling)
    if address is not None:
        assert address.startswith(("http://", "https://", "mailto:"))
        assert address.isascii()
        assert address.isprintable()
        assert " " not in address
        assert web_link(address) == address
