"""Page, report, answers and closing lines say the same: no two outputs disagree."""

import html
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result
from conftest import ROOT
from drawn import registries
from hypothesis import given, settings
from registries import (
    davis,
    kustland,
    make_registry,
    organisation,
    partnership,
    with_relations,
)
from said import (
    Said,
    read_card,
    read_closing,
    read_list,
    read_metrics,
    read_page,
    read_report,
    read_start,
)

from benchmarks.generate import generate_file
from graph.findings.facts import Facts
from graph.model.records import Registry
from graph.network.networkx import build_bipartite
from graph.network.positions import measure_positions
from graph.page.build import render_facts
from graph.page.layout.positions import compute_positions
from graph.query.card import show_organisation
from graph.query.listing import list_organisations
from graph.reading import read_registry
from graph.select.filters import Selection
from graph.select.selection import select_registry
from graph.words.speak import Speaker
from graph.write.answers.cards import answer_card
from graph.write.answers.closing import write_closing
from graph.write.answers.forms import format_answer
from graph.write.answers.metrics import answer_metrics
from graph.write.reports.formats import FORMATS
from graph.write.reports.make import make_report
from graph.write.terminal import show

LANGUAGES = ("nl", "en")
SELECTIONS = (
    Selection(regions=("almere",)),
    Selection(without_roles=("facilitator", "invited")),
    Selection(weight=2),
    Selection(certainty="high"),
)


def render(registry: Registry, whole: Registry | None = None) -> dict[str, Said]:
    """What each output says of a registry, by the name of the output."""
    whole = whole or registry
    facts = Facts(registry, whole=whole)
    page = render_facts(facts, compute_positions(build_bipartite(registry)))
    positions = measure_positions(facts.incidence, undertakings=facts.undertakings)
    records = list_organisations(registry, whole=whole)
    outputs = read_pages(page, registry) | {
        "list": read_list(json.dumps({"organisations": records})),
    }
    for language in LANGUAGES:
        speaker = Speaker(language)
        metrics = answer_metrics(registry, positions, speaker=speaker)
        outputs[f"metrics ({language})"] = read_metrics(
            *(format_answer(metrics, form) for form in ("json", "table", "csv"))
        )
        outputs[f"closing lines ({language})"] = read_closing(
            "\n".join(write_closing(facts, speaker)),
            {show(one.name): id for id, one in registry.organisations.items()},
            language,
        )
        report = make_report(registry, language=language, whole=whole)
        texts = {form: write(report) for form, write in FORMATS.items()}
        outputs[f"report ({language})"] = read_report(texts["json"])
        check_forms(texts)
    for id, one in registry.organisations.items():
        shown = show_organisation(registry, one, [], whole=whole)
        for language in LANGUAGES:
            card = answer_card(whole, registry, shown, speaker=Speaker(language))
            outputs[f"show {id} ({language})"] = read_card(
                format_answer(card, "json"), format_answer(card, "table"), language
            )
    return outputs


def read_pages(page: str, registry: Registry) -> dict[str, Said]:
    """What the page says: its findings in both languages, and its panel."""
    ids = {
        f"{letter}{number}": id
        for letter, records in (("o", registry.organisations), ("p", registry.partnerships))
        for number, id in enumerate(records)
    }
    found = {f"page ({language})": read_page(page, language, ids) for language in LANGUAGES}
    return found | {"start panel": read_start(page, ids)}


def check_forms(texts: Mapping[str, str]) -> None:
    """Text, Markdown and HTML hold every sentence and every row that JSON holds."""
    plain = {
        "text": texts["text"],
        "markdown": re.sub(r"\\(.)", r"\1", texts["markdown"].replace("\n> ", "\n")),
        "html": html.unescape(re.sub(r"<(?!(?:th|td)\b)[^>]*>", "", texts["html"])),
    }
    words = {form: re.sub(r"\s+", " ", text) for form, text in plain.items()}
    for section in json.loads(texts["json"])["sections"]:
        for sentence in section["sentences"]:
            text = re.sub(r"\s+", " ", show(sentence["text"])).strip()
            assert [form for form in words if text not in words[form]] == []
        for table in section["tables"]:
            for row in table["rows"][:40]:
                cells = [shown for cell in row.values() if (shown := show_cell(cell))]
                in_order = r"[^\n]*".join(map(re.escape, cells))
                assert re.search(in_order, plain["markdown"]), cells
                assert re.search(in_order, plain["html"]), cells


def show_cell(cell: object) -> str:
    """A cell as every form writes it; nothing of a fraction, of which languages differ."""
    if isinstance(cell, dict):
        return show(cell["name"])
    if isinstance(cell, list):
        return ", ".join(show(one["name"]) for one in cell)
    return "" if cell is None or isinstance(cell, float) else show(str(cell))


def find_disagreements(outputs: Mapping[str, Said]) -> list[str]:
    """Every key of which two outputs say something else."""
    said: dict[tuple[str, ...], dict[str, object]] = {}
    for output, found in outputs.items():
        for key, value in found.items():
            said.setdefault(key, {})[output] = value
    return [f"{key}: {by}" for key, by in said.items() if len(set(by.values())) > 1]


