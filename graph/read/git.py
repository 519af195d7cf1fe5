"""A data file and its digests as they were at a revision of git -> Document."""

import os
import posixpath
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.model.errors import SourceError, did_you_mean
from graph.model.message import Message
from graph.read.document import Document
from graph.read.load import load_document


def load_revision(path: str | Path, revision: str) -> Document:
    """
    Read a data file and the digests that its sources name as they were at a revision.

    Nothing in the checkout changes. In problems the file is named as git names it from here:
    `HEAD~1:./entities.yaml`.

    Args:
        path: The data file, where it is or was in the checkout.
        revision: A commit, branch or tag, in any form that git knows.

    Raises:
        SourceError: There is no git, no checkout or no such revision; or the file was not there
            or could not be read.
    """
    folder, name = Path(path).parent, Path(path).name
    prefix = _find_prefix(folder)
    commit = _find_commit(folder, revision)
    label = name_revision(path, revision)
    with TemporaryDirectory(prefix="collabgraph-") as temporary:
        copy = Path(temporary, prefix, name)
        if not _copy_files(folder, commit, [prefix + name], Path(temporary)):
            raise SourceError(Message("git.not_in_revision", file=label))
        alone = load_document(copy, name=label, within=Path(temporary))
        named = _list_files(alone, prefix)
        _copy_files(folder, commit, sorted(named), Path(temporary))
        return load_document(copy, name=label, within=Path(temporary))


def name_revision(path: str | Path, revision: str) -> str:
    """
    Name a file at a revision as git does.

    >>> name_revision("data/entities.yaml", "HEAD~1")
    'HEAD~1:./data/entities.yaml'
    """
    text = Path(path).as_posix()
    return f"{revision}:{text if text.startswith(('/', '../')) else f'./{text}'}"


def read_user(folder: Path) -> str:
    """Read the name that git signs with in a folder; empty where there is none, or no git."""
    try:
        answer = _run_git(folder, "config", "user.name")
    except SourceError:
        return ""
    return answer.stdout.decode("utf-8", "replace").strip()


def _find_prefix(folder: Path) -> str:
    answer = _run_git(folder, "rev-parse", "--show-prefix")
    if answer.returncode != 0:
        reason = _say(answer.stderr).removeprefix("fatal: ")
        raise SourceError(Message("git.no_checkout", folder=str(folder), reason=reason))
    return os.fsdecode(answer.stdout).removesuffix("\n")


def _find_commit(folder: Path, revision: str) -> str:
    # What begins with a dash is an option to git, and never the name of a revision.
    if not revision.startswith("-"):
        wanted = f"{revision}^{{commit}}"
        answer = _run_git(folder, "rev-parse", "--verify", "--quiet", wanted)
        if answer.returncode == 0:
            return answer.stdout.decode().strip()
    known = _run_git(folder, "for-each-ref", "--format=%(refname:short)").stdout
    near = did_you_mean(revision, known.decode("utf-8", "replace").split())
    raise SourceError(Message("git.no_revision", revision=repr(revision), hint=near))


def _list_files(document: Document, prefix: str) -> Iterator[str]:
    root = document.root
    sources = root.get("sources") if isinstance(root, dict) else None
    for source in sources.values() if isinstance(sources, dict) else ():
        file = source.get("file") if isinstance(source, dict) else None
        if isinstance(file, str) and not set(file) & {"\n", "\0"}:
            place = posixpath.normpath(prefix + file)
            if not place.startswith("../") and not posixpath.isabs(file):
                yield place


def _copy_files(folder: Path, commit: str, names: Sequence[str], to: Path) -> int:
    # One process for all of them: one a file would be seconds with hundreds of sources.
    wanted = b"".join(os.fsencode(f"{commit}:{name}\n") for name in names)
    output = _run_git(folder, "cat-file", "--batch", stdin=wanted).stdout
    copied = 0
    for name in names:
        head, _, output = output.partition(b"\n")
        if head.endswith(b" missing"):
            continue
        _, kind, size = head.split(b" ")
        content, output = output[: int(size)], output[int(size) + 1 :]
        if kind == b"blob":
            copied += 1
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            (to / name).write_bytes(content)
    return copied


def _run_git(
    folder: Path, *arguments: str, stdin: bytes = b""
) -> "subprocess.CompletedProcess[bytes]":
    try:
        return subprocess.run(
            ["git", *arguments], cwd=folder, input=stdin, capture_output=True, check=False
        )
    except FileNotFoundError:
        if folder.is_dir():
            raise SourceError(Message("git.no_git")) from None
        raise SourceError(Message("git.no_folder", folder=str(folder))) from None
    except OSError as error:
        raise SourceError(
            Message("source.unreadable", file=str(folder), why=str(error.strerror))
        ) from error


def _say(stderr: bytes) -> str:
    return stderr.decode("utf-8", "replace").partition("\n")[0].strip()
