"""Two registries compared: what differs, and what that does to the network."""

from dataclasses import replace
from itertools import chain, combinations
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from registries import group, kustland, make_registry, organisation, partnership
from test_properties import registries

from graph.model.errors import UnknownIdError
from graph.model.period import read_period
from graph.model.records import (
    Alias,
    Barrier,
    Evidence,
    Group,
    GroupMembership,
    Membership,
    NotOrganisation,
    Organisation,
    Partnership,
    Registry,
    Relation,
    Source,
    Term,
)
from graph.network.networkx import build_bipartite, project_network
from graph.query.compare import (
    Change,
    ComponentChange,
    Differences,
    Parts,
    compare_registries,
    compare_values,
)
from graph.select.filters import Selection
from graph.words.speak import Speaker
from graph.write.answers.differences import answer_differences, write_markdown
from graph.write.answers.forms import format_answer


def with_organisation(registry: Registry, id: str, **fields: Any) -> Registry:
    """The registry with some fields of one organisation replaced."""
    changed = replace(registry.organisations[id], **fields)
    return replace(registry, organisations={**registry.organisations, id: changed})


def with_partnership(registry: Registry, id: str, **fields: Any) -> Registry:
    """The registry with some fields of one partnership replaced."""
    changed = replace(registry.partnerships[id], **fields)
    return replace(registry, partnerships={**registry.partnerships, id: changed})


def said(differences: Differences) -> list[tuple[str, object, object]]:
    """Each change as path, old and new."""
    return [(".".join(c.path), c.old, c.new) for c in differences.changes]


def tables(*members: str) -> Registry:
    """A registry of partnerships p1, p2, … with these members, and nobody else."""
    ids = sorted({id for table in members for id in table.split()})
    return make_registry(
        [organisation(id) for id in ids],
        [partnership(f"p{n}", table) for n, table in enumerate(members, 1)],
    )


def test_equal() -> None:
    """A registry differs in nothing from another that says the same."""
    differences = compare_registries(kustland(), kustland())

    assert differences.equal
    assert differences.changes == ()
    assert differences.ties == ()
    assert differences.components == ()
    assert differences.brokers == ()


def test_order_makes_no_difference() -> None:
    """The order of entries and of lists makes no difference."""
    old = kustland()
    new = with_partnership(old, "p", memberships=old.partnerships["p"].memberships[::-1])
    new = with_organisation(new, "a", aliases=old.organisations["a"].aliases[::-1])
    new = replace(new, organisations=dict([*new.organisations.items()][::-1]))

    assert compare_registries(old, new).equal


def test_arguments_stay_as_they_are() -> None:
    """Comparing changes neither registry."""
    old, new = kustland(), tables("a b")

    compare_registries(old, new, Selection(fold=True))

    assert (old, new) == (kustland(), tables("a b"))


