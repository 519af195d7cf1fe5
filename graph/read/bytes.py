"""A file's bytes: only of real files, of a size that can be read, and from where is allowed."""

import os
import stat
from pathlib import Path

from graph.model.errors import SourceError
from graph.model.message import Message, Value

LARGEST_DATA = 200_000_000
"""Bytes of a data file: what is larger belongs into tables."""

LARGEST_DIGEST = 20_000_000
"""Bytes of one digest."""

LARGEST_TABLE = 4_000_000_000
"""Bytes of one table of a register."""

ALLOWED = "COLLABGRAPH_FILES"
"""The variable that names further folders for digests and tables, separated as in `PATH`."""


def read_bytes(path: Path, name: str, if_missing: Value = "", *, most: int = LARGEST_DATA) -> bytes:
    """
    Read a whole file.

    Args:
        path: The file.
        name: How it is named in messages.
        if_missing: What to do where it is not there, for the message.
        most: How many bytes it may have; more are not read.

    Raises:
        SourceError: It is missing, is a folder, a device or a pipe, is too large, or cannot be
            read.
    """
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise SourceError(Message("source.folder", file=name))
        if not stat.S_ISREG(found.st_mode):
            raise SourceError(Message("source.no_file", file=name))
        if found.st_size > most:  # so that nothing of it is read for nothing
            raise _refuse_size(name, most)
        with path.open("rb") as file:
            data = file.read(most + 1)  # it may have grown
    except FileNotFoundError:
        raise SourceError(Message("source.missing", file=name, hint=if_missing)) from None
    except OSError as error:
        why = error.strerror or str(error)
        raise SourceError(Message("source.unreadable", file=name, why=why)) from error
    except ValueError:
        raise SourceError(Message("source.no_name", file=_say(name))) from None
    if len(data) > most:
        raise _refuse_size(name, most)
    return data


def find_real_folder(path: Path) -> Path:
    """Find the folder in which the digests of a data file stand: a link leads to the real one."""
    try:
        return Path(os.path.realpath(path)).parent
    except ValueError:  # a null character: reading it says so
        return path.parent


def read_named(folder: Path, file: str, *, most: int, within: Path | None = None) -> bytes:
    """
    Read a file that a data file names.

    Args:
        folder: Where the data file stands, from `find_real_folder`.
        file: The name in the data file.
        most: How many bytes it may have.
        within: The folder that it must stand below; that of the data file unless given.

    Raises:
        SourceError: As `read_bytes`; or its name has a backslash, which is a sign like any other
            but on Windows; or it stands neither below that folder nor below one that
            the variable `ALLOWED` names.
    """
    if "\\" in file:
        better = file.replace("\\", "/")
        raise SourceError(Message("source.backslash", file=file, better=repr(better)))
    path = folder / file
    if "\0" not in file and not is_allowed(path, within or folder):
        raise SourceError(Message("source.outside", file=file, variable=ALLOWED))
    return read_bytes(path, file, most=most)


def is_allowed(path: Path, folder: Path) -> bool:
    """Tell whether a file stands below a folder, or below one that the variable allows."""
    place = _make_plain(path)
    more = filter(None, os.environ.get(ALLOWED, "").split(os.pathsep))
    return any(place.is_relative_to(_make_plain(Path(one))) for one in (str(folder), *more))


def _make_plain(path: Path) -> Path:
    """Take out what leads up; a link counts as standing where it was put."""
    return Path(os.path.normpath(Path.cwd() / path))


def _refuse_size(name: str, most: int) -> SourceError:
    return SourceError(Message("source.too_large", file=name, most=f"{most // 1_000_000} MB"))


def _say(name: str) -> str:
    from graph.read.document import say_text

    return say_text(name)
