"""Which face draws which character."""

import pytest

from cjmapper.text.fallback import Outline
from cjmapper.text.fonts import Face
from cjmapper.text.metrics import Metrics
from cjmapper.text.runs import MISSING_ADVANCE, RunSplitter

HAN = "\u65e5\u672c"


class FewOutlines:
    """Has Han characters and nothing else; notes what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, bool]] = []

    def outline(self, text: str, semibold: bool) -> Outline | None:
        self.asked.append((text, semibold))
        if not all(letter in HAN for letter in text):
            return None
        return Outline(text, 2000 * len(text), (("M", 0.0, 0.0), ("Z",)))


@pytest.fixture
def outlines() -> FewOutlines:
    return FewOutlines()


@pytest.fixture
def splitter(metrics: Metrics, outlines: FewOutlines) -> RunSplitter:
    return RunSplitter(metrics, outlines)


def test_plain_text_is_one_run_as_wide_as_its_letters(
    splitter: RunSplitter, metrics: Metrics
) -> None:
    (run,) = splitter.runs("Blåbær i skogen", Face.SEMIBOLD)
    advances = metrics.face(Face.SEMIBOLD).advances
    assert run.text == run.copied == "Blåbær i skogen"
    assert run.face is Face.SEMIBOLD
    assert run.advance == sum(advances[ord(letter)] for letter in run.text)


def test_an_emoji_is_a_run_of_the_emoji_face(splitter: RunSplitter) -> None:
    assert [(run.text, run.face) for run in splitter.runs("bra 😀!", Face.ITALIC)] == [
        ("bra ", Face.ITALIC),
        ("😀", Face.EMOJI),
        ("!", Face.ITALIC),
    ]


def test_a_sign_that_asks_to_be_a_picture_is_drawn_as_emoji(splitter: RunSplitter) -> None:
    (plain,) = splitter.runs("❤", Face.SANS)
    (pictured,) = splitter.runs("❤\ufe0f", Face.SANS)
    assert (plain.face, pictured.face) == (Face.SANS, Face.EMOJI)
    assert (pictured.text, pictured.copied) == ("❤", "❤\ufe0f")


def test_joiners_and_skin_tones_are_copied_but_not_drawn(splitter: RunSplitter) -> None:
    (run,) = splitter.runs("\U0001f44d\U0001f3fd\u200d\U0001f44d", Face.SANS)
    assert run.text == "\U0001f44d\U0001f44d"
    assert run.copied == "\U0001f44d\U0001f3fd\u200d\U0001f44d"


def test_a_letter_and_its_mark_are_drawn_as_the_composed_letter(splitter: RunSplitter) -> None:
    (apart,) = splitter.runs("ga\u030ar", Face.SANS)
    (composed,) = splitter.runs("går", Face.SANS)
    assert apart.text == composed.text == "går"
    assert apart.advance == composed.advance
    assert apart.copied == "ga\u030ar"


def test_invisible_characters_have_no_width(splitter: RunSplitter) -> None:
    (run,) = splitter.runs("a\u200bb\u00adc\ufeff", Face.SANS)
    assert (run.text, run.copied) == ("abc", "a\u200bb\u00adc\ufeff")
    assert run.advance == splitter.runs("abc", Face.SANS)[0].advance


def test_what_the_faces_lack_is_asked_for_as_one_stretch(
    splitter: RunSplitter, outlines: FewOutlines
) -> None:
    runs = splitter.runs(f"a{HAN}b", Face.SEMIBOLD)
    assert [run.text for run in runs] == ["a", HAN, "b"]
    assert runs[1].outline is not None
    assert runs[1].advance == runs[1].outline.advance == 4000
    assert outlines.asked == [(HAN, True)]


def test_an_invisible_place_to_break_is_copied_but_never_asked_for(
    splitter: RunSplitter, outlines: FewOutlines
) -> None:
    (run,) = splitter.runs("\u65e5\u200b\u672c", Face.SANS)
    assert (run.text, run.copied) == (HAN, "\u65e5\u200b\u672c")
    assert outlines.asked == [(HAN, False)]


def test_an_outline_is_asked_for_only_once(splitter: RunSplitter, outlines: FewOutlines) -> None:
    splitter.runs(HAN, Face.SANS)
    splitter.runs(HAN, Face.SANS)
    assert outlines.asked == [(HAN, False)]


def test_what_no_font_has_is_marked_and_the_rest_of_its_stretch_is_not(
    splitter: RunSplitter,
) -> None:
    runs = splitter.runs("\u65e5\ue000\ue001", Face.SANS)
    assert [(run.text, run.missing) for run in runs] == [
        ("\u65e5", False),
        ("\ue000", True),
        ("\ue001", True),
    ]
    assert runs[1].advance == MISSING_ADVANCE


def test_half_a_character_pair_is_missing_and_never_asked_for(
    splitter: RunSplitter, outlines: FewOutlines
) -> None:
    (run,) = splitter.runs("\ud83d", Face.SANS)
    assert run.missing
    assert outlines.asked == []


def test_a_letter_with_a_mark_no_font_can_join_is_drawn_letter_and_mark(
    splitter: RunSplitter,
) -> None:
    (run,) = splitter.runs("x\u0323", Face.SANS)
    assert run.text == "x\u0323"
    assert not run.missing


def test_a_key_cap_keeps_its_digit(splitter: RunSplitter) -> None:
    runs = splitter.runs("1\ufe0f\u20e3", Face.SANS)
    assert "".join(run.copied for run in runs) == "1\ufe0f\u20e3"
    assert runs[0].text == "1"
    assert not any(run.missing for run in runs)


def test_without_another_source_everything_else_is_missing(metrics: Metrics) -> None:
    (first, second) = RunSplitter(metrics, None).runs(HAN, Face.SANS)
    assert first.missing
    assert second.missing
