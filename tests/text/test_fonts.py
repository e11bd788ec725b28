"""The bundled font files: what they cover, what they are called, what was taken out of them."""

import pytest
from fontTools.ttLib import TTFont

from cjmapper.text.fonts import EMOJI_FAMILY, FAMILY, SANS_FAMILY, Face, font_file
from cjmapper.text.metrics import UNITS_PER_EM, Metrics

SANS_FACES = [face for face in Face if face is not Face.EMOJI]
LATIN = "æøåäöÆØÅÄÖéüñçßÉÜčđŋšŧžČĐŊŠŦŽáÁ" + "".join(map(chr, range(0x20, 0x7F)))
GREEK_AND_CYRILLIC = "αβγδωΑΩέώ" + "абвгдяАЯёЁіїєґ"
SIGNS = "▼★▲●○■□→←↑↓−–—«»…·•“”\u2018’„§°±×÷½€£$¥©®™✓\u00a0\u2009\u202f\u2010\u2011"
NEEDED = LATIN + GREEK_AND_CYRILLIC + SIGNS


@pytest.mark.parametrize("face", SANS_FACES)
def test_every_sans_face_has_the_letters_and_signs_of_our_languages(
    face: Face, metrics: Metrics
) -> None:
    advances = metrics.face(face).advances
    assert [letter for letter in NEEDED if ord(letter) not in advances] == []


def test_the_sans_faces_cover_the_same_characters(metrics: Metrics) -> None:
    covered = {frozenset(metrics.face(face).advances) for face in SANS_FACES}
    assert len(covered) == 1


def test_the_emoji_face_has_common_emoji_and_no_plain_letters(metrics: Metrics) -> None:
    advances = metrics.face(Face.EMOJI).advances
    assert [sign for sign in "😀🙂😐🙁😡👍🎉📞📱💡🚗" if ord(sign) not in advances] == []
    assert not [code for code in advances if code < 0x80]


@pytest.mark.parametrize("face", list(Face))
def test_the_table_of_advances_is_what_the_font_file_says(face: Face, metrics: Metrics) -> None:
    with TTFont(font_file(face)) as font:
        widths = font["hmtx"]
        expected = {code: widths[glyph][0] for code, glyph in font.getBestCmap().items()}
        row = metrics.face(face)
        assert row.advances == expected
        assert font["head"].unitsPerEm == row.units_per_em == UNITS_PER_EM
        assert (row.ascent, row.descent) == (font["hhea"].ascent, -font["hhea"].descent)


@pytest.mark.parametrize("face", list(Face))
def test_no_font_moves_or_replaces_a_glyph(face: Face) -> None:
    with TTFont(font_file(face)) as font:
        assert {"GPOS", "GSUB", "kern"}.isdisjoint(font.keys())


@pytest.mark.parametrize("face", list(Face))
def test_every_font_has_a_private_family_name_and_keeps_its_licence(face: Face) -> None:
    with TTFont(font_file(face)) as font:
        names = font["name"]
    family = EMOJI_FAMILY if face is Face.EMOJI else SANS_FAMILY
    assert FAMILY[face] == family == names.getDebugName(16)
    for name_id in (1, 3, 4, 6, 16, 17):
        text = names.getDebugName(name_id)
        assert "Inter" not in text
        assert "Noto" not in text
    assert names.getDebugName(1).startswith(family)
    assert "SIL Open Font License" in names.getDebugName(13)


def test_the_licence_texts_lie_beside_the_fonts() -> None:
    folder = font_file(Face.SANS).parent
    for name in ("OFL-Inter.txt", "OFL-NotoEmoji.txt"):
        assert "SIL OPEN FONT LICENSE" in (folder / name).read_text(encoding="utf-8").upper()


@pytest.mark.parametrize("face", SANS_FACES)
def test_a_sans_face_has_heights_that_stand_in_order(face: Face, metrics: Metrics) -> None:
    row = metrics.face(face)
    assert 0 < row.descent < row.x_height < row.cap_height < row.ascent < UNITS_PER_EM
