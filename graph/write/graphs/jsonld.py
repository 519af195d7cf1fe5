"""
Tables -> linked data as JSON-LD 1.1: who they are (W3C ORG), where it comes from (PROV-O), and the
passages as Web Annotations with a `TextQuoteSelector`.

Ids are fragments of the file, so that they are unique wherever it stands; a slash in one tells what
is no organisation, group or partnership. Which term says what stands in `linked.py`.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graph.model.anchors import describe_selector
from graph.model.records import Evidence, Registry
from graph.model.records import Term as Word
from graph.model.vocabulary import RELATION_KINDS
from graph.network.incidence import Incidence, as_incidence
from graph.write.graphs.cleaner import Cleaner
from graph.write.graphs.dataset import flatten_dataset
from graph.write.graphs.exported import Exported
from graph.write.graphs.fields import CERTAINTY
from graph.write.graphs.flat import Attribute, Table, Value, Values
from graph.write.graphs.json import encode_json, format_map, format_rows
from graph.write.graphs.linked import CONTEXT, KINDS, LEFT_OUT, TERMS, Term

Item = Mapping[str, Any]


def write_jsonld(data: Registry | Incidence) -> Exported:
    """
    Write everything but ties, which follow from memberships, as linked data.

    Args:
        data: Checked data, perhaps narrowed by `select_registry`.

    Returns:
        One file: UTF-8, one thing a line. Its context stands in it; nothing is fetched to read it.
    """
    incidence = as_incidence(data)
    writer = _Writer(incidence.registry)
    tables = {table.name: table for table in flatten_dataset(incidence)}
    items = format_rows(writer.walk(tables))
    text = f'{{\n"@context": {format_map(CONTEXT)},\n"@graph": {items}\n}}\n'
    return Exported(files={"": encode_json(text)}, warnings=writer.warnings)


class _Writer:
    """Makes the things of a graph, and keeps which words and terms of our own they use."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._cleaner = Cleaner(str, form="linked", separator=";")
        self._words: set[tuple[str, str]] = set()
        self._meanings: dict[str, dict[str, None]] = {}

    @property
    def warnings(self) -> tuple[Any, ...]:
        return self._cleaner.warnings

    def walk(self, tables: Mapping[str, Table]) -> Iterator[Item]:
        yield self._describe_whole(tables["about"])
        barriers: dict[tuple[Value, Value], str] = {}
        for name, kinds in KINDS.items():
            for values in tables[name].rows:
                if name == "barriers":
                    key = values["id"], values["label"]
                    id = barriers.setdefault(key, f"#barrier/{len(barriers) + 1}")
                else:
                    id = _refer("source" if name == "sources" else "", str(values["id"]))["id"]
                yield {"id": id, "type": kinds, **self._describe(tables[name], values)}
        yield from self._annotate(tables["evidence"], barriers)
        yield from self._list_words()
        for term, meanings in sorted(self._meanings.items()):
            comment = {"@language": "en", "@value": "; ".join(meanings)}
            yield {"id": term, "type": "rdf:Property", "rdfs:comment": comment}

    def _describe(self, table: Table, values: Values) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for one in table.attributes:
            if one.name not in values or one.name in LEFT_OUT or one.name == "id":
                continue
            term = TERMS[table.name].get(one.name) or Term(f"cg:{one.name}")
            self._explain(term.name, one.meaning)
            said = self._say(one, term, values[one.name], table.name, str(values["id"]))
            found[term.name] = [*found[term.name], *said] if term.name in found else said
        if table.name == "barriers":
            kind = str(values["hampers"])
            prefix = "" if kind == "partnership" else kind
            hampers = self._explain("cg:hampers", "what it hampers, or the document that tells it")
            found[hampers] = self._link(prefix, str(values["id"]))
        return found

    def _explain(self, term: str, meaning: str) -> str:
        if term.startswith("cg:"):
            self._meanings.setdefault(term, {}).setdefault(meaning)
        return term

    def _say(
        self, attribute: Attribute, term: Term, value: Value, place: str, id: str
    ) -> list[Any]:
        items = value if isinstance(value, tuple) else (value,)
        if term.links is not None:
            return [self._link(term.links, str(item)) for item in items]
        part = Attribute(attribute.name, "text", attribute.meaning)
        said = [
            self._cleaner.text(part, item, place, id) if isinstance(item, str) else item
            for item in items
        ]
        return (
            [{"@type": term.datatype, "@value": item} for item in said] if term.datatype else said
        )

    def _link(self, kind: str, id: str) -> Item:
        if kind not in ("", "source"):
            self._words.add((kind, id))
        return _refer(kind, id)

    def _describe_whole(self, about: Table) -> Item:
        facts = {str(values["fact"]): values["value"] for values in about.rows}
        facts.pop("sources", None)  # each is a thing of its own
        program = {
            "id": "#program/collabgraph",
            "type": "prov:SoftwareAgent",
            "skos:prefLabel": f"collabgraph {facts.pop('version')}",
        }
        found: dict[str, Any] = {}
        for name, value in facts.items():
            attribute = Attribute(name, "text", "fact on the whole")
            term = TERMS["about"].get(name) or Term(f"cg:{name}")
            self._explain(term.name, attribute.meaning)
            found[term.name] = self._say(attribute, term, value, "about", name)
        return {
            "id": "",
            "type": "prov:Entity",
            **found,
            "prov:wasDerivedFrom": [_refer("source", id) for id in sorted(self._registry.sources)],
            "prov:wasGeneratedBy": {"type": "prov:Activity", "prov:wasAssociatedWith": program},
        }

    def _annotate(
        self, evidence: Table, barriers: Mapping[tuple[Value, Value], str]
    ) -> Iterator[Item]:
        supported: dict[Evidence, list[str]] = {}
        parts: dict[str, Values] = {}
        for values in evidence.rows:
            id = f"#{values['id']}"
            if values["record"] == "barrier":
                id = barriers[values["id"], values["label"]]
            elif "role" in values and ("group" in values or values["role"] == "wished"):
                parts.setdefault(id, values)
            supported.setdefault(_read_passage(values), []).append(id)
        for id, values in parts.items():
            yield self._describe_part(id, values)
        for number, (passage, ids) in enumerate(supported.items(), start=1):
            yield self._annotate_passage(number, passage, ids)

    def _describe_part(self, id: str, values: Values) -> Item:
        """Describe what is no membership to W3C ORG: a group in a partnership, or a wish."""
        who = values.get("organisation") or values["group"]
        return {
            "id": id,
            "type": "cg:Wish" if values["role"] == "wished" else "cg:GroupMembership",
            "org:member": _refer("", str(who)),
            "org:organization": _refer("", str(values["partnership"])),
            "org:role": self._link("role", str(values["role"])),
            self._explain("cg:certainty", CERTAINTY.meaning): values["certainty"],
        }

    def _annotate_passage(self, number: int, passage: Evidence, ids: Iterable[str]) -> Item:
        source = _refer("source", passage.source)["id"]
        selector = {
            name: self._cleaner.text(Attribute(name, "text", ""), text, "evidence", str(number))
            for name, text in describe_selector(passage).items()
        }
        return {
            "id": f"#passage/{number}",
            "type": ["Annotation", "prov:Entity"],
            "body": list(dict.fromkeys(ids)),
            "target": {"type": "SpecificResource", "source": source, "selector": selector},
            "prov:wasQuotedFrom": {"id": source},
            self._explain("cg:line", "line of the original that the words render"): passage.line,
        }

    def _list_words(self) -> Iterator[Item]:
        known = self._registry.vocabulary
        lists: Mapping[str, Mapping[str, Word]] = {
            "type": known.types,
            "kind": known.kinds,
            "role": known.roles,
            "theme": known.themes,
            "region": known.regions,
            "relation": RELATION_KINDS,
        }
        waiting = set(self._words)
        while waiting:  # a region brings the one around it
            kind, id = min(waiting)
            waiting.remove((kind, id))
            word = lists[kind][id]
            if word.within and (kind, word.within) not in self._words:
                self._words.add((kind, word.within))
                waiting.add((kind, word.within))
            yield self._describe_word(kind, word)

    def _describe_word(self, kind: str, word: Word) -> Item:
        label = Attribute("label", "text", "")
        found: dict[str, Any] = {
            **_refer(kind, word.id),
            "type": ["skos:Concept", "org:Role"] if kind == "role" else "skos:Concept",
            "skos:prefLabel": [
                {"@language": language, "@value": self._cleaner.text(label, text, "graph", word.id)}
                for language, text in sorted(word.labels.items())
            ],
        }
        if word.within:
            found["skos:broader"] = _refer(kind, word.within)
        return found


def _read_passage(values: Values) -> Evidence:
    keys = ("source", "line", "quote", "before", "after")
    return Evidence(**{key: values[key] for key in keys if key in values})  # type: ignore[arg-type]


def _refer(kind: str, id: str) -> dict[str, str]:
    return {"id": f"#{kind}/{id}" if kind else f"#{id}"}
