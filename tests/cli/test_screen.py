"""What a terminal shows of an answer: as wide as it is, with its colours and links."""

import io
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from cli.terminal import Terminal
from conftest import ROOT
from registries import make_registry

from graph.cli.screen import find_screen
from graph.model.records import Evidence, Source
from graph.words.speak import Speaker
from graph.write.answers.wording import Wording
from graph.write.screen import PLAIN, Screen
from graph.write.width import width_of

PLAINLY = {"NO_COLOR": "1", "TERM": "xterm", "COLLABGRAPH_DATA": str(ROOT / "entities.yaml")}


class Tty(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        """It is one."""
        return True


@pytest.mark.parametrize(
    ("environment", "colours", "links"),
    [
        ({"TERM": "xterm-256color"}, True, False),
        ({"TERM": "xterm-256color", "VTE_VERSION": "7600"}, True, True),
        ({"TERM": "xterm-256color", "VTE_VERSION": "4800"}, True, False),
        ({"TERM": "xterm-256color", "VTE_VERSION": "²"}, True, False),
        ({"TERM": "xterm-kitty"}, True, True),
        ({"TERM_PROGRAM": "WezTerm"}, True, True),
        ({"TERM_PROGRAM": "Apple_Terminal"}, True, False),
        ({"NO_COLOR": ""}, True, False),
        ({"NO_COLOR": "1", "TERM": "xterm-kitty"}, False, False),
        ({"TERM": "dumb", "VTE_VERSION": "7600"}, False, False),
    ],
)
def test_what_a_terminal_can_show(
    environment: dict[str, str], colours: bool, links: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`NO_COLOR` counts where it says something (no-color.org); the width is there all the same."""
    monkeypatch.setattr("graph.cli.screen.get_terminal_size", lambda: os.terminal_size((72, 24)))

    assert find_screen(Tty(), environment) == Screen(width=72, colours=colours, links=links)
    assert find_screen(io.StringIO(), environment) == PLAIN


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_a_table_fits_the_terminal(columns: int, tmp_path: Path) -> None:
    """Each line of the list is within it; every id is there, whole or folded."""
    with Terminal(
        "list", "partnerships", folder=tmp_path, columns=columns, settings=PLAINLY
    ) as terminal:
        code, shown = terminal.end()
    table, _, total = shown.rpartition("\n\n")

    assert code == 0
    assert total.startswith("32 partnerships")
    assert max(map(width_of, table.split("\n"))) <= columns
    assert "\x1b" not in shown
    for word in ("Actieonderzoek", "Zorgtransformatieplan", "Twente"):
        assert word in table


def test_headings_stand_out_on_a_terminal_that_has_colours(tmp_path: Path) -> None:
    """And nothing else of the table does."""
    settings = {**PLAINLY, "NO_COLOR": ""}
    with Terminal("list", "sources", folder=tmp_path, columns=200, settings=settings) as terminal:
        _, shown = terminal.end()
    head, *rest = shown.split("\n")

    assert re.findall("\x1b\\[1m(.*?)\x1b\\[0m", head)[:2] == ["id", "title"]
    assert "\x1b" not in "\n".join(rest)


def test_a_passage_opens_its_document() -> None:
    """As a link where the terminal has these; else its address stands below it."""
    cited = Evidence(source="s", line=3, quote="Kust en Zee werken samen.")
    source = Source(
        id="s",
        file="s.md",
        title="Kust",
        original_file="s.md",
        sha256="0" * 64,
        is_summary=False,
        links={cited: "https://example.org/\x1b#:~:text=Kust"},
    )
    words = Wording(replace(make_registry([], []), sources={"s": source}), Speaker("en"))
    opened = "\x1b]8;;https://example.org/\\x1b#:~:text=Kust\x1b\\"

    assert words.passages([cited]) == [
        "  Kust, no date, line 3:",
        "    “Kust en Zee werken samen.”",
        "    https://example.org/\\x1b#:~:text=Kust",
    ]
    assert words.on(Screen(links=True)).passages([cited]) == [
        f"  {opened}Kust, no date, line 3\x1b]8;;\x1b\\:",
        "    “Kust en Zee werken samen.”",
    ]
