"""The bill of materials: valid CycloneDX, of just what the lock file holds."""

import json
import re
from typing import Any

import pytest
from conftest import ROOT
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from write_sbom import describe_checkout, write_sbom

import graph

NOTICES = "vis-network 9.1.2, with vis-data\n"
LOCK = """\
click==8.2.0 \\
    --hash=sha256:aa
    # via collabgraph (pyproject.toml)
colorama==0.4.6 ; sys_platform == 'win32' \\
    --hash=sha256:bb
    # via click
hatchling==1.27.0 \\
    --hash=sha256:cc \\
    --hash=sha256:dd
    # via -r .venv-lock/build.in
pluggy==1.5.0 \\
    --hash=sha256:ee
    # via
    #   -c requirements-dev.txt
    #   hatchling
pyvis==0.3.2 \\
    --hash=sha256:ff
    # via collabgraph (pyproject.toml)
"""


@pytest.fixture(scope="module")
def small() -> Any:
    """What is written of a small lock."""
    return json.loads(write_sbom(LOCK, NOTICES, "0.1.0"))


@pytest.mark.parametrize("text", [describe_checkout(ROOT), write_sbom(LOCK, NOTICES, "1.0.0")])
def test_it_is_valid(text: str) -> None:
    """The schema of CycloneDX 1.6 takes it, in its strict form."""
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None


def test_it_says_who_needs_what(small: Any) -> None:
    """A graph from the project down to what only another package asks for."""
    edges = {one["ref"]: one["dependsOn"] for one in small["dependencies"]}

    assert edges == {
        "pkg:pypi/collabgraph@0.1.0": ["pkg:pypi/click@8.2.0", "pkg:pypi/pyvis@0.3.2"],
        "pkg:pypi/click@8.2.0": ["pkg:pypi/colorama@0.4.6"],
        "pkg:pypi/colorama@0.4.6": [],
        "pkg:pypi/hatchling@1.27.0": ["pkg:pypi/pluggy@1.5.0"],
        "pkg:pypi/pluggy@1.5.0": [],
        "pkg:pypi/pyvis@0.3.2": ["pkg:npm/vis-network@9.1.2"],
    }


def test_it_says_what_is_there_when_it_runs(small: Any) -> None:
    """What builds it is not; what only some platform needs says which; the page's library is."""
    parts = {one["name"]: one for one in small["components"]}

    assert {name: one["scope"] for name, one in parts.items()} == {
        "click": "required",
        "colorama": "required",
        "hatchling": "excluded",
        "pluggy": "excluded",
        "pyvis": "required",
        "vis-network": "required",
    }
    assert parts["colorama"]["properties"][0]["value"] == "sys_platform == 'win32'"
    assert "properties" not in parts["click"]


def test_it_holds_the_whole_lock_of_the_checkout() -> None:
    """Each pin is in it, with its version, and everything is asked for by something."""
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    pinned = re.findall(r"^([\w.-]+)==([\w.]+)", lock, re.MULTILINE)

    bill = json.loads(describe_checkout(ROOT))

    found = {(one["name"], one["version"]) for one in bill["components"]}
    assert found == {*pinned, ("vis-network", "9.1.2")}
    assert bill["metadata"]["component"]["version"] == graph.__version__
    asked = {ref for one in bill["dependencies"] for ref in one["dependsOn"]}
    unasked = {one["name"] for one in bill["components"] if one["bom-ref"] not in asked}
    assert unasked == {"hatchling"}


def test_the_same_lock_gives_the_same_bytes() -> None:
    """Nothing of the hour or of chance is in it; another lock has another number."""
    first, again = (write_sbom(LOCK, NOTICES, "0.1.0") for _ in range(2))
    other = write_sbom(LOCK.replace("8.2.0", "8.2.1"), NOTICES, "0.1.0")

    assert first == again
    assert json.loads(first)["serialNumber"] != json.loads(other)["serialNumber"]


def test_notices_that_name_no_library_are_refused() -> None:
    """What every page carries is never left out unnoticed."""
    with pytest.raises(ValueError, match="name and version of vis-network"):
        write_sbom(LOCK, "some library", "0.1.0")
