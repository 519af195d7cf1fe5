"""A table of somebody else -> what would come in, and everything that is to be told of it."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from graph.intake.cells import mend_cells
from graph.intake.columns import Column, find_columns, list_left
from graph.intake.draft import Draft, draft_entries
from graph.intake.known import Likeness, find_near
from graph.intake.mojibake import mend_table
from graph.intake.plan import Usual, plan_rows
from graph.intake.told import Told, sort_told
from graph.intake.words import add_words
from graph.model.errors import SourceError
from graph.model.message import Message
from graph.model.records import Registry, Vocabulary
from graph.read.tables.table import RegisterTable
from graph.scan.near import find_twins

MOST_ROWS = 50_000
"""Rows that come in as entries: more is a register, which a data file names under `tables`."""


class Taken(NamedTuple):
    """
    What a table gives.

    `table` is the table, with its letters mended where `is_mended`. `columns` are those that were
    taken, `left` the headings of the others, `vocab` what the words need. `near` are known
    organisations that a name looks like, `twins` names of the table that look like each other.
    """

    table: RegisterTable
    is_mended: bool
    columns: tuple[Column, ...]
    left: tuple[str, ...]
    draft: Draft
    vocab: Mapping[str, Mapping[str, Any]]
    told: tuple[Told, ...]
    near: tuple[Likeness, ...]
    twins: tuple[tuple[str, str], ...]


def take_rows(
    source: str,
    table: RegisterTable,
    named: Mapping[str, str],
    usual: Usual,
    known: Registry | None = None,
) -> Taken:
    """
    Take in a table with a membership a row.

    Args:
        source: The id that the table gets as a source.
        table: The table.
        named: Headings by field, as the user gave them; the others are found.
        usual: What holds where the table says nothing.
        known: The data that there are.

    Raises:
        SourceError: It has too many rows or none, or a column that is needed cannot be found.
    """
    if not table.rows:
        raise SourceError(Message("import.no_rows", file=table.name))
    if len(table.rows) > MOST_ROWS:
        raise SourceError(
            Message("import.many_rows", file=table.name, n=len(table.rows), most=MOST_ROWS)
        )
    mended, told = mend_table(table)
    columns = find_columns(mended, named)
    formed, changed = mend_cells(mended, columns)
    vocab = add_words(_list_vocabulary(known), formed, columns)
    organisations = known.organisations if known else {}
    draft = draft_entries(plan_rows(source, formed, columns, usual), vocab, organisations)
    names = [entry["name"] for id, entry in draft.organisations.items() if id not in draft.known]
    used = _list_used(vocab, draft)
    return Taken(
        mended,
        any(one.sort == "mended" for one in told),
        columns,
        list_left(mended, columns),
        draft,
        used,
        sort_told((*told, *changed, *draft.told)),
        find_near(names, organisations),
        (
            *find_twins(names),
            *find_twins(region["nl"] for region in used.get("regions", {}).values()),
        ),
    )


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
