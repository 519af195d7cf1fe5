"""Facts -> what the page finds, in plain sentences of either language."""

from dataclasses import dataclass

from graph.findings.cuts import Link, Part
from graph.findings.facts import Facts
from graph.findings.voices import Voice
from graph.model.records import Evidence
from graph.network.barriers import Hampering
from graph.network.counts import Count
from graph.page.data import clean_text
from graph.page.sentences import Name, Sentence, Writer, isolate
from graph.select.spoken import say_selection

MOST = 6
"""Organisations that are named as taking part in most partnerships."""

CUTS = 8
"""Organisations without which a component falls apart, that have a sentence each."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence, and what is to be said below it."""

    sentence: Sentence
    details: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Findings under one heading; `caveat` says what they do not mean."""

    heading: str
    findings: tuple[Finding, ...]
    caveat: Sentence = ()


def write_findings(facts: Facts, language: str, *, quotes: bool = True) -> tuple[Section, ...]:
    """
    Write what the data say, what they rest on and what they leave open.

    Args:
        facts: What was found.
        language: One of `LANGUAGES`.
        quotes: Whether the words of the documents are told, beside title and line.

    Returns:
        Sections in the order of the page; a section without anything to say is left out.
    """
    writer = Writer(facts, language)
    sections = (
        _write_size(writer),
        _write_leaders(writer),
        _write_cuts(writer),
        _write_apart(writer),
        _write_barriers(writer, quotes=quotes),
        _write_unknowns(writer),
    )
    return tuple(section for section in sections if section.findings)


def _write_size(writer: Writer) -> Section:
    size, registry = writer.facts.size, writer.registry
    sentences = [
        writer.say(
            "counts",
            organisations=writer.count("n_organisations", size.organisations),
            partnerships=writer.count("n_partnerships", size.partnerships),
        )
    ]
    if size.of_two_or_more:
        ties = writer.count("n_ties", size.ties)
        sentences.append(writer.say("with_many", n=size.of_two_or_more, ties=ties))
    sentences += writer.counted("with_one", size.of_one)
    if registry.sources:
        sentences.append(_write_documents(writer))
    if registry.selection:
        said = clean_text(say_selection(registry, writer.speaker))
        sentences.append(writer.say("selection", text=said))
    return Section(writer.word("title_what"), tuple(map(Finding, sentences)))


def _write_documents(writer: Writer) -> Sentence:
    documents, sources = writer.facts.documents, writer.registry.sources.values()
    publishers = sorted({s.publisher for s in sources if s.publisher}, key=str.casefold)
    said = [writer.say("drawn_from", n=len(sources))]
    if publishers:
        isolated = [(isolate(one),) for one in publishers]
        names = writer.speaker.weave_list(isolated)
        unknown = _write_rest(writer, "by_unknown", len(documents.without_publisher))
        said.append(writer.say("by", names=names, unknown=unknown))
    if documents.earliest and documents.latest:
        dates = (documents.earliest, documents.latest)
        first, last = (writer.speaker.date(clean_text(date)) for date in dates)
        unknown = _write_rest(writer, "dated_unknown", len(documents.undated))
        key = "dated" if first == last else "dated_both"
        said.append(writer.say(key, first=first, last=last, unknown=unknown))
    if heaviest := writer.facts.voices.heaviest:
        said.append(write_heaviest(writer, heaviest))
    said.append(writer.say("other_documents"))
    return tuple(part for sentence in said for part in (*sentence, " "))[:-1]


def write_heaviest(writer: Writer, heaviest: Voice) -> Sentence:
    """Write how many ties rest on one document alone."""
    (document,) = heaviest.sources
    undated = document in writer.facts.documents.undated
    key = "rests_on_one_undated" if undated else "rests_on_one"
    of = writer.facts.voices.ties
    return writer.say(key, n=heaviest.ties, of=of, name=writer.documents([document]))


def _write_rest(writer: Writer, key: str, n: int) -> Sentence:
    return writer.say(key, n=n) if n else ()


def _write_leaders(writer: Writer) -> Section:
    several = [one for one in writer.facts.leaders.counts if one.with_others > 1]
    sentences = [_write_count(writer, one) for one in several[:MOST]]
    sentences += writer.counted("most_more", max(0, len(several) - MOST))
    if not several and writer.registry.organisations:
        sentences = [writer.say("most_none")]
    return Section(
        writer.word("title_most"),
        tuple(map(Finding, sentences)),
        writer.say("most_means") if several else (),
    )


def _write_count(writer: Writer, count: Count) -> Sentence:
    by_stage = count.with_others if count.with_others > count.undertakings else 0
    return writer.say(
        "most",
        n=count.undertakings,
        name=writer.organisation(count.organisation),
        stages=_write_rest(writer, "stages", by_stage),
        unsure=_write_rest(writer, "unsure", count.inferred),
        alone=_write_rest(writer, "alone", count.alone),
    )


def _write_cuts(writer: Writer) -> Section:
    cuts = writer.facts.cuts
    findings = [
        Finding(
            writer.say(
                "cut",
                n=len(cut.parts),
                name=writer.organisation(cut.organisation),
                sizes=writer.sizes(part.size for part in cut.parts),
            ),
            tuple(_write_part(writer, part) for part in cut.parts),
        )
        for cut in cuts[:CUTS]
    ]
    findings += map(Finding, writer.counted("cuts_more", max(0, len(cuts) - CUTS)))
    if not cuts and writer.facts.size.ties:
        findings = [Finding(writer.say("cuts_none"))]
    caveat = writer.say("cuts_means") if findings else ()
    return Section(writer.word("title_cuts"), tuple(findings), caveat)


def _write_part(writer: Writer, part: Part) -> Sentence:
    members: str | Sentence = writer.count("n_organisations", part.size)
    if part.organisations is not None:
        members = writer.organisations(part.organisations)
    links = writer.speaker.weave_list([_write_link(writer, link) for link in part.links])
    said = writer.say("component", members=members, seats=links)
    if not part.rests_on:
        return said
    certain = all(
        writer.registry.partnerships[id.partnership].certainty == "high" for id in part.rests_on
    )
    key = (
        "rests_partnership" if not certain else "rests" if len(part.rests_on) == 1 else "rests_both"
    )
    return (*said, " ", *writer.say(key))


def _write_link(writer: Writer, link: Link) -> Sentence:
    table = writer.partnership(link.partnership)
    certainty = writer.speaker.say(f"common.certainty_{link.certainty}")
    if link.certainty != "high" and (
        writer.registry.partnerships[link.partnership].certainty == "high"
    ):
        names = writer.organisations(id.organisation for id in link.inferred)
        return writer.say("membership_unsure", table=table, names=names, certainty=certainty)
    return writer.say("membership", table=table, certainty=certainty)


def _write_apart(writer: Writer) -> Section:
    facts = writer.facts
    size, sources = facts.size, len(writer.registry.sources)
    sentences: list[Sentence] = []
    if len(size.components) > 1:
        sentences.append(
            writer.say(
                "parts",
                n=len(size.components),
                sizes=writer.sizes(size.components),
                documents=sources,
            )
        )
    elif size.components:
        sentences.append(writer.say("part", n=size.components[0]))
    if size.isolates:
        n, names = len(size.isolates), writer.organisations(size.isolates)
        said = writer.say("isolates", n=n, documents=sources, names=names)
        meaning = writer.say("isolates_mean", n=n, documents=sources)
        sentences.append((*said, " ", *meaning))
    memberless, unused = facts.unknowns.memberless, facts.documents.unused
    if memberless:
        names = writer.partnerships(memberless)
        typed = _write_rest(writer, "memberless_typed", len(facts.unknowns.typed))
        sentences.append(writer.say("memberless", n=len(memberless), names=names, typed=typed))
    if unused:
        sentences.append(writer.say("unused", n=len(unused), names=writer.documents(unused)))
    return Section(writer.word("title_apart"), tuple(map(Finding, sentences)))


def _write_barriers(writer: Writer, *, quotes: bool) -> Section:
    findings = tuple(
        Finding(
            _write_barrier(writer, one),
            tuple(_write_passage(writer, passage, quotes) for passage in one.barrier.evidence),
        )
        for one in writer.facts.barriers
    )
    caveat = writer.say("hampers_means") if findings else ()
    return Section(writer.word("title_hampers"), findings, caveat)


def _write_barrier(writer: Writer, one: Hampering) -> Sentence:
    certainty = one.barrier.certainty
    return writer.say(
        f"hampers_{one.kind}",
        label=isolate(one.barrier.label[:1].upper() + one.barrier.label[1:]),
        name=_name_hampered(writer, one),
        unsure=(
            writer.say(
                "hampers_unsure", certainty=writer.speaker.say(f"common.certainty_{certainty}")
            )
            if certainty != "high"
            else ()
        ),
    )


def _name_hampered(writer: Writer, one: Hampering) -> Name | str:
    if one.kind == "partnership":
        return writer.partnership(one.id)
    if one.kind == "source":
        return writer.document(one.id)
    return clean_text(writer.registry.vocabulary.regions[one.id].label(writer.speaker.language))


def _write_passage(writer: Writer, passage: Evidence, quotes: bool) -> Sentence:
    source, line = writer.document(passage.source), passage.line
    if not quotes:
        return writer.say("passage_at", source=source, n=line)
    summary = writer.registry.sources[passage.source].is_summary
    key = "passage_summary" if summary else "passage_quote"
    return writer.say(key, source=source, n=line, words=isolate(passage.quote))


def _write_unknowns(writer: Writer) -> Section:
    unknowns = writer.facts.unknowns
    counts = (
        ("incomplete", len(unknowns.members_partly_known)),
        ("undated", len(unknowns.undated)),
        ("groups", unknowns.groups),
        ("inferred", len(unknowns.inferred)),
        ("once", len(unknowns.on_one_document)),
        ("placeless", len(unknowns.without_region)),
        ("undated_documents", len(writer.facts.documents.undated)),
    )
    said = (sentence for key, n in counts for sentence in writer.counted(key, n))
    return Section(writer.word("title_unknown"), tuple(map(Finding, said)))
