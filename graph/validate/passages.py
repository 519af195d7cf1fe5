"""The rules between the file and the digests: quotes, names, and what nobody has judged."""

from collections.abc import Iterator, Mapping, Sequence

from graph.digest import Digest, Passage, normalise
from graph.document import Trail
from graph.mentions import Mention, find_unjudged, is_named
from graph.model import Evidence, Partnership, Registry
from graph.validate.finding import Finding


def check_evidence(registry: Registry, digests: Mapping[str, Digest]) -> Iterator[Finding]:
    """Every quote stands in its digest, in a paragraph that renders its line."""
    for partnership in registry.partnerships.values():
        for trail, evidence in list_evidence(partnership):
            source = registry.sources.get(evidence.source)
            digest = digests.get(source.file) if source else None
            if digest:
                yield from _check_quote(trail, evidence, digest)


def check_named(registry: Registry) -> Iterator[Finding]:
    """Every member is named in a quote that places it there."""
    for id, partnership in registry.partnerships.items():
        for position, membership in enumerate(partnership.memberships):
            organisation = registry.organisations.get(membership.organisation)
            passages = (*membership.evidence, *partnership.evidence)
            if organisation and not any(
                is_named(organisation, e.source, e.line, e.quote) for e in passages
            ):
                yield Finding(
                    ("partnerships", id, "members", position),
                    f"no quote here names {organisation.name!r}, "
                    "add a passage that does, or an alias that holds on that line",
                    "warning",
                )


def check_mentions(registry: Registry, mentions: Sequence[Mention]) -> Iterator[Finding]:
    """Every organisation stands in a digest, and no stretch of text has two owners."""
    owners = {form.owner for mention in mentions for form in mention.forms}
    for id, organisation in registry.organisations.items():
        if id not in owners:
            yield Finding(
                ("organisations", id),
                f"no digest mentions {organisation.name!r} or an alias of it, "
                "add the form that the digest uses as an alias, or take the entry out",
            )
    reported = set()
    for mention in mentions:
        ids = tuple(sorted({form.owner for form in mention.forms}))
        words = mention.passage.text[mention.start : mention.end]
        if len(ids) > 1 and (ids, words) not in reported:
            reported.add((ids, words))
            place = "organisations" if ids[0] in registry.organisations else "not_organisations"
            line = mention.passage.lines_of(mention.start, mention.end)[0]
            claim = " and ".join(repr(id) for id in ids)
            yield Finding(
                (place, ids[0]),
                f"{words!r} in source {mention.source!r}, line {line}, is claimed by {claim}, "
                "give one of them an alias with 'in' or 'lines'",
            )


def check_aliases(registry: Registry, mentions: Sequence[Mention]) -> Iterator[Finding]:
    """Every alias is used in a digest."""
    used = {(form.owner, form.alias) for mention in mentions for form in mention.forms}
    for id, organisation in registry.organisations.items():
        for position, alias in enumerate(organisation.aliases):
            if (id, position) not in used:
                yield Finding(
                    ("organisations", id, "aliases", position),
                    f"alias {alias.text!r} is never used where it holds",
                    "warning",
                )


def check_unjudged(
    registry: Registry, digests: Mapping[str, Digest], mentions: Sequence[Mention]
) -> Iterator[Finding]:
    """Every capitalised name in a digest has been judged."""
    for file, passage, name in find_unjudged(registry, digests, mentions):
        yield Finding(
            (),
            f"{name!r} is no organisation, alias or not_organisations entry yet",
            "warning",
            file,
            passage.at,
        )


def list_evidence(partnership: Partnership) -> Iterator[tuple[Trail, Evidence]]:
    """List every passage of a partnership and of its members, each with the way to it."""
    trail: Trail = ("partnerships", partnership.id)
    for position, evidence in enumerate(partnership.evidence):
        yield (*trail, "evidence", position), evidence
    for place, membership in enumerate(partnership.memberships):
        for position, evidence in enumerate(membership.evidence):
            yield (*trail, "members", place, "evidence", position), evidence


def _check_quote(trail: Trail, evidence: Evidence, digest: Digest) -> Iterator[Finding]:
    quote = normalise(evidence.quote)
    for passage in digest.by_line.get(evidence.line, ()):
        if evidence.line in _find_lines(passage, quote):
            return
    elsewhere = [
        lines for passage in digest.passages for lines in [_find_lines(passage, quote)] if lines
    ]
    if elsewhere:
        yield Finding(
            (*trail, "line"),
            f"the quote stands on line {_say_lines(elsewhere[0])} of the original, "
            f"not on line {evidence.line}",
        )
    else:
        yield Finding(
            (*trail, "quote"),
            f"the quote does not stand in {digest.file}{_hint(quote, evidence.line, digest)}",
        )


def _find_lines(passage: Passage, quote: str) -> tuple[int, ...]:
    found: list[int] = []
    start = passage.text.find(quote)
    while start >= 0:
        end = start + len(quote)
        if _whole_words(passage.text, start, end):
            found.extend(passage.lines_of(start, end))
        start = passage.text.find(quote, start + 1)
    return tuple(found)


def _whole_words(text: str, start: int, end: int) -> bool:
    def letter(position: int) -> bool:
        return 0 <= position < len(text) and (text[position].isalnum() or text[position] == "_")

    cut_before = letter(start - 1) and letter(start)
    return not cut_before and not (letter(end - 1) and letter(end))


def _say_lines(lines: Sequence[int]) -> str:
    numbers = list(dict.fromkeys(lines))
    if len(numbers) > 2 and numbers == list(range(numbers[0], numbers[-1] + 1)):
        return f"{numbers[0]}-{numbers[-1]}"
    return " or ".join(str(number) for number in numbers)


def _hint(quote: str, line: int, digest: Digest) -> str:
    here = " ".join(passage.text for passage in digest.by_line.get(line, ()))
    if quote.casefold() in here.casefold():
        return ", only with other capitals, copy the words as they stand there"
    if not here:
        return f", and nothing there renders line {line}"
    return ", copy the words as they stand there"
