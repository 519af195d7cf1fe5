"""Registry -> Report: every finding, in the order of reading."""

from graph.model.records import Registry
from graph.words.speak import Speaker
from graph.words.store import LANGUAGES
from graph.write.reports.context import Ground, lay_ground, list_inferred
from graph.write.reports.sections.boundary import tell_boundary
from graph.write.reports.sections.brokers import tell_brokers
from graph.write.reports.sections.composition import tell_composition
from graph.write.reports.sections.confirmation import tell_confirmation
from graph.write.reports.sections.cuts import leave_out, tell_cuts
from graph.write.reports.sections.gaps import tell_gaps
from graph.write.reports.sections.governance import tell_governance
from graph.write.reports.sections.leaders import tell_seats
from graph.write.reports.sections.mixing import tell_mixing
from graph.write.reports.sections.omitted import tell_omitted
from graph.write.reports.sections.overlap import tell_overlap
from graph.write.reports.sections.redundancy import tell_redundancy
from graph.write.reports.value import Report, Section, Sentence

SECTIONS = (
    *("brief", "boundary", "seats", "brokers_regions", "brokers_themes", "cuts", "redundancy"),
    *("overlap", "composition", "governance", "mixing", "confirmation", "gaps", "omitted"),
)
"""The ids of the sections, in the order of reading."""


def make_report(
    registry: Registry, *, language: str | None = None, whole: Registry | None = None
) -> Report:
    """
    Make the report of a registry.

    Args:
        registry: Checked data, perhaps narrowed by `select_registry`; it is not changed.
        language: `nl` or `en`; the language of the data where it is not given.
        whole: The data before any filter, from which chains of phases are read.

    Raises:
        ValueError: There is no such language.
    """
    language = language or registry.language
    if language not in LANGUAGES:
        raise ValueError(f"no language {language!r}, use {' or '.join(LANGUAGES)}")
    ground = lay_ground(registry, Speaker(language), whole or registry)
    without = leave_out(registry, list_inferred(ground))
    sections = (
        tell_boundary(ground),
        tell_seats(ground),
        tell_brokers(ground, "regions"),
        tell_brokers(ground, "themes"),
        tell_cuts(ground, without),
        tell_redundancy(ground),
        tell_overlap(ground),
        tell_composition(ground),
        tell_governance(ground),
        tell_mixing(ground),
        tell_confirmation(ground),
        tell_gaps(ground, without),
        tell_omitted(ground),
    )
    return Report(
        title=registry.title,
        language=language,
        content_hash=registry.content_hash,
        selection=registry.selection,
        sections=(_sum_up(ground, sections), *sections),
    )


def _sum_up(ground: Ground, sections: tuple[Section, ...]) -> Section:
    told = [Sentence(text=text) for section in sections for text in section.brief]
    return ground.section("brief", told)
