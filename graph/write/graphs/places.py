"""What Gephi and Kumu look for on a node: its kind in one word, and its tags."""

from graph.write.graphs.flat import Node, Value

_KINDS = ("type", "kind", "record")
_TAGS = ("themes", "regions", "region")


def find_kind(node: Node) -> Value:
    """Find the type of an organisation, the kind of a partnership, or what a record is."""
    return next((node.values[name] for name in _KINDS if name in node.values), "")


def list_tags(node: Node) -> tuple[str, ...]:
    """List the ids of themes and regions."""
    return tuple(tag for name in _TAGS for tag in _items(node.values.get(name, ())))


def _items(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),)
