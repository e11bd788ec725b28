"""Templates give new, worded maps that keep every rule."""

import importlib.util
import string
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from cjmapper import places
from cjmapper.errors import FileError
from cjmapper.model.document import Document
from cjmapper.model.ids import counted_ids
from cjmapper.model.vocabulary import LaneKind, Language, PhaseKind
from cjmapper.storage.codec import decode, encode, encode_checked
from cjmapper.storage.templates import LANGUAGES, template, template_names

TODAY = date(2026, 3, 24)
PACKAGING = Path(__file__).resolve().parents[2] / "packaging"


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, PACKAGING / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def made(name: str, language: str = "nb") -> Document:
    return template(name, language, counted_ids(), TODAY)


@pytest.mark.parametrize("language", [*LANGUAGES, "nn"])
@pytest.mark.parametrize("name", template_names())
def test_a_template_is_a_sound_document_in_the_language_asked_for(name: str, language: str) -> None:
    document = made(name, language)
    assert decode(encode_checked(document)).document == document
    assert document.language == Language(language)
    assert document.created == TODAY
    assert document.modified is None
    assert document.maps[0].title
    assert all(lane.title for lane in document.maps[0].lanes)


@pytest.mark.parametrize("name", template_names())
def test_all_ids_of_a_template_are_new(name: str) -> None:
    first = encode(template(name, "sv", counted_ids("id-a-"), TODAY))
    second = encode(template(name, "sv", counted_ids("id-b-"), TODAY))
    assert first != second
    assert first.replace(b'"id-a-', b'"id-b-') == second


@pytest.mark.parametrize("name", template_names())
def test_a_template_is_worded_differently_in_each_language(name: str) -> None:
    worded = {encode(made(name, language)).replace(b"-", b"") for language in LANGUAGES}
    assert len(worded) == len(LANGUAGES)


def test_nynorsk_is_worded_in_bokmal_and_an_unknown_language_in_english() -> None:
    assert made("blueprint", "nn").maps[0].title == "Tjenesteplan"
    assert made("blueprint", "fi").maps[0].title == "Service blueprint"


def test_an_unknown_template_is_refused() -> None:
    with pytest.raises(FileError, match="template_unknown"):
        made("../examples/restaurant.nb")


def test_the_blank_map_has_three_nameless_phases_and_five_lanes() -> None:
    blank = made("blank").maps[0]
    assert [phase.name for phase in blank.phases] == ["", "", ""]
    assert [lane.kind for lane in blank.lanes] == [
        LaneKind.TOUCHPOINT,
        LaneKind.EMOTION,
        LaneKind.THOUGHT,
        LaneKind.PAIN,
        LaneKind.OPPORTUNITY,
    ]
    assert len(blank.steps) == 3


def test_the_life_cycle_runs_from_awareness_to_the_end() -> None:
    kinds = [phase.kind for phase in made("lifecycle-8").maps[0].phases]
    assert len(kinds) == 8
    assert (kinds[0], kinds[-1]) == (PhaseKind.AWARENESS, PhaseKind.END_OF_LIFE)


def test_the_templates_that_are_shipped_are_what_the_source_says() -> None:
    built = script("build_templates").build()
    assert sorted(built) == sorted(template_names())
    for name, content in built.items():
        shipped = places.resource("templates", f"{name}.cjmap").read_bytes()
        assert shipped == content, "run packaging/build_templates.py"


def test_every_text_of_a_template_stands_in_every_language() -> None:
    for name in template_names():
        text = places.resource("templates", f"{name}.cjmap").read_text("utf-8")
        counts = {text.count(f'"{language}": "') for language in LANGUAGES}
        assert len(counts) == 1
        assert set(text) <= set(string.printable) | set("æøåÆØÅäöÄÖ")
