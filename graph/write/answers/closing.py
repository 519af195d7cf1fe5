"""The closing lines of `build`."""

from graph.findings.facts import Facts
from graph.write.answers.answer import SPEAKER, count
from graph.write.terminal import show

NAMES = 12
"""Organisations that a line names before it says how many more there are."""


def write_closing(facts: Facts) -> list[str]:
    """Write in two lines what was found: how many of what, and what holds it together."""
    registry, size = facts.incidence.registry, facts.size
    names = [show(registry.organisations[cut.organisation].name) for cut in facts.cuts]
    named = f" ({SPEAKER.join(names, NAMES)})" if names else ""
    selection = f" (only {registry.selection})" if registry.selection else ""
    return [
        f"found {count(size.organisations, 'organisations')}, "
        f"{count(size.partnerships, 'partnerships')} "
        f"({size.of_two_or_more} with two or more named members), "
        f"{count(size.memberships, 'memberships')} and {count(size.ties, 'ties')} "
        f"in {count(len(registry.sources), 'documents')}{selection}",
        f"{count(len(size.components), 'components')} of two or more, "
        f"{count(len(facts.cuts), 'cut_vertices')}{named}; "
        f"{count(len(size.isolates), 'organisations')} without a named partner in "
        f"{SPEAKER.say('counts.here', n=len(registry.sources))}",
    ]
