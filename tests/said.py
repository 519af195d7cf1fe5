"""What each output says of a finding, read back from what it prints."""

import csv
import html
import io
import json
import re
from collections.abc import Iterator, Mapping

Key = tuple[str, ...]
"""What is said, such as `("organisations",)`; with an id where it is said of one organisation."""

Said = dict[Key, object]

ANSWERS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "counted": r"in (\d+) traject(?:en)? met anderen \((\d+) als elke .*\), (\d+) als enige",
        "found": r"gevonden: (\d+) org\w+, (\d+) sam\w+ \(waarvan (\d+) met twee .*\), "
        r"(\d+) deeln\w+ en (\d+) verb\w+ in (\d+) (?:document|bron|register)",
        "holds": r"(\d+) verbonden groep\w* .*, (\d+) onmisbare schakels?(?: \((.*)\))?; "
        r"(\d+) organisaties? zonder",
        "and": "en",
    },
    "en": {
        "counted": r"in (\d+) undertakings? with others \((\d+) where each .*\), "
        r"(\d+) as the only",
        "found": r"found (\d+) org\w+, (\d+) part\w+ \((\d+) with two .*\), "
        r"(\d+) mem\w+ and (\d+) ties? in (\d+) (?:document|source|register)",
        "holds": r"(\d+) components? .*, (\d+) cut vert\w+(?: \((.*)\))?; "
        r"(\d+) organisations? without",
        "and": "and",
    },
}
"""What the answers as text say of numbers."""

PATTERNS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "counts": r"noemen (\d+) organisaties? en (\d+) samenwerking(?:en)?\.",
        "many": r"(\d+) samenwerking(?:en hebben| heeft) twee of meer .* volgen (\d+) verbinding",
        "one": r"(\d+) samenwerking(?:en hebben| heeft) één genoemde deelnemer",
        "leader": r"\[(\w+)\]: (\d+) samenwerking(?:en)? met anderen(?:, (\d+) als elke fase apart "
        r"telt)?(?:; (\d+) deelnames? daaraan (?:is|zijn) afgeleid of onzeker)?"
        r"(?:; en (\d+) zonder andere genoemde deelnemer)?$",
        "cut": r"Zonder \[(\w+)\] valt .* uiteen in (\d+) delen, van (.*) organisaties\.",
        "more cuts": r"Voor nog (\d+) organisaties? geldt hetzelfde",
        "components": r"vormen (\d+) losse delen, van (.*) organisaties; d",
        "component": r"met elkaar verbonden, in één deel van (\d+)\.",
        "isolates": r"(\d+) organisaties? (?:heeft|hebben) geen genoemde partner",
        "memberless": r"Bij (\d+) samenwerking(?:en)? staat geen deelnemer bij naam",
        "typed": r"\(bij (\d+) daarvan is wel bekend welk soort",
        "partly known": r"Van (\d+) samenwerking(?:en)? is de ledenlijst onvolledig",
        "undated": r"Van (\d+) samenwerking(?:en)? is de periode niet bekend",
        "inferred": r"(\d+) deelnames? (?:is|zijn) afgeleid of onzeker, niet vermeld",
        "on one document": r"(\d+) samenwerking(?:en)? steun(?:t|en elk) op één document",
        "without region": r"Van (\d+) organisaties? is de regio niet bekend",
        "undated documents": r"^(\d+) document(?:en)? (?:heeft|hebben) geen datum\.$",
        "part": r"– alleen verbonden via ",
        "rests": r"Dit steunt op |Dat steunt op ",
        "heaviest": r"(\d+) van de (\d+) verbinding(?:en)? steun(?:t|en) op één document",
        "dates": r"(?:Gedateerd|dateren) van (\S.*?) tot en met (.*?)[;.]",
    },
    "en": {
        "counts": r"names (\d+) organisations? and (\d+) partnerships?\.",
        "many": r"(\d+) partnerships? ha(?:s|ve) two or more .* gives (\d+) tie",
        "one": r"(\d+) partnerships? ha(?:s|ve) one named member",
        "leader": r"\[(\w+)\]: (\d+) partnerships? with others(?:, (\d+) if each stage counts)?"
        r"(?:; (\d+) memberships? in these (?:is|are) inferred or uncertain)?"
        r"(?:; and (\d+) with no other named member)?$",
        "cut": r"Without \[(\w+)\] the .* apart into (\d+) parts, of (.*) organisations\.",
        "more cuts": r"The same holds for (\d+) more organisation",
        "components": r"form (\d+) separate parts, of (.*) organisations; th",
        "component": r"are connected, in one part of (\d+)\.",
        "isolates": r"(\d+) organisations? ha(?:s|ve) no named partner",
        "memberless": r"(\d+) partnerships? (?:is|are) named without any member",
        "typed": r"\(for (\d+) of these it is known which types",
        "partly known": r"For (\d+) partnerships? the list of members is incomplete",
        "undated": r"For (\d+) partnerships? the period is not known",
        "inferred": r"(\d+) memberships? (?:is|are) inferred or uncertain, not stated",
        "on one document": r"(\d+) partnerships? (?:each )?rests? on one document",
        "without region": r"For (\d+) organisations? the region is not known",
        "undated documents": r"^(\d+) documents? (?:is|are) undated\.$",
        "part": r"– connected only through ",
        "rests": r"This depends on |That depends on ",
        "heaviest": r"(\d+) of (\d+) ties? rests? on one (?:undated )?document",
        "dates": r"(?:Dated|date) from (\S.*?) to (.*?)[;.]",
    },
}
"""The sentences of the page that hold numbers; each name is that of a key, or is taken apart."""


