"""The outputs in the documentation are those of commands that work."""

import pytest
from documentation.blocks import Block, PageError
from documentation.consoles import fill_console


def console(*lines: str) -> Block:
    """Make a console block that opens on line 7."""
    return Block("page.md", 7, "console", "```console", lines, "```")


def test_output_is_filled_in() -> None:
    """Under each command stands what it prints now, and nothing else."""
    filled = fill_console(console("$ collabgraph --version", "old", "$ collabgraph --version"))

    assert filled == ["$ collabgraph --version", filled[1], "$ collabgraph --version", filled[1]]
    assert filled[1].startswith("collabgraph")


def test_other_commands_stay() -> None:
    """A block with a command of another program stays as it is."""
    lines = ("$ make test", "…", "passed")

    assert fill_console(console(*lines)) == lines


def test_a_command_that_fails_is_an_error() -> None:
    """A command that no longer works is an error at its line, and its complaint no output."""
    block = console("$ collabgraph --version", "old", "$ collabgraph list ties --colour blue")

    with pytest.raises(PageError) as caught:
        fill_console(block)

    first, *_, last = str(caught.value).splitlines()
    assert first.startswith("page.md:10: 'collabgraph list ties --colour blue' fails: Usage:")
    assert "No such option" in last
