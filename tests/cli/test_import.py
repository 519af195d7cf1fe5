"""`import`: what a table holds is shown first; a data file of it passes the check, row by row."""

import csv
import io
import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import Result

from graph.model.records import Evidence, Registry
from graph.reading import read_registry

Run = Callable[..., Result]

TABLE = """Deelnemer,Regeling,Provincie,KvK,Rol,Begin,Opmerking
Gemeente Zandmeer,Reiniging Kust,Kustland,01234567,trekker,2012-01-01,a
Duindorp,Reiniging Kust,Kustland,,,01-02-2012,b
duindorp,Muskusrattenbestrijding,Kustland,,,,c
Waterschap Kust,Muskusrattenbestrijding,Binnenland,123,,,d
Duindorp,Muskusrattenbestrijding,Kustland,,,,e
,Reiniging Kust,Kustland,,,,f
Duindorp
"""


@pytest.fixture
def folder(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with the table of this page."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "deelnames.csv").write_text(TABLE, encoding="utf-8")
    return tmp_path


def read_json(result: Result) -> dict[str, object]:
    """Read the answer as programs do."""
    assert result.exit_code == 0, result.output
    answer: dict[str, object] = json.loads(result.stdout)
    return answer


def list_told(result: Result, what: str) -> list[tuple[int, str]]:
    """List what is told of rows, of one sort."""
    rows = csv.DictReader(io.StringIO(result.stdout))
    return [(int(row["row"]), row["message"]) for row in rows if row["what"] == what]


def list_members(registry: Registry) -> set[tuple[str, str, str]]:
    """List who takes part in what, in which role."""
    return {
        (one.id, member.organisation, member.role)
        for one in registry.partnerships.values()
        for member in one.memberships
    }


def test_nothing_is_written_at_first(run: Run, folder: Path) -> None:
    """Columns with how they were found, counts, and what is left out by row."""
    result = run("import", "deelnames.csv")

    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert lines[0] == "deelnames.csv: 7 rows, read with a comma between cells, in UTF-8"
    assert [line.split("  ")[0] for line in lines[3:9]] == [
        "organisation",
        "partnership",
        "region of the partnership",
        "start",
        "role",
        "KvK number",
    ]
    assert lines[9] == "not used: Opmerking"
    assert lines[11] == "comes in: 3 organisations, 2 partnerships, 4 memberships"
    assert lines[-1] == "Nothing was written; --write FILE makes a data file."
    assert [path.name for path in folder.iterdir()] == ["deelnames.csv"]


def test_each_row_is_told(run: Run, folder: Path) -> None:
    """Why it is left out, what was mended in it, and what to mind."""
    result = run("import", "deelnames.csv", "--format", "csv")

    assert list_told(result, "left_out") == [
        (6, "'duindorp' in 'muskusrattenbestrijding' is on row 4 already"),
        (7, "nothing in 'Deelnemer'"),
        (8, "cells: 1, columns: 7"),
    ]
    assert list_told(result, "mended") == [
        (3, "'01-02-2012' was read as '2012-02-01'"),
        (5, "the cell in 'KvK' does not count: kvk '123' must be 8 digits"),
    ]
    assert list_told(result, "noted") == [(4, "'duindorp' is another way of writing 'Duindorp'")]


def test_a_data_file_rests_on_the_rows(run: Run, folder: Path) -> None:
    """It passes the check and answers; a table in its folder is cited as it stands."""
    result = run("import", "deelnames.csv", "--write", "kust.yaml", "--title", "Kust")

    assert result.output.splitlines()[-1] == "wrote: kust.yaml"
    assert sorted(path.name for path in folder.iterdir()) == ["deelnames.csv", "kust.yaml"]
    assert run("check", "--strict", "--data", "kust.yaml").exit_code == 0
    registry = read_registry("kust.yaml")
    assert list_members(registry) == {
        ("reiniging-kust", "gemeente-zandmeer", "lead"),
        ("reiniging-kust", "duindorp", "member"),
        ("muskusrattenbestrijding", "duindorp", "member"),
        ("muskusrattenbestrijding", "waterschap-kust", "member"),
    }
    kust = registry.partnerships["reiniging-kust"]
    assert (kust.regions, kust.period and kust.period.text) == (("kustland",), "2012-01-01/..")
    assert registry.partnerships["muskusrattenbestrijding"].regions == ("binnenland", "kustland")
    assert registry.organisations["gemeente-zandmeer"].ids == {"kvk": "01234567"}
    assert kust.memberships[0].evidence == (
        Evidence(
            source="deelnames",
            line=3,
            quote="Deelnemer: Duindorp; Regeling: Reiniging Kust; Provincie: Kustland; "
            "Begin: 01-02-2012; Opmerking: b",
        ),
    )
    source = registry.sources["deelnames"]
    assert (source.title, source.file) == ("Kust", "deelnames.csv")
    assert source.sha256 == sha256(TABLE.encode()).hexdigest()
    said = run("neighbours", "waterschap kust", "--data", "kust.yaml").output
    assert said.startswith("Waterschap Kust: 1 named partner in this one register")


def test_what_cannot_be_cited_as_it_stands_is_copied(run: Run, folder: Path) -> None:
    """With semicolons, another encoding or mended letters: row for row on the same lines."""
    text = 'Gemeente;GGD\'s;Inwoners\nSÃºdwest;"GGD\nNoord";10\n\nÉÉN;GGD Noord;20\n'
    data = text.encode("cp1252")
    Path("ggd.csv").write_bytes(data)

    result = run("import", "ggd.csv", "--encoding", "cp1252", "--write", "uit/ggd.yaml")

    assert result.exit_code == 0, result.output
    assert "partnership   GGD's     the only column of words that is left" in result.output
    assert "ggd.csv:2: 'SÃºdwest' was read as 'Súdwest'" in result.output
    copied = Path("uit/registers/ggd.csv").read_text(encoding="utf-8")
    assert copied == "Gemeente,GGD's,Inwoners\nSúdwest,GGD Noord,10\n\n\nÉÉN,GGD Noord,20\n"
    registry = read_registry("uit/ggd.yaml")
    assert registry.sources["ggd"].original_file == "ggd.csv"
    assert registry.sources["ggd"].sha256 == sha256(data).hexdigest()
    (partnership,) = registry.partnerships.values()
    assert [(m.organisation, m.evidence[0].line) for m in partnership.memberships] == [
        ("een", 5),
        ("sudwest", 2),
    ]
    assert run("check", "--strict", "--data", "uit/ggd.yaml").exit_code == 0


def test_known_organisations_keep_their_id(run: Run, folder: Path) -> None:
    """By the very same name or alias; what looks like one is told, and is not merged."""
    Path("bekend.yaml").write_text(
        """schema: 2
title: Bekend
language: nl
sources: {}
organisations:
  gz: {name: Gemeente Zandmeer, type: gemeente, ids: {cbs: GM9999}}
  ddp: {name: Gemeente Duindorp, type: gemeente, aliases: [Duindorp]}
  wsk: {name: Het Waterschap Kust, type: overig}
partnerships: {}
""",
        encoding="utf-8",
    )

    answer = read_json(
        run("import", "deelnames.csv", "--data", "bekend.yaml", "--write", "kust.yaml",
            "--format", "json")
    )  # fmt: skip

    assert answer["known"] == ["ddp", "gz"]
    assert [(one["name"], one["id"]) for one in answer["near"]] == [("Waterschap Kust", "wsk")]  # type: ignore[attr-defined]
    assert (
        "  waterschap-kust: # lijkt op Het Waterschap Kust (wsk): is het dezelfde, geef die dan "
        in (Path("kust.yaml").read_text(encoding="utf-8"))
    )
    registry = read_registry("kust.yaml")
    assert sorted(registry.organisations) == ["ddp", "gz", "waterschap-kust"]
    assert registry.organisations["gz"].ids == {"cbs": "GM9999", "kvk": "01234567"}
    assert registry.organisations["ddp"].name == "Gemeente Duindorp"
    assert run("check", "--strict", "--data", "kust.yaml").exit_code == 0


def test_a_place_and_its_partnership_may_share_a_name(run: Run, folder: Path) -> None:
    """Both come in, under ids of their own; new words become words of the file."""
    Path("a.tsv").write_text(
        "Organisatie\tSamenwerking\tVorm\tSoort\n"
        "Groningen\tGroningen\tConvenant\tWaterschap\n"
        "Leek\tGroningen\tConvenant\tGemeente\n",
        encoding="utf-8",
    )

    result = run("import", "a.tsv", "--write", "a.yaml")

    assert "new words: Waterschap, Convenant" in result.output
    registry = read_registry("a.yaml")
    assert list_members(registry) == {
        ("groningen-2", "groningen", "member"),
        ("groningen-2", "leek", "member"),
    }
    assert registry.partnerships["groningen-2"].kind == "convenant"
    assert registry.organisations["groningen"].types == ("waterschap",)
    assert registry.organisations["leek"].types == ("gemeente",)
    assert run("check", "--strict", "--data", "a.yaml").exit_code == 0


@pytest.mark.parametrize(
    ("data", "arguments", "said"),
    [
        (b"", (), "x.csv: empty, the first row must name the columns"),
        (b"Deelnemer,Regeling\n", (), "x.csv: there is no row below the names of the columns"),
        (b"a,b,c\n1,2,3\n", (), "x.csv: which column is the organisation and partnership? Name it "
         "with --column organisation=… --column partnership=…; the columns are 'a', 'b', 'c'"),
        (b"Deelnemer,Regelng\nx,y\n", ("--column", "partnership=Regeling"),
         "no column 'Regeling' in 'x.csv', did you mean 'Regelng'?"),
        (b'Deelnemer,Regeling\nx,"y\n', (), "x.csv:2: not a table: a quote that opens in this row "
         "is never closed"),
        (b"Deelnemer,Deelnemer\nx,y\n", (), "x.csv:1: two columns are called 'Deelnemer', rename "
         "one"),
        (b"PK\x03\x04rest", (), "x.csv: not text, the name of the file says other than what it is"),
        (b"Deelnemer,Regeling\n\xff,y\n", ("--encoding", "utf-16"),
         "x.csv: cannot be read as utf-16, name another with --encoding"),
    ],
    ids=["empty", "no rows", "unknown", "misspelt", "open", "twice", "zip", "encoding"],
)  # fmt: skip
def test_what_is_no_table_is_refused(
    run: Run, folder: Path, data: bytes, arguments: tuple[str, ...], said: str
) -> None:
    """In one sentence, with what to do; nothing is written."""
    Path("x.csv").write_bytes(data)

    result = run("import", "x.csv", *arguments, "--write", "x.yaml")

    assert (result.exit_code, result.stderr) == (1, f"Error: {said}\n")
    assert not Path("x.yaml").exists()


def test_bad_rows_do_not_stop_the_others(run: Run, folder: Path) -> None:
    """NUL, letters of another encoding, too many cells."""
    Path("x.csv").write_bytes(b"Deelnemer,Regeling\nA,P\nB\0,P\n\xe9,P\nC,P,Q\nD,P\n")

    result = run("import", "x.csv", "--format", "csv")

    assert list_told(result, "left_out") == [
        (3, "holds a NUL byte, take it out"),
        (4, "not UTF-8, save the file as UTF-8"),
        (5, "cells: 3, columns: 2"),
    ]


def test_a_table_that_is_too_long_stays_a_register(run: Run, folder: Path) -> None:
    """It is told how else it can be used."""
    Path("x.csv").write_text("Deelnemer,Regeling\n" + "a,b\n" * 50_001, encoding="utf-8")

    result = run("import", "x.csv")

    assert result.exit_code == 1
    assert "x.csv: 50001 rows" in result.stderr
    assert "name the table under 'tables' in a data file" in result.stderr


def test_nothing_is_written_over(run: Run, folder: Path) -> None:
    """Neither a data file that is there, nor a copy; and --dry-run writes nothing at all."""
    Path("kust.yaml").write_text("mine", encoding="utf-8")
    Path("registers").mkdir()
    Path("registers/puntkomma.csv").write_text("mine", encoding="utf-8")
    Path("puntkomma.csv").write_text(TABLE.replace(",", ";"), encoding="utf-8")

    assert run("import", "deelnames.csv", "--write", "kust.yaml").exit_code == 1
    assert run("import", "puntkomma.csv", "--write", "other.yaml").exit_code == 1
    result = run("import", "deelnames.csv", "--write", "dry.yaml", "--dry-run")
    assert result.output.splitlines()[-1] == "would write: dry.yaml"
    assert sorted(path.name for path in folder.iterdir()) == [
        "deelnames.csv",
        "kust.yaml",
        "puntkomma.csv",
        "registers",
    ]
    assert Path("kust.yaml").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--column", "organisation"), "--column 'organisation' cannot be read, write it like "),
        (("--column", "organsation=A"), "'organsation' is nothing that a column can hold. Did you "
         "mean 'organisation'?"),
        (("--encoding", "klingon"), "--encoding 'klingon' is no known encoding"),
    ],
)  # fmt: skip
def test_a_call_that_makes_no_sense(
    run: Run, folder: Path, arguments: tuple[str, ...], said: str
) -> None:
    """It is refused before anything is read."""
    result = run("import", "deelnames.csv", *arguments)

    assert result.exit_code == 2
    assert said in result.stderr


