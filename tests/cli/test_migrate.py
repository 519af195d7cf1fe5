"""`collabgraph migrate`: a file of schema 1 becomes one of schema 2, and says the same."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.cli import main
from graph.reading import read_registry

BEFORE = """\
# Wie met wie, in Kustland.
schema: 1 # de oude vorm
title: Kustland
language: nl
sources:
  s1:
    file: s1.md
    original:
      file: s1.txt
      sha256: "0000000000000000000000000000000000000000000000000000000000000000"
      title: Bron 1
organisations:
  kustgroep: {name: Kustgroep, type: welzijn}   # de enige
partnerships:
  inloop:
    name: Inloop
    kind: netwerk
    members_known: some
    members: [kustgroep]
    groups:
      - {label: buren, size: 6, role: advisor}   # ook in de zomer
      - {size: 2, label: "zorg: thuis"}
      - label: 'regio''s'
        size: 14 # zo veel
        role: invited
      - size: 3
        label: >-
          kerken en
          scholen
    evidence:
      - {source: s1, line: 1, quote: De Kustgroep houdt een inloop}
  zomer:
    name: Zomer
    kind: overleg
    members_known: none
    members: []
    groups: [{label: buren}]
    evidence:
      - {source: s1, line: 1, quote: De Kustgroep houdt een inloop}

# Hierna komt niets meer.
"""

AFTER = """\
# Wie met wie, in Kustland.
schema: 2 # de oude vorm
title: Kustland
language: nl
sources:
  s1:
    file: s1.md
    original:
      file: s1.txt
      sha256: "0000000000000000000000000000000000000000000000000000000000000000"
      title: Bron 1
organisations:
  kustgroep: {name: Kustgroep, type: welzijn}   # de enige
partnerships:
  inloop:
    name: Inloop
    kind: netwerk
    members_known: some
    members: [kustgroep]
    groups:
      - {group: buren, role: advisor}   # ook in de zomer
      - {group: zorg-thuis}
      - group: regio-s
         # zo veel
        role: invited
      -\x20
        group: kerken-en-scholen
    evidence:
      - {source: s1, line: 1, quote: De Kustgroep houdt een inloop}
  zomer:
    name: Zomer
    kind: overleg
    members_known: none
    members: []
    groups: [{group: buren-2}]
    evidence:
      - {source: s1, line: 1, quote: De Kustgroep houdt een inloop}

# Hierna komt niets meer.

groups:
  buren:
    label: buren
    size: 6
  buren-2:
    label: buren
  kerken-en-scholen:
    label: "kerken en scholen"
    size: 3
  regio-s:
    label: 'regio''s'
    size: 14
  zorg-thuis:
    label: "zorg: thuis"
    size: 2
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A data file of schema 1 with groups in every way of writing them."""
    (tmp_path / "s1.md").write_text("[r. 1] De Kustgroep houdt een inloop.\n", encoding="utf-8")
    path = tmp_path / "entities.yaml"
    path.write_bytes(BEFORE.encode())
    return path


def migrate(path: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["migrate", "--data", str(path), *arguments])


def test_only_what_must_changes(file: Path) -> None:
    """Comments, order, layout and quotes stay; groups move to the end, each with an id."""
    result = migrate(file)

    assert (result.exit_code, result.output) == (
        0,
        f"wrote {file} in the present version of the format\n",
    )
    assert file.read_text(encoding="utf-8") == AFTER


def test_it_says_the_same(file: Path) -> None:
    """What is read from the new file is what was read from the old one, but for its version."""
    old = read_registry(file)
    migrate(file)
    new = read_registry(file)

    assert (old.organisations, old.partnerships, old.groups, old.sources) == (
        *(new.organisations, new.partnerships, new.groups, new.sources),
    )
    assert (old.schema, new.schema) == (1, 2)


def test_line_ends_and_mark_stay(file: Path) -> None:
    """A file of Windows keeps its line ends and the mark at its start."""
    file.write_bytes(b"\xef\xbb\xbf" + BEFORE.replace("\n", "\r\n").encode())

    migrate(file)

    assert file.read_bytes() == b"\xef\xbb\xbf" + AFTER.replace("\n", "\r\n").encode()


def test_a_migrated_file_stays(file: Path) -> None:
    """A second time changes nothing, and is no error."""
    migrate(file)
    before = file.read_bytes()

    result = migrate(file)

    assert (result.exit_code, result.output) == (
        0,
        f"{file} is written in the present version already, nothing changed\n",
    )
    assert file.read_bytes() == before


def test_the_difference_is_shown_alone(file: Path) -> None:
    """With --diff nothing is written."""
    result = migrate(file, "--diff")

    assert "-schema: 1 # de oude vorm\n+schema: 2 # de oude vorm\n" in result.output
    assert file.read_bytes() == BEFORE.encode()


def test_another_file(file: Path) -> None:
    """With --output the data file stays as it is."""
    other = file.with_name("new.yaml")

    result = migrate(file, "--output", str(other))

    assert result.exit_code == 0
    assert other.read_text(encoding="utf-8") == AFTER
    assert file.read_bytes() == BEFORE.encode()


def test_a_broken_file_stays(file: Path) -> None:
    """A file with problems is not migrated: they are said, and nothing is written."""
    broken = BEFORE.replace("kind: netwerk", "kind: netwrk").encode()
    file.write_bytes(broken)

    result = migrate(file)

    assert result.exit_code == 1
    assert "no kind 'netwrk', did you mean 'netwerk'?" in result.output
    assert file.read_bytes() == broken


def test_a_file_between_braces(file: Path) -> None:
    """A file that is one map between braces is refused with what to do."""
    file.write_text(
        "{schema: 1, title: K, language: nl, sources: {}, organisations: {}, partnerships: {}}\n",
        encoding="utf-8",
    )

    result = migrate(file)

    assert result.exit_code == 1
    assert "write one key a line, without the outer braces" in result.output


def test_the_end_of_the_document_stays_at_the_end(file: Path) -> None:
    """Groups stand before the three dots that end a document."""
    file.write_text(BEFORE + "...\n", encoding="utf-8")

    migrate(file)

    assert file.read_text(encoding="utf-8") == AFTER + "...\n"
