"""
How fast the expressions over columns are, beside what others need for the same.

    python -m benchmarks.registers [PART ...] [--rounds N] [--memory SIZE]

Parts: `projection` (180,000 memberships), `large` (6 million), `skew` (eight partnerships of 5,000
members), `components` (8 million, beside scipy where it is installed), `files` (from CSV to Parquet
and GraphML, beside DuckDB and networkx, and one question), `growth` (from 100,000 to 10 million).
Each measurement is a process of its own; printed are CPU seconds of the work itself, the least of
so many rounds, and the most memory that the process took.
"""

import argparse
import json
import math
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import duckdb

from benchmarks.drawn import draw_members, write_tables
from benchmarks.process import ROOT, Cost, run_python
from benchmarks.work import WORK


class Setting(NamedTuple):
    """How measurements are made: how often, in which folder, and within which memory."""

    rounds: int
    folder: Path
    memory: str


def main() -> None:
    """Print the parts that are asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").strip().split("\n\n")[0])
    parser.add_argument("parts", nargs="*", metavar="PART", choices=[[], *_PARTS], default=[])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--memory", default="1GB")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="collabgraph-") as folder:
        setting = Setting(given.rounds, Path(folder), given.memory)
        for name in given.parts or _PARTS:
            print(f"{name}:", flush=True)
            _PARTS[name](setting)


def _show_projection(setting: Setting) -> None:
    _compare(_draw(setting, 180_000), setting, "by_hand", "projection", "neighbours", "strength")


def _show_large(setting: Setting) -> None:
    path = _draw(setting, 6_000_000)
    whole = _measure("by_hand", path, setting._replace(memory=""))
    _print("by_hand, in memory", whole, whole)
    _print("projection", _measure("projection", path, setting), whole)


def _show_skew(setting: Setting) -> None:
    cost = _measure("projection", _draw(setting, 280_000, large=8), setting)
    _print("projection", cost, cost)


def _show_components(setting: Setting) -> None:
    path = _draw(setting, 8_000_000)
    if find_spec("scipy"):
        _compare(path, setting, "scipy", "components")
    else:
        print("  scipy is not installed, so there is nothing to compare with")
        _compare(path, setting, "components")


def _show_files(setting: Setting) -> None:
    members = _draw(setting, 185_000)
    with duckdb.connect() as connection:
        data = write_tables(connection, members, setting.folder)
    duck = _measure("from_csv", data, setting)
    _print("DuckDB, CSV to Parquet of ties", duck, duck)
    asked = ("--data", str(data), "--output", str(setting.folder / "made"))
    ties = _run(setting, "export", "parquet", "--table", "ties", *asked)
    _print("export parquet --table ties", ties, duck)
    _print("export parquet", _run(setting, "export", "parquet", *asked), duck)
    networkx = _measure("networkx", data, setting)
    _print("networkx, CSV to GraphML", networkx, networkx)
    _print("export graphml", _run(setting, "export", "graphml", *asked), networkx)
    near = _run(setting, "neighbours", "o0", "--data", str(data))
    print(f"  {'neighbours, from cold':32} {near.cpu:8.2f} s {near.peak:8.0f} MB")


def _show_growth(setting: Setting) -> None:
    sizes = [10**5, 10**6, 10**7]
    for name in ("projection", "components"):
        costs = [_measure(name, _draw(setting, size), setting).cpu for size in sizes]
        slope = math.log(costs[-1] / costs[0]) / math.log(sizes[-1] / sizes[0])
        said = ", ".join(f"{cost:.2f}" for cost in costs)
        print(f"  {name:32} {said} s: slope {slope:.2f}", flush=True)


_PARTS: Mapping[str, Callable[[Setting], None]] = {
    "projection": _show_projection,
    "large": _show_large,
    "skew": _show_skew,
    "components": _show_components,
    "files": _show_files,
    "growth": _show_growth,
}


def _draw(setting: Setting, memberships: int, *, large: int = 0) -> Path:
    path = setting.folder / f"{memberships}-{large}.parquet"
    if not path.exists():
        with duckdb.connect() as connection:
            draw_members(connection, memberships, path, large=large)
    return path


def _compare(path: Path, setting: Setting, *names: str) -> None:
    """Print the cost of each piece of work, as a ratio to that of the first."""
    costs = {name: _measure(name, path, setting) for name in names}
    for name, cost in costs.items():
        _print(name, cost, costs[names[0]])


def _measure(name: str, path: Path, setting: Setting) -> Cost:
    """Do a piece of work in processes of its own, and give the least that it cost."""
    assert name in WORK
    command = [sys.executable, "-m", "benchmarks.work", name, str(path), setting.memory]
    made = [
        json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout)
        for _ in range(setting.rounds)
    ]
    return min((Cost(*one) for one in made), key=lambda cost: cost.cpu)


def _run(setting: Setting, *arguments: str) -> Cost:
    """Run a command from cold, and give the least that it cost."""
    made = [run_python(["-m", "graph", *arguments]) for _ in range(setting.rounds)]
    return min(filter(None, made), key=lambda cost: cost.cpu)


def _print(name: str, cost: Cost, yardstick: Cost) -> None:
    ratio = cost.cpu / yardstick.cpu
    print(f"  {name:32} {cost.cpu:8.2f} s {ratio:6.2f} {cost.peak:8.0f} MB", flush=True)


if __name__ == "__main__":
    main()
