"""A register that DuckDB draws by a fixed rule: communities, hubs, partnerships of all sizes."""

from pathlib import Path
from typing import Any

LARGE = 5_000
"""How many members each of the largest partnerships has, where they are asked for."""

_A_PARTNERSHIP = 4.6  # members on average
_MEMBERS = """
WITH drawn AS (
    SELECT p, (hash(p * 7919 + 1) % 1000003 + 1) / 1000004.0 AS u,
        (hash(p * 7919 + 2) % 1000003) / 1000003.0 AS v FROM range({partnerships}) AS r(p)),
sized AS (
    SELECT p, CASE WHEN p < {large} THEN {members} WHEN u < 0.004 THEN 50 + floor(100 * v)
        ELSE 2 + floor(exp(0.7 + 0.9 * sqrt(-2 * ln(u)) * cos(6.283185307179586 * v)))
        END::BIGINT AS size FROM drawn),
placed AS (SELECT p, size, unnest(range(size)) AS j FROM sized)
SELECT DISTINCT 'p' || p AS partnership, 'o' || CASE
    WHEN size = {members} THEN hash(p * 104729 + j) % {organisations}
    WHEN hash(p * 31 + j) % 10 = 0
        THEN floor(pow((hash(p * 17 + j) % 1000003) / 1000003.0, 3) * {organisations})::BIGINT
    ELSE (hash(p) % {communities}) * 50 + hash(p * 13 + j) % (50 + size) END AS organisation
FROM placed
"""


def draw_members(connection: Any, memberships: int, path: Path, *, large: int = 0) -> None:
    """
    Write memberships as Parquet: `organisation` and `partnership`, each pair once.

    Half of the partnerships have three members or fewer, their sizes lognormal; one in 250 has 50
    to 150. Nine in ten members come from a community of 50, the others are hubs for the most part.

    Args:
        connection: To DuckDB.
        memberships: About how many.
        path: Where to write.
        large: How many partnerships of `LARGE` members there are besides.
    """
    partnerships = round(memberships / _A_PARTNERSHIP)
    query = _MEMBERS.format(
        partnerships=partnerships,
        organisations=partnerships,
        communities=max(partnerships // 50, 1),
        large=large,
        members=LARGE,
    )
    connection.execute(f"COPY ({query}) TO '{path}' (FORMAT parquet)")


def write_tables(connection: Any, members: Path, folder: Path) -> Path:
    """Write a data file with three tables as CSV, of the same memberships; give its path."""
    for name, query in (
        ("o", "SELECT DISTINCT organisation AS id, 'Organisatie ' || organisation AS naam"),
        ("p", "SELECT DISTINCT partnership AS id, 'Regeling ' || partnership AS naam"),
        ("m", "SELECT organisation AS wie, partnership AS wat"),
    ):
        chosen = f"{query} FROM '{members}' ORDER BY ALL"
        connection.execute(f"COPY ({chosen}) TO '{folder / name}.csv' (HEADER)")
    path = folder / "data.yaml"
    path.write_text(_DATA, encoding="utf-8")
    return path


_DATA = """\
schema: 2
title: Register
language: nl
sources:
  o: {kind: register, file: o.csv, original: {title: Partijen}}
  p: {kind: register, file: p.csv, original: {title: Regelingen}}
  m: {kind: register, file: m.csv, original: {title: Deelnames}}
tables:
  organisations: {source: o, columns: {id: id, name: naam}, usual: {type: gemeente}}
  partnerships: {source: p, columns: {id: id, name: naam}}
  memberships: {source: m, columns: {organisation: wie, partnership: wat}}
"""
