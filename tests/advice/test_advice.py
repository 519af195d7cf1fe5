"""What is advised, in which order, and what is judged away."""

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT

from graph.advice import Advised, advise
from graph.read.load import load_document
from graph.validate import check_every_rule

DIGEST = """\
# Wondzorg

[r. 3] Zorggroep Duin en Gemeente Zandmeer werken sinds 2019 samen aan wondzorg.

[r. 5] Gemeente Zandmeer en Ziekenhuis Zilt overleggen; Ziekenhuis Zilt en Thuiszorg Kade ook.

[r. 7] Ook Inspectie Zuid is erbij geweest.
"""

FILE = """\
schema: 2
title: Kustland
language: nl
sources:
  a:
    file: a.md
    original: {file: a.txt, sha256: "%s", title: Wondzorg}
organisations:
  duin: {name: Zorggroep Duin, type: ouderenzorg}
  zandmeer: {name: Gemeente Zandmeer, type: gemeente}
  zilt: {name: Ziekenhuis Zilt, type: ziekenhuis}
  kade: {name: Thuiszorg Kade, type: ouderenzorg}
  zuid: {name: Inspectie Zuid, type: rijksoverheid}
partnerships:
  wondzorg:
    name: Wondzorg
    kind: netwerk
    themes: [ouderenzorg]
    regions: [kust]
    period: 2019/..
    members_known: some
    members: [duin, zandmeer]
    evidence:
      - {source: a, line: 3, quote: Zorggroep Duin en Gemeente Zandmeer werken sinds 2019 samen}
  overleg:
    name: Overleg
    kind: overleg
    themes: [ouderenzorg]
    regions: [kust]
    period: 2020
    members_known: some
    members: [zandmeer, zilt]
    evidence:
      - {source: a, line: 5, quote: Gemeente Zandmeer en Ziekenhuis Zilt overleggen}
  nazorg:
    name: Nazorg
    kind: overleg
    themes: [ouderenzorg]
    regions: [kust]
    period: 2020
    members_known: some
    members: [kade, zilt]
    evidence:
      - {source: a, line: 5, quote: Ziekenhuis Zilt en Thuiszorg Kade ook}
vocab:
  regions:
    kust: {nl: Kust}
"""
FILE %= "0" * 64
CONNECTED = "that Gemeente Zandmeer is connected to 2 others rests on this partnership alone"

Ask = Callable[..., list[str]]


def advise_on(place: Path, pairs: dict[frozenset[str], bool] | None = None) -> Advised:
    """Advise on a data file that has no errors."""
    document = load_document(place)
    _, problems = check_every_rule(document)
    assert [one for one in problems if one.severity == "error"] == []
    return advise(document, problems, pairs or {})


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """Ask for advice on a file; each as its code, the end of its path, and what is said."""

    def ask_it(
        text: str = FILE,
        digest: str = DIGEST,
        pairs: dict[frozenset[str], bool] | None = None,
    ) -> list[str]:
        (tmp_path / "a.md").write_text(digest, encoding="utf-8")
        place = tmp_path / "e.yaml"
        place.write_text(text, encoding="utf-8")
        return [
            f"{one.problem.code} {one.problem.path.partition('.')[2]}: {one.problem.message}"
            for one in advise_on(place, pairs).given
        ]

    return ask_it


def test_what_connects_two_halves(ask: Ask) -> None:
    """A partnership that is all that connects two with the rest, which one document tells."""
    assert ask() == []  # on one side of each tie of the chain stands one organisation alone

    assert ask(FILE.replace("members: [duin, zandmeer]", "members: [duin, zandmeer, zuid]")) == [
        f"A807 wondzorg: {CONNECTED}, of which one document tells: does another tell of it?",
        f"A807 overleg: {CONNECTED}, of which one document tells: does another tell of it?",
    ]


