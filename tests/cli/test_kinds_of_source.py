"""An answer calls a register a register, a document a document, and both together sources."""

from collections.abc import Callable

import pytest
from click.testing import Result

REGISTER = "docs/example/registers/regelingen.yaml"
BOTH = "docs/example/entities.yaml"


@pytest.mark.parametrize(
    ("name", "data", "language", "scope", "heading"),
    [
        ("duindorp", REGISTER, "en", "in this one register", "register"),
        ("duindorp", REGISTER, "nl", "in dit ene register", "register"),
        ("partij-1", BOTH, "en", "in these 5 sources", "source"),
        ("partij-1", BOTH, "nl", "in deze 5 bronnen", "bron"),
        ("elaa", "entities.yaml", "en", "in these 5 documents", "document"),
        ("elaa", "entities.yaml", "nl", "in deze 5 documenten", "document"),
    ],
)
def test_what_an_answer_rests_on(
    run: Callable[..., Result], name: str, data: str, language: str, scope: str, heading: str
) -> None:
    """The scope and the table of sources say what the data are made of."""
    said = run("neighbours", name, "--data", data, "--language", language).stdout

    assert scope in said.splitlines()[0]
    assert f"  {heading}\n" in said
    assert f"\n{heading} " in said
