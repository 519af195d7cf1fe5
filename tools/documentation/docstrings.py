"""Docstrings in the form of Google as Markdown, and signatures as they stand in the source."""

import ast
import inspect
import re
import textwrap
from collections.abc import Iterator
from typing import Any

_SECTION = re.compile(r"(Args|Returns|Yields|Raises):")
_ENTRY = re.compile(r"([`\w]+): (.*)", re.DOTALL)
_FIELD = re.compile(r"`\w+`(?:, `\w+`)*: ")
_TITLES = {"Args": "Takes", "Returns": "Returns", "Yields": "Yields", "Raises": "Raises"}
_WIDEST = 88  # characters of a signature on one line


def write_docstring(text: str) -> list[str]:
    """
    Turn a docstring into lines of Markdown, paragraphs apart.

    >>> write_docstring("Do it.\\n\\nArgs:\\n    how: Well,\\n        or not.\\n\\n>>> 1\\n1")
    ['Do it.', '', 'Takes:', '', '- `how`: Well, or not.', '', '```pycon', '>>> 1', '1', '```']
    """
    paragraphs = [_write_paragraph(part) for part in _split_paragraphs(inspect.cleandoc(text))]
    return [line for paragraph in paragraphs for line in ("", *paragraph)][1:]


def summarise(text: str) -> str:
    """
    Take the first paragraph of a docstring, on one line.

    >>> summarise("Do it\\n  well.\\n\\nMore.")
    'Do it well.'
    """
    return _join(inspect.cleandoc(text).split("\n\n")[0])


def write_signature(thing: Any) -> list[str]:
    """
    Write how a function is called, or the fields of a class, as they stand in the source.

    An argument a line where all do not fit on one.
    """
    node = _parse(thing)
    if isinstance(node, ast.ClassDef):
        return list(_write_fields(node))
    return _write_call(node)


def list_methods(thing: type) -> Iterator[tuple[str, str]]:
    """Walk over the public methods and properties of a class: how each is used, what it does."""
    for node in _parse(thing).body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            plain = any(ast.unparse(one).endswith("property") for one in node.decorator_list)
            call = node.name if plain else " ".join(_write_call(node, drop=1))
            yield call, summarise(ast.get_docstring(node) or "")


def _split_paragraphs(text: str) -> Iterator[str]:
    # Pieces of code that a blank line parts are one.
    code: list[str] = []
    for part in text.split("\n\n"):
        if part.startswith("    "):
            code.append(part)
            continue
        if code:
            yield "\n\n".join(code)
            code = []
        yield part
    if code:
        yield "\n\n".join(code)


def _write_paragraph(text: str) -> list[str]:
    first, _, rest = text.partition("\n")
    if section := _SECTION.fullmatch(first):
        return [f"{_TITLES[section[1]]}:", "", *_write_entries(section[1], textwrap.dedent(rest))]
    if text.startswith(">>>"):
        return ["```pycon", *text.split("\n"), "```"]
    if text.startswith("    "):
        return ["```python", *textwrap.dedent(text).split("\n"), "```"]
    if _FIELD.match(text):
        return [f"- {_join(field)}" for field in re.split(rf"\n(?={_FIELD.pattern})", text)]
    return [_join(text)]


def _write_entries(section: str, text: str) -> list[str]:
    if section in ("Returns", "Yields") and not _ENTRY.match(text):
        return [_join(text)]
    entries = re.split(r"\n(?! )", text)
    return [f"- {_write_entry(_join(entry))}" for entry in entries]


def _write_entry(text: str) -> str:
    entry = _ENTRY.fullmatch(text)
    return f"`{entry[1].strip('`')}`: {entry[2]}" if entry else text


def _join(text: str) -> str:
    return " ".join(text.split())


def _parse(thing: Any) -> Any:
    return ast.parse(textwrap.dedent(inspect.getsource(thing))).body[0]


def _write_fields(node: ast.ClassDef) -> Iterator[str]:
    bases = ", ".join(ast.unparse(base) for base in node.bases)
    yield f"class {node.name}({bases})" if bases else f"class {node.name}"
    for one in node.body:
        if isinstance(one, ast.AnnAssign):
            value = f" = {ast.unparse(one.value)}" if one.value else ""
            yield f"    {ast.unparse(one.target)}: {_write_type(one.annotation)}{value}"


def _write_call(node: Any, drop: int = 0) -> list[str]:
    returns = f" -> {_write_type(node.returns)}" if node.returns else ""
    arguments = list(_list_arguments(node.args))[drop:]
    whole = f"{node.name}({', '.join(arguments)}){returns}"
    if len(whole) <= _WIDEST:
        return [whole]
    return [f"{node.name}(", *(f"    {argument}," for argument in arguments), f"){returns}"]


def _list_arguments(node: ast.arguments) -> Iterator[str]:
    placed = [*node.posonlyargs, *node.args]
    bare = [None] * (len(placed) - len(node.defaults))
    for argument, default in zip(placed, [*bare, *node.defaults], strict=True):
        yield _write_argument(argument, default)
        if node.posonlyargs and argument is node.posonlyargs[-1]:
            yield "/"
    if node.vararg:
        yield f"*{_write_argument(node.vararg, None)}"
    elif node.kwonlyargs:
        yield "*"
    for argument, default in zip(node.kwonlyargs, node.kw_defaults, strict=True):
        yield _write_argument(argument, default)
    if node.kwarg:
        yield f"**{_write_argument(node.kwarg, None)}"


def _write_argument(node: ast.arg, default: ast.expr | None) -> str:
    kind = f": {_write_type(node.annotation)}" if node.annotation else ""
    return f"{node.arg}{kind}" + (f" = {ast.unparse(default)}" if default else "")


def _write_type(node: ast.expr) -> str:
    # Without the quotes that the source needs where a name is not loaded yet.
    quoted = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return ast.literal_eval(node) if quoted else ast.unparse(node)
