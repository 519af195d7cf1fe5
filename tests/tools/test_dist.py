"""`make dist`: the same commit gives the same bytes, and just what is committed."""

import os
import shutil
import subprocess
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import ROOT
from hatchling.build import build_sdist, build_wheel
from make_dist import make_dist

import graph

NAMES = [
    f"collabgraph-{graph.__version__}-py3-none-any.whl",
    f"collabgraph-{graph.__version__}.cdx.json",
    f"collabgraph-{graph.__version__}.tar.gz",
]


@pytest.fixture(autouse=True)
def no_time_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away the variable that would fix the times."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.fixture
def strict_mask() -> Iterator[None]:
    """Make files that nobody else may read."""
    before = os.umask(0o077)
    yield
    os.umask(before)


@pytest.fixture
def commit(tmp_path: Path) -> Path:
    """A repository of its own with the files of this checkout, committed, and one that is not."""
    root = tmp_path / "checkout"
    leave_out = shutil.ignore_patterns(
        *(".git", ".venv*", ".*_cache", ".hypothesis", "__pycache__", "dist", "lib"),
        *("output", "data"),  # what is in them is not what is tested here
    )
    shutil.copytree(ROOT, root, ignore=leave_out)
    git: Callable[..., object] = lambda *arguments: subprocess.run(  # noqa: E731
        ["git", "-c", "user.name=x", "-c", "user.email=x", *arguments],
        cwd=root,
        check=True,
        capture_output=True,
        env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull},
    )
    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "--message", "All")
    (root / "graph" / "not_committed.py").write_text("", encoding="utf-8")
    return root


def test_a_commit_gives_the_same_bytes_anywhere(
    commit: Path, tmp_path: Path, strict_mask: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Built through `make dist`, and by hand in a folder with other times and modes."""
    other = tmp_path / "other"
    made = make_dist(commit, tmp_path / "dist")
    (commit / "graph" / "not_committed.py").unlink()
    shutil.copytree(commit, other, ignore=shutil.ignore_patterns(".git"))
    for number, path in enumerate(sorted(other.rglob("*"))):
        os.utime(path, (10**9 + number, 10**9 + number))
        path.chmod(path.stat().st_mode & 0o700)  # who may run it is a part of the commit
    monkeypatch.chdir(other)

    by_hand = [build_wheel(str(tmp_path)), build_sdist(str(tmp_path))]

    assert [path.name for path in made] == NAMES
    for name in by_hand:
        assert (tmp_path / name).read_bytes() == (tmp_path / "dist" / name).read_bytes()


def test_what_is_not_committed_is_not_given_away(commit: Path, tmp_path: Path) -> None:
    """A file that lies about in the checkout is in none of the archives."""
    wheel, _, source = make_dist(commit, tmp_path / "dist")

    with zipfile.ZipFile(wheel) as archive:
        held = archive.namelist()
    with tarfile.open(source) as archive_:
        held += archive_.getnames()
    assert any(name.endswith("graph/__init__.py") for name in held)
    assert [name for name in held if "not_committed" in name] == []


def test_outside_of_a_checkout_nothing_is_built(tmp_path: Path) -> None:
    """Without git there is no commit to build."""
    with pytest.raises(subprocess.CalledProcessError):
        make_dist(tmp_path, tmp_path / "dist")
