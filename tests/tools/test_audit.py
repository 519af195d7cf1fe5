"""`make audit`: what is said of each thing that pip-audit can print."""

import json

import pytest
from audit import judge

CLEAN = {"name": "click", "version": "8.2.0", "vulns": []}
FLAWED = {
    "name": "jinja2",
    "version": "3.1.0",
    "vulns": [
        {"id": "PYSEC-1", "fix_versions": ["3.1.6"]},
        {"id": "PYSEC-2", "fix_versions": []},
    ],
}
SKIPPED = {"name": "numpy", "skip_reason": "not on the index"}


@pytest.mark.parametrize(
    ("answer", "errors", "expected"),
    [
        ([CLEAN], "", (0, "no known vulnerability in 1 package")),
        ([CLEAN, SKIPPED], "a note", (0, "no known vulnerability in 2 packages")),
        (
            [CLEAN, FLAWED],
            "Found 2 known vulnerabilities",
            (1, "jinja2 3.1.0: PYSEC-1, mended in 3.1.6\njinja2 3.1.0: PYSEC-2, not mended yet"),
        ),
        (
            None,
            "Traceback\nrequests.exceptions.ConnectionError: no route to host\n",
            (
                0,
                "audit skipped, no service answers: "
                "requests.exceptions.ConnectionError: no route to host",
            ),
        ),
        (
            None,
            "ERROR:pip_audit: 503 Server Error: Service Unavailable",
            (
                0,
                "audit skipped, no service answers: "
                "ERROR:pip_audit: 503 Server Error: Service Unavailable",
            ),
        ),
        (None, "no such option: -x", (1, "pip-audit fails: no such option: -x")),
        (None, "", (1, "pip-audit fails: it printed nothing")),
    ],
)
def test_an_audit_is_judged(
    answer: list[object] | None, errors: str, expected: tuple[int, str]
) -> None:
    """A flaw fails, silence is skipped with a word, and any other failure stays a failure."""
    printed = "" if answer is None else json.dumps({"dependencies": answer})

    assert judge(printed, errors) == expected
