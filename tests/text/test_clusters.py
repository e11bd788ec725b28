"""Which characters stay together."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cjmapper.text.clusters import all_alone, cluster_edges, clusters


@given(st.text(max_size=40))
def test_clusters_joined_are_the_text(text: str) -> None:
    assert "".join(clusters(text)) == text
    assert [text[a:b] for a, b in pairwise(cluster_edges(text))] == clusters(text)


@given(st.text(max_size=12) | st.text("aå1 .-«é\u0301\u200d\r\n\ufe0f", max_size=12))
def test_what_is_quickly_told_to_stand_alone_does(text: str) -> None:
    assert not all_alone(text) or clusters(text) == list(text)


def test_words_with_their_usual_marks_are_told_to_stand_alone() -> None:
    assert all_alone("Så «ja», e-post – 100 %: a/b_c…")
    assert not all_alone("a\u0301")
    assert not all_alone("a\r\n")


def test_plain_letters_each_stand_alone() -> None:
    assert clusters("åre") == ["å", "r", "e"]


def test_a_mark_stays_with_its_letter() -> None:
    assert clusters("a\u030are") == ["a\u030a", "r", "e"]


def test_a_family_of_joined_emoji_is_one_cluster() -> None:
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    assert clusters(f"a{family}b") == ["a", family, "b"]


def test_a_skin_tone_and_a_picture_selector_stay_with_their_emoji() -> None:
    assert clusters("\U0001f44d\U0001f3fd❤\ufe0f") == ["\U0001f44d\U0001f3fd", "❤\ufe0f"]


def test_two_letters_of_a_flag_stay_together_and_the_next_two_too() -> None:
    norway, sweden = "\U0001f1f3\U0001f1f4", "\U0001f1f8\U0001f1ea"
    assert clusters(norway + sweden) == [norway, sweden]


def test_the_edges_of_no_text_are_one_place() -> None:
    assert cluster_edges("") == [0]
