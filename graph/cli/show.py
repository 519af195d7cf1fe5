"""`collabgraph show`."""

from collections.abc import Mapping, Sequence

import click

from graph.cli.command import Command
from graph.cli.options import Asked, format_option, question_options
from graph.cli.printing import print_answer
from graph.cli.types import ANY_NAME
from graph.model.errors import UnknownIdError
from graph.model.records import (
    Group,
    NotOrganisation,
    Organisation,
    Partnership,
    Registry,
    Source,
)
from graph.network.incidence import Incidence
from graph.pipeline import select_incidence
from graph.query.around import (
    AroundCard,
    show_group,
    show_judged,
    show_region,
    show_theme,
)
from graph.query.card import Card, show_organisation, show_partnership, show_source
from graph.query.names import Known, find_record
from graph.read.digest import Digest
from graph.reading import read_asked
from graph.registers import Question
from graph.scan.mentions import Mention, find_mentions
from graph.words.speak import Speaker
from graph.write.answers.answer import Answer
from graph.write.answers.cards import answer_card


@click.command("show", cls=Command, example='collabgraph show "zilveren kruis"')
@click.argument("name", type=ANY_NAME)
@question_options
@format_option
def command(name: str, asked: Asked, form: str) -> None:
    """Show everything about one organisation, partnership, source, group, region or theme."""
    question = Question("card", (name,))
    everything, digests = read_asked(asked.data, question, asked.selection, cache=asked.cache)
    registry = everything.registry
    speaker = asked.choose_speaker(registry)
    try:
        record = find_record(registry, name)
    except UnknownIdError as error:
        absent = _explain_absence(registry, digests, asked.data, name, error.suggestions, speaker)
        if absent is None:
            raise
        print_answer(absent, form)
        return
    mentions = find_mentions(registry, digests)
    keep = [record.id] if isinstance(record, Organisation) else []
    incidence = select_incidence(everything, asked.selection, keep=keep)
    print_answer(_answer(registry, incidence, record, mentions, speaker), form)


def _explain_absence(
    registry: Registry,
    digests: Mapping[str, Digest],
    data: str,
    name: str,
    near: Sequence[str],
    speaker: Speaker,
) -> Answer | None:
    """Say why a name is not in the data; None where neither a document nor a proposal has it."""
    from graph.desk.about import find_decisions
    from graph.query.absent import find_uses
    from graph.write.answers.card_absent import answer_absent

    decisions = find_decisions(data, name)
    uses = find_uses(registry, digests, name)
    if not decisions and not uses:
        return None
    return answer_absent(registry, name, decisions, uses, near, speaker=speaker)


def _answer(
    registry: Registry,
    incidence: Incidence,
    record: Known,
    mentions: Sequence[Mention],
    speaker: Speaker,
) -> Answer:
    card: Card | AroundCard
    selected = incidence.registry
    match record:
        case Organisation():
            card = show_organisation(incidence, record, mentions, whole=registry)
        case Partnership():
            kept = selected.partnerships.get(record.id)
            card = show_partnership(selected, kept) if kept else show_partnership(registry, record)
        case Source():
            card = show_source(selected, record, mentions)
        case Group():
            card = show_group(selected, record)
        case NotOrganisation():
            card = show_judged(record, mentions)
        case _:
            is_region = record == registry.vocabulary.regions.get(record.id)
            card = show_region(selected, record) if is_region else show_theme(selected, record)
    return answer_card(registry, selected, card, speaker=speaker)
