"""Each rule of the data file has a code that stays, is documented and is met."""

import re
from pathlib import Path

import pytest
from conftest import ROOT

from graph.model.codes import CODES, RULES
from graph.model.errors import Problem, SourceError
from graph.model.message import Message
from graph.read.load import load_document
from graph.validate import check_document

BROKEN = ROOT / "tests" / "data" / "broken"

# What the corpus cannot show: originals, tables, outputs and advice have tests of their own.
ELSEWHERE = {
    *("E109", "W216", "E322", "E411", "W431", "W432"),
    *("W501", "E502", "E503", "E504", "E505", "E506", "E507", "E508"),
    *("E509", "E510", "E511", "W512"),
    *("E601", "E602", "E603", "E604", "E605"),
    *(f"E70{digit}" for digit in range(1, 10)),
    *(f"A8{digit:02}" for digit in range(1, 15)),
}

# A code once given is never another rule's, so these may only grow.
KEPT = {
    "E101": "yaml.second_document",
    "E103": "yaml.repeated_key",
    "W108": "yaml.cut",
    "E201": "shape.kind",
    "E204": "shape.missing",
    "E205": "shape.unknown_field",
    "E213": "unknown",
    "E301": "rule.id_twice",
    "E314": "rule.circle",
    "W319": "rule.organisation_unused",
    "E401": "quote.moved",
    "E402": "quote.gone",
    "W407": "name.not_judged",
    "E421": "digest.unusable",
}


@pytest.fixture(scope="module")
def found() -> dict[str, set[str]]:
    """Each code that the broken files reach, with the severities it comes with."""
    codes: dict[str, set[str]] = {}
    for path in sorted(BROKEN.glob("*.yaml")):
        try:
            _, problems = check_document(load_document(path))
        except SourceError:
            continue
        for problem in problems:
            codes.setdefault(problem.code, set()).add(problem.severity)
    return codes


def test_the_broken_files_reach_every_code(found: dict[str, set[str]]) -> None:
    """No rule is left untried, and what each says is an error or a warning as its code says."""
    assert {rule.code for rule in RULES} - found.keys() == ELSEWHERE
    assert {code for code, severities in found.items() if severities == {"warning"}} == {
        code for code in found if code.startswith("W")
    }
    assert all(len(severities) == 1 for severities in found.values())


def test_codes_are_codes() -> None:
    """A letter and three digits that are given once, in order; one rule has one message."""
    codes = [rule.code for rule in RULES]

    assert all(re.fullmatch(r"[EW][1-7]\d\d|A8\d\d", code) for code in codes)
    assert len({code[1:] for code in codes}) == len({rule.key for rule in RULES}) == len(RULES)
    assert [code[1] for code in codes] == sorted(code[1] for code in codes)
    assert {code: key for key, code in CODES.items() if code in KEPT} == KEPT


def test_every_code_is_documented() -> None:
    """The page has a row for each code, with what is wrong and what to do."""
    page = (ROOT / "docs" / "problems.md").read_text(encoding="utf-8")

    for rule in RULES:
        row = re.search(rf"^\| {rule.code} \| (.+) \| (.+) \| (.+) \|$", page, re.MULTILINE)
        assert row, rule.code
        assert row[2] == rule.cause
        assert row[3] == rule.remedy
        assert all(text.endswith(".") for text in (rule.cause, rule.remedy)), rule.code


def test_the_originals_have_codes(tmp_path: Path) -> None:
    """What is found beside the check itself has a code too."""
    missing = Problem(1, "", Message("original.missing", file="'a'", folder=str(tmp_path)))

    assert (missing.code, missing.severity) == ("W431", "warning")
