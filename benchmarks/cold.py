"""
How long a question takes from cold: `python -m benchmarks.cold`.

Whole processes on the real file. The yardstick is `python -c "import networkx"`: a question may
take as long as that import alone. Bytecode is cached for all alike, as after a first run, in a
folder of its own: whether the checkout holds any, or this shell forbids it, changes nothing.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).parent.parent
RUNS = 21
MOST = 1.0
"""How many times the yardstick a question may take."""

_MAKES_A_DIFFERENCE = ("PYTHONDONTWRITEBYTECODE", "COLLABGRAPH_DATA")

YARDSTICK = 'python -c "import networkx"'
COMMANDS: Mapping[str, Sequence[str]] = {
    YARDSTICK: ("-c", "import networkx"),
    'collabgraph neighbours "gemeente utrecht"': ("-m", "graph", "neighbours", "gemeente utrecht"),
    'collabgraph why "zilveren kruis" elaa': ("-m", "graph", "why", "zilveren kruis", "elaa"),
    "python -c pass": ("-c", "pass"),
}


def time_process(arguments: Sequence[str], environment: Mapping[str, str]) -> tuple[float, float]:
    """
    Run Python with these arguments until it ends, and give its seconds: by the clock, of CPU.

    Raises:
        RuntimeError: It ended with an error.
    """
    start = perf_counter()
    process = subprocess.Popen(
        [sys.executable, *arguments], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    elapsed = perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(arguments)}: ended with {process.returncode}")
    return elapsed, usage.ru_utime + usage.ru_stime


def measure_commands(*, runs: int = RUNS) -> dict[str, list[tuple[float, float]]]:
    """Time every command `runs` times, all in turn, after one round that does not count."""
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in COMMANDS}
    environment = {
        name: value for name, value in os.environ.items() if name not in _MAKES_A_DIFFERENCE
    }
    with tempfile.TemporaryDirectory() as folder:
        environment["PYTHONPYCACHEPREFIX"] = folder
        for turn in range(runs + 1):
            for name, arguments in COMMANDS.items():
                found = time_process(arguments, environment)
                if turn:
                    times[name].append(found)
    return times


def format_table(times: Mapping[str, Sequence[tuple[float, float]]]) -> str:
    """Write the medians of the ratios to the yardstick of the same round."""
    lines = [f"{'yardstick = 1, median':<46}{'clock':>8}{'CPU':>8}{'ms':>8}"]
    for name, found in times.items():
        clock, cpu = (
            median(
                one[kind] / yard[kind] for one, yard in zip(found, times[YARDSTICK], strict=True)
            )
            for kind in (0, 1)
        )
        ms = 1000 * median(one[0] for one in found)
        lines.append(f"{name:<46}{clock:>8.2f}{cpu:>8.2f}{ms:>8.0f}")
    return "\n".join(lines)


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").strip().splitlines()[0])
    parser.add_argument("--runs", type=int, default=RUNS)
    given = parser.parse_args()
    print(format_table(measure_commands(runs=given.runs)))
    print(f"a question: {MOST:.2f} is the limit")


if __name__ == "__main__":
    main()
