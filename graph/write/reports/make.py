"""Facts -> Report: every section, in the order of reading."""

from collections.abc import Callable, Collection, Mapping

from graph.findings.facts import Facts
from graph.model.records import Registry
from graph.select.spoken import say_selection
from graph.words.speak import Speaker
from graph.words.store import LANGUAGES
from graph.write.reports.context import Context
from graph.write.reports.left_out import find_reasons
from graph.write.reports.sections.barriers import write_barriers
from graph.write.reports.sections.boundary import write_boundary
from graph.write.reports.sections.brokers import write_brokers
from graph.write.reports.sections.composition import write_composition
from graph.write.reports.sections.confirmation import write_confirmation
from graph.write.reports.sections.cuts import write_cuts
from graph.write.reports.sections.gaps import write_gaps
from graph.write.reports.sections.governance import write_governance
from graph.write.reports.sections.leaders import write_leaders
from graph.write.reports.sections.mixing import write_mixing
from graph.write.reports.sections.omitted import write_omitted
from graph.write.reports.sections.overlap import write_overlap
from graph.write.reports.sections.redundancy import write_redundancy
from graph.write.reports.sections.relations import write_relations
from graph.write.reports.sections.voices import write_voices
from graph.write.reports.value import Report, Section, Sentence

_WRITERS: Mapping[str, Callable[[Context], Section]] = {
    "boundary": write_boundary,
    "participation": write_leaders,
    "brokers_regions": lambda context: write_brokers(context, "regions"),
    "brokers_themes": lambda context: write_brokers(context, "themes"),
    "cuts": write_cuts,
    "redundancy": write_redundancy,
    "overlap": write_overlap,
    "composition": write_composition,
    "governance": write_governance,
    "relations": write_relations,
    "barriers": write_barriers,
    "mixing": write_mixing,
    "confirmation": write_confirmation,
    "voices": write_voices,
    "gaps": write_gaps,
    "omitted": write_omitted,
}

SECTIONS = ("brief", *_WRITERS)
"""The ids of the sections, in the order of reading."""


def make_report(
    registry: Registry,
    *,
    language: str | None = None,
    whole: Registry | None = None,
    sections: Collection[str] = (),
) -> Report:
    """
    Make the report of a registry.

    Of more than 40,000 memberships a section may say no more than why it is left out; one that
    is asked for by its id is written all the same.

    Args:
        registry: Checked data, perhaps narrowed by `select_registry`; it is not changed.
        language: One of `LANGUAGES`; the language of the data where it is not given.
        whole: The data before any filter, from which the stages of undertakings are read.
        sections: Which of `SECTIONS`; all of them unless given.

    Raises:
        ValueError: There is no such language.
    """
    language = language or registry.language
    if language not in LANGUAGES:
        raise ValueError(f"no language {language!r}, use {' or '.join(LANGUAGES)}")
    context = Context(Facts(registry, whole=whole), Speaker(language))
    reasons = find_reasons(context, sections)
    is_brief = not sections or "brief" in sections
    written = [
        context.section(id, [reasons[id]]) if id in reasons else write(context)
        for id, write in _WRITERS.items()
        if is_brief or id in sections
    ]
    brief = [Sentence(text=text) for section in written for text in section.brief]
    if is_brief:
        written.insert(0, context.section("brief", brief))
    return Report(
        title=registry.title,
        language=language,
        content_hash=registry.content_hash,
        selection=registry.selection,
        selection_said=say_selection(registry, context.speaker),
        sections=tuple(one for one in written if not sections or one.id in sections),
    )
