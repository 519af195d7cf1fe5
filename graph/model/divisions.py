"""
The official divisions of the Netherlands that a region of the data can be one of: a tile map each.

Codes and names are those of Statistics Netherlands (CBS), "Gebieden in Nederland" 2016 to 2025; the
names of 2016 are those of the Regioatlas too, but for those that `tests/model/test_divisions.py`
names. The places of the tiles are our own: about where each region lies.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from graph.model.records import RegionCode

REGION_CODE = r"[12][0-9]{3}[A-Z]{2}[0-9]{2,8}"
"""A code with its year, as CBS writes it in `jrstatcode`."""

_PREFIX = re.compile("[A-Z]+")

OTHER_PREFIXES = frozenset(
    (
        *("AM", "AR", "BU", "CP", "CR", "CS", "GA", "GM", "JZ", "KK", "LB", "LD", "NL"),
        *("PO", "RA", "RE", "RM", "RP", "RS", "RT", "SG", "TR", "VR", "VT", "WK"),
    )
)
"""Divisions of which CBS has codes that are not listed here: shapes from a file may have them."""


class Area(NamedTuple):
    """One region of a division: its code, its name, and column and row of its tile."""

    code: str
    name: str
    column: int
    row: int


class Division(NamedTuple):
    """
    A way to divide the country into regions.

    `prefix` begins its codes and `key` names it in the store of words; `since` is the first year
    for which its codes are listed, and `gone` has those that ended the year before, each with the
    code that took their place.
    """

    prefix: str
    key: str
    since: int
    areas: tuple[Area, ...]
    gone: Mapping[str, str]


DIVISIONS = (
    Division(
        "PV",
        "provinces",
        1986,
        (
            Area("PV20", "Groningen", 3, 0),
            Area("PV21", "Friesland", 2, 0),
            Area("PV22", "Drenthe", 3, 1),
            Area("PV23", "Overijssel", 3, 2),
            Area("PV24", "Flevoland", 2, 1),
            Area("PV25", "Gelderland", 2, 2),
            Area("PV26", "Utrecht", 1, 2),
            Area("PV27", "Noord-Holland", 1, 1),
            Area("PV28", "Zuid-Holland", 0, 2),
            Area("PV29", "Zeeland", 0, 3),
            Area("PV30", "Noord-Brabant", 1, 3),
            Area("PV31", "Limburg", 2, 3),
        ),
        {},
    ),
    Division(
        "GG",
        "ggd_regions",
        2016,
        (
            Area("GG0111", "Groningen", 4, 0),
            Area("GG0706", "Drenthe", 4, 1),
            Area("GG1009", "IJsselland", 4, 2),
            Area("GG1106", "Twente", 5, 2),
            Area("GG1413", "Noord- en Oost-Gelderland", 4, 3),
            Area("GG1911", "Gelderland-Midden", 3, 3),
            Area("GG2014", "Gelderland-Zuid", 2, 4),
            Area("GG2209", "Flevoland", 3, 1),
            Area("GG2514", "Regio Utrecht", 2, 3),
            Area("GG2707", "Hollands-Noorden", 1, 1),
            Area("GG3109", "Kennemerland", 0, 2),
            Area("GG3406", "Amsterdam", 2, 2),
            Area("GG3606", "Gooi en Vechtstreek", 3, 2),
            Area("GG4506", "Hollands-Midden", 1, 3),
            Area("GG4607", "Rotterdam-Rijnmond", 0, 4),
            Area("GG4816", "Zuid-Holland Zuid", 1, 4),
            Area("GG5006", "Zeeland", 0, 5),
            Area("GG5206", "West-Brabant", 1, 5),
            Area("GG5406", "Hart voor Brabant", 2, 5),
            Area("GG5608", "Brabant-Zuidoost", 3, 5),
            Area("GG6011", "Limburg-Noord", 4, 5),
            Area("GG6106", "Zuid-Limburg", 4, 6),
            Area("GG7014", "Haaglanden", 0, 3),
            Area("GG7206", "Fryslân", 3, 0),
            Area("GG7306", "Zaanstreek/Waterland", 1, 2),
        ),
        {"GG4810": "GG4816"},
    ),
    Division(
        "ZK",
        "zorgkantoor_regions",
        2016,
        (
            Area("ZK01", "Amstelland en De Meerlanden", 1, 3),
            Area("ZK02", "Amsterdam", 2, 2),
            Area("ZK03", "Apeldoorn/Zutphen", 3, 3),
            Area("ZK04", "Arnhem", 4, 4),
            Area("ZK06", "Drenthe", 4, 1),
            Area("ZK07", "Flevoland", 3, 1),
            Area("ZK08", "Friesland", 3, 0),
            Area("ZK09", "Groningen", 4, 0),
            Area("ZK10", "Haaglanden", 0, 4),
            Area("ZK11", "Kennemerland", 0, 2),
            Area("ZK12", "Midden-Brabant", 2, 6),
            Area("ZK13", "Midden-Holland", 2, 4),
            Area("ZK14", "Midden-IJssel", 4, 3),
            Area("ZK16", "Nijmegen", 3, 4),
            Area("ZK17", "Noord- en Midden-Limburg", 4, 6),
            Area("ZK18", "Noord-Holland Noord", 1, 1),
            Area("ZK19", "Noordoost-Brabant", 3, 5),
            Area("ZK20", "Rotterdam", 1, 5),
            Area("ZK21", "’t Gooi", 3, 2),
            Area("ZK22", "Twente", 5, 3),
            Area("ZK23", "Utrecht", 2, 3),
            Area("ZK24", "Waardenland", 2, 5),
            Area("ZK25", "West-Brabant", 1, 6),
            Area("ZK26", "Zaanstreek/Waterland", 1, 2),
            Area("ZK27", "Zeeland", 0, 6),
            Area("ZK28", "Zuid-Holland Noord", 0, 3),
            Area("ZK29", "Zuid-Hollandse Eilanden", 0, 5),
            Area("ZK30", "Zuidoost-Brabant", 3, 6),
            Area("ZK31", "Zuid-Limburg", 4, 7),
            Area("ZK32", "Zwolle", 4, 2),
            Area("ZK33", "Westland Schieland Delfland", 1, 4),
        ),
        {"ZK05": "ZK33", "ZK15": "ZK33"},
    ),
)
"""Provinces, regions of municipal health services, and regions of care offices (zorgkantoren)."""

AREAS: Mapping[str, Area] = {area.code: area for one in DIVISIONS for area in one.areas}
"""Every region of a division, by its code."""


def read_region_code(text: str) -> RegionCode:
    """
    Read a code with its year.

    Args:
        text: What `REGION_CODE` matches.

    >>> read_region_code("2022PV24")
    RegionCode(year=2022, code='PV24')
    """
    return RegionCode(year=int(text[:4]), code=text[4:])


def find_division(code: str) -> Division | None:
    """
    Find the division that a code is of, by the letters that it begins with.

    >>> find_division("ZK20").key, find_division("GM0344")
    ('zorgkantoor_regions', None)
    """
    return next((one for one in DIVISIONS if one.prefix == prefix_of(code)), None)


def prefix_of(code: str) -> str:
    """Give the letters that a code begins with: those of its division."""
    found = _PREFIX.match(code)
    return found[0] if found else ""


def list_near(code: str, names: Iterable[str]) -> Iterator[str]:
    """
    List codes that may be meant: those of regions of the same name, of one division or of all.

    Args:
        code: What stands there; regions of its division come first.
        names: What the region is called in the data.

    >>> list(list_near("PV42", ["Flevoland"]))
    ['PV24', 'GG2209', 'ZK07']
    """
    wanted = {name.casefold() for name in names}
    same = [area.code for area in AREAS.values() if area.name.casefold() in wanted]
    yield from sorted(same, key=lambda one: (prefix_of(one) != prefix_of(code), same.index(one)))
