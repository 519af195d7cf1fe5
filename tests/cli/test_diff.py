"""`collabgraph diff`: what it prints of two files, of two revisions, and of what is not right."""

import csv
import io
import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from conftest import ROOT
from registries import chain

from graph.query.compare import compare_registries
from graph.words.speak import Speaker
from graph.write.answers.differences import answer_differences
from graph.write.answers.forms import format_answer

Run = Callable[..., Result]
KUSTLAND = ROOT / "tests" / "data" / "kustland"

EDITS = (
    ("title: Samenwerking in Kustland", "title: Kustland"),
    ("  ggd-kustland:\n    name: GGD Kustland\n    type: ggd\n    region: kustland\n", ""),
    ("name: Stichting Café Één", "name: Café Één"),
    ("role: convener}", "role: lead}\n      - {org: zilt-en-zoon, role: advisor}"),
    ('"2019-03/.."', '"2019-03/2020"'),
    (" stichting-cafe-een]", " stichting-cafe-een, gemeente-zandmeer]"),
    ("[stichting-cafe-een]", "[stichting-cafe-een, gemeente-zandmeer]"),
    ("  netwerk-kustzorg:", "  kustzorg:"),
    ("kustland: {nl: Kustland}", "kustland: {nl: Kustland, en: Coastland}"),
)


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two versions of a small file, each with its digests, in a folder that is the working one."""
    for version in ("old", "new"):
        shutil.copytree(KUSTLAND, tmp_path / version)
    edit(tmp_path / "new" / "entities.yaml", *EDITS)
    return tmp_path


@pytest.fixture
def diff(run: Run, files: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `collabgraph diff` in the folder of the two versions."""
    monkeypatch.chdir(files)
    return lambda *arguments: run("diff", *arguments)


def edit(path: Path, *edits: tuple[str, str]) -> None:
    """Replace texts in a file."""
    text = path.read_text(encoding="utf-8")
    for before, after in edits:
        text = text.replace(before, after)
    path.write_text(text, encoding="utf-8")


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder, as somebody, whatever the settings of this machine."""
    who = {
        f"GIT_{role}_{key}": "x" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")
    }
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    return subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**os.environ, **who, **alone},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_text(diff: Run) -> None:
    """Changes are grouped by record, old before new, with what they do to the network."""
    result = diff("old/entities.yaml", "new/entities.yaml")

    assert result.exit_code == 0
    assert result.stderr == ""
    assert result.stdout == TEXT


def test_dutch(diff: Run) -> None:
    """The same in Dutch, as text and as Markdown; what stands in the file stays as it stands."""
    files = ("old/entities.yaml", "new/entities.yaml", "--language", "nl")
    expected = (ROOT / "tests" / "data" / "dutch" / "diff.txt").read_text(encoding="utf-8")

    markdown = diff(*files, "--format", "markdown").stdout.splitlines()
    selected = diff(*files, "--period", "2021").stdout.splitlines()
    nothing = diff(files[0], files[0], *files[2:], "--type", "ggz").stdout.splitlines()

    for form in ("json", "csv"):
        english = diff(*files[:2], "--language", "en", "--format", form).stdout
        assert diff(*files, "--format", form).stdout == english
    assert diff(*files).stdout == expected
    assert markdown[4] == "## Het bestand: 1 gewijzigd"
    assert selected[0].endswith(": 7 wijzigingen (selectie: gelopen in 2021)")
    assert (
        selected[2] == "toegevoegd en verdwenen kan ook zijn wat in de selectie kwam of eruit viel"
    )
    assert ": geen verschil (selectie: soort organisatie geestelijke gezondheidszorg)" in nothing[0]
    assert nothing[2] == "het filter op soort organisatie laat niets over (in beide versies)"


TEXT = """\
old/entities.yaml → new/entities.yaml: 10 changes
sources 2, organisations 8 → 7, partnerships 5, memberships 8 → 10

The file: 1 changed
  ~ title: Samenwerking in Kustland → Kustland

Organisations: 1 gone, 1 renamed
  - GGD Kustland (ggd-kustland)
    type: ggd
    region: kustland
  ~ Stichting Café Één → Café Één (stichting-cafe-een)

