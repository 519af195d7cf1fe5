"""A card of the review as text, as wide as the terminal is."""

import textwrap
from collections.abc import Iterator, Mapping

from graph.desk.card import Card
from graph.desk.entries import write_entries
from graph.desk.proposal import Proposal
from graph.words.speak import Speaker
from graph.words.store import find_words
from graph.write.terminal import show

_AROUND = 200  # characters of the passage before and after the quote
_NARROWEST = 20
_WIDEST = 100


def lay_out_card(card: Card, speaker: Speaker, *, left: int, width: int) -> str:
    """
    Lay out a card: what it is, the passage with its surroundings, the record as it would become.

    Args:
        card: What is shown.
        speaker: Who says it.
        left: How many cards there are, this one too.
        width: Columns of the terminal.
    """
    columns = _fit(width)
    blocks = [
        *_fold(_say_title(card.proposal, speaker, left), columns),
        "─" * columns,
        *_fold(_quote(card, speaker), columns, "  "),
        "",
    ]
    entries = write_entries(card.outcome.entries).splitlines()
    for line in entries or [speaker.say("desk.empty_card")]:
        indent = " " * (len(line) - len(line.lstrip()) + 2)
        blocks += _fold(line.strip(), columns, indent, indent + "  ")
    notes = list(_list_notes(card, speaker))
    if notes:
        blocks.append("")
    for note in notes:
        blocks += _fold(note, columns)
    return "\n".join(blocks)


def lay_out_keys(actions: Mapping[str, str], speaker: Speaker, *, width: int) -> str:
    """
    Lay out which key does what, a key and its word never apart.

    Args:
        actions: What each key does.
        speaker: Who says it.
        width: Columns of the terminal.
    """
    columns = _fit(width)
    lines = [""]
    words = find_words("desk.actions", speaker.language)
    for key, action in actions.items():
        said = speaker.say("desk.key", press=key, does=words[action])
        longer = f"{lines[-1]}  {said}" if lines[-1] else said
        if len(longer) <= columns or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(said)
    return "\n".join(lines)


def _fit(width: int) -> int:
    return max(_NARROWEST, min(width, _WIDEST))


def _say_title(proposal: Proposal, speaker: Speaker, left: int) -> str:
    what = speaker.say(f"desk.what.{proposal.what}", name=proposal.name)
    return speaker.say(
        "desk.card", n=left, what=what, document=proposal.document, line=str(proposal.line)
    )


def _quote(card: Card, speaker: Speaker) -> str:
    """Give the passage with the quote between marks, or the quote alone where it is gone."""
    if not card.place:
        return speaker.say("desk.gone", quote=card.proposal.quote)
    passage, start, end = card.place
    text = passage.text
    before = text[max(0, start - _AROUND) : start]
    after = text[end : end + _AROUND]
    opened = "…" if start > _AROUND else ""
    closed = "…" if len(text) > end + _AROUND else ""
    return f"{opened}{before}»{text[start:end]}«{after}{closed}"


def _list_notes(card: Card, speaker: Speaker) -> Iterator[str]:
    proposal, outcome = card.proposal, card.outcome
    for place, (id, name) in enumerate(card.near, 1):
        yield speaker.say("desk.card_near", press=str(place), name=name, id=id)
    if outcome.brought:
        names = speaker.join([one.name for _, one in outcome.brought])
        yield speaker.say("desk.card_brought", names=names)
    if outcome.left_out:
        yield speaker.say("desk.card_left_out", names=speaker.join(list(outcome.left_out)))
    if card.unnamed:
        yield speaker.say("desk.card_unnamed", names=speaker.join(list(card.unnamed)))
    found = speaker.say("desk.card_found", finder=proposal.finder, version=proposal.version)
    yield f"{proposal.reason} ({found})" if proposal.reason else found


def _fold(text: str, columns: int, first: str = "", rest: str | None = None) -> list[str]:
    return textwrap.wrap(
        show(text),
        columns,
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_on_hyphens=False,
        drop_whitespace=True,
    ) or [""]
