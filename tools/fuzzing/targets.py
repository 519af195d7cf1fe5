"""The readers, each as a function of the bytes of one file beside a small data file."""

import shutil
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from graph.desk.desk import open_desk
from graph.desk.gate import read_offer
from graph.desk.judgements import read_judgements
from graph.desk.proposals import read_proposals
from graph.intake.plan import Usual
from graph.intake.take import take_tables
from graph.model.errors import GraphError
from graph.model.message import Message
from graph.page.layout.earlier import read_places
from graph.page.shapes import draw_shapes
from graph.query.match import match_table
from graph.read.boundaries.read import read_boundaries
from graph.read.load import load_document
from graph.read.tables.files import open_tables
from graph.read.text import decode_text
from graph.validate import check_document, validate_document

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests" / "data" / "fuzz"
"""A folder of inputs for each reader; what once failed is among them."""

_BESIDE = ROOT / "docs" / "example"  # a data file with every field in it
_SMALL = ROOT / "tests" / "data" / "kustland"  # one that a section is put behind
_MORE = {
    "data": ("docs/example/entities.yaml", "tests/data/broken/*.yaml"),
    "digest": ("docs/example/seeds/*.md", "tests/data/broken/*/*.md"),
    "register": ("docs/example/registers/*.csv",),
}
"""What stands elsewhere in the repository, and serves as inputs too."""


class Target(NamedTuple):
    """
    A reader: `read` takes one input, and says in a word what came of it.

    A GraphError is an outcome like another; nothing else may come out of it.
    """

    name: str
    read: Callable[[bytes], str]


def list_targets(folder: Path) -> list[Target]:
    """
    List the readers.

    Args:
        folder: An empty folder, for what can be read from a file alone.
    """
    shutil.copytree(_BESIDE, folder, dirs_exist_ok=True)
    document = load_document(folder / "entities.yaml")
    registry = validate_document(document)
    desk = open_desk(folder / "entities.yaml")

    def check_data(data: bytes) -> str:
        _, problems = check_document(load_document(folder / "entities.yaml", content=data))
        return " ".join(sorted({problem.said.key for problem in problems}))

    small = (_SMALL / "entities.yaml").read_bytes()

    def check_behind(data: bytes) -> str:
        content = small + b"\n" + data
        _, problems = check_document(load_document(_SMALL / "entities.yaml", content=content))
        return " ".join(sorted({problem.said.key for problem in problems}))

    def check_beside(file: str, data: bytes) -> str:
        (folder / file).write_bytes(data)
        _, problems = check_document(load_document(folder / "entities.yaml"))
        return " ".join(sorted({problem.said.key for problem in problems}))

    def place(name: str, data: bytes) -> object:
        (folder / name).write_bytes(data)
        return read_places(folder / name)

    def draw(data: bytes) -> str:
        (folder / "boundaries.json").write_bytes(data)
        drawing = draw_shapes(read_boundaries(folder / "boundaries.json"))
        return f"regions {len(drawing.shapes)}"

    def take(name: str, data: bytes) -> str:
        opened = open_tables(data, name)
        tables = {f"t{number}": table for number, table in enumerate(opened.tables)}
        taken = take_tables(tables, {}, Usual(), registry)
        return " ".join(sorted({one.said.key for one in taken.told}))

    readers: Mapping[str, Callable[[bytes], object]] = {
        "data": check_data,
        "story": check_behind,
        "digest": partial(check_beside, "seeds/wondpoli-zandmeer.md"),
        "register": partial(check_beside, "registers/deelnemers.csv"),
        "boundaries": draw,
        "page": partial(place, "network.html"),
        "places": partial(place, "places.graphml"),
        "match": lambda data: match_table(registry, decode_text(data, "names.csv")),
        "csv": partial(take, "table.csv"),
        "graphml": partial(take, "table.graphml"),
        "gexf": partial(take, "table.gexf"),
        "kumu": partial(take, "table.json"),
        "xlsx": partial(take, "table.xlsx"),
        "proposals": lambda data: read_proposals(data, "proposals.yaml", document),
        "judgements": lambda data: read_judgements(data, "judgements.yaml", document),
        "offer": lambda data: read_offer(data, "offer.json", desk),
    }
    return [Target(name, partial(_read, reader)) for name, reader in readers.items()]


def list_inputs(name: str) -> list[bytes]:
    """List the inputs of a reader to start from."""
    files = sorted((CORPUS / name).glob("*"))
    for pattern in _MORE.get(name, ()):
        files += sorted(ROOT.glob(pattern))
    return [file.read_bytes() for file in files]


def _read(reader: Callable[[bytes], object], data: bytes) -> str:
    try:
        return _name(reader(data))
    except GraphError as error:
        str(error)  # its gaps are filled as well
        why = dict(error.message.values).get("why")
        return f"{error.message.key} {why.key if isinstance(why, Message) else ''}"


def _name(found: object) -> str:
    """Name an outcome by the rules that were broken, or by what was found."""
    if isinstance(found, tuple | list | dict) and not hasattr(found, "_fields"):
        return f"{type(found).__name__} {len(found)}"
    return str(found) if isinstance(found, str) else type(found).__name__