Partnerships: 1 added, 1 gone, 2 changed
  ~ Inloop Zandmeer (inloop-zandmeer)
    + members: Gemeente Zandmeer
  + Netwerk Kustzorg (kustzorg)
    kind: netwerk
    members_known: none
    groups: zes-kustgemeenten
    regions: kustland
    follows: Regietafel Kustland
    certainty: low
    evidence: “Netwerk Kustzorg: zes kustgemeenten” (source regietafel, line 8)
  - Netwerk Kustzorg (netwerk-kustzorg)
    kind: netwerk
    members_known: none
    groups: zes-kustgemeenten
    regions: kustland
    follows: Regietafel Kustland
    certainty: low
    evidence: “Netwerk Kustzorg: zes kustgemeenten” (source regietafel, line 8)
  ~ Wondpoli Zandmeer (wondpoli-zandmeer)
    ~ members · Huisartsengroep Zandmeer · role: convener → lead
    + members: Zorgverzekeraar Zilt & Zoon (role advisor)
    ~ period: 2019-03/.. → 2019-03/2020

Words: 1 changed
  ~ Kustland (kustland, regions)
    ~ en: Kustland → Coastland

Ties: 3 added, 1 changed, 3 of another Newman weight alone, not listed
  + Gemeente Zandmeer – Café Één: weight 1, through Inloop Zandmeer
  ~ Gemeente Zandmeer – Zorgverzekeraar Zilt & Zoon: weight 1 → 2 (+ Wondpoli Zandmeer)
  + Huisartsengroep Zandmeer – Zorgverzekeraar Zilt & Zoon: weight 1, through Wondpoli Zandmeer
  + Ziekenhuis De Vuurbaak – Zorgverzekeraar Zilt & Zoon: weight 1, through Wondpoli Zandmeer

Components: 1 changed
  ~ 4 → 5 organisations: + Café Één

Brokers (cut vertices): 1 changed
  ~ Gemeente Zandmeer: falls apart without it: \
