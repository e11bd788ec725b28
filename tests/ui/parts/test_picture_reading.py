"""Pictures from files: turned, made small, bare of what they say beside; bad ones refused."""

import os
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from cjmapper.editor.picture_places import NewPicture
from cjmapper.model.pictures import picture_of
from cjmapper.ui.parts import picture_reading
from cjmapper.ui.parts.picture_reading import RefusedPicture, read_picture
from tests.support.pixels import png, png_that_lies


@pytest.fixture(autouse=True)
def an_application(qapp: QApplication) -> None:
    assert qapp is not None


def image(width: int, height: int, kind: QImage.Format = QImage.Format.Format_RGB32) -> QImage:
    made = QImage(width, height, kind)
    made.fill(QColor(30, 120, 200))
    return made


def kept(path: Path, content: bytes | QImage) -> Path:
    if isinstance(content, QImage):
        assert content.save(str(path))
    else:
        path.write_bytes(content)
    return path


def size_of(found: NewPicture | RefusedPicture) -> tuple[int, int]:
    assert isinstance(found, NewPicture)
    picture = picture_of(found.content)
    assert picture is not None
    assert picture.media_type == found.media_type
    return picture.width_px, picture.height_px


@pytest.mark.parametrize("ending", ["jpg", "png", "bmp", "webp"])
def test_the_long_side_becomes_at_most_2048_pixels(tmp_path: Path, ending: str) -> None:
    path = kept(tmp_path / f"wide.{ending}", image(4096, 1000))
    assert size_of(read_picture(path)) == (2048, 500)
    assert size_of(read_picture(kept(tmp_path / f"s.{ending}", image(20, 30)))) == (20, 30)
    assert size_of(read_picture(image(1000, 8192))) == (250, 2048)


def test_a_picture_that_can_be_seen_through_stays_so(tmp_path: Path) -> None:
    clear = image(40, 30, QImage.Format.Format_ARGB32)
    clear.setPixelColor(3, 3, QColor(0, 0, 0, 0))
    found = read_picture(kept(tmp_path / "clear.png", clear))
    assert isinstance(found, NewPicture)
    assert found.media_type == "image/png"
    assert QImage.fromData(found.content).pixelColor(3, 3).alpha() == 0


def test_a_photo_is_a_jpeg_though_it_came_with_room_for_clearness() -> None:
    noisy = QImage(200, 200, QImage.Format.Format_ARGB32)
    for x in range(200):
        for y in range(200):
            noisy.setPixelColor(x, y, QColor((x * y) % 256, (x * 7 + y * 13) % 256, (x ^ y) % 256))
    found = read_picture(noisy)
    assert isinstance(found, NewPicture)
    assert found.media_type == "image/jpeg"


def test_what_a_file_says_beside_its_picture_is_left_behind(tmp_path: Path) -> None:
    told = image(40, 30)
    told.setText("Description", "59.91 N 10.75 E")
    for ending in ("png", "jpg"):
        found = read_picture(kept(tmp_path / f"told.{ending}", told))
        assert isinstance(found, NewPicture)
        assert b"59.91" not in found.content


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "image_unreadable"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "image_unreadable"),
        (b"%PDF-1.7", "image_unreadable"),
        (png_that_lies(32_000, 32_000), "image_too_large"),
        (b"GIF89a\xff\xff\xff\xff", "image_unreadable"),
    ],
    ids=["empty", "drawing", "pdf", "a thousand million pixels", "cut off"],
)
def test_what_is_no_bearable_picture_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    found = read_picture(kept(tmp_path / "bad.png", content))
    assert isinstance(found, RefusedPicture)
    assert (found.name, found.code) == ("bad.png", code)


@pytest.mark.qt_log_ignore("libpng|QImage")
def test_a_picture_whose_header_lies_brings_nothing_down(tmp_path: Path) -> None:
    found = read_picture(kept(tmp_path / "lies.png", png_that_lies(9_000, 9_000)))
    assert isinstance(found, NewPicture | RefusedPicture)


def test_a_file_that_is_too_large_is_not_even_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture_reading, "MOST_MEGABYTES", 0)
    found = read_picture(kept(tmp_path / "a.png", png(4, 3)))
    assert isinstance(found, RefusedPicture)
    assert found.code == "image_file_too_large"
    gone = read_picture(tmp_path / "gone.png")
    assert isinstance(gone, RefusedPicture)
    assert gone.code == "file_missing"


@pytest.mark.qt_log_ignore("QImage")
def test_how_large_a_picture_may_be_is_said_as_it_is(tmp_path: Path) -> None:
    found = read_picture(kept(tmp_path / "large.png", png_that_lies(12_000, 9_000)))
    assert found == RefusedPicture("large.png", "image_too_large", {"limit": 64})


@pytest.mark.skipif(os.name != "posix", reason="a pipe with a name, and a well without a bottom")
def test_what_is_no_file_but_called_like_one_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    (tmp_path / "well.png").symlink_to("/dev/zero")
    (tmp_path / "round.png").symlink_to("round.png")
    (tmp_path / "folder.png").mkdir()
    codes = []
    for name in ("pipe.png", "well.png", "round.png", "folder.png"):
        found = read_picture(tmp_path / name)
        assert isinstance(found, RefusedPicture)
        codes.append(found.code)
    assert codes == ["not_a_file", "not_a_file", "file_io", "is_folder"]
