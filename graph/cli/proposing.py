"""Proposals of a scan, or of anyone, on their way into `proposals.yaml`."""

from collections.abc import Collection, Sequence

from graph.cli.language import get_speaker
from graph.cli.loudness import say_done
from graph.cli.printing import write
from graph.desk.desk import Desk, find_proposals, open_desk
from graph.desk.open import CLOSING, Settled
from graph.desk.proposal import Proposal
from graph.desk.proposals import merge_proposals, write_proposals
from graph.desk.scanned import propose_survey
from graph.model.errors import SourceError
from graph.model.message import Message
from graph.scan.candidates import Candidate
from graph.scan.drafts import Draft
from graph.scan.survey import Survey
from graph.words.speak import Speaker
from graph.write.pasted import name_draft
from graph.write.terminal import show


def propose_found(data: str, survey: Survey, drafts: Sequence[Draft], speaker: Speaker) -> None:
    """
    Write what a scan found into the file of proposals.

    Args:
        data: The data file.
        survey: What was found.
        drafts: What may be partnerships.
        speaker: Who says why something is proposed.

    Raises:
        SourceError: A document is not registered, or a file cannot be read.
        DataError: A file breaks rules.
    """
    desk = open_desk(data)
    unknown = [name for name in survey.documents if name not in desk.registry.sources]
    if unknown:
        raise SourceError(Message("desk.not_registered", files=", ".join(unknown)))

    def explain(found: Candidate | Draft) -> str:
        if isinstance(found, Candidate):
            return speaker.say("desk.why_name", n=len(found.sightings))
        doubts = speaker.join([f"'{word}'" for word in found.doubts])
        return speaker.say("desk.why_doubt", words=doubts) if doubts else ""

    proposals = propose_survey(
        desk.registry,
        survey,
        drafts,
        desk.hashes,
        name=lambda draft: name_draft(desk.registry, draft, speaker),
        explain=explain,
    )
    add_proposals(desk, tuple(proposals))


def add_proposals(desk: Desk, proposals: Collection[Proposal]) -> None:
    """Put proposals beside those that are there, and say what became of them."""
    verdicts = desk.verdicts
    settled = Settled(desk.registry)
    before = {one.id for one in desk.proposals}
    fresh = [one for one in proposals if one.id not in before and one not in settled]
    merged = merge_proposals(
        desk.proposals,
        [one for one in proposals if one.id in before or one not in settled],
        judged=lambda id: id in verdicts,
        stands=lambda one: desk.find_place(one) is not None,
    )
    place = find_proposals(desk.place)
    content = write_proposals(merged)
    if merged and not (place.exists() and place.read_bytes() == content):
        write({place: content})
    new = {one.id for one in fresh}
    again = sum(verdicts.get(one.id) in CLOSING for one in proposals)
    said = get_speaker().say(
        "desk.proposed",
        n=len(new - verdicts.keys()),
        file=str(place),
        there=len({one.id for one in proposals} & before),
        judged=again,
    )
    say_done(show(said))
