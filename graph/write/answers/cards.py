"""The answer of `show`."""

from graph.model.records import Registry
from graph.query.around import AreaCard, AroundCard, GroupCard, JudgedCard
from graph.query.card import Card, OrganisationCard, PartnershipCard, SourceCard
from graph.words.speak import Speaker
from graph.write.answers.answer import Answer
from graph.write.answers.card_area import answer_area
from graph.write.answers.card_group import answer_group
from graph.write.answers.card_judged import answer_judged
from graph.write.answers.card_organisation import answer_organisation
from graph.write.answers.card_partnership import answer_partnership
from graph.write.answers.card_source import answer_source
from graph.write.answers.wording import Wording


def answer_card(
    registry: Registry,
    selected: Registry,
    card: Card | AroundCard,
    *,
    speaker: Speaker,
) -> Answer:
    """
    Answer everything about one organisation, partnership, source, group, region or theme.

    Args:
        registry: The whole data, for names: what is told of need not be in the selection.
        selected: What the filters keep, for the scope of the answer.
        card: What was gathered.
        speaker: Who says it.
    """
    words = Wording(registry, speaker)
    match card:
        case OrganisationCard():
            return answer_organisation(words, selected, card)
        case PartnershipCard():
            return answer_partnership(words, selected, card)
        case GroupCard():
            return answer_group(words, selected, card)
        case AreaCard():
            return answer_area(words, selected, card)
        case JudgedCard():
            return answer_judged(words, selected, card)
        case SourceCard():  # pragma: no branch - mypy knows that there is no other card
            return answer_source(words, selected, card)
