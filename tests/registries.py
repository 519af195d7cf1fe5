"""Small registries written by hand, for tests that need no file."""

from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import Any

from graph.model.content import Content
from graph.model.records import (
    Alias,
    Barrier,
    Evidence,
    Group,
    GroupMembership,
    Membership,
    Moment,
    Organisation,
    Partnership,
    Period,
    Registry,
    Relation,
    RelationKind,
    Size,
    Source,
    Term,
    Vocabulary,
)
from graph.model.vocabulary import KINDS, ROLES, THEMES, TYPES

REGIONS = {
    "kustland": Term(id="kustland", labels={"nl": "Kustland", "en": "Kustland"}),
    "zandmeer": Term(id="zandmeer", labels={"nl": "Zandmeer", "en": "Zandmeer"}, within="kustland"),
}


def make_registry(
    organisations: list[Organisation],
    partnerships: list[Partnership],
    *,
    sources: int = 1,
    title: str = "Samenwerking in Kustland",
    language: str = "nl",
) -> Registry:
    """Wrap organisations and partnerships in a registry with `sources` sources s1, s2, ..."""
    return Registry(
        title=title,
        language=language,
        sources={
            f"s{n}": Source(
                id=f"s{n}",
                file=f"seeds/s{n}.md",
                title=f"Bron {n}",
                original_file=f"s{n}.txt",
                sha256="0" * 64,
                publisher="De Kustkrant",
                date=f"201{n}-04",
            )
            for n in range(1, sources + 1)
        },
        organisations={o.id: o for o in sorted(organisations, key=lambda o: o.id)},
        partnerships={p.id: p for p in sorted(partnerships, key=lambda p: p.id)},
        vocabulary=Vocabulary(
            types=TYPES, kinds=KINDS, roles=ROLES, themes=THEMES, regions=REGIONS
        ),
        not_organisations={},
        content=Content(partial(str, "ab" * 32)),
        groups={
            one.group: _GROUPS[one.group]
            for partnership in partnerships
            for one in (*partnership.groups, *partnership.wished_groups)
        },
    )


_GROUPS: dict[str, Group] = {}
"""Every group that a test has made with `group`, by its id."""


def group(
    label: str, size: str | int | None = None, role: str = "member", **fields: Any
) -> GroupMembership:
    """A group in a partnership; its id follows from its label and size, `size` like 6 or 350~."""
    id = "-".join(filter(None, [label.replace(" ", "-").lower(), str(size or "").strip("~")]))
    made = size and Size(number=int(str(size).strip("~")), approximate=str(size).endswith("~"))
    known = Group(id=id, label=label, size=made or None, **fields)
    _GROUPS[id] = known
    return GroupMembership(group=id, role=role)


def organisation(id: str, **fields: Any) -> Organisation:
    """One organisation; its name is its id in capitals unless given."""
    values: dict[str, Any] = {"id": id, "name": id.upper(), "types": ("overig",)}
    if "type" in fields:
        fields["types"] = (fields.pop("type"),)
    return Organisation(**values | fields)


def partnership(id: str, members: str | list[Membership], **fields: Any) -> Partnership:
    """One partnership; `members` are ids split by blanks, or memberships."""
    memberships = (
        tuple(Membership(organisation=member) for member in sorted(members.split()))
        if isinstance(members, str)
        else tuple(sorted(members, key=lambda membership: membership.organisation))
    )
    values: dict[str, Any] = {
        "id": id,
        "name": f"Tafel {id}",
        "kind": "overleg",
        "memberships": memberships,
        "members_known": "some" if memberships else "none",
        "evidence": (Evidence(source="s1", line=4, quote=f"Zij zitten aan tafel {id}."),),
    }
    return Partnership(**values | fields)


