"""pyvis without IPython: the same page, and nothing of the stand-in left."""

import hashlib
import json

import pytest
from elsewhere import run_python

DRAW = """
import hashlib, importlib.abc, json, sys

class Without(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in sys.argv[1:]:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Without())
import graph
explored = graph.explore("entities.yaml")
page = graph.render_page(explored.bipartite, explored.network)
again = graph.render_page(explored.bipartite, explored.network)
came = sorted({name.split(".")[0] for name in sys.modules} & {"IPython", "jedi", "traitlets"})
print(json.dumps([hashlib.sha256(page.encode()).hexdigest(), page == again, came]))
"""


@pytest.fixture(scope="module")
def with_it() -> list[object]:
    """What a process draws that may import everything."""
    return list(json.loads(run_python("-c", DRAW).stdout))


def test_the_page_is_the_same_without_ipython(with_it: list[object]) -> None:
    """Nothing that is drawn comes from IPython, and nothing pretends afterwards to be it."""
    without = json.loads(run_python("-c", DRAW, "IPython").stdout)

    assert without == [with_it[0], True, []]
    assert len(str(with_it[0])) == len(hashlib.sha256().hexdigest())


def test_it_is_loaded_where_a_page_is_drawn_and_nowhere_else() -> None:
    """Questions, reports and exports come to an answer without pyvis."""
    code = """
import sys
from click.testing import CliRunner
from graph.cli import main
for call in (["list", "ties"], ["report"], ["metrics"], ["export", "gexf"], ["check"]):
    assert CliRunner().invoke(main, call).exit_code == 0, call
print(sorted({name.split(".")[0] for name in sys.modules} & {"IPython", "pyvis", "jsonpickle"}))
"""

    assert run_python("-c", code).stdout == b"[]\n"
