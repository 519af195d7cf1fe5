"""The gate: what anyone proposes comes in only with words that stand in the document."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from graph.desk.desk import Desk
from graph.desk.names import Names, is_named
from graph.desk.proposal import Proposal
from graph.desk.proposals import check_kind, make_proposal
from graph.model.errors import Problem, did_you_mean, name_noun, sort_problems
from graph.model.message import Message, either
from graph.model.names import simplify
from graph.read.digest import Digest, normalise
from graph.read.document import Document, Map, Seq, Trail, format_path, say_text
from graph.read.json import parse_json
from graph.read.places import Place, find_places
from graph.read.text import decode_text
from graph.scan.nearest import find_nearest
from graph.schema.check import check_beside, check_items
from graph.schema.proposals import OFFER, OFFERED

_LISTED = "proposals"
_MOST_NEAREST = 50  # quotes of which the nearest place is looked for: it reads the whole document

Entry = Mapping[str, Any]


class Offered(NamedTuple):
    """What came through the gate, and what is wrong with the rest, sorted by line."""

    proposals: tuple[Proposal, ...]
    problems: tuple[Problem, ...]


def read_offer(content: bytes, name: str, desk: Desk) -> Offered:
    """
    Read a file of proposals that anyone made, and hold each to the document that it names.

    Args:
        content: The file, in the form that `proposals.schema.json` describes.
        name: How it is named in messages.
        desk: The data file, with its documents and what is proposed already.

    Raises:
        SourceError: It is no JSON.
    """
    root, problems = parse_json(decode_text(content, name), name)
    whole = Document(name, root, {})
    head, wrong = check_beside(Document(name, _empty(root), {}), OFFER, desk.document)
    problems += wrong
    checked = list(_check_items(whole, desk))
    gate = _Gate(desk, [entry for entry, _ in checked if entry])
    passed = []
    for position, (entry, found) in enumerate(checked):
        trail = (_LISTED, position)
        if entry:
            found += check_kind(entry, trail, whole)
            found += [_place(whole, (*trail, *rest), said) for rest, said in gate.refuse(entry)]
        problems += found
        if not found and not wrong:
            passed.append(gate.take(entry, head))
    return Offered(tuple(passed), sort_problems(problems))


def _empty(root: Any) -> Any:
    """Give what stands around the list, to be checked apart: one broken item breaks a list."""
    if not isinstance(root, Map) or not isinstance(root.get(_LISTED), Seq):
        return root
    head = Map(root.line)
    head.update(root)
    head.lines = root.lines
    head[_LISTED] = Seq(root.lines[_LISTED])
    return head


def _check_items(whole: Document, desk: Desk) -> Iterable[tuple[Any, list[Problem]]]:
    if isinstance(whole.root, Map) and isinstance(whole.root.get(_LISTED), Seq):
        return check_items(whole, (_LISTED,), OFFERED, desk.document)
    return ()


def _place(whole: Document, trail: Trail, said: Message) -> Problem:
    return Problem(whole.line_of(trail), format_path(trail), said)


class _Gate:
    def __init__(self, desk: Desk, entries: Iterable[Entry]) -> None:
        self._desk = desk
        self._names = Names(desk.registry)
        self._proposed = {
            (entry["document"], simplify(form))
            for entry in entries
            for form in _list_forms(entry.get("organisation"))
        } | {
            (one.document, simplify(form))
            for one in desk.proposals
            if one.what == "organisation"
            for form in _list_forms(one.record)
        }
        self._pointed = 0

    def refuse(self, entry: Entry) -> Iterator[tuple[Trail, Message]]:
        """Say everything that is wrong with an entry, each with the way to it."""
        document = entry["document"]
        digest = self._desk.find_digest(document)
        if document not in self._desk.registry.sources:
            hint = did_you_mean(document, self._desk.registry.sources)
            noun = name_noun("source")
            yield ("document",), Message("unknown", noun=noun, id=say_text(document), hint=hint)
        elif not digest:
            yield ("document",), Message("desk.no_text", source=repr(document))
        else:
            yield from self._refuse_quote(entry, digest)
        yield from _refuse_name(entry)
        if "partnership" in entry:
            yield from self._refuse_members(entry)

    def take(self, entry: Entry, finder: Entry) -> Proposal:
        """Make the proposal of an entry in which nothing is wrong."""
        digest = self._desk.find_digest(entry["document"])
        places = self._find(entry, digest) if digest else []
        given = entry.get("line")
        lines = places[0].lines or (places[0].passage.at,)
        line = given if any(given in place.lines for place in places) else lines[0]
        return make_proposal(
            {**entry, "line": line, "quote": " ".join(entry["quote"].split())},
            sha256=self._desk.hashes[entry["document"]],
            finder=finder["finder"],
            version=finder["version"],
        )

    def _find(self, entry: Entry, digest: Digest) -> list[Place]:
        return list(find_places(digest.passages, normalise(entry["quote"])))

    def _refuse_quote(self, entry: Entry, digest: Digest) -> Iterator[tuple[Trail, Message]]:
        places = self._find(entry, digest)
        if not places:
            yield ("quote",), self._point(entry, digest)
        elif "line" in entry and len(places) > 1:
            lines = [place.lines for place in places]
            if not any(entry["line"] in one for one in lines):
                first = either([one[0] for one in lines if one])
                yield ("line",), Message("desk.which_line", lines=first)

    def _point(self, entry: Entry, digest: Digest) -> Message:
        self._pointed += 1
        nearest = None
        if self._pointed <= _MOST_NEAREST:
            nearest = find_nearest(normalise(entry["quote"]), digest.passages)
        if not nearest:
            return Message("desk.no_quote", document=repr(entry["document"]))
        return Message(
            "desk.near_quote",
            document=repr(entry["document"]),
            line=nearest.line,
            text=say_text(nearest.text),
        )

    def _refuse_members(self, entry: Entry) -> Iterator[tuple[Trail, Message]]:
        partnership = entry["partnership"]
        if not partnership["members"] and not partnership.get("groups"):
            yield ("partnership", "members"), Message("desk.no_party")
        for position, member in enumerate(partnership["members"]):
            name, document = member["org"], entry["document"]
            known = self._names.find(name, document)
            if not known and (document, simplify(name)) not in self._proposed:
                organisations = self._desk.registry.organisations.values()
                hint = did_you_mean(name, [one.name for one in organisations])
                said = Message("desk.no_member", name=say_text(name), hint=hint)
                yield ("partnership", "members", position), said


def _list_forms(record: Entry | None) -> list[str]:
    return [record["name"], *record.get("aliases", ())] if record else []


def _refuse_name(entry: Entry) -> Iterator[tuple[Trail, Message]]:
    """A name has to stand in the words that are cited for it."""
    for kind in ("organisation", "not_organisation", "alias"):
        record = entry.get(kind)
        if record:
            forms = [record["text"]] if kind == "alias" else _list_forms(record)
            if not is_named(forms, entry["quote"]):
                field = "text" if kind == "alias" else "name"
                yield (kind, field), Message("desk.not_named", name=say_text(forms[0]))
