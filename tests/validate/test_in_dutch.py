"""What is wrong with a data file, said in Dutch."""

from pathlib import Path

import pytest
from conftest import ROOT

from graph.model.errors import SourceError
from graph.read.load import load_document
from graph.validate import check_document
from graph.words.speak import Speaker

NL = Speaker("nl")

# A broken file, and what stands behind its name in each line; the corpus has the English.
SAID = {
    "claim-name-and-alias": (
        "11: organisations.kustgroep.name: 'Kustgroep' in bron 's1', regel 5, is van "
        "'gemeente-zandmeer' en 'kustgroep' tegelijk, beperk een van beide met 'in' en 'lines', "
        "of schrijf de langere vorm"
    ),
    "digest-empty": (
        "6: sources.s1.file: de samenvatting is niet te gebruiken: digest-empty/s1.md: leeg"
    ),
    "mention-nowhere": (
        "12: organisations.duin: geen samenvatting noemt 'Duin & Zee' of een alias ervan, voeg de "
        "vorm die er wel staat toe als alias, of haal de organisatie weg"
    ),
    "one-with-later-field": (
        "27: partnerships.inloop.part_of: onbekend veld 'part_of', schrijf 'schema: 2' of geef de "
        "opdracht 'collabgraph migrate'"
    ),
    "quote-cut-word": (
        "28: partnerships.inloop.evidence[0].quote: het citaat staat niet in shared/s1.md, het "
        "begint of eindigt midden in een woord"
    ),
    "quote-gone": (
        "28: partnerships.inloop.evidence[0].quote: het citaat staat niet in shared/s1.md, het "
        "wijkt af na 'De Kustgroep houdt een'"
    ),
    "quote-gone-and-line-not-rendered": (
        "28: partnerships.inloop.evidence[0].quote: het citaat staat niet in shared/s1.md, en "
        "niets daar geeft regel 6 weer"
    ),
    "quote-moved-to-several": (
        "28: partnerships.inloop.evidence[0].line: het citaat staat op regel 3 of 7-9 van het "
        "origineel, niet op regel 5"
    ),
    "quote-other-capitals": (
        "28: partnerships.inloop.evidence[0].quote: het citaat staat niet in shared/s1.md, alleen "
        "met andere hoofdletters, neem de woorden over zoals ze er staan"
    ),
    "reference-follows-organisation": (
        "27: partnerships.inloop.follows[0]: geen samenwerking 'vuurbaak', dat is een organisatie"
    ),
    "reference-org": (
        "26: partnerships.inloop.members[0]: geen organisatie 'kustgroup', bedoelt u 'kustgroep'?"
    ),
    "reference-source": "28: partnerships.inloop.evidence[0].source: geen bron 's2', kies uit s1",
    "rule-all-without-members": (
        "32: partnerships.leeg.members_known: 'all', maar er staan geen deelnemers, schrijf 'none'"
    ),
    "rule-circle-of-one": (
        "11: organisations.kustgroep.part_of: een kring: kustgroep -> kustgroep, verbreek die"
    ),
    "rule-date-no-such-day": (
        "7: sources.s1.original.date: '2020-02-30' is een datum die niet bestaat"
    ),
    "rule-digest-twice": (
        "9: sources.s2.file: dit is al de samenvatting van bron 's1', elke bron heeft een eigen"
    ),
    "rule-ended-with-open-end": (
        "28: partnerships.inloop.status: 'ended', maar periode '2018/..' heeft geen einde, geef "
        "haar een einde"
    ),
    "rule-id-in-both-maps": (
        "22: partnerships.kustgroep: id 'kustgroep' is ook van een organisatie, geef een van de "
        "twee een ander id"
    ),
    "rule-lines-without-source": (
        "10: organisations.gemeente-zandmeer.aliases[0]: 'lines' zonder 'in', zeg van welke bron "
        "de regels zijn"
    ),
    "rule-member-contractor": (
        "19: partnerships.wondpoli.members[1]: rol 'contractor' is voor groepen, een genoemde "
        "deelnemer heeft een andere rol nodig"
    ),
    "rule-member-twice": (
        "19: partnerships.wondpoli.members[1]: 'vuurbaak' staat er twee keer, eerst als "
        "members[0], laat er één weg"
    ),
    "rule-period-backwards": (
        "27: partnerships.inloop.period: '2019-05/2018' eindigt voordat zij begint"
    ),
    "rule-story-parameter": (
        "35: story[0].view: de weergave noemt 'wihtout', en dat staat in geen adres van de pagina, "
        "bedoelt u 'without'?"
    ),
    "rule-unit-with-grandparent": (
        "19: partnerships.wondpoli.members[1]: 'gemeente-zandmeer' en 'vuurbaak', waar die onder "
        "valt, nemen allebei deel, houd er één"
    ),
    "shape-certainty-unknown": (
        "19: partnerships.wondpoli.members[1].certainty: moet high, medium of low zijn, dit is "
        "'sure'"
    ),
    "shape-evidence-missing": "22: partnerships.inloop: 'evidence' ontbreekt",
    "shape-field-misspelt": (
        "9: organisations.vuurbaak.regio: onbekend veld 'regio', bedoelt u 'region'?"
    ),
    "shape-group-of-one": (
        "27: partnerships.inloop.groups[0].size: moet een geheel getal van 2 of meer zijn, dit is "
        "'1'"
    ),
    "shape-name-blank": "11: organisations.kustgroep.name: mag geen lege tekst zijn",
    "shape-no-regions": (
        "9: organisations.vuurbaak.region: geen regio 'zandmeer', het bestand heeft nog geen "
        "'regions'"
    ),
    "shape-type-is-list": (
        "11: organisations.kustgroep.type: moet het id van één type zijn, dit is een lijst"
    ),
    "two-body-is-member": (
        "15: partnerships.wondpoli.body: 'vuurbaak' neemt deel aan wat die organisatie zelf is, "
        "haal een van de twee weg"
    ),
    "two-group-in-line": (
        "27: partnerships.inloop.groups[0]: een groep staat hier met haar id, beschrijf haar onder "
        "'groups' op het hoogste niveau en zet hier dat id"
    ),
    "two-relation-from-partnership": (
        "34: relations.geld.from: geen organisatie of groep 'inloop', dat is een samenwerking"
    ),
    "two-relation-to-itself": (
        "36: relations.geld.to: 'gemeente-zandmeer' is ook waar de relatie begint, noem een andere "
        "partij"
    ),
    "warning-alias-never-used": (
        "11: waarschuwing: organisations.kustgroep.aliases[0]: alias 'KG' komt niet voor waar hij "
        "geldt"
    ),
    "warning-member-not-named": (
        "26: waarschuwing: partnerships.inloop.members[1]: geen citaat hier noemt 'De Vuurbaak', "
        "voeg een passage toe die dat doet, of een alias die op die regel geldt"
    ),
    "warning-near-duplicate": (
        "12: waarschuwing: organisations.kust-groep.name: 'Stichting Kust-Groep' is bijna de naam "
        "van 'kustgroep', voeg samen of hernoem"
    ),
    "yaml-apostrophe": (
        "23: geen YAML: de tekst gaat door na het sluitende aanhalingsteken, een apostrof "
        "beëindigt tekst tussen enkele aanhalingstekens, zet zulke tekst tussen dubbele"
    ),
    "yaml-brace-too-many": "11: geen YAML: '}' sluit niets af, haal het weg",
    "yaml-colon-in-list": (
        "18: geen YAML: ': ' midden in tekst, zet zulke tekst tussen dubbele aanhalingstekens, "
        'zoals "a: b"'
    ),
    "yaml-comment-cuts-text": (
        "23: waarschuwing: partnerships.inloop.name: '#1' wordt gelezen als opmerking, zet de "
        "tekst tussen dubbele aanhalingstekens, of schrijf '# ' voor een opmerking"
    ),
    "yaml-quote-not-closed": "28: geen YAML: hier opent een aanhalingsteken dat nergens sluit",
    "yaml-tab-after-colon": "26: geen YAML: een tab, spring in met spaties",
    "yaml-two-documents-of-text": (
        "3: een tweede document ('---') in één bestand, haal de regel weg"
    ),
}


def check_in_dutch(path: Path) -> list[str]:
    """Each line that a check says of a file."""
    try:
        _, problems = check_document(load_document(path.name))
    except SourceError as error:
        return error.say(NL).split("\n")
    return [problem.describe(path.name, NL) for problem in problems]


@pytest.mark.parametrize("name", SAID)
def test_a_mistake_is_said_in_dutch(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same place, with words that a Dutch curator can act on."""
    path = ROOT / "tests" / "data" / "broken" / f"{name}.yaml"
    monkeypatch.chdir(path.parent)

    assert f"{path.name}:{SAID[name]}" in check_in_dutch(path)
