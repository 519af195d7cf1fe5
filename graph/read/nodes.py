"""YAML text -> its nodes, each with the place of its first and its last character."""

from collections.abc import Iterator
from typing import Any

import yaml

from graph.model.errors import SourceError
from graph.model.message import Message


class _Loader(yaml.BaseLoader):
    """Reads what the check can say a problem of: names twice, references, a second document."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        self.anchors.clear()
        if not self.check_event(yaml.AliasEvent):
            return super().compose_node(parent, index)
        event: Any = self.get_event()  # type: ignore[no-untyped-call]
        return yaml.ScalarNode("", f"*{event.anchor}", event.start_mark, event.end_mark)


def read_nodes(text: str, name: str = "") -> Any:
    """
    Read the nodes of a text that is known to be YAML, so that it can be edited in place.

    A node has `value` (text, a list of nodes, or pairs of them), `style`, `flow_style`, and
    `start_mark.index` and `end_mark.index`, which count characters from 0.

    Args:
        text: The whole file.
        name: How it is named in messages.

    Raises:
        SourceError: It is YAML to the C parser alone.
    """
    try:
        return _compose(text)
    except yaml.MarkedYAMLError:
        pass
    try:
        return _compose(text.replace("\t", " "))  # which to the C parser is a blank as well
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        why = Message("yaml.other", said=str(error.problem))
        raise SourceError(Message("yaml.not_yaml", file=name, line=line, why=why)) from None


def is_sequence(node: Any) -> bool:
    """Tell whether a node is a list."""
    return isinstance(node, yaml.SequenceNode)


def is_mapping(node: Any) -> bool:
    """Tell whether a node is a map."""
    return isinstance(node, yaml.MappingNode)


def is_scalar(node: Any) -> bool:
    """Tell whether a node is a text."""
    return isinstance(node, yaml.ScalarNode)


def list_scalars(node: Any) -> Iterator[Any]:
    """List every text in a node, keys too, in the order of the file."""
    todo = [node]
    while todo:
        one = todo.pop()
        if is_scalar(one):
            yield one
        elif is_sequence(one):
            todo.extend(reversed(one.value))
        elif is_mapping(one):
            todo.extend(part for pair in reversed(one.value) for part in reversed(pair))


def find_last_line(text: str, node: Any) -> int:
    """Find the last line, from 0, of what a node holds; comments behind it are not."""
    if not is_scalar(node) and node.value and not node.flow_style:
        key, value = node.value[-1] if is_mapping(node) else (None, node.value[-1])
        empty = is_scalar(value) and value.start_mark.index == value.end_mark.index
        return find_last_line(text, key if key is not None and empty else value)
    end = node.end_mark.index
    if is_scalar(node) and node.style in ("|", ">"):
        end = len(text[:end].rstrip())
    return text.count("\n", 0, end)


def _compose(text: str) -> Any:
    loader = _Loader(text)  # the C parser does not count characters
    try:
        return loader.get_node() if loader.check_node() else None
    finally:
        loader.dispose()
