"""Writes `tests/corpus/posters`: `python -m tests.exchange.make_poster_corpus`."""

import re
import zlib
from pathlib import Path

from cjmapper.storage.codec import encode
from tests.exchange.posters import packed_pdf, pdf_with, png_with, svg_with
from tests.storage.samples import small

FOLDER = Path(__file__).parents[1] / "corpus" / "posters"


def corpus() -> dict[str, bytes]:
    """The name of each file and what is in it."""
    source = encode(small())
    png, svg, half = png_with(source), svg_with(source), len(source) // 2
    text = png.index(b"iTXt")
    cut = re.sub(rb"(>\n)[A-Za-z0-9+/\n]{40}", rb"\1", svg, count=1)
    return {
        "poster_without_map--nothing.pdf": pdf_with(None),
        "poster_without_map--other-file.pdf": pdf_with(source, "kart.txt"),
        "poster_map_damaged--shorter.pdf": pdf_with(source[:half], size=len(source)),
        "poster_map_damaged--packed-wrong.pdf": packed_pdf(zlib.compress(source)[:half], half),
        "poster_map_damaged--no-table.pdf": pdf_with(source).split(b"xref")[0][:700],
        "poster_map_damaged--packed-oddly.pdf": packed_pdf(source, len(source)).replace(
            b"/FlateDecode", b"/JBIG2Decode"
        ),
        "poster_map_damaged--rows-in-it.pdf": packed_pdf(
            zlib.compress(source), len(source)
        ).replace(b"/Filter", b"/DecodeParms<</Predictor 12>>/Filter"),
        "poster_map_damaged--length.pdf": re.sub(
            rb"/Length \d+", b"/Length 4294967296", packed_pdf(zlib.compress(source), len(source))
        ),
        "poster_locked--new-lock.pdf": _locked(b"<</Filter/Standard/V 5/R 6/O()/U()/P 0>>"),
        "poster_locked--unknown-lock.pdf": _locked(b"<</Filter/Odd>>"),
        "file_not_json--text.pdf": pdf_with(b"Hei!"),
        "file_cut_off--half.pdf": pdf_with(source[:half]),
        "poster_without_map--nothing.png": png_with(None),
        "poster_map_damaged--flipped.png": png[: text + 40] + b"\x00\x00" + png[text + 42 :],
        "poster_map_damaged--cut.png": png[: text + 60],
        "poster_map_damaged--second-of-two.png": _piece(b"2/2", zlib.compress(source)),
        "poster_map_damaged--first-of-two.png": _piece(b"1/2", zlib.compress(source)),
        "not_a_map--list.png": png_with(b"[]"),
        "poster_without_map--nothing.svg": svg_with(None),
        "poster_without_map--doctype.svg": b"<!DOCTYPE svg>" + svg,
        "poster_without_map--elsewhere.svg": svg.replace(b"metadata>", b"metadato>"),
        "poster_without_map--entities.svg": b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg,
        "poster_map_damaged--cut.svg": cut,
        "poster_map_damaged--no-end.svg": svg[: svg.index(b"</map>")],
        "poster_map_damaged--letters.svg": svg.replace(b"</map>", "å</map>".encode()),
    }


def _locked(how: bytes) -> bytes:
    source = encode(small())
    plain = packed_pdf(zlib.compress(source), len(source))
    return plain.replace(b"/Root", b"/Encrypt%s/ID[()()]/Root" % how)


def _piece(place: bytes, packed: bytes) -> bytes:
    plain = png_with(None)
    body = b"\0".join((b"CJMapper map", b"\1\0", place, packed))
    check = zlib.crc32(body, zlib.crc32(b"iTXt")).to_bytes(4, "big")
    end = plain.index(b"IDAT") - 4
    return plain[:end] + len(body).to_bytes(4, "big") + b"iTXt" + body + check + plain[end:]


def main() -> None:
    """Write them all."""
    FOLDER.mkdir(exist_ok=True)
    for name, content in corpus().items():
        FOLDER.joinpath(name).write_bytes(content)


if __name__ == "__main__":
    main()
