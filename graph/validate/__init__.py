"""Document -> Registry, or every problem at once."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from graph.model.errors import DataError, Problem, sort_problems
from graph.model.message import Message
from graph.model.records import Evidence, Registry
from graph.read.document import Document, Map, format_path
from graph.read.marks import split_judged
from graph.scan.mentions import Mention, find_mentions
from graph.schema.build import assemble_registry, sort_registry
from graph.schema.check import check_shape
from graph.schema.finding import Finding
from graph.schema.registers import Registers, add_tables
from graph.schema.rows import cite_rows
from graph.schema.upgrade import upgrade_entries
from graph.validate import passages, rules
from graph.validate.links import link_passages
from graph.validate.regions import check_region_codes
from graph.validate.registers import (
    Written,
    add_registers,
    check_registers,
    list_written,
    say_rejected,
)
from graph.validate.story import check_story
from graph.validate.units import check_units


def validate_document(document: Document, *, strict: bool = False) -> Registry:
    """
    Check a document and build its registry.

    Args:
        document: From `load_document`.
        strict: Warnings are fatal too.

    Raises:
        DataError: The file breaks rules; it holds every problem, sorted by line.
    """
    registry, _ = validate_entries(document, strict=strict)
    return registry


def validate_entries(
    document: Document, *, strict: bool = False
) -> tuple[Registry, Mapping[str, Any]]:
    """
    Check a document as `validate_document` does, and give the checked entries beside the registry.

    Raises:
        DataError: The file breaks rules.
    """
    registry, clean, found = _check(document, warnings=strict)
    problems, _ = split_judged(found, document)
    fatal = problems if strict else _list_errors(problems)
    if fatal:
        raise DataError(document.path, fatal)
    return registry, clean


def check_document(document: Document) -> tuple[Registry, tuple[Problem, ...]]:
    """
    Check a document and say everything that is wrong with it.

    An entry that breaks its shape is set aside, and the rules run on the rest: one mistake
    makes one problem and hides no other.

    Returns:
        The registry of the entries that hold, sorted by id, and all problems and warnings but those
        that were judged, sorted by file and line. With an error among them the registry is not to
        be used.
    """
    registry, problems = check_every_rule(document)
    return registry, split_judged(problems, document)[0]


def check_every_rule(document: Document) -> tuple[Registry, tuple[Problem, ...]]:
    """Check a document as `check_document` does, and give the warnings that were judged as well."""
    registry, _, problems = _check(document, warnings=True)
    return registry, problems


def list_entries(document: Document) -> Registry:
    """
    Build the registry of the entries that hold, whatever else is wrong with a document.

    Every list is in the order of the file, so that a position in it leads to the value there.
    """
    return _build(document).registry


def list_own_entries(document: Document) -> Registry:
    """Build the registry as `list_entries` does, without what stands in tables alone."""
    built = _build(document)
    return list_written(built.registry, built.registers, document).registry


class _Built(NamedTuple):
    registry: Registry
    registers: Registers
    problems: list[Problem]
    findings: list[Finding]


def _build(document: Document) -> _Built:
    clean, problems = check_shape(document)
    cited, astray = cite_rows(clean, document)
    registers = add_tables(cited, document)
    registry, findings = assemble_registry(registers.entries)
    problems.extend((*document.problems, *registers.problems))
    return _Built(add_registers(registry, registers), registers, problems, [*findings, *astray])


def _check(
    document: Document, *, warnings: bool
) -> tuple[Registry, Mapping[str, Any], tuple[Problem, ...]]:
    registry, registers, problems, findings = _build(document)
    whole = not _list_errors(problems)
    written = list_written(registry, registers, document)
    mentions = find_mentions(written.named, document.digests)
    wrong = list(passages.check_evidence(written.registry, document.digests))
    findings.extend((*wrong, *_find_errors(registry, written, document, mentions)))
    if warnings:  # a third of the time, and a question says none
        doubtful = {finding.trail[1] for finding in wrong}
        found = _find_warnings(
            registry, written, document, mentions, doubtful=doubtful, whole=whole
        )
        findings.extend(found)
        problems.extend(say_rejected(registry))
    problems.extend(_place(finding, document) for finding in findings)
    links = link_passages(written.registry, document.digests)
    known = sort_registry(_mark_documents(registry, document, links))
    return known, upgrade_entries(registers.entries), sort_problems(problems)


def _mark_documents(
    registry: Registry, document: Document, links: Mapping[str, Mapping[Evidence, str]]
) -> Registry:
    """Note which digests are the document itself, so that their words are quotations."""
    sources = {
        id: replace(source, is_summary=bool(digest and digest.is_summary), links=links.get(id, {}))
        for id, source in registry.sources.items()
        if (digest := document.digests.get(source.file)) or source.kind == "register"
    }
    return replace(registry, sources={**registry.sources, **sources})


def _find_errors(
    registry: Registry, written: Written, document: Document, mentions: Sequence[Mention]
) -> Iterator[Finding]:
    yield from rules.check_ids(registry)
    yield from rules.check_lengths(written.registry)
    yield from rules.check_identifiers(written.registry)
    yield from check_registers(registry, document)
    yield from rules.check_sources(registry)
    yield from rules.check_scopes(registry)
    yield from rules.check_vocabulary(registry, _list_added(document))
    yield from rules.check_members(registry)
    yield from rules.check_members_known(registry)
    yield from rules.check_bodies(registry)
    yield from rules.check_relations(registry)
    yield from check_units(registry)
    yield from rules.check_circles(registry)
    yield from rules.check_periods(registry)
    yield from check_region_codes(registry)
    yield from check_story(registry)
    yield from passages.check_claims(written.named, mentions)
    if _are_sources_read(registry, document):
        yield from passages.check_mentioned(written.told, mentions)


def _find_warnings(
    registry: Registry,
    written: Written,
    document: Document,
    mentions: Sequence[Mention],
    *,
    doubtful: Container[object],
    whole: bool,
) -> Iterator[Finding]:
    from graph.validate import contradictions  # a question looks for no warnings

    yield from rules.check_repeats(written.registry)
    yield from rules.check_names(written.registry)
    yield from rules.check_letters(written.registry)
    yield from rules.check_curly(written.registry)
    for file in document.unnamed:
        yield Finding(("sources",), Message("digest.unnamed", file=repr(file)))
    yield from passages.check_named(written.named, mentions, unless=doubtful)
    if _are_sources_read(registry, document):
        yield from passages.check_aliases(written.told, mentions)
    if whole:  # with an entry set aside, what is unused, not judged or not meant is not known
        yield from contradictions.check_outsiders(written.named)
        yield from contradictions.check_years(written.named)
        yield from contradictions.check_sizes(written.named)
        yield from rules.check_use(registry, written.registry)
        yield from rules.check_groups(registry)
        yield from passages.check_unjudged(written.named, document.digests, mentions)


def _list_errors(problems: Iterable[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.severity == "error"]


def _are_sources_read(registry: Registry, document: Document) -> bool:
    sources = document.root.get("sources") if isinstance(document.root, Map) else None
    return (
        isinstance(sources, Map)
        and bool(sources)  # a file that is being started has organisations before it has texts
        and not sources.partial
        and registry.sources.keys() == sources.keys()
        and all(
            source.file in document.digests
            for source in registry.sources.values()
            if source.kind == "document"
        )
        and not any(digest.problems for digest in document.digests.values())
    )


def _list_added(document: Document) -> dict[str, list[str]]:
    vocab = document.root.get("vocab") if isinstance(document.root, Map) else None
    return {
        key: list(words)
        for key, words in (vocab.items() if isinstance(vocab, Map) else ())
        if isinstance(words, Map)
    }


def _place(finding: Finding, document: Document) -> Problem:
    line = finding.line or document.line_of(finding.trail)
    path = format_path(finding.trail)
    return Problem(line, path, finding.said, finding.file)