ALIAS = Alias(text="VB", source="s1", lines=(3,))
NOTE = Evidence(source="s2", line=7, quote="De tafel zit.")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"name": "Vuurbaak"}, [("name", "Ziekenhuis De Vuurbaak", "Vuurbaak")]),
        ({"types": ("ggz",)}, [("type", "ziekenhuis", "ggz")]),
        (
            {"types": ("ggz", "ziekenhuis")},
            [("type", "ziekenhuis", ("ggz", "ziekenhuis"))],
        ),
        ({"region": None}, [("region", "zandmeer", None)]),
        ({"part_of": "g"}, [("part_of", None, "g")]),
        ({"succeeded_by": "h"}, [("succeeded_by", None, "h")]),
        ({"note": "let op"}, [("note", None, "let op")]),
        ({"ids": {"kvk": "01234567"}}, [("ids.kvk", None, "01234567")]),
        (
            {"aliases": (Alias(text="De Vuurbaak", lines=(2, 5)), ALIAS)},
            [
                ("aliases.De Vuurbaak.lines.2", None, 2),
                ("aliases.De Vuurbaak.lines.5", None, 5),
                ("aliases.VB", None, ALIAS),
                ("aliases.ziekenhuis", Alias(text="ziekenhuis", source="s1"), None),
            ],
        ),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_fields_of_an_organisation(
    fields: dict[str, object], expected: list[tuple[str, object, object]]
) -> None:
    """Each field of an organisation that differs is one change; of a list, each item."""
    old = kustland()

    differences = compare_registries(old, with_organisation(old, "a", **fields))

    assert said(differences) == [(f"organisations.a.{path}", *rest) for path, *rest in expected]
    assert differences.ties == ()


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"name": "Poli"}, [("name", "Wondpoli Zandmeer", "Poli")]),
        ({"kind": "project"}, [("kind", "programma", "project")]),
        ({"members_known": "all"}, [("members_known", "some", "all")]),
        (
            {"groups": (group(label="zes kustgemeenten", size=7),)},
            [
                ("groups.zes-kustgemeenten-6", group("zes kustgemeenten", 6, "advisor"), None),
                ("groups.zes-kustgemeenten-7", None, group("zes kustgemeenten", 7)),
            ],
        ),
        (
            {"themes": ("bestuur", "scholing")},
            [
                ("themes.bestuur", None, "bestuur"),
                ("themes.eerstelijn", "eerstelijn", None),
                ("themes.scholing", None, "scholing"),
            ],
        ),
        ({"regions": ()}, [("regions.zandmeer", "zandmeer", None)]),
        (
            {"period": read_period("2019")},
            [("period", kustland().partnerships["p"].period, read_period("2019"))],
        ),
        ({"period": None}, [("period", kustland().partnerships["p"].period, None)]),
        ({"status": "ended"}, [("status", "active", "ended")]),
        ({"follows": ("q",)}, [("follows.q", None, "q")]),
        ({"certainty": "low"}, [("certainty", "high", "low")]),
        (
            {"evidence": (Evidence(source="s1", line=5, quote="Zij zitten aan tafel p."), NOTE)},
            [
                ("evidence.De tafel zit.", None, NOTE),
                ("evidence.Zij zitten aan tafel p..line", 4, 5),
            ],
        ),
        ({"note": "zeker"}, [("note", None, "zeker")]),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_fields_of_a_partnership(
    fields: dict[str, object], expected: list[tuple[str, object, object]]
) -> None:
    """Each field of a partnership that differs is one change; of a list, each item."""
    old = kustland()

    differences = compare_registries(old, with_partnership(old, "p", **fields))

    assert said(differences) == [(f"partnerships.p.{path}", *rest) for path, *rest in expected]
    assert differences.ties == ()


def test_fields_of_a_membership() -> None:
    """What differs in one membership is a change each, under the organisation."""
    old = kustland()
    a, b, c = old.partnerships["p"].memberships
    a = replace(a, role="lead", certainty="medium", note="naar de kop", evidence=(NOTE,))

    differences = compare_registries(old, with_partnership(old, "p", memberships=(a, b, c)))

    assert said(differences) == [
        ("partnerships.p.members.a.role", "member", "lead"),
        ("partnerships.p.members.a.certainty", "high", "medium"),
        ("partnerships.p.members.a.note", None, "naar de kop"),
        ("partnerships.p.members.a.evidence.De tafel zit.", None, NOTE),
    ]


def test_what_is_beside_the_records() -> None:
    """The title, a source, a word and a name that is no organisation are compared too."""
    old = kustland()
    akkoord = NotOrganisation(id="akkoord", name="Kustakkoord", kind="agreement")
    old = replace(old, not_organisations={"akkoord": akkoord})
    source = replace(old.sources["s1"], url="https://kust.example", sha256="1" * 64)
    regions = {
        **old.vocabulary.regions,
        "zandmeer": Term(
            id="zandmeer", labels={"nl": "Zandmeer", "en": "Sand Lake"}, within="kustland"
        ),
    }
    new = replace(
        old,
        title="Kustland",
        sources={**old.sources, "s1": source},
        vocabulary=replace(old.vocabulary, regions=regions),
        not_organisations={"akkoord": replace(akkoord, kind="law")},
    )

    differences = compare_registries(old, new)

    assert said(differences) == [
        ("title", "Samenwerking in Kustland", "Kustland"),
        ("sources.s1.original.sha256", "0" * 64, "1" * 64),
        ("sources.s1.original.url", None, "https://kust.example"),
        ("vocab.regions.zandmeer.en", "Zandmeer", "Sand Lake"),
        ("not_organisations.akkoord.class", "agreement", "law"),
    ]
    assert [change.record for change in differences.changes] == [
        (),
        ("sources", "s1"),
        ("sources", "s1"),
        ("vocab", "regions", "zandmeer"),
        ("not_organisations", "akkoord"),
    ]


