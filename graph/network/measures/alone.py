"""In how many partnerships an organisation is the only named member."""

from graph.network.measures.measure import Explained, Measure

ALONE = Measure(
    name="alone",
    compute=lambda given: {id: count.alone for id, count in given.counts.items()},
    explained=Explained(
        formula="partnerships of which it is the only named member",
        unit="tables, 0 or more",
        reading="where the other parties are not told; such a table makes no tie",
        misleads="it says what documents leave out, not that anybody works alone",
        reference="Borgatti and Everett 1997, Social Networks 19:243–269",
    ),
)
