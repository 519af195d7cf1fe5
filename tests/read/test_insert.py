"""One more entry in a section: it is there, and every other byte is as it was."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.errors import SourceError
from graph.read.insert import insert_entry
from graph.read.yaml import parse_yaml

ENTRY = {"file": "a.md", "original": {"file": "a.md", "title": '"x: y"'}}
WRITTEN = '  new:\n    file: a.md\n    original:\n      file: a.md\n      title: "x: y"\n'


def insert(text: str) -> str:
    """Add the entry to `sources`."""
    return insert_entry(text.encode(), "e.yaml", "sources", "new", ENTRY).decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("sources:\n  a:\n    file: x\n", "\nend: 1\n"),
        ("# top\nsources: # them\n  a:\n    file: x # why\n", "\n# behind\nend: 1\n"),
        ("sources:\n  a: {file: x, original: {}}\n", ""),
        ("sources:\n  a:\n    note: >-\n      lang\n      verhaal\n", "\nend: |\n  tekst\n"),
        ("sources:\n  a:\n    list:\n      - 1\n      - b: 2\n", "\n\nend: 1\n"),
        ("sources:\n  a:\n    list: [1,\n      2]\n", "end: 1\n"),
        ('sources:\n  a:\n    note: "één\n      twee"\n', "end: 1\n"),
        ("sources:\n  a:\n    file:\n", "end: 1\n"),
    ],
)
def test_it_stands_behind_the_last(before: str, after: str) -> None:
    """Behind a comment on its line, a folded text, a list, a value without text."""
    assert insert(before + after) == before + WRITTEN + after


def test_an_empty_section_is_opened() -> None:
    """Braces and a tilde go, a comment stays; a file may end without a line end."""
    assert insert("sources: {} # none yet\nend: 1\n") == f"sources: # none yet\n{WRITTEN}end: 1\n"
    assert insert("sources:   ~\nend: 1\n") == f"sources:\n{WRITTEN}end: 1\n"
    assert insert("end: 1\nsources:") == f"end: 1\nsources:\n{WRITTEN}"
    assert insert("sources:\n  a:\n    f: x") == f"sources:\n  a:\n    f: x\n{WRITTEN}"


def test_the_indent_is_that_of_the_others() -> None:
    """Whatever the file uses."""
    assert insert("sources:\n    a:\n      f: x\n").startswith(
        "sources:\n    a:\n      f: x\n    new:\n      file: a.md\n"
    )


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_line_ends_and_the_mark_stay(end: str, mark: bytes) -> None:
    """A file of another system keeps its line ends, and gets the entry with the same."""
    before = "sources:\n  a:\n    file: één\nend: 1\n"
    data = mark + before.replace("\n", end).encode()

    new = insert_entry(data, "e.yaml", "sources", "new", ENTRY)

    expected = before.replace("end:", f"{WRITTEN}end:").replace("\n", end)
    assert new == mark + expected.encode()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{sources: {}}", "e.yaml: 'sources' leaves no place for an entry"),
        ("sources: {a: {f: x}}", "e.yaml: 'sources' leaves no place for an entry"),
        ("sources: [a]", "e.yaml: 'sources' leaves no place for an entry"),
        ("title: x", "e.yaml: there is no 'sources', put a line 'sources:' in it"),
        ("- a", "e.yaml: 'sources' leaves no place for an entry"),
        ("a: 'b", "e.yaml:1: not YAML"),
    ],
)
def test_where_there_is_no_place_nothing_is_written(text: str, said: str) -> None:
    """One sentence says what to change."""
    with pytest.raises(SourceError) as caught:
        insert(text)
    assert str(caught.value).startswith(said)


VALUES = st.recursive(
    st.text(alphabet="ab#: '\"é\n", max_size=6),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from("pq"), inner),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from("abc"), VALUES, min_size=1), st.booleans(), st.booleans())
def test_other_entries_keep_their_bytes(entries: dict[str, object], flow: bool, end: bool) -> None:
    """Whatever stands in the section: taken out again, the entry leaves the file as it was."""
    import yaml

    body = yaml.safe_dump({"sources": entries}, default_flow_style=None if flow else False)
    text = body + ("end: '1'\n" if end else "")
    try:
        new = insert(text)
    except SourceError:
        assert "{" in text.split("\n")[0]
        return

    assert new.replace(WRITTEN, "", 1) == text
    root, problems = parse_yaml(new, "e.yaml")
    assert problems == []
    assert root["sources"].pop("new") == {
        "file": "a.md",
        "original": {"file": "a.md", "title": "x: y"},
    }
    assert root == parse_yaml(text, "e.yaml")[0]
