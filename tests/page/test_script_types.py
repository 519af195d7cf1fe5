"""The types of the page's script, where TypeScript can be had."""

import shutil
import subprocess

import pytest
from conftest import ROOT

FETCH = ("npx", "--yes", "--package", "typescript@5.9.3")


def can_fetch() -> bool:
    """Whether TypeScript is there, or comes within two minutes."""
    try:
        fetched = subprocess.run(
            [*FETCH, "tsc", "--version"], capture_output=True, cwd=ROOT, timeout=120
        )
    except subprocess.TimeoutExpired:
        return False
    return fetched.returncode == 0


def test_types() -> None:
    """The script has no error of types; skipped where Node is not there or fetches nothing."""
    if not shutil.which("npx"):
        pytest.skip("needs Node, which is not here")
    if not can_fetch():
        pytest.skip("needs TypeScript, which cannot be fetched")

    checked = subprocess.run(
        [*FETCH, "tsc", "--project", "tsconfig.json"], capture_output=True, text=True, cwd=ROOT
    )

    assert checked.stdout == ""
