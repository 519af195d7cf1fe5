"""What `build` makes: three files, perhaps a fourth; and those of a crate."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.model.errors import ExportError
from graph.model.message import Message
from graph.pipeline import Explored
from graph.write.zip import zip_files

OUTPUTS = ("network.html", "network.graphml", "two-mode.graphml", "network.zip")
"""The name of every output that `build` can make."""

PAIR_LIMIT = 1_000_000
"""Pairs of organisations that share a partnership, counted once each: a page draws no more."""


MOST_BYTES = 12_000_000
"""Bytes of a page that is not asked for whole: what is larger opens slowly and cannot be mailed."""

MOST_MEMBERSHIPS = 40_000
"""Memberships of a register above which its page is larger for sure: a row each is 300 bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """
    How the page is to be made.

    `keep`: an earlier page or GraphML file, whose organisations stay in their place. `zipped`:
    also a zip of the page. `quotes`: whether it holds the words of the documents. `licence` and
    `contact` stand in its stamp. `most_bytes`: how large the page may be; None for any size.
    `boundaries`: a file with the shapes of official regions.
    """

    keep: Path | None = None
    zipped: bool = False
    quotes: bool = True
    licence: str = ""
    contact: str = ""
    most_bytes: int | None = None
    boundaries: Path | None = None


AS_IT_IS = Wishes()
"""The page without any wish."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outputs:
    """The bytes of each file by its name, and what could not be written as it is."""

    files: Mapping[str, bytes]
    warnings: tuple[Message | str, ...] = ()


def make_outputs(
    explored: Explored,
    wishes: Wishes = AS_IT_IS,
    *,
    tell: Callable[[str], None] = lambda step: None,
) -> Outputs:
    """
    Make the page and both GraphML files, in memory.

    Args:
        explored: From `explore`.
        wishes: How the page is to be made.
        tell: Called with the name of each step before it begins.

    Raises:
        SourceError: `wishes.keep` is no earlier page and no GraphML with places, or
            `wishes.boundaries` no file of boundaries of these regions.
        ExportError: More pairs of organisations share a partnership than a page draws, or the page
            is larger than wished.
    """
    _check_size(explored)
    from graph.page.build import MAP_LIMIT, TIE_LIMIT, keep_positions, render_facts
    from graph.page.layout.positions import compute_positions
    from graph.write.graphs import flatten_network, flatten_two_mode, write_graphml

    tell("render")
    if wishes.keep:
        positions = keep_positions(explored.bipartite, wishes.keep)
    else:
        positions = compute_positions(explored.bipartite)
    incidence = explored.incidence
    page = render_facts(
        explored.facts,
        positions,
        quotes=wishes.quotes,
        licence=wishes.licence,
        contact=wishes.contact,
        boundaries=wishes.boundaries,
    ).encode("utf-8")
    if wishes.most_bytes is not None and len(page) > wishes.most_bytes:
        size, most = (round(number / 1_000_000) for number in (len(page), wishes.most_bytes))
        raise ExportError(Message("write.large_page", size=size, most=most))
    tell("export")
    network = write_graphml(flatten_network(incidence), positions)
    two_mode = write_graphml(flatten_two_mode(incidence), positions)
    files = {
        "network.html": page,
        "network.graphml": network.content,
        "two-mode.graphml": two_mode.content,
    }
    if wishes.zipped:
        files["network.zip"] = zip_files({"network.html": page})
    warnings = [*network.warnings, *two_mode.warnings]
    count = len(incidence.organisations)
    if count > MAP_LIMIT:
        warnings.append(Message("map.organisations", most=MAP_LIMIT, n=count))
    count = len(incidence.shared)
    if count > TIE_LIMIT:
        warnings.append(Message("map.ties", most=TIE_LIMIT, n=count))
    return Outputs(files=files, warnings=tuple(dict.fromkeys(warnings)))


def _check_size(explored: Explored) -> None:
    """Refuse before anything is projected: a partnership of 5,000 alone makes 12 million pairs."""
    sizes = {id: explored.incidence.size(id) for id in explored.selected.partnerships}
    pairs = sum(size * (size - 1) // 2 for size in sizes.values())
    if pairs <= PAIR_LIMIT:
        return
    largest = max(sizes, key=lambda id: sizes[id])
    raise ExportError(
        Message(
            "write.too_many",
            n=pairs,
            most=PAIR_LIMIT,
            name=explored.selected.partnerships[largest].name,
            members=sizes[largest],
        )
    )


def make_crate(
    explored: Explored, *, published: str, data: Mapping[str, bytes] | None = None
) -> Outputs:
    """
    Make an RO-Crate, in memory: the outputs of `build`, the linked data, and what describes them.

    Args:
        explored: From `explore`.
        published: The day of publication, in ISO 8601.
        data: The data file by its name, where it may go along.

    Raises:
        ExportError: More pairs of organisations share a partnership than a page draws.
    """
    made = make_outputs(explored)
    from graph.write.crate import METADATA, describe_crate
    from graph.write.graphs import write_jsonld

    linked = write_jsonld(explored.incidence)
    files = {**(data or {}), **made.files, "network.jsonld": linked.content}
    metadata = describe_crate(explored.selected, files, published)
    return Outputs(files={METADATA: metadata, **files}, warnings=(*made.warnings, *linked.warnings))
