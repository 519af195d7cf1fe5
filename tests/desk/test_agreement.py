"""Two readers beside each other: counts, differences, and a coefficient with its caveat."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from click.testing import Result
from desk.made import make_project, organisation

from graph.desk.agreement import Agreement, compare_readings, make_reading
from graph.desk.judgements import Judgement, judge, write_judgements
from graph.desk.proposals import write_proposals

Run = Callable[..., Result]

A, R, U = "accept", "reject", "unsure"


def compare(pairs: Iterable[tuple[str, str]]) -> Agreement:
    """Two readers who judged the same proposals, the one and the other verdict of each."""
    left, right = zip(*pairs, strict=True)
    readings = [
        make_reading(
            file,
            (Judgement(verdict, by, "2026", f"p{n}") for n, verdict in enumerate(verdicts)),
        )
        for file, by, verdicts in (("a.yaml", "Ada", left), ("b.yaml", "Ben", right))
    ]
    (found,) = compare_readings(readings, ())
    return found


@pytest.mark.parametrize(
    ("counts", "kappa"),
    [
        # The textbook case of two readers and two verdicts: 0.7 alike, 0.5 by chance.
        ({(A, A): 20, (A, R): 5, (R, A): 10, (R, R): 15}, 0.4),
        # Three verdicts: 0.29 alike, and 0.5 * 0.4 + 0.3 * 0.3 + 0.2 * 0.3 = 0.35 by chance.
        (
            {
                **{(A, A): 25, (A, R): 13, (A, U): 12, (R, A): 12, (R, R): 2, (R, U): 16},
                **{(U, A): 3, (U, R): 15, (U, U): 2},
            },
            -0.06 / 0.65,
        ),
        ({(A, A): 3, (R, R): 2}, 1.0),
        ({(A, R): 1, (R, A): 1}, -1.0),
        ({(A, A): 9, (A, R): 1}, 0.0),
        ({(A, A): 7}, None),
    ],
)
def test_kappa(counts: dict[tuple[str, str], int], kappa: float | None) -> None:
    """Agreement beyond chance; where chance explains all there is none."""
    found = compare(pair for pair, count in counts.items() for _ in range(count))

    assert found.counts == counts
    assert found.shared == sum(counts.values())
    assert found.kappa == (pytest.approx(kappa) if kappa is not None else None)


def test_readers_who_share_nothing_have_no_kappa() -> None:
    """And what each judged alone is counted."""
    one = organisation()
    left = make_reading("a.yaml", [judge(one, A, by="Ada", date="2026")])
    right = make_reading("b.yaml", [])

    (found,) = compare_readings([left, right], [one])

    assert (found.shared, found.only_left, found.only_right, found.kappa) == (0, 1, 0, None)


@pytest.fixture
def project(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Four proposals, of which Ada judged all, one twice, and Ben three."""
    make_project(tmp_path)
    monkeypatch.chdir(tmp_path)
    names = ["Huisartsengroep Zandmeer", "Thuiszorg Het Duin", "Gemeente Zandmeer", "Zilt"]
    proposals = [organisation(name, line=3 + n) for n, name in enumerate(names)]
    Path("proposals.yaml").write_bytes(write_proposals(proposals))
    for file, by, verdicts in (
        ("judgements.yaml", "Ada", [A, R, U, R]),
        ("judgements-ben.yaml", "Ben", [A, A, U]),
    ):
        judged = [
            judge(one, verdict, by=by, date="2026-03-01")
            for one, verdict in zip(proposals, verdicts, strict=False)
        ]
        Path(file).write_bytes(write_judgements(judged))
    return tmp_path


def test_it_shows_counts_and_differences(run: Run, project: Path) -> None:
    """Which verdict met which, a coefficient with its caveat, and where they differ."""
    assert run("agreement").output.splitlines() == [
        "Ada (judgements.yaml) beside Ben (judgements-ben.yaml)",
        "both judged 3 proposals, 2 of them alike; 1 was judged by the first alone, "
        "0 by the second alone",
        "",
        "first ↓ second →  accept  reject  unsure",
        "accept                 1       0       0",
        "reject                 1       0       0",
        "unsure                 0       0       1",
        "",
        "Cohen's kappa: 0.50 (1 is full agreement, 0 what chance would give). It rests on 3 "
        "judgements: so few that one more can change it much. Read the counts, and the "
        "differences.",
        "",
        "This one they judged otherwise:",
        "  wondzorg:4  Thuiszorg Het Duin: reject, accept",
    ]


def test_it_speaks_dutch(run: Run, project: Path) -> None:
    """Verdicts and caveat too."""
    said = run("agreement", "--language", "nl").output

    assert "beiden beoordeelden 3 voorstellen, waarvan 2 gelijk" in said
    assert "Cohens kappa: 0,50" in said
    assert "  wondzorg:4  Thuiszorg Het Duin: weigeren, aannemen" in said


def test_programs_get_ids_and_numbers(run: Run, project: Path) -> None:
    """In JSON everything, in CSV a row a difference."""
    (pair,) = json.loads(run("agreement", "--format", "json").output)["pairs"]

    assert (pair["shared"], pair["same"], pair["kappa"]) == (3, 2, 0.5)
    assert pair["counts"][0] == {"left": "accept", "right": "accept", "count": 1}
    rows = run("agreement", "--format", "csv").output.splitlines()
    assert rows[0] == "left,right,proposal,what,name,document,line,verdicts"
    assert rows[1].endswith(",organisation,Thuiszorg Het Duin,wondzorg,4,reject;accept")
    assert len(rows) == 2


def test_one_reader_has_nobody_to_agree_with(run: Run, project: Path) -> None:
    """That is said, with the way to a second one."""
    (project / "judgements-ben.yaml").unlink()

    assert "collabgraph review --blind --by NAME" in run("agreement").output
    assert json.loads(run("agreement", "--format", "json").output)["pairs"] == []