def test_an_inferred_membership_that_connects(ask: Ask) -> None:
    """Where what connects is inferred, that is said, and which membership it is."""
    text = FILE.replace("members: [duin, zandmeer]", "members: [duin, zandmeer, zuid]").replace(
        "members: [zandmeer, zilt]", "members: [zandmeer, {org: zilt, certainty: low}]"
    )

    assert ask(text) == [
        "A806 overleg.members[1]: that Gemeente Zandmeer is connected to 2 others rests on this "
        "inferred membership alone: is there a passage that states it?",
        f"A807 wondzorg: {CONNECTED}, of which one document tells: does another tell of it?",
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "    period: 2019/..\n",
            "",
            "A809 wondzorg: has no period, and the paragraph of line 3 speaks of 2019: is it that?",
        ),
        (
            "    period: 2020\n    members_known: some\n    members: [kade",
            "    members_known: some\n    members: [kade",
            "A812 : 1 of 3 partnerships have no period, and no year in the paragraphs that they "
            "cite: does a document say?",
        ),
        (
            "Nazorg\n    kind: overleg\n    themes: [ouderenzorg]",
            "Nazorg\n    kind: overleg",
            "A811 nazorg: has no theme: what is it about?",
        ),
        (
            "    regions: [kust]\n    period: 2019",
            "    period: 2019",
            "A810 wondzorg: has no region: where is it?",
        ),
        (
            "type: rijksoverheid}",
            "type: rijksoverheid}\n  duijn: {name: Zorggroep Duijn, type: ouderenzorg}",
            "A804 duijn.name: looks like 'Zorggroep Duin', 'duin': are they one?",
        ),
        (
            "name: Inspectie Zuid, type",
            "name: Inspectie Zuid, aliases: [IZ, De Zilte], type",
            None,
        ),
        (
            "name: Thuiszorg Kade, type",
            "name: Thuiszorg Kade, note: Gebeld met wethouder Jansen op 06-12345678, type",
            "A801 kade.note: names a person, 'wethouder Jansen': say what they are instead, "
            "such as 'an adviser'",
        ),
    ],
)
def test_each_rule(ask: Ask, old: str, new: str, said: str | None) -> None:
    """What is missing or doubtful is said once, and nothing else comes with it but what must."""
    assert FILE.count(old) == 1
    digest = DIGEST + "\n[r. 9] Zorggroep Duijn, IZ en De Zilte.\n"

    found = ask(FILE.replace(old, new), digest)

    assert found[:1] == ([said] if said else [])


def test_a_person_in_a_digest(ask: Ask, tmp_path: Path) -> None:
    """The line is that of the digest, the most private comes first, and known names are none."""
    digest = DIGEST.replace("erbij geweest", "erbij geweest met Albert Zilt (a@b.nl, 06-12345678)")

    assert ask(digest=digest) == [
        "A801 a: names a person, 'Albert Zilt': say what they are instead, such as 'an adviser'",
        "A802 a: holds a mail address, 'a@b.nl': take it out",
        "A803 a: holds a telephone number, '06-12345678': take it out",
    ]
    (person, *_) = advise_on(tmp_path / "e.yaml").given
    assert (person.problem.file, person.problem.line) == ("a.md", 7)
    known = FILE.replace("name: Ziekenhuis Zilt", "name: Ziekenhuis Zilt, aliases: [Albert Zilt]")
    assert [line[:4] for line in ask(known, digest)] == ["A802", "A803"]


def test_a_document_that_is_cited_as_it_is(ask: Ask) -> None:
    """Whom somebody else names is his own affair, unless it is quoted."""
    text = "Zorggroep Duin, zegt Anna Visser, en Gemeente Zandmeer werken sinds 2019 samen.\n"
    rest = "Gemeente Zandmeer en Ziekenhuis Zilt overleggen; Ziekenhuis Zilt en Thuiszorg Kade ook."
    plain = f"{text}{rest}\nInspectie Zuid ook."
    quoted = FILE.replace("line: 3", "line: 1").replace("line: 5", "line: 2")

    whole = "Zorggroep Duin, zegt Anna Visser, en Gemeente Zandmeer werken sinds 2019 samen"
    old = "Zorggroep Duin en Gemeente Zandmeer werken sinds 2019 samen"

    assert [line[:48] for line in ask(quoted.replace(old, f'"{whole}"'), plain)] == [
        "A801 wondzorg.evidence[0].quote: names a person,"
    ]
    short = quoted.replace(old, "Gemeente Zandmeer werken sinds 2019 samen")
    assert ask(short, plain) == []


