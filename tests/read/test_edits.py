"""Edits in place: what is edited becomes what was asked, and every other byte stays."""

import codecs

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from graph.model.errors import SourceError
from graph.read.edits import Edit, apply_edits, edit_text, find_value, remove_item, replace_value
from graph.read.nodes import read_nodes
from graph.read.text import decode_text

FILE = """\
# top
a: {b: [1, 'two' ]} # behind
c:
  - d: >-
      lang
      verhaal

  # between
  - d:
e: "één" # end
"""


def replace(text: str, path: tuple[str | int, ...], new: str) -> str:
    """Replace one value."""
    return edit_text(text, [replace_value(text, find_value(read_nodes(text), path), new)])


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        (("a", "b", 0), "[1,", "[x,"),
        (("a", "b", 1), "'two' ]", "x ]"),
        (("c", 0, "d"), ">-\n      lang\n      verhaal\n", "x\n"),
        (("c", 1, "d"), "- d:\ne", "- d: x\ne"),
        (("e",), '"één" #', "x #"),
    ],
)
def test_a_value_is_replaced(path: tuple[str | int, ...], before: str, after: str) -> None:
    """In braces, in a block of text, where there is none, between quotes."""
    assert replace(FILE, path, "x") == FILE.replace(before, after)


@pytest.mark.parametrize(
    "path", [("x",), ("a", 0), ("c", "d"), ("c", 2), ("c", -1), ("e", "f"), ("a", "b", 0, "x")]
)
def test_a_way_to_nothing(path: tuple[str | int, ...]) -> None:
    """No key, no place in a list, or the wrong kind of step."""
    assert find_value(read_nodes(FILE), path) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: b \t\nc: d", "b"),
        ("a: *b\nc: d", "*b"),
        ("a: &b x\nc: &b y", "x"),
        ("a: b\n---\nc: d", "b"),
    ],
)
def test_what_the_check_reads_has_nodes(text: str, value: str) -> None:
    """A tab behind a value, a reference to nothing, a name twice, a second document."""
    node = find_value(read_nodes(text), ("a",))

    assert node is not None
    assert node.value == value


def test_what_has_no_nodes() -> None:
    """Where nothing helps it is one sentence with its line."""
    with pytest.raises(SourceError, match=r"^e\.yaml:2: not YAML: "):
        read_nodes("a: b\nc: [d", "e.yaml")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: [x, y, x]\n", "a: [x, y]\n"),
        ("a: [x, y, {b: 1}] # c\n", "a: [x, y] # c\n"),
        ("a:\n  - x\n  - y\n  - x\n", "a:\n  - x\n  - y\n"),
        ("a:\n- x\n- y\n- b: >-\n    c\n\n    d\n\ne: 1\n", "a:\n- x\n- y\n\ne: 1\n"),
        ("a:\n  - x\n  - y\n  - b:\n      - 1\n    c:\n  # d\n", "a:\n  - x\n  - y\n  # d\n"),
        ("a:\n  - x\n  - y\n  - x", "a:\n  - x\n  - y\n"),
        ("a:\n  - x\n  - y\n  - x # why\n", None),
        ("a: [x, y, # why\n  x]\n", None),
        ("a:\n  - x\n  - y\n  -\n    b: 1\n", None),
    ],
)
def test_an_item_is_taken_out(before: str, after: str | None) -> None:
    """With all its lines and no comment; where one would go along, not at all."""
    items = find_value(read_nodes(before), ("a",))

    edit = remove_item(before, items, 2)

    assert (edit and edit_text(before, [edit])) == after


@pytest.mark.parametrize("position", [-1, 0, 3])
def test_the_first_item_stays(position: int) -> None:
    """So that a list is never left empty."""
    text = "a: [x, y, z]"

    assert remove_item(text, find_value(read_nodes(text), ("a",)), position) is None


def test_edits_come_in_any_order() -> None:
    """What is put in at one place keeps the order given, and stands before what is replaced."""
    edits = [Edit(4, 5, "E"), Edit(1, 1, "+"), Edit(1, 2, "B"), Edit(1, 1, "-"), Edit(2, 2, "*")]

    assert edit_text("abcde", edits) == "a+-B*cdE"
    assert edit_text("abcde", []) == "abcde"
    assert edit_text("", [Edit(0, 0, "x")]) == "x"


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(0, 3, ""), Edit(2, 4, "")],
        [Edit(0, 3, ""), Edit(2, 2, "x")],
        [Edit(3, 2, "")],
        [Edit(4, 6, "")],
        [Edit(-1, 1, "")],
    ],
)
def test_edits_that_cannot_be_made(edits: list[Edit]) -> None:
    """Two that overlap, an end before its start, and places outside the text."""
    with pytest.raises(ValueError, match="of 5"):
        edit_text("abcde", edits)
    with pytest.raises(ValueError, match="of 5"):
        apply_edits(b"abcde", "e.yaml", edits)


