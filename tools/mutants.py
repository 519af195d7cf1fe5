"""Change the core in one place at a time, and ask whether a test notices."""

import argparse
import ast
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from random import Random
from typing import NamedTuple

import hypothesis  # noqa: F401 - here, so that no child needs to load it
import networkx as nx  # noqa: F401
import numpy as np  # noqa: F401
import pytest
import yaml  # noqa: F401

ROOT = Path(__file__).parents[1]
CORE = ("model", "select", "network", "query")
_ELSEWHERE = ("columns", "spark", "lookalikes", "codes", "vocabulary", "divisions")
"""What is held by other means: engines against each other, tables of words by their tests."""
_SEED = 13
_LONGEST = 300  # seconds: a mutant that runs on without end is noticed as well
_NEXT = ("tests/query", "tests/select", "tests/network", "tests/validate/test_validate.py")

_OPTIONS = (
    *("-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-m", "not browser"),
    *("--ignore-glob", "*test_columns*"),  # engines for large data, held equal to what is changed
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),  # of what is loaded already, above
)
_GOOD = (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED)

_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_SUMS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_SIGNS: dict[type[ast.AST], str] = {
    **{ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!="},
    **{ast.In: "in", ast.NotIn: "not in", ast.Is: "is", ast.IsNot: "is not"},
    **{ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.BitOr: "|", ast.BitAnd: "&"},
}
_CALLS = {"sorted": "list", "min": "max", "max": "min", "any": "all", "all": "any"}


class Mutant(NamedTuple):
    """One change: the module, the line, what becomes what, and which of its changes that is."""

    file: str
    line: int
    change: str
    number: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.change}"


class Change(NamedTuple):
    """A change that a tree can undergo: `make` makes it."""

    line: int
    said: str
    make: Callable[[], object]


