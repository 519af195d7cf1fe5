"""Which sections a report of very many memberships leaves out, and why."""

from collections.abc import Collection, Mapping
from math import comb

from graph.write.reports.context import Context
from graph.write.reports.value import Sentence

LARGE = 40_000
"""Memberships above which a report leaves out what grows faster than these, or says nothing."""

_BY_PAIRS = frozenset({"brokers_regions", "brokers_themes", "overlap"})
"""What compares every two partnerships of an organisation."""

_BY_DOCUMENTS = frozenset({"confirmation", "voices"})
"""What compares documents: a register tells each membership once, on a row."""


def find_reasons(context: Context, asked: Collection[str]) -> Mapping[str, Sentence]:
    """
    Say of each section that is left out why, and how it is had nonetheless.

    Args:
        context: What the report is about.
        asked: Sections that are asked for by their ids: these are written, whatever they take.

    Returns:
        By the id of the section.
    """
    incidence = context.incidence
    if incidence.memberships <= LARGE:
        return {}
    degrees = (len(incidence.memberships_of(id)) for id in incidence.organisations)
    reasons = {"left_out_pairs": (_BY_PAIRS, sum(comb(degree, 2) for degree in degrees))}
    if is_told_by_rows(context):
        reasons["left_out_rows"] = (_BY_DOCUMENTS, incidence.memberships)
    return {
        id: context.caveat(key, n=number, section=id)
        for key, (ids, number) in reasons.items()
        for id in ids
        if id not in asked
    }


def is_told_by_rows(context: Context) -> bool:
    """Tell whether very many memberships stand in registers, and in no document beside."""
    sources = context.registry.sources.values()
    is_large = context.incidence.memberships > LARGE
    return is_large and all(source.kind == "register" for source in sources)
