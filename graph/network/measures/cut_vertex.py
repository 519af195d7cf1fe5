"""Whether a component falls apart without an organisation."""

from graph.network.components import CutVertex, find_cut_vertices
from graph.network.incidence import Incidence
from graph.network.measures.measure import Explained, Measure, Shown


def list_cuts(incidence: Incidence) -> dict[str, CutVertex | None]:
    """Give the cut vertex that each organisation is; None where the rest stays connected."""
    cuts = {cut.id: cut for cut in find_cut_vertices(incidence)}
    return {id: cuts.get(id) for id in incidence.organisations}


CUT_VERTEX = Measure(
    name="cut_vertex",
    compute=lambda given: list_cuts(given.incidence),
    fields={
        "cut_vertex": bool,
        "parts": lambda cut: cut.listed if cut else (),
        "part_sizes": lambda cut: cut.sizes if cut else (),
    },
    rank=lambda cut: len(cut.sizes) if cut else 0,
    shown=lambda cut: Shown("parts", {"n": len(cut.sizes)}) if cut else Shown("no"),
    explained=Explained(
        formula="whether its component falls apart without it, and in which parts",
        unit="yes or no; the parts, largest first",
        reading='"only link between …"',
        misleads=("it rests on each of its memberships: read their certainty beside it"),
        reference="Hopcroft and Tarjan 1973",
    ),
)
