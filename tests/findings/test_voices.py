"""Who speaks: what rests on one document, and on those whose people tell it."""

from dataclasses import replace

from conftest import ROOT
from registries import make_registry, organisation, partnership

from graph.findings.facts import Facts
from graph.findings.voices import Voice, Voices
from graph.model.records import Evidence, Membership, Registry
from graph.reading import read_registry


def cited(*sources: str) -> tuple[Evidence, ...]:
    """A passage in each document."""
    return tuple(Evidence(source=id, line=4, quote="Zij werken samen.") for id in sources)


def told() -> Registry:
    """
    Three documents: a tells s1 and s2, and of s3 it is not known who does.

    p: a b c in s1   q: c d in s2   r: d e in s1 and s2   t: e f in s3, f by a passage in s1
    """
    registry = make_registry(
        [organisation(id) for id in "abcdef"],
        [
            partnership("p", "a b c", evidence=cited("s1")),
            partnership("q", "c d", evidence=cited("s2")),
            partnership("r", "d e", evidence=cited("s1", "s2")),
            partnership(
                "t",
                [
                    Membership(organisation="e"),
                    Membership(organisation="f", evidence=cited("s1")),
                ],
                evidence=cited("s3"),
            ),
        ],
        sources=3,
    )
    sources = {
        id: replace(one, perspective=("a",) if id < "s3" else ())
        for id, one in registry.sources.items()
    }
    return replace(registry, sources=sources)


def test_what_rests_on_one() -> None:
    """A tie counts for a document, or for who tells it, where nothing else supports it."""
    found = Facts(told()).voices

    assert found == Voices(
        documents=(
            Voice(sources=("s1",), tellers=("a",), partnerships=1, ties=3),
            Voice(sources=("s2",), tellers=("a",), partnerships=1, ties=1),
            Voice(sources=("s3",), tellers=(), partnerships=0, ties=0),
        ),
        voices=(Voice(sources=("s1", "s2"), tellers=("a",), partnerships=3, ties=5),),
        ties=6,
    )
    assert found.heaviest == found.documents[0]
    assert found.untold == ("s3",)


def test_one_document_is_no_finding() -> None:
    """Where there is one document, or no tie, none weighs more than another."""
    registry = make_registry([organisation("a"), organisation("b")], [partnership("p", "a b")])
    alone = make_registry([organisation("a")], [partnership("p", "a")], sources=2)

    assert Facts(registry).voices.heaviest is None
    assert Facts(alone).voices.heaviest is None
    assert Facts(make_registry([], [], sources=0)).voices == Voices(documents=(), voices=(), ties=0)


def test_real_data() -> None:
    """Of the 41 ties 34 rest on one undated article, told by advisers of Raedelijn and Elaa."""
    found = Facts(read_registry(ROOT / "entities.yaml")).voices

    assert found.heaviest == Voice(
        sources=("ros-transformaties",),
        tellers=("elaa", "raedelijn"),
        partnerships=10,
        ties=34,
    )
    assert found.ties == 41
    assert found.untold == ("bestuurstafel-2020",)
