"""
Release a version: run as `make release VERSION=0.2.0`.

It writes the version and the day where they stand, commits them, runs every check, and makes a tag.
It begins only where all of that can be done, and where a check fails nothing is changed. Nothing is
sent anywhere: that is a decision of its own.
"""

import argparse
import re
import shlex
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CHECKS = "make test"
_VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")
_UNRELEASED = "## [Unreleased]\n"


class ReleaseError(Exception):
    """Why nothing is released."""


def main(arguments: Sequence[str]) -> int:
    """Release a version of this checkout, or say why not."""
    parser = argparse.ArgumentParser(description="Release a version: edit, check, commit, tag.")
    parser.add_argument("version", help="three numbers, such as 0.2.0")
    parser.add_argument("--checks", default=CHECKS, help="what must succeed (%(default)s)")
    given = parser.parse_args(arguments)
    try:
        release(ROOT, given.version, date.today(), checks=given.checks)
    except ReleaseError as error:
        print(f"not released: {error}", file=sys.stderr)
        return 1
    print(
        f"released {given.version}: a commit and the tag v{given.version}, on this machine alone\n"
        f"next: make dist, then git push --follow-tags"
    )
    return 0


def release(root: Path, version: str, day: date, *, checks: str = CHECKS) -> None:
    """
    Release what is committed in a checkout.

    Args:
        root: The checkout.
        version: Its number: higher than the last.
        day: When it is released.
        checks: The command that must succeed with the new number in place.

    Raises:
        ReleaseError: The number has another form or is not higher, there is such a tag, something
            is not committed, no change is listed, or the checks fail. The checkout is as it was.
    """
    number = _read_version(version)
    if _git(root, "status", "--porcelain"):
        raise ReleaseError("something is not committed, see git status")
    if _git(root, "tag", "--list", f"v{version}"):
        raise ReleaseError(f"there is a tag v{version} already")
    old = {path: path.read_text(encoding="utf-8") for path in _list_files(root)}
    new = _edit(root, old, version, number, day)
    before = _git(root, "rev-parse", "HEAD").strip()
    try:
        _write(new)
        _git(root, "commit", "--quiet", "--message", f"Release {version}", "--", *map(str, new))
        done = subprocess.run(shlex.split(checks), cwd=root, check=False)  # some ask for the commit
        if done.returncode:
            raise ReleaseError(f"{checks!r} fails, nothing is changed")
    except BaseException:
        _git(root, "reset", "--quiet", "--hard", before)
        raise
    _git(root, "tag", "--annotate", "--message", f"Release {version}", f"v{version}")


def _list_files(root: Path) -> tuple[Path, Path, Path]:
    return root / "graph" / "__init__.py", root / "CHANGELOG.md", root / "CITATION.cff"


def _read_version(version: str) -> tuple[int, ...]:
    form = _VERSION.fullmatch(version)
    if not form:
        raise ReleaseError(f"{version!r} is no version, write three numbers, such as 0.2.0")
    return tuple(map(int, form.groups()))


def _edit(
    root: Path, old: Mapping[Path, str], version: str, number: tuple[int, ...], day: date
) -> dict[Path, str]:
    code, changes, citation = _list_files(root)
    last = _find(r'^__version__ = "(.+)"$', old[code])
    if number < _read_version(last) or f"\n## [{version}]" in old[changes]:
        raise ReleaseError(f"{version} is not above {last}, which was released before")
    _, _, listed = old[changes].partition(_UNRELEASED)
    if not re.match(r"\s*(###[^\n]*\s*)*- ", listed):
        raise ReleaseError("no change is listed under [Unreleased] in CHANGELOG.md")
    dated = _find(r"^version: (.+)$", old[citation])
    released = re.sub(r"^date-released: .*\n", "", old[citation], flags=re.MULTILINE)
    return {
        code: old[code].replace(f'__version__ = "{last}"', f'__version__ = "{version}"'),
        changes: old[changes].replace(
            _UNRELEASED, f"{_UNRELEASED}\n## [{version}] - {day.isoformat()}\n", 1
        ),
        citation: released.replace(
            f"version: {dated}\n", f"version: {version}\ndate-released: {day.isoformat()}\n", 1
        ),
    }


def _find(pattern: str, text: str) -> str:
    found = re.search(pattern, text, re.MULTILINE)
    if not found:
        raise ReleaseError(f"there is no line like {pattern}")
    return found[1]


def _write(texts: Mapping[Path, str]) -> None:
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8", newline="\n")


def _git(root: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=root, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise ReleaseError(f"git {arguments[0]} fails: {done.stderr.strip()}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
