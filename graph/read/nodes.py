"""YAML text -> its nodes, each with the place of its first and its last character."""

from typing import Any

import yaml


def read_nodes(text: str) -> Any:
    """
    Read the nodes of a text that is known to be YAML, so that it can be edited in place.

    A node has `value` (text, a list of nodes, or pairs of them), `style`, `flow_style`, and
    `start_mark.index` and `end_mark.index`, which count characters from 0.
    """
    return yaml.compose(text, Loader=yaml.BaseLoader)  # the C parser does not count characters


def is_sequence(node: Any) -> bool:
    """Tell whether a node is a list."""
    return isinstance(node, yaml.SequenceNode)


def is_mapping(node: Any) -> bool:
    """Tell whether a node is a map."""
    return isinstance(node, yaml.MappingNode)
