"""A table of somebody else -> what would come in, and everything that is to be told of it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from graph.intake.against import Reconciled, Register, reconcile
from graph.intake.columns import Column
from graph.intake.draft import Draft, draft_entries
from graph.intake.known import Likeness, find_near
from graph.intake.layouts import lay_out
from graph.intake.mojibake import mend_table
from graph.intake.plan import Usual
from graph.intake.told import Told, sort_told
from graph.model.errors import SourceError
from graph.model.message import Message
from graph.model.records import Registry, Vocabulary
from graph.read.tables.table import RegisterTable, flatten_cell
from graph.scan.near import MOST_PAIRS, find_twins

MOST_ROWS = 50_000
"""Rows that come in as entries: more is a register, which a data file names under `tables`."""


class Taken(NamedTuple):
    """
    What a file gives.

    `tables` are those of the file by the id of their source, with letters mended where `is_mended`.
    `columns` are those that were taken, `left` the headings of the others, `vocab` what the words
    need. `near` are known organisations that a name looks like, `twins` names of the table that
    look like each other, `reconciled` is what a register gave.
    """

    tables: Mapping[str, RegisterTable]
    is_mended: bool
    columns: tuple[Column, ...]
    left: tuple[str, ...]
    draft: Draft
    vocab: Mapping[str, Mapping[str, Any]]
    told: tuple[Told, ...]
    near: tuple[Likeness, ...]
    twins: tuple[tuple[str, str], ...]
    reconciled: Reconciled | None = None


def take_tables(
    tables: Mapping[str, RegisterTable],
    named: Mapping[str, str],
    usual: Usual,
    known: Registry | None = None,
    kinds: Sequence[str] = (),
    noted: Iterable[Told] = (),
    against: Register | None = None,
) -> Taken:
    """
    Take in tables: one with a membership a row, a matrix, or the nodes and edges of a graph.

    Args:
        tables: By the ids that they get as sources.
        named: Headings by field, as the user gave them; the others are found.
        usual: What holds where a table says nothing.
        known: The data that there are.
        kinds: What nodes of a graph that are partnerships are called.
        noted: What is to be told of the files already.
        against: A register that gives organisations their numbers.

    Raises:
        SourceError: A table has too many rows or none, or a column that is needed cannot be found.
    """
    mended: dict[str, RegisterTable] = {}
    told: list[Told] = [*noted]
    repairs: list[Told] = []
    for id, table in tables.items():
        if not table.rows:
            raise SourceError(Message("import.no_rows", file=table.name))
        if len(table.rows) > MOST_ROWS:
            raise SourceError(
                Message("import.many_rows", file=table.name, n=len(table.rows), most=MOST_ROWS)
            )
        mended[id], repaired = mend_table(_flatten(table))
        repairs += repaired
    layout = lay_out(mended, named, kinds, usual, _list_vocabulary(known))
    organisations = known.organisations if known else {}
    draft = draft_entries(layout.plan, layout.vocab, organisations)
    reconciled = reconcile(draft.organisations, against) if against else None
    if reconciled:
        draft = draft._replace(
            organisations=reconciled.organisations,
            regions={**reconciled.regions, **draft.regions},
            told=(*draft.told, *reconciled.told),
        )
    names = [entry["name"] for id, entry in draft.organisations.items() if id not in draft.known]
    if len(names) * max(len(names), len(organisations)) > MOST_PAIRS:
        said = Message("import.many_names", n=len(names))
        told.append(Told(next(iter(tables.values())).name, 0, "noted", said))
    used = _list_used(layout.vocab, draft)
    regions = [region["nl"] for region in used.get("regions", {}).values()]
    return Taken(
        mended,
        any(one.sort == "mended" for one in repairs),
        layout.columns,
        layout.left,
        draft,
        used,
        sort_told((*told, *repairs, *layout.told, *draft.told)),
        find_near(names, organisations),
        (*find_twins(names), *find_twins(regions)),
        reconciled,
    )


def _flatten(table: RegisterTable) -> RegisterTable:
    """Put blanks for line breaks in cells: a name stands on one line."""
    rows = [
        row._replace(cells=tuple(flatten_cell(cell) for cell in row.cells)) for row in table.rows
    ]
    header = tuple(flatten_cell(heading) for heading in table.header)
    return table._replace(header=header, rows=rows)


def _list_vocabulary(known: Registry | None) -> dict[str, dict[str, Any]]:
    """Give the words of the data that there are as a data file has them."""
    if known is None:
        return {}
    from graph.schema.fields import LABELS

    words: Vocabulary = known.vocabulary
    return {
        key: {
            id: {one.name: term.labels[one.name] for one in LABELS if one.name in term.labels}
            for id, term in getattr(words, key).items()
        }
        for key in ("types", "kinds", "roles", "themes", "regions")
    }


def _list_used(vocab: Mapping[str, Mapping[str, Any]], draft: Draft) -> dict[str, dict[str, Any]]:
    """Keep the words that the entries use and that are not built in."""
    from graph.model import vocabulary

    used: dict[str, set[str]] = {key: set() for key in ("types", "kinds", "roles", "themes")}
    regions = set()
    for entry in draft.organisations.values():
        used["types"] |= set(entry["type"])
        regions |= {entry.get("region", "")}
    for entry in draft.partnerships.values():
        used["kinds"] |= {entry["kind"]}
        used["themes"] |= set(entry.get("themes", ()))
        used["roles"] |= {member.get("role", "") for member in entry["members"]}
        regions |= set(entry.get("regions", ()))
    built_in = {
        "types": vocabulary.TYPES,
        "kinds": vocabulary.KINDS,
        "roles": vocabulary.ROLES,
        "themes": vocabulary.THEMES,
    }
    found = {
        key: {
            id: word
            for id, word in sorted(vocab.get(key, {}).items())
            if id in used[key] and id not in built_in[key]
        }
        for key in used
    }
    found["regions"] = {id: word for id, word in sorted(draft.regions.items()) if id in regions}
    return {key: words for key, words in found.items() if words}
