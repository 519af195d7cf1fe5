"""
How long a question takes from cold: `python -m benchmarks.cold`.

Whole processes on the real file. The yardstick is `python -c "import networkx"`: a question may
take as long as that import alone. Bytecode is cached for all alike, as after a first run.
"""

import argparse
import tempfile
from collections.abc import Mapping, Sequence
from statistics import median

from benchmarks.process import Cost, make_environment, run_python

RUNS = 21
MOST = 1.0
"""How many times the yardstick a question may take."""

YARDSTICK = 'python -c "import networkx"'
COMMANDS: Mapping[str, Sequence[str]] = {
    YARDSTICK: ("-c", "import networkx"),
    'collabgraph neighbours "gemeente utrecht"': ("-m", "graph", "neighbours", "gemeente utrecht"),
    'collabgraph why "zilveren kruis" elaa': ("-m", "graph", "why", "zilveren kruis", "elaa"),
    "python -c pass": ("-c", "pass"),
}


def measure_commands(*, runs: int = RUNS) -> dict[str, list[Cost]]:
    """Time every command `runs` times, all in turn, after one round that does not count."""
    times: dict[str, list[Cost]] = {name: [] for name in COMMANDS}
    with tempfile.TemporaryDirectory() as folder:
        environment = make_environment(folder)
        for turn in range(runs + 1):
            for name, arguments in COMMANDS.items():
                found = run_python(arguments, environment=environment)
                if turn and found:
                    times[name].append(found)
    return times


def format_table(times: Mapping[str, Sequence[Cost]]) -> str:
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
