"""`make mutants`: what it changes, and what it leaves alone."""

import ast

import pytest
from conftest import ROOT
from mutants import CORE, draw, list_core
from mutating.changes import find_changes, list_mutants, write_mutant
from mutating.equivalent import EQUIVALENT


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("a = b < c", ["a = b <= c"]),
        ("a = b is not c", ["a = b is c"]),
        ("a = not b", ["a = bool(b)"]),
        ("a = sorted(b, key=c)", ["a = list(b)"]),
        ("a = min(b, c)", ["a = max(b, c)"]),
        ("a = b - 2", ["a = b + 2", "a = b - 3"]),
        ("a = b if c else d", ["a = b if not c else d"]),
        ("for a in b:\n    break", ["for a in b:\n    pass"]),
        ("a = b or True", ["a = b and True", "a = b or False"]),
        ("a = b < c < d", []),  # two signs: which of them to change would be two places
        ("def a(b: 'c | d' = None) -> 1 | 2:\n    '''Say > 3.'''", []),
        ("@dataclass(frozen=True)\nclass A:\n    b: int | None", []),
        ("class A:\n    def __repr__(self):\n        return str(1 + 2)", []),
        ("zip(a, b, strict=True)", []),
        ("a: int = field(repr=False)", []),
    ],
)
def test_each_place_is_changed_by_itself(text: str, changes: list[str]) -> None:
    """One mutant for each, and none where no test could notice."""
    count = len(find_changes(ast.parse(text)))

    assert sorted(write_mutant(text, number).strip() for number in range(count)) == sorted(changes)


def test_every_mutant_of_the_core_is_python() -> None:
    """Each file has some, and each of them compiles and differs from the file."""
    every = list_core()
    assert {one.file.split("/")[1] for one in every} == set(CORE)
    for mutant in every[::60]:
        text = (ROOT / mutant.file).read_text(encoding="utf-8")
        changed = write_mutant(text, mutant.number)
        assert ast.dump(ast.parse(changed)) != ast.dump(ast.parse(text)), str(mutant)


def test_what_is_equivalent_has_a_reason() -> None:
    """Each mutant that was judged to change nothing says why; most of them can still be made."""
    known = EQUIVALENT.keys() & {mutant.identity for mutant in list_core()}

    assert len(known) > len(EQUIVALENT) / 2
    assert all(len(reason) > 20 for reason in EQUIVALENT.values())


def test_a_sample_stays_while_code_around_it_changes() -> None:
    """What is drawn depends on what is changed, and not on its line or on what else there is."""
    before = list_mutants("a.py", "a = 1 < b\nc = sorted(d)\ne = not f\n")
    after = list_mutants("a.py", "\n\nz = 0\na = 1 < b\nc = sorted(d)\ne = not f\n")

    names = [one.identity for one in draw(before, 4)]

    assert [one.identity for one in draw(after, 5) if one.identity in names] == names
    assert len(names) == 4
