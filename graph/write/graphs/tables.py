"""What has no place in a network, as tables: relations, barriers, groups, evidence, sources."""

from collections.abc import Iterator, Mapping

from graph.model.records import Registry
from graph.network.barriers import find_barriers, name_hampered
from graph.schema.fields import BARRIER, GROUP, RELATION, SOURCE
from graph.write.graphs.evidence import PASSAGES, walk_passages
from graph.write.graphs.fields import describe_record, list_attributes
from graph.write.graphs.flat import Attribute, Table, Values
from graph.write.graphs.words import Words

ID = Attribute("id", "text", "id in the data")
_RELATION = (ID, *list_attributes(RELATION))
_BARRIER = (
    Attribute("hampers", "text", "partnership, region or source: what kind of thing it hampers"),
    Attribute("id", "text", "id of the partnership, region or document that it hampers"),
    Attribute("name", "text", "name of that"),
    *list_attributes(BARRIER),
)
_GROUP = (
    ID,
    *list_attributes(GROUP),
    Attribute("partnerships", "list", "ids of the partnerships that they take part in"),
    Attribute("wished_by", "list", "ids of those that want them and did not ask them yet"),
)

_SOURCE = (ID, *list_attributes(SOURCE))

TABLES: Mapping[str, tuple[Attribute, ...]] = {
    "relations": _RELATION,
    "barriers": _BARRIER,
    "groups": _GROUP,
    "evidence": PASSAGES,
    "sources": _SOURCE,
}
"""Name of each table -> its columns, from left to right."""


def list_tables(registry: Registry, words: Words) -> tuple[Table, ...]:
    """
    Put relations, barriers, groups, evidence and sources in rows, each kind in a table of its own.

    Args:
        registry: Checked data, perhaps narrowed by `select_registry`.
        words: Its words.
    """
    rows = {
        "relations": _walk_relations(registry, words),
        "barriers": _walk_barriers(registry, words),
        "groups": _walk_groups(registry, words),
        "evidence": walk_passages(registry, words),
        "sources": (
            describe_record(source, words, id=id) for id, source in sorted(registry.sources.items())
        ),
    }
    return tuple(Table(name, columns, rows[name]) for name, columns in TABLES.items())


def _walk_relations(registry: Registry, words: Words) -> Iterator[Values]:
    for id, relation in sorted(registry.relations.items()):
        yield describe_record(relation, words, id=id)


def _walk_barriers(registry: Registry, words: Words) -> Iterator[Values]:
    for one in find_barriers(registry):
        yield describe_record(
            one.barrier, words, hampers=one.kind, id=one.id, name=name_hampered(registry, one)
        )


def _walk_groups(registry: Registry, words: Words) -> Iterator[Values]:
    taking_part: dict[str, list[str]] = {}
    wished: dict[str, list[str]] = {}
    for id, partnership in sorted(registry.partnerships.items()):
        for found, groups in (
            (taking_part, partnership.groups),
            (wished, partnership.wished_groups),
        ):
            for one in groups:
                found.setdefault(one.group, []).append(id)
    for id, group in sorted(registry.groups.items()):
        yield describe_record(
            group,
            words,
            id=id,
            partnerships=tuple(taking_part.get(id, ())),
            wished_by=tuple(wished.get(id, ())),
        )
