"""The answer of `path`."""

from collections.abc import Iterable, Sequence
from typing import Any

from graph.model.records import Organisation, Registry
from graph.network.components import LISTED, find_component
from graph.network.incidence import Incidence
from graph.query.path import ShortestPath
from graph.words.speak import Speaker
from graph.write.answers.answer import (
    Answer,
    evidence_data,
    membership_data,
    organisation_data,
)
from graph.write.answers.wording import Wording
from graph.write.screen import Screen
from graph.write.terminal import show


def answer_path(
    incidence: Incidence,
    left: Organisation,
    right: Organisation,
    paths: Sequence[ShortestPath],
    total: int,
    *,
    speaker: Speaker,
) -> Answer:
    """Answer by what one organisation is connected with another; `total` counts all `paths`."""
    registry = incidence.registry
    words = Wording(registry, speaker)

    def text(screen: Screen) -> str:
        ends = {"left": show(left.name), "right": show(right.name), "scope": words.scope()}
        if not paths:
            said = [_say_component(words, incidence, one) for one in (left, right)]
            return "\n".join([words.say("no_path", **ends), *said])
        head = words.say(
            "path" if len(paths) == total else "path_some",
            steps=words.count(len(paths[0].shared), "steps"),
            paths=words.count(total, "shortest_paths"),
            n=len(paths),
            **ends,
        )
        return "\n\n".join([head, *(_say_path(words, left, path) for path in paths)])

    def rows() -> Iterable[Sequence[object]]:
        yield (
            *("path", "step", "from", "from_role", "partnership", "name", "to", "to_role"),
            *("certainty", "sources"),
        )
        for number, path in enumerate(paths, 1):
            for step, one in enumerate(path.shared, 1):
                yield (
                    *(number, step, one.left.organisation, one.left.role),
                    *(one.partnership.id, one.partnership.name),
                    *(one.right.organisation, one.right.role, one.certainty),
                    sorted({evidence.source for evidence in one.evidence}),
                )

    def data() -> Any:
        return {
            "left": organisation_data(left),
            "right": organisation_data(right),
            "answer": "yes" if paths else "not known",
            "steps": len(paths[0].shared) if paths else None,
            "count": total,
            "paths": [_path_data(registry, path) for path in paths],
            "components": [
                list(find_component(incidence, one.id)) if one.id in registry.organisations else []
                for one in (left, right)
            ],
            "sources": len(registry.sources),
            "selection": registry.selection,
        }

    return Answer(text=text, rows=rows, data=data)


def _say_path(words: Wording, start: Organisation, path: ShortestPath) -> str:
    certainty = words.say("path_certainty", certainty=words.certainty(path.certainty))
    lines = [certainty, f"  {show(start.name)}"]
    for id, one in zip(path.organisations[1:], path.shared, strict=True):
        step = words.say(
            "path_step",
            partnership=show(one.partnership.name),
            left=words.term("roles", one.left.role),
            right=words.term("roles", one.right.role),
            certainty=words.certainty(one.certainty),
            sources=", ".join(sorted({evidence.source for evidence in one.evidence})),
        )
        lines += [step, f"  {words.name(id)}"]
    return "\n".join(lines)


def _say_component(words: Wording, incidence: Incidence, organisation: Organisation) -> str:
    others = [id for id in find_component(incidence, organisation.id) if id != organisation.id]
    is_listed = len(others) < LISTED
    key = ("connected" if is_listed else "connected_many") if others else "unconnected"
    names = ", ".join(map(words.name, others)) if is_listed else ""
    return words.say(key, name=show(organisation.name), n=len(others), names=names)


def _path_data(registry: Registry, path: ShortestPath) -> dict[str, Any]:
    return {
        "organisations": [
            {"id": id, "name": registry.organisations[id].name} for id in path.organisations
        ],
        "certainty": path.certainty,
        "partnerships": [
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
