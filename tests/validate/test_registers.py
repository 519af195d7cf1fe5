"""Registers: rows become data or are rejected, each with what is wrong with it."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.model.records import Evidence, Registry
from graph.network.incidence import Incidence
from graph.read.load import load_document
from graph.validate import check_document

HEAD = """schema: 2
title: Regelingen
language: nl
sources:
  orgs: {kind: register, file: orgs.csv, original: {title: Partijen}}
  tables: {kind: register, file: tables.csv, original: {title: Regelingen}}
  rows: {kind: register, file: rows.csv, original: {title: Deelnames}}
tables:
  organisations:
    source: orgs
    columns: {id: code, name: naam, type: soort, region: plaats}
    identifiers: {lei: lei}
    attributes: {inwoners: {column: inwoners, type: whole}}
  partnerships:
    source: tables
    columns: {id: id, name: naam, start: begin, end: einde}
    attributes: {bedrag: {column: bedrag, type: number, unit: EUR}}
  memberships:
    source: rows
    columns: {organisation: wie, partnership: wat, role: rol}
    values: {role: {lid: member}}
"""
ORGS = """code,naam,soort,plaats,lei,inwoners
1,Beek,gemeente,Oost,,10
2,Zee,Gemeente,West,5493001KJTIIGC8Y1R12,
3,Beek,overig,West,,
"""
TABLES = """id,naam,begin,einde,bedrag
p,Afval,2010-01-01T00:00:00,2012,12.5
q,Water,,,
"""
ROWS = """wie,wat,rol
1,p,lid
2,p,
3,p,lead
1,q,lid
"""

Check = Callable[..., tuple[Registry, list[str]]]


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    """Check the register of this page, with other text for some of its files."""
    monkeypatch.chdir(tmp_path)

    def checked(**files: str | bytes) -> tuple[Registry, list[str]]:
        for name, text in {
            "head": HEAD,
            "orgs": ORGS,
            "tables": TABLES,
            "rows": ROWS,
            **files,
        }.items():
            path = Path("e.yaml" if name == "head" else f"{name}.csv")
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        registry, problems = check_document(load_document("e.yaml"))
        return registry, [problem.describe("e.yaml") for problem in problems]

    return checked


def test_rows_become_records(check: Check) -> None:
    """Words, dates, numbers of registers, declared attributes and regions of a table are taken."""
    registry, said = check()

    assert said == []
    zee = registry.organisations["2"]
    assert (zee.name, zee.types, zee.region) == ("Zee", ("gemeente",), "west")
    assert (zee.ids, zee.attributes) == ({"lei": "5493001KJTIIGC8Y1R12"}, ())
    assert registry.organisations["1"].attributes == (("inwoners", 10),)
    assert registry.vocabulary.regions["west"].label("nl") == "West"
    afval = registry.partnerships["p"]
    assert afval.period is not None
    assert (afval.kind, afval.period.text) == ("verband", "2010-01-01/2012")
    assert (afval.members_known, afval.attributes) == ("some", (("bedrag", 12.5),))
    assert [(m.organisation, m.role) for m in afval.memberships] == [
        ("1", "member"),
        ("2", "member"),
        ("3", "lead"),
    ]


def test_the_evidence_is_the_row(check: Check) -> None:
    """A membership rests on its row, and is no summary of a document."""
    registry, _ = check()

    assert registry.partnerships["p"].memberships[2].evidence == (
        Evidence(source="rows", line=4, quote="wie: 3; wat: p; rol: lead"),
    )
    assert not registry.sources["rows"].is_summary


def test_a_number_in_another_form_rejects_its_row(check: Check) -> None:
    """What it should look like is told; the other rows stay."""
    head = HEAD.replace("{lei: lei}", "{kvk: lei}")

    _, said = check(head=head, orgs=ORGS.replace("5493001KJTIIGC8Y1R12", "12"))

    assert said[0] == "orgs.csv:3: warning: kvk '12' must be 8 digits"


def test_equal_names_are_told_apart(check: Check) -> None:
    """Two of one name have id and place behind it, and are both found by the name alone."""
    registry, _ = check()

    assert [one.name for one in registry.organisations.values()] == [
        "Beek (1, Oost)",
        "Zee",
        "Beek (3, West)",
    ]
    assert registry.organisations["3"].names == ("3", "Beek (3, West)", "Beek")


def test_rejected_rows(check: Check) -> None:
    """Every row that breaks a rule is said, and rows read are rows used and rows rejected."""
    registry, said = check(
        orgs=ORGS + "a b,X,overig,,,\n2,Y,overig,,,\n,Z,overig,,,\n4,,overig,,,\n5,V,gemeentje,,,\n"
        "6,W,overig,,5493001KJTIIGC8Y1R13,\n7,U,overig,,,veel\n8,T\np.1,S,overig,,,\n",
        tables=TABLES + "r,Lucht,2012-13,,\ns,Grond,2012,2010,\n1,Wind,,,\nt,Vuur,,,1e999\n",
        rows=ROWS + "1,p,lid\n9,p,lid\n1,z,lid\n2,q,baas\n2,q,contractor\n",
    )

    assert said == [
        "orgs.csv:5: warning: id 'a b' in 'code' holds a blank",
        "orgs.csv:6: warning: id '2' is on row 3 already",
        "orgs.csv:7: warning: nothing in 'code'",
        "orgs.csv:8: warning: nothing in 'naam'",
        "orgs.csv:9: warning: no type 'gemeentje' in 'soort', did you mean 'gemeente'?",
        "orgs.csv:10: warning: lei '5493001KJTIIGC8Y1R13': its check digits are wrong",
        "orgs.csv:11: warning: 'veel' in 'inwoners' is no whole number",
        "orgs.csv:12: warning: cells: 2, columns: 6",
        "orgs.csv:13: warning: id 'p.1' in 'code' may hold letters, digits, '_', ':' and '-' only",
        "rows.csv:6: warning: '1' in 'p' is on row 2 already",
        "rows.csv:7: warning: no organisation '9'",
        "rows.csv:8: warning: no partnership 'z'",
        "rows.csv:9: warning: no role 'baas' in 'rol', say under 'values' what it means",
        "rows.csv:10: warning: role 'contractor' is for groups, a named member needs another role",
        "tables.csv:4: warning: '2012-13' is not a date, write it like 2016, 2016-05 or 2016-05-12",
        "tables.csv:5: warning: '2012/2010' ends before it starts",
        "tables.csv:6: warning: id '1' is an organisation too, give one of the tables a 'prefix'",
        "tables.csv:7: warning: '1e999' in 'bedrag' is no number, write it like 1234.5",
    ]
    assert [(tally.read, tally.used, len(tally.rejected)) for tally in registry.tallies] == [
        (12, 3, 9),
        (6, 2, 4),
        (9, 4, 5),
    ]
    assert set(registry.organisations) == {"1", "2", "3"}


def test_a_hundred_are_said_and_all_are_counted(check: Check) -> None:
    """Of very many rejected rows the first hundred are said."""
    registry, said = check(rows=ROWS + "9,p,lid\n" * 250)

    assert len(said) == 100
    assert said[0] == "rows.csv:6: warning: no organisation '9'"
    assert said[-1] == "rows.csv:105: warning: no organisation '9'"
    assert len(registry.tallies[2].rejected) == 250


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "name: naam, type",
            "name: nam, type",
            "e.yaml:11: tables.organisations.columns.name: no column 'nam' in 'orgs.csv', "
            "did you mean 'naam'?",
        ),
        (
            "organisation: wie",
            "organisation: party",
            "e.yaml:20: tables.memberships.columns.organisation: no column 'party' in 'rows.csv', "
            "the columns are 'wie', 'wat', 'rol'",
        ),
        (
            "file: rows.csv",
            "file: row.csv",
            "e.yaml:7: sources.rows.file: 'row.csv': no such file, did you mean 'rows.csv'?",
        ),
        (
            "file: rows.csv",
            "file: e.yaml",
            "e.yaml:7: sources.rows.file: 'e.yaml': no table, it must be .csv, .tsv, .parquet or "
            "a folder of .parquet",
        ),
        (
            "{title: Deelnames}",
            f"{{title: Deelnames, sha256: {'0' * 64}}}",
            "e.yaml:7: sources.rows.original.sha256: 'rows.csv' has another hash, "
            f"{hashlib.sha256(ROWS.encode()).hexdigest()}: is it that version?",
        ),
        (
            "wat, role: rol}",
            "wat, rol: rol}",
            "e.yaml:20: tables.memberships.columns.rol: unknown field 'rol', did you mean 'role'?",
        ),
    ],
)
def test_a_table_that_cannot_be_used(check: Check, old: str, new: str, message: str) -> None:
    """A column, a file or a version that is not there is one problem, where the file names it."""
    assert HEAD.count(old) == 1

    _, said = check(head=HEAD.replace(old, new))

    assert said == [message]


def test_a_hash_that_is_right(check: Check) -> None:
    """The hash of the table itself is no problem."""
    right = hashlib.sha256(ROWS.encode()).hexdigest()

    _, said = check(head=HEAD.replace("{title: Deelnames}", f"{{title: D, sha256: {right}}}"))

    assert said == []


def test_beside_what_is_written_by_hand(check: Check) -> None:
    """Entries of the file and rows refer to each other; no digest has to name a row."""
    head = (
        HEAD
        + """organisations:
  kade: {name: Kade, type: overig}
