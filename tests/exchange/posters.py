"""Posters that carry a map, made small and quickly: what a poster is around its map matters not."""

import zlib
from io import BytesIO

import pypdf
from pypdf.generic import NameObject, NumberObject

from cjmapper.drawing.primitives import Drawing
from cjmapper.exchange.svg_source import source_element
from cjmapper.export.png import png_chunks
from cjmapper.geometry import Size
from cjmapper.painters.svg import svg_parts


def png_with(source: bytes | None) -> bytes:
    """A picture of one pixel."""
    return b"".join(png_chunks(1, 1, [b"abc"], 150, source))


def svg_with(source: bytes | None) -> bytes:
    """A drawing with nothing on it."""
    carried = source_element(source) if source else ""
    parts = svg_parts(Drawing(Size(10, 10), ()), embed=False, metadata=carried)
    return "".join(parts).encode()


def pdf_with(source: bytes | None, name: str = "kart.cjmap", *, size: int | None = None) -> bytes:
    """One empty page, and what is attached to it; `size` is what the PDF says of it."""
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    if source is not None:
        attached = writer.add_attachment(name, source)
        attached.size = NumberObject(len(source) if size is None else size)
        attached.associated_file_relationship = NameObject("/Source")
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def packed_pdf(stream: bytes, size: int) -> bytes:
    """A PDF by hand, whose attached file is the deflated `stream` as it is given."""
    objects = (
        b"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a.cjmap) 4 0 R]>>>>>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        b"<</Type/Filespec/F(a.cjmap)/UF(a.cjmap)/EF<</F 5 0 R>>>>",
        b"<</Type/EmbeddedFile/Filter/FlateDecode/Length %d/Params<</Size %d>>>>"
        % (len(stream), size)
        + b"stream\n%s\nendstream" % stream,
    )
    made = BytesIO(b"")
    made.write(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(made.tell())
        made.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    table = made.tell()
    made.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    made.writelines(b"%010d 00000 n \n" % place for place in places)
    made.write(b"trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % table)
    return made.getvalue()


def deflated_zeros(count: int) -> bytes:
    """Very little that becomes very much."""
    packer = zlib.compressobj(9)
    block = bytes(1 << 20)
    parts = [packer.compress(block) for _ in range(count >> 20)]
    return b"".join((*parts, packer.flush()))


def packed_objects(objects: bytes) -> bytes:
    """A PDF whose catalogue is one of the `objects` that are deflated together."""
    lot, start = zlib.compress(objects), b"%PDF-1.7\n"
    packed = b"3 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n" % len(
        lot
    )
    body = start + packed + lot + b"\nendstream\nendobj\n"
    rows = b"".join(
        kind.to_bytes(1, "big") + place.to_bytes(4, "big") + bytes(2)
        for kind, place in ((0, 0), (1, len(body)), (2, 3), (1, len(start)))
    )
    table = b"1 0 obj\n<</Type/XRef/Size 4/W[1 4 2]/Root 2 0 R/Length %d>>stream\n" % len(rows)
    end = b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(body)
    return body + table + rows + end
