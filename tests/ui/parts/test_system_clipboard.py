"""The computer's clipboard: what lies there in which form, and that nothing on it can run."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from cjmapper.editor.clipboard import MEDIA_TYPE, Clip
from cjmapper.exchange.html_tables import table_in
from cjmapper.model.text_table import TextTable, read_delimited
from cjmapper.ui.parts.system_clipboard import TSV, SystemClipboard

TABLE = TextTable((("<b>a</b>", "=cmd|'/c calc'!A0"), ("two\nlines", '"quoted"')))


@pytest.fixture
def system(qapp: QApplication) -> SystemClipboard:
    assert qapp is not None
    QGuiApplication.clipboard().clear()
    return SystemClipboard()


def lies_there(carried: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(carried)


def test_cards_are_given_in_our_form_as_table_text_and_picture(system: SystemClipboard) -> None:
    picture = QImage(4, 4, QImage.Format.Format_RGB32)
    picture.fill("#123456")
    SystemClipboard(lambda: picture).put(Clip(own=b"{}", text="a\tb", table=TABLE))
    found = QGuiApplication.clipboard().mimeData()
    assert bytes(found.data(MEDIA_TYPE).data()) == b"{}"
    assert found.text() == "a\tb"
    assert read_delimited(bytes(found.data(TSV).data()).decode()) == TABLE
    assert found.hasImage()
    assert system.get() == Clip(own=b"{}", text="a\tb")


def test_a_table_for_others_holds_texts_only(system: SystemClipboard) -> None:
    system.put(Clip(own=b"{}", text="x", table=TABLE))
    source = QGuiApplication.clipboard().mimeData().html()
    assert "<b>" not in source
    assert "mso-number-format" in source
    assert table_in(source) == TABLE


def test_copying_nothing_leaves_what_lies_there(system: SystemClipboard) -> None:
    QGuiApplication.clipboard().setText("kept")
    system.put(Clip())
    assert system.get() == Clip(text="kept")


def test_a_table_in_html_is_read_as_a_table(system: SystemClipboard) -> None:
    carried = QMimeData()
    carried.setText("a b")
    carried.setHtml("<table><tr><td>a<td>b</table>")
    lies_there(carried)
    assert system.get() == Clip(text="a b", table=TextTable((("a", "b"),)))


def test_looks_without_a_table_are_left_to_the_text(system: SystemClipboard) -> None:
    carried = QMimeData()
    carried.setText("a")
    carried.setHtml("<p><i>a</i></p>")
    lies_there(carried)
    assert system.get() == Clip(text="a")


def test_a_picture_counts_only_where_no_text_is(system: SystemClipboard) -> None:
    carried = QMimeData()
    carried.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    lies_there(carried)
    assert system.get().has_pictures
    both = QMimeData()
    both.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    both.setText("1\t2")
    lies_there(both)
    assert not system.get().has_pictures


def test_files_of_pictures_are_pictures_and_other_files_are_their_names(
    system: SystemClipboard, tmp_path: Path
) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.JPG"))])
    lies_there(carried)
    assert system.get().has_pictures
    others = QMimeData()
    others.setUrls([QUrl("https://example.org/a.jpg")])
    lies_there(others)
    assert not system.get().has_pictures


def test_an_old_form_of_objects_is_never_looked_at(system: SystemClipboard) -> None:
    carried = QMimeData()
    carried.setData("application/x-qabstractitemmodeldatalist", QByteArray(b"\x80\x04."))
    lies_there(carried)
    assert system.get() == Clip()
