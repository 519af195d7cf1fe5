"""What `build` makes: three files, and in two lines what was found."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from graph.pipeline import Explored


@dataclass(frozen=True, slots=True, kw_only=True)
class Outputs:
    """The bytes of each file by its name, and what could not be written as it is."""

    files: Mapping[str, bytes]
    warnings: tuple[str, ...] = ()


def make_outputs(explored: Explored, *, tell: Callable[[str], None] = lambda step: None) -> Outputs:
    """
    Make the page and both GraphML files, in memory.

    Args:
        explored: From `explore`.
        tell: Called with the name of each step before it begins.
    """
    from graph.export import write_graphml
    from graph.render import render_page

    tell("export")
    network = write_graphml(explored.network)
    two_mode = write_graphml(explored.bipartite)
    tell("render")
    page = render_page(explored.bipartite, explored.network)
    return Outputs(
        files={
            "network.html": page.encode("utf-8"),
            "network.graphml": network.content,
            "two-mode.graphml": two_mode.content,
        },
        warnings=tuple(dict.fromkeys((*network.warnings, *two_mode.warnings))),
    )


def list_findings(explored: Explored) -> list[str]:
    """Say in two lines what was found: how many of what, and what holds it together."""
    registry, measures = explored.selected, explored.measures
    tables = sum(count for size, count in measures.by_members.items() if size >= 2)
    names = ", ".join(registry.organisations[id].name for id in measures.cut_vertices)
    cut = f"{_count(len(measures.cut_vertices), 'cut vertex', 'cut vertices')}"
    return [
        f"found {_count(len(registry.organisations), 'organisation')}, "
        f"{_count(len(registry.partnerships), 'partnership')} "
        f"({tables} with two or more named members), "
        f"{_count(measures.memberships, 'membership')} and {_count(measures.ties, 'tie')} "
        f"in {_count(len(registry.sources), 'document')}",
        f"{_count(len(measures.components), 'component')} of two or more, "
        f"{cut}{f' ({names})' if names else ''}; "
        f"{_count(len(measures.isolates), 'organisation')} without a named partner in "
        f"{'this document' if len(registry.sources) == 1 else 'these documents'}",
    ]


def _count(number: int, one: str, more: str = "") -> str:
    return f"{number} {one if number == 1 else more or one + 's'}"
