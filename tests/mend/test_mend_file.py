"""What is mended without deciding anything, what is left alone, and that all else stays."""

import codecs
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.mend import Mended, mend_file
from graph.model.errors import SourceError
from graph.read.load import load_document
from graph.validate import check_document

DOCUMENT = """\
Gemeente Zandmeer en Zorggroep Duin werken samen.
De gemeente betaalt.

Ook “De Brug” doet mee - sinds kort. De gemeente betaalt.
"""

FILE = """\
# Wie met wie.
schema: 2
title: Kustland
language: nl

sources:
  a:
    file: a.txt
    original: {file: a.txt, sha256: "%s", title: Zorg}

organisations:
  gemeente-zandmeer:
    name: Gemeente Zandmeer
    type: gemeente
    aliases:
      - {text: gemeente, in: a, lines: [2]}   # elders: gemeenten
  zorggroep-duin: {name: Zorggroep Duin, type: eerstelijn}
  de-brug:
    name: De Brug
    type: ouderenzorg

partnerships:
  samen:
    name: Samen in Zandmeer
    kind: netwerk   # voorlopig
    members_known: some
    members:
      - gemeente-zandmeer
      - zorggroep-duin
      - org: de-brug
        note: >-
          Sinds kort,
          zegt de tekst.

      # tot hier
    evidence:
      - {source: a, line: 1, quote: Gemeente Zandmeer en Zorggroep Duin werken samen.}
      - source: a
        line: 4
        quote: Ook “De Brug” doet mee
"""
ALIAS = "      - {text: gemeente, in: a, lines: [2]}\n"
FILE %= sha256(DOCUMENT.encode()).hexdigest()

Mend = Callable[..., Mended]


@pytest.fixture
def mend(tmp_path: Path) -> Mend:
    """Mend a data file beside a document."""

    def mend_it(text: str, document: str = DOCUMENT, *, originals: bool = False) -> Mended:
        (tmp_path / "a.txt").write_text(document, encoding="utf-8")
        place = tmp_path / "e.yaml"
        return mend_file(place, "e.yaml", text.encode(), tmp_path if originals else None)

    return mend_it


def said(mended: Mended) -> list[str]:
    """Each mend as it is said, behind its line."""
    return [f"{mend.line}: {mend.said}" for mend in mended.mends]


def test_what_is_right_stays(mend: Mend) -> None:
    """A file that nothing is wrong with keeps every byte."""
    mended = mend(FILE, originals=True)

    assert mended == (FILE.encode(), ())
    for place in (ROOT, ROOT / "docs" / "example", ROOT / "tests" / "data" / "kustland"):
        data = (place / "entities.yaml").read_bytes()
        assert mend_file(place / "entities.yaml", "e.yaml", data) == (data, ())


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("type: ouderenzorg", "type: Ouderenzorg", "'Ouderenzorg' becomes the id 'ouderenzorg'"),
        ("type: ouderenzorg", "type: “ouderenzorg”", "'“ouderenzorg”' becomes the id"),
        ("- zorggroep-duin", "- Zorggroep Duin", "'Zorggroep Duin' becomes the id"),
        ("kind: netwerk", "kind: „netwerk”", "'„netwerk”' becomes the id 'netwerk'"),
        ("members_known: some", "members_known: Some", "'Some' becomes 'some'"),
        ("    line: 4", "    line: 3", "line 3 becomes 4, where it stands now"),
        ("line: 1,", "line: 2,", "line 2 becomes 1, where it stands now"),
        (": gemeenten\n", f": gemeenten\n{ALIAS}", "stands in this list before, and goes"),
        (": gemeenten\n", ": gemeenten\n      - Gemeente Zandmeer\n", "stands in this list"),
        ("- zorggroep-duin\n", "- zorggroep-duin\n      - zorggroep-duin\n", "stands in this list"),
        ("    type: ouderenzorg", "    type: ouderenzorg \t", "blanks at the ends of lines go (1)"),
        ("doet mee\n", "doet mee\n\n \n", "the file ends in one line end"),
        ("doet mee\n", "doet mee", "the file ends in one line end"),
    ],
)
def test_what_is_mechanical(mend: Mend, right: str, wrong: str, message: str) -> None:
    """Each slip is mended, and every other byte is that of the file without it."""
    assert FILE.count(right) == 1

    mended = mend(FILE.replace(right, wrong))

    assert mended.data.decode() == FILE
    assert len(mended.mends) == 1
    assert message in said(mended)[0]