2 (Huisartsengroep Zandmeer, Ziekenhuis De Vuurbaak) | 1 (Zorgverzekeraar Zilt & Zoon) → \
3 (Huisartsengroep Zandmeer, Ziekenhuis De Vuurbaak, Zorgverzekeraar Zilt & Zoon) | 1 (Café Één)
"""


def test_the_other_way_round(diff: Run) -> None:
    """What was added one way is gone the other way."""
    result = diff("new/entities.yaml", "old/entities.yaml", "--format", "csv")

    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [(r["id"], r["field"], r["change"]) for r in rows if r["change"] != "changed"] == [
        ("ggd-kustland", "", "added"),
        ("inloop-zandmeer", "members.gemeente-zandmeer", "gone"),
        ("kustzorg", "", "gone"),
        ("netwerk-kustzorg", "", "added"),
        ("wondpoli-zandmeer", "members.zilt-en-zoon", "gone"),
        *[("gemeente-zandmeer;stichting-cafe-een", f, "gone") for f in TIE_FIELDS],
        *[("huisartsengroep-zandmeer;zilt-en-zoon", f, "gone") for f in TIE_FIELDS],
        *[("ziekenhuis-de-vuurbaak;zilt-en-zoon", f, "gone") for f in TIE_FIELDS],
    ]


TIE_FIELDS = ("weight", "newman", "partnerships")


def test_text_where_components_join_and_split(diff: Run, files: Path) -> None:
    """Components that join or split are said with who is in them, of many the first five."""
    edit(
        files / "old/entities.yaml",
        ("members: [stichting-cafe-een]", "members: [stichting-cafe-een, de-kustkrant]"),
    )
    edit(
        files / "new/entities.yaml",
        (
            "members: [stichting-cafe-een, gemeente-zandmeer]",
            "members: [stichting-cafe-een, gemeente-zandmeer, de-kustkrant]",
        ),
    )

    forth = diff("old/entities.yaml", "new/entities.yaml").stdout
    back = diff("new/entities.yaml", "old/entities.yaml").stdout

    four = (
        "4 (Gemeente Zandmeer, Huisartsengroep Zandmeer, Ziekenhuis De Vuurbaak, "
        "Zorgverzekeraar Zilt & Zoon)"
    )
    two = "2 (De Kustkrant, {})"
    six = (
        "6 (De Kustkrant, Gemeente Zandmeer, Huisartsengroep Zandmeer, {}, "
        "Ziekenhuis De Vuurbaak, 1 more)"
    )
    new, old = "Café Één", "Stichting Café Één"
    joined = f"Components: 1 joined\n  ~ {four} | {two.format(new)} → {six.format(new)}\n"
    split = f"Components: 1 split\n  ~ {six.format(old)} → {four} | {two.format(old)}\n"
    assert joined in forth
    assert split in back


def test_markdown(diff: Run, files: Path) -> None:
    """Markdown says the same as the text, and nothing in the data is obeyed as markup."""
    text = (KUSTLAND / "entities.yaml").read_text(encoding="utf-8")
    (files / "new/entities.yaml").write_text(
        text.replace(
            "status: ended", 'status: ended\n    note: "*let* <b>op</b> [x](y) _z_ &amp;"'
        ),
        encoding="utf-8",
    )

    result = diff("old/entities.yaml", "new/entities.yaml", "--format", "markdown")

    assert result.stdout == (
        "# old/entities.yaml → new/entities.yaml: 1 change\n\n"
        "sources 2, organisations 8, partnerships 5, memberships 8\n\n"
        "## Partnerships: 1 changed\n\n"
        "- ~ Voorbereiding van de wondpoli (voorbereiding-wondpoli)\n"
        "  - \\+ note: \\*let\\* \\<b>op\\</b> \\[x\\](y) \\_z\\_ \\&amp;\n"
    )


def test_json(diff: Run) -> None:
    """The JSON has the documented shape."""
    result = diff("old/entities.yaml", "new/entities.yaml", "--format", "json")

    answer = json.loads(result.stdout)
    assert {key: answer[key] for key in list(answer)[:6]} == {
        "version": 1,
        "equal": False,
        "selection": "",
        "emptied_by": None,
        "old": {
            **{"file": "old/entities.yaml", "sources": 2},
            **{"organisations": 8, "partnerships": 5, "memberships": 8},
        },
        "new": {
            **{"file": "new/entities.yaml", "sources": 2},
            **{"organisations": 7, "partnerships": 5, "memberships": 10},
        },
    }
    assert list(answer)[6:] == ["changes", "ties", "components", "brokers"]
    assert [answer["changes"][place] for place in (0, 1, 7, 9)] == [
        {
            **{"section": "file", "id": None, "name": None, "field": ["title"]},
            **{"change": "changed", "old": "Samenwerking in Kustland", "new": "Kustland"},
        },
        {
            **{"section": "organisations", "id": "ggd-kustland", "name": "GGD Kustland"},
            "field": [],
            "change": "gone",
            "old": {
                **{"name": "GGD Kustland", "type": "ggd", "region": "kustland", "aliases": []},
                **{"part_of": None, "succeeded_by": None, "ids": {}, "note": None},
            },
            "new": None,
        },
        {
            **{"section": "partnerships", "id": "wondpoli-zandmeer", "name": "Wondpoli Zandmeer"},
            "field": ["members", "zilt-en-zoon"],
            "change": "added",
            "old": None,
            "new": {
                **{"org": "zilt-en-zoon", "role": "advisor", "certainty": "high"},
                **{"identity": "high", "role_certainty": "high"},
                **{"note": None, "evidence": []},
            },
        },
        {
            **{"section": "vocab.regions", "id": "kustland", "name": "Kustland"},
            **{"field": ["en"], "change": "changed", "old": "Kustland", "new": "Coastland"},
        },
    ]
    assert answer["ties"][3] == {
        "left": {"id": "gemeente-zandmeer", "name": "Gemeente Zandmeer"},
        "right": {"id": "zilt-en-zoon", "name": "Zorgverzekeraar Zilt & Zoon"},
        "change": "changed",
        "old": {"weight": 1, "newman": 1.0, "partnerships": ["regietafel-kustland"]},
        "new": {
            "weight": 2,
            "newman": pytest.approx(4 / 3),
            "partnerships": ["regietafel-kustland", "wondpoli-zandmeer"],
        },
    }
    assert answer["components"][0]["new"][0][2] == "stichting-cafe-een"
    assert answer["brokers"][0]["old"] == [
        ["huisartsengroep-zandmeer", "ziekenhuis-de-vuurbaak"],
        ["zilt-en-zoon"],
    ]
    assert answer["brokers"][0]["old_sizes"] == [2, 1]


def test_csv(diff: Run) -> None:
    """The CSV is one row a change under fixed headings."""
    result = diff("old/entities.yaml", "new/entities.yaml", "--format", "csv", "--kind", "inloop")

    assert result.stdout == (
        "section,id,name,field,change,old,new\n"
        "file,,,title,changed,Samenwerking in Kustland,Kustland\n"
        "organisations,gemeente-zandmeer,Gemeente Zandmeer,,added,,"
        '"Gemeente Zandmeer (type gemeente, region zandmeer, '
        'aliases gemeente (in regietafel, lines 2), ids cbs GM0344)"\n'
        "organisations,stichting-cafe-een,Café Één,name,changed,Stichting Café Één,Café Één\n"
        "partnerships,inloop-zandmeer,Inloop Zandmeer,members.gemeente-zandmeer,added,,"
        "gemeente-zandmeer\n"
        "vocab.regions,kustland,Kustland,en,changed,Kustland,Coastland\n"
        "ties,gemeente-zandmeer;stichting-cafe-een,Gemeente Zandmeer – Café Één,weight,added,,1\n"
        "ties,gemeente-zandmeer;stichting-cafe-een,Gemeente Zandmeer – Café Één,newman,added,,1.0\n"
        "ties,gemeente-zandmeer;stichting-cafe-een,Gemeente Zandmeer – Café Één,"
        "partnerships,added,,inloop-zandmeer\n"
        "components,,,,added,,gemeente-zandmeer;stichting-cafe-een\n"
    )


def test_filters_are_said(diff: Run) -> None:
    """With a filter the answer says so, and what added and gone then mean."""
    result = diff("old/entities.yaml", "new/entities.yaml", "--period", "2021")

    assert result.stdout.split("\n")[:4] == [
        "old/entities.yaml → new/entities.yaml: 7 changes (selection: running in 2021)",
        "sources 2, organisations 3 → 0, partnerships 1 → 0, memberships 3 → 0",
        "added and gone also say what came into the selection or left it",
        "",
    ]


def test_filters_that_leave_nothing(diff: Run) -> None:
    """The filter that leaves nothing of either version is named, and that is no error."""
    arguments = ("old/entities.yaml", "old/entities.yaml", "--type", "ggz", "--role", "lead")

    text, rows, data = (diff(*arguments, "--format", form) for form in ("table", "csv", "json"))

    assert text.exit_code == 0
    assert text.stdout == (
        "old/entities.yaml → old/entities.yaml: no difference (selection: type of "
        "organisation mental health care; only the role lead)\n"
        "sources 2, organisations 0, partnerships 0, memberships 0\n"
        "the filter on types leaves nothing of either version\n"
    )
    assert rows.stdout == "section,id,name,field,change,old,new\n"
    assert json.loads(data.stdout)["emptied_by"] == "the filter on types leaves nothing"


def test_layout_makes_no_difference(diff: Run, files: Path) -> None:
    """Comments, layout and the order of entries make no difference."""
    edit(
        files / "old/entities.yaml",
        ("    kind: programma\n", ""),
        ("    members_known: some\n    members:\n      - zie", "    kind: programma # !\n\\g"),
        ("\\g", "    members_known: some\n    members:\n      - zie"),
        (
            "[ziekenhuis-de-vuurbaak, huisartsengroep-zandmeer]",
            "\n      - huisartsengroep-zandmeer\n\\h",
        ),
        ("\\h", "      - {org: ziekenhuis-de-vuurbaak, role: member}"),
    )
    shutil.copytree(KUSTLAND, files / "plain")

    result = diff("old/entities.yaml", "plain/entities.yaml", "--exit-code")

    assert result.exit_code == 0
    assert result.stdout == (
        "old/entities.yaml → plain/entities.yaml: no difference\n"
        "sources 2, organisations 8, partnerships 5, memberships 8\n"
    )


@pytest.mark.parametrize(
    ("new", "expected"), [("old/entities.yaml", 0), ("new/entities.yaml", 1)], ids=["same", "other"]
)
def test_exit_code(diff: Run, new: str, expected: int) -> None:
    """With --exit-code the answer is also in the exit code, and is printed all the same."""
    plain = diff("old/entities.yaml", new)
    result = diff("old/entities.yaml", new, "--exit-code")

    assert (plain.exit_code, result.exit_code) == (0, expected)
    assert result.stdout == plain.stdout


def test_long_texts_are_shortened(diff: Run, files: Path) -> None:
    """Of two long texts only the words around the difference are said."""
    shutil.copytree(KUSTLAND, files / "plain")
    before = (
        "De tafel kwam in het eerste jaar elke maand bijeen, en daarna nog maar zelden of nooit"
    )
    for version, text in (("old", before), ("plain", before.replace("elke maand", "elke week"))):
        edit(files / version / "entities.yaml", ("status: ended", f'note: "{text}"'))

    result = diff("old/entities.yaml", "plain/entities.yaml")

    assert result.stdout.split("\n")[-2] == (
        "    ~ note: … eerste jaar elke maand bijeen, en daarna … → "
        "… eerste jaar elke week bijeen, en daarna …"
    )


def test_hostile_text_is_shown(diff: Run, files: Path) -> None:
    """Control characters in data and in names of files are shown, not obeyed."""
    shutil.copytree(KUSTLAND, files / "pl\x1b[2Jain")
    edit(
        files / "pl\x1b[2Jain" / "entities.yaml",
        ("name: Netwerk Kustzorg", 'name: "Netwerk\\u202e Kust\\nzorg"'),
    )

    table, markdown = (
        diff("old/entities.yaml", "pl\x1b[2Jain/entities.yaml", "--format", form).stdout
        for form in ("table", "markdown")
    )

    assert "\x1b" not in table + markdown
    assert "\u202e" not in table + markdown
    assert table.startswith("old/entities.yaml → pl\\x1b[2Jain/entities.yaml: 1 change\n")
    assert "  ~ Netwerk Kustzorg → Netwerk\\u202e Kust\\x0azorg (netwerk-kustzorg)\n" in table


def test_problems_of_both(diff: Run, files: Path) -> None:
    """The problems of both files are said, each under its own name, and no half answer."""
    edit(files / "old/entities.yaml", ("type: ggd", "type: ggdd"), ("status: ended", "status: no"))
    edit(files / "new/seeds/wondpoli-zandmeer.md", ("[r. 7]", "[r. 0]"))

    result = diff("old/entities.yaml", "new/entities.yaml")

    assert result.exit_code == 1
    assert result.stdout == ""
    assert [line.split(": ")[:3] for line in result.stderr.splitlines()] == [
        ["old/entities.yaml:62", "error E213", "organisations.ggd-kustland.type"],
        ["old/entities.yaml:101", "error E207", "partnerships.voorbereiding-wondpoli.status"],
        [
            "new/seeds/wondpoli-zandmeer.md:5",
            "error E425",
            "marker '[r. 0]' is not a line number or a range, "
            "write '[r. 17]', '[r. 17-19]' or '[r. 17, 23]'",
        ],
    ]


def test_a_file_that_is_not_there(diff: Run) -> None:
    """A file that cannot be read is said, beside the problems of the other one."""
    result = diff("nix.yaml", "old")

    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.splitlines() == [
        "Error: nix.yaml: no such file",
        "Error: old: a folder, not a file, name the file in it",
    ]
    assert diff("old/entitles.yaml", "new/entities.yaml").stderr == (
        "Error: old/entitles.yaml: no such file, did you mean 'old/entities.yaml'?\n"
    )


@pytest.mark.parametrize(
    "arguments", [(), ("a",), ("--git", "HEAD", "a"), ("a", "b", "--git", "x")]
)
def test_called_wrongly(diff: Run, arguments: tuple[str, ...]) -> None:
    """Two files or a revision: anything else is a wrong call."""
    result = diff(*arguments)

    assert result.exit_code == 2
    assert result.stderr.endswith("Error: name OLD and NEW, or --git REV\n")


@pytest.fixture
def checkout(files: Path) -> Path:
    """A checkout with a file in a folder, its older version under the tag 'eerste'."""
    shutil.move(files / "old", files / "data")
    git(files, "init", "--quiet", "--initial-branch=main")
    git(files, "add", "data")
    git(files, "commit", "--quiet", "--message=x")
    git(files, "tag", "eerste")
    return files


def test_git(diff: Run, checkout: Path) -> None:
    """--git compares the file and its digests at a revision with those that are there now."""
    shutil.rmtree(checkout / "data")
    shutil.move(checkout / "new", checkout / "data")
    (checkout / "data/seeds/wondpoli-zandmeer.md").rename(checkout / "data/seeds/poli.md")
    edit(checkout / "data/entities.yaml", ("seeds/wondpoli-zandmeer.md", "seeds/poli.md"))

    result = diff("--git", "eerste", "--data", "data/entities.yaml", "--exit-code")

    first, sources, rest = (
        "eerste:./data/entities.yaml → data/entities.yaml: 11 changes\n",
        "\n\nSources: 1 changed\n  ~ Samen één poli (wondpoli)\n"
        "    ~ file: seeds/wondpoli-zandmeer.md → seeds/poli.md",
        TEXT.split("\n\n", 2)[2],
    )
    counts, file = TEXT.split("\n\n")[0].split("\n")[1], TEXT.split("\n\n")[1]
    assert result.stderr == ""
    assert result.stdout == f"{first}{counts}\n\n{file}{sources}\n\n{rest}"
    assert result.exit_code == 1


def test_git_changes_nothing(diff: Run, checkout: Path) -> None:
    """The checkout stays as it is, and nothing is left behind."""
    edit(checkout / "data/entities.yaml", ("status: ended", "status: active"))
    before = git(checkout, "status", "--porcelain")

    diff("--git", "HEAD", "--data", "data/entities.yaml")

    assert git(checkout, "status", "--porcelain") == before == " M data/entities.yaml\n?? new/\n"


def test_git_from_within(run: Run, checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It works from a folder within the checkout, for a file above it, and for a folder apart."""
    (checkout / "data/deep").mkdir()
    monkeypatch.chdir(checkout / "data/deep")

    results = [
        run("diff", "--git", "main", "--data", data).stdout.split("\n")[0]
        for data in ("../entities.yaml", str(checkout / "data/entities.yaml"))
    ]

    assert results == [
        "main:../entities.yaml → ../entities.yaml: no difference",
        f"main:{checkout}/data/entities.yaml → {checkout}/data/entities.yaml: no difference",
    ]


