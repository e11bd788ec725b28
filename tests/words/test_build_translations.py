"""The committed catalogs are what the build script makes of the tables and the translations."""

from pathlib import Path
from xml.etree import ElementTree as ET

import build_translations
import pytest
from PySide6.QtCore import QLibraryInfo, QTranslator

from cjmapper.places import resource
from cjmapper.words.sentence import InContext, Plural


@pytest.mark.parametrize("locale", build_translations.TRANSLATED)
def test_the_catalogs_are_current(locale: str) -> None:
    po, mo, missing = build_translations.made(locale)
    folder = build_translations.folder_of(locale)
    assert (folder / "cjmapper.po").read_bytes() == po
    assert (folder / "cjmapper.mo").read_bytes() == mo
    assert missing == 0


def test_a_new_sentence_gets_an_empty_line_and_one_that_is_gone_loses_its(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build_translations, "FOLDER", tmp_path)
    tables = {"a.save": "Save", "a.many": Plural("{n} card", "{n} cards")}
    monkeypatch.setattr(build_translations, "ALL", tables)
    assert build_translations.write_catalog("nb") == 2
    po = build_translations.folder_of("nb") / "cjmapper.po"
    po.write_text(po.read_text().replace('msgid "Save"\nmsgstr ""', 'msgid "Save"\nmsgstr "Lagre"'))
    tables = {"a.save": "Save", "b.save": "Save", "b.needs": InContext("persona", "Needs")}
    monkeypatch.setattr(build_translations, "ALL", tables)
    assert build_translations.write_catalog("nb") == 1
    text = po.read_text()
    assert '#. a.save\n#. b.save\nmsgid "Save"\nmsgstr "Lagre"' in text
    assert 'msgctxt "persona"\nmsgid "Needs"\nmsgstr ""' in text
    assert "{n}" not in text


def qt_words(source: Path) -> list[tuple[str, str, str]]:
    return [
        (context.findtext("name", ""), m.findtext("source", ""), m.findtext("translation", ""))
        for context in ET.parse(source).getroot().iter("context")  # noqa: S314 - our own file
        for m in context.iter("message")
    ]


def test_qts_own_dialogs_speak_norwegian() -> None:
    translator = QTranslator()
    assert translator.load(str(resource("i18n", "qtbase_nb.qm")))
    words = qt_words(resource("i18n", "qtbase_nb.ts"))
    assert len(words) > 150
    assert [w for w in words if translator.translate(w[0], w[1]) != w[2]] == []
    assert [w for w in words if w[1].count("&") < w[2].count("&")] == []


def test_qts_own_dialogs_speak_swedish_by_themselves() -> None:
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator = QTranslator()
    assert translator.load("qtbase_sv", folder)
    assert translator.translate("QPlatformTheme", "Cancel") == "Avbryt"