def test_shared_forms(ask: Ask) -> None:
    """An alias that holds everywhere and is one of another too: not where both say where."""
    digest = DIGEST + "\n[r. 9] De zorggroep, en Zorggroep Kade.\n"
    text = FILE.replace("Zorggroep Duin, type", "Zorggroep Duin, aliases: [%s], type").replace(
        "Thuiszorg Kade, type",
        "Thuiszorg Kade, aliases: [{text: Zorggroep, in: a, lines: [9]}], type",
    )

    found = ask(text % "de zorggroep, Zorggroep Kade", digest)

    assert found == [
        "A805 duin.aliases[0]: 'de zorggroep' is a form of 'kade' too: say with 'in' where it holds"
    ]
    assert ask(text % "{text: zorggroep, in: a, lines: [3]}", digest) == []


def test_who_is_named_often(ask: Ask) -> None:
    """From three paragraphs on, and not where it has a relation."""
    often = DIGEST + "\n[r. 9] Inspectie Zuid.\n\n[r. 11] Inspectie Zuid kwam.\n"
    said = "A808 zuid: 3 paragraphs name it, and it takes part in nothing: "
    relation = """\
relations:
  toezicht:
    from: zuid
    kind: supervises
    to: zilt
    evidence: [{source: a, line: 7, quote: Inspectie Zuid}]
"""

    assert ask(digest=often) == [said + "does one of them say in what?"]
    assert ask(digest=DIGEST + "\n[r. 9] Inspectie Zuid.\n") == []
    assert ask(FILE + relation, often) == []


def test_names_that_share_a_word(ask: Ask) -> None:
    """Two councils differ by their places; a slip of the keyboard is one, unless judged before."""
    digest = DIGEST + "\n[r. 9] Gemeente Zandmeer en %s.\n"
    text = FILE.replace("  zuid:", "  other: {name: %s, type: gemeente}\n  zuid:")

    for name in ("Gemeente Kustmeer", "Gemeente Zandvoort", "Gemeente Zout"):
        assert ask(text % name, digest % name) == []
    short = "GZ"
    assert [line[:18] for line in ask(text % short, digest % short)] == ["A804 other.name: l"]
    near = "Gemeente Zandmeere"
    said = ["A804 other.name: looks like 'Gemeente Zandmeer', 'zandmeer': are they one?"]
    assert ask(text % near, digest % near) == said
    pair = frozenset({"gemeente zandmeer", "gemeente zandmeere"})
    assert ask(text % near, digest % near, {pair: True}) == said
    assert ask(text % near, digest % near, {pair: False}) == []
    unit = text.replace("type: gemeente}\n  zuid", "type: gemeente, part_of: zandmeer}\n  zuid")
    assert ask(unit % near, digest % near) == []


def test_a_thin_document(tmp_path: Path) -> None:
    """Twice as many words for a record as in the others: with the lines to read again."""
    place = tmp_path / "e.yaml"
    sources, partnerships = "", ""
    for id, times in (("a", 4), ("b", 4), ("c", 1)):
        rest = "\n\n".join(f"[r. {20 + n}] " + "woord " * 49 + "woord." for n in range(4))
        body = "\n\n".join(
            f"[r. {n}] Zorg Duin en Zorg Zilt begonnen plan {id}{n}." for n in range(1, 5)
        )
        (tmp_path / f"{id}.md").write_text(f"{body}\n\n{rest}\n", encoding="utf-8")
        sources += (
            f"  {id}: {{file: {id}.md, original: {{file: x, sha256: '{'0' * 64}', title: T}}}}\n"
        )
        for n in range(1, times + 1):
            partnerships += (
                f"  p{id}{n}:\n    name: Plan {id}{n}\n    kind: plan\n    themes: [ouderenzorg]\n"
                f"    regions: [kust]\n    period: 2020\n    members_known: some\n"
                f"    members: [duin, zilt]\n    evidence:\n"
                f"      - {{source: {id}, line: {n}, quote: begonnen plan {id}{n}}}\n"
            )
    place.write_text(
        f"schema: 2\ntitle: T\nlanguage: nl\nsources:\n{sources}organisations:\n"
        "  duin: {name: Zorg Duin, type: overig}\n  zilt: {name: Zorg Zilt, type: overig}\n"
        f"partnerships:\n{partnerships}vocab:\n  regions:\n    kust: {{nl: Kust}}\n",
        encoding="utf-8",
    )

    (found,) = advise_on(place).given

    assert (found.problem.path, found.problem.line) == ("sources.c", 7)
    assert found.problem.message == (
        "records from it: 1, words: 232; the other documents give one in 58; "
        "lines that name an organisation and are cited nowhere: 2, 3, 4: is there more in it?"
    )


