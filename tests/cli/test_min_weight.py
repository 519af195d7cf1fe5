"""Every command under `--min-weight`: two who stay and share too little are not tied anywhere."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from conftest import ROOT
from lxml import etree

Run = Callable[..., Result]

DATA = ROOT / "tests" / "data" / "strong" / "entities.yaml"
STRONG = ("--data", str(DATA), "--min-weight", "2")
TIES = [("eb", "vloed", 3, 2.2), ("anker", "baken", 2, 1.2), ("baken", "kompas", 2, 1.2)]
"""Six share a large table; of those a and b, b and k share one more, e and v two."""


def ask(run: Run, *arguments: str) -> Any:
    """The answer as JSON; every answer says the selection."""
    result = run(*arguments, *STRONG, "--format", "json")
    assert result.exit_code == 0, result.stderr
    data = json.loads(result.stdout)
    assert data["selection"] == "weight=2"
    return data


def test_neighbours(run: Run) -> None:
    """Only strong ties make a neighbour, in one step and in two."""
    data = ask(run, "neighbours", "anker", "--hops", "3")

    assert [(n["id"], n["hops"], n["weight"]) for n in data["neighbours"]] == [
        ("baken", 1, 2),
        ("kompas", 2, 0),
    ]
    assert data["neighbours"][0]["newman"] == pytest.approx(1.2)


def test_why(run: Run) -> None:
    """Two at the same large table share it where their tie is strong, and else nothing."""
    strong, weak = ask(run, "why", "anker", "baken"), ask(run, "why", "anker", "kompas")

    assert [p["id"] for p in strong["partnerships"]] == ["avonddienst", "groot-overleg"]
    assert (weak["answer"], weak["partnerships"]) == ("not known", [])
    said = run("why", "anker", "kompas", *STRONG).stdout
    assert said.endswith(
        "is stated in this one document (selection: at least 2 shared partnerships)\n"
    )


def test_path(run: Run) -> None:
    """A path goes along strong ties alone."""
    around, none = ask(run, "path", "anker", "kompas"), ask(run, "path", "anker", "eb")

    trails = [[step["id"] for step in path["organisations"]] for path in around["paths"]]
    assert trails == [["anker", "baken", "kompas"]] * 4  # two partnerships on each of two steps
    assert around["count"] == 4
    assert none["paths"] == []


def test_show(run: Run) -> None:
    """What an organisation is connected to, and what falls apart without it, is the strong part."""
    data = ask(run, "show", "baken")

    assert [partner["id"] for partner in data["partners"]] == ["kompas", "anker"]
    assert data["component"] == 3
    assert data["parts_without_it"] == [["anker"], ["kompas"]]


def test_show_a_partnership_or_document(run: Run) -> None:
    """A partnership is shown as the selection leaves it, and is said to be outside where it is."""
    inside, source = ask(run, "show", "groot-overleg"), ask(run, "show", "strandkrant")
    outside = run("show", "avonddienst", *STRONG, "--type", "ggz").stdout

    assert [m["id"] for m in inside["members"]] == ["anker", "baken", "eb", "kompas", "vloed"]
    assert (source["places"], source["mentions"]) == ([m["id"] for m in inside["members"]], [])
    assert (
        "outside the filters (type of organisation mental health care; at least 2 shared "
        "partnerships): this is what the whole data say" in outside
    )
    assert "Zorggroep Anker (member, stated)" in outside
    assert (
        "  selection: at least 2 shared partnerships\n"
        in run("show", "groot-overleg", *STRONG).stdout
    )
    assert (
        "  selection: at least 2 shared partnerships\n"
        in run("show", "strandkrant", *STRONG).stdout
    )


def test_show_a_unit_whose_parent_the_filters_leave_out(run: Run) -> None:
    """A name outside the selection is still told."""
    kustland = ROOT / "tests" / "data" / "kustland" / "entities.yaml"
    unit = ("show", "polikliniek-de-vuurbaak", "--data", str(kustland))

    said = run(*unit, "--theme", "bestuur").stdout

    assert "part of: Ziekenhuis De Vuurbaak" in said


def test_list(run: Run) -> None:
    """Lists hold the strong ties, their ends, and what these share, with the counts of these."""
    ties = ask(run, "list", "ties")["ties"]
    organisations = ask(run, "list", "organisations")["organisations"]
    partnerships = ask(run, "list", "partnerships")["partnerships"]

    assert [(t["left"], t["right"], t["weight"]) for t in ties] == [tie[:3] for tie in TIES]
    assert [t["newman"] for t in ties] == pytest.approx([tie[3] for tie in TIES])
    assert [(o["id"], o["partnerships"], o["partners"]) for o in organisations] == [
        ("anker", 2, 1),
        ("baken", 3, 2),
        ("eb", 3, 1),
        ("kompas", 2, 1),
        ("vloed", 3, 1),
    ]
    large = next(p for p in partnerships if p["id"] == "groot-overleg")
    assert (len(partnerships), large["members"], large["members_known"]) == (5, 5, "some")


def test_metrics(run: Run) -> None:
    """Measures are those of the network of strong ties."""
    rows = {row["id"]: row for row in ask(run, "metrics")["organisations"]}

    assert rows["baken"]["partners"] == 2
    assert rows["baken"]["strength"] == 4
    assert rows["baken"]["newman_strength"] == pytest.approx(2.4)
    assert rows["baken"]["betweenness"] == 1
    assert rows["baken"]["parts"] == [["anker"], ["kompas"]]
    assert rows["eb"]["component_size"] == 2
    assert "dok" not in rows


def test_export(run: Run) -> None:
    """An export holds the rows of the whole that are strong, each as it is there."""
    export = ("export", "csv", "--table", "edges", "--data", str(DATA))
    rows = list(csv.DictReader(io.StringIO(run(*export).stdout)))
    strong = list(csv.DictReader(io.StringIO(run(*export, "--min-weight", "2").stdout)))

    assert len(rows) == 15
    assert strong == [row for row in rows if float(row["Weight"]) >= 2]
    graph = etree.fromstring(run("export", "graphml", *STRONG).stdout_bytes)
    assert len(graph.findall(".//{*}edge")) == 3
    assert "weight=2" in etree.tostring(graph, encoding="unicode")


def test_export_two_mode(run: Run) -> None:
    """The two-mode graph holds who and what is in strong ties, and the memberships between."""
    data = json.loads(run("export", "json", "--graph", "two-mode", *STRONG).stdout)

    assert len(data["nodes"]) == 10
    assert len(data["edges"]) == 13


def test_diff(run: Run, tmp_path: Path) -> None:
    """Of two versions the strong parts are compared."""
    (tmp_path / "seeds").mkdir()
    digest = DATA.parent / "seeds" / "strandkrant.md"
    (tmp_path / "seeds" / "strandkrant.md").write_text(digest.read_text("utf-8"), "utf-8")
    new = tmp_path / "entities.yaml"
    member = "members: [{org: baken}, {org: kompas}]\n    members_known: all"
    text = DATA.read_text("utf-8")
    assert member in text
    new.write_text(
        text.replace(member, "members: [{org: baken}]\n    members_known: some"), "utf-8"
    )

    data = json.loads(
        run("diff", str(DATA), str(new), "--min-weight", "2", "--format", "json").stdout
    )

    assert data["selection"] == "weight=2"
    gone = [(tie["left"]["id"], tie["right"]["id"]) for tie in data["ties"] if not tie["new"]]
    assert gone == [("baken", "kompas")]


def test_report(run: Run) -> None:
    """The report counts the strong ties and says that it is a selection."""
    said = run("report", "--language", "en", *STRONG).stdout

    assert "Selection: at least 2 shared partnerships" in said
    assert "3 ties" in said


def test_build(run: Run, tmp_path: Path) -> None:
    """The page and both graphs hold the strong part, and the last lines count it."""
    result = run("build", "--output", str(tmp_path), *STRONG)

    assert "3 ties" in result.stdout
    assert "(selection: at least 2 shared partnerships)" in result.stdout
    graph = etree.parse(tmp_path / "network.graphml")
    assert len(graph.findall(".//{*}edge")) == 3
    page = (tmp_path / "network.html").read_text("utf-8")
    assert '"key":"dok"' not in page
    assert page.count("id=row-t") == 3
