"""
The package by the name under which it is installed.

    import collabgraph

    explored = collabgraph.explore("entities.yaml")

Everything public of `graph` stands here too. A file of one's own is easily called `graph.py`, and
Python takes it for the package; this module finds the real one, which stands beside it.
"""

import sys
from importlib.machinery import PathFinder
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any
from warnings import warn

if TYPE_CHECKING:
    from graph import *  # noqa: F403 - what type checkers and editors know of this module

_HOME = Path(__file__).resolve().parent.parent / "graph"


def run() -> None:
    """Run the command `collabgraph`, and end the process."""
    from graph.__main__ import run as run_command

    run_command()


def _load() -> ModuleType:
    known = sys.modules.get("graph")
    if known is None:
        return _load_home()
    file = getattr(known, "__file__", None)
    if not _is_home(file):
        raise ImportError(
            f"{file} was imported as 'graph', which is the name of a package of "
            "collabgraph: rename it, or import collabgraph where it is not imported",
            name=__name__,
        )
    return known


def _load_home() -> ModuleType:
    places = [str(_HOME)]
    spec = spec_from_file_location(
        "graph", _HOME / "__init__.py", submodule_search_locations=places
    )
    assert spec is not None
    assert spec.loader is not None
    package = sys.modules["graph"] = module_from_spec(spec)
    try:
        spec.loader.exec_module(package)
    except BaseException:
        del sys.modules["graph"]
        raise
    return package


def _is_home(file: str | None) -> bool:
    return file is not None and Path(file).resolve().parent == _HOME


def _warn_of_shadow() -> None:
    found = PathFinder.find_spec("graph")
    if found and found.origin and not _is_home(found.origin):
        warn(
            f"{found.origin} has the name of a package of collabgraph, which 'import graph' takes "
            "in this process: rename it to use both",
            stacklevel=3,
        )


_package = _load()
__all__ = _package.__all__


def __getattr__(name: str) -> Any:
    if name in __all__:
        _warn_of_shadow()
    return getattr(_package, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
