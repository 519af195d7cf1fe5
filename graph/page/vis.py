"""pyvis, also without the IPython that it asks for."""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any


def import_pyvis() -> Any:
    """
    Import pyvis with its `network` and `node`.

    It takes `IFrame` from IPython, for the one method that shows a file in a notebook, which
    nothing here calls. Where IPython is not installed, something empty stands in meanwhile.
    """
    try:
        import_module("IPython.display")
    except ImportError:
        return _import_without()
    return _import_with_modules()


def _import_without() -> Any:
    package, display = ModuleType("IPython"), ModuleType("IPython.display")
    vars(display)["IFrame"] = object
    sys.modules |= {one.__name__: one for one in (package, display)}
    try:
        return _import_with_modules()
    finally:
        for one in (package, display):
            del sys.modules[one.__name__]


def _import_with_modules() -> Any:
    for name in ("pyvis.network", "pyvis.node"):
        import_module(name)
    return sys.modules["pyvis"]
