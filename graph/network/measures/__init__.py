"""What is measured of each organisation: one measure, one file; `MEASURES` lists them."""

from collections.abc import Sequence

from graph.network.measures.alone import ALONE
from graph.network.measures.betweenness import BETWEENNESS
from graph.network.measures.component import COMPONENT
from graph.network.measures.cut_vertex import CUT_VERTEX
from graph.network.measures.effective_size import EFFECTIVE_SIZE
from graph.network.measures.measure import Measure
from graph.network.measures.newman_strength import NEWMAN_STRENGTH
from graph.network.measures.partners import PARTNERS
from graph.network.measures.partnerships import PARTNERSHIPS
from graph.network.measures.redundancy import REDUNDANCY
from graph.network.measures.regions import REGIONS
from graph.network.measures.strength import STRENGTH
from graph.network.measures.undertakings import UNDERTAKINGS
from graph.network.measures.with_others import WITH_OTHERS

MEASURES: Sequence[Measure] = (
    UNDERTAKINGS,
    WITH_OTHERS,
    ALONE,
    PARTNERSHIPS,
    PARTNERS,
    STRENGTH,
    NEWMAN_STRENGTH,
    BETWEENNESS,
    EFFECTIVE_SIZE,
    REDUNDANCY,
    REGIONS,
    COMPONENT,
    CUT_VERTEX,
)
"""In the order of columns. Records, JSON, CSV, the table, `--sort` and the docs follow it."""
