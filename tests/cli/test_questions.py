"""The commands that answer: show, path and list, on the real data."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


def test_show_an_organisation(run: Run) -> None:
    """An organisation shows where each form stands, where it sits, and what depends on it."""
    result = run("show", "Zilveren Kruis")

    assert result.stdout.startswith(
        "Zilveren Kruis (zilveren-kruis): health insurer, the Netherlands\n"
        "\n"
        "named as\n"
        "  Zilveren Kruis: ros-transformaties, summary of lines 17; 33\n"
        "\n"
        "partnerships in these 5 documents: 2\n"
    )
    assert result.stdout.endswith(
        "9 named partners; connected, directly or by way of others, with 14 in these 5 documents\n"
        "without it that falls apart into 8 and 6:\n"
        "  Altrecht, AxionContinu, De Tussenvoorziening, Gemeente Utrecht, Leger des Heils, "
        "Lister, Raedelijn, Sterkzorg\n"
        "  Elaa, Flevolandse Patiëntenfederatie, Flevoziekenhuis, Gemeente Almere, "
        "GGD Flevoland, Zorggroep Almere\n"
        "not by name: partijen uit zorg en welzijn in Almere (1 partnership)\n"
    )


def test_show_short_forms(run: Run) -> None:
    """Each form stands with its own lines: 'Leger' and 'LdH' are one organisation."""
    data = json.loads(run("show", "ldh", "--format", "json").stdout)

    assert data["forms"] == [
        {
            **{"text": "LdH", "source": "bestuurstafel-2020", "lines": [70]},
            **{"passages": [[70]], "is_summary": True},
        },
        {
            **{"text": "Leger", "source": "bestuurstafel-2020", "lines": [32]},
            **{"passages": [[32]], "is_summary": True},
        },
    ]


def test_show_counts_one_member_as_one(run: Run) -> None:
    """A partnership with a single named member is said to have one, in the singular."""
    text = run("show", "raedelijn").stdout

    assert "; 1 named member, there may be more members\n" in text
    assert "1 named members" not in text


def test_show_a_unit_and_its_parent(run: Run) -> None:
    """A unit names its parent, and a parent its units."""
    unit = run("show", "erasmus-school-hpm").stdout
    parent = run("show", "Erasmus Universiteit").stdout

    assert "  part of: Erasmus Universiteit\n" in unit
    assert "  unit: Erasmus School of Health Policy & Management\n" in parent


def test_show_a_partnership(run: Run) -> None:
    """A partnership shows its stages, how complete its list is, and its unnamed groups."""
    text = run("show", "bestuurlijke-peiling-almere").stdout

    assert "5 named members; there may be more members\n" in text
    assert (
        "  not named one by one: partijen uit zorg en welzijn in Almere "
        "(invited, social work, Almere, inferred)\n" in text
    )
    assert (
        "follows: Samenwerkingsagenda Flevoziekenhuis en Zorggroep Almere "
        "(samenwerkingsagenda-almere)\n"
        "followed by: Programmateam Positief Gezond Almere (positief-gezond-almere)\n"
        "followed by: Zorgtransformatieplan Almere (zorgtransformatieplan-almere)\n"
    ) in text


def test_show_a_source(run: Run) -> None:
    """A source shows what it supports, whom it places, and whom it only mentions."""
    text = run("show", "twente-2020").stdout

    assert "supports 8 partnerships\n" in text
    assert (
        "names 2 other organisations without a membership\n  Nevi (nevi)\n  RIVM (rivm)\n" in text
    )


@pytest.mark.parametrize("form", ["json", "csv"])
@pytest.mark.parametrize("name", ["elaa", "onue", "twente-2020"])
def test_show_as_data(run: Run, name: str, form: str) -> None:
    """All three kinds of card can be had as JSON and CSV."""
    output = run("show", name, "--format", form).stdout

    if form == "json":
        assert json.loads(output)["id"] == name
    else:
        assert len(list(csv.reader(io.StringIO(output)))) > 1


def test_show_what_is_not_there(run: Run) -> None:
    """A name that nothing has is an error with the nearest of any kind."""
    result = run("show", "programmateam positief gezont almere")

    assert result.exit_code == 1
    assert result.stderr == (
        "Error: no organisation, partnership, source, group, region or theme "
        "'programmateam positief gezont almere', did you mean "
        "'Programmateam Positief Gezond Almere' or 'Almere' or 'Positief Gezond Almere'?\n"
    )


def test_path(run: Run) -> None:
    """A path names its partnerships, the roles in them and the least certainty on the way."""
    assert run("path", "lister", "flevoziekenhuis").stdout == (
        "Lister to Flevoziekenhuis: 3 steps, 1 shortest path in these 5 documents\n"
        "\n"
        "certainty: inferred\n"
        "  Lister\n"
        "    Opvang en noodvoorziening voor dak- en thuislozen in Utrecht "
        "(member and member, inferred; bestuurstafel-2020)\n"
        "  Gemeente Utrecht\n"
        "    Stedelijke regiegroep Utrecht (member and member, stated; ros-transformaties)\n"
        "  Zilveren Kruis\n"
        "    Bestuurlijke peiling en gesprek in Almere "
        "(invited and convener, inferred; ros-transformaties)\n"
        "  Flevoziekenhuis\n"
    )


def test_no_path(run: Run) -> None:
    """Without a path the answer says with whom each of the two is connected."""
    result = run("path", "zorgimpuls", "erasmus universiteit")
    data = json.loads(run("path", "zorgimpuls", "klm", "--format", "json").stdout)

    assert result.stdout == (
        "ZorgImpuls to Erasmus Universiteit: "
        "no path of partnerships is stated in these 5 documents\n"
        "  ZorgImpuls: no named partner\n"
        "  Erasmus Universiteit is connected, directly or by way of others, with 1: "
        "Waardigheid en trots\n"
    )
    assert result.exit_code == 0
    assert (data["answer"], data["count"], data["steps"]) == ("not known", 0, None)


def test_path_through_what_is_certain(run: Run) -> None:
    """A filter can take the path away: Almere hangs on one inferred membership."""
    result = run("path", "raedelijn", "elaa", "--certainty", "high")

    assert "no path of partnerships is stated in these 5 documents" in result.stdout


def test_path_as_csv(run: Run) -> None:
    """The CSV of a path has a row a step."""
    rows = list(
        csv.DictReader(io.StringIO(run("path", "lister", "elaa", "--format", "csv").stdout))
    )

    assert [(row["step"], row["from"], row["to"]) for row in rows] == [
        ("1", "lister", "gemeente-utrecht"),
        ("2", "gemeente-utrecht", "zilveren-kruis"),
        ("3", "zilveren-kruis", "elaa"),
    ]


def test_list_who_sits_in_two_regions(run: Run) -> None:
    """Only Zilveren Kruis takes part in partnerships in Utrecht and in Almere."""
    data = json.loads(
        run(
            *("list", "organisations", "--region", "utrecht-stad", "--region", "almere"),
            *("--every-region", "--format", "json"),
        ).stdout
    )

    assert [record["id"] for record in data["organisations"]] == ["zilveren-kruis"]


def test_list_without_a_type(run: Run) -> None:
    """Whether elder-care partnerships lack a municipality is mostly not known."""
    data = json.loads(
        run(
            *("list", "partnerships", "--theme", "ouderenzorg"),
            *("--without-type", "gemeente", "--format", "json"),
        ).stdout
    )

    verdicts = [record["without_gemeente"] for record in data["partnerships"]]
    assert verdicts == ["no"] + ["not known"] * 10


def test_list_what_changed(run: Run) -> None:
    """Between two years: what is new or ended, and that for most no period is known."""
    done = run("list", "partnerships", "--changed", "2019..2021", "--format", "json")
    records = json.loads(done.stdout)["partnerships"]
    told = {r["id"]: (r["change"], r["in_2019"], r["in_2021"]) for r in records}

    assert told["bestuurlijke-peiling-almere"] == ("new", "no", "yes")
    assert told["opvang-daklozen-utrecht"] == ("new", "no", "not known")
    assert told["regiegroep-utrecht"] == ("not known", "not known", "not known")
    assert told["netwerkbijeenkomst-2022"] == ("outside", "no", "no")
    assert records[0]["change"] == "new"
    said = run("list", "partnerships", "--changed", "2019..2021", "--language", "nl").stdout
    assert "32 samenwerkingen in deze 5 documenten: 6 nieuw; 1 begonnen en geëindigd" in said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2019", "is no two moments"),
        ("2019..", "is no two moments"),
        ("2019-13..2021", "is no two moments"),
        ("2019/2020..2021", "is no two moments"),
        ("2021..2019", "does not come after"),
        ("2019..2019-06", "does not come after"),
    ],
)
def test_two_moments_follow_each_other(run: Run, value: str, said: str) -> None:
    """Anything else is refused, with the form that is meant."""
    done = run("list", "partnerships", "--changed", value)

    assert (done.exit_code, said in done.stderr) == (2, True)


def test_list_a_certain_absence(run: Run) -> None:
    """Where the list is complete absence is said: no municipality in the agenda of two."""
    data = json.loads(
        run(
            *("list", "partnerships", "--region", "almere", "--kind", "plan"),
            *("--without-type", "gemeente", "--format", "json"),
        ).stdout
    )

    assert [(r["id"], r["without_gemeente"]) for r in data["partnerships"]] == [
        ("samenwerkingsagenda-almere", "yes"),
        ("zorgtransformatieplan-almere", "not known"),
    ]


def test_list_no_members(run: Run) -> None:
    """The networks that are named without any known member can be listed."""
    data = json.loads(run("list", "partnerships", "--no-members", "--format", "json").stdout)

    assert data["count"] == 10
    assert "onue" in [record["id"] for record in data["partnerships"]]


def test_list_mentioned_only(run: Run) -> None:
    """The organisations that are only mentioned can be listed."""
    data = json.loads(run("list", "organisations", "--mentioned-only", "--format", "json").stdout)

    assert [record["id"] for record in data["organisations"]] == [
        "inspectie-gezondheidszorg-en-jeugd",
        "nevi",
        "rivm",
        "ros-netwerk",
    ]


def test_list_sources_in_json(run: Run) -> None:
    """A list of documents holds the documents themselves, and not how many there are."""
    data = json.loads(run("list", "sources", "--format", "json").stdout)

    assert [source["id"] for source in data["sources"]] == [
        "bestuurstafel-2020",
        "mechanismen-2022",
        "ros-transformaties",
        "twente-2020",
        "zorgimpuls-2020",
    ]
    assert data["count"] == 5


def test_list_ties_sorted(run: Run) -> None:
    """Ties come strongest first, or sorted by any column."""
    first = run("list", "ties", "--format", "csv").stdout.split("\n")[1]
    by_name = run("list", "ties", "--sort", "left", "--format", "csv").stdout.split("\n")[1]

    assert first.startswith(
        "flevoziekenhuis,Flevoziekenhuis,zorggroep-almere,Zorggroep Almere,3,1.45"
    )
    assert by_name.startswith("altrecht,")


def test_a_table_in_another_encoding(run: Run, tmp_path: Path) -> None:
    """A table that is not UTF-8 is refused, with what to do about it."""
    table = tmp_path / "mine.csv"
    table.write_bytes("Stichting Café".encode("latin-1"))

    result = run("list", "organisations", "--match", table)

    assert result.stderr == f"Error: {table}: not UTF-8, save the table as CSV in UTF-8\n"
    assert result.exit_code == 1


@pytest.mark.parametrize("heading", ["with_others", "with others", "Met anderen"])
def test_sorted_by_a_heading(run: Run, heading: str) -> None:
    """What stands above a column can be typed, in either language."""
    lines = run("list", "organisations", "--sort", heading, "--format", "tsv").stdout.split("\n")

    assert lines[1].startswith("flevoziekenhuis\t")


def test_sorted_by_what_is_not_always_known(run: Run) -> None:
    """The largest number first, and what is not known last."""
    text = run("list", "ties", "--sort", "first_year", "--format", "jsonl").stdout
    years = [json.loads(line)["first_year"] for line in text.splitlines()]
    known = [year for year in years if year is not None]

    assert known
    assert known == sorted(known, reverse=True)
    assert years == [*known, *[None] * (len(years) - len(known))]
    assert None in years


def test_a_list_of_nothing_can_be_sorted(run: Run) -> None:
    """Where filters leave nothing, any order will do."""
    result = run(*("list", "ties", "--type", "ggd", "--sort", "weight", "--format", "csv"))

    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 1


def test_list_matches_a_table(run: Run, tmp_path: Path) -> None:
    """The rows of a table of one's own are flagged: found, not found, or fitting more than one."""
    (tmp_path / "mine.csv").write_text(
        "Naam\nLeger des Heils\nzorggroep almere\nGemeente\nIemand\n", encoding="utf-8"
    )

    rows = json.loads(
        run(*("list", "organisations", "--match", tmp_path / "mine.csv", "--format", "json")).stdout
    )["organisations"]

    assert [(row["row"], row["match"], row["form"], row["ids"]) for row in rows] == [
        (2, "yes", "Leger des Heils", ["leger-des-heils"]),
        (3, "yes", "Zorggroep Almere", ["zorggroep-almere"]),
        (4, "not found", None, []),
        (5, "not found", None, []),
    ]
    assert [row["scoped"] for row in rows] == [[], [], ["gemeente-almere", "gemeente-utrecht"], []]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["list", "ties", "--region", "twente"],
            "no ties in these 5 documents (selection: region Twente); "
            "the filter on regions leaves nothing\n",
        ),
        (
            ["list", "organisations", "--region", "almere", "--theme", "corona"],
            "no organisations in these 5 documents (selection: region Almere; theme COVID-19); "
            "the filters together leave nothing\n",
        ),
        (
            [
                "list",
                "organisations",
                *("--region", "almere", "--region", "twente"),
                "--every-region",
            ],
            "no organisations in these 5 documents (selection: regions Almere or Twente; "
            "in every one of these regions); the filter on regions leaves nothing\n",
        ),
    ],
)
def test_a_filter_that_leaves_nothing(run: Run, arguments: list[str], said: str) -> None:
    """Where nothing is left the answer says which filter emptied it, and is no error."""
    table = run(*arguments)
    data = json.loads(run(*arguments, "--format", "json").stdout)

    assert (table.stdout, table.exit_code) == (said, 0)
    assert data["count"] == 0
    assert data[arguments[1]] == []


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["list", "ties", "--no-members"], 2, "--no-members goes with 'list partnerships'"),
        (["list", "organisations", "--region", "almeer"], 1, "did you mean 'almere'?"),
        (
            ["list", "organisations", "--regions", "utrecht-stad,almere"],
            2,
            "--regions has gone, use --region utrecht-stad --region almere --every-region",
        ),
        (["list", "ties", "--min-weight", "0"], 2, "0 is not in the range x>=1"),
        (["list", "partnerships", "--without-type", "gemeent"], 1, "did you mean 'gemeente'?"),
        (["list", "ties", "--sort", "wieght"], 1, "no column 'wieght', did you mean 'weight'?"),
        (["list", "organisations", "--match", "none.csv"], 1, "none.csv: no such file"),
        (["path", "elaa", "elaa"], 2, "name two"),
    ],
)
def test_bad_questions(run: Run, arguments: list[str], code: int, said: str) -> None:
    """A question that cannot be answered says why."""
    result = run(*arguments)

    assert result.exit_code == code
    assert said in result.stderr


