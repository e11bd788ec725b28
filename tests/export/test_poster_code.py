"""The QR code on paper and in pictures: every module can be read back, and a link is followed."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import segno
from PIL import Image

from cjmapper.export.jobs import ExportOptions, export_file
from cjmapper.export.poster import PosterPlan, PosterRequest, plan_poster
from cjmapper.export.preflight import preflight
from cjmapper.layout.poster_types import Code
from cjmapper.model import document as d
from cjmapper.model.poster_settings import PosterSettings
from cjmapper.places import resource
from cjmapper.storage.codec import decode
from tests.support.builders import document, journey
from tests.support.layouts import setting
from tests.support.pdf_checks import complaints
from tests.support.wide_maps import wide_map

pytestmark = pytest.mark.usefixtures("qapp")

LINK = "https://fjordkroken.example/kart"
PX_PER_MM = 8.0


def restaurant() -> d.Document:
    return decode(resource("examples", "restaurant.nb.cjmap").read_bytes()).document


def planned(whole: d.Document, poster: PosterSettings) -> PosterPlan:
    request = PosterRequest(document=whole, journey=whole.maps[0], settings=poster, language="nb")
    return plan_poster(request, setting().typesetter)


def codes(plan: PosterPlan) -> list[Code | None]:
    return [one.code for one in plan.layouts]


def the_code(whole: d.Document, poster: PosterSettings) -> Code:
    (code,) = codes(planned(whole, poster))
    assert code is not None
    return code


def seen(picture: Image.Image, code: Code, px_per_mm: float) -> tuple[bytes, ...]:
    """The modules of a picture, each by the shade in its middle; white ones around among them."""
    grey = picture.convert("L")
    size = round(code.box.width / code.module)
    middles = [(index + 0.5) * code.module * px_per_mm for index in range(size)]
    left, top = code.box.x * px_per_mm, code.box.y * px_per_mm
    return tuple(bytes(dark(grey, (left + x, top + y)) for x in middles) for y in middles)


def dark(picture: Image.Image, at: tuple[float, float]) -> bool:
    x, y = int(at[0]), int(at[1])
    (shade,) = picture.crop((x, y, x + 1, y + 1)).tobytes()
    assert shade < 64 or shade > 192
    return shade < 128


def in_white(rows: tuple[bytes, ...]) -> tuple[bytes, ...]:
    side = len(rows) + 8
    empty = (bytes(side),) * 4
    return (*empty, *(b"\0\0\0\0" + row + b"\0\0\0\0" for row in rows), *empty)


@pytest.mark.parametrize("paper", ["A3", "A1"])
@pytest.mark.parametrize("link", ["", LINK])
def test_every_module_is_read_back_from_the_printed_page(
    paper: str, link: str, tmp_path: Path
) -> None:
    poster = PosterSettings(paper=paper, code=True, link=link)
    whole = restaurant()
    target = tmp_path / "kart.pdf"
    export_file(whole, target, ExportOptions(poster=poster))
    with pypdfium2.PdfDocument(target) as pdf:
        picture = pdf[0].render(scale=PX_PER_MM * 25.4 / 72).to_pil()
    code = the_code(whole, poster)
    assert seen(picture, code, PX_PER_MM) == in_white(code.rows)


def test_every_module_is_read_back_from_a_picture(tmp_path: Path) -> None:
    poster = PosterSettings(paper="A3", code=True, link=LINK)
    whole = restaurant()
    target = tmp_path / "kart.png"
    export_file(whole, target, ExportOptions(poster=poster, dpi=200))
    code = the_code(whole, poster)
    picture = Image.open(BytesIO(target.read_bytes()))
    symbol = segno.make_qr(LINK, error="m", mode="byte", encoding="utf-8", boost_error=False)
    assert seen(picture, code, 200 / 25.4) == in_white(tuple(bytes(row) for row in symbol.matrix))


def test_a_pdf_leads_where_the_code_does_and_tells_of_it(tmp_path: Path) -> None:
    target = tmp_path / "kart.pdf"
    poster = PosterSettings(paper="A3", code=True, link=LINK)
    export_file(restaurant(), target, ExportOptions(poster=poster))
    with pikepdf.open(target) as pdf:
        found = [str(one.A.URI) for one in pdf.pages[0].get("/Annots", ())]
    assert LINK in found
    assert complaints(target.read_bytes()) == []
    assert f"QR-kode som fører til {LINK}" in _told(target)


def _told(path: Path) -> list[str]:
    """What the structure says of each figure."""
    with pikepdf.open(path) as pdf:
        every = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
        return [str(one.Alt) for one in every if "/Alt" in one]


def test_a_drawing_names_the_code_too(tmp_path: Path) -> None:
    target = tmp_path / "kart.svg"
    poster = PosterSettings(paper="A3", code=True)
    export_file(restaurant(), target, ExportOptions(poster=poster))
    assert "QR-kode med fakta om kartet" in target.read_text()


def test_of_several_pages_one_alone_has_the_code() -> None:
    plan = planned(wide_map(), PosterSettings(paper="A3", code=True))
    assert len(plan.layouts) > 1
    assert sum(code is not None for code in codes(plan)) == 1


def test_a_link_that_is_none_is_found_and_can_be_left_out() -> None:
    whole = document(journey())
    plan = planned(whole, PosterSettings(code=True, link="javascript:alert(1)"))
    (finding,) = [one for one in preflight(plan) if one.code == "link_unfit"]
    assert finding.values["link"] == "javascript:alert(1)"
    (mend,) = finding.mends
    assert mend.settings is not None
    assert not [one for one in preflight(planned(whole, mend.settings)) if "link" in one.code]


@pytest.mark.parametrize(
    "poster",
    [
        PosterSettings(code=True, link=LINK),
        PosterSettings(code=True),
        PosterSettings(link="nowhere at all"),
    ],
)
def test_nothing_is_said_of_a_link_that_leads_somewhere_or_is_not_used(
    poster: PosterSettings,
) -> None:
    plan = planned(document(journey()), poster)
    assert not [one for one in preflight(plan) if one.code == "link_unfit"]
