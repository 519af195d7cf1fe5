"""The desk as it lies: the data file, what is proposed beside it, and what was judged."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from graph.desk import judgements as judging
from graph.desk import proposals as proposing
from graph.desk.judgements import Judgement, list_verdicts, load_judgements
from graph.desk.open import list_open
from graph.desk.proposal import Proposal
from graph.desk.proposals import load_proposals
from graph.model.errors import DataError, Problem
from graph.model.message import Message
from graph.model.records import Registry
from graph.read.digest import Digest, normalise
from graph.read.document import Document
from graph.read.load import load_document
from graph.read.places import Place, find_places
from graph.read.text import decode_text
from graph.read.yaml import parse_yaml
from graph.validate import validate_document


class Desk(NamedTuple):
    """
    A data file and the two files beside it, all read and checked.

    `content` are the bytes of the data file, `hashes` those of the text of each source, by its id.
    """

    place: Path
    content: bytes
    document: Document
    registry: Registry
    hashes: Mapping[str, str]
    proposals: tuple[Proposal, ...]
    judgements: tuple[Judgement, ...]

    @property
    def verdicts(self) -> Mapping[str, str]:
        """The last verdict on each proposal, by its id."""
        return list_verdicts(self.judgements)

    def find_digest(self, document: str) -> Digest | None:
        """Find the text of a document; of a register, or one that is gone, there is none."""
        source = self.registry.sources.get(document)
        return self.document.digests.get(source.file) if source else None

    def find_place(self, proposal: Proposal) -> Place | None:
        """Find where the quote of a proposal stands: on its line, else wherever it is first."""
        digest = self.find_digest(proposal.document)
        if not digest:
            return None
        quote = normalise(proposal.quote)
        here = find_places(digest.by_line.get(proposal.line, ()), quote)
        return next(here, None) or next(find_places(digest.passages, quote), None)


def find_proposals(place: Path) -> Path:
    """Find the file of proposals that stands beside a data file."""
    return place.parent / proposing.FILE


def find_judgements(place: Path, blind: str = "") -> Path:
    """
    Find the file of judgements that stands beside a data file.

    Args:
        place: The data file.
        blind: The name of a second reader whose judgements are kept apart.
    """
    return place.parent / (judging.name_blind_file(blind) if blind else judging.FILE)


def open_desk(
    path: str | Path, *, blind: str = "", proposals: tuple[Proposal, ...] | None = None
) -> Desk:
    """
    Read a data file with what is proposed and judged of it.

    Args:
        path: The data file.
        blind: The name of a second reader whose judgements are kept apart.
        proposals: What is proposed, where that was read before.

    Raises:
        SourceError: A file cannot be read, or is no YAML.
        DataError: A file breaks rules.
    """
    place = Path(path)
    files: list[tuple[str, bytes]] = []
    document = load_document(path, seen=lambda *file: files.append(file))
    registry = validate_document(document)
    (_, content), *texts = files
    by_file = {name: hashlib.sha256(data).hexdigest() for name, data in texts}
    hashes = {
        source.id: by_file[source.file]
        for source in registry.sources.values()
        if source.file in by_file
    }
    if proposals is None:
        proposals = load_proposals(find_proposals(place), document)
    judgements = load_judgements(find_judgements(place, blind), document)
    return Desk(place, content, document, registry, hashes, proposals, judgements)


def change_desk(desk: Desk, content: bytes) -> Desk:
    """
    Give a desk as it is with other bytes in the data file; the documents stay.

    Raises:
        SourceError: They are no YAML.
        DataError: They break rules.
    """
    root, problems = parse_yaml(decode_text(content, str(desk.place)), str(desk.place))
    document = desk.document._replace(root=root, problems=tuple(problems))
    return desk._replace(content=content, document=document, registry=validate_document(document))


def check_reviewed(document: Document, registry: Registry) -> tuple[Problem, ...]:
    """
    Find out whether everything that is proposed was judged.

    Args:
        document: A data file.
        registry: What it holds.

    Returns:
        What is wrong with the files beside it; else one problem where proposals are open, with
        the place of the first.
    """
    place = Path(document.path)
    files = (find_proposals(place), find_judgements(place))
    try:
        proposals = load_proposals(files[0], document)
        judgements = load_judgements(files[1], document)
    except DataError as error:
        return tuple(one._replace(file=error.source) for one in error.problems)
    verdicts = list_verdicts(judgements)
    found = list_open(proposals, verdicts, registry)
    if not found:
        return ()
    unsure = sum(one.id in verdicts for one in found)
    said = Message("desk.open", n=len(found), unsure=unsure)
    path, first = files[0], found[0].id
    return (Problem(_find_line(path, first), f"proposals.{first}", said, str(path)),)


def _find_line(path: Path, id: str) -> int:
    content = path.read_bytes()
    return content.count(b"\n", 0, max(0, content.find(f"\n  {id}:".encode()) + 1)) + 1
