"""Writing files so that nothing is left half-written and nothing written before is lost."""

import errno
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

from graph.model.errors import ExportError
from graph.model.message import Message

Content = bytes | Path
"""What a file is to hold: bytes, or those of another file, which are not read at once."""


def write_files(contents: Mapping[Path, Content]) -> None:
    """
    Write every file, or none: each first to a temporary file beside it, then renamed.

    Folders that are missing are made.

    Args:
        contents: What each file is to hold.

    Raises:
        ExportError: A file cannot be written; every earlier file still stands.
    """
    waiting: dict[Path, Path] = {}
    target = Path()
    try:
        for path, content in contents.items():
            target = path
            place = _resolve(path)
            if place.exists() and not place.is_file():  # a pipe or a device is never replaced
                with _open(place) as file:
                    _fill(file, content)
            else:
                waiting[place] = _write_beside(place, content)
        for target, written in list(waiting.items()):
            written.replace(target)
            del waiting[target]
    except (OSError, RuntimeError, ValueError) as error:  # a circle of links; a null character
        raise _fail(target, error) from error
    finally:
        for written in waiting.values():
            written.unlink(missing_ok=True)


def make_folder(folder: Path) -> None:
    """
    Make a folder, and those around it, where they are missing.

    Raises:
        ExportError: A file stands in the way, or it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise ExportError(Message("write.file", file=str(folder))) from None
    except (OSError, ValueError) as error:
        raise _fail(folder, error) from error


def _resolve(path: Path) -> Path:
    if path.is_dir():
        raise ExportError(Message("write.folder", file=str(path)))
    make_folder(path.parent)
    return path.resolve()


def _fail(path: Path, error: Exception) -> ExportError:
    why = getattr(error, "strerror", None) or str(error)
    return ExportError(Message("write.failed", file=str(path), why=why))


def _open(place: Path) -> BinaryIO:
    """
    Open a pipe or a device; a pipe only where somebody reads it, and not to wait for one.

    Raises:
        ExportError: Nobody reads the pipe.
        OSError: It cannot be opened.
    """
    if not place.is_fifo():
        return place.open("wb")
    try:
        handle = os.open(place, os.O_WRONLY | os.O_NONBLOCK)
    except OSError as error:
        if error.errno != errno.ENXIO:
            raise
        raise ExportError(Message("write.no_reader", file=str(place))) from None
    os.set_blocking(handle, True)
    return os.fdopen(handle, "wb")


def _fill(file: BinaryIO, content: Content) -> None:
    if isinstance(content, bytes):
        file.write(content)
        return
    with content.open("rb") as given:
        shutil.copyfileobj(given, file)


def _write_beside(path: Path, content: Content) -> Path:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    written = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            _fill(file, content)
            file.flush()
            os.fsync(file.fileno())
        written.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
    except BaseException:
        written.unlink(missing_ok=True)
        raise
    return written


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
