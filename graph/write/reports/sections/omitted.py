"""Which measures are not computed, and why."""

from graph.findings.omitted import OMITTED
from graph.write.reports.context import Context
from graph.write.reports.value import Section


def write_omitted(context: Context) -> Section:
    """Write which measures are left out, each with its reason."""
    table = context.table(
        "omitted",
        "measure why",
        OMITTED,
        lambda id: (context.say(f"omitted_{id}"), context.say(f"omitted_{id}_why")),
    )
    return context.section("omitted", [table], facts={"omitted": OMITTED})