HAMPERS = {"nl": "Wat hindert", "en": "What hampers"}
"""The heading over what hampers."""


def quote_values(page: str) -> str:
    """Put quotes around the values of attributes that the page writes without."""
    return re.sub(r'=([^\s"<>=]+)(?=[ >])', r'="\1"', page)


def read_page(page: str, language: str, ids: Mapping[str, str]) -> Said:
    """
    Read the findings of the page in one language.

    Args:
        page: The whole page.
        language: Whose findings.
        ids: The id of the record behind each link, such as `o3`.
    """
    part = (
        quote_values(page)
        .split(f'<div class="found-in" lang="{language}"')[1]
        .split('class="found-in"')[0]
    )
    patterns = PATTERNS[language]
    said: Said = {("isolates",): 0, ("inferred",): 0, ("memberless",): 0, ("components",): 0}
    said |= {
        (name,): 0
        for name in (
            *("undated", "partly known", "without region", "one", "on one document"),
            *("undated documents", "typed"),
        )
    }
    leaders, cuts, pieces = [], [], 0
    for text in _list_items(part):
        found = {name: re.search(pattern, text) for name, pattern in patterns.items()}
        if match := found["heaviest"]:
            said["heaviest",] = tuple(map(int, match.groups()))
        if match := found["counts"]:
            said["organisations",], said["partnerships",] = map(int, match.groups())
        elif match := found["many"]:
            said["two or more",], said["ties",] = map(int, match.groups())
        elif match := found["leader"]:
            leaders.append(ids[match[1]])
            said |= _read_leader(leaders[-1], *(int(n or 0) for n in match.groups()[1:]))
        elif match := found["cut"]:
            cuts.append(ids[match[1]])
            said["parts", cuts[-1]] = _read_numbers(match[3])
            pieces = len(_read_numbers(match[3]))
            assert pieces == int(match[2])
            said["rests", cuts[-1]] = False
        elif found["part"]:  # where there are three or more, the others hold it together
            if found["rests"] and pieces == 2:
                said["rests", cuts[-1]] = True
        elif match := found["dates"]:
            said["dates", language] = match.groups()
        elif match := found["components"]:
            said["components",], said["largest",] = int(match[1]), _read_numbers(match[2])[0]
        elif match := found["component"]:
            said["components",], said["largest",] = 1, int(match[1])
        elif match := found["more cuts"]:
            said["cuts beyond",] = int(match[1])
        else:
            said |= {
                (n,): int(m[1])
                for n, m in found.items()
                if m and n not in ("rests", "cut", "part", "dates", "heaviest")
            }
    beyond = said.pop(("cuts beyond",), 0)
    assert isinstance(beyond, int)
    _, *hampering = part.split(f"<h3>{HAMPERS[language]}</h3>")
    labels = re.findall("<li>\u2068(.*?)\u2069", hampering[0]) if hampering else []
    return said | {
        ("hampers",): tuple(html.unescape(label).casefold() for label in labels),
        ("first leaders",): tuple(leaders[:4]),
        ("cuts",): len(cuts) + beyond,
        ("first cuts",): tuple(cuts[:3]),
    }


