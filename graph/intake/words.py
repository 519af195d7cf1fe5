"""Words of a table that no list has -> new words, so that nothing that a table says is lost."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph.intake.columns import Column
from graph.model import vocabulary
from graph.model.records import Term
from graph.model.slug import make_id
from graph.read.tables.table import RegisterTable
from graph.schema.fields import LABELS

_LISTS: Mapping[str, tuple[str, Mapping[str, Term]]] = {
    "type": ("types", vocabulary.TYPES),
    "kind": ("kinds", vocabulary.KINDS),
    "role": ("roles", vocabulary.ROLES),
    "theme": ("themes", vocabulary.THEMES),
}
"""Each field that holds a word: the list of that word, and what is built in."""


def add_words(
    vocab: Mapping[str, Mapping[str, Any]], table: RegisterTable, columns: Sequence[Column]
) -> dict[str, dict[str, Any]]:
    """
    Add the words of a table that are neither an id nor a label of their list.

    Args:
        vocab: Lists of words as a data file has them; they are not changed.
        table: The table.
        columns: What its columns hold.

    Returns:
        The lists, with the new words under ids made of them.
    """
    found = {key: dict(words) for key, words in vocab.items()}
    for column in columns:
        if column.field not in _LISTS:
            continue
        key, built_in = _LISTS[column.field]
        words = found.setdefault(key, {})
        known = {id.casefold() for id in (*built_in, *words)}
        known |= {label.casefold() for term in built_in.values() for label in term.labels.values()}
        known |= {
            word[one.name].casefold()
            for word in words.values()
            for one in LABELS
            if one.name in word
        }
        for word in _list_words(table, column):
            id = make_id(word)
            if word.casefold() not in known and id and id not in known:
                words[id] = {"nl": word}
                known |= {word.casefold(), id}
    return {key: words for key, words in found.items() if words}


def _list_words(table: RegisterTable, column: Column) -> Iterator[str]:
    place = table.header.index(column.heading)
    cells = dict.fromkeys(row.cells[place] for row in table.rows if not row.fault)
    for cell in cells:
        words = cell.split(";") if column.field == "theme" else [cell]
        yield from filter(None, (word.strip() for word in words))