def kustland() -> Registry:
    """
    Eight organisations, five partnerships, two sources; every number can be checked by hand.

    p: a b c (2019-03/..)   q: a b (2018)   r: c d, d by inference (medium)   t: e alone, a group
    u: nobody named, a group of six.   f is a unit of a; f, g and h sit nowhere.
    Ties: a-b 2 (newman 1.5), a-c 1 (0.5), b-c 1 (0.5), c-d 1 (1.0). c is the only cut vertex.
    """
    from datetime import date

    march = Moment(date(2019, 3, 1), date(2019, 3, 31))
    year = (
        Moment(date(2018, 1, 1), date(2018, 12, 31)),
        Moment(date(2018, 1, 1), date(2018, 12, 31)),
    )
    return make_registry(
        [
            organisation(
                "a",
                name="Ziekenhuis De Vuurbaak",
                type="ziekenhuis",
                region="zandmeer",
                aliases=(Alias(text="De Vuurbaak"), Alias(text="ziekenhuis", source="s1")),
            ),
            organisation(
                "b", name="Huisartsengroep Zandmeer", type="eerstelijn", region="zandmeer"
            ),
            organisation("c", name="Gemeente Zandmeer", type="gemeente", region="zandmeer"),
            organisation("d", name="Zorgverzekeraar Zilt & Zoon", type="zorgverzekeraar"),
            organisation("e", name="Stichting Café Één", type="welzijn", region="kustland"),
            organisation("f", name="Polikliniek De Vuurbaak", type="ziekenhuis", part_of="a"),
            organisation("g", name="GGD Kustland", type="ggd", region="kustland"),
            organisation("h", name="De Kustkrant", type="overig"),
        ],
        [
            partnership(
                "p",
                [
                    Membership(organisation="a"),
                    Membership(organisation="b", role="convener"),
                    Membership(
                        organisation="c",
                        role="funder",
                        note="betaalt de ruimte",
                        evidence=(
                            Evidence(source="s1", line=9, quote="Gemeente Zandmeer betaalt."),
                        ),
                    ),
                ],
                name="Wondpoli Zandmeer",
                kind="programma",
                themes=("eerstelijn",),
                regions=("zandmeer",),
                period=Period(text="2019-03/..", start=march, end=None),
                status="active",
                groups=(group(label="zes kustgemeenten", size=6, role="advisor"),),
            ),
            partnership(
                "q",
                "a b",
                name="Voorbereiding wondpoli",
                kind="project",
                members_known="all",
                regions=("zandmeer",),
                status="ended",
                period=Period(text="2018", start=year[0], end=year[1]),
            ),
            partnership(
                "r",
                [
                    Membership(organisation="c", role="lead"),
                    Membership(organisation="d", certainty="medium", note="afgeleid uit de kop"),
                ],
                name="Regietafel Kustland",
                kind="regiegroep",
                regions=("kustland",),
                evidence=(Evidence(source="s2", line=2, quote="De regietafel komt bijeen."),),
            ),
            partnership(
                "t",
                "e",
                name="Inloop Zandmeer",
                groups=(group(label="buurtbewoners"),),
            ),
            partnership(
                "u",
                "",
                name="Netwerk Kustzorg",
                kind="netwerk",
                follows=("r",),
                groups=(group(label="zes kustgemeenten", size=6),),
            ),
        ],
        sources=2,
    )


def with_relations() -> Registry:
    """
    The small registry with what schema 2 adds; every value can be checked by hand.

    Relations: c funds p (2019-03/..), c commissions a and advises it, the six advise u (low).
    Barriers: one of p, two of region zandmeer, one of source s2 (medium).
    """
    six = "zes-kustgemeenten-6"
    small = kustland()

    def relation(id: str, origin: str, kind: RelationKind, target: str, **more: Any) -> Relation:
        evidence = (Evidence(source="s1", line=9, quote=f"Dat is {id}."),)
        return Relation(id=id, kind=kind, origin=origin, target=target, evidence=evidence, **more)

    def barrier(label: str, source: str = "s1", **more: Any) -> Barrier:
        evidence = (Evidence(source=source, line=6, quote=f"Er is {label}."),)
        return Barrier(label=label, evidence=evidence, **more)

    relations = (
        relation("advies", "c", "advises", "a"),
        relation("huur", "c", "funds", "p", period=small.partnerships["p"].period, note="De huur."),
        relation("opdracht", "c", "commissions", "a"),
        relation("raad", six, "advises", "u", certainty="low"),
    )
    regions = dict(small.vocabulary.regions)
    regions["zandmeer"] = replace(
        regions["zandmeer"], barriers=(barrier("mist"), barrier("vloed", "s2"))
    )
    p, s2 = small.partnerships["p"], small.sources["s2"]
    geldnood = barrier("geldnood", "s2", certainty="medium")
    return replace(
        small,
        partnerships={**small.partnerships, "p": replace(p, barriers=(barrier("tijdnood"),))},
        sources={**small.sources, "s2": replace(s2, barriers=(geldnood,))},
        groups={
            **small.groups,
            six: replace(
                small.groups[six],
                types=("gemeente",),
                size=Size(number=6, approximate=True),
                region="kustland",
            ),
        },
        relations={one.id: one for one in relations},
        vocabulary=replace(small.vocabulary, regions=regions),
    )


