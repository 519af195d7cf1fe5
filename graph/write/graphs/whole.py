"""The whole of a graph: which data it is of, and how much of them."""

from graph import __version__
from graph.model.records import Registry, Source
from graph.write.graphs.fields import present
from graph.write.graphs.flat import Attribute, Values

_DATA = (
    Attribute("title", "text", "name of the data"),
    Attribute("version", "text", "version of collabgraph that wrote this"),
    Attribute("content_hash", "text", "SHA-256 of what the data say: cite it as their version"),
    Attribute("language", "text", "language of the labels"),
    Attribute("licence", "text", "on what terms the data may be used; absent where not said"),
    Attribute("contact", "text", "whom to ask about the data; absent where not said"),
    Attribute("selection", "text", "what was left out; absent where nothing was"),
)
_DOCUMENTS = Attribute("sources", "lines", "each document: id, title, publisher, date")


def list_facts(*counts: Attribute) -> tuple[Attribute, ...]:
    """List what an export says of a whole graph, with the numbers that it counts."""
    return (*_DATA, *counts, _DOCUMENTS)


def describe_data(registry: Registry, **counts: int) -> Values:
    """Say which data a graph is of; `counts` by the names of their attributes."""
    return present(
        title=registry.title,
        version=__version__,
        content_hash=registry.content_hash,
        language=registry.language,
        licence=registry.licence,
        contact=registry.contact,
        selection=registry.selection,
        **counts,
        sources=tuple(_describe_source(source) for _, source in sorted(registry.sources.items())),
    )


def _describe_source(source: Source) -> str:
    given = (source.title, source.publisher, source.date)
    return f"{source.id}: {', '.join(part for part in given if part)}"
