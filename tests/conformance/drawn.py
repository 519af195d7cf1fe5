"""Registries and selections that hypothesis draws: small, odd, and using every filter."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, product
from typing import Any, TypeVar
from unittest.mock import patch

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from hypothesis.internal.conjecture.providers import HypothesisProvider
from hypothesis.internal.constants_ast import Constants
from registries import group, make_registry, organisation, partnership

from graph.model.certainty import CERTAINTIES
from graph.model.period import read_period
from graph.model.records import (
    RELATION_KINDS,
    STATUSES,
    Barrier,
    Evidence,
    Membership,
    Partnership,
    Registry,
    Relation,
    Term,
)
from graph.select.filter import RECORDS
from graph.select.filters import FILTERS as EVERY_FILTER
from graph.select.filters import Selection
from graph.select.selection import select_registry

T = TypeVar("T")

REGIONS = {
    id: Term(id=id, labels={"nl": id.title()}, within=within)
    for id, within in (
        ("beek", "oost"),
        ("eiland", None),
        ("land", None),
        ("oost", "land"),
        ("west", "land"),
    )
}
"""A country with two provinces, of which one with a village; and an island apart."""

OWN_ROLE = {"chair": Term(id="chair", labels={"nl": "voorzitter"})}
"""A role that the data add to those that are built in."""

THEMES = ("corona", "jeugd", "ouderenzorg")
KINDS = ("overleg", "plan", "project")
TYPES = ("gemeente", "ggd", "ziekenhuis")
ROLES = ("lead", "convener", "facilitator", "funder", "member", "invited", "chair")
PERIODS = (None, "2018", "2019-03/..", "/2018-06", "2017?/2019-06~", "2018-12-31/2019")
ASKED = ("2018", "2018-06/2019-03", "2020/..", "/2017", "2020-02-29/2020-03-01", "2018-07~")
SIZES = (8, 9, 8, 7, 6, 4, 1, 0)


def some(words: Sequence[T], most: int = 2) -> list[tuple[T, ...]]:
    """Every choice of at most so many of these words, none included."""
    return [found for size in range(most + 1) for found in combinations(words, size)]


EVIDENCE = some([Evidence(source=f"s{n}", line=n, quote="x") for n in (1, 2, 3)])
NOTES = (None, "een", "twee")
MEMBERS: list[dict[str, Any]] = [
    {
        "role": role,
        "certainty": certainty,
        "identity": identity,
        "role_certainty": identity,
        "evidence": evidence,
        "note": note,
    }
    for role, certainty, identity, evidence, note in product(
        ROLES, CERTAINTIES, ("high", *CERTAINTIES), EVIDENCE, NOTES
    )
]
ABOUT: list[dict[str, Any]] = [
    {
        "certainty": certainty,
        "evidence": evidence,
        "kind": kind,
        "period": period,
        "status": status,
    }
    for certainty, evidence, kind, period, status in product(
        ("high", *CERTAINTIES),
        EVIDENCE,
        KINDS,
        [p and read_period(p) for p in PERIODS],
        STATUSES,
    )
]
GROUP_TYPES = (("a", ()), ("b", ()), ("c", ("ggd",)), ("d", ("gemeente", "ziekenhuis")))
GROUPS = some(
    [
        replace(
            group(f"{name} {types}", 6, role, types=types),
            certainty=certainty,
            evidence=evidence,
        )
        for (name, types), role, certainty, evidence in product(
            GROUP_TYPES, ("advisor", "member"), CERTAINTIES, EVIDENCE
        )
    ],
    1,
)
WANTED = some(
    [
        replace(
            group(f"{name} {types}", 6, "wished", types=types),
            certainty=certainty,
            evidence=evidence,
        )
        for (name, types), certainty, evidence in product(GROUP_TYPES, CERTAINTIES, EVIDENCE)
    ],
    1,
)
BARRIERS = some(
    [
        Barrier(label=f"{certainty} in {len(evidence)}", certainty=certainty, evidence=evidence)
        for certainty, evidence in product(CERTAINTIES, EVIDENCE[1:])
    ],
    1,
)

FILTERS: list[dict[str, Any]] = [
    *({"regions": found} for found in some(sorted(REGIONS))[1:]),
    *({"regions": found, "every_region": True} for found in some(sorted(REGIONS))),
    {"regions": ("oost", "oost"), "every_region": True},
    *({"themes": found} for found in some(THEMES)[1:]),
    *({"kinds": found} for found in some(KINDS)[1:]),
    *({"types": found} for found in some(TYPES)[1:]),
    *({"roles": found} for found in some(ROLES)[1:]),
    *({"without_roles": found} for found in some(ROLES)[1:]),
    *({"period": period, "undated": undated} for period in ASKED for undated in (True, False)),
    *({"sources": found} for found in some(("s1", "s2", "s3"))[1:]),
    *({"without_organisations": found} for found in some(("o0", "o2", "o3"))[1:]),
    *({"without_sources": found} for found in some(("s1", "s2", "s3"))[1:]),
    *({"without_passages": found} for found in some(("s1:1", "s2:2", "s3:3"))[1:]),
    *({"certainty": certainty} for certainty in CERTAINTIES),
    *({"weight": weight} for weight in (2, 3)),
    {"fold": True},
    {"undated": True},
]
"""What a selection is put together from: one or two filters that belong together."""

BY_NAME = [
    [one for one in FILTERS if set(one) == names]
    for names in sorted({frozenset(one) for one in FILTERS}, key=sorted)
]


@st.composite
def selections(draw: st.DrawFn) -> Selection:
    """None to four filters at once."""
    filters = [
        draw(st.sampled_from(draw(st.sampled_from(BY_NAME))))
        for _ in range(draw(st.sampled_from((1, 2, 3, 0, 4))))
    ]
    return Selection(**{name: value for one in filters for name, value in one.items()})


def fit(registry: Registry, selection: Selection) -> Selection:
    """Ask for no record that the registry does not have: that is refused."""
    known: dict[str, Any] = {
        one.name: tuple(id for id in getattr(selection, one.name) if id in one.list_known(registry))
        for one in EVERY_FILTER
        if one.value in RECORDS
    }
    return replace(selection, **known)


@st.composite
def registries(draw: st.DrawFn) -> Registry:
    """Up to nine organisations, some of them units of units, in up to nine partnerships."""
    ids = [f"o{n}" for n in draw(st.permutations(range(draw(st.sampled_from(SIZES)))))]
    registry = make_registry(
        [
            organisation(
                id,
                types=draw(st.sampled_from(some(TYPES)[1:])),
                part_of=draw(st.sampled_from([None, None, *ids[:place]])),
            )
            for place, id in enumerate(ids)
        ],
        [draw(_partnerships(f"p{n}", ids)) for n in range(draw(st.sampled_from(SIZES)))],
        sources=3,
    )
    vocabulary = registry.vocabulary
    roles = {**vocabulary.roles, **OWN_ROLE}
    groups = {
        id: replace(one, certainty=draw(st.sampled_from(("high", *CERTAINTIES))))
        for id, one in sorted(registry.groups.items())
    }
    regions = {
        id: replace(one, barriers=draw(st.sampled_from(BARRIERS))) for id, one in REGIONS.items()
    }
    ends = [*registry.organisations, *groups, *registry.partnerships]
    return replace(
        registry,
        vocabulary=replace(vocabulary, regions=regions, roles=roles),
        groups=groups,
        relations=draw(_relations(ends)) if len(ends) > 1 else {},
        sources={
            id: replace(one, barriers=draw(st.sampled_from(BARRIERS)))
            for id, one in registry.sources.items()
        },
        schema=draw(st.sampled_from((2, 2, 1))),
    )


@st.composite
def _relations(draw: st.DrawFn, ends: list[str]) -> dict[str, Relation]:
    """Up to three; the first end of each is no partnership."""
    origins = [id for id in ends if not id.startswith("p")]
    found = {}
    for number in range(draw(st.sampled_from((0, 1, 2, 3))) if origins else 0):
        origin = draw(st.sampled_from(origins))
        found[f"r{number}"] = Relation(
            id=f"r{number}",
            kind=draw(st.sampled_from(RELATION_KINDS)),
            origin=origin,
            target=draw(st.sampled_from([id for id in ends if id != origin])),
            period=draw(st.sampled_from([read_period(one) if one else None for one in PERIODS])),
            certainty=draw(st.sampled_from(CERTAINTIES)),
            evidence=draw(st.sampled_from(EVIDENCE[1:])),
        )
    return found


@st.composite
def _partnerships(draw: st.DrawFn, id: str, ids: list[str]) -> Partnership:
    size = min(len(ids), draw(st.sampled_from((2, 2, 3, 2, 4, 6, 1, 0))))
    members, others = (drawn := draw(st.permutations(ids)))[:size], drawn[size:]
    wanted = others[: draw(st.sampled_from((0, 0, 1)))]
    return partnership(
        id,
        [Membership(organisation=member, **draw(st.sampled_from(MEMBERS))) for member in members],
        members_known=draw(st.sampled_from(("all", "some"))) if members else "none",
        regions=draw(st.sampled_from(some(sorted(REGIONS)))),
        themes=draw(st.sampled_from(some(THEMES))),
        groups=draw(st.sampled_from(GROUPS)),
        wished=tuple(
            Membership(organisation=one, **draw(st.sampled_from(MEMBERS)) | {"role": "wished"})
            for one in wanted
        ),
        wished_groups=draw(st.sampled_from(WANTED)),
        barriers=draw(st.sampled_from(BARRIERS)),
        unseen=draw(st.sampled_from((0, 0, 2))),
        **draw(st.sampled_from(ABOUT)),
    )


@st.composite
def parts(draw: st.DrawFn) -> Registry:
    """What a page can be made of: a registry, or what filters leave of it, but for its sources."""
    first = draw(st.one_of(st.just(Selection()), selections()))
    registry = draw(registries())
    return select_registry(registry, fit(registry, replace(first, sources=(), without_sources=())))


def draw_all(strategy: st.SearchStrategy[T]) -> list[T]:
    """
    Let hypothesis draw values: the same at every run, unless under the thorough profile.

    It takes numbers from the modules that are loaded, too, which are others in another order of
    tests; here it takes none.

    So that all of them can be asked in one call; three times as many as of another property, as
    none of them is tried alone.
    """
    drawn: list[T] = []

    @settings(database=None, phases=[Phase.generate], max_examples=3 * settings().max_examples)
    @given(strategy)
    def collect(value: T) -> None:
        drawn.append(value)

    with patch.object(HypothesisProvider, "_local_constants", Constants()):
        collect()
    return drawn
