"""Names as the labels of formats that know no others: each its own, on one line, without quotes."""

from collections import Counter
from collections.abc import Iterable

from graph.write.graphs.cleaner import Cleaner
from graph.write.graphs.flat import Attribute, Node

_LABEL = Attribute("label", "text", "what a drawing shows")
_TWINS = str.maketrans({'"': "\u201d", "\\": "\uff3c"})
"""A quote would end a label, and a backslash could hide the one that does."""


def make_labels(nodes: Iterable[Node], cleaner: Cleaner) -> list[str]:
    """
    Make a label of the name of each node; one that returns has the id of its node behind it.

    Args:
        nodes: In the order in which the labels are wanted.
        cleaner: With `tame` as its way to encode.
    """
    named = [
        (node.id, cleaner.text(_LABEL, node.values["label"], "node", node.id)) for node in nodes
    ]
    counts = Counter(label for _, label in named)
    return [label if counts[label] == 1 else f"{label} ({id})" for id, label in named]


def tame(text: str) -> str:
    """
    Put a text on one line, without quotes and backslashes.

    >>> tame('Stichting "De\\nBrug"')
    'Stichting ”De Brug”'
    """
    return " ".join(text.split()).translate(_TWINS)
