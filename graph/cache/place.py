"""The folder of the cache: only what this user alone can write is read, and nothing fails."""

import os
import stat
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

VARIABLE = "COLLABGRAPH_CACHE"

MOST_BYTES = 512 * 1024 * 1024
"""What all files together may take; those used longest ago go first."""

_KEPT, _UNFINISHED = ".registry", ".unfinished"
_ABANDONED = 3600.0  # seconds after which an unfinished file is of a process that was killed
_FLAGS = ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY")  # those that the platform has


def find_folder() -> Path:
    """Name the folder: that of the environment, else the one that the platform has for caches."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    from platformdirs import user_cache_path  # only where a file is large enough to be kept

    return user_cache_path("collabgraph", appauthor=False)


def read_file(folder: Path, name: str) -> bytes | None:
    """
    Read a file of the cache, and note that it was used.

    Returns:
        Its bytes; None where there is none, or where another user could have written it.
    """
    path = folder / (name + _KEPT)
    flags = sum(getattr(os, flag, 0) for flag in _FLAGS)
    try:
        if not _is_ours(folder.stat()):
            return None
        with os.fdopen(os.open(path, os.O_RDONLY | flags), "rb") as file:
            found = os.fstat(file.fileno())
            if not _is_ours(found) or not stat.S_ISREG(found.st_mode):
                return None
            content = file.read()
    except (OSError, ValueError):
        return None
    with suppress(OSError):
        os.utime(path)
    return content


def write_file(folder: Path, name: str, content: bytes) -> None:
    """
    Write a file of the cache: whole or not at all, whoever else writes it at the same time.

    Where that cannot be done (no room, no right, a folder of another), nothing is written. What
    was used longest ago makes room.
    """
    import tempfile  # only where something is written

    if len(content) > MOST_BYTES:
        return
    with suppress(OSError, ValueError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_ours(folder.stat()):
            return
        number, unfinished = tempfile.mkstemp(_UNFINISHED, dir=folder)
        try:
            with os.fdopen(number, "wb") as file:
                file.write(content)
            Path(unfinished).replace(folder / (name + _KEPT))
            _make_room(folder)
        finally:
            Path(unfinished).unlink(missing_ok=True)


def _is_ours(found: os.stat_result) -> bool:
    if not hasattr(os, "getuid"):  # Windows keeps the folder of one user from the others
        return True
    return found.st_uid == os.getuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _make_room(folder: Path) -> None:
    taken = 0
    for used, size, path in sorted(_list_files(folder), reverse=True):
        taken += size
        abandoned = path.suffix == _UNFINISHED and used < time.time() - _ABANDONED
        if abandoned or (path.suffix == _KEPT and taken > MOST_BYTES):
            path.unlink(missing_ok=True)


def _list_files(folder: Path) -> Iterator[tuple[float, int, Path]]:
    for path in folder.iterdir():
        if path.suffix in (_KEPT, _UNFINISHED):
            with suppress(OSError):
                found = path.lstat()
                yield found.st_mtime, found.st_size, path
