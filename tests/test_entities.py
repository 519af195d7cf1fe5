"""The real data: one rule, one test; a failure names the entry."""

import hashlib
import json
import re
from collections import Counter
from pathlib import Path

import pytest
from conftest import ROOT

from graph.findings.changes import find_changes
from graph.findings.facts import Facts
from graph.model.certainty import CERTAINTIES
from graph.model.period import read_period
from graph.model.records import (
    Registry,
)
from graph.read.digest import normalise
from graph.read.document import Document
from graph.read.load import load_document
from graph.read.marks import split_judged
from graph.scan.mentions import find_mentions, find_named
from graph.schema.json_schema import write_schema
from graph.validate import check_every_rule, validate_document
from graph.validate.passages import list_passages


@pytest.fixture(scope="module")
def document() -> Document:
    """The real file, read."""
    return load_document(ROOT / "entities.yaml")


@pytest.fixture(scope="module")
def registry(document: Document) -> Registry:
    """The real file, checked."""
    return validate_document(document)


def test_only_these_warnings(document: Document) -> None:
    """No problems, and no warnings but for organisations that are only mentioned, all judged."""
    _, problems = check_every_rule(document)

    assert [(problem.severity, problem.path, problem.message) for problem in problems] == [
        ("warning", f"organisations.{id}", "in no partnership")
        for id in (
            "inspectie-gezondheidszorg-en-jeugd",
            "nevi",
            "rivm",
            "ros-netwerk",
        )
    ]
    assert split_judged(problems, document) == ((), problems)


def test_counts(registry: Registry) -> None:
    """The five articles name as many organisations and partnerships as were counted by hand."""
    sizes = [partnership.size for partnership in registry.partnerships.values()]

    assert len(registry.sources) == 5
    assert len(registry.organisations) == 26
    assert {size: sizes.count(size) for size in sorted(set(sizes))} == {
        0: 10,
        1: 16,
        2: 2,
        4: 1,
        5: 1,
        6: 2,
    }


def test_every_quote_stands_in_its_digest(document: Document, registry: Registry) -> None:
    """Every quote stands in its digest, in a paragraph whose marker covers its line."""
    lost = [
        (trail, evidence.line, evidence.quote)
        for trail, evidence in list_passages(registry)
        if not any(
            evidence.line in passage.lines and normalise(evidence.quote) in passage.text
            for passage in document.digests[registry.sources[evidence.source].file].passages
        )
    ]

    assert lost == []


def test_every_member_is_named_in_a_quote(registry: Registry) -> None:
    """Every member is named, by a name or an alias valid there, in a quote that places it there."""
    unnamed = [
        (partnership.id, membership.organisation)
        for partnership in registry.partnerships.values()
        for membership in partnership.memberships
        if not find_named(
            [registry.organisations[membership.organisation]],
            (*partnership.evidence, *membership.evidence),
        )
    ]

    # Two quotes say 'we' or name the place instead; a second quote of the same table names them.
    assert unnamed == []


def test_every_inference_has_a_note(registry: Registry) -> None:
    """What is not stated but inferred says why, in a note."""
    silent = [
        (partnership.id, membership.organisation)
        for partnership in registry.partnerships.values()
        for membership in partnership.memberships
        if membership.certainty != "high" and not membership.note
    ]
    silent += [
        (partnership.id, "")
        for partnership in registry.partnerships.values()
        if partnership.certainty != "high" and not partnership.note
    ]

    assert CERTAINTIES[0] == "high"
    assert silent == []


def test_every_organisation_is_mentioned(document: Document, registry: Registry) -> None:
    """Every organisation stands in at least one digest, and every alias is used."""
    mentions = find_mentions(registry, document.digests)
    used = {(form.owner, form.text) for mention in mentions for form in mention.forms}

    unmentioned = [id for id in registry.organisations if id not in {owner for owner, _ in used}]
    unused = [
        (id, alias.text)
        for id, organisation in registry.organisations.items()
        for alias in organisation.aliases
        if (id, alias.text) not in used
    ]
    assert unmentioned == []
    assert unused == []


