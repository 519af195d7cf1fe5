"""A language is one file: with it alone, page and report are there in that language."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from conftest import ROOT
from lxml import html

GERMAN = {
    "languages": {"de": "Deutsch"},
    "grammar": {
        "and": "{before} und {last}",
        "day": "{day}. {month} {year}",
        "from": "ab {first}, Ende nicht bekannt",
    },
    "terms": {"types": {"ziekenhuis": "Krankenhaus"}, "roles": {"member": "Teilnehmer"}},
    "common": {"n_organisations": "{n} {n:Organisation|Organisationen}"},
    "page": {"who": "Wer sind Sie?", "filters": "Filter"},
    "answers": {"no_date": "ohne Datum", "column_name": "Name", "column_weight": "Gewicht"},
    "findings": {"title_what": "Was es gibt"},
    "report": {"section_brief": "Kurz gesagt"},
}


def run(folder: Path, *arguments: str) -> str:
    """What the copied program prints."""
    done = subprocess.run(
        [sys.executable, "-m", "graph", *arguments, "--data", str(ROOT / "entities.yaml")],
        cwd=folder, capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    return done.stdout


def test_a_language_is_one_file(tmp_path: Path) -> None:
    """A dozen words of German in a file of their own, and all that is not in it is English."""
    package = tmp_path / "graph"
    shutil.copytree(ROOT / "graph", package, ignore=shutil.ignore_patterns("__pycache__"))
    (package / "words" / "de.json").write_text(json.dumps(GERMAN), encoding="utf-8")

    run(tmp_path, "build", "--output", "output")
    report = run(tmp_path, "report", "--language", "de")
    answer = run(tmp_path, "neighbours", "elaa", "--language", "de")
    card = run(tmp_path, "show", "flevoziekenhuis", "--language", "de")

    page = html.fromstring((tmp_path / "output" / "network.html").read_bytes())
    block = json.loads(page.get_element_by_id("data").text)["data"]
    texts = block["texts"]
    assert [button.text for button in page.xpath("//button[@data-language]")] == [
        *("Nederlands", "English", "Deutsch"),
    ]
    assert block["languages"] == ["nl", "en", "de"]
    assert texts["words"]["who"][2] == "Wer sind Sie?"
    assert texts["words"]["zoom_in"] == ["Inzoomen", "Zoom in", "Zoom in"]
    assert texts["types"]["ziekenhuis"] == ["ziekenhuis", "hospital", "Krankenhaus"]
    assert texts["types"]["gemeente"] == ["gemeente", "municipality", "municipality"]
    assert [
        heading.text for heading in page.xpath("//div[@class='found-in'][@data-only='de']//h3")
    ][:2] == [
        *("Was es gibt", "Who takes part in the most partnerships"),
    ]
    assert "\nKurz gesagt\n-----------\n" in report
    assert "Gemeente Utrecht und Zilveren Kruis take part in the most partnerships" in report
    assert answer.startswith("Elaa: 6 named partners in these 5 documents\n")
    assert "\nName                            Gewicht  newman  through  " in answer
    assert answer.endswith("ROS’en begeleiden zorgtransformaties in de regio, ohne Datum\n")
    assert card.startswith("Flevoziekenhuis (flevoziekenhuis): Krankenhaus, Almere\n")
    assert "\n  Teilnehmer, stated; " in card
