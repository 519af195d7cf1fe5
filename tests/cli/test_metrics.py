"""The command `metrics`: what it prints, in which order, and what it does not claim."""

import csv
import io
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from click.testing import Result
from registries import chain, kustland, make_registry, organisation, partnership

from graph.cli.progress import Bar
from graph.network.incidence import Incidence
from graph.network.measures import MEASURES, betweenness
from graph.network.networkx import build_bipartite, project_network
from graph.network.positions import measure_positions
from graph.select.filters import Selection
from graph.select.selection import select_registry
from graph.words.speak import Speaker
from graph.words.store import find_words
from graph.write.answers.answer import Answer
from graph.write.answers.forms import format_answer
from graph.write.answers.metrics import COLUMNS, answer_metrics

Run = Callable[..., Result]


def answer(sort: str = "undertakings", **filters: Any) -> Answer:
    """Measure the small registry, or what filters leave of it."""
    selected = select_registry(kustland(), Selection(**filters))
    bipartite = build_bipartite(selected)
    positions = measure_positions(bipartite, project_network(bipartite))
    return answer_metrics(selected, positions, speaker=Speaker("en"), sort=sort)


def test_table() -> None:
    """The table has a row an organisation, what falls apart, who has no partner, and caveats."""
    text = format_answer(answer(), "table")

    lines = text.split("\n")
    assert [" ".join(line.split()) for line in lines[:11]] == [
        "8 organisations in these 2 documents",
        "",
        "name undertakings with others alone partnerships partners strength newman between "
        "effective size redundancy regions component cut vertex",
        "Gemeente Zandmeer 2 2 0 2 3 3 2.00 2.00 2.33 0.00 2 1 (4) 2 parts",
        "Huisartsengroep Zandmeer 2 2 0 2 2 3 2.00 0.00 1.00 1.00 1 1 (4) no",
        "Ziekenhuis De Vuurbaak 2 2 0 2 2 3 2.00 0.00 1.00 1.00 1 1 (4) no",
        "Zorgverzekeraar Zilt & Zoon 1 1 0 1 1 1 1.00 0.00 1.00 not defined 1 1 (4) no",
        "Stichting Café Één 0 0 1 1 0 0 0.00 0.00 not defined not defined not known "
        "no named partner no",
        "De Kustkrant 0 0 0 0 0 0 0.00 0.00 not defined not defined 0 no named partner no",
        "GGD Kustland 0 0 0 0 0 0 0.00 0.00 not defined not defined 0 no named partner no",
        "Polikliniek De Vuurbaak 0 0 0 0 0 0 0.00 0.00 not defined not defined 0 "
        "no named partner no",
    ]
    assert lines[11:18] == [
        "",
        "what is left without a cut vertex, the largest part first",
        "  Gemeente Zandmeer: 2 organisations | Zorgverzekeraar Zilt & Zoon",
        "",
        "no named partner in these 2 documents: De Kustkrant, GGD Kustland, "
        "Polikliniek De Vuurbaak, Stichting Café Één",
        "",
        "how to read it",
    ]
    assert len(lines[18:-1]) == len(COLUMNS) - 1
    assert "nan" not in text.casefold()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_number_has_a_caveat(language: str) -> None:
    """Every column but the name has a line under the table, which fits on a terminal."""
    caveats = [find_words(f"answers.caveat_{name}", language) for name in COLUMNS[1:]]

    assert len(set(caveats)) == len(MEASURES)
    assert max(map(len, caveats)) <= 80


def test_json() -> None:
    """JSON holds the records, null where a number is not defined, and the caveats."""
    data = json.loads(format_answer(answer(), "json"))

    assert list(data) == [
        *("version", "organisations", "count", "emptied_by", "caveats", "sources", "selection"),
    ]
    assert (data["count"], data["emptied_by"], data["sources"]) == (8, None, 2)
    cafe = next(record for record in data["organisations"] if record["id"] == "e")
    assert cafe == {
        "id": "e",
        "name": "Stichting Café Één",
        "type": "welzijn",
        "undertakings": 0,
        "with_others": 0,
        "alone": 1,
        "partnerships": 1,
        "partners": 0,
        "strength": 0,
        "newman_strength": 0.0,
        "betweenness": 0.0,
        "effective_size": None,
        "redundancy": None,
        "regions_reached": None,
        "regions": [],
        "component": None,
        "component_size": 1,
        "cut_vertex": False,
        "parts": [],
        "part_sizes": [],
    }