def chain(length: int) -> Registry:
    """Organisations in a row, each in a partnership with the next."""
    ids = [f"o{number:03}" for number in range(length)]
    return make_registry(
        [organisation(id) for id in ids],
        [partnership(f"p{one}", f"{one} {other}") for one, other in pairwise(ids)],
    )


def kustland_in_full() -> Registry:
    """
    The small registry with what `schema: 2` adds: one of each, or of each kind of end.

    In p it is doubted whether c is meant, and more so what its role is; h is wanted there. About
    350 providers take part in r, by inference, which h is at the same time; neighbours are wanted
    there. q is a part of p. Money hampers p, time what s2 tells, distance Zandmeer. c funds a, d
    contracts the providers (low) and g supervises p. c and d tell s1. The ties are the same.
    """
    registry = kustland()
    p, q, r = (registry.partnerships[id] for id in "pqr")
    providers = Group(
        id="aanbieders",
        label="zo'n 350 aanbieders van jeugdhulp",
        types=("jeugdhulp",),
        size=Size(number=350, approximate=True),
        region="zandmeer",
        note="ook van buiten de regio",
        evidence=(_say("s2", 7, "Er zijn zo'n 350 aanbieders."),),
    )
    doubted = replace(p.memberships[2], identity="medium", role_certainty="low")
    partnerships = {
        "p": replace(
            p,
            memberships=(*p.memberships[:2], doubted),
            wished=(
                Membership(
                    organisation="h",
                    role="wished",
                    evidence=(_say("s1", 12, "De krant hoort erbij."),),
                ),
            ),
            barriers=(
                Barrier(
                    label="te weinig geld",
                    certainty="medium",
                    evidence=(_say("s1", 20, "Het geld is op."),),
                ),
            ),
        ),
        "q": replace(q, part_of="p"),
        "r": replace(
            r,
            groups=(
                GroupMembership(
                    group="aanbieders",
                    certainty="medium",
                    evidence=(_say("s2", 8, "De aanbieders praten mee."),),
                ),
            ),
            wished_groups=(GroupMembership(group="buurtbewoners", role="wished"),),
            body="h",
        ),
    }
    relations = (
        Relation(
            id="geld",
            kind="funds",
            origin="c",
            target="a",
            evidence=(_say("s1", 9, "Gemeente Zandmeer betaalt."),),
        ),
        Relation(
            id="inkoop",
            kind="contracts",
            origin="d",
            target="aanbieders",
            certainty="low",
            period=p.period,
            note="de tekst zegt 'wij'",
            evidence=(_say("s2", 7, "Wij sluiten contracten."),),
        ),
        Relation(
            id="toezicht",
            kind="supervises",
            origin="g",
            target="p",
            evidence=(_say("s1", 30, "De GGD kijkt mee."),),
        ),
    )
    sources, regions = registry.sources, registry.vocabulary.regions
    slow = Barrier(label="geen tijd", evidence=(_say("s2", 40, "Niemand heeft tijd."),))
    far = Barrier(label="grote afstanden", evidence=(_say("s2", 41, "Het is ver."),))
    groups = {**registry.groups, "aanbieders": providers}
    return replace(
        registry,
        partnerships={**registry.partnerships, **partnerships},
        groups=dict(sorted(groups.items())),
        relations={one.id: one for one in relations},
        sources={
            "s1": replace(sources["s1"], perspective=("c", "d")),
            "s2": replace(sources["s2"], barriers=(slow,)),
        },
        vocabulary=replace(
            registry.vocabulary,
            regions={**regions, "zandmeer": replace(regions["zandmeer"], barriers=(far,))},
        ),
    )


def _say(source: str, line: int, words: str) -> Evidence:
    return Evidence(source=source, line=line, quote=words)


def thirty() -> Registry:
    """A network of the size that an adviser is mailed: 30 organisations, 24 tables of five."""
    people = [organisation(f"o{n:02}", name=f"Stichting Zorg en Welzijn {n}") for n in range(30)]
    ids = [one.id for one in people]
    return make_registry(
        people, [partnership(f"p{n:02}", " ".join(ids[n : n + 5])) for n in range(24)], sources=5
    )


def davis() -> Registry:
    """The 18 women and 14 events of Davis, Gardner and Gardner 1941, as networkx holds them."""
    import networkx as nx

    graph = nx.davis_southern_women_graph()
    women = graph.graph["top"]
    ids = {woman: woman.lower().replace(" ", "-") for woman in women}
    return make_registry(
        [organisation(ids[woman]) for woman in women],
        [
            partnership(event.lower(), " ".join(ids[woman] for woman in graph[event]))
            for event in graph.graph["bottom"]
        ],
    )
