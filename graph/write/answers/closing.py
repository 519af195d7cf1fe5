"""The closing lines of `build`."""

from graph.findings.facts import Facts
from graph.write.answers.answer import count
from graph.write.terminal import show

NAMES = 12
"""Organisations that a line names before it says how many more there are."""


def write_closing(facts: Facts) -> list[str]:
    """Write in two lines what was found: how many of what, and what holds it together."""
    registry, size = facts.incidence.registry, facts.size
    names = [show(registry.organisations[cut.organisation].name) for cut in facts.cuts[:NAMES]]
    if more := len(facts.cuts) - len(names):
        names.append(f"{more} more")
    named = f" ({', '.join(names)})" if names else ""
    selection = f" (only {registry.selection})" if registry.selection else ""
    cuts = f"{len(facts.cuts)} cut {'vertex' if len(facts.cuts) == 1 else 'vertices'}"
    return [
        f"found {count(size.organisations, 'organisation')}, "
        f"{count(size.partnerships, 'partnership')} "
        f"({size.of_two_or_more} with two or more named members), "
        f"{count(size.memberships, 'membership')} and {count(size.ties, 'tie')} "
        f"in {count(len(registry.sources), 'document')}{selection}",
        f"{count(len(size.components), 'component')} of two or more, "
        f"{cuts}{named}; "
        f"{count(len(size.isolates), 'organisation')} without a named partner in "
        f"{'this document' if len(registry.sources) == 1 else 'these documents'}",
    ]
