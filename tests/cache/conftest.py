"""A cache of one's own, and a copy of the small data file that is kept in it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT

KUSTLAND = ROOT / "tests" / "data" / "kustland"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache, in which files of any size are kept; the folder is not there yet."""
    monkeypatch.setenv("COLLABGRAPH_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr("graph.cache.LEAST_BYTES", 0)
    return tmp_path / "cache"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the data file of Kustland, with its digests."""
    return Path(shutil.copytree(KUSTLAND, tmp_path / "kustland")) / "entities.yaml"


@pytest.fixture
def kept(folder: Path) -> Callable[[], list[Path]]:
    """List the files in the cache, sorted by name."""
    return lambda: sorted(folder.iterdir()) if folder.is_dir() else []
