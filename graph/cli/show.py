"""`collabgraph show`."""

from collections.abc import Sequence

import click

from graph.cli.command import Command
from graph.cli.options import (
    choose_speaker,
    format_option,
    language_option,
    read_options,
    selection_options,
)
from graph.cli.printing import print_answer
from graph.cli.types import NAME
from graph.model.records import (
    Group,
    NotOrganisation,
    Organisation,
    Partnership,
    Registry,
    Source,
)
from graph.network.incidence import Incidence
from graph.pipeline import read_asked, select_incidence
from graph.query.around import (
    AroundCard,
    show_group,
    show_judged,
    show_region,
    show_theme,
)
from graph.query.card import Card, show_organisation, show_partnership, show_source
from graph.query.names import Known, find_record
from graph.registers import Question
from graph.scan.mentions import Mention, find_mentions
from graph.select.filters import Selection
from graph.words.speak import Speaker
from graph.write.answers.answer import Answer
from graph.write.answers.cards import answer_card


@click.command("show", cls=Command, example='collabgraph show "zilveren kruis"')
@click.argument("name", type=NAME)
@read_options
@selection_options
@language_option
@format_option
def command(
    name: str, data: str, cache: bool, selection: Selection, language: str | None, form: str
) -> None:
    """Show everything about one organisation, partnership, source, group, region or theme."""
    question = Question("card", (name,))
    everything, digests = read_asked(data, question, selection, cache=cache)
    registry = everything.registry
    record = find_record(registry, name)
    mentions = find_mentions(registry, digests)
    keep = [record.id] if isinstance(record, Organisation) else []
    incidence = select_incidence(everything, selection, keep=keep)
    speaker = choose_speaker(language, registry.language)
    print_answer(_answer(registry, incidence, record, mentions, speaker), form)


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
