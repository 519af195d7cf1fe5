"""Change the core in one place at a time, and ask whether a test notices."""

import argparse
import hashlib
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from mutating.changes import Mutant, list_mutants, write_mutant
from mutating.equivalent import EQUIVALENT
from mutating.judge import ROOT, Judge, copy_checkout

CORE = ("model", "select", "network", "query")
_ELSEWHERE = ("columns", "spark", "lookalikes", "codes", "vocabulary", "divisions")
"""What is held by other means: engines against each other, tables of words by their tests."""
_SEED = 13
_KEPT = ROOT / ".mutants"
"""The mutants that were killed, a file for each: a run that was stopped goes on from here."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Try a fixed sample of mutants; 1 where less than the share asked for is killed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=100, help="mutants, the same every time")
    parser.add_argument("--least", type=int, default=95, help="percent that must be killed")
    parser.add_argument("--only", default="", help="mutants whose place holds this text")
    parser.add_argument("--afresh", action="store_true", help="also those that were killed before")
    given = parser.parse_args(arguments)
    every = list_core()
    sample = draw(every, given.sample)
    chosen = sorted(one for one in sample if given.only in str(one))
    told = [one for one in chosen if one.identity not in EQUIVALENT]
    print(
        f"{len(chosen)} of {len(every)} mutants, {len(chosen) - len(told)} of them equivalent",
        flush=True,
    )
    for gone in sorted(EQUIVALENT.keys() - {one.identity for one in every}):
        print(f"no longer there, and so not equivalent: {gone}", flush=True)
    survivors = []
    with tempfile.TemporaryDirectory() as folder:
        judge = Judge(copy_checkout(Path(folder)))
        for mutant in told:
            kept = _KEPT / name_kept(mutant)
            known = kept.exists() and not given.afresh
            killed = known or judge.is_killed(mutant)
            print(f"{'killed' if killed else 'SURVIVED'}  {mutant}", flush=True)
            if killed:
                keep(kept)
            else:
                survivors.append(mutant)
    share = 100 * (len(told) - len(survivors)) / max(1, len(told))
    print(f"{len(told) - len(survivors)} of {len(told)} killed, {share:.0f} %")
    return int(share < given.least)


def list_core() -> list[Mutant]:
    """List every mutant of the modules that are changed."""
    return [
        mutant
        for package in CORE
        for file in sorted((ROOT / "graph" / package).rglob("*.py"))
        if not any(part in file.parts or part == file.stem for part in _ELSEWHERE)
        for mutant in list_mutants(
            file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8")
        )
    ]


def draw(mutants: Iterable[Mutant], count: int) -> list[Mutant]:
    """
    Draw a sample that stays the same while the code around it changes.

    Each mutant has a number of its own, from what is changed and not from where it stands.

    >>> one, two = list_mutants("a.py", "b = 1 + 2")[:2]
    >>> draw([one, two], 1) == draw([two, one], 1)
    True
    """
    return sorted(mutants, key=lambda one: (_hash(f"{_SEED} {one.identity}"), one.number))[:count]


def name_kept(mutant: Mutant) -> str:
    """Name the file that keeps a mutant: by the whole module with its change."""
    changed = write_mutant((ROOT / mutant.file).read_text(encoding="utf-8"), mutant.number)
    return _hash(f"{mutant.file}\n{changed}")


def keep(file: Path) -> None:
    """Write down that a mutant was killed."""
    file.parent.mkdir(exist_ok=True)
    file.touch()


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
