"""
Ask whether a package of the lock file has a known vulnerability: run as `make audit`.

pip-audit asks a service on the internet. Where none answers, nothing is known, and that is said:
the audit is skipped, and fails nothing.
"""

import json
import re
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

PIP_AUDIT = "pip-audit>=2.9,<3"
ROOT = Path(__file__).resolve().parent.parent
_SILENT = re.compile(
    r"ConnectionError|ConnectTimeout|ReadTimeout|Max retries exceeded|Name or service not known"
    r"|Temporary failure in name resolution|[Cc]ould not connect|[Cc]onnection refused"
    r"|ProxyError|SSLError|HTTPError: (?:4|5)\d\d|(?:4|5)\d\d (?:Client|Server) Error"
)
"""What the error of a service that does not answer looks like."""


def main() -> int:
    """Fetch pip-audit into an environment of its own, run it, and say in a line what it found."""
    code, said = _run_audit()
    print(said, file=sys.stderr if code else sys.stdout)
    return code


def _run_audit() -> tuple[int, str]:
    folder = ROOT / ".venv-audit"
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    fetched = _run(programs / "python", "-m", "pip", "install", "--quiet", PIP_AUDIT)
    if fetched.returncode:
        return 0, f"audit skipped, pip-audit cannot be fetched: {_take_last(fetched.stderr)}"
    asked = _run(
        programs / "pip-audit",
        *("--requirement", str(ROOT / "requirements.txt"), "--no-deps", "--disable-pip"),
        *("--format", "json", "--progress-spinner", "off", "--timeout", "15"),
    )
    return judge(asked.stdout, asked.stderr)


def judge(answer: str, errors: str) -> tuple[int, str]:
    """
    Judge what pip-audit printed.

    Args:
        answer: What stands on its stdout: JSON, where it came to an answer.
        errors: What stands on its stderr.

    Returns:
        The exit code, and what to say.

    >>> judge('{"dependencies": [{"name": "a", "version": "1", "vulns": []}]}', "")
    (0, 'no known vulnerability in 1 package')
    >>> judge("", "requests.exceptions.ConnectionError: no route")
    (0, 'audit skipped, no service answers: requests.exceptions.ConnectionError: no route')
    """
    try:
        found = json.loads(answer)["dependencies"]
    except (ValueError, KeyError, TypeError):
        last = _take_last(errors)
        if _SILENT.search(errors):
            return 0, f"audit skipped, no service answers: {last}"
        return 1, f"pip-audit fails: {last}"
    lines = [
        f"{one['name']} {one['version']}: {flaw['id']}{_say_mended(flaw['fix_versions'])}"
        for one in found
        for flaw in one.get("vulns", [])
    ]
    if lines:
        return 1, "\n".join(lines)
    return 0, f"no known vulnerability in {len(found)} package{'s' * (len(found) != 1)}"


def _run(program: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([program, *arguments], capture_output=True, text=True, check=False)


def _take_last(errors: str) -> str:
    return (errors.strip().splitlines() or ["it printed nothing"])[-1]


def _say_mended(versions: Sequence[str]) -> str:
    return f", mended in {', '.join(versions)}" if versions else ", not mended yet"


if __name__ == "__main__":
    sys.exit(main())
