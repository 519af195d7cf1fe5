"""The registers that a data file names -> their tables, and what is wrong with those."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePath
from typing import Any, NamedTuple

from graph.model.errors import Problem, nearest, suggest
from graph.model.message import Message
from graph.read.bytes import ALLOWED, LARGEST_TABLE, is_allowed
from graph.read.document import Map, format_path
from graph.read.tables.delimited import read_delimited
from graph.read.tables.parquet import read_parquet
from graph.read.tables.table import RegisterTable, TableError

SECTIONS = ("organisations", "partnerships", "memberships")

_PARQUET = ".parquet"
_TEXT = (".csv", ".tsv", ".txt")


class Named(NamedTuple):
    """
    A table that the data file names: of which section, in which file, and with what between.

    Without a section it is one whose rows entries cite.
    """

    section: str
    source: str
    file: str
    separator: str


def is_register(source: Any) -> bool:
    """Tell whether an entry under `sources` is a register."""
    return isinstance(source, Map) and source.get("kind") == "register"


def load_tables(
    folder: Path, root: Any, seen: Callable[[str, bytes], None]
) -> tuple[dict[str, RegisterTable], dict[str, RegisterTable], list[Problem]]:
    """
    Read the table of every register.

    Args:
        folder: That of the data file.
        root: What the data file says.
        seen: Called with the name and the bytes of each file that is read.

    Returns:
        Each table that can be read: by the section of `tables` that names it, and by its source;
        and a problem for each that cannot.
    """
    tables: dict[str, RegisterTable] = {}
    registers: dict[str, RegisterTable] = {}
    problems: list[Problem] = []
    read: dict[tuple[str, str], RegisterTable] = {}
    for one in list_named(root):
        key = (one.file, one.separator)
        try:
            if key not in read:
                read[key] = read_table(folder, one, seen)
            registers[one.source] = read[key]
            if one.section:
                tables[one.section] = read[key]
        except TableError as error:
            if error.line:
                said = Message("table.broken", why=error.message)
                problems.append(Problem(error.line, "", said, one.file))
            else:
                line = root["sources"][one.source].lines["file"]
                path = format_path(("sources", one.source, "file"))
                said = Message("table.file", file=repr(one.file), said=error.message)
                problems.append(Problem(line, path, said))
    return tables, registers, list(dict.fromkeys(problems))


def list_named(root: Any) -> Iterator[Named]:
    """List the tables that a data file names: those of sections first, in their order."""
    sources = _map(root, "sources")
    files = {
        id: source["file"]
        for id, source in sources.items()
        if is_register(source) and isinstance(source.get("file"), str)
    }
    named = set()
    for section in SECTIONS:
        table = _map(_map(root, "tables"), section)
        id = table.get("source")
        if isinstance(id, str) and id in files:
            named.add(id)
            yield Named(section, id, files[id], str(table.get("separator") or ""))
    for id, file in files.items():
        if id not in named:
            yield Named("", id, file, "")


def _map(place: Any, key: str) -> Mapping[str, Any]:
    found = place.get(key) if isinstance(place, Map) else None
    return found if isinstance(found, Map) else Map(0)


def find_separator(one: Named) -> str:
    """Find what stands between two cells; one that is none is said by the check of the file."""
    usual = "\t" if PurePath(one.file).suffix.casefold() == ".tsv" else ","
    separator = {"": usual, "tab": "\t"}.get(one.separator, one.separator)
    return separator if separator in (",", ";", "\t") else usual


def is_parquet(path: Path) -> bool:
    """Tell whether a table is Parquet: a file, or a folder of parts."""
    return path.suffix.casefold() == _PARQUET or path.is_dir()


def find_file(folder: Path, one: Named) -> Path:
    """
    Find the file of a table, or the folder of its parts.

    Raises:
        TableError: It stands where no table may stand.
    """
    path = folder / one.file
    if "\0" not in one.file and not is_allowed(path, folder):
        raise TableError(Message("source.outside", file=one.file, variable=ALLOWED))
    return path


def read_table(folder: Path, one: Named, seen: Callable[[str, bytes], None]) -> RegisterTable:
    """
    Read one table, whole.

    Args:
        folder: That of the data file.
        one: Which table.
        seen: Called with the name and the bytes of each file that is read.

    Raises:
        TableError: It is no table that can be read.
    """
    path = find_file(folder, one)
    try:
        if is_parquet(path):
            return read_parquet(path, one.file, seen)
        if path.suffix.casefold() not in _TEXT:
            raise TableError(Message("table.form"))
        data = _read_bytes(path, one.file)
        seen(one.file, data)
        return read_delimited(data, one.file, find_separator(one))
    except FileNotFoundError:
        others = {
            other.name: Path(one.file).with_name(other.name) for other in _list_files(path.parent)
        }
        near = [others[name].as_posix() for name in nearest(path.name, others)]
        raise TableError(Message("table.missing", hint=suggest(near))) from None
    except OSError as error:
        raise TableError(Message("table.unreadable", why=error.strerror or "")) from None
    except ValueError as error:
        if isinstance(error, TableError):
            raise
        raise TableError(Message("table.no_name")) from None


def _read_bytes(path: Path, file: str) -> bytes:
    if path.exists() and not path.is_file():
        raise TableError(Message("source.no_file", file=file))
    if path.stat().st_size > LARGEST_TABLE:
        raise TableError(Message("source.too_large", file=file, most="4 GB"))
    return path.read_bytes()


def _list_files(folder: Path) -> list[Path]:
    return list(folder.iterdir()) if folder.is_dir() else []
