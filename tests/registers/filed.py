"""Data files with tables, for tests of registers."""

import csv
from pathlib import Path

from conftest import SHARED

THREE_TABLES = """
schema: 2
title: Register
language: nl
sources:
  d: {file: d.md, original: {file: d.txt, title: Verslag, sha256: "%s"}}
  o: {kind: register, file: o.csv, original: {title: Partijen}}
  p: {kind: register, file: p.csv, original: {title: Regelingen}}
  m: {kind: register, file: m.csv, original: {title: Deelnames}}
tables:
  organisations:
    source: o
    prefix: "o-"
    columns: {id: id, name: naam, type: soort, region: plaats}
    identifiers: {kvk: kvk}
  partnerships:
    source: p
    columns: {id: id, name: naam, theme: thema, region: plaats, start: begin, end: einde}
    attributes:
      bedrag: {column: bedrag, type: number}
  memberships:
    source: m
    columns: {organisation: wie, partnership: wat, role: rol, certainty: zeker}
organisations:
  met-de-hand: {name: Met de hand, type: ggd}
partnerships:
  geschreven:
    name: Geschreven
    kind: verband
    members_known: some
    members: [{org: met-de-hand, role: lead}]
    evidence: [{source: d, line: 1, quote: Met de hand werkt samen}]
""" % ("0" * 64)
DIGEST = "# Verslag\n\n[r. 1] Met de hand werkt samen in het geschreven verband.\n"
ONE_TABLE = """
schema: 2
title: Register
language: nl
sources:
  m: {kind: register, file: m.csv, original: {title: Deelnames}}
tables:
  organisations: {source: m, columns: {name: wie, region: plaats}}
  partnerships: {source: m, columns: {name: wat, theme: zeker, region: plaats}}
  memberships: {source: m, columns: {organisation: wie, partnership: wat, role: rol}}
organisations: {}
partnerships: {}
"""

TABLES = {
    "o.csv": {"id": "org", "naam": "naam", "soort": "soort", "plaats": "plaats", "kvk": "kvk"},
    "p.csv": {
        **{"id": "id", "naam": "naam", "thema": "thema", "plaats": "plaatsen"},
        **{"begin": "dag", "einde": "dag", "bedrag": "bedrag"},
    },
    "m.csv": {"wie": "org", "wat": "id", "rol": "rol", "zeker": "zeker"},
}
ROWS = {
    "o.csv": [
        [*TABLES["o.csv"]],
        *(["abcdefgh"[n], f"Partij {n}", "gemeente", "Kustland", ""] for n in range(8)),
    ],
    "p.csv": [
        [*TABLES["p.csv"]],
        *(
            [f"p{n}", f"Regeling {n}", "ouderenzorg", "Kustland", f"201{n}-01-01", "", ""]
            for n in range(5)
        ),
    ],
    "m.csv": [
        [*TABLES["m.csv"]],
        *(
            [
                "abcdefgh"[n % 8],
                f"p{n % 5}",
                "member" if n % 3 else "lead",
                "high" if n % 4 else "low",
            ]
            for n in range(22)
        ),
    ],
}


def write(folder: Path, text: str, drawn: dict[str, list[list[str]]]) -> Path:
    """Write a data file and its tables."""
    for name, rows in drawn.items():
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)
    (folder / "d.md").write_text(DIGEST, encoding="utf-8")
    path = folder / "data.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def write_arrangements(folder: Path) -> Path:
    """The joint arrangements of provinces of 2016 as a data file with one table."""
    (folder / "m.csv").write_bytes((SHARED / "data" / "opengr_provincies.csv").read_bytes())
    path = folder / "data.yaml"
    path.write_text(
        ONE_TABLE.replace("name: wie, region: plaats", "name: Deelnemer")
        .replace("name: wat, theme: zeker, region: plaats", "name: Gemeenschappelijke regeling")
        .replace("organisation: wie", "organisation: Deelnemer")
        .replace("partnership: wat, role: rol", "partnership: Gemeenschappelijke regeling"),
        encoding="utf-8",
    )
    return path
