"""A proposal -> what it would put into the data file as this is now."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from graph.desk.desk import Desk
from graph.desk.entries import SECTIONS, Entry
from graph.desk.names import Names
from graph.desk.open import CLOSING
from graph.desk.order import Providers
from graph.desk.proposal import Proposal
from graph.desk.short import shorten
from graph.schema.upgrade import name_group

_ORDER = (
    *("name", "kind", "themes", "regions", "period", "status"),
    *("members_known", "members", "groups", "certainty", "evidence", "note"),
)


class Outcome(NamedTuple):
    """
    What accepting a proposal would do.

    `entries` go into the data file, that of the proposal itself last. `brought` are proposals that
    are accepted with it, by the id that each would get; `left_out` are members that are none.
    """

    entries: tuple[Entry, ...]
    brought: tuple[tuple[str, Proposal], ...] = ()
    left_out: tuple[str, ...] = ()


class Drawing:
    """Draws outcomes from one state of the data file."""

    def __init__(self, desk: Desk, providers: Providers, verdicts: Mapping[str, str]) -> None:
        self._desk = desk
        self._names = Names(desk.registry)
        self._providers = providers
        self._verdicts = verdicts
        self._taken = {
            id for section in (*SECTIONS, "relations") for id in getattr(desk.registry, section)
        }

    def draw(self, proposal: Proposal) -> Outcome:
        """Draw what a proposal would put into the data."""
        taken = set(self._taken)
        if proposal.what == "partnership":
            return self._draw_partnership(proposal, taken)
        return Outcome((_draw_entry(proposal, taken),))

    def draw_same(self, proposal: Proposal, organisation: str) -> Outcome:
        """Draw what it does to take a proposed organisation for one that is known."""
        known = self._desk.registry.organisations[organisation]
        there = {known.name, *(alias.text for alias in known.aliases)}
        forms = dict.fromkeys([proposal.name, *proposal.record.get("aliases", ())])
        aliases = [form for form in forms if form not in there]
        fields = {"aliases": aliases}
        return Outcome((Entry("organisations", organisation, fields),) if aliases else ())

    def _draw_partnership(self, proposal: Proposal, taken: set[str]) -> Outcome:
        record = dict(proposal.record)
        id = _name(record, taken)
        entries: list[Entry] = []
        brought: list[tuple[str, Proposal]] = []
        left_out: list[str] = []
        members: dict[str, dict[str, Any]] = {}
        for member in record["members"]:
            name = member["org"]
            known = self._names.find(name, proposal.document)
            needed = None
            if not known:
                needed = self._providers.find(name, proposal.document, self._is_open)
            if needed:
                known = next((at for at, one in brought if one.id == needed.id), None)
                if not known:
                    entries.append(_draw_entry(needed, taken))
                    known = entries[-1].id
                    brought.append((known, needed))
            if known:
                members.setdefault(known, {**member, "org": known})
            else:
                left_out.append(name)
        groups = list(self._draw_groups(record.get("groups", ()), entries, taken))
        fields = {
            "members_known": "some",
            **record,
            "members": list(members.values()),
            "groups": groups,
            "evidence": [self._cite(proposal)],
        }
        short = shorten({key: fields[key] for key in _ORDER if fields.get(key)})
        short.setdefault("members", [])
        entries.append(Entry("partnerships", id, short))
        return Outcome(tuple(entries), tuple(brought), tuple(left_out))

    def _is_open(self, one: Proposal) -> bool:
        return self._verdicts.get(one.id) not in CLOSING

    def _draw_groups(
        self, groups: Iterable[Mapping[str, Any]], entries: list[Entry], taken: set[str]
    ) -> Iterator[Mapping[str, Any]]:
        """Draw groups: apart, as the present version has them, else where they take part."""
        known = {group.label: group.id for group in self._desk.registry.groups.values()}
        for group in groups:
            role = {"role": group["role"]} if "role" in group else {}
            if self._desk.registry.schema == 1:
                size = str(group.get("size", ""))
                yield {
                    "label": group["label"],
                    **({"size": int(size)} if size.isdigit() and int(size) > 1 else {}),
                    **role,
                }
                continue
            id = known.get(group["label"])
            if not id:
                record = {key: value for key, value in group.items() if key != "role"}
                id = known[group["label"]] = _name(record, taken)
                entries.append(Entry("groups", id, shorten(record)))
            yield {"group": id, **role}

    def _cite(self, proposal: Proposal) -> dict[str, Any]:
        place = self._desk.find_place(proposal)
        moved = place and place.lines and proposal.line not in place.lines
        fields: dict[str, Any] = {
            "source": proposal.document,
            "line": place.lines[0] if place and moved else proposal.line,
            "quote": proposal.quote,
        }
        if place and self._desk.registry.schema > 1:
            fields |= {key: words for key, words in place.context._asdict().items() if words}
        return fields


def draw_plain(proposal: Proposal) -> Outcome:
    """Draw what is proposed, as if there were no data yet."""
    return Outcome((_draw_entry(proposal, set()),))


def _draw_entry(proposal: Proposal, taken: set[str]) -> Entry:
    record = dict(proposal.record)
    if proposal.what == "alias":
        text = record["text"]
        alias = {"text": text, "in": proposal.document} if record.get("here") == "yes" else text
        return Entry("organisations", record["organisation"], {"aliases": [alias]})
    id = _name(record, taken)
    return Entry(f"{proposal.what}s", id, shorten(record))


def _name(record: dict[str, Any], taken: set[str]) -> str:
    """Take the id out of a record, or make one; it is taken from there on."""
    id = name_group(str(record.pop("id", "") or record.get("name") or record["label"]), taken)
    taken.add(id)
    return id
