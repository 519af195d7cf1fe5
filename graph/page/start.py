"""Facts -> what the panel shows before anything is chosen."""

from graph.findings.facts import Facts

LEADERS = 5
"""Organisations that the panel names as taking part in most partnerships with others."""


def list_leaders(facts: Facts) -> list[tuple[int, int, int]]:
    """
    List who takes part in most partnerships with others.

    Returns:
        For each the place of its record, in how many it takes part with the stages of one
        undertaking as one, and in how many where each stage counts.
    """
    place = {id: number for number, id in enumerate(facts.incidence.registry.organisations)}
    return [
        (place[one.organisation], one.undertakings, one.with_others)
        for one in facts.leaders.counts[:LEADERS]
        if one.undertakings
    ]


def list_unknown(facts: Facts) -> list[tuple[str, int]]:
    """List what the documents leave open: the key of a text and a number, where that is not 0."""
    unknowns = facts.unknowns
    counts = [
        ("start_incomplete", len(unknowns.members_partly_known)),
        ("start_memberless", len(unknowns.memberless)),
        ("start_undated", len(unknowns.undated)),
        ("start_alone", len(facts.size.isolates)),
    ]
    return [(word, count) for word, count in counts if count]
