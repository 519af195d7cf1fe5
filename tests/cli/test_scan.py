"""`scan`: names on a terminal, as JSON, as CSV, and as YAML that can be pasted."""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from conftest import ROOT
from read.made import make_pdf

Run = Callable[..., Result]

PAGE = """\
# Een poli

In Zandmeer opende Huisartsengroep Zandmeer een poli, met Stichting De Kade
en de gemeente Zandmeer. Stichting De Kade betaalt volgens het Integraal Kustakkoord.
Ook Zorgcoöperatie Het Gemaal (ZHG) helpt. De ZHG rijdt.
"""


@pytest.fixture
def project(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that was just started, with a page that is not registered."""
    monkeypatch.chdir(tmp_path)
    assert run("init", "--language", "nl").exit_code == 0
    (tmp_path / "page.md").write_text(PAGE, encoding="utf-8")
    return tmp_path


def test_a_terminal_shows_what_is_new(run: Run, project: Path) -> None:
    """The new names with what they may be, how often and where; places apart."""
    lines = run("scan", "page.md", "--language", "en").output.splitlines()

    assert lines[0] == "read 1 document: 4 new names, 0 known organisations, 0 ambiguous names"
    assert lines[2] == "New, the likeliest names first"
    assert [line.split("  ")[0] for line in lines[4:8]] == [
        "Stichting De Kade",
        "gemeente Zandmeer",
        "Zorgcoöperatie Het Gemaal",
        "Huisartsengroep Zandmeer",
    ]
    assert "other; also ZHG" in lines[6]
    assert "page.md:3" in lines[7]
    assert lines[9] == "Probably no organisations"
    assert {line.split("  ")[0] for line in lines[11:13]} == {"Integraal Kustakkoord", "Zandmeer"}


def test_it_speaks_dutch(run: Run, project: Path) -> None:
    """In the language that is asked for."""
    said = run("scan", "page.md", "--language", "nl").output

    assert said.startswith("1 document gelezen: 4 nieuwe namen, 0 bekende organisaties")
    assert "overig; ook ZHG" in said


def test_json_has_every_place(run: Run, project: Path) -> None:
    """Each name with all its places; JSON and CSV are in English."""
    answer = json.loads(run("scan", "page.md", "--format", "json").output)
    by_name = {one["name"]: one for one in answer["names"]}

    assert answer["documents"] == ["page.md"]
    assert [place["line"] for place in by_name["Stichting De Kade"]["places"]] == [3, 4]
    assert by_name["Zorgcoöperatie Het Gemaal"]["aliases"] == ["ZHG"]
    assert by_name["Zandmeer"]["what"] == "place"
    rows = list(csv.reader(io.StringIO(run("scan", "page.md", "--format", "csv").output)))
    assert rows[0] == [
        *("found", "name", "ids", "what", "score", "count", "near", "document", "line", "text"),
    ]
    assert len(rows) == 1 + len(answer["names"])


def test_a_registered_document_is_read_as_its_source(run: Run, project: Path) -> None:
    """By its path as well as without one: then aliases with a scope hold."""
    named = run("scan", "documents/stevig-op-de-been.md", "--format", "json").output
    everything = json.loads(run("scan", "--format", "json").output)

    assert named == run("scan", "--format", "json").output
    assert everything["documents"] == ["stevig-op-de-been"]
    brug = next(one for one in everything["names"] if one["ids"] == ["thuiszorg-de-brug"])
    assert (brug["found"], brug["count"], brug["aliases"]) == ("known", 2, ["thuiszorg"])
    assert not [one for one in everything["names"] if one["found"] == "new"]


def test_what_is_pasted_passes_the_check(run: Run, project: Path) -> None:
    """Entries for the data file: valid, with ids that are free and forms that the text has."""
    pasted = run("scan", "page.md", "--format", "yaml", "--language", "en").output
    data = project / "entities.yaml"
    text = data.read_text(encoding="utf-8")
    organisations = pasted.split("not_organisations:\n")[0].split("organisations:\n")[1]
    source = (
        "  page:\n    file: page.md\n    original:\n      file: page.md\n"
        f"      sha256: {'0' * 64}\n      title: Page\n"
    )
    text = text.replace("\nsources:\n", f"\nsources:\n{source}")
    text = text.replace("\norganisations:\n", f"\norganisations:\n{organisations}")
    text += "\nnot_organisations:\n" + pasted.split("not_organisations:\n")[1]
    data.write_text(text, encoding="utf-8")

    result = run("check")

    assert "  gemeente-zandmeer: # 1 time, first on line 4 of page.md\n" in pasted
    assert "    name: Gemeente Zandmeer\n    type: gemeente\n    aliases:\n" in pasted
    assert result.exit_code == 0, result.output
    again = json.loads(run("scan", "page.md", "--format", "json").output)
    assert {one["found"] for one in again["names"]} == {"known", "judged"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Error: page.md: empty\n"),
        (b"\xff\xfe\x00", "Error: page.md:1: not UTF-8, save the file as UTF-8\n"),
    ],
)
def test_a_file_that_is_no_text(run: Run, project: Path, content: bytes, said: str) -> None:
    """One sentence, exit code 1."""
    (project / "page.md").write_bytes(content)
    result = run("scan", "page.md")

    assert (result.exit_code, result.stderr) == (1, said)
    assert run("scan", "none.md").stderr == "Error: none.md: no such file\n"


def test_the_real_data_are_known(run: Run) -> None:
    """Of the organisations of this repository none is new but what nobody recorded."""
    answer = json.loads(
        run("scan", "--data", str(ROOT / "entities.yaml"), "--format", "json").output
    )

    known = {one["ids"][0] for one in answer["names"] if one["found"] == "known"}
    new = {one["name"] for one in answer["names"] if one["found"] == "new"}
    assert {"elaa", "klm", "ggd-flevoland"} <= known
    assert len(known) == 26
    assert "Elaa" not in new


TABLE = """\
# een poli

In Oosterveen opende Zorggroep Zilt in 2023 een wondpoli, samen met Thuiszorg De Brug.
Zo'n 350 aanbieders en de gemeente Zout vormen daarvoor een stuurgroep; wie, is niet bekend.
"""


def test_drafts_are_shown_with_their_sentence(run: Run, project: Path) -> None:
    """Who, of what kind, when, and the words that say so."""
    (project / "page.md").write_text(TABLE, encoding="utf-8")
    said = run("scan", "page.md", "--language", "en").output.splitlines()
    drafts = json.loads(run("scan", "page.md", "--format", "json").output)["drafts"]

    assert said[-5:] == [
        "These 2 sentences may tell of a partnership",
        "page.md:3  Thuiszorg De Brug and Zorggroep Zilt (joint service, from 2023, end not known)",
        "    In Oosterveen opende Zorggroep Zilt in 2023 een wondpoli, samen met Thuiszorg De Brug",
        "page.md:4  gemeente Zout and zo'n 350 aanbieders (steering group)",
        "    Zo'n 350 aanbieders en de gemeente Zout vormen daarvoor een stuurgroep; "
        "wie, is niet bekend",
    ]
    assert drafts[1]["groups"] == [{"label": "zo'n 350 aanbieders", "type": None, "size": "350~"}]
    assert drafts[0]["regions"] == ["oosterveen"]


def test_drafts_that_are_pasted_pass_the_check(run: Run, project: Path) -> None:
    """With their organisations and groups; the second time nothing is left to propose."""
    (project / "page.md").write_text(TABLE, encoding="utf-8")
    assert "partnerships:" not in run("scan", "page.md", "--format", "yaml").output
    assert run("add", "page.md").exit_code == 0
    pasted = run("scan", "page.md", "--format", "yaml", "--language", "en").output
    data = project / "entities.yaml"
    text = data.read_text(encoding="utf-8")
    for part in re.split(r"(?m)^(?=\w+:$)", pasted)[1:]:
        section, _, entries = part.partition("\n")
        if f"\n{section}\n" in text:
            text = text.replace(f"\n{section}\n", f"\n{section}\n{entries}")
        else:
            text += f"\n{section}\n{entries}"
    data.write_text(text, encoding="utf-8")

    result = run("check", "--strict")
    again = json.loads(run("scan", "page.md", "--format", "json").output)
    found = run("list", "partnerships", "--format", "json").output

    assert "    # mind 'niet' in the sentence\n" in pasted
    assert "        before:" in pasted
    assert "        after:" in pasted
    assert result.output == "entities.yaml: 0 problems, 0 warnings\n"
    assert again["drafts"] == []
    names = {one["name"]: one for one in json.loads(found)["partnerships"]}
    draft = names["Joint service of Thuiszorg De Brug and Zorggroep Zilt"]
    assert (draft["certainty"], draft["period"], draft["kind"]) == (
        "low",
        "2023/..",
        "hulpverlening",
    )


def test_a_pdf_is_read_by_page(run: Run, project: Path) -> None:
    """Before it is registered by its path, and then as its source, with lines of its text."""
    (project / "x.pdf").write_bytes(make_pdf([["Voorwoord"], ["Hier begon Zorggroep Zilt"]]))

    before = json.loads(run("scan", "x.pdf", "--format", "json").output)
    assert run("add", "x.pdf", "--title", "Verslag").exit_code == 0
    after = json.loads(run("scan", "x.pdf", "--format", "json").output)

    assert before["documents"] == ["x.pdf"]
    assert after["documents"] == ["x"]
    places = [
        (place["document"], place["line"])
        for answer in (before, after)
        for one in answer["names"]
        if one["name"] == "Zorggroep Zilt"
        for place in one["places"]
    ]
    assert places == [("x.pdf", 9), ("x", 9)]


def test_a_register_is_no_document(run: Run) -> None:
    """Its rows name whom they name; a scan of all documents passes it by."""
    result = run("scan", "--data", "docs/example/registers/regelingen.yaml", "--language", "en")

    assert result.exit_code == 0, result.output
    assert result.output.startswith("read 0 documents: 0 new names")
