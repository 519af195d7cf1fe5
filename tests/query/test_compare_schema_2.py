"""Every field of the second version of the format: one change in it is one change told."""

from dataclasses import replace
from typing import Any

import pytest
from registries import with_relations

from graph.model.period import read_period
from graph.model.records import Evidence, GroupMembership, Membership, Registry, Size
from graph.query.compare import compare_registries
from graph.words.speak import Speaker
from graph.write.answers.differences import answer_differences
from graph.write.screen import PLAIN

SIX = "zes-kustgemeenten-6"
OLD = with_relations()
P = OLD.partnerships["p"]
SAID = (Evidence(source="s1", line=3, quote="Anders."),)


def partnership(**fields: Any) -> Registry:
    return replace(OLD, partnerships={**OLD.partnerships, "p": replace(P, **fields)})


def member(**fields: Any) -> Registry:
    first, *others = P.memberships
    return partnership(memberships=(replace(first, **fields), *others))


def taking_part(**fields: Any) -> Registry:
    return partnership(groups=(replace(P.groups[0], **fields),))


def hampering(**fields: Any) -> Registry:
    return partnership(barriers=(replace(P.barriers[0], **fields),))


def group(**fields: Any) -> Registry:
    return replace(OLD, groups={**OLD.groups, SIX: replace(OLD.groups[SIX], **fields)})


def relation(**fields: Any) -> Registry:
    huur = replace(OLD.relations["huur"], **fields)
    return replace(OLD, relations={**OLD.relations, "huur": huur})


def source(id: str, **fields: Any) -> Registry:
    return replace(OLD, sources={**OLD.sources, id: replace(OLD.sources[id], **fields)})


def region(**fields: Any) -> Registry:
    regions = dict(OLD.vocabulary.regions)
    regions["zandmeer"] = replace(regions["zandmeer"], **fields)
    return replace(OLD, vocabulary=replace(OLD.vocabulary, regions=regions))


MEMBER, GROUP = ("partnerships", "p", "members", "a"), ("partnerships", "p", "groups", SIX)
BARRIER, RELATION = ("partnerships", "p", "barriers", "tijdnood"), ("relations", "huur")
CASES: list[tuple[Registry, tuple[str, ...]]] = [
    (member(identity="low"), (*MEMBER, "identity")),
    (member(role_certainty="low"), (*MEMBER, "role_certainty")),
    (
        partnership(wished=(Membership(organisation="h", role="wished"),)),
        ("partnerships", "p", "members", "h"),
    ),
    (
        partnership(wished_groups=(GroupMembership(group="buurtbewoners", role="wished"),)),
        ("partnerships", "p", "groups", "buurtbewoners"),
    ),
    (partnership(part_of="q"), ("partnerships", "p", "part_of")),
    (partnership(body="h"), ("partnerships", "p", "body")),
    (partnership(barriers=()), BARRIER),
    (hampering(certainty="low"), (*BARRIER, "certainty")),
    (hampering(note="Zo was het."), (*BARRIER, "note")),
    (taking_part(role="member"), (*GROUP, "role")),
    (taking_part(certainty="low"), (*GROUP, "certainty")),
    (taking_part(note="Zo was het."), (*GROUP, "note")),
    (taking_part(evidence=SAID), (*GROUP, "evidence", "Anders.")),
    (group(label="zeven"), ("groups", SIX, "label")),
    (group(size=Size(number=7)), ("groups", SIX, "size")),
    (group(size=Size(number=6)), ("groups", SIX, "size")),
    (group(types=("gemeente", "ggd")), ("groups", SIX, "type")),
    (group(region=None), ("groups", SIX, "region")),
    (group(certainty="low"), ("groups", SIX, "certainty")),
    (group(note="Zo was het."), ("groups", SIX, "note")),
    (group(evidence=SAID), ("groups", SIX, "evidence", "Anders.")),
    (relation(kind="advises"), (*RELATION, "kind")),
    (relation(origin="a"), (*RELATION, "from")),
    (relation(target="q"), (*RELATION, "to")),
    (relation(period=read_period("2020")), (*RELATION, "period")),
    (relation(certainty="low"), (*RELATION, "certainty")),
    (relation(note=None), (*RELATION, "note")),
    (source("s1", perspective=("a",)), ("sources", "s1", "perspective", "a")),
    (source("s2", barriers=()), ("sources", "s2", "barriers", "geldnood")),
    (
        region(barriers=OLD.vocabulary.regions["zandmeer"].barriers[:1]),
        ("vocab", "regions", "zandmeer", "barriers", "vloed"),
    ),
]


@pytest.mark.parametrize(("new", "path"), CASES, ids=[".".join(path) for _, path in CASES])
def test_one_change_is_told_once(new: Registry, path: tuple[str, ...]) -> None:
    """What differs in one field is one change, under the name that the format gives it."""
    differences = compare_registries(OLD, new)

    assert [change.path for change in differences.changes] == [path]
    assert differences.ties == ()
    for language in ("nl", "en"):
        answer = answer_differences(differences, "oud", "nieuw", speaker=Speaker(language))
        assert len(list(answer.rows())) == 2
        assert len(answer.data()["changes"]) == 1
        assert (
            answer.text(PLAIN).count("~ ")
            + answer.text(PLAIN).count("+ ")
            + answer.text(PLAIN).count("- ")
            > 0
        )


def test_a_size_is_told_as_the_file_has_it() -> None:
    """A size is one value: `6~` before, `7` now."""
    differences = compare_registries(OLD, group(size=Size(number=7)))

    (change,) = answer_differences(differences, "a", "b", speaker=Speaker("nl")).data()["changes"]

    assert (change["field"], change["old"], change["new"]) == (["size"], "6~", "7")


def test_a_relation_is_told_by_what_it_says() -> None:
    """A relation has no name: it is told as who does what to whom."""
    differences = compare_registries(OLD, relation(note=None))

    text = answer_differences(differences, "a", "b", speaker=Speaker("nl")).text(PLAIN)

    assert "Gemeente Zandmeer financiert Wondpoli Zandmeer (huur)" in text