def test_csv() -> None:
    """CSV has fixed headings; what is not defined is empty, parts are split by bars."""
    text = format_answer(answer(types=("gemeente", "welzijn", "ziekenhuis")), "csv")
    whole = list(csv.DictReader(io.StringIO(format_answer(answer(), "csv"))))

    assert text.split("\n")[:2] == [
        "id,name,type,undertakings,with_others,alone,partnerships,partners,strength,"
        "newman_strength,betweenness,effective_size,redundancy,regions_reached,regions,component,component_size,"
        "cut_vertex,parts,part_sizes",
        "c,Gemeente Zandmeer,gemeente,1,1,1,2,1,1,1.0,0.0,1.0,,2,kustland;zandmeer,1,2,no,,",
    ]
    assert (whole[0]["parts"], whole[0]["cut_vertex"]) == ("a;b | d", "yes")
    assert whole[0]["part_sizes"] == "2;1"
    cafe = next(row for row in whole if row["id"] == "e")
    assert (cafe["effective_size"], cafe["redundancy"], cafe["regions_reached"]) == ("", "", "")


def test_a_large_part_is_counted() -> None:
    """A part of more than a hundred is told by its size in text, JSON and CSV alike."""
    registry = chain(104)
    found = answer_metrics(
        registry, measure_positions(Incidence(registry)), speaker=Speaker("en"), sort="name"
    )

    (second,) = (one for one in found.data()["organisations"] if one["id"] == "o001")
    rows = csv.DictReader(io.StringIO(format_answer(found, "csv")))

    assert (second["parts"], second["part_sizes"]) == ([None, ["o000"]], [102, 1])
    assert [(row["parts"], row["part_sizes"]) for row in rows if row["id"] == "o001"] == [
        (" | o000", "102;1")
    ]
    assert "  O001: 102 organisations | O000" in format_answer(found, "table").split("\n")
    assert "  O051: 52 organisations | O000, O001, " in format_answer(found, "table")


@pytest.mark.parametrize(
    ("sort", "ids"),
    [
        ("name", "hcgbfead"),
        ("undertakings", "cbadehgf"),
        ("partnerships", "cbaedhgf"),
        ("partners", "cbadhgfe"),
        ("strength", "cbadhgfe"),
        ("newman_strength", "cbadhgfe"),
        ("betweenness", "chgbfead"),
        ("effective_size", "cbadhgfe"),
        ("redundancy", "bachgfed"),
        ("regions_reached", "cbadhgfe"),
        ("component", "cbadhgfe"),
        ("cut_vertex", "chgbfead"),
    ],
)
def test_sort(sort: str, ids: str) -> None:
    """Numbers come largest first, names in order, what is not defined last, equal ones by name."""
    data = json.loads(format_answer(answer(sort), "json"))

    assert "".join(record["id"] for record in data["organisations"]) == ids


def test_an_estimate_is_said_to_be_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """In every form an estimate has its standard error beside it, and a line that says so."""
    members = ("a b", "b c", "c d", "d e", "e f")
    registry = make_registry(
        [organisation(id) for id in "abcdef"],
        [partnership(f"p{number}", ids) for number, ids in enumerate(members)],
    )
    monkeypatch.setattr(betweenness, "EXACT_WORK", 1)
    monkeypatch.setattr(betweenness, "SAMPLE", 3)
    answered = answer_metrics(
        registry, measure_positions(registry), speaker=Speaker("en"), sort="name"
    )

    table, data, rows = (format_answer(answered, form) for form in ("table", "json", "csv"))

    remark = (
        "betweenness is an estimate in the larger components, from shortest paths of 3 "
        "organisations in each; ± is its standard error"
    )
    assert table.endswith(f"\n  {remark}\n")
    assert re.search(r"^B .* \d\.\d\d ± \d\.\d\d ", table, re.MULTILINE)
    assert json.loads(data)["remarks"] == {"betweenness": remark}
    for record in (json.loads(data)["organisations"][1], next(csv.DictReader(io.StringIO(rows)))):
        names = list(record)
        assert names[names.index("betweenness") + 1] == "betweenness_error"
        assert float(record["betweenness_error"]) >= 0