def test_list_by_undertakings(run: Run) -> None:
    """Sorted by undertakings, equal organisations stand in the order of the one ranking."""
    listed = json.loads(
        run("list", "organisations", "--sort", "undertakings", "--format", "json").stdout
    )["organisations"]
    ranked = json.loads(run("metrics", "--format", "json").stdout)["organisations"]

    assert [one["id"] for one in listed] == [one["id"] for one in ranked]
    assert listed[0]["undertakings"] == max(one["undertakings"] for one in listed)


def test_neighbours_without_a_name(run: Run) -> None:
    """Who takes part without being named is told beside, as no neighbour."""
    text = run("neighbours", "regio twente").stdout
    data = json.loads(run("neighbours", "regio twente", "--format", "json").stdout)

    first, second = text.rstrip("\n").split("\n")
    assert first == "Regio Twente: no named partner in these 5 documents"
    assert second.startswith(
        "not by name: gemeenten in Twente (4 partnerships), zorgaanbieders in Twente "
        "(3 partnerships), 14 Twentse gemeenten (1 partnership), "
    )
    assert data["neighbours"] == []
    assert data["groups"][0] == {
        **{"id": "gemeenten-twente", "label": "gemeenten in Twente", "types": ["gemeente"]},
        **{"size": None, "size_approximate": False},
        "partnerships": [
            *("continuiteit-zorg-twente", "contractmanagement-twente"),
            *("evaluatie-corona-twente", "twentse-transformatie"),
        ],
    }


