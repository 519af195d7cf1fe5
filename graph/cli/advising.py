"""What `check --advice` asks and adds."""

from collections.abc import Sequence
from pathlib import Path

from graph.advice import Advised, advise
from graph.desk.desk import find_judgements
from graph.desk.judgements import list_pairs, load_judgements
from graph.model.errors import Problem
from graph.read.load import load_document


def advise_file(data: str, problems: Sequence[Problem]) -> Advised | None:
    """
    Advise on a data file that was checked; None where errors stand in the way.

    Args:
        data: The data file.
        problems: What is wrong with it, with the warnings that were judged.

    Raises:
        SourceError: The file, or that of judgements beside it, cannot be read.
        DataError: The file of judgements breaks rules.
    """
    if any(problem.severity == "error" for problem in problems):
        return None
    document = load_document(data)
    judgements = load_judgements(find_judgements(Path(data)), document)
    return advise(document, problems, list_pairs(judgements))
