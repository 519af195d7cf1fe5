"""
Which terms of the web say what an export says: W3C ORG, PROV-O, SKOS and Dublin Core.

What stands in no list here is said all the same, as a term of our own (`cg:`) that brings its
meaning along. So a new field reaches linked data without a line here.
"""

from collections.abc import Mapping
from typing import NamedTuple

PREFIXES = {
    "cg": "urn:x-collabgraph:",
    "dct": "http://purl.org/dc/terms/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

CONTEXT: Mapping[str, object] = {
    **PREFIXES,
    "id": "@id",
    "type": "@type",
    "Annotation": "oa:Annotation",
    "SpecificResource": "oa:SpecificResource",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "selector": "oa:hasSelector",
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "suffix": "oa:suffix",
    "target": "oa:hasTarget",
}
"""Stands in the file itself, so that nothing is fetched to read it."""


class Term(NamedTuple):
    """
    A term of the web, and what its values are.

    `links`: each is the id of a thing of this kind, "" for one of a table. `datatype`: of a text.
    """

    name: str
    links: str | None = None
    datatype: str = ""


_NAMED = {"name": Term("skos:prefLabel"), "note": Term("skos:note")}
_SUPPORTED = {"sources": Term("prov:wasDerivedFrom", links="source")}
_PLACED = {"region": Term("dct:spatial", links="region")}

KINDS: Mapping[str, tuple[str, ...]] = {
    "organisations": ("org:Organization", "prov:Agent"),
    "partnerships": ("org:OrganizationalCollaboration", "prov:Entity"),
    "memberships": ("org:Membership", "prov:Entity"),
    "groups": ("cg:Group", "prov:Entity"),
    "relations": ("cg:Relation", "prov:Entity"),
    "barriers": ("cg:Barrier", "prov:Entity"),
    "sources": ("dct:BibliographicResource", "prov:Entity"),
}
"""Name of a table -> the classes of what its rows are; ties follow from memberships."""

TERMS: Mapping[str, Mapping[str, Term]] = {
    "organisations": {
        **_NAMED,
        **_PLACED,
        "aliases": Term("skos:altLabel"),
        "identifiers": Term("dct:identifier"),
        "part_of": Term("org:subOrganizationOf", links=""),
        "succeeded_by": Term("dct:isReplacedBy", links=""),
        "types": Term("org:classification", links="type"),
    },
    "partnerships": {
        **_NAMED,
        **_SUPPORTED,
        "body": Term("cg:body", links=""),
        "follows": Term("cg:follows", links=""),
        "kind": Term("org:classification", links="kind"),
        "part_of_partnership": Term("org:subOrganizationOf", links=""),
        "period": Term("dct:temporal"),
        "regions": Term("dct:spatial", links="region"),
        "themes": Term("dct:subject", links="theme"),
    },
    "memberships": {
        **_NAMED,
        **_SUPPORTED,
        "organisation": Term("org:member", links=""),
        "partnership": Term("org:organization", links=""),
        "role": Term("org:role", links="role"),
    },
    "groups": {
        **_NAMED,
        **_SUPPORTED,
        **_PLACED,
        "label": Term("skos:prefLabel"),
        "partnerships": Term("cg:takesPartIn", links=""),
        "types": Term("org:classification", links="type"),
        "wished_by": Term("cg:wishedBy", links=""),
    },
    "relations": {
        **_NAMED,
        **_SUPPORTED,
        "from": Term("cg:from", links=""),
        "kind": Term("org:classification", links="relation"),
        "period": Term("dct:temporal"),
        "to": Term("cg:to", links=""),
    },
    "barriers": {**_NAMED, **_SUPPORTED, "label": Term("skos:prefLabel")},
    "sources": {
        **_NAMED,
        "date": Term("dct:issued"),
        "licence": Term("dct:rights"),
        "perspective": Term("prov:wasAttributedTo", links=""),
        "publisher": Term("dct:publisher"),
        "title": Term("dct:title"),
        "url": Term("rdfs:seeAlso", datatype="xsd:anyURI"),
    },
    "about": {
        "caveat": Term("rdfs:comment"),
        "contact": Term("cg:contact"),
        "licence": Term("dct:rights"),
        "title": Term("dct:title"),
    },
}
"""Name of a table -> attribute -> the term that says it."""

LEFT_OUT = {
    *("evidence", "organisation_name", "partnership_name", "from_name", "to_name"),
    *("type", "type_label", "kind_label", "region_label", "role_label", "hampers"),
}
"""Attributes that links and annotations say."""
