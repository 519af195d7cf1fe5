"""Every finding about one registry, each found when it is first asked for."""

from functools import cached_property

from graph.findings.brokers import Brokers, find_brokers
from graph.findings.carried import Carried, find_carried
from graph.findings.composition import Composition, find_composition
from graph.findings.confirmation import Confirmation, find_confirmation
from graph.findings.cuts import Cut, find_cuts
from graph.findings.documents import Documents, find_documents
from graph.findings.governance import Governance, find_governance, find_sole_members
from graph.findings.leaders import Leaders, find_leaders
from graph.findings.leave_one_out import LeaveOneOut, leave_one_out
from graph.findings.membership import MembershipId
from graph.findings.mixing import Mixing, find_mixing
from graph.findings.overlaps import Overlaps, find_overlaps
from graph.findings.redundancy import find_redundancy
from graph.findings.size import Size, find_size
from graph.findings.unknowns import Unknowns, find_unknowns
from graph.findings.voices import Voices, find_voices
from graph.model.records import Registry, Relation
from graph.network.barriers import Hampering, find_barriers
from graph.network.citations import Cited, cite
from graph.network.incidence import Incidence, as_incidence
from graph.network.measures.redundancy import Redundancy
from graph.network.undertakings import Undertakings, find_undertakings


class Facts:
    """
    What the data hold, in ids and numbers: page, report, answers and JSON say these and no others.

    A finding that nobody asks for is not looked for; what one needs of another is found once.
    """

    def __init__(self, data: Registry | Incidence, *, whole: Registry | None = None) -> None:
        """
        Take what the findings are about.

        Args:
            data: Checked data, perhaps narrowed by `select_registry`.
            whole: The data before any filter, from which the stages of undertakings are read.
        """
        self.incidence = as_incidence(data)
        self.whole = whole or self.incidence.registry

    @cached_property
    def undertakings(self) -> Undertakings:
        """Which partnerships are stages of one undertaking."""
        return find_undertakings(self.whole)

    @cached_property
    def cited(self) -> Cited:
        """Which documents speak of which partnership."""
        return cite(self.incidence)

    @cached_property
    def size(self) -> Size:
        """How large the data are."""
        return find_size(self.incidence)

    @cached_property
    def documents(self) -> Documents:
        """What was read."""
        return find_documents(self.incidence, self.cited)

    @cached_property
    def leaders(self) -> Leaders:
        """Who takes part in most partnerships with others."""
        return find_leaders(self.incidence, self.undertakings)

    @cached_property
    def brokers_regions(self) -> Brokers:
        """Who takes part in regions that lie apart."""
        return find_brokers(self.incidence, "regions")

    @cached_property
    def brokers_themes(self) -> Brokers:
        """Who takes part in themes that have nothing in common."""
        return find_brokers(self.incidence, "themes")

    @cached_property
    def cuts(self) -> tuple[Cut, ...]:
        """Without whom a component falls apart."""
        return find_cuts(self.incidence)

    @cached_property
    def leave_one_out(self) -> LeaveOneOut:
        """Which memberships that are not stated change who cuts a component."""
        return leave_one_out(self.incidence, self.cuts)

    @cached_property
    def overlaps(self) -> Overlaps:
        """Which partnerships have the same members."""
        return find_overlaps(self.incidence, self.undertakings)

    @cached_property
    def redundancy(self) -> tuple[Redundancy, ...]:
        """Whose partnerships are linked by nobody else."""
        return find_redundancy(self.incidence)

    @cached_property
    def composition(self) -> tuple[Composition, ...]:
        """Which types of organisation take part, and which are missing."""
        return find_composition(self.incidence)

    @cached_property
    def governance(self) -> tuple[Governance, ...]:
        """The form of governance that can be read."""
        return find_governance(self.incidence)

    @cached_property
    def sole_members(self) -> tuple[MembershipId, ...]:
        """The memberships in partnerships with one named member."""
        return find_sole_members(self.incidence)

    @cached_property
    def mixing(self) -> tuple[Mixing, ...]:
        """Whether ties run within types and regions or between them."""
        return find_mixing(self.incidence)

    @cached_property
    def confirmation(self) -> Confirmation:
        """How much is said by more than one document."""
        return find_confirmation(self.incidence, self.cited)

    @cached_property
    def voices(self) -> Voices:
        """Who speaks, and how much rests on them alone."""
        return find_voices(self.incidence, self.cited)

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """What one party does to another, by id; no tie of the network."""
        return tuple(one for _, one in sorted(self.incidence.registry.relations.items()))

    @cached_property
    def barriers(self) -> tuple[Hampering, ...]:
        """What hampers collaboration."""
        return find_barriers(self.incidence.registry)

    @cached_property
    def unknowns(self) -> Unknowns:
        """What the documents do not tell."""
        return find_unknowns(self.incidence, self.cited)

    @cached_property
    def carried(self) -> tuple[Carried, ...]:
        """Which memberships that are not stated carry a finding."""
        if not self.unknowns.inferred:  # then nothing is compared
            return ()
        return find_carried(
            self.unknowns.inferred, self.cuts, (self.brokers_regions, self.brokers_themes)
        )
