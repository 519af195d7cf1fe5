"""Data file -> Registry, by way of the cache: checked again only where something changed."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from graph.cache.fingerprint import hash_data, hash_digests
from graph.cache.place import find_folder, read_file, write_file
from graph.model.errors import SourceError
from graph.model.kept import OnDemand
from graph.model.records import Registry
from graph.read.bytes import LARGEST_TABLE, find_real_folder, read_bytes, read_named

if TYPE_CHECKING:
    from graph.read.digest import Digest

Reading = tuple[Registry, "Mapping[str, Digest]"]
"""A checked registry, and its digests by name as they were when it was checked."""

_TROUBLE = (ImportError, OSError, ValueError, LookupError, SourceError)
"""What can be wrong with a cache: then the data file is read, as if there were none."""


def read_by_cache(path: str | Path, *, tell: Callable[[str], None]) -> Reading:
    """
    Read a data file: from the cache where no byte of it, its digests and its tables has changed.

    The answers are the same; the records of a kept registry are made when they are asked for.
    A cache that cannot be used, whatever is wrong with it, is passed by.

    Args:
        path: The data file.
        tell: Called with the name of each further step before it begins.

    Raises:
        SourceError: The file cannot be read.
        DataError: The file breaks rules; such a file is never kept.
    """
    return _find(Path(path)) or _read(path, tell)


def _find(path: Path) -> Reading | None:
    with suppress(*_TROUBLE):
        content = read_file(find_folder(), hash_data(read_bytes(path, str(path))))
        if content:
            from graph.cache.store import Unpacked

            unpacked = Unpacked(content)
            folder = find_real_folder(path)
            files = {
                name: read_named(folder, name, most=LARGEST_TABLE) for name in unpacked.digests
            }
            if unpacked.digests_hash == hash_digests(files.items()):
                registry = unpacked.registry()
                return registry, _read_digests(registry, files)
    return None


def _read_digests(registry: Registry, files: Mapping[str, bytes]) -> "Mapping[str, Digest]":
    from graph.read.digest import read_digest
    from graph.read.text import decode_text

    sources = registry.sources.values()
    named = dict.fromkeys(one.file for one in sources if one.kind == "document")
    return OnDemand(named, lambda name: read_digest(name, decode_text(files[name], name)))


def _read(path: str | Path, tell: Callable[[str], None]) -> Reading:
    from graph.read.load import load_document
    from graph.validate import validate_entries

    files: list[tuple[str, bytes]] = []
    document = load_document(path, seen=lambda *file: files.append(file))
    tell("check")
    registry, clean = validate_entries(document)
    (_, data), *digests = files
    with suppress(*_TROUBLE):
        from graph.cache.store import pack

        names, digests_hash = [name for name, _ in digests], hash_digests(digests)
        content = pack(clean, registry, digests=names, digests_hash=digests_hash)
        write_file(find_folder(), hash_data(data), content)
    return registry, document.digests
