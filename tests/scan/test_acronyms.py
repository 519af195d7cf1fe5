"""Acronyms between brackets, and what is none."""

import pytest

from graph.scan.acronyms import find_acronyms


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Research & Development (R&D) helpt.", {"R&D": "Research & Development"}),
        ("De GGZ (Geestelijke Gezondheids Zorg).", {"GGZ": "Geestelijke Gezondheids Zorg"}),
        ("Zorg in Beeld (zib) en Zorg (Zorg).", {}),  # one capital or none makes no acronym
        ("Open Zorg Twente (" + "A" * 50_000, {}),
    ],
)
def test_what_stands_between_brackets(text: str, named: dict[str, str]) -> None:
    """A word with two capitals is one, and stands for the words before it or between brackets."""
    assert find_acronyms([text])[0] == named
