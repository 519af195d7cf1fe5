"""What `check --advice` asks and adds."""

from collections.abc import Sequence
from pathlib import Path

from graph.advice import Advised, advise
from graph.desk.desk import find_judgements
from graph.desk.judgements import list_pairs, load_judgements
from graph.model.errors import Problem
from graph.read.bytes import read_bytes
from graph.read.load import load_document
from graph.read.text import decode_text


def advise_file(data: str, problems: Sequence[Problem]) -> Advised | None:
    """
    Advise on a data file that was checked; None where errors stand in the way.

    Args:
        data: The data file.
        problems: What is wrong with it.

    Raises:
        SourceError: The file, or that of judgements beside it, cannot be read.
        DataError: The file of judgements breaks rules.
    """
    if any(problem.severity == "error" for problem in problems):
        return None
    place, content = Path(data), read_bytes(Path(data), data)
    document = load_document(data, content=content)
    judgements = load_judgements(find_judgements(place), document)
    return advise(document, decode_text(content, data), list_pairs(judgements))
