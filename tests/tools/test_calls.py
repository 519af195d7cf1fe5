"""Options and names that pages mention are held to what is there."""

from pathlib import Path

from documentation.calls import check_calls, list_calls, list_options
from documentation.names import check_names

PAGE = """\
# Page

Use `collabgraph list ties --sort weight` or `diff --git REV`; `--fold` is for all.
Also `list --rainbow blue`, `--certain`, `ruff check --fix` and `list ties --git`.

```console
$ collabgraph neighbours elaa --hop 2
```

    collabgraph check --originals FOLDER "an open quote

See `graph/pipeline.py`, `pipeline.py`, `model/`, `output/network.html`, `graph.explore`,
`graph.model.records.Tie.weight`, `old/place.py`, `place.py`, `graph.old.explore`, `graph.old`.
"""


def test_options_that_are_gone(tmp_path: Path) -> None:
    """Each option that its command does not have is named with its line and what is near."""
    assert list(check_calls({tmp_path / "a.md": PAGE}, tmp_path)) == [
        "a.md:4: 'list' has no option '--rainbow'",
        "a.md:4: no command has an option '--certain', did you mean '--certainty'?",
        "a.md:4: 'list' has no option '--git'",
        "a.md:7: 'neighbours' has no option '--hop', did you mean '--hops'?",
    ]


def test_options_of_other_programs(tmp_path: Path) -> None:
    """An option of another program may stand alone, and not behind a command of ours."""
    page = {tmp_path / "a.md": "`--sizes 1000`, `list --sizes 1000`"}

    assert list(check_calls(page, tmp_path, {"--sizes"})) == [
        "a.md:1: 'list' has no option '--sizes'"
    ]


def test_calls_in_a_page() -> None:
    """Calls stand in code within a line, in blocks of code and in the tables of a program."""
    text = "<!-- fields file -->\n| `check --strict` |\n<!-- end -->\n`a --b`"

    assert list_calls(text) == [(2, "check --strict")]


def test_options_of_every_command() -> None:
    """Options are listed by command, those of the whole under an empty name."""
    options = list_options()

    assert {"-h", "--help", "--version", "-V", "--no-config"} == set(options[""])
    assert options["check"]["--strict"] == "Warnings count as problems."


def test_names_that_are_gone(tmp_path: Path) -> None:
    """Each file and each dotted name that is not there is named with its line."""
    (tmp_path / "graph" / "model").mkdir(parents=True)
    (tmp_path / "graph" / "pipeline.py").write_text("", encoding="utf-8")

    assert list(check_names({tmp_path / "a.md": PAGE}, tmp_path)) == [
        f"a.md:13: there is no {name!r}, name what is there now"
        for name in ("old/place.py", "place.py", "graph.old.explore", "graph.old")
    ]
