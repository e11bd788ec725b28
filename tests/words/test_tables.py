"""Every sentence is translated, every code has a sentence, and no sentence stands unused."""

import ast
import enum
import gettext
import hashlib
import inspect
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from cjmapper import settings
from cjmapper.model import invariants, vocabulary
from cjmapper.places import resource
from cjmapper.storage import atomic, door, misfit
from cjmapper.words import notices
from cjmapper.words.catalog import Words
from cjmapper.words.sentence import InContext, Plural, Sentence
from cjmapper.words.tables import ALL, AREAS

WORDING = ("catalog.py", "dates.py")
TOP = Path(__file__).resolve().parent.parent.parent
PACKAGE = TOP / "cjmapper"
DECLARED = ("vocabulary.", "setting.", "poster_panel.travels_")
"""How the codes begin that every value of a vocabulary, option or thing that is counted has."""
ERRORS = {
    "CjmapperError", "InvariantError", "EditError", "FileError", "ExportError",
    "ExportCancelledError", "ArgumentsError",
}  # fmt: skip


def forms(sentence: Sentence) -> tuple[str, ...]:
    match sentence:
        case Plural(one, many):
            return one, many
        case InContext(_, text):
            return (text,)
        case _:
            return (sentence,)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def catalog(language: str) -> gettext.GNUTranslations:
    found = gettext.translation("cjmapper", resource("i18n"), [language])
    assert isinstance(found, gettext.GNUTranslations)
    return found


def translated(language: str, sentence: Sentence) -> tuple[str, ...]:
    """The translated forms; empty texts where there is none."""
    entries: dict[object, str] = vars(catalog(language))["_catalog"]
    match sentence:
        case Plural(one, _):
            return tuple(entries.get((one, form), "") for form in (0, 1))
        case InContext(context, text):
            return (entries.get(f"{context}\x04{text}", ""),)
        case _:
            return (entries.get(sentence, ""),)


@pytest.mark.parametrize("language", ["nb", "sv"])
def test_every_sentence_is_translated(language: str) -> None:
    missing = [code for code, line in ALL.items() if not all(translated(language, line))]
    assert missing == []


@pytest.mark.parametrize("language", ["nb", "sv"])
def test_a_translation_names_what_its_sentence_names(language: str) -> None:
    different = [
        code
        for code, sentence in ALL.items()
        for source, text in zip(forms(sentence), translated(language, sentence), strict=True)
        if placeholders(source) != placeholders(text)
    ]
    assert different == []


@pytest.mark.parametrize("language", ["nb", "sv"])
def test_a_translation_marks_as_many_keys_as_its_sentence(language: str) -> None:
    hints = [(code, s) for code, s in ALL.items() if code.startswith("hint.")]
    assert hints
    for code, sentence in hints:
        source, text = forms(sentence)[0], translated(language, sentence)[0]
        assert (source.count("["), source.count("]")) == (text.count("["), text.count("]")), code


@pytest.mark.parametrize("language", ["nb", "sv"])
def test_the_compiled_catalog_is_made_from_the_text_beside_it(language: str) -> None:
    folder = resource("i18n", language, "LC_MESSAGES")
    text = (folder / "cjmapper.po").read_bytes()
    assert catalog(language).info()["x-source-hash"] == hashlib.sha256(text).hexdigest()


@pytest.mark.parametrize("language", ["nb", "sv"])
def test_no_translation_is_kept_of_a_sentence_that_is_gone(language: str) -> None:
    entries: dict[object, str] = vars(catalog(language))["_catalog"]
    sources = {form for sentence in ALL.values() for form in forms(sentence)}
    kept = {str(key[0] if isinstance(key, tuple) else key).split("\x04")[-1] for key in entries}
    assert kept - {""} <= sources


def test_a_code_stands_in_one_table_only() -> None:
    assert len(ALL) == sum(len(table) for table in AREAS.values())


def test_the_tables_hold_plain_texts_only() -> None:
    for path in sorted((PACKAGE / "words").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Dict):
                joined = [v for v in node.values if isinstance(v, ast.JoinedStr | ast.BinOp)]
                assert not joined, f"{path.name}:{node.lineno}"


def test_what_norwegian_clients_read_never_says_bevis_or_handling() -> None:
    for code, sentence in ALL.items():
        for text in translated("nb", sentence):
            assert "bevis" not in text.lower().replace("bevissthet", ""), code
            assert " handling" not in f" {text.lower()}", code


def vocabularies() -> list[type[enum.Enum]]:
    return [
        kind
        for _, kind in inspect.getmembers(vocabulary, inspect.isclass)
        if issubclass(kind, vocabulary.Vocabulary) and kind is not vocabulary.Vocabulary
    ]


def test_every_value_of_every_vocabulary_has_a_label() -> None:
    words = Words("sv")
    labels = [words.label(value) for kind in vocabularies() for value in kind]
    assert len(labels) > 100
    assert all(labels)


def test_every_option_of_the_settings_is_described() -> None:
    assert [o.name for o in settings.options() if o.description not in ALL] == []


def test_emotions_and_their_curves_on_a_map_have_their_words() -> None:
    for value in range(-2, 3):
        assert f"map.emotion.{value}" in ALL
    for view in set(vocabulary.EmotionView) - {vocabulary.EmotionView.OTHER}:
        assert f"map.curve.{view.value}" in ALL


