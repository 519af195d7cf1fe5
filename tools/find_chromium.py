"""Print the path of a Chromium that starts; fetch one when there is none.

`make test` runs this file and hands its answer to the tests as `COLLABGRAPH_CHROMIUM`.
If that variable is set already, it decides. Otherwise a browser of the system comes first, then
Playwright's own. Failing both, Playwright's is downloaded; failing that, root installs Debian's.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

VARIABLE = "COLLABGRAPH_CHROMIUM"
COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
START_SECONDS = 60
FETCH_SECONDS = 900

ADVICE = f"""\
The tests need Chromium, and none could be found or fetched.
Install one (Debian: sudo apt-get install chromium), or set {VARIABLE} to the path of yours."""


def main() -> int:
    """Print the path and return 0, or say on stderr what to do and return 1."""
    path = find_chromium()
    if not path and (named := os.environ.get(VARIABLE)):
        _say(f"{VARIABLE} is {named!r}, which does not start.")
        return 1
    path = path or _fetch_chromium()
    if not path:
        _say(ADVICE)
        return 1
    print(path)
    return 0


def find_chromium() -> str | None:
    """Return the path of the first Chromium here that starts, or None. Nothing is fetched."""
    return next((path for path in _candidates() if _starts(path)), None)


def _candidates() -> Iterator[str]:
    named = os.environ.get(VARIABLE)
    yield from filter(None, map(shutil.which, [named] if named else COMMANDS))
    if not named:
        yield from (path for path in APPLICATIONS if Path(path).exists())
        yield from _playwright_chromium()


def _playwright_chromium() -> Iterator[str]:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    if Path(path).exists():
        yield path


def _starts(path: str) -> bool:
    """Tell whether this browser runs.

    A path alone says too little: Ubuntu's `chromium-browser` may be a notice about snaps, and a
    downloaded browser may miss libraries of the system.
    """
    return _runs(path, "--version", seconds=START_SECONDS, output=subprocess.DEVNULL)


def _fetch_chromium() -> str | None:
    _say("No Chromium here: downloading Playwright's.")
    _runs(sys.executable, "-m", "playwright", "install", "chromium")
    if path := find_chromium():
        return path
    if shutil.which("apt-get") and os.geteuid() == 0:
        _say("That did not help: installing Debian's package.")
        os.environ["DEBIAN_FRONTEND"] = "noninteractive"
        if _runs("apt-get", "update"):
            _runs("apt-get", "install", "-y", "chromium")
    return find_chromium()


def _runs(*command: str, seconds: int = FETCH_SECONDS, output: int | None = None) -> bool:
    """Run a command, its output kept off our stdout, and tell whether it succeeded."""
    streams = output if output is not None else sys.stderr
    try:
        done = subprocess.run(command, timeout=seconds, stdout=streams, stderr=streams)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
