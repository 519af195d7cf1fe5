"""What is proposed under a name, and what was decided of it."""

from pathlib import Path
from typing import NamedTuple

from graph.desk.desk import find_proposals, open_desk
from graph.desk.judgements import Judgement
from graph.desk.proposal import Proposal
from graph.model.names import simplify


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
