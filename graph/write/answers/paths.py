"""The answer of `path`."""

from collections.abc import Iterable, Sequence
from typing import Any

from graph.model.records import Organisation, Registry
from graph.network.components import find_component
from graph.network.incidence import Incidence
from graph.query.path import ShortestPath
from graph.write.answers.answer import (
    Answer,
    count,
    evidence_data,
    membership_data,
    organisation_data,
    say_scope,
)
from graph.write.terminal import show


def answer_path(
    incidence: Incidence,
    left: Organisation,
    right: Organisation,
    paths: Sequence[ShortestPath],
    total: int,
) -> Answer:
    """Answer by what one organisation is connected with another; `total` counts all `paths`."""
    registry = incidence.registry

    def text() -> str:
        names = f"{show(left.name)} to {show(right.name)}"
        if not paths:
            return "\n".join(
                [
                    f"{names}: no chain of partnerships is stated in {say_scope(registry)}",
                    *(_say_component(incidence, one) for one in (left, right)),
                ]
            )
        steps = len(paths[0].shared)
        shown = "" if len(paths) == total else f", {len(paths)} shown"
        head = f"{names}: {count(steps, 'steps')}, {count(total, 'shortest_paths')}{shown}"
        parts = [f"{head} in {say_scope(registry)}"]
        for path in paths:
            lines = [f"certainty {path.certainty}", f"  {show(left.name)}"]
            for id, one in zip(path.organisations[1:], path.shared, strict=True):
                roles = f"{one.left.role} and {one.right.role}, {one.certainty}"
                sources = ", ".join(sorted({evidence.source for evidence in one.evidence}))
                lines.append(f"    {show(one.partnership.name)} ({roles}; {sources})")
                lines.append(f"  {show(registry.organisations[id].name)}")
            parts.append("\n".join(lines))
        return "\n\n".join(parts)

    def rows() -> Iterable[Sequence[object]]:
        yield (
            *("chain", "step", "from", "from_role", "partnership", "name", "to", "to_role"),
            *("certainty", "sources"),
        )
        for number, path in enumerate(paths, 1):
            for step, one in enumerate(path.shared, 1):
                yield (
                    *(number, step, one.left.organisation, one.left.role),
                    *(one.partnership.id, one.partnership.name),
                    *(one.right.organisation, one.right.role, one.certainty),
                    ";".join(sorted({evidence.source for evidence in one.evidence})),
                )

    def data() -> Any:
        return {
            "left": organisation_data(left),
            "right": organisation_data(right),
            "answer": "yes" if paths else "not known",
            "steps": len(paths[0].shared) if paths else None,
            "ways": total,
            "chains": [_path_data(registry, path) for path in paths],
            "components": [
                list(find_component(incidence, one.id)) if one.id in registry.organisations else []
                for one in (left, right)
            ],
            "sources": len(registry.sources),
            "selection": registry.selection,
        }

    return Answer(text=text, rows=rows, data=data)


def _say_component(incidence: Incidence, organisation: Organisation) -> str:
    others = [id for id in find_component(incidence, organisation.id) if id != organisation.id]
    if not others:
        return f"  {show(organisation.name)}: no named partner"
    names = ", ".join(show(incidence.registry.organisations[id].name) for id in others)
    return f"  {show(organisation.name)} hangs together with {len(others)}: {names}"


def _path_data(registry: Registry, path: ShortestPath) -> dict[str, Any]:
    return {
        "organisations": [
            {"id": id, "name": registry.organisations[id].name} for id in path.organisations
        ],
        "certainty": path.certainty,
        "tables": [
            {
                "id": one.partnership.id,
                "name": one.partnership.name,
                "certainty": one.certainty,
                "left": membership_data(one.left),
                "right": membership_data(one.right),
                "evidence": [evidence_data(registry, evidence) for evidence in one.evidence],
            }
            for one in path.shared
        ],
    }