@pytest.mark.parametrize(
    ("right", "wrong", "becomes"),
    [
        ("name: Zorggroep Duin", "name: “Zorggroep Duin”", 'name: "Zorggroep Duin"'),
        ("name: Samen in Zandmeer", "name: Samen: hier", 'name: "Samen: hier"'),
        ("name: Samen in Zandmeer", "name: “Samen: hier”", 'name: "Samen: hier"'),
        ("name: Samen in Zandmeer", "name: @Zandmeer", 'name: "@Zandmeer"'),
        ("name: Samen in Zandmeer", "name: *Zandmeer*", 'name: "*Zandmeer*"'),
        ("name: Samen in Zandmeer", "name: &Co", 'name: "&Co"'),
        ("name: Samen in Zandmeer", "name: !Zandmeer", 'name: "!Zandmeer"'),
        ("name: Samen in Zandmeer", "name: 'Zorg in 's-Zand'", 'name: "Zorg in \'s-Zand"'),
        ("quote: Ook “De Brug” doet", 'quote: ook "de Brug" doet', 'quote: "Ook “De Brug” doet'),
        ("quote: Ook “De Brug” doet", "quote: “Ook “De Brug” doet", None),
    ],
)
def test_text_gets_double_quotes(mend: Mend, right: str, wrong: str, becomes: str | None) -> None:
    """What YAML or the document reads otherwise is written as it is meant, between quotes."""
    mended = mend(FILE.replace(right, wrong))

    if becomes is None:
        assert mended == (FILE.replace(right, wrong).encode(), ())
        return
    line = next(line for line in FILE.split("\n") if right in line)
    new = line.replace(right, becomes) + ('"' if becomes.count('"') == 1 else "")
    assert mended.data.decode() == FILE.replace(line, new)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        # A comment may be meant, or a reference.
        ("name: Samen in Zandmeer", "name: !Zand # noot"),
        ("name: Samen in Zandmeer", "name: *Zand\n    note: &Zand x"),
        # Behind what is no field for text, something else was meant.
        ("  zorggroep-duin: {", "  kust: *groep\n  zorggroep-duin: {"),
        # The comment would go along with the second of the two.
        ("- zorggroep-duin\n", "- zorggroep-duin\n      - zorggroep-duin # ja\n"),
        # No id is like it, or two forms of it stand in the document.
        ("- zorggroep-duin", "- Zorggroep Duinen"),
        ("quote: Ook “De Brug” doet mee", "quote: ook de Brug doet mee"),
        # The same words stand on two lines, and nothing tells which are meant.
        (
            "    line: 4\n        quote: Ook “De Brug” doet mee",
            "    line: 3\n        quote: De gemeente betaalt.",
        ),
        # Wrong, and what is right is for somebody to say.
        ("name: De Brug", "name: De Burg"),
        ("name: De Brug", "name: “De Brug”"),  # as it stands in the document
        ("kind: netwerk", "kind: gezelligheid"),
        ("members_known: some", "members_known: sommige"),
    ],
)
def test_what_is_not_certain_stays(mend: Mend, right: str, wrong: str) -> None:
    """Nothing is guessed: the file stays as it is, byte for byte."""
    text = FILE.replace(right, wrong)
    assert text != FILE

    assert mend(text) == (text.encode(), ())


def test_lines_follow_a_document_that_changed(mend: Mend) -> None:
    """Quotes and aliases go along, also where the same words stand twice, by those around them."""
    twice = FILE.replace(
        "    line: 4\n",
        "    line: 2\n        quote: De gemeente betaalt.\n      - source: a\n        line: 4\n",
    )
    longer = "Een kop\n\n" + DOCUMENT

    mended = mend(twice, longer)

    expected = (
        twice.replace("lines: [2]", "lines: [4]")
        .replace("line: 4\n", "line: 6\n")
        .replace("line: 2\n", "line: 4\n")
        .replace("line: 1,", "line: 3,")
    )
    assert mended.data.decode() == expected
    assert said(mended) == [
        "16: line 2 becomes 4, where it stands now",
        "37: line 1 becomes 3, where it stands now",
        "39: line 2 becomes 4, where it stands now",
        "42: line 4 becomes 6, where it stands now",
    ]


def test_the_words_around_a_quote_tell_where_it_stands(mend: Mend) -> None:
    """The same words on two lines: the one amid the words that were kept, on the wrong line too."""
    kept = FILE.replace(
        "    line: 4\n        quote: Ook “De Brug” doet mee",
        "    line: %s\n        quote: De gemeente betaalt.\n        before: sinds kort.",
    )

    for line in (1, 2):
        mended = mend(kept % line)

        assert mended.data.decode() == kept % 4
        assert said(mended) == [f"39: line {line} becomes 4, where it stands now"]


