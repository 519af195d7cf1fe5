"""The address at which a browser opens the passage that is cited, and no other."""

from dataclasses import replace

import pytest
from registries import make_registry, organisation, partnership

from graph.model.records import Evidence
from graph.read.digest import Digest, read_digest
from graph.validate.links import link_passages

ADDRESS = "https://kust.example/nieuws"

PAGE = """\
Elaa doet mee in Zeist.

Eerst dit: Elaa doet mee in Soest, en Elaa doet mee in Bunnik.

GGD-arts, thuiszorg & Co, 100 % lokaal.

Noot

Noot

Ook Café Één, dat cafe een is.
"""
LONG = " ".join(f"woord{n}" for n in range(60))


def link(evidence: Evidence, text: str = PAGE, address: str | None = ADDRESS) -> str | None:
    """The address of one passage of one document, behind its address."""
    registry = make_registry(
        [organisation("a"), organisation("b")], [partnership("p", "a b", evidence=(evidence,))]
    )
    source = replace(registry.sources["s1"], url=address)
    registry = replace(registry, sources={"s1": source})
    digests: dict[str, Digest] = {source.file: read_digest(source.file, text)}
    found = link_passages(registry, digests).get("s1", {}).get(evidence)
    return found.removeprefix(address or "") if found else None


def cite(line: int, quote: str, before: str | None = None, after: str | None = None) -> Evidence:
    """A passage of the document."""
    return Evidence(source="s1", line=line, quote=quote, before=before, after=after)


FOUND = {
    "what stands there once": (cite(3, "mee in Soest"), "#:~:text=mee%20in%20Soest"),
    "signs that part a directive": (
        cite(5, "GGD-arts, thuiszorg & Co, 100 % lokaal."),
        "#:~:text=GGD%2Darts%2C%20thuiszorg%20%26%20Co%2C%20100%20%25%20lokaal.",
    ),
    "with words before it": (
        cite(3, "Elaa doet mee", before="Eerst dit: "),
        "#:~:text=Eerst%20dit%3A-,Elaa%20doet%20mee",
    ),
    "the second of a line": (
        cite(3, "Elaa doet mee", before="Soest, en "),
        "#:~:text=in%20Soest%2C%20en-,Elaa%20doet%20mee",
    ),
    "at the start of a paragraph": (
        cite(1, "Elaa doet mee"),
        "#:~:text=Elaa%20doet%20mee,-in%20Zeist.",
    ),
    "a whole paragraph that stands there twice": (
        cite(9, "Noot"),
        "#:~:text=Noot-,Noot",
    ),
    "the same but for accents and capitals": (
        cite(11, "Café Één"),
        "#:~:text=Ook-,Caf%C3%A9%20%C3%89%C3%A9n",
    ),
}


@pytest.mark.parametrize(("evidence", "fragment"), FOUND.values(), ids=list(FOUND))
def test_a_passage_opens_with_as_few_words_as_tell_it_apart(
    evidence: Evidence, fragment: str
) -> None:
    """Words around it only where the quote is not unique; each sign that has a meaning encoded."""
    assert link(evidence) == fragment


LINKS = {
    "of a long quote the ends": (
        f"Zij zeggen: {LONG}. Klaar.",
        "#:~:text=woord0%20woord1%20woord2%20woord3,woord56%20woord57%20woord58%20woord59",
    ),
    "more of it where its beginning stands elsewhere too": (
        f"Kop: woord0 woord1 woord2 woord3.\n\n{LONG}",
        "#:~:text=woord0%20woord1%20woord2%20woord3%20woord4%20woord5%20woord6%20woord7,"
        "woord52%20woord53%20woord54%20woord55%20woord56%20woord57%20woord58%20woord59",
    ),
}


@pytest.mark.parametrize(("text", "fragment"), LINKS.values(), ids=list(LINKS))
def test_a_long_quote_opens_by_its_first_and_last_words(text: str, fragment: str) -> None:
    """The address stays short."""
    line = 1 if text.startswith("Zij") else 3

    assert link(cite(line, LONG), text) == fragment


def test_a_fragment_of_the_address_stays() -> None:
    """An address may lead to a part of a page already."""
    evidence = cite(3, "mee in Soest")

    assert link(evidence, address=f"{ADDRESS}#kop") == ":~:text=mee%20in%20Soest"
    assert link(evidence, address=None) is None


def test_what_cannot_be_told_apart_has_no_link() -> None:
    """Rather none than one that opens at the wrong place."""
    text = "Noot\n\nNoot\n\nNoot\n"

    assert link(cite(3, "Noot"), text) == "#:~:text=Noot-,Noot,-Noot"
    assert link(cite(5, "Noot"), text) is None


def test_a_digest_in_other_words_has_no_link() -> None:
    """Its words do not stand on the page that it renders."""
    assert link(cite(7, "Elaa doet mee"), "[r. 7] Elaa doet mee.") is None
    assert link(cite(1, "Elaa doet niet mee")) is None
