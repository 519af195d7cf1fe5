"""How much is said by more than one document."""

from graph.write.reports.context import Ground
from graph.write.reports.value import Section, Sentence, Table


def tell_confirmation(ground: Ground) -> Section:
    """Tell how many partnerships and ties have one source, two, or more."""
    partnerships = [len(p.sources) for p in ground.registry.partnerships.values()]
    ties = [len(tie.sources) for tie in ground.ties]
    confirmed = sum(n > 1 for n in partnerships)
    confirmed_ties = sum(n > 1 for n in ties)
    none = ground.say("not_confirmed" if len(ground.registry.sources) > 1 else "one_document")
    parts: list[Sentence | Table] = []
    if not partnerships:
        parts.append(ground.finding("no_partnerships"))
    elif confirmed or confirmed_ties:
        parts.append(
            ground.finding(
                "confirmed",
                n=confirmed,
                of=len(partnerships),
                ties=confirmed_ties,
                of_ties=len(ties),
            )
        )
    else:
        parts.append(Sentence(text=none))
    rows = [
        (number, partnerships.count(number), ties.count(number))
        for number in sorted({*partnerships, *ties})
    ]
    columns = "sources partnerships ties"
    parts.append(ground.table("confirmation", columns, rows, columns))
    if partnerships:
        parts.append(ground.caveat("confirmation_caveat"))
    return ground.section(
        "confirmation",
        parts,
        brief=[none] if partnerships and not confirmed + confirmed_ties else [],
        figures={"partnerships_confirmed": confirmed, "ties_confirmed": confirmed_ties},
        methods=[ground.method("sources", "")],
    )
