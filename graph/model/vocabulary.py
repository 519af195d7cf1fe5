"""The built-in words: types, kinds, roles, themes, relations, as labelled in `graph/words`."""

from collections.abc import Mapping

from graph.model.records import Term
from graph.words.store import LANGUAGES, read_words


def _terms(name: str, *rows: tuple[str, str]) -> Mapping[str, Term]:
    labels = {one: read_words(one).get("terms", {}).get(name, {}) for one in LANGUAGES}
    return {
        id: Term(
            id=id,
            labels={one: found[id] for one, found in labels.items() if id in found},
            definition=definition,
        )
        for id, definition in sorted(rows)
    }


TYPES = _terms(
    "types",
    ("gemeente", "one municipality"),
    ("regionaal-verband", "a body that several municipalities run together"),
    ("ggd", "a municipal public health service"),
    ("ziekenhuis", "a hospital"),
    ("eerstelijn", "general practice and other primary care"),
    ("ggz", "mental health care"),
    ("ouderenzorg", "nursing, care and home care (VVT)"),
    ("gehandicaptenzorg", "care for people with a disability"),
    ("maatschappelijke-opvang", "shelter and sheltered housing"),
    ("jeugdhulp", "care for the young and their families"),
    ("welzijn", "social work and community work"),
    ("zorgverzekeraar", "a health insurer or zorgkantoor"),
    ("ros", "a regional adviser to primary care (ROS)"),
    ("patientenorganisatie", "clients, patients or residents organised"),
    ("kennisinstelling", "a university or institute"),
    ("brancheorganisatie", "an association of organisations or professionals"),
    ("rijksoverheid", "a ministry or national agency"),
    ("programmaorganisatie", "a programme that acts as a party of its own"),
    ("bedrijf", "a company outside care and welfare"),
    ("overig", "none of the other types"),
)

KINDS = _terms(
    "kinds",
    ("bestuurstafel", "board members who meet regularly"),
    ("regiegroep", "a group that steers the work of others"),
    ("programma", "a set of joint activities with one aim"),
    ("project", "one joint activity with an end"),
    ("netwerk", "a lasting network with no single product"),
    ("overleg", "talks between parties"),
    ("bijeenkomst", "one meeting, or a series, that parties organise"),
    ("onderzoek", "joint or commissioned research"),
    ("inkoop", "joint purchasing or contract management"),
    ("plan", "parties who draw up a plan or agenda together"),
    ("verband", "a lasting arrangement with a form of its own"),
    ("hulpverlening", "parties who deliver care together"),
)

ROLES = _terms(
    "roles",
    ("convener", "brought the parties together"),
    ("lead", "leads the whole or a theme; penvoerder when holding the purse"),
    ("facilitator", "guides the process, has no stake"),
    ("member", "takes part"),
    ("funder", "pays"),
    ("advisor", "gives advice"),
    ("invited", "was asked; whether it takes part is not told"),
    ("wished", "is wanted at the table and was not asked yet: never a tie"),
    ("contractor", "works under a contract (groups only)"),
)
GROUP_ROLES = frozenset({"contractor"})
"""Roles that only an unnamed group can have: a contract is not a table."""

THEMES = _terms(
    "themes",
    ("ouderenzorg", "care for the elderly"),
    ("mentale-gezondheid", "mental health"),
    ("maatschappelijke-opvang", "shelter of homeless people"),
    ("jeugd", "the young and their families"),
    ("acute-zorg", "emergency care, and care out of hours (ANW)"),
    ("eerstelijn", "primary care and the social base"),
    ("sociaal-domein", "municipal care and support"),
    ("preventie", "health before care"),
    ("corona", "the corona crisis"),
    ("iza", "runs under the Integraal Zorgakkoord"),
    ("inkoop", "purchasing of care"),
    ("arbeidsmarkt", "staff and training"),
    ("bestuur", "how the parties organise themselves"),
)

CLASSES = _terms(
    "classes",
    ("programme", "a programme"),
    ("agreement", "an agreement or scheme"),
    ("plan", "a plan or agenda"),
    ("report", "a report or publication"),
    ("law", "a law"),
    ("place", "a town, region or country"),
    ("building", "a building"),
    ("product", "a product, medium or tool"),
    ("concept", "an idea or method"),
)
"""What a name can be instead of an organisation (`not_organisations`)."""

RELATION_KINDS = _terms(
    "relation_kinds",
    ("contracts", "has a contract with it, as a buyer of care"),
    ("funds", "pays for it, wholly or in part"),
    ("commissions", "asked for it to be done"),
    ("supervises", "sees to it that rules are kept"),
    ("advises", "gives it advice"),
)
"""What one party does to another (`relations`), in the third person."""
