"""One whole process, and what it cost."""

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

ROOT = Path(__file__).parent.parent


class Cost(NamedTuple):
    """What a process cost: seconds by the clock, seconds of CPU, peak memory in MB."""

    clock: float
    cpu: float
    peak: float


_MAKES_A_DIFFERENCE = (
    *("PYTHONDONTWRITEBYTECODE", "COLLABGRAPH_DATA", "COLLABGRAPH_CACHE"),
    "COLLABGRAPH_LANGUAGE",
)


def make_environment(bytecode: str) -> dict[str, str]:
    """
    Make an environment in which processes cost the same wherever they are run.

    Args:
        bytecode: A folder for what Python compiles: whether the checkout holds any, or this shell
            forbids it, changes nothing.
    """
    kept = {name: value for name, value in os.environ.items() if name not in _MAKES_A_DIFFERENCE}
    return kept | {"PYTHONPYCACHEPREFIX": bytecode}


class FailedError(Exception):
    """A process ended with an error; what it wrote to stderr."""


def run_python(
    arguments: Sequence[str],
    *,
    limit: int | None = None,
    checkout: Path = ROOT,
    environment: Mapping[str, str] | None = None,
) -> Cost | None:
    """
    Run Python with these arguments until it ends; its output is thrown away.

    Args:
        arguments: What stands behind `python`.
        limit: Seconds of CPU, after which the process is stopped.
        checkout: The folder to run in, whose modules come first.
        environment: Variables of the process; those of this one unless given.

    Returns:
        What it cost; None where it was stopped at the limit.

    Raises:
        FailedError: It ended with an error.
    """

    def hold_to_limit() -> None:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 5))

    start = perf_counter()
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=checkout,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        preexec_fn=hold_to_limit,
    )
    assert process.stderr  # it is a pipe
    said = process.stderr.read().decode("utf-8", "replace")
    process.stderr.close()
    _, status, usage = os.wait4(process.pid, 0)
    clock, cpu = perf_counter() - start, usage.ru_utime + usage.ru_stime
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode == -signal.SIGXCPU:
        return None
    if process.returncode:
        raise FailedError(f"{' '.join(arguments)}: ended with {process.returncode}: {said}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(clock, cpu, usage.ru_maxrss * unit / 1e6)