@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        ("  nazorg:\n", "  nazorg: # judged A811: gaat nergens over\n", []),
        ("  nazorg:\n", "  # eerst dit\n  # judged A811: gaat nergens over\n  nazorg:\n", []),
        ("    kind: overleg\n    regions", "    kind: overleg # judged A811\n    regions", []),
        ("  nazorg:\n", "  nazorg: # judged A810: iets anders\n", ["A811", "A814"]),
        ("  nazorg:\n", "  nazorg: # judged A811 kade: iets anders\n", ["A811", "A814"]),
        ("  overleg:\n", "  overleg: # judged A811: iets anders\n", ["A811", "A814"]),
        ("partnerships:\n", "partnerships: # judged A811: hier heeft niets een thema\n", []),
        ("schema: 2\n", "schema: 2\n# judged A811: nergens\n", ["A811", "A814"]),
    ],
)
def test_what_was_judged_does_not_come_back(ask: Ask, old: str, new: str, left: list[str]) -> None:
    """A mark in the entry, or right above it; one that judges nothing is said itself."""
    text = FILE.replace(
        "Nazorg\n    kind: overleg\n    themes: [ouderenzorg]", "Nazorg\n    kind: overleg"
    )
    assert [line[:4] for line in ask(text)] == ["A811"]
    assert text.count(old) == 1

    assert [line[:4] for line in ask(text.replace(old, new))] == left


def test_what_most_lack_is_said_once(ask: Ask) -> None:
    """Two of three without a theme, and three without a region: a line each, for all."""
    untold = FILE.replace("    themes: [ouderenzorg]\n", "", 2)
    said = "A812 : 2 of 3 partnerships have no theme: does a document say?"

    assert ask(untold) == [said]
    assert ask(untold.replace("    regions: [kust]\n", "")) == [
        "A812 : 3 of 3 partnerships have no region: does a document say?",
        said,
    ]
    judged = untold.replace("partnerships:\n", "partnerships: # judged A812 theme: no need\n")
    assert ask(judged) == []


def test_judged_is_counted(tmp_path: Path, ask: Ask) -> None:
    """How much was judged is known, so that it can be looked at again."""
    text = FILE.replace(
        "Nazorg\n    kind: overleg\n    themes: [ouderenzorg]", "Nazorg\n    kind: plan"
    )
    assert len(ask(text.replace("  nazorg:", "  nazorg: # judged A811"))) == 0

    advised = advise_on(tmp_path / "e.yaml")

    assert (len(advised.given), advised.judged) == (0, 1)


def test_the_real_data() -> None:
    """Every advice on our own file was looked at; what is left is open."""
    advised = advise_on(ROOT / "entities.yaml")

    assert [(one.problem.code, one.problem.path) for one in advised.given] == [
        ("A806", "partnerships.bestuurlijke-peiling-almere.members[3]"),
        ("A806", "partnerships.opvang-daklozen-utrecht.members[1]"),
        ("A807", "partnerships.regiegroep-utrecht"),
        ("A812", "partnerships"),
    ]
    assert advised.judged == 1
