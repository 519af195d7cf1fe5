"""
Graph -> two tables, of nodes and of edges, that Gephi and Kumu both read as they are; and beside
them the tables of what has no place in a network (relations, barriers, groups, passages), under the
names of the data.

Headings. Gephi looks for `Id` and `Label` (nodes), `Source`, `Target`, `Type` and `Weight`
(edges), in any order and case. Kumu wants its ids first, then `Label` (elements) or `From` and
`To` (connections), and gives `Type`, `Description` and `Tags` a place of their own. So both sets
stand side by side: `From` and `To` repeat `Source` and `Target`, all four hold ids. Whatever else
an export says stands under its own name; no two headings differ by case alone, which Gephi
refuses. `Id` and not Kumu's `ID`: Excel takes a file that starts with `ID` for a SYLK file.

`Type` is the one clash. On a node Gephi gives it no meaning, so it holds what Kumu expects: the
id of the type, or of the kind of a partnership. On an edge Gephi reads it as the direction, and
takes anything but `Undirected` for directed: there it holds `Undirected`, or `Directed` where
edges have a direction, which to Kumu is one more word to filter by. What kind of edge it is stands
under `interaction`.

Form. RFC 4180: commas, CRLF, quotes where needed; UTF-8. A byte order mark, because without one
Excel shows Één as Ã‰Ã©n and saves it so; Gephi skips it since 0.9.3, Python reads it with
`utf-8-sig`. Items of a list are separated by `|`, as Kumu wants.

Formulas. A text that a spreadsheet could take for a formula (= + - @ in front, also behind blanks
or quotes, or a tab or line break in front) gets an apostrophe before it. Numbers stay numbers.

Compromises. A Dutch Excel that opens a file by double click expects semicolons and decimal
commas: there, use Data > From Text/CSV. Gephi takes a backslash for an escape, which RFC 4180
does not: a text that ends in one confuses it. The facts on the whole graph have no place in a
table; GraphML and JSON hold them.
"""

import csv
import io
import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TextIO

from graph.write.graphs.cleaner import Cleaner
from graph.write.graphs.exported import Exported
from graph.write.graphs.flat import Attribute, Edge, Flat, Node, Values
from graph.write.graphs.places import find_kind, list_tags

_FORMULA = re.compile(
    r"[\t\r\n]"
    r"|[\s\u200b-\u200f\u2060\ufeff'\"`´‘’‚“”„«»]*"
    r"[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b]"
)
"""The start of a formula: = + - @, or a wide or small form that a spreadsheet may fold to it."""

_Columns = Mapping[str, Attribute]
"""Heading -> attribute, from left to right."""

_NODE_PLACES = {"Id": "id", "Label": "label", "Type": "type", "Description": "note", "Tags": "tags"}
_EDGE_PLACES = {
    "Id": "id",
    "From": "from",
    "To": "to",
    "Source": "source",
    "Target": "target",
    "Type": "direction",
    "Weight": "weight",
    "Label": "label",
    "Description": "evidence",
}


def write_csv(flat: Flat) -> Exported:
    """
    Write a graph as a table of nodes and a table of edges, for Gephi, Kumu and spreadsheets.

    The same graph gives the same bytes.

    Args:
        flat: From `flatten_network` or `flatten_two_mode`; it is gone through once.

    Returns:
        Two files, `-nodes` and `-edges`, and one of each table of `flat`, such as `-relations`.
        Every attribute of `flat`, the headings as above.
    """
    cleaner = make_cleaner()
    files = {}
    for table in list_csv(flat, cleaner):
        text = io.StringIO(newline="")
        table.write(text)
        files[table.suffix] = BOM_UTF8 + text.getvalue().encode()
    return Exported(files=files, warnings=cleaner.warnings)


def make_cleaner() -> Cleaner:
    """Make what turns values into text of these tables."""
    return Cleaner(str, form="table", separator="|")


class CsvTable(NamedTuple):
    """One table: what its name adds to that of the export, its columns, and its rows as text."""

    suffix: str
    columns: Iterable[str]
    rows: Iterator[Iterable[str]]

    def write(self, file: TextIO) -> None:
        """Write it into a file that leaves the ends of lines alone."""
        writer = csv.writer(file)  # commas, CRLF, quotes where needed
        writer.writerow(self.columns)
        writer.writerows(self.rows)


def list_csv(flat: Flat, cleaner: Cleaner) -> Iterator[CsvTable]:
    """List the tables of a graph, to be written in this order; each row when it is asked for."""
    yield _table(
        cleaner,
        "node",
        _columns(_NODE_PLACES, flat.node_attributes, without="kind"),
        ((node.id, _node_values(node)) for node in flat.nodes),
        name="nodes",
    )
    yield _table(
        cleaner,
        "edge",
        _columns(_EDGE_PLACES, flat.edge_attributes),
        (
            (edge.id, _edge_values(edge, "Directed" if flat.directed else "Undirected"))
            for edge in flat.edges
        ),
        name="edges",
    )
    for table in flat.tables:
        yield _table(
            cleaner,
            table.name,
            {attribute.name: attribute for attribute in table.attributes},
            ((str(values["id"]), values) for values in table.rows),
            name=table.name,
        )


def _columns(
    places: Mapping[str, str], attributes: Iterable[Attribute], *, without: str = ""
) -> _Columns:
    known = {attribute.name: attribute for attribute in attributes}
    placed = {
        heading: known.get(name, Attribute(name, "list", heading))
        for heading, name in places.items()
    }
    rest = {name: known[name] for name in known if name not in (*places.values(), without)}
    return {**placed, **rest}


def _node_values(node: Node) -> Values:
    return {**node.values, "id": node.id, "type": find_kind(node), "tags": list_tags(node)}


def _edge_values(edge: Edge, direction: str) -> Values:
    ends = {"from": edge.source, "to": edge.target, "source": edge.source, "target": edge.target}
    return {"id": edge.id, "direction": direction, **ends, **edge.values}


def _table(
    cleaner: Cleaner,
    place: str,
    columns: _Columns,
    rows: Iterable[tuple[str, Values]],
    *,
    name: str,
) -> CsvTable:
    cells = (
        [
            make_inert(cleaner.text(attribute, values[attribute.name], place, id))
            if attribute.name in values
            else ""
            for attribute in columns.values()
        ]
        for id, values in rows
    )
    return CsvTable(f"-{name}", columns, cells)


def make_inert(text: str) -> str:
    """
    Put an apostrophe before text that a spreadsheet could take for a formula.

    >>> make_inert("=HYPERLINK(1)"), make_inert("GGD")
    ("'=HYPERLINK(1)", 'GGD')
    """
    return f"'{text}" if _FORMULA.match(text) else text
