"""The data block of the page: what the script reads, typed as in `script/model/block.js`."""

from collections.abc import Container, Iterable, Mapping
from typing import Any, TypedDict, TypeVar, cast

from graph.model.certainty import Certainty
from graph.page.style.looks import DASHES, GROUP_LOOK, PALETTE, SHAPES, WIDEST_WEIGHT
from graph.words.store import LANGUAGES

T = TypeVar("T")

WIDE = 12
"""Members up to which a crowded map ties those of a partnership to each other."""

Row = list[str | list[int | str]]
"""A field that is shown: its label, the list of which the items are ids or places, and these."""

Passage = list[int | str | None]
"""Place of the source, line, words of the document, address where it opens at them, if any."""

Texts = Mapping[str, Mapping[str, str]]
"""Key -> language -> text."""


class OrganisationBlock(TypedDict):
    """An organisation; it names others by their place in their list."""

    key: str
    name: str
    type: str
    types: list[str]
    region: str | None
    aliases: list[list[str | int | list[int] | None]]
    partOf: int | None
    rows: list[Row]
    note: str | None


class MemberBlock(TypedDict):
    """A membership, inside its partnership."""

    organisation: int
    role: str
    certainty: Certainty
    identity: Certainty
    roleCertainty: Certainty
    note: str | None
    evidence: list[Passage]


class GroupBlock(TypedDict):
    """Parties that are not named one by one; `certainty` is that there is such a group."""

    key: str
    name: str
    types: list[str]
    size: int | None
    approximate: bool
    region: str | None
    certainty: Certainty
    note: str | None
    evidence: list[Passage]


class PartyBlock(TypedDict):
    """A group in a partnership, by its place; `certainty` is that it takes part."""

    group: int
    role: str
    certainty: Certainty
    note: str | None
    evidence: list[Passage]


class BarrierBlock(TypedDict):
    """Something that hampers a partnership, a region or what a document tells of."""

    label: str
    certainty: Certainty
    note: str | None
    evidence: list[Passage]


class RelationBlock(TypedDict):
    """What one does to another; `origin` and `target` are a kind and a place ("o3")."""

    key: str
    kind: str
    origin: str
    target: str
    period: str | None
    certainty: Certainty
    note: str | None
    evidence: list[Passage]


class PartnershipBlock(TypedDict):
    """
    A partnership; `known` is how many of its members are, `period` is EDTF.

    `wished` and `wishedGroups`: who is wanted and was not asked yet.
    """

    key: str
    name: str
    kind: str
    known: str
    members: list[MemberBlock]
    groups: list[PartyBlock]
    wished: list[MemberBlock]
    wishedGroups: list[PartyBlock]
    partOf: int | None
    body: int | None
    barriers: list[BarrierBlock]
    themes: tuple[str, ...]
    regions: tuple[str, ...]
    period: str | None
    status: str
    follows: list[int]
    rows: list[Row]
    certainty: Certainty
    evidence: list[Passage]
    note: str | None
    unseen: int


class SourceBlock(TypedDict):
    """
    A document; `digest` is the file that the passages stand in, where that is another.

    `summary`: its passages tell what it says, and are no quotations.
    """

    key: str
    title: str
    publisher: str | None
    date: str | None
    original: str
    digest: str | None
    address: str | None
    link: bool
    summary: bool
    register: bool
    perspective: list[int]
    barriers: list[BarrierBlock]
    note: str | None


class FilterBlock(TypedDict):
    """A filter: all but what it keeps, which the script works out itself."""

    name: str
    key: str
    value: str
    narrows: str
    ids: bool
    asks: bool
    without: bool
    of: str
    needs: int
    label: str
    on: str
    usual: object


class UsualBlock(TypedDict):
    """What a record says where the data leave a field out."""

    organisation: Mapping[str, object]
    partnership: Mapping[str, object]
    member: Mapping[str, object]
    group: Mapping[str, object]
    party: Mapping[str, object]
    source: Mapping[str, object]
    told: Mapping[str, object]
    filter: Mapping[str, object]