def read_start(page: str, ids: Mapping[str, str]) -> Said:
    """Read what the panel shows before a choice."""
    panel = quote_values(page).split('<div id="start">')[1].split('<div id="details"')[0]
    said: Said = {}
    leaders = []
    for item in panel.split('<ol class="busiest">')[-1].split("</ol>")[0].split("<li>")[1:]:
        if link := re.search(r'href="#row-(\w+)"', item):
            numbers = {k: int(n) for k, n in re.findall(r'data-t="(\w+)" data-n="(\d+)"', item)}
            id = ids[link[1]]
            leaders.append(id)
            said["undertakings", id] = numbers["n_shared"]
            said["with others", id] = numbers.get("n_stages", numbers["n_shared"])
            said["partners", id] = numbers["n_partners"]
    if '<ol class="busiest">' in panel:
        said["ranking of five",] = tuple(leaders)
    numbers = {key: int(n) for key, n in re.findall(r'data-t="(start_\w+)" data-n="(\d+)"', panel)}
    for key, name in (
        ("start_incomplete", "partly known"),
        ("start_memberless", "memberless"),
        ("start_undated", "undated"),
        ("start_alone", "isolates"),
    ):
        said[name,] = numbers.get(key, 0)
    return said


def read_report(text: str) -> Said:
    """Read the report as JSON: its figures, its tables and its facts."""
    report = json.loads(text)
    patterns = PATTERNS[report["language"]]
    sections = {section["id"]: section for section in report["sections"]}
    figures = {id: section["figures"] for id, section in sections.items()}
    tables = {
        table["id"]: table["rows"] for section in sections.values() for table in section["tables"]
    }
    boundary, gaps = figures["boundary"], figures["gaps"]
    assert boundary["partnerships_undated"] == gaps["without_period"]
    assert boundary["partnerships_of_none"] == gaps["without_named_members"]
    said: Said = {
        (name,): boundary[name]
        for name in ("organisations", "partnerships", "memberships", "ties", "documents")
    }
    said |= {
        ("two or more",): boundary["partnerships_of_two_or_more"],
        ("one",): boundary["partnerships_of_one"],
        ("memberless",): boundary["partnerships_of_none"],
        ("typed",): figures["composition"]["without_names_of_known_type"],
        ("undated",): boundary["partnerships_undated"],
        ("components",): boundary["components"],
        ("isolates",): boundary["isolates"],
        ("partly known",): gaps["members_partly_known"],
        ("inferred",): gaps["inferred_memberships"],
        ("without region",): gaps["without_region"],
        ("cuts",): figures["cuts"]["cut_vertices"],
        ("undated documents",): boundary["documents_undated"],
        ("on one document",): sum(
            row["partnerships"] for row in tables.get("confirmation", ()) if row["sources"] == 1
        ),
    }
    assert boundary["documents_undated"] == gaps["undated_documents"]
    for sentence in sections["boundary"]["sentences"]:
        if match := re.search(patterns["dates"], sentence["text"]):
            said["dates", report["language"]] = match.groups()
        if match := re.search(patterns["heaviest"], sentence["text"]):
            said["heaviest",] = tuple(map(int, match.groups()))
            assert said["heaviest",] == (
                figures["voices"]["most_ties_on_one_document"],
                boundary["ties"],
            )
    said["hampers",] = tuple(row["barrier"].casefold() for row in tables.get("barriers", ()))
    if boundary["components"]:
        said["largest",] = boundary["largest_component"]
    counts = sections["participation"]["facts"]["counts"]
    for row in tables.get("participation", ()):
        id = row["organisation"]["id"]
        said["undertakings", id] = row["undertakings"]
        said["with others", id] = row["with_others"]
        said["alone", id] = row["alone"]
    for count in counts:
        id = count["organisation"]
        said["inferred", id] = count["inferred"]
        assert said.setdefault(("undertakings", id), count["undertakings"]) == count["undertakings"]
        said["with others", id], said["alone", id] = count["with_others"], count["alone"]
    several = [count["organisation"] for count in counts if count["with_others"] > 1]
    said["first leaders",] = tuple(several[:4])
    said["ranking",] = tuple(count["organisation"] for count in counts)
    said["ranking of five",] = tuple(
        count["organisation"] for count in counts[:5] if count["undertakings"]
    )
    parts: dict[str, list[int]] = {}
    for row in tables.get("parts", ()):
        parts.setdefault(row["cut"]["id"], []).append(row["size"])
    said |= {("parts", id): tuple(sizes) for id, sizes in parts.items()}
    said["first cuts",] = tuple(parts)[:3]
    for id, sentence in list(zip(parts, sections["cuts"]["sentences"], strict=False))[:12]:
        if sentence["kind"] == "finding":
            said["rests", id] = bool(re.search(patterns["rests"], sentence["text"]))
    for row in tables.get("redundancy", ()):
        said["redundancy", row["organisation"]["id"]] = round(row["redundancy"], 6)
    return said


