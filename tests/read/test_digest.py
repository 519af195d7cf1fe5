"""Digests: paragraphs, the lines they render, and what is wrong with their markers."""

import pytest

from graph.read.digest import Passage, normalise, read_digest

MARKERS = {
    "[r. 17]": (17,),
    "[r. 17-19]": (17, 18, 19),
    "[r. 17–19]": (17, 18, 19),
    "[r. 17 - 19]": (17, 18, 19),
    "[r. 17, 23]": (17, 23),
    "[r. 23,17]": (17, 23),
    "[r. 3-4, 4-5]": (3, 4, 5),
    "[r.17]": (17,),
    "[r. 017]": (17,),
}


@pytest.mark.parametrize(("marker", "lines"), MARKERS.items(), ids=list(MARKERS))
def test_a_marker_names_the_lines_that_a_paragraph_renders(
    marker: str, lines: tuple[int, ...]
) -> None:
    """Numbers and ranges; the marker itself is no part of the text."""
    digest = read_digest("d.md", f"# Kop\n\n{marker} Tekst.\n")

    assert digest.passages == (Passage(text="Tekst.", at=3, lines=lines),)
    assert digest.problems == ()


BAD_MARKERS = [
    *("[r. ]", "[r. x]", "[r. 0]", "[r. 5-3]", "[r. 1,]", "[r. 1;2]", "[r. -1]", "[r. 1-2-3]"),
    *("[r. 1.5]", "[r. ٣]", "[r. 1-99999999999]", "[r. " + "9" * 30 + "]", "[r 17]", "[R. 17]"),
    *("[regel 17]", "[r17]", "[regels 17-19]", "[ r. 17]"),
]


@pytest.mark.parametrize("marker", BAD_MARKERS)
def test_a_marker_that_names_no_lines_is_a_problem(marker: str) -> None:
    """The paragraph stays, so that its quotes are not missed as well; its lines are not known."""
    digest = read_digest("d.md", f"# Kop\n\n[r. 1] Een.\n\n{marker} Twee.\n")

    assert [(line, str(said)) for line, said in digest.problems] == [
        (
            5,
            f"marker {marker!r} is not a line number or a range, "
            "write '[r. 17]', '[r. 17-19]' or '[r. 17, 23]'",
        ),
    ]
    assert digest.passages == (
        Passage(text="Een.", at=3, lines=(1,)),
        Passage(text="Twee.", at=5, lines=()),
    )


@pytest.mark.parametrize("text", ["[Rotterdam] ligt", "[R&D] is", "[rood] en", "[1] noot"])
def test_text_in_brackets_is_no_marker(text: str) -> None:
    """A document that happens to start with a bracket is still its own digest."""
    digest = read_digest("d.md", text)

    assert digest.passages == (Passage(text=text, at=1, lines=(1,), starts=(0,)),)


def test_a_paragraph_without_a_marker_is_a_problem() -> None:
    """Headings need none."""
    digest = read_digest("d.md", "# Kop\n[r. 1] Een.\n## Kop\n\nTwee\ndrie.\n")

    assert [(line, str(said)) for line, said in digest.problems] == [
        (5, "a paragraph without a marker, start it with one like '[r. 17]'"),
    ]
    assert digest.passages == (
        Passage(text="Een.", at=2, lines=(1,)),
        Passage(text="Twee drie.", at=5, lines=()),
    )


def test_a_marker_inside_a_paragraph_begins_another() -> None:
    """It is a problem once, and the words after it keep their lines."""
    digest = read_digest("d.md", "[r. 1] Een.\n[r. 3] Twee. [r. 5] Drie.")

    assert [(line, str(said)) for line, said in digest.problems] == [
        (2, "marker '[r. 3]' inside a paragraph, put a blank line before it"),
        (2, "marker '[r. 5]' inside a paragraph, put a blank line before it"),
    ]
    assert [(passage.text, passage.at, passage.lines) for passage in digest.passages] == [
        ("Een.", 1, (1,)),
        ("Twee.", 2, (3,)),
        ("Drie.", 2, (5,)),
    ]


def test_a_paragraph_may_run_over_several_lines() -> None:
    """Its lines are joined by one blank."""
    digest = read_digest("d.md", "[r. 3-4] Eerste\n  tweede\t\n\u00a0derde.\n")

    assert digest.passages == (Passage(text="Eerste tweede derde.", at=1, lines=(3, 4)),)


def test_a_document_without_markers_knows_the_lines_of_every_word() -> None:
    """A line is a line of the file then."""
    digest = read_digest("d.txt", "Kop\n\nEen twee\ndrie\n\nvier")

    assert digest.passages == (
        Passage(text="Kop", at=1, lines=(1,), starts=(0,)),
        Passage(text="Een twee drie", at=3, lines=(3, 4), starts=(0, 9)),
        Passage(text="vier", at=6, lines=(6,), starts=(0,)),
    )
    body = digest.passages[1]
    assert [body.lines_of(0, 8), body.lines_of(4, 13), body.lines_of(9, 13)] == [(3,), (3, 4), (4,)]


def test_two_paragraphs_may_render_one_line() -> None:
    """Each line leads to all its passages."""
    digest = read_digest("d.md", "[r. 3] Een.\n\n[r. 3, 5] Twee.")

    assert {line: [p.text for p in found] for line, found in digest.by_line.items()} == {
        3: ["Een.", "Twee."],
        5: ["Twee."],
    }


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("a\u00a0b", "a b"),
        ("a \n\t b", "a b"),
        ("ROS’en", "ROS'en"),
        ("‘huis’", "'huis'"),
        ("e\u0301e\u0301n", "één"),
        (" a ", "a"),
    ],
)
def test_two_ways_of_writing_the_same_words_are_equal(left: str, right: str) -> None:
    """Blanks, apostrophes and composed accents are made one."""
    assert normalise(left) == normalise(right)


@pytest.mark.parametrize(("left", "right"), [("een", "één"), ("Een", "een"), ("“a”", '"a"')])
def test_other_words_stay_other_words(left: str, right: str) -> None:
    """Accents, capitals and double quotes are kept."""
    assert normalise(left) != normalise(right)