class DataBlock(TypedDict):
    """The records and the words; in the script ties follow from the partnerships."""

    title: str
    language: str
    languages: list[str]
    organisations: list[OrganisationBlock]
    partnerships: list[PartnershipBlock]
    groups: list[GroupBlock]
    relations: list[RelationBlock]
    barriers: dict[str, list[BarrierBlock]]
    sources: list[SourceBlock]
    texts: dict[str, dict[str, list[str]]]
    looks: dict[str, list[str]]
    groupLook: list[str]
    shapes: dict[str, str]
    palette: list[str]
    places: list[tuple[float, float]]
    groupPlaces: list[tuple[float, float]]
    dashes: dict[str, list[float]]
    widest: int
    mostLines: int
    mostRows: int | None
    communities: list[int]
    wide: int
    within: dict[str, str | None]
    compound: bool
    filters: list[FilterBlock]
    usual: UsualBlock


class NodeBlock(TypedDict):
    """An organisation that the map draws: "n" and its place, its radius, and where it stands."""

    id: str
    size: float
    x: float
    y: float


class PageBlock(TypedDict):
    """All that the script reads; `options` are those of vis-network."""

    nodes: list[NodeBlock]
    options: Mapping[str, object]
    data: DataBlock


USUAL: UsualBlock = {
    "organisation": {
        "region": None,
        "aliases": [],
        "partOf": None,
        "rows": [],
        "note": None,
    },
    "partnership": {
        "members": [],
        "groups": [],
        "wished": [],
        "wishedGroups": [],
        "partOf": None,
        "body": None,
        "barriers": [],
        "themes": [],
        "regions": [],
        "period": None,
        "follows": [],
        "rows": [],
        "certainty": "high",
        "known": "some",
        "status": "unknown",
        "note": None,
        "unseen": 0,
    },
    "member": {
        "role": "member",
        "certainty": "high",
        "identity": "high",
        "roleCertainty": "high",
        "note": None,
        "evidence": [],
    },
    "group": {
        "types": [],
        "size": None,
        "approximate": False,
        "region": None,
        "certainty": "high",
        "note": None,
        "evidence": [],
    },
    "party": {"role": "member", "certainty": "high", "note": None, "evidence": []},
    "source": {"perspective": [], "barriers": [], "note": None},
    "told": {"period": None, "certainty": "high", "note": None},
    "filter": {
        "ids": False,
        "asks": False,
        "without": False,
        "of": "",
        "needs": 1,
        "on": "1",
    },
}


def build_block(
    values: Mapping[str, Any],
    *,
    nodes: Iterable[Mapping[str, Any]],
    options: Mapping[str, object],
    places: Iterable[tuple[float, float]],
    group_places: Iterable[tuple[float, float]],
    most_lines: int,
    most_rows: int | None,
    communities: list[int],
    filters: list[FilterBlock],
) -> PageBlock:
    """
    Gather what the script reads, without what most records say and what stands in the tables.

    The words of passages stand in the tables where these hold every row, else in the block.

    Args:
        values: From `build_values`.
        nodes: What the map draws, as pyvis has it.
        options: Of vis-network.
        places: Where each partnership stands, in pixels.
        group_places: Where each group stands.
        most_lines: Lines that the map draws at once.
        most_rows: Rows of a table that are there at once; None where all are.
        communities: From `list_communities`.
        filters: From `list_filters`.
    """
    used = _list_used(values)
    words = most_rows is not None
    data: DataBlock = {
        "title": values["title"],
        "language": values["language"],
        "languages": values["languages"],
        "organisations": [
            cast(OrganisationBlock, _shorten(one, USUAL["organisation"]))
            for one in values["organisations"]
        ],
        "partnerships": [_shorten_partnership(one, words) for one in values["partnerships"]],
        "groups": _shorten_all(values["groups"], USUAL["group"], words),
        "relations": _shorten_all(values["relations"], USUAL["told"], words),
        "barriers": values["barriers"],
        "sources": [_shorten_source(one, words) for one in values["sources"]],
        "texts": {
            name: _in_order(_keep_used(texts, used.get(name)))
            for name, texts in values["texts"].items()
        },
        "looks": _keep_used(values["looks"], used["types"]),
        "groupLook": [GROUP_LOOK.colour, GROUP_LOOK.shape],
        "shapes": dict(SHAPES),
        "palette": list(PALETTE),
        "places": list(places),
        "groupPlaces": list(group_places),
        "dashes": {id: list(lengths) for id, lengths in DASHES.items()},
        "widest": WIDEST_WEIGHT,
        "mostLines": most_lines,
        "mostRows": most_rows,
        "communities": communities,
        "wide": WIDE,
        "within": values["within"],
        "compound": values["compound"],
        "filters": [cast(FilterBlock, _shorten(one, USUAL["filter"])) for one in filters],
        "usual": USUAL,
    }
    return {
        "nodes": [
            {"id": node["id"], "size": node["size"], "x": node["x"], "y": node["y"]}
            for node in nodes
        ],
        "options": options,
        "data": data,
    }