partnerships:
  plan:
    name: Plan
    kind: plan
    members_known: some
    members: [kade, "2"]
    evidence: [{source: doc, line: 1, quote: Kade en Zee maken een plan}]
"""
    )
    head = head.replace("sources:\n", """sources:
  doc: {file: doc.md, original: {file: doc.md, sha256: "%s", title: Plan}}
""" % ("0" * 64))  # fmt: skip
    Path("doc.md").write_text("Kade en Zee maken een plan\n", encoding="utf-8")

    registry, said = check(head=head, rows=ROWS + "kade,q,lid\n3,plan,lid\n2,plan,lid\n")

    assert said == ["rows.csv:8: warning: '2' in 'plan' stands in the data file already"]
    assert Incidence(registry).partners_of("kade") == {"1": ["q"], "2": ["plan"], "3": ["plan"]}


def test_what_is_written_by_hand_is_held_to_the_rules(check: Check) -> None:
    """A quote from a register, a member that no table has, and one whose row is rejected."""
    head = (
        HEAD
        + """organisations: {}
partnerships:
  plan:
    name: Plan
    kind: plan
    members_known: some
    members: ["2", "9", "8"]
    evidence: [{source: rows, line: 1, quote: "wie: 1"}]
"""
    )

    _, said = check(head=head, orgs=ORGS + "8,,overig,,,\n")

    assert said == [
        "e.yaml:28: partnerships.plan.members[1]: no organisation '9', use one of 1, 2, 3, 8",
        "e.yaml:28: partnerships.plan.members[2]: the row of '8' is rejected, see the rows below",
        "e.yaml:29: partnerships.plan.evidence[0].source: 'rows' is a register, a quote comes from "
        "a document",
        "orgs.csv:5: warning: nothing in 'naam'",
    ]


NAMES = st.sampled_from(["Beek", "beek", "Zee", "Súdwest", "Sudwest", "", "-", "\0x"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(NAMES, NAMES), max_size=12))
def test_no_row_is_lost(tmp_path: Path, pairs: list[tuple[str, str]]) -> None:
    """Whatever a file of memberships holds, each of its rows is used or rejected, in each table."""
    (tmp_path / "rows.csv").write_text(
        "wie,wat\n" + "".join(f'"{one}","{other}"\n' for one, other in pairs), encoding="utf-8"
    )
    (tmp_path / "e.yaml").write_text(
        """schema: 2
title: R
language: nl
sources: {r: {kind: register, file: rows.csv, original: {title: R}}}
tables:
  organisations: {source: r, columns: {name: wie}}
  partnerships: {source: r, columns: {name: wat}, prefix: p-}
  memberships: {source: r, columns: {organisation: wie, partnership: wat}}
""",
        encoding="utf-8",
    )

    registry, problems = check_document(load_document(tmp_path / "e.yaml"))

    assert [problem for problem in problems if problem.severity == "error"] == []
    assert [tally.read for tally in registry.tallies] == [len(pairs)] * 3
    good = {"Beek": "b", "beek": "b", "Zee": "z", "Súdwest": "s", "Sudwest": "s"}
    wanted = {(good[one], good[other]) for one, other in pairs if one in good and other in good}
    assert Incidence(registry).memberships == len(wanted) == registry.tallies[2].used
