"""CSV: whole output of both tables, the headings of Gephi and Kumu, and inert formulas."""

import csv
import io
from collections.abc import Callable

import pytest
from registries import kustland, make_registry, organisation, partnership

from graph.model.records import Alias, Evidence, Membership, Registry
from graph.write.graphs import Flat, flatten_network, flatten_two_mode, write_csv


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_whole_network() -> None:
    """A network of two organisations becomes the two tables below, every byte of them."""
    registry = make_registry(
        [
            organisation(
                "a", name="Zilt, Zout", region="zandmeer", aliases=(Alias(text="Zilt"),) * 2
            ),
            organisation("b", name='"B"', note="twee\nregels"),
        ],
        [partnership("p", "a b"), partnership("q", "a b", name="Één")],
    )

    exported = write_csv(flatten_network(registry))

    assert tuple(map(str, exported.warnings)) == ()
    assert {name: exported.files[name].decode() for name in ("-nodes", "-edges")} == {
        "-nodes": (
            "\ufeffId,Label,Type,Description,Tags,name,types,type_label,region,region_label,aliases,"
            "scoped_aliases,"
            "part_of,succeeded_by,identifiers\r\n"
            'a,"Zilt, Zout",overig,,zandmeer,"Zilt, Zout",overig,overig,zandmeer,Zandmeer,'
            "Zilt,,,,\r\n"
            'b,"""B""",overig,"twee\nregels",,"""B""",overig,overig,,,,,,,\r\n'
        ),
        "-edges": (
            "\ufeffId,From,To,Source,Target,Type,Weight,Label,Description,newman,interaction,"
            "partnerships,certainty,first_year,last_year,sources\r\n"
            'a.b,a,b,a,b,Undirected,2,Tafel p; Één,"[s1, r. 4] Zij zitten aan tafel p.\n'
            '[s1, r. 4] Zij zitten aan tafel q.",2.0,shared partnership,p|q,high,,,s1\r\n'
        ),
    }


def test_whole_two_mode() -> None:
    """A two-mode graph with one membership becomes the two tables below."""
    registry = make_registry(
        [organisation("a")],
        [
            partnership(
                "p",
                [Membership(organisation="a", role="lead", note="uit de kop")],
                themes=("jeugd", "preventie"),
                regions=("kustland",),
            )
        ],
    )

    exported = write_csv(flatten_two_mode(registry))

    assert {name: exported.files[name].decode("utf-8-sig") for name in ("-nodes", "-edges")} == {
        "-nodes": (
            "Id,Label,Type,Description,Tags,name,types,type_label,region,region_label,aliases,scoped_aliases,part_of,"
            "succeeded_by,identifiers,bipartite,kind_label,members_known,groups,themes,"
            "regions,period,first_year,last_year,status,follows,part_of_partnership,body,certainty,"
            "sources,evidence,barriers,wished\r\n"
            "a,A,overig,,,A,overig,overig,,,,,,,,0,,,,,,,,,,,,,,,,,\r\n"
            "p,Tafel p,overleg,,jeugd|preventie|kustland,Tafel p,,,,,,,,,,1,overleg,"
            "some,,jeugd|preventie,kustland,,,,unknown,,,,high,s1,"
            '"[s1, r. 4] Zij zitten aan tafel p.",,\r\n'
        ),
        "-edges": (
            "Id,From,To,Source,Target,Type,Weight,Label,Description,interaction,role,role_label,"
            "certainty,identity,role_certainty,sources,note\r\n"
            'p.a,p,a,p,a,Undirected,1,trekker,"[s1, r. 4] Zij zitten aan tafel p.",lead,lead,'
            "trekker,high,high,high,s1,uit de kop\r\n"
        ),
    }


@pytest.mark.parametrize("flatten", [flatten_network, flatten_two_mode])
def test_headings_differ(flatten: Callable[[Registry], Flat]) -> None:
    """No two headings differ by case alone: Gephi leaves out the second of such a pair."""
    exported = write_csv(flatten(kustland()))

    for table in exported.files.values():
        headings = table.decode("utf-8-sig").split("\r\n")[0].lower().split(",")
        assert len(set(headings)) == len(headings) >= 8