def _list_used(values: Mapping[str, Any]) -> dict[str, set[str]]:
    """List the terms that records name, by list, and the regions that such a region lies in."""
    organisations, partnerships = values["organisations"], values["partnerships"]
    groups = values["groups"]
    used: dict[str, set[str]] = {
        "types": {type for one in (*organisations, *groups) for type in one["types"]},
        "kinds": {one["kind"] for one in partnerships},
        "themes": {id for one in partnerships for id in one["themes"]},
        "roles": {
            party["role"]
            for one in partnerships
            for kind in ("members", "groups", "wished", "wishedGroups")
            for party in one[kind]
        },
        "relations": {one["kind"] for one in values["relations"]},
        "regions": {id for one in partnerships for id in one["regions"]}
        | {*values["barriers"]}
        | {one["region"] for one in (*organisations, *groups) if one["region"]},
    }
    for _, kind, items in (row for one in (*organisations, *partnerships) for row in one["rows"]):
        if kind in used:
            used[kind] |= set(items)
    around = list(used["regions"])
    for id in around:
        outer = values["within"].get(id)
        if outer and outer not in around:
            around.append(outer)
    return used | {"regions": set(around)}


def _keep_used(entries: Mapping[str, T], used: Container[str] | None) -> dict[str, T]:
    return {key: entry for key, entry in entries.items() if used is None or key in used}


def _shorten_partnership(values: Mapping[str, Any], words: bool) -> PartnershipBlock:
    inside = {
        "members": _shorten_all(values["members"], USUAL["member"], words),
        "wished": _shorten_all(values["wished"], USUAL["member"], words),
        "groups": _shorten_all(values["groups"], USUAL["party"], words),
        "wishedGroups": _shorten_all(values["wishedGroups"], USUAL["party"], words),
        "barriers": _shorten_all(values["barriers"], USUAL["told"], words),
    }
    short = _shorten(_cite(values, words) | inside, USUAL["partnership"])
    return cast(PartnershipBlock, short)


def _shorten_source(values: Mapping[str, Any], words: bool) -> SourceBlock:
    barriers = _shorten_all(values["barriers"], USUAL["told"], words)
    return cast(SourceBlock, _shorten({**values, "barriers": barriers}, USUAL["source"]))


def _shorten_all(
    records: Iterable[Mapping[str, Any]], usual: Mapping[str, object], words: bool
) -> Any:
    return [_shorten(_cite(one, words), usual) for one in records]


def _cite(values: Mapping[str, Any], words: bool) -> dict[str, Any]:
    """Leave the words of passages out, unless they stand nowhere else."""
    said = [passage if passage[3] else passage[:3] for passage in values["evidence"]]
    return {**values, "evidence": [passage if words else passage[:2] for passage in said]}


def _shorten(values: Mapping[str, Any], usual: Mapping[str, object]) -> dict[str, Any]:
    """Leave out what most records of the kind say: thousands of records say it."""
    return {
        name: value for name, value in values.items() if name not in usual or value != usual[name]
    }


def _in_order(texts: Texts) -> dict[str, list[str]]:
    """Write the texts of each key as a list in the order of the languages: it saves a tenth."""
    return {key: [forms[language] for language in LANGUAGES] for key, forms in texts.items()}
