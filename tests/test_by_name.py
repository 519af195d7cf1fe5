"""`import collabgraph`: the package by its own name, also beside another `graph.py`."""

import json
import os
from pathlib import Path

import pytest
from conftest import ROOT
from elsewhere import run_python

import collabgraph
import graph

OTHER = "def mine():\n    return 'mine'\n"
KUSTLAND = ROOT / "tests" / "data" / "kustland" / "entities.yaml"


@pytest.fixture
def shadowed(tmp_path: Path) -> Path:
    """A folder of one's own, with a `graph.py` in it."""
    (tmp_path / "graph.py").write_text(OTHER, encoding="utf-8")
    return tmp_path


def test_it_is_the_package_by_another_name() -> None:
    """Each public name is the same thing by both names, and completion lists them all."""
    assert collabgraph.__version__ == graph.__version__
    assert collabgraph.__all__ == graph.__all__
    for name in graph.__all__:
        assert getattr(collabgraph, name) is getattr(graph, name)
        assert name in dir(collabgraph)
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        collabgraph.nonsense  # noqa: B018 - the look-up is the test


def test_without_another_nothing_is_said() -> None:
    """No warning, not even as an error, where nothing is called `graph` but the package."""
    code = "from collabgraph import explore; print(explore.__module__)"

    done = run_python("-W", "error", "-c", code)

    assert (done.stdout, done.stderr) == (b"graph.pipeline\n", b"")


def test_a_library_of_that_name_is_noticed(shadowed: Path) -> None:
    """What is imported is the package, and a warning names the file that has its name."""
    (shadowed / "work.py").write_text(
        "from collabgraph import explore\n"
        f"print(len(explore({str(KUSTLAND)!r}).network))\n"
        "from graph.words.speak import Speaker\n"
        "print(Speaker('nl'))\n",
        encoding="utf-8",
    )

    done = run_python("work.py", cwd=shadowed)

    assert done.stdout.decode().splitlines() == ["8", "Speaker(language='nl')"]
    said = done.stderr.decode()
    assert said.count("UserWarning") == 1
    assert f"{shadowed / 'graph.py'} has the name of a package of collabgraph" in said
    assert "work.py:1" in said


def test_another_that_came_first_is_named(shadowed: Path) -> None:
    """Two packages of one name cannot be in one process: the error says which file it is."""
    code = "import graph; print(graph.mine(), flush=True); import collabgraph"

    done = run_python("-c", code, cwd=shadowed, code=1)

    assert done.stdout == b"mine\n"
    last = done.stderr.decode().splitlines()[-1]
    assert last.startswith(f"ImportError: {shadowed / 'graph.py'} was imported as 'graph'")
    assert "rename it" in last


@pytest.mark.parametrize("name", ["graph.py", "graph/__init__.py", "graph/readme.txt"])
def test_the_command_works_all_the_same(tmp_path: Path, name: str) -> None:
    """`python -m collabgraph` answers in a folder with a `graph` of any kind, and is quiet."""
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text(OTHER, encoding="utf-8")
    asked = ("list", "organisations", "--format", "json", "--data", str(KUSTLAND))

    done = run_python("-m", "collabgraph", *asked, cwd=tmp_path)

    assert len(json.loads(done.stdout)["organisations"]) == 8
    assert done.stderr == b""


def test_the_installed_command_works_all_the_same(shadowed: Path) -> None:
    """So does what the script of the command calls, with that folder first on the path."""
    places = os.pathsep.join((str(shadowed), str(ROOT)))
    code = "import sys; sys.argv = ['collabgraph', '--version']; from collabgraph import run; run()"

    done = run_python("-c", code, cwd=shadowed, settings={"PYTHONPATH": places})

    assert done.stdout.decode() == f"collabgraph, version {graph.__version__}\n"
    assert done.stderr == b""


def test_a_package_that_cannot_be_read_leaves_nothing_behind(tmp_path: Path) -> None:
    """Where the package beside it is broken, its error is shown, and no half of it stays."""
    (tmp_path / "graph").mkdir()
    (tmp_path / "graph" / "__init__.py").write_text("1 / 0\n", encoding="utf-8")
    (tmp_path / "collabgraph").mkdir()
    source = (ROOT / "collabgraph" / "__init__.py").read_text(encoding="utf-8")
    (tmp_path / "collabgraph" / "__init__.py").write_text(source, encoding="utf-8")
    code = """
import sys
try:
    import collabgraph
except ZeroDivisionError:
    print("graph" in sys.modules)
"""

    done = run_python("-c", code, settings={"PYTHONPATH": str(tmp_path)}, cwd=tmp_path)

    assert done.stdout == b"False\n"


def test_it_loads_no_more_than_the_package(tmp_path: Path) -> None:
    """The other name costs no library."""
    code = """
import sys
import graph
before = set(sys.modules)
import collabgraph
print(sorted({name.split(".")[0] for name in {*sys.modules} - before}))
"""

    assert b"networkx" not in run_python("-c", code).stdout
    assert b"click" not in run_python("-c", code).stdout