def test_show_a_body(run: Run) -> None:
    """An organisation leads to the partnership that it is at the same time, and to relations."""
    text = run("show", "ozjt").stdout

    assert "\n  is also the partnership Samenwerking van gemeenten in OZJT (verband-ozjt)\n" in text
    assert (
        "\nOrganisatie voor Zorg en Jeugdhulp Twente has a contract with zo'n 350 aanbieders van "
        "WMO-voorzieningen, jeugdhulp en maatregelhulp (uncertain; from 2019, end not known); "
        "does not count as a tie\n"
    ) in text


def test_show_doubts_and_wishes(run: Run) -> None:
    """Who is meant is told apart from whether it takes part; who is wanted is no member."""
    text = run("show", "positief-gezond-almere").stdout

    assert "\n6 named members; the list reads as complete\n" in text
    assert "\n  Gemeente Almere (member, stated, who is meant: inferred)\n" in text
    assert "\n  wanted, not asked yet: bewoners van Almere\n" in text


def test_show_parts_and_barriers(run: Run) -> None:
    """A partnership names its parts, and what hampers it with the passage that says so."""
    agenda = run("show", "uitvoeringsagenda-utrecht").stdout
    group = run("show", "regiegroep-utrecht").stdout

    assert "\nhas as a part: Opgave Mentaal Gezond (Utrecht) (opgave-mentaal-gezond)\n" in agenda
    assert "\nhampered by: belangen van organisaties (stated)\n" in group


