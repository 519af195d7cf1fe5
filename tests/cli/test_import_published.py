"""Published registers as they are, with their dirt: what was published of them comes out."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from graph.pipeline import explore

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def elsewhere(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run in an empty folder."""
    monkeypatch.chdir(tmp_path)


def test_arrangements_of_municipalities(run: Run, shared: Path) -> None:
    """464 arrangements, 85 of them in Zuid-Holland; letters are mended, and dirt is told by row."""
    table = shared / "data" / "opengr_provincies.csv"

    result = run("import", str(table), "--usual-type", "gemeente", "--write", "gr.yaml")

    assert result.exit_code == 0, result.output
    said = result.output
    assert "comes in: 597 organisations, 464 partnerships, 3,742 memberships" in said
    assert "opengr_provincies.csv:130: 'Provincie FryslÃ¢n' was read as 'Provincie Fryslân'" in said
    assert "opengr_provincies.csv:911: 'amsterdam' in " in said
    assert "'EnkHuizen'" in said
    assert "Gedrop-Mierlo ~ Geldrop-Mierlo" in said
    assert "Provincie Overijssel ~ Provincie Overrijssel" in said
    checked = run("check", "--data", "gr.yaml")
    assert checked.exit_code == 0
    assert checked.output.splitlines()[-1] == "gr.yaml: 0 problems, 1 warning"
    explored = explore("gr.yaml")
    regions = Counter(
        region for one in explored.registry.partnerships.values() for region in one.regions
    )
    assert [
        regions[f"provincie-{name}"] for name in ("zuid-holland", "noord-holland", "gelderland")
    ] == [85, 77, 68]
    assert "provincie-fryslan" in regions
    assert run("neighbours", "bedum", "--data", "gr.yaml").output.startswith("Bedum: ")
    assert run("build", "--data", "gr.yaml", "--output", "uit").exit_code == 0


@pytest.mark.parametrize(
    ("name", "regions"),
    [("ggds", 25), ("jeugdzorgregios1", 42), ("zorgkantoorregios", 32)],
)
def test_regions_of_municipalities(run: Run, shared: Path, name: str, regions: int) -> None:
    """390 municipalities with their codes, each in one region; the region is no heading we know."""
    table = shared / "data" / "regioatlas" / f"{name}.csv"

    result = run("import", str(table), "--usual-type", "gemeente", "--members-known", "all",
                 "--write", "r.yaml")  # fmt: skip

    assert result.exit_code == 0, result.output
    assert (
        "the codes in 'CBS' were completed to the form GM0000, and in 389 more rows"
        in result.output
    )
    explored = explore("r.yaml")
    assert len(explored.registry.partnerships) == regions
    assert len(explored.registry.organisations) == 390
    hunze = explored.registry.organisations["aa-en-hunze"]
    assert hunze.ids == {"cbs": "GM1680"}
    assert run("check", "--data", "r.yaml").exit_code == 0
    assert run("neighbours", "aa en hunze", "--data", "r.yaml").exit_code == 0


def test_codes_of_municipalities(run: Run, shared: Path) -> None:
    """384 of the members have a code under exactly their name; the others stay without."""
    table = shared / "data" / "opengr_provincies.csv"
    register = shared / "data" / "regioatlas" / "ggds.csv"

    result = run("import", str(table), "--against", str(register), "--year", "2016",
                 "--write", "gr.yaml")  # fmt: skip

    assert "the register has 384 of 597, by that very name" in result.output
    assert "  Oude Ijsselstreek ~ Oude IJsselstreek" in result.output
    organisations = explore("gr.yaml").registry.organisations
    assert sum("cbs" in one.ids for one in organisations.values()) == 384
    assert organisations["aa-en-hunze"].ids == {"cbs": "GM1680"}
