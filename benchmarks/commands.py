"""
What every command costs, and how its cost grows: `python -m benchmarks.commands`.

Whole processes on generated files of several sizes, one after the other. CPU seconds, so that a
machine that is busy for a while hardly matters; a run shorter than two seconds is made three
times, and the least counts. The yardstick is `check` on the same file. With `--checkout` another
checkout of the program answers, to compare before and after.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from math import log
from pathlib import Path

from benchmarks.asked import ANY, CHECK, LIMITS, list_commands, prepare_file
from benchmarks.members import VARIANTS
from benchmarks.process import ROOT, Cost, make_environment, run_python

SIZES = (1_000, 3_000, 10_000)
LIMIT = 120
"""Seconds of CPU that one run may take."""

_SHORT = 2.0  # seconds of CPU: a run below it is made again, because start-up is uneven
_RUNS = 3

Costs = dict[int, Cost | None]
"""By size: what a command cost, None where it took longer than the limit."""


@dataclass(frozen=True, slots=True)
class Way:
    """
    How commands are run.

    `limit`: seconds of CPU for one run. `checkout`: whose program answers. `bytecode`: a folder
    for what Python compiles. `again`: with a cache that a run before has filled, not an empty one.
    """

    limit: int
    checkout: Path
    bytecode: str
    again: bool = False


def measure_command(arguments: Sequence[str], way: Way) -> Cost | None:
    """
    Run a command; a short one several times, of which the cheapest counts.

    Args:
        arguments: What stands behind `python`.
        way: How to run it.

    Returns:
        What it cost; None where it took longer than the limit.
    """
    costs: list[Cost] = []
    while len(costs) < _RUNS and (not costs or costs[-1].cpu < _SHORT):
        with tempfile.TemporaryDirectory() as cache:
            environment = make_environment(way.bytecode) | {"COLLABGRAPH_CACHE": cache}
            for _ in range(1 + way.again):
                cost = run_python(
                    arguments, limit=way.limit, checkout=way.checkout, environment=environment
                )
        if cost is None:
            return None
        costs.append(cost)
    return min(costs, key=lambda cost: cost.cpu)


def measure_variant(
    variant: str, sizes: Sequence[int], wanted: Sequence[str], way: Way
) -> dict[str, Costs]:
    """
    Measure commands on files of one variant, from small to large.

    A command that took too long on one file is not tried on a larger one.

    Args:
        variant: Who takes part in what, by a name in `VARIANTS`.
        sizes: Organisations of each file.
        wanted: Beginnings of the names of commands; all where there are none.
        way: How to run them.
    """
    found: dict[str, Costs] = {}
    for size in sorted(sizes):
        with tempfile.TemporaryDirectory() as folder:
            # In a process of its own: what this one holds would count as the peak of its children.
            with ProcessPoolExecutor(max_workers=1) as pool:
                asked = pool.submit(prepare_file, size, Path(folder), variant).result()
            commands = list_commands(asked)
            for name, arguments in commands.items():
                if wanted and not name.startswith((CHECK, *wanted)):
                    continue
                costs = found.setdefault(name, {})
                cost = None if None in costs.values() else measure_command(arguments, way)
                costs[size] = cost
                said = f"{cost.cpu:.2f} s" if cost else f"over {way.limit} s"
                print(f"{variant} {size} {name}: {said}", file=sys.stderr, flush=True)
    return found


def format_table(found: Mapping[str, Costs], *, limit: int) -> str:
    """
    Write what commands cost as a table in Markdown.

    Args:
        found: By command: what it cost at each size.
        limit: Seconds of CPU that one run was given.
    """
    sizes = list(found[CHECK])
    head = ["CPU, s", *(f"{size:,}" for size in sizes), "slope", "of `check`", "peak, MB"]
    lines = [f"| {' | '.join(head)} |", f"|---{'|---:' * (len(head) - 1)}|"]
    for name, costs in found.items():
        seconds = [f"{cost.cpu:.2f}" if cost else f"over {limit}" for cost in costs.values()]
        slope, times, last = _find_slope(costs), _find_ratio(found, name), costs[sizes[-1]]
        row = [
            name,
            *seconds,
            "–" if slope is None else f"{slope:.2f}",
            "–" if times is None else f"{times:.2f}",
            f"{last.peak:.0f}" if last else "–",
        ]
        lines.append(f"| {' | '.join(row)} |")
    return "\n".join(lines)


def list_exceeding(found: Mapping[str, Costs], *, limit: int) -> Iterator[str]:
    """Say of each command which of its limits it exceeds."""
    for name, costs in found.items():
        limits = LIMITS.get(name.partition(",")[0].partition(" ")[0], LIMITS.get(name, ANY))
        slope, times = _find_slope(costs), _find_ratio(found, name)
        if None in costs.values():
            yield f"{name}: takes over {limit} s"
        if slope is not None and limits.slope is not None and slope > limits.slope:
            yield f"{name}: slope {slope:.2f}, {limits.slope} is the limit"
        if times is not None and limits.times is not None and times > limits.times:
            yield f"{name}: {times:.2f} times `check`, {limits.times} is the limit"


def _find_slope(costs: Costs) -> float | None:
    """Between the two largest sizes, where what every process costs hides least of it."""
    known = [(size, cost.cpu) for size, cost in costs.items() if cost]
    if len(known) < 2 or len(known) < len(costs):
        return None
    (small, before), (large, after) = list(pairwise(known))[-1]
    return log(after / before) / log(large / small)


def _find_ratio(found: Mapping[str, Costs], name: str) -> float | None:
    """To `check` on the largest file."""
    size = max(found[CHECK])
    cost, check = found[name][size], found[CHECK][size]
    return cost.cpu / check.cpu if cost and check else None


def main() -> None:
    """Measure, and print a table for each variant with what exceeds its limit."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").strip().splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--variant", nargs="+", choices=list(VARIANTS), default=list(VARIANTS))
    parser.add_argument("--commands", nargs="+", default=[], help="how their names begin")
    parser.add_argument("--limit", type=int, default=LIMIT, help="seconds of CPU for one run")
    parser.add_argument("--checkout", type=Path, default=ROOT, help="whose program answers")
    parser.add_argument("--again", action="store_true", help="with a cache that has been filled")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as bytecode:
        way = Way(given.limit, given.checkout, bytecode, given.again)
        for variant in given.variant:
            found = measure_variant(variant, given.sizes, given.commands, way)
            print(f"\n### {variant}\n\n{format_table(found, limit=given.limit)}\n", flush=True)
            for line in list_exceeding(found, limit=given.limit):
                print(f"exceeds: {line}", flush=True)


if __name__ == "__main__":
    main()
