"""In which set of connected organisations one stands."""

from typing import NamedTuple

from graph.network.components import find_components
from graph.network.incidence import Incidence
from graph.network.measures.measure import Explained, Measure, Shown


class Place(NamedTuple):
    """
    The component of an organisation: its number and how many are in it.

    `number` is 1 for the largest of two or more, then 2, …; None for an organisation alone.
    """

    number: int | None
    size: int


def number_components(incidence: Incidence) -> dict[str, Place]:
    """Number the components of two or more, the largest first, and give the one of each."""
    return {
        id: Place(number if len(part) > 1 else None, len(part))
        for number, part in enumerate(find_components(incidence), 1)
        for id in part
    }


def _show(place: Place) -> Shown:
    if not place.number:
        return Shown("no_named_partner")
    return Shown("component", {"number": place.number, "size": place.size})


COMPONENT = Measure(
    name="component",
    compute=lambda given: number_components(given.incidence),
    fields={
        "component": lambda place: place.number,
        "component_size": lambda place: place.size,
    },
    rank=lambda place: -place.number if place.number else None,
    shown=_show,
    is_text=True,
    explained=Explained(
        formula=(
            "sets of two or more that hang together, numbered from the largest; beside it the size"
        ),
        unit='1 or more, "no named partner" for who is in none',
        reading="who can be reached at all by named tables",
        misleads="a membership that no document names would join two of them",
        reference="Hopcroft and Tarjan 1973, CACM 16:372–378",
    ),
)
