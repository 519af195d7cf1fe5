"""The rules between the file and the digests: quotes, names, and what nobody has judged."""

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from graph.model.curly import bare
from graph.model.message import Message, Value, both, either
from graph.model.records import Evidence, Organisation, Registry
from graph.read.digest import Digest, find_marker, normalise
from graph.read.document import Trail
from graph.read.places import Context, Place, choose_places, find_places, fits
from graph.scan.mentions import Mention, find_named, find_unjudged
from graph.schema.finding import Finding
from graph.schema.records import list_evidence

_BLANK = re.compile(" ")


def check_evidence(registry: Registry, digests: Mapping[str, Digest]) -> Iterator[Finding]:
    """Every quote stands in its digest, in a paragraph that renders its line."""
    for trail, evidence in list_passages(registry):
        source = registry.sources.get(evidence.source)
        digest = digests.get(source.file) if source else None
        if digest:
            yield from _check_quote(trail, evidence, digest)


def check_named(
    registry: Registry, mentions: Sequence[Mention], *, unless: Container[object] = ()
) -> Iterator[Finding]:
    """
    Every member is named in a quote that places it there.

    Nothing is said of the partnerships in `unless`, whose quotes are wrong themselves,
    nor of an organisation that no digest mentions at all.
    """
    owners = _list_owners(mentions)
    for id, partnership in registry.partnerships.items():
        if id in unless:
            continue
        members = [registry.organisations.get(m.organisation) for m in partnership.memberships]
        named = find_named(filter(None, members), partnership.evidence)
        for position, (membership, organisation) in enumerate(
            zip(partnership.memberships, members, strict=True)
        ):
            if not organisation or organisation.id not in owners or organisation.id in named:
                continue
            passages = (*membership.evidence, *partnership.evidence)
            if _is_unread(registry, organisation, passages):
                continue
            if not find_named([organisation], membership.evidence):
                message = Message("name.no_quote", name=repr(organisation.name))
                yield Finding(("partnerships", id, "members", position), message)


def check_mentioned(registry: Registry, mentions: Sequence[Mention]) -> Iterator[Finding]:
    """Every organisation stands in a digest."""
    owners = _list_owners(mentions)
    for id, organisation in registry.organisations.items():
        if id not in owners and not _is_unread(registry, organisation):
            message = Message("name.nowhere", name=repr(organisation.name))
            yield Finding(("organisations", id), message)


def check_claims(registry: Registry, mentions: Sequence[Mention]) -> Iterator[Finding]:
    """No stretch of text has two owners."""
    reported = set()
    for mention in mentions:
        forms = {form.owner: form for form in reversed(mention.forms)}
        words = mention.passage.text[mention.start : mention.end]
        if len(forms) > 1 and (*forms, words) not in reported:
            reported.add((*forms, words))
            last = mention.forms[-1]
            field = ("aliases", last.alias) if last.alias >= 0 else ("name",)
            place = "organisations" if last.owner in registry.organisations else "not_organisations"
            lines = mention.passage.lines_of(mention.start, mention.end)
            source = repr(mention.source)
            where: Value = mention.source
            if lines:
                where = Message("name.on_line", source=source, line=_say_lines(lines))
            owners = both([repr(id) for id in sorted(forms)])
            message = Message("name.claimed", words=repr(words), where=where, owners=owners)
            yield Finding((place, last.owner, *field), message)


def check_aliases(registry: Registry, mentions: Sequence[Mention]) -> Iterator[Finding]:
    """Every alias is used in a digest."""
    used = {(form.owner, form.alias) for mention in mentions for form in mention.forms}
    for id, organisation in registry.organisations.items():
        if _is_unread(registry, organisation):
            continue
        for position, alias in enumerate(organisation.aliases):
            if (id, position) not in used:
                message = Message("name.alias_unused", alias=repr(alias.text))
                yield Finding(("organisations", id, "aliases", position), message)


def check_unjudged(
    registry: Registry, digests: Mapping[str, Digest], mentions: Sequence[Mention]
) -> Iterator[Finding]:
    """Every capitalised name in a digest has been judged."""
    for file, passage, name in find_unjudged(registry, digests, mentions):
        message = Message("name.not_judged", name=repr(name))
        yield Finding((), message, file, passage.at)


