"""Do ties run between regions and types, or within them; and on whom does that hang?"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.model.records import Tie
from graph.model.regions import are_related
from graph.write.reports.context import Ground
from graph.write.reports.value import Cell, Section, Sentence, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Mixing:
    """
    Ties between groups (`external`) and within them (`internal`).

    `index` is the E-I index, or None where there are no ties to count. `without` gives the
    index when one organisation is left out, for each that has a counted tie. `uncounted` ties
    have an end of which the group is not known.
    """

    external: int
    internal: int
    uncounted: int
    without: Mapping[str, float | None]

    @property
    def index(self) -> float | None:
        """
        (E - I) / (E + I), from -1 (all within) to 1 (all between).

        Reference: Krackhardt and Stern 1988, Social Psychology Quarterly 51:123-140.
        """
        return divide(self.external, self.internal)


def divide(external: int, internal: int) -> float | None:
    """
    Take the E-I index of two counts; None where both are 0.

    >>> divide(3, 1), divide(0, 0)
    (0.5, None)
    """
    return (external - internal) / (external + internal) if external + internal else None


def measure_mixing(
    ties: Iterable[Tie],
    groups: Mapping[str, str | None],
    are_one: Callable[[str, str], bool] = str.__eq__,
) -> Mixing:
    """
    Count the ties between and within groups, and again without each organisation.

    Args:
        ties: Each is counted once, whatever its weight.
        groups: The group of each organisation; None where it is not known.
        are_one: Tells whether two groups count as one.
    """
    counts = [0, 0]
    each: dict[str, list[int]] = {}
    uncounted = 0
    for tie in ties:
        left, right = groups[tie.left], groups[tie.right]
        if left is None or right is None:
            uncounted += 1
            continue
        side = int(are_one(left, right))
        counts[side] += 1
        for id in (tie.left, tie.right):
            each.setdefault(id, [0, 0])[side] += 1
    external, internal = counts
    return Mixing(
        external=external,
        internal=internal,
        uncounted=uncounted,
        without={id: divide(external - e, internal - i) for id, (e, i) in sorted(each.items())},
    )


def tell_mixing(ground: Ground) -> Section:
    """Tell the E-I index by type and by region, with its range when one is left out."""
    organisations = ground.registry.organisations
    regions = {id: organisation.region for id, organisation in organisations.items()}
    terms = ground.registry.vocabulary.regions
    measured = {
        "by_type": measure_mixing(ground.ties, {id: o.type for id, o in organisations.items()}),
        "by_region": measure_mixing(ground.ties, regions, lambda a, b: are_related(terms, a, b)),
        "by_region_label": measure_mixing(ground.ties, regions),
    }
    return ground.section(
        "mixing",
        _list_parts(ground, measured),
        figures={f"ei_{name}": mixing.index for name, mixing in measured.items()},
        methods=[
            ground.method("ei", "Krackhardt & Stern 1988, Social Psychology Quarterly 51:123–140")
        ],
    )


def _list_parts(ground: Ground, measured: Mapping[str, Mixing]) -> Iterator[Sentence | Table]:
    if not ground.ties:
        yield ground.finding("no_mixing")
        return
    by_type, by_region = measured["by_type"], measured["by_region"]
    yield ground.finding("mixing_type", e=by_type.external, i=by_type.internal)
    if by_region.index is None:
        yield ground.finding("no_mixing_region")
    else:
        yield ground.finding("mixing_region", e=by_region.external, i=by_region.internal)
    strict = measured["by_region_label"].index
    if strict != by_region.index:
        yield ground.finding(
            "mixing_label",
            one=ground.number(by_region.index),
            other=ground.number(strict),
        )
    columns = "group external internal ei lowest highest uncounted"
    rows = (_make_row(ground, name, mixing) for name, mixing in measured.items())
    yield ground.table("mixing", columns, rows, "external internal ei uncounted")
    yield ground.caveat("mixing_caveat")


def _make_row(ground: Ground, name: str, mixing: Mixing) -> tuple[Cell, ...]:
    known = {id: index for id, index in mixing.without.items() if index is not None}
    return (
        ground.answer(name),
        mixing.external,
        mixing.internal,
        mixing.index,
        _say_extreme(ground, known, min(known.values(), default=None)),
        _say_extreme(ground, known, max(known.values(), default=None)),
        mixing.uncounted,
    )


def _say_extreme(ground: Ground, known: Mapping[str, float], value: float | None) -> str:
    if value is None:
        return ground.say("not_defined")
    those = [id for id, index in known.items() if index == value]
    number = ground.speaker.number(value)
    if len(those) == len(known) and len(those) > 1:
        return ground.say("whoever", value=number)
    if len(those) > 2:
        return ground.say("without_many", value=number, n=len(those))
    return ground.say("without_one", value=number, names=ground.names(ground.organisations(those)))
