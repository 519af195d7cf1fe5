"""Text from the data stays text: nothing runs, nothing is lost, nothing breaks the page."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import urlencode

from page.watched import Watched
from registries import make_registry, organisation, partnership

from graph.model.content import Content
from graph.model.records import (
    Alias,
    Evidence,
    Group,
    GroupMembership,
    Membership,
    Organisation,
    Partnership,
    Registry,
    Size,
    Source,
    Term,
    Vocabulary,
)
from graph.page.data import clean_text

Visit = Callable[..., Watched]

PAYLOADS = {
    "script": "</script><script>alert(1)</script>",
    "style": "</style><script>alert(1)</script>",
    "comment": "<!--<script>alert(1)</script>-->",
    "image": "<img src=x onerror=alert(1)>",
    "attribute": "\"'` onmouseover=alert(1) x=",
    "svg": "</svg></text><svg onload=alert(1)>",
    "address": "javascript:alert(1)",
    "remote": '<img src="https://example.org/pixel"> <a href="https://example.org/">hier</a>',
    "template": "{{ 7*7 }}{% raw %}${7*7}{n}{name}",
    "replacement": "$& $1 $` \\u003c",
    "separators": "voor\u2028na\u2029einde",
    "nul": "nul\x00teken",
    "controls": "bel\x07 del\x7f csi\x9b",
    "surrogate": "half \ud800 teken",
    "noncharacter": "niet \ufffe \U0001ffff teken",
    "bidi": "abc \u202egpj.exe \u2066x \u2069\u2069 einde",
    "unseen": "Ela\u200ba \U000e0041zorg",
    "prototype": "__proto__",
    "constructor": "constructor",
    "emoji": "👩‍⚕️ zorg 🏥",
    "arabic": "جمعية الرعاية",
    "long": "lang" * 2500,
    "combining": "Z" + "\u0301" * 200,
}


CLEANED = {
    "nul": "nul␀teken",
    "controls": "bel␇ del␡ csi\ufffd",
    "surrogate": "half \ufffd teken",
    "noncharacter": "niet \ufffd \ufffd teken",
    "bidi": "abc \ufffdgpj.exe \u2066x \u2069\ufffd einde",
    "unseen": "Ela\ufffda \ufffdzorg",
}
"""What shows in place of what HTML cannot hold; all else shows as it is."""


AT_ONCE = 150
"""Strings in one page: with more its tables hold only their first rows."""


def hostile_registry(payloads: Mapping[str, str] = PAYLOADS) -> Registry:
    """A registry with each payload in every field that holds text, ids included."""
    people, tables, sources, terms = [], [], {}, {}
    for name, text in payloads.items():
        terms[text] = Term(id=text, labels={"nl": text, "en": text})
        sources[text] = Source(
            id=text,
            file=text,
            title=text,
            original_file=text,
            sha256="0" * 64,
            publisher=text,
            date=text,
            url=text,
            note=text,
        )
        passage = (Evidence(source=text, line=1, quote=text),)
        pair = [
            Organisation(
                id=id,
                name=text,
                types=(text,),
                region=text,
                aliases=(Alias(text=text), Alias(text=text, source=text)),
                part_of=None if id == text else text,
                ids={text: text},
                note=text,
            )
            for id in (text, f"second-{name}")
        ]
        people += pair
        tables.append(
            Partnership(
                id=text + "-table",
                name=text,
                kind=text,
                memberships=tuple(
                    Membership(organisation=one.id, role=text, note=text, evidence=passage)
                    for one in pair
                ),
                members_known="some",
                groups=(GroupMembership(group=text, role=text),),
                themes=(text,),
                regions=(text,),
                evidence=passage,
                note=text,
            )
        )
    everything = " ".join(text for name, text in payloads.items() if name != "long")
    return Registry(
        title=everything,
        language="nl",
        sources=sources,
        organisations={one.id: one for one in people},
        partnerships={table.id: table for table in tables},
        vocabulary=Vocabulary(types=terms, kinds=terms, roles=terms, themes=terms, regions=terms),
        not_organisations={},
        content=Content(lambda: "cd" * 32),
        groups={
            text: Group(id=text, label=text, size=Size(number=2)) for text in payloads.values()
        },
        selection=everything,
    )


def expected(name: str) -> list[str]:
    """The words that a reader sees of a payload."""
    return CLEANED.get(name, PAYLOADS[name]).split()


def test_inert(visit: Visit) -> None:
    """Whatever stands in a field shows as it is: on the map, in panel, search and tables."""
    page = visit(hostile_registry())
    counts = "document.querySelectorAll('script,img,iframe,object,style,form').length"
    before = page.page.evaluate(counts)

    for name, text in PAYLOADS.items():
        key = clean_text(text)
        for address in (
            {"organisation": key},
            {"organisation": key, "with": f"second-{name}"},
            {"partnership": f"{key}-table"},
            {"document": key},
        ):
            page.page.evaluate(f"location.hash = {json.dumps(urlencode(address))}")
            page.wait(f"document.title && location.hash === {json.dumps('#' + urlencode(address))}")
            if "with" in address:
                assert page.panel().locator(".ends li").count() == 2
            else:
                page.wait("!document.getElementById('details').hidden")
                assert page.page.locator("#panel-title").inner_text().split() == expected(name)
    page.page.get_by_role("button", name="English").click()
    for text in PAYLOADS.values():
        page.page.locator("#search").fill(text.replace("\ud800", "")[:40])
    for tab in page.page.get_by_role("tab").all():
        tab.click()

    assert page.page.evaluate(counts) == before
    assert page.page.evaluate("document.compatMode") == "CSS1Compat"
    assert page.page.evaluate("document.body.lastElementChild.id") == "status"
    assert page.page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_every_naughty_string(visit: Visit, shared: Path) -> None:
    """Of a list of strings that break software, in all fields and views, none runs or is lost."""
    lines = (shared / "data" / "blns.txt").read_text(encoding="utf-8").split("\n")
    texts = sorted({line for line in lines if line.strip() and not line.startswith("# ")})
    counts = "document.querySelectorAll('script,img,iframe,object,embed,style,form').length"
    usual = visit(hostile_registry()).page.evaluate(counts)
    shown = []

    for start in range(0, len(texts), AT_ONCE):
        some = {str(place): text for place, text in enumerate(texts[start : start + AT_ONCE])}
        page = visit(hostile_registry(some)).page
        shown += page.evaluate(
            "[...document.querySelectorAll('[id^=\"row-p\"] th a')].map((a) => a.textContent)"
        )
        for view in ("two-mode", "grid", "time&years=2018..2020", "regions", "network"):
            page.evaluate(f"location.hash = '#view={view}'")
            page.wait_for_selector(f"[data-view={view.partition('&')[0]}][aria-pressed=true]")
            assert page.evaluate(counts) == usual
        assert page.evaluate("document.body.lastElementChild.id") == "status"

    assert len(texts) > 400
    assert sorted(" ".join(name.split()) for name in shown) == sorted(
        " ".join(clean_text(text).split()) for text in texts
    )


def test_inert_without_script(visit: Visit) -> None:
    """Without a script the text stands in the tables, letter for letter as far as HTML can."""
    page = visit(hostile_registry(), java_script_enabled=False)

    for place, name in enumerate(PAYLOADS):
        shown = page.page.locator(f"#row-p{place} th a").inner_text()
        assert shown.split() == expected(name)


def test_address_of_hostile_ids(visit: Visit) -> None:
    """Ids that mean something to a script are found by address like any other."""
    for id in ("__proto__", "constructor"):
        page = visit(hostile_registry(), hash=f"#organisation={id}")

        assert page.text("#panel-title") == id


def test_inert_in_time(visit: Visit) -> None:
    """Names in the timeline are text too, with nothing made of them."""
    page = visit(hostile_registry(), hash="#view=time&years=2018..2020")

    assert page.page.locator("#timeline .stop").count() > 0
    assert page.page.locator("#timeline :is(img, script, a, b b)").count() == 0


def test_long_name_keeps_the_layout(visit: Visit) -> None:
    """A name of 10,000 letters is cut on the map and clamped in lists, and stays whole inside."""
    long = PAYLOADS["long"]
    registry = make_registry(
        [organisation("a", name=long, aliases=(Alias(text=long),)), organisation("b", name="B")],
        [partnership("p", "a b", name=long)],
    )
    page = visit(registry)

    assert page.box(".desk")["height"] < 1500
    assert page.box("#sheet-organisations")["height"] < 600
    page.click("a")

    assert page.page.locator("#panel-title").inner_text() == long
    assert page.page.evaluate("document.documentElement.scrollWidth") == 1280
