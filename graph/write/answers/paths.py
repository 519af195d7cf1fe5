"""The answer of `path`."""

from collections.abc import Iterable, Sequence
from typing import Any

from graph.model.records import Organisation, Registry
from graph.query.path import Chain, find_component
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
    registry: Registry,
    left: Organisation,
    right: Organisation,
    chains: Sequence[Chain],
    total: int,
) -> Answer:
    """Answer by which tables one organisation is reached from another; `total` counts them all."""

    def text() -> str:
        names = f"{show(left.name)} to {show(right.name)}"
        if not chains:
            return "\n".join(
                [
                    f"{names}: no chain of partnerships is stated in {say_scope(registry)}",
                    *(_say_component(registry, one) for one in (left, right)),
                ]
            )
        steps = len(chains[0].tables)
        shown = "" if len(chains) == total else f", {len(chains)} shown"
        head = f"{names}: {count(steps, 'step')}, {count(total, 'way')}{shown}"
        parts = [f"{head} in {say_scope(registry)}"]
        for chain in chains:
            lines = [f"certainty {chain.certainty}", f"  {show(left.name)}"]
            for id, table in zip(chain.organisations[1:], chain.tables, strict=True):
                roles = f"{table.left.role} and {table.right.role}, {table.certainty}"
                sources = ", ".join(sorted({evidence.source for evidence in table.evidence}))
                lines.append(f"    {show(table.partnership.name)} ({roles}; {sources})")
                lines.append(f"  {show(registry.organisations[id].name)}")
            parts.append("\n".join(lines))
        return "\n\n".join(parts)

    def rows() -> Iterable[Sequence[object]]:
        yield (
            *("chain", "step", "from", "from_role", "partnership", "name", "to", "to_role"),
            *("certainty", "sources"),
        )
        for number, chain in enumerate(chains, 1):
            for step, table in enumerate(chain.tables, 1):
                yield (
                    *(number, step, table.left.organisation, table.left.role),
                    *(table.partnership.id, table.partnership.name),
                    *(table.right.organisation, table.right.role, table.certainty),
                    ";".join(sorted({evidence.source for evidence in table.evidence})),
                )

    def data() -> Any:
        return {
            "left": organisation_data(left),
            "right": organisation_data(right),
            "answer": "yes" if chains else "not known",
            "steps": len(chains[0].tables) if chains else None,
            "ways": total,
            "chains": [_chain_data(registry, chain) for chain in chains],
            "components": [
                list(find_component(registry, one.id)) if one.id in registry.organisations else []
                for one in (left, right)
            ],
            "sources": len(registry.sources),
            "selection": registry.selection,
        }

    return Answer(text=text, rows=rows, data=data)


def _say_component(registry: Registry, organisation: Organisation) -> str:
    others = [id for id in find_component(registry, organisation.id) if id != organisation.id]
    if not others:
        return f"  {show(organisation.name)}: no named partner"
    names = ", ".join(show(registry.organisations[id].name) for id in others)
    return f"  {show(organisation.name)} hangs together with {len(others)}: {names}"


def _chain_data(registry: Registry, chain: Chain) -> dict[str, Any]:
    return {
        "organisations": [
            {"id": id, "name": registry.organisations[id].name} for id in chain.organisations
        ],
        "certainty": chain.certainty,
        "tables": [
            {
                "id": table.partnership.id,
                "name": table.partnership.name,
                "certainty": table.certainty,
                "left": membership_data(table.left),
                "right": membership_data(table.right),
                "evidence": [evidence_data(registry, evidence) for evidence in table.evidence],
            }
            for table in chain.tables
        ],
    }
