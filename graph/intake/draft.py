"""Tables that were planned -> entries of the format, and what became of each row."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from graph.intake.known import match_names
from graph.intake.plan import ORGANISATION, PARTNERSHIP, Cited, Plan
from graph.intake.told import Sort, Told
from graph.model.message import Message
from graph.model.records import Organisation, Tally
from graph.read.document import Document, Map, say_text
from graph.schema.fields import IS_ID
from graph.schema.registers import add_tables
from graph.schema.upgrade import name_group

Entries = dict[str, dict[str, Any]]


class Draft(NamedTuple):
    """
    What comes in: the entries of a data file, without its sources.

    `known` are the ids of organisations that were known by that very name; `told` what is to be
    said of rows.
    """

    organisations: Entries
    partnerships: Entries
    regions: Entries
    known: frozenset[str]
    told: tuple[Told, ...]


def draft_entries(
    plan: Plan, vocab: Mapping[str, Any], organisations: Mapping[str, Organisation]
) -> Draft:
    """
    Read the rows of a plan.

    Args:
        plan: What to read from which table.
        vocab: The lists of words in force, as a data file has them.
        organisations: Those that are known already: one of the same name keeps its id.
    """
    clean = {"organisations": {}, "partnerships": {}, "vocab": vocab, "tables": plan.spec}
    read = add_tables(clean, Document("", Map(1), {}, tables=dict(plan.tables)))
    found = read.entries
    names = {id: entry["name"] for id, entry in found["organisations"].items()}
    known = match_names(names.values(), organisations)
    ids = _name_organisations(names, known)
    taken = {*ids.values(), *organisations}
    renamed = _name_all(
        {id: entry["name"] for id, entry in found["partnerships"].items()}, PARTNERSHIP, taken
    )
    told = [*_list_rejected(read.tallies, plan), *_list_spellings(found["organisations"], plan)]
    return Draft(
        {
            ids[id]: _merge(entry, known.get(entry["name"]))
            for id, entry in found["organisations"].items()
        },
        {
            renamed[id]: {
                **entry,
                "members": [_refer(one, ids, plan.cited) for one in entry["members"]],
            }
            for id, entry in found["partnerships"].items()
        },
        dict((found.get("vocab") or {}).get("regions") or {}),
        frozenset(one.id for one in known.values()),
        tuple(told),
    )


def _name_organisations(
    names: Mapping[str, str], known: Mapping[str, Organisation]
) -> dict[str, str]:
    same = {id: known[name].id for id, name in names.items() if name in known}
    rest = {id: name for id, name in names.items() if id not in same}
    return {**same, **_name_all(rest, ORGANISATION, set(same.values()))}


def _name_all(names: Mapping[str, str], prefix: str, taken: set[str]) -> dict[str, str]:
    """Give each an id: that of its table where it can be one and is free, else from its name."""
    found = {}
    for id, name in names.items():
        own = id.removeprefix(prefix)
        found[id] = own if IS_ID(own) and own not in taken else name_group(name, taken)
        taken.add(found[id])
    return found


def _refer(
    member: Mapping[str, Any], ids: Mapping[str, str], cited: Mapping[str, Cited]
) -> dict[str, Any]:
    """Give a member its id; where its row has another, cite the row that says who that is."""
    id = member["org"]
    evidence = list(member["evidence"])
    if id in cited and ids[id] != cited[id].id:
        evidence.append({"source": cited[id].source, "line": cited[id].line})
    return {**member, "org": ids[id], "evidence": evidence}


def _merge(entry: Mapping[str, Any], known: Organisation | None) -> dict[str, Any]:
    """Let a known organisation keep what is known of it; a table adds what it did not have."""
    if known is None:
        return dict(entry)
    aliases = [alias.text for alias in known.aliases if alias.source is None]
    added = [one["text"] for one in entry.get("aliases", ())]
    forms = [form for form in dict.fromkeys((*aliases, *added)) if form != known.name]
    if entry["name"] not in (known.name, *forms):
        forms.append(entry["name"])
    merged = {**entry, "name": known.name, "type": list(known.types)}
    merged["aliases"] = [{"text": form} for form in forms]
    merged["ids"] = {**entry.get("ids", {}), **known.ids}
    if known.region:
        merged["region"] = known.region
    return {key: value for key, value in merged.items() if value}


def _list_rejected(tallies: Sequence[Tally], plan: Plan) -> Iterator[Told]:
    """
    List each row that a rule rejected, once: a table is read for each section.

    A row that is rejected for what it says of its organisation or partnership, and whose
    membership came in all the same, is not left out.
    """
    rejected = {
        tally.table: {(row.file, row.line): row.message for row in tally.rejected}
        for tally in tallies
    }
    members = rejected.get("memberships", {})
    rows = plan.tables["memberships"].rows
    came_in = {(row.file, row.line) for row in rows} - members.keys()
    said = {**members, **rejected.get("partnerships", {}), **rejected.get("organisations", {})}
    for place, message in said.items():
        file, line = place
        sort: Sort = "mended" if place in came_in else "left_out"
        yield Told(file, line, sort, message.with_texts(_strip))


def _strip(text: str) -> str:
    """Take out of a text what was put before ids."""
    return text.replace(ORGANISATION, "").replace(PARTNERSHIP, "")


def _list_spellings(organisations: Mapping[str, Mapping[str, Any]], plan: Plan) -> Iterator[Told]:
    """List the first row of each other way of writing a name."""
    table = plan.tables["organisations"]
    place = table.header.index(plan.spec["organisations"]["columns"]["name"])
    first = {row.cells[place]: row for row in reversed(table.rows) if not row.fault}
    for entry in organisations.values():
        for alias in entry.get("aliases", ()):
            row = first[alias["text"]]
            said = Message(
                "import.alias", text=say_text(alias["text"]), name=say_text(entry["name"])
            )
            yield Told(row.file, row.line, "noted", said)