def test_every_form_stands_on_the_original_lines(
    document: Document, registry: Registry, shared: Path
) -> None:
    """A form of an organisation in a digest stands on the original lines that its marker names."""
    misplaced = []
    for mention in find_mentions(registry, document.digests):
        owner = mention.forms[0].owner
        if owner not in registry.organisations:
            continue
        source = registry.sources[mention.source]
        original = (shared / "seeds" / source.original_file).read_text(encoding="utf-8")
        lines = original.split("\n")
        words = mention.passage.text[mention.start : mention.end]
        there = " ".join(normalise(lines[number - 1]) for number in mention.passage.lines)
        if not re.search(rf"(?<!\w){re.escape(words)}(?!\w)", there, re.IGNORECASE):
            misplaced.append((mention.source, mention.passage.lines, words))

    assert misplaced == []


def test_markers_name_lines_that_exist(
    document: Document, registry: Registry, shared: Path
) -> None:
    """Every marker names lines of the original that are there and, one at least, not blank."""
    wrong = []
    for source in registry.sources.values():
        original = (shared / "seeds" / source.original_file).read_text(encoding="utf-8")
        lines = original.split("\n")
        for passage in document.digests[source.file].passages:
            there = [number for number in passage.lines if number <= len(lines)]
            if len(there) < len(passage.lines) or not any(lines[n - 1].strip() for n in there):
                wrong.append((source.id, passage.lines))

    assert wrong == []


def test_hashes(registry: Registry, shared: Path) -> None:
    """Every recorded hash is that of the original."""
    hashes = {
        source.id: hashlib.sha256((shared / "seeds" / source.original_file).read_bytes())
        for source in registry.sources.values()
    }

    assert {id: hash.hexdigest() for id, hash in hashes.items()} == {
        id: source.sha256 for id, source in registry.sources.items()
    }


def test_nobody_copied(registry: Registry, shared: Path) -> None:
    """No nine words in a row of an original stand in a digest, the data or the docs."""

    def words(text: str) -> list[str]:
        return re.findall(r"[^\W_]+", text.casefold())

    def runs(text: str) -> set[tuple[str, ...]]:
        all_words = words(text)
        return {tuple(all_words[i : i + 9]) for i in range(len(all_words) - 8)}

    originals = {
        run
        for source in registry.sources.values()
        for run in runs((shared / "seeds" / source.original_file).read_text(encoding="utf-8"))
    }
    ours = [ROOT / "entities.yaml", *ROOT.glob("seeds/*.md"), *ROOT.glob("docs/**/*.md")]
    copied = {
        path.name: " ".join(run)
        for path in ours
        for run in runs(path.read_text(encoding="utf-8")) & originals
    }
    assert copied == {}


def test_the_schema_is_fresh() -> None:
    """`entities.schema.json` is what `python -m graph.schema.json_schema` writes."""
    stored = (ROOT / "entities.schema.json").read_text(encoding="utf-8")

    assert stored == write_schema()


def test_the_schema_accepts_the_file_and_refuses_a_slip() -> None:
    """An editor with the schema accepts a file with every field, and marks a misspelt field."""
    import jsonschema
    import yaml

    schema = json.loads((ROOT / "entities.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    data = yaml.safe_load((ROOT / "docs/example/entities.yaml").read_text("utf-8"))

    accepted = list(validator.iter_errors(data))
    data["partnerships"]["wondpoli-zandmeer"]["regoins"] = ["zandmeer"]
    refused = [error.message for error in validator.iter_errors(data)]

    assert accepted == []
    assert refused == [
        "Additional properties are not allowed ('regoins' was unexpected)",
    ]


def test_the_story_is_true(registry: Registry) -> None:
    """The numbers of its steps are those of the data."""
    facts = Facts(registry)
    cut = next(one for one in facts.cuts if one.organisation == "zilveren-kruis")
    heaviest = facts.voices.heaviest
    changes = find_changes(registry, read_period("2019"), read_period("2021"))
    kinds = Counter(one.kind for one in changes.values())
    said = " ".join(step.text["nl"] for step in registry.story)

    assert sorted(part.size for part in cut.parts) == [6, 8]
    assert "van 8 en van 6 organisaties" in said
    assert (kinds["new"], kinds["not known"], len(changes)) == (6, 24, 32)
    assert "kwamen er zes samenwerkingen bij. Van 24 van de 32" in said
    assert heaviest is not None
    assert (heaviest.sources, heaviest.ties, facts.size.ties) == (("ros-transformaties",), 34, 41)
    assert "Van de 41 verbindingen staan er 34 in één document zonder datum" in said
