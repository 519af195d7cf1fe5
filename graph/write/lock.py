"""One writer at a time in a folder; the next is told who is there."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.model.errors import ExportError
from graph.model.message import Message

LOCK = ".collabgraph.lock"
"""The file that is locked: what it holds is who locked it."""


@contextmanager
def lock_folder(folder: Path) -> Iterator[None]:
    """
    Keep a folder to this process while the block runs.

    The system gives the lock back when a process ends, however it ends: no lock is left over.

    Args:
        folder: One that is there.

    Raises:
        ExportError: Another process writes into it, or it takes no files.
    """
    place = folder / LOCK
    handle = _open_locked(place)
    try:
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, f"{os.getpid()} {socket.gethostname()}\n".encode())
        yield
    finally:
        taken_away = _unlink(place)
        os.close(handle)
        if not taken_away:
            _unlink(place)


def _open_locked(place: Path) -> int:
    while True:
        try:
            handle = os.open(place, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            why = error.strerror or str(error)
            raise ExportError(Message("write.failed", file=str(place), why=why)) from error
        try:
            _lock(handle)
        except OSError:
            os.lseek(handle, 0, os.SEEK_SET)
            holder = os.read(handle, 200).decode("utf-8", "replace").split()
            os.close(handle)
            process, machine = holder if len(holder) == 2 else ("?", "?")
            folder = str(place.parent)
            raise ExportError(
                Message("write.locked", folder=folder, process=process, machine=machine)
            ) from None
        if _is_same(handle, place):
            return handle
        os.close(handle)  # the one before took its file away just now


def _unlink(place: Path) -> bool:
    """Take the file away; False where the system keeps one that is open, as Windows does."""
    try:
        place.unlink(missing_ok=True)
    except PermissionError:
        return False
    return True


def _is_same(handle: int, place: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), place.stat())
    except FileNotFoundError:
        return False


try:
    import fcntl
except ImportError:  # Windows
    import msvcrt

    def _lock(handle: int) -> None:
        os.lseek(handle, 1 << 20, os.SEEK_SET)  # far behind what can be read of the holder
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
else:

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