def read_metrics(text: str, table: str, rows: str) -> Said:
    """Read the measures as JSON; the table and the CSV must hold the same rows in that order."""
    records = json.loads(text)["organisations"]
    lines = list(csv.DictReader(io.StringIO(rows)))
    assert [line["id"] for line in lines] == [record["id"] for record in records]
    said: Said = {("organisations",): len(records)}
    for record, line, shown in zip(records, lines, table.split("\n")[3:], strict=False):
        id = record["id"]
        for name in ("undertakings", "with_others", "alone", "partners"):
            said[name.replace("_", " "), id] = record[name]
            assert line[name] == str(record[name])
        assert re.search(
            rf"\s{record['undertakings']}\s+{record['with_others']}\s+{record['alone']}\s", shown
        )
        if record["redundancy"] is not None:
            said["redundancy", id] = record["redundancy"]
        if record["cut_vertex"]:
            said["parts", id] = tuple(len(part) for part in record["parts"])
    said["cuts",] = sum(record["cut_vertex"] for record in records)
    said["isolates",] = sum(record["component"] is None for record in records)
    said["components",] = max((record["component"] or 0 for record in records), default=0)
    if said["components",]:
        said["largest",] = max(r["component_size"] for r in records if r["component"] == 1)
    said["ranking",] = tuple(record["id"] for record in records)
    return said


def read_list(text: str) -> Said:
    """Read the list of organisations as JSON."""
    said: Said = {}
    for record in json.loads(text)["organisations"]:
        for name in ("undertakings", "with_others", "alone", "partners"):
            said[name.replace("_", " "), record["id"]] = record[name]
    return said


def read_card(text: str, shown: str, language: str) -> Said:
    """Read what is shown of one organisation, as JSON and as text in a language."""
    card = json.loads(text)
    id = card["id"]
    line = re.search(ANSWERS[language]["counted"], shown)
    assert line
    assert [*map(int, line.groups())] == [card["undertakings"], card["with_others"], card["alone"]]
    said: Said = {
        ("undertakings", id): card["undertakings"],
        ("with others", id): card["with_others"],
        ("alone", id): card["alone"],
        ("partners", id): len(card["partners"]),
    }
    if len(card["parts_without_it"]) > 1:
        said["parts", id] = tuple(map(len, card["parts_without_it"]))
    return said


def read_closing(text: str, ids: Mapping[str, str], language: str) -> Said:
    """
    Read the closing lines of `build`.

    Args:
        text: Both lines.
        ids: The id of each organisation by its name.
        language: In which they are.
    """
    patterns = ANSWERS[language]
    first = re.search(patterns["found"], text)
    assert first
    names = ("organisations", "partnerships", "two or more", "memberships", "ties", "documents")
    said: Said = {(name,): int(n) for name, n in zip(names, first.groups(), strict=True)}
    second = re.search(patterns["holds"], text)
    assert second
    said["components",], said["cuts",] = int(second[1]), int(second[2])
    said["isolates",] = int(second[4])
    between = f", | {patterns['and']} "
    said["first cuts",] = tuple(
        id
        for _, id in sorted(
            (found.start(), id)
            for name, id in ids.items()
            for found in [
                re.search(rf"(?:^|{between}){re.escape(name)}(?:$|{between})", second[3] or "")
            ]
            if found
        )
    )[:3]
    return said


def _list_items(part: str) -> Iterator[str]:
    """Each item of a list as text; a link is the place that it leads to, in square brackets."""
    linked = re.sub(r'<a[^>]*href="#row-(\w+)"[^>]*>.*?</a>', r"[\1]", part)
    for item in re.split(r"<li[^>]*>", linked)[1:]:
        text = re.split(r"</?(?:ul|li|p|div|h3)\b", item)[0]
        yield html.unescape(re.sub(r"<[^>]*>", "", text)).strip()


def _read_leader(id: str, n: int, by_stage: int, inferred: int, alone: int) -> Said:
    return {
        ("undertakings", id): n,
        ("with others", id): by_stage or n,
        ("inferred", id): inferred,
        ("alone", id): alone,
    }


def _read_numbers(text: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", text)))