@given(st.integers(0, 5), st.integers(0, 5), st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_moved_lines_and_nothing_else(
    tmp_path: Path, above: int, between: int, end: str, marked: bool
) -> None:
    """Wherever lines came into the document: each is the new one, and no other byte changed."""
    first, second = DOCUMENT.split("\n\n")
    document = "\n" * above + f"{first}\n\n" + "\n" * between + second
    (tmp_path / "a.txt").write_text(document, encoding="utf-8")
    mark = codecs.BOM_UTF8 if marked else b""
    data = mark + FILE.replace("\n", end).encode()

    mended = mend_file(tmp_path / "e.yaml", "e.yaml", data)

    new = FILE.replace("line: 1,", f"line: {1 + above},")
    new = new.replace("    line: 4\n", f"    line: {4 + above + between}\n")
    # 'gemeente' stands on lines 2 and 4: what stands between two that moved differently is open.
    if above and not between:
        new = new.replace("lines: [2]", f"lines: [{2 + above}]")
    found = mended.data
    if above and between:
        found = found.replace(f"lines: [{2 + above}]".encode(), b"lines: [2]")
    assert found == mark + new.replace("\n", end).encode()
    assert mend_file(tmp_path / "e.yaml", "e.yaml", mended.data) == (mended.data, ())


def test_the_hash_follows_where_every_quote_stands(mend: Mend) -> None:
    """A document that changed gets its new hash once nothing of it is in doubt."""
    longer = DOCUMENT + "\nMeer.\n"
    old, new = (sha256(text.encode()).hexdigest() for text in (DOCUMENT, longer))

    assert mend(FILE, longer).mends == ()
    mended = mend(FILE, longer, originals=True)
    assert mended.data.decode() == FILE.replace(old, new)
    assert said(mended) == [
        "9: the hash becomes that of the document as it is now; "
        "every quote from it still stands there (2)"
    ]
    other = longer.replace("werken samen", "werken niet samen")
    assert mend(FILE, other, originals=True) == (FILE.encode(), ())


def test_nothing_gets_worse(mend: Mend, tmp_path: Path) -> None:
    """All at once: the result is a file that nothing is wrong with, and mending it does nothing."""
    wrong = (
        FILE.replace("name: Samen in Zandmeer", "name: Samen: in Zandmeer")
        .replace("type: gemeente\n", "type: Gemeente  \n")
        .replace("- zorggroep-duin", "- Zorggroep Duin")
        .replace("line: 1,", "line: 9,")
        .replace("    line: 4\n        quote: Ook", "    line: 2\n        quote: ook")
    )

    mended = mend(wrong)

    assert mended.data.decode() == FILE.replace(
        "Samen in Zandmeer", '"Samen: in Zandmeer"'
    ).replace("Ook “De Brug” doet mee", '"Ook “De Brug” doet mee"')
    assert len(mended.mends) == 6
    (tmp_path / "e.yaml").write_bytes(mended.data)
    assert check_document(load_document(tmp_path / "e.yaml"))[1] == ()
    assert mend(mended.data.decode()).mends == ()


def test_a_file_that_is_no_yaml_is_refused(mend: Mend) -> None:
    """Where quotes do not help, or may not be meant, it is said as ever, and nothing is mended."""
    for wrong in ("name: Samen: in\n  Zand: [meer", "name: a\n    leden: duin: lid"):
        with pytest.raises(SourceError, match="not YAML"):
            mend(FILE.replace("name: Samen in Zandmeer", wrong))


BROKEN = ROOT / "tests" / "data" / "broken"
# Of the corpus of mistakes those that have one right answer; the rest is for somebody to say.
MENDED = {
    *("quote-moved", "quote-on-line-that-nothing-renders", "quote-other-capitals"),
    *("several-at-once", "shape-entry-empty", "warning-quote-context", "yaml-apostrophe"),
    *("yaml-at-sign", "yaml-backtick", "yaml-colon-in-text", "yaml-percent"),
    *("quote-in-curly-quotes", "yaml-curly-quotes"),
    *("yaml-starts-with-ampersand", "yaml-starts-with-asterisk", "yaml-starts-with-exclamation"),
}


@pytest.mark.parametrize("path", sorted(BROKEN.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_corpus_of_mistakes(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken file is mended or left as it is, and never has more errors than it had."""
    monkeypatch.chdir(BROKEN)
    before = path.read_bytes()
    try:
        after, mends = mend_file(Path(path.name), path.name, before)
    except SourceError:
        assert path.stem not in MENDED
        return

    assert bool(mends) == (after != before) == (path.stem in MENDED)
    assert count_errors(path, after) <= count_errors(path, before)


def count_errors(path: Path, content: bytes) -> int:
    """Count what stands in the way of a question; what is no YAML has one error."""
    try:
        _, problems = check_document(load_document(path.name, content=content))
    except SourceError:
        return 1
    return sum(problem.severity == "error" for problem in problems)
