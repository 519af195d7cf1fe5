"""
Make a curated file of any size, with its digests: `python -m benchmarks.generate 1000 FOLDER`.

What makes the work hard in a real file is here on purpose: names that share their first word
('Gemeente …', 'Zorggroep …'), a few organisations in many partnerships and many in one, common
nouns as aliases that hold on one line only, quotes that stand in a digest between other
sentences. `benchmarks.members` has the ways of saying who takes part in what.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from benchmarks.members import VARIANTS, Choose, lay_out_regions

SEED = 20200513
PER_SOURCE = 50  # partnerships that one digest tells of

_TYPES = (  # type, first words of the name, short form, common noun
    ("gemeente", "Gemeente", "GM", "de gemeente"),
    ("ziekenhuis", "Ziekenhuis", "ZH", "het ziekenhuis"),
    ("eerstelijn", "Huisartsengroep", "HAG", "de huisartsengroep"),
    ("eerstelijn", "Zorggroep", "ZG", "de zorggroep"),
    ("ggz", "GGZ", "GZ", "de ggz-instelling"),
    ("ouderenzorg", "Stichting Ouderenzorg", "SOZ", "de zorgaanbieder"),
    ("ouderenzorg", "Woonzorg", "WZ", "het woonzorgcentrum"),
    ("welzijn", "Stichting Welzijn", "SWO", "de welzijnsorganisatie"),
    ("ggd", "GGD", "GD", "de gezondheidsdienst"),
    ("jeugdhulp", "Jeugdhulp", "JH", "de jeugdhulp"),
    ("patientenorganisatie", "Cliëntenraad", "CR", "de cliëntenraad"),
    ("kennisinstelling", "Hogeschool", "HS", "de hogeschool"),
)
_KINDS = (
    ("bestuurstafel", "Bestuurstafel"),
    ("overleg", "Overleg"),
    ("programma", "Programma"),
    ("project", "Project"),
    ("netwerk", "Netwerk"),
    ("regiegroep", "Regiegroep"),
    ("plan", "Regioplan"),
    ("onderzoek", "Onderzoek"),
)
_THEMES = (
    ("ouderenzorg", "zorg voor ouderen"),
    ("mentale-gezondheid", "mentale gezondheid"),
    ("acute-zorg", "acute zorg"),
    ("eerstelijn", "de eerste lijn"),
    ("preventie", "preventie"),
    ("arbeidsmarkt", "werk en opleiding"),
    ("jeugd", "hulp aan kinderen"),
)
# fmt: off
_STARTS = (
    "Ooster", "Wester", "Noorder", "Zuider", "Midden", "Hoog", "Laag", "Oud", "Nieuw", "Groot",
    "Klein", "Zand", "Klei", "Veen", "Hei", "Bos", "Duin", "Kust", "Zee", "Meer", "Vijver",
    "Linden", "Eiken", "Berken", "Wilgen", "Elzen", "Olmen", "Hazel", "Roos", "Distel",
)
_ENDS = (
    "berg", "dijk", "veen", "dam", "horst", "woude", "burg", "kerk", "beek", "brug", "hoven",
    "stad", "dorp", "sluis", "poort", "akker", "weide", "rade", "loo", "zijl", "wijk", "mond",
    "haven", "oord", "kamp", "huizen", "dal", "laar", "schoten", "monde",
)
# fmt: on
_FILLERS = (
    "De deelnemers kijken terug op een jaar waarin veel tegelijk veranderde.",
    "Er is meer vraag naar zorg dan er handen zijn, en dat blijft voorlopig zo.",
    "Wat de partijen van elkaar nodig hebben, komt per keer op tafel.",
    "Over geld is nog weinig afgesproken; daarover wordt verder gepraat.",
    "Het verslag noemt geen cijfers, wel drie plannen voor het volgende jaar.",
)


@dataclass(frozen=True, slots=True)
class _Organisation:
    id: str
    name: str
    type: str
    region: str
    short: str  # an alias that holds everywhere, or nothing
    noun: str  # an alias that holds on one line, or nothing


@dataclass(slots=True)
class _Digest:
    id: str
    blocks: list[str]
    line: int = 4

    def tell(self, sentence: str, filler: str = "") -> int:
        """Add a paragraph; its first line is the one that the sentence renders."""
        line, self.line = self.line, self.line + 3
        self.blocks.append(f"[r. {line}-{line + 1}] {filler}{' ' if filler else ''}{sentence}")
        return line


def generate_file(size: int, folder: Path, *, variant: str = "thin", seed: int = SEED) -> Path:
    """
    Write a curated file of `size` organisations and `size` partnerships, and its digests.

    The same size, variant and seed give the same bytes. The file is valid, without a warning.

    Args:
        size: Number of organisations, and of partnerships; 10 or more.
        folder: Where `entities.yaml` and `seeds/` go; made if it is missing.
        variant: Who takes part in what, by a name in `VARIANTS`.
        seed: Of every choice.

    Returns:
        The path of the file.
    """
    choice = random.Random(seed)
    organisations = _make_organisations(size, choice, _place(size, variant))
    choose = VARIANTS[variant](size, choice)
    digests = [
        _Digest(f"bron-{number:04}", [f"# Verslag {number}"])
        for number in range(1, (size + PER_SOURCE - 1) // PER_SOURCE + 1)
    ]
    scopes: dict[str, tuple[str, int]] = {}
    partnerships = [
        line
        for number in range(size)
        for line in _partnership(number, organisations, choose, digests, scopes, choice)
    ]
    for number, digest in enumerate(digests, 1):
        digest.tell(f"Het geld komt uit Stimuleringsregeling {number}, voor drie jaar.")
    parts = (
        _head(size),
        _sources(digests),
        ("", "organisations:"),
        (line for number, one in enumerate(organisations) for line in _entry(number, one, scopes)),
        ("", "partnerships:"),
        partnerships,
        _tail(organisations, len(digests)),
    )
    (folder / "seeds").mkdir(parents=True, exist_ok=True)
    for digest in digests:
        text = "\n\n".join(digest.blocks) + "\n"
        (folder / "seeds" / f"{digest.id}.md").write_text(text, encoding="utf-8")
    path = folder / "entities.yaml"
    text = "\n".join(line for part in parts for line in part) + "\n"
    path.write_text(text, encoding="utf-8")
    return path


def _place(size: int, variant: str) -> list[int]:
    """Give the number of each organisation's region."""
    if variant == "regions":
        return lay_out_regions(size)
    return [number * 40 // size for number in range(size)]


def _make_organisations(
    size: int, choice: random.Random, regions: Sequence[int]
) -> list[_Organisation]:
    places = [f"{start}{end}" for start in _STARTS for end in _ENDS]
    pairs = [(kind, place) for place in places for kind in _TYPES]
    choice.shuffle(pairs)
    rounds = ("", *(f" {side}" for side in ("Noord", "Zuid", "Oost", "West")))
    organisations = []
    for number in range(size):
        (type, first, short, noun), place = pairs[number % len(pairs)]
        place += rounds[number // len(pairs)]
        organisations.append(
            _Organisation(
                id=f"{_slug(first)}-{_slug(place)}",
                name=f"{first} {place}",
                type=type,
                region=f"streek-{regions[number] + 1:02}",
                short=f"{short} {place}" if choice.random() < 0.25 else "",
                noun=noun if choice.random() < 0.1 else "",
            )
        )
    return organisations


def _slug(text: str) -> str:
    return text.lower().replace(" ", "-").replace("ë", "e")


def _partnership(
    number: int,
    organisations: Sequence[_Organisation],
    choose: Choose,
    digests: Sequence[_Digest],
    scopes: dict[str, tuple[str, int]],
    choice: random.Random,
) -> Iterator[str]:
    digest = digests[number // PER_SOURCE]
    kind, noun = choice.choice(_KINDS)
    theme, about = choice.choice(_THEMES)
    members = [organisations[other] for other in choose(number)]
    own, year = members[0], choice.randint(2008, 2023)
    name = f"{noun} {about} {own.name.split()[-1]} {number + 1}"
    named = members if len(members) < 4 else members[:-1]
    first = f"In het {name} werken {_join([one.name for one in named])} samen aan {about}."
    second = f"Sinds {year} komt {own.short or own.name} met voorstellen over {about}."
    if own.noun:
        second = f"Daar leidt {own.noun} sinds {year} het gesprek over {about}."
    third = f"{members[-1].name} betaalt een deel van het werk." if named != members else ""
    if own.noun and own.short:
        third = f"{third} Ook {own.short} staat op de lijst.".strip()
    passages = [(digest.tell(first, choice.choice(_FILLERS)), first)]
    passages.append((digest.tell(second, choice.choice(_FILLERS)), second))
    apart = digest.tell(third, choice.choice(_FILLERS)) if third else 0
    if own.noun:
        scopes[own.id] = (digest.id, passages[1][0])
    yield f"  p-{number + 1:05}:"
    yield f"    name: {name}"
    yield f"    kind: {kind}"
    yield f"    themes: [{theme}{', iza' if choice.random() < 0.3 else ''}]"
    yield f"    regions: [{own.region}]"
    if choice.random() < 0.7:
        yield f'    period: "{year}/{choice.choice(("..", "2024", "2023-06"))}"'
    yield f"    status: {choice.choice(('active', 'unknown'))}"
    if number and choice.random() < 0.1:
        yield f"    follows: p-{choice.randint(max(1, number - PER_SOURCE), number):05}"
    yield "    members_known: some"
    yield "    members:"
    for position, one in enumerate(members):
        role = "convener" if position == 0 else choice.choice(("member", "member", "facilitator"))
        if one in named:
            sure = ", certainty: medium" if choice.random() < 0.1 else ""
            yield f"      - {{org: {one.id}, role: {role}{sure}}}"
            continue
        yield f"      - org: {one.id}"
        yield "        role: funder"
        yield "        note: Betaalt mee; of zij ook aan tafel zit, staat er niet."
        yield "        evidence:"
        yield from _evidence(digest.id, apart, f"{one.name} betaalt een deel van het werk.", 10)
    if choice.random() < 0.2:
        yield "    groups:"
        yield f"      - {{label: gemeenten in de streek, size: {choice.randint(2, 20)}}}"
    yield "    evidence:"
    for line, quote in passages:
        yield from _evidence(digest.id, line, quote, 6)
    if choice.random() < 0.2:
        yield "    note: >-"
        yield "      Het begin staat er in woorden; het jaar is daaruit afgeleid, een einde wordt"
        yield "      niet genoemd. Wie er later bij kwam, staat er evenmin."


def _evidence(source: str, line: int, quote: str, indent: int) -> Iterator[str]:
    blank = " " * indent
    yield f"{blank}- source: {source}"
    yield f"{blank}  line: {line}"
    yield f"{blank}  quote: {quote}"


def _join(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} en {names[-1]}"


def _head(size: int) -> Iterator[str]:
    yield f"# Made by benchmarks/generate.py: {size} organisations, nothing of it is real."
    yield "schema: 1"
    yield "title: Een gegenereerd bestand"
    yield "language: nl"


def _sources(digests: Sequence[_Digest]) -> Iterator[str]:
    yield from ("", "sources:")
    for number, digest in enumerate(digests):
        yield f"  {digest.id}:"
        yield f"    file: seeds/{digest.id}.md"
        yield "    original:"
        yield f"      file: {digest.id}.txt"
        yield f"      sha256: {sha256(digest.id.encode()).hexdigest()}"
        yield f"      title: Verslag {number + 1}"
        yield "      publisher: De Regiobode"
        yield f'      date: "{2010 + number % 14}-05"'


def _entry(number: int, one: _Organisation, scopes: dict[str, tuple[str, int]]) -> Iterator[str]:
    yield f"  {one.id}:"
    yield f"    name: {one.name}"
    yield f"    type: {one.type}"
    yield f"    region: {one.region}"
    if one.short or one.noun:
        yield "    aliases:"
    if one.short:
        yield f"      - {one.short}"
    if one.noun:
        source, line = scopes[one.id]
        yield f"      - {{text: {one.noun}, in: {source}, lines: [{line}]}}"
    if number % 10 == 0:
        yield f'    ids: {{kvk: "{10_000_000 + number}"}}'
        yield "    note: Waar de organisatie thuishoort, is afgeleid uit haar naam."


def _tail(organisations: Sequence[_Organisation], sources: int) -> Iterator[str]:
    regions = sorted({one.region for one in organisations})
    yield from ("", "vocab:", "  regions:")
    for number in range(1, 5):
        yield f"    gewest-{number}: {{nl: Gewest {number}, en: Province {number}}}"
    for number, region in enumerate(regions):
        name = region.removeprefix("streek-")
        label = f"{{nl: Streek {name}, en: Region {name}, within: gewest-"
        yield f"    {region}: {label}{number % 4 + 1}}}"
    yield from ("", "not_organisations:")
    for number in range(1, sources + 1):
        yield f"  regeling-{number}:"
        yield f"    name: Stimuleringsregeling {number}"
        yield "    class: agreement"


def main() -> None:
    """Write the file that the command line asks for, and say where it is."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").strip().splitlines()[0])
    parser.add_argument("size", type=int, help="organisations, and as many partnerships")
    parser.add_argument("folder", type=Path, help="where entities.yaml and seeds/ go")
    parser.add_argument("--variant", choices=list(VARIANTS), default="thin")
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args()
    path = generate_file(given.size, given.folder, variant=given.variant, seed=given.seed)
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
