"""What is proposed under a name, and what was decided of it."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from graph.desk.desk import find_judgements, find_proposals, open_desk
from graph.desk.judgements import Judgement, list_verdicts, load_judgements
from graph.desk.proposal import Proposal
from graph.desk.proposals import load_proposals
from graph.model.errors import GraphError, Problem
from graph.model.names import simplify
from graph.read.document import Document

NOT_JUDGED = "name.not_judged"
"""What `check` says of a name that is nothing in the data yet."""


class Decision(NamedTuple):
    """A proposal, and the last judgement of it; None where nobody judged it yet."""

    proposal: Proposal
    judgement: Judgement | None


def find_decisions(data: str | Path, name: str) -> tuple[Decision, ...]:
    """
    Find what is proposed under a name, in the order of the file.

    Args:
        data: The data file, which the proposals stand beside.
        name: The name; case, accents and the words that names are found without do not count.

    Raises:
        SourceError: A file cannot be read, or is no YAML.
        DataError: A file breaks rules.
    """
    if not find_proposals(Path(data)).exists():
        return ()
    desk = open_desk(data)
    last = {one.proposal: one for one in desk.judgements if one.proposal}
    wanted = simplify(name)
    return tuple(
        Decision(one, last.get(one.id)) for one in desk.proposals if simplify(one.name) == wanted
    )


def split_rejected(
    problems: Sequence[Problem], data: str | Path, document: Document
) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """
    Tell the warnings of names that nobody judged from those of names that a review rejected.

    A name that was rejected as an organisation was judged. Where the files of the desk cannot be
    read every warning stays: what is wrong with them is said where they are asked for.

    Args:
        problems: What is wrong with a data file.
        data: Where it stands.
        document: What it holds.

    Returns:
        What stays, and what was judged.
    """
    if not any(one.said.key == NOT_JUDGED for one in problems):
        return tuple(problems), ()
    rejected = _list_rejected(Path(data), document)
    judged = tuple(
        one
        for one in problems
        if one.said.key == NOT_JUDGED and dict(one.said.values)["name"] in rejected
    )
    return tuple(one for one in problems if one not in judged), judged


def _list_rejected(place: Path, document: Document) -> set[str]:
    try:
        proposals = load_proposals(find_proposals(place), document)
        verdicts = list_verdicts(load_judgements(find_judgements(place), document))
    except GraphError:
        return set()
    return {
        repr(one.name)
        for one in proposals
        if one.what == "organisation" and verdicts.get(one.id) == "reject"
    }
