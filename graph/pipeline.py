"""
The whole journey on one screen: read this first.

    entities.yaml, seeds/ -read-> Document -check-> Registry -select-> Registry
        -network-> Incidence: who takes part in what
    then -findings-> facts, or -query-> answers
    and both -write-> text, reports, GraphML, GEXF, CSV, JSON, or -> one HTML page
    and for a notebook two graphs of networkx, and what is measured of them
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from graph.cache import is_large
from graph.model.collector import collector_paused
from graph.model.records import Registry
from graph.network.incidence import Incidence
from graph.registers import Question, is_large_register
from graph.select.around import Around, keep_around
from graph.select.filters import EVERYTHING, Selection, list_given
from graph.select.selection import select_registry

if TYPE_CHECKING:
    import networkx as nx

    from graph.findings.facts import Facts
    from graph.network.measure import Measures
    from graph.read.digest import Digest

Progress = Callable[[str], None]
"""Called with the name of each step before it begins."""


@dataclass(
    frozen=True, kw_only=True, repr=False
)  # without slots: graphs and measures are kept once made
class Explored:
    """
    Every product of the journey, from one data file and one selection.

    The graphs and the measures are made when they are first asked for.
    """

    registry: Registry
    selected: Registry
    incidence: Incidence

    @cached_property
    def facts(self) -> "Facts":
        """What the data hold, in ids and numbers."""
        from graph.findings.facts import Facts

        return Facts(self.incidence, whole=self.registry)

    @cached_property
    def bipartite(self) -> "nx.Graph":
        """
        The two-mode graph of organisations and partnerships, with the records in `registry`.

        `flatten_graph` makes of it what a writer of networkx takes.
        """
        from graph.network.networkx import build_bipartite

        return build_bipartite(self.incidence)

    @cached_property
    def network(self) -> "nx.Graph":
        """
        The network of organisations, tied by the partnerships that they share: plain values.

        Every writer of networkx takes it (`flatten_graph`); `project_network(explored.bipartite)`
        is the same with the records in `registry`.
        """
        from graph.network.networkx import flatten_graph, project_network

        return flatten_graph(project_network(self.bipartite))

    @cached_property
    def measures(self) -> "Measures":
        """What is counted of the network."""
        from graph.network.measure import measure_network

        return measure_network(self.incidence)

    def __repr__(self) -> str:
        return f"Explored({self.selected!r})"

    def _repr_html_(self) -> str:
        """Show the page in a notebook, without a network."""
        from graph.notebook import draw_frame

        return draw_frame(self)


@collector_paused()
def explore(
    path: str | Path,
    selection: Selection = EVERYTHING,
    *,
    tell: Progress = lambda step: None,
    cache: bool = False,
    around: Around | None = None,
) -> Explored:
    """
    Go the whole way from a data file to who takes part in what.

    Args:
        path: The data file.
        selection: What to keep of it.
        tell: Called with the name of each step before it begins.
        cache: As in `read_registry`.
        around: The part to begin with, before the selection; everything unless given.

    Returns:
        The data as they are and as they are selected; graphs and measures once they are asked for.

    Raises:
        SourceError: The file cannot be read.
        DataError: The file breaks rules.
        UnknownIdError: The selection or the part names what the data do not have.
    """
    if around:
        registry = read_around(path, around, cache=cache)
    else:
        registry, _ = read_with_digests(path, tell=tell, cache=cache)
    return explore_registry(registry, selection, tell=tell)


def explore_registry(
    registry: Registry,
    selection: Selection = EVERYTHING,
    *,
    tell: Progress = lambda step: None,
) -> Explored:
    """
    Go the second half of the way: from checked data to who takes part in what.

    Args:
        registry: Checked data.
        selection: What to keep of it.
        tell: Called with the name of each step before it begins.

    Raises:
        UnknownIdError: The selection names what the data do not have.
    """
    tell("select")
    selected = select_registry(registry, selection)
    tell("network")
    return Explored(registry=registry, selected=selected, incidence=Incidence(selected))


def read_registry(path: str | Path, *, strict: bool = False, cache: bool = False) -> Registry:
    """
    Load and validate a data file: all that a question needs that asks for no graph.

    Args:
        path: The data file.
        strict: Warnings are fatal too; nothing is taken from the cache then.
        cache: Take a large file from the cache where no byte of it has changed, else keep it
            there. The records of such a registry are made when they are asked for.

    Returns:
        Organisations, partnerships and documents by id, as the file holds them.

    Raises:
        SourceError: The file cannot be read.
        DataError: The file breaks rules; with `strict`, also what is only a warning.
    """
    registry, _ = read_with_digests(path, strict=strict, cache=cache)
    return registry


@collector_paused()
def read_with_digests(
    path: str | Path,
    *,
    strict: bool = False,
    tell: Progress = lambda step: None,
    cache: bool = False,
) -> "tuple[Registry, Mapping[str, Digest]]":
    """
    Read a registry as `read_registry` does: for a question that also asks where a name stands.

    Args:
        path: The data file.
        strict: As in `read_registry`.
        tell: Called with the name of each step before it begins.
        cache: As in `read_registry`.

    Returns:
        The registry, and its digests by the names that the data file gives them.
    """
    tell("read")
    if cache and not strict and is_large(path):
        from graph.cache.reading import read_by_cache

        return read_by_cache(path, tell=tell)
    from graph.read.load import load_document
    from graph.validate import validate_document

    document = load_document(path)
    tell("check")
    return validate_document(document, strict=strict), document.digests


def read_counted(path: str | Path, *, cache: bool = False) -> Registry:
    """
    Read a data file for what counts and lists: of a large register without the words of its rows.

    Args:
        path: The data file.
        cache: As in `read_registry`.

    Returns:
        A registry of which every count, list of entries and measure is the same as of everything;
        of a large register without aliases, identifiers, attributes and the cells of rows.

    Raises:
        SourceError: The file cannot be read.
        DataError: The file breaks rules.
    """
    if is_large_register(path):
        from graph.registers.asked import read_everything_lean

        with collector_paused():
            registry = read_everything_lean(str(path))
        if registry is not None:
            return registry
    return read_registry(path, cache=cache)


_OF_EACH = {"regions", "themes", "kinds", "types", "roles", "without_roles"}
_OF_EACH |= {"period", "undated", "sources", "certainty"}
_OF_EACH |= {"without_organisations", "without_sources"}
"""The filters that look at one partnership or one membership: a part needs no more for them."""


def read_asked(
    path: str | Path,
    question: Question,
    selection: Selection = EVERYTHING,
    *,
    cache: bool = False,
) -> "tuple[Incidence, Mapping[str, Digest]]":
    """
    Read what a question needs: of a large register the part about whom is asked, else everything.

    Args:
        path: The data file.
        question: What is asked, and of whom.
        selection: What will be selected of it; it is not selected here.
        cache: As in `read_registry`.

    Returns:
        Who takes part in what, as far as the question goes, and the digests. The answer is the
        same from a part and from everything.

    Raises:
        SourceError: The file cannot be read.
        DataError: The file breaks rules.
    """
    given = {one.name for one in list_given(selection)}
    fits = given <= _OF_EACH and (not given or question.kind in ("near", "shared"))
    if fits and is_large_register(path):
        from graph.registers.asked import answer_from_part

        part = answer_from_part(str(path), question)
        if part is not None:
            return part, {}
    registry, digests = read_with_digests(path, cache=cache)
    return Incidence(registry), digests


def read_around(path: str | Path, around: Around, *, cache: bool = False) -> Registry:
    """
    Read the part of a data file around some organisations; of a large register that alone.

    Args:
        path: The data file.
        around: Which organisations, and how many steps.
        cache: As in `read_registry`.

    Raises:
        SourceError: The file cannot be read.
        DataError: The file breaks rules.
        UnknownIdError: A name fits nothing.
    """
    from graph.query.names import find_organisation

    question = Question("near", around.names, around.steps)
    incidence, _ = read_asked(path, question, cache=cache)
    registry = incidence.registry
    ids = [find_organisation(registry, name).id for name in around.names]
    return keep_around(registry, ids, around.steps)


def select_incidence(
    incidence: Incidence, selection: Selection, *, keep: Collection[str] = ()
) -> Incidence:
    """Keep what a selection asks for, as `select_registry` does; the same where that is all."""
    if not list_given(selection):
        return incidence
    return Incidence(select_registry(incidence.registry, selection, keep=keep))
