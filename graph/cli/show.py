"""`collabgraph show`."""

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
from graph.model.records import Organisation, Partnership
from graph.pipeline import read_with_digests
from graph.query.card import Card, show_organisation, show_partnership, show_source
from graph.query.names import find_record
from graph.scan.mentions import find_mentions
from graph.select.filters import Selection
from graph.select.selection import select_registry
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
    """Show everything about one organisation, partnership or source."""
    registry, digests = read_with_digests(data, cache=cache)
    record = find_record(registry, name)
    mentions = find_mentions(registry, digests)
    keep = [record.id] if isinstance(record, Organisation) else []
    selected = select_registry(registry, selection, keep=keep)
    card: Card
    if isinstance(record, Organisation):
        card = show_organisation(selected, record, mentions, whole=registry)
    elif isinstance(record, Partnership):
        kept = selected.partnerships.get(record.id)
        card = show_partnership(selected, kept) if kept else show_partnership(registry, record)
    else:
        card = show_source(selected, record, mentions)
    speaker = choose_speaker(language, registry.language)
    print_answer(answer_card(registry, selected, card, speaker=speaker), form)
