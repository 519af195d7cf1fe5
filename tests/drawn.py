"""Registries that hypothesis draws: small, and with everything that a finding looks at."""

from dataclasses import replace

from hypothesis import strategies as st
from registries import group, make_registry, organisation, partnership

from graph.model.certainty import CERTAINTIES
from graph.model.records import Evidence, Membership, Partnership, Registry, Term
from graph.model.vocabulary import THEMES, TYPES
from graph.network.incidence import Incidence

NESTED = {
    id: Term(id=id, labels={"nl": id.title()}, within=within)
    for id, within in (
        ("land", None),
        ("oost", "land"),
        ("beek", "oost"),
        ("west", "land"),
        ("eiland", None),
    )
}
"""A country with two provinces, of which one with a village; and an island apart."""

IDS = tuple("abcdefghi")
ROLES = ("lead", "convener", "facilitator", "member", "invited")


@st.composite
def registries(draw: st.DrawFn, *, most: int = 9, least_weight: int = 1) -> Registry:
    """Draw up to nine organisations in up to nine partnerships, some of them stages."""
    ids = IDS[: draw(st.integers(1, most))]
    known = draw(st.integers(0, 9))
    drawn = [
        draw(_partnerships(f"p{n}", ids, tuple(f"p{k}" for k in range(n)))) for n in range(known)
    ]
    registry = make_registry(
        [
            organisation(
                id,
                name=draw(st.sampled_from(("Zorg", "zorg", id.upper()))),
                type=draw(st.sampled_from(sorted(TYPES)[:4])),
                region=draw(st.sampled_from((None, *NESTED))),
            )
            for id in ids
        ],
        drawn,
        sources=3,
    )
    return replace(
        registry,
        vocabulary=replace(registry.vocabulary, regions=NESTED),
        least_weight=least_weight,
    )


@st.composite
def _partnerships(
    draw: st.DrawFn, id: str, ids: tuple[str, ...], earlier: tuple[str, ...]
) -> Partnership:
    passages = st.lists(
        st.builds(
            Evidence,
            source=st.sampled_from(("s1", "s2", "s3")),
            line=st.just(1),
            quote=st.just("x"),
        ),
        max_size=2,
    ).map(tuple)
    members = draw(st.lists(st.sampled_from(ids), unique=True, max_size=5))
    return partnership(
        id,
        [
            Membership(
                organisation=member,
                role=draw(st.sampled_from(ROLES)),
                certainty=draw(st.sampled_from(CERTAINTIES)),
                evidence=draw(passages),
            )
            for member in members
        ],
        certainty=draw(st.sampled_from(("high", "high", "low"))),
        regions=tuple(sorted(draw(st.sets(st.sampled_from(sorted(NESTED)), max_size=2)))),
        themes=tuple(sorted(draw(st.sets(st.sampled_from(sorted(THEMES)[:4]), max_size=2)))),
        follows=draw(st.sampled_from(((), *((one,) for one in earlier)))),
        members_known=draw(st.sampled_from(("all", "some"))) if members else "none",
        groups=draw(st.sampled_from(((), (), (group(label="zes gemeenten", size=6),)))),
        evidence=draw(passages),
    )  # fmt: skip


def remove(registry: Registry, organisation: str, partnership: str) -> Incidence:
    """Who takes part in what, without one membership."""
    before = registry.partnerships[partnership]
    rest = tuple(m for m in before.memberships if m.organisation != organisation)
    partnerships = {**registry.partnerships, partnership: replace(before, memberships=rest)}
    return Incidence(replace(registry, partnerships=partnerships))
