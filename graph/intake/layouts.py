"""The ways in which memberships stand in tables -> a plan to read them by."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from graph.intake.cells import mend_cells
from graph.intake.columns import FIELDS, NEEDED, Column, find_columns, list_left
from graph.intake.headings import list_columns
from graph.intake.links import Links, find_links, plan_links
from graph.intake.plan import Plan, Usual, plan_matrix, plan_rows
from graph.intake.told import Told
from graph.intake.wide import Matrix, find_matrix, melt_matrix, name_columns
from graph.intake.words import add_words
from graph.model.errors import SourceError
from graph.model.message import Message
from graph.read.tables.table import RegisterTable

Vocab = Mapping[str, Mapping[str, Any]]


class Layout(NamedTuple):
    """How tables are to be read: the columns that are taken, and those that are left."""

    plan: Plan
    vocab: Vocab
    columns: tuple[Column, ...]
    left: tuple[str, ...]
    told: tuple[Told, ...]


def lay_out(
    tables: Mapping[str, RegisterTable],
    named: Mapping[str, str],
    kinds: Sequence[str],
    usual: Usual,
    vocab: Vocab,
) -> Layout:
    """
    Find out how memberships stand in tables.

    Args:
        tables: By the ids of their sources.
        named: Headings by field, as the user gave them.
        kinds: What nodes that are partnerships are called.
        usual: What holds where a table says nothing.
        vocab: The words in force, by list.

    Raises:
        SourceError: A column that is needed cannot be found, several tables are no graph,
            or a column of a graph is named.
    """
    links = None if NEEDED[0] in named else find_links(tables)
    if links and named:
        raise SourceError(Message("import.graph_columns", file=links.edges.name))
    if links:
        return _lay_out_links(links, kinds, usual, vocab)
    if len(tables) > 1:
        raise SourceError(
            Message("import.no_links", files=", ".join(table.name for table in tables.values()))
        )
    ((source, table),) = tables.items()
    matrix = find_matrix(table, named)
    if matrix:
        return _lay_out_matrix(source, table, matrix, named, usual, vocab)
    columns = find_columns(table, named)
    formed, told = mend_cells(table, columns)
    words = add_words(vocab, formed, columns)
    plan = plan_rows(source, formed, columns, usual)
    return Layout(plan, words, columns, list_left(table, columns), told)


def _lay_out_matrix(
    source: str,
    table: RegisterTable,
    matrix: Matrix,
    named: Mapping[str, str],
    usual: Usual,
    vocab: Vocab,
) -> Layout:
    field = "partnership" if matrix.is_flipped else "organisation"
    beside = find_columns(table, {field: matrix.label, **named}, needed=(field,))
    columns = tuple(one for one in beside if one.heading not in matrix.marked)
    formed, mended = mend_cells(table, columns)
    melted, told = melt_matrix(formed, matrix)
    words = add_words(vocab, formed, columns)
    plan = plan_matrix(source, formed, matrix, melted, columns, usual)
    left = [one for one in list_left(table, columns) if one not in matrix.marked]
    return Layout(plan, words, name_columns(matrix, columns, named), tuple(left), (*mended, *told))


def _lay_out_links(links: Links, kinds: Sequence[str], usual: Usual, vocab: Vocab) -> Layout:
    plan, told = plan_links(links, kinds, usual)
    tables = {}
    for section, table in plan.tables.items():
        columns = [Column(one, one, "heading") for one in table.header if one in FIELDS]
        tables[section], mended = mend_cells(table, columns)
        vocab = add_words(vocab, tables[section], columns)
        told = (*told, *mended)
    taken, left = list_columns(links.edges, links.nodes)
    return Layout(plan._replace(tables=tables), vocab, taken, left, told)
