"""Feed the readers inputs that nobody would write, and keep each that one of them trips over."""

import argparse
import hashlib
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from typing import NamedTuple

from fuzzing.mutate import mutate
from fuzzing.targets import CORPUS, Target, list_inputs, list_targets

_LONGEST = 10  # seconds for one input: these are small
_MOST_KEPT = 2_000  # inputs that a reader answered in a way of its own, to go on from


class Failure(NamedTuple):
    """An input that a reader tripped over: the error, and the place in the code."""

    data: bytes
    said: str
    where: str


@dataclass
class Run:
    """What became of a reader: how many inputs it got, and one failure for each place of it."""

    name: str
    inputs: int = 0
    failures: dict[str, Failure] = field(default_factory=dict)


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzz every reader for a share of the time; 1 where one failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=5, help="for all readers together")
    parser.add_argument("--target", action="append", help="only this reader; can be repeated")
    parser.add_argument("--seed", type=int, default=1, help="the same one gives the same inputs")
    parser.add_argument("--keep", type=Path, default=CORPUS, help="where failing inputs go")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        targets = list_targets(Path(folder))
        if unknown := set(given.target or ()) - {target.name for target in targets}:
            parser.error(f"there is no reader {', '.join(sorted(unknown))}")
        targets = [one for one in targets if not given.target or one.name in given.target]
        share = given.minutes * 60 / len(targets)
        failed = False
        for name, read in targets:
            target = Target(name, partial(_limit, read))
            goes_on = partial(_is_before, time.monotonic() + share)
            run = fuzz(target, list_inputs(target.name), Random(given.seed), goes_on)
            print(f"{run.name}: {run.inputs} inputs, {len(run.failures)} failures", flush=True)
            for failure in run.failures.values():
                failed = True
                print(f"{keep(failure.data, given.keep / run.name)}:\n{failure.said}", flush=True)
    return int(failed)


def fuzz(
    target: Target, inputs: Sequence[bytes], random: Random, goes_on: Callable[[], bool]
) -> Run:
    """
    Feed a reader its inputs as they are, and then changed.

    An input whose outcome is new (another error, or another place of it) is changed further.

    Args:
        target: The reader.
        inputs: What to start from.
        random: Chooses what to change.
        goes_on: Asked before each input.

    Returns:
        How many it read, and each failure once: by where it happened, with the input.
    """
    run = Run(target.name)
    pool = list(inputs)
    seen: set[str] = set()
    todo = list(inputs)
    while goes_on():
        data = todo.pop() if todo else mutate(random.choice(pool), inputs, random)
        run.inputs += 1
        outcome = try_input(target, data)
        if isinstance(outcome, Failure):
            run.failures.setdefault(outcome.where, outcome)
        elif outcome not in seen and len(pool) < _MOST_KEPT:
            seen.add(outcome)
            pool.append(data)
    return run


def try_input(target: Target, data: bytes) -> str | Failure:
    """Read one input: a word for what came of it, or a failure."""
    try:
        return target.read(data)
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-4:]
        where = "".join(f"  {one.filename}:{one.lineno} {one.name}\n" for one in last)
        name = type(error).__name__
        return Failure(data, f"{name}: {str(error)[:200]}\n{where}", name + where)


def keep(data: bytes, folder: Path) -> Path:
    """Write a failing input under a name that its bytes give, and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"failed-{hashlib.sha256(data).hexdigest()[:12]}"
    file.write_bytes(data)
    return file


def _is_before(end: float) -> bool:
    return time.monotonic() < end


def _limit(read: Callable[[bytes], str], data: bytes) -> str:
    """Read an input, and stop a reader that takes too long."""
    signal.signal(signal.SIGALRM, _stop)
    signal.alarm(_LONGEST)
    try:
        return read(data)
    finally:
        signal.alarm(0)


def _stop(signal_number: int, frame: object) -> None:
    raise TimeoutError(f"more than {_LONGEST} seconds")


if __name__ == "__main__":
    sys.exit(main())