KINDS: tuple[Any, ...] = (
    *(Source, Organisation, Partnership, NotOrganisation),
    *(Membership, Alias, Evidence, Term, Group, GroupMembership, Relation, Barrier),
)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (kind, name)
        for kind in KINDS
        for name in kind.__dataclass_fields__
        # The key of a record, what a selection leaves behind, the labels of a word by language,
        # who is wished for, who stands among the members in the file, and what follows from a
        # digest.
        if name not in {"id", "unseen", "labels", "wished", "wished_groups", "is_summary", "links"}
    ],
)
def test_every_field_counts(kind: Any, name: str) -> None:
    """No field of any record can differ without a change: also not one that comes later."""
    values: dict[str, Any] = {field: f"old {field}" for field in kind.__dataclass_fields__}
    values |= {"labels": {"nl": "kust"}} if kind is Term else {}
    old, new = kind(**values), kind(**{**values, name: "new"})

    changes = list(compare_values(old, new, ("here",)))

    assert [(c.old, c.new) for c in changes] == [(f"old {name}", "new")]


def test_every_label_counts() -> None:
    """A label of a word that is added, gone or other is a change under its language."""
    old = Term(id="t", labels={"nl": "kust", "en": "coast"})
    new = Term(id="t", labels={"nl": "strand", "de": "Strand"})

    changes = list(compare_values(old, new, ("t",)))

    assert [(change.path, change.old, change.new) for change in changes] == [
        (("t", "nl"), "kust", "strand"),
        (("t", "en"), "coast", None),
        (("t", "de"), None, "Strand"),
    ]


def test_two_items_with_one_key() -> None:
    """Of two passages with the same words each is compared with its own."""
    first = Evidence(source="s1", line=4, quote="Zij zitten.")
    second, moved = replace(first, line=9), replace(first, line=12)

    changes = list(compare_values((first, second), (moved, first), ("evidence",)))

    assert changes == [Change(path=("evidence", "Zij zitten.", "line"), old=9, new=12)]


def test_records_come_and_go() -> None:
    """A record that one version alone has is one change, with all that it says."""
    old, new = tables("a b"), tables("a c")

    differences = compare_registries(old, new)

    assert [(c.kind, c.path, c.field) for c in differences.changes] == [
        ("gone", ("organisations", "b"), ()),
        ("added", ("organisations", "c"), ()),
        ("gone", ("partnerships", "p1", "members", "b"), ("members", "b")),
        ("added", ("partnerships", "p1", "members", "c"), ("members", "c")),
    ]
    assert differences.changes[1].new == organisation("c")


def test_ties() -> None:
    """Ties come, go, and change where what they rest on does: the tables, or their sizes."""
    old, new = tables("a b", "a b c", "d e"), tables("a b", "a c", "d e f")

    ties = compare_registries(old, new).ties

    assert [
        (t.left, t.right, t.kind, t.old and (t.old.weight, t.old.newman), t.new and t.new.newman)
        for t in ties
    ] == [
        ("a", "b", "changed", (2, 1.5), 1.0),
        ("a", "c", "changed", (1, 0.5), 1.0),
        ("b", "c", "gone", (1, 0.5), None),
        ("d", "e", "changed", (1, 1.0), 0.5),
        ("d", "f", "added", None, 0.5),
        ("e", "f", "added", None, 0.5),
    ]


