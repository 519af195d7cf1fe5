"""Text on a terminal."""

import pytest

from graph.write.terminal import show, show_lines


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("GGD Flevoland", "GGD Flevoland"),
        ("rood\x1b[31m", "rood\\x1b[31m"),
        ("kop\r\nregel", "kop\\x0d\\x0aregel"),
        ("bel\x07", "bel\\x07"),
        ("c1\x9b2J", "c1\\x9b2J"),
        ("om\u202egekeerd", "om\\u202egekeerd"),
        ("los\ud800", "los\\ud800"),
        ("regel\u2028einde", "regel\\u2028einde"),
        ("שלום 🏥 één", "שלום 🏥 één"),
    ],
)
def test_control_characters_are_shown(text: str, shown: str) -> None:
    """What a terminal would obey is shown as an escape; letters of any script stay."""
    assert show(text) == shown


def test_lines_stay_lines() -> None:
    """The ends of lines of a message stay, and nothing else that a terminal obeys."""
    assert show_lines("een\ntwee\x1b[2J") == "een\ntwee\\x1b[2J"
