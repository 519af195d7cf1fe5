"""Advice on persons: a digest names none, and neither does what is quoted or noted."""

from collections.abc import Iterator, Sequence
from typing import Any

from graph.advice.advice import Advice
from graph.model.message import Message
from graph.model.records import Registry
from graph.read.digest import normalise
from graph.read.document import Document, Map, Seq, Trail
from graph.scan.mentions import Mention
from graph.scan.private import Private, find_private
from graph.validate.passages import list_passages


def advise_privacy(
    registry: Registry, document: Document, mentions: Sequence[Mention]
) -> Iterator[Advice]:
    """
    Find persons, mail addresses and telephone numbers in digests, quotes and notes.

    In a document that is cited as it is somebody else names whom he likes: there only what is
    quoted counts. What is the name of an organisation is no person.
    """
    taken = {
        (id(mention.passage), place)
        for mention in mentions
        for place in range(mention.start, mention.end)
    }
    for source in registry.sources.values():
        digest = document.digests.get(source.file)
        for passage in digest.passages if digest and digest.is_summary else ():
            for found in find_private(passage.text):
                if not any((id(passage), at) in taken for at in range(found.start, found.end)):
                    place = ("sources", source.id)
                    yield Advice(place, _say(found), found.words, file=source.file, line=passage.at)
    names = {name for one in registry.organisations.values() for name in one.names}
    for trail, text in (*_list_quotes(registry, document), *_list_notes(document.root, ())):
        for found in find_private(normalise(text)):
            if not any(name in found.words or found.words in name for name in names):
                yield Advice(trail, _say(found), found.words)


def _list_quotes(registry: Registry, document: Document) -> Iterator[tuple[Trail, str]]:
    """List the quotes from documents that are cited as they are."""
    for trail, evidence in list_passages(registry):
        source = registry.sources.get(evidence.source)
        digest = document.digests.get(source.file) if source else None
        if digest and not digest.is_summary:
            yield (*trail, "quote"), evidence.quote


def _list_notes(value: Any, trail: Trail) -> Iterator[tuple[Trail, str]]:
    if isinstance(value, Map):
        for key, one in value.items():
            if key == "note" and isinstance(one, str):
                yield (*trail, key), one
            else:
                yield from _list_notes(one, (*trail, key))
    elif isinstance(value, Seq):
        for place, one in enumerate(value):
            yield from _list_notes(one, (*trail, place))


def _say(found: Private) -> Message:
    words = repr(found.words)
    if found.sort == "person":
        return Message("advice.person", words=words)
    if found.sort == "mail":
        return Message("advice.mail", words=words)
    return Message("advice.phone", words=words)
