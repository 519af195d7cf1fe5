"""In how many undertakings an organisation takes part with others."""

from graph.network.measures.measure import Explained, Measure

UNDERTAKINGS = Measure(
    name="undertakings",
    compute=lambda given: given.counts,
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