@pytest.mark.parametrize(
    ("old", "new", "components", "brokers"),
    [
        (
            tables("a b", "c d"),
            tables("a b", "c d", "b c"),
            [ComponentChange(old=(("a", "b"), ("c", "d")), new=(("a", "b", "c", "d"),))],
            [
                ("b", None, (("c", "d"), ("a",))),
                ("c", None, (("a", "b"), ("d",))),
            ],
        ),
        (
            tables("a b", "b c"),
            tables("a b", "c"),
            [ComponentChange(old=(("a", "b", "c"),), new=(("a", "b"),))],
            [("b", (("a",), ("c",)), None)],
        ),
        (
            tables("a b", "b c"),
            tables("a b", "b c", "b d"),
            [ComponentChange(old=(("a", "b", "c"),), new=(("a", "b", "c", "d"),))],
            [("b", (("a",), ("c",)), (("a",), ("c",), ("d",)))],
        ),
        (tables("a", "c"), tables("a b"), [ComponentChange(old=(), new=(("a", "b"),))], []),
        (tables("a b"), tables("a", "b"), [ComponentChange(old=(("a", "b"),), new=())], []),
        (tables("a b c"), tables("a b c", "a b"), [], []),
        (tables("a b c"), tables("a b", "b c", "a c"), [], []),
    ],
    ids=["joined", "split", "grown", "came", "went", "heavier", "other partnerships"],
)
def test_components_and_brokers(
    old: Registry,
    new: Registry,
    components: list[ComponentChange],
    brokers: list[tuple[str, Parts | None, Parts | None]],
) -> None:
    """What hangs together, and who holds it together, is compared where a tie came or went."""
    differences = compare_registries(old, new)

    assert list(differences.components) == components
    assert [(one.id, one.old, one.new) for one in differences.brokers] == brokers


def test_the_kind_of_a_component() -> None:
    """Components come, go or become others."""
    kinds = [
        compare_registries(old, new).components[0].kind
        for old, new in (
            (tables("a", "b"), tables("a b")),
            (tables("a b"), tables("a", "b")),
            (tables("a b"), tables("a b c")),
        )
    ]

    assert kinds == ["added", "gone", "changed"]


def test_a_selection_counts_for_both() -> None:
    """Filters narrow both versions: what they leave out is not compared."""
    old = kustland()
    new = with_partnership(old, "q", status="active")
    new = with_partnership(new, "r", status="active")

    differences = compare_registries(old, new, Selection(kinds=("project",)))

    assert said(differences) == [("partnerships.q.status", "ended", "active")]
    assert differences.old.selection == "kinds=project"


def test_a_word_of_one_version() -> None:
    """A filter on a word that one version alone knows keeps nothing of the other."""
    old = kustland()
    regions = {
        **old.vocabulary.regions,
        "duin": Term(id="duin", labels={"nl": "Duin", "en": "Dune"}),
    }
    new = replace(old, vocabulary=replace(old.vocabulary, regions=regions))
    new = with_partnership(new, "t", regions=("duin",))

    differences = compare_registries(old, new, Selection(regions=("duin",)))

    assert [(c.kind, ".".join(c.path)) for c in differences.changes] == [
        ("added", "organisations.e"),
        ("added", "partnerships.t"),
        ("added", "groups.buurtbewoners"),
        ("added", "vocab.regions.duin"),
    ]
    with pytest.raises(UnknownIdError, match="no region 'duinen', did you mean 'duin'"):
        compare_registries(old, new, Selection(regions=("duinen",)))


def test_a_source_of_one_version() -> None:
    """A filter on a source that one version alone has does not lend it to the other."""
    old, new = make_registry([], [], sources=1), make_registry([], [], sources=2)

    differences = compare_registries(old, new, Selection(sources=("s2",)))

    assert said(differences) == [("sources.s2", None, new.sources["s2"])]


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(regions=("zandmeer",)), "None"),
        (Selection(kinds=("plan",)), "the filter on kinds leaves nothing"),
        (
            Selection(regions=("zandmeer",), kinds=("regiegroep",)),
            "the filters together leave nothing",
        ),
    ],
)
def test_filters_that_leave_nothing(selection: Selection, expected: str) -> None:
    """The filter that leaves nothing of either version is named."""
    assert str(compare_registries(kustland(), kustland(), selection).emptied_by) == expected


