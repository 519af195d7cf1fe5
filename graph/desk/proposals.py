"""`proposals.yaml`: what finders propose, beside the data file and under git."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

from graph.desk.proposal import Proposal
from graph.desk.short import shorten
from graph.model.collector import collector_paused
from graph.model.errors import DataError, Problem
from graph.model.message import Message, both
from graph.read.bytes import read_bytes
from graph.read.document import Document, Trail, format_path
from graph.read.plain import write_fields
from graph.read.text import decode_text
from graph.read.yaml import parse_yaml
from graph.schema.check import check_beside
from graph.schema.proposals import KINDS, PROPOSALS

FILE = "proposals.yaml"

_HEAD = "# Made by 'collabgraph scan --propose' and 'collabgraph propose', for 'review'.\n"
_FIELDS = ("finder", "version", "document", "sha256", "line", "quote", "reason", "score", "near")


def load_proposals(path: Path, data: Document) -> tuple[Proposal, ...]:
    """
    Read a file of proposals; where there is none, there are none.

    Args:
        path: The file.
        data: The data file that it stands beside.

    Raises:
        SourceError: It cannot be read, or is no YAML.
        DataError: It breaks rules; all its problems.
    """
    if not path.exists():
        return ()
    return read_proposals(read_bytes(path, str(path)), str(path), data)


@collector_paused()
def read_proposals(content: bytes, name: str, data: Document) -> tuple[Proposal, ...]:
    """
    Read proposals from the bytes of their file, in its order.

    Args:
        content: The file.
        name: How it is named in messages.
        data: The data file that it stands beside.

    Raises:
        SourceError: It is no YAML.
        DataError: It breaks rules; all its problems.
    """
    root, problems = parse_yaml(decode_text(content, name), name)
    document = Document(name, root, {})
    clean, wrong = check_beside(document, PROPOSALS, data)
    found = clean.get("proposals")
    entries: Mapping[str, Any] = found if isinstance(found, dict) else {}
    wrong += list(
        chain.from_iterable(
            check_kind(entry, ("proposals", id), document) for id, entry in entries.items()
        )
    )
    if problems or wrong:
        raise DataError(name, [*problems, *wrong])
    return tuple(make_proposal(entry, id=id) for id, entry in entries.items())


def check_kind(entry: Mapping[str, Any], trail: Trail, document: Document) -> Iterator[Problem]:
    """Find out whether an entry proposes one thing, and no more."""
    if sum(kind in entry for kind in KINDS) != 1:
        message = Message("desk.one_kind", kinds=both([repr(kind) for kind in KINDS]))
        yield Problem(document.line_of(trail), format_path(trail), message)


def make_proposal(entry: Mapping[str, Any], **given: Any) -> Proposal:
    """
    Make a proposal from an entry that was checked.

    Args:
        entry: Its fields, as the file has them.
        given: Fields of the proposal that the entry has not.
    """
    what = next(kind for kind in KINDS if kind in entry)
    known = {key: entry[key] for key in _FIELDS if key in entry} | given
    known["near"] = tuple(known.get("near", ()))
    return Proposal(what=what, record=entry[what], **known)


def write_proposals(proposals: Iterable[Proposal]) -> bytes:
    """Write proposals as they stand in their file, sorted by document, line and id."""
    ordered = sorted(proposals, key=lambda one: (one.document, one.line, one.id))
    lines = [_HEAD + ("proposals:" if ordered else "proposals: {}")]
    for one in ordered:
        fields = {key: value for key in _FIELDS if (value := getattr(one, key)) not in ("", 0, ())}
        lines.append(f"  {one.id}:")
        lines += write_fields({**fields, one.what: shorten(one.record)}, 4)
    return "\n".join([*lines, ""]).encode()


def merge_proposals(
    old: Iterable[Proposal],
    new: Iterable[Proposal],
    *,
    judged: Callable[[str], bool] = lambda id: False,
    stands: Callable[[Proposal], bool] = lambda one: True,
) -> tuple[Proposal, ...]:
    """
    Put proposals that were just made beside those that are there; none is lost.

    What is there already keeps its record, which somebody may have changed by hand, and gets the
    line and the hash of today. One that nobody judged gives way to a new one of the same finder
    about the same thing, where that has its quote or its own does not stand in the text any more.

    Args:
        old: Those that are there.
        new: Those that were just made.
        judged: Tells of an id whether it was judged.
        stands: Tells whether the quote of a proposal stands in its document.
    """
    merged = {one.id: one for one in old}
    topics: dict[tuple[str, ...], list[Proposal]] = {}
    for one in merged.values():
        topics.setdefault(one.topic, []).append(one)
    for one in new:
        known = merged.get(one.id)
        if known:
            merged[one.id] = _move(known, one)
            continue
        for before in topics.get(one.topic, ()):
            if not judged(before.id) and (before.quote == one.quote or not stands(before)):
                merged.pop(before.id, None)
        merged[one.id] = one
    return tuple(merged.values())


def _move(known: Proposal, new: Proposal) -> Proposal:
    return replace(known, line=new.line, sha256=new.sha256, id=known.id)