def test_git_with_problems(diff: Run, checkout: Path) -> None:
    """Problems of a revision name the file as git names it, also a digest."""
    edit(checkout / "data/seeds/wondpoli-zandmeer.md", ("[r. 7]", "[r. 0]"))
    edit(checkout / "data/entities.yaml", ("type: ggd", "type: ggdd"))
    (checkout / "data/seeds/regietafel-kustland.md").unlink()
    git(checkout, "commit", "--quiet", "--all", "--message=y")
    shutil.rmtree(checkout / "data")
    shutil.copytree(KUSTLAND, checkout / "data")

    result = diff("--git", "HEAD", "--data", "data/entities.yaml")

    assert result.exit_code == 1
    assert result.stdout == ""
    places = [line.split(": ")[0] for line in result.stderr.splitlines()]
    assert places == [
        "HEAD:./data/entities.yaml:8",
        "HEAD:./data/entities.yaml:62",
        "HEAD:./data/seeds/wondpoli-zandmeer.md:5",
    ]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--git", "eerst"), "no revision 'eerst' in this checkout, did you mean 'eerste'?"),
        (("--git", "--all"), "no revision '--all' in this checkout"),
        (("--git", "HEAD:data"), "no revision 'HEAD:data' in this checkout"),
        (("--git", ""), "no revision '' in this checkout"),
        (
            ("--git", "HEAD", "--data", "new/entities.yaml"),
            "HEAD:./new/entities.yaml: the file is not in this revision",
        ),
        (
            ("--git", "HEAD", "--data", "data/leeg.yaml"),
            "HEAD:./data/leeg.yaml: empty",
        ),
    ],
    ids=["misspelt", "option", "tree", "nothing", "not there", "empty"],
)
def test_git_that_fails(
    diff: Run, checkout: Path, arguments: tuple[str, ...], expected: str
) -> None:
    """A revision that is not there, and a file that is not in it, are said."""
    (checkout / "data/leeg.yaml").write_text("\n")
    git(checkout, "add", "data/leeg.yaml")
    git(checkout, "commit", "--quiet", "--message=leeg")
    shutil.copy(checkout / "data/entities.yaml", checkout / "data/leeg.yaml")
    shutil.copytree(checkout / "data/seeds", checkout / "seeds")
    shutil.copy(checkout / "data/entities.yaml", checkout / "entities.yaml")

    result = diff(*arguments)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"Error: {expected}\n"


