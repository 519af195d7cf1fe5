"""A module -> the changes that it can undergo in one place."""

import ast
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

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
    """One change: the module, the line, its text, what becomes what, and which of its changes."""

    file: str
    line: int
    text: str
    change: str
    number: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.change}"

    @property
    def identity(self) -> str:
        """What it is called wherever its line stands: the same line can hold it twice."""
        return f"{self.file}: {self.text}: {self.change}"


class Change(NamedTuple):
    """A change that a tree can undergo: `make` makes it."""

    line: int
    said: str
    make: Callable[[], object]


def list_mutants(name: str, text: str) -> list[Mutant]:
    """
    List every mutant of a module.

    Args:
        name: Its path from the root, for `Mutant.file`.
        text: The module.
    """
    rows = text.split("\n")
    return [
        Mutant(name, one.line, rows[one.line - 1].strip(), one.said, number)
        for number, one in enumerate(find_changes(ast.parse(text)))
    ]


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
        case ast.keyword(arg="strict" | "repr"):  # of `zip`, a guard; of a field, how it is shown
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
