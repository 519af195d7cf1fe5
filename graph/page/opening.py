"""Facts -> what a reader meets first: what this is, and what stands out on the map."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from graph.findings.facts import Facts
from graph.page.data import Record
from graph.page.findings import write_heaviest
from graph.page.sentences import Name, Sentence, Writer

HIGHLIGHTS = 3
"""How many things that stand out are told above the map."""


@dataclass(frozen=True, slots=True)
class Highlight:
    """
    What stands out, in one sentence.

    `ref`: the row of the tables that tells of it, where no script runs; empty for the findings.
    `shows`: the view of the page that shows it on the map, as it stands in the address.
    """

    sentence: str
    ref: str
    shows: str


@dataclass(frozen=True, slots=True)
class Opening:
    """What the page says above the map, in one language."""

    lead: str
    highlights: tuple[Highlight, ...]


def write_opening(facts: Facts, legend: Record, language: str) -> Opening:
    """
    Write what a reader meets first.

    Args:
        facts: What was found.
        legend: From `count_legend`, of the same data.
        language: One of `LANGUAGES`.

    Returns:
        One sentence that says what this is and on how many documents it rests, and at most
        `HIGHLIGHTS` things that stand out, what matters most first.
    """
    writer = Writer(facts, language)
    lead = writer.speaker.say(
        "opening.lead",
        n=len(writer.registry.sources),
        organisations=writer.count("n_organisations", facts.size.organisations),
        partnerships=writer.count("n_partnerships", facts.size.partnerships),
    )
    found = [
        *_write_cut(writer),
        *_write_document(writer),
        *_write_doubt(writer, legend),
        *_write_leader(writer),
    ]
    return Opening(lead, tuple(found[:HIGHLIGHTS]))


def _write_cut(writer: Writer) -> Iterator[Highlight]:
    """Without whom most pairs of others are no longer connected."""
    for cut in writer.facts.cuts[:1]:
        name = writer.organisation(cut.organisation)
        unsure = any(part.rests_on for part in cut.parts)
        sentence = writer.speaker.weave(
            "opening.cut",
            name=name,
            sizes=writer.sizes(part.size for part in cut.parts),
            unsure=writer.speaker.weave("opening.cut_unsure") if unsure else (),
        )
        yield _show(sentence, name.ref, organisation=cut.organisation, without="1")


def _write_document(writer: Writer) -> Iterator[Highlight]:
    """On which document most ties rest alone."""
    if heaviest := writer.facts.voices.heaviest:
        (document,) = heaviest.sources
        sentence = write_heaviest(writer, heaviest)
        yield _show(sentence, writer.document(document).ref, document=document)


def _write_doubt(writer: Writer, legend: Record) -> Iterator[Highlight]:
    """How many ties no text states."""
    doubted = sum(count for certainty, count in legend["certainties"] if certainty != "high")
    if doubted:
        of = writer.facts.size.ties
        yield _show(writer.speaker.weave("opening.doubt", n=doubted, of=of), "", certainty="high")


def _write_leader(writer: Writer) -> Iterator[Highlight]:
    """Who takes part in most partnerships with others, where one does."""
    most = max((one.undertakings for one in writer.facts.leaders.counts), default=0)
    leaders = [one for one in writer.facts.leaders.counts if one.undertakings == most]
    if most > 1 and len(leaders) == 1:
        name = writer.organisation(leaders[0].organisation)
        sentence = writer.speaker.weave("opening.leader", n=most, name=name)
        yield _show(sentence, name.ref, organisation=leaders[0].organisation)


def _show(sentence: Sentence, ref: str, **view: str) -> Highlight:
    text = "".join(part.text if isinstance(part, Name) else part for part in sentence)
    return Highlight(text, ref, urlencode(view))
