"""Labels to cut: every word on one, none over its edge, so many to a sheet as the texts let."""

import random

import pytest

from cjmapper.geometry import Rect, Size
from cjmapper.layout.label_sheets import (
    LEAST,
    PAD,
    LabelSheet,
    LabelText,
    blank_sheets,
    lay_out_labels,
)
from cjmapper.model.vocabulary import CardKind
from cjmapper.text.metrics import load_metrics
from cjmapper.text.wrap import Typesetter

TYPESETTER = Typesetter(load_metrics(), "nb")
A4, A4_LYING, A3 = Size(210.0, 297.0), Size(297.0, 210.0), Size(420.0, 297.0)
WORDS = ("parkering", "kø", "forbrukertilfredshetsundersøkelse", "bord", "å", "bestillingssystem")


def said(name: str, text: str, place: str = "3 · Bestiller bord") -> LabelText:
    return LabelText(id=name, kind=CardKind.PAIN, head="Smertepunkt", text=text, place=place)


def sheets(texts: list[str], page: Size = A4) -> tuple[LabelSheet, ...]:
    labels = [said(f"c{number}", text) for number, text in enumerate(texts)]
    inside = Rect(0.0, 0.0, page.width, page.height).grown(-10.0)
    return lay_out_labels(labels, page, inside, TYPESETTER)


def shown(some: tuple[LabelSheet, ...], name: str) -> str:
    lines = [
        line.text
        for sheet in some
        for label in sheet.labels
        if label.said.id == name
        for line in label.text.lines
    ]
    return "".join("".join(line.split()) for line in lines)


def test_short_texts_stand_three_across_and_seven_down_on_an_a4() -> None:
    first, second = sheets(["Kø"] * 22)
    assert [len(first.labels), len(second.labels)] == [21, 1]
    assert [label.said.id for label in first.labels][:4] == ["c0", "c1", "c2", "c3"]
    assert first.labels[1].box.x == pytest.approx(first.labels[0].box.right)
    assert first.labels[3].box.y == pytest.approx(first.labels[0].box.bottom)


@pytest.mark.parametrize("page", [A4, A4_LYING, A3])
def test_neighbours_share_a_cut_and_no_label_is_too_small(page: Size) -> None:
    for sheet in sheets(["Kø", "Lang " * 60, "Lengre " * 300] * 9, page):
        for label in sheet.labels:
            assert label.box.width >= LEAST.width - 0.01
            assert label.box.height >= LEAST.height - 0.01
            for cut in (label.box.x, label.box.right):
                assert any(abs(cut - x) < 0.001 for x in sheet.cuts_x)
            for cut in (label.box.y, label.box.bottom):
                assert any(abs(cut - y) < 0.001 for y in sheet.cuts_y)


@pytest.mark.parametrize("page", [A4, A4_LYING, A3])
@pytest.mark.parametrize("seed", range(2))
def test_every_word_is_there_and_inside_its_label_in_ten_points_or_more(
    seed: int, page: Size
) -> None:
    chance = random.Random(seed)  # noqa: S311
    lengths = (1, 3, 8, 20, 60, 200, 700)
    texts = [" ".join(chance.choices(WORDS, k=chance.choice(lengths))) for _ in range(10)]
    some = sheets(texts, page)
    for number, text in enumerate(texts):
        assert shown(some, f"c{number}") == "".join(text.split())
    for sheet in some:
        for label in sheet.labels:
            assert label.text.style.size >= 10 * 25.4 / 72 - 0.001
            assert label.head.bottom <= label.text.y + 0.001
            assert label.text.bottom <= label.place.y + 0.001
            assert label.place.bottom <= label.box.height - PAD + 0.001
            for block in (label.head, label.text, label.place):
                right = max((line.width(block.style.size) for line in block.lines), default=0.0)
                assert block.x + right <= label.box.width - PAD + 0.001


def test_what_no_sheet_holds_goes_on_upon_the_next_and_says_so() -> None:
    heads = [label.said.head for sheet in sheets(["bord " * 2500]) for label in sheet.labels]
    assert len(heads) > 1
    assert heads[0] == f"Smertepunkt (1/{len(heads)})"


def test_there_is_a_full_sheet_of_empty_labels_for_each_kind() -> None:
    inside = Rect(0.0, 0.0, 210.0, 297.0).grown(-10.0)
    kinds = [said("pain", "", ""), said("gain", "", "")]
    some = blank_sheets(kinds, A4, inside, TYPESETTER)
    assert [{label.said.id for label in sheet.labels} for sheet in some] == [{"pain"}, {"gain"}]
    assert [len(sheet.labels) for sheet in some] == [21, 21]


def test_a_short_text_is_set_large_and_only_its_rows_are_cut() -> None:
    (sheet,) = sheets(["Kø"] * 4)
    for label in sheet.labels:
        assert label.text.style.size == pytest.approx(14 * 25.4 / 72)
    assert len(sheet.cuts_y) == 3
    assert sheet.cuts_y[-1] == pytest.approx(sheet.labels[-1].box.bottom)
