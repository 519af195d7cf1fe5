"""The hash of a document that changed, where every quote from it still stands in it."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from graph.mend.mend import Draft, Mend
from graph.model.errors import SourceError
from graph.model.message import Message
from graph.model.records import Source
from graph.read.bytes import LARGEST_DIGEST, find_real_folder, read_named
from graph.read.document import format_path
from graph.read.edits import find_value, replace_value
from graph.validate.passages import list_passages

_OF_QUOTES = frozenset({"E401", "E402", "W418", "W419"})


def mend_hashes(draft: Draft, folder: Path) -> Iterator[Mend]:
    """
    Write the hash of a document that is another text than the one recorded.

    Only of one that is cited as it is and lies in the folder of originals as well: of a digest
    nobody can tell whether it still renders the original. Every quote from it stands where it
    should.

    Args:
        draft: The data file.
        folder: Where the originals are.
    """
    doubtful = [problem.path for problem in draft.problems if problem.code in _OF_QUOTES]
    for source in draft.registry.sources.values():
        cited = [
            format_path(trail)
            for trail, evidence in list_passages(draft.registry)
            if evidence.source == source.id
        ]
        node = find_value(draft.root, ("sources", source.id, "original", "sha256"))
        new = _hash(draft, source, folder)
        if node is None or not new or new == node.value.lower():
            continue
        if not any(path.startswith(f"{one}.") or path == one for one in cited for path in doubtful):
            said = Message("mend.hash", n=len(cited))
            edit = replace_value(draft.text, node, f'"{new}"')
            path = format_path(("sources", source.id, "original", "sha256"))
            yield Mend(node.start_mark.line + 1, path, said, (edit,))


def _hash(draft: Draft, source: Source, folder: Path) -> str:
    """Hash a document that is its own original; nothing where it is not."""
    digest = draft.document.digests.get(source.file)
    if not digest or digest.is_summary:
        return ""
    try:
        cited = read_named(find_real_folder(draft.path), source.file, most=LARGEST_DIGEST)
        original = (folder / source.original_file).read_bytes()
    except (OSError, ValueError, SourceError):
        return ""
    return hashlib.sha256(cited).hexdigest() if cited == original else ""
