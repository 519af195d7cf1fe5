"""Files -> when one of them changed, seen from what the file system says of each."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

Stamp = tuple[int, int, int] | None
"""When a file was changed, its size and which file it is; None where there is none."""


def stamp_files(files: Iterable[Path]) -> dict[Path, Stamp]:
    """Note of each file what tells that it changed."""
    return {file: _stamp(file) for file in files}


def wait_for_change(seen: Mapping[Path, Stamp], pause: Callable[[], None]) -> None:
    """
    Wait until a file is another than it was, and until nothing changes any more.

    Several saves that follow each other at once are one change.

    Args:
        seen: From `stamp_files`.
        pause: Waits a moment; what it raises ends the waiting.
    """
    now = stamp_files(seen)
    while now == seen:
        pause()
        now = stamp_files(seen)
    before: Mapping[Path, Stamp] = seen
    while now != before:
        pause()
        before, now = now, stamp_files(seen)


def _stamp(file: Path) -> Stamp:
    try:
        found = file.stat()
    except (OSError, ValueError):  # missing, out of reach, or no name for a file
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
