"""A table of nodes and one of edges -> who takes part in what."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from graph.intake.columns import SCHEMES
from graph.intake.headings import FROM, HOME, ID, NAME, PERIOD, REGION, THEME, TO
from graph.intake.plan import ORGANISATION, PARTNERSHIP, Cited, Plan, Usual
from graph.intake.told import Told
from graph.model.message import Message
from graph.model.slug import make_id
from graph.model.vocabulary import KINDS, ROLES
from graph.read.document import say_text
from graph.read.tables.table import RegisterTable, Row

_PARTNERSHIPS = frozenset(
    [
        "partnership",
        "samenwerking",
        "samenwerkingsverband",
        "verband",
        "project",
        "programma",
        "programme",
        "netwerk",
        "network",
        "overleg",
        "event",
        "initiatief",
        "initiative",
    ]
)
_KINDS = frozenset(
    make_id(word) for one in KINDS.values() for word in (one.id, *one.labels.values())
)
_ROLES = {word.casefold(): id for id, one in ROLES.items() for word in (id, *one.labels.values())}
_BETWEEN = re.compile("[|;]")  # the items of a list

ORGANISATIONS = ("id", "name", "type", "home", *sorted(SCHEMES))
PARTNERSHIPS = ("id", "name", "kind", "theme", "region", "period")
MEMBERSHIPS = ("organisation", "partnership", "role", "certainty")


class Links(NamedTuple):
    """
    The tables of a graph: `edges` has the ends, `nodes` says what they are, if it is there.

    `sources` are the ids of both as sources.
    """

    edges: RegisterTable
    nodes: RegisterTable | None
    sources: tuple[str, str]


class _Node(NamedTuple):
    id: str
    name: str
    is_partnership: bool
    row: Row | None


def find_links(tables: Mapping[str, RegisterTable]) -> Links | None:
    """Find out whether tables are of a graph: one of them has two ends."""
    edges = [id for id, table in tables.items() if _has_ends(table)]
    if len(edges) != 1 or len(tables) > 2:
        return None
    nodes = next((id for id in tables if id not in edges), "")
    return Links(tables[edges[0]], tables.get(nodes), (edges[0], nodes))


def plan_links(links: Links, kinds: Sequence[str], usual: Usual) -> tuple[Plan, tuple[Told, ...]]:
    """
    Plan the reading of a graph.

    An edge between an organisation and a partnership is a membership. One between two
    organisations is one in each of the partnerships that it names, else a partnership of the two.

    Args:
        links: The graph.
        kinds: What its nodes that are partnerships are called, beside the words that are known.
        usual: What holds where it says nothing.

    Returns:
        The plan, and what is told of nodes and edges.
    """
    reader = _Reader(links, {make_id(word) for word in kinds})
    reader.read_nodes()
    reader.read_edges()
    edges = links.sources[0]
    name = links.edges.name

    def table(header: tuple[str, ...], rows: list[Row]) -> RegisterTable:
        return RegisterTable(name, header, rows, "", {})

    spec = {
        "organisations": {
            "source": edges,
            "columns": {"id": "id", "name": "name", "type": "type", "region": "home"},
            "identifiers": {scheme: scheme for scheme in sorted(SCHEMES)},
            "usual": {"type": usual.type},
            "prefix": ORGANISATION,
        },
        "partnerships": {
            "source": edges,
            "columns": {column: column for column in PARTNERSHIPS},
            "usual": {"kind": usual.kind, "members_known": usual.members_known},
            "prefix": PARTNERSHIP,
        },
        "memberships": {"source": edges, "columns": {column: column for column in MEMBERSHIPS}},
    }
    tables = {
        "organisations": table(ORGANISATIONS, reader.organisations),
        "partnerships": table(PARTNERSHIPS, reader.partnerships),
        "memberships": table(MEMBERSHIPS, reader.memberships),
    }
    return Plan(tables, spec, reader.cited), tuple(reader.told)


class _Reader:
    def __init__(self, links: Links, kinds: set[str]) -> None:
        self.links, self.kinds = links, kinds | _PARTNERSHIPS | _KINDS
        self.organisations: list[Row] = []
        self.partnerships: list[Row] = []
        self.memberships: list[Row] = []
        self.told: list[Told] = []
        self.cited: dict[str, Cited] = {}
        self.by_id: dict[str, _Node] = {}
        self.by_name: dict[str, _Node] = {}
        self.written: set[tuple[str, str]] = set()

    def read_nodes(self) -> None:
        table = self.links.nodes
        if table is None:
            return
        source = self.links.sources[1]
        get = _Getter(table)
        for row in table.rows:
            if row.fault:
                self.organisations.append(row)
                continue
            id, name = make_key(get(row, *ID)), get(row, *NAME)
            word = get(row, "kind") or get(row, "type")
            mode = get(row, "bipartite")
            is_partnership = mode == "1" if mode else make_id(word) in self.kinds
            if not id or id in self.by_id:
                twice = Message("import.node_twice", name=say_text(name))
                self.leave_out(row, twice if id else Message("import.node_nameless"))
                continue
            node = _Node(id, name, is_partnership, row)
            self.by_id[id] = node
            self.by_name.setdefault(make_key(name), node)
            new = row._replace(source=source)
            if is_partnership:
                cells = (
                    id,
                    name,
                    word,
                    *(_list(get(row, *one)) for one in (THEME, REGION, PERIOD)),
                )
                self.partnerships.append(new._replace(cells=cells))
            else:
                self.cited[ORGANISATION + id] = Cited(source, row.line, get(row, *ID))
                numbers = dict(
                    part.split(":", 1) for part in _split(get(row, "identifiers")) if ":" in part
                )
                schemes = [get(row, one) or numbers.get(one, "") for one in ORGANISATIONS[4:]]
                home = get(row, *HOME)
                cells = (id, name, get(row, "type"), home, *schemes)
                self.organisations.append(new._replace(cells=cells))

    def read_edges(self) -> None:
        get = _Getter(self.links.edges)
        pairs = 0
        for row in self.links.edges.rows:
            if row.fault:
                self.memberships.append(row)
                continue
            ends = [self.find_end(row, get(row, *end)) for end in (FROM, TO)]
            if None in ends or ends[0] == ends[1]:
                self.leave_out(row, self.explain(get(row, *FROM), get(row, *TO), ends))
                continue
            left, right = (end for end in ends if end)
            if left.is_partnership and right.is_partnership:
                self.leave_out(row, Message("import.edge_partnerships"))
            elif left.is_partnership or right.is_partnership:
                partnership, organisation = (left, right) if left.is_partnership else (right, left)
                role = get(row, "role", "rol") or _find_role(get(row, "type", "label"))
                cells = (organisation.id, partnership.id, role, get(row, "certainty", "zekerheid"))
                self.memberships.append(row._replace(cells=cells))
            else:
                pairs += not get(row, "partnerships")
                for id, name in _name_shared(get, row, left, right):
                    self.add_shared(row, id, name, left, right)
        if pairs:
            said = Message("import.pairs", n=pairs)
            self.told.append(Told(self.links.edges.name, 0, "noted", said))

    def find_end(self, row: Row, text: str) -> _Node | None:
        key = make_key(text)
        if key not in self.by_id and self.links.nodes is None and key:
            self.by_id[key] = _Node(key, text, False, None)
            cells = (key, text, *[""] * (len(ORGANISATIONS) - 2))
            self.organisations.append(row._replace(cells=cells))
        return self.by_id.get(key) or self.by_name.get(key)

    def explain(self, left: str, right: str, ends: Sequence[_Node | None]) -> Message:
        unknown = [text for text, end in zip((left, right), ends, strict=True) if end is None]
        if unknown:
            return Message("import.no_end", name=say_text(unknown[0]))
        return Message("import.edge_loop", name=say_text(left))

    def leave_out(self, row: Row, said: Message) -> None:
        self.told.append(Told(row.file, row.line, "left_out", said))

    def add_shared(self, row: Row, id: str, name: str, left: _Node, right: _Node) -> None:
        if id not in self.by_id:
            self.by_id[id] = _Node(id, name, True, row)
            cells = (id, name, *[""] * (len(PARTNERSHIPS) - 2))
            self.partnerships.append(row._replace(cells=cells))
        for end in (left, right):
            if (end.id, id) not in self.written:
                self.written.add((end.id, id))
                self.memberships.append(row._replace(cells=(end.id, id, "", "")))


class _Getter:
    """Gives the first filled cell of some columns, which are named as ids."""

    def __init__(self, table: RegisterTable) -> None:
        self.places = {
            make_id(heading): place for place, heading in reversed(list(enumerate(table.header)))
        }

    def __call__(self, row: Row, *headings: str) -> str:
        cells = (row.cells[self.places[one]] for one in headings if one in self.places)
        return next(filter(None, cells), "")


def _name_shared(get: _Getter, row: Row, left: _Node, right: _Node) -> Iterator[tuple[str, str]]:
    """Name what an edge between two organisations stands for, with an id for each."""
    listed = [one for one in _split(get(row, "partnerships")) if one]
    names = get(row, "label").split("; ")
    if listed:
        yield from zip(listed, names if len(names) == len(listed) else listed, strict=True)
        return
    label = get(row, "label", "type")
    name = f"{left.name} – {right.name}{': ' if label else ''}{label}"
    yield make_id(name), name


def _find_role(text: str) -> str:
    return _ROLES.get(text.casefold(), "")


def make_key(text: str) -> str:
    """Make an id of a node into one that can be referred to, whatever stands in it."""
    return text if make_id(text) == text else make_id(text)


def _list(text: str) -> str:
    return ";".join(_split(text))


def _split(text: str) -> list[str]:
    return [part.strip() for part in _BETWEEN.split(text)]


def _has_ends(table: RegisterTable) -> bool:
    ids = {make_id(heading) for heading in table.header}
    return bool(ids.intersection(FROM) and ids.intersection(TO))
