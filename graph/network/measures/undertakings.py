"""In how many undertakings an organisation takes part with others."""

from graph.network.counts import Count, count_partnerships
from graph.network.measures.measure import Explained, Given, Measure


def count_undertakings(given: Given) -> dict[str, Count]:
    """Count what each organisation takes part in, the stages of one undertaking once and apart."""
    return {
        id: count_partnerships(given.incidence, given.undertakings, id)
        for id in given.incidence.organisations
    }


UNDERTAKINGS = Measure(
    name="undertakings",
    compute=count_undertakings,
    fields={"undertakings": lambda count: count.undertakings},
    rank=lambda count: (count.undertakings, count.with_others, count.alone),
    shown=lambda count: count.undertakings,
    explained=Explained(
        formula=(
            "partnerships with two or more named members, those that follow each other counted once"
        ),
        unit="undertakings, 0 or more",
        reading=(
            '"takes part in most", here, on the page, in the report and in `list`; equal ones '
            "stand in the order of `with_others`, then of `alone`"
        ),
        misleads="an undertaking whose stages no document links counts as several",
        reference="Borgatti and Everett 1997, Social Networks 19:243–269",
    ),
)
