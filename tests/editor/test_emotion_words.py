"""What people write for how someone feels: numbers on usual scales, words, faces."""

import pytest

from cjmapper.editor.emotion_words import are_values, values_of


@pytest.mark.parametrize(
    ("texts", "values"),
    [
        (["-2", "0", "+1,5"], [-2.0, 0.0, 1.5]),
        (["−1", "2"], [-1.0, 2.0]),
        (["1", "3", "5"], [-2.0, 0.0, 2.0]),
        (["0", "7.5", "10"], [-2.0, 1.0, 2.0]),
        (["-5", "5"], [-2.0, 2.0]),
        (["20 %", "100 %"], [-1.2, 2.0]),
        (["glad", "Misfornøyd", "överlycklig"], [1.0, -1.0, 2.0]),
        (["very happy", "mycket nöjd", "veldig trist"], [2.0, 2.0, -2.0]),
        (["😡", "🙂", "☹️"], [-2.0, 1.0, -1.0]),
        (["waits", ""], [None, None]),
        (["2026-01-02"], [None]),
        (["1000", "3"], [None, None]),
    ],
)
def test_each_is_read_as_its_value(texts: list[str], values: list[float | None]) -> None:
    assert [value for value, _ in values_of(texts)] == values


def test_words_after_a_number_are_kept() -> None:
    assert values_of(["-1 venter lenge", "2: endelig"]) == (
        (-1.0, "venter lenge"),
        (2.0, "endelig"),
    )


@pytest.mark.parametrize(
    ("texts", "whether"),
    [(["1", "", "happy"], True), (["1", "waits"], False), (["", ""], False)],
)
def test_a_row_is_one_of_values_only_where_all_of_it_is(texts: list[str], whether: bool) -> None:
    assert are_values(texts) is whether