@given(registries(), registries(), st.booleans())
def test_any_two_registries(old: Registry, new: Registry, fold: bool) -> None:
    """Of any two registries every form can be written, and swapped they differ in the same."""
    selection = Selection(fold=fold)
    there, back = (
        compare_registries(left, right, selection) for left, right in ((old, new), (new, old))
    )

    mirrored = [
        [(change.new, change.old) for change in changes]
        for changes in (back.changes, back.ties, back.components, back.brokers)
    ]
    assert [
        sorted(((c.old, c.new) for c in changes), key=repr)
        for changes in (there.changes, there.ties, there.components, there.brokers)
    ] == [sorted(pairs, key=repr) for pairs in mirrored]
    assert there.equal == (old.organisations == new.organisations
                           and old.partnerships == new.partnerships) or fold  # fmt: skip
    for form in ("table", "json", "csv"):
        assert format_answer(answer_differences(there, "old", "new", speaker=Speaker("en")), form)
    assert write_markdown(there, "old", "new", speaker=Speaker("en")).startswith("# old → new: ")


@given(registries(), registries())
def test_what_falls_apart_otherwise(old: Registry, new: Registry) -> None:
    """Cut vertices that changed, and components, are those that networkx tells apart."""

    def split(registry: Registry) -> tuple[dict[str, set[frozenset[str]]], set[frozenset[str]]]:
        network = project_network(build_bipartite(registry))
        cuts = {}
        for id in nx.articulation_points(network):
            rest = network.subgraph(nx.node_connected_component(network, id) - {id})
            cuts[id] = set(map(frozenset, nx.connected_components(rest)))
        components = map(frozenset, nx.connected_components(network))
        return cuts, {part for part in components if len(part) > 1}

    def gather(parts: Parts | None) -> set[frozenset[str]] | None:
        return None if parts is None else set(map(frozenset, parts))

    (before, apart), (after, together) = split(old), split(new)

    differences = compare_registries(old, new)

    assert {one.id: (gather(one.old), gather(one.new)) for one in differences.brokers} == {
        id: (before.get(id), after.get(id))
        for id in {*before, *after}
        if before.get(id) != after.get(id)
    }
    for side, whole in (("old", apart - together), ("new", together - apart)):
        listed = [frozenset(p) for one in differences.components for p in getattr(one, side)]
        assert (len(listed), set(listed)) == (len(whole), whole)
    for one, other in combinations(differences.components, 2):
        assert {*chain(*one.old, *one.new)}.isdisjoint({*chain(*other.old, *other.new)})


def test_of_a_large_part_only_the_beginning_is_said() -> None:
    """In text a part names its first five and how many more, whichever part is the largest."""
    members = [f"o{number:02}" for number in range(9)]
    old = tables(" ".join(members), "o08 x")
    new = tables(" ".join(members), "o08 x", "x y")

    text = format_answer(
        answer_differences(compare_registries(old, new), "old", "new", speaker=Speaker("en")),
        "table",
    )

    largest = "8 (O00, O01, O02, O03, O04, 3 more)"
    assert f"  ~ O08: falls apart without it: {largest} | 1 (X) → {largest} | 2 (X, Y)" in text


def test_ties_that_are_too_weak_in_both_do_not_change() -> None:
    """Under a least weight a table that grows changes the strong ties at it, and no others."""
    old = tables("a b c d", "a b", "c d")
    new = tables("a b c d e", "a b", "c d")

    ties = compare_registries(old, new, Selection(weight=2)).ties

    assert [(t.left, t.right, t.kind) for t in ties] == [
        ("a", "b", "changed"),
        ("c", "d", "changed"),
    ]


def test_a_cut_vertex_that_stays_is_no_change() -> None:
    """Where another component changes, one that holds its own together as before is not named."""
    old = tables("a b", "b c", "x y")
    new = tables("a b", "b c", "x y", "x z")

    assert [one.id for one in compare_registries(old, new).brokers] == ["x"]
