"""Linked data, read back by rdflib with no way to the network."""

import socket
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from rdflib import RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef
from registries import (
    kustland,
    kustland_in_full,
    make_registry,
    organisation,
    partnership,
    with_relations,
)

from graph.model.records import Alias, Evidence, Membership, Registry, Term
from graph.write.graphs.jsonld import write_jsonld

HERE = "https://kust.example/n.jsonld"
ORG = Namespace("http://www.w3.org/ns/org#")
PROV = Namespace("http://www.w3.org/ns/prov#")
OA = Namespace("http://www.w3.org/ns/oa#")
OWN = Namespace("urn:x-collabgraph:")
REGISTRIES = (kustland(), with_relations(), kustland_in_full(), make_registry([], [], sources=0))


def thing(id: str) -> URIRef:
    return URIRef(f"{HERE}#{id}")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: Any, **settings: Any) -> None:
        raise AssertionError("nothing is fetched")

    monkeypatch.setattr(socket, "socket", refuse)


def read(registry: Registry) -> Graph:
    return Graph().parse(data=write_jsonld(registry).content, format="json-ld", publicID=HERE)


def test_memberships() -> None:
    """W3C ORG says who takes part in what, and in which role."""
    graph = read(kustland())

    found = {
        (
            graph.value(one, ORG.member),
            graph.value(one, ORG.organization),
            graph.value(one, ORG.role),
        )
        for one in graph.subjects(RDF.type, ORG.Membership)
    }
    assert found == {
        (thing(who), thing(what), thing(f"role/{role}"))
        for who, what, role in (
            *(("a", "p", "member"), ("b", "p", "convener"), ("c", "p", "funder")),
            *(("a", "q", "member"), ("b", "q", "member")),
            *(("c", "r", "lead"), ("d", "r", "member"), ("e", "t", "member")),
        )
    }
    assert graph.value(thing("r.d"), OWN.certainty) == Literal("medium")
    assert graph.value(thing("role/lead"), SKOS.prefLabel, any=True) in {
        Literal("trekker", lang="nl"),
        Literal("lead", lang="en"),
    }


def test_organisations() -> None:
    """Names, units, types and regions stand under the terms of ORG, SKOS and Dublin Core."""
    graph = read(kustland())

    assert len(set(graph.subjects(RDF.type, ORG.Organization))) == 8
    assert set(graph.subjects(RDF.type, ORG.OrganizationalCollaboration)) == {*map(thing, "pqrtu")}
    assert graph.value(thing("a"), SKOS.altLabel) == Literal("De Vuurbaak")
    assert graph.value(thing("f"), ORG.subOrganizationOf) == thing("a")
    assert graph.value(thing("c"), ORG.classification) == thing("type/gemeente")
    assert graph.value(thing("region/zandmeer"), SKOS.broader) == thing("region/kustland")
    assert graph.value(thing("u"), OWN.follows) == thing("r")


def test_a_passage() -> None:
    """A passage is a Web Annotation of what it supports, quoted from its document."""
    passage = Evidence(source="s1", line=4, quote="doet mee", before="Elaa ", after=" in Zeist.")
    member = Membership(organisation="a", evidence=(passage,))
    graph = read(make_registry([organisation("a")], [partnership("p", [member])]))

    (one,) = (
        annotation
        for annotation in graph.subjects(RDF.type, OA.Annotation)
        if thing("p.a") in graph.objects(annotation, OA.hasBody)
    )
    target = graph.value(one, OA.hasTarget)
    selector = graph.value(target, OA.hasSelector)
    assert graph.value(one, PROV.wasQuotedFrom) == thing("source/s1")
    assert graph.value(target, OA.hasSource) == thing("source/s1")
    assert graph.value(selector, RDF.type) == OA.TextQuoteSelector
    assert [graph.value(selector, OA[name]) for name in ("exact", "prefix", "suffix")] == [
        Literal("doet mee"),
        Literal("Elaa "),
        Literal(" in Zeist."),
    ]
    assert graph.value(one, OWN.line) == Literal(4)


def test_provenance() -> None:
    """PROV says which documents the data and each membership were derived from, and by what."""
    graph = read(replace(kustland(), licence="CC BY 4.0"))

    assert set(graph.objects(URIRef(HERE), PROV.wasDerivedFrom)) == {
        thing("source/s1"),
        thing("source/s2"),
    }
    assert set(graph.objects(thing("r.c"), PROV.wasDerivedFrom)) == {thing("source/s2")}
    made = graph.value(URIRef(HERE), PROV.wasGeneratedBy)
    assert graph.value(made, PROV.wasAssociatedWith) == thing("program/collabgraph")
    assert Literal("CC BY 4.0") in set(graph.objects(URIRef(HERE)))


def test_groups_wishes_and_barriers() -> None:
    """What ORG has no term for has one of ours, and no wish counts as a membership."""
    graph = read(kustland_in_full())

    assert graph.value(thing("r.aanbieders"), RDF.type) == OWN.GroupMembership
    assert graph.value(thing("p.h"), RDF.type) == OWN.Wish
    assert (thing("p.h"), RDF.type, ORG.Membership) not in graph
    (money,) = graph.subjects(SKOS.prefLabel, Literal("te weinig geld"))
    assert graph.value(money, OWN.hampers) == thing("p")
    assert money in set(graph.objects(None, OA.hasBody))


@pytest.mark.parametrize("registry", REGISTRIES)
def test_nothing_dangles(registry: Registry) -> None:
    """Whatever is pointed at within the file is described there, and every own term explained."""
    graph = read(registry)

    described = set(graph.subjects())
    pointed = {one for one in graph.objects() if str(one).startswith(HERE)}
    own = {one for one in graph.predicates() if str(one).startswith(str(OWN))}
    assert pointed - described == set()
    assert {one for one in own if not graph.value(one, RDFS.comment)} == set()


def test_odd_ids_and_text() -> None:
    """An organisation called as a kind of ours stays itself; what no text can hold is replaced."""
    registry = make_registry(
        [organisation("data"), organisation("source"), organisation("x", name='A\ud800\x00"<é>')],
        [],
    )

    graph = read(registry)

    assert len(set(graph.subjects(RDF.type, ORG.Organization))) == 3
    assert graph.value(thing("x"), SKOS.prefLabel) == Literal('A\ufffd\ufffd"<é>')
    assert list(map(str, write_jsonld(registry).warnings)) == [
        "organisations 'x', name: U+0000, U+D800 cannot stand in linked data, written as U+FFFD"
    ]


def test_a_label_that_cannot_be_written() -> None:
    """A label of a list with a control character is mended, and the warning names it."""
    registry = make_registry([organisation("a", region="mist")], [])
    regions = {"mist": Term(id="mist", labels={"nl": "Mi\x07st"})}
    vocabulary = replace(registry.vocabulary, regions=regions)

    exported = write_jsonld(replace(registry, vocabulary=vocabulary))

    assert b"Mi\xef\xbf\xbdst" in exported.content
    assert "graph 'mist', label: U+0007 cannot stand in linked data, written as U+FFFD" in map(
        str, exported.warnings
    )


def test_shape(tmp_path: Path) -> None:
    """rdflib writes what it read as Turtle and reads the same graph again: no IRI is broken."""
    registry = make_registry(
        [organisation("a", aliases=(Alias(text="é"),))], [partnership("p", "a")]
    )
    graph = read(registry)

    again = Graph().parse(data=graph.serialize(format="turtle"), format="turtle")

    assert len(again) == len(graph) > 40
