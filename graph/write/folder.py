"""The outputs of one build in one folder: never seen mixed without anyone knowing."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from graph.model.errors import Problem
from graph.model.message import Message
from graph.write.files import make_folder, write_files
from graph.write.lock import lock_folder

SUMS = "SHA256SUMS"
"""The file that names each output of a build with its hash, in the form of `sha256sum`."""


def write_folder(folder: Path, contents: Mapping[str, bytes]) -> None:
    """
    Write the outputs of a build, and last of all their hashes.

    Who is killed between two files leaves a folder that `verify_folder` does not accept; the next
    build puts it right, and takes away what was half-written.

    Args:
        folder: Where to; made when missing.
        contents: The bytes of each file by its name.

    Raises:
        ExportError: Another build writes into the folder, or a file cannot be written; then every
            earlier file still stands.
    """
    make_folder(folder)
    with lock_folder(folder):
        for name in (*contents, SUMS):
            for left in folder.glob(f".{name}.*.part"):
                left.unlink(missing_ok=True)
        sums = "".join(f"{_hash(content)}  {name}\n" for name, content in contents.items())
        files = {folder / name: content for name, content in contents.items()}
        write_files(files | {folder / SUMS: sums.encode()})


def verify_folder(folder: Path, names: tuple[str, ...]) -> Iterator[Problem]:
    """
    Compare the outputs in a folder with the hashes that the build wrote last.

    Args:
        folder: Where a build wrote.
        names: Every name that an output can have.

    Yields:
        A problem for each file that is missing, is of another build, or was changed.
    """
    place = folder / SUMS
    try:
        lines = place.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        yield _problem(place, 1, SUMS, Message("output.no_sums"))
        return
    listed = set()
    for number, line in enumerate(lines, start=1):
        wanted, _, name = line.partition("  ")
        if name not in names:
            yield _problem(place, number, SUMS, Message("output.bad_line"))
            continue
        listed.add(name)
        try:
            found = _hash((folder / name).read_bytes())
        except OSError:
            yield _problem(place, number, name, Message("output.missing"))
            continue
        if found != wanted:
            yield _problem(place, number, name, Message("output.differs"))
    for name in names:
        if name not in listed and (folder / name).exists():
            yield _problem(place, 1, name, Message("output.left"))


def _problem(place: Path, line: int, name: str, message: Message) -> Problem:
    return Problem(line, name, message, file=str(place))


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
