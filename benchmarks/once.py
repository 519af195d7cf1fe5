"""
One measurement, in the process that runs it: `benchmarks.growth` starts this in fresh ones.

    python -m benchmarks.once explore entities.yaml
    python -m benchmarks.once CSafeLoader entities.yaml

What is imported does not count here: that is what `benchmarks.cold` is for.
"""

import gc
import json
import sys
from itertools import pairwise
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from time import process_time

import networkx as nx
import yaml

from graph.pipeline import explore
from graph.write.graphs import write_graphml

PAUSED = "+paused"
"""After the name of a loader: with the cyclic garbage collector paused."""


def time_explore(path: Path) -> dict[str, float]:
    """Go from a curated file to both GraphML files, and give the CPU seconds of each step."""
    nx.empty_graph()  # so that what networkx puts off until its first use does not count
    began: list[tuple[str, float]] = []

    def tell(step: str) -> None:
        began.append((step, process_time()))

    explored = explore(path, tell=tell)
    tell("export")
    write_graphml(explored.network)
    write_graphml(explored.bipartite)
    tell("end")
    seconds = {step: end - start for (step, start), (_, end) in pairwise(began)}
    return seconds | {"all": began[-1][1] - began[0][1]}


def time_loader(path: Path, name: str) -> dict[str, float]:
    """Parse a curated file with one of PyYAML's loaders, and give the CPU seconds."""
    text = path.read_text(encoding="utf-8")
    loader = getattr(yaml, name.removesuffix(PAUSED))
    if name.endswith(PAUSED):
        gc.disable()
    start = process_time()
    yaml.load(text, Loader=loader)
    return {"all": process_time() - start}


def main() -> None:
    """Measure what the command line names, and print seconds and peak memory as JSON."""
    what, path = sys.argv[1], Path(sys.argv[2])
    seconds = time_explore(path) if what == "explore" else time_loader(path, what)
    unit = 1 if sys.platform == "darwin" else 1024
    peak = getrusage(RUSAGE_SELF).ru_maxrss * unit / 1e6
    print(json.dumps({"seconds": seconds, "peak_mb": peak}))


if __name__ == "__main__":
    main()
