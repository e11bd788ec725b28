"""Bring the translations in `resources/i18n` up to the tables of `cjmapper.words`; compile them.

Run it after a sentence was added or changed: a new one gets an empty line in each `.po`, one that
is gone loses its line; then the `.mo` that the program reads is made, and the `.qm` with the words
of Qt's own dialogs. The outcome depends on the tables and the `.po` files alone.
"""

import hashlib
import subprocess
import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

TOP = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TOP))

from cjmapper.words.sentence import InContext, Plural, Sentence  # noqa: E402
from cjmapper.words.tables import ALL  # noqa: E402

FOLDER = TOP / "resources" / "i18n"
TRANSLATED = ("nb", "sv")
NEVER = datetime(2026, 1, 1, tzinfo=UTC)


class SteadyCatalog(Catalog):
    """A catalog whose header says only what does not change from day to day."""

    source_hash = ""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The header's lines; the compiled catalog also names the text it was made from."""
        lines = [
            ("Project-Id-Version", "CJMapper"),
            ("Language", str(self.locale)),
            ("Plural-Forms", self.plural_forms),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
        ]
        return [*lines, ("X-Source-Hash", self.source_hash)] if self.source_hash else lines


def message_id(sentence: Sentence) -> tuple[str | tuple[str, str], str | None]:
    """What gettext looks a sentence up by: its text (or two forms), and its context."""
    match sentence:
        case Plural(one, many):
            return (one, many), None
        case InContext(context, text):
            return text, context
        case _:
            return sentence, None


def wanted(locale: str) -> SteadyCatalog:
    """Every sentence of the tables, with the codes that use it, not translated yet."""
    catalog = SteadyCatalog(locale=locale, charset="utf-8", creation_date=NEVER, fuzzy=False)
    for code, sentence in ALL.items():
        text, context = message_id(sentence)
        before = catalog.get(text[0] if isinstance(text, tuple) else text, context)
        comments = [*before.auto_comments, code] if before else [code]
        catalog[text] = Message(text, context=context, auto_comments=comments)
    return catalog


def merged(locale: str, po: Path) -> SteadyCatalog:
    """The wanted sentences with the translations that the `.po` file has of them."""
    catalog = wanted(locale)
    if po.is_file():
        with po.open("rb") as file:
            known = read_po(file, locale=locale)
        for message in catalog:
            first = message.id[0] if isinstance(message.id, tuple | list) else message.id
            old = known.get(first, message.context) if first else None
            if old is not None and type(old.id) is type(message.id):
                message.string = old.string
    return catalog


def made(locale: str) -> tuple[bytes, bytes, int]:
    """One language's `.po` and `.mo` as they should be, and how many sentences lack words."""
    catalog = merged(locale, folder_of(locale) / "cjmapper.po")
    catalog.header_comment = "# The words of CJMapper."
    po, mo = BytesIO(), BytesIO()
    write_po(po, catalog, width=0, no_location=True)
    catalog.source_hash = hashlib.sha256(po.getvalue()).hexdigest()
    write_mo(mo, catalog)
    missing = sum(1 for message in catalog if message.id and not _is_translated(message))
    return po.getvalue(), mo.getvalue(), missing


def write_catalog(locale: str) -> int:
    """Write one language's `.po` and `.mo`; return how many sentences lack a translation."""
    folder = folder_of(locale)
    folder.mkdir(parents=True, exist_ok=True)
    po, mo, missing = made(locale)
    (folder / "cjmapper.po").write_bytes(po)
    (folder / "cjmapper.mo").write_bytes(mo)
    return missing


def folder_of(locale: str) -> Path:
    """Where a language's catalogs lie."""
    return FOLDER / locale / "LC_MESSAGES"


def _is_translated(message: Message) -> bool:
    strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return all(strings)


def write_qt_words() -> None:
    """Compile the words of Qt's dialogs, `qtbase_<language>.ts`, to what Qt loads."""
    lrelease = Path(sys.executable).parent / "pyside6-lrelease"
    for source in sorted(FOLDER.glob("qtbase_*.ts")):
        target = source.with_suffix(".qm")
        subprocess.run([lrelease, "-silent", source, "-qm", target], check=True)


def main() -> int:
    """Build everything; exit 1 when a sentence still lacks a translation."""
    missing = {locale: write_catalog(locale) for locale in TRANSLATED}
    write_qt_words()
    for locale, count in missing.items():
        print(f"{locale}: {count} of {len(ALL)} sentences lack a translation")
    return 1 if any(missing.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