def sources() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.parent.name != "words":
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def calls(names: set[str]) -> Iterator[tuple[str, ast.Call]]:
    for path, tree in sources():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                if name in names:
                    yield f"{path.relative_to(TOP)}:{node.lineno}", node


def asked_codes() -> Iterator[tuple[str, str, bool]]:
    """Where a code is asked for, the code, and whether it is only how codes begin."""
    for place, call in calls({"say", "count", "Said", "EntryName"}):
        argument = call.args[0] if call.args else None
        if isinstance(argument, ast.JoinedStr):
            begin = argument.values[0]
            if isinstance(begin, ast.Constant):
                yield place, str(begin.value), True
        elif argument is not None and not isinstance(argument, ast.Call):
            for node in ast.walk(argument):
                if isinstance(node, ast.Constant) and "." in str(node.value):
                    yield place, str(node.value), False


def test_every_code_that_is_asked_for_has_a_sentence() -> None:
    asked = list(asked_codes())
    assert len(asked) > 20
    unknown = [
        f"{place} {code}"
        for place, code, begins in asked
        if not (any(known.startswith(code) for known in ALL) if begins else code in ALL)
    ]
    assert unknown == []


def named_entries() -> Iterator[tuple[str, str]]:
    """Where an entry of the history is named, and the code that its name gets."""
    for place, call in calls({"entry", "of_cards"}):
        written = call.args and not isinstance(call.args[0], ast.JoinedStr)
        named = ast.walk(call.args[0]) if written else iter(())
        for node in named:
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                code = f"undo.{node.value}"
                yield place, code
                if getattr(call.func, "id", getattr(call.func, "attr", "")) == "of_cards":
                    yield place, f"{code}s"


def test_every_entry_of_the_history_has_a_name() -> None:
    assert [f"{place} {code}" for place, code in named_entries() if code not in ALL] == []


def raised() -> Iterator[tuple[str, str, set[str] | None]]:
    """Where an error is made, its sentence's code, its values' names (None: not written out)."""
    for place, call in calls(ERRORS):
        if call.args and isinstance(call.args[0], ast.Constant):
            names = {keyword.arg for keyword in call.keywords}
            written = {name for name in names if name is not None}
            code = "errors." + str(call.args[0].value)
            yield place, code, None if None in names else written


def test_every_error_has_a_sentence() -> None:
    assert [f"{place} {code}" for place, code, _ in raised() if code not in ALL] == []


@pytest.mark.parametrize("language", ["en", "nb", "sv"])
def test_the_sentence_of_an_error_stands_by_itself(language: str) -> None:
    errors = [code for code in ALL if code.startswith("errors.") and "expected" not in code]
    said = [Words(language).say(code) for code in errors if code != "errors.at_place"]
    assert [text for text in said if text[0].islower() or text[-1] not in ".)"] == []


def test_errors_whose_codes_are_put_together_have_sentences() -> None:
    ranged = {bounds.code for table in invariants.RANGES.values() for bounds in table}
    asked = ranged | set(atomic._CODES.values()) | {code for _, code in door._OTHERS}
    asked |= {f"expected.{kind}" for kind in misfit._KINDS.values()}
    asked |= {f"expected.{kind}" for _, kind in misfit._SPECIAL}
    assert [code for code in sorted(asked) if f"errors.{code}" not in ALL] == []


def test_an_error_gives_every_value_that_its_sentence_names() -> None:
    lacking = [
        f"{place} {code} {sorted(wanted - given)}"
        for place, code, given in raised()
        if code in ALL and given is not None
        for wanted in [placeholders(forms(ALL[code])[0])]
        if not wanted <= given
    ]
    assert lacking == []


def written_texts() -> tuple[set[str], tuple[re.Pattern[str], ...]]:
    """Every text in the source, and the shapes of those that are put together from a code."""
    whole: set[str] = set()
    shapes: set[str] = set()
    words = PACKAGE / "words"
    at_work = [(words / name, ast.parse((words / name).read_text())) for name in WORDING]
    for _, tree in [*sources(), *at_work]:
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                shapes.add("".join(map(shape, node.values)))
    return whole, tuple(re.compile(one) for one in shapes if re.match(r"[a-z_]+\\?\.", one))


def shape(part: ast.expr) -> str:
    return re.escape(str(part.value)) if isinstance(part, ast.Constant) else "(.+)"


def test_no_sentence_stands_unused() -> None:
    whole, shapes = written_texts()
    lists = [text for text in whole if re.fullmatch(r"[a-z_0-9 >-]+", text)]
    pieces = whole | {word.lstrip(">-") for text in lists for word in text.split()}

    def is_written(piece: str) -> bool:
        number = piece.lstrip("-").isdigit()
        return number or piece in pieces or piece.removesuffix("s") in pieces

    begun = [text for text in whole if re.fullmatch(r"[a-z_.]+[._]", text) and "." in text]
    listed = {f"errors.{bounds.code}" for table in invariants.RANGES.values() for bounds in table}
    listed |= set(notices.OF_FILES.values())

    def is_used(code: str) -> bool:
        if code in whole | listed or code.startswith(DECLARED):
            return True
        found = [match.groups() for one in shapes if (match := one.fullmatch(code))]
        found += [(code.removeprefix(begin),) for begin in begun if code.startswith(begin)]
        return any(all(map(is_written, groups)) for groups in found)

    assert [code for code in ALL if not is_used(code)] == []
