"""What every test can ask for: the command, the real data, the shared folder, a browser."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

# How many cases a property is tried on. By default the same few each time, so that a run that
# fails fails again; `HYPOTHESIS_PROFILE=thorough` draws many, and others at every run. How long a
# case takes says nothing about it: the machine may be busy.
UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("default", UNTIMED, max_examples=50, derandomize=True)
settings.register_profile("quick", UNTIMED, max_examples=5, derandomize=True)  # `make mutants`
settings.register_profile("thorough", UNTIMED, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what starts a browser, so that `make check` can leave it to `make test`."""
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Errors and help in English, whoever runs the tests; those of another language ask for it."""
    monkeypatch.delenv("COLLABGRAPH_LANGUAGE", raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run `collabgraph` in the root of the checkout; the result keeps stdout and stderr apart."""
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("COLLABGRAPH_DATA", raising=False)
    monkeypatch.setenv("COLLABGRAPH_LANGUAGE", "en")  # the data of most tests are Dutch

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


@pytest.fixture(scope="session")
def chromium() -> "Iterator[Browser]":
    """One browser for all tests; where there is none, the tests fail and say what to do."""
    from find_chromium import ADVICE, find_chromium
    from page.watched import FLAGS
    from playwright.sync_api import sync_playwright

    path = find_chromium()
    if path is None:
        pytest.fail(ADVICE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()
