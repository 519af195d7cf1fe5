"""Reading a data file: text stays text, every value knows its line, nothing blows up."""

import os
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT

from graph.model.errors import SourceError
from graph.read.document import BROKEN, Map, Seq, format_path, say_text
from graph.read.load import load_document

KUSTLAND = ROOT / "tests" / "data" / "kustland"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Each test works in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read(content: str | bytes, name: str = "data.yaml") -> Any:
    """Write a file and read it back: what stands at its top."""
    return load(content, name).root


def load(content: str | bytes, name: str = "data.yaml") -> Any:
    """Write a file and load it."""
    Path(name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return load_document(name)


SCALARS = [
    *("NO", "no", "off", "yes", "true", "012", "0344", "08123456", "1_000", "0x1F", "1e3", ".inf"),
    *("2016", "2016-05", "2016-05-12", "2016-05-12T10:00:00Z", "12:30:45", "=", "<", "1.0", "-1"),
]


@pytest.mark.parametrize("text", SCALARS)
def test_text_stays_text(text: str) -> None:
    """No word becomes a boolean, no digits a number, no date a date."""
    assert read(f"key: {text}\nlist: [{text}]\n") == {"key": text, "list": [text]}


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_none(text: str) -> None:
    """Each way of writing nothing means that the field is not given."""
    assert read(f"key: {text}\n") == {"key": None}


@pytest.mark.parametrize("text", ["~", "null", ""])
def test_nothing_in_quotes_is_text(text: str) -> None:
    """Who quotes it means the sign."""
    assert read(f"key: \"{text}\"\nother: '{text}'\n") == {"key": text, "other": text}


def test_a_key_is_text_whatever_it_looks_like() -> None:
    """A year or a `no` may be an id."""
    assert read("2016: a\nno: b\n~: c\n") == {"2016": "a", "no": "b", "~": "c"}


def test_every_value_knows_its_line() -> None:
    """The line of a key, or of an item of a list, from 1; else of what holds it."""
    document = load("# one\na:\n  - b\n  - c: {d: e}\n\nf: >-\n  g\n  h\ni: j\n")

    lines = {
        path: document.line_of(path)
        for path in [("a",), ("a", 0), ("a", 1, "c", "d"), ("f",), ("i",), ("a", 9), ("x", "y")]
    }

    assert lines == {
        ("a",): 2,
        ("a", 0): 3,
        ("a", 1, "c", "d"): 4,
        ("f",): 6,
        ("i",): 9,
        ("a", 9): 2,
        ("x", "y"): 1,
    }


@pytest.mark.parametrize(
    "content",
    [
        "a: é\nb: c\n".encode("utf-8-sig"),
        "a: é\r\nb: c\r\n".encode(),
        "a: é\rb: c\r".encode(),
        "a: é\nb: c".encode(),
    ],
    ids=["byte order mark", "line ends of Windows", "line ends of the old Mac", "no last line end"],
)
def test_marks_and_line_ends_do_not_matter(content: bytes) -> None:
    """Editors differ; what they save is the same file."""
    document = load(content)

    assert document.root == {"a": "é", "b": "c"}
    assert document.line_of(("b",)) == 2


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
def test_a_line_is_a_line_of_the_editor(sign: str) -> None:
    """Separators that come along from a PDF end no line, so that the numbers stay right."""
    document = load(f"a: een{sign}twee\nb: c\n")

    assert document.root == {"a": "een twee", "b": "c"}
    assert document.line_of(("b",)) == 2


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "data.yaml: empty"),
        (b" \n\t\r\n", "data.yaml: empty"),
        (b"\xef\xbb\xbf", "data.yaml: empty"),
        (b"a: b\nc: \xe9\n", "data.yaml:2: not UTF-8, save the file as UTF-8"),
        ("a: é\n".encode("utf-16"), "data.yaml:1: not UTF-8, save the file as UTF-8"),
        (
            b"a: b\n\nc: d\0\n",
            "data.yaml:3: not YAML: character U+0000 is not allowed, "
            "delete it, or write it as an escape in double quotes",
        ),
    ],
    ids=["nothing", "blanks", "only a mark", "latin-1", "utf-16", "NUL"],
)
def test_bytes_that_are_no_text_are_refused(content: bytes, message: str) -> None:
    """The message says the line, and what to do."""
    with pytest.raises(SourceError) as caught:
        load(content)

    assert str(caught.value) == message


def test_a_missing_file_says_how_to_start_one() -> None:
    """Its first line names the file and the option."""
    with pytest.raises(SourceError) as caught:
        load_document("elders/data.yaml")

    assert str(caught.value).split("\n") == [
        "elders/data.yaml: no such file, name another with --data FILE, "
        "start a project with 'collabgraph init', or start a file with these lines:",
        "",
        "schema: 2",
        "title: Collaboration in my region",
        "language: en",
        "sources: {}",
        "organisations: {}",
        "partnerships: {}",
        "",
    ]


