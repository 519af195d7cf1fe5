"""Hostile data files: the check of four times as much takes about four times the steps."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from steps import count_lines

from graph.model.errors import SourceError
from graph.read.load import load_document
from graph.read.marks import split_judged
from graph.schema.check import check_shape
from graph.validate import check_every_rule
from graph.validate.passages import find_beginning

HEAD = """\
schema: 2
title: Kust
language: nl
sources:
  d:
    file: d.md
    original: {file: a.txt, sha256: "%s", title: Samen}
"""
HEAD %= "0" * 64
PARTNERSHIP = """\
partnerships:
  p:
    name: Samen
    kind: netwerk
    members_known: some
    evidence:
      - {source: d, line: 1, quote: %s}
    members:
"""
Make = Callable[[int], str]


def organisations(count: int, name: str = "Bureau {n}") -> str:
    """So many organisations."""
    named = "".join(f"  o{n}: {{name: {name.format(n=n)}, type: ggz}}\n" for n in range(count))
    return f"organisations:\n{named}"


def partnership(members: str, quote: str = "Een woord") -> str:
    """One partnership, with lines for its members."""
    return PARTNERSHIP % quote + members


def together(fields: Iterable[str]) -> str:
    """Partnerships with these fields, in one line each."""
    more = "kind: netwerk, members_known: some, "
    more += "evidence: [{source: d, line: 1, quote: Een woord}]"
    rows = (f"  p{n}: {{name: P{n}, {more}, {one}}}\n" for n, one in enumerate(fields))
    return "partnerships:\n" + "".join(rows)


def unknown_members(count: int) -> str:
    """Each member has an id that looks like one that is known."""
    return organisations(count) + partnership("".join(f"      - o{n}x\n" for n in range(count)))


def unknown_fields(count: int) -> str:
    """One entry has many fields that no entry has."""
    fields = "".join(f"    veld{n}: a\n" for n in range(count))
    return organisations(count) + partnership(f"      - o0\n{fields}")


def missing_digests(count: int) -> str:
    """Each source names a digest that is not there, in a folder of as many that no source names."""
    original = '{file: a.txt, sha256: "%s", title: Samen}' % ("0" * 64)
    return "".join(
        f"  d{n}: {{file: seeds/a{n}.md, original: {original}}}\n" for n in range(count)
    ) + organisations(1)


def story(count: int) -> str:
    """One step names many organisations that are not there."""
    view = "organisations=" + ",".join(f"o{n}x" for n in range(count))
    step = f"story:\n  - title: {{nl: Samen}}\n    text: {{nl: Samen}}\n    view: {view}\n"
    return organisations(count) + partnership("      - o0\n") + step


def marks(count: int) -> str:
    """Comments judge warnings, many above one entry and one in each."""
    lines = alike(count).split("\n", 1)
    above = "".join(f"  # judged W318 {n}:\n" for n in range(count))
    return f"{lines[0]}\n{above}" + lines[1].replace("}\n", "} # judged W318:\n")


def alike(count: int) -> str:
    """All organisations have one name."""
    return organisations(count, "Bureau Zon")


def unused_aliases(count: int) -> str:
    """One organisation has many aliases that stand nowhere."""
    aliases = ", ".join(f"Naam {n}" for n in range(count))
    one = f"  o0: {{name: Bureau 0, type: ggz, aliases: [{aliases}]}}\n"
    return f"organisations:\n{one}" + partnership("      - o0\n")


def far_parents(count: int) -> str:
    """Each organisation is a unit of the one before, and takes part where the first does."""
    units = "".join(
        f"  o{n}: {{name: Bureau {n}, type: ggz, part_of: o{n - 1}}}\n" for n in range(1, count)
    )
    return f"organisations:\n  o0: {{name: Bureau 0, type: ggz}}\n{units}" + together(
        f"members: [o0, o{n}]" for n in range(1, count)
    )


def circles(count: int) -> str:
    """Each partnership is a member of the next."""
    return organisations(count) + together(
        f"body: o{n}, members: [o{(n + 1) % count}]" for n in range(count)
    )


def same_members(count: int) -> str:
    """One organisation is a member again and again."""
    return organisations(count) + partnership("      - o0\n" * count)


def long_quote(count: int) -> str:
    """A quote of many words, of which only the first stand in the digest."""
    return organisations(1) + partnership("      - o0\n", "Een woord" + " anders" * 9 * count)


def open_quotes(count: int) -> str:
    """Quotes that open and do not close."""
    return "organisations:\n" + "  a: {name: 'b\n" * count


class Text(str):
    """A text that counts the characters that are looked for in it."""

    __slots__ = ()
    looked_for = 0

    def __contains__(self, other: object) -> bool:
        """Count, and look."""
        Text.looked_for += len(str(other))
        return str(other) in str(self)


def test_the_beginning_of_a_long_quote_is_found_in_halves() -> None:
    """Of a thousand words no more than ten beginnings are looked for."""
    text = Text("a " * 400 + "end")
    quote = "a " * 400 + "b " * 600

    assert find_beginning(quote, [text]) == ("a " * 400).rstrip()
    assert find_beginning("a", [text]) == find_beginning("b a b", [text]) == ""
    assert Text.looked_for < 12 * len(quote)


class Counted(str):
    """A key that counts how often it is looked up."""

    __slots__ = ()
    looked_up = 0

    def __hash__(self) -> int:
        """Count, and be found as any text."""
        Counted.looked_up += 1
        return super().__hash__()


def test_many_unknown_fields_are_looked_up_a_few_times(tmp_path: Path) -> None:
    """Each field that no entry has is compared with those that are missing, not with the others."""
    (tmp_path / "e.yaml").write_text(HEAD + unknown_fields(0))
    document = load_document(tmp_path / "e.yaml")
    partnership = document.root["partnerships"]["p"]
    for place in range(400):
        partnership[Counted(f"veld{place}")] = "a"
    Counted.looked_up = 0

    check_shape(document)

    assert Counted.looked_up < 12 * 400


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (unknown_members, "unknown"),
        (unknown_fields, "shape.unknown_field"),
        (missing_digests, "digest.unusable"),
        (story, "rule.story_value"),
        (marks, "judged"),
        (alike, "rule.near_name"),
        (unused_aliases, "name.alias_unused"),
        (far_parents, "rule.with_parent"),
        (circles, "rule.circle_of_bodies"),
        (same_members, "rule.listed_twice"),
        (long_quote, "quote.gone"),
        (open_quotes, "yaml.not_yaml"),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_steps_grow_with_the_file(make: Make, said: str, tmp_path: Path) -> None:
    """Of a file that is four times as long each step is taken about four times as often."""
    (few, keys), (many, _) = (count(make, size, tmp_path / str(size)) for size in (60, 240))

    assert said in keys
    assert many < 5 * few, (few, many)


def count(make: Make, size: int, folder: Path) -> tuple[int, set[str]]:
    """Count the lines that run while a file is checked, and list what was said."""
    (folder / "seeds").mkdir(parents=True)
    (folder / "d.md").write_text("[r. 1] Een woord in een zin.\n")
    for number in range(size):
        (folder / "seeds" / f"b{number}.md").write_text("[r. 1] A.\n")
    (folder / "e.yaml").write_text(HEAD + make(size))
    keys: set[str] = set()
    return count_lines(lambda: keys.update(_check(folder / "e.yaml"))), keys


def _check(path: Path) -> list[str]:
    try:
        document = load_document(path)
    except SourceError as error:
        return [error.message.key]
    _, problems = check_every_rule(document)
    _, judged = split_judged(problems, document)
    return [*(problem.said.key for problem in problems), *("judged" for _ in judged)]
