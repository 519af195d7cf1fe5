"""The form of governance that the roles allow to be read."""

import pytest
from registries import group, make_registry, organisation, partnership

from graph.findings.governance import find_governance
from graph.model.records import Membership
from graph.network.incidence import Incidence


def incidence(roles: str, **fields: object) -> Incidence:
    """One partnership with one member for each role."""
    members = [Membership(organisation=f"o{n}", role=role) for n, role in enumerate(roles.split())]
    return Incidence(
        make_registry(
            [organisation(member.organisation) for member in members],
            [partnership("p", members, **fields), partnership("q", "o0")],
        )
    )


@pytest.mark.parametrize(
    ("roles", "known", "form", "reason"),
    [
        ("lead member member", "some", "lead", "lead"),
        ("lead lead member", "some", "shared", "leads"),
        ("member member member", "all", "shared", "no_lead"),
        ("member member convener", "some", "not_known", "not_stated"),
        ("member member facilitator", "all", "dyad", "dyad"),
        ("member invited invited", "all", "single", "single"),
        ("lead member", "some", "not_known", "few"),
    ],
)
def test_form(roles: str, known: str, form: str, reason: str) -> None:
    """The form follows from the roles; silence in an incomplete list is not known."""
    (found,) = find_governance(incidence(roles, members_known=known))

    assert (found.form, found.reason) == (form, reason)
    assert found.is_read == (form in ("shared", "lead"))


@pytest.mark.parametrize(
    "fields", [{"groups": (group(label="zes gemeenten", size=6),)}, {"unseen": 1}]
)
def test_a_party_that_is_not_named(fields: dict[str, object]) -> None:
    """A group without names makes a list incomplete; who leads and guides is named."""
    (found,) = find_governance(
        incidence("lead member member facilitator", members_known="all", **fields)
    )

    assert (found.form, found.complete, found.leads, found.guides) == (
        *("lead", False),
        *(("o0",), ("o3",)),
    )
