"""How far two readers agree who judged the same proposals apart from each other."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from graph.desk.judgements import FILE, Judgement, load_judgements
from graph.desk.proposal import Proposal
from graph.read.document import Document
from graph.schema.proposals import VERDICTS

FEW = 50
"""Below this number of shared judgements a coefficient says little: a few more can turn it."""


class Reading(NamedTuple):
    """One reader's last verdict on each proposal, by its id; `file` is where they stand."""

    file: str
    readers: tuple[str, ...]
    verdicts: Mapping[str, Judgement]


class Difference(NamedTuple):
    """A proposal that two readings judge otherwise."""

    proposal: str
    name: str
    document: str
    line: int
    what: str
    left: str
    right: str


class Agreement(NamedTuple):
    """
    Two readings beside each other.

    `counts` says how often the one verdict met the other; `only_left` and `only_right` are
    proposals that one of them alone judged.
    """

    left: Reading
    right: Reading
    counts: Mapping[tuple[str, str], int]
    only_left: int
    only_right: int
    differences: tuple[Difference, ...]

    @property
    def shared(self) -> int:
        """How many proposals both judged."""
        return sum(self.counts.values())

    @property
    def same(self) -> int:
        """How many of these they judged alike."""
        return sum(count for (left, right), count in self.counts.items() if left == right)

    @property
    def kappa(self) -> float | None:
        """
        Cohen's kappa over accept, reject and unsure: agreement beyond that of chance.

        None where nothing is shared, or where both have one and the same verdict throughout:
        then chance explains everything. Cohen 1960, Educational and Psychological Measurement
        20:37-46.
        """
        total = self.shared
        left, right = Counter[str](), Counter[str]()
        for (one, other), count in self.counts.items():
            left[one] += count
            right[other] += count
        chance = sum(left[verdict] * right[verdict] for verdict in VERDICTS)
        if total * total == chance:
            return None
        return (self.same * total - chance) / (total * total - chance)


def load_readings(place: Path, data: Document) -> tuple[Reading, ...]:
    """
    Read the judgements beside a data file: the common file first, then each that is kept apart.

    Args:
        place: The data file.
        data: What it holds.

    Raises:
        SourceError: A file cannot be read.
        DataError: A file breaks rules.
    """
    stem, _, end = FILE.partition(".")
    apart = sorted(path.name for path in place.parent.glob(f"{stem}-*.{end}"))
    return tuple(
        make_reading(name, load_judgements(place.parent / name, data))
        for name in (FILE, *apart)
        if (place.parent / name).exists()
    )


def make_reading(file: str, judgements: Iterable[Judgement]) -> Reading:
    """Gather the last verdict on each proposal."""
    verdicts = {one.proposal: one for one in judgements if one.proposal}
    readers = dict.fromkeys(one.by for one in verdicts.values())
    return Reading(file, tuple(sorted(readers)), verdicts)


def compare_readings(
    readings: Sequence[Reading], proposals: Iterable[Proposal]
) -> Iterator[Agreement]:
    """
    Compare every two readings.

    Args:
        readings: Those of each reader.
        proposals: What was judged, for the places in the documents.
    """
    known = {one.id: one for one in proposals}
    for left, right in combinations(readings, 2):
        shared = left.verdicts.keys() & right.verdicts.keys()
        pairs = {id: (left.verdicts[id].verdict, right.verdicts[id].verdict) for id in shared}
        differences = sorted(
            _differ(left.verdicts[id], one, other, known.get(id))
            for id, (one, other) in pairs.items()
            if one != other
        )
        yield Agreement(
            left,
            right,
            dict(sorted(Counter(pairs.values()).items())),
            len(left.verdicts) - len(shared),
            len(right.verdicts) - len(shared),
            tuple(sorted(differences, key=lambda one: (one.document, one.line, one.proposal))),
        )


def _differ(judgement: Judgement, left: str, right: str, found: Proposal | None) -> Difference:
    return Difference(
        judgement.proposal,
        judgement.name,
        judgement.document,
        found.line if found else 0,
        found.what if found else "",
        left,
        right,
    )
