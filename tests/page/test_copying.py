"""An entry copied from the panel is that of the data file, with room for a passage more."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import yaml
from conftest import ROOT
from page.test_axe import violations
from page.watched import Watched
from registries import kustland

from graph.model.records import Barrier, GroupMembership, Membership, Partnership
from graph.reading import read_registry

Visit = Callable[..., Watched]

EXAMPLE = ROOT / "docs" / "example" / "entities.yaml"
PLACE = "      - source:\n        line:\n        quote:\n"


def copy(page: Watched, button: int = -1) -> str:
    """Press a button that copies, the last one unless another is named, and take what it gives."""
    page.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    buttons = page.panel().get_by_role("button", name="Kopieer als YAML").all()
    buttons[button].click()
    page.panel().get_by_role("button", name="Gekopieerd als YAML").wait_for()
    return str(page.page.evaluate("navigator.clipboard.readText()"))


def without_context(
    told: "Partnership | Membership | GroupMembership | Barrier",
) -> "Partnership | Membership | GroupMembership | Barrier":
    """Leave out the words around passages, which the page does not hold."""
    evidence = tuple(replace(one, before=None, after=None) for one in told.evidence)
    return replace(told, evidence=evidence)


def test_entries_are_those_of_the_data_file(visit: Visit, tmp_path: Path) -> None:
    """Copied one by one and put in the place of what stood there, they say the same."""
    registry = read_registry(EXAMPLE)
    data = yaml.load(EXAMPLE.read_text("utf-8"), yaml.BaseLoader)
    page = visit(registry)
    copied: dict[str, list[str]] = {"organisation": [], "partnership": []}
    for kind, texts in copied.items():
        for id in data[f"{kind}s"]:
            page.lead(f"#{kind}={id}")
            texts.append(copy(page))
    text = EXAMPLE.read_text("utf-8")
    for kind, texts in copied.items():
        start = text.index(f"\n{kind}s:\n") + len(f"\n{kind}s:\n")
        end = text.index("\n\n", start)
        text = f"{text[:start]}{''.join(texts).replace(PLACE, '')}{text[end:]}"
    for folder in ("seeds", "registers"):
        (tmp_path / folder).symlink_to(EXAMPLE.parent / folder)
    (tmp_path / "entities.yaml").write_text(text, encoding="utf-8")

    again = read_registry(tmp_path / "entities.yaml")

    assert "".join(copied["partnership"]).count(PLACE) == len(data["partnerships"])
    assert again.organisations == registry.organisations
    assert again.partnerships.keys() == registry.partnerships.keys()
    for id, partnership in registry.partnerships.items():
        assert without_context(again.partnerships[id]) == without_context(partnership)


def test_a_membership_takes_a_passage(visit: Visit) -> None:
    """It is an item of the members, with what it rests on and an empty place."""
    page = visit(read_registry(EXAMPLE), hash="#organisation=gemeente-zandmeer")
    page.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    cards = page.panel().locator("article.card", has_text="Wondpoli Zandmeer")
    cards.first.get_by_role("button", name="Kopieer als YAML").click()
    page.panel().get_by_role("button", name="Gekopieerd als YAML").wait_for()

    assert page.page.evaluate("navigator.clipboard.readText()") == (
        "      - org: gemeente-zandmeer\n"
        "        role: funder\n"
        "        certainty: medium\n"
        "        note: Betaalt de ruimte; of zij meedoet, is afgeleid.\n"
        "        evidence:\n"
        "          - source: wondpoli\n"
        "            line: 9\n"
        "            quote: Gemeente Zandmeer betaalt de ruimte\n"
        "          - source:\n"
        "            line:\n"
        "            quote:\n"
    )


def test_where_nothing_can_be_copied_it_is_shown(visit: Visit) -> None:
    """A browser may refuse: then the entry stands in the panel, ready to be copied by hand."""
    page = visit(hash="#organisation=g")
    page.page.evaluate(
        "Object.defineProperty(navigator.clipboard, 'writeText',"
        " { value: () => Promise.reject(new Error('no')) })"
    )
    page.panel().get_by_role("button", name="Kopieer als YAML").click()
    shown = page.panel().locator(".copy .yaml")
    shown.wait_for()

    assert (
        shown.inner_text() == "  g:\n    name: GGD Kustland\n    type: ggd\n    region: kustland\n"
    )


def test_a_passage_is_copied_with_its_source(visit: Visit) -> None:
    """Words, document, whose it is, date and line, as plain text; of a summary without quotes."""
    registry = kustland()
    source = replace(registry.sources["s1"], is_summary=False)
    page = visit(replace(registry, sources={**registry.sources, "s1": source}), "#partnership=p")
    page.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    cite = page.panel().get_by_role("button", name="Kopieer deze zin met bron").first

    cite.click()
    page.wait("document.getElementById('status').textContent === 'Gekopieerd.'")

    copied = page.page.evaluate("navigator.clipboard.readText()")
    assert copied == "“Zij zitten aan tafel p.” (Bron 1, De Kustkrant, april 2011, regel 4)"


def test_where_copying_is_refused_a_passage_stands_selected(visit: Visit) -> None:
    """From a file the clipboard may be shut: the text is there, in the hand, without a finding."""
    page = visit(hash="#partnership=p")
    page.page.evaluate(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })"
    )

    page.panel().get_by_role("button", name="Kopieer deze zin met bron").first.click()

    said = "Zij zitten aan tafel p. (Bron 1, De Kustkrant, april 2011, samenvatting van regel 4)"
    assert page.text(".cite .yaml:visible") == said
    assert page.page.evaluate("getSelection().toString()") == said
    assert violations(page) == []


def test_a_finding_is_copied_with_what_it_was_counted_in(visit: Visit) -> None:
    """With the sentences under it, the title, how many documents and the version of the data."""
    page = visit(hash="#lang=en")
    page.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    finding = page.page.locator(".finding:visible > ul > li").first
    said = " ".join(finding.inner_text().split())

    finding.get_by_role("button", name="Copy this sentence with its source").click()
    page.wait("document.getElementById('status').textContent === 'Copied.'")

    copied = page.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"{said} (Samenwerking in Kustland, 8 organisations, ")
    assert "2 documents" in copied
    assert "abababababab" in copied