def test_garbled_letters_without_the_library(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They stay, and it is told what mends them."""
    monkeypatch.setattr("graph.intake.mojibake._can_mend", lambda: False)
    Path("x.csv").write_text("Deelnemer,Regeling\nFryslÃ¢n,P\nFryslân,P\n", encoding="utf-8")

    result = run("import", "x.csv", "--format", "csv")

    assert list_told(result, "noted") == [
        (2, "letters look garbled, pip install 'collabgraph[repair]' mends them"),
        (3, "'Fryslân' is another way of writing 'FryslÃ¢n'"),
    ]


def test_a_matrix(run: Run, folder: Path) -> None:
    """An organisation a row, a partnership a column: marks, and roles as marks."""
    Path("m.csv").write_text(
        "Organisatie,Soort,Net A,Net B,Net C,Net D\n"
        "Leek,gemeente,x,,trekker,\nHaren,gemeente,,0,,\nBedum,gemeente,1,X,,nee\n",
        encoding="utf-8",
    )

    result = run("import", "m.csv", "--write", "m.yaml")

    assert (
        "partnership           Net A, Net B, Net C, Net D  the columns with marks" in result.output
    )
    assert "m.csv: there is no mark in column 'Net D'" in result.output
    registry = read_registry("m.yaml")
    assert list_members(registry) == {
        ("net-a", "bedum", "member"),
        ("net-a", "leek", "member"),
        ("net-b", "bedum", "member"),
        ("net-c", "leek", "lead"),
    }
    assert sorted(registry.organisations) == ["bedum", "haren", "leek"]
    assert registry.partnerships["net-c"].memberships[0].evidence[0].line == 2
    warned = run("check", "--data", "m.yaml").output.splitlines()
    assert warned[-1] == "m.yaml: 0 problems, 1 warning"
    assert warned[0].endswith("organisations.haren: in no partnership")


def test_a_matrix_the_other_way_round(run: Run, folder: Path) -> None:
    """A partnership a row, an organisation a column."""
    Path("m.csv").write_text("Project,Leek,Haren\nP,ja,ja\nQ,ja,\n", encoding="utf-8")

    assert run("import", "m.csv", "--write", "m.yaml").exit_code == 0

    assert list_members(read_registry("m.yaml")) == {
        ("p", "haren", "member"),
        ("p", "leek", "member"),
        ("q", "leek", "member"),
    }
    assert run("check", "--strict", "--data", "m.yaml").exit_code == 0


REGISTER = """Gemeentenaam;Gemeentecode;Provincie;Jaar
Leek;22;Groningen;2016
Haren;17;Groningen;2016
Bergen;0893;Limburg;2016
Bergen;0373;Noord-Holland;2016
Bedum;0005;Groningen;2015
Bedum;0006;Groningen;2016
Geldrop-Mierlo;1771;Noord-Brabant;2016
Zuidhorn;56;Groningen;2016
"""


def test_a_register_gives_numbers(run: Run, folder: Path) -> None:
    """Under exactly the same name: code, region, and a note with year and row; nothing else."""
    Path("gemeenten.csv").write_text(REGISTER, encoding="utf-8")
    Path("x.csv").write_text(
        "Deelnemer,Regeling,CBS\nLeek,P,\nBergen,P,\nBedum,P,\nGedrop-Mierlo,P,\nHaren,P,0018\n",
        encoding="utf-8",
    )

    result = run("import", "x.csv", "--against", "gemeenten.csv", "--year", "2016",
                 "--write", "x.yaml")  # fmt: skip

    assert "the register has 4 of 5, by that very name" in result.output
    assert "  Gedrop-Mierlo ~ Geldrop-Mierlo" in result.output
    assert "'Bergen' stands in the register more than once with other numbers, on rows 4, 5" in (
        result.output
    )
    assert "'Haren' has cbs GM0018, and in the register GM0017" in result.output
    registry = read_registry("x.yaml")
    assert {id: (one.ids, one.region) for id, one in registry.organisations.items()} == {
        "leek": ({"cbs": "GM0022"}, "groningen"),
        "bergen": ({}, None),
        "bedum": ({"cbs": "GM0006"}, "groningen"),
        "gedrop-mierlo": ({}, None),
        "haren": ({"cbs": "GM0018"}, "groningen"),
    }
    assert registry.organisations["leek"].note == (
        "cbs GM0022, Groningen: uit gemeenten.csv (2016), rij 2."
    )
    assert registry.vocabulary.regions["groningen"].label("nl") == "Groningen"
    assert run("check", "--strict", "--data", "x.yaml").exit_code == 0


def test_a_register_without_numbers_is_none(run: Run, folder: Path) -> None:
    """It is told what was looked for."""
    Path("r.csv").write_text("Naam,Kleur\nLeek,rood\n", encoding="utf-8")

    result = run("import", "deelnames.csv", "--against", "r.csv")

    assert result.exit_code == 1
    assert "r.csv: no column of numbers (agb, cbs, kvk, lei, " in result.stderr


def test_a_name_stands_on_one_line(run: Run, folder: Path) -> None:
    """A line break in a cell is a blank in the name, and the row still names it."""
    Path("x.csv").write_text(
        'Deelnemer,Regeling\n"GGD\nNoord","P\nQ"\nLeek,P Q\n', encoding="utf-8"
    )

    assert run("import", "x.csv", "--write", "x.yaml").exit_code == 0

    registry = read_registry("x.yaml")
    assert registry.organisations["ggd-noord"].name == "GGD Noord"
    assert registry.partnerships["p-q"].name == "P Q"
    assert run("check", "--strict", "--data", "x.yaml").exit_code == 0


def test_too_many_names_to_compare(run: Run, folder: Path) -> None:
    """It is told that nothing was looked for."""
    rows = "".join(f"n{number},P\n" for number in range(4_500))
    Path("x.csv").write_text("Deelnemer,Regeling\n" + rows, encoding="utf-8")

    result = run("import", "x.csv", "--format", "csv")

    assert "4500 names are too many to compare with each other" in result.output


@pytest.mark.parametrize(
    "letters", ["\u202eRood\x07", "'; DROP", "#1: {x}", "- a", "~", "yes", "&a *b"]
)
def test_a_name_can_be_anything(run: Run, folder: Path, letters: str) -> None:
    """What YAML or a terminal could take for something else is a name like any other."""
    with Path("x.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["Deelnemer", "Regeling"], [f"A {letters}", f"{letters} B"]])

    result = run("import", "x.csv", "--write", "x.yaml")

    assert result.exit_code == 0, result.output
    assert "\x07" not in result.output
    assert [one.name for one in read_registry("x.yaml").organisations.values()] == [f"A {letters}"]
    assert run("check", "--data", "x.yaml").exit_code == 0
