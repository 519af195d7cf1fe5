"""`make fuzz`: what it finds is kept, and what it once found stays mended."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random

import pytest
from fuzz import Failure, fuzz, keep, try_input
from fuzzing.mutate import mutate
from fuzzing.targets import CORPUS, Target, list_inputs, list_targets

NAMES = sorted(folder.name for folder in CORPUS.iterdir())


@pytest.fixture(scope="module")
def targets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Target]:
    """The readers, by name."""
    return {one.name: one for one in list_targets(tmp_path_factory.mktemp("fuzz"))}


def test_every_reader_has_inputs(targets: dict[str, Target]) -> None:
    """None of them starts from nothing, and no folder of inputs is of none of them."""
    assert [name for name in targets if not list_inputs(name)] == []
    assert set(NAMES) <= targets.keys()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.filterwarnings("ignore::UserWarning")  # of networkx, about a key that is not there
def test_what_is_kept_is_read(targets: dict[str, Target], name: str) -> None:
    """No input of the corpus gives more than a message: what failed once is among them."""
    for file in sorted((CORPUS / name).iterdir()):
        outcome = try_input(targets[name], file.read_bytes())
        assert isinstance(outcome, str), f"{file.name}: {outcome}"


def _count(times: int) -> Iterator[bool]:
    yield from (True for _ in range(times))
    yield False


def _read(data: bytes) -> str:
    if b"?" in data:
        raise KeyError(len(data))  # each input says something else, in the same place
    return "read"


def test_a_failure_is_told_once_with_its_input(tmp_path: Path) -> None:
    """Of many inputs that fail in one place the first is kept, under a name that stays."""
    goes_on = partial(next, _count(500))

    run = fuzz(Target("marks", _read), [b"een", b"twee?"], Random(1), goes_on)

    assert run.inputs == 500
    (failure,) = run.failures.values()
    assert failure.data == b"twee?"
    assert failure.said.startswith("KeyError: 5\n")
    file = keep(failure.data, tmp_path / "marks")
    assert file.name == "failed-d6aa1c52906c"
    assert file.read_bytes() == b"twee?"


def test_the_same_seed_gives_the_same_inputs() -> None:
    """So that a failure can be looked for again."""
    seeds = [b"a: b\n- c\n", b"[r. 1] d"]

    def draw(seed: int) -> list[bytes]:
        random = Random(seed)
        return [mutate(seeds[0], seeds, random) for _ in range(200)]

    assert draw(1) == draw(1) != draw(2)
    assert len(set(draw(1))) > 150


def test_an_empty_input_is_changed_too() -> None:
    """Nothing is too short to change."""
    assert {mutate(b"", [b""], Random(seed)) for seed in range(50)} > {b""}


def test_a_failure_is_no_word() -> None:
    """A reader that fails gives a failure, one that reads a word for what it found."""
    assert try_input(Target("marks", _read), b"een") == "read"
    assert isinstance(try_input(Target("marks", _read), b"?"), Failure)
