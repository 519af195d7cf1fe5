"""The files around the code: locks, CI, make, and what the README promises of them."""

import re
import stat
import tomllib
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT
from hatchling.build import build_wheel
from packaging.requirements import Requirement

LOCKS = ("requirements.txt", "requirements-dev.txt", "requirements-spark.txt")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def read(name: str) -> str:
    """A file of the checkout, as text."""
    return (ROOT / name).read_text(encoding="utf-8")


def locked(name: str) -> dict[str, str]:
    """The version of each package that a lock file pins."""
    return {
        match[1].lower().replace("_", "-"): match[2]
        for match in re.finditer(r"^([\w.-]+)==([^\s;]+)", read(name), re.MULTILINE)
    }


def wanted(*groups: str) -> list[Requirement]:
    """What pyproject.toml asks for, to build, to run and for some groups of developers."""
    lines = [*PROJECT["build-system"]["requires"], *PROJECT["project"]["dependencies"]]
    for group in groups:
        lines += PROJECT["dependency-groups"][group]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_place(name: str) -> None:
    """A lock file holds pins, hashes and who asks for what: no index, no host, no path."""
    lines = [line for line in read(name).split("\n") if line.strip()]
    odd = [
        line
        for line in lines
        if not re.fullmatch(
            r"[\w.-]+==[\w.+!]+( ; [^/:]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?"
            r"|    # via( [\w.-]+)?|    #   [\w.-]+|    #( via|  ) (-c requirements-dev\.txt"
            r"|-r \.venv-lock/build\.in|collabgraph \(pyproject\.toml(:(dev|spark))?\))",
            line,
        )
    ]

    assert odd == []


@pytest.mark.parametrize(
    ("name", "requirement"),
    [
        *((LOCKS[0], requirement) for requirement in wanted()),
        *((LOCKS[1], requirement) for requirement in wanted("dev")),
        *((LOCKS[2], Requirement(line)) for line in PROJECT["dependency-groups"]["spark"]),
    ],
    ids=str,
)
def test_everything_is_locked(name: str, requirement: Requirement) -> None:
    """Each dependency is pinned to a version that its range allows."""
    version = locked(name).get(requirement.name.lower().replace("_", "-"))

    assert version is not None, f"{requirement} is not locked, run make lock"
    assert requirement.specifier.contains(version), f"{requirement}: {version}, run make lock"


@pytest.mark.parametrize("name", LOCKS[:2])
def test_nothing_is_locked_that_only_ipython_needs(name: str) -> None:
    """pyvis asks for IPython, which brings 16 packages; `graph/page/vis.py` draws without it."""
    unwanted = {"ipython", "jedi", "matplotlib-inline", "prompt-toolkit", "stack-data", "traitlets"}

    assert unwanted & locked(name).keys() == set()
    assert "pyvis" in locked(name)


def test_the_locks_agree() -> None:
    """What two lock files pin they pin to the same version; Spark adds only itself."""
    run, dev, spark = (locked(name) for name in LOCKS)

    assert run.items() <= dev.items()
    assert spark.items() - dev.items() == {
        (name, version) for name, version in spark.items() if name in ("pyspark", "py4j")
    }


def test_ci_runs_the_tests_and_no_more() -> None:
    """CI runs `make test`, so that it cannot drift from the README."""
    commands = [
        line for line in read(".ci/run").split("\n") if line.strip() and not line.startswith("#")
    ]

    assert commands[0].startswith("set -")
    assert commands[-1] == "make test"
    assert len(commands) <= 3
    assert (ROOT / ".ci" / "run").stat().st_mode & stat.S_IXUSR


@pytest.mark.parametrize("command", ["make build", "make test"])
def test_the_readme_has_its_two_commands(command: str) -> None:
    """The two commands stand on the first screen of the README, and make knows them."""
    first_screen = "\n".join(read("README.md").split("\n")[:60])
    target = command.removeprefix("make ")

    assert f"$ {command}\n" in first_screen
    assert re.search(rf"^{target}: .*## ", read("Makefile"), re.MULTILINE)


def test_every_target_is_documented() -> None:
    """Every target that make offers has a line in `make help`."""
    phony = re.search(r"^\.PHONY: (.+)$", read("Makefile"), re.MULTILINE)
    documented = re.findall(r"^([a-z-]+):.*## ", read("Makefile"), re.MULTILINE)

    assert phony
    assert sorted(phony[1].split()) == sorted(documented)


def test_the_wheel_holds_the_package_and_says_that_it_is_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is installed is `graph/` and its other name, whole and with the marker of PEP 561."""
    monkeypatch.chdir(ROOT)

    with zipfile.ZipFile(tmp_path / build_wheel(str(tmp_path))) as wheel:
        held = {name for name in wheel.namelist() if ".dist-info/" not in name}

    assert {"graph/py.typed", "collabgraph/py.typed"} <= held
    assert held == {
        path.relative_to(ROOT).as_posix()
        for package in ("graph", "collabgraph")
        for path in (ROOT / package).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
