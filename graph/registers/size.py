"""How large the tables of a data file are, before anything of it is checked."""

from contextlib import suppress
from pathlib import Path

from graph.model.errors import SourceError
from graph.read.bytes import find_real_folder
from graph.read.tables.load import is_parquet, list_named
from graph.read.text import decode_text
from graph.read.yaml import parse_yaml


def measure_tables(path: Path, data: bytes) -> int:
    """Sum the bytes of the tables that a data file names; what cannot be read counts as none."""
    try:
        root, _ = parse_yaml(decode_text(data, str(path)), str(path))
    except SourceError:
        return 0
    folder = find_real_folder(path)
    return sum(_measure(folder / file) for file in {one.file for one in list_named(root)})


def _measure(path: Path) -> int:
    with suppress(OSError, ValueError):
        parts = path.glob("*.parquet") if is_parquet(path) and path.is_dir() else [path]
        return sum(part.stat().st_size for part in parts)
    return 0
