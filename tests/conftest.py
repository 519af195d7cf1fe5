"""What every test can ask for: the command, the real data, the shared reference folder."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run `collabgraph` in the root of the checkout; the result keeps stdout and stderr apart."""
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("COLLABGRAPH_DATA", raising=False)

    def run_command(*arguments: str) -> Result:
        from graph.cli import main

        return CliRunner().invoke(main, [str(argument) for argument in arguments])

    return run_command


@pytest.fixture
def shared() -> Path:
    """The folder of reference data beside the checkout; the test is skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("needs ../shared, which is not beside this checkout")
    return SHARED
