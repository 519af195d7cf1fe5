"""Imports point one way, and heavy libraries stand where they are used."""

import ast
import json
from collections.abc import Iterator

import pytest
from conftest import ROOT
from elsewhere import run_python

# The packages, each with those that it may import; the order is that of the journey.
MAY_IMPORT = {
    "words": set(),
    "model": {"words"},
    "read": {"model"},
    "schema": {"words", "model", "read"},
    "start": {"schema"},
    "scan": {"model", "read"},
    "intake": {"words", "model", "read", "schema", "scan"},
    "validate": {"model", "read", "schema", "scan"},
    "desk": {"model", "read", "schema", "scan", "validate"},
    "mend": {"model", "read", "schema", "validate"},
    "cache": {"", "model", "read", "schema", "validate"},
    "network": {"model"},
    "registers": {"model", "read", "schema", "validate", "network", "cache"},
    "advice": {"model", "read", "schema", "scan", "validate", "network", "findings"},
    "select": {"words", "model", "network"},
    "query": {"model", "schema", "read", "scan", "select", "network"},
    "findings": {"model", "network"},
    "write": {
        *("", "words", "model", "schema", "read", "scan", "select", "network", "query"),
        *("findings", "mend", "intake", "desk", "advice"),
    },
    "page": {"", "words", "model", "read", "schema", "select", "network", "query", "findings"},
    "notebook": {"pipeline", "page", "write"},
    "reading": {
        *("model", "read", "validate", "cache", "registers", "select", "network", "query"),
    },
    "pipeline": {"model", "reading", "select", "network", "findings", "page", "notebook"},
    "outputs": {"model", "network", "write", "page", "pipeline"},
    "serve": {
        *("words", "model", "read", "validate", "select", "write", "pipeline", "outputs"),
    },
    "cli": {
        *("", "words", "model", "read", "schema", "start", "scan", "intake", "validate", "desk"),
        *("select", "network", "query", "findings", "mend", "advice", "write", "reading"),
        *("pipeline", "outputs", "serve", "registers"),
    },
    "__main__": {"cli"},
    "": {
        *("model", "read", "validate", "select", "network", "findings", "query", "write"),
        *("page", "reading", "pipeline"),
    },
}
ONLY = {
    "yaml": {"read"},
    "sqlite3": {"cache", "write"},  # a store of our own, and a format of exports
    "platformdirs": {"cache"},
    "click": {"cli"},
    "http": {"serve"},
    "pyvis": {"page"},
    "rapidfuzz": {"scan"},
    "trafilatura": {"read"},
    "pypdfium2": {"read"},
    "docx": {"read"},
    "ftfy": {"intake"},
    "openpyxl": {"read"},
    "jinja2": {"page", "write"},
    "ibis": {"network"},
    "duckdb": {"registers", "network"},
    "pyarrow": {"read", "registers", "network", "write"},
    "xlsxwriter": {"write"},
}
HEAVY = {"networkx", "numpy", "pyvis", "IPython", "jinja2", "lxml"}
HEAVY |= {"ibis", "duckdb", "pyarrow", "pandas", "xlsxwriter"}
READERS = {"trafilatura", "pypdfium2", "docx"}
# Modules that are imported one after the other in one process, each with what it may not load.
LIGHT = {
    "graph": HEAVY | {"yaml", "click"},
    "graph.write.graphs": HEAVY | {"yaml", "click"},
    "graph.query.neighbours": HEAVY,
    "graph.cli": HEAVY,
    "graph.cli.why": HEAVY | {"yaml", "sqlite3"},
    "graph.cli.add": HEAVY | READERS,
    "graph.cli.review": HEAVY | READERS | {"rapidfuzz"},
    "graph.cli.propose": HEAVY | {"rapidfuzz"},
    "graph.cli.import": HEAVY | READERS | {"rapidfuzz", "ftfy", "openpyxl"},
    "graph.cli.scan": HEAVY | READERS | {"rapidfuzz"},
    "graph.scan.survey": HEAVY | {"rapidfuzz"},
    "graph.cli.report": HEAVY,
    "graph.write.reports.make": HEAVY,
    "graph.write.reports.formats": HEAVY,
    "graph.page.layout.positions": HEAVY,
    "graph.page.style.looks": HEAVY,
    "graph.page.build": HEAVY - {"jinja2"},
}


def parts() -> Iterator[tuple[str, ast.Module]]:
    """Each module of the package, under the name of the part it belongs to."""
    for path in sorted((ROOT / "graph").rglob("*.py")):
        steps = path.relative_to(ROOT / "graph").with_suffix("").parts
        name = "" if steps == ("__init__",) else steps[0]
        yield name, ast.parse(path.read_text(encoding="utf-8"))


def imports(module: ast.Module) -> Iterator[str]:
    """Every module that is imported, at the top or inside a function."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "graph":
                yield from (f"graph.{alias.name}" for alias in node.names)
            else:
                yield node.module


def test_imports_point_one_way() -> None:
    """Every part imports only what stands before it on the way."""
    wrong = []
    for name, module in parts():
        assert name in MAY_IMPORT, f"graph/{name} has no place yet: give it one in MAY_IMPORT"
        for imported in imports(module):
            package, _, rest = imported.partition(".")
            part = rest.split(".")[0]
            part = "" if part == "__version__" else part
            if package == "graph" and part not in MAY_IMPORT[name] and part != name:
                wrong.append((name, imported))

    assert wrong == []


def test_each_library_has_its_place() -> None:
    """Only one part reads YAML, one talks to the user, and one draws."""
    wrong = [
        (name, imported)
        for name, module in parts()
        for imported in imports(module)
        if name not in ONLY.get(imported.split(".")[0], {name})
    ]

    assert wrong == []


@pytest.fixture(scope="module")
def loaded() -> dict[str, set[str]]:
    """
    The libraries that came once a module is imported, all in one process from cold.

    What was there before does not count: what measures coverage loads libraries of its own.
    """
    code = """
import importlib, json, sys
before = set(sys.modules)
for name in sys.argv[1:]:
    importlib.import_module(name)
    print(json.dumps([name, sorted({module.split(".")[0] for module in {*sys.modules} - before})]))
"""
    done = run_python("-c", code, *LIGHT)
    return {name: set(found) for name, found in map(json.loads, done.stdout.splitlines())}


@pytest.mark.parametrize("module", LIGHT)
def test_what_is_heavy_is_imported_late(loaded: dict[str, set[str]], module: str) -> None:
    """Exporters load no library; questions, pages and reports none that they may not need."""
    assert "graph" in loaded[module]
    assert loaded[module] & LIGHT[module] == set()


def test_public_names() -> None:
    """Every public name is there, and `__all__` lists just those that the package knows."""
    import graph

    for name in graph.__all__:
        assert getattr(graph, name).__name__ == name
    assert sorted(graph._HOMES) == sorted(graph.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        graph.nonsense  # noqa: B018 - the look-up is the test
