"""Which proposals are still open."""

from collections.abc import Iterable, Mapping
from typing import Any

from graph.desk.names import Names
from graph.desk.proposal import Proposal
from graph.model.records import Partnership, Registry
from graph.read.digest import normalise

CLOSING = ("accept", "reject")
"""The verdicts after which a proposal is not asked again; who is unsure is asked last."""


def list_open(
    proposals: Iterable[Proposal], verdicts: Mapping[str, str], registry: Registry
) -> tuple[Proposal, ...]:
    """
    List the proposals that wait for a curator.

    What was accepted or rejected is not open, nor what the data say already, however it came there.

    Args:
        proposals: All that there are.
        verdicts: The last verdict on each, by its id.
        registry: Checked data.
    """
    settled = Settled(registry)
    return tuple(
        one for one in proposals if verdicts.get(one.id) not in CLOSING and one not in settled
    )


class Settled:
    """What the data say already."""

    def __init__(self, registry: Registry) -> None:
        self.names = Names(registry)
        self._registry = registry
        self._cited: dict[tuple[str, str], list[Partnership]] = {}
        for partnership in registry.partnerships.values():
            for evidence in partnership.evidence:
                key = (evidence.source, normalise(evidence.quote))
                self._cited.setdefault(key, []).append(partnership)

    def __contains__(self, proposal: Proposal) -> bool:
        """Tell whether the data have what a proposal would put into them."""
        record = proposal.record
        match proposal.what:
            case "alias":
                owner = self._registry.organisations.get(record["organisation"])
                return owner is not None and owner.id == self.names.find(
                    record["text"], proposal.document
                )
            case "partnership":
                return self._is_cited(proposal)
            case _:
                return self.names.has([record["name"]], proposal.document)

    def _is_cited(self, proposal: Proposal) -> bool:
        found = self._cited.get((proposal.document, normalise(proposal.quote)), ())
        members = {self._find(member, proposal) for member in proposal.record["members"]}
        return any(
            members <= {one.organisation for one in partnership.memberships}
            for partnership in found
        )

    def _find(self, member: Mapping[str, Any], proposal: Proposal) -> str | None:
        return self.names.find(member["org"], proposal.document)