def test_ends_are_ids() -> None:
    """Both pairs of ends hold ids of the table of nodes, and each weight is a number."""
    exported = write_csv(flatten_network(kustland()))

    edges = rows(exported.files["-edges"])

    assert [row["Id"] for row in rows(exported.files["-nodes"])] == list("abcdefgh")
    assert [(row["From"], row["To"], row["Weight"], row["newman"]) for row in edges] == [
        ("a", "b", "2", "1.5"),
        ("a", "c", "1", "0.5"),
        ("b", "c", "1", "0.5"),
        ("c", "d", "1", "1.0"),
    ]
    assert all((row["Source"], row["Target"]) == (row["From"], row["To"]) for row in edges)


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+31 30 123", "'+31 30 123"),
        ("-2", "'-2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ('=HYPERLINK("http://x.nl","klik")', '\'=HYPERLINK("http://x.nl","klik")'),
        ("  =1", "'  =1"),
        ("\u00a0=1", "'\u00a0=1"),
        ("\ufeff=1", "'\ufeff=1"),
        ('"=1', "'\"=1"),
        ("'=1", "''=1"),
        ("“=1”", "'“=1”"),
        ("\t=1", "'\t=1"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("\nx", "'\nx"),
        ("＝1", "'＝1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠x", "'＠x"),
        ("a=1", "a=1"),
        ("a -1", "a -1"),
        ("'t Hof", "'t Hof"),
        ('"De Linde"', '"De Linde"'),
        ("  De Linde", "  De Linde"),
        ("1+1", "1+1"),
    ],
)
def test_formulas_are_inert(name: str, cell: str) -> None:
    """What a spreadsheet could take for a formula gets an apostrophe; other text is left alone."""
    exported = write_csv(flatten_two_mode(make_registry([organisation("a", name=name)], [])))

    (row,) = rows(exported.files["-nodes"])

    assert row["Label"] == row["name"] == cell


def test_formulas_in_every_column() -> None:
    """Notes, aliases, names of partnerships, groups and quotes are made inert too."""
    registry = make_registry(
        [organisation("a", note="=1", aliases=(Alias(text="=2"), Alias(text="=3")))],
        [
            partnership(
                "p",
                [
                    Membership(
                        organisation="a",
                        note="=4",
                        evidence=(Evidence(source="s1", line=1, quote="=5"),),
                    )
                ],
                name="=6",
                note="=7",
            )
        ],
    )

    exported = write_csv(flatten_two_mode(registry))

    left, right = rows(exported.files["-nodes"])
    (edge,) = rows(exported.files["-edges"])
    assert (left["Description"], left["aliases"]) == ("'=1", "'=2|=3")
    assert (right["Label"], right["Description"]) == ("'=6", "'=7")
    assert (edge["note"], edge["Description"]) == ("'=4", "[s1, r. 1] =5")


def test_separator_in_alias() -> None:
    """An alias that holds the separator of lists stays one, and a warning says how."""
    registry = make_registry(
        [organisation("a", aliases=(Alias(text="x|y"), Alias(text="z;z")))], []
    )

    exported = write_csv(flatten_two_mode(registry))

    assert rows(exported.files["-nodes"])[0]["aliases"] == "x｜y|z;z"
    assert tuple(map(str, exported.warnings)) == (
        "node 'a', aliases: 'x|y': '|' separates a list in a table, written as '｜'",
    )


def test_content() -> None:
    """For standard output the tables follow each other, a blank line between, one byte mark."""
    exported = write_csv(flatten_two_mode(make_registry([], [])))

    content = exported.content.decode()

    nodes, edges, relations, barriers, groups, evidence, sources = content.replace(
        "\r\n", "\n"
    ).split("\n\n")
    assert nodes.startswith("\ufeffId,Label,")
    assert edges.startswith("Id,From,To,Source,Target,")
    assert relations.startswith("id,from,")
    assert barriers.startswith("hampers,id,")
    assert groups.startswith("id,label,")
    assert evidence.startswith("record,id,")
    assert sources.startswith("id,kind,")
    assert sources.endswith("\n")
