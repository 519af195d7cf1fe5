"""What a kept registry was made from: every byte that was read, and the program that read it."""

import hashlib
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from graph import __version__

LAYOUT = 1
"""Of what is kept; a change in it makes everything kept before useless."""

_PACKAGE = Path(__file__).parent.parent
_READERS = ("cache", "model", "read", "scan", "schema", "validate", "words")


def hash_data(data: bytes) -> str:
    """Compute the SHA-256 of a data file and of the program that reads it."""
    found = hashlib.sha256(_hash_program())
    found.update(data)
    return found.hexdigest()


def hash_digests(digests: Iterable[tuple[str, bytes]]) -> str:
    """Compute the SHA-256 of digests: their names, as the data file has them, and every byte."""
    found = hashlib.sha256()
    for name, content in digests:
        for part in (name.encode(), content):
            found.update(b"%d:" % len(part))
            found.update(part)
    return found.hexdigest()


@cache
def _hash_program() -> bytes:
    """Compute the SHA-256 of the version, of the modules that read and check, and of Python's."""
    found = hashlib.sha256(f"{LAYOUT} {__version__} {sys.version}".encode())
    for path in sorted(_list_modules()):
        found.update(path.name.encode() + path.read_bytes())
    return found.digest()


def _list_modules() -> Iterator[Path]:
    for name in _READERS:
        for kind in ("py", "json"):
            yield from (_PACKAGE / name).rglob(f"*.{kind}")
