"""
collabgraph: who works with whom in regional care, on what, and which document says so.

    from collabgraph import explore

    explored = explore("entities.yaml")
    explored.network.edges(data="weight")

Names load when they are first used, so that a question from cold pays only for what it needs.
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.2.0"

if TYPE_CHECKING:
    from graph.findings.changes import find_changes
    from graph.model.errors import (
        AmbiguousNameError,
        DataError,
        ExportError,
        GraphError,
        SelectionError,
        SourceError,
        UnknownIdError,
    )
    from graph.network.measure import measure_network
    from graph.network.networkx import build_bipartite, flatten_graph, project_network
    from graph.network.positions import list_records, measure_positions
    from graph.network.two_mode import measure_two_mode
    from graph.page.build import render_page
    from graph.pipeline import Explored, explore
    from graph.query.compare import Differences, compare_registries
    from graph.query.listing import (
        find_mentioned_only,
        lacks_type,
        list_barriers,
        list_organisations,
        list_partnerships,
        list_relations,
        list_sources,
        list_ties,
    )
    from graph.query.match import match_table
    from graph.query.names import find_organisation
    from graph.query.neighbours import neighbours
    from graph.query.path import find_paths, split_without
    from graph.query.sides import Comparison, compare_selections
    from graph.query.terms import list_terms
    from graph.query.why import shared_partnerships
    from graph.read.load import load_document
    from graph.reading import read_registry
    from graph.select.filters import Selection
    from graph.select.selection import select_registry
    from graph.validate import validate_document
    from graph.write.reports.make import make_report

_HOMES = {
    "AmbiguousNameError": "model.errors",
    "Comparison": "query.sides",
    "DataError": "model.errors",
    "Differences": "query.compare",
    "Explored": "pipeline",
    "ExportError": "model.errors",
    "GraphError": "model.errors",
    "Selection": "select.filters",
    "SelectionError": "model.errors",
    "SourceError": "model.errors",
    "UnknownIdError": "model.errors",
    "build_bipartite": "network.networkx",
    "compare_registries": "query.compare",
    "compare_selections": "query.sides",
    "explore": "pipeline",
    "find_changes": "findings.changes",
    "find_mentioned_only": "query.listing",
    "find_organisation": "query.names",
    "find_paths": "query.path",
    "flatten_graph": "network.networkx",
    "lacks_type": "query.listing",
    "list_barriers": "query.listing",
    "list_organisations": "query.listing",
    "list_partnerships": "query.listing",
    "list_records": "network.positions",
    "list_relations": "query.listing",
    "list_sources": "query.listing",
    "list_terms": "query.terms",
    "list_ties": "query.listing",
    "load_document": "read.load",
    "make_report": "write.reports.make",
    "match_table": "query.match",
    "measure_network": "network.measure",
    "measure_positions": "network.positions",
    "measure_two_mode": "network.two_mode",
    "neighbours": "query.neighbours",
    "project_network": "network.networkx",
    "read_registry": "reading",
    "render_page": "page.build",
    "select_registry": "select.selection",
    "shared_partnerships": "query.why",
    "split_without": "query.path",
    "validate_document": "validate",
}

__all__ = [
    "AmbiguousNameError",
    "Comparison",
    "DataError",
    "Differences",
    "Explored",
    "ExportError",
    "GraphError",
    "Selection",
    "SelectionError",
    "SourceError",
    "UnknownIdError",
    "build_bipartite",
    "compare_registries",
    "compare_selections",
    "explore",
    "find_changes",
    "find_mentioned_only",
    "find_organisation",
    "find_paths",
    "flatten_graph",
    "lacks_type",
    "list_barriers",
    "list_organisations",
    "list_partnerships",
    "list_records",
    "list_relations",
    "list_sources",
    "list_terms",
    "list_ties",
    "load_document",
    "make_report",
    "match_table",
    "measure_network",
    "measure_positions",
    "measure_two_mode",
    "neighbours",
    "project_network",
    "read_registry",
    "render_page",
    "select_registry",
    "shared_partnerships",
    "split_without",
    "validate_document",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"graph.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
