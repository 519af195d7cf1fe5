"""How many columns text takes, and where it is broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.write.width import fold, width_of


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("Één", 3),
        ("cafe\u0301", 4),
        ("a\u0301\u0328", 1),  # two marks on one letter
        ("東京", 4),
        ("한국", 4),
        ("\u1112\u1161\u11ab", 2),  # one syllable, as three letters
        ("ก็", 1),  # a vowel that stands above, of combining class 0
        ("ﾊﾝ", 2),  # half-width katakana
        ("❤", 1),
        ("❤\ufe0f", 2),  # the same, asked for as a picture
        ("👍🏽", 2),  # a colour of skin
        ("👨\u200d👩\u200d👧", 2),  # three people, one picture
        ("🇳🇱", 2),
        ("co\u00adop", 5),  # a soft hyphen takes its place on a terminal
        ("", 0),
    ],
)
def test_columns_of_text(text: str, columns: int) -> None:
    """As `wcwidth` 0.9.4 counts them; only its soft hyphen depends on the terminal."""
    assert width_of(text) == columns


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 5, [""]),
        ("  zo als het staat", 20, ["  zo als het staat"]),
        ("een twee drie", 8, ["een twee", "drie"]),
        ("een  twee", 4, ["een", "twee"]),
        ("samenwerking", 5, ["samen", "werki", "ng"]),
        ("a samenwerking", 5, ["a", "samen", "werki", "ng"]),
        ("anw-diensten-achterhoek", 13, ["anw-diensten-", "achterhoek"]),
        ("-5 -6", 2, ["-5", "-6"]),
        ("東京都庁", 5, ["東京", "都庁"]),
        ("cafe\u0301e\u0301", 4, ["cafe\u0301", "e\u0301"]),
        ("東", 1, ["東"]),
    ],
)
def test_where_text_is_broken(text: str, width: int, lines: list[str]) -> None:
    """Between words; else behind a hyphen; else anywhere but between a letter and its mark."""
    assert fold(text, width) == lines


@given(st.text(), st.integers(2, 40))
def test_nothing_is_lost(text: str, width: int) -> None:
    """No line is wider than it may be, and only blanks go where a line ends."""
    line = " ".join(text.split())
    folded = fold(line, width)

    assert all(width_of(part) <= width for part in folded)
    assert "".join(folded).replace(" ", "") == line.replace(" ", "")