def test_a_bar_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal long work draws how far it is, and wipes that out; in a pipe it is silent."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    clock = iter([0.0, 0.1, 0.6, 0.65, 0.9])
    monkeypatch.setattr("graph.cli.progress.monotonic", lambda: next(clock))
    monkeypatch.setattr("sys.stderr", terminal := Terminal())
    with Bar("betweenness") as bar:
        for done in (1, 2, 3, 4):
            bar(done, 4)
    drawn = terminal.getvalue().split("\r")
    monkeypatch.setattr("sys.stderr", pipe := io.StringIO())
    clock = iter([0.0, 0.9])
    with Bar("betweenness") as bar:
        bar(1, 1)

    assert drawn == [
        "",
        f"betweenness [{'#' * 15:<30}]  50%",
        f"betweenness [{'#' * 30:<30}] 100%",
        " " * len(drawn[1]),
        "",
    ]
    assert pipe.getvalue() == ""


def test_every_column_can_be_sorted_by(run: Run) -> None:
    """Every column of the table is a choice of --sort; another word is wrong usage."""
    for column in COLUMNS:
        assert run("metrics", "--sort", column, "--format", "csv").exit_code == 0
    wrong = run("metrics", "--sort", "closeness")
    assert wrong.exit_code == 2
    assert "'closeness' is not one of 'name', 'undertakings'" in wrong.stderr


def test_the_real_data(run: Run) -> None:
    """On the real data the two brokers come first, each with what falls apart without it."""
    data = json.loads(run("metrics", "--sort", "betweenness", "--format", "json").stdout)

    assert [
        (record["id"], record["betweenness"], [len(part) for part in record["parts"]])
        for record in data["organisations"][:3]
    ] == [
        ("zilveren-kruis", 48.0, [8, 6]),
        ("gemeente-utrecht", 33.0, [11, 3]),
        ("elaa", 4.5, []),
    ]
    assert data["count"] == 26


def test_filters_are_said(run: Run) -> None:
    """An answer over a part says which part, and labels who has no partner in it."""
    result = run("metrics", "--theme", "eerstelijn", "--type", "ggd")

    lines = result.stdout.split("\n")
    selection = "theme primary care; type of organisation public health service"
    scope = f"in these 5 documents (selection: {selection})"
    assert lines[0] == f"1 organisation {scope}"
    assert lines[5] == f"no named partner {scope}: GGD Flevoland"


@pytest.mark.parametrize(
    ("filters", "why"),
    [
        (["--source", "mechanismen-2022", "--region", "almere"], "the filters together leave"),
        (["--period", "1950", "--region", "almere"], "the filter on period leaves"),
    ],
)
def test_filters_that_leave_nothing(run: Run, filters: list[str], why: str) -> None:
    """Where nothing is left the answer says which filter did it, as valid empty data, exit 0."""
    table, data, rows = (
        run("metrics", *filters, "--format", form) for form in ("table", "json", "csv")
    )

    assert (table.exit_code, data.exit_code, rows.exit_code) == (0, 0, 0)
    assert table.stdout.startswith(("no organisations in these ", "no organisations in this one "))
    assert table.stdout.endswith(f"; {why} nothing\n")
    answer = json.loads(data.stdout)
    assert (answer["organisations"], answer["count"]) == ([], 0)
    assert answer["emptied_by"] == f"{why} nothing"
    assert rows.stdout == ",".join(next(csv.reader(io.StringIO(rows.stdout)))) + "\n"


def test_names_are_shown_and_not_obeyed() -> None:
    """A control character in a name is shown as an escape, in every part of the text."""
    from dataclasses import replace

    registry = kustland()
    loud = {id: replace(o, name=f"{o.name}\x1b[2J") for id, o in registry.organisations.items()}
    registry = replace(registry, organisations=loud)
    bipartite = build_bipartite(registry)
    positions = measure_positions(bipartite, project_network(bipartite))

    text = format_answer(answer_metrics(registry, positions, speaker=Speaker("en")), "table")

    assert "\x1b" not in text
    assert text.count("\\x1b[2J") == 8 + 2 + 4
