"""
Write what the program is made of, as a CycloneDX bill of materials: from the lock file alone.

`make dist` puts it beside the wheel. The same lock gives the same bytes: no time, no chance.
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

# A checkout describes itself, whatever is installed.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from graph import __version__

ROOT = Path(__file__).resolve().parent.parent
NAME = "collabgraph"
_PIN = re.compile(r"^([\w.-]+)==([\w.+!]+)(?: ; (.*?))? \\$")
_PARENT = re.compile(r"^    # (?:via|  )(?: )?(\S.*)$")
_LIBRARY = re.compile(r"(vis-network) ([\d.]+),")


@dataclass(frozen=True, slots=True)
class Pin:
    """
    One line of a lock file.

    `marker`: where alone it is installed; empty for everywhere. `parents`: what asks for it, by
    name; `NAME` for the project itself, and nothing for what only builds it.
    """

    name: str
    version: str
    marker: str
    parents: tuple[str, ...]

    @property
    def address(self) -> str:
        """Its package URL."""
        return f"pkg:pypi/{self.name}@{self.version}"


def main() -> int:
    """Print the bill of materials of this checkout."""
    sys.stdout.write(describe_checkout(ROOT))
    return 0


def describe_checkout(root: Path) -> str:
    """Write the bill of materials of a checkout."""
    return write_sbom(
        (root / "requirements.txt").read_text(encoding="utf-8"),
        (root / "graph/page/template/notices.txt").read_text(encoding="utf-8"),
        __version__,
    )


def write_sbom(lock: str, notices: str, version: str) -> str:
    """
    Write the bill of materials as CycloneDX 1.6, in JSON.

    Args:
        lock: The lock file, with the notes of who asks for what.
        notices: The notices of the page, whose first line names the library that pyvis carries.
        version: That of the project.
    """
    pins = {pin.name: pin for pin in read_lock(lock)}
    root = f"pkg:pypi/{NAME}@{version}"
    carried = _describe_carried(notices)
    edges = {root: sorted(pin.address for pin in pins.values() if NAME in pin.parents)}
    for pin in pins.values():
        edges[pin.address] = sorted(one.address for one in pins.values() if pin.name in one.parents)
    edges[pins["pyvis"].address].append(carried["bom-ref"])
    used = _reach(edges, root)
    bill = {
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": root,
                "name": NAME,
                "version": version,
                "licenses": [{"license": {"id": "MIT"}}],
                "purl": root,
            }
        },
        "components": [
            *(_describe(pin, used=pin.address in used) for pin in pins.values()),
            carried,
        ],
        "dependencies": [{"ref": ref, "dependsOn": on} for ref, on in sorted(edges.items())],
    }
    head = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid5(NAMESPACE_URL, json.dumps(bill))}",
        "version": 1,
    }
    return json.dumps(head | bill, indent=2, ensure_ascii=False) + "\n"


def read_lock(text: str) -> Iterator[Pin]:
    """
    Read the pins of a lock file, in their order.

    >>> text = "a==1 ; x == 'y' \\\\\\n    # via\\n    #   -c dev.txt\\n    #   b\\n"
    >>> list(read_lock(text))
    [Pin(name='a', version='1', marker="x == 'y'", parents=('b',))]
    """
    found: list[tuple[re.Match[str], list[str]]] = []
    for line in text.splitlines():
        if pin := _PIN.match(line):
            found.append((pin, []))
        elif found and (parent := _PARENT.match(line)) and not parent[1].startswith("-"):
            found[-1][1].append(parent[1].partition(" ")[0])
    for pin, parents in found:
        yield Pin(pin[1].lower(), pin[2], pin[3] or "", tuple(parents))


def _describe(pin: Pin, *, used: bool) -> dict[str, Any]:
    described: dict[str, Any] = {
        "type": "library",
        "bom-ref": pin.address,
        "name": pin.name,
        "version": pin.version,
        "scope": "required" if used else "excluded",  # CycloneDX: not there when it runs
        "purl": pin.address,
    }
    if pin.marker:
        described["properties"] = [{"name": f"{NAME}:marker", "value": pin.marker}]
    return described


def _describe_carried(notices: str) -> dict[str, Any]:
    found = _LIBRARY.match(notices)
    if not found:
        raise ValueError("the notices do not begin with the name and version of vis-network")
    address = f"pkg:npm/{found[1]}@{found[2]}"
    return {
        "type": "library",
        "bom-ref": address,
        "name": found[1],
        "version": found[2],
        "description": "Carried by pyvis, and put into every page.",
        "scope": "required",
        "licenses": [{"expression": "Apache-2.0 OR MIT"}],
        "purl": address,
    }


def _reach(edges: Mapping[str, list[str]], start: str) -> set[str]:
    reached: set[str] = set()
    todo = [start]
    while todo:
        one = todo.pop()
        if one not in reached:
            reached.add(one)
            todo += edges.get(one, [])
    return reached


if __name__ == "__main__":
    sys.exit(main())
