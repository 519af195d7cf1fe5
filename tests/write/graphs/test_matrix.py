"""The matrix of organisations and partnerships, every cell of it."""

import csv
import io

import pytest
from registries import kustland, make_registry

from graph.model.errors import ExportError
from graph.write.graphs import matrix
from graph.write.graphs.matrix import write_matrix, write_roles


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_matrix() -> None:
    """A 1 stands where an organisation takes part, a 0 where no document names it there."""
    assert rows(write_matrix(kustland()).content) == [
        ["organisation", "p", "q", "r", "t", "u"],
        ["a", "1", "1", "0", "0", "0"],
        ["b", "1", "1", "0", "0", "0"],
        ["c", "1", "0", "1", "0", "0"],
        ["d", "0", "0", "1", "0", "0"],
        ["e", "0", "0", "0", "1", "0"],
        ["f", "0", "0", "0", "0", "0"],
        ["g", "0", "0", "0", "0", "0"],
        ["h", "0", "0", "0", "0", "0"],
    ]


def test_roles() -> None:
    """In the table of roles the id of the role stands there, and nothing where there is none."""
    assert rows(write_roles(kustland()).content)[:5] == [
        ["organisation", "p", "q", "r", "t", "u"],
        ["a", "member", "member", "", "", ""],
        ["b", "convener", "member", "", "", ""],
        ["c", "funder", "", "lead", "", ""],
        ["d", "", "", "member", "", ""],
    ]


def test_empty() -> None:
    """Data without anything make a heading alone."""
    assert write_matrix(make_registry([], [])).content == b"\xef\xbb\xbforganisation\r\n"


def test_too_many_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    """A matrix that no program opens is one clear error, before anything is written."""
    monkeypatch.setattr(matrix, "MOST_CELLS", 39)

    with pytest.raises(ExportError, match="a matrix of 40 cells"):
        write_matrix(kustland())
