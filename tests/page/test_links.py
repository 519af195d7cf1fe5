"""A passage of a document on the web, and the address at which a browser opens it there."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from page.shelf import DESK
from page.watched import Watched
from playwright.sync_api import Browser
from registries import with_relations
from validate.test_links import ADDRESS, LONG, cite, link

from graph.model.records import Evidence, Registry
from graph.network.networkx import build_bipartite, project_network
from graph.page.build import render_page
from graph.write.reports.html import write_html
from graph.write.reports.make import make_report
from graph.write.reports.markdown import write_markdown

Visit = Callable[..., Watched]

OF_MEMBER = Evidence(source="s1", line=9, quote="Gemeente Zandmeer betaalt.")
OF_RELATION = Evidence(source="s1", line=9, quote="Dat is huur.")
OF_REGION = Evidence(source="s1", line=6, quote="Er is mist.")
OPENS = "https://kust.example/a?b=1&c=(2)#:~:text="

TEXT = f"""\
Elaa doet mee in Zeist.

Eerst dit: Elaa doet mee, in Soest, en Elaa doet mee, in Bunnik.

Woord0 woord1 woord2 woord3 staan er los.

Zij zeggen: {LONG}. Klaar.
"""


def linked() -> Registry:
    """A registry of which three passages open on the web."""
    registry = with_relations()
    links = {
        OF_MEMBER: f"{OPENS}betaalt.",
        OF_RELATION: f"{OPENS}huur",
        OF_REGION: f"{OPENS}mist",
    }
    source = replace(registry.sources["s1"], is_summary=False, links=links)
    return replace(registry, sources={**registry.sources, "s1": source})


def test_the_panel_leads_to_the_passages(visit: Visit) -> None:
    """Of a member, a relation and a region; a link tells nobody where the reader comes from."""
    page = visit(linked(), hash="#partnership=p")

    found = page.panel().get_by_role("link", name="open bij deze woorden").all()

    assert {one.get_attribute("href") for one in found} == {
        f"{OPENS}{words}" for words in ("betaalt.", "huur", "mist")
    }
    assert {one.get_attribute("rel") for one in found} == {"noreferrer"}


def test_without_quotes_there_is_no_link() -> None:
    """Its address holds the words of the document."""
    bipartite = build_bipartite(linked())
    network = project_network(bipartite)

    assert "text=betaalt." in render_page(bipartite, network)
    assert ":~:" not in render_page(bipartite, network, quotes=False)


def test_the_report_leads_to_the_passage() -> None:
    """In HTML and in Markdown, with nothing in the address that ends a cell."""
    report = make_report(linked(), language="en")

    assert (
        '<a href="https://kust.example/a?b=1&amp;c=(2)#:~:text=huur" rel="noreferrer">'
        "line 9: “Dat is huur.”</a>"
    ) in write_html(report)
    assert (
        "[line 9: “Dat is huur.”](<https://kust.example/a?b=1&c=%282%29#:~:text=huur>)"
    ) in write_markdown(report)


OPENED = {
    "the first of three": (cite(1, "Elaa doet mee"), "p0"),
    "the second of three, amid signs that part a directive": (
        cite(3, "Elaa doet mee", before="Eerst dit: "),
        "p1",
    ),
    "a long quote of which the beginning stands earlier too": (cite(7, LONG), "p3"),
}


@pytest.mark.parametrize(("evidence", "paragraph"), OPENED.values(), ids=list(OPENED))
def test_a_browser_opens_the_document_at_the_passage(
    chromium: Browser, evidence: Evidence, paragraph: str
) -> None:
    """Chromium scrolls to the paragraph that is cited; nothing comes from the network."""
    paragraphs = re.split(r"\n\s*\n", TEXT.strip())
    body = "".join(
        f"<p style='margin: 150vh 0' id=p{n}>{text}</p>" for n, text in enumerate(paragraphs)
    )
    fragment = link(evidence, TEXT)
    context = chromium.new_context(**DESK)
    page = context.new_page()
    context.route("**/*", lambda route: route.fulfill(body=body, content_type="text/html"))

    page.goto(f"{ADDRESS}{fragment}")
    page.wait_for_function("scrollY > 0")
    seen = page.evaluate(
        "[...document.querySelectorAll('p')]"
        ".filter((p) => { const { top, bottom } = p.getBoundingClientRect();"
        " return bottom > 0 && top < innerHeight; }).map((p) => p.id)"
    )
    context.close()

    assert seen == [paragraph]
