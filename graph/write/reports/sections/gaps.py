"""What the curator can look up next."""

from collections.abc import Iterator, Sequence

from graph.model.records import MEMBERS_KNOWN, Partnership
from graph.write.reports.context import Ground, Seat, by_name, list_inferred
from graph.write.reports.sections.brokers import find_brokers
from graph.write.reports.sections.cuts import Without
from graph.write.reports.value import Cell, Section, Sentence, Table


def tell_gaps(ground: Ground, without: Sequence[Without]) -> Section:
    """
    Tell what is missing, and which inferred memberships carry a finding.

    Args:
        ground: From `lay_ground`.
        without: What is left without each seat that is not stated, from `leave_out`.
    """
    partnerships = list(ground.registry.partnerships.values())
    inferred = list_inferred(ground)
    mentioned = [id for id, seats in ground.seats.items() if not seats]
    carrying = _find_carried(ground, inferred, without)
    figures = {
        "without_named_members": sum(not p.memberships for p in partnerships),
        "members_partly_known": sum(p.members_known == "some" for p in partnerships),
        "without_period": sum(not p.period for p in partnerships),
        "inferred_memberships": len(inferred),
        "only_mentioned": len(mentioned),
        "without_region": sum(not o.region for o in ground.registry.organisations.values()),
        "undated_documents": sum(not s.date for s in ground.registry.sources.values()),
    }
    carried = sum(bool(carrying[_key(seat)]) for seat in inferred)
    return ground.section(
        "gaps",
        _list_parts(ground, figures, inferred, mentioned, carrying),
        brief=[ground.say("first_to_check", n=carried)] if carried else [],
        figures=figures,
    )


def _list_parts(
    ground: Ground,
    figures: dict[str, int],
    inferred: list[Seat],
    mentioned: list[str],
    carrying: dict[tuple[str, str], str],
) -> Iterator[Sentence | Table]:
    partnerships = sorted(ground.registry.partnerships.values(), key=lambda p: p.id)
    if partnerships:
        yield ground.finding("gaps", of=len(partnerships), **figures)
    if ground.registry.selection:
        yield ground.caveat("gaps_selected")
    if inferred:
        yield ground.finding("inferred", n=len(inferred))
        inferred = sorted(inferred, key=lambda seat: (not carrying[_key(seat)], _key(seat)))
        columns = "organisation partnership role certainty lines carries"
        rows = (_inferred_row(ground, seat, carrying[_key(seat)]) for seat in inferred)
        yield ground.table("inferred", columns, rows)
    if mentioned:
        names = ground.names(ground.organisations(mentioned))
        yield ground.finding("mentioned", n=len(mentioned), names=names)
    elif ground.registry.selection:
        yield ground.finding("mentioned_unknown")
    homeless = [id for id, o in ground.registry.organisations.items() if not o.region]
    if homeless:
        names = ground.names(ground.organisations(homeless))
        yield ground.finding("without_region", n=len(homeless), names=names)
    undated = [s.title for _, s in sorted(ground.registry.sources.items()) if not s.date]
    if undated:
        yield ground.finding("undated", n=len(undated), names=ground.speaker.join(undated))
    open_ones = [p for p in partnerships if not (p.members_known == "all" and p.period)]
    open_ones.sort(key=lambda p: (MEMBERS_KNOWN[::-1].index(p.members_known), by_name(p)))
    columns = "partnership members groups members_known period"
    rows = (_gap_row(ground, p) for p in open_ones)
    yield ground.table("gaps", columns, rows, "members")
    if not (partnerships or mentioned or homeless or undated):
        yield ground.finding("no_gaps")


def _find_carried(
    ground: Ground, inferred: list[Seat], without: Sequence[Without]
) -> dict[tuple[str, str], str]:
    carried: dict[tuple[str, str], list[str]] = {_key(seat): [] for seat in inferred}
    cuts = set(ground.measures.cut_vertices)
    for left in without:
        gone = ground.organisations(cuts - set(left.cuts))
        if gone:
            carried[_key(left.seat)].append(ground.say("carries_cut", names=ground.names(gone)))
    for key, brokers in (
        ("carries_regions", find_brokers(ground, "regions")),
        ("carries_themes", find_brokers(ground, "themes")),
    ):
        for broker in brokers:
            for seat in broker.rests_on if broker.connects else ():
                carried[_key(seat)].append(ground.say(key))
    return {key: "; ".join(said) for key, said in carried.items()}


def _inferred_row(ground: Ground, seat: Seat, carries: str) -> tuple[Cell, ...]:
    partnership, membership = seat
    return (
        ground.organisation(membership.organisation),
        ground.partnership(partnership),
        ground.term("roles", membership.role),
        ground.certainty(partnership, membership),
        ground.basis(partnership, membership),
        carries,
    )


def _gap_row(ground: Ground, partnership: Partnership) -> tuple[Cell, ...]:
    return (
        ground.partnership(partnership),
        partnership.size,
        "; ".join(
            f"{group.label} ({group.size})"
            if group.size and str(group.size) not in group.label
            else group.label
            for group in partnership.groups
        ),
        ground.answer(f"members_{partnership.members_known}"),
        ground.speaker.date(partnership.period.text)
        if partnership.period
        else ground.answer("not_known"),
    )


def _key(seat: Seat) -> tuple[str, str]:
    return (seat[1].organisation, seat[0].id)