def test_git_without_a_checkout(diff: Run, files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside a checkout, and without git, the way out is to compare two files."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(files))
    outside = diff("--git", "HEAD", "--data", "old/entities.yaml")
    monkeypatch.setenv("PATH", str(files))
    without = diff("--git", "HEAD", "--data", "old/entities.yaml")

    assert outside.stderr == (
        "Error: old: not in a checkout of git (not a git repository "
        "(or any of the parent directories): .git), compare two files\n"
    )
    assert without.stderr == "Error: there is no git here, install it or compare two files\n"
    assert (outside.exit_code, without.exit_code) == (1, 1)


def test_git_and_a_folder_that_is_not_there(diff: Run) -> None:
    """A folder that is not there, or is none, is said for both sides."""
    missing = diff("--git", "HEAD", "--data", "nix/entities.yaml")
    file = diff("--git", "HEAD", "--data", "old/entities.yaml/nix.yaml")

    assert (missing.exit_code, file.exit_code) == (1, 1)
    assert missing.stderr.startswith(
        "Error: nix: no such folder\nError: nix/entities.yaml: no such"
    )
    assert file.stderr == (
        "Error: old/entities.yaml: cannot be read: Not a directory\n"
        "Error: old/entities.yaml/nix.yaml: cannot be read: Not a directory\n"
    )


@pytest.mark.parametrize("file", ["seeds", '"een\\ntwee.md"', "[seeds]"])
def test_git_and_a_digest_that_is_no_file(diff: Run, checkout: Path, file: str) -> None:
    """A folder, or what is no name of a file, is a problem of that revision, not a stop."""
    edit(checkout / "data/entities.yaml", ("seeds/regietafel-kustland.md", file))
    git(checkout, "commit", "--quiet", "--all", "--message=y")
    git(checkout, "checkout", "--quiet", "eerste", "data")

    result = diff("--git", "main", "--data", "data/entities.yaml")

    assert result.exit_code == 1
    where, code, path = result.stderr.split(": ")[:3]
    assert (where, path) == ("main:./data/entities.yaml:8", "sources.regietafel.file")
    assert code == ("error E201" if file == "[seeds]" else "error E421")


def test_a_migrated_file(run: Run, diff: Run) -> None:
    """A file written in the next version of the format differs in its number, and nothing else."""
    written = run("migrate", "--data", "old/entities.yaml", "--output", "old/new.yaml")
    assert written.exit_code == 0, written.stderr

    result = diff("old/entities.yaml", "old/new.yaml")

    assert result.stdout.split("\n\n")[1:] == ["The file: 1 changed\n  ~ schema: 1 → 2\n"]


def test_git_and_digests_of_any_name(diff: Run, checkout: Path) -> None:
    """Digests in other folders are found; one outside the checkout is a problem, not a stop."""
    (checkout / "teksten één").mkdir()
    digest = checkout / "data/seeds/wondpoli-zandmeer.md"
    digest.rename(checkout / "teksten één/poli.md")
    edit(
        checkout / "data/entities.yaml",
        ("seeds/wondpoli-zandmeer.md", "../teksten één/poli.md"),
        ("seeds/regietafel-kustland.md", "../../buiten.md"),
    )
    git(checkout, "add", "data", "teksten één")
    git(checkout, "commit", "--quiet", "--message=z")

    result = diff("--git", "HEAD", "--data", "data/entities.yaml")

    lines = [line for line in result.stderr.splitlines() if line.startswith("HEAD:")]
    assert result.exit_code == 1
    assert [line.split(": ")[0] for line in lines if "digest cannot be used" in line] == [
        "HEAD:./data/entities.yaml:8"
    ]
    assert not any("poli.md" in line for line in lines)


def test_a_large_part_is_counted() -> None:
    """Who now holds two halves of 102 and 1 together: the larger is told by its size alone."""
    old, new = chain(104), chain(105)
    answer = answer_differences(compare_registries(old, new), "old", "new", speaker=Speaker("en"))

    (last,) = (one for one in answer.data()["brokers"] if one["id"] == "o103")
    rows = [row for row in answer.rows() if row[:2] == ("brokers", "o102")]

    assert last == {
        **{"id": "o103", "name": "O103", "change": "added", "old": None, "old_sizes": None},
        **{"new": [None, ["o104"]], "new_sizes": [103, 1]},
    }
    assert rows == [
        ("brokers", "o102", "O102", "", "changed", (None, ("o103",)), (None, ("o103", "o104"))),
        ("brokers", "o102", "O102", "sizes", "changed", (102, 1), (102, 2)),
    ]
    assert "  + O103: falls apart without it: 103 | 1 (O104)" in format_answer(answer, "table")