def test_why_with_a_relation(run: Run) -> None:
    """A relation is told after the partnerships, and is no answer by itself."""
    text = run("why", "elaa", "flevoziekenhuis").stdout
    data = json.loads(run("why", "elaa", "flevoziekenhuis", "--format", "json").stdout)

    assert (
        "\nFlevoziekenhuis commissions Elaa (stated); a relation does not count as a tie\n" in text
    )
    assert [one["id"] for one in data["relations"]] == ["flevoziekenhuis-vraagt-elaa"]
    assert len(data["partnerships"]) == 2


def test_match_with_what_is_no_file(run: Run) -> None:
    """A device without end is refused before it is read."""
    result = run("list", "organisations", "--match", "/dev/zero")

    assert result.exit_code == 1
    assert result.stderr == "Error: /dev/zero: is no file but a device or a pipe, name a file\n"


LINKED = """\
schema: 2
title: Kust
language: nl
sources:
  s:
    file: s.md
    original: {file: s.md, sha256: "%s", title: S, date: "2024", url: "https://kust.example/a"}
organisations:
  a: {name: Elaa, type: overig}
  b: {name: Zilt, type: overig}
partnerships:
  p:
    name: Poli
    kind: netwerk
    members_known: all
    members: [a, b]
    evidence: [{source: s, line: 1, quote: "Elaa, Zilt en GGD-artsen", after: " doen mee"}]
""" % ("0" * 64)


def test_why_leads_to_the_passage(run: Run, tmp_path: Path) -> None:
    """Below the words stands the address at which the document opens there, in every form."""
    data = tmp_path / "entities.yaml"
    data.write_text(LINKED, encoding="utf-8")
    (tmp_path / "s.md").write_text("Elaa, Zilt en GGD-artsen doen mee.\n", encoding="utf-8")
    opens = "https://kust.example/a#:~:text=Elaa%2C%20Zilt%20en%20GGD%2Dartsen"

    def ask(*more: str) -> str:
        return run("why", "elaa", "zilt", "--data", str(data), *more).stdout

    assert f"    “Elaa, Zilt en GGD-artsen”\n    {opens}\n" in ask()
    (row,) = csv.DictReader(io.StringIO(ask("--format", "csv")))
    assert row["link"] == opens
    (passage,) = json.loads(ask("--format", "json"))["partnerships"][0]["evidence"]
    assert (passage["before"], passage["after"], passage["link"]) == (None, " doen mee", opens)
