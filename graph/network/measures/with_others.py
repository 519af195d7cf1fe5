"""In how many partnerships an organisation takes part with others, each stage counted."""

from graph.network.measures.measure import Explained, Measure

WITH_OTHERS = Measure(
    name="with_others",
    compute=lambda given: {id: count.with_others for id, count in given.counts.items()},
    explained=Explained(
        formula="partnerships with another named member, each stage counted",
        unit="tables, 0 or more",
        reading="beside `undertakings`: how much of it are stages of one thing",
        misleads="a long undertaking swells it",
        reference="Borgatti and Everett 1997, Social Networks 19:243–269",
    ),
)
