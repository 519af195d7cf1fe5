"""
Every string of the report, in Dutch and in English: the one place to read or correct them.

`{name}` is filled in, `{n:one|more}` chooses by number. A column, table, section or method has
its words under `column_…`, `table_…`, `section_…` and `method_…`.
"""

from collections.abc import Mapping
from typing import NamedTuple


class Pair(NamedTuple):
    """One thing in both languages."""

    nl: str
    en: str


MONTHS: Mapping[str, tuple[str, ...]] = {
    "nl": (
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}

_SMALL = {
    "and": Pair("en", "and"),
    "uncertain": Pair("onzeker", "uncertain"),
    "about": Pair("ongeveer", "approximate"),
    "no": Pair("nee", "no"),
    "not_known": Pair("niet bekend", "not known"),
    "not_defined": Pair("niet te bepalen", "not defined"),
    "not_stated": Pair("niet vermeld", "not stated"),
    "no_date": Pair("geen datum", "no date"),
    "none_of_the_list": Pair("geen van deze soorten", "none of these types"),
    "certainty_high": Pair("vermeld", "stated"),
    "certainty_medium": Pair("afgeleid", "inferred"),
    "certainty_low": Pair("terloops genoemd", "mentioned in passing"),
    "lines": Pair("{source}, regel {lines}", "{source}, line {lines}"),
    "seat": Pair("{name} ({role}, {certainty})", "{name} ({role}, {certainty})"),
    "period_from": Pair("vanaf {first}, einde niet bekend", "from {first}, end not known"),
    "period_until": Pair("tot en met {last}, begin niet bekend", "until {last}, start not known"),
    "period_from_until": Pair("van {first} tot en met {last}", "from {first} to {last}"),
    "both_complete": Pair("beide volledig", "both complete"),
    "as_far_as_told": Pair("voor zover verteld", "as far as told"),
    "consecutive": Pair("opeenvolgende fasen", "consecutive phases"),
    "same_undertaking": Pair("zelfde traject", "same undertaking"),
    "members_all": Pair("volledig", "complete"),
    "members_some": Pair("onvolledig", "incomplete"),
    "members_none": Pair("niemand genoemd", "nobody named"),
}

_FRAME = {
    "report": Pair("Wie werkt met wie samen", "Who works with whom"),
    "data_version": Pair("Gegevensversie {hash}", "Data version {hash}"),
    "selection": Pair("Selectie: {selection}", "Selection: {selection}"),
    "caution": Pair("Let op", "Mind"),
    "methods": Pair("Hoe dit is geteld", "How this is counted"),
    "more_rows": Pair(
        "en nog {n} {n:rij|rijen}; met --format json komen alle rijen",
        "and {n} more {n:row|rows}; --format json gives every row",
    ),
    "contents": Pair("Inhoud", "Contents"),
}

_SECTIONS = {
    "section_brief": Pair("In het kort", "In brief"),
    "section_boundary": Pair("Waarop dit rapport rust", "What this report rests on"),
    "section_seats": Pair("Wie zit aan de meeste tafels", "Who sits at most tables"),
    "section_brokers_regions": Pair("Verbinders tussen regio's", "Brokers between regions"),
    "section_brokers_themes": Pair("Verbinders tussen thema's", "Brokers between themes"),
    "section_cuts": Pair("Zonder wie het netwerk uiteenvalt", "Without whom the network splits"),
    "section_redundancy": Pair("De enige schakel tussen tafels", "The only link between tables"),
    "section_overlap": Pair("Tafels die op elkaar lijken", "Tables that overlap"),
    "section_composition": Pair(
        "Wie aan tafel zit en wie ontbreekt", "Who is at the table and who is missing"
    ),
    "section_governance": Pair("Rollen en besturingsvorm", "Roles and form of governance"),
    "section_mixing": Pair(
        "Binnen de eigen kring of daarbuiten", "Within one's own circle or beyond"
    ),
    "section_confirmation": Pair("Hoe vaak het bevestigd is", "How often it is confirmed"),
    "section_gaps": Pair("Wat nog aan te vullen is", "What is still to be filled in"),
    "section_omitted": Pair("Wat niet is berekend, en waarom", "What is not computed, and why"),
}

_BOUNDARY = {
    "no_documents": Pair("Er zijn geen documenten gelezen.", "No documents were read."),
    "dated_from_to": Pair(
        "De documenten dateren van {first} tot en met {last}",
        "The documents date from {first} to {last}",
    ),
    "dated_once": Pair("Gedateerd: {first}", "Dated: {first}"),
    "selection_empties": Pair(
        "De selectie ({selection}) laat geen samenwerking over.",
        "The selection ({selection}) leaves no partnership.",
    ),
    "undated_documents": Pair(
        "{n} {n:document draagt|documenten dragen} geen datum",
        "{n} {n:document bears|documents bear} no date",
    ),
    "size": Pair(
        "Gelezen: {documents} {documents:document|documenten}, met daarin {organisations} "
        "{organisations:organisatie|organisaties}, {partnerships} "
        "{partnerships:samenwerking|samenwerkingen}, {memberships} "
        "{memberships:lidmaatschap|lidmaatschappen} en {ties} {ties:verbinding|verbindingen}.",
        "Read: {documents} {documents:document|documents}, holding {organisations} "
        "{organisations:organisation|organisations}, {partnerships} "
        "{partnerships:partnership|partnerships}, {memberships} "
        "{memberships:membership|memberships} and {ties} {ties:tie|ties}.",
    ),
    "selected": Pair(
        "Dit is een selectie uit de gegevens ({selection}); wat daarbuiten valt, telt niet mee.",
        "This is a selection from the data ({selection}); what lies outside it does not count.",
    ),
    "by_members": Pair(
        "Bij {partnerships_of_two_or_more} "
        "{partnerships_of_two_or_more:samenwerking|samenwerkingen} zijn twee of meer deelnemers "
        "bij naam genoemd, bij {partnerships_of_one} precies één en bij {partnerships_of_none} "
        "niemand.",
        "{partnerships_of_two_or_more} "
        "{partnerships_of_two_or_more:partnership names|partnerships name} two or more members, "
        "{partnerships_of_one} exactly one, and {partnerships_of_none} nobody.",
    ),
    "periods": Pair(
        "{of:De periode van de ene samenwerking is {n:niet |}bekend.|Bij {n} van de {of} "
        "samenwerkingen is de periode niet bekend.}",
        "{of:The period of the one partnership is {n:not |}known.|The period is not known for {n} "
        "of {of} partnerships.}",
    ),
    "ties": Pair(
        "Organisaties zijn verbonden als zij in dezelfde samenwerking genoemd worden. Dat geeft "
        "{n} {n:verbinding|verbindingen}. Zo'n verbinding zegt dat twee organisaties aan één "
        "tafel zaten, niet dat zij als tweetal samenwerken.",
        "Organisations are tied when they are named in the same partnership. That makes {n} "
        "{n:tie|ties}. A tie says that two organisations were at one table, not that they work "
        "together as a pair.",
    ),
    "largest_table": Pair(
        "De tafel {name} levert alleen al {ties} verbindingen op, met {n} genoemde deelnemers; "
        "een grote tafel weegt in het netwerk vanzelf zwaar.",
        "The table {name} alone makes {ties} ties, with {n} named members; a large table "
        "weighs heavily in a network by construction.",
    ),
    "components": Pair(
        "Er {n:is|zijn} {n} {n:groep|groepen} van organisaties die, direct of via anderen, met "
        "elkaar verbonden zijn; de grootste telt {largest} organisaties.",
        "There {n:is|are} {n} {n:group|groups} of organisations that hang together, directly or "
        "by way of others; the largest has {largest} organisations.",
    ),
    "isolates": Pair(
        "Van {n} {n:organisatie|organisaties} "
        "{documents:noemt dit document|noemen deze documenten} geen partner; dat betekent niet "
        "dat zij alleen {n:werkt|werken}.",
        "{documents:This document names|These documents name} no partner of {n} "
        "{n:organisation|organisations}; that does not mean that {n:it works|they work} alone.",
    ),
    "isolates_selected": Pair(
        "{n} {n:organisatie heeft|organisaties hebben} binnen deze selectie geen genoemde partner; "
        "dat betekent niet dat zij alleen {n:werkt|werken}.",
        "{n} {n:organisation has|organisations have} no named partner within this selection; that "
        "does not mean that {n:it works|they work} alone.",
    ),
    "isolate_names": Pair("Het gaat om {names}.", "Concerned: {names}."),
    "boundary": Pair(
        "elk getal over het geheel hangt af van deze keuze van documenten (Laumann, Marsden & "
        "Prensky 1983). Met andere documenten ontstaat een ander netwerk.",
        "every number about the whole depends on this choice of documents (Laumann, Marsden & "
        "Prensky 1983). Other documents make another network.",
    ),
    "time": Pair(
        "een document dateert een uitspraak, niet de duur van een samenwerking. Waar geen einde "
        "staat, is het einde niet bekend.",
        "a document dates a statement, not the life of a partnership. Where no end is given, "
        "the end is not known.",
    ),
    "selective": Pair(
        "zulke documenten vertellen vooral over samenwerking die lukt; stilte en conflict staan "
        "er zelden in.",
        "such documents tell mostly of collaboration that works; silence and conflict are "
        "seldom in them.",
    ),
    "table_documents": Pair("De documenten", "The documents"),
    "column_document": Pair("document", "document"),
    "column_title": Pair("titel", "title"),
    "column_publisher": Pair("uitgever", "publisher"),
    "column_date": Pair("datum", "date"),
    "column_partnerships": Pair("samenwerkingen", "partnerships"),
    "method_tie_name": Pair("Verbinding", "Tie"),
    "method_tie_formula": Pair(
        "twee organisaties met ten minste één gedeelde samenwerking; een tafel van d genoemde "
        "deelnemers geeft d(d−1)/2 verbindingen",
        "two organisations that share at least one partnership; a table of d named members "
        "makes d(d−1)/2 ties",
    ),
    "method_tie_unit": Pair("verbindingen, 0 of meer", "ties, 0 or more"),
}

_SEATS = {
    "no_shared_tables": Pair(
        "Geen tafel heeft in deze gegevens twee of meer bij naam genoemde deelnemers.",
        "No table in these data has two or more named members.",
    ),
    "most_once": Pair(
        "Geen organisatie zit in deze gegevens aan meer dan één tafel met andere genoemde "
        "deelnemers; fasen van één traject tellen daarbij als één tafel.",
        "No organisation in these data sits at more than one table with other named members; "
        "the phases of one undertaking count as one table.",
    ),
    "most": Pair(
        "Aan de meeste tafels met andere genoemde deelnemers {n:zit|zitten} {names}: "
        "{n:|elk }{tables}. Fasen van één traject tellen daarbij als één tafel.",
        "{names} {n:sits|sit} at most tables with other named members: {tables}{n:| each}. The "
        "phases of one undertaking count as one table.",
    ),
    "most_invited": Pair(
        "{names} {n:is|zijn} bij een deel daarvan alleen benaderd; of het tot deelname kwam, "
        "staat er niet.",
        "At some of those tables {names} {n:was|were} only invited; whether {n:it takes|they "
        "take} part is not told.",
    ),
    "phases_raise": Pair(
        "Wie elke fase apart telt, krijgt {names} bovenaan: {n:|elk }{tables} tafels; geteld naar "
        "traject: {undertakings}.",
        "Counting each phase apart puts {names} first: {tables} tables{n:| each}; counted by "
        "undertaking: {undertakings}.",
    ),
    "alone": Pair(
        "{names} {n:is|zijn} {n:|elk }bij {tables} samenwerkingen de enige genoemde deelnemer; "
        "de andere partijen staan daar niet bij naam.",
        "{names} {n:is|are} the only named member of {tables} partnerships{n:| each}; the other "
        "parties are not named there.",
    ),
    "alone_selected": Pair(
        "{names} {n:is|zijn} binnen deze selectie {n:|elk }bij {tables} samenwerkingen de enige "
        "genoemde deelnemer.",
        "Within this selection {names} {n:is|are} the only named member of {tables} "
        "partnerships{n:| each}.",
    ),
    "once": Pair(
        "{n} {n:organisatie zit|organisaties zitten} aan precies één tafel en {n:staat|staan} "
        "niet in de tabel.",
        "{n} {n:organisation sits|organisations sit} at exactly one table and {n:is|are} not in "
        "the list below.",
    ),
    "roles_differ": Pair(
        "wie begeleidt, betaalt of alleen is benaderd, zit anders aan tafel dan een deelnemer. "
        "Lees het aantal naast de rollen; met --without-role laat u een rol weg.",
        "who guides, pays or was only invited sits at a table in another way than a member. "
        "Read the count beside the roles; --without-role leaves a role out.",
    ),
    "table_seats": Pair(
        "Organisaties aan twee of meer tafels", "Organisations at two tables or more"
    ),
    "column_organisation": Pair("organisatie", "organisation"),
    "column_undertakings": Pair("trajecten met anderen", "undertakings with others"),
    "column_with_others": Pair("tafels met anderen", "tables with others"),
    "column_alone": Pair("als enige genoemd", "named alone"),
    "column_roles": Pair("rollen", "roles"),
    "method_tables_name": Pair("Aantal tafels", "Number of tables"),
    "method_tables_formula": Pair(
        "aantal samenwerkingen waarin een organisatie als deelnemer is genoemd",
        "number of partnerships that name an organisation as a member (two-mode degree)",
    ),
    "method_tables_unit": Pair("samenwerkingen, 0 of meer", "partnerships, 0 or more"),
}

_BROKERS = {
    "broker_regions": Pair(
        "{name} zit aan tafels in regio's die niet in elkaar liggen: {tables}.",
        "{name} sits at tables in regions that do not lie within each other: {tables}.",
    ),
    "broker_themes": Pair(
        "{name} zit aan tafels die geen thema delen: {tables}.",
        "{name} sits at tables that share no theme: {tables}.",
    ),
    "no_brokers_regions": Pair(
        "In deze gegevens is er geen organisatie die met andere genoemde deelnemers aan tafel "
        "zit in regio's die los van elkaar liggen.",
        "No organisation in these data sits with other named members in regions that lie apart.",
    ),
    "no_brokers_themes": Pair(
        "In deze gegevens is er geen organisatie die met andere genoemde deelnemers aan tafels "
        "zit die geen thema delen.",
        "No organisation in these data sits with other named members at tables that share no "
        "theme.",
    ),
    "brokers_alone_regions": Pair(
        "{names} {n:zit|zitten} wel aan tafels in regio's die los van elkaar liggen, maar aan "
        "ten minste één kant is daar verder niemand genoemd.",
        "{names} {n:does|do} sit at tables in regions that lie apart, but on at least one side "
        "nobody else is named.",
    ),
    "brokers_alone_themes": Pair(
        "{names} {n:zit|zitten} wel aan tafels die geen thema delen, maar aan ten minste één "
        "kant is daar verder niemand genoemd.",
        "{names} {n:does|do} sit at tables that share no theme, but on at least one side nobody "
        "else is named.",
    ),
    "spanning": Pair(
        "{n:Eén samenwerking beslaat|{n} samenwerkingen beslaan} zelf regio's die niet in elkaar "
        "liggen: {names}.",
        "{n:One partnership covers|{n} partnerships cover} regions that do not lie within each "
        "other: {names}.",
    ),
    "unlabelled_regions": Pair(
        "van {n} {n:samenwerking|samenwerkingen} is de regio niet bekend; die {n:telt|tellen} "
        "hier niet mee.",
        "the region of {n} {n:partnership|partnerships} is not known; {n:it does|they do} not "
        "count here.",
    ),
    "unlabelled_themes": Pair(
        "van {n} {n:samenwerking|samenwerkingen} is het thema niet bekend; die {n:telt|tellen} "
        "hier niet mee.",
        "the theme of {n} {n:partnership|partnerships} is not known; {n:it does|they do} not "
        "count here.",
    ),
    "related_regions": Pair(
        "een regio geldt als verwant met elke regio daarbinnen. Een landelijke tafel maakt dus "
        "niemand tot verbinder.",
        "a region counts as related to every region within it. A nationwide table therefore "
        "makes nobody a broker.",
    ),
    "related_themes": Pair(
        "de thema's zijn toegekend door wie de gegevens maakte. Eén thema erbij kan een "
        "verbinder doen verdwijnen.",
        "the themes were assigned by whoever made the data. One more theme can make a broker "
        "disappear.",
    ),
    "rests_on": Pair(
        "Dat hangt aan {n:één lidmaatschap dat|elk van {n} lidmaatschappen die} niet letterlijk "
        "vermeld {n:staat|staan}: {seats}.",
        "That hangs on {n:one membership that is|each of {n} memberships that are} not literally "
        "stated: {seats}.",
    ),
    "still_broker": Pair("nog steeds verbinder", "still a broker"),
    "no_broker": Pair("geen verbinder meer", "no broker any more"),
    "table_brokers_regions": Pair(
        "Lidmaatschappen waarop de verbinders rusten", "Memberships on which the brokers rest"
    ),
    "table_brokers_themes": Pair(
        "Lidmaatschappen waarop de verbinders rusten", "Memberships on which the brokers rest"
    ),
    "column_partnership": Pair("samenwerking", "partnership"),
    "column_regions": Pair("regio's", "regions"),
    "column_themes": Pair("thema's", "themes"),
    "column_role": Pair("rol", "role"),
    "column_certainty": Pair("zekerheid", "certainty"),
    "column_others": Pair("andere genoemden", "others named"),
    "column_lines": Pair("bron", "source"),
    "column_without": Pair("zonder dit lidmaatschap", "without this membership"),
    "method_broker_regions_name": Pair("Verbinder tussen regio's", "Broker between regions"),
    "method_broker_regions_formula": Pair(
        "zit aan twee tafels waarvan geen regio van de ene gelijk is aan, of ligt binnen of om, "
        "een regio van de andere",
        "sits at two tables of which no region of the one equals, lies within or lies around a "
        "region of the other",
    ),
    "method_broker_regions_unit": Pair("ja of nee", "yes or no"),
    "method_broker_themes_name": Pair("Verbinder tussen thema's", "Broker between themes"),
    "method_broker_themes_formula": Pair(
        "zit aan twee tafels zonder gedeeld thema", "sits at two tables without a shared theme"
    ),
    "method_broker_themes_unit": Pair("ja of nee", "yes or no"),
}

_CUTS = {
    "cut": Pair(
        "Zonder {name} vallen de {others} andere organisaties in dit deel van het netwerk uiteen "
        "in groepen van {sizes}; elke keten van tafels tussen die groepen ({pairs} "
        "{pairs:paar|paren}) loopt nu via deze organisatie.",
        "Without {name} the {others} other organisations in this part of the network fall apart "
        "into groups of {sizes}; every chain between those groups ({pairs} {pairs:pair|pairs}) "
        "now runs through this organisation.",
    ),
    "no_cuts": Pair(
        "In deze gegevens is er geen organisatie zonder welke een deel van het netwerk uiteenvalt.",
        "No organisation in these data is one without which a part of the network falls apart.",
    ),
    "still_cut": Pair("nog steeds een snijpunt", "still a cut point"),
    "no_cut": Pair("geen snijpunt meer", "no cut point any more"),
    "hangs_together": Pair("dit deel blijft verbonden", "this part still hangs together"),
    "falls_apart": Pair(
        "dit deel valt dan uiteen in groepen van {sizes}",
        "this part then falls apart into groups of {sizes}",
    ),
    "changing": Pair(
        "{n} {n:lidmaatschap|lidmaatschappen} aan tafels met anderen {n:staat|staan} niet "
        "letterlijk vermeld. Laat men {n:dat|ze om de beurt} weg, dan veranderen de snijpunten "
        "in {changing} {changing:geval|gevallen}.",
        "{n} {n:membership|memberships} at tables with others {n:is|are} not literally stated. "
        "Leaving {n:it|each} out changes the cut points in {changing} {changing:case|cases}.",
    ),
    "cut_caveat": Pair(
        "een snijpunt volgt uit wat deze documenten noemen; één samenwerking die hier ontbreekt, "
        "kan het opheffen.",
        "a cut point follows from what these documents name; one partnership that is missing "
        "here can undo it.",
    ),
    "table_parts": Pair("Wat dan uiteenvalt", "What then falls apart"),
    "table_rests": Pair(
        "Waarop elk snijpunt rust, en wat er zonder elk lidmaatschap overblijft",
        "What each cut point rests on, and what is left without each membership",
    ),
    "table_changing": Pair(
        "Niet letterlijk vermelde lidmaatschappen waar snijpunten aan hangen",
        "Memberships not literally stated on which cut points hang",
    ),
    "column_cut": Pair("snijpunt", "cut point"),
    "column_part": Pair("groep", "group"),
    "column_size": Pair("aantal", "size"),
    "column_organisations": Pair("organisaties", "organisations"),
    "column_gone": Pair("snijpunt dat vervalt", "cut point that goes"),
    "column_new": Pair("snijpunt dat erbij komt", "cut point that comes"),
    "method_cut_name": Pair("Snijpunt", "Cut point"),
    "method_cut_formula": Pair(
        "organisatie waarvan het weglaten een verbonden deel in twee of meer groepen splitst",
        "organisation whose removal splits its component into two or more groups",
    ),
    "method_cut_unit": Pair(
        "ja of nee; groepen in organisaties", "yes or no; groups in organisations"
    ),
    "method_leave_one_out_name": Pair("Steeds één weglaten", "Leave one out"),
    "method_leave_one_out_formula": Pair(
        "de bepaling opnieuw gedaan zonder één lidmaatschap",
        "the analysis done again without one membership",
    ),
    "method_leave_one_out_unit": Pair("per lidmaatschap", "for each membership"),
}

_REDUNDANCY = {
    "only_link": Pair(
        "{name} is in deze gegevens de enige schakel tussen {tables}.",
        "{name} is the only link in these data between {tables}.",
    ),
    "no_only_link": Pair(
        "Niemand is de enige schakel tussen al zijn tafels.",
        "Nobody is the only link between all its tables.",
    ),
    "no_redundancy": Pair(
        "Geen organisatie zit in deze gegevens aan twee of meer tafels met andere genoemde "
        "deelnemers; dit is dus niet te bepalen.",
        "No organisation in these data sits at two or more tables with other named members, so "
        "this is not defined.",
    ),
    "redundancy_caveat": Pair(
        "0 betekent de enige schakel tussen de eigen tafels, 1 dat elk paar tafels ook door een "
        "ander is verbonden. Bij een onvolledige lijst kan iemand die niet genoemd is dezelfde "
        "schakel zijn.",
        "0 means the only link between its tables, 1 that another links each pair too. Where a "
        "list is incomplete, somebody who is not named may be the same link.",
    ),
    "table_redundancy": Pair(
        "Organisaties aan twee of meer tafels met anderen",
        "Organisations at two or more tables with others",
    ),
    "column_tables": Pair("tafels", "tables"),
    "column_pairs": Pair("paren", "pairs"),
    "column_also": Pair("ook door een ander", "by another too"),
    "column_redundancy": Pair("aandeel", "share"),
    "method_redundancy_name": Pair("Redundantie", "Redundancy"),
    "method_redundancy_formula": Pair(
        "aandeel van de paren van iemands tafels die nog een andere organisatie delen; tafels "
        "met één genoemde deelnemer tellen niet",
        "share of the pairs of one's tables that share another organisation too; tables with "
        "one named member do not count",
    ),
    "method_redundancy_unit": Pair("0 tot 1", "0 to 1"),
}

_OVERLAP = {
    "no_overlap": Pair(
        "Tafels met twee of meer genoemde deelnemers hebben in deze gegevens niemand gemeen.",
        "Tables with two or more named members have nobody in common in these data.",
    ),
    "overlap_most": Pair(
        "Van de tafels die geen fasen van één traject zijn, overlappen {left} en {right} het "
        "meest: {n} van de {together} organisaties {n:zit|zitten} aan beide ({names}).",
        "Of the tables that are not phases of one undertaking, {left} and {right} overlap most: "
        "{n} of {together} organisations {n:sits|sit} at both ({names}).",
    ),
    "overlap_phases_only": Pair(
        "Tafels overlappen alleen waar zij fasen van één traject zijn.",
        "Tables overlap only where they are phases of one undertaking.",
    ),
    "overlap_phases": Pair(
        "{n} {n:paar bestaat|paren bestaan} uit fasen van één traject; daar ligt overlap voor de "
        "hand.",
        "{n} {n:pair is|pairs are} made of phases of one undertaking; overlap is expected there.",
    ),
    "overlap_caveat": Pair(
        "alleen genoemde deelnemers tellen. Waar een lijst onvolledig is, kan de overlap groter "
        "of kleiner zijn. Tafels met één genoemde deelnemer staan er niet bij: twee zulke tafels "
        "van dezelfde organisatie zouden altijd 1 geven.",
        "only named members count. Where a list is incomplete the overlap may be larger or "
        "smaller. Tables with one named member are left out: two of the same organisation would "
        "always give 1.",
    ),
    "table_overlap": Pair("Tafels met een gedeelde deelnemer", "Tables that share a member"),
    "column_left": Pair("tafel", "table"),
    "column_right": Pair("andere tafel", "other table"),
    "column_shared": Pair("gedeeld", "shared"),
    "column_together": Pair("samen", "together"),
    "column_jaccard": Pair("Jaccard", "Jaccard"),
    "column_phase": Pair("fasen van één traject", "phases of one undertaking"),
    "column_lists": Pair("ledenlijsten", "lists of members"),
    "method_jaccard_name": Pair("Jaccard", "Jaccard"),
    "method_jaccard_formula": Pair(
        "gedeelde genoemde deelnemers, gedeeld door alle genoemde deelnemers van beide tafels",
        "shared named members, divided by all named members of both tables",
    ),
    "method_jaccard_unit": Pair("boven 0, tot en met 1", "above 0, up to 1"),
}

_COMPOSITION = {
    "no_partnerships": Pair(
        "Er zijn geen samenwerkingen in deze gegevens.", "There are no partnerships in these data."
    ),
    "composition": Pair(
        "{of:De ledenlijst van de ene samenwerking is {n:|niet }volledig.|Van {n} van de {of} "
        "samenwerkingen is de ledenlijst volledig.} Alleen bij een volledige lijst is te zeggen "
        "wie ontbreekt; anders is dat niet bekend.",
        "{of:The list of members of the one partnership is {n:|not }complete.|The list of members "
        "is complete for {n} of {of} partnerships.} Only with a complete list can be said who is "
        "missing; otherwise it is not known.",
    ),
    "composition_none": Pair(
        "Bij {n} {n:samenwerking|samenwerkingen} is niemand bij naam genoemd; wie er zit en wie "
        "ontbreekt, is niet bekend.",
        "{n} {n:partnership names|partnerships name} nobody; who is there and who is missing is "
        "not known.",
    ),
    "check_list": Pair(
        "‘ontbreekt’ wil zeggen dat dit soort organisatie in deze gegevens wel aan een andere "
        "tafel zit, en hier niet. Of het hier hoort, is aan de lezer; of een lijst volledig is, "
        "is een oordeel van wie de gegevens maakte. Vergeleken is met: {types}.",
        "‘missing’ means that this type of organisation sits at another table in these data and "
        "not here. Whether it belongs here is for the reader; whether a list is complete is a "
        "judgement of whoever made the data. Compared with: {types}.",
    ),
    "table_composition": Pair(
        "Soorten organisaties per samenwerking", "Types of organisation by partnership"
    ),
    "column_present": Pair("aanwezig", "present"),
    "column_missing": Pair("ontbreekt", "missing"),
}

_GOVERNANCE = {
    "governance": Pair(
        "{of:Bij de ene tafel|Bij {n} van de {of} tafels} met twee of meer genoemde deelnemers "
        "laten de rollen {of:{n:een|geen}|een} besturingsvorm lezen.",
        "{of:The roles allow {n:a|no} form of governance to be read for the one table|The roles "
        "allow a form of governance to be read for {n} of {of} tables} with two or more named "
        "members.",
    ),
    "no_governance": Pair(
        "Geen tafel heeft in deze gegevens twee of meer genoemde deelnemers; een besturingsvorm "
        "is niet te lezen.",
        "No table in these data has two or more named members; no form of governance can be read.",
    ),
    "governance_alone": Pair(
        "Bij {n} {n:samenwerking|samenwerkingen} is één deelnemer genoemd: te weinig om een vorm "
        "te lezen. De rol van die ene is wel bekend.",
        "{n} {n:partnership names|partnerships name} one member: too few to read a form. The "
        "role of that one is known.",
    ),
    "form_shared": Pair("gedeeld bestuur", "shared governance"),
    "form_lead": Pair("leidende organisatie", "lead organisation"),
    "form_dyad": Pair("tweetal, geen netwerk", "dyad, no network"),
    "form_single": Pair("geen netwerk", "no network"),
    "form_not_known": Pair("niet bekend", "not known"),
    "reason_leads": Pair("meer dan één trekker: {names}", "more than one lead: {names}"),
    "reason_lead": Pair("één trekker: {names}", "one lead: {names}"),
    "reason_no_lead": Pair("volledige lijst, zonder trekker", "complete list, without a lead"),
    "reason_untold": Pair(
        "geen trekker genoemd, maar de lijst is onvolledig",
        "no lead named, but the list is incomplete",
    ),
    "reason_few": Pair(
        "minder dan drie deelnemende partijen genoemd, en de lijst is onvolledig",
        "fewer than three taking part are named, and the list is incomplete",
    ),
    "reason_dyad": Pair("volledige lijst van twee partijen", "complete list of two parties"),
    "reason_single": Pair(
        "volledige lijst met minder dan twee partijen", "complete list of fewer than two parties"
    ),
    "guided": Pair("begeleid door {names}", "guided by {names}"),
    "lead_caveat": Pair(
        "of een trekker het geheel trekt of één thema, zegt de rol niet. Begeleiders, adviseurs "
        "en wie alleen is benaderd, tellen niet als partij.",
        "the role does not say whether a lead leads the whole or one theme. Facilitators, "
        "advisors and who was only invited do not count as parties.",
    ),
    "nao_caveat": Pair(
        "of een aparte organisatie is opgericht om het geheel te besturen (een NAO), is uit de "
        "rollen niet te lezen.",
        "whether a separate body was set up to run the whole (an NAO) cannot be read from the "
        "roles.",
    ),
    "table_governance": Pair(
        "Tafels met twee of meer genoemde deelnemers", "Tables with two or more named members"
    ),
    "table_roles_alone": Pair(
        "Samenwerkingen met één genoemde deelnemer", "Partnerships with one named member"
    ),
    "column_form": Pair("vorm", "form"),
    "column_reason": Pair("reden", "reason"),
    "method_governance_name": Pair("Besturingsvorm", "Form of governance"),
    "method_governance_formula": Pair(
        "vanaf drie partijen: één trekker is een leidende organisatie; meer trekkers, of geen "
        "bij een volledige lijst, is gedeeld bestuur",
        "from three parties on: one lead is a lead organisation; more leads, or none in a "
        "complete list, is shared governance",
    ),
    "method_governance_unit": Pair("een vorm, geen score", "a form, no score"),
}

_MIXING = {
    "no_mixing": Pair(
        "Er zijn geen verbindingen in deze gegevens; de E-I-index is niet te bepalen.",
        "There are no ties in these data; the E-I index is not defined.",
    ),
    "mixing_type": Pair(
        "{e} {e:verbinding loopt|verbindingen lopen} tussen verschillende soorten organisaties, "
        "{i} binnen één soort.",
        "{e} {e:tie runs|ties run} between types of organisation, {i} within one type.",
    ),
    "mixing_region": Pair(
        "{e} {e:verbinding loopt|verbindingen lopen} tussen organisaties met thuisregio's die "
        "los van elkaar liggen, {i} binnen een regio of tussen een regio en een ruimere "
        "daaromheen.",
        "{e} {e:tie runs|ties run} between organisations whose home regions lie apart, {i} "
        "within a region or between a region and a wider one around it.",
    ),
    "no_mixing_region": Pair(
        "Van geen enkele verbinding is aan beide kanten de thuisregio bekend; de index naar "
        "regio is niet te bepalen.",
        "For no tie the home region is known at both ends; the index by region is not defined.",
    ),
    "mixing_label": Pair(
        "Telt alleen een gelijke thuisregio als dezelfde, dan is de index {other} in plaats van "
        "{one}. De uitkomst hangt dus af van hoe nauw de thuisregio is opgeschreven.",
        "When only an equal home region counts as the same, the index is {other} instead of "
        "{one}. So it depends on how narrowly the home region was written down.",
    ),
    "mixing_caveat": Pair(
        "−1 betekent alles binnen de groep, 1 alles ertussen. De index hangt af van hoe groot de "
        "groepen zijn, en één grote tafel of één landelijke organisatie kan hem bepalen; lees "
        "hem naast de laagste en hoogste waarde.",
        "−1 means all within the group, 1 all between. The index depends on how large the groups "
        "are, and one large table or one nationwide organisation can decide it; read it beside "
        "the lowest and highest value.",
    ),
    "by_type": Pair("soort organisatie", "type of organisation"),
    "by_region": Pair(
        "thuisregio, met wat erin ligt als één", "home region, with what lies within it as one"
    ),
    "by_region_label": Pair(
        "thuisregio, alleen gelijke als één", "home region, only equals as one"
    ),
    "whoever": Pair("{value}, wie er ook wegvalt", "{value}, whoever is left out"),
    "without_one": Pair("{value} (zonder {names})", "{value} (without {names})"),
    "without_many": Pair(
        "{value} (zonder een van {n} organisaties)", "{value} (without one of {n} organisations)"
    ),
    "table_mixing": Pair(
        "E-I-index, met de uitersten als één organisatie wegvalt",
        "E-I index, with its extremes when one organisation is left out",
    ),
    "column_group": Pair("indeling", "grouping"),
    "column_external": Pair("ertussen", "between"),
    "column_internal": Pair("erbinnen", "within"),
    "column_ei": Pair("E-I", "E-I"),
    "column_lowest": Pair("laagste", "lowest"),
    "column_highest": Pair("hoogste", "highest"),
    "column_uncounted": Pair("niet geteld", "not counted"),
    "method_ei_name": Pair("E-I-index", "E-I index"),
    "method_ei_formula": Pair(
        "(E − I) / (E + I), met E verbindingen tussen groepen en I erbinnen; een verbinding "
        "waarvan een kant onbekend is, telt niet",
        "(E − I) / (E + I), with E ties between groups and I within; a tie with an unknown end "
        "does not count",
    ),
    "method_ei_unit": Pair("−1 tot 1", "−1 to 1"),
}

_CONFIRMATION = {
    "confirmed": Pair(
        "In twee of meer documenten {n:staat|staan} {n} van de {of} "
        "{of:samenwerking|samenwerkingen} en {ties} van de {of_ties} "
        "{of_ties:verbinding|verbindingen}.",
        "{n} of {of} {of:partnership|partnerships} and {ties} of {of_ties} {of_ties:tie|ties} "
        "stand in two or more documents.",
    ),
    "not_confirmed": Pair(
        "Niets staat in meer dan één van deze documenten: elke samenwerking en elke verbinding "
        "rust op één document.",
        "Nothing stands in more than one of these documents: every partnership and every tie "
        "rests on one.",
    ),
    "one_document": Pair(
        "Er is één document gelezen; een tweede bron kan er dus niet zijn.",
        "One document was read, so there can be no second source.",
    ),
    "confirmation_caveat": Pair(
        "elk document telt als een bron; of twee documenten los van elkaar zijn geschreven, is "
        "aan de lezer. Een tweede document over een samenwerking bevestigt niet elk lidmaatschap.",
        "each document counts as a source; whether two were written independently is for the "
        "reader. A second document on a partnership does not confirm each membership.",
    ),
    "table_confirmation": Pair("Aantal bronnen", "Number of sources"),
    "column_sources": Pair("bronnen", "sources"),
    "column_ties": Pair("verbindingen", "ties"),
    "method_sources_name": Pair("Bronnen", "Sources"),
    "method_sources_formula": Pair(
        "aantal verschillende documenten met een passage over de samenwerking, of over een "
        "samenwerking waar de verbinding op rust",
        "number of different documents with a passage on the partnership, or on one that the "
        "tie rests on",
    ),
    "method_sources_unit": Pair("documenten, 0 of meer", "documents, 0 or more"),
}

_GAPS = {
    "gaps": Pair(
        "Van {of} {of:samenwerking|samenwerkingen} aan te vullen: {without_named_members} zonder "
        "genoemde deelnemer, {members_partly_known} met een onvolledige ledenlijst, "
        "{without_period} zonder periode.",
        "To complete, of {of} {of:partnership|partnerships}: {without_named_members} without a "
        "named member, {members_partly_known} with an incomplete list, {without_period} without a "
        "period.",
    ),
    "gaps_selected": Pair(
        "bij een selectie kan een leemte ook van het filter komen; zie voor de echte leemten het "
        "rapport zonder filters.",
        "in a selection a gap can come from the filter; for the real gaps see the report without "
        "filters.",
    ),
    "no_gaps": Pair("Hier valt niets aan te vullen.", "There is nothing to fill in."),
    "inferred": Pair(
        "{n} {n:lidmaatschap staat|lidmaatschappen staan} niet letterlijk vermeld; waar een "
        "bevinding aan hangt, staat bovenaan.",
        "{n} {n:membership is|memberships are} not literally stated; those that carry a finding "
        "come first.",
    ),
    "first_to_check": Pair(
        "Eerst na te gaan: {n} {n:lidmaatschap dat|lidmaatschappen die} niet letterlijk vermeld "
        "{n:staat|staan}, maar waar een snijpunt of verbinder aan hangt.",
        "To check first: {n} {n:membership that is|memberships that are} not literally stated "
        "and on which a cut point or broker hangs.",
    ),
    "mentioned": Pair(
        "{n} {n:organisatie is|organisaties zijn} alleen genoemd, zonder plaats in een "
        "samenwerking: {names}.",
        "{n} {n:organisation is|organisations are} only mentioned, without a place in a "
        "partnership: {names}.",
    ),
    "mentioned_unknown": Pair(
        "Organisaties die alleen genoemd zijn, vallen buiten deze selectie.",
        "Organisations that are only mentioned fall outside this selection.",
    ),
    "without_region": Pair(
        "Van {n} {n:organisatie|organisaties} is de thuisregio niet bekend: {names}.",
        "The home region of {n} {n:organisation|organisations} is not known: {names}.",
    ),
    "undated": Pair(
        "{n} {n:document draagt|documenten dragen} geen datum: {names}.",
        "{n} {n:document bears|documents bear} no date: {names}.",
    ),
    "carries_cut": Pair("snijpunt {names}", "cut point {names}"),
    "carries_regions": Pair("verbinder tussen regio's", "broker between regions"),
    "carries_themes": Pair("verbinder tussen thema's", "broker between themes"),
    "table_inferred": Pair(
        "Lidmaatschappen die niet letterlijk vermeld staan", "Memberships not literally stated"
    ),
    "table_gaps": Pair("Samenwerkingen om aan te vullen", "Partnerships to complete"),
    "column_carries": Pair("wat eraan hangt", "what hangs on it"),
    "column_members": Pair("genoemd", "named"),
    "column_groups": Pair("niet bij naam", "not by name"),
    "column_members_known": Pair("ledenlijst", "list of members"),
    "column_period": Pair("periode", "period"),
}

_OMITTED = {
    "table_omitted": Pair("Weggelaten maten", "Measures left out"),
    "column_measure": Pair("maat", "measure"),
    "column_why": Pair("waarom niet", "why not"),
    "omitted_closeness": Pair(
        "nabijheid, eigenvector, PageRank", "closeness, eigenvector, PageRank"
    ),
    "omitted_closeness_why": Pair(
        "op losse delen geven zij willekeurige of schijnbaar gelijke uitkomsten, die gemeten "
        "lijken maar het niet zijn",
        "on separate parts they give arbitrary or seemingly equal values, which look measured "
        "and are not",
    ),
    "omitted_betweenness": Pair("tussenpositie (betweenness)", "betweenness"),
    "omitted_betweenness_why": Pair(
        "de zin wat er zonder een organisatie uiteenvalt, zegt hetzelfde en is na te gaan; het "
        "getal krimpt met elke organisatie zonder partner",
        "the sentence on what falls apart says the same and can be checked; the number shrinks "
        "with every organisation without a partner",
    ),
    "omitted_density": Pair("dichtheid en centralisatie", "density and centralisation"),
    "omitted_density_why": Pair(
        "zeggen vooral hoe tafels overlappen, en zijn alleen te vergelijken bij gelijke omvang "
        "en dezelfde keuze van documenten",
        "they mostly say how tables overlap, and compare only at equal size and the same choice "
        "of documents",
    ),
    "omitted_clustering": Pair("clustering", "clustering"),
    "omitted_clustering_why": Pair(
        "is hier vanzelf hoog: elke tafel van drie of meer vormt driehoeken",
        "is high by construction: each table of three or more makes triangles",
    ),
    "omitted_core": Pair("kerngetal (k-core)", "core number (k-core)"),
    "omitted_core_why": Pair(
        "is meestal de grootte van de grootste tafel min één",
        "is mostly the size of the largest table minus one",
    ),
    "omitted_constraint": Pair("beperking (constraint)", "constraint"),
    "omitted_constraint_why": Pair(
        "daalt met de grootte van de tafel: een stil lid van een grote tafel lijkt vrijer dan "
        "een tweetal",
        "falls with the size of the table: a silent member of a large table looks freer than a "
        "pair",
    ),
    "omitted_assortativity": Pair("assortativiteit", "assortativity"),
    "omitted_assortativity_why": Pair(
        "geeft zonder verbindingen een nul die een bevinding lijkt; de E-I-index is eerlijker",
        "gives a zero without ties, which looks like a finding; the E-I index is more honest",
    ),
    "omitted_communities": Pair("gemeenschappen", "communities"),
    "omitted_communities_why": Pair(
        "geven bij deze omvang vooral de samenwerkingen zelf terug",
        "at this size they mostly give the partnerships back",
    ),
    "omitted_significance": Pair("significantie (backbone)", "significance (backbone)"),
    "omitted_significance_why": Pair(
        "een organisatie met één samenwerking kan nooit significant zijn; bij zo weinig gegevens "
        "zegt de toets niets",
        "an organisation with one partnership can never be significant; with so few data the "
        "test says nothing",
    ),
    "omitted_trust": Pair("vertrouwen en waarde (PARTNER)", "trust and value (PARTNER)"),
    "omitted_trust_why": Pair(
        "staan niet in documenten; daarvoor is een enquête nodig",
        "are not in documents; they need a survey",
    ),
}

WORDS: Mapping[str, Pair] = {
    key: pair
    for group in (
        _SMALL,
        _FRAME,
        _SECTIONS,
        _BOUNDARY,
        _SEATS,
        _BROKERS,
        _CUTS,
        _REDUNDANCY,
        _OVERLAP,
        _COMPOSITION,
        _GOVERNANCE,
        _MIXING,
        _CONFIRMATION,
        _GAPS,
        _OMITTED,
    )
    for key, pair in group.items()
}
