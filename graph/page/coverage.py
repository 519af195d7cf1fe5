"""Facts -> what the page rests on: each document, and how much of the network it bears alone."""

from dataclasses import dataclass

from graph.findings.facts import Facts
from graph.model.regions import list_around
from graph.page.data import Record, clean_text


@dataclass(frozen=True, slots=True)
class Covered:
    """
    One document: the place of its record, the regions of which it tells, the ties it alone bears.
    """

    source: int
    regions: tuple[str, ...]
    ties: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """
    What was read, that on which most rests first; of how many ties there are.

    `silent`: regions of the data, or within these, in which no document tells of a partnership.
    """

    documents: tuple[Covered, ...]
    ties: int
    silent: tuple[str, ...]


def list_coverage(facts: Facts, rows: Record) -> Coverage:
    """
    List what the page rests on.

    Args:
        facts: What was found.
        rows: From `list_rows`, of the same data.
    """
    registry = facts.incidence.registry
    place = {id: number for number, id in enumerate(registry.sources)}
    partnerships = list(registry.partnerships.values())
    told = {
        one.sources[0]: sorted(
            {
                region
                for supported in rows["supported"][place[one.sources[0]]]
                for region in partnerships[supported].regions
            }
        )
        for one in facts.voices.documents
    }
    regions = registry.vocabulary.regions
    named = {region for one in partnerships for region in one.regions}
    around = {
        outer for region in named if region in regions for outer in list_around(regions, region)
    }
    return Coverage(
        documents=tuple(
            Covered(place[one.sources[0]], tuple(map(clean_text, told[one.sources[0]])), one.ties)
            for one in facts.voices.documents
        ),
        ties=facts.voices.ties,
        silent=tuple(map(clean_text, sorted(set(regions) - named - around))),
    )
