"""
How cost grows with the curated file: `python -m benchmarks.growth`.

Generated files of 1,000 and 10,000 organisations, and as many partnerships, go from YAML to both
GraphML files. The yardstick is PyYAML's C loader, which does no more than parse the same file:
the whole way may take three times as long, and ten times the file ten times as long.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.generate import generate_file
from benchmarks.once import PAUSED

ROOT = Path(__file__).parent.parent
SIZES = (1_000, 10_000)
RUNS = 5
MOST = 3.0
"""How many times the yardstick the whole way may take."""

_TOO_SHORT = 0.02  # of the yardstick: a step below it is mostly the grain of the clock

YARDSTICK = "CSafeLoader"
LOADERS = (YARDSTICK, YARDSTICK + PAUSED, "CBaseLoader", "CBaseLoader" + PAUSED)


@dataclass(frozen=True, slots=True)
class Cost:
    """What one file cost: CPU seconds by step, the whole as `all`, and the peak in MB."""

    seconds: Mapping[str, float]
    peak: float


def measure_file(path: Path, *, runs: int = RUNS) -> dict[str, Cost]:
    """
    Measure the whole way and every loader on one file.

    Args:
        path: The curated file.
        runs: How often; each time in a fresh process, and all in turn, so that a machine
            that is busy for a while is busy for all.

    Returns:
        By name (`explore`, or that of a loader), the median of every number.
    """
    names = ("explore", *LOADERS)
    costs: dict[str, list[Cost]] = {name: [] for name in names}
    for _ in range(runs):
        for name in names:
            costs[name].append(_run_once(name, path))
    return {name: _take_median(found) for name, found in costs.items()}


def _run_once(name: str, path: Path) -> Cost:
    command = [sys.executable, "-m", "benchmarks.once", name, str(path.resolve())]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE)
    told = json.loads(done.stdout)
    return Cost(told["seconds"], told["peak_mb"])


def _take_median(costs: Sequence[Cost]) -> Cost:
    return Cost(
        {step: median(cost.seconds[step] for cost in costs) for step in costs[0].seconds},
        median(cost.peak for cost in costs),
    )


def format_table(found: Mapping[int, Mapping[str, Cost]]) -> str:
    """
    Write what was found as two tables of ratios.

    Args:
        found: By size, from small to large: what `measure_file` returns.
    """
    yards = {size: costs[YARDSTICK].seconds["all"] for size, costs in found.items()}

    def row(label: str, name: str, step: str = "all") -> str:
        seconds = {size: costs[name].seconds[step] for size, costs in found.items()}
        shares = "".join(f"{seconds[size] / yards[size]:>10.2f}" for size in found)
        return f"{label:<24}{shares}{_say_growth(seconds, yards):>10}"

    steps = [step for step in found[min(found)]["explore"].seconds if step != "all"]
    sizes = "".join(f"{f'{size:,}':>10}" for size in found)
    return "\n".join(
        [
            f"{'CPU, yardstick = 1':<24}{sizes}{'growth':>10}",
            *(row(f"  {step}", "explore", step) for step in steps),
            row("the whole way", "explore"),
            *(row(name, name) for name in LOADERS),
            "",
            f"{'peak memory, MB':<24}{sizes}",
            _peaks("the whole way", [costs["explore"] for costs in found.values()]),
            _peaks(YARDSTICK, [costs[YARDSTICK] for costs in found.values()]),
            "",
            "growth: of the cost of one record, from the smallest file to the largest; linear is 1",
            f"yardstick: {YARDSTICK} alone, "
            + ", ".join(f"{yard:.2f} s for {size:,}" for size, yard in yards.items()),
        ]
    )


def _say_growth(seconds: Mapping[int, float], yards: Mapping[int, float]) -> str:
    small, large = min(seconds), max(seconds)
    if seconds[small] < _TOO_SHORT * yards[small]:
        return "-"
    return f"{seconds[large] / seconds[small] / (large / small):.2f}"


def _peaks(label: str, costs: Sequence[Cost]) -> str:
    return f"{label:<24}" + "".join(f"{cost.peak:>10.0f}" for cost in costs)


def main() -> None:
    """Generate the files, measure, and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").strip().splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--runs", type=int, default=RUNS)
    given = parser.parse_args()
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in sorted(given.sizes):
            path = generate_file(size, Path(folder, str(size)))
            print(f"{size:,} organisations: {path.stat().st_size / 1e6:.1f} MB", file=sys.stderr)
            found[size] = measure_file(path, runs=given.runs)
    print(format_table(found))
    ratio = max(c["explore"].seconds["all"] / c[YARDSTICK].seconds["all"] for c in found.values())
    print(f"the whole way: at most {ratio:.2f} times the yardstick, {MOST:.0f} is the limit")


if __name__ == "__main__":
    main()
