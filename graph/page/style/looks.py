"""How things look: type -> colour and shape, weight -> width, certainty -> dashes. No drawing."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from graph.model.certainty import Certainty

PALETTE: Mapping[str, tuple[str, str]] = {
    "blue": ("#1f5fae", "#74b0f5"),
    "red": ("#cc3b1a", "#ff8763"),
    "purple": ("#8143b8", "#c79df5"),
    "green": ("#0b8062", "#3fcf9f"),
    "ochre": ("#946600", "#e3b341"),
    "grey": ("#5b6672", "#aab5c1"),
}
"""Name -> colour on white and on paper, colour on the dark ground; each at least 3:1."""

GROUNDS = ("#ffffff", "#12171e")
"""What the map is drawn on, light and dark."""


def _polygon(*points: tuple[float, float]) -> str:
    return "M" + "L".join(f"{round(x, 2):g} {round(y, 2):g}" for x, y in points) + "Z"


def _regular(corners: int, *, turn: float = 0.0, inner: float = 1.0) -> str:
    """Draw a polygon or star with the area of a circle of radius 10, first corner up."""
    steps = corners if inner == 1.0 else 2 * corners
    angles = [math.tau * (step / steps + turn) for step in range(steps)]
    sizes = [1.0 if inner == 1.0 or step % 2 == 0 else inner for step in range(steps)]
    area = sum(
        sizes[step] * sizes[step - 1] * math.sin(math.tau / steps) / 2 for step in range(steps)
    )
    radius = math.sqrt(math.pi * 100 / area)
    return _polygon(
        *(
            (radius * size * math.sin(angle), -radius * size * math.cos(angle))
            for size, angle in zip(sizes, angles, strict=True)
        )
    )


def _plus(turn: float) -> str:
    """Draw a plus with arms as wide as a circle of radius 10 needs for its area."""
    arm, half = 12.0, 4.05
    corners = [(half, -arm), (half, -half), (arm, -half)]
    points = []
    for quarter in range(4):
        for x, y in corners:
            for _ in range(quarter):
                x, y = -y, x
            points.append((x, y))
    sine, cosine = math.sin(math.tau * turn), math.cos(math.tau * turn)
    return _polygon(*((x * cosine - y * sine, x * sine + y * cosine) for x, y in points))


SHAPES: Mapping[str, str] = {
    "circle": "M-10 0A10 10 0 1 0 10 0A10 10 0 1 0 -10 0Z",
    "square": _regular(4, turn=1 / 8),
    "diamond": _regular(4),
    "triangle": _regular(3),
    "wedge": _regular(3, turn=1 / 2),
    "pentagon": _regular(5),
    "hexagon": _regular(6, turn=1 / 12),
    "star": _regular(5, inner=0.5),
    "plus": _plus(0),
    "cross": _plus(1 / 8),
    "pill": "M-8 -6.6H8A6.6 6.6 0 0 1 8 6.6H-8A6.6 6.6 0 0 1 -8 -6.6Z",
    "cluster": "".join(
        f"M{x - 6:g} {y:g}A6 6 0 1 0 {x + 6:g} {y:g}A6 6 0 1 0 {x - 6:g} {y:g}Z"
        for x, y in ((0, -6.4), (5.8, 3.6), (-5.8, 3.6))
    ),
}
"""Name -> SVG path about (0, 0), each with about the area of a circle of radius 10."""


@dataclass(frozen=True, slots=True)
class Look:
    """Colour (a name of `PALETTE`) and shape (a name of `SHAPES`); no two types share both."""

    colour: str
    shape: str


GROUP_LOOK = Look("grey", "cluster")
"""Parties that are not named one by one: a shape that no type has."""

TYPE_LOOKS: Mapping[str, Look] = {
    "gemeente": Look("blue", "square"),
    "regionaal-verband": Look("blue", "pill"),
    "ggd": Look("blue", "pentagon"),
    "rijksoverheid": Look("blue", "star"),
    "ziekenhuis": Look("red", "plus"),
    "eerstelijn": Look("red", "circle"),
    "ggz": Look("red", "diamond"),
    "ouderenzorg": Look("purple", "hexagon"),
    "gehandicaptenzorg": Look("purple", "wedge"),
    "kennisinstelling": Look("purple", "triangle"),
    "maatschappelijke-opvang": Look("green", "triangle"),
    "jeugdhulp": Look("green", "wedge"),
    "welzijn": Look("green", "hexagon"),
    "patientenorganisatie": Look("green", "plus"),
    "zorgverzekeraar": Look("ochre", "square"),
    "ros": Look("ochre", "pentagon"),
    "brancheorganisatie": Look("ochre", "wedge"),
    "programmaorganisatie": Look("grey", "diamond"),
    "bedrijf": Look("grey", "cross"),
    "overig": Look("grey", "circle"),
}
"""One colour a domain; types of one shape have colours that colour-blind eyes tell apart."""

DASHES: Mapping[Certainty, tuple[float, ...]] = {"high": (), "medium": (8, 5), "low": (2, 4)}
"""Certainty of a tie -> lengths of dash and gap, in pixels; empty for a whole line."""

WIDEST_WEIGHT = 5
"""A tie of this weight or more is drawn as wide as ties get."""


def type_looks(types: Iterable[str]) -> dict[str, Look]:
    """
    Give every type a look of its own, the same on every run.

    A type that the data file adds gets a pair of colour and shape that no built-in type has,
    in the order of the ids; should they run out, the last ones share the look of 'overig'.

    >>> type_looks(["gemeente", "kerk"])["kerk"]
    Look(colour='ochre', shape='circle')
    """
    taken = set(TYPE_LOOKS.values())
    colours = ("ochre", "green", "purple", "blue", "red", "grey")
    free = [
        look
        for shape, colour in product(SHAPES, colours)
        if (look := Look(colour, shape)) not in taken and shape != GROUP_LOOK.shape
    ]
    added = sorted(set(types) - set(TYPE_LOOKS))
    spare = dict(zip(added, free, strict=False))
    return {
        id: TYPE_LOOKS.get(id) or spare.get(id) or TYPE_LOOKS["overig"] for id in sorted(set(types))
    }


def tie_width(weight: int) -> float:
    """
    Say how wide a tie is drawn, in pixels from 1.6 to 8.0, from its shared partnerships.

    >>> [tie_width(weight) for weight in (1, 2, 5, 60)]
    [1.6, 3.2, 8.0, 8.0]
    """
    return round(1.6 * min(weight, WIDEST_WEIGHT), 1)


def node_radius(partnerships: int) -> float:
    """
    Say how large an organisation is drawn, 8.0 to 20.0, by its partnerships (area grows evenly).

    >>> [node_radius(count) for count in (0, 1, 4, 100)]
    [8.0, 9.8, 13.9, 20.0]
    """
    return round(min(math.sqrt(64 + 32.5 * partnerships), 20.0), 1)
