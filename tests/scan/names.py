"""Pages with the names that they hold, and a count of what the rules find of them."""

from collections.abc import Mapping
from typing import NamedTuple

import yaml
from conftest import ROOT

from graph.model.names import simplify
from graph.read.digest import read_digest
from graph.scan.candidates import Text, find_candidates

FOLDER = ROOT / "tests" / "data" / "names"
SETS = ("first", "second", "third", "fourth", "fifth")


class Counted(NamedTuple):
    """How many names there are, which of them are not found, and what else is found."""

    names: int
    missed: tuple[str, ...]
    extra: tuple[str, ...]

    @property
    def recall(self) -> float:
        return 1 - len(self.missed) / self.names

    @property
    def precision(self) -> float:
        found = self.names - len(self.missed)
        return found / (found + len(self.extra))


def count_names(name: str) -> Counted:
    """Look for names in a set of pages, each page for itself."""
    gold: Mapping[str, list[str]] = yaml.safe_load((FOLDER / name / "gold.yaml").read_text("utf-8"))
    missed: list[str] = []
    extra: list[str] = []
    for page, names in gold.items():
        text = (FOLDER / name / f"{page}.md").read_text(encoding="utf-8")
        candidates = find_candidates([Text(page, read_digest(page, text).passages)])
        forms = [{simplify(form) for form in entry.split("|")} for entry in names]
        found = [
            (one.name, {simplify(form) for form in (one.name, *one.aliases)})
            for one in candidates
            if not one.kind
        ]
        missed += [
            entry
            for entry, fits in zip(names, forms, strict=True)
            if not any(fits & said for _, said in found)
        ]
        extra += [one for one, said in found if not any(said & fits for fits in forms)]
    return Counted(sum(map(len, gold.values())), tuple(missed), tuple(extra))
