"""The original documents, where they are at hand: are they still the texts that were read?"""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph.model.errors import Problem, SourceError
from graph.model.message import Message, Value
from graph.model.records import Registry
from graph.read.document import Document, Map
from graph.read.text import decode_text
from graph.read.yaml import parse_yaml
from graph.schema.check import check_shape
from graph.validate import list_entries
from graph.validate.passages import list_passages


def compare_originals(registry: Registry, document: Document, folder: Path) -> Iterator[Problem]:
    """
    Compare each original that lies in a folder with the hash that its source records.

    Args:
        registry: Checked data.
        document: What it was read from, for the lines in messages.
        folder: Where the originals are, under the names that the sources give.

    Yields:
        A warning for each original that is not there or is another text: then line numbers
        may have moved, and it names the quotes to look at again.
    """
    passages = list(list_passages(list_entries(document)))  # a checked registry is sorted anew
    for source in registry.sources.values():
        path = f"sources.{source.id}.original"
        file = repr(source.original_file)
        line = document.line_of(("sources", source.id, "original", "sha256"))
        try:
            content = (folder / source.original_file).read_bytes()
        except OSError:
            message = Message("original.missing", file=file, folder=str(folder))
            yield Problem(line, path, message)
            continue
        if hashlib.sha256(content).hexdigest() != source.sha256:
            cited = [
                str(document.line_of(trail))
                for trail, evidence in passages
                if evidence.source == source.id
            ]
            again: Value = Message("original.no_quotes")
            if cited:
                again = Message("original.look_again", lines=", ".join(cited))
            message = Message("original.changed", file=file, again=again)
            yield Problem(line, path, message)


def find_registered(root: Any, sha256: str) -> str | None:
    """
    Find the source that has the same original already.

    Args:
        root: A data file, from `parse_yaml`.
        sha256: The hash of the original.

    Returns:
        Its id; None where there is none.
    """
    for id, source in _list_sources(root):
        original = source.get("original")
        if isinstance(original, Map) and str(original.get("sha256")).lower() == sha256:
            return id
    return None


def list_ids(root: Any) -> set[str]:
    """List the ids of all sources of a data file that was parsed."""
    return {id for id, _ in _list_sources(root)}


def check_source(data: bytes, name: str, id: str) -> None:
    """
    Check the fields of a source that was written into a data file.

    Raises:
        SourceError: A field of it does not hold; the message says which, and why.
    """
    root, _ = parse_yaml(decode_text(data, name), name)
    _, problems = check_shape(Document(name, root, {}))
    for problem in problems:
        if problem.path.startswith(f"sources.{id}"):
            field = problem.path.rpartition(".")[2]
            raise SourceError(Message("add.refused", field=repr(field), why=problem.said))


def _list_sources(root: Any) -> Iterator[tuple[str, Map]]:
    sources = root.get("sources") if isinstance(root, Map) else None
    for id, source in sources.items() if isinstance(sources, Map) else ():
        if isinstance(source, Map):
            yield id, source
