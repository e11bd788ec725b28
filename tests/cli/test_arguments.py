"""What a command line is read as, and what it is refused with."""

from collections.abc import Sequence

import pytest

from cjmapper.cli.arguments import read_arguments
from cjmapper.cli.table import COMMANDS
from cjmapper.errors import ArgumentsError
from cjmapper.export.options import ExportKind
from cjmapper.model.invariants import MAX_DISTANCE_M, MAX_MARGIN_MM
from cjmapper.words.catalog import Words


def given(*words: str) -> dict[str, str]:
    return read_arguments(["export", "a.cjmap", "b.pdf", *words]).given


def code_of(argv: Sequence[str]) -> str:
    with pytest.raises(ArgumentsError) as refused:
        read_arguments(argv)
    return refused.value.code


def test_every_option_of_an_export_is_read() -> None:
    words = (
        "--map m1 --kind grid --paper 914mm --orientation portrait --margin 7,5 --bleed"
        " --tiles A4 --overflow pages --without rail,legend --blank-row --distance 1.5 --dpi 300"
        " --long-side 1920 --language sv --today 2026-03-24 --with-source"
        " --client-copy notes,names --no-fonts"
    )
    assert given(*words.split()) == {
        "--map": "m1",
        "--kind": "grid",
        "--paper": "914mm",
        "--orientation": "portrait",
        "--margin": "7.5",
        "--bleed": "yes",
        "--tiles": "A4",
        "--overflow": "pages",
        "--without": "rail,legend",
        "--blank-row": "yes",
        "--distance": "1.5",
        "--dpi": "300",
        "--long-side": "1920",
        "--language": "sv",
        "--today": "2026-03-24",
        "--with-source": "yes",
        "--client-copy": "notes,names",
        "--no-fonts": "--no-fonts",
    }


def test_an_option_that_may_stand_alone_takes_the_next_word_only_where_it_fits() -> None:
    read = read_arguments(["export", "--client-copy", "a.cjmap", "--bleed", "no", "b.pdf"])
    assert read.positionals == ("a.cjmap", "b.pdf")
    assert read.given == {"--client-copy": "all", "--bleed": "no"}
    assert given("--with-source=no") == {"--with-source": "no"}
    assert given("--bleed") == {"--bleed": "yes"}


def test_a_list_may_be_none() -> None:
    read = read_arguments(["export", "a.cjmap", "b.pdf", "--without=none"])
    assert read.words("--without") == ()
    assert read.words("--client-copy") == ()
    several = read_arguments(["export", "a.cjmap", "b.pdf", "--without=rail,notes"])
    assert several.words("--without") == ("rail", "notes")


def test_several_maps_go_to_a_folder() -> None:
    read = read_arguments(["export", "a.cjmap", "b.cjmap", "c.cjmap", "--to", "ut", "--as", "png"])
    assert read.positionals == ("a.cjmap", "b.cjmap", "c.cjmap")
    assert read_arguments(["export", "a.cjmap", "--to=ut"]).positionals == ("a.cjmap",)


@pytest.mark.parametrize(
    ("argv", "code"),
    [
        ("export --to ut", "argument_missing"),
        ("export a.cjmap b.pdf --as png", "option_only_with"),
        ("export a.cjmap b.pdf --margin -1", "decimal_wrong"),
        ("export a.cjmap b.pdf --margin 101", "decimal_wrong"),
        ("export a.cjmap b.pdf --margin 1e1", "decimal_wrong"),
        ("export a.cjmap b.pdf --margin ٣", "decimal_wrong"),
        ("export a.cjmap b.pdf --distance 0", "decimal_wrong"),
        ("export a.cjmap b.pdf --distance nan", "decimal_wrong"),
        ("export a.cjmap b.pdf --long-side 0", "number_wrong"),
        ("export a.cjmap b.pdf --long-side 99999", "number_wrong"),
        ("export a.cjmap b.pdf --bleed=perhaps", "option_value"),
        ("export a.cjmap b.pdf --without rail,moon", "option_value"),
        ("export a.cjmap b.pdf --client-copy=rumours", "option_value"),
        ("export a.cjmap b.pdf --overflow other", "option_value"),
        ("export a.cjmap b.pdf --kind banner", "option_value"),
        ("export a.cjmap b.pdf --tiles", "option_needs_value"),
        ("export a.cjmap b.pdf --no-fonts=yes", "option_no_value"),
        ("export a.cjmap b.pdf --as", "option_needs_value"),
        ("export a.cjmap b.cjmap --to ut --as docx", "option_value"),
        ("convert a.cjmap b.cjmap --to ut", "option_unknown"),
    ],
)
def test_what_makes_no_sense_is_refused(argv: str, code: str) -> None:
    assert code_of(argv.split()) == code


@pytest.mark.parametrize("language", ["en", "nb", "sv"])
def test_every_option_is_explained_in_every_language(language: str) -> None:
    words = Words(language)
    for command in COMMANDS:
        for option in command.options:
            assert words.say(f"command.option.{option.name.removeprefix('--')}")
            assert option.is_flag or option.choices or words.say(f"command.value.{option.value}")


def test_the_least_and_the_most_of_a_number_are_allowed() -> None:
    assert given("--margin", "0") == {"--margin": "0"}
    assert given("--margin", "100") == {"--margin": "100"}
    assert given("--long-side", "1") == {"--long-side": "1"}


def test_the_bounds_of_options_are_those_of_what_they_set() -> None:
    options = {option.name: option for command in COMMANDS for option in command.options}
    assert list(options["--kind"].choices) == [kind.value for kind in ExportKind]
    assert options["--margin"].decimal == (0.0, float(MAX_MARGIN_MM))
    least, most = options["--distance"].decimal or (0.0, 0.0)
    assert 0 < least < most
    assert most == MAX_DISTANCE_M