def list_passages(registry: Registry) -> Iterator[tuple[Trail, Evidence]]:
    """List every passage that the data cite, each with the way to it."""
    for section in ("sources", "partnerships", "groups", "relations"):
        for id, record in getattr(registry, section).items():
            yield from list_evidence(record, (section, id))
    for id, region in registry.vocabulary.regions.items():
        for position, barrier in enumerate(region.barriers):
            yield from list_evidence(barrier, ("vocab", "regions", id, "barriers", position))


def _list_owners(mentions: Sequence[Mention]) -> set[str]:
    return {form.owner for mention in mentions for form in mention.forms}


def _is_unread(
    registry: Registry, organisation: Organisation, passages: Iterable[Evidence] = ()
) -> bool:
    # Where it is named cannot be told: a source is not known, and that has been said.
    sources = [alias.source for alias in organisation.aliases] + [e.source for e in passages]
    return any(source and source not in registry.sources for source in sources)


def _check_quote(trail: Trail, evidence: Evidence, digest: Digest) -> Iterator[Finding]:
    quote = normalise(evidence.quote)
    context = Context(evidence.before or "", evidence.after or "")
    on_line = find_places(digest.by_line.get(evidence.line, ()), quote)
    here = [place for place in on_line if evidence.line in place.lines]
    if any(fits(place, context) for place in here):
        return
    found = list(find_places(digest.passages, quote))
    if any(not place.lines for place in found):
        return  # in a paragraph whose marker is wrong: that has been said
    if here:
        yield _say_context(trail, evidence.line, here, [p for p in found if fits(p, context)])
    elif found:
        places = _say_places(choose_places(found, context))
        message = Message("quote.moved", places=places, line=evidence.line)
        yield Finding((*trail, "line"), message)
    else:
        hint = _hint(quote, evidence.line, digest)
        message = Message("quote.gone", file=digest.file, hint=hint)
        yield Finding((*trail, "quote"), message)


def _say_context(
    trail: Trail, line: int, here: Sequence[Place], elsewhere: Sequence[Place]
) -> Finding:
    """Say of a quote that stands where it should, amid other words than it did."""
    if elsewhere:
        message = Message("quote.other_place", places=_say_places(elsewhere), line=line)
        return Finding((*trail, "line"), message)
    before, after = here[0].context
    return Finding(trail, Message("quote.other_context", words=repr(f"{before}[…]{after}")))


def _say_places(places: Iterable[Place]) -> Value:
    return either([_say_lines(lines) for lines in dict.fromkeys(place.lines for place in places)])


def _say_lines(lines: Sequence[int]) -> Value:
    numbers = list(dict.fromkeys(lines))
    if len(numbers) > 2 and numbers == list(range(numbers[0], numbers[-1] + 1)):
        return f"{numbers[0]}-{numbers[-1]}"
    return either(numbers)


def _hint(quote: str, line: int, digest: Digest) -> Message:
    here = digest.by_line.get(line, ())
    texts = [passage.text for passage in here or digest.passages]
    if marker := find_marker(quote):
        return Message("quote.marker", marker=repr(marker))
    if bare(quote) != quote and any(bare(quote) in text for text in texts):
        return Message("quote.curly")
    if any(quote in text for text in texts):
        return Message("quote.cut_word")
    if any(quote.casefold() in text.casefold() for text in texts):
        return Message("quote.other_capitals")
    if not here:
        return Message("quote.no_line", line=line)
    beginning = find_beginning(quote, texts)
    if beginning:
        return Message("quote.differs", beginning=repr(beginning))
    return Message("quote.copy")


def find_beginning(quote: str, texts: Sequence[str]) -> str:
    """
    Find the longest beginning of a quote that stands in a text, of two words or more.

    Where a beginning stands, so does each that is shorter: their number is halved each time.
    """
    ends = [found.start() for found in _BLANK.finditer(quote)][1:]
    count = bisect_left(ends, 1, key=lambda end: not any(quote[:end] in text for text in texts))
    return quote[: ends[count - 1]] if count else ""
