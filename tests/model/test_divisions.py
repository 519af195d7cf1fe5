"""The official divisions: whole, each region with a tile of its own, under the known names."""

import csv
from pathlib import Path

import pytest
from conftest import ROOT

from graph.model.divisions import DIVISIONS, Division

REGIOATLAS = ROOT.parent / "shared" / "data" / "regioatlas"

FILES = {"GG": "ggds.csv", "ZK": "zorgkantoorregios.csv"}

OTHER_NAMES = {
    "Dienst Gezondheid & Jeugd Zuid-Holland Zuid": "Zuid-Holland Zuid",
    "GGD Midden-Nederland": "Regio Utrecht",
    "GGD Regio Twente": "Twente",
    "Hulpverlening Gelderland-Midden": "Gelderland-Midden",
    "Zorgkantoor 't Gooi": "’t Gooi",
    "Zorgkantoor Apeldoorn / Zutphen": "Apeldoorn/Zutphen",
    "Zorgkantoor Delft Westland Oostland": "Westland Schieland Delfland",
    "Zorgkantoor Nieuwe Waterweg Noord": "Westland Schieland Delfland",
    "Zorgkantoor Noord-Oost Brabant": "Noordoost-Brabant",
    "Zorgkantoor Zaanstreek / Waterland": "Zaanstreek/Waterland",
    "Zorgkantoor Zuid-Oost Brabant": "Zuidoost-Brabant",
}
"""Where the Regioatlas of 2016 writes a name otherwise than CBS, and what that writes."""


@pytest.mark.parametrize(("division", "count"), [*zip(DIVISIONS, (12, 25, 31), strict=True)])
def test_each_region_has_a_tile_of_its_own(division: Division, count: int) -> None:
    """As many as CBS has, no two in one place, none far from the others."""
    areas = division.areas

    assert len(areas) == len({area.code for area in areas}) == count
    assert len({(area.column, area.row) for area in areas}) == count
    assert all(area.code.startswith(division.prefix) for area in areas)
    for area in areas:
        near = [
            other
            for other in areas
            if abs(area.column - other.column) + abs(area.row - other.row) == 1
        ]
        assert near, area


@pytest.mark.parametrize("prefix", FILES)
@pytest.mark.skipif(not REGIOATLAS.is_dir(), reason="the Regioatlas is not at hand")
def test_names_are_those_of_the_regioatlas(prefix: str) -> None:
    """Each name of 2016 is that of a region, and there is no region beside these."""
    division = next(one for one in DIVISIONS if one.prefix == prefix)
    path: Path = REGIOATLAS / FILES[prefix]
    with path.open(encoding="utf-8-sig", newline="") as file:
        _, *rows = csv.reader(file, delimiter=";")

    names = {
        OTHER_NAMES.get(name, name.removeprefix("GGD ").removeprefix("Zorgkantoor "))
        for _, _, name, _ in ((cell.strip() for cell in row) for row in rows)
    }

    assert names == {area.name for area in division.areas}


def test_north_is_up_and_west_is_left() -> None:
    """Tiles lie about where the regions do: compared in pairs that nobody doubts."""
    place = {area.code: area for one in DIVISIONS for area in one.areas}

    for north, south in (
        *(("PV20", "PV22"), ("PV21", "PV24"), ("PV25", "PV31"), ("PV27", "PV28")),
        *(("GG7206", "GG2209"), ("GG2514", "GG5406"), ("GG1106", "GG6106"), ("GG3406", "GG5006")),
        *(("ZK18", "ZK11"), ("ZK32", "ZK14"), ("ZK23", "ZK12"), ("ZK20", "ZK27")),
    ):
        assert place[north].row < place[south].row
    for west, east in (
        *(("PV28", "PV26"), ("PV27", "PV24"), ("PV29", "PV30"), ("PV25", "PV23")),
        *(("GG7014", "GG2514"), ("GG3109", "GG3606"), ("GG5206", "GG5608"), ("GG1009", "GG1106")),
        *(("ZK10", "ZK23"), ("ZK23", "ZK22"), ("ZK25", "ZK30"), ("ZK29", "ZK24")),
    ):
        assert place[west].column < place[east].column