def test_a_missing_file_is_one_beside_it(tmp_path: Path) -> None:
    """A name that is nearly that of a file in the same folder is taken for that."""
    (tmp_path / "entities.yaml").write_text("schema: 2\n")

    with pytest.raises(SourceError) as caught:
        load_document(tmp_path / "entites.yaml")

    assert str(caught.value) == (
        f"{tmp_path}/entites.yaml: no such file, did you mean '{tmp_path}/entities.yaml'?"
    )


def test_a_folder_is_no_file(folder: Path) -> None:
    """The message says what to name instead."""
    with pytest.raises(SourceError) as caught:
        load_document(folder)

    assert str(caught.value) == f"{folder}: a folder, not a file, name the file in it"


@pytest.mark.parametrize("name", ["x" * 5000, "a\0b", "data.yaml/x"], ids=["long", "NUL", "under"])
def test_a_path_that_cannot_be_is_refused(name: str) -> None:
    """The system's refusal is told as any other."""
    Path("data.yaml").write_text("a: b\n", "utf-8")

    with pytest.raises(SourceError):
        load_document(name)


def test_a_path_may_hold_blanks_and_accents() -> None:
    """Digests are found from the folder of the file, not from where one stands."""
    place = Path("één map/twee  mappen")
    (place / "mijn teksten").mkdir(parents=True)
    (place / "mijn teksten" / "bron één.md").write_text("[r. 1] Tekst.", "utf-8")

    document = load("sources: {s: {file: mijn teksten/bron één.md}}\n", f"{place}/mijn data.yaml")

    assert list(document.digests) == ["mijn teksten/bron één.md"]
    assert document.problems == ()


def test_a_digest_may_have_the_line_ends_of_windows() -> None:
    """Its paragraphs and lines are the same."""
    Path("s.md").write_bytes(
        b"\xef\xbb\xbf# Kop\r\n\r\n[r. 3] Een\r\ntwee.\r\n\r\n[r. 5] Drie.\r\n"
    )

    (digest,) = load("sources: {s: {file: s.md}}\n").digests.values()

    assert [(p.text, p.at, p.lines) for p in digest.passages] == [
        ("Een twee.", 3, (3,)),
        ("Drie.", 6, (5,)),
    ]


def test_a_digest_that_is_not_utf_8_is_a_problem_of_its_source() -> None:
    """The message says the line of the digest; the rest of the file is read all the same."""
    Path("s.md").write_bytes(b"[r. 1] Een.\n\n[r. 3] E\xe9n.\n")

    document = load("sources:\n  s: {file: s.md}\ntitle: x\n")

    assert [(p.line, p.path, p.message) for p in document.problems] == [
        (
            2,
            "sources.s.file",
            "digest cannot be used: s.md:3: not UTF-8, save the file as UTF-8",
        ),
    ]
    assert document.digests == {}


def test_only_folders_of_digests_are_searched_for_digests_without_a_source() -> None:
    """A README is no digest, nor is a text beside the data file."""
    for name in ("seeds/a.md", "seeds/README.md", "seeds/b.txt", "more/c.md", "more/d.md", "e.md"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text("Tekst.", "utf-8")

    document = load("sources: {c: {file: ./more//c.md}, e: {file: e.md}}\n")

    assert document.unnamed == ("more/d.md", "seeds/a.md")


def test_aliases_cannot_blow_up() -> None:
    """A billion laughs are ten small lists and forty problems."""
    text = "a0: &a0 [ha, ha]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 40)
    )
    start = time.perf_counter()

    document = load(text)

    assert time.perf_counter() - start < 1
    assert len(document.problems) == 40 + 39 * 9
    assert document.root["a39"] == [BROKEN] * 9


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 50_000,
        "a: " + "{a: " * 20_000,
        "".join(" " * n + "a:\n" for n in range(300)),
        "- " * 2000,
    ],
    ids=["lists", "maps", "indented", "items"],
)
def test_deep_nesting_is_refused_at_once(text: str) -> None:
    """No stack overflows, and no time is lost."""
    start = time.perf_counter()

    with pytest.raises(SourceError):
        load(text)

    assert time.perf_counter() - start < 2


def test_keys_of_keys_are_read_away() -> None:
    """However deep they go, they are one problem."""
    document = load("? " * 2000)

    assert [problem.message for problem in document.problems] == [
        "a key that is not text, put text that starts with '{' in quotes"
    ]


def test_a_huge_text_is_read() -> None:
    """Ten million characters are one value."""
    root = read(f"name: {'zorg ' * 2_000_000}\nother: x\n")

    assert (len(root["name"]), root["other"]) == (9_999_999, "x")


def test_a_problem_of_yaml_knows_the_way_to_its_place() -> None:
    """The path goes through maps and lists alike."""
    document = load("a:\n  - b: c\n    d: [x, !t y, {e: *f, &g h: i}]\n")

    assert [(p.line, p.path, p.message) for p in document.problems] == [
        (
            3,
            "a[0].d[1]",
            "tag '!t' is not allowed, leave it out, or put the text in double quotes",
        ),
        (
            3,
            "a[0].d[2].e",
            "alias '*f' is not allowed, write it out, or put the text in double quotes",
        ),
        (
            3,
            "a[0].d[2].h",
            "anchor '&g' is not allowed, leave it out, or put the text in double quotes",
        ),
    ]
    assert document.root == {"a": [{"b": "c", "d": ["x", "y", {"e": BROKEN, "h": "i"}]}]}