def main(arguments: Sequence[str] | None = None) -> int:
    """Try a fixed sample of mutants; 1 where less than the share asked for is killed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=100, help="mutants, the same every time")
    parser.add_argument("--least", type=int, default=95, help="percent that must be killed")
    parser.add_argument("--only", default="", help="mutants whose place holds this text")
    given = parser.parse_args(arguments)
    every = [mutant for file in list_core() for mutant in list_mutants(file)]
    sample = Random(_SEED).sample(every, min(given.sample, len(every)))
    chosen = sorted(one for one in sample if given.only in str(one))
    print(f"{len(chosen)} of {len(every)} mutants", flush=True)
    survivors = []
    with tempfile.TemporaryDirectory() as folder:
        judge = Judge(copy_checkout(Path(folder)))
        for mutant in chosen:
            killed = judge.is_killed(mutant)
            print(f"{'killed' if killed else 'SURVIVED'}  {mutant}", flush=True)
            survivors += [] if killed else [mutant]
    share = 100 * (len(chosen) - len(survivors)) / max(1, len(chosen))
    print(f"{len(chosen) - len(survivors)} of {len(chosen)} killed, {share:.0f} %")
    return int(share < given.least)


def list_core() -> list[Path]:
    """List the modules that are changed."""
    return [
        file
        for package in CORE
        for file in sorted((ROOT / "graph" / package).rglob("*.py"))
        if not any(part in file.parts or part == file.stem for part in _ELSEWHERE)
    ]


def list_mutants(file: Path) -> list[Mutant]:
    """List every mutant of a module."""
    name = file.relative_to(ROOT).as_posix()
    changes = find_changes(ast.parse(file.read_text(encoding="utf-8")))
    return [Mutant(name, one.line, one.said, number) for number, one in enumerate(changes)]


def find_changes(tree: ast.Module) -> list[Change]:
    """
    Find every change that a module can undergo in one place.

    >>> [one.said for one in find_changes(ast.parse("a = b < 1 and sorted(c)"))]
    ['and -> or', '< -> <=', 'sorted -> list', '1 -> 2']
    """
    spared = {id(one) for node in ast.walk(tree) for one in _list_spared(node)}
    return [
        Change(getattr(node, "lineno", 0), said, make)
        for node in ast.walk(tree)
        if id(node) not in spared
        for said, make in _change(node)
    ]


def write_mutant(text: str, number: int) -> str:
    """
    Write a module with one change.

    >>> write_mutant("for a in b:\\n    break", 0)
    'for a in b:\\n    pass\\n'
    """
    tree = ast.parse(text)
    find_changes(tree)[number].make()
    return ast.unparse(tree) + "\n"


def _list_spared(node: ast.AST) -> Iterator[ast.AST]:
    """List what no test can notice: annotations, docstrings, `__all__`, how a value is shown."""
    match node:
        case ast.arg(annotation=ast.expr() as one) | ast.AnnAssign(annotation=one):
            yield from ast.walk(one)
        case ast.FunctionDef(returns=ast.expr() as returned, name=name) if name != "__repr__":
            yield from ast.walk(returned)
        case ast.FunctionDef(name="__repr__"):
            yield from ast.walk(node)
        case ast.keyword(arg="strict"):  # of `zip`: a guard against ourselves
            yield from ast.walk(node)
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        for decorator in node.decorator_list:
            yield from ast.walk(decorator)


def _change(node: ast.AST) -> Iterator[tuple[str, Callable[[], object]]]:
    match node:
        case ast.Compare(ops=[one]) if type(one) in _COMPARISONS:
            new = _COMPARISONS[type(one)]
            yield _say(one, new), partial(setattr, node, "ops", [new()])
        case ast.BinOp(op=op) if type(op) in _SUMS:
            yield _say(op, _SUMS[type(op)]), partial(setattr, node, "op", _SUMS[type(op)]())
        case ast.BoolOp(op=ast.And()):
            yield "and -> or", partial(setattr, node, "op", ast.Or())
        case ast.BoolOp(op=ast.Or()):
            yield "or -> and", partial(setattr, node, "op", ast.And())
        case ast.UnaryOp(op=ast.Not()):
            yield "not -> bool", partial(_become, node, _call("bool", node.operand))
        case ast.Call(func=ast.Name(id=name)) if name in _CALLS:
            new_name = _CALLS[name]
            args = node.args[:1] if new_name == "list" else node.args
            keywords = [] if new_name == "list" else node.keywords
            call = ast.Call(ast.Name(new_name, ast.Load()), args, keywords)
            yield f"{name} -> {new_name}", partial(_become, node, call)
        case ast.Constant(value=bool() as flag):
            yield f"{flag} -> {not flag}", partial(setattr, node, "value", not flag)
        case ast.Constant(value=int() as count):
            yield f"{count} -> {count + 1}", partial(setattr, node, "value", count + 1)
        case ast.Break() | ast.Continue():
            yield f"{type(node).__name__.lower()} -> pass", partial(_become, node, ast.Pass())
        case ast.If(test=test) | ast.IfExp(test=test):
            yield "if -> if not", partial(setattr, node, "test", ast.UnaryOp(ast.Not(), test))


def _say(old: ast.AST, new: type[ast.AST]) -> str:
    return f"{_SIGNS[type(old)]} -> {_SIGNS[new]}"


def _call(name: str, argument: ast.expr) -> ast.Call:
    return ast.Call(ast.Name(name, ast.Load()), [argument], [])


def _become(node: ast.AST, other: ast.AST) -> None:
    node.__class__ = type(other)
    node.__dict__ = {**other.__dict__, "lineno": getattr(node, "lineno", 0), "col_offset": 0}


def copy_checkout(folder: Path) -> Path:
    """Copy what git knows of the checkout, so that a mutant never stands in it."""
    place = folder / "checkout"
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True
    )
    for name in listed.stdout.decode().splitlines():
        if (ROOT / name).is_file():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, place / name)
    return place


class Judge:
    """Runs the tests on a copy of the checkout, those nearest to a module first."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self._pass: dict[tuple[str, ...], bool] = {}

    def is_killed(self, mutant: Mutant) -> bool:
        """Tell whether a test that passes without a mutant fails with it."""
        file = self.place / mutant.file
        text = file.read_text(encoding="utf-8")
        for tests in self._list_tests(mutant.file):
            if not self._do_pass(tests):
                raise ValueError(f"these tests fail without a mutant: {' '.join(tests)}")
            file.write_text(write_mutant(text, mutant.number), encoding="utf-8")
            try:
                if not run_tests(tests, self.place):
                    return True
            finally:
                file.write_text(text, encoding="utf-8")
        return False

    def _do_pass(self, tests: tuple[str, ...]) -> bool:
        if tests not in self._pass:
            self._pass[tests] = run_tests(tests, self.place)
        return self._pass[tests]

    def _list_tests(self, file: str) -> Iterator[tuple[str, ...]]:
        _, package, *_, name = file.split("/")
        own = f"tests/{package}/test_{name}"
        yield (file, own) if (self.place / own).exists() else (file,)
        yield (f"tests/{package}",)
        yield _NEXT


def run_tests(tests: Sequence[str], place: Path) -> bool:
    """
    Run tests in a process of their own, that has the libraries and not yet the package.

    Returns:
        Whether they pass, in the time that there is.
    """
    child = os.fork()
    if child == 0:
        os.setsid()  # so that a test that ends a group of processes ends its own
        signal.alarm(_LONGEST)
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        os.chdir(place)
        os.environ["HYPOTHESIS_PROFILE"] = "quick"
        sys.path[:] = [str(place), *(one for one in sys.path if one not in ("", str(ROOT)))]
        sys.dont_write_bytecode = True
        os._exit(pytest.main([*_OPTIONS, *tests]) not in _GOOD)
    _, status = os.waitpid(child, 0)
    return status == 0


if __name__ == "__main__":
    sys.exit(main())
