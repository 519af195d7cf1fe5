"""`collabgraph compare`: what it prints of two selections, and of what is not right."""

import csv
import io
import json
from collections.abc import Callable

import pytest
from click.testing import Result

Run = Callable[..., Result]


def test_two_regions_side_by_side(run: Run) -> None:
    """Counts, names and what either side is made of, in the words of the language."""
    said = run(
        "compare",
        "region=utrecht-stad",
        "region=almere",
        "--certainty",
        "medium",
        "--language",
        "nl",
    ).stdout
    lines = said.splitlines()

    assert lines[:2] == [
        "A: regio stad Utrecht; vermeld of afgeleid",
        "B: regio Almere; vermeld of afgeleid",
    ]
    assert "  in beide:\n    Zilveren Kruis\n" in said
    assert lines[-1].startswith('"Alleen" geldt voor deze 5 documenten;')


def test_as_json(run: Run) -> None:
    """At least and at most where a period is asked for: six of 2020, and five that ran then."""
    data = json.loads(run("compare", "period=2020", "all", "--format", "json").stdout)

    assert data["left"]["selection"] == "period=2020"
    assert data["left"]["partnerships"] == [11, 30]
    assert data["right"]["partnerships"] == [32, 32]
    places = {one["id"]: one["place"] for one in data["partnerships"]}
    assert places["netwerkbijeenkomst-2022"] == "right"
    assert places["regiegroep-utrecht"] == "not known"
    role = next(one for one in data["features"] if one["id"] == "facilitator")
    assert (role["list"], role["right"]) == ("roles", [4, 4])


def test_as_csv(run: Run) -> None:
    """A row for each thing that is in one of them; a tie is called by both its ends."""
    done = run("compare", "region=almere", "all", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))

    ties = [row for row in rows if row["what"] == "ties"]
    assert len(ties) == 41
    assert {row["place"] for row in rows} == {"both", "right"}
    assert ties[0]["id"] == "altrecht axioncontinu"
    assert ties[0]["name"] == "Altrecht – AxionContinu"


@pytest.mark.parametrize(
    ("sides", "said"),
    [
        (("regio=almere", "all"), "Error: there is no filter 'regio', did you mean 'region'?"),
        (("region=almer", "all"), "did you mean 'almere'?"),
        (("all", "period=herfst"), "'herfst'"),
        (("all", ""), "has an empty part"),
    ],
)
def test_a_side_that_cannot_be_read(run: Run, sides: tuple[str, str], said: str) -> None:
    """One sentence and exit code 1, with nothing on stdout."""
    done = run("compare", *sides)

    assert (done.exit_code, done.stdout) == (1, "")
    assert said in done.stderr
