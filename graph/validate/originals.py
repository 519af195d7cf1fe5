"""The original documents, where they are at hand: are they still the texts that were read?"""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from graph.model.errors import Problem
from graph.model.message import Message, Value
from graph.model.records import Registry
from graph.read.document import Document
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
    for source in registry.sources.values():
        path = f"sources.{source.id}.original"
        file = repr(source.original_file)
        line = document.line_of(("sources", source.id, "original", "sha256"))
        try:
            content = (folder / source.original_file).read_bytes()
        except OSError:
            message = Message("original.missing", file=file, folder=str(folder))
            yield Problem(line, path, message, "warning")
            continue
        if hashlib.sha256(content).hexdigest() != source.sha256:
            cited = [
                str(document.line_of(trail))
                for trail, evidence in list_passages(registry)
                if evidence.source == source.id
            ]
            again: Value = Message("original.no_quotes")
            if cited:
                again = Message("original.look_again", lines=", ".join(cited))
            message = Message("original.changed", file=file, again=again)
            yield Problem(line, path, message, "warning")
