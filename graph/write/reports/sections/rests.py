"""How it is said that a finding rests on memberships that are not stated."""

from collections.abc import Iterable

from graph.findings.membership import MembershipId
from graph.write.reports.context import Context


def say_rest(context: Context, about: str, memberships: Iterable[MembershipId]) -> str:
    """
    Say that a finding rests on these memberships; nothing where there are none.

    Args:
        context: The facts and a language.
        about: Id of the organisation that the finding is about.
        memberships: Each carries the finding by itself.
    """
    said = [_say_membership(context, about, one) for one in memberships]
    return context.say("rests_on", n=len(said), seats=context.speaker.join(said)) if said else ""


def _say_membership(context: Context, about: str, id: MembershipId) -> str:
    one = context.membership(id)
    certainty = context.certainty(one.certainty).name
    name = one.partnership.name
    if id.organisation != about:
        other = context.organisation(id.organisation).name
        return context.say("membership_of", name=name, organisation=other, certainty=certainty)
    role = context.term("roles", one.membership.role).name
    return context.say("membership", name=name, role=role, certainty=certainty)