def count_witnesses(outputs: Mapping[str, Said], key: tuple[str, ...]) -> int:
    """How many outputs say it."""
    return sum(key in found for found in outputs.values())


def chain() -> Registry:
    """Thirty organisations in a row, each in a partnership with the next: 28 cut vertices."""
    ids = [f"o{number:02}" for number in range(30)]
    return make_registry(
        [organisation(id) for id in ids],
        [partnership(f"p{n}", f"{ids[n]} {ids[n + 1]}") for n in range(29)],
    )


REGISTRIES: dict[str, Callable[[], Registry]] = {
    "kustland": kustland,
    "women": davis,
    "chain": chain,
    "real": lambda: read_registry(ROOT / "entities.yaml"),
    "relations": with_relations,
    "example": lambda: read_registry(ROOT / "docs" / "example" / "entities.yaml"),
    "isolates": lambda: make_registry([organisation(id) for id in "abc"], [partnership("p", "a")]),
    "nothing": lambda: make_registry([], []),
}


@pytest.mark.parametrize("name", REGISTRIES)
def test_no_two_outputs_disagree(name: str) -> None:
    """Every number, name and order of a finding is the same wherever it is said."""
    outputs = render(REGISTRIES[name]())

    assert find_disagreements(outputs) == []
    for key in ("organisations", "partnerships", "ties", "cuts", "isolates", "inferred"):
        assert count_witnesses(outputs, (key,)) > 1, key


@pytest.mark.parametrize("selection", SELECTIONS, ids=Selection.describe)
def test_selections_agree(selection: Selection) -> None:
    """Under filters all outputs count the same, and read stages from the whole data."""
    whole = read_registry(ROOT / "entities.yaml")

    assert find_disagreements(render(select_registry(whole, selection), whole)) == []


def test_a_generated_file_agrees(tmp_path: Path) -> None:
    """In a file of sixty organisations with hubs, stages and doubt nothing disagrees."""
    outputs = render(read_registry(generate_file(60, tmp_path)))

    assert find_disagreements(outputs) == []
    assert outputs["page (nl)"]["first cuts",] == outputs["report (en)"]["first cuts",] != ()


@given(registries())
@settings(max_examples=8, deadline=None)
def test_drawn_registries_agree(registry: Registry) -> None:
    """Whatever the data, no two outputs disagree."""
    named = {id: replace(one, name=f"Naam {id}") for id, one in registry.organisations.items()}

    assert find_disagreements(render(replace(registry, organisations=named))) == []


def test_the_commands_agree(run: Callable[..., Result], tmp_path: Path) -> None:
    """The commands pass on what the filters keep and the whole data alike."""
    filters = ("--without-role", "facilitator")
    whole = read_registry(ROOT / "entities.yaml")
    selected = select_registry(whole, Selection(without_roles=("facilitator",)))

    built = run("build", *filters, "--output", str(tmp_path))
    page = (tmp_path / "network.html").read_text(encoding="utf-8")
    metrics = [
        run("metrics", *filters, "--format", form).stdout for form in ("json", "table", "csv")
    ]
    outputs = read_pages(page, selected) | {
        "report": read_report(run("report", *filters, "--format", "json").stdout),
        "metrics": read_metrics(*metrics),
        "list": read_list(run("list", "organisations", *filters, "--format", "json").stdout),
        "closing lines": read_closing(
            built.stdout, {one.name: id for id, one in selected.organisations.items()}, "en"
        ),
    }
    for id in ("flevoziekenhuis", "zilveren-kruis"):
        data, text = (run("show", id, *filters, "--format", form) for form in ("json", "table"))
        outputs[f"show {id}"] = read_card(data.stdout, text.stdout, "en")

    assert find_disagreements(outputs) == []
    assert outputs["show flevoziekenhuis"]["undertakings", "flevoziekenhuis"] == 1


def test_a_disagreement_is_found() -> None:
    """Two outputs that say something else of the same are both named."""
    outputs: dict[str, Said] = {
        "page": {("ties",): 4, ("cuts",): 1},
        "report": {("ties",): 5, ("cuts",): 1},
    }

    assert find_disagreements(outputs) == ["('ties',): {'page': 4, 'report': 5}"]


def test_what_the_real_data_say() -> None:
    """Who takes part in most, what is inferred and without whom it falls apart, as read by hand."""
    outputs = render(read_registry(ROOT / "entities.yaml"))

    for name in ("page (nl)", "page (en)", "report (nl)", "report (en)"):
        said = outputs[name]
        assert said["first leaders",] == (
            *("gemeente-utrecht", "zilveren-kruis"),
            *("flevoziekenhuis", "zorggroep-almere"),
        )
        assert said["inferred",] == 15
        assert said["first cuts",] == ("zilveren-kruis", "gemeente-utrecht")
        assert said["heaviest",] == (34, 41)
        assert said["typed",] == 3
        hampers = said["hampers",]
        assert isinstance(hampers, tuple)
        assert len(hampers) == 10
    assert outputs["start panel"]["with others", "zorggroep-almere"] == 3
    assert outputs["metrics (nl)"]["alone", "regio-twente"] == 6