def test_the_first_of_two_keys_stays() -> None:
    """The second is read away with all it holds; a section that comes twice is read as one."""
    document = load("a: {x: {y: 1}, x: {y: *z, ? [q] : r}}\nb: {x: 1}\nb: {y: 2}\nb: 3\n")

    assert document.root == {"a": {"x": {"y": "1"}}, "b": {"x": "1", "y": "2"}}
    assert [(p.line, p.path, p.message) for p in document.problems] == [
        (1, "a.x", "repeated key 'x', first on line 1"),
        (3, "b", "repeated key 'b', first on line 2"),
        (4, "b", "repeated key 'b', first on line 2"),
    ]
    assert document.root["a"]["x"].partial


def test_what_cannot_be_a_key_leaves_its_map_partial() -> None:
    """What seems to be missing from it may have been there."""
    document = load("a: {? [q, {r: s}] : *t, b: c}\nd: {<<: *e, f: g}\nh: {*i : j}\n")

    assert document.root == {"a": {"b": "c"}, "d": {"f": "g"}, "h": {}}
    assert [document.root[key].partial for key in "adh"] == [True, True, True]
    assert [problem.path for problem in document.problems] == ["a", "d.<<", "h"]


def test_a_second_document_is_read_away() -> None:
    """One problem, on the line that begins it."""
    document = load("---\na: b\n---\nc: *d\nc: e\n---\nf: g\n")

    assert document.root == {"a": "b"}
    assert [(problem.line, problem.path) for problem in document.problems] == [(3, "")]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("a: b #1\n", ["'#1'"]),
        ("a: b  #één twee \nc: d\n", ["'#één twee'"]),
        ("- b #1\n", ["'#1'"]),
        ("a: b # c\n", []),
        ("a: b#1\n", []),
        ('a: "b #1"\n', []),
        ("a: 'b' #1\n", []),
        ("a: |\n  b #1\n", []),
        ("# a #b\na: b\n", []),
        ("a: [b] #c\n", []),
    ],
)
def test_a_comment_that_cuts_text_off_is_a_warning(text: str, cut: list[str]) -> None:
    """A comment with a blank after its sign is meant; one without may be text."""
    problems = load(text).problems

    assert [problem.message.split(" is read")[0] for problem in problems] == cut
    assert all(problem.severity == "warning" for problem in problems)


def outline(value: Any) -> Any:
    """Write a value with the lines of all it holds."""
    if isinstance(value, Map):
        inside = {key: outline(item) for key, item in value.items()}
        return ("map", value.line, value.lines, value.partial, inside)
    if isinstance(value, Seq):
        return ("list", value.line, value.lines, [outline(item) for item in value])
    return value


ODD = (
    "a: &x [é, 🙂 b]\nb: *x\n? [c]\n: d\na: e\nf: !t\ng: 'h''i'\nj: >\n  k\n\n  l\n<<: m\nn: o #1\n"
)


@pytest.mark.parametrize("content", [(KUSTLAND / "entities.yaml").read_text("utf-8"), ODD])
def test_the_parser_in_python_reads_the_same(content: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML came without its C parser, values, lines and problems are the same."""
    fast = load(content)

    monkeypatch.setattr("graph.read.yaml._Parser", yaml.BaseLoader)
    slow = load(content)

    assert outline(slow.root) == outline(fast.root)
    assert slow.problems == fast.problems


@pytest.mark.parametrize("escape", ["\\ud800", "\\U00110000", "\\xZZ"])
@pytest.mark.parametrize("parser", ["BaseLoader", "CBaseLoader"])
def test_an_escape_of_no_character_is_refused(
    escape: str, parser: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a character would break whatever is written later."""
    monkeypatch.setattr("graph.read.yaml._Parser", getattr(yaml, parser, yaml.BaseLoader))

    with pytest.raises(SourceError, match=r"^data\.yaml:2: not YAML: "):
        load(f'a: b\nc: "{escape}"\n')


def test_an_escape_may_write_any_other_character() -> None:
    """What the outputs cannot hold is their business."""
    assert read('a: "\\0\\x1b\\u202e"\n') == {"a": "\0\x1b\u202e"}


def test_a_path_in_a_message_keeps_to_its_line() -> None:
    """A key that holds a line end, or thousands of letters, is quoted or cut."""
    assert format_path(("a", 1, "b\nc", "d")) == "a[1].'b\\nc'.d"
    assert format_path(("x" * 300,)) == f"'{'x' * 200}…'"
    assert say_text("x" * 200) == repr("x" * 200)


def test_the_working_folder_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    """A path from elsewhere reads the same file and the same digests."""
    here = load_document(KUSTLAND / "entities.yaml")

    monkeypatch.chdir(KUSTLAND)
    there = load_document(f".{os.sep}entities.yaml")

    assert (here.root, here.digests, here.unnamed) == (there.root, there.digests, there.unnamed)
