"""How often an organisation lies between two others."""

from collections.abc import Collection
from math import sqrt
from random import Random
from typing import NamedTuple

from graph.network.incidence import Incidence
from graph.network.measures.measure import Explained, Measure, Progress, Shown

EXACT_WORK = 10**9
"""
Organisations of a component times its memberships up to which betweenness is exact.

So much takes about a minute and a half, as for 15,000 organisations with 60,000 memberships.
"""

SAMPLE = 1000
"""From how many organisations shortest paths are followed in a component above that."""

SEED = 2007
"""Of the choice of these: always the same, so that the same data give the same estimate."""


class Betweenness(NamedTuple):
    """
    Pairs of others that an organisation lies between, exact or estimated.

    `error`: the standard error of an estimate, 0 or more; None where the number is exact.
    """

    pairs: float
    error: float | None = None


def measure_betweenness(incidence: Incidence, progress: Progress) -> dict[str, Betweenness]:
    """
    Count pairs of other organisations, each for the share of its shortest paths through one.

    A count and not a share: dividing by all pairs would make it shrink with every isolate that a
    curator adds. At a cut vertex between a and b organisations it is at least a × b. Ties are
    not weighted.

    In a component above `EXACT_WORK` paths are followed from a sample of organisations, and what
    runs through each is scaled up: without bias, and with an error that is estimated too.

    Args:
        incidence: Who takes part in what.
        progress: Told after each organisation from which paths were followed.

    Reference: Freeman 1977, Sociometry 40:35-41; for the estimate Brandes and Pich 2007, Int. J.
    Bifurcation and Chaos 17:2303-2318, and Geisberger, Sanders and Schultes 2008, ALENEX, 90-100.
    """
    import numpy as np  # here, so that a question that measures nothing does not pay for it

    from graph.network.dependencies import list_components

    found = dict.fromkeys(incidence.organisations, Betweenness(0.0))
    chosen = [
        (component, _choose_sources(len(component.organisations), component.memberships))
        for component in list_components(incidence)
    ]
    done, of = 0, sum(len(sources) for _, sources in chosen)
    for component, sources in chosen:
        sums, squares = np.zeros((2, len(component.organisations)))
        for source in sources:
            passed = component.add_up(source)
            sums += passed
            squares += passed * passed
            done += 1
            progress(done, of)
        for id, total, square in zip(
            component.organisations, sums.tolist(), squares.tolist(), strict=True
        ):
            found[id] = _scale_up(len(component.organisations), len(sources), total, square)
    return found


def _choose_sources(organisations: int, memberships: int) -> Collection[int]:
    if organisations * memberships <= EXACT_WORK or organisations <= SAMPLE:
        return range(organisations)
    return sorted(Random(SEED).sample(range(organisations), SAMPLE))


def _scale_up(organisations: int, sources: int, total: float, squares: float) -> Betweenness:
    """Take the sums over all sources as they are, and estimate them from those over a sample."""
    if sources == organisations:
        return Betweenness(total)
    scale = organisations / sources
    variance = max(0.0, squares - total * total / sources) / (sources - 1)
    unseen = 1 - sources / organisations
    return Betweenness(total * scale, scale * sqrt(sources * variance * unseen))


def _show(value: Betweenness) -> float | Shown:
    if value.error is None:
        return value.pairs
    return Shown("estimate", {"pairs": value.pairs, "error": value.error})


def _remark(values: Collection[Betweenness]) -> Shown | None:
    if all(value.error is None for value in values):
        return None
    return Shown("estimated", {"sample": SAMPLE})


BETWEENNESS = Measure(
    name="betweenness",
    compute=lambda given: measure_betweenness(given.incidence, given.progress),
    fields={"betweenness": lambda value: value.pairs},
    error=lambda value: value.error,
    rank=lambda value: value.pairs,
    shown=_show,
    remark=_remark,
    explained=Explained(
        formula=(
            "Σ σ(v)/σ over the pairs of other organisations: the share of the shortest chains "
            "between the two that runs through v"
        ),
        unit="pairs, 0 to (N−1)(N−2)/2 for N organisations",
        reading=(
            '"lies between"; at a cut vertex with sides of a and b organisations it is at least '
            "a × b"
        ),
        misleads=(
            "a document that was not read can halve it; chains are not weighted, and nobody is "
            "known to pass anything along them; [an estimate](#when-betweenness-is-estimated) in "
            "very large data"
        ),
        reference="Freeman 1977, Sociometry 40:35–41",
    ),
)
