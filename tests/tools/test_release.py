"""`make release`: edits, checks, commit and tag, in a repository made for each test."""

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest
from release import ReleaseError, release

CODE = '"""A package."""\n\n__version__ = "0.1.0"\n'
CHANGES = """\
# Changelog

## [Unreleased]

### Added

- Sails.
"""
CITATION = "cff-version: 1.2.0\nversion: 0.1.0\nlicense: MIT\n"
DAY = date(2026, 3, 1)


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder, whatever the settings of this machine."""
    return subprocess.run(
        ["git", *arguments], cwd=folder, capture_output=True, text=True, check=True
    ).stdout


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the three files in which a version stands."""
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "x")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "x")
    for settings in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(settings, os.devnull)
    (tmp_path / "graph").mkdir()
    (tmp_path / "graph" / "__init__.py").write_text(CODE, encoding="utf-8")
    (tmp_path / "CHANGELOG.md").write_text(CHANGES, encoding="utf-8")
    (tmp_path / "CITATION.cff").write_text(CITATION, encoding="utf-8")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "Begin")
    return tmp_path


def read(checkout: Path) -> list[str]:
    """The three files as they are."""
    names = ("graph/__init__.py", "CHANGELOG.md", "CITATION.cff")
    return [(checkout / name).read_text(encoding="utf-8") for name in names]


def test_a_release_is_one_commit_and_a_tag(checkout: Path) -> None:
    """Number and day stand in the three files, and are committed, while the checks run."""
    release(checkout, "0.2.0", DAY, checks="git grep --quiet 0.2.0 HEAD -- graph/__init__.py")

    assert read(checkout) == [
        '"""A package."""\n\n__version__ = "0.2.0"\n',
        CHANGES.replace("[Unreleased]\n", "[Unreleased]\n\n## [0.2.0] - 2026-03-01\n"),
        "cff-version: 1.2.0\nversion: 0.2.0\ndate-released: 2026-03-01\nlicense: MIT\n",
    ]
    assert git(checkout, "log", "--format=%s").splitlines() == ["Release 0.2.0", "Begin"]
    assert git(checkout, "describe", "--exact-match").strip() == "v0.2.0"
    assert git(checkout, "status", "--porcelain") == ""


def test_the_next_release_follows(checkout: Path) -> None:
    """Once something is listed again, a higher number can be released; the day is that of it."""
    release(checkout, "0.2.0", DAY, checks="true")
    changes = checkout / "CHANGELOG.md"
    text = changes.read_text(encoding="utf-8")
    changes.write_text(
        text.replace("[Unreleased]\n", "[Unreleased]\n\n### Changed\n\n- The mast.\n", 1),
        encoding="utf-8",
    )
    git(checkout, "commit", "--quiet", "--all", "--message", "Change the mast")

    release(checkout, "0.10.0", date(2026, 4, 2), checks="true")

    code, log, citation = read(checkout)
    assert '__version__ = "0.10.0"' in code
    assert citation.count("date-released") == 1
    assert "date-released: 2026-04-02\n" in citation
    assert [line for line in log.splitlines() if line.startswith("## ")] == [
        "## [Unreleased]",
        "## [0.10.0] - 2026-04-02",
        "## [0.2.0] - 2026-03-01",
    ]


@pytest.mark.parametrize(
    "version", ["", "0.2", "v0.2.0", "0.2.0.0", "0.02.0", "0.2.0-rc1", "1.0.0 ", "een"]
)
def test_what_is_no_version_is_refused(checkout: Path, version: str) -> None:
    """Three numbers, and nothing else."""
    with pytest.raises(ReleaseError, match="is no version, write three numbers, such as"):
        release(checkout, version, DAY, checks="true")

    assert read(checkout) == [CODE, CHANGES, CITATION]


def test_a_lower_number_is_refused(checkout: Path) -> None:
    """What is released does not go back; nor is a number of the changelog used again."""
    with pytest.raises(ReleaseError, match=r"0\.0\.9 is not above 0\.1\.0"):
        release(checkout, "0.0.9", DAY, checks="true")
    release(checkout, "0.1.0", DAY, checks="true")  # the first was never released
    git(checkout, "tag", "--delete", "v0.1.0")
    with pytest.raises(ReleaseError, match=r"0\.1\.0 is not above 0\.1\.0"):
        release(checkout, "0.1.0", DAY, checks="true")


@pytest.mark.parametrize("name", ["CHANGELOG.md", "new.txt"])
def test_a_checkout_with_changes_is_refused(checkout: Path, name: str) -> None:
    """What is changed or new and not committed would be in no commit."""
    with (checkout / name).open("a", encoding="utf-8") as file:
        file.write("- More.\n")

    with pytest.raises(ReleaseError, match="something is not committed"):
        release(checkout, "0.2.0", DAY, checks="true")

    assert git(checkout, "tag") == ""


def test_a_tag_that_is_there_is_refused(checkout: Path) -> None:
    """A tag never moves."""
    git(checkout, "tag", "v0.2.0")

    with pytest.raises(ReleaseError, match=r"there is a tag v0\.2\.0 already"):
        release(checkout, "0.2.0", DAY, checks="true")


def test_an_empty_list_of_changes_is_refused(checkout: Path) -> None:
    """A release that changes nothing for anyone is none."""
    release(checkout, "0.2.0", DAY, checks="true")

    with pytest.raises(ReleaseError, match=r"no change is listed under \[Unreleased\]"):
        release(checkout, "0.3.0", DAY, checks="true")


@pytest.mark.parametrize("checks", ["false", "no-such-command-here"])
def test_where_a_check_fails_nothing_is_changed(checkout: Path, checks: str) -> None:
    """Files, commits and tags are as they were."""
    with pytest.raises((ReleaseError, FileNotFoundError)):
        release(checkout, "0.2.0", DAY, checks=checks)

    assert read(checkout) == [CODE, CHANGES, CITATION]
    assert git(checkout, "status", "--porcelain") == ""
    assert git(checkout, "log", "--format=%s").splitlines() == ["Begin"]
    assert git(checkout, "tag") == ""


def test_outside_of_a_checkout_nothing_is_released(tmp_path: Path) -> None:
    """Without git there is no tag."""
    with pytest.raises(ReleaseError, match="git status fails"):
        release(tmp_path, "0.2.0", DAY, checks="true")
