"""Every type has a look of its own, which holds on paper, in the dark and for every eye."""

from itertools import combinations

import pytest

from graph.model.certainty import CERTAINTIES
from graph.model.vocabulary import TYPES
from graph.page.style.looks import (
    DASHES,
    GROUNDS,
    PALETTE,
    SHAPES,
    TYPE_LOOKS,
    node_radius,
    tie_width,
    type_looks,
)

# Machado, Oliveira and Fernandes 2009, doi:10.1109/TVCG.2009.113, severity 1.0, linear RGB.
DEFICIENCIES = {
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(colour: str) -> list[float]:
    """Turn '#rrggbb' into linear RGB, 0 to 1."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    return [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    low, high = sorted((luminance(one), luminance(two)))
    return (high + 0.05) / (low + 0.05)


def seen_by(colour: str, deficiency: str) -> list[float]:
    return [
        min(
            1.0,
            max(0.0, sum(factor * part for factor, part in zip(row, linear(colour), strict=True))),
        )
        for row in DEFICIENCIES[deficiency]
    ]


def oklab(rgb: list[float]) -> list[float]:
    """Turn linear RGB into OKLab, in which equal distances look about equal (Ottosson 2020)."""
    red, green, blue = rgb
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return [
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    ]


def same_shape() -> list[tuple[str, str]]:
    """Every two types that have the same shape, so that only colour tells them apart."""
    return [
        (one, two)
        for one, two in combinations(sorted(TYPE_LOOKS), 2)
        if TYPE_LOOKS[one].shape == TYPE_LOOKS[two].shape
    ]


def test_every_type_has_a_look() -> None:
    """The built-in types and the table of looks name the same ids."""
    assert sorted(TYPE_LOOKS) == sorted(TYPES)


def test_looks_differ() -> None:
    """No two types share colour and shape."""
    assert len(set(TYPE_LOOKS.values())) == len(TYPE_LOOKS)


def test_looks_are_drawable() -> None:
    """Each look names a colour and a shape that exist; each colour and most shapes are used."""
    assert {look.colour for look in TYPE_LOOKS.values()} == set(PALETTE)
    assert {look.shape for look in TYPE_LOOKS.values()} <= set(SHAPES)


@pytest.mark.parametrize("side", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("name", PALETTE)
def test_colours_stand_out(name: str, side: int) -> None:
    """Each colour has 3:1 against the ground of the map (WCAG 1.4.11)."""
    assert contrast(PALETTE[name][side], GROUNDS[side]) >= 3


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@pytest.mark.parametrize("side", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("one", "two"), same_shape())
def test_same_shape_differs_in_colour(one: str, two: str, side: int, deficiency: str) -> None:
    """Types of one shape are told apart by colour, also by colour-blind eyes."""
    colours = [PALETTE[TYPE_LOOKS[id].colour][side] for id in (one, two)]

    left, right = (oklab(seen_by(colour, deficiency)) for colour in colours)

    assert sum((a - b) ** 2 for a, b in zip(left, right, strict=True)) ** 0.5 >= 0.07


def test_added_types_get_looks_of_their_own() -> None:
    """Types that a file adds look like no other, and the same in whatever order they come."""
    added = [f"soort-{number}" for number in range(20)]

    looks = type_looks([*TYPES, *added])

    assert len(set(looks.values())) == len(TYPES) + 20
    assert looks == type_looks([*reversed(added), *TYPES])


def test_more_types_than_looks() -> None:
    """When looks run out, the rest look like 'overig'."""
    looks = type_looks([f"soort-{number:03}" for number in range(100)])

    assert looks["soort-099"] == TYPE_LOOKS["overig"]


def test_certainties_have_dashes() -> None:
    """Each certainty has dashes of its own; what is sure is a whole line."""
    assert list(DASHES) == list(CERTAINTIES)
    assert DASHES["high"] == ()
    assert len(set(DASHES.values())) == 3


def test_weight_widens() -> None:
    """A tie is wider for each partnership more, up to five."""
    assert [tie_width(weight) for weight in (1, 2, 3, 4, 5, 6)] == [1.6, 3.2, 4.8, 6.4, 8.0, 8.0]


def test_partnerships_enlarge() -> None:
    """An organisation is larger for each partnership more, within bounds."""
    radii = [node_radius(count) for count in range(200)]

    assert radii == sorted(radii)
    assert (radii[0], radii[-1]) == (8.0, 20.0)
