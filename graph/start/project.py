"""A language -> the files of a project that builds at once."""

from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable

from graph.schema.json_schema import write_schema

LANGUAGES = ("nl", "en")
"""Languages that a project can be written in: each has a folder beside this module."""

_SCHEMA = "entities.schema.json"
_IGNORED = ".gitignore"


def make_project(language: str) -> Mapping[str, bytes]:
    """
    Make the files of a new project: a data file, the document that it cites, and its schema.

    Args:
        language: One of `LANGUAGES`.

    Returns:
        What each file holds, by its name relative to the folder of the project.

    >>> list(make_project("en"))
    ['.gitignore', 'documents/steady-on-your-feet.md', 'entities.schema.json', 'entities.yaml']
    """
    written = {_SCHEMA: write_schema().encode(), _IGNORED: b"output/\n"}
    return dict(sorted([*written.items(), *_read_folder(files(__package__) / language)]))


def _read_folder(folder: Traversable, place: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _read_folder(entry, f"{place}{entry.name}/")
        else:
            yield f"{place}{entry.name}", entry.read_bytes()