def test_what_is_no_text() -> None:
    """Bytes of another encoding are refused as everywhere."""
    with pytest.raises(SourceError, match="UTF-8"):
        apply_edits(b"a: \xe9", "e.yaml", [])


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_line_ends_and_the_mark_stay(end: str, mark: bytes) -> None:
    """A file of another system keeps its line ends, and what is new gets the same."""
    data = mark + FILE.replace("\n", end).encode()
    text = decode_text(data, "e.yaml")
    node = find_value(read_nodes(text), ("e",))

    new = apply_edits(data, "e.yaml", [Edit(0, 0, "# é\n"), replace_value(text, node, "x")])

    assert new == mark + ("# é\n" + FILE.replace('"één"', "x")).replace("\n", end).encode()


def test_odd_characters_stay() -> None:
    """What is read as a blank, as YAML sees a line end in it, stays what it was."""
    data = "a: x\u2028y\r\nb: 1\x85\n".encode()
    text = decode_text(data, "e.yaml")
    place = text.index("1")

    assert apply_edits(data, "e.yaml", [Edit(place, place + 1, "2")]) == (
        "a: x\u2028y\r\nb: 2\x85\n".encode()
    )


LETTERS = st.text(alphabet="ab é\r\n\u2028\ufeff", max_size=12)


@given(
    st.lists(st.tuples(LETTERS, LETTERS, LETTERS), max_size=6),
    st.sampled_from(["\r\n", "\r", "\n"]),
    st.booleans(),
)
def test_every_other_byte_stays(pieces: list[tuple[str, str, str]], end: str, marked: bool) -> None:
    """
    The result is what is kept with what is new between it, whatever stands in the file.

    A file is drawn as pieces: what stays, what goes, and what comes for it. The letters behind the
    first two keep a line end of two characters, which counts as one, in one piece.
    """
    raw = wanted = f"#{end}"
    at = 2
    edits = []
    for stays, goes, new in pieces:
        raw += f"{stays}s{goes}g"
        at += len(f"{stays}s".replace("\r\n", "\n"))
        size = len(f"{goes}g".replace("\r\n", "\n"))
        lines = new.replace("\r", "").split("\n")
        edits.append(Edit(at, at + size, "\n".join(lines)))
        wanted += f"{stays}s{end.join(lines)}"
        at += size
    mark = codecs.BOM_UTF8 if marked else b""

    assert apply_edits(mark + raw.encode(), "e.yaml", edits) == mark + wanted.encode()


VALUES = st.recursive(
    st.text(alphabet="ab#: '\"é\n", max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("pqr"), inner),
    max_leaves=8,
)


def ways(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """List the way to every text in a value."""
    if isinstance(value, dict):
        return [way for key, one in value.items() for way in ways(one, (*path, key))]
    if isinstance(value, list):
        return [way for place, one in enumerate(value) for way in ways(one, (*path, place))]
    return [path]


def put(value: object, path: tuple[str | int, ...], new: str) -> object:
    """Give a value in which one text is another."""
    if not path:
        return new
    step, *rest = path
    if isinstance(value, dict):
        return {k: put(one, tuple(rest), new) if k == step else one for k, one in value.items()}
    assert isinstance(value, list)
    return [put(one, tuple(rest), new) if i == step else one for i, one in enumerate(value)]


@given(st.dictionaries(st.sampled_from("abc"), VALUES, min_size=1), st.data())
def test_one_value_changes_alone(entries: dict[str, object], data: st.DataObject) -> None:
    """Whatever the layout: read again, the file holds the new value and everything else it had."""
    found = ways(entries)
    if not found:
        return
    way = data.draw(st.sampled_from(found))
    flow = data.draw(st.sampled_from([True, False, None]))
    style = data.draw(st.sampled_from([None, "'", '"', "|", ">"]))
    text = yaml.safe_dump(entries, default_flow_style=flow, default_style=style)

    new = replace(text, way, '"é: #"')

    assert yaml.load(new, Loader=yaml.BaseLoader) == put(entries, way, "é: #")
