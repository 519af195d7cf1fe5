"""Who takes part in regions that lie apart, or in themes that have nothing in common."""

from collections.abc import Iterator

from graph.findings.brokers import Broker, Brokers, Side
from graph.findings.membership import MembershipId
from graph.write.reports.context import SENTENCES, Context
from graph.write.reports.sections.rests import say_rest
from graph.write.reports.value import Row, Section, Sentence, Table


def write_brokers(context: Context, side: Side) -> Section:
    """Write who links partnerships that are far apart, and what each rests on."""
    facts = context.facts
    found = facts.brokers_regions if side == "regions" else facts.brokers_themes
    sentences = [_say_broker(context, side, one) for one in found.connecting[:SENTENCES]]
    return context.section(
        f"brokers_{side}",
        _list_parts(context, found, sentences),
        brief=sentences[:3],
        figures={
            "brokers": len(found.brokers),
            "brokers_between_named_others": len(found.connecting),
            "brokers_resting_on_one_inferred_membership": sum(
                bool(broker.rests_on) for broker in found.brokers
            ),
        },
        facts={"brokers": found},
        methods=[context.method(f"broker_{side}", "Jasny & Lubell 2015, Social Networks 41:36–47")],
    )


def _list_parts(
    context: Context, found: Brokers, sentences: list[str]
) -> Iterator[Sentence | Table]:
    side = found.side
    yield from (Sentence(text=text) for text in sentences)
    if not sentences:
        yield context.finding(f"no_brokers_{side}")
    if more := len(found.connecting) - len(sentences):
        yield context.finding("more_alike", n=more)
    if found.alone:
        names = context.names(context.organisations(one.organisation for one in found.alone))
        yield context.finding(f"brokers_alone_{side}", n=len(found.alone), names=names)
    if found.spanning:
        spanning = [_say_partnership(context, side, id) for id in found.spanning]
        names = context.speaker.join(spanning, SENTENCES)
        yield context.finding("spanning", n=len(found.spanning), names=names)
    yield context.table(
        f"brokers_{side}",
        f"organisation partnership {side} role certainty others lines without",
        [
            (broker, MembershipId(broker.organisation, id))
            for broker in (*found.connecting, *found.alone)
            for id in broker.partnerships
        ],
        lambda item: _write_row(context, side, *item),
        "others",
    )
    if found.unlabelled:
        yield context.caveat(f"unlabelled_{side}", n=len(found.unlabelled))
    yield context.caveat(f"related_{side}")


def _say_broker(context: Context, side: Side, broker: Broker) -> str:
    partnerships = context.speaker.join(
        [
            _say_membership(context, side, MembershipId(broker.organisation, id))
            for id in broker.partnerships
        ],
        SENTENCES,
    )
    name = context.organisation(broker.organisation).name
    text = context.say(f"broker_{side}", name=name, partnerships=partnerships)
    return f"{text} {say_rest(context, broker.organisation, broker.rests_on)}".strip()


def _say_membership(context: Context, side: Side, id: MembershipId) -> str:
    role = context.membership(id).membership.role
    said = [] if side == "themes" else [_say_labels(context, side, id.partnership)]
    if role == "invited":
        said.append(context.term("roles", role).name)
    name = context.partnership(id.partnership).name
    return f"{name} ({'; '.join(said)})" if said else name


def _say_partnership(context: Context, side: Side, id: str) -> str:
    return f"{context.partnership(id).name} ({_say_labels(context, side, id)})"


def _write_row(context: Context, side: Side, broker: Broker, id: MembershipId) -> Row:
    one = context.membership(id)
    return (
        context.organisation(id.organisation),
        context.partnership(id.partnership),
        tuple(context.term(side, label) for label in _list_labels(context, side, id.partnership)),
        context.term("roles", one.membership.role),
        context.certainty(one.certainty),
        context.incidence.size(id.partnership) - 1,
        context.basis(id),
        context.answer("no_broker" if id.partnership in broker.decisive else "still_broker"),
    )


def _say_labels(context: Context, side: Side, id: str) -> str:
    return context.names(context.term(side, label) for label in _list_labels(context, side, id))


def _list_labels(context: Context, side: Side, id: str) -> tuple[str, ...]:
    partnership = context.registry.partnerships[id]
    return partnership.regions if side == "regions" else partnership.themes
