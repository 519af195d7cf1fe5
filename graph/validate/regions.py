"""The codes of regions: each is that of an official region in its year, and of one of the data."""

from collections.abc import Iterator

from graph.model.divisions import AREAS, OTHER_PREFIXES, find_division, list_near, prefix_of
from graph.model.errors import nearest, suggest
from graph.model.message import Message
from graph.model.records import RegionCode, Registry, Term
from graph.schema.finding import Finding


def check_region_codes(registry: Registry) -> Iterator[Finding]:
    """Each code is one of its year, and stands once: at one region, and one of each division."""
    first: dict[str, str] = {}
    for id, region in registry.vocabulary.regions.items():
        prefixes: dict[str, RegionCode] = {}
        for code in region.code:
            trail = ("vocab", "regions", id, "code")
            if message := _check_code(code, region):
                yield Finding(trail, message)
            elif code.code in first:
                other = first[code.code]
                message = Message("rule.region_code_twice", code=code.code, other=repr(other))
                yield Finding(trail, message)
            elif before := prefixes.get(prefix_of(code.code)):
                message = Message("rule.region_code_two", one=str(before), two=str(code))
                yield Finding(trail, message)
            first.setdefault(code.code, id)
            prefixes.setdefault(prefix_of(code.code), code)


def _check_code(code: RegionCode, region: Term) -> Message | None:
    """Say what is wrong with a code by itself; of a division that is not listed nothing is."""
    division = find_division(code.code)
    if not division and prefix_of(code.code) in OTHER_PREFIXES:
        return None
    if division and code.code in division.gone and code.year >= division.since:
        return Message(
            "rule.region_code_ended",
            code=code.code,
            year=division.since - 1,
            successor=_name(RegionCode(year=code.year, code=division.gone[code.code])),
        )
    if code.code not in AREAS and not (division and code.code in division.gone):
        known = [area.code for area in division.areas] if division else AREAS
        near = [*list_near(code.code, region.names), *nearest(code.code, known, count=3)]
        names = [_name(RegionCode(year=code.year, code=one)) for one in dict.fromkeys(near)]
        return Message("rule.region_code_unknown", code=str(code), hint=suggest(names[:3]))
    if division and code.year < division.since:
        return Message("rule.region_code_year", code=str(code), since=division.since)
    return None


def _name(code: RegionCode) -> str:
    """Name a code as it is to be written, with what it stands for."""
    return f"{code} ({AREAS[code.code].name})"
