"""Every command with arguments that ask something of a generated file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generate import generate_file
from graph.network.components import find_components
from graph.network.incidence import Incidence
from graph.reading import read_registry

CHECK = "check"
"""The command that every other is compared with."""

PARSE = "parse only"
"""No command: PyYAML's C loader, which does no more than parse the same file."""

_PARSE = "import sys, yaml; yaml.load(open(sys.argv[1], encoding='utf-8'), yaml.CSafeLoader)"


@dataclass(frozen=True, slots=True)
class Limits:
    """
    What a command may cost at the most.

    `slope`: log cost over log size between the two largest sizes; `times` as much as `check`
    on the same file. None where no limit is set.
    """

    slope: float | None = 1.2
    times: float | None = None


QUESTION = Limits(times=1.5)
WHOLE = Limits(times=3.0)
LIMITS: Mapping[str, Limits] = {
    "neighbours": QUESTION,
    "why": QUESTION,
    "show": QUESTION,
    "path": QUESTION,
    "list": WHOLE,
    "report": WHOLE,
    "diff": WHOLE,
    PARSE: Limits(slope=None),
}
"""By the first word of a command; the others have a limit for the slope alone."""

ANY = Limits()


@dataclass(frozen=True, slots=True)
class Asked:
    """A generated file, a changed copy beside it, and what to ask of it."""

    path: Path
    changed: Path
    busy: str
    partner: str
    far: tuple[str, str]
    partnership: str
    source: str


def prepare_file(size: int, folder: Path, variant: str) -> Asked:
    """
    Generate a file and choose what to ask of it.

    Returns:
        `busy` has most memberships of all, `partner` shares a partnership with it; `far` are
        the ends of a shortest path as long as one walk from `busy` and one back can find.
        `changed` is the file without one membership and with another name and another status.
    """
    path = generate_file(size, folder, variant=variant)
    incidence = Incidence(read_registry(path))
    registry = incidence.registry
    largest = find_components(incidence)[0]
    busy = max(largest, key=lambda id: len(incidence.memberships_of(id)))
    start = _find_farthest(incidence, busy)
    names = {id: organisation.name for id, organisation in registry.organisations.items()}
    return Asked(
        path=path,
        changed=_change(path),
        busy=names[busy],
        partner=names[next(iter(incidence.partners_of(busy)))],
        far=(names[start], names[_find_farthest(incidence, start)]),
        partnership=max(incidence.partnerships, key=incidence.size),
        source=next(iter(registry.sources)),
    )


def list_commands(asked: Asked) -> dict[str, Sequence[str]]:
    """List every command by a short name, with what stands behind `python`."""

    def ask(*words: str) -> Sequence[str]:
        return ("-m", "graph", *words, "--data", str(asked.path))

    commands = {
        PARSE: ("-c", _PARSE, str(asked.path)),
        CHECK: ask("check"),
        "neighbours": ask("neighbours", asked.busy),
        "neighbours, 2 hops": ask("neighbours", asked.busy, "--hops", "2"),
        "why": ask("why", asked.busy, asked.partner),
        "show organisation": ask("show", asked.busy),
        "show partnership": ask("show", asked.partnership),
        "show source": ask("show", asked.source),
        "path, near": ask("path", asked.busy, asked.partner),
        "path, far": ask("path", *asked.far),
    }
    for kind in ("organisations", "partnerships", "sources", "ties"):
        commands[f"list {kind}"] = ask("list", kind)
    commands |= {
        "metrics": ask("metrics"),
        "report": ask("report"),
        "report, json": ask("report", "--format", "json"),
        "diff": ("-m", "graph", "diff", str(asked.path), str(asked.changed)),
    }
    for form in ("graphml", "gexf", "csv", "json"):
        for graph in ("network", "two-mode"):
            commands[f"export {form}, {graph}"] = ask("export", form, "--graph", graph)
    commands["build"] = ask("build", "--output", str(asked.path.parent / "output"))
    return commands


def _find_farthest(incidence: Incidence, start: str) -> str:
    """Walk breadth first and give the last organisation that is reached."""
    seen, ring = {start: None}, [start]
    while ring:
        further = {other for id in ring for other in incidence.partners_of(id)} - seen.keys()
        ring = sorted(further)
        seen |= dict.fromkeys(ring)
    return list(seen)[-1]


def _change(path: Path) -> Path:
    text = path.read_text(encoding="utf-8")
    last = text.rindex("role: member}\n")
    start = text.rindex("      - {org:", 0, last)
    text = text[:start] + text[last + len("role: member}\n") :]
    text = text.replace("status: unknown", "status: active", 1)
    changed = path.with_name("changed.yaml")
    changed.write_text(text.replace("title: Verslag 1\n", "title: Verslag\n"), encoding="utf-8")
    return changed
