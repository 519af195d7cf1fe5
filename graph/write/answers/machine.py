"""Problems of a data file as other programs read them: workflow commands, and SARIF."""

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from graph import __version__
from graph.model.codes import RULES, Rule
from graph.model.errors import Problem

_NOTES = {"advice": "notice"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ESCAPES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTY = {**_ESCAPES, ":": "%3A", ",": "%2C"}


def write_github(path: str, problems: Sequence[Problem]) -> str:
    """
    Write a line for each problem that a workflow turns into a note beside the line of the file.

    Args:
        path: The data file, for problems that name no other.
        problems: What is wrong.

    >>> from graph.model.message import Message
    >>> missing = Problem(31, "organisations.wijk", Message("shape.missing", field="'name'"))
    >>> print(write_github("a,b.yaml", [missing]), end="")
    ::error file=a%2Cb.yaml,line=31,title=E204::organisations.wijk: 'name' is missing
    """
    return "".join(
        f"::{_NOTES.get(problem.severity, problem.severity)} "
        f"file={_escape(problem.file or path, _IN_PROPERTY)},"
        f"line={problem.line},title={problem.code}::{_escape(_say(problem), _ESCAPES)}\n"
        for problem in problems
    )


def write_sarif(path: str, problems: Sequence[Problem]) -> str:
    """
    Write a log in SARIF 2.1.0 (OASIS, 2020), which code forges and editors read.

    Args:
        path: The data file, for problems that name no other.
        problems: What is wrong.
    """
    codes = sorted({problem.code for problem in problems})
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "collabgraph",
                        "version": __version__,
                        "rules": [_describe(rule) for rule in RULES if rule.code in codes],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_give_result(problem, path) for problem in problems],
            }
        ],
    }
    text = json.dumps(log, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode() + "\n"


def _describe(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.cause},
        "help": {"text": rule.remedy},
    }


def _give_result(problem: Problem, path: str) -> dict[str, Any]:
    return {
        "ruleId": problem.code,
        "level": "note" if problem.severity == "advice" else problem.severity,
        "message": {"text": _say(problem)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _write_address(problem.file or path)},
                    "region": {"startLine": max(1, problem.line)},
                }
            }
        ],
    }


def _say(problem: Problem) -> str:
    return f"{problem.path}: {problem.message}" if problem.path else problem.message


def _write_address(path: str) -> str:
    """Write a path as an address: relative as it is, from the root with its scheme."""
    address = quote(path.encode("utf-8", "surrogateescape"), safe="/")
    return f"file://{address}" if path.startswith("/") else address


def _escape(text: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(letter, letter) for letter in text)
