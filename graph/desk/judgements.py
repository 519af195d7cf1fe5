"""`judgements.yaml`: what curators decided of proposals and of pairs of names, oldest first."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from graph.desk.proposal import Proposal
from graph.model.errors import DataError
from graph.model.names import simplify
from graph.model.slug import make_id
from graph.read.bytes import read_bytes
from graph.read.document import Document
from graph.read.plain import write_fields
from graph.read.text import decode_text
from graph.read.yaml import parse_yaml
from graph.schema.check import check_beside
from graph.schema.proposals import JUDGEMENTS

FILE = "judgements.yaml"

_HEAD = b"# Made by 'collabgraph review': what was decided of each proposal, by whom and when.\n"
_EMPTY = _HEAD + b"judgements: []\n"
_OPENED = _HEAD + b"judgements:\n"


class Judgement(NamedTuple):
    """
    One decision: of a proposal, or of two `names`.

    `verdict` is `accept`, `reject` or `unsure`; of names `same` or `not same`. `name` and
    `document` say to a reader of the file what it is about.
    """

    verdict: str
    by: str
    date: str
    proposal: str = ""
    names: tuple[str, ...] = ()
    name: str = ""
    document: str = ""


def judge(proposal: Proposal, verdict: str, *, by: str, date: str) -> Judgement:
    """Make the judgement of a proposal."""
    return Judgement(verdict, by, date, proposal.id, name=proposal.name, document=proposal.document)


def load_judgements(path: Path, data: Document) -> tuple[Judgement, ...]:
    """
    Read a file of judgements, in its order; where there is none, there are none.

    Raises:
        SourceError: It cannot be read, or is no YAML.
        DataError: It breaks rules; all its problems.
    """
    return read_judgements(read_bytes(path, str(path)), str(path), data) if path.exists() else ()


def read_judgements(content: bytes, name: str, data: Document) -> tuple[Judgement, ...]:
    """
    Read judgements from the bytes of their file.

    Args:
        content: The file.
        name: How it is named in messages.
        data: The data file that it stands beside.

    Raises:
        SourceError: It is no YAML.
        DataError: It breaks rules; all its problems.
    """
    root, problems = parse_yaml(decode_text(content, name), name)
    clean, wrong = check_beside(Document(name, root, {}), JUDGEMENTS, data)
    if problems or wrong:
        raise DataError(name, [*problems, *wrong])
    return tuple(
        Judgement(**{**entry, "names": tuple(entry.get("names", ()))})
        for entry in clean["judgements"]
    )


def write_judgements(judgements: Iterable[Judgement]) -> bytes:
    """Write judgements as they stand in their file."""
    entries = [_write_entry(one) for one in judgements]
    return b"".join([_OPENED, *entries]) if entries else _EMPTY


def add_judgement(content: bytes, judgement: Judgement) -> bytes:
    """
    Put a judgement behind those of a file, and keep every byte before it.

    Args:
        content: The file; nothing where there is none yet.
        judgement: The new one.
    """
    before = _OPENED if content in (b"", _EMPTY) else content
    gap = b"" if before.endswith(b"\n") else b"\n"
    return before + gap + _write_entry(judgement)


def drop_judgement(content: bytes, judgement: Judgement) -> bytes:
    """Take a judgement out of a file, where it stands last; every other byte stays."""
    before, found, after = content.rpartition(_write_entry(judgement))
    return (before + after if before + after != _OPENED else _EMPTY) if found else content


def _write_entry(judgement: Judgement) -> bytes:
    values = judgement._asdict()
    order = ("proposal", "names", "verdict", "by", "date", "name", "document")
    first, *rest = write_fields({key: values[key] for key in order if values[key]})
    lines = (f"  - {first}", *(f"    {line}" for line in rest))
    return "".join(f"{line}\n" for line in lines).encode()


def list_verdicts(judgements: Iterable[Judgement]) -> Mapping[str, str]:
    """Give the last verdict on each proposal, by its id."""
    return {one.proposal: one.verdict for one in judgements if one.proposal}


def list_pairs(judgements: Iterable[Judgement]) -> Mapping[frozenset[str], bool]:
    """Tell of each two names, without case and accents, whether they were found to be the same."""
    return {
        frozenset(map(simplify, one.names)): one.verdict == "same"
        for one in judgements
        if one.names
    }


def name_blind_file(by: str) -> str:
    """
    Name the file that keeps the judgements of a second reader apart.

    >>> name_blind_file("Jan de Vries")
    'judgements-jan-de-vries.yaml'
    """
    stem, _, end = FILE.partition(".")
    return f"{stem}-{make_id(by) or 'reader'}.{end}"
