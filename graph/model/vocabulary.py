"""The built-in words: types, kinds, roles and themes, each with its Dutch and English label."""

from collections.abc import Mapping

from graph.model.records import Term


def _terms(*rows: tuple[str, str, str, str]) -> Mapping[str, Term]:
    return {id: Term(id=id, nl=nl, en=en, definition=text) for id, nl, en, text in sorted(rows)}


TYPES = _terms(
    ("gemeente", "gemeente", "municipality", "one municipality"),
    (
        "regionaal-verband",
        "gemeentelijk samenwerkingsverband",
        "joint municipal body",
        "a body that several municipalities run together",
    ),
    ("ggd", "GGD", "public health service", "a municipal public health service"),
    ("ziekenhuis", "ziekenhuis", "hospital", "a hospital"),
    ("eerstelijn", "eerstelijnszorg", "primary care", "general practice and other primary care"),
    ("ggz", "geestelijke gezondheidszorg", "mental health care", "mental health care"),
    ("ouderenzorg", "ouderenzorg", "elder care", "nursing, care and home care (VVT)"),
    (
        "gehandicaptenzorg",
        "gehandicaptenzorg",
        "disability care",
        "care for people with a disability",
    ),
    (
        "maatschappelijke-opvang",
        "maatschappelijke opvang",
        "social shelter",
        "shelter and sheltered housing",
    ),
    ("jeugdhulp", "jeugdhulp", "youth care", "care for the young and their families"),
    ("welzijn", "welzijn", "social work", "social work and community work"),
    ("zorgverzekeraar", "zorgverzekeraar", "health insurer", "a health insurer or zorgkantoor"),
    (
        "ros",
        "regionale ondersteuningsstructuur (ROS)",
        "regional support organisation",
        "a regional adviser to primary care (ROS)",
    ),
    (
        "patientenorganisatie",
        "patiëntenorganisatie",
        "patient organisation",
        "clients, patients or residents organised",
    ),
    ("kennisinstelling", "kennisinstelling", "research institute", "a university or institute"),
    (
        "brancheorganisatie",
        "branche- of beroepsorganisatie",
        "trade or professional association",
        "an association of organisations or professionals",
    ),
    ("rijksoverheid", "rijksoverheid", "national government", "a ministry or national agency"),
    (
        "programmaorganisatie",
        "programmaorganisatie",
        "programme office",
        "a programme that acts as a party of its own",
    ),
    ("bedrijf", "bedrijf", "company", "a company outside care and welfare"),
    ("overig", "overig", "other", "none of the other types"),
)

KINDS = _terms(
    ("bestuurstafel", "bestuurstafel", "board table", "board members who meet regularly"),
    ("regiegroep", "regiegroep", "steering group", "a group that steers the work of others"),
    ("programma", "programma", "programme", "a set of joint activities with one aim"),
    ("project", "project", "project", "one joint activity with an end"),
    ("netwerk", "netwerk", "network", "a lasting network with no single product"),
    ("overleg", "overleg", "consultation", "talks between parties"),
    ("bijeenkomst", "bijeenkomst", "event", "one meeting, or a series, that parties organise"),
    ("onderzoek", "onderzoek", "research", "joint or commissioned research"),
    ("inkoop", "inkoop", "purchasing", "joint purchasing or contract management"),
    ("plan", "gezamenlijk plan", "joint plan", "parties who draw up a plan or agenda together"),
    (
        "verband",
        "samenwerkingsverband",
        "joint arrangement",
        "a lasting arrangement with a form of its own",
    ),
    ("hulpverlening", "hulpverlening", "joint service", "parties who deliver care together"),
)

ROLES = _terms(
    ("convener", "initiatiefnemer", "convener", "brought the parties together"),
    ("lead", "trekker", "lead", "leads the whole or a theme; penvoerder when holding the purse"),
    ("facilitator", "procesbegeleider", "facilitator", "guides the process, has no stake"),
    ("member", "deelnemer", "member", "takes part"),
    ("funder", "financier", "funder", "pays"),
    ("advisor", "adviseur", "advisor", "gives advice"),
    ("invited", "benaderd", "invited", "was asked; whether it takes part is not told"),
    ("contractor", "gecontracteerde", "contractor", "works under a contract (groups only)"),
)
GROUP_ROLES = frozenset({"contractor"})
"""Roles that only an unnamed group can have: a contract is not a table."""

THEMES = _terms(
    ("ouderenzorg", "ouderenzorg", "elder care", "care for the elderly"),
    ("mentale-gezondheid", "mentale gezondheid", "mental health", "mental health"),
    (
        "maatschappelijke-opvang",
        "maatschappelijke opvang",
        "social shelter",
        "shelter of homeless people",
    ),
    ("jeugd", "jeugd", "youth", "the young and their families"),
    ("acute-zorg", "acute zorg", "acute care", "emergency care, and care out of hours (ANW)"),
    ("eerstelijn", "eerste lijn", "primary care", "primary care and the social base"),
    ("sociaal-domein", "sociaal domein", "social domain", "municipal care and support"),
    ("preventie", "preventie en gezondheid", "prevention and health", "health before care"),
    ("corona", "corona", "COVID-19", "the corona crisis"),
    (
        "iza",
        "Integraal Zorgakkoord (IZA)",
        "Integral Care Agreement (IZA)",
        "runs under the Integraal Zorgakkoord",
    ),
    ("inkoop", "inkoop en contracten", "purchasing and contracts", "purchasing of care"),
    ("arbeidsmarkt", "arbeidsmarkt en opleiding", "workforce and training", "staff and training"),
    ("bestuur", "bestuur en regie", "governance", "how the parties organise themselves"),
)

CLASSES = _terms(
    ("programme", "programma", "programme", "a programme"),
    ("agreement", "akkoord of regeling", "agreement", "an agreement or scheme"),
    ("plan", "plan", "plan", "a plan or agenda"),
    ("report", "rapport", "report", "a report or publication"),
    ("law", "wet", "law", "a law"),
    ("place", "plaats", "place", "a town, region or country"),
    ("building", "gebouw", "building", "a building"),
    ("product", "product", "product", "a product, medium or tool"),
    ("concept", "begrip", "concept", "an idea or method"),
)
"""What a name can be instead of an organisation (`not_organisations`)."""
